#include "layout.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

bool in_years(int first_year, int last_year, int year)
{
    return (first_year == 0 || first_year <= year) && (last_year == 0 || year <= last_year);
}

const struct sv_year *plugin_year(const struct sv_plugin *plugin, int year)
{
    for (size_t i = 0; i < plugin->year_count; i++) {
        if (plugin->years[i].year == year)
            return &plugin->years[i];
    }
    return NULL;
}

struct node *layout_child(const struct node *node, const char *name)
{
    struct node *child = node->child;
    while (child && strcmp(child->name, name) != 0)
        child = child->next;
    return child;
}

static struct node *add_child(struct layout *layout, struct node *parent, const char *name,
                              size_t length)
{
    struct node *node = arena_new(layout->arena, sizeof(*node));
    char *copy = arena_new(layout->arena, length + 1);
    memcpy(copy, name, length);
    *node = (struct node){.name = copy,
                          .parent = parent,
                          .table = NO_TABLE,
                          .field = NO_FIELD,
                          .group_of = NO_TABLE,
                          .id = layout->node_count++};
    struct node **end = &parent->child;
    while (*end)
        end = &(*end)->next;
    *end = node;
    return node;
}

/* The node at the end of a path below `node`, made where it is not there yet. A step with `*`
 * behind it repeats. */
static struct node *path_node(struct layout *layout, struct node *node, const char *path)
{
    if (strcmp(path, ".") == 0)
        return node;
    for (const char *step = path; *step;) {
        size_t length = strcspn(step, "/");
        bool repeats = length > 0 && step[length - 1] == '*';
        size_t name_length = repeats ? length - 1 : length;
        struct node *child = node->child;
        while (child && (strncmp(child->name, step, name_length) != 0 || child->name[name_length]))
            child = child->next;
        node = child ? child : add_child(layout, node, step, name_length);
        node->repeats = node->repeats || repeats;
        step += step[length] ? length + 1 : length;
    }
    return node;
}

static void open_at(struct layout *layout, struct node *node, uint16_t table)
{
    uint16_t *opens = arena_new(layout->arena, (node->open_count + 1) * sizeof(*opens));
    if (node->open_count)
        memcpy(opens, node->opens, node->open_count * sizeof(*opens));
    opens[node->open_count] = table;
    node->opens = opens;
    node->open_count++;
}

/* The element that a path leads up to, and the rest of the path. */
static struct node *climb(struct node *node, const char **path)
{
    while (strncmp(*path, "../", 3) == 0 && node->parent) {
        node = node->parent;
        *path += 3;
    }
    return node;
}

static void add_lift(struct layout *layout, struct node *record, struct sv_at to)
{
    const char *path = layout_field(layout, to)->path;
    struct node *scope = climb(record, &path);
    const struct node *source = path_node(layout, scope, path);
    struct lift *lifts = arena_new(layout->arena, (scope->lift_count + 1) * sizeof(*lifts));
    if (source->field == NO_FIELD)
        return;
    if (scope->lift_count)
        memcpy(lifts, scope->lifts, scope->lift_count * sizeof(*lifts));
    lifts[scope->lift_count] = (struct lift){
        .to = to, .from = {source->table, source->field}, .mark = layout->mark_count++};
    scope->lifts = lifts;
    scope->lift_count++;
}

static bool leads_up(const struct sv_field *field)
{
    return !(field->options & SV_DERIVED) && field->path && strncmp(field->path, "../", 3) == 0;
}

/* The element in which all values of a record stand. */
static struct node *scope_of(struct node *record, const struct sv_table *table)
{
    const char *rest = ".";
    size_t highest = 0;
    for (uint16_t f = 0; f < table->field_count; f++) {
        const char *path = table->fields[f].path;
        size_t steps = 0;
        while (leads_up(&table->fields[f]) && strncmp(path + 3 * steps, "../", 3) == 0)
            steps++;
        rest = steps > highest ? path : rest;
        highest = steps > highest ? steps : highest;
    }
    return climb(record, &rest);
}

/* The first table that begins a record in the element and keeps all. */
static uint16_t table_instead(const struct layout *layout, const struct node *record)
{
    for (size_t i = 0; i < record->open_count; i++) {
        if (!layout->plugin->tables[record->opens[i]].keep)
            return record->opens[i];
    }
    return NO_TABLE;
}

static void add_filter(struct layout *layout, struct node *record, uint16_t table)
{
    struct node *scope = scope_of(record, &layout->plugin->tables[table]);
    struct filter *filters = arena_new(layout->arena, (scope->filter_count + 1) * sizeof(*filters));
    if (scope->filter_count)
        memcpy(filters, scope->filters, scope->filter_count * sizeof(*filters));
    filters[scope->filter_count] = (struct filter){
        .table = table, .instead = table_instead(layout, record), .mark = layout->mark_count++};
    scope->filters = filters;
    scope->filter_count++;
}

/* The node of a field; when its path has a second spelling, that has a node of its own. */
static void add_field_node(struct layout *layout, struct node *record, const char *path,
                           struct sv_at at)
{
    char first[PATH_MAX];
    const char *second = strchr(path, '|');
    snprintf(first, sizeof(first), "%.*s", (int)strcspn(path, "|"), path);
    struct node *node = path_node(layout, record, first);
    node->table = at.table;
    node->field = at.field;
    if (!second || !node->parent)
        return;
    struct node *other = add_child(layout, node->parent, second + 1, strlen(second + 1));
    other->table = at.table;
    other->field = at.field;
    other->spelled = node;
}

