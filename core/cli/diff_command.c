/* statval diff */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "../report/baseline.h"
#include "../report/buffer.h"
#include "../report/escape.h"
#include "commands.h"

/* Children shown in the text; the format json has all findings. */
#define SUBJECTS_SHOWN 20

/* Two reports, and what became of their findings. */
struct difference {
    struct baseline *old;
    struct baseline *later;
    const struct old_finding *old_findings;
    const struct old_finding *later_findings;
    size_t old_count;
    size_t later_count;
    bool *is_new; /* by finding of the later report */
};

/* How many findings of a rule, or of a child, are new, fixed and still there. */
struct change {
    const char *name;
    size_t added;
    size_t fixed;
    size_t still;
};

static bool is_of_one_kind(const struct difference *difference, struct error *error)
{
    const char *old = baseline_return(difference->old);
    const char *later = baseline_return(difference->later);
    if (strcmp(old, later) != 0)
        return error_set(error, STATUS_USAGE, "%s is a report on the return %s, %s one on %s.",
                         baseline_path(difference->old), old, baseline_path(difference->later),
                         later);
    return baseline_is_redacted(difference->old) == baseline_is_redacted(difference->later) ||
           error_set(error, STATUS_USAGE,
                     "one of the reports is redacted, the other is not: their ids differ. Compare "
                     "two of one kind.");
}

static bool compare_reports(struct difference *difference, struct error *error)
{
    if (!is_of_one_kind(difference, error))
        return false;
    difference->old_findings = baseline_findings(difference->old, &difference->old_count);
    difference->later_findings = baseline_findings(difference->later, &difference->later_count);
    difference->is_new = mem_new(difference->later_count + 1, sizeof(bool));
    for (size_t i = 0; i < difference->later_count; i++)
        difference->is_new[i] = !baseline_has(difference->old, difference->later_findings[i].id);
    return true;
}

static const char *rule_of(const struct old_finding *finding)
{
    return finding->rule;
}

static const char *subject_of(const struct old_finding *finding)
{
    return finding->subject ? finding->subject : "the return";
}

static int compare_changes(const void *left, const void *right)
{
    return strcmp(((const struct change *)left)->name, ((const struct change *)right)->name);
}

/* Adds the counts of one name up. Returns how many names there are. */
static size_t merge_changes(struct change *changes, size_t count)
{
    size_t kept = 0;
    qsort(changes, count, sizeof(*changes), compare_changes);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || strcmp(changes[kept - 1].name, changes[i].name) != 0) {
            changes[kept++] = changes[i];
            continue;
        }
        changes[kept - 1].added += changes[i].added;
        changes[kept - 1].fixed += changes[i].fixed;
        changes[kept - 1].still += changes[i].still;
    }
    return kept;
}

/* What changed by rule or by child, in the order of their names; free() it. */
static struct change *changes_by(const struct difference *difference,
                                 const char *(*name_of)(const struct old_finding *), size_t *count)
{
    size_t all = difference->old_count + difference->later_count;
    struct change *changes = mem_new(all + 1, sizeof(*changes));
    size_t n = 0;
    for (size_t i = 0; i < difference->old_count; i++) {
        const struct old_finding *finding = &difference->old_findings[i];
        if (!finding->met)
            changes[n++] = (struct change){.name = name_of(finding), .fixed = 1};
    }
    for (size_t i = 0; i < difference->later_count; i++) {
        const struct old_finding *finding = &difference->later_findings[i];
        bool is_new = difference->is_new[i];
        changes[n++] = (struct change){.name = name_of(finding), .added = is_new, .still = !is_new};
    }
    *count = merge_changes(changes, n);
    return changes;
}

static struct change totals_of(const struct difference *difference)
{
    struct change totals = {.name = "all"};
    for (size_t i = 0; i < difference->old_count; i++)
        totals.fixed += !difference->old_findings[i].met;
    for (size_t i = 0; i < difference->later_count; i++) {
        totals.added += difference->is_new[i];
        totals.still += !difference->is_new[i];
    }
    return totals;
}

/* Lines with nothing new or fixed are left out. */
static void print_changes(const struct change *changes, size_t count, const char *heading,
                          size_t most)
{
    size_t shown = 0;
    size_t changed = 0;
    for (size_t i = 0; i < count; i++)
        changed += changes[i].added + changes[i].fixed > 0;
    if (changed)
        printf("\n%-24s %6s %6s %6s\n", heading, "new", "fixed", "still");
    for (size_t i = 0; i < count && shown < most; i++) {
        if (changes[i].added + changes[i].fixed == 0)
            continue;
        terminal_text(stdout, changes[i].name);
        int width = 24 - (int)strlen(changes[i].name);
        printf("%*s %6zu %6zu %6zu\n", width > 0 ? width : 0, "", changes[i].added,
               changes[i].fixed, changes[i].still);
        shown++;
    }
    if (shown < changed)
        printf("%zu of %zu shown; all findings: --format json\n", shown, changed);
}

