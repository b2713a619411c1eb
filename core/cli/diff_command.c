/* statval diff */
#include <string.h>

#include "../report/diff/difference.h"
#include "commands.h"
#include "contents.h"

static const struct content_format formats[] = {{"text", ".txt", difference_write_text},
                                                {"json", ".json", difference_write_json},
                                                {"html", ".html", difference_write_html},
                                                {0}};

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
    return contents_fit(options, formats, error);
}

static int run(const struct options *options)
{
    struct error error;
    struct difference difference = {0};
    bool fine =
        options_fit(options, &error) &&
        difference_make(&difference, options->arguments[0], options->arguments[1], &error) &&
        contents_write(&difference, options, formats, &error);
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
            "that records\n"
            "may stand in another order.\n",
    .more = "Findings are counted by rule, and by child or person; the formats `json` and `html` "
            "list them.",
    .examples =
        (const struct example[]){
            {"statval check -o old.json before.xml", "the reports that are needed first"},
            {"statval check -o new.json after.xml", "the later one"},
            {"statval diff old.json new.json", "how many are new, fixed and still there"},
            {"statval diff -o changes.html old.json new.json",
             "each of them, on a page for people"},
            {0}},
    .formats = "text json html",
    .arguments = ARGUMENTS_FILES,
};
