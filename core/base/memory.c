#include "memory.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "error.h"

/* Each block is twice as large as the one before, up to the largest. */
#define ARENA_FIRST_BLOCK ((size_t)64 * 1024)
#define ARENA_LARGEST_BLOCK ((size_t)4 * 1024 * 1024)
/* Of this size on, memory is asked for in large pages: their first touch costs far less. */
#define LARGE_PAGE ((size_t)2 * 1024 * 1024)
#define ALIGNMENT ((size_t)16)

struct arena_block {
    struct arena_block *older;
    size_t size;
    _Alignas(16) char bytes[];
};

static void (*before_exit)(void);

void mem_on_exhausted(void (*clean_up)(void))
{
    before_exit = clean_up;
}

_Noreturn void mem_exhausted(void)
{
    static atomic_flag ending = ATOMIC_FLAG_INIT;
    while (atomic_flag_test_and_set(&ending))
        pause(); /* another thread ends the run */
    char text[80];
    int length = snprintf(text, sizeof(text), "statval: out of memory; %s.\n", what_was_reported());
    ssize_t ignored = write(STDERR_FILENO, text, (size_t)length);
    (void)ignored;
    if (before_exit)
        before_exit();
    _exit(STATUS_FAULT);
}

static void *or_exhausted(void *memory)
{
    if (!memory)
        mem_exhausted();
    return memory;
}

void *mem_new(size_t count, size_t size)
{
    return or_exhausted(calloc(count ? count : 1, size ? size : 1));
}

void *mem_resize(void *memory, size_t size)
{
    return or_exhausted(realloc(memory, size ? size : 1));
}

char *mem_copy(const char *text, size_t length)
{
    char *copy = mem_new(length + 1, 1);
    memcpy(copy, text, length);
    return copy;
}

void *mem_grow(void **array, size_t *capacity, size_t count, size_t size)
{
    if (count == *capacity) {
        size_t larger = *capacity ? *capacity * 2 : 16;
        if (larger > SIZE_MAX / size)
            mem_exhausted();
        *array = or_exhausted(realloc(*array, larger * size));
        *capacity = larger;
    }
    char *place = (char *)*array + count * size;
    memset(place, 0, size);
    return place;
}

static size_t size_of_next(const struct arena *arena)
{
    size_t twice =
        arena->newest ? (arena->newest->size + sizeof(struct arena_block)) * 2 : ARENA_FIRST_BLOCK;
    return twice < ARENA_LARGEST_BLOCK ? twice : ARENA_LARGEST_BLOCK;
}

static void *block_memory(size_t size)
{
    if (size % LARGE_PAGE)
        return or_exhausted(malloc(size));
    void *memory = or_exhausted(aligned_alloc(LARGE_PAGE, size));
    (void)madvise(memory, size, MADV_HUGEPAGE); /* without it everything works, only slower */
    return memory;
}

static void arena_add_block(struct arena *arena, size_t at_least)
{
    struct arena_block *block;
    size_t size = size_of_next(arena);
    if (size < sizeof(*block) + at_least)
        size = sizeof(*block) + at_least;
    block = block_memory(size);
    block->older = arena->newest;
    block->size = size - sizeof(*block);
    arena->newest = block;
    arena->used = 0;
}

void *arena_room(struct arena *arena, size_t size)
{
    size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!arena->newest || arena->newest->size - arena->used < rounded)
        arena_add_block(arena, rounded);
    void *place = arena->newest->bytes + arena->used;
    arena->used += rounded;
    return place;
}

void *arena_new(struct arena *arena, size_t size)
{
    return memset(arena_room(arena, size), 0, size);
}

void arena_reset(struct arena *arena)
{
    while (arena->newest && arena->newest->older) {
        struct arena_block *older = arena->newest->older;
        free(arena->newest);
        arena->newest = older;
    }
    arena->used = 0;
}

void arena_take(struct arena *arena, struct arena *from)
{
    struct arena_block **oldest = &arena->newest; /* the other's go behind it */
    while (*oldest)
        oldest = &(*oldest)->older;
    if (!arena->newest)
        arena->used = from->used;
    *oldest = from->newest;
    *from = (struct arena){0};
}

void arena_free(struct arena *arena)
{
    while (arena->newest) {
        struct arena_block *older = arena->newest->older;
        free(arena->newest);
        arena->newest = older;
    }
    arena->used = 0;
}
