/* Indexes of postcode directories that were made with evil intent: their sums are right, what is in
 * them need not be. First come six bytes, the last of which says how many starts are changed, then
 * these, three bytes each, then the text of an authority and entries as they stand in an index. */
#include <stdlib.h>
#include <string.h>

#include "../../../core/reference/postcodes.h"
#include "../harness.h"

#define ENTRIES_MAX 64

/* Moves the next bytes to `out`, as many as there are. */
static size_t take(const uint8_t **bytes, const uint8_t *end, void *out, size_t size)
{
    size_t length = (size_t)(end - *bytes) < size ? (size_t)(end - *bytes) : size;
    memcpy(out, *bytes, length);
    *bytes += length;
    return length;
}

static void write_index(const uint8_t *bytes, const uint8_t *end, struct fuzz_output *output)
{
    static uint32_t starts[POSTCODE_STARTS + 1];
    static struct postcode_entry entries[ENTRIES_MAX];
    static char authorities[2][POSTCODE_AUTHORITY_ROOM];
    uint8_t head[6] = {0};
    uint8_t change[3] = {0};
    struct postcode_about about = {.edition = "edition", .source = "source.csv"};
    take(&bytes, end, head, sizeof(head));
    memcpy(about.edition, head, 4);
    memset(starts, 0, sizeof(starts));
    for (size_t left = head[5]; left > 0 && take(&bytes, end, change, 3) == 3; left--)
        starts[(change[0] << 8 | change[1]) % POSTCODE_STARTS] = change[2];
    take(&bytes, end, authorities[1], sizeof(authorities[1]));
    size_t count = take(&bytes, end, entries, sizeof(entries)) / sizeof(entries[0]);
    starts[POSTCODE_STARTS] = (uint32_t)count;
    for (size_t i = POSTCODE_STARTS - head[4]; i < POSTCODE_STARTS; i++)
        starts[i] = (uint32_t)count;
    const struct postcode_table table = {.entries = entries,
                                         .count = (uint32_t)count,
                                         .starts = starts,
                                         .authorities =
                                             (const char(*)[POSTCODE_AUTHORITY_ROOM])authorities,
                                         .authority_count = 2};
    fuzz_output_begin(output);
    postcode_index_write(output->stream, &table, &about);
    fclose(output->stream);
}

/* Entries of the last starts have postcodes that begin with Z. */
static void look_up(const struct postcodes *postcodes)
{
    static const char *const texts[] = {"ZZ9 9ZZ", "ZZZZZZZ", "AA1 1AA", "Z", ""};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct postcode found;
        if (postcodes_find(postcodes, texts[i], &found))
            fuzz_require(strlen(found.authority) < POSTCODE_AUTHORITY_ROOM,
                         "an authority has an end");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error = {0};
    struct fuzz_output output;
    write_index(bytes, bytes + length, &output);
    const char *path = fuzz_file((const uint8_t *)output.bytes, output.length);
    struct postcodes *postcodes = postcodes_open(path, &error);
    fuzz_require(postcodes || error.status == STATUS_INPUT, "an index is refused as input");
    if (postcodes)
        look_up(postcodes);
    postcodes_close(postcodes);
    free(output.bytes);
    fuzz_forget_files();
    return 0;
}
