/* The encoding of a file, from its first bytes. */
#ifndef STATVAL_ENCODING_H
#define STATVAL_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/error.h"

/**
 * Finds the encoding of a file from its byte-order mark, the pattern of its first bytes or its XML
 * declaration. *encoding becomes NULL for UTF-8, else a name for iconv; *mark the length of a
 * byte-order mark of UTF-8, which is no part of the text. Refuses, with STATUS_INPUT,
 * an empty file, what is compressed or no text at all, and encodings that no return uses.
 */
bool encoding_of(const char *name, const char *bytes, size_t length, const char **encoding,
                 size_t *mark, struct error *error);

#endif
