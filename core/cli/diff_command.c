/* statval diff */
#include <string.h>

#include "../report/diff/difference.h"
#include "../report/output.h"
#include "check_options.h"
#include "commands.h"

struct diff_format {
    const char *name;
    const char *ending;
    void (*write)(const struct difference *difference, FILE *file);
};

static const struct diff_format formats[] = {
    {"text", ".txt", difference_write_text},
    {"json", ".json", difference_write_json},
    {"html", ".html", difference_write_html},
};

static const struct diff_format *format_named(const char *name)
{
    for (size_t i = 0; name && i < sizeof(formats) / sizeof(formats[0]); i++) {
        if (strcmp(name, formats[i].name) == 0)
            return &formats[i];
    }
    return NULL;
}

static const struct diff_format *format_of_file(const char *path)
{
    size_t length = strlen(path);
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
        size_t ending = strlen(formats[i].ending);
        if (length >= ending && strcmp(path + length - ending, formats[i].ending) == 0)
            return &formats[i];
    }
    return NULL;
}

/* The format of a file (NULL: of what is printed). */
static const struct diff_format *find_diff_format(const struct options *options, const char *path)
{
    const struct diff_format *format = path ? format_of_file(path) : NULL;
    const struct diff_format *asked = options->format ? format_named(options->format) : formats;
    return format ? format : path && !options->format ? NULL : asked;
}

struct diff_output {
    const struct difference *difference;
    const struct diff_format *format;
};

static bool write_difference(const struct output *output, FILE *file)
{
    const struct diff_output *content = output->content;
    content->format->write(content->difference, file);
    return true;
}

static bool write_outputs(const struct difference *difference, const struct options *options,
                          struct error *error)
{
    struct diff_output contents[OUTPUTS_MAX];
    struct output outputs[OUTPUTS_MAX];
    size_t count = 0;
    for (size_t i = 0; i <= options->output_count; i++) {
        const char *path = i < options->output_count ? options->outputs[i] : NULL;
        if (path ? is_standard_output(path) : !prints(options))
            continue;
        contents[count] = (struct diff_output){difference, find_diff_format(options, path)};
        outputs[count] =
            (struct output){.path = path, .write = write_difference, .content = &contents[count]};
        count++;
    }
    return outputs_write(outputs, count, error);
}

/* Findings that the later report has as explained do not fail. */
static int status_of(const struct difference *difference, enum fail_on fail_on)
{
    for (size_t i = 0; i < difference->count && fail_on != FAIL_NEVER; i++) {
        const struct old_finding *finding = difference->findings[i].finding;
        bool counts = fail_on == FAIL_ON_QUERY || strcmp(finding->severity, "error") == 0;
        if (difference->findings[i].fate == FATE_NEW && !finding->explained && counts)
            return STATUS_FINDINGS;
    }
    return STATUS_OK;
}

static bool options_fit(const struct options *options, struct error *error)
{
    if (options->argument_count != 2)
        return error_set(error, STATUS_USAGE,
                         "diff needs two reports: the earlier one and the later one, e.g. statval "
                         "diff old.json new.json.");
    if (options->format && !format_named(options->format))
        return error_set(error, STATUS_USAGE, "--format: diff prints text, json or html.");
    for (size_t i = 0; i < options->output_count; i++) {
        const char *path = options->outputs[i];
        if (!is_standard_output(path) && !find_diff_format(options, path))
            return error_set(error, STATUS_USAGE,
                             "-o %s: the ending names no format. Use .txt, .json or .html, or give "
                             "--format.",
                             path);
    }
    return true;
}

static int run(const struct options *options)
{
    struct error error;
    struct difference difference = {0};
    bool fine =
        options_fit(options, &error) &&
        difference_make(&difference, options->arguments[0], options->arguments[1], &error) &&
        write_outputs(&difference, options, &error);
    int status = fine ? status_of(&difference, options->fail_on) : fail(&error);
    difference_free(&difference);
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
            "  statval diff old.json new.json\n"
            "  statval diff -o changes.html old.json new.json\n\n"
            "Exit status: 0 nothing new at or above --fail-on, 1 new findings, 2 wrong usage.\n"};
