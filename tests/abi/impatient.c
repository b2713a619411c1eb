/* statval, with a second for plugins instead of a minute: impatient COMMAND ARGUMENT... */
#include <libxml/parser.h>
#include <string.h>

#include "../../core/base/fault.h"
#include "../../core/cli/commands.h"

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < command_count; i++) {
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    }
    return NULL;
}

int main(int count, char **words)
{
    struct options options;
    struct error error;
    const struct command *command = count > 1 ? find_command(words[1]) : NULL;
    if (!command || !options_read(&options, command, count - 1, words + 1, &error))
        return STATUS_USAGE;
    xmlInitParser();
    fault_install(1);
    return command->run(&options);
}
