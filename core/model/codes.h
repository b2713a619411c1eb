/* Code lists, looked up by text. */
#ifndef STATVAL_CODES_H
#define STATVAL_CODES_H

#include <stddef.h>

#include <statval/record.h>

struct codes;

/** Indexes a code list (which must outlive it); codes_free() it. */
struct codes *codes_new(const struct sv_code_list *list);
void codes_free(struct codes *codes);

/** The list that was indexed. */
const struct sv_code_list *codes_list(const struct codes *codes);

/** Place in the list of a text of `length` bytes; -1: not in it. */
int codes_find(const struct codes *codes, const char *text, size_t length);

#endif
