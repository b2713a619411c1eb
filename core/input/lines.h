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
};

struct position {
    uint32_t line;   /* from 1 */
    uint32_t column; /* from 1, in bytes of UTF-8 */
};

/** Notes the line starts in the next bytes of the file. */
void lines_add(struct lines *lines, const char *bytes, size_t length);

struct position lines_position(const struct lines *lines, uint32_t offset);

void lines_free(struct lines *lines);

#endif
