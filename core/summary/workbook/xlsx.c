/* The figures as a workbook: figures, their bands, stocks by month, how full the records are. */
#include <errno.h>
#include <string.h>

#include "../../report/xlsx/xlsx.h"
#include "../change.h"
#include "../freshness.h"
#include "../population.h"
#include "../published.h"
#include "../value.h"
#include "../write.h"

static const struct column figure_columns[] = {
    {"Section", 24},    {"Figure", 44},       {"Name", 28},          {"Value", 26},
    {"Numerator", 11},  {"Denominator", 12},  {"Unit", 20},          {"Children", 10},
    {"From", 13},       {"To, or as at", 13}, {"Rate", 10},          {"Per", 8},
    {"Population", 12}, {"Counted on", 13},   {"Last year", 26},     {"Came in", 9},
    {"Went out", 9},    {"Changed", 9},       {"Changed a lot", 13}, {"Definition", 60},
    {"Caution", 40},    {"Source", 40},       {"Not given", 40}};

enum figure_column {
    SECTION,
    TITLE,
    NAME,
    VALUE,
    NUMERATOR,
    DENOMINATOR,
    UNIT,
    SUBJECTS,
    FROM,
    TO,
    RATE,
    PER,
    PEOPLE,
    COUNTED_ON,
    BEFORE,
    ADDED,
    REMOVED,
    CHANGED,
    FLAGGED,
    DEFINITION,
    CAUTION,
    SOURCE,
    NOT_GIVEN
};

static void write_parts(struct tab *tab, const struct figure *figure)
{
    lxw_format *look = tab->book->looks.count;
    if (figure->measure->kind == SV_SHARE_OF) {
        tab_count(tab, NUMERATOR, figure->counted, look);
        tab_count(tab, DENOMINATOR, figure->among, look);
    } else if (figure->measure->kind == SV_RATIO_OF && figure->sum >= 0 && figure->sum_of >= 0) {
        tab_count(tab, NUMERATOR, (size_t)figure->sum, look);
        tab_count(tab, DENOMINATOR, (size_t)figure->sum_of, look);
    }
}

static void write_rate(struct tab *tab, const struct summary *summary, const struct figure *figure)
{
    const struct population *population = rate_population(summary, figure);
    char rate[FIGURE_ROOM];
    if (!population)
        return;
    quotient_text(figure_number(figure) * figure->measure->per, population->people, rate);
    tab_text(tab, RATE, rate, NULL);
    tab_number(tab, PER, (uint32_t)figure->measure->per);
    tab_count(tab, PEOPLE, (size_t)population->people, tab->book->looks.count);
    tab_day(tab, COUNTED_ON, population->day);
}

static void write_change(struct tab *tab, const struct summary *summary,
                         const struct figure *figure)
{
    char value[FIGURE_ROOM];
    if (!summary->changes)
        return;
    struct change_since change = change_of(summary->changes, figure, summary->flag_percent);
    if (!change.before)
        return;
    figure_text(change.before, value);
    tab_text(tab, BEFORE, value, NULL);
    tab_count(tab, ADDED, change.added, tab->book->looks.count);
    tab_count(tab, REMOVED, change.removed, tab->book->looks.count);
    tab_count(tab, CHANGED, change.changed, tab->book->looks.count);
    tab_text(tab, FLAGGED, change.flagged ? "yes" : "no", NULL);
}

static void write_given(struct tab *tab, const struct summary *summary, const struct figure *figure)
{
    const struct check *check = summary->report->check;
    char value[FIGURE_ROOM];
    figure_text(figure, value);
    if (figure->measure->kind == SV_NUMBER_OF)
        tab_count(tab, VALUE, figure->counted, tab->book->looks.total);
    else
        tab_text(tab, VALUE, value, NULL);
    write_parts(tab, figure);
    tab_text(tab, UNIT, figure->measure->units, NULL);
    tab_count(tab, SUBJECTS, figure->subjects, tab->book->looks.count);
    tab_day(tab, FROM, figure->measure->at_end ? SV_NONE : check->period_start);
    tab_day(tab, TO, figure->last);
    write_rate(tab, summary, figure);
    write_change(tab, summary, figure);
}

