#include "descriptor.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "../base/calendar.h"
#include "../model/values.h"
#include "registry.h"

__attribute__((format(printf, 2, 3))) static bool refuse(char *reason, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, REASON_MAX, format, arguments);
    va_end(arguments);
    return false;
}

static bool abi_fits(const struct sv_plugin *plugin, char *reason)
{
    if (plugin->magic != SV_PLUGIN_MAGIC)
        return refuse(reason, "its descriptor does not begin with the mark of a statval plugin");
    if (plugin->abi_major != SV_ABI_MAJOR || plugin->abi_minor > SV_ABI_MINOR) {
        bool older = plugin->abi_major < SV_ABI_MAJOR;
        return refuse(
            reason,
            "it was built for plugin interface %u.%u and this statval has %u.%u: the %s is "
            "older; %s",
            plugin->abi_major, plugin->abi_minor, SV_ABI_MAJOR, SV_ABI_MINOR,
            older ? "plugin" : "program",
            older ? "build the plugin again" : "install a newer statval");
    }
    if (plugin->size < sizeof(*plugin))
        return refuse(reason, "its descriptor has %u bytes where interface %u.%u needs %zu",
                      plugin->size, plugin->abi_major, plugin->abi_minor, sizeof(*plugin));
    return true;
}

static bool years_fit(const struct sv_plugin *plugin, char *reason)
{
    for (size_t i = 0; i < plugin->year_count; i++) {
        const struct sv_year *year = &plugin->years[i];
        if (!year->schema || !year->period_start || !year->period_end ||
            calendar_parse(year->period_start, strlen(year->period_start)) == SV_NONE ||
            calendar_parse(year->period_end, strlen(year->period_end)) == SV_NONE)
            return refuse(reason, "its collection year %d lacks a schema or a period", year->year);
        if (i > 0 && plugin->years[i - 1].year >= year->year)
            return refuse(reason, "its collection years are not in ascending order");
    }
    return plugin->year_count > 0 || refuse(reason, "it supports no collection year");
}

static bool codes_are_there(const struct sv_code_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!list->codes || !list->codes[i].code || !list->codes[i].label)
            return false;
    }
    return true;
}

static bool lists_fit(const struct sv_plugin *plugin, char *reason)
{
    for (size_t i = 0; i < plugin->list_count; i++) {
        const struct sv_code_list *list = plugin->lists ? plugin->lists[i] : NULL;
        if (!list || !list->name || !codes_are_there(list))
            return refuse(reason, "its code list number %zu (%s) is not complete", i + 1,
                          list && list->name ? list->name : "without a name");
    }
    return true;
}

static bool schemas_fit(const struct sv_plugin *plugin, char *reason)
{
    for (size_t i = 0; i < plugin->schema_count; i++) {
        if (!plugin->schemas || !plugin->schemas[i].name || !plugin->schemas[i].bytes)
            return refuse(reason, "its schema number %zu is not complete", i + 1);
    }
    return true;
}

static bool list_is_there(const struct sv_plugin *plugin, const struct sv_code_list *list)
{
    for (size_t i = 0; i < plugin->list_count; i++) {
        if (list && plugin->lists[i] == list)
            return true;
    }
    return false;
}

/* A text is turned into capitals before it is looked for. */
static bool codes_are_in_capitals(const struct sv_code_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        for (const char *c = list->codes[i].code; *c; c++) {
            if (*c >= 'a' && *c <= 'z')
                return false;
        }
    }
    return true;
}

/* A text is turned into the code that it is a label of before it is looked for. */
static bool codes_are_labels(const struct sv_code_list *list)
{
    char code[LABEL_CODE_MAX + 1];
    for (size_t i = 0; i < list->count; i++) {
        const char *own = list->codes[i].code;
        if (label_code(own, strlen(own), code) == 0 || strcmp(own, code) != 0)
            return false;
    }
    return true;
}

static bool options_of_field_fit(const struct sv_table *table, uint16_t number, char *reason)
{
    const struct sv_field *field = &table->fields[number];
    if (field->type == SV_CODE && field->options & SV_ANY_CASE &&
        !codes_are_in_capitals(field->list))
        return refuse(
            reason,
            "the codes of field %u of its table %s are not in capitals, which SV_ANY_CASE "
            "asks for",
            number, table->name);
    if (field->options & SV_AS_LABEL && (field->type != SV_CODE || !codes_are_labels(field->list)))
        return refuse(reason,
                      "field %u of its table %s has no codes that labels can stand for, as "
                      "SV_AS_LABEL asks for",
                      number, table->name);
    return true;
}

