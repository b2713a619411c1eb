/* Populations that rates are worked out with: a CSV file with the columns residents (which:
 * "0-17"), day, people and source. */
#ifndef STATVAL_POPULATION_H
#define STATVAL_POPULATION_H

#include <statval/date.h>

#include "../base/error.h"
#include "../base/memory.h"

struct population {
    const char *residents;
    sv_day day; /* as at which they were counted */
    int32_t people;
    const char *source;
};

struct populations {
    const char *path;
    struct population *list;
    size_t count;
    size_t capacity;
    struct arena texts;
};

/** Reads a file. Fails with STATUS_USAGE. populations_free() it in either case. */
bool populations_read(struct populations *populations, const char *path, struct error *error);
void populations_free(struct populations *populations);

/** The latest count of these residents until `end`, or else the earliest after it; NULL: none. */
const struct population *population_of(const struct populations *populations, const char *residents,
                                       sv_day end);

#endif
