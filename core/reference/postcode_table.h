/* The postcode directory as a sorted table, and how it is made from a CSV file. */
#ifndef STATVAL_POSTCODE_TABLE_H
#define STATVAL_POSTCODE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../base/error.h"
#include "mapped_file.h"

/** Most rows that are taken from a file; the whole United Kingdom has 2.7 million postcodes. */
#define POSTCODE_ROWS_MAX ((uint32_t)10 * 1000 * 1000)

/** Most different authorities, the empty one included. */
#define POSTCODE_AUTHORITIES_MAX 4096

/** Room for the code of an authority: 9 characters and NULs. */
#define POSTCODE_AUTHORITY_ROOM 16
#define POSTCODE_AUTHORITY_LENGTH 9

/** Postcodes have seven characters, digits and letters. As a number to the base 37, each character
 *  is a digit from 1 on, and what a shorter one lacks at its end is 0; so their order is that of
 * the texts. The first three characters tell where to search. */
#define POSTCODE_LENGTH 7
#define POSTCODE_BASE 37
#define POSTCODE_STARTS (POSTCODE_BASE * POSTCODE_BASE * POSTCODE_BASE)

/** Coordinates are nearer to 0 than this, in metres. */
#define POSTCODE_PLACE_LIMIT 10000000
#define POSTCODE_NO_PLACE INT32_MIN

/** One postcode; stands so in index files. */
struct postcode_entry {
    uint64_t key;    /* the postcode as a number, times 65536, plus the number of its authority */
    int32_t easting; /* POSTCODE_NO_PLACE: not known */
    int32_t northing;
};

/* The table: entries ascending by postcode, each postcode once. */
struct postcode_table {
    const struct postcode_entry *entries;
    uint32_t count;
    const uint32_t *starts; /* POSTCODE_STARTS + 1 of them: the first entry with these three
                               characters or later ones; never descending, the last is `count` */
    const char (*authorities)[POSTCODE_AUTHORITY_ROOM]; /* the first is "" */
    uint32_t authority_count;
};

/* Why rows of the file were left out. */
enum postcode_fault {
    POSTCODE_FAULT_KEY,       /* no postcode: empty, too long, or other characters */
    POSTCODE_FAULT_PLACE,     /* coordinates that are not both whole metres, or both blank */
    POSTCODE_FAULT_AUTHORITY, /* an authority code that has not nine characters */
    POSTCODE_FAULTS
};

/** How the reading of a directory went. */
struct postcode_counts {
    uint32_t rows; /* below the heading */
    uint32_t left_out[POSTCODE_FAULTS];
    uint32_t first_left_out; /* row as a spreadsheet numbers it; 0: none */
    uint32_t repeated;       /* rows whose postcode stood in an earlier row, which counts */
};

/* A table in memory that was made from a CSV file. */
struct postcode_reading {
    struct postcode_table table; /* parts of what follows */
    struct postcode_counts counts;
    struct postcode_entry *entries;
    uint32_t *starts;
    char (*authorities)[POSTCODE_AUTHORITY_ROOM];
};

/** Told now and then how many bytes of the file are read. */
struct postcode_progress {
    void (*tell)(void *context, uint64_t done, uint64_t total); /* NULL: nobody is told */
    void *context;
};

/** Reads a directory: one row for each postcode, columns as the Office for National Statistics
 * calls them. `path` is for messages. Fails with STATUS_INPUT when columns are missing, there are
 * too many rows or authorities, or no row can be used. postcode_reading_free() it in any case. */
bool postcode_table_read(struct postcode_reading *reading, const struct mapped_file *file,
                         const char *path, const struct postcode_progress *progress,
                         struct error *error);

void postcode_reading_free(struct postcode_reading *reading);

/** A postcode as a number; 0 when it cannot be one. Spaces and letter case do not matter. */
uint64_t postcode_number(const char *text, size_t length);

/** The entry of a postcode, as a number; NULL: none. Reads nothing outside the table, whatever is
 * in it. */
const struct postcode_entry *postcode_table_find(const struct postcode_table *table,
                                                 uint64_t number);

#endif
