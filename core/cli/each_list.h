/* The submissions that statval check --each looks at, and what became of each. */
#ifndef STATVAL_EACH_LIST_H
#define STATVAL_EACH_LIST_H

#include <stdbool.h>
#include <stdint.h>

#include <statval/date.h>

#include "../base/error.h"
#include "../base/memory.h"

struct each_entry {
    const char *path;
    const char *name; /* the last step of the path */
    const char *stem; /* what % stands for: the name without its ending, if no other has it */
    /* What became of it: */
    int status;         /* enum status: OK, FINDINGS, USAGE or INPUT */
    const char *reason; /* why it could not be read, or why an option does not fit it; or NULL */
    const char *plugin; /* id of the return; NULL: not known */
    int year;
    sv_day period_start;
    sv_day period_end;
    uint32_t subjects;
    size_t errors; /* of rules and schema */
    size_t queries;
    size_t skipped; /* rules that were not run */
};

struct each_list {
    const struct configuration *configuration; /* that applies to all; NULL: none */
    struct each_entry *entries;
    size_t count;
    size_t capacity;
    struct arena texts;
};

/** Lists the entries of folders, in the order of their names, and paths that are no folder. False
 *  with STATUS_INPUT when a folder cannot be read or there is nothing at all, STATUS_USAGE when two
 *  have the same name. */
bool each_list_fill(struct each_list *list, char *const *paths, size_t count, struct error *error);
void each_list_free(struct each_list *list);

/** Keeps a text as long as the list. */
const char *each_list_keep(struct each_list *list, const char *text);

#endif
