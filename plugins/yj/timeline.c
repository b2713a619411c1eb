#include "timeline.h"

#include <stdlib.h>

void timeline_clear(struct timeline *timeline)
{
    timeline->count = 0;
}

/* Days of different keys are farther apart than any two days. */
static int64_t moment(int key, sv_day day)
{
    return (int64_t)key * (INT64_C(1) << 32) + day;
}

void timeline_note(const struct sv_context *ctx, struct timeline *timeline, int key, sv_day start,
                   sv_day end, const struct sv_row *row)
{
    if (start == SV_NONE || !is_before(start, end))
        return;
    if (timeline->count == timeline->room) {
        uint32_t room = timeline->room ? 2 * timeline->room : 16;
        struct span *spans = ctx->host->keep(ctx, room * sizeof(*spans));
        if (timeline->count)
            memcpy(spans, timeline->spans, timeline->count * sizeof(*spans));
        timeline->spans = spans;
        timeline->room = room;
    }
    timeline->spans[timeline->count++] =
        (struct span){.start = moment(key, start), .end = moment(key, end), .row = row};
}

static int compare_steps(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left;
    int64_t b = *(const int64_t *)right;
    return a < b ? -1 : a > b;
}

static void make_room(const struct sv_context *ctx, struct timeline *timeline)
{
    timeline->leaves = 1;
    while (timeline->leaves < timeline->count)
        timeline->leaves *= 2;
    if (timeline->leaf_room >= timeline->leaves)
        return;
    timeline->leaf_room = timeline->leaves;
    timeline->steps = ctx->host->keep(ctx, timeline->leaves * sizeof(*timeline->steps));
    timeline->whole = ctx->host->keep(ctx, 2 * timeline->leaves * sizeof(*timeline->whole));
    timeline->least = ctx->host->keep(ctx, 2 * timeline->leaves * sizeof(*timeline->least));
}

void timeline_build(const struct sv_context *ctx, struct timeline *timeline)
{
    make_room(ctx, timeline);
    for (uint32_t i = 0; i < timeline->count; i++)
        timeline->steps[i] = timeline->spans[i].start;
    if (timeline->count > 1)
        qsort(timeline->steps, timeline->count, sizeof(*timeline->steps), compare_steps);
    for (uint32_t i = 0; i < 2 * timeline->leaves; i++)
        timeline->whole[i] = timeline->least[i] = NULL;
}

/* The leaf of the first step at or after a moment. */
static uint32_t leaf_from(const struct timeline *timeline, int64_t from)
{
    uint32_t lo = 0;
    for (uint32_t hi = timeline->count; lo < hi;) {
        uint32_t middle = (lo + hi) / 2;
        if (timeline->steps[middle] < from)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo + timeline->leaves;
}

/* Takes a record in place of one that stands later, or of none. */
static void take_earlier(const struct sv_row **place, const struct sv_row *row)
{
    if (row && (!*place || row->number < (*place)->number))
        *place = row;
}

/* Tells the nodes above a leaf of a record below them. */
static void tell_above(struct timeline *timeline, uint32_t leaf, const struct sv_row *row)
{
    for (uint32_t node = leaf / 2; node > 0; node /= 2)
        take_earlier(&timeline->least[node], row);
}

static void fill(struct timeline *timeline, uint32_t node, const struct sv_row *row)
{
    take_earlier(&timeline->whole[node], row);
    take_earlier(&timeline->least[node], row);
}

void timeline_add(struct timeline *timeline, const struct span *span)
{
    uint32_t first = leaf_from(timeline, span->start);
    uint32_t end = leaf_from(timeline, span->end);
    for (uint32_t from = first, to = end; from < to; from /= 2, to /= 2) {
        if (from % 2)
            fill(timeline, from++, span->row);
        if (to % 2)
            fill(timeline, --to, span->row);
    }
    tell_above(timeline, first, span->row);
    tell_above(timeline, end - 1, span->row);
}

const struct sv_row *timeline_first(const struct timeline *timeline, const struct span *span)
{
    const struct sv_row *found = NULL;
    uint32_t first = leaf_from(timeline, span->start);
    uint32_t end = leaf_from(timeline, span->end);
    for (uint32_t node = first; node > 0; node /= 2)
        take_earlier(&found, timeline->whole[node]);
    for (uint32_t node = end - 1; node > 0; node /= 2)
        take_earlier(&found, timeline->whole[node]);
    for (uint32_t from = first, to = end; from < to; from /= 2, to /= 2) {
        if (from % 2)
            take_earlier(&found, timeline->least[from++]);
        if (to % 2)
            take_earlier(&found, timeline->least[--to]);
    }
    return found;
}
