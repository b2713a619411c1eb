/*
 * Runs the rules over the store.
 *
 * Subjects are cut into slices; a slice is run through by every rule before the next is taken, so
 * that its records stay in the cache, and slices are shared among the workers. One further task
 * runs what sees the whole return. Every task keeps its own findings, by rule; they are read in the
 * order of rules and tasks, which is the same for any number of workers.
 */
#ifndef STATVAL_ENGINE_H
#define STATVAL_ENGINE_H

#include "../base/profile.h"
#include "../model/store.h"
#include "findings.h"
#include "plan.h"

struct postcodes;

struct task {
    struct range subjects; /* empty: the whole return */
    struct findings findings;
    uint32_t *starts; /* by rule: its first finding; one more at the end */
    bool *cut;        /* by rule: has more findings on one record than are kept */
};

struct results {
    const struct plan *plan;
    struct task *tasks;
    size_t task_count;
    bool *early;   /* by subject: has findings of the first stage; NULL: nothing is hidden */
    size_t hidden; /* findings of later stages that are */
};

struct engine_request {
    const struct plan *plan;
    struct store *store;
    const struct postcodes *postcodes; /* NULL: no directory was given */
    struct arena *kept;                /* for what the plugin prepares; outlives the results */
    struct sv_context context;         /* year, period, today, authority, form */
    unsigned jobs;                     /* workers; at least 1 */
    struct profile *profile;           /* NULL: time is not measured */
};

/** A finding while walking through all of them. */
struct cursor {
    size_t rule; /* of the plan */
    size_t task;
    uint32_t place;
    const struct finding *finding;
    const struct location *locations;
    const char *detail; /* words that the rule added; NULL: none */
};

/** Lets the plugin prepare the records, then runs the plan. results_free() what it gives. */
void engine_run(struct results *results, const struct engine_request *request);
void results_free(struct results *results);

/** Hides the findings of the second and later stages of subjects that have findings of the first,
 * as the department's portal does. */
void results_hide_later_stages(struct results *results, const struct store *store);

/** Goes to the next finding that is not hidden, in the order of rules and of the file; false at the
 * end. Begin with a cursor of zeros. */
bool results_next(const struct results *results, struct cursor *cursor);

/** Number of findings of a rule of the plan. */
size_t results_count(const struct results *results, size_t rule);

/** Whether findings of a rule were left out because one record had too many. */
bool results_cut(const struct results *results, size_t rule);

#endif
