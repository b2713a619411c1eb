/* Reference data as tables of the store: records in the order of their keys, to be looked up. */
#ifndef STATVAL_REFERENCE_TABLES_H
#define STATVAL_REFERENCE_TABLES_H

#include "../model/store.h"

/** Puts the records of every table of reference data into the order of their keys. After the last
 *  record was added. */
void reference_sort(struct store *store);

/** The first record of the table whose key is this text, letter case aside; NULL: none has it. */
const struct sv_row *reference_find(const struct store *store, uint16_t table, const char *key);

/** The next record with the key of `row`; NULL: there is none. */
const struct sv_row *reference_next(const struct store *store, const struct sv_row *row);

#endif
