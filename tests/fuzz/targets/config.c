/* Configuration files, as the command line takes them in. */
#include "../../../core/cli/config.h"
#include "../../../core/cli/commands.h"
#include "../harness.h"

int __wrap_fail(const struct error *error);

/* The program says why; the fuzzer would say it a thousand times a second. */
int __wrap_fail(const struct error *error)
{
    fuzz_require(error->text[0] && error->status == STATUS_USAGE, "a file is refused as usage");
    return (int)error->status;
}

static int run(const struct options *options)
{
    struct error error;
    char origin[ORIGIN_ROOM];
    config_origin(options, "accept", origin, sizeof(origin));
    if (!config_references_fit(options, fuzz_registry(), &error))
        return (int)error.status;
    return STATUS_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct options options = {.config = fuzz_file(bytes, length)};
    config_run(&options, run);
    fuzz_forget_files();
    return 0;
}
