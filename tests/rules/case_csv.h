/* Writes the rows of a rule case as CSV files, one per table. */
#ifndef STATVAL_CASE_CSV_H
#define STATVAL_CASE_CSV_H

#include <stdio.h>

#include <statval/plugin.h>

#include "case_file.h"

/** Writes the heading of a table in a year, and those rows of the case that are of it. `time`: of
 *  the case; `file_year`: that of the return which the file belongs to. Returns
 *  false, with a message, when a row names a field that the table does not have. */
bool case_write_csv(const struct sv_table *table, const struct rule_case *rule_case,
                    const struct case_time *time, int file_year, FILE *out);

/** Writes the postcode directory of the case: its rows `postcodes`. */
void case_write_postcodes(const struct rule_case *rule_case, const struct case_time *time,
                          FILE *out);

/** Whether the case has a row of that table. */
bool case_has_row(const struct rule_case *rule_case, const char *table);

#endif
