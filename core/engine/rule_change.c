#include "rule_change.h"

#include <string.h>
#include <strings.h>

static bool is_about(const struct rule_change *change, const struct sv_plugin *plugin)
{
    return !change->plugin || strcasecmp(change->plugin, plugin->id) == 0;
}

const struct rule_change *rule_change_of(const struct rule_changes *changes,
                                         const struct sv_plugin *plugin, const struct sv_rule *rule)
{
    for (size_t i = 0; changes && i < changes->count; i++) {
        const struct rule_change *change = &changes->list[i];
        if (is_about(change, plugin) && strcasecmp(change->code, rule->code) == 0)
            return change;
    }
    return NULL;
}

static bool has_rule(const struct plugin_entry *plugin, const char *code)
{
    for (size_t i = 0; i < plugin->rule_count; i++) {
        if (strcasecmp(plugin->rules[i]->code, code) == 0)
            return true;
    }
    return false;
}

/* The return that a change is about: the one that is named, or the one that is checked. */
static const struct plugin_entry *plugin_of(const struct rule_change *change,
                                            const struct registry *registry,
                                            const struct plugin_entry *plugin)
{
    for (size_t i = 0; change->plugin && i < registry->count; i++) {
        if (is_about(change, registry->plugins[i].plugin))
            return &registry->plugins[i];
    }
    return change->plugin ? NULL : plugin;
}

static bool change_fits(const struct rule_change *change, const struct registry *registry,
                        const struct plugin_entry *plugin, struct error *error)
{
    const struct plugin_entry *of = plugin_of(change, registry, plugin);
    if (!of)
        return error_set(error, STATUS_USAGE,
                         "%s: line %u: there is no return %s. statval plugins lists them.",
                         change->file, change->line, change->plugin);
    if (has_rule(of, change->code))
        return true;
    return error_set(error, STATUS_USAGE,
                     "%s: line %u: no rule of %s has the code %s.%s statval rules lists them.",
                     change->file, change->line, of->plugin->id, change->code,
                     change->plugin ? ""
                                    : " A rule of another return needs its name in front, e.g. "
                                      "cin:8925.");
}

bool rule_changes_fit(const struct rule_changes *changes, const struct registry *registry,
                      const struct plugin_entry *plugin, struct error *error)
{
    for (size_t i = 0; changes && i < changes->count; i++) {
        if (!change_fits(&changes->list[i], registry, plugin, error))
            return false;
    }
    return true;
}
