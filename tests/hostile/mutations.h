/* Random damage to a file. What happens hangs on the seed alone. */
#ifndef STATVAL_TESTS_MUTATIONS_H
#define STATVAL_TESTS_MUTATIONS_H

#include <stddef.h>
#include <stdint.h>

struct bytes {
    char *at; /* free() it */
    size_t length;
};

/** Begins a new sequence of random numbers. */
void random_begin(uint64_t seed);

/** A random number below `limit`; 0 when that is 0. */
size_t random_below(size_t limit);

/** Damages `text` in one to four ways; pieces of `donor` may come into it. */
void damage(struct bytes *text, const struct bytes *donor);

#endif
