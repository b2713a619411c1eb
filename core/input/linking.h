/* Links the tables of CSV files that name each other's records, and tells what does not fit. */
#ifndef STATVAL_LINKING_H
#define STATVAL_LINKING_H

#include "../model/store.h"
#include "problems.h"

/** When linked tables were read from CSV files: takes those without a file as empty, and links all.
 */
void linking_run(struct store *store, struct problems *problems, struct problems *remarks);

#endif
