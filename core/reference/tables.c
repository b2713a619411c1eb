#include "tables.h"

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
}

void reference_sort(struct store *store)
{
    const struct sv_plugin *plugin = store->layout->plugin;
    for (uint16_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].options & SV_REFERENCE && store->tables[t].count)
            sort_table(store, t);
    }
}

const struct sv_row *reference_find(const struct store *store, uint16_t table, const char *key)
{
    uint32_t lo = 0;
    uint32_t count = store->tables[table].count;
    if (!key[0] || !store->tables[table].order)
        return NULL;
    for (uint32_t hi = count; lo < hi;) {
        uint32_t middle = lo + (hi - lo) / 2;
        if (strcasecmp(key_of(store, store_at(store, table, middle)), key) < 0)
            lo = middle + 1;
        else
            hi = middle;
    }
    const struct sv_row *row = lo < count ? store_at(store, table, lo) : NULL;
    return row && strcasecmp(key_of(store, row), key) == 0 ? row : NULL;
}

const struct sv_row *reference_next(const struct store *store, const struct sv_row *row)
{
    uint32_t place = store_place(store, row) + 1;
    if (place >= store->tables[row->table].count)
        return NULL;
    const struct sv_row *next = store_at(store, row->table, place);
    return strcasecmp(key_of(store, next), key_of(store, row)) == 0 ? next : NULL;
}
