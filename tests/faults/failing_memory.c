/*
 * Preloaded library that makes allocations fail. STATVAL_FAIL_AT=N: the Nth allocation of the
 * process, counted from 1, fails; with STATVAL_FAIL_ON=1 all later ones fail too. With
 * STATVAL_FAIL_COUNT=FILE the number of allocations is written there at the end of the process.
 * It stands on glibc's __libc_ functions, so that it needs no memory to find the real ones.
 */
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

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

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}

int posix_memalign(void **result, size_t alignment, size_t size)
{
    void *memory = fails() ? NULL : __libc_memalign(alignment, size);
    if (memory == NULL)
        return ENOMEM;
    *result = memory;
    return 0;
}
