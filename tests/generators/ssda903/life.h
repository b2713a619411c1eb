/* What happens to one child over two years, and what the returns of these years say of it.
 *
 * A life is told once, as a course of days; each of the two returns is cut out of it, so that what
 * was open at the end of last year goes on in this one. All of it is invented: synthetic data made
 * by statval's generator, no real child.
 */
#ifndef SSDA903_LIFE_H
#define SSDA903_LIFE_H

#include "reference.h"

/* The kinds of lives. */
enum profile {
    SETTLED,          /* looked after throughout */
    STARTED,          /* since this year */
    LEFT,             /* until this year */
    BRIEF,            /* for a part of this year */
    RETURNED,         /* left and came back */
    LEFT_AT_18,       /* this year */
    TEMPORARY,        /* a temporary placement and back */
    MOTHER,           /* a girl with a child of her own */
    RESTRICTED,       /* under deprivation of liberty orders */
    REMANDED,         /* youth justice */
    ADOPTED,          /* this year */
    ADOPTED_BY_CARER, /* by the foster carer, this year */
    PLACED_TO_ADOPT,  /* with adopters, not yet adopted */
    ORDERED,          /* placement order, waiting for adopters */
    DECIDED,          /* decision that the child should be adopted, no order */
    REVERSED,         /* such a decision, reversed this year */
    UASC_SETTLED,     /* unaccompanied, looked after throughout */
    UASC_STARTED,     /* since this year */
    UASC_LEFT,        /* turned 18 this year */
    BREAKS,           /* a series of short breaks */
    BREAKS_AGREED,    /* short breaks, the agreement recorded */
    LEAVER,           /* left this year, before the birthday: a care leaver */
    LEAVER_RECENT,    /* left last year */
    LEAVER_OLDER,     /* left before */
    PROFILE_COUNT
};

enum { MAX_STAYS = 40, MAX_SPANS = 24, MAX_WORKERS = 24, MAX_LIFE_REVIEWS = 16 };

/* Registration of supported accommodation began; independent living stopped being a placement. */
#define SUPPORTED_REGISTERED day_of(2023, 10, 28)

/* Where a child lives. Codes are the newest: H5 is K3 here, Z1 one of Z11 to Z14. */
struct placement {
    const char *place, *provider, *urn;
    enum area area;
    unsigned postcode;
};

/* An episode. Without an end it goes on after the two years. */
struct stay {
    day start, end;
    char rne;
    const char *ls, *rec, *reason;
    struct placement placement;
};

struct span {
    day start, end;
    const char *code;
};

struct leaver {
    const char *in_touch, *activ, *accom;
};

struct life {
    uint64_t random;
    unsigned long index;
    enum profile profile;
    /* Plain lives have no more in them than their profile says: faults find their way there. */
    bool plain;
    int year;
    day last_start, last_end, start, end; /* CSL, CEL, CS, CE */

    cell child, upn;
    const char *ethnic, *cin, *upn_unknown;
    bool girl, unaccompanied, short_breaks;
    day birth, status_ceased, first_child;
    enum area home_area;
    unsigned home_postcode;

    unsigned stay_count, missing_count, worker_count, order_count, review_count, decision_count;
    struct stay stays[MAX_STAYS];
    struct span missing[MAX_SPANS], workers[MAX_WORKERS], orders[2], decisions[2];
    day reviews[MAX_LIFE_REVIEWS];
    char worker_ids[MAX_WORKERS][12];

    /* Adoption. */
    day matched;
    bool by_carer;
    /* Previous permanence: PREV_PERM, LA_PERM, DATE_PERM. */
    const char *previous, *previous_authority;
    cell previous_date;
    /* Care leavers: in last year's return and in this one; in_touch is NULL where there is none. */
    struct leaver leaver_last, leaver;
};

/* Tells the life of a child, number index, as of the return of the year. A plain one is of the age
 * at the end of the year, of the sex asked for. */
void live(struct life *life, enum profile profile, int year, unsigned long index, uint64_t seed);
void live_plainly(struct life *life, enum profile profile, int age, bool girl, int year,
                  unsigned long index, uint64_t seed);

/* A profile of clean returns, at random. */
enum profile pick_profile(uint64_t *random, int year);

/* The days of a period of care, in order: begin, moves, end. Each goes on from the last stay. */
void begin_care(struct life *life, day start, char rne, const char *ls,
                const struct placement *placement);
void move_to(struct life *life, day when, char rne, const char *ls,
             const struct placement *placement, const char *reason);
void end_care(struct life *life, day end, const char *rec);
const struct stay *latest_stay(const struct life *life);

/* Events at random from the day of the last stay until the limit. */
void pass_time(struct life *life, day limit);

/* A placement that suits a child of that age and legal status, and is not at the postcode of the
 * one before. */
struct placement find_placement(struct life *life, day when, const char *ls);
struct placement with_foster_carers(struct life *life, const char *place);
struct placement with_provider(struct life *life, enum service service, const char *place);

/* How the period of care would end on that day. */
const char *choose_end(struct life *life, day end);

/* Registers supported accommodation: what it was called before ends on that day. */
void register_supported(struct life *life);

/* The builders of the profiles that make up a file of their own. */
void live_until_adopted(struct life *life);
void live_until_placed(struct life *life);
void live_under_order(struct life *life);
void live_with_decision(struct life *life);
void live_with_reversal(struct life *life);
void arrive_alone(struct life *life);
void take_breaks(struct life *life);
void agree_breaks(struct life *life);
void leave_before_birthday(struct life *life);
void have_left_last_year(struct life *life);
void have_left_before(struct life *life);

/* A day of birth between two days; in a plain life it is settled already. */
void be_born(struct life *life, day earliest, day latest);

/* Starts to be looked after: in a plain life under a full care order, with foster carers. */
void start_care(struct life *life, day when, day limit);
/* Is looked after since before last year; or perhaps starts in it. */
void go_on_in_care(struct life *life);
void be_in_care(struct life *life);

/* Everything beside the episodes: reviews, missing, social workers, ... */
void add_outcomes(struct life *life);

/* Whether the child is in the return of the period, and what it says of it. */
bool in_return(const struct life *life, int year);
void cut_record(struct life *life, int year, struct record *record);

#endif
