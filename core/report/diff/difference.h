/* Two reports on one return, and what became of their findings in between. */
#ifndef STATVAL_DIFFERENCE_H
#define STATVAL_DIFFERENCE_H

#include <stdio.h>

#include "../baseline.h"

enum fate { FATE_FIXED, FATE_NEW, FATE_STILL };

/* A finding of either report. */
struct compared {
    const struct old_finding *finding;
    enum fate fate;
};

struct difference {
    struct baseline *old;
    struct baseline *later;
    struct compared *findings; /* the fixed ones, then those of the later report */
    size_t count;
};

/* How many findings of a rule, or of a child, are fixed, new and still there, by enum fate. */
struct change {
    const char *name;                  /* NULL: the return as a whole */
    const struct old_finding *example; /* one of the findings */
    size_t counts[3];
};

/** Reads two reports and compares them. Fails with STATUS_USAGE when one is no report, or they are
 *  not of one return and kind. difference_free() it either way. */
bool difference_make(struct difference *difference, const char *old_path, const char *later_path,
                     struct error *error);
void difference_free(struct difference *difference);

/** "fixed", "new" or "still". */
const char *fate_name(enum fate fate);

/** Counts of all findings. */
struct change difference_totals(const struct difference *difference);

/** Counts by rule or by child, in the order of their names; free() them. */
struct change *difference_by_rule(const struct difference *difference, size_t *count);
struct change *difference_by_subject(const struct difference *difference, size_t *count);

/** Whether anything is new or fixed. */
bool is_changed(const struct change *change);

/** How many of them are. */
size_t count_changed(const struct change *changes, size_t count);

void difference_write_text(const struct difference *difference, FILE *file);
void difference_write_json(const struct difference *difference, FILE *file);
void difference_write_html(const struct difference *difference, FILE *file);

#endif
