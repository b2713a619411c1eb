/*
 * Preloaded library that makes allocations fail. STATVAL_FAIL_AT=N: the Nth allocation of the
 * process, counted from 1, fails; with STATVAL_FAIL_ON=1 all later ones fail too. With
 * STATVAL_FAIL_COUNT=FILE the number of allocations is written there at the end of the process.
 *
 * It stands before what the program's own malloc() calls, and before malloc() itself, for a program
 * that has none.
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static atomic_long calls;
static long fail_at;
static bool fail_on;

__attribute__((constructor)) static void read_settings(void)
{
    const char *at = getenv("STATVAL_FAIL_AT");
    fail_on = getenv("STATVAL_FAIL_ON") != NULL;
    fail_at = at != NULL ? strtol(at, NULL, 10) : 0;
    atomic_store(&calls, 0);
}

__attribute__((destructor)) static void write_count(void)
{
    long total = atomic_load(&calls);
    const char *path = getenv("STATVAL_FAIL_COUNT");
    fail_at = 0;
    FILE *file = path != NULL ? fopen(path, "w") : NULL;
    if (file != NULL) {
        fprintf(file, "%ld\n", total);
        fclose(file);
    }
}

static bool fails(void)
{
    long call = atomic_fetch_add(&calls, 1) + 1;
    if (fail_at == 0 || call < fail_at || (call > fail_at && !fail_on))
        return false;
    errno = ENOMEM;
    return true;
}

/* The function of that name in glibc. Finding it needs no memory. */
static void *real(const char *name)
{
    void *function = dlsym(RTLD_NEXT, name);
    if (function == NULL)
        abort();
    return function;
}

void *__libc_malloc(size_t size)
{
    static void *(*allocate)(size_t);
    if (allocate == NULL)
        *(void **)&allocate = real("__libc_malloc");
    return fails() ? NULL : allocate(size);
}

void *__libc_calloc(size_t count, size_t size)
{
    static void *(*allocate)(size_t, size_t);
    if (allocate == NULL)
        *(void **)&allocate = real("__libc_calloc");
    return fails() ? NULL : allocate(count, size);
}

void *__libc_realloc(void *old, size_t size)
{
    static void *(*allocate)(void *, size_t);
    if (allocate == NULL)
        *(void **)&allocate = real("__libc_realloc");
    return fails() ? NULL : allocate(old, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    static void *(*allocate)(size_t, size_t);
    if (allocate == NULL)
        *(void **)&allocate = real("aligned_alloc");
    return fails() ? NULL : allocate(alignment, size);
}

void *malloc(size_t size)
{
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return __libc_realloc(old, size);
}
