/* Which columns of a CSV file have what a postcode directory says. */
#ifndef STATVAL_POSTCODE_COLUMNS_H
#define STATVAL_POSTCODE_COLUMNS_H

#include "../base/error.h"
#include "../input/csv.h"

enum postcode_column {
    COLUMN_POSTCODE,
    COLUMN_EASTING,
    COLUMN_NORTHING,
    COLUMN_UPPER,  /* the upper-tier authority; or made of the two that follow */
    COLUMN_COUNTY, /* not needed with COLUMN_UPPER */
    COLUMN_DISTRICT,
    POSTCODE_COLUMNS
};

#define NO_COLUMN SIZE_MAX

struct postcode_columns {
    size_t at[POSTCODE_COLUMNS]; /* NO_COLUMN: not there */
};

/** Finds the columns by their names in the record that `heading` has reached, letter case and
 * blanks around them aside. Fails with STATUS_INPUT, naming what is missing; `path` is for this
 * message. */
bool postcode_columns_find(struct postcode_columns *columns, const struct csv *heading,
                           const char *path, struct error *error);

/** The trimmed text of a column in a record; *length is 0 when the record is too short or there is
 * no such column. */
const char *postcode_columns_text(const struct postcode_columns *columns, const struct csv *record,
                                  enum postcode_column column, size_t *length);

#endif
