/* The figures for programs. */
#include <inttypes.h>
#include <string.h>

#include "../base/calendar.h"
#include "../report/buffer.h"
#include "../report/json_parts.h"
#include "../report/json_settings.h"
#include "change.h"
#include "freshness.h"
#include "population.h"
#include "published.h"
#include "value.h"
#include "write.h"

static const char *const kinds[] = {
    [SV_NUMBER_OF] = "number", [SV_SHARE_OF] = "share",         [SV_SUM_OF] = "sum",
    [SV_RATIO_OF] = "ratio",   [SV_QUARTILES_OF] = "quartiles", [SV_NOT_IN_RETURN] = "none"};

static void write_signed(struct buffer *out, const char *before, const char *name, int64_t value)
{
    char text[24];
    snprintf(text, sizeof(text), "%" PRId64, value);
    buffer_text(out, before);
    buffer_json(out, name);
    buffer_text(out, ": ");
    buffer_text(out, text);
}

/* A number with one place, or null. */
static void write_quotient(struct buffer *out, const char *name, int64_t number, int64_t by)
{
    char text[FIGURE_ROOM] = "null";
    if (by > 0)
        quotient_text(number, by, text);
    buffer_text(out, ", ");
    buffer_json(out, name);
    buffer_text(out, ": ");
    buffer_text(out, text);
}

static void write_share(struct buffer *out, uint64_t part, uint64_t whole)
{
    char text[FIGURE_ROOM] = "null";
    long tenths = share_tenths(part, whole);
    if (tenths >= 0)
        snprintf(text, sizeof(text), "%ld.%ld", tenths / 10, tenths % 10);
    buffer_text(out, ", \"value\": ");
    buffer_text(out, text);
    json_number(out, ", ", "numerator", part);
    json_number(out, ", ", "denominator", whole);
}

static void write_quartiles(struct buffer *out, const struct figure *figure)
{
    char text[FIGURE_ROOM] = "null";
    if (figure->counted)
        snprintf(text, sizeof(text), "[%d, %d, %d]", figure_quartile(figure, 1),
                 figure_quartile(figure, 2), figure_quartile(figure, 3));
    buffer_text(out, ", \"value\": ");
    buffer_text(out, text);
    json_number(out, ", ", "denominator", figure->counted);
}

static void write_value(struct buffer *out, const struct figure *figure)
{
    switch ((enum sv_measure_kind)figure->measure->kind) {
    case SV_SHARE_OF:
        write_share(out, figure->counted, figure->among);
        break;
    case SV_SUM_OF:
        write_signed(out, ", ", "value", figure->sum);
        break;
    case SV_RATIO_OF:
        write_quotient(out, "value", figure->sum, figure->sum_of);
        write_signed(out, ", ", "numerator", figure->sum);
        write_signed(out, ", ", "denominator", figure->sum_of);
        break;
    case SV_QUARTILES_OF:
        write_quartiles(out, figure);
        break;
    case SV_NUMBER_OF:
    case SV_NOT_IN_RETURN:
        json_number(out, ", ", "value", figure->counted);
        break;
    }
}

static void write_bands(struct buffer *out, const struct figure *figure, size_t number, int year)
{
    const struct sv_breakdown *breakdown = &figure->measure->breakdowns[number];
    const char *before = "\n        ";
    json_member(out, number ? ",\n      {" : "\n      {", "by", breakdown->by);
    buffer_text(out, breakdown->bands ? ", \"several\": true, \"bands\": [" : ", \"bands\": [");
    for (size_t band = 0; band <= band_count(breakdown); band++) {
        const char *code;
        const char *label = band_label(breakdown, band, &code);
        if (!band_is_shown(figure, number, band, year))
            continue;
        buffer_text(out, before);
        if (code)
            json_member(out, "{", "code", code);
        json_member(out, code ? ", " : "{", "label", label);
        json_number(out, ", ", "counted", figure->bands[number][band]);
        if (breakdown->whole != SV_OF_COUNTED)
            json_number(out, ", ", "of", band_whole(figure, number, band));
        buffer_text(out, "}");
        before = ",\n        ";
    }
    buffer_text(out, "]}");
}

static void write_when(const struct summary *summary, const struct figure *figure,
                       struct buffer *out)
{
    const struct check *check = summary->report->check;
    char start[11];
    char end[11];
    calendar_format(check->period_start, start);
    calendar_format(figure->last, end);
    if (figure->measure->at_end) {
        json_member(out, ", ", "as_at", end);
        return;
    }
    buffer_text(out, ", \"period\": [");
    buffer_json(out, start);
    buffer_text(out, ", ");
    buffer_json(out, end);
    buffer_text(out, "]");
}

static void write_day(struct buffer *out, const char *name, sv_day day)
{
    char text[11];
    if (day != SV_NONE)
        calendar_format(day, text);
    json_member(out, ", ", name, day != SV_NONE ? text : NULL);
}

