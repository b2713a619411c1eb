/* XML that is refused, and the limits on what is read. */
#include <time.h>

#include "reading.h"

static void assert_malformed(const char *children, uint32_t line, const char *reason)
{
    char at[32];
    read_children(children);
    assert_refused(reason);
    snprintf(at, sizeof(at), "line %u", line);
    assert_refused(at);
    forget();
}

static void malformed_xml_is_refused_with_line_and_column(void **state)
{
    (void)state;
    assert_malformed("\n<Child>\n</Chold>", 4, "an end tag does not match");
    assert_malformed("<a>&nbsp;</a>", 2, "an entity");
    assert_malformed("\n\n<a>AT&T</a>", 4, "(line ");
    assert_malformed("<a>1 < 2</a>", 2, "a \"<\" or \"&\" that begins nothing");
    assert_malformed("\n<a>\x01</a>", 3, "a character that XML does not allow");
    assert_malformed("<a>&#0;</a>", 2, "a character");
    assert_malformed("\n\n\n<a>\xe9</a>", 5, "a byte that is not UTF-8");
    assert_malformed("<a b=1/>", 2, "column ");
    assert_malformed("<a b='1' b='2'/>", 2, "column ");
    assert_malformed("</Children></Message>\n\n<Message>", 4, "after the end of the document");
    assert_malformed("\n<?xml version='1.0'?>", 3, "declaration");
}

/* The column counts from 1, in bytes; it is that of the byte which the parser stumbled over. */
static void the_column_of_a_bad_byte(void **state)
{
    (void)state;
    read_children("\n  <a>ab\x02</a>");
    assert_refused("(line 3, column 8)");
}

static void a_file_that_is_cut_off(void **state)
{
    (void)state;
    FILE *out = begin_document();
    fprintf(out, "%s\n\n<Child><ChildIdentifiers>\n<LAchildID>C1", HEADER);
    read_document(out);
    assert_refused("the file is cut off: it ends in line 5 while the element LAchildID is open.");
    forget();
    out = begin_document();
    fprintf(out, "%s", HEADER);
    read_document(out);
    assert_refused("while the element Children is open.");
}

static void malformed_late_in_a_long_file(void **state)
{
    (void)state;
    FILE *out = begin_document();
    fputs(HEADER, out);
    for (int line = 2; line < 80000; line++)
        fputs(CHILD("", "") "\n", out);
    fprintf(out, "<Child></Chold>%s", FOOTER);
    read_document(out);
    assert_refused("(line 80000, column ");
}

static void a_doctype_is_refused(void **state)
{
    (void)state;
    static const char *const doctypes[] = {
        "<!DOCTYPE Message>", "<!DOCTYPE Message SYSTEM \"http://localhost:9/x.dtd\">",
        "<!DOCTYPE Message [<!ENTITY a \"b\">]>",
        "<!DOCTYPE Message [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE M [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>"};
    for (size_t i = 0; i < COUNT_OF(doctypes); i++) {
        read_encoded("UTF-8", doctypes[i], CHILD("", ""));
        assert_refused("DOCTYPE");
        forget();
    }
}

/* Limits. */

static void read_depth(int depth)
{
    FILE *out = begin_document();
    fputs(HEADER, out);
    for (int i = 2; i < depth; i++) /* in Message and Children */
        fputs("<a>", out);
    for (int i = 2; i < depth; i++)
        fputs("</a>", out);
    fputs(FOOTER, out);
    read_document(out);
}

static void elements_may_stand_32_levels_deep(void **state)
{
    (void)state;
    read_depth(32);
    assert_read();
    forget();
    read_depth(33);
    assert_refused("line 2: elements stand more than 32 levels deep");
    forget();
    read_depth(3000);
    assert_refused("levels deep");
}

static void read_id_of_length(size_t length, const char *piece)
{
    FILE *out = begin_document();
    fprintf(out, "%s\n%s<LAchildID>", HEADER, CHILD_BEGIN);
    for (size_t i = 0; i < length; i++)
        fputs(piece, out);
    fprintf(out, "</LAchildID>%s%s", CHILD_END(""), FOOTER);
    read_document(out);
}

static void a_value_may_have_64_kb(void **state)
{
    (void)state;
    static const char *const pieces[] = {"x", "&amp;", "&#120;"};
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        read_id_of_length(65536, pieces[i]);
        assert_read();
        NO_PROBLEMS();
        char room[VALUE_ROOM];
        assert_int_equal(strlen(text_of_value("ChildIdentifiers", 1, "LAchildID", room)), 65536);
        forget();
        read_id_of_length(65537, pieces[i]);
        assert_refused("line 3: the value of LAchildID is longer than 64 KB");
        forget();
    }
}

/* Of elements that no table knows nothing is kept, however long they are. */
static void text_of_strangers_has_no_limit(void **state)
{
    (void)state;
    FILE *out = begin_document();
    fprintf(out, "%s%s<Stray>", HEADER, CHILD_BEGIN);
    for (size_t i = 0; i < 200000; i++)
        fputs("x", out);
    fprintf(out, "</Stray>%s%s", CHILD_END(""), FOOTER);
    read_document(out);
    assert_read();
}

/* Time must not grow with the square of the number of errors. */
static void many_errors(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    FILE *out = begin_document();
    fputs(HEADER, out);
    for (int i = 0; i < MANY; i++)
        fputs(CHILD("<Stray/><PersonBirthDate>2015-02-30</PersonBirthDate>", "") "\n", out);
    fputs(FOOTER, out);
    clock_t begin = clock();
    read_document(out);
    assert_read();
    assert_int_equal(reading.problems.count, 2 * MANY);
    assert_true(clock() - begin < 5 * CLOCKS_PER_SEC);
}

int main(void)
{
#define READER_TEST(name) cmocka_unit_test_teardown(name, forget_reading)
    const struct CMUnitTest tests[] = {
        READER_TEST(malformed_xml_is_refused_with_line_and_column),
        READER_TEST(the_column_of_a_bad_byte),
        READER_TEST(a_file_that_is_cut_off),
        READER_TEST(malformed_late_in_a_long_file),
        READER_TEST(a_doctype_is_refused),
        READER_TEST(elements_may_stand_32_levels_deep),
        READER_TEST(a_value_may_have_64_kb),
        READER_TEST(text_of_strangers_has_no_limit),
        READER_TEST(many_errors),
    };
    return cmocka_run_group_tests(tests, load_cin, unload);
}
