/*
 * SARIF 2.1.0, the format of code scanning: one run, its rules, its results. Written as a stream,
 * like JSON.
 */
#include <string.h>

#include "../../base/calendar.h"
#include "../json_parts.h"
#include "ci.h"
#include "sarif_rules.h"

#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

/* Of a URI: what is neither a letter, digit, mark nor slash is written as %XX. A name that begins
 * with a slash is a file of this machine. */
static void write_uri(struct buffer *out, const char *name)
{
    static const char hex[] = "0123456789ABCDEF";
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    buffer_text(out, name[0] == '/' ? "\"file://" : "\"");
    for (const char *c = name; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        char text[4] = {'%', hex[byte >> 4], hex[byte & 15], '\0'};
        if (strchr(plain, *c))
            memcpy(text, (char[]){*c, '\0'}, 2);
        buffer_text(out, text);
    }
    buffer_text(out, "\"");
}

static void begin_physical(struct buffer *out, const char *file)
{
    buffer_text(out, "\"physicalLocation\": {\"artifactLocation\": {\"uri\": ");
    write_uri(out, service_path(file));
    buffer_text(out, "}");
}

static void write_physical(const struct report_place *place, struct buffer *out)
{
    begin_physical(out, place->file);
    json_number(out, ", \"region\": {", "startLine", place->line);
    if (place->column_is_exact)
        json_number(out, ", ", "startColumn", place->column);
    buffer_text(out, "}}");
}

/* The record: its path in an XML file, its number in the table elsewhere. */
static void write_logical(const struct report *report, const struct report_place *place,
                          const struct sv_row *row, struct buffer *out)
{
    struct line name = {0};
    char path[512] = "";
    bool is_xml = place->sheet_row == 0;
    line_add(&name, place->table);
    line_add(&name, "[");
    line_number(&name, place->row);
    line_add(&name, "]");
    if (is_xml)
        report_path(report, row, path, sizeof(path));
    json_member(out, ", \"logicalLocations\": [{", "name", place->table);
    json_member(out, ", ", "fullyQualifiedName", path[0] ? path : name.text);
    json_member(out, ", ", "kind", path[0] ? "element" : "record");
    json_member(out, ", \"properties\": {", "table", place->table);
    json_number(out, ", ", "row", place->row);
    if (place->sheet_row)
        json_number(out, ", ", "sheetRow", place->sheet_row);
    buffer_text(out, "}}]");
}

static void write_fields(const struct report *report, const struct report_field *fields,
                         size_t count, struct buffer *out)
{
    bool redacts = identity_redacts(report->identity);
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, i ? ", " : "");
        if (redacts)
            buffer_json(out, fields[i].name);
        else
            json_member(out, "", fields[i].name, fields[i].value);
    }
}

/* Names of fields, with their values when they are not redacted. */
static void write_values(const struct report *report, const struct report_place *place,
                         struct buffer *out)
{
    bool redacts = identity_redacts(report->identity);
    buffer_text(out,
                redacts ? ", \"properties\": {\"fields\": [" : ", \"properties\": {\"fields\": {");
    write_fields(report, place->fields, place->field_count, out);
    if (place->derived_count) {
        buffer_text(out, redacts ? "], \"derived\": [" : "}, \"derived\": {");
        write_fields(report, place->derived, place->derived_count, out);
    }
    buffer_text(out, redacts ? "]}" : "}}");
}

static void write_location(const struct report *report, const struct report_finding *finding,
                           size_t number, struct buffer *out)
{
    struct report_place place;
    struct line line = {0};
    const struct sv_row *row =
        finding->problem ? finding->problem->row : finding->locations[number].row;
    report_place(report, finding, number, &place);
    line_place(&line, report, &place);
    json_number(out, "{", "id", number);
    buffer_text(out, ", ");
    write_physical(&place, out);
    if (row)
        write_logical(report, &place, row, out);
    json_member(out, ", \"message\": {", "text", line.text);
    buffer_text(out, "}");
    if (place.field_count + place.derived_count)
        write_values(report, &place, out);
    buffer_text(out, "}");
}

/* The first record is where the finding is; the others belong to it. One about the return as a
 * whole stands at its first file. */
static void write_locations(const struct report *report, const struct report_finding *finding,
                            struct buffer *out)
{
    buffer_text(out, ", \"locations\": [");
    if (finding->place_count == 0) {
        buffer_text(out, "{");
        begin_physical(out, first_file(report));
        buffer_text(out, "}}");
    } else {
        write_location(report, finding, 0, out);
    }
    buffer_text(out, "]");
    for (size_t i = 1; i < finding->place_count; i++) {
        buffer_text(out, i == 1 ? ", \"relatedLocations\": [" : ", ");
        write_location(report, finding, i, out);
    }
    buffer_text(out, finding->place_count > 1 ? "]" : "");
}

/* GitHub takes its own fingerprint from the line of the file when it is given none; the id knows
 * better what makes two findings the same, and tells nothing of the line. */
