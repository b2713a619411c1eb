/* The days of one field below one record, sorted. */
#include <stdlib.h>

#include "worker.h"

static int compare_dated(const void *left, const void *right)
{
    const struct dated *a = left;
    const struct dated *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return a->row->number < b->row->number ? -1 : a->row->number > b->row->number;
}

static bool is_sorted(const struct dated *days, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (compare_dated(&days[i - 1], &days[i]) > 0)
            return false;
    }
    return true;
}

static void collect(struct worker *worker, struct day_index *index)
{
    const struct store *store = worker->store;
    struct range range = store_below(store, index->under, index->field.table);
    index->days = arena_new(&index->memory, (range.hi - range.lo) * sizeof(*index->days));
    for (uint32_t i = range.lo; i < range.hi; i++) {
        const struct sv_row *row = store_at(store, index->field.table, i);
        sv_day day = store_value(store, row, index->field.field)->number;
        if (day == SV_NONE || (index->except && index->except(&worker->context, row)))
            continue;
        index->days[index->count++] = (struct dated){day, row};
    }
    if (!is_sorted(index->days, index->count))
        qsort(index->days, index->count, sizeof(*index->days), compare_dated);
}

const struct day_index *days_find(struct worker *worker, struct day_index *index,
                                  const struct sv_row *under, struct sv_at field,
                                  bool (*except)(const struct sv_context *, const struct sv_row *))
{
    bool same = index->days && index->under == under && index->except == except &&
                index->field.table == field.table && index->field.field == field.field;
    if (same)
        return index;
    arena_reset(&index->memory);
    *index = (struct day_index){
        .under = under, .field = field, .except = except, .memory = index->memory};
    collect(worker, index);
    return index;
}

size_t days_from(const struct day_index *index, sv_day day)
{
    size_t lo = 0;
    for (size_t hi = index->count; lo < hi;) {
        size_t middle = lo + (hi - lo) / 2;
        if (index->days[middle].day < day)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}
