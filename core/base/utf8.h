/* Characters of UTF-8 text. */
#ifndef STATVAL_UTF8_H
#define STATVAL_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/** Bytes of the UTF-8 character at `text`; 0: there is none. Names of files may be anything. */
size_t utf8_length(const char *text);

/** Whether the character at `text` is a control character. */
bool is_control(const char *text);

#endif
