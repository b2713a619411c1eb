/* Values at which programs go wrong: days at the limits of periods and of the calendar, codes of
 * the return, numbers at the limits of their types, blanks, and long or strange texts. */
#ifndef FUZZ_TELLING_VALUE_H
#define FUZZ_TELLING_VALUE_H

#include <stddef.h>
#include <stdint.h>

/** Random numbers that follow from the first one. */
struct random {
    uint64_t state;
};

/** A number from 0 to `count` - 1; 0 when that is 0. */
size_t random_below(struct random *random, size_t count);

#define TELLING_ROOM 512

/** Writes one of them, with a NUL. */
void telling_value(const char *return_id, struct random *random, char out[TELLING_ROOM]);

#endif
