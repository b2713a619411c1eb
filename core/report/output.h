/* Reports that are written whole or not at all. */
#ifndef STATVAL_OUTPUT_H
#define STATVAL_OUTPUT_H

#include "report.h"

/** Writes a report to a file: to a temporary one beside it, readable by its owner only, which then
 *  takes its name. `path` NULL: to standard output. STATUS_REPORT when it cannot be written; no
 *  half-written file is left then. */
bool output_write(const struct report *report, const struct report_format *format, const char *path,
                  bool colour, struct error *error);

#endif
