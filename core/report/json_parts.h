/* Members of JSON objects, for all formats that are JSON. */
#ifndef STATVAL_JSON_PARTS_H
#define STATVAL_JSON_PARTS_H

#include "buffer.h"

/** Adds a member with a string (NULL: null) or a whole number. `before` stands before it: what
 * opens or separates. */
void json_member(struct buffer *out, const char *before, const char *name, const char *value);
void json_number(struct buffer *out, const char *before, const char *name, uint64_t value);

#endif
