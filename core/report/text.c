/* The report for people: the verdict, then what to do about it. */
#include <string.h>

#include "../base/calendar.h"
#include "escape.h"
#include "report.h"
#include "text_known.h"
#include "text_settings.h"

/* Places shown of each rule; the other formats show all. */
#define PLACES_SHOWN 3

/* Defects of form shown; likewise. */
#define PROBLEMS_SHOWN 12

/* Of lists of codes. */
#define LINE_WIDTH 88

#define BOLD "1"
#define RED "1;31"
#define GREEN "1;32"
#define YELLOW "1;33"
#define DIM "2"

struct page {
    const struct report *report;
    FILE *out;
    bool colour;
};

static void style(const struct page *page, const char *code)
{
    if (page->colour)
        fprintf(page->out, "\033[%sm", code);
}

static void plain(const struct page *page)
{
    if (page->colour)
        fputs("\033[0m", page->out);
}

static const char *plural(size_t count, const char *one, const char *many)
{
    return count == 1 ? one : many;
}

/* Length of the folder that a name begins with; 0: none. */
static size_t folder_of(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash ? (size_t)(slash - name) + 1 : 0;
}

/* Files of one folder are told as the folder, with its files behind it. */
static void print_files(const struct page *page, enum part_role role)
{
    const struct submission *submission = &page->report->check->submission;
    const char *last = "";
    bool first = true;
    for (size_t i = 0; i < submission->count; i++) {
        const char *name = submission->parts[i]->source.name;
        size_t folder = folder_of(name);
        if (submission->parts[i]->role != role)
            continue;
        bool same =
            !first && folder > 0 && folder == folder_of(last) && strncmp(name, last, folder) == 0;
        fputs(first ? "" : ", ", page->out);
        terminal_text(page->out, same ? name + folder : name);
        last = name;
        first = false;
    }
}

static void print_reference(const struct page *page)
{
    const struct check *check = page->report->check;
    if (check->postcodes) {
        fputs("Postcodes: ", page->out);
        terminal_text(page->out, postcodes_edition(check->postcodes));
        fprintf(page->out, " (%u postcodes)\n", postcodes_count(check->postcodes));
    }
    for (size_t i = 0; i < check->submission.count; i++) {
        const struct part *part = check->submission.parts[i];
        if (part->role != PART_REFERENCE)
            continue;
        const struct table *table = &check->store.tables[part->table];
        fprintf(page->out, "%s: ", table->described->name);
        terminal_text(page->out, part->source.name);
        fprintf(page->out, " (%u %s)\n", table->count, plural(table->count, "record", "records"));
    }
}

/* What the rules rest on, what is particular to the year, and what was seen in passing. */
static void print_ground(const struct page *page)
{
    const struct check *check = page->report->check;
    fprintf(page->out, "%s\n", check->plugin->plugin->authority);
    if (check->year->notice)
        fprintf(page->out, "%s\n", check->year->notice);
    for (size_t i = 0; i < check->remarks.count; i++) {
        terminal_text(page->out, check->remarks.list[i].message);
        fputs("\n", page->out);
    }
}

static void print_heading(const struct page *page)
{
    const struct check *check = page->report->check;
    const struct sv_plugin *plugin = check->plugin->plugin;
    char start[11];
    char end[11];
    char room[VALUE_ROOM];
    const char *authority = report_authority(page->report, room);
    uint32_t subjects = report_subjects(page->report);
    calendar_format(check->period_start, start);
    calendar_format(check->period_end, end);
    fprintf(page->out, "%s %d, %s to %s", plugin->title, check->year->year, start, end);
    if (authority) {
        fputs(", authority ", page->out);
        terminal_text(page->out, authority);
    }
    fputs("\n", page->out);
    print_files(page, PART_OWN);
    fprintf(page->out, ": %u %s\n", subjects,
            plural(subjects, plugin->subject_noun, plugin->subjects_noun));
    if (check->layout_last) {
        fputs("Last year: ", page->out);
        print_files(page, PART_LAST);
        fputs("\n", page->out);
    }
    print_reference(page);
    print_ground(page);
    fputs("\n", page->out);
}

