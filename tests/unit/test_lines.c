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

/* Lengths at the limits of 7, 14 and 21 bits, in lines before and behind marks. */
static void lines_of_every_length(void **state)
{
    (void)state;
    static const uint32_t lengths[] = {1,     2,     3,       126,     127,    128,   129,
                                       16383, 16384, 2097151, 2097152, 300000, 16385, 1};
    enum { KINDS = sizeof(lengths) / sizeof(lengths[0]), MANY = 9 * KINDS };
    struct lines lines = {0};
    char *text = malloc(2097152);
    uint32_t offset = 0;
    assert_non_null(text);
    memset(text, 'x', 2097152);
    for (size_t i = 0; i < MANY; i++) {
        uint32_t length = lengths[i % KINDS];
        lines_add(&lines, text, length - 1);
        lines_add(&lines, "\n", 1);
    }
    free(text);
    for (uint32_t i = 0; i < MANY; i++) {
        uint32_t length = lengths[i % KINDS];
        assert_position(&lines, offset, i + 1, 1);
        assert_position(&lines, offset + length / 2, i + 1, length / 2 + 1);
        assert_position(&lines, offset + length - 1, i + 1, length);
        offset += length;
    }
    assert_position(&lines, offset, MANY + 1, 1);
    assert_int_equal(lines.length, offset);
    lines_free(&lines);
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

/* Where letters beyond ASCII stand before a place in its line, its column counts more than
 * characters. Whatever the pieces are that the bytes come in. */
static void columns_that_count_characters(void **state)
{
    (void)state;
    static const char text[] = "ab\nc\xc3\xa9"
                               "d\n\nef\xe2\x82\xacg\xc3\xa9\nh";
    static const bool exact[] = {true, true, true,  true,  true,  false, false, false, true, true,
                                 true, true, false, false, false, false, false, false, true};
    const size_t length = sizeof(text) - 1;
    assert_int_equal(length, sizeof(exact));
    for (size_t cut = 0; cut <= length; cut++) {
        struct lines lines = {0};
        lines_add(&lines, text, cut);
        lines_add(&lines, text + cut, length - cut);
        for (uint32_t offset = 0; offset < length; offset++)
            assert_int_equal(lines_position(&lines, offset).is_exact, exact[offset]);
        assert_int_equal(lines.wide_count, 2);
        lines_free(&lines);
    }
}

/* One byte beyond ASCII, at any place of long lines. */
static void a_letter_anywhere(void **state)
{
    (void)state;
    char text[300];
    for (uint32_t place = 0; place < sizeof(text); place++) {
        struct lines lines = {0};
        memset(text, 'x', sizeof(text));
        text[150] = '\n';
        if (place == 150)
            continue;
        text[place] = '\xa9';
        lines_add(&lines, text, sizeof(text));
        uint32_t end = place < 150 ? 150 : sizeof(text) - 1;
        assert_true(lines_position(&lines, place).is_exact);
        assert_int_equal(lines_position(&lines, end).is_exact, place == end);
        assert_true(lines_position(&lines, place < 150 ? 299 : 150).is_exact);
        lines_free(&lines);
    }
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
        cmocka_unit_test(lines_of_every_length),
        cmocka_unit_test(columns_count_bytes),
        cmocka_unit_test(columns_that_count_characters),
        cmocka_unit_test(a_letter_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
