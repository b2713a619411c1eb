/* statval check */
#include <stdio.h>
#include <unistd.h>

#include "../report/output.h"
#include "check_options.h"
#include "commands.h"
#include "config.h"
#include "each.h"
#include "profile_table.h"
#include "progress.h"

/* Everything about the reports that can be wrong is found before the files are read. */
static bool formats_fit(const struct options *options, struct error *error)
{
    for (size_t i = 0; i < options->output_count; i++) {
        if (!find_format(options, options->outputs[i], error))
            return false;
    }
    const struct report_format *printed = find_format(options, NULL, error);
    if (printed && prints(options) && report_format_is_binary(printed) && isatty(STDOUT_FILENO))
        return error_set(error, STATUS_USAGE,
                         "--format %s: is nothing for a terminal. Give -o FILE%s.", printed->name,
                         printed->ending);
    return printed != NULL;
}

static bool write_reports(const struct report *report, const struct options *options,
                          struct error *error)
{
    struct output outputs[OUTPUTS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < options->output_count; i++) {
        const char *path = options->outputs[i];
        if (!is_standard_output(path))
            outputs[count++] =
                output_of_report(report, find_format(options, path, error), path, false);
    }
    if (prints(options))
        outputs[count++] =
            output_of_report(report, find_format(options, NULL, error), NULL, use_colour(options));
    return outputs_write(outputs, count, error);
}

static int report_check(const struct check *check, const struct options *options,
                        const struct report_request *request)
{
    struct report report;
    struct error error;
    if (!baseline_fits(request, check, &error))
        return fail(&error);
    report_make(&report, check, request);
    int status = write_reports(&report, options, &error) ? exit_status(&report, options->fail_on)
                                                         : fail(&error);
    report_free(&report);
    return status;
}

static bool known_return(const struct registry *registry, const struct options *options,
                         struct error *error)
{
    char supported[512];
    char origin[ORIGIN_ROOM];
    if (!options->wanted || registry_find(registry, options->wanted))
        return true;
    registry_describe(registry, supported, sizeof(supported));
    config_origin(options, "return", origin, sizeof(origin));
    return error_set(error, origin[0] == '-' ? STATUS_INPUT : STATUS_USAGE,
                     "%s: there is no return %s. Supported: %s.", origin, options->wanted,
                     supported);
}

static int run_check(const struct registry *registry, const struct options *options,
                     const struct report_request *reports)
{
    struct error error;
    struct progress progress = progress_make(options->quiet ? WHEN_NEVER : options->progress);
    struct check_request request = request_from(registry, options, &progress);
    struct profile profile = {0};
    struct check check;
    request.profile = options->profile ? &profile : NULL;
    bool run = check_run(&check, &request, &error);
    progress_end(&progress);
    int status = run ? report_check(&check, options, reports) : fail(&error);
    profile_enter(request.profile, PHASE_NONE);
    if (run && options->profile)
        profile_print(&profile, &check.plan);
    profile_free(&profile);
    check_free(&check);
    return status;
}

static int check_files(const struct registry *registry, const struct options *options)
{
    struct error error;
    struct report_request reports;
    int status = report_request_open(&reports, options, &error)
                     ? run_check(registry, options, &reports)
                     : fail(&error);
    report_request_close(&reports);
    return status;
}

static int run_with(const struct options *options)
{
    struct error error;
    struct registry registry = {0};
    bool fine =
        redaction_fits(options, &error) && (options->each || formats_fit(options, &error)) &&
        load_plugins(&registry, options, &error) && known_return(&registry, options, &error) &&
        config_references_fit(options, &registry, &error);
    int status = !fine           ? fail(&error)
                 : options->each ? check_each(&registry, options)
                                 : check_files(&registry, options);
    registry_free(&registry);
    return status;
}

static int run(const struct options *options)
{
    struct error error;
    if (options->argument_count > 0)
        return config_run(options, run_with);
    error_set(&error, STATUS_USAGE,
              "check needs a file, e.g. statval check cin.xml. See statval check --help.");
    return fail(&error);
}

const struct command command_check = {
    .name = "check",
    .bit = FOR_CHECK,
    .synopsis = "[options] PATH...",
    .run = run,
    .about = "checks a submission and reports what is wrong",
    .help =
        "PATH is the file of the return, a folder or zip archive that holds its files, or - for\n"
        "standard input. A return in CSV files is all of them together.\n"
        "\n"
        "Settings may stand in statval.conf: in the working folder, in ~/.config/statval and in\n"
        "/etc/statval. docs/configuration.md describes it.\n",
    .more = "Hidden files of a folder and its subfolders are passed over.\n\nA return in XML is "
            "one file, unless its files number themselves as parts of one return, as those of "
            "youth justice do: these are given together, and read in the order of their numbers, "
            "whatever their names. A file that is no part of the return is left out and "
            "reported.\n\nA return in CSV files has one for each table; the table is recognised "
            "by its columns, whatever the name of the file and the order of the columns. A file "
            "that is no table of the return is left out and reported; rules that need a table "
            "which was not given are skipped and listed with the reason. Files of Windows-1252, "
            "with semicolons or tabs, with stray quotation marks and the like are read as well "
            "as can be, and every defect is reported.",
    .examples =
        (const struct example[]){
            {"statval check cin.xml", "what is wrong, in plain words"},
            {"statval check cin.xml -o findings.csv", "one line per finding, for a spreadsheet"},
            {"statval check --period 2025-04-01..2025-11-30 cin.xml", "in the middle of the year"},
            {"statval check --year 2026 --previous last-year/ this-year/",
             "a folder of CSV files, compared with last year's"},
            {"statval check --reference gravity=gravity.csv quarter-2/",
             "a return in several parts, all in one folder"},
            {"statval check --redact --fail-on query --format jsonl cin.xml",
             "for a log that others can read; queries count as well"},
            {"statval check --format github -o statval.sarif cin.xml",
             "in a job of GitHub Actions, with a file for code scanning"},
            {"statval check --each returns/ -o 'reports/%.json'",
             "every file or folder in it, with a report of each"},
            {"statval check --rules '88*,-8840' cin.xml",
             "all rules that begin with 88, but not 8840"},
            {0}},
    .arguments = ARGUMENTS_FILES,
};
