/* What commands write besides reports of findings, in a few formats, to files or standard output.
 */
#ifndef STATVAL_CONTENTS_H
#define STATVAL_CONTENTS_H

#include "../report/output.h"
#include "options.h"

/* A format of a command. Lists of them end with one without a name; the first is that of what is
 * printed. */
struct content_format {
    const char *name;
    const char *ending; /* of files, with the dot */
    /** False with the reason in errno when it cannot be made; other errors are found in the state
     * of the file. */
    bool (*write)(const void *content, FILE *file, bool colour);
};

/** Whether --format and the names of -o can be served; else STATUS_USAGE. */
bool contents_fit(const struct options *options, const struct content_format *formats,
                  struct error *error);

/** Writes the content wherever the options ask for it. Fails with STATUS_REPORT. */
bool contents_write(const void *content, const struct options *options,
                    const struct content_format *formats, struct error *error);

#endif