static void print_text(const struct difference *difference)
{
    size_t count;
    struct change totals = totals_of(difference);
    printf("%zu new, %zu fixed, %zu still there.\n", totals.added, totals.fixed, totals.still);
    struct change *rules = changes_by(difference, rule_of, &count);
    print_changes(rules, count, "by rule", count);
    free(rules);
    struct change *subjects = changes_by(difference, subject_of, &count);
    print_changes(subjects, count, "by child", SUBJECTS_SHOWN);
    free(subjects);
}

static void write_member(struct buffer *out, const char *name, const char *value)
{
    buffer_json(out, name);
    buffer_text(out, ": ");
    buffer_json(out, value);
}

static void write_finding(struct buffer *out, const struct old_finding *finding, const char *state,
                          bool first)
{
    buffer_text(out, first ? "\n    {" : ",\n    {");
    write_member(out, "state", state);
    buffer_text(out, ", ");
    write_member(out, "id", finding->id);
    buffer_text(out, ", ");
    write_member(out, "rule", finding->rule);
    buffer_text(out, ", ");
    write_member(out, "severity", finding->severity);
    buffer_text(out, ", ");
    write_member(out, "subject", finding->subject);
    buffer_text(out, ", ");
    write_member(out, "message", finding->message);
    buffer_text(out, "}");
}

static void write_count(struct buffer *out, const char *name, size_t count, const char *behind)
{
    buffer_json(out, name);
    buffer_text(out, ": ");
    buffer_number(out, count);
    buffer_text(out, behind);
}

static void print_json(const struct difference *difference)
{
    struct buffer out = {.file = stdout};
    struct change totals = totals_of(difference);
    bool first = true;
    buffer_text(&out, "{\n  ");
    write_member(&out, "statval", STATVAL_VERSION);
    buffer_text(&out, ",\n  \"format\": 1,\n  ");
    write_member(&out, "return", baseline_return(difference->old));
    buffer_text(&out, ",\n  \"summary\": {");
    write_count(&out, "new", totals.added, ", ");
    write_count(&out, "fixed", totals.fixed, ", ");
    write_count(&out, "still", totals.still, "},\n  \"findings\": [");
    for (size_t i = 0; i < difference->old_count; i++) {
        if (difference->old_findings[i].met)
            continue;
        write_finding(&out, &difference->old_findings[i], "fixed", first);
        first = false;
    }
    for (size_t i = 0; i < difference->later_count; i++) {
        write_finding(&out, &difference->later_findings[i], difference->is_new[i] ? "new" : "still",
                      first);
        first = false;
    }
    buffer_text(&out, "\n  ]\n}\n");
    buffer_flush(&out);
}

static int status_of(const struct difference *difference, enum fail_on fail_on)
{
    for (size_t i = 0; i < difference->later_count && fail_on != FAIL_NEVER; i++) {
        const struct old_finding *finding = &difference->later_findings[i];
        bool counts = fail_on == FAIL_ON_QUERY || strcmp(finding->severity, "error") == 0;
        if (difference->is_new[i] && !finding->explained && counts)
            return STATUS_FINDINGS;
    }
    return STATUS_OK;
}

static bool read_reports(struct difference *difference, const struct options *options,
                         struct error *error)
{
    difference->old = baseline_read(options->arguments[0], error);
    difference->later = difference->old ? baseline_read(options->arguments[1], error) : NULL;
    return difference->later && compare_reports(difference, error);
}

static bool options_fit(const struct options *options, struct error *error)
{
    if (options->argument_count != 2)
        return error_set(error, STATUS_USAGE,
                         "diff needs two reports: the earlier one and the later one, e.g. statval "
                         "diff old.json new.json.");
    return !options->format || strcmp(options->format, "text") == 0 ||
           strcmp(options->format, "json") == 0 ||
           error_set(error, STATUS_USAGE, "--format: diff prints text or json.");
}

static int run(const struct options *options)
{
    struct error error;
    struct difference difference = {0};
    bool fine = options_fit(options, &error) && read_reports(&difference, options, &error);
    int status = fine ? status_of(&difference, options->fail_on) : fail(&error);
    if (fine && options->format && strcmp(options->format, "json") == 0)
        print_json(&difference);
    else if (fine)
        print_text(&difference);
    free(difference.is_new);
    baseline_free(difference.old);
    baseline_free(difference.later);
    return status;
}

const struct command command_diff = {
    .name = "diff",
    .bit = FOR_DIFF,
    .synopsis = "[options] OLD.json NEW.json",
    .run = run,
    .about = "compares two reports: what is new, fixed and still there",
    .help = "Both are reports in the format json. Findings are known again by what they say, so "
            "that records\nmay stand in another order.\n\n"
            "Examples:\n"
            "  statval check -o old.json before.xml; statval check -o new.json after.xml\n"
            "  statval diff old.json new.json\n\n"
            "Exit status: 0 nothing new at or above --fail-on, 1 new findings, 2 wrong usage.\n"};
