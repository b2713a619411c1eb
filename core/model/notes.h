/* Defects of form that the reader saw and a rule of the plugin tells. */
#ifndef STATVAL_NOTES_H
#define STATVAL_NOTES_H

#include <stddef.h>

#include <statval/plugin.h>

struct note {
    const struct sv_row *row; /* in which it stands; NULL: in none */
    uint32_t name;            /* of what is not of the return, and its value: texts of the store */
    uint32_t value;
    uint32_t offset;
    uint16_t field; /* of the record; NO_FIELD: it is not of the return */
    uint16_t fault; /* enum sv_form_fault */
};

struct notes {
    struct note *list;
    size_t count;
    size_t capacity;
};

struct store;

/** Keeps a note. `name` and `value` (of `length` bytes) are copied; NULL: none. */
void notes_add(struct store *store, struct note note, const char *name, const char *value,
               size_t length);

/** Takes over the notes of another list, which is empty afterwards. */
void notes_take(struct notes *notes, struct notes *from);

/** Puts the notes into the order of subjects, tables and records. Those of no record come to
 *  `header` (NULL: they stay without), those of records that were left out are dropped. */
void notes_sort(struct store *store, const struct sv_row *header);

void notes_free(struct notes *notes);

#endif