static void write_fingerprints(const char *id, struct buffer *out)
{
    json_member(out, ", \"fingerprints\": {", "statvalFindingId/v1", id);
    json_member(out, "}, \"partialFingerprints\": {", "statvalFindingId/v1", id);
    json_member(out, ", ", "primaryLocationLineHash", id);
    buffer_text(out, "}");
}

static void begin_result(const struct report *report, const char *code, const char *severity,
                         struct buffer *out)
{
    size_t place = sarif_rule_place(report, code, severity);
    json_member(out, "{", "ruleId", code);
    if (place != NO_PLACE)
        json_number(out, ", ", "ruleIndex", place);
    json_member(out, ", ", "level", sarif_level(severity));
}

static void write_suppressions(const struct report *report, const struct report_finding *finding,
                               struct buffer *out)
{
    struct line reason = {0};
    if (!report->acceptances)
        return;
    buffer_text(out, ", \"suppressions\": [");
    if (finding->acceptance) {
        line_reason(&reason, finding->acceptance);
        json_member(out, "{\"kind\": \"external\", \"status\": \"accepted\", ", "justification",
                    reason.text);
        buffer_text(out, "}");
    }
    buffer_text(out, "]");
}

static void write_result(const struct report *report, const struct report_finding *finding,
                         struct buffer *out)
{
    struct line message = {0};
    line_message(&message, finding);
    begin_result(report, finding->code, finding->severity, out);
    json_member(out, ", \"message\": {", "text", message.text);
    buffer_text(out, "}");
    write_locations(report, finding, out);
    write_fingerprints(finding->id, out);
    if (finding->state != STATE_UNKNOWN)
        json_member(out, ", ", "baselineState", state_name(finding->state));
    write_suppressions(report, finding, out);
    json_member(out, ", \"properties\": {", "stage", finding->stage);
    if (finding->subject)
        json_member(out, ", ", "subject", finding->subject);
    buffer_text(out, "}}");
}

/* A finding that only the earlier report has. When that one is not redacted and this one is, its id
 * and subject stay with it, and so do messages that may name columns. */
static void write_absent(const struct report *report, const struct old_finding *finding,
                         struct buffer *out)
{
    bool differs = report_baseline_differs(report);
    bool hides = differs && strcmp(finding->rule, stage_rules[STAGE_FILE].code) == 0;
    begin_result(report, finding->rule, finding->severity, out);
    json_member(out, ", \"message\": {", "text",
                hides ? stage_rules[STAGE_FILE].message : finding->message);
    buffer_text(out, "}, \"locations\": [{");
    begin_physical(out, first_file(report));
    buffer_text(out, "}}]");
    if (!differs)
        write_fingerprints(finding->id, out);
    json_member(out, ", ", "baselineState", "absent");
    if (report->acceptances)
        buffer_text(out, ", \"suppressions\": []");
    if (finding->subject && !differs)
        json_member(out, ", \"properties\": {", "subject", finding->subject);
    buffer_text(out, finding->subject && !differs ? "}}" : "}");
}

static void write_results(const struct report *report, struct buffer *out)
{
    struct report_cursor cursor = {0};
    struct report_finding finding;
    const char *before = "\n        ";
    size_t count = 0;
    buffer_text(out, "      \"results\": [");
    for (; report_next(report, &cursor, &finding); before = ",\n        ") {
        buffer_text(out, before);
        write_result(report, &finding, out);
    }
    const struct old_finding *old =
        report->baseline ? baseline_findings(report->baseline, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (old[i].met)
            continue;
        buffer_text(out, before);
        write_absent(report, &old[i], out);
        before = ",\n        ";
    }
    buffer_text(out, "\n      ]\n");
}

static void write_properties(const struct report *report, struct buffer *out)
{
    const struct check *check = report->check;
    struct line summary = {0};
    char start[11];
    char end[11];
    calendar_format(check->period_start, start);
    calendar_format(check->period_end, end);
    line_summary(&summary, report);
    json_member(out, "      \"properties\": {", "return", check->plugin->plugin->id);
    json_number(out, ", ", "year", (uint64_t)check->year->year);
    json_member(out, ", ", "periodStart", start);
    json_member(out, ", ", "periodEnd", end);
    json_member(out, ", ", "summary", summary.text);
    buffer_text(out, identity_redacts(report->identity) ? ", \"redacted\": true},\n"
                                                        : ", \"redacted\": false},\n");
}

void report_write_sarif(const struct report *report, FILE *file, bool colour)
{
    (void)colour;
    struct buffer out = {.file = file};
    json_member(&out, "{\n  ", "$schema", SCHEMA);
    json_member(&out, ",\n  ", "version", "2.1.0");
    buffer_text(&out, ",\n  \"runs\": [\n    {\n");
    sarif_write_tool(report, &out);
    sarif_write_invocation(report, &out);
    buffer_text(&out, "      \"columnKind\": \"unicodeCodePoints\",\n");
    write_properties(report, &out);
    write_results(report, &out);
    buffer_text(&out, "    }\n  ]\n}\n");
    buffer_flush(&out);
}