static bool field_fits(const struct sv_plugin *plugin, const struct sv_table *table,
                       uint16_t number, char *reason)
{
    const struct sv_field *field = &table->fields[number];
    if (field->type == SV_CODE && !list_is_there(plugin, field->list))
        return refuse(reason, "the code list of field %u of its table %s is not among its lists",
                      number, table->name);
    if (!options_of_field_fit(table, number, reason))
        return false;
    if (!field->name || field->type > SV_COUNT || field->place < sizeof(struct sv_row) ||
        field->place + sizeof(struct sv_value) > table->size)
        return refuse(reason, "field %u of its table %s is not complete", number, table->name);
    return true;
}

static bool ends_in_last(const char *name)
{
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, "_last") == 0;
}

/* A linked table has a key, and the table that it names the records of is linked too and stands
 * before it: its own parent, or, for a table at the top, any. An XML file gives all of them, so
 * that those of CSV files never mix with it. */
static bool link_fits(const struct sv_plugin *plugin, size_t number, char *reason)
{
    const struct sv_table *table = &plugin->tables[number];
    const struct sv_linked *linked = table->linked;
    bool above = linked->parent_key != NULL;
    uint16_t others = SV_JOINED_BY_KEY | SV_LAST_YEAR | SV_MADE_OF_KEYS | SV_GIVEN_BY_RECORDS |
                      SV_REFERENCE | (table->parent == SV_NO_PARENT ? SV_AT_MOST_ONE : 0);
    if (!(table->options & SV_IN_CSV) || table->options & others || !linked->key ||
        (table->parent != SV_NO_PARENT && !above) ||
        (above && (linked->parent >= number || !plugin->tables[linked->parent].linked)) ||
        (table->parent != SV_NO_PARENT && linked->parent != table->parent))
        return refuse(reason, "the keys of its table %s do not fit", table->name);
    return true;
}

/* What a table asks for by its options. */
static bool options_fit(const struct sv_plugin *plugin, size_t number, char *reason)
{
    const struct sv_table *table = &plugin->tables[number];
    const struct sv_table *parent =
        table->parent == SV_NO_PARENT ? NULL : &plugin->tables[table->parent];
    bool joined = table->options & SV_JOINED_BY_KEY;
    if (table->options & SV_REFERENCE && (!table->kind || table->key >= table->field_count))
        return refuse(reason, "its reference data %s lack a kind or a key", table->name);
    if (table->options & SV_REFERENCE && table->fields[table->key].type != SV_TEXT)
        return refuse(reason, "the key of its reference data %s is not of type SV_TEXT",
                      table->name);
    if (joined && (table->parent != plugin->subject.table || table->key >= table->field_count))
        return refuse(reason, "its table %s is joined by a key that does not fit", table->name);
    if (number > 0 && !(table->options & (SV_LAST_YEAR | SV_REFERENCE)) &&
        plugin->tables[number - 1].options & SV_LAST_YEAR)
        return refuse(reason, "its table %s stands behind one of last year", table->name);
    if (table->options & SV_LAST_YEAR && !ends_in_last(table->name))
        return refuse(reason, "the name of its table %s of last year does not end in _last",
                      table->name);
    if (parent && parent->options & SV_JOINED_BY_KEY)
        return refuse(reason, "its table %s is nested in one that is joined by a key", table->name);
    if (parent && parent->keep && !joined)
        return refuse(reason, "its table %s is nested in one that does not keep all its records",
                      table->name);
    if (parent && table->options & SV_IN_CSV && !joined && !table->linked)
        return refuse(reason, "its table %s may be a CSV file, but is not joined by a key",
                      table->name);
    return !table->linked || link_fits(plugin, number, reason);
}

static bool table_fits(const struct sv_plugin *plugin, size_t number, char *reason)
{
    const struct sv_table *table = &plugin->tables[number];
    bool in_files = !(table->options & (SV_MADE_OF_KEYS | SV_REFERENCE));
    if (!table->name || !table->fields || table->field_count == 0 || (in_files && !table->path))
        return refuse(reason, "its table %zu lacks a name, path or fields", number);
    if (table->field_count > 64)
        return refuse(reason, "its table %s has more than 64 fields", table->name);
    if (table->parent != SV_NO_PARENT && table->parent >= number)
        return refuse(reason, "its table %s stands before its parent table", table->name);
    if (!options_fit(plugin, number, reason))
        return false;
    for (uint16_t f = 0; f < table->field_count; f++) {
        if (!field_fits(plugin, table, f, reason))
            return false;
    }
    return true;
}

/* Numbers of tables are uint16_t, of which the last stands for none. */
static bool tables_fit(const struct sv_plugin *plugin, char *reason)
{
    if (plugin->table_count > SV_NO_PARENT)
        return refuse(reason, "it has more tables than can be numbered");
    for (size_t i = 0; i < plugin->table_count; i++) {
        if (!table_fits(plugin, i, reason))
            return false;
    }
    return true;
}

