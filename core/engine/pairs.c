/*
 * Pair rules: days of records L that lie within intervals of records O, below one record.
 *
 * The days are sorted once; each interval is then a run of them. Two records of one table may lie
 * in each other's intervals: they are one pair, in which the record further down the file counts as
 * the later.
 */
#include "worker.h"

/* Whether the pair is found a second time, with the roles exchanged, and that one counts. */
static bool found_otherwise(struct worker *worker, const struct dated *later,
                            const struct sv_row *other, sv_day other_day)
{
    const struct sv_pairs *pairs = &worker->rule->rule->pairs;
    if (later->row->table != other->table || later->row->number > other->number ||
        other_day == SV_NONE || (pairs->except && pairs->except(&worker->context, other)))
        return false;
    struct sv_interval mine = worker->rule->rule->test.pair(&worker->context, later->row);
    return mine.first <= other_day && other_day <= mine.last;
}

void pairs_run(const struct sv_context *ctx, const struct sv_row *under)
{
    struct worker *worker = worker_of(ctx);
    const struct sv_rule *rule = worker->rule->rule;
    const struct sv_pairs *pairs = &rule->pairs;
    struct range others = store_below(worker->store, under, pairs->other);
    struct range dated = store_below(worker->store, under, pairs->day.table);
    bool one_table = pairs->other == pairs->day.table;
    if (others.hi - others.lo <= (one_table ? 1U : 0U) || dated.lo == dated.hi)
        return;
    const struct day_index *index =
        days_find(worker, &worker->pair_days, under, pairs->day, pairs->except);
    for (uint32_t i = others.lo; i < others.hi && !worker->mute; i++) {
        const struct sv_row *other = store_at(worker->store, pairs->other, i);
        struct sv_interval interval = rule->test.pair(&worker->context, other);
        sv_day other_day =
            one_table ? store_value(worker->store, other, pairs->day.field)->number : SV_NONE;
        for (size_t d = days_from(index, interval.first);
             d < index->count && index->days[d].day <= interval.last && !worker->mute; d++) {
            const struct dated *later = &index->days[d];
            if (later->row != other && !found_otherwise(worker, later, other, other_day))
                worker_report(worker, later->row, other);
        }
    }
}
