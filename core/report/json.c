/*
 * The JSON formats: one document (json), or one object per line (jsonl). Written as a stream, since
 * a report may have a million findings.
 */
#include "../base/calendar.h"
#include "buffer.h"
#include "json_parts.h"
#include "json_settings.h"
#include "report.h"

/* Raised when members change their meaning or go; new members may come without. */
#define JSON_FORMAT 1

static void write_fields(const char *name, const struct report_field *fields, size_t count,
                         struct buffer *out)
{
    buffer_text(out, ", ");
    buffer_json(out, name);
    buffer_text(out, ": {");
    for (size_t i = 0; i < count; i++)
        json_member(out, i ? ", " : "", fields[i].name, fields[i].value);
    buffer_text(out, "}");
}

static void write_place(const struct report_place *place, struct buffer *out)
{
    json_member(out, "{", "table", place->table);
    if (place->table)
        json_number(out, ", ", "row", place->row);
    else
        json_member(out, ", ", "row", NULL);
    json_member(out, ", ", "file", place->file);
    json_number(out, ", ", "line", place->line);
    write_fields("fields", place->fields, place->field_count, out);
    if (place->sheet_row)
        json_number(out, ", ", "sheet_row", place->sheet_row);
    if (place->derived_count)
        write_fields("derived", place->derived, place->derived_count, out);
    buffer_text(out, "}");
}

/* Why a finding is accepted. */
static void write_acceptance(const struct acceptance *acceptance, struct buffer *out)
{
    char on[11] = "";
    if (acceptance->on != SV_NONE)
        calendar_format(acceptance->on, on);
    json_member(out, ", \"explained\": {", "reason", acceptance->reason);
    json_member(out, ", ", "by", acceptance->by[0] ? acceptance->by : NULL);
    json_member(out, ", ", "on", on[0] ? on : NULL);
    buffer_text(out, "}");
}

static void write_finding(const struct report *report, const struct report_finding *finding,
                          struct buffer *out)
{
    struct report_place place;
    json_member(out, "{", "id", finding->id);
    json_member(out, ", ", "stage", finding->stage);
    json_member(out, ", ", "rule", finding->code);
    json_member(out, ", ", "severity", finding->severity);
    json_member(out, ", ", "subject", finding->subject);
    json_member(out, ", ", "message", finding->message);
    if (finding->detail)
        json_member(out, ", ", "detail", finding->detail);
    if (finding->state != STATE_UNKNOWN)
        json_member(out, ", ", "state", state_name(finding->state));
    if (finding->acceptance)
        write_acceptance(finding->acceptance, out);
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
    const char *before = "";
    buffer_text(out, ", \"tables\": {");
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (!report_has_table(report, t))
            continue;
        json_number(out, before, plugin->tables[t].name, report_rows(report, t));
        before = ", ";
    }
    buffer_text(out, "}");
}

static void write_files(const struct report *report, enum part_role role, const char *name,
                        struct buffer *out)
{
    const struct submission *submission = &report->check->submission;
    const char *before = "";
    buffer_text(out, ", ");
    buffer_json(out, name);
    buffer_text(out, ": [");
    for (size_t i = 0; i < submission->count; i++) {
        if (submission->parts[i]->role != role)
            continue;
        buffer_text(out, before);
        buffer_json(out, submission->parts[i]->source.name);
        before = ", ";
    }
    buffer_text(out, "]");
}

/* Which reference data the findings rest on. */
static void write_reference(const struct report *report, struct buffer *out)
{
    const struct check *check = report->check;
    const char *before = ", \"reference\": {";
    if (check->postcodes) {
        buffer_text(out, before);
        json_member(out, "\"postcodes\": {", "file", postcodes_path(check->postcodes));
        json_member(out, ", ", "edition", postcodes_edition(check->postcodes));
        json_number(out, ", ", "count", postcodes_count(check->postcodes));
        buffer_text(out, "}");
        before = ", ";
    }
    for (size_t i = 0; i < check->submission.count; i++) {
        const struct part *part = check->submission.parts[i];
        if (part->role != PART_REFERENCE)
            continue;
        buffer_text(out, before);
        buffer_json(out, check->store.tables[part->table].described->kind);
        json_member(out, ": {", "file", part->source.name);
        json_number(out, ", ", "count", check->store.tables[part->table].count);
        buffer_text(out, "}");
        before = ", ";
    }
    if (before[2] == '\0')
        buffer_text(out, "}");
}

/* What the rules rest on, what is particular to the year, and what was seen in passing. */
static void write_notices(const struct check *check, struct buffer *out)
{
    buffer_text(out, ", \"notices\": [");
    buffer_json(out, check->plugin->plugin->authority);
    if (check->year->notice) {
        buffer_text(out, ", ");
        buffer_json(out, check->year->notice);
    }
    for (size_t i = 0; i < check->remarks.count; i++) {
        buffer_text(out, ", ");
        buffer_json(out, check->remarks.list[i].message);
    }
    buffer_text(out, "]");
}

