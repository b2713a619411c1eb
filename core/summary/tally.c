#include "tally.h"

#include <stdlib.h>

#include "../base/fault.h"
#include "../engine/worker.h"

/* What is known of a figure while the records go by: they come subject by subject. */
struct run {
    uint32_t last_counted; /* subject of the last record that was counted; 0: none */
    uint32_t last_among;
};

/* The figures on one table. */
struct walk {
    struct worker *worker;
    struct figure **figures;
    struct run *runs;
    size_t count;
};

static bool has_values(const struct sv_measure *measure)
{
    return measure->kind == SV_QUARTILES_OF;
}

static void keep_value(struct figure *figure, int32_t value)
{
    int32_t *kept = mem_grow((void **)&figure->values, &figure->value_capacity, figure->counted - 1,
                             sizeof(value));
    *kept = value;
}

/* The first band whose greatest value is not below. */
static size_t band_of_value(const struct sv_breakdown *breakdown, int32_t value)
{
    size_t band = 0;
    while (band < breakdown->edge_count && value > breakdown->edges[band])
        band++;
    return band;
}

static uint32_t count_band(size_t *bands, size_t band)
{
    bands[band]++;
    return (uint32_t)(band + 1);
}

/* Counts a record in the bands of a breakdown. Returns a mark of them. */
static uint32_t count_bands(const struct sv_context *ctx, const struct sv_breakdown *breakdown,
                            const struct sv_row *row, int32_t value, size_t *bands)
{
    size_t count = band_count(breakdown);
    uint32_t mark = 0;
    if (breakdown->edges)
        return count_band(bands, band_of_value(breakdown, value));
    if (breakdown->band) {
        int band = breakdown->band(ctx, row);
        return count_band(bands, band >= 0 && (size_t)band < count ? (size_t)band : count);
    }
    for (uint64_t left = breakdown->bands(ctx, row); left; left &= left - 1)
        mark = mark * 31 + count_band(bands, (size_t)__builtin_ctzll(left));
    return mark ? mark : count_band(bands, count);
}

/* Counts a record of the denominator in breakdowns whose bands have shares of their own. */
static void count_wholes(const struct sv_context *ctx, struct figure *figure,
                         const struct sv_row *row, int32_t value)
{
    for (size_t i = 0; i < figure->measure->breakdown_count; i++) {
        if (figure->band_wholes[i])
            count_bands(ctx, &figure->measure->breakdowns[i], row, value, figure->band_wholes[i]);
    }
}

static void note_member(struct figure *figure, const struct sv_row *row, enum sv_part part,
                        uint32_t mark)
{
    struct member *member = &figure->members[row->subject];
    if (part == SV_COUNTED) {
        member->records++;
        member->mark += mark; /* the order of records does not matter */
    }
    if (member->part < (uint8_t)part)
        member->part = (uint8_t)part;
}

static void count_record(const struct sv_context *ctx, struct figure *figure, struct run *run,
                         const struct sv_row *row)
{
    const struct sv_measure *measure = figure->measure;
    struct sv_amount amount = {0, 1};
    uint32_t mark = 1;
    fault_watch_work("measure ", measure->name, row);
    enum sv_part part = measure->test(ctx, row, &amount);
    if (part == SV_APART)
        return;
    figure->among++;
    figure->subjects_among += row->subject && row->subject != run->last_among;
    run->last_among = row->subject;
    count_wholes(ctx, figure, row, amount.value);
    if (part == SV_COUNTED) {
        figure->counted++;
        figure->nobodys += row->subject == 0;
        figure->subjects += row->subject && row->subject != run->last_counted;
        run->last_counted = row->subject;
        figure->sum += amount.value;
        figure->sum_of += amount.of;
        if (has_values(measure))
            keep_value(figure, amount.value);
        for (size_t i = 0; i < measure->breakdown_count; i++)
            mark = mark * 31 +
                   count_bands(ctx, &measure->breakdowns[i], row, amount.value, figure->bands[i]);
    }
    if (figure->members && row->subject)
        note_member(figure, row, part, mark + (uint32_t)amount.value);
}

/* Last year's tables may name more subjects than the return has. */
static uint32_t rows_of(const struct store *store, uint16_t table)
{
    bool subjects = table == store->layout->plugin->subject.table;
    return subjects ? store->own_subjects : store->tables[table].count;
}

static void walk_table(struct walk *walk, uint16_t table)
{
    const struct store *store = walk->worker->store;
    for (uint32_t i = 0, count = rows_of(store, table); i < count; i++) {
        const struct sv_row *row = store_at(store, table, i);
        for (size_t f = 0; f < walk->count; f++)
            count_record(&walk->worker->context, walk->figures[f], &walk->runs[f], row);
        worker_end_unit(walk->worker);
    }
    fault_watch_nothing();
}

static int compare_values(const void *left, const void *right)
{
    int32_t a = *(const int32_t *)left;
    int32_t b = *(const int32_t *)right;
    return (a > b) - (a < b);
}

static void tally_table(struct summary *summary, struct walk *walk, uint16_t table)
{
    walk->count = 0;
    for (size_t i = 0; i < summary->count; i++) {
        struct figure *figure = &summary->figures[i];
        if (figure->skipped || figure->measure->table != table)
            continue;
        walk->runs[walk->count] = (struct run){0};
        walk->figures[walk->count++] = figure;
    }
    if (walk->count)
        walk_table(walk, table);
    for (size_t i = 0; i < walk->count; i++) {
        struct figure *figure = walk->figures[i];
        if (figure->values)
            qsort(figure->values, figure->counted, sizeof(*figure->values), compare_values);
    }
}

/* What measures say of the submission as a whole: the day of their figure, and why there is none.
 */
static void ask_measures(struct summary *summary, const struct sv_context *ctx)
{
    for (size_t i = 0; i < summary->count; i++) {
        struct figure *figure = &summary->figures[i];
        const struct sv_measure *measure = figure->measure;
        fault_watch_work("measure ", measure->name, NULL);
        figure->last = measure->as_at ? measure->as_at(ctx) : ctx->period_end;
        if (!figure->skipped && measure->untold)
            figure->skipped = measure->untold(ctx);
    }
    fault_watch_nothing();
}

void tally(struct summary *summary)
{
    const struct check *check = summary->report->check;
    struct worker worker;
    struct walk walk = {.worker = &worker};
    walk.figures = mem_new(summary->count + 1, sizeof(struct figure *));
    walk.runs = mem_new(summary->count + 1, sizeof(*walk.runs));
    worker_open(&worker, &check->engine);
    ask_measures(summary, &worker.context);
    for (size_t t = 0; t < check->plugin->plugin->table_count; t++)
        tally_table(summary, &walk, (uint16_t)t);
    worker_close(&worker);
    free(walk.figures);
    free(walk.runs);
}
