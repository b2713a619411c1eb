/* A fuzzer of the whole check: the bytes are a submission, in the year of their first byte. */
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <libxml/parser.h>

#include "../../core/check.h"
#include "../../core/report/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerInitialize(int *count, char ***words);

static struct registry registry;
static struct identity *identity;
static FILE *nowhere;

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

static void write_all(const struct check *check)
{
    struct report report;
    report_make(&report, check, &(struct report_request){.identity = identity, .plain = identity});
    for (size_t i = 0; i < report_format_count; i++) {
        if (!report_format_is_binary(&report_formats[i]))
            report_formats[i].write(&report, nowhere, false);
    }
    report_free(&report);
}

static void check_path(const char *path, int year)
{
    struct check check;
    struct error error;
    struct check_request request = {.registry = &registry,
                                    .files = &path,
                                    .file_count = 1,
                                    .wanted = "cin",
                                    .year = year,
                                    .jobs = 1,
                                    .size_limit = 1000000,
                                    .period_start = SV_NONE,
                                    .period_end = SV_NONE};
    if (check_run(&check, &request, &error))
        write_all(&check);
    check_free(&check);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char path[64];
    int descriptor = memfd_create("fuzz.xml", 0);
    if (length < 1 || descriptor < 0)
        return 0;
    bool written = write(descriptor, bytes + 1, length - 1) == (ssize_t)(length - 1);
    snprintf(path, sizeof(path), "/proc/self/fd/%d", descriptor);
    if (written)
        check_path(path, 2023 + bytes[0] % 5);
    close(descriptor);
    return 0;
}
