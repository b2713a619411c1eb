/* The commands of statval, one file each. */
#ifndef STATVAL_COMMANDS_H
#define STATVAL_COMMANDS_H

#include "options.h"

struct registry;

extern const struct command command_check;
extern const struct command command_rules;
extern const struct command command_explain;
extern const struct command command_plugins;

/** Prints an error for the user; returns its status. */
int fail(const struct error *error);

/** Loads the plugins that the options ask for. Says on standard error what was refused from a
 *  folder that the user named. */
void load_plugins(struct registry *registry, const struct options *options);

#endif
