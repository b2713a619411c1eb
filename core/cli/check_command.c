/* statval check */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../report/output.h"
#include "commands.h"
#include "progress.h"

static bool use_colour(const struct options *options)
{
    const char *none = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    if (options->colour != WHEN_AUTO)
        return options->colour == WHEN_ALWAYS;
    return isatty(STDOUT_FILENO) && !(none && none[0]) &&
           !(terminal && strcmp(terminal, "dumb") == 0);
}

static const struct report_format *find_format(const struct options *options, const char *path,
                                               struct error *error)
{
    const struct report_format *format = path ? report_format_of_file(path) : NULL;
    if (!format)
        format = report_format_named(options->format ? options->format : "text");
    if (!format) {
        error_set(error, STATUS_USAGE, "--format: there is no format %s. See statval check --help.",
                  options->format);
        return NULL;
    }
    if (path && !options->format && !report_format_of_file(path)) {
        error_set(error, STATUS_USAGE,
                  "-o %s: the ending names no format. Use .txt, .json, .jsonl or .csv, or give "
                  "--format.",
                  path);
        return NULL;
    }
    return format;
}

/* Everything about the reports that can be wrong is found before the files are read. */
static bool formats_fit(const struct options *options, struct error *error)
{
    for (size_t i = 0; i < options->output_count; i++) {
        if (!find_format(options, options->outputs[i], error))
            return false;
    }
    return find_format(options, NULL, error) != NULL;
}

static bool write_reports(const struct report *report, const struct options *options,
                          struct error *error)
{
    for (size_t i = 0; i < options->output_count; i++) {
        const char *path = options->outputs[i];
        if (!output_write(report, find_format(options, path, error), path, false, error))
            return false;
    }
    bool print = !options->quiet && (options->output_count == 0 || options->format);
    return !print || output_write(report, find_format(options, NULL, error), NULL,
                                  use_colour(options), error);
}

static int exit_status(const struct report *report, enum fail_on fail_on)
{
    size_t errors = report->errors + report->schema_errors;
    size_t queries = report->queries + report->schema_queries;
    bool failed = (fail_on != FAIL_NEVER && errors) || (fail_on == FAIL_ON_QUERY && queries);
    return failed ? STATUS_FINDINGS : STATUS_OK;
}

static int report_check(const struct check *check, const struct options *options,
                        struct identity *identity)
{
    struct report report;
    struct error error;
    report_make(&report, check, identity);
    int status = write_reports(&report, options, &error) ? exit_status(&report, options->fail_on)
                                                         : fail(&error);
    report_free(&report);
    return status;
}

static bool known_return(const struct registry *registry, const struct options *options,
                         struct error *error)
{
    char supported[512];
    if (!options->wanted || registry_find(registry, options->wanted))
        return true;
    registry_describe(registry, supported, sizeof(supported));
    return error_set(error, STATUS_INPUT, "--return: there is no return %s. Supported: %s.",
                     options->wanted, supported);
}

static int check_files(const struct registry *registry, const struct options *options)
{
    struct error error;
    struct progress progress = progress_make(options->quiet ? WHEN_NEVER : options->progress);
    struct check_request request = {.registry = registry,
                                    .files = (const char *const *)options->arguments,
                                    .file_count = (size_t)options->argument_count,
                                    .previous = options->previous,
                                    .previous_count = options->previous_count,
                                    .references = options->references,
                                    .reference_count = options->reference_count,
                                    .wanted = options->wanted,
                                    .year = options->year,
                                    .period_start = options->period_start,
                                    .period_end = options->period_end,
                                    .today = options->today,
                                    .authority = options->authority,
                                    .hide_names = options->redact,
                                    .strict = options->strict,
                                    .as_portal = options->as_portal,
                                    .rules = options->rules,
                                    .jobs = options->jobs,
                                    .size_limit = options->size_limit,
                                    .progress = progress.tell ? &progress : NULL};
    struct identity *identity = identity_new(options->redact, &error);
    if (!identity)
        return fail(&error);
    struct check check;
    bool run = check_run(&check, &request, &error);
    progress_end(&progress);
    int status = run ? report_check(&check, options, identity) : fail(&error);
    check_free(&check);
    identity_free(identity);
    return status;
}

static int run(const struct options *options)
{
    struct error error;
    struct registry registry = {0};
    if (options->argument_count == 0) {
        error_set(&error, STATUS_USAGE,
                  "check needs a file, e.g. statval check cin.xml. See statval check --help.");
        return fail(&error);
    }
    bool fine = formats_fit(options, &error) && load_plugins(&registry, options, &error) &&
                known_return(&registry, options, &error);
    int status = fine ? check_files(&registry, options) : fail(&error);
    registry_free(&registry);
    return status;
}

const struct command command_check = {
    .name = "check",
    .bit = FOR_CHECK,
    .synopsis = "[options] PATH...",
    .run = run,
    .about = "checks a submission and reports what is wrong",
    .help =
        "PATH is the file of the return, a folder or zip archive that holds its files, or - for\n"
        "standard input. A return in CSV files is all of them together.\n\n"
        "Examples:\n"
        "  statval check cin.xml                        what is wrong, in plain words\n"
        "  statval check cin.xml -o findings.csv        one line per finding, for Excel\n"
        "  statval check --period 2025-04-01..2025-11-30 cin.xml    in the middle of the year\n"
        "  statval check --year 2026 --la E08000025 --previous last-year/ this-year/\n"
        "                                               a folder of CSV files, compared\n"
        "  statval check --redact --format json cin.xml             for a log\n\n"
        "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 not a "
        "readable\n"
        "return, 4 installation, 5 a report could not be written, 70 a fault in statval or a "
        "plugin.\n"};
