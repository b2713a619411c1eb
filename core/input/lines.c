#include "lines.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

#define BLOCK 64
#define MARK_EVERY 64 /* lines */
#define LENGTH_ROOM 5 /* bytes that a length takes at most */
#define LENGTH_BITS 0x7f
#define LENGTH_GOES_ON 0x80

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

static void add_length(struct lines *lines, uint32_t length)
{
    if (lines->lengths_capacity - lines->lengths_size < LENGTH_ROOM) {
        lines->lengths_capacity = lines->lengths_capacity ? lines->lengths_capacity * 2 : 256;
        lines->lengths = mem_resize(lines->lengths, lines->lengths_capacity);
    }
    for (; length > LENGTH_BITS; length >>= 7)
        lines->lengths[lines->lengths_size++] = (uint8_t)(length | LENGTH_GOES_ON);
    lines->lengths[lines->lengths_size++] = (uint8_t)length;
}

static void end_line(struct lines *lines, uint32_t next)
{
    add_length(lines, next - lines->begun);
    lines->begun = next;
    lines->count++;
    if (lines->count % MARK_EVERY)
        return;
    struct line_mark *mark =
        mem_grow((void **)&lines->marks, &lines->mark_capacity, lines->mark_count, sizeof(*mark));
    *mark = (struct line_mark){next, (uint32_t)lines->lengths_size};
    lines->mark_count++;
}

void lines_add(struct lines *lines, const char *bytes, size_t length)
{
    const char *end = bytes + length;
    uint32_t begun = lines->begun;
    for (const char *at = bytes; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        end_line(lines, (uint32_t)(lines->length + (uint64_t)(at - bytes) + 1));
    add_wide(lines, bytes, length, begun);
    lines->length += length;
}

/* How many of the offsets are at or before one. */
static size_t count_wide(const struct lines *lines, uint32_t offset)
{
    size_t lo = 0;
    for (size_t hi = lines->wide_count; lo < hi;) {
        size_t middle = (lo + hi) / 2;
        if (lines->wide[middle] <= offset)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

/* The last mark that is at or before an offset; *number: how many lines are before it. */
static struct line_mark mark_before(const struct lines *lines, uint32_t offset, size_t *number)
{
    size_t lo = 0;
    for (size_t hi = lines->mark_count; lo < hi;) {
        size_t middle = (lo + hi) / 2;
        if (lines->marks[middle].offset <= offset)
            lo = middle + 1;
        else
            hi = middle;
    }
    *number = lo * MARK_EVERY;
    return lo ? lines->marks[lo - 1] : (struct line_mark){0, 0};
}

static uint32_t read_length(const struct lines *lines, uint32_t *place)
{
    uint32_t length = 0;
    for (unsigned shift = 0;; shift += 7) {
        uint8_t byte = lines->lengths[(*place)++];
        length |= (uint32_t)(byte & LENGTH_BITS) << shift;
        if (!(byte & LENGTH_GOES_ON))
            return length;
    }
}

struct position lines_position(const struct lines *lines, uint32_t offset)
{
    size_t line;
    struct line_mark at = mark_before(lines, offset, &line);
    while (at.place < lines->lengths_size) {
        uint32_t length = read_length(lines, &at.place);
        if (offset - at.offset < length)
            break;
        at.offset += length;
        line++;
    }
    size_t wide = offset ? count_wide(lines, offset - 1) : 0;
    return (struct position){.line = (uint32_t)line + 1,
                             .column = offset - at.offset + 1,
                             .is_exact = wide == 0 || lines->wide[wide - 1] < at.offset};
}

void lines_free(struct lines *lines)
{
    free(lines->lengths);
    free(lines->marks);
    free(lines->wide);
    *lines = (struct lines){0};
}
