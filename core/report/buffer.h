/* Output gathered in large pieces, for formats of which there may be hundreds of megabytes. */
#ifndef STATVAL_BUFFER_H
#define STATVAL_BUFFER_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct buffer {
    FILE *file; /* where it goes; errors are found in its state */
    size_t used;
    char bytes[64 * 1024];
};

/** Adds bytes. */
void buffer_bytes(struct buffer *buffer, const char *bytes, size_t length);

/** Adds a text. */
void buffer_text(struct buffer *buffer, const char *text);

/** Adds a whole number. */
void buffer_number(struct buffer *buffer, uint64_t number);

/** Adds a JSON string with its quotes; NULL: the word null. */
void buffer_json(struct buffer *buffer, const char *text);

/** Hands over what is left. */
void buffer_flush(struct buffer *buffer);

#endif