static bool field_exists(const struct sv_plugin *plugin, struct sv_at at)
{
    return at.table < plugin->table_count && at.field < plugin->tables[at.table].field_count;
}

static bool field_exists_or_none(const struct sv_plugin *plugin, struct sv_at at)
{
    return at.table == UINT16_MAX || field_exists(plugin, at);
}

static bool is_day(const struct sv_plugin *plugin, struct sv_at at)
{
    return is_day_type(plugin->tables[at.table].fields[at.field].type);
}

/* A header that says what a file is, and when: fields of one table, which nothing is above. */
static bool recognition_fits(const struct sv_plugin *plugin, char *reason)
{
    const struct sv_recognition *recognition = &plugin->recognition;
    const struct sv_at *period = recognition->period;
    const struct sv_at *part = recognition->part;
    uint16_t header = recognition->year.table;
    for (size_t i = 0; i < recognition->required_count; i++) {
        if (!recognition->required || !recognition->required[i])
            return refuse(reason, "its descriptor does not name the elements that are required");
    }
    if (!field_exists_or_none(plugin, recognition->year) ||
        !field_exists_or_none(plugin, recognition->authority) ||
        (part && !field_exists(plugin, *part)) ||
        (period && (!field_exists(plugin, period[0]) || !field_exists(plugin, period[1]))))
        return refuse(reason, "its descriptor names a field that is not there");
    if (recognition->first_month > 12 ||
        (recognition->first_month > 0 &&
         (header == UINT16_MAX || !is_day(plugin, recognition->year))))
        return refuse(reason, "its year begins in a month, but is no date");
    if (period && (period[0].table != period[1].table || !is_day(plugin, period[0]) ||
                   !is_day(plugin, period[1])))
        return refuse(reason, "its header has no two dates of a period");
    if (part && (header != UINT16_MAX ? part->table != header
                                      : plugin->tables[part->table].parent != SV_NO_PARENT))
        return refuse(reason, "its parts are not numbered in the header");
    return true;
}

static bool tables_exist(const struct sv_plugin *plugin, const uint16_t *tables, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!tables || tables[i] >= plugin->table_count)
            return false;
    }
    return true;
}

static bool rule_points_fit(const struct sv_plugin *plugin, const struct sv_rule *rule)
{
    for (size_t i = 0; i < rule->field_count; i++) {
        if (!rule->fields || !field_exists(plugin, rule->fields[i]))
            return false;
    }
    if (!tables_exist(plugin, rule->tables, rule->table_count) ||
        !tables_exist(plugin, rule->optional, rule->optional_count) ||
        !tables_exist(plugin, rule->any_of, rule->any_of_count))
        return false;
    bool pair_fits = rule->kind != SV_PAIR_RULE || (field_exists(plugin, rule->pairs.day) &&
                                                    rule->pairs.other < plugin->table_count);
    return pair_fits && rule->table < plugin->table_count &&
           (!rule->unreadable || field_exists(plugin, *rule->unreadable));
}

static bool rule_fits(const struct sv_plugin *plugin, const struct sv_rule *rule, char *reason)
{
    if (!rule || !rule->code)
        return refuse(reason, "one of its rules has no code");
    if (!rule->message || !rule->why || !rule->unit || !rule->source)
        return refuse(reason, "its rule %s lacks a message, explanation, unit or source",
                      rule->code);
    if (rule->better_with && !rule->limited)
        return refuse(reason, "its rule %s does not say what it tests without reference data",
                      rule->code);
    if (strlen(rule->message) > MESSAGE_MAX)
        return refuse(reason, "the message of its rule %s is longer than %d characters", rule->code,
                      MESSAGE_MAX);
    bool has_test = rule->kind == SV_FORM_RULE ? rule->forms != 0 : rule->test.whole != NULL;
    if (rule->kind > SV_FORM_RULE || rule->severity > SV_QUERY || !has_test ||
        !rule_points_fit(plugin, rule))
        return refuse(reason, "its rule %s refers to something that is not there", rule->code);
    return true;
}

/* Records that are not kept, or move when others are not, cannot be told of by form rules. */
static bool keeps_all(const struct sv_plugin *plugin)
{
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].keep)
            return false;
    }
    return true;
}

static bool rules_fit(const struct sv_plugin *plugin, char *reason)
{
    size_t count = (size_t)(plugin->rules_end - plugin->rules);
    for (size_t i = 0; i < count; i++) {
        if (!rule_fits(plugin, plugin->rules[i], reason))
            return false;
        if (plugin->rules[i]->kind == SV_FORM_RULE && !keeps_all(plugin))
            return refuse(reason,
                          "its rule %s is on form, but not all records of its tables are "
                          "kept",
                          plugin->rules[i]->code);
    }
    return true;
}

