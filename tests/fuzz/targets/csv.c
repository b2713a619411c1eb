/* CSV from raw bytes: cleaning, cells and where they stand. The first byte is the delimiter. */
#include <stdlib.h>
#include <string.h>

#include "../../../core/input/csv.h"
#include "../../../core/input/csv_columns.h"
#include "../../../core/input/csv_export.h"
#include "../../../core/input/csv_text.h"
#include "../harness.h"

static void verify_cells(const struct csv *csv, uint32_t from)
{
    fuzz_require(csv->cell_count > 0, "a record has cells");
    fuzz_require(csv->offset >= from && csv->offset <= csv->length, "records follow each other");
    for (size_t i = 0; i < csv->cell_count; i++) {
        const struct csv_cell *cell = &csv->cells[i];
        fuzz_require(cell->offset >= from && cell->offset <= csv->length,
                     "cells follow each other");
        fuzz_require(cell->length <= CSV_CELL_MAX, "no cell is too long");
        fuzz_require(!memchr(cell->text, '\0', cell->length), "no cell has a NUL");
        from = cell->offset;
    }
}

static void read_records(const struct csv_text *text, char delimiter)
{
    struct csv csv;
    uint32_t from = 0;
    csv_begin(&csv, text->bytes, text->length, delimiter);
    while (csv_next(&csv)) {
        verify_cells(&csv, from);
        from = csv.offset;
    }
    csv_end(&csv);
}

static void read_heading(const struct csv_text *text, char delimiter)
{
    const struct registry *registry = fuzz_registry();
    struct csv_columns columns;
    char described[512];
    csv_columns_read(&columns, text->bytes, text->length, delimiter);
    for (size_t i = 0; i < registry->count; i++) {
        const struct sv_plugin *plugin = registry->plugins[i].plugin;
        int year = plugin->years[0].year;
        struct csv_fit fit = csv_columns_fit(&columns, plugin, year, false);
        if (fit.table != NO_TABLE)
            csv_columns_describe(&columns, &plugin->tables[fit.table], year, i % 2, described,
                                 sizeof(described));
    }
    csv_columns_free(&columns);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct csv_text text;
    if (length == 0)
        return 0;
    char *raw = mem_copy((const char *)bytes + 1, length - 1);
    if (csv_text_clean(&text, raw, length - 1, NULL, NULL)) {
        bool is_delimiter = strchr(",;\t|", bytes[0]) && bytes[0];
        char delimiter = is_delimiter ? (char)bytes[0] : csv_delimiter(text.bytes, text.length);
        read_records(&text, delimiter);
        read_heading(&text, delimiter);
    }
    free(text.memory);
    return 0;
}