void report_json_submission(const struct report *report, struct buffer *out)
{
    const struct check *check = report->check;
    const struct sv_plugin *plugin = check->plugin->plugin;
    char start[11];
    char end[11];
    char room[VALUE_ROOM];
    calendar_format(check->period_start, start);
    calendar_format(check->period_end, end);
    json_member(out, "  \"submission\": {", "return", plugin->id);
    json_number(out, ", ", "year", (uint64_t)check->year->year);
    buffer_text(out, ", \"period\": [");
    buffer_json(out, start);
    buffer_text(out, ", ");
    buffer_json(out, end);
    json_member(out, "], ", "la", report_authority(report, room));
    write_files(report, PART_OWN, "files", out);
    if (check->layout_last)
        write_files(report, PART_LAST, "previous", out);
    write_reference(report, out);
    json_number(out, ", ", "subjects", report_subjects(report));
    write_notices(check, out);
    write_tables(report, out);
    buffer_text(out, "},\n");
}

static void write_summary(const struct report *report, struct buffer *out)
{
    json_number(out, "  \"summary\": {", "errors", report->errors);
    json_number(out, ", ", "queries", report->queries);
    json_number(out, ", ", "schema", report->schema_errors + report->schema_queries);
    json_number(out, ", ", "explained", report->explained);
    if (report->check->results.early)
        json_number(out, ", ", "hidden", report->check->results.hidden);
    buffer_text(out, "},\n");
}

static void write_rule(const struct report *report, size_t place, struct buffer *out)
{
    const struct planned_rule *planned = &report->check->plan.rules[place];
    size_t findings = report->rules[place].findings;
    json_member(out, "    {", "code", planned->rule->code);
    json_member(out, ", ", "severity", severity_name(planned->severity));
    if (planned->rule->group)
        json_member(out, ", ", "group", planned->rule->group);
    if (planned->skipped) {
        json_member(out, ", ", "status", "skipped");
        json_member(out, ", ", "reason", planned->skipped);
    } else {
        json_member(out, ", ", "status", findings ? "failed" : "passed");
        json_number(out, ", ", "findings", findings);
        if (report->rules[place].explained)
            json_number(out, ", ", "explained", report->rules[place].explained);
    }
    if (planned->is_limited && !planned->skipped)
        json_member(out, ", ", "note", planned->rule->limited);
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

/* Lines of the file of acceptances that accept nothing any more. */
static void write_stale(const struct report *report, struct buffer *out)
{
    const char *before = "\n    ";
    size_t count;
    const struct acceptance *lines = acceptances_lines(report->acceptances, &count);
    buffer_text(out, "  \"stale_acceptances\": [");
    for (size_t i = 0; i < count; i++) {
        const char *why = report_stale(report, &lines[i]);
        if (!why)
            continue;
        buffer_text(out, before);
        json_number(out, "{", "line", lines[i].line);
        json_member(out, ", ", "rule", lines[i].rule);
        json_member(out, ", ", "why", why);
        buffer_text(out, "}");
        before = ",\n    ";
    }
    buffer_text(out, "\n  ],\n");
}

/* What the earlier report had and this one has not. */
static void write_fixed(const struct report *report, struct buffer *out)
{
    const char *before = "\n    ";
    size_t count;
    const struct old_finding *findings = baseline_findings(report->baseline, &count);
    buffer_text(out, "  \"fixed\": [");
    for (size_t i = 0; i < count; i++) {
        if (findings[i].met)
            continue;
        buffer_text(out, before);
        json_member(out, "{", "id", findings[i].id);
        json_member(out, ", ", "rule", findings[i].rule);
        json_member(out, ", ", "severity", findings[i].severity);
        json_member(out, ", ", "subject", findings[i].subject);
        json_member(out, ", ", "message", findings[i].message);
        buffer_text(out, "}");
        before = ",\n    ";
    }
    buffer_text(out, "\n  ],\n");
}

void report_write_json(const struct report *report, FILE *file, bool colour)
{
    (void)colour;
    struct buffer out = {.file = file};
    struct report_cursor cursor = {0};
    struct report_finding finding;
    json_member(&out, "{\n  ", "statval", report->version);
    json_number(&out, ",\n  ", "format", JSON_FORMAT);
    buffer_text(&out, identity_redacts(report->identity) ? ",\n  \"redacted\": true,\n" : ",\n");
    report_json_submission(report, &out);
    json_settings(report, &out);
    write_summary(report, &out);
    write_rules(report, &out);
    if (report->acceptances)
        write_stale(report, &out);
    if (report->baseline)
        write_fixed(report, &out);
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
