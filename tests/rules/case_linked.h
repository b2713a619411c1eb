/* Writes the rows of a rule case as CSV files whose records name each other by keys. */
#ifndef STATVAL_CASE_LINKED_H
#define STATVAL_CASE_LINKED_H

#include <stdio.h>

#include <statval/plugin.h>

#include "case_file.h"

/** Writes the heading of a linked table, and those records of the case that are of it; parents that
 *  are not there are added. Dates, and answers yes or no, have the form of the portal's export.
 *  `header`: the usual header. Returns false, with a message, when a row does not fit. */
bool case_write_linked(const struct sv_plugin *plugin, uint16_t table,
                       const struct rule_case *rule_case, const struct case_row *header,
                       const struct case_time *time, FILE *out);

#endif
