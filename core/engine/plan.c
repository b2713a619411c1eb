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
    return fnmatch(name, rule->code, FNM_CASEFOLD) == 0 ||
           (rule->group && fnmatch(name, rule->group, FNM_CASEFOLD) == 0);
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

/* `format` has one %s, for the name. */
__attribute__((format(printf, 2, 0))) static const char *keep(struct plan *plan, const char *format,
                                                              const char *name)
{
    char text[256];
    snprintf(text, sizeof(text), format, name);
    char *kept = arena_new(&plan->texts, strlen(text) + 1);
    memcpy(kept, text, strlen(text));
    return kept;
}

/* As long as the reason is. */
static const char *why_off(struct plan *plan, const struct rule_change *change)
{
    static const char before[] = "switched off: ";
    size_t length = strlen(change->reason);
    char *kept = arena_new(&plan->texts, sizeof(before) + length);
    memcpy(kept, before, sizeof(before));
    memcpy(kept + sizeof(before) - 1, change->reason, length);
    return kept;
}

static bool has_last_year(const struct store *store)
{
    const struct sv_plugin *plugin = store->layout->plugin;
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].options & SV_LAST_YEAR && store->tables[t].given)
            return true;
    }
    return false;
}

/* The years of a table of last year's return are those of that return. */
static bool table_in_year(const struct sv_table *table, int year)
{
    int own = table->options & SV_LAST_YEAR ? year - 1 : year;
    return in_years(table->first_year, table->last_year, own);
}

static const char *why_not_given(struct plan *plan, const struct plan_request *request,
                                 const struct sv_table *table)
{
    if (table->options & SV_REFERENCE)
        return keep(plan, "needs the reference data %s", table->kind);
    if (!(table->options & SV_LAST_YEAR))
        return keep(plan, "needs the table %s, which was not given", table->name);
    if (has_last_year(request->store))
        return keep(plan, "needs the table %s, which was not given", table->name);
    return "needs last year's return";
}

/* Why a table is not there, or one that it is nested in; NULL: all are. */
static const char *why_not_there(struct plan *plan, const struct plan_request *request,
                                 uint16_t number)
{
    const struct sv_table *tables = request->plugin->plugin->tables;
    for (; number != SV_NO_PARENT; number = tables[number].parent) {
        const struct sv_table *table = &tables[number];
        if (!table_in_year(table, request->year))
            return keep(plan, "the return of this year has no table %s", table->name);
        if (!request->store->tables[number].given)
            return why_not_given(plan, request, table);
    }
    return NULL;
}

static bool is_one_of(uint16_t table, const uint16_t *tables, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tables[i] == table)
            return true;
    }
    return false;
}

/* The same for a table that the rule names; NULL as well when it can do without. */
static const char *why_not_ready(struct plan *plan, const struct plan_request *request,
                                 const struct sv_rule *rule, uint16_t table)
{
    if (is_one_of(table, rule->optional, rule->optional_count) ||
        is_one_of(table, rule->any_of, rule->any_of_count))
        return NULL;
    return why_not_there(plan, request, table);
}

/* Why none of the tables is there of which one must be. */
static const char *none_of_several(struct plan *plan, const struct plan_request *request,
                                   const struct sv_rule *rule)
{
    char names[200] = "";
    const struct sv_table *tables = request->plugin->plugin->tables;
    for (size_t i = 0; i < rule->any_of_count; i++) {
        if (!why_not_there(plan, request, rule->any_of[i]))
            return NULL;
        size_t used = strlen(names);
        snprintf(names + used, sizeof(names) - used, "%s%s", i ? ", " : "",
                 tables[rule->any_of[i]].name);
    }
    return rule->any_of_count ? keep(plan, "needs one of the tables %s", names) : NULL;
}

/* Why a table that the rule is run on, points at or reads is not there; NULL: all are. */
static const char *table_not_there(struct plan *plan, const struct plan_request *request,
                                   const struct sv_rule *rule)
{
    const char *reason = NULL;
    for (size_t i = 0; i < rule->field_count && !reason; i++)
        reason = why_not_ready(plan, request, rule, rule->fields[i].table);
    for (size_t i = 0; i < rule->table_count && !reason; i++)
        reason = why_not_ready(plan, request, rule, rule->tables[i]);
    if (rule->kind != SV_RETURN_RULE && rule->kind != SV_FORM_RULE && !reason)
        reason = why_not_ready(plan, request, rule, rule->table);
    if (rule->kind == SV_PAIR_RULE && !reason)
        reason = why_not_ready(plan, request, rule, rule->pairs.day.table);
    if (rule->kind == SV_PAIR_RULE && !reason)
        reason = why_not_ready(plan, request, rule, rule->pairs.other);
    return reason ? reason : none_of_several(plan, request, rule);
}

