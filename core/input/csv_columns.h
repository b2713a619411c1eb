/* The heading of a CSV file, and the table that it belongs to. */
#ifndef STATVAL_CSV_COLUMNS_H
#define STATVAL_CSV_COLUMNS_H

#include "../base/error.h"

#include "../model/layout.h"
#include "csv.h"

/** Most columns of a file. */
#define CSV_COLUMNS_MAX 1024

/* Names of columns as written and trimmed; an empty one has no name. What is no UTF-8 in them, and
 * NULs, are U+FFFD, whether the text was clean already or not. */
struct csv_columns {
    const char **names;
    uint32_t *offsets;
    size_t count;
    struct arena memory;
};

/* How well columns fit a table. */
struct csv_fit {
    uint16_t table; /* that fits best; NO_TABLE: none has a column like these */
    size_t missing; /* columns of the table that the file does not have */
    size_t extra;   /* columns with a name that the table does not have */
};

/** Reads the heading, the first record of a text. csv_columns_free() it. */
void csv_columns_read(struct csv_columns *columns, const char *bytes, size_t length,
                      char delimiter);
void csv_columns_free(struct csv_columns *columns);

/** Finds the table of a plugin whose columns are these, in a year, of this or of last year's
 *  return. It has exactly these when nothing is missing or extra. */
struct csv_fit csv_columns_fit(const struct csv_columns *columns, const struct sv_plugin *plugin,
                               int year, bool is_last);

/** Number of the field of a table that has this column name, letter case aside; NO_FIELD: none. */
uint16_t csv_column_field(const struct sv_table *table, int year, const char *name);

/** Writes what a table lacks and has too much of, for a message: "without REVIEW; with NOTE".
 *  `hide`: without the names of what is too much, which may be values: "with 1 other column". */
void csv_columns_describe(const struct csv_columns *columns, const struct sv_table *table, int year,
                          bool hide, char *out, size_t size);

#endif
