/* The order of records that do not stand in the file as they belong together. */
#include <stdlib.h>

#include "../base/memory.h"
#include "store.h"

/* next[g]: how many records the groups before g have, and then how many were placed. */
static void count_groups(const struct table *table, const uint32_t *groups, uint32_t count,
                         uint32_t *next)
{
    for (uint32_t i = 0; i < table->count; i++)
        next[groups[i] ? groups[i] : count + 1]++;
    for (uint32_t g = 1, place = 0; g <= count + 1; g++) {
        uint32_t size = next[g];
        next[g] = place;
        place += size;
    }
}

/* Whether the records stand in the file as they belong together. */
static bool is_sorted(const struct table *table, const uint32_t *groups)
{
    uint32_t highest = 0;
    uint32_t i = 0;
    for (; i < table->count && groups[i] && groups[i] >= highest; i++)
        highest = groups[i];
    while (i < table->count && !groups[i])
        i++;
    return i == table->count;
}

static void note_order(struct table *table, const uint32_t *groups, uint32_t count, uint32_t *next)
{
    table->order = mem_new(table->count, sizeof(uint32_t));
    table->rank = mem_new(table->count, sizeof(uint32_t));
    for (uint32_t i = 0; i < table->count; i++) {
        uint32_t place = next[groups[i] ? groups[i] : count + 1]++;
        table->order[place] = i;
        table->rank[i] = place;
    }
}

void store_sort(struct store *store, uint16_t number, const uint32_t *groups, uint32_t count)
{
    struct table *table = &store->tables[number];
    uint32_t *next = mem_new((size_t)count + 2, sizeof(*next)); /* place, by group */
    free(table->starts);
    table->starts = mem_new((size_t)count + 1, sizeof(uint32_t));
    table->start_count = table->start_capacity = (size_t)count + 1;
    count_groups(table, groups, count, next);
    for (uint32_t g = 1; g <= count + 1; g++)
        table->starts[g - 1] = next[g];
    if (!is_sorted(table, groups))
        note_order(table, groups, count, next);
    free(next);
}
