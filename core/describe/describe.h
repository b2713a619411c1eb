/* Man pages and completion, made from the tables of commands and options. Built, not installed. */
#ifndef STATVAL_DESCRIBE_H
#define STATVAL_DESCRIBE_H

#include "../cli/commands.h"
#include "../cli/option_table.h"

/** Writes the man page of a command. */
void describe_man(const struct command *command);

/** Writes the list of commands for the page that is about them all. */
void describe_man_commands(void);

/** Write what completes command lines in a shell. */
void describe_bash(void);
void describe_zsh(void);

/** The formats of a command, with spaces between. `room` is for those of reports. */
const char *formats_of(const struct command *command, char *room, size_t size);

#endif
