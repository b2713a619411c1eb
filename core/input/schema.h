/* The XSD of a collection year, loaded from what the plugin carries. */
#ifndef STATVAL_SCHEMA_H
#define STATVAL_SCHEMA_H

#include <libxml/xmlschemas.h>

#include <statval/plugin.h>

#include "../base/error.h"

/** Loads a schema by its name among the plugin's schema files, includes with it. xmlSchemaFree()
 *  it. NULL with STATUS_INSTALLATION when it cannot be loaded. */
xmlSchemaPtr schema_load(const struct sv_plugin *plugin, const char *name, struct error *error);

#endif
