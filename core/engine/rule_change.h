/* Rules whose severity is another one for this user, or that are switched off; each with the
 * reason. They come from configuration files. */
#ifndef STATVAL_RULE_CHANGE_H
#define STATVAL_RULE_CHANGE_H

#include "../base/error.h"
#include "../registry/registry.h"

struct rule_change {
    const char *code;   /* as in reports; in any letter case */
    const char *plugin; /* id of the return whose rule it is; NULL: whatever is checked */
    bool off;           /* the rule does not run */
    uint8_t severity;   /* enum sv_severity, unless it is off */
    const char *reason; /* never empty */
    const char *file;   /* where it stands */
    unsigned line;
};

/* Those of the file that counts first come first. */
struct rule_changes {
    struct rule_change *list;
    size_t count;
    size_t capacity;
};

/** The first change that is about a rule, or NULL. `changes` may be NULL. */
const struct rule_change *rule_change_of(const struct rule_changes *changes,
                                         const struct sv_plugin *plugin,
                                         const struct sv_rule *rule);

/** Whether all rules that are changed are there, in whatever year: those of no named return among
 *  the rules of `plugin`. Else STATUS_USAGE, with file and line. `changes` may be NULL. */
bool rule_changes_fit(const struct rule_changes *changes, const struct registry *registry,
                      const struct plugin_entry *plugin, struct error *error);

#endif
