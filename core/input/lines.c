#include "lines.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

void lines_add(struct lines *lines, const char *bytes, size_t length)
{
    const char *end = bytes + length;
    for (const char *at = bytes; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++) {
        if (lines->count == lines->capacity) /* mem_grow() for each line would be felt */
            mem_grow((void **)&lines->starts, &lines->capacity, lines->count, sizeof(uint32_t));
        lines->starts[lines->count++] = (uint32_t)(lines->length + (uint64_t)(at - bytes) + 1);
    }
    lines->length += length;
}

struct position lines_position(const struct lines *lines, uint32_t offset)
{
    size_t lo = 0;
    size_t hi = lines->count;
    while (lo < hi) { /* the number of lines that begin at or before the offset */
        size_t middle = (lo + hi) / 2;
        if (lines->starts[middle] <= offset)
            lo = middle + 1;
        else
            hi = middle;
    }
    uint32_t start = lo ? lines->starts[lo - 1] : 0;
    return (struct position){(uint32_t)lo + 1, offset - start + 1};
}

void lines_free(struct lines *lines)
{
    free(lines->starts);
    *lines = (struct lines){0};
}
