/* Hash tables: uthash, with memory that is there or ends the run. */
#ifndef STATVAL_HASH_H
#define STATVAL_HASH_H

#include <stdlib.h>

#include "memory.h"

#define uthash_malloc(size) mem_new(1, size)
#define uthash_free(memory, size) free(memory)
#include <uthash.h>

#endif
