/*
 * A fuzzer of submissions of several files: CSV tables, XML parts, zip archives, last year's files,
 * reference data. The first byte says year and return: below 128 SSDA903, below 192 SEN2, from
 * there on youth justice. The other bytes are cut into files at 0x1e; the first byte of each says
 * what the file is.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <libxml/parser.h>

#include "../../core/check.h"
#include "../../core/report/report.h"

#define FILES_MAX 12
#define CUT 0x1e

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerInitialize(int *count, char ***words);

static struct registry registry;
static struct identity *identity;
static FILE *nowhere;

struct files {
    int descriptors[FILES_MAX];
    char paths[FILES_MAX][64];
    size_t count;
    const char *own[FILES_MAX];
    size_t own_count;
    const char *previous[FILES_MAX];
    size_t previous_count;
    struct reference_request references[FILES_MAX];
    size_t reference_count;
};

int LLVMFuzzerInitialize(int *count, char ***words)
{
    struct error error;
    (void)count;
    (void)words;
    xmlInitParser();
    registry_load(&registry, NULL, 0);
    identity = identity_new(false, &error);
    nowhere = fopen("/dev/null", "w");
    return identity && nowhere && registry.count ? 0 : 1;
}

static void add_reference(struct files *files, const char *kind, const char *path)
{
    files->references[files->reference_count++] =
        (struct reference_request){.kind = kind, .path = path};
}

static void add_file(struct files *files, const uint8_t *bytes, size_t length)
{
    if (length < 1 || files->count == FILES_MAX)
        return;
    int descriptor = memfd_create("fuzz", 0);
    char *path = files->paths[files->count];
    if (descriptor < 0 || write(descriptor, bytes + 1, length - 1) != (ssize_t)(length - 1))
        abort();
    snprintf(path, sizeof(files->paths[0]), "/proc/self/fd/%d", descriptor);
    files->descriptors[files->count++] = descriptor;
    if (bytes[0] == 'l')
        files->previous[files->previous_count++] = path;
    else if (bytes[0] == 'p')
        add_reference(files, "postcodes", path);
    else if (bytes[0] == 'r')
        add_reference(files, "providers", path);
    else if (bytes[0] == 'e')
        add_reference(files, "establishments", path);
    else if (bytes[0] == 'g')
        add_reference(files, "gravity", path);
    else if (bytes[0] == 'c')
        add_reference(files, "localcodes", path);
    else
        files->own[files->own_count++] = path;
}

/* The return and year that the first byte says. */
static const char *return_of(uint8_t byte, int *year)
{
    *year = byte < 192 ? 2023 + byte % 5 : 2022 + byte % 6;
    return byte < 128 ? "ssda903" : byte < 192 ? "sen2" : "yj";
}

static void check_files(const struct files *files, const char *wanted, int year)
{
    struct check check;
    struct error error;
    struct check_request request = {.registry = &registry,
                                    .files = files->own,
                                    .file_count = files->own_count,
                                    .previous = files->previous,
                                    .previous_count = files->previous_count,
                                    .references = files->references,
                                    .reference_count = files->reference_count,
                                    .wanted = wanted,
                                    .year = year,
                                    .authority = "E08000099",
                                    .as_portal = year == 2026,
                                    .jobs = 1,
                                    .size_limit = 1000000,
                                    .period_start = SV_NONE,
                                    .period_end = SV_NONE};
    if (check_run(&check, &request, &error)) {
        struct report report;
        report_make(&report, &check,
                    &(struct report_request){.identity = identity, .plain = identity});
        for (size_t i = 0; i < report_format_count; i++) {
            if (!report_format_is_binary(&report_formats[i]))
                report_formats[i].write(&report, nowhere, false);
        }
        report_free(&report);
    }
    check_free(&check);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct files files = {.count = 0};
    int year;
    const uint8_t *end = bytes + length;
    if (length < 2)
        return 0;
    for (const uint8_t *at = bytes + 1; at < end;) {
        const uint8_t *cut = memchr(at, CUT, (size_t)(end - at));
        cut = cut ? cut : end;
        add_file(&files, at, (size_t)(cut - at));
        at = cut + 1;
    }
    const char *wanted = return_of(bytes[0], &year);
    if (files.own_count)
        check_files(&files, wanted, year);
    for (size_t i = 0; i < files.count; i++)
        close(files.descriptors[i]);
    return 0;
}
