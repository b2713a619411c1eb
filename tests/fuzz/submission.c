#include "submission.h"

#include <stdlib.h>
#include <string.h>

#include "../../core/check.h"
#include "../../core/report/report.h"
#include "../../core/summary/change.h"
#include "../../core/summary/freshness.h"
#include "../../core/summary/write.h"
#include "file_kinds.h"
#include "verify.h"

struct files {
    const char *own[FUZZ_FILES_MAX];
    size_t own_count;
    const char *previous[FUZZ_FILES_MAX];
    size_t previous_count;
    struct reference_request references[FUZZ_FILES_MAX];
    size_t reference_count;
};

/* NULL: it is no reference data. */
static const char *kind_of_reference(uint8_t letter)
{
    for (size_t i = 0; i < FUZZ_KIND_COUNT; i++) {
        if (fuzz_file_kinds[i].letter == letter)
            return fuzz_file_kinds[i].kind;
    }
    return NULL;
}

static void add_file(struct files *files, const uint8_t *bytes, size_t length)
{
    const char *kind = kind_of_reference(bytes[0]);
    const char *path = fuzz_file(bytes + 1, length - 1);
    if (kind)
        files->references[files->reference_count++] =
            (struct reference_request){.kind = kind, .path = path, .if_known = true};
    else if (bytes[0] == FUZZ_LAST)
        files->previous[files->previous_count++] = path;
    else
        files->own[files->own_count++] = path;
}

static void make_files(struct files *files, const uint8_t *bytes, const uint8_t *end)
{
    for (size_t count = 0; bytes < end && count < FUZZ_FILES_MAX; count++) {
        const uint8_t *file = bytes;
        size_t length = fuzz_next_file(&bytes, end);
        if (length > 0)
            add_file(files, file, length);
    }
}

static struct check_request request_of(const struct sv_plugin *plugin, const struct files *files,
                                       const uint8_t *head)
{
    int year = plugin->years[head[0] % plugin->year_count].year;
    return (struct check_request){.registry = fuzz_registry(),
                                  .files = files->own,
                                  .file_count = files->own_count,
                                  .previous = files->previous,
                                  .previous_count = files->previous_count,
                                  .references = files->references,
                                  .reference_count = files->reference_count,
                                  .wanted = plugin->id,
                                  .year = head[1] & FUZZ_YEAR_OF_FILE ? 0 : year,
                                  .authority = head[1] & FUZZ_AUTHORITY ? "E08000099" : NULL,
                                  .hide_names = head[1] & FUZZ_HIDE_NAMES,
                                  .strict = head[1] & FUZZ_STRICT,
                                  .as_portal = head[1] & FUZZ_AS_PORTAL,
                                  .jobs = 1,
                                  .today = sv_day_of(year, 7, 1),
                                  .size_limit = 1000000,
                                  .period_start = SV_NONE,
                                  .period_end = SV_NONE};
}

/* One format for each input: writing all of them takes ten times as long as the check. */
static void write_report(struct report *report, uint8_t number, FILE *out)
{
    const struct report_format *format = &report_formats[number % report_format_count];
    if (!report_format_is_binary(format))
        format->write(report, out, false);
}

/* Checks a submission; the output is the report, or why there is none. */
static bool find(const struct check_request *request, const struct report_request *reports,
                 uint8_t format, struct fuzz_output *output)
{
    struct check check;
    struct error error;
    struct report report;
    bool fine = check_run(&check, request, &error);
    fuzz_output_begin(output);
    if (fine) {
        report_make(&report, &check, reports);
        write_report(&report, format, output->stream);
        report_free(&report);
    } else {
        fputs(error.text, output->stream);
    }
    check_free(&check);
    fclose(output->stream);
    return fine;
}

/* With several workers the report is the same. */
static void find_again(struct check_request request, const struct report_request *reports,
                       uint8_t format, const struct fuzz_output *first)
{
    struct fuzz_output output;
    request.jobs = 2;
    find(&request, reports, format, &output);
    fuzz_require(output.length == first->length &&
                     memcmp(output.bytes, first->bytes, first->length) == 0,
                 "two workers make the report that one makes");
    free(output.bytes);
}

