/* The pool of all texts kept from a submission, referred to by 32-bit numbers. */
#ifndef STATVAL_TEXTS_H
#define STATVAL_TEXTS_H

#include <stddef.h>
#include <stdint.h>

/** Longest text that may be kept, in bytes. */
#define TEXT_MAX ((size_t)64 * 1024)

struct text_pool;

/* One who adds to a pool. Several may add to one at the same time, as each fills chunks of its own.
 */
struct texts {
    struct text_pool *pool; /* NULL: nothing was added yet */
    char *chunk;            /* that is being filled; NULL: none yet */
    uint32_t chunk_number;  /* of its first byte */
    size_t used;            /* of the chunk */
};

/** Keeps a copy of a text of at most TEXT_MAX bytes. Returns its number, never 0; 0 when the pool
 *  (4 GiB) is full. */
uint32_t texts_add(struct texts *texts, const char *text, size_t length);

/** The text of a number from texts_add(), whoever added it; "" for 0. Valid until texts_free(). */
const char *texts_get(const struct texts *texts, uint32_t number);

/** One more who adds to the same pool, perhaps in another thread. Not to be freed. */
struct texts texts_beside(struct texts *texts);

/** Gives back the pool; nobody may add to it any more. `texts` can be used again. */
void texts_free(struct texts *texts);

#endif
