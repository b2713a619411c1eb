/* The index file of a postcode directory: the sorted table as bytes, to be used where it lies. */
#ifndef STATVAL_POSTCODE_INDEX_H
#define STATVAL_POSTCODE_INDEX_H

#include <stdio.h>

#include "postcode_table.h"

#define POSTCODE_EDITION_ROOM 64
#define POSTCODE_SOURCE_ROOM 128

/** Build days are from 0, 1970-01-01, to this one, 9999-12-31. */
#define POSTCODE_LAST_DAY 2932896

/** What an index says of itself; the texts are UTF-8 without control characters. */
struct postcode_about {
    char edition[POSTCODE_EDITION_ROOM];
    char source[POSTCODE_SOURCE_ROOM]; /* name of the CSV file, without folders */
    uint32_t rows;
    uint32_t left_out;
    uint32_t repeated;
    int32_t build_day; /* sv_day */
};

/** Whether a file begins as an index does, of whatever version. */
bool postcode_index_is_one(const struct mapped_file *file);

/** Writes an index. The caller looks at the stream's error afterwards. Returns its size. */
uint64_t postcode_index_write(FILE *out, const struct postcode_table *table,
                              const struct postcode_about *about);

/** Checks a file and makes a table of it, whose parts lie in the file. Fails with STATUS_INPUT when
 *  it was not made by this version, on such a machine, or is damaged; `path` is for messages. Even
 * a file made with evil intent gives a table that can be searched without harm. */
bool postcode_index_read(const struct mapped_file *file, const char *path,
                         struct postcode_table *table, struct postcode_about *about,
                         struct error *error);

/** Whether a text is UTF-8 without control characters. */
bool postcode_index_is_plain(const char *text);

#endif
