/* Zip archives: as they are, and as a submission. */
#include <stdlib.h>

#include "../../../core/input/archive.h"
#include "../../../core/input/submission.h"
#include "../harness.h"

/* Most bytes that an archive may unpack to. */
#define LIMIT 100000

static bool take(void *context, const char *name, char *bytes, size_t length, struct error *error)
{
    size_t *total = context;
    (void)error;
    fuzz_require(name && name[0], "an entry has a name");
    *total += length;
    free(bytes);
    return true;
}

static void read_archive(const uint8_t *bytes, size_t length)
{
    struct error error;
    size_t total = 0;
    bool fine = archive_read("fuzz.zip", (const char *)bytes, length, LIMIT, take, &total, &error);
    fuzz_require(total <= LIMIT, "no archive unpacks to more than it may");
    fuzz_require(fine || error.status == STATUS_INPUT, "an archive is refused as input");
}

static void read_submission(const uint8_t *bytes, size_t length)
{
    struct submission submission = {0};
    struct error error;
    const char *path = fuzz_file(bytes, length);
    if (submission_open(&submission, path, PART_OWN, LIMIT, &error))
        submission_recognise(&submission, fuzz_registry(), NULL, &error);
    submission_free(&submission);
    fuzz_forget_files();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    read_archive(bytes, length);
    read_submission(bytes, length);
    return 0;
}
