#include "each.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "../report/escape.h"
#include "../report/output.h"
#include "check_options.h"
#include "commands.h"
#include "config.h"
#include "each_table.h"
#include "progress.h"

/* Kinds of table. */
typedef void table_writer(const struct each_list *list, FILE *out);

static table_writer *writer_of(const char *format)
{
    if (!format || strcmp(format, "text") == 0)
        return each_table_text;
    if (strcmp(format, "csv") == 0)
        return each_table_csv;
    return strcmp(format, "json") == 0 ? each_table_json : NULL;
}

/* Of references, what is wrong for every submission alike. */
static bool references_fit(const struct options *options, struct error *error)
{
    for (size_t i = 0; i < options->reference_count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (strcmp(options->references[i].kind, options->references[j].kind) == 0)
                return error_set(error, STATUS_USAGE, REFERENCE_TWICE, options->references[i].kind);
        }
    }
    return true;
}

/* What can be wrong about the options themselves is found before anything is checked. */
static bool options_fit(const struct options *options, struct error *error)
{
    char endings[ENDINGS_ROOM];
    char origin[ORIGIN_ROOM];
    report_endings(endings, sizeof(endings));
    if (!writer_of(options->format))
        return error_set(error, STATUS_USAGE,
                         "--format: the table of --each is text, csv or json. For reports give "
                         "-o 'FOLDER/%%.json'.");
    if (options->profile)
        return error_set(
            error, STATUS_USAGE,
            "--profile: tells of one check. Measure a submission of the folder by itself.");
    if (options->previous_count)
        return error_set(error, STATUS_USAGE,
                         "--previous: last year's submission is another one for each. Check those "
                         "that need it one by one.");
    if (options->accept || options->baseline) {
        config_origin(options, options->accept ? "accept" : "baseline", origin, sizeof(origin));
        return error_set(error, STATUS_USAGE,
                         "%s: is another file for each submission. Check those that need it one "
                         "by one.",
                         origin);
    }
    for (size_t i = 0; i < options->output_count; i++) {
        if (!strchr(options->outputs[i], '%'))
            return error_set(error, STATUS_USAGE,
                             "-o %s: with --each the name needs a %%, which stands for the name of "
                             "the submission, e.g. -o 'reports/%%.json'.",
                             options->outputs[i]);
        if (!report_format_of_file(options->outputs[i]))
            return error_set(error, STATUS_USAGE, "-o %s: the ending names no format. Use %s.",
                             options->outputs[i], endings);
    }
    return references_fit(options, error);
}

/* The pattern's name for one submission; free() it. */
static char *name_of(const char *pattern, const struct each_entry *entry)
{
    char *name = NULL;
    size_t before = strcspn(pattern, "%");
    if (asprintf(&name, "%.*s%s%s", (int)before, pattern, entry->stem, pattern + before + 1) < 0)
        mem_exhausted();
    return name;
}

static bool write_reports(const struct report *report, const struct each_entry *entry,
                          const struct options *options, struct error *error)
{
    struct output outputs[OUTPUTS_MAX];
    char *names[OUTPUTS_MAX];
    for (size_t i = 0; i < options->output_count; i++) {
        const char *pattern = options->outputs[i];
        names[i] = name_of(pattern, entry);
        outputs[i] = output_of_report(report, report_format_of_file(pattern), names[i], false);
    }
    bool written = outputs_write(outputs, options->output_count, error);
    for (size_t i = 0; i < options->output_count; i++)
        free(names[i]);
    return written;
}

static void note_result(struct each_entry *entry, const struct report *report,
                        const struct options *options)
{
    const struct check *check = report->check;
    entry->plugin = check->plugin->plugin->id;
    entry->year = check->year->year;
    entry->period_start = check->period_start;
    entry->period_end = check->period_end;
    entry->subjects = report_subjects(report);
    entry->errors = report->errors + report->schema_errors;
    entry->queries = report->queries + report->schema_queries;
    for (size_t r = 0; r < check->plan.count; r++)
        entry->skipped += check->plan.rules[r].skipped != NULL;
    entry->status = exit_status(report, options->fail_on);
}

/* Messages about a file begin with its name, which stands before the verdict already. */
static const char *without_path(const char *text, const char *path)
{
    size_t length = strlen(path);
    bool named = strncmp(text, path, length) == 0 && strncmp(text + length, ": ", 2) == 0;
    return named ? text + length + 2 : text;
}

/* Checks one submission. False when the run cannot go on: not because the submission is no return
 * or an option does not fit it, which is noted. */
static bool check_entry(struct each_list *list, struct each_entry *entry,
                        struct check_request *request, const struct options *options,
                        struct error *error)
{
    struct check check;
    struct report_request reports;
    if (!report_request_open(&reports, options, error)) {
        report_request_close(&reports);
        return false;
    }
    request->files = &entry->path;
    request->file_count = 1;
    bool fine = check_run(&check, request, error);
    if (fine) {
        struct report report;
        report_make(&report, &check, &reports);
        note_result(entry, &report, options);
        fine = write_reports(&report, entry, options, error);
        report_free(&report);
    } else if (error->status == STATUS_INPUT || error->status == STATUS_USAGE) {
        entry->status = (int)error->status;
        entry->reason = each_list_keep(list, without_path(error->text, entry->path));
        fine = true;
    }
    check_free(&check);
    report_request_close(&reports);
    return fine;
}

static void tell(const struct each_entry *entry)
{
    char verdict[64];
    each_verdict(entry, verdict, sizeof(verdict));
    terminal_text(stdout, entry->name);
    printf(": %s", verdict);
    if (entry->reason) {
        fputs(": ", stdout);
        terminal_text(stdout, entry->reason);
    }
    puts("");
    fflush(stdout); /* each as soon as it is known */
}

/* The status of all: that an option does not fit a submission weighs more than findings, and that
 * one cannot be read weighs most. */
static int worst_status(const struct each_list *list)
{
    int worst = STATUS_OK;
    for (size_t i = 0; i < list->count; i++)
        worst = list->entries[i].status > worst ? list->entries[i].status : worst;
    return worst;
}

static bool check_all(struct each_list *list, const struct registry *registry,
                      const struct options *options, struct error *error)
{
    struct progress progress = progress_make(options->quiet ? WHEN_NEVER : options->progress);
    struct check_request request = request_from(registry, options, &progress);
    bool as_text = writer_of(options->format) == each_table_text && !options->quiet;
    bool fine = true;
    for (size_t i = 0; fine && i < list->count; i++) {
        fine = check_entry(list, &list->entries[i], &request, options, error);
        progress_end(&progress);
        if (fine && as_text)
            tell(&list->entries[i]);
    }
    return fine;
}

int check_each(const struct registry *registry, const struct options *options)
{
    struct each_list list = {.configuration = options->configuration};
    struct error error;
    bool fine =
        options_fit(options, &error) &&
        each_list_fill(&list, options->arguments, (size_t)options->argument_count, &error) &&
        check_all(&list, registry, options, &error);
    int status = fine ? worst_status(&list) : fail(&error);
    if (fine && !options->quiet)
        writer_of(options->format)(&list, stdout);
    each_list_free(&list);
    return status;
}
