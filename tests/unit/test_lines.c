/* From byte offsets to lines and columns. */
#include "../../core/input/lines.h"

#include "unit.h"

static void assert_position(const struct lines *lines, uint32_t offset, uint32_t line,
                            uint32_t column)
{
    struct position at = lines_position(lines, offset);
    assert_int_equal(at.line, line);
    assert_int_equal(at.column, column);
}

static void one_line(void **state)
{
    (void)state;
    struct lines lines = {0};
    lines_add(&lines, "abc", 3);
    assert_position(&lines, 0, 1, 1);
    assert_position(&lines, 2, 1, 3);
    assert_position(&lines, 3, 1, 4); /* the end of the file */
    lines_free(&lines);
}

static void nothing_read_yet(void **state)
{
    (void)state;
    struct lines lines = {0};
    assert_position(&lines, 0, 1, 1);
    lines_add(&lines, "", 0);
    assert_position(&lines, 0, 1, 1);
    assert_int_equal(lines.length, 0);
    lines_free(&lines);
}

/* A line feed belongs to the line that it ends. */
static void several_lines(void **state)
{
    (void)state;
    struct lines lines = {0};
    lines_add(&lines, "ab\n\ncd\n", 7);
    assert_position(&lines, 0, 1, 1);
    assert_position(&lines, 2, 1, 3);
    assert_position(&lines, 3, 2, 1);
    assert_position(&lines, 4, 3, 1);
    assert_position(&lines, 6, 3, 3);
    assert_position(&lines, 7, 4, 1);
    lines_free(&lines);
}

static void carriage_returns_belong_to_the_line(void **state)
{
    (void)state;
    struct lines lines = {0};
    lines_add(&lines, "ab\r\ncd\r\nef", 10);
    assert_position(&lines, 2, 1, 3);
    assert_position(&lines, 4, 2, 1);
    assert_position(&lines, 9, 3, 2);
    lines_free(&lines);
}

static void pieces_may_end_anywhere(void **state)
{
    (void)state;
    static const char text[] = "a\nbb\n\nccc\r\nd";
    const size_t length = sizeof(text) - 1;
    for (size_t cut = 0; cut <= length; cut++) {
        struct lines lines = {0};
        lines_add(&lines, text, cut);
        lines_add(&lines, text + cut, length - cut);
        assert_position(&lines, 3, 2, 2);
        assert_position(&lines, 6, 4, 1);
        assert_position(&lines, 11, 5, 1);
        assert_int_equal(lines.length, length);
        lines_free(&lines);
    }
}

/* Line numbers that do not fit into 16 bits, and a column that does not. */
static void many_lines(void **state)
{
    (void)state;
    enum { MANY = 200000, LONG = 100000 };
    static char wide[LONG];
    struct lines lines = {0};
    for (int i = 0; i < MANY; i++)
        lines_add(&lines, "1234\n", 5);
    memset(wide, 'x', sizeof(wide));
    lines_add(&lines, wide, sizeof(wide));
    for (uint32_t line = 1; line <= MANY; line += 999)
        assert_position(&lines, (line - 1) * 5 + 3, line, 4);
    assert_position(&lines, 65535 * 5, 65536, 1);
    assert_position(&lines, 65536 * 5, 65537, 1);
    assert_position(&lines, MANY * 5 + LONG - 1, MANY + 1, LONG);
    lines_free(&lines);
    assert_int_equal(lines.count, 0);
}

/* Columns are bytes of UTF-8. */
static void columns_count_bytes(void **state)
{
    (void)state;
    struct lines lines = {0};
    lines_add(&lines,
              "\xc3\xa9\xe2\x82\xac"
              "x",
              6);
    assert_position(&lines, 5, 1, 6);
    lines_free(&lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_line),
        cmocka_unit_test(nothing_read_yet),
        cmocka_unit_test(several_lines),
        cmocka_unit_test(carriage_returns_belong_to_the_line),
        cmocka_unit_test(pieces_may_end_anywhere),
        cmocka_unit_test(many_lines),
        cmocka_unit_test(columns_count_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
