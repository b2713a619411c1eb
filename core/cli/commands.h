/* The commands of statval, one file each. */
#ifndef STATVAL_COMMANDS_H
#define STATVAL_COMMANDS_H

#include "options.h"

struct registry;

extern const struct command command_check;
extern const struct command command_summary;
extern const struct command command_rules;
extern const struct command command_explain;
extern const struct command command_plugins;
extern const struct command command_reference;
extern const struct command command_diff;
extern const struct command command_accept;

/* All of them, in the order of the help. */
extern const struct command *const commands[];
extern const size_t command_count;

/** Prints an error for the user; returns its status. */
int fail(const struct error *error);

/** Loads the plugins that the options ask for, and says on standard error what was refused. Fails
 *  with STATUS_INSTALLATION when there is none. registry_free() it in either case. */
bool load_plugins(struct registry *registry, const struct options *options, struct error *error);

#endif
