#include "tables.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "../base/memory.h"

/* A record while it is sorted. */
struct keyed {
    const char *key;
    uint32_t place; /* in the file */
};

/* Keys are texts, kept in the pool; "": missing. */
static const char *key_of(const struct store *store, const struct sv_row *row)
{
    uint16_t key = store->tables[row->table].described->key;
    return texts_get(&store->texts, store_value(store, row, key)->text);
}

static int compare_keyed(const void *left, const void *right)
{
    const struct keyed *a = left;
    const struct keyed *b = right;
    int order = strcasecmp(a->key, b->key);
    return order ? order : a->place < b->place ? -1 : 1;
}

/* FNV-1a, without regard to the case of letters. */
static uint32_t hash_key(const char *key)
{
    uint32_t hash = UINT32_C(2166136261);
    for (; *key; key++)
        hash = (hash ^ (uint32_t)tolower((unsigned char)*key)) * UINT32_C(16777619);
    return hash;
}

/* The slot that has the key, or the free one where it belongs. */
static uint32_t *slot_of(const struct store *store, const struct table *table, const char *key)
{
    size_t i = hash_key(key) & (table->slot_count - 1);
    while (table->slots[i] &&
           strcasecmp(key_of(store, table_at(table, table->slots[i] - 1)), key) != 0)
        i = (i + 1) & (table->slot_count - 1);
    return &table->slots[i];
}

/* Gives each key a slot with the place of its first record. */
static void index_table(const struct store *store, struct table *table)
{
    table->slot_count = 8;
    while (table->slot_count / 2 < table->count)
        table->slot_count *= 2;
    table->slots = mem_new(table->slot_count, sizeof(*table->slots));
    for (uint32_t place = 0; place < table->count; place++) {
        uint32_t *slot = slot_of(store, table, key_of(store, table_at(table, place)));
        if (!*slot)
            *slot = place + 1;
    }
}

static void sort_table(struct store *store, uint16_t number)
{
    struct table *table = &store->tables[number];
    struct keyed *sorted = mem_new(table->count, sizeof(*sorted));
    table->order = mem_new(table->count, sizeof(uint32_t));
    table->rank = mem_new(table->count, sizeof(uint32_t));
    for (uint32_t i = 0; i < table->count; i++)
        sorted[i] = (struct keyed){key_of(store, store_row(store, number, i)), i};
    qsort(sorted, table->count, sizeof(*sorted), compare_keyed);
    for (uint32_t place = 0; place < table->count; place++) {
        table->order[place] = sorted[place].place;
        table->rank[sorted[place].place] = place;
    }
    free(sorted);
    index_table(store, table);
}

void reference_sort(struct store *store)
{
    const struct sv_plugin *plugin = store->layout->plugin;
    for (uint16_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].options & SV_REFERENCE && store->tables[t].count)
            sort_table(store, t);
    }
}

const struct sv_row *reference_find(const struct store *store, uint16_t number, const char *key)
{
    const struct table *table = &store->tables[number];
    if (!key[0] || !table->slots)
        return NULL;
    uint32_t place = *slot_of(store, table, key);
    return place ? table_at(table, place - 1) : NULL;
}

const struct sv_row *reference_next(const struct store *store, const struct sv_row *row)
{
    uint32_t place = store_place(store, row) + 1;
    if (place >= store->tables[row->table].count)
        return NULL;
    const struct sv_row *next = store_at(store, row->table, place);
    return strcasecmp(key_of(store, next), key_of(store, row)) == 0 ? next : NULL;
}
