/* The text of a cell of a workbook: what XML cannot hold is made visible, and what a cell cannot
 * hold is cut off. */
#ifndef STATVAL_CELL_TEXT_H
#define STATVAL_CELL_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Most characters of a cell, counted as Excel does: in units of UTF-16. */
#define CELL_CHARACTERS_MAX 32767

/* A text that is put together. */
struct cell_text {
    size_t length;     /* in bytes */
    size_t characters; /* as Excel counts them */
    size_t cut_length; /* of what stays when it must be cut */
    bool is_cut;
    char bytes[CELL_CHARACTERS_MAX * 3 + 1];
};

void cell_text_begin(struct cell_text *text);

/** Adds a text. Control characters become the signs that stand for them, bytes that are no UTF-8
 * become U+FFFD, and what a workbook would read as the code of a character is kept from it. When
 * the cell is full, its end is replaced by a note. */
void cell_text_add(struct cell_text *text, const char *added);

/** Adds a whole number. */
void cell_text_add_number(struct cell_text *text, size_t number);

#endif
