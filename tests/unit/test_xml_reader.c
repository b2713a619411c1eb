/* Reading XML in one pass: records, their positions, and elements that are not expected. The traps
 * of this way of reading have tests of their own. */
#include "reading.h"

static void a_clean_return(void **state)
{
    (void)state;
    read_children(CHILD("<LAchildID>C1</LAchildID>", EPISODE(""))
                      CHILD("<LAchildID>C2</LAchildID>", EPISODE("") EPISODE("")));
    assert_read();
    NO_PROBLEMS();
    assert_rows("Header", 1);
    assert_rows("ChildIdentifiers", 2);
    assert_rows("ChildCharacteristics", 2);
    assert_rows("CINdetails", 3);
    assert_rows("Section47", 0);
    assert_value("Header", 1, "LEA", "999");
    assert_value("Header", 1, "Year", "2026");
    assert_value("ChildIdentifiers", 2, "LAchildID", "C2");
    assert_int_equal(row_of("CINdetails", 1)->subject, 1);
    assert_int_equal(row_of("CINdetails", 3)->subject, 2);
    assert_ptr_equal(row_of("CINdetails", 3)->parent, row_of("ChildIdentifiers", 2));
    assert_null(reading.absent);
}

/* Positions. */

static void rows_begin_at_their_elements(void **state)
{
    (void)state;
    read_children(
        "  " CHILD("", "\n\n    <CINdetails><ReferralNFA>false</ReferralNFA></CINdetails>"));
    assert_read();
    assert_position(row_of("ChildIdentifiers", 1)->offset, "<Child>");
    assert_position(row_of("CINdetails", 1)->offset, "<CINdetails>");
}

