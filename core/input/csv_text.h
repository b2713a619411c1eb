/* Clean UTF-8 from the raw bytes of a CSV file. */
#ifndef STATVAL_CSV_TEXT_H
#define STATVAL_CSV_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What was not clean. The offset that goes with it counts the clean text. */
enum csv_text_defect {
    CSV_TEXT_WINDOWS_1252, /* the whole file, told of once: of its first byte that is not ASCII */
    CSV_TEXT_BAD_BYTE,     /* a byte that is no UTF-8; it became U+FFFD */
    CSV_TEXT_NUL           /* a NUL; it became U+FFFD */
};

/** Told of each defect, in the order of the file. */
typedef void csv_text_told(void *context, enum csv_text_defect kind, uint32_t offset);

struct csv_text {
    char *memory;      /* free() it */
    const char *bytes; /* the clean text, inside `memory`; no NUL behind it */
    size_t length;
};

/** Makes clean UTF-8 without NULs of `length` raw bytes, and takes `raw`, which must come from
 *  malloc(), into *text. A byte order mark of UTF-8 is left out. A file that is not UTF-8 and has
 *  nothing in it that only UTF-8 has (no byte order mark, no character of several bytes) is read as
 *  Windows-1252; any other keeps what is right. Line ends stay as they are. UTF-16 and UTF-32 are
 * no business of this function: it would make nonsense of them. `defect` NULL: nobody is told.
 *
 *  False, with *text empty, when the clean text would not be shorter than 4 GiB. */
bool csv_text_clean(struct csv_text *text, char *raw, size_t length, csv_text_told *defect,
                    void *context);

/** Length in bytes of the UTF-8 character at `bytes`, of which `left` (at least 1) are there; 0
 * when there is none. */
size_t csv_text_character(const char *bytes, size_t left);

#endif
