/* What --help prints. */
#ifndef STATVAL_HELP_H
#define STATVAL_HELP_H

#include "options.h"

/** Prints the help of a command. */
void print_command_help(const struct command *command);

#endif
