/*
 * The findings of an earlier report, by their ids: what is new since then, and what is fixed. Ids
 * are made of what findings say, so that records may be put into another order in between.
 */
#ifndef STATVAL_BASELINE_H
#define STATVAL_BASELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/error.h"

/* A finding of the earlier report. Texts live as long as the baseline. */
struct old_finding {
    const char *id;
    const char *rule;
    const char *severity;
    const char *subject; /* NULL: none */
    const char *message;
    const char *table; /* of its first record; NULL: none */
    unsigned row;
    bool explained; /* it was accepted */
    bool met;       /* the later report has it too */
};

struct baseline;

/** Reads a report in the format json. NULL with STATUS_USAGE when the file is none.
 *  baseline_free() it. */
struct baseline *baseline_read(const char *path, struct error *error);
void baseline_free(struct baseline *baseline);

/** Name of the file, and the id of the return that it is about. */
const char *baseline_path(const struct baseline *baseline);
const char *baseline_return(const struct baseline *baseline);

/** Whether values and subjects were left out of it: its ids differ from those of a plain one. */
bool baseline_is_redacted(const struct baseline *baseline);

/** Whether the earlier report has a finding, which is noted. */
bool baseline_has(struct baseline *baseline, const char *id);

/** Its findings, in its order. */
const struct old_finding *baseline_findings(const struct baseline *baseline, size_t *count);

#endif
