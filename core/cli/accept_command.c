/* statval accept */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/calendar.h"
#include "../base/whole_file.h"
#include "../report/baseline.h"
#include "../report/escape.h"
#include "commands.h"

#define HEADING "rule,subject,table,key,id,reason,by,on,limit,expires\r\n"

/* Whether a word of the user's names a finding: its id, its rule, or RULE:SUBJECT. */
static bool is_named(const struct old_finding *finding, const char *word)
{
    size_t length = strlen(finding->rule);
    if (strcmp(word, finding->id) == 0 || strcmp(word, finding->rule) == 0)
        return true;
    return strncmp(word, finding->rule, length) == 0 && word[length] == ':' && finding->subject &&
           strcmp(word + length + 1, finding->subject) == 0;
}

static void write_day(FILE *out, sv_day day)
{
    char text[11] = "";
    if (day != SV_NONE)
        calendar_format(day, text);
    fprintf(out, ",%s", text);
}

static void write_line(FILE *out, const struct old_finding *finding, const struct options *options)
{
    csv_cell(out, finding->rule);
    fputs(",", out);
    csv_cell(out, finding->subject);
    fputs(",", out);
    csv_cell(out, finding->table);
    fputs(",,", out);
    csv_cell(out, finding->id);
    fputs(",", out);
    csv_cell(out, options->reason);
    fputs(",", out);
    csv_cell(out, options->by);
    write_day(out, options->today);
    fputs(",", out);
    write_day(out, options->expires);
    fputs("\r\n", out);
}

static bool refuse_old(const char *path, struct error *error)
{
    return error_set(error, STATUS_USAGE, "%s: cannot be read: %s.", path, strerror(errno));
}

/* Opens what is there already, once only: what cannot be read any more would be lost. *old is NULL
 * when the file will be made. */
static bool open_old(FILE **old, const char *path, struct error *error)
{
    *old = fopen(path, "re");
    return *old || errno == ENOENT || refuse_old(path, error);
}

/* The file is one that acceptances are in, in the columns that lines are added in. */
static bool has_heading(FILE *old, const char *path, struct error *error)
{
    char heading[256] = "";
    const char *first = fgets(heading, sizeof(heading), old);
    if (ferror(old) || fseek(old, 0, SEEK_SET) != 0)
        return refuse_old(path, error);
    first = first && strncmp(heading, "\xef\xbb\xbf", 3) == 0 ? heading + 3 : heading;
    return strncmp(first, HEADING, strlen(HEADING) - 2) == 0 ||
           error_set(error, STATUS_USAGE,
                     "%s: the first line is not \"%.*s\", so that no line can be added.", path,
                     (int)strlen(HEADING) - 2, HEADING);
}

/* What is in the file already, with a line end behind it; the heading when there is no file. */
static bool copy_old(FILE *out, FILE *old, const char *path, struct error *error)
{
    char bytes[4096];
    size_t length;
    char last = '\n';
    if (!old) {
        fputs("\xef\xbb\xbf" HEADING, out);
        return true;
    }
    while ((length = fread(bytes, 1, sizeof(bytes), old)) > 0) {
        fwrite(bytes, 1, length, out);
        last = bytes[length - 1];
    }
    if (ferror(old))
        return refuse_old(path, error);
    if (last != '\n')
        fputs("\r\n", out);
    return true;
}

static size_t write_lines(FILE *out, const struct baseline *report, const struct options *options)
{
    size_t written = 0;
    size_t count;
    const struct old_finding *findings = baseline_findings(report, &count);
    for (size_t i = 0; i < count; i++) {
        bool named = false;
        for (int w = 1; w < options->argument_count; w++)
            named = named || is_named(&findings[i], options->arguments[w]);
        if (!named || findings[i].explained || strcmp(findings[i].rule, "FILE") == 0)
            continue;
        write_line(out, &findings[i], options);
        written++;
    }
    return written;
}

/* Writes the file anew: what was in it, and lines for what is accepted. */
static bool write_file(FILE *old, const struct baseline *report, const struct options *options,
                       struct error *error)
{
    struct whole_file file;
    const char *path = options->outputs[0];
    if (!whole_file_begin(&file, path, "the file of acceptances", false, error))
        return false;
    size_t written = 0;
    bool fine = copy_old(file.out, old, path, error);
    if (fine)
        written = write_lines(file.out, report, options);
    if (fine && written == 0)
        fine = error_set(error, STATUS_USAGE,
                         "%s: no finding that is not explained has this id, rule, or rule and "
                         "subject. What is wrong with a file cannot be accepted.",
                         baseline_path(report));
    if (!whole_file_end(&file, fine, error) || !fine)
        return false;
    printf("%zu %s added to %s.\n", written, written == 1 ? "line" : "lines", path);
    return true;
}

static bool add_lines(const struct baseline *report, const struct options *options,
                      struct error *error)
{
    FILE *old;
    const char *path = options->outputs[0];
    if (!open_old(&old, path, error))
        return false;
    bool fine = (!old || has_heading(old, path, error)) && write_file(old, report, options, error);
    if (old)
        fclose(old);
    return fine;
}

static bool options_fit(const struct options *options, struct error *error)
{
    if (options->argument_count < 2)
        return error_set(error, STATUS_USAGE,
                         "accept needs a report and what to accept. See statval accept --help.");
    if (!options->reason)
        return error_set(error, STATUS_USAGE,
                         "accept needs a --reason: the text that goes into the portal's note.");
    return options->output_count == 1 ||
           error_set(error, STATUS_USAGE,
                     "accept needs the file that lines are added to: -o acceptances.csv.");
}

static int run(const struct options *options)
{
    struct error error;
    if (!options_fit(options, &error))
        return fail(&error);
    struct baseline *report = baseline_read(options->arguments[0], &error);
    bool fine = report && (!baseline_is_redacted(report) ||
                           error_set(&error, STATUS_USAGE,
                                     "%s: the report is redacted, so that nobody can tell whose "
                                     "findings these are.",
                                     baseline_path(report)));
    fine = fine && add_lines(report, options, &error);
    int status = fine ? STATUS_OK : fail(&error);
    baseline_free(report);
    return status;
}

const struct command command_accept = {
    .name = "accept",
    .bit = FOR_ACCEPT,
    .synopsis = "-o FILE.csv --reason TEXT REPORT.json ID|RULE|RULE:SUBJECT...",
    .run = run,
    .about = "adds findings of a report to the file of acceptances",
    .help =
        "The report is one in the format json. A finding is named by its id, its rule, or rule "
        "and\n"
        "subject. Each gets a line of its own, with its id: when the data change, the finding\n"
        "comes back. The file can be edited in a spreadsheet; docs/acceptances.md describes it.\n",
    .examples =
        (const struct example[]){
            {"statval check -o report.json cin.xml", "the report that is needed first"},
            {"statval accept -o acceptances.csv --reason Checked report.json 8925:C1",
             "what rule 8925 finds about the child C1 is right"},
            {"statval check --accept acceptances.csv cin.xml",
             "from then on it is shown as explained"},
            {0}},
    .arguments = ARGUMENTS_FILES,
};
