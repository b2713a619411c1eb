/* The table at the end of statval check --each. */
#ifndef STATVAL_EACH_TABLE_H
#define STATVAL_EACH_TABLE_H

#include <stdio.h>

#include "each_list.h"

/** What became of a submission, in a few words: "12 errors, 3 queries". */
void each_verdict(const struct each_entry *entry, char *out, size_t size);

/** Writes the table as text, as CSV, or as one JSON document. */
void each_table_text(const struct each_list *list, FILE *out);
void each_table_csv(const struct each_list *list, FILE *out);
void each_table_json(const struct each_list *list, FILE *out);

#endif
