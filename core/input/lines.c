#include "lines.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

#define BLOCK 64

/* The first byte beyond ASCII; NULL: none. Nearly every file has none at all, so that whole blocks
 * are looked at. */
static const char *next_wide(const char *at, const char *end)
{
    while (end - at >= BLOCK) {
        unsigned char any = 0;
        for (int i = 0; i < BLOCK; i++)
            any |= (unsigned char)at[i];
        if (any & 0x80)
            break;
        at += BLOCK;
    }
    while (at < end && !((unsigned char)*at & 0x80))
        at++;
    return at < end ? at : NULL;
}

/* Notes the lines that have letters beyond ASCII. `begun`: where the line began that the bytes go
 * on with. */
static void add_wide(struct lines *lines, const char *bytes, size_t length, uint32_t begun)
{
    const char *end = bytes + length;
    const char *at = bytes;
    if (lines->wide_count && lines->wide[lines->wide_count - 1] >= begun)
        at = memchr(bytes, '\n', length);
    while (at && (at = next_wide(at, end)) != NULL) {
        uint32_t *place = mem_grow((void **)&lines->wide, &lines->wide_capacity, lines->wide_count,
                                   sizeof(*lines->wide));
        *place = (uint32_t)(lines->length + (uint64_t)(at - bytes));
        lines->wide_count++;
        at = memchr(at, '\n', (size_t)(end - at));
    }
}

void lines_add(struct lines *lines, const char *bytes, size_t length)
{
    const char *end = bytes + length;
    uint32_t begun = lines->count ? lines->starts[lines->count - 1] : 0;
    for (const char *at = bytes; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++) {
        if (lines->count == lines->capacity) /* mem_grow() for each line would be felt */
            mem_grow((void **)&lines->starts, &lines->capacity, lines->count, sizeof(uint32_t));
        lines->starts[lines->count++] = (uint32_t)(lines->length + (uint64_t)(at - bytes) + 1);
    }
    add_wide(lines, bytes, length, begun);
    lines->length += length;
}

/* How many of the offsets are at or before one. */
static size_t count_up_to(const uint32_t *offsets, size_t count, uint32_t offset)
{
    size_t lo = 0;
    size_t hi = count;
    while (lo < hi) {
        size_t middle = (lo + hi) / 2;
        if (offsets[middle] <= offset)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

struct position lines_position(const struct lines *lines, uint32_t offset)
{
    size_t line = count_up_to(lines->starts, lines->count, offset);
    uint32_t start = line ? lines->starts[line - 1] : 0;
    size_t wide = offset ? count_up_to(lines->wide, lines->wide_count, offset - 1) : 0;
    return (struct position){.line = (uint32_t)line + 1,
                             .column = offset - start + 1,
                             .is_exact = wide == 0 || lines->wide[wide - 1] < start};
}

void lines_free(struct lines *lines)
{
    free(lines->starts);
    free(lines->wide);
    *lines = (struct lines){0};
}
