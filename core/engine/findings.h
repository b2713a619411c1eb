/* Findings as the engine collects them: small, without text, which is made when they are reported.
 */
#ifndef STATVAL_FINDINGS_H
#define STATVAL_FINDINGS_H

#include <statval/plugin.h>

#include "../model/notes.h"

/* A record and the fields of it that a finding points at. */
struct location {
    const struct sv_row *row;
    uint64_t fields;         /* bit n: field n of the record's table */
    const struct note *note; /* what is not of the return; NULL: the fields are meant */
};

struct finding {
    uint32_t first; /* of its locations */
    uint32_t count; /* 0: a finding on the return as a whole */
};

struct findings {
    struct finding *list;
    size_t count;
    size_t capacity;
    struct location *locations;
    size_t location_count;
    size_t location_capacity;
};

/** Begins a finding without locations. */
void findings_begin(struct findings *findings);

/** Adds a location to the newest finding. */
void findings_point(struct findings *findings, struct location location);

void findings_free(struct findings *findings);

#endif
