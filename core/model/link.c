/* Records of linked tables: given to the records that they name. */
#include <string.h>

#include "../base/hash.h"
#include "store.h"

/* A record by its key; of several of one key the first. */
struct named {
    const char *key;
    const struct sv_row *row;
    UT_hash_handle hh;
};

struct linking {
    struct store *store;
    struct named **by_table; /* records by key, for each table */
    struct named **newest;   /* that was found last: the records of one often follow each other */
    struct arena memory;
    void (*tell)(void *context, const struct sv_row *row, enum link_fault fault);
    void *context;
};

void store_link_begin(struct store *store, const struct sv_row *row)
{
    struct table *table = &store->tables[row->table];
    mem_grow((void **)&table->links, &table->link_capacity, row->number - 1, sizeof(struct link));
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
static const struct sv_row *find_named(const struct linking *linking, uint16_t table, uint32_t key)
{
    struct named *named = linking->newest[table];
    const char *text = texts_get(&linking->store->texts, key);
    if (!key)
        return NULL;
    if (named && strcmp(named->key, text) == 0)
        return named->row;
    HASH_FIND_STR(linking->by_table[table], text, named);
    if (named)
        linking->newest[table] = named;
    return named ? named->row : NULL;
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
static void add_named(struct linking *linking, uint32_t key, const struct sv_row *row)
{
    struct named *named = arena_new(&linking->memory, sizeof(*named));
    named->key = texts_get(&linking->store->texts, key);
    named->row = row;
    HASH_ADD_KEYPTR(hh, linking->by_table[row->table], named->key, strlen(named->key), named);
}

/* Whether records of another table can name those of this one. */
static bool is_named(const struct linking *linking, uint16_t table)
{
    const struct sv_plugin *plugin = linking->store->layout->plugin;
    for (size_t t = table + 1U; t < plugin->table_count; t++) {
        const struct sv_linked *linked = plugin->tables[t].linked;
        if (linked && linked->parent_key && linked->parent == table)
            return true;
    }
    return false;
}

static void name_record(struct linking *linking, uint32_t key, const struct sv_row *row)
{
    if (find_named(linking, row->table, key))
        linking->tell(linking->context, row, LINK_KEY_TWICE);
    else if (key)
        add_named(linking, key, row);
}

/* The group of a record by which its table is sorted: place + 1 of the record that it belongs to, 1
 * in a table at the top; 0: it is left out. */
static uint32_t find_group(struct linking *linking, struct sv_row *row, const struct link *link)
{
    struct store *store = linking->store;
    const struct sv_table *described = store->tables[row->table].described;
    const struct sv_linked *linked = described->linked;
    bool at_top = described->parent == SV_NO_PARENT;
    if (!linked->parent_key || (at_top && !store->tables[linked->parent].links))
        return 1; /* it names none, or one of a file that was not given */
    const struct sv_row *above = find_named(linking, linked->parent, link->above);
    if (!above) {
        linking->tell(linking->context, row, LINK_TO_NOTHING);
        return 0;
    }
    row->parent = at_top ? NULL : above;
    return at_top ? 1 : store_place(store, above) + 1;
}

static void number_subjects(struct store *store, uint16_t number)
{
    bool is_subject = number == store->layout->plugin->subject.table;
    for (uint32_t place = 0; place < store->tables[number].count; place++) {
        struct sv_row *row = store_at(store, number, place);
        if (is_subject)
            row->subject = place + 1;
        else
            row->subject = row->parent ? row->parent->subject : 0;
    }
}

static void tell_one_too_many(const struct linking *linking, uint16_t number)
{
    const struct store *store = linking->store;
    const struct table *table = &store->tables[number];
    for (uint32_t place = 1; place < table->count; place++) {
        const struct sv_row *row = store_at(store, number, place);
        if (table->described->options & SV_AT_MOST_ONE &&
            store_at(store, number, place - 1)->parent == row->parent)
            linking->tell(linking->context, row, LINK_ONE_TOO_MANY);
    }
}

static void link_table(struct linking *linking, uint16_t number)
{
    struct store *store = linking->store;
    struct table *table = &store->tables[number];
    uint16_t parent = table->described->parent;
    uint32_t groups = parent == SV_NO_PARENT ? 1 : store->tables[parent].count;
    uint32_t *group = mem_new(table->count, sizeof(*group));
    uint32_t kept = 0;
    bool named = is_named(linking, number);
    for (uint32_t i = 0; i < table->count; i++) {
        struct sv_row *row = store_row(store, number, i);
        group[i] = find_group(linking, row, &table->links[i]);
        kept += group[i] != 0;
        if (group[i] && named)
            name_record(linking, table->links[i].own, row);
    }
    store_sort(store, number, group, groups);
    table->count = kept;
    number_subjects(store, number);
    tell_one_too_many(linking, number);
    free(group);
}

static bool any_links(const struct store *store)
{
    for (size_t t = 0; t < store->layout->plugin->table_count; t++) {
        if (store->tables[t].links)
            return true;
    }
    return false;
}

/* NOLINTNEXTLINE(readability-function-size): the macros of uthash are long */
void store_link(struct store *store,
                void (*tell)(void *context, const struct sv_row *row, enum link_fault fault),
                void *context)
{
    const struct sv_plugin *plugin = store->layout->plugin;
    struct linking linking = {.store = store, .tell = tell, .context = context};
    if (!any_links(store))
        return;
    linking.by_table = mem_new(plugin->table_count, sizeof(*linking.by_table));
    linking.newest = mem_new(plugin->table_count, sizeof(*linking.newest));
    for (uint16_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].linked)
            link_table(&linking, t);
    }
    for (uint16_t t = 0; t < plugin->table_count; t++)
        HASH_CLEAR(hh, linking.by_table[t]);
    free(linking.by_table);
    free(linking.newest);
    arena_free(&linking.memory);
}
