/* statval plugins */
#include <stdio.h>

#include "../registry/registry.h"
#include "commands.h"

static void print_plugin(const struct plugin_entry *entry)
{
    const struct sv_plugin *plugin = entry->plugin;
    printf("%s %s: %s\n", plugin->id, plugin->version, plugin->title);
    printf("  years      %d to %d\n", plugin->years[0].year,
           plugin->years[plugin->year_count - 1].year);
    printf("  rules      %zu\n", entry->rule_count);
    printf("  interface  %u.%u\n", plugin->abi_major, plugin->abi_minor);
    printf("  licence    %s\n", plugin->licence);
    printf("  rests on   %s\n", plugin->authority);
    printf("  from       %s\n", entry->origin);
}

static int run(const struct options *options)
{
    struct registry registry;
    struct error error;
    if (options->argument_count > 0) {
        error_set(&error, STATUS_USAGE, "plugins takes no arguments.");
        return fail(&error);
    }
    printf("statval %s, plugin interface %d.%d\n\n", STATVAL_VERSION, SV_ABI_MAJOR, SV_ABI_MINOR);
    int status = load_plugins(&registry, options, &error) ? STATUS_OK : fail(&error);
    for (size_t i = 0; i < registry.count; i++)
        print_plugin(&registry.plugins[i]);
    registry_free(&registry);
    return status;
}

const struct command command_plugins = {
    .name = "plugins",
    .bit = FOR_PLUGINS,
    .synopsis = "[options]",
    .run = run,
    .about = "lists the returns that are supported, and where each comes from",
    .help = "Plugins are loaded from the installation and from --plugin-dir, from nowhere else.\n"
            "A plugin that does not fit is named with the reason; the others go on.\n",
    .more = "Of each it says the years, the number of rules, the interface, the licence, what "
            "its rules rest on, and the file that it comes from.",
};
