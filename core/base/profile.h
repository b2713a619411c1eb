/* Where the time of a check goes, for --profile. */
#ifndef STATVAL_PROFILE_H
#define STATVAL_PROFILE_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

/* Steps of a check, one after the other. */
enum phase {
    PHASE_NONE,
    PHASE_OPEN,   /* plugins, and what the files are */
    PHASE_READ,   /* parsing, and tables of the values */
    PHASE_SCHEMA, /* loading it, and checking against it */
    PHASE_INDEX,  /* joining, sorting, what the plugin prepares */
    PHASE_RULES,
    PHASE_REPORT,
    PHASE_COUNT
};

struct profile {
    uint64_t spent[PHASE_COUNT]; /* nanoseconds; of PHASE_NONE: left out */
    uint64_t since;              /* when the phase began that runs */
    enum phase running;
    atomic_uint_fast64_t *rules; /* by place in the plan: nanoseconds, on all cores together */
    size_t rule_count;
};

/** Time that only goes forward, in nanoseconds. */
uint64_t profile_now(void);

/** Ends the phase that runs and begins another; PHASE_NONE: nothing runs. All functions do nothing
 *  without a profile (NULL). */
void profile_enter(struct profile *profile, enum phase phase);

/** Counts nanoseconds of the phase that runs for another one; PHASE_NONE: for none. */
void profile_count(struct profile *profile, enum phase phase, uint64_t nanoseconds);

/** Makes room for the times of rules. profile_free() it. */
void profile_plan(struct profile *profile, size_t rule_count);
void profile_free(struct profile *profile);

/** Adds the time since `began`, on one core, to a rule. */
void profile_rule(struct profile *profile, size_t rule, uint64_t began);

#endif
