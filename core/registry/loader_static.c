/* Plugins linked into the program: there is nothing to look for. */
#include "registry.h"

/** Written by the build: the descriptors of all plugins, NULL at the end. */
extern const struct sv_plugin *const builtin_plugins[];

void loader_load_folder(struct registry *registry, const char *folder)
{
    registry_refuse(registry, folder, "this statval has its plugins built in and loads no others");
}

void loader_load_installed(struct registry *registry)
{
    for (const struct sv_plugin *const *plugin = builtin_plugins; *plugin; plugin++)
        registry_offer(registry, *plugin, "built in");
}
