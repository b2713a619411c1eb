/*
 * The JUnit format: one test for each rule, and one for each stage before the rules. A build
 * service knows a test as passed, failed or skipped only: errors fail it, queries when --fail-on
 * says so.
 */
#include <stdlib.h>
#include <string.h>

#include "../buffer.h"
#include "../escape.h"
#include "ci.h"

/* Findings of a test that are told one by one. */
#define LINES_SHOWN 20

/* Findings of one test that are told together. */
struct group {
    size_t count;
    FILE *stream; /* of the lines; NULL: nothing was added yet */
    char *lines;
    size_t length;
};

/* One test. */
struct testcase {
    struct group failures;
    struct group queries; /* that do not fail the test */
    struct group explained;
};

static const char *entity_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\n': /* between lines that are ours */
        return "\n";
    default:
        return NULL;
    }
}

/* XML 1.0 has no room for most control characters, in whatever way they are written. */
static bool is_xml(const char *text, size_t length)
{
    return length > 0 && !is_control(text) && memcmp(text, "\xef\xbf\xbe", length) != 0 &&
           memcmp(text, "\xef\xbf\xbf", length) != 0;
}

static void xml_text(struct buffer *out, const char *text)
{
    while (*text) {
        const char *entity = entity_of(*text);
        size_t length = utf8_length(text);
        char character[5] = "";
        memcpy(character, text, length);
        const char *other = length == 0 ? "\xef\xbf\xbd" : " ";
        buffer_text(out, entity ? entity : is_xml(character, length) ? character : other);
        text += length ? length : 1;
    }
}

static void attribute(struct buffer *out, const char *name, const char *value)
{
    buffer_text(out, " ");
    buffer_text(out, name);
    buffer_text(out, "=\"");
    xml_text(out, value);
    buffer_text(out, "\"");
}

static void number(struct buffer *out, const char *name, size_t value)
{
    buffer_text(out, " ");
    buffer_text(out, name);
    buffer_text(out, "=\"");
    buffer_number(out, value);
    buffer_text(out, "\"");
}

static void add(struct group *group, const struct report *report,
                const struct report_finding *finding)
{
    struct line line = {0};
    if (group->count++ >= LINES_SHOWN)
        return;
    if (!group->stream && !(group->stream = open_memstream(&group->lines, &group->length)))
        mem_exhausted();
    if (finding->problem) {
        line_message(&line, finding);
        line_add(&line, " - ");
    } else if (finding->detail) {
        line_add(&line, finding->detail);
        line_add(&line, " - ");
    }
    line_where(&line, report, finding);
    line_add(&line, finding->state == STATE_NEW ? " [new]" : "");
    if (finding->acceptance) {
        line_add(&line, " - explained: ");
        line_reason(&line, finding->acceptance);
    }
    for (char *c = line.text; *c; c++) /* a line break in a value is none here */
        *c = *c == '\n' ? ' ' : *c;
    fprintf(group->stream, "%s\n", line.text);
}

static void add_finding(struct testcase *testcase, const struct report *report,
                        const struct report_finding *finding)
{
    bool fails = finding->severity == severity_name(SV_ERROR) || report->queries_fail;
    add(finding->acceptance ? &testcase->explained
        : fails             ? &testcase->failures
                            : &testcase->queries,
        report, finding);
}

static void free_group(struct group *group)
{
    if (group->stream)
        fclose(group->stream);
    free(group->lines);
}

static void clear(struct testcase *testcase)
{
    free_group(&testcase->failures);
    free_group(&testcase->queries);
    free_group(&testcase->explained);
    *testcase = (struct testcase){0};
}

/* The lines of a group, and how many there are that it does not show. */
static void write_group(struct buffer *out, struct group *group)
{
    if (fflush(group->stream) != 0)
        mem_exhausted();
    xml_text(out, group->lines);
    if (group->count > LINES_SHOWN) {
        buffer_text(out, "and ");
        buffer_number(out, group->count - LINES_SHOWN);
        buffer_text(out, " more; -o report.json has each\n");
    }
}

static void write_failure(struct buffer *out, struct group *group)
{
    struct line line = {0};
    if (!group->count)
        return;
    line_count(&line, group->count, "finding", "findings");
    buffer_text(out, "      <failure");
    attribute(out, "type", "finding");
    attribute(out, "message", line.text);
    buffer_text(out, ">");
    write_group(out, group);
    buffer_text(out, "</failure>\n");
}

/* What does not fail the test is said all the same. */
static void write_rest(struct buffer *out, struct testcase *testcase, const char *note)
{
    if (!testcase->queries.count && !testcase->explained.count && !note)
        return;
    buffer_text(out, "      <system-out>");
    if (note) {
        xml_text(out, note);
        buffer_text(out, "\n");
    }
    if (testcase->queries.count) {
        buffer_number(out, testcase->queries.count);
        buffer_text(out, " to be corrected or explained:\n");
        write_group(out, &testcase->queries);
    }
    if (testcase->explained.count) {
        buffer_number(out, testcase->explained.count);
        buffer_text(out, " explained:\n");
        write_group(out, &testcase->explained);
    }
    buffer_text(out, "</system-out>\n");
}

