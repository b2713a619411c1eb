#include "outline.h"

#include <string.h>

#include "submission.h"

#define DEPTH_MAX 32

static void add(struct pieces *pieces, size_t at, size_t end, uint32_t kind)
{
    if (pieces->count < OUTLINE_MAX)
        pieces->list[pieces->count++] = (struct piece){at, end - at, kind};
}

static uint32_t kind_of_name(const uint8_t *name, size_t length)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ name[i]) * 16777619U;
    return hash;
}

/* An element that was begun. */
struct begun {
    size_t at;
    size_t text; /* where its content begins */
    uint32_t kind;
    size_t records; /* that were there before its content */
};

struct walk {
    struct outline *outline;
    const uint8_t *bytes;
    struct begun open[DEPTH_MAX];
    size_t depth;
};

static void end_element(struct walk *walk, size_t tag, size_t tag_end)
{
    if (walk->depth == 0)
        return;
    const struct begun *begun = &walk->open[--walk->depth];
    if (begun->records == walk->outline->records.count)
        add(&walk->outline->values, begun->text, tag, begun->kind);
    add(&walk->outline->records, begun->at, tag_end, begun->kind);
}

static void take_tag(struct walk *walk, size_t tag, size_t tag_end)
{
    const uint8_t *name = walk->bytes + tag + 1;
    size_t length = 0;
    while (tag + 1 + length < tag_end && !strchr(" \t\r\n/>", name[length]))
        length++;
    if (name[0] == '?' || name[0] == '!')
        return;
    if (name[0] == '/')
        end_element(walk, tag, tag_end);
    else if (walk->bytes[tag_end - 2] == '/')
        add(&walk->outline->records, tag, tag_end, kind_of_name(name, length));
    else if (walk->depth < DEPTH_MAX)
        walk->open[walk->depth++] =
            (struct begun){tag, tag_end, kind_of_name(name, length), walk->outline->records.count};
}

static void outline_xml(struct outline *outline, const uint8_t *bytes, size_t from, size_t end)
{
    struct walk walk = {.outline = outline, .bytes = bytes};
    while (from < end) {
        const uint8_t *tag = memchr(bytes + from, '<', end - from);
        const uint8_t *tag_end = tag ? memchr(tag, '>', (size_t)(bytes + end - tag)) : NULL;
        if (!tag_end)
            return;
        from = (size_t)(tag_end + 1 - bytes);
        take_tag(&walk, (size_t)(tag - bytes), from);
    }
}

static void outline_line(struct outline *outline, const uint8_t *bytes, size_t from, size_t end)
{
    uint32_t column = 0;
    for (size_t at = from; at <= end; at++) {
        if (at < end && bytes[at] != ',')
            continue;
        add(&outline->values, from, at, column++);
        from = at + 1;
    }
}

static void outline_csv(struct outline *outline, const uint8_t *bytes, size_t from, size_t end)
{
    while (from < end) {
        const uint8_t *line_end = memchr(bytes + from, '\n', end - from);
        size_t next = line_end ? (size_t)(line_end + 1 - bytes) : end;
        add(&outline->records, from, next, 0);
        outline_line(outline, bytes, from, line_end ? next - 1 : next);
        from = next;
    }
}

void outline_make(struct outline *outline, const uint8_t *bytes, size_t length)
{
    const uint8_t *next = bytes + FUZZ_HEAD;
    outline->records.count = outline->values.count = 0;
    while (next < bytes + length) {
        size_t from = (size_t)(next - bytes) + 1; /* behind what the file is */
        size_t end = (size_t)(next - bytes) + fuzz_next_file(&next, bytes + length);
        if (from < end && bytes[from] == '<')
            outline_xml(outline, bytes, from, end);
        else if (from < end)
            outline_csv(outline, bytes, from, end);
    }
}