/* Whether both, of the same code, have the same severity in some year. */
static bool clash(const struct sv_rule *a, const struct sv_rule *b)
{
    bool a_first = a->first_year <= b->first_year;
    const struct sv_rule *first = a_first ? a : b;
    const struct sv_rule *second = a_first ? b : a;
    return a->severity == b->severity &&
           (first->last_year == 0 || second->first_year <= first->last_year);
}

bool rules_differ(const struct sv_rule *const *rules, size_t count, char *reason)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i; j > 0 && strcmp(rules[j - 1]->code, rules[i]->code) == 0; j--) {
            if (clash(rules[i], rules[j - 1]))
                return refuse(reason, "its rule %s is there twice for one year", rules[i]->code);
        }
    }
    return true;
}

static bool breakdowns_fit(const struct sv_measure *measure)
{
    if (measure->breakdown_count > 0 && !measure->breakdowns)
        return false;
    for (size_t i = 0; i < measure->breakdown_count; i++) {
        const struct sv_breakdown *breakdown = &measure->breakdowns[i];
        bool bands = breakdown->list ? codes_are_there(breakdown->list)
                                     : (breakdown->labels && breakdown->label_count > 0);
        int ways = (breakdown->band != NULL) + (breakdown->bands != NULL) +
                   (breakdown->edges && breakdown->label_count == breakdown->edge_count + 1);
        bool few = !breakdown->bands ||
                   (breakdown->list ? breakdown->list->count : breakdown->label_count) <= 64;
        if (!breakdown->by || !bands || !few || ways != 1)
            return false;
    }
    return true;
}

static bool measure_fits(const struct sv_plugin *plugin, const struct sv_measure *measure)
{
    bool given = measure && measure->name && measure->title && measure->definition &&
                 measure->section < plugin->section_count && plugin->sections &&
                 plugin->sections[measure->section];
    if (!given)
        return false;
    if (measure->kind == SV_NOT_IN_RETURN)
        return true;
    return measure->unit && measure->units && measure->source && measure->test &&
           measure->kind < SV_NOT_IN_RETURN && measure->table < plugin->table_count &&
           tables_exist(plugin, measure->tables, measure->table_count) &&
           (measure->population != NULL) == (measure->per > 0) && breakdowns_fit(measure);
}

static bool measures_fit(const struct sv_plugin *plugin, char *reason)
{
    size_t count;
    const struct sv_measure *const *measures = plugin_measures(plugin, &count);
    for (size_t i = 0; i < count; i++) {
        if (!measure_fits(plugin, measures[i]))
            return refuse(reason, "its measure number %zu (%s) is not complete", i + 1,
                          measures[i] && measures[i]->name ? measures[i]->name : "without a name");
        for (size_t j = 0; j < i; j++) {
            if (strcmp(measures[i]->name, measures[j]->name) == 0)
                return refuse(reason, "its measure %s is there twice", measures[i]->name);
        }
    }
    return true;
}

static bool stock_fits(const struct sv_plugin *plugin, const struct sv_stock *stock)
{
    return stock && stock->name && stock->title && stock->units && stock->definition &&
           stock->stay && stock->table < plugin->table_count &&
           tables_exist(plugin, stock->tables, stock->table_count);
}

static bool stocks_fit(const struct sv_plugin *plugin, char *reason)
{
    size_t count;
    const struct sv_stock *const *stocks = plugin_stocks(plugin, &count);
    for (size_t i = 0; i < count; i++) {
        if (!stock_fits(plugin, stocks[i]))
            return refuse(reason, "its stock number %zu is not complete", i + 1);
    }
    return true;
}

bool descriptor_fits(const struct sv_plugin *plugin, char *reason)
{
    if (!abi_fits(plugin, reason))
        return false;
    if (!plugin->id || !plugin->title || !plugin->version || !plugin->licence ||
        !plugin->authority || !plugin->recognition.root || !plugin->rules || !plugin->tables ||
        !plugin->years || !plugin->subject_noun || !plugin->subjects_noun)
        return refuse(reason, "its descriptor is not complete");
    if (plugin->recognition.collection_path && !plugin->recognition.collection)
        return refuse(reason, "it does not say which collection it recognises");
    if (!plugin->rules_end || plugin->rules_end < plugin->rules)
        return refuse(reason, "its list of rules has no end");
    if (!years_fit(plugin, reason) || !lists_fit(plugin, reason) || !schemas_fit(plugin, reason) ||
        !tables_fit(plugin, reason))
        return false;
    if (!field_exists(plugin, plugin->subject))
        return refuse(reason, "its descriptor names a field that is not there");
    return recognition_fits(plugin, reason) && rules_fit(plugin, reason) &&
           measures_fit(plugin, reason) && stocks_fit(plugin, reason);
}
