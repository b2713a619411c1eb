/* Figures that the officer has from elsewhere, to be compared: a CSV file with the columns measure,
 * period (CCYY, CCYY-MM-DD, or CCYY-MM-DD..CCYY-MM-DD), value and source. Values may be the symbols
 * of published statistics: c (suppressed), z (not applicable), x (not available), k (low). */
#ifndef STATVAL_PUBLISHED_H
#define STATVAL_PUBLISHED_H

#include "summary.h"

/* One of them. */
struct published {
    const char *measure;
    const char *period;
    const char *value;
    const char *source;
    unsigned line;
};

struct published_list {
    const char *path;
    struct published *list;
    size_t count;
    size_t capacity;
    struct arena texts;
};

/** Reads a file. Fails with STATUS_USAGE. published_free() it in either case. */
bool published_read(struct published_list *list, const char *path, struct error *error);
void published_free(struct published_list *list);

#define AGREEMENT_ROOM 160

/** How a figure and a published one agree: "agrees", "differs by +3", "not comparable: ...". */
void published_compare(const struct summary *summary, const struct figure *figure,
                       const struct published *published, char out[AGREEMENT_ROOM]);

#endif
