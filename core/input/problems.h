/* What reading and the schema find: defects of form, of structure and of single values, in the
 * order of the files. */
#ifndef STATVAL_PROBLEMS_H
#define STATVAL_PROBLEMS_H

#include <statval/plugin.h>

#include "../base/memory.h"

enum problem_stage {
    STAGE_SCHEMA, /* against the XSD */
    STAGE_READ    /* files, CSV: what can be read of them, and what not */
};

struct problem {
    const char *message;
    const struct sv_row *row; /* record concerned; NULL: none */
    uint32_t offset;
    uint16_t file;
    uint16_t field;   /* of the record; NO_FIELD: the record as a whole */
    uint8_t severity; /* enum sv_severity */
    uint8_t stage;    /* enum problem_stage */
    _Bool dropped;    /* a rule reports the same defect */
};

struct problems {
    struct problem *list;
    size_t count;
    size_t capacity;
    struct arena texts;
};

/** Adds a problem; the message is made from the format and kept. */
__attribute__((format(printf, 3, 4))) void
problems_add(struct problems *problems, struct problem problem, const char *format, ...);

/** Takes over the problems of another list, which is empty afterwards. */
void problems_take(struct problems *problems, struct problems *from);

/** Puts the problems into the order of files and offsets. */
void problems_sort(struct problems *problems);

void problems_free(struct problems *problems);

#endif
