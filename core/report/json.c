/*
 * The JSON formats: one document (json), or one object per line (jsonl). Written as a stream, since
 * a report may have a million findings.
 */
#include "../base/calendar.h"
#include "escape.h"
#include "report.h"

/* Raised when members change their meaning or go; new members may come without. */
#define JSON_FORMAT 1

static void member(FILE *out, const char *name, const char *value)
{
    json_string(out, name);
    fputs(": ", out);
    json_string(out, value);
}

static void write_fields(const struct report_place *place, FILE *out)
{
    fputs("\"fields\": {", out);
    for (size_t i = 0; i < place->field_count; i++) {
        if (i)
            fputs(", ", out);
        member(out, place->fields[i].name, place->fields[i].value);
    }
    fputs("}", out);
}

static void write_places(const struct report *report, const struct report_finding *finding,
                         FILE *out)
{
    struct report_place place;
    fputs("\"locations\": [", out);
    for (size_t i = 0; i < finding->place_count; i++) {
        report_place(report, finding, i, &place);
        fputs(i ? ", {" : "{", out);
        member(out, "table", place.table);
        if (place.table)
            fprintf(out, ", \"row\": %u, ", place.row);
        else
            fputs(", \"row\": null, ", out);
        member(out, "file", place.file);
        fprintf(out, ", \"line\": %u, \"column\": %u, ", place.line, place.column);
        write_fields(&place, out);
        fputs("}", out);
    }
    fputs("]", out);
}

static void write_finding(const struct report *report, const struct report_finding *finding,
                          FILE *out)
{
    fputs("{", out);
    member(out, "id", finding->id);
    fputs(", ", out);
    member(out, "stage", finding->stage);
    fputs(", ", out);
    member(out, "rule", finding->code);
    fputs(", ", out);
    member(out, "severity", finding->severity);
    fputs(", ", out);
    member(out, "subject", finding->subject);
    fputs(", ", out);
    member(out, "message", finding->message);
    fputs(", ", out);
    write_places(report, finding, out);
    fputs("}", out);
}

static void write_submission(const struct report *report, FILE *out)
{
    const struct check *check = report->check;
    const struct sv_plugin *plugin = check->plugin->plugin;
    char start[11];
    char end[11];
    char room[VALUE_ROOM];
    calendar_format(check->period_start, start);
    calendar_format(check->period_end, end);
    fputs("  \"submission\": {", out);
    member(out, "return", plugin->id);
    fprintf(out, ", \"year\": %d, \"period\": [\"%s\", \"%s\"], ", check->year->year, start, end);
    member(out, "la", report_authority(report, room));
    fputs(", \"files\": [", out);
    json_string(out, check->source.name);
    fprintf(out, "], \"subjects\": %u, \"tables\": {", report_rows(report, plugin->subject.table));
    bool first = true;
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (!in_years(plugin->tables[t].first_year, plugin->tables[t].last_year, check->year->year))
            continue;
        fputs(first ? "" : ", ", out);
        json_string(out, plugin->tables[t].name);
        fprintf(out, ": %u", report_rows(report, t));
        first = false;
    }
    fputs("}},\n", out);
}

static void write_rule(const struct report *report, size_t number, FILE *out)
{
    const struct planned_rule *planned = &report->check->plan.rules[number];
    size_t findings = report->rules[number].findings;
    fputs("    {", out);
    member(out, "code", planned->rule->code);
    fputs(", ", out);
    member(out, "severity", severity_name(planned->rule->severity));
    fputs(", ", out);
    if (planned->skipped) {
        fputs("\"status\": \"skipped\", ", out);
        member(out, "reason", planned->skipped);
    } else {
        fprintf(out, "\"status\": \"%s\", \"findings\": %zu", findings ? "failed" : "passed",
                findings);
    }
    if (results_cut(&report->check->results, number))
        fputs(", \"truncated\": true", out);
    fputs("}", out);
}

void report_write_json(const struct report *report, FILE *out, bool colour)
{
    (void)colour;
    fprintf(out, "{\n  \"statval\": \"%s\",\n  \"format\": %d,\n", report->version, JSON_FORMAT);
    write_submission(report, out);
    fprintf(
        out,
        "  \"summary\": {\"errors\": %zu, \"queries\": %zu, \"schema\": %zu, \"explained\": 0},\n",
        report->errors, report->queries, report->schema_errors + report->schema_queries);
    fputs("  \"rules\": [", out);
    for (size_t i = 0; i < report->check->plan.count; i++) {
        fputs(i ? ",\n" : "\n", out);
        write_rule(report, i, out);
    }
    fputs("\n  ],\n  \"findings\": [", out);
    struct report_cursor cursor = {0};
    struct report_finding finding;
    for (bool first = true; report_next(report, &cursor, &finding); first = false) {
        fputs(first ? "\n    " : ",\n    ", out);
        write_finding(report, &finding, out);
    }
    fputs("\n  ]\n}\n", out);
}

void report_write_jsonl(const struct report *report, FILE *out, bool colour)
{
    (void)colour;
    struct report_cursor cursor = {0};
    struct report_finding finding;
    while (report_next(report, &cursor, &finding)) {
        write_finding(report, &finding, out);
        fputs("\n", out);
    }
}
