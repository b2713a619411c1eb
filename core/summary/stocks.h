/* Stocks and flows: what was there, began, ended and is there. */
#ifndef STATVAL_STOCKS_H
#define STATVAL_STOCKS_H

#include "summary.h"

/** Fills in the stocks that are not skipped. */
void follow_stocks(struct summary *summary);

#endif
