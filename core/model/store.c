#include "store.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

/* A record as it is before anything is read: all fields missing. */
static struct sv_row *blank_row(struct store *store, uint16_t table)
{
    const struct sv_table *described = store->tables[table].described;
    struct sv_row *row = arena_new(&store->records, described->size);
    row->table = table;
    for (uint16_t f = 0; f < described->field_count; f++)
        store_value(store, row, f)->number = SV_NONE;
    return row;
}

void store_init(struct store *store, const struct layout *layout)
{
    const struct sv_plugin *plugin = layout->plugin;
    *store = (struct store){.layout = layout};
    store->tables = mem_new(plugin->table_count, sizeof(struct table));
    for (size_t i = 0; i < plugin->table_count; i++) {
        store->tables[i].described = &plugin->tables[i];
        store->tables[i].given = plugin->tables[i].options & SV_MADE_OF_KEYS;
        store->tables[i].blank = blank_row(store, (uint16_t)i);
    }
}

void store_free(struct store *store)
{
    if (!store->tables)
        return;
    for (size_t i = 0; i < store->layout->plugin->table_count; i++) {
        struct table *table = &store->tables[i];
        free(table->blocks);
        free(table->starts);
        free(table->order);
        free(table->rank);
        free(table->slots);
        free(table->links);
    }
    free(store->tables);
    arena_free(&store->records);
    texts_free(&store->texts);
    notes_free(&store->notes);
    *store = (struct store){0};
}

static void add_block(struct store *store, struct table *table)
{
    char **place = mem_grow((void **)&table->blocks, &table->block_capacity, table->block_count,
                            sizeof(char *));
    *place = arena_room(&store->records, STORE_BLOCK_ROWS * table->described->size);
    table->block_count++;
}

/* Notes for every table below that its next record belongs to this one or to a later one. */
static void note_starts(struct store *store, uint16_t parent)
{
    const struct sv_plugin *plugin = store->layout->plugin;
    for (size_t i = parent + 1U; i < plugin->table_count; i++) {
        struct table *child = &store->tables[i];
        if (child->described->parent != parent || child->described->options & SV_JOINED_BY_KEY)
            continue;
        uint32_t *start = mem_grow((void **)&child->starts, &child->start_capacity,
                                   child->start_count, sizeof(uint32_t));
        *start = child->count;
        child->start_count++;
    }
}

struct store store_branch(struct store *store)
{
    return (struct store){
        .layout = store->layout, .tables = store->tables, .texts = texts_beside(&store->texts)};
}

void store_take(struct store *store, struct store *branch)
{
    arena_take(&store->records, &branch->records);
    notes_take(&store->notes, &branch->notes);
    *branch = (struct store){0};
}

struct sv_row *store_add_apart(struct store *store, uint16_t table)
{
    struct table *t = &store->tables[table];
    if (t->count == UINT32_MAX - 1)
        return NULL;
    if (t->count >> STORE_BLOCK_BITS == t->block_count)
        add_block(store, t);
    struct sv_row *row = store_row(store, table, t->count);
    t->count++;
    t->newest = row;
    memcpy(row, t->blank, t->described->size);
    row->number = t->count;
    if (table == store->layout->plugin->subject.table)
        row->subject = row->number;
    return row;
}

static bool is_at(struct sv_at a, struct sv_at b)
{
    return a.table == b.table && a.field == b.field;
}

void store_note_place(struct store *store, struct sv_at at, uint32_t offset)
{
    const struct sv_recognition *recognition = &store->layout->plugin->recognition;
    struct header_places *header = &store->header;
    if (is_at(at, recognition->year) && !header->year)
        header->year = offset;
    if (is_at(at, recognition->authority) && !header->authority)
        header->authority = offset;
}

struct sv_row *store_add(struct store *store, uint16_t table, const struct sv_row *parent)
{
    struct sv_row *row = store_add_apart(store, table);
    if (!row)
        return NULL;
    row->parent = parent;
    if (parent && !row->subject)
        row->subject = parent->subject;
    note_starts(store, table);
    return row;
}

void store_filter(struct store *store, uint16_t table, uint32_t from,
                  bool (*keep)(const struct sv_row *row))
{
    struct table *t = &store->tables[table];
    uint32_t kept = from;
    size_t start = t->start_count; /* of the parents with records behind `from` */
    while (start > 0 && t->starts[start - 1] > from)
        start--;
    for (uint32_t place = from; place < t->count; place++) {
        struct sv_row *row = store_row(store, table, place);
        while (start < t->start_count && t->starts[start] == place)
            t->starts[start++] = kept;
        if (!keep(row))
            continue;
        struct sv_row *to = store_row(store, table, kept++);
        if (to != row)
            memcpy(to, row, t->described->size);
        to->number = kept;
    }
    while (start < t->start_count)
        t->starts[start++] = kept;
    t->count = kept;
    t->newest = kept ? store_row(store, table, kept - 1) : NULL;
}

bool store_is_below(const struct store *store, uint16_t table, uint16_t above)
{
    while (table != above && table != SV_NO_PARENT)
        table = store->tables[table].described->parent;
    return table == above;
}

static uint32_t start_of(const struct table *table, uint32_t parent_place)
{
    return parent_place < table->start_count ? table->starts[parent_place] : table->count;
}

struct range store_below_range(const struct store *store, uint16_t above, struct range range,
                               uint16_t table)
{
    if (table == above)
        return range;
    const struct table *t = &store->tables[table];
    if (t->described->parent == SV_NO_PARENT)
        return (struct range){0, 0};
    struct range parents = store_below_range(store, above, range, t->described->parent);
    if (parents.lo == parents.hi)
        return (struct range){0, 0};
    return (struct range){start_of(t, parents.lo), start_of(t, parents.hi)};
}

struct range store_below(const struct store *store, const struct sv_row *under, uint16_t table)
{
    if (!under)
        return (struct range){0, store->tables[table].count};
    uint32_t place = store_place(store, under);
    struct range self = {place, place + 1};
    const struct table *t = &store->tables[table];
    if (t->described->parent == under->table && table != under->table) /* as nearly always */
        return (struct range){start_of(t, self.lo), start_of(t, self.hi)};
    return store_below_range(store, under->table, self, table);
}

const struct sv_row *row_ancestor(const struct sv_row *row, uint16_t table)
{
    while (row && row->table != table)
        row = row->parent;
    return row;
}
