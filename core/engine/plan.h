/* Which rules run, and why the others do not. */
#ifndef STATVAL_PLAN_H
#define STATVAL_PLAN_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "../base/error.h"
#include "../model/store.h"
#include "../registry/registry.h"
#include "rule_change.h"

struct planned_rule {
    const struct sv_rule *rule;
    uint8_t severity;                 /* enum sv_severity, as it counts and is told */
    const struct rule_change *change; /* by the user; NULL: the rule is as it was written */
    const char *skipped;              /* why it does not run; NULL: it runs */
    bool is_limited;                  /* it runs without reference data that it could use */
    pcre2_code *pattern;              /* compiled, or NULL */
};

struct plan {
    struct planned_rule *rules; /* of the collection year, in the order of their codes */
    size_t count;
    struct arena texts;
};

struct plan_request {
    const struct plugin_entry *plugin;
    int year;
    const char *chosen; /* --rules: codes and groups, `*` allowed, `-` before those to leave out */
    const struct rule_changes *changes; /* by the user, or NULL */
    const char
        *absent; /* path of an element that the return requires and the file lacks; or NULL */
    const struct store *store; /* which tables were given */
    bool has_postcodes;
    bool has_authority;
    bool is_xml;
};

/** Makes the plan. Fails with STATUS_USAGE when a name in `chosen` matches no rule of the year. */
bool plan_make(struct plan *plan, const struct plan_request *request, struct error *error);
void plan_free(struct plan *plan);

/** Whether a rule belongs to a collection year. */
bool rule_in_year(const struct sv_rule *rule, int year);

#endif
