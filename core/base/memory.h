/* Memory that is there or ends the run: statval cannot report anything without it. */
#ifndef STATVAL_MEMORY_H
#define STATVAL_MEMORY_H

#include <stddef.h>

/** Zeroed memory for `count` things of `size` bytes; free() it. Ends the run when there is none. */
__attribute__((returns_nonnull)) void *mem_new(size_t count, size_t size);

/** Memory for `size` bytes in place of `memory`, with what that held; free() it. */
void *mem_resize(void *memory, size_t size);

/** A copy of `length` bytes of text with a NUL behind; free() it. */
char *mem_copy(const char *text, size_t length);

/** Makes room for one more thing of `size` bytes in a growing array: `*array` holds `count` and has
 *  room for `*capacity`. Returns the place of the new thing, zeroed. */
void *mem_grow(void **array, size_t *capacity, size_t count, size_t size);

/** Ends the run for want of memory. */
_Noreturn void mem_exhausted(void);

/** Sets what is done before the run ends for want of memory (once); NULL: nothing. */
void mem_on_exhausted(void (*clean_up)(void));

/* A piece of memory from which many small things are cut and freed together. */
struct arena {
    struct arena_block *newest;
    size_t used; /* of the newest block */
};

/** `size` bytes, not set to anything, aligned for anything, valid until arena_free(). */
void *arena_room(struct arena *arena, size_t size);

/** `size` bytes, zeroed, aligned for anything, valid until arena_free(). */
void *arena_new(struct arena *arena, size_t size);

/** Forgets everything that was cut from it, and keeps one block for what comes. */
void arena_reset(struct arena *arena);

/** Takes over what was cut from another arena, which is empty afterwards. */
void arena_take(struct arena *arena, struct arena *from);

/** Gives back everything; the arena is empty afterwards and can be used again. */
void arena_free(struct arena *arena);

#endif