static void check_submission(const struct check_request *request,
                             const struct report_request *reports, const uint8_t *head)
{
    struct fuzz_output output;
    const struct report_format *format = &report_formats[head[2] % report_format_count];
    if (find(request, reports, head[2], &output) && !report_format_is_binary(format))
        verify_output(format->name, output.bytes, output.length);
    if (head[1] & FUZZ_TWO_WORKERS)
        find_again(*request, reports, head[2], &output);
    free(output.bytes);
}

/* A return and its figures. */
struct figures {
    struct check check;
    struct report report;
    struct summary summary;
    bool is_made;
};

static void make_figures(struct figures *figures, const struct check_request *request,
                         const struct report_request *reports)
{
    struct error error;
    figures->is_made = check_run(&figures->check, request, &error);
    if (!figures->is_made)
        return;
    report_make(&figures->report, &figures->check, reports);
    summary_make(&figures->summary, &figures->report, true);
}

static void free_figures(struct figures *figures)
{
    if (figures->is_made) {
        summary_free(&figures->summary);
        report_free(&figures->report);
    }
    check_free(&figures->check);
}

/* Of one figure the subjects are listed. */
static const struct figure *listed(const struct summary *summary, uint8_t number)
{
    const struct figure *figure = &summary->figures[number % summary->count];
    return figure->skipped ? NULL : figure;
}

static void write_figures(const struct summary *summary, uint8_t number)
{
    static const struct {
        const char *name;
        bool (*write)(const void *content, FILE *file, bool colour);
    } formats[] = {{"text", summary_write_text},
                   {"json", summary_write_json},
                   {"html", summary_write_html},
                   {"csv", summary_write_csv}};
    size_t format = number % (sizeof(formats) / sizeof(formats[0]));
    struct fuzz_output output;
    fuzz_output_begin(&output);
    fuzz_require(formats[format].write(summary, output.stream, false), "a summary can be written");
    fclose(output.stream);
    verify_output(formats[format].name, output.bytes, output.length);
    free(output.bytes);
}

/* Last year's return is worked out by itself, as the command summary does. */
static void summarise(struct check_request request, const struct report_request *reports,
                      uint8_t format)
{
    struct figures now;
    struct figures before = {.is_made = false};
    struct changes changes;
    struct freshness freshness;
    struct check_request last = request;
    last.files = request.previous;
    last.file_count = request.previous_count;
    last.year = request.year ? request.year - 1 : 0;
    request.without_rules = last.without_rules = true;
    request.previous_count = last.previous_count = last.reference_count = 0;
    make_figures(&now, &request, reports);
    if (now.is_made && last.file_count)
        make_figures(&before, &last, reports);
    if (now.is_made) {
        freshness_make(&freshness, &now.check);
        now.summary.freshness = &freshness;
        now.summary.listed = listed(&now.summary, format);
        if (before.is_made) {
            changes_make(&changes, &now.summary, &before.summary);
            now.summary.changes = &changes;
        }
        write_figures(&now.summary, format);
        if (before.is_made)
            changes_free(&changes);
        freshness_free(&freshness);
    }
    if (now.is_made && last.file_count)
        free_figures(&before);
    free_figures(&now);
}

void fuzz_submission(const char *return_id, const uint8_t *bytes, size_t length)
{
    const struct plugin_entry *entry = registry_find(fuzz_registry(), return_id);
    struct files files = {.own_count = 0};
    if (length <= FUZZ_HEAD)
        return;
    make_files(&files, bytes + FUZZ_HEAD, bytes + length);
    struct check_request request = request_of(entry->plugin, &files, bytes);
    struct identity *plain = fuzz_identity(false);
    struct identity *redacting = fuzz_identity(true);
    struct report_request reports = {.identity = bytes[1] & FUZZ_REDACT ? redacting : plain,
                                     .plain = plain,
                                     .redacting = redacting};
    if (files.own_count && bytes[1] & FUZZ_SUMMARY)
        summarise(request, &reports, bytes[2]);
    else if (files.own_count)
        check_submission(&request, &reports, bytes);
    fuzz_forget_files();
}
