/* Postcode directories: CSV files, and indexes made of them. */
#include "../../../core/reference/postcodes.h"
#include "../harness.h"

static void look_up(const struct postcodes *postcodes)
{
    static const char *const texts[] = {"AA1 1AA", "aa11aa", "ZZ99 9ZZ", "M1 1AE",
                                        "",        "A",      "\xc3\xa9"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct postcode found;
        if (postcodes_find(postcodes, texts[i], &found))
            fuzz_require(found.authority != NULL, "a postcode has an authority, or says none");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error = {0};
    struct postcodes *postcodes = postcodes_open(fuzz_file(bytes, length), &error);
    fuzz_require(postcodes || error.status == STATUS_INPUT, "a directory is refused as input");
    if (postcodes)
        look_up(postcodes);
    postcodes_close(postcodes);
    fuzz_forget_files();
    return 0;
}
