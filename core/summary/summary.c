#include "summary.h"

#include <stdlib.h>
#include <string.h>

#include "stocks.h"
#include "tally.h"

static const char *keep(struct summary *summary, const char *format, const char *name)
{
    char text[256];
    int length = snprintf(text, sizeof(text), format, name);
    char *kept = arena_new(&summary->texts, (size_t)length + 1);
    memcpy(kept, text, (size_t)length + 1);
    return kept;
}

/* Why a measure cannot be worked out; NULL: it can. */
static const char *why_not(struct summary *summary, const struct sv_measure *measure)
{
    const struct check *check = summary->report->check;
    const struct store *store = &check->store;
    if (measure->kind == SV_NOT_IN_RETURN)
        return measure->definition;
    for (size_t i = 0; i <= measure->table_count; i++) {
        uint16_t table = i == 0 ? measure->table : measure->tables[i - 1];
        const struct sv_table *described = store->tables[table].described;
        if (store->tables[table].given)
            continue;
        if (described->options & SV_LAST_YEAR)
            return "needs last year's return (--previous)";
        if (described->options & SV_REFERENCE)
            return keep(summary, "needs the reference data %s, which was not given",
                        described->kind);
        return keep(summary, "needs the table %s, which was not given", described->name);
    }
    if (measure->reference && strcmp(measure->reference, "postcodes") == 0 && !check->postcodes)
        return "needs the reference data postcodes, which was not given";
    return NULL;
}

static void begin_bands(struct figure *figure, size_t number)
{
    const struct sv_breakdown *breakdown = &figure->measure->breakdowns[number];
    size_t count = band_count(breakdown) + 1;
    figure->bands[number] = mem_new(count, sizeof(size_t));
    if (breakdown->whole == SV_OF_BAND)
        figure->band_wholes[number] = mem_new(count, sizeof(size_t));
}

static void begin_figure(struct summary *summary, struct figure *figure, bool members)
{
    const struct sv_measure *measure = figure->measure;
    figure->skipped = why_not(summary, measure);
    figure->bands = mem_new(measure->breakdown_count + 1, sizeof(*figure->bands));
    figure->band_wholes = mem_new(measure->breakdown_count + 1, sizeof(*figure->band_wholes));
    for (size_t i = 0; i < measure->breakdown_count; i++)
        begin_bands(figure, i);
    if (members)
        figure->members =
            mem_new(summary->report->check->store.own_subjects + 1, sizeof(*figure->members));
}

static int compare_places(const void *left, const void *right)
{
    const struct sv_measure *a = ((const struct figure *)left)->measure;
    const struct sv_measure *b = ((const struct figure *)right)->measure;
    return a->section != b->section ? (int)a->section - (int)b->section : a->line - b->line;
}

static int compare_stocks(const void *left, const void *right)
{
    const struct sv_stock *a = ((const struct stock_figure *)left)->stock;
    const struct sv_stock *b = ((const struct stock_figure *)right)->stock;
    int files = strcmp(a->file, b->file);
    return files ? files : a->line - b->line;
}

static void begin(struct summary *summary, bool members)
{
    const struct check *check = summary->report->check;
    size_t measures;
    size_t stocks;
    const struct sv_measure *const *list = plugin_measures(check->plugin->plugin, &measures);
    const struct sv_stock *const *stock_list = plugin_stocks(check->plugin->plugin, &stocks);
    summary->figures = mem_new(measures + 1, sizeof(*summary->figures));
    summary->stocks = mem_new(stocks + 1, sizeof(*summary->stocks));
    for (size_t i = 0; i < measures; i++) {
        if (!in_years(list[i]->first_year, list[i]->last_year, check->year->year))
            continue;
        summary->figures[summary->count].measure = list[i];
        begin_figure(summary, &summary->figures[summary->count++], members);
    }
    for (size_t i = 0; i < stocks; i++) {
        if (in_years(stock_list[i]->first_year, stock_list[i]->last_year, check->year->year))
            summary->stocks[summary->stock_count++].stock = stock_list[i];
    }
    qsort(summary->figures, summary->count, sizeof(*summary->figures), compare_places);
    qsort(summary->stocks, summary->stock_count, sizeof(*summary->stocks), compare_stocks);
}

void summary_make(struct summary *summary, const struct report *report, bool members)
{
    *summary = (struct summary){.report = report};
    begin(summary, members);
    tally(summary);
    follow_stocks(summary);
}

void summary_free(struct summary *summary)
{
    for (size_t i = 0; i < summary->count; i++) {
        struct figure *figure = &summary->figures[i];
        for (size_t b = 0; b < figure->measure->breakdown_count; b++) {
            free(figure->bands[b]);
            free(figure->band_wholes[b]);
        }
        free(figure->bands);
        free(figure->band_wholes);
        free(figure->values);
        free(figure->members);
    }
    for (size_t i = 0; i < summary->stock_count; i++)
        free(summary->stocks[i].broken);
    free(summary->figures);
    free(summary->stocks);
    arena_free(&summary->texts);
}

bool summary_takes(const char *kind)
{
    return strcmp(kind, "population") == 0 || strcmp(kind, "figures") == 0;
}

struct figure *summary_find(const struct summary *summary, const char *name)
{
    for (size_t i = 0; i < summary->count; i++) {
        if (strcmp(summary->figures[i].measure->name, name) == 0)
            return &summary->figures[i];
    }
    return NULL;
}

const char *summary_subject(const struct summary *summary, uint32_t number, char room[ID_ROOM])
{
    const struct store *store = &summary->report->check->store;
    uint16_t table = store->layout->plugin->subject.table;
    const char *name = report_subject(summary->report, store_at(store, table, number - 1), room);
    return name ? name : "nobody";
}

size_t band_count(const struct sv_breakdown *breakdown)
{
    return breakdown->list ? breakdown->list->count : breakdown->label_count;
}

const char *band_label(const struct sv_breakdown *breakdown, size_t band, const char **code)
{
    *code = NULL;
    if (band == band_count(breakdown))
        return "not recorded";
    if (!breakdown->list)
        return breakdown->labels[band];
    *code = breakdown->list->codes[band].code;
    return breakdown->list->codes[band].label;
}

size_t band_whole(const struct figure *figure, size_t breakdown, size_t band)
{
    switch ((enum sv_whole)figure->measure->breakdowns[breakdown].whole) {
    case SV_OF_AMONG:
        return figure->among;
    case SV_OF_BAND:
        return figure->band_wholes[breakdown][band];
    case SV_OF_COUNTED:
        break;
    }
    return figure->counted;
}

bool band_is_shown(const struct figure *figure, size_t breakdown, size_t band, int year)
{
    const struct sv_breakdown *described = &figure->measure->breakdowns[breakdown];
    const size_t *wholes = figure->band_wholes[breakdown];
    if (figure->bands[breakdown][band] > 0 || (wholes && wholes[band] > 0))
        return true;
    if (band == band_count(described))
        return false;
    return !described->list || in_years(described->list->codes[band].first_year,
                                        described->list->codes[band].last_year, year);
}

int32_t figure_quartile(const struct figure *figure, int quarter)
{
    size_t place = (figure->counted * (size_t)quarter + 3) / 4;
    return figure->values[place ? place - 1 : 0];
}