static size_t count_run(const struct report *report)
{
    size_t run = 0;
    for (size_t i = 0; i < report->check->plan.count; i++)
        run += !report->check->plan.rules[i].skipped;
    return run;
}

static void print_verdict(const struct page *page)
{
    const struct report *report = page->report;
    size_t blocking = report->errors + report->schema_errors;
    size_t queries = report->queries + report->schema_queries;
    style(page, blocking ? RED : queries ? YELLOW : GREEN);
    if (blocking)
        fputs("NOT READY: this return cannot be submitted yet.", page->out);
    else if (queries)
        fputs("NEARLY READY: can be submitted when each query is corrected or explained.",
              page->out);
    else if (count_run(report) < report->check->plan.count)
        fprintf(page->out, "NOTHING FOUND by the %zu of %zu rules that could be run.",
                count_run(report), report->check->plan.count);
    else
        fputs("READY: no rule found anything wrong.", page->out);
    plain(page);
    fputs("\n\n", page->out);
}

static void print_counts(const struct page *page)
{
    const struct report *report = page->report;
    fprintf(page->out, "  %6zu %-8s must be corrected\n", report->errors,
            plural(report->errors, "error", "errors"));
    fprintf(page->out, "  %6zu %-8s must be corrected or explained\n", report->queries,
            plural(report->queries, "query", "queries"));
    size_t schema = report->schema_errors + report->schema_queries;
    fprintf(page->out, "  %6zu %-8s in the form of the files (reading, schema)\n", schema,
            plural(schema, "defect", "defects"));
    if (report->acceptances)
        fprintf(page->out, "  %6zu %-8s explained, with a reason\n", report->explained,
                plural(report->explained, "finding", "findings"));
    if (report->baseline)
        fprintf(page->out, "  %6zu %-8s new since the earlier report, %zu fixed\n",
                report->new_findings, plural(report->new_findings, "finding", "findings"),
                report_fixed(report));
    if (report->check->results.early)
        fprintf(page->out,
                "  %6zu %-8s hidden (--as-portal): of children who have findings of stage 1\n",
                report->check->results.hidden,
                plural(report->check->results.hidden, "finding", "findings"));
}

static void print_value(const struct page *page, const struct report_field *field)
{
    fprintf(page->out, " %s=", field->name);
    if (identity_redacts(page->report->identity))
        fputs("(redacted)", page->out);
    else if (field->value)
        terminal_text(page->out, field->value);
    else
        fputs("(missing)", page->out);
}

/* Records of one table stand in several files. */
static bool is_of_parts(const struct report *report)
{
    const struct submission *submission = &report->check->submission;
    size_t own = 0;
    for (size_t i = 0; i < submission->count; i++)
        own += submission->parts[i]->role == PART_OWN;
    return own > 1 && report->check->plugin->plugin->recognition.part;
}

static void print_place(const struct page *page, const struct report_place *place)
{
    fprintf(page->out, "%s %u (", place->table, place->row);
    if (is_of_parts(page->report)) {
        terminal_text(page->out, place->file + folder_of(place->file));
        fputs(", ", page->out);
    }
    if (place->sheet_row)
        fprintf(page->out, "row %u in Excel)", place->sheet_row);
    else
        fprintf(page->out, "line %u)", place->line);
    for (size_t f = 0; f < place->field_count; f++)
        print_value(page, &place->fields[f]);
    if (place->derived_count)
        fputs(", from the reference data:", page->out);
    for (size_t f = 0; f < place->derived_count; f++)
        print_value(page, &place->derived[f]);
}

static void end_finding(const struct page *page, const struct report_finding *finding)
{
    if (finding->state == STATE_NEW)
        fputs(" [new]", page->out);
    if (finding->detail) {
        fputs(" (", page->out);
        terminal_text(page->out, finding->detail);
        fputs(")", page->out);
    }
    fputs("\n", page->out);
}

