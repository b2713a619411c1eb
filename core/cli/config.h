/* Which configuration files are read, and how what they say comes to the options. */
#ifndef STATVAL_CONFIG_H
#define STATVAL_CONFIG_H

#include "../config/configuration.h"
#include "options.h"

/** Reads the configuration files, adds to the options what the command line did not give, and runs
 * a command with them. Returns its status, or STATUS_USAGE when a file is not right. */
int config_run(const struct options *given, int (*run)(const struct options *options));

/* Room for where an option came from. */
#define ORIGIN_ROOM 512

/** Writes where an option came from, for messages: "--accept", or "statval.conf: line 2: accept".
 */
void config_origin(const struct options *options, const char *name, char *out, size_t size);

/** Whether the kinds of reference data that files name are known to a plugin. Else STATUS_USAGE. */
bool config_references_fit(const struct options *options, const struct registry *registry,
                           struct error *error);

#endif
