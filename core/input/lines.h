/* Where the lines of a file begin, to turn a byte offset into line and column. */
#ifndef STATVAL_LINES_H
#define STATVAL_LINES_H

#include <stddef.h>
#include <stdint.h>

/* Where line 65, 129, ... begins. */
struct line_mark {
    uint32_t offset;
    uint32_t place; /* of the length of the line among the lengths */
};

/* A file may have hundreds of millions of lines, which are asked for by few: so lengths are kept,
 * most of them in one byte, and marks from which they are counted. */
struct lines {
    uint8_t *lengths; /* of each line that ended: 7 bits a byte, the lowest first; the highest bit
                         says that more follow */
    size_t lengths_size;
    size_t lengths_capacity;
    struct line_mark *marks;
    size_t mark_count;
    size_t mark_capacity;
    size_t count;    /* of lines that ended */
    uint32_t begun;  /* where the line begins that did not */
    uint64_t length; /* bytes seen so far */
    uint32_t *wide;  /* offset of the first byte beyond ASCII of each line that has one */
    size_t wide_count;
    size_t wide_capacity;
};

struct position {
    uint32_t line;   /* from 1 */
    uint32_t column; /* from 1, in bytes of UTF-8 */
    _Bool is_exact;  /* all before it in the line is ASCII: the column counts characters, too */
};

/** Notes the line starts in the next bytes of the file. */
void lines_add(struct lines *lines, const char *bytes, size_t length);

struct position lines_position(const struct lines *lines, uint32_t offset);

void lines_free(struct lines *lines);

#endif
