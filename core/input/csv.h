/* A file of comma-separated values, record by record, with the exact place of each cell. */
#ifndef STATVAL_CSV_H
#define STATVAL_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../base/memory.h"

/** Longest cell, in bytes of its text: as much as the store keeps of a value (TEXT_MAX). */
#define CSV_CELL_MAX ((size_t)64 * 1024)

/** Most cells of a record: as many columns as a spreadsheet has. */
#define CSV_CELL_COUNT_MAX 16384

/* What is wrong with the form of a record. The offset that goes with it is that of the cell. */
enum csv_defect {
    CSV_STRAY_QUOTE, /* a quote that opens nothing, is not closed, or closes before the cell ends */
    CSV_LONG_VALUE,  /* longer than CSV_CELL_MAX; the rest is left out */
    CSV_MANY_CELLS   /* the first cell beyond CSV_CELL_COUNT_MAX; it and the rest are left out */
};

/** Told of each defect, in the order of the file; at most one of each kind for a cell. */
typedef void csv_told(void *context, enum csv_defect kind, uint32_t offset);

struct csv_cell {
    const char
        *text; /* no NUL behind it: without the quotes, doubled quotes made one, not trimmed */
    uint32_t length;
    uint32_t
        offset; /* of the first byte of the cell in the file: of the quote, when it is quoted */
};

struct csv {
    const char *bytes;
    size_t length;
    size_t at; /* where the next record begins, or empty lines in front of it */
    char delimiter;
    struct csv_cell *cells; /* of the record; the texts are parts of `bytes`, or of `scratch` */
    size_t cell_count;      /* never 0 */
    size_t cell_capacity;
    uint32_t offset;    /* of the record */
    uint32_t sheet_row; /* the number that a spreadsheet shows: empty lines count, line ends inside
                           quotes do not */
    csv_told *defect;   /* NULL: nobody is told */
    void *context;
    struct arena scratch;
    uint8_t classes[256]; /* what each byte means outside quotes */
};

/** Begins with the first record of a text of less than 4 GiB, which must be UTF-8 and stay where it
 *  is. `delimiter` is no quote and no line end. Set `defect` and `context` afterwards; csv_end() it
 *  in any case. */
void csv_begin(struct csv *csv, const char *bytes, size_t length, char delimiter);

/** Goes to the next record; false at the end of the file. Lines end with LF, CR LF or CR;
 * completely empty ones are no records. The cells are valid until the next call.
 *
 *  A cell that begins with a quote goes on to the quote that closes it, over delimiters and line
 *  ends; blanks may stand between this quote and the end of the cell. A cell for which that is not
 * so is told of as CSV_STRAY_QUOTE and read as one without quotes: it ends at the next delimiter or
 *  line end, and its quotes are part of the text. So a quote that is never closed harms its own
 * cell only. A quote elsewhere in a cell without quotes is CSV_STRAY_QUOTE too. */
bool csv_next(struct csv *csv);

/** Gives back the memory of a reading. */
void csv_end(struct csv *csv);

/** The delimiter of a file, by its first line that is not empty: a comma when it has one outside
 *  quotes, else a semicolon or a tab when it has one, else a comma. */
char csv_delimiter(const char *bytes, size_t length);

#endif
