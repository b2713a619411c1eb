/*
 * Pair rules: days of records L that lie within intervals of records O, below one record.
 *
 * The days are sorted once; each interval is then a run of them. Two records of one table whose
 * days are equal may lie in each other's intervals: they are one pair, in which the record further
 * down the file counts as the later.
 */
#include <stdlib.h>

#include "worker.h"

struct dated {
    sv_day day;
    const struct sv_row *row;
};

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

/* The readable days of a pair rule below a record, in order. */
static struct dated *collect_days(struct worker *worker, const struct sv_row *under, size_t *count)
{
    const struct sv_pairs *pairs = &worker->rule->rule->pairs;
    const struct store *store = worker->store;
    struct range range = store_below(store, under, pairs->day.table);
    struct dated *days = arena_new(&worker->scratch, (range.hi - range.lo) * sizeof(*days));
    *count = 0;
    for (uint32_t i = range.lo; i < range.hi; i++) {
        const struct sv_row *row = store_row(store, pairs->day.table, i);
        sv_day day = store_value(store, row, pairs->day.field)->number;
        if (day == SV_NONE || (pairs->except && pairs->except(&worker->context, row)))
            continue;
        days[(*count)++] = (struct dated){day, row};
    }
    if (!is_sorted(days, *count))
        qsort(days, *count, sizeof(*days), compare_dated);
    return days;
}

static size_t first_from(const struct dated *days, size_t count, sv_day day)
{
    size_t lo = 0;
    while (lo < count) {
        size_t middle = lo + (count - lo) / 2;
        if (days[middle].day < day)
            lo = middle + 1;
        else
            count = middle;
    }
    return lo;
}

/* Whether the pair is found a second time, with the roles exchanged, and that one counts. */
static bool found_otherwise(struct worker *worker, const struct dated *later,
                            const struct sv_row *other, sv_day other_day)
{
    if (later->row->table != other->table || later->day != other_day ||
        later->row->number > other->number)
        return false;
    struct sv_interval mine = worker->rule->rule->test.pair(&worker->context, later->row);
    return mine.first <= other_day && other_day <= mine.last;
}

void pairs_run(struct worker *worker, const struct sv_row *under)
{
    const struct sv_rule *rule = worker->rule->rule;
    const struct sv_pairs *pairs = &rule->pairs;
    struct range others = store_below(worker->store, under, pairs->other);
    struct range dated = store_below(worker->store, under, pairs->day.table);
    bool one_table = pairs->other == pairs->day.table;
    if (others.hi - others.lo <= (one_table ? 1U : 0U) || dated.lo == dated.hi)
        return;
    size_t count;
    const struct dated *days = collect_days(worker, under, &count);
    for (uint32_t i = others.lo; i < others.hi && !worker->mute; i++) {
        const struct sv_row *other = store_row(worker->store, pairs->other, i);
        struct sv_interval interval = rule->test.pair(&worker->context, other);
        sv_day other_day =
            one_table ? store_value(worker->store, other, pairs->day.field)->number : SV_NONE;
        for (size_t d = first_from(days, count, interval.first);
             d < count && days[d].day <= interval.last && !worker->mute; d++) {
            if (days[d].row != other && !found_otherwise(worker, &days[d], other, other_day))
                worker_report(worker, days[d].row, other);
        }
    }
}
