/* The line of text that formats for build services make of a finding. */
#include "../../core/report/ci/ci.h"
#include "unit.h"

static void texts_and_numbers(void **state)
{
    (void)state;
    struct line line = {0};
    line_add(&line, "");
    line_count(&line, 0, "child", "children");
    line_add(&line, ", ");
    line_count(&line, 1, "child", "children");
    line_add(&line, ", ");
    line_number(&line, SIZE_MAX);
    assert_string_equal(line.text, "0 children, 1 child, 18446744073709551615");
    assert_int_equal(line.length, strlen(line.text));
}

/* A line that is full says so, and takes no more; it is never cut within a letter. */
static void a_full_line(void **state)
{
    (void)state;
    static const char *const letters[] = {"x", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9d\x94\xb8"};
    for (size_t l = 0; l < 4; l++) {
        for (size_t before = 0; before < 4; before++) {
            struct line line = {0};
            char text[3 * LINE_ROOM] = "";
            size_t width = strlen(letters[l]);
            for (size_t i = 0; i + width < sizeof(text); i += width)
                memcpy(text + i, letters[l], width);
            line_add(&line, &"abc"[3 - before]);
            line_add(&line, text);
            line_add(&line, "more");
            size_t length = strlen(line.text);
            assert_true(length < LINE_ROOM && length > LINE_ROOM - 20);
            assert_string_equal(line.text + length - 3, "...");
            assert_int_equal((length - 3 - before) % width, 0);
        }
    }
}

/* What is added in pieces of any length never goes beyond the room. */
static void pieces(void **state)
{
    (void)state;
    char text[LINE_ROOM];
    for (size_t length = 1; length < sizeof(text); length += 7) {
        struct line line = {0};
        memset(text, 'x', length);
        text[length] = '\0';
        for (size_t i = 0; i < LINE_ROOM; i++)
            line_add(&line, text);
        assert_true(line.cut && strlen(line.text) < LINE_ROOM);
        assert_string_equal(line.text + strlen(line.text) - 4, "x...");
    }
}

static void paths(void **state)
{
    (void)state;
    assert_string_equal(service_path("a.xml"), "a.xml");
    assert_string_equal(service_path("./a.xml"), "a.xml");
    assert_string_equal(service_path(".//./b/./a.xml"), "b/./a.xml");
    assert_string_equal(service_path("../a.xml"), "../a.xml");
    assert_string_equal(service_path("/a.xml"), "/a.xml");
    assert_string_equal(service_path("-"), "-");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_and_numbers),
        cmocka_unit_test(a_full_line),
        cmocka_unit_test(pieces),
        cmocka_unit_test(paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
