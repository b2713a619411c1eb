/* Which return and which collection year a file is, from its first elements. */
#ifndef STATVAL_DETECT_H
#define STATVAL_DETECT_H

#include "../registry/registry.h"
#include "source.h"

struct detection {
    const struct plugin_entry *plugin;
    int year; /* as the file says; 0: it does not */
};

/** Looks into the head of an opened file, which grows when the header comes late. `wanted`: id of
 * the return that the user chose, or NULL. Fails with STATUS_INPUT and the list of what is
 * supported when the file is none of the returns.
 */
bool detect(const struct registry *registry, struct source *source, const char *wanted,
            struct detection *detection, struct error *error);

#endif
