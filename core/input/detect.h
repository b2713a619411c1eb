/* Which return and which collection year a file is, from its first elements. */
#ifndef STATVAL_DETECT_H
#define STATVAL_DETECT_H

#include "../registry/registry.h"
#include "source.h"

struct detection {
    const struct plugin_entry *plugin;
    int year;     /* as the file says; 0: it does not */
    int32_t part; /* number of the part of the return that it is; 0: it does not say */
};

/** The year of the return that a day of sv_recognition.year lies in; 0: of SV_NONE. */
int year_of_day(const struct sv_plugin *plugin, sv_day day);

/** The year that the text of the field sv_recognition.year says; 0: none. */
int year_said(const struct sv_plugin *plugin, const char *text, size_t length);

/** Looks into the head of an opened file, which grows when the header comes late. `wanted`: id of
 * the return that the user chose, or NULL. Fails with STATUS_INPUT and the list of what is
 * supported when the file is none of the returns.
 */
bool detect(const struct registry *registry, struct source *source, const char *wanted,
            struct detection *detection, struct error *error);

#endif
