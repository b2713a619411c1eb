#include "plan.h"

#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../model/layout.h"

bool rule_in_year(const struct sv_rule *rule, int year)
{
    return in_years(rule->first_year, rule->last_year, year);
}

/* The next name of a list with commas; false at its end. */
static bool next_name(const char **list, char *name, size_t size)
{
    *list += strspn(*list, ", ");
    size_t length = strcspn(*list, ", ");
    snprintf(name, size, "%.*s", (int)length, *list);
    *list += length;
    return length > 0;
}

static bool name_fits(const char *name, const struct sv_rule *rule)
{
    return fnmatch(name, rule->code, 0) == 0 || (rule->group && fnmatch(name, rule->group, 0) == 0);
}

/* Without a name to choose, everything is chosen that is not left out. */
static bool is_chosen(const char *list, const struct sv_rule *rule)
{
    char name[128];
    bool any_chosen = false;
    bool chosen = false;
    while (list && next_name(&list, name, sizeof(name))) {
        bool leave_out = name[0] == '-';
        if (leave_out && name_fits(name + 1, rule))
            return false;
        any_chosen = any_chosen || !leave_out;
        chosen = chosen || (!leave_out && name_fits(name, rule));
    }
    return chosen || !any_chosen;
}

static bool names_fit(const struct plan *plan, const char *list, struct error *error)
{
    char name[128];
    while (list && next_name(&list, name, sizeof(name))) {
        const char *wanted = name[0] == '-' ? name + 1 : name;
        bool fits = false;
        for (size_t i = 0; i < plan->count && !fits; i++)
            fits = name_fits(wanted, plan->rules[i].rule);
        if (!fits)
            return error_set(error, STATUS_USAGE,
                             "--rules: no rule or group of this year is called %s. statval rules "
                             "lists them.",
                             wanted);
    }
    return true;
}

static const char *keep(struct plan *plan, const char *begin, const char *name)
{
    char text[256];
    snprintf(text, sizeof(text), "%s %s", begin, name);
    char *kept = arena_new(&plan->texts, strlen(text) + 1);
    memcpy(kept, text, strlen(text));
    return kept;
}

/* Why a table is not there, or one that it is nested in; NULL: all are. */
static const char *why_not_there(struct plan *plan, const struct plan_request *request,
                                 uint16_t number)
{
    const struct sv_table *tables = request->plugin->plugin->tables;
    for (; number != SV_NO_PARENT; number = tables[number].parent) {
        const struct sv_table *table = &tables[number];
        if (!in_years(table->first_year, table->last_year, request->year))
            return keep(plan, "the return of this year has no table", table->name);
        if (table->options & SV_LAST_YEAR)
            return "needs last year's return";
    }
    return NULL;
}

/* Why a table that the rule is run on, points at or reads is not there; NULL: all are. */
static const char *table_not_there(struct plan *plan, const struct plan_request *request,
                                   const struct sv_rule *rule)
{
    const char *reason = NULL;
    for (size_t i = 0; i < rule->field_count && !reason; i++)
        reason = why_not_there(plan, request, rule->fields[i].table);
    for (size_t i = 0; i < rule->table_count && !reason; i++)
        reason = why_not_there(plan, request, rule->tables[i]);
    if (rule->kind != SV_RETURN_RULE && !reason)
        reason = why_not_there(plan, request, rule->table);
    if (rule->kind == SV_PAIR_RULE && !reason)
        reason = why_not_there(plan, request, rule->pairs.day.table);
    if (rule->kind == SV_PAIR_RULE && !reason)
        reason = why_not_there(plan, request, rule->pairs.other);
    return reason;
}

static const char *why_skipped(struct plan *plan, const struct plan_request *request,
                               const struct sv_rule *rule)
{
    if (!is_chosen(request->chosen, rule))
        return "left out by --rules";
    if (request->absent)
        return keep(plan, "the file has no", request->absent);
    if (rule->reference)
        return keep(plan, "needs the reference data", rule->reference);
    return table_not_there(plan, request, rule);
}

static void compile_pattern(struct planned_rule *planned)
{
    int code;
    PCRE2_SIZE at;
    planned->pattern =
        pcre2_compile((PCRE2_SPTR)planned->rule->pattern, PCRE2_ZERO_TERMINATED,
                      PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_DOLLAR_ENDONLY, &code, &at, NULL);
    if (planned->pattern)
        pcre2_jit_compile(planned->pattern, PCRE2_JIT_COMPLETE); /* works without, only slower */
    else
        planned->skipped = "its pattern cannot be compiled";
}

bool plan_make(struct plan *plan, const struct plan_request *request, struct error *error)
{
    const struct plugin_entry *plugin = request->plugin;
    *plan = (struct plan){.rules = mem_new(plugin->rule_count, sizeof(*plan->rules))};
    for (size_t i = 0; i < plugin->rule_count; i++) {
        if (rule_in_year(plugin->rules[i], request->year))
            plan->rules[plan->count++].rule = plugin->rules[i];
    }
    for (size_t i = 0; i < plan->count; i++) {
        struct planned_rule *planned = &plan->rules[i];
        planned->skipped = why_skipped(plan, request, planned->rule);
        if (planned->rule->pattern && !planned->skipped)
            compile_pattern(planned);
    }
    return names_fit(plan, request->chosen, error);
}

void plan_free(struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        pcre2_code_free(plan->rules[i].pattern);
    free(plan->rules);
    arena_free(&plan->texts);
    *plan = (struct plan){0};
}