static void write_rate(const struct summary *summary, const struct figure *figure,
                       struct buffer *out)
{
    const struct population *population = rate_population(summary, figure);
    if (!population)
        return;
    write_quotient(out, "rate", figure_number(figure) * figure->measure->per, population->people);
    write_signed(out, ", ", "per", figure->measure->per);
    json_member(out, ", \"population\": {", "residents", population->residents);
    write_signed(out, ", ", "people", population->people);
    write_day(out, "day", population->day);
    json_member(out, ", ", "source", population->source);
    buffer_text(out, "}");
}

static void write_change(const struct summary *summary, const struct figure *figure,
                         struct buffer *out)
{
    if (!summary->changes)
        return;
    struct change_since change = change_of(summary->changes, figure, summary->flag_percent);
    if (!change.before)
        return;
    buffer_text(out, ",\n     \"before\": {\"kind\": ");
    buffer_json(out, kinds[figure->measure->kind]);
    write_value(out, change.before);
    json_number(out, ", ", "added", change.added);
    json_number(out, ", ", "removed", change.removed);
    json_number(out, ", ", "changed", change.changed);
    buffer_text(out, change.flagged ? ", \"flagged\": true}" : ", \"flagged\": false}");
}

static void write_published(const struct summary *summary, const struct figure *figure,
                            struct buffer *out)
{
    const char *before = ",\n     \"published\": [{";
    for (size_t i = 0; summary->published && i < summary->published->count; i++) {
        const struct published *published = &summary->published->list[i];
        char agreement[AGREEMENT_ROOM];
        if (strcmp(published->measure, figure->measure->name) != 0)
            continue;
        published_compare(summary, figure, published, agreement);
        json_member(out, before, "value", published->value);
        json_member(out, ", ", "period", published->period);
        json_member(out, ", ", "source", published->source);
        json_member(out, ", ", "agreement", agreement);
        buffer_text(out, "}");
        before = ", {";
    }
    if (before[1] == ' ')
        buffer_text(out, "]");
}

static void write_given(const struct summary *summary, const struct figure *figure,
                        struct buffer *out)
{
    const struct sv_measure *measure = figure->measure;
    write_value(out, figure);
    json_member(out, ", ", "unit", measure->units);
    json_number(out, ", ", "subjects", figure->subjects);
    write_when(summary, figure, out);
    write_rate(summary, figure, out);
    write_change(summary, figure, out);
    write_published(summary, figure, out);
    if (measure->breakdown_count == 0)
        return;
    buffer_text(out, ",\n     \"breakdowns\": [");
    for (size_t i = 0; i < measure->breakdown_count; i++) {
        write_bands(out, figure, i, summary->report->check->year->year);
    }
    buffer_text(out, "]");
}

static void write_figure(const struct summary *summary, const struct figure *figure,
                         struct buffer *out)
{
    const struct sv_measure *measure = figure->measure;
    const struct sv_plugin *plugin = summary->report->check->plugin->plugin;
    json_member(out, "    {", "name", measure->name);
    json_member(out, ", ", "title", measure->title);
    json_member(out, ", ", "section", plugin->sections[measure->section]);
    json_member(out, ", ", "kind", kinds[measure->kind]);
    if (figure->skipped) {
        json_member(out, ", ", "not_given", figure->skipped);
        write_published(summary, figure, out);
    } else {
        write_given(summary, figure, out);
    }
    json_member(out, ",\n     ", "definition", measure->definition);
    json_member(out, ", ", "source", measure->source);
    json_member(out, ", ", "caution", measure->caution);
    buffer_text(out, "}");
}

static void write_months(const struct stock_figure *figure, struct buffer *out)
{
    buffer_text(out, ",\n     \"months\": [");
    for (size_t m = 0; m < figure->month_count; m++) {
        int month = figure->first_month + (int)m;
        char text[16];
        snprintf(text, sizeof(text), "%04d-%02d", month / 12, month % 12 + 1);
        json_member(out, m ? ", {" : "{", "month", text);
        json_number(out, ", ", "starts", figure->month_starts[m]);
        json_number(out, ", ", "ends", figure->month_ends[m]);
        json_number(out, ", ", "open", figure->month_open[m]);
        buffer_text(out, "}");
    }
    buffer_text(out, "]");
}

static void write_broken(const struct summary *summary, const struct stock_figure *figure,
                         struct buffer *out)
{
    char room[ID_ROOM];
    buffer_text(out, ",\n     \"broken\": [");
    for (size_t i = 0; i < figure->broken_count; i++) {
        const struct sv_row *row = figure->broken[i];
        json_member(out, i ? ", {" : "{", "subject", report_subject(summary->report, row, room));
        json_member(out, ", ", "table",
                    summary->report->check->store.tables[row->table].described->name);
        json_number(out, ", ", "row", row->number);
        buffer_text(out, "}");
    }
    buffer_text(out, "]");
}