static void print_finding(const struct page *page, const struct report_finding *finding)
{
    const struct sv_plugin *plugin = page->report->check->plugin->plugin;
    struct report_place place;
    if (finding->place_count == 0) {
        fputs("      the return as a whole", page->out);
        end_finding(page, finding);
        return;
    }
    fputs("      ", page->out);
    if (finding->locations[0].row->subject) {
        fprintf(page->out, "%s ", plugin->subject_noun);
        terminal_text(page->out, finding->subject ? finding->subject : "(no identifier)");
        fputs(": ", page->out);
    }
    for (size_t i = 0; i < finding->place_count && i < PLACES_SHOWN; i++) {
        report_place(page->report, finding, i, &place);
        fputs(i ? "; " : "", page->out);
        print_place(page, &place);
    }
    if (finding->place_count > PLACES_SHOWN)
        fprintf(page->out, "; and %zu more", finding->place_count - PLACES_SHOWN);
    end_finding(page, finding);
}

/* Where the record of a problem stands, and whose it is. */
static void print_whereabouts(const struct page *page, const struct report_finding *finding)
{
    char path[512];
    if (!finding->problem->row)
        return;
    report_path(page->report, finding->problem->row, path, sizeof(path));
    if (!path[0])
        return;
    fputs("      ", page->out);
    if (finding->subject) {
        fprintf(page->out, "%s ", page->report->check->plugin->plugin->subject_noun);
        terminal_text(page->out, finding->subject);
        fputs(": ", page->out);
    }
    fprintf(page->out, "%s\n", path);
}

static void print_problem(const struct page *page, const struct report_finding *finding)
{
    struct report_place place;
    report_place(page->report, finding, 0, &place);
    fputs("  ", page->out);
    if (page->report->check->submission.count > 1) {
        terminal_text(page->out, place.file);
        fputs(", ", page->out);
    }
    fprintf(page->out, "line %u, column %u: ", place.line, place.column);
    terminal_text(page->out, finding->message);
    for (size_t f = 0; f < place.field_count && place.fields[f].value; f++)
        print_value(page, &place.fields[f]);
    fputs("\n", page->out);
    print_whereabouts(page, finding);
}

static void print_schema(const struct page *page)
{
    struct report_cursor cursor = {0};
    struct report_finding finding;
    size_t shown = 0;
    size_t total = page->report->schema_errors + page->report->schema_queries;
    if (total == 0)
        return;
    style(page, BOLD);
    fputs("\nForm of the return\n", page->out);
    plain(page);
    while (shown < PROBLEMS_SHOWN && report_next(page->report, &cursor, &finding) &&
           finding.problem) {
        if (finding.acceptance)
            continue;
        print_problem(page, &finding);
        shown++;
    }
    if (shown < total)
        fprintf(page->out, "      %zu of %zu shown; all of them: --format csv\n", shown, total);
}

static void print_rule_heading(const struct page *page, size_t number)
{
    const struct report *report = page->report;
    const struct sv_plugin *plugin = report->check->plugin->plugin;
    const struct planned_rule *planned = &report->check->plan.rules[number];
    const struct sv_rule *rule = planned->rule;
    const struct rule_count *count = &report->rules[number];
    fputs("\n  ", page->out);
    style(page, planned->severity == SV_ERROR ? RED : YELLOW);
    fprintf(page->out, "%-6s %s", rule->code, severity_name(planned->severity));
    plain(page);
    fprintf(page->out, "  %zu %s", count->findings, plural(count->findings, "finding", "findings"));
    if (count->subjects)
        fprintf(page->out, ", %zu %s", count->subjects,
                plural(count->subjects, plugin->subject_noun, plugin->subjects_noun));
    if (rule->group)
        fprintf(page->out, "  [%s]", rule->group);
    fprintf(page->out, "\n    %s\n", rule->message);
}

