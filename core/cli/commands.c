#include "commands.h"

#include <stdio.h>

#include "../registry/registry.h"
#include "../report/escape.h"

const struct command *const commands[] = {&command_check,   &command_summary,  &command_diff,
                                          &command_accept,  &command_rules,    &command_explain,
                                          &command_plugins, &command_reference};
const size_t command_count = sizeof(commands) / sizeof(commands[0]);

int fail(const struct error *error)
{
    fputs("statval: ", stderr);
    terminal_text(stderr, error->text); /* it may quote the file */
    fputs("\n", stderr);
    return (int)error->status;
}

bool load_plugins(struct registry *registry, const struct options *options, struct error *error)
{
    registry_load(registry, options->plugin_folders, options->plugin_folder_count);
    for (size_t i = 0; i < registry->refusal_count; i++)
        fprintf(stderr, "statval: plugin not loaded: %s: %s\n", registry->refusals[i].path,
                registry->refusals[i].reason);
    return registry->count > 0 ||
           error_set(error, STATUS_INSTALLATION,
                     "no plugin was loaded, so no return is known. See statval plugins.");
}