static void write_stock(const struct summary *summary, const struct stock_figure *figure,
                        struct buffer *out)
{
    json_member(out, "    {", "name", figure->stock->name);
    json_member(out, ", ", "title", figure->stock->title);
    json_member(out, ", ", "unit", figure->stock->units);
    json_member(out, ", ", "definition", figure->stock->definition);
    if (figure->skipped) {
        json_member(out, ", ", "not_given", figure->skipped);
    } else {
        json_number(out, ",\n     ", "opening", figure->opening);
        json_number(out, ", ", "starts", figure->starts);
        json_number(out, ", ", "ends", figure->ends);
        json_number(out, ", ", "closing", figure->closing);
        buffer_text(out, stock_gap(figure) ? ", \"adds_up\": false" : ", \"adds_up\": true");
        write_months(figure, out);
        write_broken(summary, figure, out);
    }
    buffer_text(out, "}");
}

static void write_field(const struct summary *summary, const struct field_state *state,
                        struct buffer *out)
{
    const struct sv_table *table = summary->report->check->store.tables[state->table].described;
    json_member(out, "    {", "table", table->name);
    json_member(out, ", ", "field", table->fields[state->field].name);
    json_number(out, ", ", "records", state->records);
    json_number(out, ", ", "missing", state->missing);
    json_number(out, ", ", "unreadable", state->unreadable);
    json_number(out, ", ", "unknown", state->unknown);
    if (state->is_date) {
        write_day(out, "latest", state->latest);
        json_number(out, ", ", "last_28_days", state->late);
        json_number(out, ", ", "after_period", state->after);
        write_day(out, "commonest", state->commonest);
        json_number(out, ", ", "commonest_records", state->common);
        buffer_text(out, is_spike(state) ? ", \"spike\": true" : ", \"spike\": false");
    }
    buffer_text(out, "}");
}

static void write_fields(const struct summary *summary, struct buffer *out)
{
    buffer_text(out, ",\n  \"fields\": [\n");
    for (size_t i = 0; summary->freshness && i < summary->freshness->count; i++) {
        buffer_text(out, i ? ",\n" : "");
        write_field(summary, &summary->freshness->fields[i], out);
    }
    buffer_text(out, "]");
}

/* Figures to compare with of which there is no measure here. */
static void write_strangers(const struct summary *summary, struct buffer *out)
{
    const char *before = ",\n  \"not_compared\": [";
    for (size_t i = 0; summary->published && i < summary->published->count; i++) {
        const struct published *published = &summary->published->list[i];
        if (summary_find(summary, published->measure))
            continue;
        buffer_text(out, before);
        json_member(out, "{", "measure", published->measure);
        json_number(out, ", ", "line", published->line);
        buffer_text(out, "}");
        before = ", ";
    }
    if (before[1] == ' ')
        buffer_text(out, "]");
}

static void write_members(const struct summary *summary, struct buffer *out)
{
    const struct figure *figure = summary->listed;
    const char *before = "\n    {";
    char room[ID_ROOM];
    if (!figure)
        return;
    json_member(out, ",\n  \"listed\": {", "name", figure->measure->name);
    buffer_text(out, ", \"subjects\": [");
    for (uint32_t i = 1; i <= report_subjects(summary->report); i++) {
        const struct member *member = &figure->members[i];
        if (member->part == SV_APART)
            continue;
        json_member(out, before, "subject", summary_subject(summary, i, room));
        buffer_text(out,
                    member->part == SV_COUNTED ? ", \"counted\": true" : ", \"counted\": false");
        json_number(out, ", ", "records", member->records);
        buffer_text(out, "}");
        before = ",\n    {";
    }
    buffer_text(out, "]}");
}

bool summary_write_json(const void *content, FILE *file, bool colour)
{
    const struct summary *summary = content;
    (void)colour;
    struct buffer out = {.file = file};
    json_member(&out, "{\n  ", "statval", STATVAL_VERSION);
    json_number(&out, ", ", "format", 1);
    buffer_text(&out, ",\n");
    report_json_submission(summary->report, &out);
    json_settings(summary->report, &out);
    buffer_text(&out, "  \"figures\": [\n");
    for (size_t i = 0; i < summary->count; i++) {
        buffer_text(&out, i ? ",\n" : "");
        write_figure(summary, &summary->figures[i], &out);
    }
    buffer_text(&out, "],\n  \"stocks\": [\n");
    for (size_t i = 0; i < summary->stock_count; i++) {
        buffer_text(&out, i ? ",\n" : "");
        write_stock(summary, &summary->stocks[i], &out);
    }
    buffer_text(&out, "]");
    write_strangers(summary, &out);
    write_fields(summary, &out);
    write_members(summary, &out);
    buffer_text(&out, "\n}\n");
    buffer_flush(&out);
    return true;
}
