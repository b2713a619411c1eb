#include "case_seed.h"

#include <string.h>

#include "../fuzz/file_kinds.h"
#include "../fuzz/submission.h"

static void write_file(FILE *out, char letter, const char *path)
{
    FILE *file = fopen(path, "rb");
    fputc(letter, out);
    for (int byte; file && (byte = fgetc(file)) != EOF;)
        fputc(byte, out);
    fputc(FUZZ_CUT, out);
    if (file)
        fclose(file);
}

static void write_reference(FILE *out, const struct reference_request *reference)
{
    for (size_t i = 0; i < FUZZ_KIND_COUNT; i++) {
        if (strcmp(fuzz_file_kinds[i].kind, reference->kind) == 0)
            write_file(out, fuzz_file_kinds[i].letter, reference->path);
    }
}

bool case_seed_write(const struct case_submission *submission, size_t year, const char *path)
{
    const char head[FUZZ_HEAD] = {(char)year};
    FILE *out = fopen(path, "wb");
    if (!out)
        return false;
    fwrite(head, 1, sizeof(head), out);
    for (size_t i = 0; i < submission->own_count; i++)
        write_file(out, FUZZ_OWN, submission->own[i]);
    for (size_t i = 0; i < submission->previous_count; i++)
        write_file(out, FUZZ_LAST, submission->previous[i]);
    for (size_t i = 0; i < submission->reference_count; i++)
        write_reference(out, &submission->references[i]);
    return fclose(out) == 0;
}
