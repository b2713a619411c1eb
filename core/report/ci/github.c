/* Workflow commands of GitHub Actions, which shows them as annotations of the files. */
#include <string.h>

#include "../escape.h"
#include "ci.h"

/* GitHub shows ten errors and ten warnings of a step. Few of each rule leave room for other rules;
 * the rest of a rule is one annotation with their number. */
#define SINGLES 3

/* Findings that are not shown one by one: of a stage before the rules by severity, or of a rule. */
struct rest {
    size_t count;
    size_t more; /* of these, not shown */
    const char *code;
    const char *severity;
    const char *message;
    struct spot spot; /* of the first of them */
};

/* Of the stages before the rules, which are mixed, and of the rule that is walked. */
#define RESTS 5
#define REST_OF_RULE 4

/* The characters that GitHub asks to be escaped, and those of properties. */
static const char *escape_of(char c, bool property)
{
    switch (c) {
    case '%':
        return "%25";
    case '\r':
        return "%0D";
    case '\n':
        return "%0A";
    case ':':
        return property ? "%3A" : NULL;
    case ',':
        return property ? "%2C" : NULL;
    default:
        return NULL;
    }
}

/* Control characters would colour the log or move in it. */
static void write_text(FILE *out, const char *text, bool property)
{
    while (*text) {
        const char *escape = escape_of(*text, property);
        size_t length = utf8_length(text);
        if (escape)
            fputs(escape, out);
        else if (length == 0 || is_control(text))
            fputs(length == 0 ? "\xef\xbf\xbd" : " ", out);
        else
            fwrite(text, 1, length, out);
        text += length ? length : 1;
    }
}

static void begin(FILE *out, const char *severity, const struct spot *spot)
{
    fprintf(out, "::%s ", severity == severity_name(SV_ERROR) ? "error" : "warning");
    if (strcmp(spot->file, "-") == 0)
        return;
    fputs("file=", out);
    write_text(out, spot->file, true);
    if (spot->line)
        fprintf(out, ",line=%u", spot->line);
    if (spot->line && spot->column)
        fprintf(out, ",col=%u", spot->column);
    fputs(",", out);
}

static void write_single(const struct report *report, const struct report_finding *finding,
                         const struct spot *spot, FILE *out)
{
    struct line line = {0};
    line_message(&line, finding);
    line_add(&line, " - ");
    line_where(&line, report, finding);
    begin(out, finding->severity, spot);
    fputs("title=statval ", out);
    write_text(out, finding->code, true);
    fprintf(out, "%s::", finding->state == STATE_NEW ? " (new)" : "");
    write_text(out, line.text, false);
    fputs("\n", out);
}

static void write_rest(struct rest *rest, FILE *out)
{
    if (rest->more) {
        begin(out, rest->severity, &rest->spot);
        fputs("title=statval ", out);
        write_text(out, rest->code, true);
        fprintf(out, "::%zu more %s like this (%zu in all; -o report.json has each): ", rest->more,
                rest->more == 1 ? "finding" : "findings", rest->count);
        write_text(out, rest->message, false);
        fputs("\n", out);
    }
    *rest = (struct rest){0};
}

static size_t rest_of(const struct report_finding *finding)
{
    if (!finding->problem)
        return REST_OF_RULE;
    size_t of_errors = finding->problem->stage == STAGE_READ ? 0 : 2;
    return finding->severity == severity_name(SV_ERROR) ? of_errors : of_errors + 1;
}

static void write_finding(const struct report *report, const struct report_finding *finding,
                          struct rest *rest, FILE *out)
{
    struct spot spot;
    find_spot(report, finding, &spot);
    if (++rest->count <= SINGLES) {
        write_single(report, finding, &spot, out);
        return;
    }
    if (rest->more++ > 0)
        return;
    rest->code = finding->code;
    rest->severity = finding->severity;
    rest->message = finding->problem ? stage_rule_of(finding->problem)->message : finding->message;
    rest->spot = spot;
}

/* What the run as a whole comes to. */
static void write_summary(const struct report *report, FILE *out)
{
    const struct check *check = report->check;
    struct line line = {0};
    line_add(&line, check->plugin->plugin->id);
    line_add(&line, " ");
    line_number(&line, (size_t)check->year->year);
    line_add(&line, report->errors + report->schema_errors ? " is not ready: " : ": ");
    line_summary(&line, report);
    fputs("::notice title=statval::", out);
    write_text(out, line.text, false);
    fputs("\n", out);
}

void report_write_github(const struct report *report, FILE *out, bool colour)
{
    (void)colour;
    struct rest rests[RESTS] = {0};
    struct report_cursor cursor = {0};
    struct report_finding finding;
    size_t rule = SIZE_MAX;
    while (report_next(report, &cursor, &finding)) {
        if (!finding.problem && cursor.cursor.rule != rule) {
            for (size_t i = 0; i < RESTS; i++)
                write_rest(&rests[i], out);
            rule = cursor.cursor.rule;
        }
        if (!finding.acceptance)
            write_finding(report, &finding, &rests[rest_of(&finding)], out);
    }
    for (size_t i = 0; i < RESTS; i++)
        write_rest(&rests[i], out);
    write_summary(report, out);
}