static void write_figures(struct book *book, const struct summary *summary)
{
    struct tab tab;
    const struct sv_plugin *plugin = summary->report->check->plugin->plugin;
    tab_begin(&tab, book, "Figures", figure_columns,
              sizeof(figure_columns) / sizeof(figure_columns[0]));
    for (size_t i = 0; i < summary->count; i++) {
        const struct figure *figure = &summary->figures[i];
        const struct sv_measure *measure = figure->measure;
        tab_next(&tab);
        tab_text(&tab, SECTION, plugin->sections[measure->section], NULL);
        tab_text(&tab, TITLE, measure->title, NULL);
        tab_text(&tab, NAME, measure->name, NULL);
        if (!figure->skipped)
            write_given(&tab, summary, figure);
        tab_text(&tab, DEFINITION, measure->definition, book->looks.wrapped);
        tab_text(&tab, CAUTION, measure->caution, book->looks.wrapped);
        tab_text(&tab, SOURCE, measure->source, book->looks.wrapped);
        tab_text(&tab, NOT_GIVEN, figure->skipped, book->looks.wrapped);
    }
    tab_end(&tab);
}

static const struct column band_columns[] = {{"Figure", 44}, {"Name", 28},   {"By", 28},
                                             {"Code", 8},    {"Band", 44},   {"Number", 10},
                                             {"Of", 10},     {"Per cent", 9}};

static void write_breakdown(struct tab *tab, const struct figure *figure, size_t number, int year)
{
    const struct sv_breakdown *breakdown = &figure->measure->breakdowns[number];
    for (size_t band = 0; band <= band_count(breakdown); band++) {
        size_t counted = figure->bands[number][band];
        const char *code;
        const char *label = band_label(breakdown, band, &code);
        char share[FIGURE_ROOM];
        if (!band_is_shown(figure, number, band, year))
            continue;
        size_t whole = band_whole(figure, number, band);
        share_text(counted, whole, share);
        share[strcspn(share, " ")] = '\0';
        tab_next(tab);
        tab_text(tab, 0, figure->measure->title, NULL);
        tab_text(tab, 1, figure->measure->name, NULL);
        tab_text(tab, 2, breakdown->by, NULL);
        tab_text(tab, 3, code, NULL);
        tab_text(tab, 4, label, NULL);
        tab_count(tab, 5, counted, tab->book->looks.count);
        tab_count(tab, 6, whole, tab->book->looks.count);
        tab_text(tab, 7, share, NULL);
    }
}

static void write_bands(struct book *book, const struct summary *summary)
{
    struct tab tab;
    int year = summary->report->check->year->year;
    tab_begin(&tab, book, "Breakdowns", band_columns,
              sizeof(band_columns) / sizeof(band_columns[0]));
    for (size_t i = 0; i < summary->count; i++) {
        const struct figure *figure = &summary->figures[i];
        for (size_t b = 0; b < figure->measure->breakdown_count && !figure->skipped; b++)
            write_breakdown(&tab, figure, b, year);
    }
    tab_end(&tab);
}

static const struct column stock_columns[] = {{"Stock", 36},    {"Month", 10},  {"Before", 10},
                                              {"Starting", 10}, {"Ending", 10}, {"At the end", 10}};

static void write_stock(struct tab *tab, const struct stock_figure *figure)
{
    lxw_format *look = tab->book->looks.count;
    tab_next(tab);
    tab_text(tab, 0, figure->stock->title, NULL);
    tab_text(tab, 1, "all", NULL);
    tab_count(tab, 2, figure->opening, look);
    tab_count(tab, 3, figure->starts, look);
    tab_count(tab, 4, figure->ends, look);
    tab_count(tab, 5, figure->closing, look);
    for (size_t m = 0; m < figure->month_count; m++) {
        int month = figure->first_month + (int)m;
        char name[32];
        snprintf(name, sizeof(name), "%04d-%02d", month / 12, month % 12 + 1);
        tab_next(tab);
        tab_text(tab, 0, figure->stock->title, NULL);
        tab_text(tab, 1, name, NULL);
        tab_count(tab, 3, figure->month_starts[m], look);
        tab_count(tab, 4, figure->month_ends[m], look);
        tab_count(tab, 5, figure->month_open[m], look);
    }
}

static void write_stocks(struct book *book, const struct summary *summary)
{
    struct tab tab;
    tab_begin(&tab, book, "Stocks and flows", stock_columns,
              sizeof(stock_columns) / sizeof(stock_columns[0]));
    for (size_t i = 0; i < summary->stock_count; i++) {
        if (!summary->stocks[i].skipped)
            write_stock(&tab, &summary->stocks[i]);
    }
    tab_end(&tab);
}

