/* Text made safe for the formats of reports. */
#include "../../core/report/buffer.h"
#include "../../core/report/escape.h"
#include "unit.h"

typedef void writer(FILE *out, const char *text);

#define REPLACEMENT "\xef\xbf\xbd"

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

static void json_string(FILE *out, const char *text)
{
    static struct buffer buffer;
    buffer.file = out;
    buffer_json(&buffer, text);
    buffer_flush(&buffer);
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

/* Names of files are bytes: what is not UTF-8 must not make the document unreadable. */
static void json_is_always_utf8(void **state)
{
    (void)state;
    assert_written(json_string, "\xe9", "\"\\ufffd\"");
    assert_written(json_string,
                   "a\xff"
                   "b",
                   "\"a\\ufffdb\"");
    assert_written(json_string, "\x80\xbf", "\"\\ufffd\\ufffd\"");
    assert_written(json_string, "\xc3", "\"\\ufffd\"");
    assert_written(json_string, "\xc3\"", "\"\\ufffd\\\"\"");
    assert_written(json_string, "\xe2\x82", "\"\\ufffd\\ufffd\"");
    assert_written(json_string, "\xf0\x9f\x98", "\"\\ufffd\\ufffd\\ufffd\"");
    assert_written(json_string, "\xc0\xaf", "\"\\ufffd\\ufffd\""); /* "/" in two bytes */
    assert_written(json_string, "\xf5\x80\x80\x80", "\"\\ufffd\\ufffd\\ufffd\\ufffd\"");
}

/* Bytes that look like characters but stand for none: too long forms, surrogates, and what lies
 * beyond U+10FFFF. */
static void json_has_no_characters_that_do_not_exist(void **state)
{
    (void)state;
    static const char *const none[] = {"\xe0\x80\xaf",    "\xe0\x9f\xbf",     "\xed\xa0\x80",
                                       "\xed\xbf\xbf",    "\xf0\x80\x80\xaf", "\xf0\x8f\xbf\xbf",
                                       "\xf4\x90\x80\x80"};
    static const char *const some[] = {"\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                                       "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"};
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        char expected[32] = "\"";
        for (size_t byte = 0; none[i][byte]; byte++)
            strcat(expected, "\\ufffd");
        assert_written(json_string, none[i], strcat(expected, "\""));
    }
    for (size_t i = 0; i < COUNT_OF(some); i++) {
        char expected[16];
        snprintf(expected, sizeof(expected), "\"%s\"", some[i]);
        assert_written(json_string, some[i], expected);
    }
}

/* Texts across the border of the buffer, and one that is larger than it. */
static void json_of_any_length(void **state)
{
    (void)state;
    enum { LONG = 200000 };
    static char text[LONG + 1];
    static char expected[LONG + 3];
    for (size_t length = 65530; length < 65545; length++) {
        memset(text, 'x', length);
        text[length - 1] = '\0';
        snprintf(expected, sizeof(expected), "\"%s\"", text);
        assert_written(json_string, text, expected);
    }
    memset(text, 'y', LONG);
    snprintf(expected, sizeof(expected), "\"%s\"", text);
    assert_written(json_string, text, expected);
}

static void numbers(void **state)
{
    (void)state;
    static const uint64_t values[] = {0, 1, 9, 10, 4294967295, 4294967296, UINT64_MAX};
    static struct buffer buffer;
    char *got = NULL;
    size_t length = 0;
    buffer.file = open_memstream(&got, &length);
    assert_non_null(buffer.file);
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        buffer_number(&buffer, values[i]);
        buffer_text(&buffer, " ");
    }
    buffer_flush(&buffer);
    fclose(buffer.file);
    assert_string_equal(got, "0 1 9 10 4294967295 4294967296 18446744073709551615 ");
    free(got);
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
    assert_written(terminal_text,
                   "a\nb\tc\rd\x08"
                   "e\x07",
                   "a b c d e ");
    assert_written(terminal_text, "\x7f", " ");
    /* U+009B begins a control sequence as ESC [ does; in UTF-8 it has two bytes. */
    assert_written(terminal_text,
                   "\xc2\x9b"
                   "31m",
                   " 31m");
    assert_written(terminal_text, "\xc2\x80\xc2\x9f", "  ");
    assert_written(terminal_text, "\xc2\xa0\xc3\xa9\xe2\x82\xac", "\xc2\xa0\xc3\xa9\xe2\x82\xac");
    assert_written(terminal_text, "\xc2", REPLACEMENT); /* the end of the text is not passed */
    assert_written(terminal_text, "\xd5TF-8 caf\xe9", REPLACEMENT "TF-8 caf" REPLACEMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_strings),
        cmocka_unit_test(json_escapes_every_control_character),
        cmocka_unit_test(json_is_always_utf8),
        cmocka_unit_test(json_has_no_characters_that_do_not_exist),
        cmocka_unit_test(json_of_any_length),
        cmocka_unit_test(numbers),
        cmocka_unit_test(csv_cells),
        cmocka_unit_test(csv_cells_are_no_formulas),
        cmocka_unit_test(terminals_get_no_control_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
