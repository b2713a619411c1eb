/* Text in HTML, and in the JSON that stands in it: nothing becomes a tag or ends a script. */

#include "../../core/base/calendar.h"
#include "../../core/report/html/html.h"
#include "unit.h"

typedef void writer(struct buffer *out, const char *text);

static void assert_written(writer *write, const char *text, const char *expected)
{
    static struct buffer buffer;
    char *got = NULL;
    size_t length = 0;
    buffer.file = open_memstream(&got, &length);
    assert_non_null(buffer.file);
    write(&buffer, text);
    buffer_flush(&buffer);
    fclose(buffer.file);
    assert_string_equal(got, expected);
    free(got);
}

static void text_is_escaped(void **state)
{
    (void)state;
    assert_written(html_text, "", "");
    assert_written(html_text, "plain text", "plain text");
    assert_written(html_text, "<a href=\"x\" title='y'>&amp;",
                   "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;");
    assert_written(html_text, "a\tb\nc\rd", "a\tb\nc&#13;d");
    assert_written(html_text, "\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80",
                   "\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80");
}

static void text_has_no_control_characters(void **state)
{
    (void)state;
    assert_written(html_text, "\x01\x1f\x7f", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    assert_written(html_text, "\xc2\x80\xc2\x9f\xc2\xa0", "\xef\xbf\xbd\xef\xbf\xbd\xc2\xa0");
}

static void text_is_always_utf8(void **state)
{
    (void)state;
    assert_written(html_text, "\xff", "\xef\xbf\xbd");
    assert_written(html_text, "a\xc3", "a\xef\xbf\xbd");
    assert_written(html_text, "\xe2\x82<", "\xef\xbf\xbd\xef\xbf\xbd&lt;");
    assert_written(html_json, "\xff<", "\"\xef\xbf\xbd\\u003c\"");
    assert_written(html_json, "\xe2\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\"");
}

static void json_cannot_end_its_script(void **state)
{
    (void)state;
    assert_written(html_json, NULL, "0");
    assert_written(html_json, "", "\"\"");
    assert_written(html_json, "plain", "\"plain\"");
    assert_written(html_json, "</script><!--", "\"\\u003c/script\\u003e\\u003c!--\"");
    assert_written(html_json, "a&b", "\"a\\u0026b\"");
    assert_written(html_json, "\"\\", "\"\\u0022\\u005c\"");
    assert_written(html_json, "a\nb\x7f\xc2\x85", "\"a\\u000ab\\u007f\\u0085\"");
    assert_written(html_json, "\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa",
                   "\"\\u2028\\u2029\xe2\x80\xaa\"");
    assert_written(html_json, "\xf0\x9f\x98\x80", "\"\xf0\x9f\x98\x80\"");
}

static void write_number(struct buffer *out, const char *text)
{
    html_number(out, (size_t)strtoull(text, NULL, 10));
}

static void write_findings(struct buffer *out, const char *text)
{
    html_count(out, (size_t)strtoull(text, NULL, 10), "finding", "findings");
}

static void numbers_are_grouped(void **state)
{
    (void)state;
    assert_written(write_number, "0", "0");
    assert_written(write_number, "999", "999");
    assert_written(write_number, "1000", "1,000");
    assert_written(write_number, "1234567", "1,234,567");
    assert_written(write_findings, "1", "1 finding");
    assert_written(write_findings, "1001", "1,001 findings");
}

static void write_day(struct buffer *out, const char *text)
{
    html_day(out, calendar_parse(text, strlen(text)));
}

static void days_are_told(void **state)
{
    (void)state;
    assert_written(write_day, "2026-03-31", "31 Mar 2026");
    assert_written(write_day, "0001-01-01", "1 Jan 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_escaped),     cmocka_unit_test(text_has_no_control_characters),
        cmocka_unit_test(text_is_always_utf8), cmocka_unit_test(json_cannot_end_its_script),
        cmocka_unit_test(numbers_are_grouped), cmocka_unit_test(days_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
