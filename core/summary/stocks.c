#include "stocks.h"

#include <stdlib.h>

#include "../base/fault.h"
#include "../engine/worker.h"

static int month_of(sv_day day)
{
    struct sv_date date = sv_date_of(day);
    return date.year * 12 + date.month - 1;
}

static bool is_in(const struct check *check, sv_day day)
{
    return day != SV_NONE && day >= check->period_start && day <= check->period_end;
}

/* Whether it is there when `day` has ended. */
static bool is_there(const struct sv_stay *stay, sv_day day)
{
    return stay->first <= day && (stay->last == SV_NONE || stay->last > day);
}

static void note_broken(struct stock_figure *figure, const struct sv_row *row)
{
    const struct sv_row **broken = mem_grow((void **)&figure->broken, &figure->broken_capacity,
                                            figure->broken_count++, sizeof(*broken));
    *broken = row;
}

/* `before` is the last day before each month in turn. */
static void follow_months(struct stock_figure *figure, const struct check *check,
                          const struct sv_stay *stay)
{
    sv_day before = check->period_start - 1;
    for (size_t m = 0; m < figure->month_count; m++) {
        sv_day end = figure->month_last[m];
        figure->month_starts[m] += stay->first > before && stay->first <= end;
        figure->month_ends[m] += stay->last != SV_NONE && stay->last > before && stay->last <= end;
        figure->month_open[m] += is_there(stay, end);
        before = end;
    }
}

static void count_stay(struct stock_figure *figure, const struct check *check,
                       const struct sv_stay *stay, const struct sv_row *row)
{
    bool opening = is_there(stay, check->period_start - 1);
    bool starts = is_in(check, stay->first);
    bool ends = is_in(check, stay->last);
    bool closing = is_there(stay, check->period_end);
    figure->opening += opening;
    figure->starts += starts;
    figure->ends += ends;
    figure->closing += closing;
    follow_months(figure, check, stay);
    if (opening + starts - ends != closing || stay->unclear)
        note_broken(figure, row);
}

static void begin_months(struct stock_figure *figure, const struct check *check)
{
    figure->first_month = month_of(check->period_start);
    int months = month_of(check->period_end) - figure->first_month + 1;
    figure->month_count = months > SUMMARY_MONTHS_MAX ? 0 : (size_t)months;
    for (size_t m = 0; m < figure->month_count; m++) {
        int next = figure->first_month + (int)m + 1;
        sv_day last = sv_day_of(next / 12, next % 12 + 1, 1) - 1;
        figure->month_last[m] = last < check->period_end ? last : check->period_end;
    }
}

static bool has_tables(const struct sv_stock *stock, const struct store *store)
{
    for (size_t i = 0; i < stock->table_count; i++) {
        if (!store->tables[stock->tables[i]].given)
            return false;
    }
    return store->tables[stock->table].given;
}

static void follow(struct stock_figure *figure, const struct check *check, struct worker *worker)
{
    uint16_t table = figure->stock->table;
    if (!has_tables(figure->stock, &check->store)) {
        figure->skipped = "a table that it needs was not given";
        return;
    }
    begin_months(figure, check);
    for (uint32_t i = 0; i < check->store.tables[table].count; i++) {
        const struct sv_row *row = store_at(&check->store, table, i);
        struct sv_stay stay = {SV_NONE, SV_NONE, false};
        fault_watch_work("stock ", figure->stock->name, row);
        if (figure->stock->stay(&worker->context, row, &stay) && stay.first != SV_NONE)
            count_stay(figure, check, &stay, row);
        worker_end_unit(worker);
    }
    fault_watch_nothing();
}

void follow_stocks(struct summary *summary)
{
    const struct check *check = summary->report->check;
    struct worker worker;
    worker_open(&worker, &check->engine);
    for (size_t i = 0; i < summary->stock_count; i++)
        follow(&summary->stocks[i], check, &worker);
    worker_close(&worker);
}

long stock_gap(const struct stock_figure *figure)
{
    return (long)figure->opening + (long)figure->starts - (long)figure->ends -
           (long)figure->closing;
}
