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

/* Words that a rule adds to one of its findings. Few findings have any. */
struct finding_detail {
    uint32_t finding; /* its place */
    uint32_t text;    /* where its words begin */
};

/** Longest detail, in bytes; the rest is cut off. */
#define DETAIL_MAX 200

struct findings {
    struct finding *list;
    size_t count;
    size_t capacity;
    struct location *locations;
    size_t location_count;
    size_t location_capacity;
    struct finding_detail *details; /* in the order of the findings */
    size_t detail_count;
    size_t detail_capacity;
    char *words; /* of the details, a NUL behind each */
    size_t words_length;
    size_t words_room;
};

/** Begins a finding without locations. */
void findings_begin(struct findings *findings);

/** Adds a location to the newest finding. */
void findings_point(struct findings *findings, struct location location);

/** Adds words to the newest finding. The first that are added count. */
void findings_detail(struct findings *findings, const char *text);

/** The words that were added to the finding at a place; NULL: none. */
const char *findings_detail_of(const struct findings *findings, uint32_t place);

void findings_free(struct findings *findings);

#endif
