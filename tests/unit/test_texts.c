/* The pool of texts. */
#include "../../core/base/texts.h"

#include "../../core/base/crew.h"
#include "unit.h"

static uint32_t add(struct texts *texts, const char *text)
{
    return texts_add(texts, text, strlen(text));
}

static void texts_are_kept_as_they_are(void **state)
{
    (void)state;
    struct texts texts = {0};
    uint32_t first = add(&texts, "Fran\xc3\xa7oise");
    uint32_t second = add(&texts, " spaces stay ");
    uint32_t third = add(&texts, "");
    assert_string_equal(texts_get(&texts, first), "Fran\xc3\xa7oise");
    assert_string_equal(texts_get(&texts, second), " spaces stay ");
    assert_string_equal(texts_get(&texts, third), "");
    texts_free(&texts);
}

static void numbers_are_never_0_and_never_shared(void **state)
{
    (void)state;
    struct texts texts = {0};
    uint32_t first = add(&texts, "same");
    uint32_t second = add(&texts, "same");
    assert_int_not_equal(first, 0);
    assert_int_not_equal(second, 0);
    assert_int_not_equal(first, second);
    texts_free(&texts);
}

static void number_0_is_no_text(void **state)
{
    (void)state;
    struct texts texts = {0};
    assert_string_equal(texts_get(&texts, 0), "");
    add(&texts, "something");
    assert_string_equal(texts_get(&texts, 0), "");
    texts_free(&texts);
}

static void only_the_given_bytes_are_kept(void **state)
{
    (void)state;
    struct texts texts = {0};
    assert_string_equal(texts_get(&texts, texts_add(&texts, "2025-03-31T00", 10)), "2025-03-31");
    texts_free(&texts);
}

/* Texts of many lengths, in many chunks: each must be whole, and none may move. */
static void many_texts_stay_where_they_are(void **state)
{
    (void)state;
    enum { MANY = 400 };
    static char text[TEXT_MAX + 1];
    uint32_t numbers[MANY];
    const char *places[MANY];
    size_t lengths[MANY];
    struct texts texts = {0};
    memset(text, 'x', TEXT_MAX);
    for (size_t i = 0; i < MANY; i++) {
        lengths[i] = i % 3 ? i * 97 % TEXT_MAX : TEXT_MAX - i;
        text[0] = (char)('a' + i % 26);
        numbers[i] = texts_add(&texts, text, lengths[i]);
        places[i] = texts_get(&texts, numbers[i]);
    }
    for (size_t i = 0; i < MANY; i++) {
        const char *got = texts_get(&texts, numbers[i]);
        assert_ptr_equal(got, places[i]);
        assert_int_equal(strlen(got), lengths[i]);
        if (lengths[i])
            assert_int_equal(got[0], 'a' + i % 26);
    }
    texts_free(&texts);
}

static void the_longest_text_is_whole(void **state)
{
    (void)state;
    static char text[TEXT_MAX + 2];
    struct texts texts = {0};
    memset(text, 'y', TEXT_MAX + 1);
    assert_int_equal(strlen(texts_get(&texts, texts_add(&texts, text, TEXT_MAX))), TEXT_MAX);
    assert_int_equal(strlen(texts_get(&texts, texts_add(&texts, text, TEXT_MAX + 1))), TEXT_MAX);
    texts_free(&texts);
}

static void an_emptied_pool_can_be_used_again(void **state)
{
    (void)state;
    struct texts texts = {0};
    texts_free(&texts);
    add(&texts, "one");
    texts_free(&texts);
    assert_null(texts.pool);
    assert_string_equal(texts_get(&texts, add(&texts, "two")), "two");
    texts_free(&texts);
}

/* What one of several threads adds: numbered texts of its own. */
enum { ADDED = 60000 };

struct adder {
    struct texts texts;
    char name;
    uint32_t numbers[ADDED];
};

static void add_many(void *context, size_t member)
{
    struct adder *adder = &((struct adder *)context)[member];
    char text[16];
    for (size_t i = 0; i < ADDED; i++) {
        snprintf(text, sizeof(text), "%c %zu", adder->name, i);
        adder->numbers[i] = add(&adder->texts, text);
    }
}

static void several_threads_add_to_one_pool(void **state)
{
    (void)state;
    static struct adder adders[3];
    struct texts texts = {0};
    char text[16];
    uint32_t first = add(&texts, "first");
    for (size_t a = 0; a < 3; a++)
        adders[a] = (struct adder){.texts = texts_beside(&texts), .name = (char)('a' + a)};
    crew_run(3, add_many, adders);
    for (size_t a = 0; a < 3; a++) {
        for (size_t i = 0; i < ADDED; i++) {
            snprintf(text, sizeof(text), "%c %zu", adders[a].name, i);
            assert_string_equal(texts_get(&texts, adders[a].numbers[i]), text);
        }
    }
    assert_string_equal(texts_get(&adders[2].texts, first), "first");
    texts_free(&texts);
}

/* Nothing was added yet: the pool is the first one's all the same, who frees it. */
static void a_pool_that_others_begin(void **state)
{
    (void)state;
    struct texts texts = {0};
    struct texts beside = texts_beside(&texts);
    uint32_t number = add(&beside, "theirs");
    assert_int_not_equal(number, 0);
    assert_string_equal(texts_get(&texts, number), "theirs");
    texts_free(&texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_kept_as_they_are),
        cmocka_unit_test(numbers_are_never_0_and_never_shared),
        cmocka_unit_test(number_0_is_no_text),
        cmocka_unit_test(only_the_given_bytes_are_kept),
        cmocka_unit_test(many_texts_stay_where_they_are),
        cmocka_unit_test(the_longest_text_is_whole),
        cmocka_unit_test(an_emptied_pool_can_be_used_again),
        cmocka_unit_test(several_threads_add_to_one_pool),
        cmocka_unit_test(a_pool_that_others_begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
