/* The catalogue of rules as people read it. */
#ifndef STATVAL_CATALOGUE_H
#define STATVAL_CATALOGUE_H

#include <stdio.h>

#include "../registry/registry.h"

/** Rules of one plugin, in one collection year or (year 0) in all. */
struct catalogue {
    const struct plugin_entry *plugin;
    int year;
    bool first; /* of several that are written one after the other */
};

/** A writer of the catalogue. */
struct catalogue_format {
    const char *name;
    void (*write)(const struct catalogue *catalogue, FILE *out);
};

/** The format of that name, or NULL. */
const struct catalogue_format *catalogue_format_named(const char *name);

/** The next rule from place *i on; NULL at the end. Begin with *i = 0. */
const struct sv_rule *catalogue_next(const struct catalogue *catalogue, size_t *i);

/** The years of a rule, e.g. "2025 on" or "2023 to 2024". */
void catalogue_years(const struct sv_rule *rule, char *out, size_t size);

/** The fields of a rule, e.g. "Section47.DateOfInitialCPC", with `between` between them. */
void catalogue_fields(const struct sv_plugin *plugin, const struct sv_rule *rule,
                      const char *between, FILE *out);

#endif
