/* Writes the rows of a rule case as a submission. */
#ifndef STATVAL_CASE_XML_H
#define STATVAL_CASE_XML_H

#include <stdio.h>

#include <statval/plugin.h>

#include "case_file.h"

/** Writes the rows of one file (time->part) as XML, nested as the plugin's layout says; parents
 * that are not there are added. `header`: rows that stand before those of the case, each field
 * replaced by one of the case. Returns false, with a message, when a row names something that the
 * layout does not have.
 */
bool case_write_xml(const struct sv_plugin *plugin, const struct rule_case *rule_case,
                    const struct case_row *header, const struct case_time *time, FILE *out);

#endif
