/* Where the records and values of a submission (submission.h) stand in its bytes: the elements of
 * XML files, the lines and cells of CSV files. Found by looking, not by parsing: bytes that are
 * neither have few. */
#ifndef FUZZ_OUTLINE_H
#define FUZZ_OUTLINE_H

#include <stddef.h>
#include <stdint.h>

#define OUTLINE_MAX 1024

/** Bytes that belong together; pieces of one kind are elements of one name, or cells of one column.
 */
struct piece {
    size_t at;
    size_t length;
    uint32_t kind;
};

struct pieces {
    struct piece list[OUTLINE_MAX];
    size_t count;
};

struct outline {
    struct pieces records; /**< elements with their tags, lines with their ends */
    struct pieces values;  /**< texts of elements without elements in them, cells */
};

/** Finds them, up to OUTLINE_MAX of each. */
void outline_make(struct outline *outline, const uint8_t *bytes, size_t length);

#endif
