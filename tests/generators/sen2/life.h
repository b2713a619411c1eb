/* What happens to one person, told as the rows of the return. All of it is invented: synthetic data
 * made by statval's generator, no real person.
 */
#ifndef SEN2_LIFE_H
#define SEN2_LIFE_H

#include "reference.h"
#include "tables.h"

/* The cases that a return has to tell of. */
enum profile {
    ACTIVE,      /* a plan of earlier years */
    ISSUED,      /* a plan of the period */
    REFUSED,     /* no assessment */
    CEASED,      /* a plan of earlier years, ended in the period */
    ASSESSING,   /* the assessment goes on */
    TRANSFERRED, /* a plan that came from another authority */
    UNDECIDED,   /* a request of the last weeks */
    UNISSUED,    /* assessed, no plan */
    WITHDRAWN,   /* the request */
    DROPPED,     /* the assessment was withdrawn */
    EXPORTED,    /* moved away before the assessment was complete */
    APPEALED,    /* a plan, after an appeal about the refusal to assess */
    CONCEDED,    /* a plan, after an appeal about the decision not to issue it */
    ASKED_AGAIN, /* after a refusal */
    RETURNED,    /* the plan went to another authority, and came back */
    PROFILE_COUNT
};

struct setting {
    const char *urn, *ukprn, *code;
    const char *unit, *resourced;
};

struct life {
    struct record *record;
    uint64_t random, seed;
    unsigned long index;
    enum profile profile;
    int year;
    day start, end, census, filed; /* the period, the census day, the day of the file */
    /* Plain lives have no more in them than their profile says: faults find their way there. */
    bool plain;
    /* The authority has bad habits: see the faults of whole returns. */
    bool careless;
    bool unidentified; /* the authority does not know the UPN */

    day birth;
    int age, school_age; /* on the census day; at the beginning of its academic year */
    struct setting setting;
    bool second_setting;
    const char *residential, *work; /* codes, or blank */
};

/* What does not differ between the persons of a return. */
struct circumstances {
    int year;
    day filed;
    uint64_t seed;
    bool careless;
};

day census_day(int year);

/* The day on which a file is usually made. */
#define FILED(year) day_of((year), 2, 20)

/* Tells the life of person number index. A plain one is of the age on the census day, and has the
 * birthday in October. */
void live(struct life *life, struct record *record, const struct circumstances *circumstances,
          enum profile profile, unsigned long index);
void live_plainly(struct life *life, struct record *record,
                  const struct circumstances *circumstances, enum profile profile, int age,
                  unsigned long index, bool unidentified);

/* A profile of clean returns, at random. */
enum profile pick_profile(uint64_t *random);

/* Never in a plain life. */
static inline bool maybe(struct life *life, unsigned percent)
{
    return !life->plain && chance(&life->random, percent);
}

/* In a plain life the day in the middle. */
static inline day sometime(struct life *life, day first, day last)
{
    if (life->plain)
        return last <= first ? first : first + (last - first) / 2;
    return between(&life->random, first, last);
}

/* Sets a cell of the last row. */
static inline void tell(struct life *life, enum table_id table, unsigned column, const char *text)
{
    record_set(life->record, table, column, text);
}

static inline void tell_day(struct life *life, enum table_id table, unsigned column, day when)
{
    record_set_day(life->record, table, column, when);
}

/* The row of the person: name, identifiers, ... */
void introduce(struct life *life);
/* A check letter or digit that is right. */
void write_upn(unsigned long number, const char *authority, bool temporary, cell upn);
void write_uln(unsigned long number, cell uln);

/* Where the person is to be educated. */
void choose_setting(struct life *life);
void name_plan(struct life *life, day start);
void cease_plan(struct life *life, day when, const char *reason);
/* The active plan. Blank: it was not transferred. NO_DAY: it has not ceased. */
void act_on_plan(struct life *life, day start, day ceased, const char *transfer);

const char *other_authority(struct life *life);

#endif