/* Findings come rule by rule, so that one walk is enough. */
static void print_rules(const struct page *page)
{
    const struct report *report = page->report;
    struct report_cursor cursor = {0};
    struct report_finding finding;
    size_t rule = SIZE_MAX;
    size_t shown = 0;
    if (report->errors + report->queries == 0)
        return;
    style(page, BOLD);
    fputs("\nRules with findings (statval explain CODE tells what to do)\n", page->out);
    plain(page);
    while (report_next(report, &cursor, &finding)) {
        if (finding.problem || finding.acceptance)
            continue;
        if (cursor.cursor.rule != rule) {
            rule = cursor.cursor.rule;
            shown = 0;
            print_rule_heading(page, rule);
        }
        shown++;
        if (shown <= PLACES_SHOWN)
            print_finding(page, &finding);
        else if (shown == PLACES_SHOWN + 1)
            fprintf(page->out, "      %d of %zu shown; all of them: --format csv%s\n", PLACES_SHOWN,
                    report->rules[rule].findings,
                    results_cut(&report->check->results, rule)
                        ? " (one record has more than are kept)"
                        : "");
    }
}

/* Whether an earlier rule was skipped for the same reason. */
static bool told_before(const struct plan *plan, size_t number)
{
    for (size_t i = 0; i < number; i++) {
        if (plan->rules[i].skipped &&
            strcmp(plan->rules[i].skipped, plan->rules[number].skipped) == 0)
            return true;
    }
    return false;
}

/* The codes of all rules that were skipped for the reason of this one, in lines. */
static void print_skipped_codes(const struct page *page, size_t first)
{
    const struct plan *plan = &page->report->check->plan;
    size_t column = LINE_WIDTH;
    for (size_t i = first; i < plan->count; i++) {
        if (!plan->rules[i].skipped ||
            strcmp(plan->rules[i].skipped, plan->rules[first].skipped) != 0)
            continue;
        size_t length = strlen(plan->rules[i].rule->code) + 1;
        if (column + length > LINE_WIDTH) {
            fputs(i == first ? "   " : "\n   ", page->out);
            column = 3;
        }
        fprintf(page->out, " %s", plan->rules[i].rule->code);
        column += length;
    }
    fputs("\n", page->out);
}

static void print_skipped(const struct page *page)
{
    const struct plan *plan = &page->report->check->plan;
    bool heading = false;
    for (size_t i = 0; i < plan->count; i++) {
        if (!plan->rules[i].skipped || told_before(plan, i))
            continue;
        if (!heading)
            fputs("\nRules not run\n", page->out);
        heading = true;
        fputs("  ", page->out);
        terminal_text(page->out, plan->rules[i].skipped); /* it may be the user's reason */
        fputs(":\n", page->out);
        print_skipped_codes(page, i);
    }
}

static void print_limited(const struct page *page)
{
    const struct plan *plan = &page->report->check->plan;
    bool heading = false;
    for (size_t i = 0; i < plan->count; i++) {
        if (!plan->rules[i].is_limited || plan->rules[i].skipped)
            continue;
        if (!heading)
            fputs("\nRules run with less knowledge\n", page->out);
        heading = true;
        fprintf(page->out, "  %-6s %s\n", plan->rules[i].rule->code, plan->rules[i].rule->limited);
    }
}

static void print_rows(const struct page *page)
{
    const struct check *check = page->report->check;
    const struct sv_plugin *plugin = check->plugin->plugin;
    fprintf(page->out, "\n%zu of %zu rules run. Rows read:\n", count_run(page->report),
            check->plan.count);
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (report_has_table(page->report, t))
            fprintf(page->out, "  %8u %s\n", report_rows(page->report, t), plugin->tables[t].name);
    }
}

void report_write_text(const struct report *report, FILE *out, bool colour)
{
    struct page page = {report, out, colour};
    print_verdict(&page);
    print_heading(&page);
    print_counts(&page);
    text_settings(report, out);
    print_schema(&page);
    print_rules(&page);
    text_known(report, out);
    print_skipped(&page);
    print_limited(&page);
    print_rows(&page);
}
