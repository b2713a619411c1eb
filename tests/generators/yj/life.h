/* What happens to one child, told as the rows of the return. All of it is invented: synthetic data
 * made by statval's generator, no real child.
 *
 * Codes of offences have the usual form, with numbers that no offence has (99...); serial numbers
 * of PNC numbers begin far above those given out in a year (2000000 to 9999999).
 */
#ifndef YJ_LIFE_H
#define YJ_LIFE_H

#include "record.h"

/* The cases of a youth justice service. */
enum profile {
    PREVENTED,    /* a programme of prevention, no offence */
    DIVERTED,     /* out of court, informally */
    CAUTIONED,    /* a youth caution */
    CONDITIONED,  /* a youth conditional caution */
    DISCHARGED,   /* conditionally, or fined */
    REFERRED,     /* a referral order that ends in the quarter */
    UNDERTAKING,  /* a referral order that goes on */
    SUPERVISED,   /* a youth rehabilitation order */
    DETAINED,     /* a detention and training order, in custody */
    LICENSED,     /* the licence of such an order ends in the quarter */
    SENTENCED,    /* long detention */
    REMANDED,     /* away from home, the case goes on */
    INVESTIGATED, /* no outcome yet */
    ACQUITTED,    /* or the case was dropped */
    APPEALED,     /* with another outcome */
    BREACHED,     /* the order, which continued */
    MOVED_IN,     /* the case was transferred */
    MOVED_OUT,
    CARETAKEN, /* for the service of another area */
    PROLIFIC,  /* many offences in several years */
    PROFILE_COUNT
};

/* Ways in which offences end; CASE_POLICE and CASE_COURT have not ended. */
enum sanction {
    RESOLUTION,
    DEFERRED,
    TRIAGED,
    CAUTION,
    CONDITIONAL_CAUTION,
    FINE,
    DISCHARGE,
    REFERRAL,
    REHABILITATION,
    DETENTION,
    LONG_DETENTION,
    ACQUITTAL,
    CONTINUATION, /* of an order that was breached */
    CASE_POLICE,
    CASE_COURT
};

enum { MAX_OFFENCES = 6, MAX_HEARINGS = 3, MAX_PLANS = 3, MAX_STAYS = 24 };

/* Offences that are dealt with together. */
struct occasion {
    enum sanction sanction;
    day when; /* of the outcome; of a case, the day up to which it is told */
    unsigned offences, hearings;
    int months;             /* of the order */
    day done;               /* the programme of an outcome without a term ends; NO_DAY: later */
    const char *remand;     /* the decision at the hearings before the last; NULL: bail */
    const char *breached;   /* the programme */
    day offended;           /* NO_DAY: some time before */
    bool with_victim;       /* if it can have one */
    bool without_programme; /* where there need not be one */
};

struct stay {
    day start, end;
    const char *type;
};

struct life {
    struct record *record;
    uint64_t random, seed;
    unsigned long index;
    enum profile profile;
    int year;
    day start, end, today; /* the quarter, and the day of the extract */
    /* Plain lives have no more in them than their profile says: faults find their way there. */
    bool plain;

    day birth, ten, eighteen; /* birthdays */
    int age;                  /* at the end of the quarter */
    day first_contact;
    day moved_in, moved_out; /* transfers of the case */
    bool elsewhere;          /* lives in another area */

    /* Away from home: in custody, remanded; in order. */
    unsigned stay_count, remand_count;
    struct stay stays[MAX_STAYS], remands[MAX_STAYS];
    day outcomes[MAX_STAYS * 2]; /* days that have an outcome */
    unsigned outcome_count;
    bool arrested;
    day first_arrest;
    const char *programme; /* the id of the last one, its days */
    day programme_start, programme_end;
    unsigned offences, hearings, programmes, victims, assets, parentings; /* ids given out */
};

/* What does not differ between the children of a return. */
struct circumstances {
    int year;
    day start, end, today;
    uint64_t seed;
};

/* Tells the life of child number index. A plain one is of the age at the end of the quarter, and
 * has had the birthday 150 days before. */
