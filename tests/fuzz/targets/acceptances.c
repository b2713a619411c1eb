/* Files of acceptances. What is accepted follows the file. */
#include <string.h>

#include "../../../core/report/acceptances.h"
#include "../harness.h"

static bool has_value(const void *context, const char *name, size_t length, const char *value,
                      size_t value_length)
{
    (void)context;
    return length == value_length && memcmp(name, value, length) == 0;
}

static void match(struct acceptances *acceptances, const struct acceptance *line)
{
    const struct accepted finding = {.rule = line->rule,
                                     .subject = line->subject[0] ? line->subject : NULL,
                                     .table = line->table[0] ? line->table : NULL,
                                     .id = line->id,
                                     .has_value = has_value};
    const struct acceptance *found = acceptances_match(acceptances, &finding);
    fuzz_require(!found || !acceptance_is_expired(acceptances, found), "no expired line accepts");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error;
    const char *path = fuzz_file(bytes, length);
    struct acceptances *acceptances = acceptances_read(path, sv_day_of(2026, 7, 1), &error);
    size_t count = 0;
    const struct acceptance *lines = acceptances ? acceptances_lines(acceptances, &count) : NULL;
    fuzz_require(acceptances || error.status == STATUS_USAGE, "a file is refused as usage");
    for (size_t i = 0; i < count; i++) {
        fuzz_require(lines[i].rule[0] && lines[i].reason[0], "a line has a rule and a reason");
        match(acceptances, &lines[i]);
    }
    acceptances_free(acceptances);
    fuzz_forget_files();
    return 0;
}
