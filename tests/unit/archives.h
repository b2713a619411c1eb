/* Zip archives for a test, in its folder. */
#ifndef ARCHIVES_H
#define ARCHIVES_H

#include "folder.h"

/* One file in an archive. Without `bytes` it is a folder. */
struct archived {
    const char *name;
    const char *bytes;
    size_t length;
};

#define TEXT_IN(name_, text)                                                                       \
    {                                                                                              \
        (name_), (text), sizeof(text) - 1                                                          \
    }

/** Writes an archive with these files, in this order; returns its path, as in_folder() does. */
const char *write_archive(const char *name, const struct archived *files, size_t count);

/** The same in memory; free() it. */
char *make_archive(const struct archived *files, size_t count, size_t *length);

#endif
