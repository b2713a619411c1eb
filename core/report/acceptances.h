/*
 * Findings that the user accepts, with the reason: a CSV file that is kept beside the returns and
 * edited in a spreadsheet. docs/acceptances.md describes its columns.
 */
#ifndef STATVAL_ACCEPTANCES_H
#define STATVAL_ACCEPTANCES_H

#include <stdbool.h>
#include <stddef.h>

#include <statval/date.h>

#include "../base/error.h"

/* One line of the file. Texts are "" when their cell is blank. */
struct acceptance {
    const char *rule;    /* code; mandatory */
    const char *subject; /* its id as in reports; "": a finding about the return as a whole */
    const char *table;   /* of the finding's first record; "": any */
    const char *key;     /* NAME=VALUE; NAME=VALUE: fields of that record; "": any */
    const char *id;      /* of the finding; "": any */
    const char *reason;  /* mandatory: the text for the portal's note */
    const char *by;
    sv_day on;      /* SV_NONE: not said */
    sv_day expires; /* last day on which it holds; SV_NONE: it does not expire */
    size_t limit;   /* most findings that it accepts; 0: any number */
    unsigned line;  /* of the file */
    size_t used;    /* findings that it accepted */
};

/* A finding, as far as acceptances look at it. Names are plain, whatever is redacted. */
struct accepted {
    const char *rule;
    const char *subject; /* NULL: none */
    const char *table;   /* NULL: none */
    const char *id;
    /** Whether the field of its first record has this value. */
    bool (*has_value)(const void *context, const char *name, size_t length, const char *value,
                      size_t value_length);
    const void *context;
};

struct acceptances;

/** Reads a file. `today`: lines that expired before it accept nothing. NULL with STATUS_USAGE when
 * a line is not right, which the message names. acceptances_free() it. */
struct acceptances *acceptances_read(const char *path, sv_day today, struct error *error);
void acceptances_free(struct acceptances *acceptances);

/** Name of the file. */
const char *acceptances_path(const struct acceptances *acceptances);

/** The lines of the file, in its order. */
const struct acceptance *acceptances_lines(const struct acceptances *acceptances, size_t *count);

/** Whether a line expired before today. */
bool acceptance_is_expired(const struct acceptances *acceptances,
                           const struct acceptance *acceptance);

/** Begins to count findings anew. */
void acceptances_restart(struct acceptances *acceptances);

/** The first line that accepts a finding, which is counted; NULL: none does. */
const struct acceptance *acceptances_match(struct acceptances *acceptances,
                                           const struct accepted *finding);

#endif
