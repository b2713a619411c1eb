/* statval summary */
#include <stdio.h>
#include <string.h>

#include "../report/output.h"
#include "../summary/write.h"
#include "check_options.h"
#include "commands.h"
#include "progress.h"

static const struct summary_format *format_named(const char *name)
{
    for (size_t i = 0; i < summary_format_count; i++) {
        if (strcmp(summary_formats[i].name, name) == 0)
            return &summary_formats[i];
    }
    return NULL;
}

static const struct summary_format *format_of_file(const char *path)
{
    size_t length = strlen(path);
    for (size_t i = 0; i < summary_format_count; i++) {
        size_t ending = strlen(summary_formats[i].ending);
        if (length >= ending && strcmp(path + length - ending, summary_formats[i].ending) == 0)
            return &summary_formats[i];
    }
    return NULL;
}

/* The format of a file, or of what is printed (NULL). */
static const struct summary_format *find_summary_format(const struct options *options,
                                                        const char *path, struct error *error)
{
    bool to_file = path && !is_standard_output(path);
    const struct summary_format *format = to_file ? format_of_file(path) : NULL;
    if (!format && (options->format || !to_file))
        format = format_named(options->format ? options->format : "text");
    if (!format && to_file && !options->format)
        error_set(error, STATUS_USAGE,
                  "-o %s: the ending names no format. Use .txt, .json or .csv, or give --format.",
                  path);
    else if (!format)
        error_set(error, STATUS_USAGE, "--format: summaries are text, json or csv, not %s.",
                  options->format);
    return format;
}

static bool formats_fit(const struct options *options, struct error *error)
{
    for (size_t i = 0; i < options->output_count; i++) {
        if (!find_summary_format(options, options->outputs[i], error))
            return false;
    }
    return find_summary_format(options, NULL, error) != NULL;
}

struct content {
    const struct summary *summary;
    const struct summary_format *format;
};

static void write_content(const struct output *output, FILE *file)
{
    const struct content *content = output->content;
    content->format->write(content->summary, file, output->colour);
}

static bool write_summaries(const struct summary *summary, const struct options *options,
                            struct error *error)
{
    struct content contents[OUTPUTS_MAX];
    struct output outputs[OUTPUTS_MAX];
    size_t count = 0;
    bool print = options->output_count == 0 || options->format;
    for (size_t i = 0; i <= options->output_count; i++) {
        const char *path = i < options->output_count ? options->outputs[i] : NULL;
        if (path ? is_standard_output(path) : !print) {
            print = true;
            continue;
        }
        contents[count] = (struct content){summary, find_summary_format(options, path, error)};
        outputs[count] = (struct output){.path = path,
                                         .write = write_content,
                                         .content = &contents[count],
                                         .colour = !path && use_colour(options)};
        count++;
    }
    return outputs_write(outputs, count, error);
}

static int write_figures(const struct check *check, const struct options *options,
                         const struct report_request *request)
{
    struct report report;
    struct summary summary;
    struct error error;
    report_make(&report, check, request);
    summary_make(&summary, &report, false);
    int status = write_summaries(&summary, options, &error) ? STATUS_OK : fail(&error);
    summary_free(&summary);
    report_free(&report);
    return status;
}

static int summarise(const struct registry *registry, const struct options *options,
                     const struct report_request *reports)
{
    struct error error;
    struct progress progress = progress_make(options->progress);
    struct check_request request = request_from(registry, options, &progress);
    struct check check;
    request.without_rules = true;
    bool run = check_run(&check, &request, &error);
    progress_end(&progress);
    int status = run ? write_figures(&check, options, reports) : fail(&error);
    check_free(&check);
    return status;
}

static int run(const struct options *options)
{
    struct error error;
    struct registry registry = {0};
    struct report_request reports = {0};
    if (options->argument_count == 0) {
        error_set(
            &error, STATUS_USAGE,
            "summary needs a file, e.g. statval summary cin.xml. See statval summary --help.");
        return fail(&error);
    }
    bool fine = formats_fit(options, &error) && load_plugins(&registry, options, &error) &&
                return_is_known(&registry, options, &error) &&
                report_request_open(&reports, options, &error);
    int status = fine ? summarise(&registry, options, &reports) : fail(&error);
    report_request_close(&reports);
    registry_free(&registry);
    return status;
}

const struct command command_summary = {
    .name = "summary",
    .bit = FOR_SUMMARY,
    .synopsis = "[options] PATH...",
    .run = run,
    .about = "the headline figures that a return will give",
    .help =
        "Each figure has its fraction, what it counts, the period or day that it is of, and its\n"
        "definition. PATH is as for statval check. No rule is run.\n\n"
        "Examples:\n"
        "  statval summary cin.xml\n"
        "  statval summary cin.xml -o figures.csv\n\n"
        "Exit status: 0 the figures were worked out, 2 wrong usage, 3 not a readable return, 4\n"
        "installation, 5 the figures could not be written, 70 a fault in statval or a plugin.\n"};
