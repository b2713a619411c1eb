/* Sentences that tell why a run cannot go on. */
#include "../../core/base/error.h"

#include "unit.h"

static void an_error_has_a_status_and_a_sentence(void **state)
{
    (void)state;
    struct error error = {0};
    assert_false(error_set(&error, STATUS_INPUT, "%s: line %d.", "file.xml", 7));
    assert_int_equal(error.status, STATUS_INPUT);
    assert_string_equal(error.text, "file.xml: line 7.");
}

/* Names of files may be long: whatever the length, no character is cut in two. */
static void a_long_sentence_ends_with_a_whole_character(void **state)
{
    (void)state;
    static const char *const characters[] = {"x", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};
    enum { ROOM = sizeof(((struct error *)NULL)->text) };
    static char name[ROOM * 2];
    struct error error;
    for (size_t i = 0; i < COUNT_OF(characters); i++) {
        size_t width = strlen(characters[i]);
        for (size_t shift = 0; shift < width; shift++) {
            size_t length = 0;
            memset(name, 'a', shift);
            for (length = shift; length < ROOM + 8; length += width)
                memcpy(name + length, characters[i], width);
            name[length] = '\0';
            error_set(&error, STATUS_USAGE, "%s", name);
            size_t kept = strlen(error.text);
            assert_true(kept > ROOM - 1 - width && kept < ROOM);
            assert_int_equal((kept - shift) % width, 0);
            assert_memory_equal(error.text, name, kept);
        }
    }
}

static void assert_cut(const char *text, const char *expected)
{
    char copy[32];
    snprintf(copy, sizeof(copy), "%s", text);
    cut_at_character(copy);
    assert_string_equal(copy, expected);
}

static void the_rest_of_a_character_is_taken_away(void **state)
{
    (void)state;
    assert_cut("", "");
    assert_cut("abc", "abc");
    assert_cut("ab\xc3\xa9", "ab\xc3\xa9");
    assert_cut("ab\xc3", "ab");
    assert_cut("ab\xe2\x82\xac", "ab\xe2\x82\xac");
    assert_cut("ab\xe2\x82", "ab");
    assert_cut("ab\xe2", "ab");
    assert_cut("ab\xf0\x9f\x98\x80", "ab\xf0\x9f\x98\x80");
    assert_cut("ab\xf0\x9f\x98", "ab");
    assert_cut("ab\xf0", "ab");
    assert_cut("\xf0\x9f", "");
    assert_cut("\xc3\xa9\xc3", "\xc3\xa9");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_has_a_status_and_a_sentence),
        cmocka_unit_test(a_long_sentence_ends_with_a_whole_character),
        cmocka_unit_test(the_rest_of_a_character_is_taken_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
