/* statval explain */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "../report/report.h"
#include "catalogue.h"
#include "commands.h"

#define WIDTH 88

/* Most tables named; no rule reads as many. */
#define TABLES_SHOWN 24

/* Prints text in lines of at most WIDTH characters, each behind two spaces. */
static void print_wrapped(const char *text)
{
    while (*text) {
        size_t length = strlen(text);
        size_t line = length;
        if (length > WIDTH) {
            line = WIDTH;
            while (line > 0 && text[line] != ' ')
                line--;
            if (line == 0)
                line = WIDTH;
        }
        printf("  %.*s\n", (int)line, text);
        text += line;
        while (*text == ' ')
            text++;
    }
}

static bool is_among(uint16_t table, const uint16_t *tables, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tables[i] == table)
            return true;
    }
    return false;
}

/* Every table that the rule looks at, once, in the order in which it names them. */
static size_t tables_of(const struct sv_plugin *plugin, const struct sv_rule *rule,
                        uint16_t tables[TABLES_SHOWN])
{
    size_t count = 0;
    for (size_t i = 0; i < rule->field_count + rule->table_count && count < TABLES_SHOWN; i++) {
        uint16_t table =
            i < rule->field_count ? rule->fields[i].table : rule->tables[i - rule->field_count];
        if (!is_among(table, tables, count) && !(plugin->tables[table].options & SV_MADE_OF_KEYS))
            tables[count++] = table;
    }
    return count;
}

static void print_tables(const struct sv_plugin *plugin, const struct sv_rule *rule)
{
    uint16_t tables[TABLES_SHOWN];
    size_t count = tables_of(plugin, rule, tables);
    const char *before = "  reads            ";
    for (size_t i = 0; i < count; i++) {
        const char *remark = "";
        if (is_among(tables[i], rule->any_of, rule->any_of_count))
            remark = " (one of these will do)";
        else if (is_among(tables[i], rule->optional, rule->optional_count))
            remark = " (if given)";
        printf("%s%s%s", before, plugin->tables[tables[i]].name, remark);
        before = ", ";
    }
    if (count)
        printf("\n");
}

static void print_needs(const struct sv_rule *rule)
{
    if (rule->reference)
        printf("  needs            the reference data %s\n", rule->reference);
    if (rule->better_with)
        printf("  better with      the reference data %s. %s\n", rule->better_with, rule->limited);
    if (rule->needs & SV_NEEDS_AUTHORITY)
        printf("  needs            the authority's code (--la)\n");
    if (rule->needs & SV_NEEDS_XML)
        printf("  needs            a return in XML\n");
    if (rule->stage)
        printf("  stage            %d of the department's checks\n", rule->stage);
}

/* A code that some year of the rule knows. */
static bool shares_a_year(const struct sv_code *code, const struct sv_rule *rule)
{
    return (rule->last_year == 0 || code->first_year <= rule->last_year) &&
           (code->last_year == 0 || rule->first_year <= code->last_year);
}

static void print_list(const struct sv_code_list *list, const struct sv_rule *rule)
{
    printf("\nCodes of %s\n", list->name);
    for (size_t i = 0; i < list->count; i++) {
        const struct sv_code *code = &list->codes[i];
        if (shares_a_year(code, rule))
            printf("  %-6s %s\n", code->code, code->label);
    }
}

/* The code lists of the fields that the rule points at, each once. */
static void print_lists(const struct sv_plugin *plugin, const struct sv_rule *rule)
{
    for (size_t l = 0; l < plugin->list_count; l++) {
        for (size_t f = 0; f < rule->field_count; f++) {
            const struct sv_at at = rule->fields[f];
            if (plugin->tables[at.table].fields[at.field].list == plugin->lists[l]) {
                print_list(plugin->lists[l], rule);
                break;
            }
        }
    }
}

static void print_rule(const struct sv_plugin *plugin, const struct sv_rule *rule)
{
    char years[32];
    catalogue_years(rule, years, sizeof(years));
    printf("%s:%s  %s, %s\n\n", plugin->id, rule->code, severity_name(rule->severity), years);
    print_wrapped(rule->message);
    printf("\nWhat it compares, and how to put it right\n");
    print_wrapped(rule->why);
    printf("\nDetails\n  severity         %s\n",
           rule->severity == SV_ERROR
               ? "error: blocks the return until it is corrected"
               : "query: correct it, or explain it in a note with the return");
    printf("  one finding per  %s\n  points at        ", rule->unit);
    catalogue_fields(plugin, rule, ", ", stdout);
    printf("\n");
    print_tables(plugin, rule);
    print_needs(rule);
    if (rule->pattern)
        printf("  pattern          %s\n", rule->pattern);
    if (rule->group)
        printf("  group            %s (check --rules %s, or -%s to leave it out)\n", rule->group,
               rule->group, rule->group);
    printf("  rests on         %s\n  written in       %s, line %d\n", rule->source, rule->file,
           rule->line);
    print_lists(plugin, rule);
    printf("\n");
}

