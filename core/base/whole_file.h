/* Files that are written whole or not at all. */
#ifndef STATVAL_WHOLE_FILE_H
#define STATVAL_WHOLE_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "error.h"

/* A file being written, under a temporary name beside the one that it will have. One at a time. */
struct whole_file {
    const char *path;
    const char *what; /* for messages: "the report" */
    FILE *out;
};

/** Begins a file that will replace what is at `path`, or be there then; links stay links. `path`
 * and `what` must stay valid. `shared`: others may read it, as far as the umask lets them; else its
 *  owner only. When the program is ended from outside, or for want of memory, nothing is left of
 * it. Fails with STATUS_REPORT. */
bool whole_file_begin(struct whole_file *file, const char *path, const char *what, bool shared,
                      struct error *error);

/** Gives the file its name when `complete` is true and all that was written to `out` has reached
 * the disk; else nothing is left of it, and what was at the path stays. Fails with STATUS_REPORT
 * when it is not complete for want of writing; *error is left alone when `complete` is false. */
bool whole_file_end(struct whole_file *file, bool complete, struct error *error);

#endif