void live(struct life *life, struct record *record, const struct circumstances *circumstances,
          enum profile profile, unsigned long index);
void live_plainly(struct life *life, struct record *record,
                  const struct circumstances *circumstances, enum profile profile, int age,
                  unsigned long index);

/* A profile of clean returns, at random. */
enum profile pick_profile(uint64_t *random);

/* Never in a plain life. */
static inline bool maybe(struct life *life, unsigned percent)
{
    return !life->plain && chance(&life->random, percent);
}

/* In a plain life the first one. */
static inline unsigned any_of(struct life *life, unsigned count)
{
    return life->plain ? 0 : below(&life->random, count);
}

#define ANY(life, table) ((table)[any_of(life, COUNT_OF(table))])

/* In a plain life the day in the middle. */
static inline day sometime(struct life *life, day first, day last)
{
    if (life->plain)
        return last <= first ? first : first + (last - first) / 2;
    return between(&life->random, first, last);
}

/* The same day some months later or earlier; the last of the month if it has no such day. */
day months_after(day when, int months);
/* The last day of an order of that length. */
day term_end(day when, int months);

/* The number of the child in the service. */
const char *child_id(struct life *life);
/* An id of a record of the child. */
const char *make_id(struct life *life, char kind, unsigned number);

/* Sets an item of the last row. */
static inline void tell(struct life *life, enum table_id table, unsigned column, const char *text)
{
    record_set(life->record, table, column, text);
}

static inline void tell_day(struct life *life, enum table_id table, unsigned column, day when)
{
    record_set_day(life->record, table, column, when);
}

static inline void tell_number(struct life *life, enum table_id table, unsigned column,
                               unsigned number)
{
    record_set_number(life->record, table, column, number);
}

/* The row of the person; after all else is told. */
void introduce(struct life *life);

/* Home, care, education and health; after the occasions. */
void tell_circumstances(struct life *life);

/* Offences with what became of them. */
void face(struct life *life, struct occasion *occasion);
/* The last offence has another outcome on appeal. */
void appeal(struct life *life, day when, const char *outcome);
/* Lives there for a time, unless away from home already. */
void stay_away(struct life *life, const struct stay *stay);

/* The parts of it: what is planned first is told then. */
struct plan {
    const char *type;
    day start, end; /* NO_DAY: open */
    bool counts;    /* in the indicators */
};

struct proceedings {
    const struct occasion *occasion;
    const struct sanction_facts *facts;
    bool serious; /* offences of serious violence may be among them */
    bool victim;
    unsigned offence_count, hearing_count, plan_count;
    const char *offences[MAX_OFFENCES], *hearings[MAX_HEARINGS];
    day offence_days[MAX_OFFENCES], hearing_days[MAX_HEARINGS];
    bool dropped[MAX_OFFENCES]; /* the offence ended otherwise */
    struct plan plans[MAX_PLANS];
};

struct sanction_facts {
    const char *outcome, *disposal;
    bool court, supported; /* in court; supervised by the service */
    bool out_of_court;     /* completion is asked for */
    const char *stage;     /* of the first assessment */
};

const struct sanction_facts *facts_of(enum sanction sanction);
void plan_programmes(struct life *life, struct proceedings *p);
void tell_programmes(struct life *life, struct proceedings *p);
/* A programme with its assessments, that no offence is needed for. */
void tell_prevention(struct life *life, const struct plan *plan);
/* An assessment, or work with parents, that goes with a programme. */
void tell_assessment(struct life *life, const char *stage, day when, const char *programme);
void tell_parenting(struct life *life, day when, const char *programme);
/* What was done for the victim of an offence that ended on that day. */
void tell_victim(struct life *life, const char *offence, day when);
void link(struct life *life, enum table_id table, const char *from, const char *to);

/* A type of offence; its number may be any, and neighbours differ. */
enum { BREACH_TYPE = 1000 };
struct offence_type {
    const char *code, *category, *score, *description;
    bool knife;
};
const struct offence_type *offence_type(unsigned number, bool serious);
/* Writes the table of categories and scores, as a service would load it. */
void write_gravity(FILE *file);

#endif
