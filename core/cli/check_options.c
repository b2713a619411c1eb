#include "check_options.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool use_colour(const struct options *options)
{
    const char *none = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    if (options->colour != WHEN_AUTO)
        return options->colour == WHEN_ALWAYS;
    return isatty(STDOUT_FILENO) && !(none && none[0]) &&
           !(terminal && strcmp(terminal, "dumb") == 0);
}

bool is_standard_output(const char *path)
{
    return strcmp(path, "-") == 0;
}

bool prints(const struct options *options)
{
    bool named = false;
    for (size_t i = 0; i < options->output_count; i++)
        named = named || is_standard_output(options->outputs[i]);
    return named || (!options->quiet && (options->output_count == 0 || options->format));
}

const struct report_format *find_format(const struct options *options, const char *path,
                                        struct error *error)
{
    char endings[ENDINGS_ROOM];
    if (path && is_standard_output(path))
        path = NULL;
    const struct report_format *format = path ? report_format_of_file(path) : NULL;
    const char *asked = path ? path : options->format ? options->format : "";
    if (!format && report_format_is_left_out(asked)) {
        error_set(error, STATUS_USAGE,
                  "%s%s: this build of statval writes no xlsx; it was made without libxlsxwriter.",
                  path ? "-o " : "--format ", asked);
        return NULL;
    }
    if (!format)
        format = report_format_named(options->format ? options->format : "text");
    if (!format) {
        error_set(error, STATUS_USAGE, "--format: there is no format %s. See statval check --help.",
                  options->format);
        return NULL;
    }
    if (path && !options->format && !report_format_of_file(path)) {
        report_endings(endings, sizeof(endings));
        error_set(error, STATUS_USAGE,
                  "-o %s: the ending names no format. Use %s, or give --format.", path, endings);
        return NULL;
    }
    return format;
}

int exit_status(const struct report *report, enum fail_on fail_on)
{
    size_t errors = report->errors + report->schema_errors;
    size_t queries = report->queries + report->schema_queries;
    bool failed = (fail_on != FAIL_NEVER && errors) || (fail_on == FAIL_ON_QUERY && queries);
    return failed ? STATUS_FINDINGS : STATUS_OK;
}

/* Whether a report of the run is in a format that redacts by itself. */
static bool formats_redact(const struct options *options)
{
    const struct report_format *printed =
        options->format ? report_format_named(options->format) : NULL;
    bool redact = printed && printed->redacts;
    for (size_t i = 0; i < options->output_count; i++) {
        const struct report_format *format = report_format_of_file(options->outputs[i]);
        redact = redact || (format && format->redacts);
    }
    return redact && !options->no_redact;
}

bool redaction_fits(const struct options *options, struct error *error)
{
    return !(options->redact && options->no_redact) ||
           error_set(error, STATUS_USAGE, "--redact and --no-redact contradict each other.");
}

bool return_is_known(const struct registry *registry, const struct options *options,
                     struct error *error)
{
    char supported[512];
    if (!options->wanted || registry_find(registry, options->wanted))
        return true;
    registry_describe(registry, supported, sizeof(supported));
    return error_set(error, STATUS_INPUT, "--return: there is no return %s. Supported: %s.",
                     options->wanted, supported);
}

struct check_request request_from(const struct registry *registry, const struct options *options,
                                  const struct progress *progress)
{
    return (struct check_request){
        .registry = registry,
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
        .hide_names = options->redact || formats_redact(options),
        .strict = options->strict,
        .as_portal = options->as_portal,
        .rules = options->rules,
        .changes = options->configuration ? &options->configuration->changes : NULL,
        .jobs = options->jobs,
        .size_limit = options->size_limit,
        .progress = progress->tell ? progress : NULL};
}

bool report_request_open(struct report_request *request, const struct options *options,
                         struct error *error)
{
    *request = (struct report_request){.identity = identity_new(options->redact, error),
                                       .configuration = options->configuration,
                                       .queries_fail = options->fail_on == FAIL_ON_QUERY};
    request->plain =
        options->redact && request->identity ? identity_new(false, error) : request->identity;
    if (!request->identity || !request->plain)
        return false;
    if (!options->redact && formats_redact(options) &&
        !(request->redacting = identity_new(true, error)))
        return false;
    if (options->accept &&
        !(request->acceptances = acceptances_read(options->accept, options->today, error)))
        return false;
    return !options->baseline || (request->baseline = baseline_read(options->baseline, error));
}

void report_request_close(struct report_request *request)
{
    if (request->plain != request->identity)
        identity_free(request->plain);
    identity_free(request->identity);
    identity_free(request->redacting);
    acceptances_free(request->acceptances);
    baseline_free(request->baseline);
}

bool baseline_fits(const struct report_request *request, const struct check *check,
                   struct error *error)
{
    const struct baseline *baseline = request->baseline;
    if (!baseline)
        return true;
    if (strcmp(baseline_return(baseline), check->plugin->plugin->id) != 0)
        return error_set(
            error, STATUS_USAGE, "--baseline: %s is a report on the return %s, not %s.",
            baseline_path(baseline), baseline_return(baseline), check->plugin->plugin->id);
    if (baseline_is_redacted(baseline) != identity_redacts(request->identity))
        return error_set(
            error, STATUS_USAGE,
            "--baseline: a redacted report and a plain one have different ids. Compare "
            "two of one kind%s.",
            identity_redacts(request->identity) ? "" : ": give --redact too");
    return true;
}
