/* What --profile prints. */
#ifndef STATVAL_PROFILE_TABLE_H
#define STATVAL_PROFILE_TABLE_H

#include "../base/profile.h"
#include "../engine/plan.h"

/** Prints the time of each phase and of the slowest rules to standard error. */
void profile_print(const struct profile *profile, const struct plan *plan);

#endif
