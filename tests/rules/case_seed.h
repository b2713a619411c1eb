/* A rule case as an input of the fuzzers (tests/fuzz/submission.h). */
#ifndef STATVAL_CASE_SEED_H
#define STATVAL_CASE_SEED_H

#include "case_submission.h"

/** Writes a submission, as that of a year of the plugin (its place), to a file. False when that
 *  cannot be written. */
bool case_seed_write(const struct case_submission *submission, size_t year, const char *path);

#endif
