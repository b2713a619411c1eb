/* The files that a workbook needs while it is written: they hold what the report does, so they have
 * no name, and nobody else can read them. */
#ifndef STATVAL_XLSX_FILE_H
#define STATVAL_XLSX_FILE_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/** The folder for such files: the one of the file that `out` writes to; of a pipe, TMPDIR or /tmp.
 */
void xlsx_folder(FILE *out, char folder[PATH_MAX]);

/** A file without a name in a folder; -1 with the reason in errno. */
int xlsx_scratch(const char *folder);

/** Whether the workbook that was written has all of its parts, and each of its sheets at least so
 *  many bytes: libxlsxwriter does not see when the disk is full. */
bool xlsx_is_whole(int descriptor, const uint64_t *sheet_sizes, size_t sheet_count);

/** Copies a file from its beginning; errors of writing are found in the state of `out`. False with
 *  the reason in errno when it cannot be read. */
bool xlsx_copy(int descriptor, FILE *out);

#endif
