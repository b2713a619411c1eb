/* The plugins that are there, and those that were refused and why. */
#ifndef STATVAL_REGISTRY_H
#define STATVAL_REGISTRY_H

#include <stdbool.h>

#include <statval/plugin.h>

#include "../base/memory.h"

#define REASON_MAX 512

struct plugin_entry {
    const struct sv_plugin *plugin;
    const char *origin;           /* path of the shared object, or "built in" */
    const struct sv_rule **rules; /* in the order of their codes, then of their years */
    size_t rule_count;
};

struct refusal {
    const char *path;
    const char *reason;
};

struct registry {
    struct plugin_entry *plugins;
    size_t count;
    size_t capacity;
    struct refusal *refusals;
    size_t refusal_count;
    size_t refusal_capacity;
    struct arena texts;
};

/** Loads the plugins of the given folders (in order), then those of the installation. What does not
 *  fit is refused and noted; the rest goes on. registry_free() it. */
void registry_load(struct registry *registry, const char *const *folders, size_t folder_count);
void registry_free(struct registry *registry);

/** The plugin of that id, or NULL. */
const struct plugin_entry *registry_find(const struct registry *registry, const char *id);

/** Writes what is supported, e.g. "cin (Children in need census, 2023 to 2027)". */
void registry_describe(const struct registry *registry, char *out, size_t size);

/** The measures and stocks of a plugin; none when it was built before there were any. */
const struct sv_measure *const *plugin_measures(const struct sv_plugin *plugin, size_t *count);
const struct sv_stock *const *plugin_stocks(const struct sv_plugin *plugin, size_t *count);

/* For the loaders. */

/** Takes a descriptor in, or notes why not. */
void registry_offer(struct registry *registry, const struct sv_plugin *plugin, const char *origin);

/** Notes why a file was refused. */
void registry_refuse(struct registry *registry, const char *path, const char *reason);

/** A copy of a text that lives as long as the registry. */
const char *registry_keep(struct registry *registry, const char *text);

/** The loader that the build chose: shared objects of one folder, or the plugins linked in. */
void loader_load_folder(struct registry *registry, const char *folder);
void loader_load_installed(struct registry *registry);

#endif
