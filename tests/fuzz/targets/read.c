/* One file of any kind and encoding: recognised, and read without rules. */
#include "../../../core/check.h"
#include "../harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct check check;
    struct error error;
    const char *path = fuzz_file(bytes, length);
    struct check_request request = {.registry = fuzz_registry(),
                                    .files = &path,
                                    .file_count = 1,
                                    .without_rules = true,
                                    .jobs = 1,
                                    .size_limit = 1000000,
                                    .period_start = SV_NONE,
                                    .period_end = SV_NONE};
    if (!check_run(&check, &request, &error))
        fuzz_require(error.text[0] && error.status == STATUS_INPUT, "a file is refused as input");
    check_free(&check);
    fuzz_forget_files();
    return 0;
}
