#include "texts.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

/* A number is the chunk (upper 12 bits) and the byte in it (lower 20 bits). */
#define CHUNK_BITS 20
#define CHUNK_SIZE ((size_t)1 << CHUNK_BITS)
#define CHUNK_LIMIT ((size_t)1 << (32 - CHUNK_BITS))

struct text_pool {
    atomic_size_t chunk_count;
    char *chunks[CHUNK_LIMIT];
};

static struct text_pool *pool_of(struct texts *texts)
{
    if (!texts->pool)
        texts->pool = mem_new(1, sizeof(*texts->pool));
    return texts->pool;
}

/* Begins a chunk of its own; false when the pool is full. */
static bool begin_chunk(struct texts *texts)
{
    struct text_pool *pool = pool_of(texts);
    size_t number = atomic_load(&pool->chunk_count);
    do {
        if (number == CHUNK_LIMIT)
            return false;
    } while (!atomic_compare_exchange_weak(&pool->chunk_count, &number, number + 1));
    texts->chunk = mem_new(CHUNK_SIZE, 1);
    texts->chunk_number = (uint32_t)(number << CHUNK_BITS);
    texts->used = number == 0 ? 1 : 0; /* number 0 means no text */
    pool->chunks[number] = texts->chunk;
    return true;
}

uint32_t texts_add(struct texts *texts, const char *text, size_t length)
{
    if (length > TEXT_MAX)
        length = TEXT_MAX;
    if ((!texts->chunk || CHUNK_SIZE - texts->used < length + 1) && !begin_chunk(texts))
        return 0;
    memcpy(texts->chunk + texts->used, text, length); /* a NUL is behind it already */
    uint32_t number = texts->chunk_number | (uint32_t)texts->used;
    texts->used += length + 1;
    return number;
}

const char *texts_get(const struct texts *texts, uint32_t number)
{
    if (number == 0)
        return "";
    return texts->pool->chunks[number >> CHUNK_BITS] + (number & (CHUNK_SIZE - 1));
}

struct texts texts_beside(struct texts *texts)
{
    return (struct texts){.pool = pool_of(texts)};
}

void texts_free(struct texts *texts)
{
    size_t count = texts->pool ? atomic_load(&texts->pool->chunk_count) : 0;
    for (size_t i = 0; i < count; i++)
        free(texts->pool->chunks[i]);
    free(texts->pool);
    *texts = (struct texts){0};
}