static void begin_case(const struct report *report, struct buffer *out, const char *code,
                       const char *message)
{
    struct line line = {0};
    line_add(&line, code);
    line_add(&line, " ");
    line_add(&line, message);
    buffer_text(out, "    <testcase");
    attribute(out, "classname", report->check->plugin->plugin->id);
    attribute(out, "name", line.text);
}

/* Writes a test that was run, and empties it. */
static void write_case(struct buffer *out, struct testcase *testcase, const char *note)
{
    if (testcase->failures.count || testcase->queries.count || testcase->explained.count || note) {
        buffer_text(out, ">\n");
        write_failure(out, &testcase->failures);
        write_rest(out, testcase, note);
        buffer_text(out, "    </testcase>\n");
    } else {
        buffer_text(out, "/>\n");
    }
    clear(testcase);
}

static void write_skipped(struct buffer *out, const char *reason)
{
    buffer_text(out, "><skipped");
    attribute(out, "message", reason);
    buffer_text(out, "/></testcase>\n");
}

/* The two stages before the rules. */
static void gather_stages(const struct report *report, struct testcase stages[STAGE_RULES])
{
    struct report_cursor cursor = {0};
    struct report_finding finding;
    while (report_next(report, &cursor, &finding) && finding.problem) {
        bool of_reading = finding.problem->stage == STAGE_READ;
        add_finding(&stages[of_reading ? STAGE_FILE : STAGE_XSD], report, &finding);
    }
}

/* A return in CSV files has no schema, unless its defects say that it has. */
static bool is_stage_run(const struct report *report, size_t stage, const struct testcase *testcase)
{
    return stage != STAGE_XSD || report->check->is_xml || testcase->failures.count ||
           testcase->queries.count || testcase->explained.count;
}

static void write_stages(const struct report *report, struct testcase stages[STAGE_RULES],
                         struct buffer *out)
{
    for (size_t i = 0; i < STAGE_RULES; i++) {
        begin_case(report, out, stage_rules[i].code, stage_rules[i].message);
        if (is_stage_run(report, i, &stages[i]))
            write_case(out, &stages[i], NULL);
        else
            write_skipped(out, "the return is in CSV files");
    }
}

/* What a rule is said to have tested, beyond its findings. */
static const char *note_of(const struct report *report, size_t place)
{
    const struct planned_rule *planned = &report->check->plan.rules[place];
    if (results_cut(&report->check->results, place))
        return "One record has more findings than are recorded.";
    return planned->is_limited ? planned->rule->limited : NULL;
}

static void write_rule(const struct report *report, size_t place, struct testcase *testcase,
                       struct buffer *out)
{
    const struct planned_rule *planned = &report->check->plan.rules[place];
    begin_case(report, out, planned->rule->code, planned->rule->message);
    if (planned->skipped)
        write_skipped(out, planned->skipped);
    else
        write_case(out, testcase, note_of(report, place));
}

/* Findings come rule by rule, in the order of the plan. */
static void write_rules(const struct report *report, struct buffer *out)
{
    struct report_cursor cursor = {0};
    struct report_finding finding;
    struct testcase testcase = {0};
    size_t rule = 0;
    while (report_next(report, &cursor, &finding)) {
        if (finding.problem)
            continue;
        for (; rule < cursor.cursor.rule; rule++)
            write_rule(report, rule, &testcase, out);
        add_finding(&testcase, report, &finding);
    }
    for (; rule < report->check->plan.count; rule++)
        write_rule(report, rule, &testcase, out);
}

/* The attributes that count tests. */
static void write_counts(const struct report *report, const struct testcase stages[STAGE_RULES],
                         struct buffer *out)
{
    const struct plan *plan = &report->check->plan;
    size_t failures = 0;
    size_t skipped = plan->count - rules_run(report);
    for (size_t i = 0; i < STAGE_RULES; i++) {
        failures += stages[i].failures.count > 0;
        skipped += !is_stage_run(report, i, &stages[i]);
    }
    for (size_t i = 0; i < plan->count; i++) {
        bool fails = plan->rules[i].severity == SV_ERROR || report->queries_fail;
        failures += fails && report->rules[i].findings > 0;
    }
    number(out, "tests", plan->count + STAGE_RULES);
    number(out, "failures", failures);
    number(out, "errors", 0);
    number(out, "skipped", skipped);
    buffer_text(out, ">\n");
}

void report_write_junit(const struct report *report, FILE *file, bool colour)
{
    (void)colour;
    struct buffer out = {.file = file};
    struct testcase stages[STAGE_RULES] = {0};
    struct line name = {0};
    struct line summary = {0};
    gather_stages(report, stages);
    line_add(&name, report->check->plugin->plugin->id);
    line_add(&name, " ");
    line_number(&name, (size_t)report->check->year->year);
    line_summary(&summary, report);
    buffer_text(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"statval\"");
    write_counts(report, stages, &out);
    buffer_text(&out, "  <testsuite");
    attribute(&out, "name", name.text);
    write_counts(report, stages, &out);
    write_stages(report, stages, &out);
    write_rules(report, &out);
    buffer_text(&out, "    <system-out>");
    xml_text(&out, summary.text);
    buffer_text(&out, "</system-out>\n  </testsuite>\n</testsuites>\n");
    buffer_flush(&out);
}
