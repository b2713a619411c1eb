/* Memory for everything in the process, libraries and plugins too: it is there, or it ends the run.
 *
 * Not every library tells that it had none. libxlsxwriter leaves cells out, libxml2 takes the data
 * for broken, the loader leaves a plugin out: each would give another report with the usual status.
 * These functions stand before glibc's, as its manual allows, and use what is behind them. */
#include <stddef.h>
#include <stdlib.h>

#include "../base/memory.h"

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

void *malloc(size_t size)
{
    void *memory = __libc_malloc(size);
    if (!memory)
        mem_exhausted();
    return memory;
}

void *calloc(size_t count, size_t size)
{
    void *memory = __libc_calloc(count, size);
    if (!memory)
        mem_exhausted();
    return memory;
}

/* Nothing in place of something gives it back, and is no want of memory. */
void *realloc(void *old, size_t size)
{
    void *memory = __libc_realloc(old, size);
    if (!memory && (size > 0 || !old))
        mem_exhausted();
    return memory;
}
