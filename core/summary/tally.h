/* Counts the records of a return for its measures. */
#ifndef STATVAL_TALLY_H
#define STATVAL_TALLY_H

#include "summary.h"

/** Fills in the figures that are not skipped, and the days of all; skips those of which the measure
 *  says that they cannot be told. */
void tally(struct summary *summary);

#endif
