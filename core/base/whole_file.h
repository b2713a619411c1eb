/* Files that are written whole or not at all. */
#ifndef STATVAL_WHOLE_FILE_H
#define STATVAL_WHOLE_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "error.h"

/* Files that can be written at a time. */
#define WHOLE_FILES_MAX 20

/* A file being written, under a temporary name beside the one that it will have. */
struct whole_file {
    const char *path;
    const char *what; /* for messages: "the report" */
    FILE *out;        /* NULL once it is closed */
    char *temporary;  /* empty once it is gone */
};

/** Begins a file that will replace what is at `path`, or be there then; links stay links. `path`
 * and `what` must stay valid. `shared`: others may read it, as far as the umask lets them; else its
 *  owner only. When the program is ended from outside, or for want of memory, nothing is left of
 * it. Fails with STATUS_REPORT. */
bool whole_file_begin(struct whole_file *file, const char *path, const char *what, bool shared,
                      struct error *error);

/** Closes the file when all that was written to `out` has reached the disk; it still has its
 *  temporary name. Else nothing is left of it: fails with STATUS_REPORT. */
bool whole_file_close(struct whole_file *file, struct error *error);

/** Gives a closed file its name. Fails with STATUS_REPORT; nothing is left of it then. */
bool whole_file_take_name(struct whole_file *file, struct error *error);

/** Leaves nothing of the file; what was at the path stays. */
void whole_file_drop(struct whole_file *file);

/** For one file alone: closes it and gives it its name, or drops it when `complete` is false. False
 *  when it was not written: then with STATUS_REPORT, or with *error left alone when it was dropped.
 */
bool whole_file_end(struct whole_file *file, bool complete, struct error *error);

/** Leaves nothing of all that are being written: before the program ends at once. It may be called
 *  by a handler of signals. */
void whole_files_remove(void);

#endif
