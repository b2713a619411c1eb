/* Text made safe for the format that it is written into. */
#ifndef STATVAL_ESCAPE_H
#define STATVAL_ESCAPE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "../base/utf8.h"

/** Writes a cell of a CSV file, in quotes where it needs them. A text that a spreadsheet would take
 *  for a formula gets an apostrophe in front. NULL: an empty cell. */
void csv_cell(FILE *out, const char *text);

/** Writes text for a terminal: control characters become spaces, so that a file cannot colour or
 *  move what it is printed on; a byte that is not UTF-8 becomes U+FFFD. */
void terminal_text(FILE *out, const char *text);

#endif
