/* One worker of the engine: what a rule reaches through its context. */
#ifndef STATVAL_WORKER_H
#define STATVAL_WORKER_H

#include "../model/store.h"
#include "../reference/postcodes.h"
#include "engine.h"

/** Most findings of one rule on one record (with what lies below it); what is beyond is not
 *  recorded, and the rule is marked as cut. Only pairs and sets of hostile size come near. */
#define UNIT_FINDINGS_MAX 10000

/** Most records of one finding; likewise. */
#define FINDING_PLACES_MAX 1000

#define WORKING_DAY_MEMORY 8

/* Equal values below one record; made by repeats.c. */
struct sv_repeats {
    const struct store *store;
    uint16_t table;
    bool any_case;   /* letter case does not matter */
    uint32_t lo;     /* place of the first record */
    uint32_t count;  /* of records */
    uint32_t *first; /* by record: place + 1 of the first with its value; 0: the value is alone */
    uint32_t *next;  /* by record: place + 1 of the next with its value; 0: none */
};

struct dated {
    sv_day day;
    const struct sv_row *row;
};

/* The days of a field below one record, in order; made by days.c. */
struct day_index {
    const struct sv_row *under;
    struct sv_at field;
    bool (*except)(const struct sv_context *ctx, const struct sv_row *row);
    struct dated *days;
    size_t count;
    struct arena memory;
};

/* Records of a table that rule after rule is run on. */
struct gathered {
    struct range range;
    const struct sv_row **rows;
    uint32_t room;
};

struct worker {
    struct sv_context context; /* what rules see; first, so that the worker is found from it */
    const struct store *store;
    const struct postcodes *postcodes; /* NULL: no directory */
    struct texts texts;                /* where the plugin keeps texts as it prepares records */
    struct arena kept;                 /* and memory */
    struct gathered *gathered;         /* by table */
    const struct planned_rule *rule;   /* that runs */
    const struct sv_row *unit;         /* on which it runs; NULL: on the return */
    struct findings *findings;         /* where its findings go */
    size_t unit_findings;
    bool cut;        /* the unit has more findings than are kept */
    bool mute;       /* the finding begun is not kept */
    uint32_t places; /* of the finding begun */
    pcre2_match_data *match;
    pcre2_match_context *match_limits;
    struct arena scratch;        /* emptied after each unit */
    struct day_index pair_days;  /* of the pair rule that runs */
    struct day_index asked_days; /* that a rule asked for last */
    struct {
        sv_day day;
        int n;
        sv_day result;
    } working_days[WORKING_DAY_MEMORY];
    struct {
        sv_day first;
        sv_day last;
        int32_t days;
    } last_span; /* for which working days were asked last; at first an empty one */
};

/** The worker that a context belongs to. */
static inline struct worker *worker_of(const struct sv_context *ctx)
{
    return (struct worker *)(uintptr_t)ctx;
}

/** What rules can call. */
extern const struct sv_host host_functions;

/** Makes a worker for a request, for any one thread. worker_close() it; take what is kept before.
 */
void worker_open(struct worker *worker, const struct engine_request *request);
void worker_close(struct worker *worker);

/** Runs the worker's rule on a range of records of the rule's table. */
void worker_run(struct worker *worker, struct range rows);

/** Runs the worker's rule, a return rule, on the return. */
void worker_run_return(struct worker *worker);

/** Makes the findings of the worker's rule, a form rule, from what the reader noted. */
void worker_run_form(struct worker *worker);

/** Gives back what was needed for one record only. */
void worker_end_unit(struct worker *worker);

/* For worker_run(). */

/** Looks for the pairs of a pair rule below a record. */
void pairs_run(const struct sv_context *ctx, const struct sv_row *under);

/** Adds a finding with the fields that the rule's description names. */
void worker_report(struct worker *worker, const struct sv_row *row, const struct sv_row *other);

/** The readable days of a field below a record, in order. Kept in `index` until others are asked
 * for. */
const struct day_index *days_find(struct worker *worker, struct day_index *index,
                                  const struct sv_row *under, struct sv_at field,
                                  bool (*except)(const struct sv_context *, const struct sv_row *));

/** Place of the first day that is not before `day`. */
size_t days_from(const struct day_index *index, sv_day day);

const struct sv_repeats *repeats_find(const struct sv_context *ctx, const struct sv_row *under,
                                      struct sv_at field);
const struct sv_row *repeats_first(const struct sv_repeats *repeats, const struct sv_row *row);
const struct sv_row *repeats_next(const struct sv_repeats *repeats, const struct sv_row *row);

#endif