static bool has_reference(const struct plan_request *request, const char *kind)
{
    const struct sv_plugin *plugin = request->plugin->plugin;
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].options & SV_REFERENCE && strcmp(plugin->tables[t].kind, kind) == 0)
            return request->store->tables[t].given;
    }
    return strcmp(kind, "postcodes") == 0 && request->has_postcodes;
}

static const char *why_skipped(struct plan *plan, const struct plan_request *request,
                               const struct sv_rule *rule)
{
    if (!is_chosen(request->chosen, rule))
        return "left out by --rules";
    if (request->absent)
        return keep(plan, "the file has no %s", request->absent);
    if (rule->needs & SV_NEEDS_XML && !request->is_xml)
        return "needs a return in XML; in CSV files there is nothing to test";
    const char *reason = table_not_there(plan, request, rule);
    if (reason)
        return reason;
    if (rule->reference && !has_reference(request, rule->reference))
        return keep(plan, "needs the reference data %s", rule->reference);
    if (rule->needs & SV_NEEDS_AUTHORITY && !request->has_authority)
        return "needs the authority's code (--la)";
    return NULL;
}

/* Whether a field that the rule points at does without letter case; its pattern then does too. */
static bool any_case(const struct plan_request *request, const struct sv_rule *rule)
{
    for (size_t i = 0; i < rule->field_count; i++) {
        const struct sv_table *table = &request->plugin->plugin->tables[rule->fields[i].table];
        if (table->fields[rule->fields[i].field].options & SV_ANY_CASE)
            return true;
    }
    return false;
}

static void compile_pattern(struct planned_rule *planned, bool any_case)
{
    int code;
    PCRE2_SIZE at;
    uint32_t options = PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_DOLLAR_ENDONLY;
    planned->pattern = pcre2_compile((PCRE2_SPTR)planned->rule->pattern, PCRE2_ZERO_TERMINATED,
                                     options | (any_case ? PCRE2_CASELESS : 0U), &code, &at, NULL);
    if (planned->pattern)
        pcre2_jit_compile(planned->pattern, PCRE2_JIT_COMPLETE); /* works without, only slower */
    else
        planned->skipped = "its pattern cannot be compiled";
}

static void apply_change(struct plan *plan, struct planned_rule *planned,
                         const struct plan_request *request)
{
    const struct sv_rule *rule = planned->rule;
    const struct rule_change *change =
        rule_change_of(request->changes, request->plugin->plugin, rule);
    planned->severity = change && !change->off ? change->severity : rule->severity;
    if (change && change->off)
        planned->skipped = why_off(plan, change);
    if (change && (change->off || change->severity != rule->severity))
        planned->change = change;
}

/* Reports tell two rules of one code by their severity. */
static bool changes_fit(const struct plan *plan, int year, struct error *error)
{
    for (size_t i = 1; i < plan->count; i++) {
        const struct planned_rule *pair = &plan->rules[i - 1];
        const struct rule_change *change = pair[0].change ? pair[0].change : pair[1].change;
        if (change && !change->off && strcmp(pair[0].rule->code, pair[1].rule->code) == 0)
            return error_set(error, STATUS_USAGE,
                             "%s: line %u: in %d there are an error and a query of the code %s. "
                             "They can be switched off, but not be made one.",
                             change->file, change->line, year, change->code);
    }
    return true;
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
        const char *better_with = planned->rule->better_with;
        planned->is_limited = better_with && !has_reference(request, better_with);
        apply_change(plan, planned, request);
        if (!planned->skipped)
            planned->skipped = why_skipped(plan, request, planned->rule);
        if (planned->rule->pattern && !planned->skipped)
            compile_pattern(planned, any_case(request, planned->rule));
    }
    return names_fit(plan, request->chosen, error) && changes_fit(plan, request->year, error);
}

void plan_free(struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        pcre2_code_free(plan->rules[i].pattern);
    free(plan->rules);
    arena_free(&plan->texts);
    *plan = (struct plan){0};
}
