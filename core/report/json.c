/*
 * The JSON formats: one document (json), or one object per line (jsonl). Written as a stream, since
 * a report may have a million findings.
 */
#include "../base/calendar.h"
#include "buffer.h"
#include "report.h"

/* Raised when members change their meaning or go; new members may come without. */
#define JSON_FORMAT 1

/* `before` stands before the member: what opens or separates. */
static void member(struct buffer *out, const char *before, const char *name, const char *value)
{
    buffer_text(out, before);
    buffer_json(out, name);
    buffer_text(out, ": ");
    buffer_json(out, value);
}

static void number(struct buffer *out, const char *before, const char *name, uint64_t value)
{
    buffer_text(out, before);
    buffer_json(out, name);
    buffer_text(out, ": ");
    buffer_number(out, value);
}

static void write_place(const struct report_place *place, struct buffer *out)
{
    member(out, "{", "table", place->table);
    if (place->table)
        number(out, ", ", "row", place->row);
    else
        member(out, ", ", "row", NULL);
    member(out, ", ", "file", place->file);
    number(out, ", ", "line", place->line);
    buffer_text(out, ", \"fields\": {");
    for (size_t i = 0; i < place->field_count; i++)
        member(out, i ? ", " : "", place->fields[i].name, place->fields[i].value);
    buffer_text(out, "}}");
}

static void write_finding(const struct report *report, const struct report_finding *finding,
                          struct buffer *out)
{
    struct report_place place;
    member(out, "{", "id", finding->id);
    member(out, ", ", "stage", finding->stage);
    member(out, ", ", "rule", finding->code);
    member(out, ", ", "severity", finding->severity);
    member(out, ", ", "subject", finding->subject);
    member(out, ", ", "message", finding->message);
    buffer_text(out, ", \"locations\": [");
    for (size_t i = 0; i < finding->place_count; i++) {
        buffer_text(out, i ? ", " : "");
        report_place(report, finding, i, &place);
        write_place(&place, out);
    }
    buffer_text(out, "]}");
}

static void write_tables(const struct report *report, struct buffer *out)
{
    const struct sv_plugin *plugin = report->check->plugin->plugin;
    const char *before = ", \"tables\": {";
    for (size_t t = 0; t < plugin->table_count; t++) {
        const struct sv_table *table = &plugin->tables[t];
        if (!in_years(table->first_year, table->last_year, report->check->year->year))
            continue;
        number(out, before, table->name, report_rows(report, t));
        before = ", ";
    }
    buffer_text(out, "}");
}

static void write_submission(const struct report *report, struct buffer *out)
{
    const struct check *check = report->check;
    const struct sv_plugin *plugin = check->plugin->plugin;
    char start[11];
    char end[11];
    char room[VALUE_ROOM];
    calendar_format(check->period_start, start);
    calendar_format(check->period_end, end);
    member(out, "  \"submission\": {", "return", plugin->id);
    number(out, ", ", "year", (uint64_t)check->year->year);
    buffer_text(out, ", \"period\": [");
    buffer_json(out, start);
    buffer_text(out, ", ");
    buffer_json(out, end);
    member(out, "], ", "la", report_authority(report, room));
    buffer_text(out, ", \"files\": [");
    buffer_json(out, check->source.name);
    number(out, "], ", "subjects", report_rows(report, plugin->subject.table));
    write_tables(report, out);
    buffer_text(out, "},\n");
}

static void write_summary(const struct report *report, struct buffer *out)
{
    number(out, "  \"summary\": {", "errors", report->errors);
    number(out, ", ", "queries", report->queries);
    number(out, ", ", "schema", report->schema_errors + report->schema_queries);
    number(out, ", ", "explained", 0);
    buffer_text(out, "},\n");
}

static void write_rule(const struct report *report, size_t place, struct buffer *out)
{
    const struct planned_rule *planned = &report->check->plan.rules[place];
    size_t findings = report->rules[place].findings;
    member(out, "    {", "code", planned->rule->code);
    member(out, ", ", "severity", severity_name(planned->rule->severity));
    if (planned->skipped) {
        member(out, ", ", "status", "skipped");
        member(out, ", ", "reason", planned->skipped);
    } else {
        member(out, ", ", "status", findings ? "failed" : "passed");
        number(out, ", ", "findings", findings);
    }
    if (results_cut(&report->check->results, place))
        buffer_text(out, ", \"truncated\": true");
    buffer_text(out, "}");
}

static void write_rules(const struct report *report, struct buffer *out)
{
    buffer_text(out, "  \"rules\": [");
    for (size_t i = 0; i < report->check->plan.count; i++) {
        buffer_text(out, i ? ",\n" : "\n");
        write_rule(report, i, out);
    }
    buffer_text(out, "\n  ],\n");
}

void report_write_json(const struct report *report, FILE *file, bool colour)
{
    (void)colour;
    struct buffer out = {.file = file};
    struct report_cursor cursor = {0};
    struct report_finding finding;
    member(&out, "{\n  ", "statval", report->version);
    number(&out, ",\n  ", "format", JSON_FORMAT);
    buffer_text(&out, ",\n");
    write_submission(report, &out);
    write_summary(report, &out);
    write_rules(report, &out);
    buffer_text(&out, "  \"findings\": [");
    for (const char *before = "\n    "; report_next(report, &cursor, &finding);
         before = ",\n    ") {
        buffer_text(&out, before);
        write_finding(report, &finding, &out);
    }
    buffer_text(&out, "\n  ]\n}\n");
    buffer_flush(&out);
}

void report_write_jsonl(const struct report *report, FILE *file, bool colour)
{
    (void)colour;
    struct buffer out = {.file = file};
    struct report_cursor cursor = {0};
    struct report_finding finding;
    while (report_next(report, &cursor, &finding)) {
        write_finding(report, &finding, &out);
        buffer_text(&out, "\n");
    }
    buffer_flush(&out);
}
