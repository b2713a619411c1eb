/* Values: from text to value, and back to the text as written. */
#ifndef STATVAL_VALUES_H
#define STATVAL_VALUES_H

#include "store.h"

/** Room for any text that value_text() makes. */
#define VALUE_ROOM 16

/** Longest code of a list that SV_AS_LABEL is used with, in bytes. */
#define LABEL_CODE_MAX 120

/** White space of XML: space, tab, line feed, carriage return. */
static inline _Bool is_white_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/** Writes a text with a to z turned into A to Z, as far as there is room, and a NUL. Returns false
 *  when there was no room for all of it. */
_Bool fold_case(const char *text, size_t length, char *out, size_t size);

/** Cuts white space from both ends: moves `*text` and returns the length that is left. */
static inline size_t trim(const char **text, size_t length)
{
    while (length > 0 && is_white_space(**text)) {
        (*text)++;
        length--;
    }
    while (length > 0 && is_white_space((*text)[length - 1]))
        length--;
    return length;
}

/** The code that a label stands for (SV_AS_LABEL): its words in capitals with _ between, and a NUL.
 *  Returns its length; 0, with an empty text: it has no letter or digit, or is longer than any
 *  code. */
size_t label_code(const char *text, size_t length, char out[LABEL_CODE_MAX + 1]);

/** Whether a type of field (enum sv_type) holds a day. */
_Bool is_day_type(uint8_t type);

/** The day of a trimmed text that is a value of such a type; SV_NONE: it is none. */
sv_day read_day(uint8_t type, const char *text, size_t length);

/** A trimmed text as a whole number with an optional sign, kept within 32 bits; SV_NONE: it is
 *  none. */
int32_t read_number(const char *text, size_t length);

/** Reads a trimmed text of `length` bytes as a value of `field` and keeps the text where it cannot
 *  be made again from the value. An empty text gives a missing value. */
void value_read(struct store *store, const struct sv_field *field, const char *text, size_t length,
                struct sv_value *value);

/** The text of a value as written and trimmed; NULL when it is missing. `room` is used where the
 *  text is made from the value. */
const char *value_text(const struct store *store, const struct sv_field *field,
                       struct sv_value value, char room[VALUE_ROOM]);

#endif
