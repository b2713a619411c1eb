/* statval reference */
#include <stdio.h>
#include <string.h>

#include "../reference/postcodes.h"
#include "../report/escape.h"
#include "commands.h"
#include "progress.h"

/* Takes the paths out of: build postcodes CSV -o INDEX. */
static bool read_arguments(const struct options *options, struct postcodes_request *request,
                           struct error *error)
{
    char **words = options->arguments;
    int count = options->argument_count;
    if (count == 0 || strcmp(words[0], "build") != 0)
        return error_set(error, STATUS_USAGE,
                         "reference needs to be told what to do, e.g. statval reference build "
                         "postcodes ONSPD.csv -o postcodes.idx. See statval reference --help.");
    if (count == 1 || strcmp(words[1], "postcodes") != 0)
        return error_set(error, STATUS_USAGE,
                         "reference build makes an index of postcodes only: statval reference "
                         "build postcodes ONSPD.csv -o postcodes.idx.");
    if (count != 3)
        return error_set(error, STATUS_USAGE,
                         "reference build postcodes needs one CSV file, e.g. ONSPD.csv.");
    if (options->output_count != 1)
        return error_set(error, STATUS_USAGE,
                         "reference build needs the name of one index with --output, e.g. -o "
                         "postcodes.idx.");
    request->csv_path = words[2];
    request->index_path = options->outputs[0];
    request->edition = options->edition;
    request->today = options->today;
    return true;
}

static void tell_left_out(const struct postcode_counts *counts)
{
    static const char *const reasons[POSTCODE_FAULTS] = {
        [POSTCODE_FAULT_KEY] = "without a postcode of up to 7 letters and digits",
        [POSTCODE_FAULT_PLACE] = "with coordinates that are not whole metres",
        [POSTCODE_FAULT_AUTHORITY] = "with an authority code that has not 9 letters and digits"};
    const char *before = "Left out: ";
    for (int i = 0; i < POSTCODE_FAULTS; i++) {
        if (counts->left_out[i] == 0)
            continue;
        printf("%s%u %s %s", before, counts->left_out[i], counts->left_out[i] == 1 ? "row" : "rows",
               reasons[i]);
        before = ", ";
    }
    if (counts->first_left_out > 0)
        printf("; the first is row %u.\n", counts->first_left_out);
    if (counts->repeated > 0)
        printf("Of rows with the same postcode the first counts: %u %s not used.\n",
               counts->repeated, counts->repeated == 1 ? "was" : "were");
}

static void tell(const struct postcodes_request *request, const struct postcodes_made *made)
{
    uint32_t left_out = 0;
    for (int i = 0; i < POSTCODE_FAULTS; i++)
        left_out += made->counts.left_out[i];
    tell_left_out(&made->counts);
    terminal_text(stdout, request->index_path);
    printf(": %u rows read, %u postcodes, %u rows left out, %.1f MB.\n", made->counts.rows,
           made->postcodes, left_out, (double)made->size / 1e6);
}

static int run(const struct options *options)
{
    struct postcodes_request request = {0};
    struct postcodes_made made;
    struct error error;
    if (!read_arguments(options, &request, &error))
        return fail(&error);
    struct progress progress = progress_make(options->progress);
    request.progress = (struct postcode_progress){progress.tell, progress.context};
    bool fine = postcodes_build(&request, &made, &error);
    progress_end(&progress);
    if (!fine)
        return fail(&error);
    tell(&request, &made);
    return STATUS_OK;
}

const struct command command_reference = {
    .name = "reference",
    .bit = FOR_REFERENCE,
    .synopsis = "build postcodes DIRECTORY.csv -o INDEX [options]",
    .run = run,
    .about = "makes an index of the postcode directory, for rules about places",
    .help =
        "Rules about placements ask where a postcode is, and in which authority. They look it up "
        "in\n"
        "a directory that you download once a year, as a CSV file: the ONS Postcode Directory of\n"
        "the Office for National Statistics. It is large, so that an index is made of it first;\n"
        "checks open the index at once. Nothing is downloaded, and the CSV file stays as it is.\n"
        "\n"
        "The CSV file needs these columns, in any order; others are passed over:\n"
        "  postcode    pcd, pcd7 or pcds\n"
        "  easting     oseast1m or east1m, in metres; may be blank\n"
        "              together with the northing\n"
        "  northing    osnrth1m or north1m\n"
        "  authority   oscty and oslaua, or cty25cd and lad25cd with any year\n"
        "              (county and district), or laua_upper (upper tier)\n"
        "\n"
        "Codes of authorities change: take an edition of the year of the return.\n",
    .more = "Rows that cannot be used are left out and counted; of several rows with the same "
            "postcode the first counts.",
    .examples =
        (const struct example[]){{"statval reference build postcodes ONSPD.csv -o postcodes.idx",
                                  "once for each edition of the directory"},
                                 {"statval check --reference postcodes=postcodes.idx ...",
                                  "in every check from then on"},
                                 {0}},
    .arguments = ARGUMENTS_REFERENCE,
};
