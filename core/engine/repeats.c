/* Equal values below one record, or in the whole return: hashed, sorted, linked. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../model/values.h"
#include "worker.h"

struct keyed {
    uint64_t hash;
    uint32_t place; /* of the record in the range */
};

/* FNV-1a: the values are compared as well, so that a collision costs time only. */
static uint64_t hash_text(const char *text, bool any_case)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (; *text; text++) {
        bool lower = any_case && *text >= 'a' && *text <= 'z';
        unsigned char c = (unsigned char)(lower ? *text - 'a' + 'A' : *text);
        hash = (hash ^ c) * UINT64_C(1099511628211);
    }
    return hash;
}

static int compare_keyed(const void *left, const void *right)
{
    const struct keyed *a = left;
    const struct keyed *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static const char *text_at(const struct sv_repeats *repeats, struct sv_at field, uint32_t place,
                           char room[VALUE_ROOM])
{
    const struct sv_row *row = store_at(repeats->store, field.table, repeats->lo + place);
    const struct sv_field *described =
        &repeats->store->tables[field.table].described->fields[field.field];
    return value_text(repeats->store, described, *store_value(repeats->store, row, field.field),
                      room);
}

static bool equal(const struct sv_repeats *repeats, struct sv_at field, uint32_t a, uint32_t b)
{
    char room_a[VALUE_ROOM];
    char room_b[VALUE_ROOM];
    int (*compare)(const char *, const char *) = repeats->any_case ? strcasecmp : strcmp;
    return compare(text_at(repeats, field, a, room_a), text_at(repeats, field, b, room_b)) == 0;
}

/* Links the records of one hash: each to the next of equal value. Different values under one hash
 * are so rare that going through them again does not matter. */
static void link_run(struct sv_repeats *repeats, struct sv_at field, const struct keyed *run,
                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            if (!equal(repeats, field, run[i].place, run[j].place))
                continue;
            uint32_t number = repeats->lo + run[i].place + 1;
            if (!repeats->first[run[i].place])
                repeats->first[run[i].place] = number;
            repeats->first[run[j].place] = repeats->first[run[i].place];
            repeats->next[run[i].place] = repeats->lo + run[j].place + 1;
            break;
        }
    }
}

static void link_all(struct sv_repeats *repeats, struct sv_at field, struct keyed *keys,
                     size_t count)
{
    qsort(keys, count, sizeof(*keys), compare_keyed);
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && keys[end].hash == keys[i].hash)
            end++;
        link_run(repeats, field, keys + i, end - i);
        i = end;
    }
}

/* Bits for each record in the sieve: the more, the fewer records pass it for nothing. */
#define SIEVE_BITS 16

/* Most values are there once, and need not be sorted: keeps those records whose hash another one
 * may have too. Every hash has a place in a field of bits, seen once or seen again. */
static size_t sieve(struct arena *scratch, struct keyed *keys, size_t count)
{
    size_t bits = 64;
    while (bits < count * SIEVE_BITS)
        bits *= 2;
    uint64_t *once = arena_new(scratch, bits / 8);
    uint64_t *again = arena_new(scratch, bits / 8);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t place = (keys[i].hash ^ keys[i].hash >> 32) & (bits - 1);
        uint64_t bit = UINT64_C(1) << place % 64;
        again[place / 64] |= once[place / 64] & bit;
        once[place / 64] |= bit;
    }
    for (size_t i = 0; i < count; i++) {
        size_t place = (keys[i].hash ^ keys[i].hash >> 32) & (bits - 1);
        if (again[place / 64] >> place % 64 & 1)
            keys[kept++] = keys[i];
    }
    return kept;
}

const struct sv_repeats *repeats_find(const struct sv_context *ctx, const struct sv_row *under,
                                      struct sv_at field)
{
    struct worker *worker = worker_of(ctx);
    struct sv_repeats *repeats = arena_new(&worker->scratch, sizeof(*repeats));
    struct range range = store_below(worker->store, under, field.table);
    uint32_t count = range.hi - range.lo;
    const struct sv_field *described = layout_field(worker->store->layout, field);
    *repeats = (struct sv_repeats){.store = worker->store,
                                   .table = field.table,
                                   .any_case = described->options & SV_ANY_CASE,
                                   .lo = range.lo,
                                   .count = count};
    if (count < 2)
        return repeats;
    repeats->first = arena_new(&worker->scratch, count * sizeof(uint32_t));
    repeats->next = arena_new(&worker->scratch, count * sizeof(uint32_t));
    struct keyed *keys = arena_new(&worker->scratch, count * sizeof(*keys));
    size_t present = 0;
    for (uint32_t i = 0; i < count; i++) {
        char room[VALUE_ROOM];
        const char *text = text_at(repeats, field, i, room);
        if (text)
            keys[present++] = (struct keyed){hash_text(text, repeats->any_case), i};
    }
    link_all(repeats, field, keys, sieve(&worker->scratch, keys, present));
    return repeats;
}

static uint32_t link_of(const uint32_t *links, const struct sv_repeats *repeats,
                        const struct sv_row *row)
{
    uint32_t place = store_place(repeats->store, row) - repeats->lo;
    return links && row->table == repeats->table && place < repeats->count ? links[place] : 0;
}

static const struct sv_row *row_of(const struct sv_repeats *repeats, uint32_t number)
{
    return number ? store_at(repeats->store, repeats->table, number - 1) : NULL;
}

const struct sv_row *repeats_first(const struct sv_repeats *repeats, const struct sv_row *row)
{
    return row_of(repeats, link_of(repeats->first, repeats, row));
}

const struct sv_row *repeats_next(const struct sv_repeats *repeats, const struct sv_row *row)
{
    return row_of(repeats, link_of(repeats->next, repeats, row));
}