/* What is made of the records of a measure, for people. */
static const char *const kinds[] = {
    [SV_NUMBER_OF] = "a number",  [SV_SHARE_OF] = "a share",       [SV_SUM_OF] = "a sum",
    [SV_RATIO_OF] = "a quotient", [SV_QUARTILES_OF] = "quartiles", [SV_NOT_IN_RETURN] = "none"};

static void print_measure(const struct sv_plugin *plugin, const struct sv_measure *measure)
{
    printf("%s:%s  a headline figure, under \"%s\"\n\n", plugin->id, measure->name,
           plugin->sections[measure->section]);
    print_wrapped(measure->title);
    printf("\n%s\n",
           measure->kind == SV_NOT_IN_RETURN ? "Why the return cannot give it" : "What counts");
    print_wrapped(measure->definition);
    if (measure->caution)
        print_wrapped(measure->caution);
    if (measure->kind == SV_NOT_IN_RETURN) {
        printf("\n");
        return;
    }
    printf("\nDetails\n  is               %s of %s, %s\n", kinds[measure->kind], measure->units,
           measure->at_end ? "as at the end of the period" : "over the period");
    printf("  counts           records of %s\n", plugin->tables[measure->table].name);
    for (size_t i = 0; i < measure->breakdown_count; i++)
        printf("  broken down by   %s\n", measure->breakdowns[i].by);
    if (measure->population)
        printf("  rate             per %d residents aged %s (--reference population=FILE)\n",
               measure->per, measure->population);
    printf("  rests on         %s\n  written in       %s, line %d\n\n", measure->source,
           measure->file, measure->line);
}

static size_t explain_measures(const struct sv_plugin *plugin, const char *name)
{
    size_t count;
    size_t found = 0;
    const struct sv_measure *const *measures = plugin_measures(plugin, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcasecmp(measures[i]->name, name) == 0) {
            print_measure(plugin, measures[i]);
            found++;
        }
    }
    return found;
}

/* A code alone is looked for in all returns; "cin:8925" in one. */
static size_t explain(const struct registry *registry, const char *name)
{
    const char *colon = strchr(name, ':');
    const char *code = colon ? colon + 1 : name;
    size_t found = 0;
    for (size_t i = 0; i < registry->count; i++) {
        const struct plugin_entry *plugin = &registry->plugins[i];
        const char *id = plugin->plugin->id;
        if (colon &&
            (strlen(id) != (size_t)(colon - name) || strncasecmp(id, name, strlen(id)) != 0))
            continue;
        struct catalogue all = {plugin, 0, true};
        const struct sv_rule *rule;
        for (size_t r = 0; (rule = catalogue_next(&all, &r));) {
            if (strcasecmp(rule->code, code) == 0) {
                print_rule(plugin->plugin, rule);
                found++;
            }
        }
        found += explain_measures(plugin->plugin, code);
    }
    return found;
}

static int run(const struct options *options)
{
    struct registry registry;
    struct error error;
    int status = STATUS_OK;
    if (options->argument_count == 0) {
        error_set(&error, STATUS_USAGE, "explain needs a rule, e.g. statval explain cin:8925.");
        return fail(&error);
    }
    bool loaded = load_plugins(&registry, options, &error);
    if (!loaded)
        status = fail(&error);
    for (int i = 0; loaded && i < options->argument_count; i++) {
        if (explain(&registry, options->arguments[i]) > 0)
            continue;
        error_set(&error, STATUS_USAGE,
                  "there is no rule or figure %s. statval rules and statval summary list them.",
                  options->arguments[i]);
        status = fail(&error);
    }
    registry_free(&registry);
    return status;
}

const struct command command_explain = {
    .name = "explain",
    .bit = FOR_EXPLAIN,
    .synopsis = "[options] RULE...",
    .run = run,
    .about = "explains a rule or a headline figure in full",
    .help = "RULE is a code as reports show it, or the name of a figure as summaries do, with or\n"
            "without the return in front. Where a rule changed between years, each variant is\n"
            "explained.\n",
    .more = "Upper and lower case in the code are the same.",
    .examples = (const struct example[]){{"statval explain 8925", "the rule 8925 of any return"},
                                         {"statval explain cin:8925 cin:referrals",
                                          "a rule and a figure of the census"},
                                         {0}},
    .arguments = ARGUMENTS_RULES,
};
