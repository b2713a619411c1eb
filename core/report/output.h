/* Reports that are written whole or not at all. */
#ifndef STATVAL_OUTPUT_H
#define STATVAL_OUTPUT_H

#include "report.h"

/* Most outputs of one run, standard output with them. */
#define OUTPUTS_MAX 17

/* Something to be written to a place. */
struct output {
    const char *path; /* NULL: standard output */
    /** False with the reason in errno when it cannot be made; other errors are found in the state
     * of the stream. */
    bool (*write)(const struct output *output, FILE *file);
    const void *content;                /* of `write` */
    const struct report_format *format; /* of a report */
    bool colour;
};

/** A report in a format, which will be written to a path; NULL: to standard output. */
struct output output_of_report(const struct report *report, const struct report_format *format,
                               const char *path, bool colour);

/** Writes all of them. Files are written to temporary ones beside them, readable by their owner
 *  only, which take their names when all of them are complete; only then pipes, devices and
 * standard output are written to. STATUS_REPORT when one cannot be written: no file is changed
 * then, and none is left half-written. */
bool outputs_write(const struct output *outputs, size_t count, struct error *error);

#endif
