/* The part of the report for people that tells what is known already: explained and fixed. */
#ifndef STATVAL_TEXT_KNOWN_H
#define STATVAL_TEXT_KNOWN_H

#include "report.h"

/** Writes which findings are explained, with their reasons, which lines of the acceptances accept
 *  nothing any more, and what is fixed since the earlier report. */
void text_known(const struct report *report, FILE *out);

#endif
