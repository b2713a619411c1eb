/* statval summary */
#include <stdio.h>
#include <string.h>

#include "../summary/change.h"
#include "../summary/freshness.h"
#include "../summary/population.h"
#include "../summary/published.h"
#include "../summary/write.h"
#include "check_options.h"
#include "commands.h"
#include "config.h"
#include "contents.h"
#include "progress.h"

static const struct content_format formats[] = {{"text", ".txt", summary_write_text},
                                                {"json", ".json", summary_write_json},
                                                {"csv", ".csv", summary_write_csv},
                                                {"html", ".html", summary_write_html},
#ifdef STATVAL_XLSX
                                                {"xlsx", ".xlsx", summary_write_xlsx},
#endif

                                                {0}};

/* What the figures are compared with. */
struct comparisons {
    struct populations populations;
    struct published_list published;
    bool has_populations;
    bool has_published;
    struct reference_request references[OPTION_LIST_MAX]; /* the others, which plugins know */
    size_t reference_count;
};

/* Takes the references that are of the summary, and leaves those of the return. */
static bool read_comparisons(struct comparisons *comparisons, const struct options *options,
                             struct error *error)
{
    for (size_t i = 0; i < options->reference_count; i++) {
        const struct reference_request *reference = &options->references[i];
        bool population = strcmp(reference->kind, "population") == 0;
        bool figures = strcmp(reference->kind, "figures") == 0;
        if ((population && comparisons->has_populations) || (figures && comparisons->has_published))
            return error_set(error, STATUS_USAGE, "--reference %s: was given twice.",
                             reference->kind);
        comparisons->has_populations = comparisons->has_populations || population;
        comparisons->has_published = comparisons->has_published || figures;
        if (population && !populations_read(&comparisons->populations, reference->path, error))
            return false;
        if (figures && !published_read(&comparisons->published, reference->path, error))
            return false;
        if (!summary_takes(reference->kind))
            comparisons->references[comparisons->reference_count++] = *reference;
    }
    return true;
}

/* A return, read and worked out. */
struct worked_out {
    struct check check;
    struct report report;
    struct summary summary;
    struct changes changes; /* since last year's */
    struct freshness freshness;
    bool is_read;
};

static bool work_out(struct worked_out *worked_out, const struct check_request *request,
                     const struct report_request *reports, bool members, struct error *error)
{
    if (!check_run(&worked_out->check, request, error))
        return false;
    report_make(&worked_out->report, &worked_out->check, reports);
    summary_make(&worked_out->summary, &worked_out->report, members);
    worked_out->is_read = true;
    return true;
}

static void let_go(struct worked_out *worked_out)
{
    if (worked_out->is_read) {
        changes_free(&worked_out->changes);
        freshness_free(&worked_out->freshness);
        summary_free(&worked_out->summary);
        report_free(&worked_out->report);
    }
    check_free(&worked_out->check);
}

/* Last year's return as a return of its own. */
static struct check_request request_of_last_year(const struct check_request *request,
                                                 const struct options *options,
                                                 const struct check *now)
{
    struct check_request last = *request;
    last.files = options->previous;
    last.file_count = options->previous_count;
    last.reference_count = 0;
    last.wanted = now->plugin->plugin->id;
    last.year = now->file_year ? 0 : now->year->year - 1; /* what its file says, if it does */
    last.period_start = last.period_end = SV_NONE;
    return last;
}

static bool find_listed(struct summary *summary, const struct options *options, struct error *error)
{
    if (!options->list)
        return true;
    const struct figure *figure = summary_find(summary, options->list);
    if (!figure || figure->skipped)
        return error_set(error, STATUS_USAGE, "--list: there is no figure %s%s%s.", options->list,
                         figure ? ": " : " of this return and year", figure ? figure->skipped : "");
    summary->listed = figure;
    return true;
}

static bool finish(struct worked_out *now, struct worked_out *before, const struct options *options,
                   struct error *error)
{
    if (before->is_read) {
        changes_make(&now->changes, &now->summary, &before->summary);
        now->summary.changes = &now->changes;
    }
    freshness_make(&now->freshness, &now->check);
    now->summary.freshness = &now->freshness;
    now->summary.flag_percent = options->flag_percent;
    return find_listed(&now->summary, options, error) &&
           contents_write(&now->summary, options, formats, error);
}

static int summarise(const struct registry *registry, const struct options *options,
                     const struct report_request *reports, const struct comparisons *comparisons)
{
    struct error error;
    struct progress progress = progress_make(options->progress);
    struct check_request request = request_from(registry, options, &progress);
    struct worked_out now = {0};
    struct worked_out before = {0};
    request.without_rules = true;
    request.previous_count = 0; /* it is worked out by itself */
    request.references = comparisons->references;
    request.reference_count = comparisons->reference_count;
    bool compare = options->previous_count > 0;
    bool fine = work_out(&now, &request, reports, compare || options->list, &error);
    if (fine && compare) {
        struct check_request last = request_of_last_year(&request, options, &now.check);
        fine = work_out(&before, &last, reports, true, &error);
    }
    progress_end(&progress);
    now.summary.populations = comparisons->has_populations ? &comparisons->populations : NULL;
    now.summary.published = comparisons->has_published ? &comparisons->published : NULL;
    fine = fine && finish(&now, &before, options, &error);
    int status = fine ? STATUS_OK : fail(&error);
    let_go(&now);
    let_go(&before);
    return status;
}

static int run_with(const struct options *given)
{
    struct error error;
    struct registry registry = {0};
    struct report_request reports = {0};
    struct comparisons comparisons = {0};
    struct options options = *given;
    options.accept = options.baseline = NULL; /* of a file: there are no findings here */
    bool fine = contents_fit(&options, formats, &error) &&
                load_plugins(&registry, &options, &error) &&
                return_is_known(&registry, &options, &error) &&
                config_references_fit(&options, &registry, &error) &&
                report_request_open(&reports, &options, &error) &&
                read_comparisons(&comparisons, &options, &error);
    int status = fine ? summarise(&registry, &options, &reports, &comparisons) : fail(&error);
    populations_free(&comparisons.populations);
    published_free(&comparisons.published);
    report_request_close(&reports);
    registry_free(&registry);
    return status;
}

static int run(const struct options *options)
{
    struct error error;
    if (options->argument_count > 0)
        return config_run(options, run_with);
    error_set(&error, STATUS_USAGE,
              "summary needs a file, e.g. statval summary cin.xml. See statval summary --help.");
    return fail(&error);
}

const struct command command_summary = {
    .name = "summary",
    .bit = FOR_SUMMARY,
    .synopsis = "[options] PATH...",
    .run = run,
    .about = "the headline figures that a return will give",
    .help =
        "Each figure has its fraction, what it counts, the period or day that it is of, and its\n"
        "definition. PATH is as for statval check. No rule is run.\n",
    .examples =
        (const struct example[]){
            {"statval summary cin.xml", "the figures, in plain words"},
            {"statval summary cin.xml -o figures.html -o figures.xlsx",
             "on a page for people, and in a workbook"},
            {"statval summary --list rereferrals cin.xml", "who is behind a figure"},
            {"statval summary --previous last-year.xml cin.xml", "what changed since last year"},
            {0}},
    .formats = "text json csv html xlsx",
    .arguments = ARGUMENTS_FILES,
};