static const struct column broken_columns[] = {
    {"Stock", 36}, {"Child", 20}, {"Table", 24}, {"Row", 9}};

static void write_broken(struct book *book, const struct summary *summary)
{
    struct tab tab;
    char room[ID_ROOM];
    tab_begin(&tab, book, "Records that break them", broken_columns,
              sizeof(broken_columns) / sizeof(broken_columns[0]));
    for (size_t i = 0; i < summary->stock_count; i++) {
        const struct stock_figure *figure = &summary->stocks[i];
        for (size_t b = 0; b < figure->broken_count; b++) {
            const struct sv_row *row = figure->broken[b];
            tab_next(&tab);
            tab_text(&tab, 0, figure->stock->title, NULL);
            tab_text(&tab, 1, report_subject(summary->report, row, room), NULL);
            tab_text(&tab, 2, summary->report->check->store.tables[row->table].described->name,
                     NULL);
            tab_number(&tab, 3, row->number);
        }
    }
    tab_end(&tab);
}

static const struct column published_columns[] = {
    {"Name", 28}, {"Period", 24}, {"Value", 14}, {"Source", 40}, {"Agreement", 50}};

static void write_published(struct book *book, const struct summary *summary)
{
    struct tab tab;
    char agreement[AGREEMENT_ROOM];
    tab_begin(&tab, book, "Published figures", published_columns,
              sizeof(published_columns) / sizeof(published_columns[0]));
    for (size_t i = 0; i < summary->published->count; i++) {
        const struct published *published = &summary->published->list[i];
        const struct figure *figure = summary_find(summary, published->measure);
        if (figure)
            published_compare(summary, figure, published, agreement);
        tab_next(&tab);
        tab_text(&tab, 0, published->measure, NULL);
        tab_text(&tab, 1, published->period, NULL);
        tab_text(&tab, 2, published->value, NULL);
        tab_text(&tab, 3, published->source, NULL);
        tab_text(&tab, 4, figure ? agreement : "there is no such figure", NULL);
    }
    tab_end(&tab);
}

static const struct column field_columns[] = {
    {"Table", 24},         {"Field", 32},         {"Records", 10},
    {"Missing", 10},       {"No value", 10},      {"Unknown", 10},
    {"Latest date", 13},   {"Last 28 days", 13},  {"After the period", 16},
    {"Commonest day", 14}, {"Records of it", 13}, {"Stands out", 11}};

static void write_field(struct tab *tab, const struct summary *summary,
                        const struct field_state *state)
{
    const struct sv_table *table = summary->report->check->store.tables[state->table].described;
    lxw_format *look = tab->book->looks.count;
    const size_t counts[] = {state->records, state->missing, state->unreadable, state->unknown};
    tab_next(tab);
    tab_text(tab, 0, table->name, NULL);
    tab_text(tab, 1, table->fields[state->field].name, NULL);
    for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
        tab_count(tab, 2 + i, counts[i], look);
    if (!state->is_date)
        return;
    tab_day(tab, 6, state->latest);
    tab_count(tab, 7, state->late, look);
    tab_count(tab, 8, state->after, look);
    tab_day(tab, 9, state->commonest);
    tab_count(tab, 10, state->common, look);
    tab_text(tab, 11, is_spike(state) ? "yes" : "no", NULL);
}

static void write_fields(struct book *book, const struct summary *summary)
{
    struct tab tab;
    tab_begin(&tab, book, "Records", field_columns,
              sizeof(field_columns) / sizeof(field_columns[0]));
    for (size_t i = 0; i < summary->freshness->count; i++)
        write_field(&tab, summary, &summary->freshness->fields[i]);
    tab_end(&tab);
}

static void write_sheets(struct book *book, const void *content)
{
    const struct summary *summary = content;
    write_figures(book, summary);
    write_bands(book, summary);
    write_stocks(book, summary);
    write_broken(book, summary);
    if (summary->published)
        write_published(book, summary);
    if (summary->freshness)
        write_fields(book, summary);
}

bool summary_write_xlsx(const void *content, FILE *file, bool colour)
{
    const struct summary *summary = content;
    (void)colour;
    errno = workbook_make(summary->report, "Headline figures", write_sheets, content, file);
    return errno == 0;
}
