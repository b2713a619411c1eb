#include "catalogue.h"

#include <string.h>

#include "../engine/plan.h"
#include "../report/escape.h"
#include "../report/report.h"

const struct sv_rule *catalogue_next(const struct catalogue *catalogue, size_t *i)
{
    while (*i < catalogue->plugin->rule_count) {
        const struct sv_rule *rule = catalogue->plugin->rules[(*i)++];
        if (catalogue->year == 0 || rule_in_year(rule, catalogue->year))
            return rule;
    }
    return NULL;
}

void catalogue_years(const struct sv_rule *rule, char *out, size_t size)
{
    if (rule->last_year == 0)
        snprintf(out, size, "%d on", rule->first_year);
    else if (rule->last_year == rule->first_year)
        snprintf(out, size, "%d", rule->first_year);
    else
        snprintf(out, size, "%d to %d", rule->first_year, rule->last_year);
}

static bool named_before(const struct sv_rule *rule, size_t place)
{
    for (size_t i = 0; i < place; i++) {
        if (memcmp(&rule->fields[i], &rule->fields[place], sizeof(struct sv_at)) == 0)
            return true;
    }
    return false;
}

void catalogue_fields(const struct sv_plugin *plugin, const struct sv_rule *rule,
                      const char *between, FILE *out)
{
    if (rule->field_count == 0)
        fputs(rule->kind == SV_RETURN_RULE ? "the return as a whole"
              : rule->kind == SV_FORM_RULE ? "the item"
                                           : "the record",
              out);
    for (size_t i = 0; i < rule->field_count; i++) {
        const struct sv_table *table = &plugin->tables[rule->fields[i].table];
        if (!named_before(rule, i))
            fprintf(out, "%s%s.%s", i ? between : "", table->name,
                    table->fields[rule->fields[i].field].name);
    }
}

/* Length of the longest code. */
static int code_width(const struct catalogue *catalogue)
{
    const struct sv_rule *rule;
    size_t width = 6;
    for (size_t i = 0; (rule = catalogue_next(catalogue, &i));) {
        if (strlen(rule->code) > width)
            width = strlen(rule->code);
    }
    return (int)width;
}

static bool is_new_group(const struct catalogue *catalogue, const struct sv_rule *last)
{
    const struct sv_rule *rule;
    for (size_t i = 0; (rule = catalogue_next(catalogue, &i)) && rule != last;) {
        if (rule->group && strcmp(rule->group, last->group) == 0)
            return false;
    }
    return true;
}

static size_t count_group(const struct catalogue *catalogue, const char *group)
{
    const struct sv_rule *rule;
    size_t count = 0;
    for (size_t i = 0; (rule = catalogue_next(catalogue, &i));)
        count += rule->group && strcmp(rule->group, group) == 0;
    return count;
}

/* The names by which rules can be chosen together. */
static void write_groups(const struct catalogue *catalogue, FILE *out)
{
    const struct sv_rule *rule;
    const char *before = "Groups, for check --rules: ";
    for (size_t i = 0; (rule = catalogue_next(catalogue, &i));) {
        if (!rule->group || !is_new_group(catalogue, rule))
            continue;
        fprintf(out, "%s%s (%zu)", before, rule->group, count_group(catalogue, rule->group));
        before = ", ";
    }
    fputs(before[0] == ',' ? ".\n" : "", out);
}

static void write_text(const struct catalogue *catalogue, FILE *out)
{
    int width = code_width(catalogue);
    const struct sv_plugin *plugin = catalogue->plugin->plugin;
    const struct sv_rule *rule;
    size_t counts[2] = {0, 0};
    if (catalogue->year)
        fprintf(out, "%s, collection year %d\n", plugin->title, catalogue->year);
    else
        fprintf(out, "%s, all years\n", plugin->title);
    fprintf(out, "%s\n\n", plugin->authority);
    for (size_t i = 0; (rule = catalogue_next(catalogue, &i));) {
        char years[32];
        catalogue_years(rule, years, sizeof(years));
        fprintf(out, "%-*s %-5s  %-12s  %s\n", width, rule->code, severity_name(rule->severity),
                years, rule->message);
        counts[rule->severity]++;
    }
    fprintf(out,
            "\n%zu rules: %zu errors (must be corrected), %zu queries (corrected or explained).\n"
            "statval explain %s:CODE tells what a rule compares and how to put it right.\n",
            counts[SV_ERROR] + counts[SV_QUERY], counts[SV_ERROR], counts[SV_QUERY], plugin->id);
    write_groups(catalogue, out);
}

static void write_csv(const struct catalogue *catalogue, FILE *out)
{
    const struct sv_plugin *plugin = catalogue->plugin->plugin;
    const struct sv_rule *rule;
    if (catalogue->first)
        fputs("return,code,severity,first_year,last_year,unit,fields,message,why,source,group\r\n",
              out);
    for (size_t i = 0; (rule = catalogue_next(catalogue, &i));) {
        fprintf(out, "%s,%s,%s,%d,", plugin->id, rule->code, severity_name(rule->severity),
                rule->first_year);
        if (rule->last_year)
            fprintf(out, "%d", rule->last_year);
        fputs(",", out);
        csv_cell(out, rule->unit);
        fputs(",", out);
        catalogue_fields(plugin, rule, " | ", out);
        const char *const cells[] = {rule->message, rule->why, rule->source, rule->group};
        for (size_t c = 0; c < 4; c++) {
            fputs(",", out);
            csv_cell(out, cells[c]);
        }
        fputs("\r\n", out);
    }
}

static void write_markdown(const struct catalogue *catalogue, FILE *out)
{
    const struct sv_plugin *plugin = catalogue->plugin->plugin;
    const struct sv_rule *rule;
    fprintf(out,
            "# Rules: %s\n\n%s\n\nMade by `statval rules --return %s --format markdown`; do not "
            "edit.\n",
            plugin->title, plugin->authority, plugin->id);
    for (size_t i = 0; (rule = catalogue_next(catalogue, &i));) {
        char years[32];
        catalogue_years(rule, years, sizeof(years));
        fprintf(out,
                "\n## %s (%s), %s\n\n**%s** %s\n\n- one finding per: %s\n- points at: ", rule->code,
                severity_name(rule->severity), years, rule->message, rule->why, rule->unit);
        catalogue_fields(plugin, rule, ", ", out);
        if (rule->group)
            fprintf(out, "\n- group: %s", rule->group);
        fprintf(out, "\n- rests on: %s\n- written in: %s\n", rule->source, rule->file);
    }
}

const struct catalogue_format *catalogue_format_named(const char *name)
{
    static const struct catalogue_format formats[] = {
        {"text", write_text}, {"csv", write_csv}, {"markdown", write_markdown}};
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    }
    return NULL;
}
