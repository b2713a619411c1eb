/* A file as memory, to be read only. */
#ifndef STATVAL_MAPPED_FILE_H
#define STATVAL_MAPPED_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/error.h"

struct mapped_file {
    const char *bytes;
    size_t length; /* never 0 */
};

/** Maps a file. Whoever shortens the file meanwhile ends the program (SIGBUS): files that can be
 *  replaced meanwhile must be replaced as a whole. Fails with STATUS_INPUT when it is not there,
 *  cannot be read, is empty or no ordinary file; there is nothing to unmap then. */
bool mapped_file_open(struct mapped_file *file, const char *path, struct error *error);

/** Says that the file is read once, from the front to the end. */
void mapped_file_read_in_order(const struct mapped_file *file);

/** Says that what stands before `end` is not needed any more, so that memory does not grow with the
 *  file. It may still be read. */
void mapped_file_done_until(const struct mapped_file *file, size_t end);

void mapped_file_close(struct mapped_file *file);

#endif
