/* statval check --each: many submissions in one run, with a verdict for each and a table of all. */
#ifndef STATVAL_EACH_H
#define STATVAL_EACH_H

#include "options.h"

struct registry;

/** Checks every submission that the arguments name: each entry of a folder, or the argument itself
 *  when it is no folder. Returns the exit status: that of a fault at once; else STATUS_INPUT when
 *  one could not be read, STATUS_USAGE when an option does not fit one, STATUS_FINDINGS when one
 * has findings, STATUS_OK. */
int check_each(const struct registry *registry, const struct options *options);

#endif
