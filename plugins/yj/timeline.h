/*
 * Which record of a child is the first that holds at the same time as another.
 *
 * The days on which records start cut time into steps: two records overlap when both hold on the
 * later of their first days. Over the steps stands a tree, so that adding a record and asking for
 * one cost little however many records a child has.
 */
#ifndef YJ_TIMELINE_H
#define YJ_TIMELINE_H

#include "facts.h"

/** When a record holds: from `start` to the day before `end`. Only records with the same key are
 *  compared. */
struct span {
    int64_t start; /**< key and day in one number */
    int64_t end;
    const struct sv_row *row;
};

/** Begins as zeros. The same one is used for one set of records after the other. */
struct timeline {
    struct span *spans; /**< that were noted */
    uint32_t count;
    uint32_t room;
    int64_t *steps;              /**< their starts, in order */
    const struct sv_row **whole; /**< by node of the tree: the first record that fills its steps */
    const struct sv_row **least; /**< by node: the first record on any of its steps */
    uint32_t leaves;
    uint32_t leaf_room;
};

/** Forgets all records. */
void timeline_clear(struct timeline *timeline);

/** Notes that a record is to be added or asked for. One that starts or ends on no day (SV_NONE), or
 *  ends before its first day is over, holds at no time and is left out. */
void timeline_note(const struct sv_context *ctx, struct timeline *timeline, int key, sv_day start,
                   sv_day end, const struct sv_row *row);

/** Makes the steps, when all records are noted; none of them is added yet. */
void timeline_build(const struct sv_context *ctx, struct timeline *timeline);

/** Adds a record that was noted. */
void timeline_add(struct timeline *timeline, const struct span *span);

/** Of the records that were added, the first in document order that overlaps one that was noted;
 *  NULL: none does. */
const struct sv_row *timeline_first(const struct timeline *timeline, const struct span *span);

#endif
