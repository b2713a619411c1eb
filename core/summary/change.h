/* This year's figures beside last year's: how much each changed, and by whom. */
#ifndef STATVAL_CHANGE_H
#define STATVAL_CHANGE_H

#include "summary.h"

/* What became of a figure since last year. */
struct change_since {
    const struct figure *before; /* NULL: there was none */
    size_t added;                /* subjects that are counted, and were not */
    size_t removed;              /* that were, and are not */
    size_t changed;              /* that are and were, with other records */
    bool flagged;                /* changed by more than the share that was asked for */
};

struct changes {
    const struct summary *now;
    const struct summary *before;
    uint32_t *then;  /* by number of a subject now: its number then; 0: it was not there */
    uint32_t *since; /* the other way round */
};

/** Finds the subjects of one return in the other; both must have their members. changes_free() it.
 */
void changes_make(struct changes *changes, const struct summary *now, const struct summary *before);
void changes_free(struct changes *changes);

/** Compares a figure with last year's. `percent`: from which change on it is flagged. */
struct change_since change_of(const struct changes *changes, const struct figure *figure,
                              int percent);

#endif
