/* Figures as text: one way for all formats. */
#ifndef STATVAL_VALUE_H
#define STATVAL_VALUE_H

#include "summary.h"

#define FIGURE_ROOM 96

/** A share in per cent with one place, rounded half up, and its fraction: "7.7% (3 of 39)"; "n/a (0
 *  of 0)" when there is no whole. */
void share_text(uint64_t part, uint64_t whole, char out[FIGURE_ROOM]);

/** The share alone in tenths of a per cent; -1: there is none. */
long share_tenths(uint64_t part, uint64_t whole);

/** One number by another with one place, rounded half up (away from zero): "6.8"; "n/a" when the
 *  other is 0. */
void quotient_text(int64_t number, int64_t by, char out[FIGURE_ROOM]);

/** The same in tenths; the other number must be above 0. */
int64_t quotient_tenths(int64_t number, int64_t by);

/** The figure as people read it: "39", "7.7% (3 of 39)", "6.8 (27 by 4)", "17, 33, 43". */
void figure_text(const struct figure *figure, char out[FIGURE_ROOM]);

/** The one number that a figure is: how many, or their sum. */
int64_t figure_number(const struct figure *figure);

struct population;

/** The population that a rate of the figure is worked out with; NULL: it has none, or none was
 *  given. */
const struct population *rate_population(const struct summary *summary,
                                         const struct figure *figure);

#endif
