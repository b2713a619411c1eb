/* One configuration file, as lines of NAME = VALUE; what they mean is not known here.
 * docs/configuration.md describes the format. */
#ifndef STATVAL_CONFIG_FILE_H
#define STATVAL_CONFIG_FILE_H

#include <stdbool.h>

#include "../base/error.h"
#include "../base/memory.h"

/* Largest file; enough for a line on every rule. */
#define CONFIG_SIZE_MAX (64 * 1024)

struct config_line {
    const char *name;
    const char *value; /* never empty */
    unsigned number;   /* of the line, from 1 */
};

struct config_file {
    const char *path;
    struct config_line *lines;
    size_t count;
    size_t capacity;
    struct arena texts;
};

/* What must be true of a file before it is read. */
enum config_trust {
    CONFIG_NAMED,  /* the user named it: anything that can be read */
    CONFIG_FOUND,  /* it was lying there: a plain file */
    CONFIG_TRUSTED /* it may name code to load: a plain file that not everybody may write */
};

/** Reads a file; `path` must stay valid. *there says whether it is there at all; if not, it is no
 *  error, unless the user named it. Fails with STATUS_USAGE. config_file_free() it in any case. */
bool config_file_read(struct config_file *file, const char *path, enum config_trust trust,
                      bool *there, struct error *error);

/** Splits a text into lines. Fails with STATUS_USAGE, naming the line, when one is not right or a
 *  name is doubled. */
bool config_file_parse(struct config_file *file, const char *text, size_t length,
                       struct error *error);

void config_file_free(struct config_file *file);

#endif