/* libxml2 itself tells of a value at the end of its element. */
static void a_bad_value_is_placed_at_the_start_of_its_element(void **state)
{
    (void)state;
    read_children(CHILD("\n  <PersonBirthDate>\n\n2025-02-30\n\n</PersonBirthDate>\n", ""));
    assert_read();
    PROBLEMS({"<PersonBirthDate>", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"});
}

/* White space before the end of a tag is no part of the element's name. */
static void a_start_tag_may_hold_white_space(void **state)
{
    (void)state;
    read_children(CHILD("\n  <PersonBirthDate\n\n >2025-02-30</PersonBirthDate>\n", ""));
    assert_read();
    PROBLEMS({"<PersonBirthDate", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"});
}

static void an_element_with_an_attribute_begins_where_its_tag_begins(void **state)
{
    (void)state;
    read_children("\n  <Child\n  number='1'><ChildIdentifiers/><ChildCharacteristics/></Child>\n");
    assert_read();
    PROBLEMS({"<Child\n", SV_ERROR, "ChildIdentifiers 1"});
    assert_position(row_of("ChildIdentifiers", 1)->offset, "<Child\n");
}

static void a_start_tag_of_any_length(void **state)
{
    (void)state;
    for (size_t length = 60; length < 100; length++) {
        FILE *out = begin_document();
        fprintf(out, "%s\n  %s<PersonBirthDate note='", HEADER, CHILD_BEGIN);
        for (size_t i = 0; i < length * length; i++)
            fputs(i % 50 ? "x" : "\n", out);
        fprintf(out, "'>2015-02-30</PersonBirthDate>%s%s", CHILD_END(""), FOOTER);
        read_document(out);
        assert_read();
        PROBLEMS({"<PersonBirthDate", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"}, /* note */
                 {"<PersonBirthDate", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"});
        forget();
    }
}

/* Line numbers of libxml2 end at 65,535 in places. */
static void errors_late_in_a_long_file(void **state)
{
    (void)state;
    static const uint32_t bad[] = {2, 3, 40000, 65534, 65535, 65536, 65537, 131072, 140000};
    enum { LINES = 140000 };
    FILE *out = begin_document();
    fputs(HEADER, out);
    size_t next = 0;
    for (uint32_t line = 2; line <= LINES; line++) {
        bool wrong = next < COUNT_OF(bad) && bad[next] == line;
        next += wrong;
        fprintf(out, CHILD("<PersonBirthDate>%s</PersonBirthDate>", "") "\n",
                wrong ? "2015-02-30" : "2015-02-28");
    }
    fputs(FOOTER, out);
    read_document(out);
    assert_read();
    assert_int_equal(reading.problems.count, COUNT_OF(bad));
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        const struct problem *problem = &reading.problems.list[i];
        struct position at = lines_position(&reading.source.lines, problem->offset);
        assert_int_equal(at.line, bad[i]);
        assert_int_equal(at.column, strlen("<Child><ChildIdentifiers><"));
        assert_int_equal(problem->row->number, bad[i] - 1);
    }
}

/* The file is read in pieces of 64 KB: here the border between two goes through every byte of a
 * bad field. */
static void a_field_across_two_pieces(void **state)
{
    (void)state;
    static const char field[] = "<PersonBirthDate>2015-02-30</PersonBirthDate>";
    for (size_t shift = 0; shift <= sizeof(field); shift++) {
        FILE *out = begin_document();
        int used = fprintf(out, "%s%s", HEADER, CHILD_BEGIN "\n<!--");
        for (size_t i = (size_t)used + strlen("-->\n"); i < SOURCE_CHUNK - shift; i++)
            fputc(i % 100 ? 'x' : '\n', out);
        fprintf(out, "-->\n%s%s%s", field, CHILD_END(""), FOOTER);
        read_document(out);
        assert_read();
        assert_int_equal(reading.problems.count, 1);
        assert_position(reading.problems.list[0].offset, field);
        assert_value("ChildIdentifiers", 1, "PersonBirthDate", "2015-02-30");
        forget();
    }
}

static void lines_that_end_in_carriage_return_and_line_feed(void **state)
{
    (void)state;
    read_children("\r\n\r\n" CHILD("\r\n  <LAchildID>\r\n  C1\r\n  </LAchildID>\r\n"
                                   "  <PersonBirthDate>2015-02-30</PersonBirthDate>\r\n",
                                   ""));
    assert_read();
    assert_value("ChildIdentifiers", 1, "LAchildID", "C1");
    PROBLEMS({"<PersonBirthDate>", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"});
}

/* Positions are those of the text, whatever its encoding. */
static void positions_in_utf16(void **state)
{
    (void)state;
    static const char *const encodings[] = {"UTF-16LE", "UTF-16BE"};
    for (size_t i = 0; i < 2; i++) {
        for (int mark = 0; mark < 2; mark++) {
            read_encoded(encodings[i], mark ? "\xef\xbb\xbf" : "",
                         CHILD("\n<LAchildID>\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80</LAchildID>"
                               "<PersonBirthDate>2015-02-30</PersonBirthDate>",
                               ""));
            assert_read();
            assert_value("ChildIdentifiers", 1, "LAchildID",
                         "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80");
            PROBLEMS({"<PersonBirthDate>", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"});
            forget();
        }
    }
}

static void positions_in_a_long_utf16_file(void **state)
{
    (void)state;
    enum { CHILDREN = 5000 };
    static char children[CHILDREN * 120];
    size_t used = 0;
    for (int i = 0; i < CHILDREN; i++)
        used += (size_t)snprintf(children + used, sizeof(children) - used,
                                 CHILD("<LAchildID>Zo\xc3\xab</LAchildID>", "") "\n");
    snprintf(children + used, sizeof(children) - used, "%s",
             CHILD("<PersonBirthDate>2015-02-30</PersonBirthDate>", ""));
    read_encoded("UTF-16LE", "", children);
    assert_read();
    PROBLEMS({"<PersonBirthDate>", SV_ERROR, "ChildIdentifiers 5001 PersonBirthDate"});
    assert_value("ChildIdentifiers", 4999, "LAchildID", "Zo\xc3\xab");
}

static void a_file_with_a_byte_order_mark(void **state)
{
    (void)state;
    read_encoded("UTF-8", "\xef\xbb\xbf",
                 CHILD("<PersonBirthDate>2015-02-30</PersonBirthDate>", ""));
    assert_read();
    PROBLEMS({"<PersonBirthDate>", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"});
}

/* The declaration may be left over from a conversion: what the bytes are counts. */
static void a_declaration_that_does_not_fit(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"UTF-8", "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-16\"?>"},
        {"UTF-8", "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"windows-1252\"?>"},
        {"UTF-16LE", "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
        {"UTF-16BE", "<?xml version=\"1.0\" encoding=\"utf-8\"?>"}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        read_encoded(cases[i][0], cases[i][1], CHILD("<LAchildID>Zo\xc3\xab</LAchildID>", ""));
        assert_read();
        NO_PROBLEMS();
        assert_value("ChildIdentifiers", 1, "LAchildID", "Zo\xc3\xab");
        forget();
    }
}

static void older_windows_files(void **state)
{
    (void)state;
    read_encoded("WINDOWS-1252", "<?xml version=\"1.0\" encoding=\"windows-1252\"?>",
                 CHILD("<LAchildID>Zo\xc3\xab \xe2\x82\xac</LAchildID>"
                       "<PersonBirthDate>2015-02-30</PersonBirthDate>",
                       ""));
    assert_read();
    assert_value("ChildIdentifiers", 1, "LAchildID", "Zo\xc3\xab \xe2\x82\xac");
    PROBLEMS({"<PersonBirthDate>", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"});
}

/* Elements that are not expected. */

/* The schema passes over all that follows in the same element; the checks of values do not. */
static void a_stray_element_does_not_hide_bad_values_behind_it(void **state)
{
    (void)state;
    read_children(CHILD("<Stray/><PersonBirthDate>2015-02-30</PersonBirthDate>"
                        "<PersonDeathDate>yesterday</PersonDeathDate>",
                        ""));
    assert_read();
    PROBLEMS({"<Stray/>", SV_ERROR, "ChildIdentifiers 1"},
             {"<PersonBirthDate>", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"},
             {"<PersonDeathDate>", SV_ERROR, "ChildIdentifiers 1 PersonDeathDate"});
}

static void a_stray_element_at_the_top_hides_nothing_below(void **state)
{
    (void)state;
    read_children(
        "<Child><Stray>text</Stray><ChildIdentifiers>"
        "<PersonBirthDate>2015-02-30</PersonBirthDate></ChildIdentifiers>"
        "<ChildCharacteristics/>" EPISODE("<CINclosureDate>-</CINclosureDate>") "</Child>" CHILD(
            "<PersonDeathDate>-</PersonDeathDate>", ""));
    assert_read();
    PROBLEMS({"<Stray>", SV_ERROR, "ChildIdentifiers 1"},
             {"<PersonBirthDate>", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"},
             {"<CINclosureDate>", SV_ERROR, "CINdetails 1 CINclosureDate"},
             {"<PersonDeathDate>", SV_ERROR, "ChildIdentifiers 2 PersonDeathDate"});
}

static void what_stands_in_a_stray_element_is_not_read(void **state)
{
    (void)state;
    read_children(CHILD("<Stray><LAchildID>X</LAchildID></Stray><LAchildID>C1</LAchildID>",
                        "<Stray>" EPISODE("") "</Stray>"));
    assert_read();
    assert_value("ChildIdentifiers", 1, "LAchildID", "C1");
    assert_rows("CINdetails", 0);
    PROBLEMS({"<Stray><LAchildID>", SV_ERROR, "ChildIdentifiers 1"},
             {"<Stray><CINdetails>", SV_ERROR, "ChildIdentifiers 1"});
}

static void elements_in_the_wrong_order_are_read(void **state)
{
    (void)state;
    read_children(
        CHILD("<PersonBirthDate>2015-02-28</PersonBirthDate><LAchildID>C1</LAchildID>", ""));
    assert_read();
    assert_value("ChildIdentifiers", 1, "LAchildID", "C1");
    PROBLEMS({"<LAchildID>", SV_ERROR, "ChildIdentifiers 1 LAchildID"});
}

static void an_element_that_belongs_elsewhere(void **state)
{
    (void)state;
    read_children(CHILD("<CINclosureDate>2025-06-01</CINclosureDate>", EPISODE("")));
    assert_read();
    PROBLEMS({"<CINclosureDate>", SV_ERROR, "ChildIdentifiers 1"});
    assert_says("CINclosureDate does not belong in ChildIdentifiers");
    assert_value("CINdetails", 1, "CINclosureDate", NULL);
}

static void elements_of_a_namespace_are_strangers(void **state)
{
    (void)state;
    read_children(
        CHILD("<x:LAchildID xmlns:x='urn:x'>X</x:LAchildID><LAchildID>C1</LAchildID>", ""));
    assert_read();
    assert_value("ChildIdentifiers", 1, "LAchildID", "C1");
    assert_int_equal(reading.problems.count, 1);
}

static void a_missing_element_is_told_at_the_element_that_lacks_it(void **state)
{
    (void)state;
    read_children("<Child><ChildIdentifiers/></Child>");
    assert_read();
    PROBLEMS({"<Child>", SV_ERROR, "ChildIdentifiers 1"});
    assert_says("ChildCharacteristics");
}

static void text_between_elements(void **state)
{
    (void)state;
    read_children(CHILD("text", ""));
    assert_read();
    assert_int_equal(reading.problems.count, 1);
    assert_position(reading.problems.list[0].offset, "<ChildIdentifiers>");
}

static void elements_within_a_value(void **state)
{
    (void)state;
    read_children(CHILD("<PersonBirthDate>2015-<b>02</b>-28</PersonBirthDate>", ""));
    assert_read();
    assert_value("ChildIdentifiers", 1, "PersonBirthDate", "2015--28");
    assert_true(reading.problems.count > 0);
}

static void a_schema_that_the_file_names_is_not_used(void **state)
{
    (void)state;
    FILE *out = begin_document();
    fprintf(out, "%s%s%s%s",
            "<Message xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'\n"
            " xsi:noNamespaceSchemaLocation='http://localhost:9/none.xsd'>",
            &HEADER[strlen("<Message>")], CHILD("", ""), FOOTER);
    read_document(out);
    assert_read();
    assert_int_equal(reading.problems.count, 1);
    assert_int_equal(reading.problems.list[0].severity, SV_QUERY);
    assert_says("noNamespaceSchemaLocation");
}

/* Programs write these where a value is missing: they name no schema. */
static void a_nil_value_names_no_schema(void **state)
{
    (void)state;
    read_children(CHILD("<PersonDeathDate xsi:nil='true'"
                        " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/>",
                        ""));
    assert_read();
    assert_true(reading.problems.count > 0);
    for (size_t i = 0; i < reading.problems.count; i++) {
        assert_position(reading.problems.list[i].offset, "<PersonDeathDate");
        assert_null(strstr(reading.problems.list[i].message, "a schema of its own"));
    }
    assert_value("ChildIdentifiers", 1, "PersonDeathDate", NULL);
}

/* What a return cannot do without. */

static void absent_groups_are_named(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"<Message/>", "Message/Header"},
        {"<Message><Header/></Message>", "Message/Children"},
        {"<Message><Children/></Message>", "Message/Header"},
        {"<Message><Header/><Children/></Message>", NULL},
        {"<Message><Stray><Header/></Stray><Children/></Message>", "Message/Header"},
        {"<Other/>", "Message/Header"}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        FILE *out = begin_document();
        fputs(cases[i][0], out);
        read_document(out);
        assert_read();
        assert_true(reading.problems.count > 0);
        if (!cases[i][1])
            assert_null(reading.absent);
        else
            assert_string_equal(reading.absent, cases[i][1]);
        forget();
    }
}

static struct {
    uint64_t done;
    uint64_t total;
    int times;
} told;

static void note_progress(void *context, uint64_t done, uint64_t total)
{
    (void)context;
    assert_true(done >= told.done && done <= total);
    told.done = done;
    told.total = total;
    told.times++;
}

static void progress_is_told(void **state)
{
    (void)state;
    static const struct progress progress = {note_progress, NULL};
    FILE *out = begin_document();
    fputs(HEADER, out);
    for (int i = 0; i < 10000; i++)
        fputs(CHILD("", "") "\n", out);
    fputs(FOOTER, out);
    reading.progress = &progress;
    read_document(out);
    assert_read();
    assert_true(told.times > 5);
    assert_int_equal(told.done, told.total);
    assert_int_equal(told.total, document_length);
}

int main(void)
{
#define READER_TEST(name) cmocka_unit_test_teardown(name, forget_reading)
    const struct CMUnitTest tests[] = {
        READER_TEST(a_clean_return),
        READER_TEST(rows_begin_at_their_elements),
        READER_TEST(a_bad_value_is_placed_at_the_start_of_its_element),
        READER_TEST(a_start_tag_may_hold_white_space),
        READER_TEST(an_element_with_an_attribute_begins_where_its_tag_begins),
        READER_TEST(a_start_tag_of_any_length),
        READER_TEST(errors_late_in_a_long_file),
        READER_TEST(a_field_across_two_pieces),
        READER_TEST(lines_that_end_in_carriage_return_and_line_feed),
        READER_TEST(positions_in_utf16),
        READER_TEST(positions_in_a_long_utf16_file),
        READER_TEST(a_file_with_a_byte_order_mark),
        READER_TEST(a_declaration_that_does_not_fit),
        READER_TEST(older_windows_files),
        READER_TEST(a_stray_element_does_not_hide_bad_values_behind_it),
        READER_TEST(a_stray_element_at_the_top_hides_nothing_below),
        READER_TEST(what_stands_in_a_stray_element_is_not_read),
        READER_TEST(elements_in_the_wrong_order_are_read),
        READER_TEST(an_element_that_belongs_elsewhere),
        READER_TEST(elements_of_a_namespace_are_strangers),
        READER_TEST(a_missing_element_is_told_at_the_element_that_lacks_it),
        READER_TEST(text_between_elements),
        READER_TEST(elements_within_a_value),
        READER_TEST(a_schema_that_the_file_names_is_not_used),
        READER_TEST(a_nil_value_names_no_schema),
        READER_TEST(absent_groups_are_named),
        READER_TEST(progress_is_told),
    };
    return cmocka_run_group_tests(tests, load_cin, unload);
}
