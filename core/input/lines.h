/* Where the lines of a file begin, to turn a byte offset into line and column. */
#ifndef STATVAL_LINES_H
#define STATVAL_LINES_H

#include <stddef.h>
#include <stdint.h>

struct lines {
    uint32_t *starts; /* offset of line 2, 3, ... */
    size_t count;
    size_t capacity;
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
