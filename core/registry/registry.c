#include "registry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "descriptor.h"

const char *registry_keep(struct registry *registry, const char *text)
{
    size_t length = strlen(text);
    char *copy = arena_new(&registry->texts, length + 1);
    memcpy(copy, text, length);
    return copy;
}

void registry_refuse(struct registry *registry, const char *path, const char *reason)
{
    struct refusal *refusal = mem_grow((void **)&registry->refusals, &registry->refusal_capacity,
                                       registry->refusal_count, sizeof(*refusal));
    refusal->path = registry_keep(registry, path);
    refusal->reason = registry_keep(registry, reason);
    registry->refusal_count++;
}

static int compare_rules(const void *left, const void *right)
{
    const struct sv_rule *a = *(const struct sv_rule *const *)left;
    const struct sv_rule *b = *(const struct sv_rule *const *)right;
    int order = strverscmp(a->code, b->code);
    return order ? order : a->first_year - b->first_year;
}

/* The linker gathers rules in no order that means anything. */
static const struct sv_rule **sorted_rules(const struct sv_plugin *plugin, size_t count)
{
    const struct sv_rule **rules = mem_new(count, sizeof(*rules));
    for (size_t i = 0; i < count; i++)
        rules[i] = plugin->rules[i];
    qsort(rules, count, sizeof(*rules), compare_rules);
    return rules;
}

/* Whether the plugin can be used; else the reason. */
static bool is_usable(const struct registry *registry, const struct plugin_entry *entry,
                      char *reason)
{
    const struct plugin_entry *same = registry_find(registry, entry->plugin->id);
    if (same)
        snprintf(reason, REASON_MAX, "the return %s is already handled by %s", same->plugin->id,
                 same->origin);
    return !same && rules_differ(entry->rules, entry->rule_count, reason);
}

void registry_offer(struct registry *registry, const struct sv_plugin *plugin, const char *origin)
{
    char reason[REASON_MAX];
    if (!descriptor_fits(plugin, reason)) {
        registry_refuse(registry, origin, reason);
        return;
    }
    size_t rule_count = (size_t)(plugin->rules_end - plugin->rules);
    struct plugin_entry entry = {
        .plugin = plugin, .rules = sorted_rules(plugin, rule_count), .rule_count = rule_count};
    if (!is_usable(registry, &entry, reason)) {
        registry_refuse(registry, origin, reason);
        free(entry.rules);
        return;
    }
    entry.origin = registry_keep(registry, origin);
    struct plugin_entry *added =
        mem_grow((void **)&registry->plugins, &registry->capacity, registry->count, sizeof(*added));
    *added = entry;
    registry->count++;
}

void registry_load(struct registry *registry, const char *const *folders, size_t folder_count)
{
    *registry = (struct registry){0};
    for (size_t i = 0; i < folder_count; i++)
        loader_load_folder(registry, folders[i]);
    loader_load_installed(registry);
}

void registry_free(struct registry *registry)
{
    for (size_t i = 0; i < registry->count; i++)
        free(registry->plugins[i].rules);
    free(registry->plugins);
    free(registry->refusals);
    arena_free(&registry->texts);
    *registry = (struct registry){0};
}

const struct plugin_entry *registry_find(const struct registry *registry, const char *id)
{
    for (size_t i = 0; i < registry->count; i++) {
        if (strcmp(registry->plugins[i].plugin->id, id) == 0)
            return &registry->plugins[i];
    }
    return NULL;
}

void registry_describe(const struct registry *registry, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < registry->count && used < size; i++) {
        const struct sv_plugin *plugin = registry->plugins[i].plugin;
        int length = snprintf(out + used, size - used, "%s%s (%s, %d to %d)", i ? ", " : "",
                              plugin->id, plugin->title, plugin->years[0].year,
                              plugin->years[plugin->year_count - 1].year);
        used += length > 0 ? (size_t)length : 0;
    }
    if (registry->count == 0)
        snprintf(out, size, "none: no plugin was loaded (see statval plugins)");
}

const struct sv_measure *const *plugin_measures(const struct sv_plugin *plugin, size_t *count)
{
    bool any = plugin->measures && plugin->measures_end;
    *count = any ? (size_t)(plugin->measures_end - plugin->measures) : 0;
    return any ? plugin->measures : NULL;
}

const struct sv_stock *const *plugin_stocks(const struct sv_plugin *plugin, size_t *count)
{
    bool any = plugin->stocks && plugin->stocks_end;
    *count = any ? (size_t)(plugin->stocks_end - plugin->stocks) : 0;
    return any ? plugin->stocks : NULL;
}
