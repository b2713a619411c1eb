/* Text made safe for the formats of reports. */
#include "../../core/report/escape.h"

#include "unit.h"

typedef void writer(FILE *out, const char *text);

static void assert_written(writer *write, const char *text, const char *expected)
{
    char *got = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&got, &length);
    assert_non_null(out);
    write(out, text);
    fclose(out);
    assert_string_equal(got, expected);
    free(got);
}

static void json_strings(void **state)
{
    (void)state;
    assert_written(json_string, "", "\"\"");
    assert_written(json_string, "plain", "\"plain\"");
    assert_written(json_string, NULL, "null");
    assert_written(json_string, "null", "\"null\"");
    assert_written(json_string, "say \"no\"", "\"say \\\"no\\\"\"");
    assert_written(json_string, "a\\b", "\"a\\\\b\"");
    assert_written(json_string, "\\", "\"\\\\\"");
    assert_written(json_string, "a\nb\rc\td", "\"a\\nb\\rc\\td\"");
    assert_written(json_string, "\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"");
    assert_written(json_string, "</script>", "\"</script>\"");
    assert_written(json_string, "\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80",
                   "\"\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80\"");
}

static void json_escapes_every_control_character(void **state)
{
    (void)state;
    for (int c = 1; c < 0x20; c++) {
        const char text[] = {'a', (char)c, 'b', '\0'};
        char expected[16];
        const char *short_form = c == '\n' ? "n" : c == '\r' ? "r" : c == '\t' ? "t" : NULL;
        if (short_form)
            snprintf(expected, sizeof(expected), "\"a\\%sb\"", short_form);
        else
            snprintf(expected, sizeof(expected), "\"a\\u%04xb\"", (unsigned)c);
        assert_written(json_string, text, expected);
    }
}

static void csv_cells(void **state)
{
    (void)state;
    assert_written(csv_cell, NULL, "");
    assert_written(csv_cell, "", "");
    assert_written(csv_cell, "plain text", "plain text");
    assert_written(csv_cell, "a,b", "\"a,b\"");
    assert_written(csv_cell, "a;b", "\"a;b\"");
    assert_written(csv_cell, "say \"no\"", "\"say \"\"no\"\"\"");
    assert_written(csv_cell, "\"", "\"\"\"\"");
    assert_written(csv_cell, "two\nlines", "\"two\nlines\"");
    assert_written(csv_cell, "two\r\nlines", "\"two\r\nlines\"");
    assert_written(csv_cell, "2025-03-31", "2025-03-31");
    assert_written(csv_cell, "\xc3\xa9", "\xc3\xa9");
}

/* Spreadsheets take these for formulas, which can fetch from elsewhere or start programs. */
static void csv_cells_are_no_formulas(void **state)
{
    (void)state;
    assert_written(csv_cell, "=1+1", "\"'=1+1\"");
    assert_written(csv_cell, "=", "\"'=\"");
    assert_written(csv_cell, "+44", "\"'+44\"");
    assert_written(csv_cell, "-5", "\"'-5\"");
    assert_written(csv_cell, "@SUM(A1)", "\"'@SUM(A1)\"");
    assert_written(csv_cell, "\t=1", "\"'\t=1\"");
    assert_written(csv_cell, "\r=1", "\"'\r=1\"");
    assert_written(csv_cell, "=HYPERLINK(\"http://x\",\"y\")",
                   "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    assert_written(csv_cell, "a=1", "a=1");
    assert_written(csv_cell, "a-b", "a-b");
}

static void terminals_get_no_control_characters(void **state)
{
    (void)state;
    assert_written(terminal_text, "", "");
    assert_written(terminal_text, "plain", "plain");
    assert_written(terminal_text, "\x1b[31mred", " [31mred");
    assert_written(terminal_text, "a\nb\tc\rd\x08" "e\x07", "a b c d e ");
    assert_written(terminal_text, "\x7f", " ");
    /* U+009B begins a control sequence as ESC [ does; in UTF-8 it has two bytes. */
    assert_written(terminal_text, "\xc2\x9b" "31m", " 31m");
    assert_written(terminal_text, "\xc2\x80\xc2\x9f", "  ");
    assert_written(terminal_text, "\xc2\xa0\xc3\xa9\xe2\x82\xac", "\xc2\xa0\xc3\xa9\xe2\x82\xac");
    assert_written(terminal_text, "\xc2", "\xc2"); /* the end of the text is not passed */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_strings),
        cmocka_unit_test(json_escapes_every_control_character),
        cmocka_unit_test(csv_cells),
        cmocka_unit_test(csv_cells_are_no_formulas),
        cmocka_unit_test(terminals_get_no_control_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
