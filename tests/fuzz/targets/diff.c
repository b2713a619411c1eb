/* Earlier reports: two documents, compared and written in every format. */
#include <stdlib.h>

#include "../../../core/report/diff/difference.h"
#include "../harness.h"
#include "../verify.h"

static void write(const struct difference *difference, const char *format,
                  bool (*write_format)(const void *content, FILE *file, bool colour))
{
    struct fuzz_output output;
    fuzz_output_begin(&output);
    fuzz_require(write_format(difference, output.stream, false), "a difference can be written");
    fclose(output.stream);
    verify_output(format, output.bytes, output.length);
    free(output.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error = {0};
    struct difference difference = {0};
    const uint8_t *end = bytes + length;
    const uint8_t *later = bytes;
    const char *old_path = fuzz_file(bytes, fuzz_next_file(&later, end));
    const char *later_path = later < end ? fuzz_file(later, (size_t)(end - later)) : old_path;
    if (difference_make(&difference, old_path, later_path, &error)) {
        write(&difference, "text", difference_write_text);
        write(&difference, "json", difference_write_json);
        write(&difference, "html", difference_write_html);
    } else {
        fuzz_require(error.status == STATUS_USAGE, "a report is refused as usage");
    }
    difference_free(&difference);
    fuzz_forget_files();
    return 0;
}