static void add_field(struct layout *layout, struct node *record, uint16_t table, uint16_t field)
{
    const struct sv_field *described = &layout->plugin->tables[table].fields[field];
    if (!in_years(described->first_year, described->last_year, layout->year))
        return;
    if (described->options & SV_DERIVED)
        return;
    if (leads_up(described)) {
        add_lift(layout, record, (struct sv_at){table, field});
        return;
    }
    record->requires = record->requires || described->options & SV_REQUIRED;
    add_field_node(layout, record, described->path ? described->path : described->name,
                   (struct sv_at){table, field});
}

bool layout_has_table(const struct layout *layout, const struct sv_table *table)
{
    bool of_last = table->options & SV_LAST_YEAR;
    return !(table->options & (SV_MADE_OF_KEYS | SV_REFERENCE)) && of_last == layout->is_last &&
           in_years(table->first_year, table->last_year, layout->year);
}

/* Parents stand before their children in the plugin's tables: checked when it is loaded. */
static void add_tables(struct layout *layout)
{
    const struct sv_plugin *plugin = layout->plugin;
    struct node **records = mem_new(plugin->table_count, sizeof(*records));
    for (uint16_t t = 0; t < plugin->table_count; t++) {
        const struct sv_table *table = &plugin->tables[t];
        bool at_top = table->parent == SV_NO_PARENT ||
                      plugin->tables[table->parent].options & SV_MADE_OF_KEYS;
        struct node *above = at_top ? layout->top : records[table->parent];
        if (!above || !layout_has_table(layout, table))
            continue;
        records[t] = path_node(layout, above, table->path);
        open_at(layout, records[t], t);
        records[t]->single = table->options & SV_AT_MOST_ONE;
        if (table->options & SV_EMPTY_GROUP_IS_ROW && records[t]->parent)
            records[t]->parent->group_of = t;
        for (uint16_t f = 0; f < table->field_count; f++)
            add_field(layout, records[t], t, f);
        if (table->keep)
            add_filter(layout, records[t], t);
    }
    free(records);
}

static uint8_t forms_told_by_rules(const struct sv_plugin *plugin, int year)
{
    uint8_t forms = 0;
    for (const struct sv_rule *const *rule = plugin->rules; rule < plugin->rules_end; rule++) {
        if ((*rule)->kind == SV_FORM_RULE &&
            in_years((*rule)->first_year, (*rule)->last_year, year))
            forms |= (*rule)->forms;
    }
    return forms;
}

/* The slot of the codes of a list, or the free one where they belong. Every code of a file comes by
 * here. */
static struct codes **codes_slot(const struct layout *layout, const struct sv_code_list *list)
{
    size_t slot = (uintptr_t)list / _Alignof(struct sv_code_list) & (layout->code_slots - 1);
    while (layout->codes[slot] && codes_list(layout->codes[slot]) != list)
        slot = (slot + 1) & (layout->code_slots - 1);
    return &layout->codes[slot];
}

static void index_codes(struct layout *layout)
{
    const struct sv_plugin *plugin = layout->plugin;
    layout->code_slots = 8;
    while (layout->code_slots / 2 < plugin->list_count)
        layout->code_slots *= 2;
    layout->codes = mem_new(layout->code_slots, sizeof(struct codes *));
    for (size_t i = 0; i < plugin->list_count; i++) {
        struct codes **slot = codes_slot(layout, plugin->lists[i]);
        if (!*slot)
            *slot = codes_new(plugin->lists[i]);
    }
}

struct layout *layout_new(const struct sv_plugin *plugin, int year, bool is_last)
{
    struct layout *layout = mem_new(1, sizeof(*layout));
    layout->plugin = plugin;
    layout->year = year;
    layout->is_last = is_last;
    layout->told_forms = is_last ? 0 : forms_told_by_rules(plugin, year);
    layout->arena = mem_new(1, sizeof(*layout->arena));
    layout->top = arena_new(layout->arena, sizeof(*layout->top));
    *layout->top = (struct node){.name = "",
                                 .table = NO_TABLE,
                                 .field = NO_FIELD,
                                 .group_of = NO_TABLE,
                                 .id = layout->node_count++};
    add_tables(layout);
    index_codes(layout);
    return layout;
}

void layout_free(struct layout *layout)
{
    if (!layout)
        return;
    for (size_t i = 0; i < layout->code_slots; i++)
        codes_free(layout->codes[i]);
    free(layout->codes);
    arena_free(layout->arena);
    free(layout->arena);
    free(layout);
}

const struct node *layout_find(const struct layout *layout, const char *path)
{
    const struct node *node = layout->top;
    while (node && *path) {
        size_t length = strcspn(path, "/");
        const struct node *child = node->child;
        while (child && (strncmp(child->name, path, length) != 0 || child->name[length]))
            child = child->next;
        node = child;
        path += path[length] ? length + 1 : length;
    }
    return node;
}

const struct codes *layout_codes(const struct layout *layout, const struct sv_code_list *list)
{
    return *codes_slot(layout, list);
}
