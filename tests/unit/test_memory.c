/* Memory: arenas, growing arrays, and what happens when there is none left. */
#include "../../core/base/memory.h"

#include <sys/wait.h>
#include <unistd.h>

#include "../../core/base/error.h"
#include "unit.h"

static bool all_zero(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (bytes[i])
            return false;
    }
    return true;
}

/* Takes pieces of every size, dirties them, and sees that none overlaps another. */
static void fill(struct arena *arena)
{
    enum { MANY = 3000 };
    static char *pieces[MANY];
    for (size_t i = 0; i < MANY; i++) {
        size_t size = i % 257;
        pieces[i] = arena_new(arena, size);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        assert_true(all_zero(pieces[i], size));
        memset(pieces[i], (int)(i % 255) + 1, size);
    }
    for (size_t i = 0; i < MANY; i++) {
        for (size_t b = 0; b < i % 257; b++)
            assert_int_equal((unsigned char)pieces[i][b], i % 255 + 1);
    }
}

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    struct arena arena = {0};
    fill(&arena);
    arena_free(&arena);
}

static void what_is_cut_after_a_reset_is_zeroed_again(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (int i = 0; i < 3; i++) {
        fill(&arena);
        arena_reset(&arena);
    }
    arena_free(&arena);
}

/* The scratch memory of a worker is emptied after every record: that must not give it back. */
static void a_reset_keeps_one_block(void **state)
{
    (void)state;
    struct arena arena = {0};
    void *first = arena_new(&arena, 100);
    arena_reset(&arena);
    assert_ptr_equal(arena_new(&arena, 200), first);
    arena_reset(&arena);
    assert_ptr_equal(arena_new(&arena, 1), first);
    arena_free(&arena);
}

static void large_pieces(void **state)
{
    (void)state;
    const size_t large = (size_t)1 << 20;
    struct arena arena = {0};
    char *small = arena_new(&arena, 10);
    memcpy(small, "untouched", 10);
    char *big = arena_new(&arena, large);
    assert_true(all_zero(big, large));
    memset(big, 1, large);
    char *after = arena_new(&arena, 10);
    assert_true(all_zero(after, 10));
    assert_string_equal(small, "untouched");
    arena_reset(&arena);
    char *again = arena_new(&arena, large);
    assert_true(all_zero(again, large));
    arena_free(&arena);
}

static void a_piece_that_fills_a_block_to_the_end(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *whole = arena_new(&arena, (size_t)64 * 1024);
    char *next = arena_new(&arena, 16);
    memset(whole, 1, (size_t)64 * 1024);
    assert_true(all_zero(next, 16));
    assert_non_null(arena_new(&arena, 0));
    arena_free(&arena);
}

static void an_emptied_arena_can_be_used_again(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_free(&arena);
    arena_reset(&arena);
    fill(&arena);
    arena_free(&arena);
    assert_null(arena.newest);
    fill(&arena);
    arena_free(&arena);
}

/* What was cut from both stays where it is, and the other arena begins anew. */
static void an_arena_takes_over_another(void **state)
{
    (void)state;
    for (int filled = 0; filled < 4; filled++) {
        struct arena arena = {0};
        struct arena other = {0};
        if (filled & 1)
            fill(&arena);
        if (filled & 2)
            fill(&other);
        char *own = filled & 1 ? arena_new(&arena, 5) : NULL;
        char *theirs = filled & 2 ? arena_new(&other, 5) : NULL;
        if (own)
            memcpy(own, "own", 4);
        if (theirs)
            memcpy(theirs, "them", 5);
        arena_take(&arena, &other);
        assert_null(other.newest);
        fill(&arena);
        fill(&other);
        arena_free(&other);
        if (own)
            assert_string_equal(own, "own");
        if (theirs)
            assert_string_equal(theirs, "them");
        arena_free(&arena);
    }
}

static void growing_arrays_keep_what_they_hold(void **state)
{
    (void)state;
    struct thing {
        int number;
        char rest[20];
    } *things = NULL;
    size_t capacity = 0;
    for (int i = 0; i < 10000; i++) {
        struct thing *thing = mem_grow((void **)&things, &capacity, (size_t)i, sizeof(*thing));
        assert_ptr_equal(thing, &things[i]);
        assert_true(all_zero((const char *)thing, sizeof(*thing)));
        thing->number = i;
    }
    assert_true(capacity >= 10000);
    for (int i = 0; i < 10000; i++)
        assert_int_equal(things[i].number, i);
    free(things);
}

static void resized_memory_keeps_what_it_held(void **state)
{
    (void)state;
    char *bytes = mem_resize(NULL, 4);
    memcpy(bytes, "abc", 4);
    bytes = mem_resize(bytes, 100000);
    assert_string_equal(bytes, "abc");
    bytes = mem_resize(bytes, 2);
    assert_memory_equal(bytes, "ab", 2);
    bytes = mem_resize(bytes, 0);
    assert_non_null(bytes);
    free(bytes);
}

static void copies_end_with_a_nul(void **state)
{
    (void)state;
    char *copy = mem_copy("abcdef", 3);
    assert_string_equal(copy, "abc");
    free(copy);
    copy = mem_copy("", 0);
    assert_string_equal(copy, "");
    free(copy);
}

static void no_things_are_some_memory(void **state)
{
    (void)state;
    void *none = mem_new(0, 10);
    assert_non_null(none);
    free(none);
    none = mem_new(10, 0);
    assert_non_null(none);
    free(none);
}

static int clean_up_pipe[2];

static void say_clean(void)
{
    ssize_t ignored = write(clean_up_pipe[1], "clean", 5);
    (void)ignored;
}

/* Runs out of memory in a child process, and compares what it says. */
static void assert_ends_with(bool reported, const char *sentence)
{
    int message_pipe[2];
    char message[128] = "";
    char cleaned[8] = "";
    int status = 0;
    assert_int_equal(pipe(message_pipe), 0);
    assert_int_equal(pipe(clean_up_pipe), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(message_pipe[1], STDERR_FILENO);
        mem_on_exhausted(say_clean);
        if (reported)
            report_begins();
        mem_exhausted();
    }
    close(message_pipe[1]);
    close(clean_up_pipe[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(read(message_pipe[0], message, sizeof(message) - 1) > 0);
    assert_int_equal(read(clean_up_pipe[0], cleaned, sizeof(cleaned) - 1), 5);
    close(message_pipe[0]);
    close(clean_up_pipe[0]);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), STATUS_FAULT);
    assert_string_equal(message, sentence);
    assert_string_equal(cleaned, "clean");
}

static void want_of_memory_ends_the_run(void **state)
{
    (void)state;
    assert_ends_with(false, "statval: out of memory; nothing was reported.\n");
    assert_ends_with(true, "statval: out of memory; not everything was reported.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(what_is_cut_after_a_reset_is_zeroed_again),
        cmocka_unit_test(a_reset_keeps_one_block),
        cmocka_unit_test(large_pieces),
        cmocka_unit_test(a_piece_that_fills_a_block_to_the_end),
        cmocka_unit_test(an_emptied_arena_can_be_used_again),
        cmocka_unit_test(an_arena_takes_over_another),
        cmocka_unit_test(growing_arrays_keep_what_they_hold),
        cmocka_unit_test(resized_memory_keeps_what_it_held),
        cmocka_unit_test(copies_end_with_a_nul),
        cmocka_unit_test(no_things_are_some_memory),
        cmocka_unit_test(want_of_memory_ends_the_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
