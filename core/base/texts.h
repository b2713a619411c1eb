/* The pool of all texts kept from a submission, referred to by 32-bit numbers. */
#ifndef STATVAL_TEXTS_H
#define STATVAL_TEXTS_H

#include <stddef.h>
#include <stdint.h>

/** Longest text that may be kept, in bytes. */
#define TEXT_MAX ((size_t)64 * 1024)

struct texts {
    char **chunks;
    size_t chunk_count;
    size_t chunk_capacity;
    size_t used; /* of the last chunk */
};

/** Keeps a copy of a text of at most TEXT_MAX bytes. Returns its number, never 0; 0 when the pool
 *  (4 GiB) is full. */
uint32_t texts_add(struct texts *texts, const char *text, size_t length);

/** The text of a number from texts_add(); "" for 0. Valid until texts_free(). */
const char *texts_get(const struct texts *texts, uint32_t number);

void texts_free(struct texts *texts);

#endif
