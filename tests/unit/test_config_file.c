/* Configuration files, line by line. */
#include "../../core/config/config_file.h"

#include "unit.h"

static struct config_file file;
static struct error error;

static bool parse_bytes(const char *text, size_t length)
{
    config_file_free(&file);
    file.path = "statval.conf";
    return config_file_parse(&file, text, length, &error);
}

static bool parse(const char *text)
{
    return parse_bytes(text, strlen(text));
}

static int close_file(void **state)
{
    (void)state;
    config_file_free(&file);
    return 0;
}

static void assert_line(size_t place, unsigned number, const char *name, const char *value)
{
    assert_true(place < file.count);
    assert_int_equal(file.lines[place].number, number);
    assert_string_equal(file.lines[place].name, name);
    assert_string_equal(file.lines[place].value, value);
}

static void assert_refused(const char *text, const char *message)
{
    assert_false(parse(text));
    assert_int_equal(error.status, STATUS_USAGE);
    if (strncmp(error.text, message, strlen(message)) != 0)
        fail_msg("\"%s\" is not: %s", error.text, message);
}

static void names_and_values(void **state)
{
    (void)state;
    assert_true(parse("la = 852\nyear=2026\n\toff.8925\t=\tthe system cannot  do it \t\n"));
    assert_int_equal(file.count, 3);
    assert_line(0, 1, "la", "852");
    assert_line(1, 2, "year", "2026");
    assert_line(2, 3, "off.8925", "the system cannot  do it");
}

static void nothing_and_remarks(void **state)
{
    (void)state;
    assert_true(parse(""));
    assert_int_equal(file.count, 0);
    assert_true(parse("\n  \n# la = 1\n   # more\n\r\n"));
    assert_int_equal(file.count, 0);
    assert_true(parse("#\nla = 1")); /* no end of line at the end */
    assert_line(0, 2, "la", "1");
}

static void marks_and_line_ends_of_windows(void **state)
{
    (void)state;
    assert_true(parse("\xef\xbb\xbfla = 852\r\nyear = 2026\r\n"));
    assert_line(0, 1, "la", "852");
    assert_line(1, 2, "year", "2026");
    assert_true(parse("\xef\xbb\xbf"));
    assert_int_equal(file.count, 0);
}

static void values_may_have_signs(void **state)
{
    (void)state;
    assert_true(parse("accept = a=b # c.csv\noff.1 = caf\xc3\xa9 \xe2\x82\xac; [x] \"y\"\n"));
    assert_line(0, 1, "accept", "a=b # c.csv");
    assert_line(1, 2, "off.1", "caf\xc3\xa9 \xe2\x82\xac; [x] \"y\"");
}

static void lines_of_another_form(void **state)
{
    (void)state;
    assert_refused("la = 1\nyear 2026\n", "statval.conf: line 2: it is neither NAME = VALUE");
    assert_refused("[cin]\n", "statval.conf: line 1: it is neither NAME = VALUE");
    assert_refused("\n\nla =\n", "statval.conf: line 3: there is no value");
    assert_refused("la = \t \n", "statval.conf: line 1: there is no value");
    assert_refused(" = 852\n", "statval.conf: line 1: there is no name");
}

static void doubled_names(void **state)
{
    (void)state;
    assert_refused("la = 1\n\nla = 1\n", "statval.conf: line 3: la stands in line 1 already.");
    assert_refused("off.yj-169 = a\noff.YJ-169 = b\n",
                   "statval.conf: line 2: off.YJ-169 stands in line 1 already.");
    assert_true(parse("off.1 = a\noff.10 = a\n"));
}

static void bytes_that_are_no_text(void **state)
{
    (void)state;
    static const char nul[] = "la = 1\nyear = 20\0"
                              "26\n";
    const char *message = "statval.conf: line 2: there are bytes that are no text";
    assert_false(parse_bytes(nul, sizeof(nul) - 1));
    assert_int_equal(strncmp(error.text, message, strlen(message)), 0);
    assert_refused("# x\nla = \xe9\n", message);
    assert_refused("# x\nla = \x1b[31m\n", message);
    assert_refused("# x\nla = a\rb\n", message);
    assert_refused("# x\nla = a\xc2\x9b\n", message);
    assert_refused("# x\n# \xff\n", message);
    assert_refused("# x\nla = a\xc3", message);
    assert_refused("\xff\xfel\0a\0", "statval.conf: line 1: there are bytes that are no text");
}

static void a_character_ends_with_its_line(void **state)
{
    (void)state;
    assert_refused("a = \xf0\x9f\n\x98\x80 = b\n", "statval.conf: line 1: there are bytes");
    assert_refused("a = \xf0\x9f", "statval.conf: line 1: there are bytes");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_values),
        cmocka_unit_test(nothing_and_remarks),
        cmocka_unit_test(marks_and_line_ends_of_windows),
        cmocka_unit_test(values_may_have_signs),
        cmocka_unit_test(lines_of_another_form),
        cmocka_unit_test(doubled_names),
        cmocka_unit_test(bytes_that_are_no_text),
        cmocka_unit_test(a_character_ends_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, close_file);
}
