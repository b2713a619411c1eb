#include "texts.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

/* A number is the chunk (upper 12 bits) and the byte in it (lower 20 bits). */
#define CHUNK_BITS 20
#define CHUNK_SIZE ((size_t)1 << CHUNK_BITS)
#define CHUNK_LIMIT ((size_t)1 << (32 - CHUNK_BITS))

static char *add_chunk(struct texts *texts)
{
    char **place = mem_grow((void **)&texts->chunks, &texts->chunk_capacity, texts->chunk_count,
                            sizeof(char *));
    *place = mem_new(CHUNK_SIZE, 1);
    texts->chunk_count++;
    texts->used = texts->chunk_count == 1 ? 1 : 0; /* number 0 means no text */
    return *place;
}

uint32_t texts_add(struct texts *texts, const char *text, size_t length)
{
    if (length > TEXT_MAX)
        length = TEXT_MAX;
    if (texts->chunk_count == 0 || CHUNK_SIZE - texts->used < length + 1) {
        if (texts->chunk_count == CHUNK_LIMIT)
            return 0;
        add_chunk(texts);
    }
    size_t chunk = texts->chunk_count - 1;
    char *place = texts->chunks[chunk] + texts->used;
    memcpy(place, text, length);
    uint32_t number = (uint32_t)(chunk << CHUNK_BITS | texts->used);
    texts->used += length + 1;
    return number;
}

const char *texts_get(const struct texts *texts, uint32_t number)
{
    if (number == 0)
        return "";
    return texts->chunks[number >> CHUNK_BITS] + (number & (CHUNK_SIZE - 1));
}

void texts_free(struct texts *texts)
{
    for (size_t i = 0; i < texts->chunk_count; i++)
        free(texts->chunks[i]);
    free(texts->chunks);
    *texts = (struct texts){0};
}
