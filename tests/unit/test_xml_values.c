/* Values as they arrive from XML, and what is said of those that cannot be read. */
#include "reading.h"

static void assert_id(const char *written, const char *expected)
{
    FILE *out = begin_document();
    fprintf(out, "%s" CHILD("<LAchildID>%s</LAchildID>", "") "%s", HEADER, written, FOOTER);
    read_document(out);
    assert_read();
    NO_PROBLEMS();
    assert_value("ChildIdentifiers", 1, "LAchildID", expected);
    forget();
}

/* The parser hands the text over in pieces. */
static void a_value_in_pieces_arrives_whole(void **state)
{
    (void)state;
    assert_id("a&amp;b", "a&b");
    assert_id("&lt;a&gt; &quot;b&quot; &apos;c&apos;", "<a> \"b\" 'c'");
    assert_id("a&#233;b&#xE9;c&#x1F600;", "a\xc3\xa9"
                                          "b\xc3\xa9"
                                          "c\xf0\x9f\x98\x80");
    assert_id("&#65;", "A");
    assert_id("<![CDATA[a<b>&amp;c]]>", "a<b>&amp;c");
    assert_id("a<![CDATA[b]]>c<![CDATA[d]]>", "abcd");
    assert_id("a<!-- not b -->c", "ac");
    assert_id("<!-- x -->a", "a");
    assert_id("a<?target not b?>c", "ac");
    assert_id("  a\n b  ", "a\n b");
    assert_id("&#32;a&#10;", "a");
    assert_id("&#160;", "\xc2\xa0");
    assert_id("a&amp;<![CDATA[b]]><!-- -->&#99;d", "a&bcd");
}

static void a_long_value_that_is_not_ascii_arrives_whole(void **state)
{
    (void)state;
    char text[2001] = "";
    for (size_t length = 290; length < 2000; length += 171) {
        size_t used = 0;
        while (used + 3 <= length) {
            memcpy(text + used, used % 7 ? "\xe2\x82\xac" : "\xc3\xa9x", 3);
            used += 3;
        }
        text[used] = '\0';
        assert_id(text, text);
    }
}

static void a_date_in_pieces_is_a_date(void **state)
{
    (void)state;
    read_children(
        CHILD("<PersonBirthDate>20<!-- -->15-<![CDATA[04]]>-0&#56;</PersonBirthDate>", ""));
    assert_read();
    NO_PROBLEMS();
    assert_int_equal(value_of("ChildIdentifiers", 1, "PersonBirthDate")->number,
                     sv_day_of(2015, 4, 8));
}

static void of_single_fields_the_first_counts(void **state)
{
    (void)state;
    read_children(CHILD("<LAchildID>C1</LAchildID><LAchildID>C2</LAchildID>", ""));
    assert_read();
    assert_value("ChildIdentifiers", 1, "LAchildID", "C1");
    PROBLEMS({"<LAchildID>C2", SV_ERROR, "ChildIdentifiers 1"});
}

static void the_first_counts_also_when_it_is_empty(void **state)
{
    (void)state;
    read_children(CHILD("<LAchildID/><LAchildID>C2</LAchildID>", ""));
    assert_read();
    assert_value("ChildIdentifiers", 1, "LAchildID", NULL);
}

static void of_single_groups_the_first_counts(void **state)
{
    (void)state;
    read_children("<Child><ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers>"
                  "<ChildIdentifiers><LAchildID>C2</LAchildID><UPN>U2</UPN></ChildIdentifiers>"
                  "<ChildCharacteristics/></Child>" CHILD("<LAchildID>C3</LAchildID>", ""));
    assert_read();
    assert_rows("ChildIdentifiers", 2);
    assert_value("ChildIdentifiers", 1, "LAchildID", "C1");
    assert_value("ChildIdentifiers", 1, "UPN", NULL);
    assert_value("ChildIdentifiers", 2, "LAchildID", "C3");
}

#define PLAN(reviews)                                                                              \
    EPISODE("<ChildProtectionPlans><CPPstartDate>2025-05-06</CPPstartDate>" reviews                \
            "</ChildProtectionPlans>")

static void second_wrapper_groups_are_read(void **state)
{
    (void)state;
    read_children("<Child><ChildIdentifiers/><ChildCharacteristics>"
                  "<Disabilities><Disability>MOB</Disability></Disabilities>"
                  "<Disabilities><Disability>HEAR</Disability><Disability>VIS</Disability>"
                  "</Disabilities></ChildCharacteristics>" PLAN(
                      "<Reviews><CPPreviewDate>2025-06-01</CPPreviewDate></Reviews>"
                      "<Reviews><CPPreviewDate>2025-07-01</CPPreviewDate>"
                      "<CPPreviewDate>2025-08-01</CPPreviewDate></Reviews>") "</Child>");
    assert_read();
    assert_rows("Disabilities", 3);
    assert_value("Disabilities", 3, "Disability", "VIS");
    assert_rows("Reviews", 3);
    assert_value("Reviews", 3, "CPPreviewDate", "2025-08-01");
    PROBLEMS({"<Disabilities><Disability>HEAR", SV_ERROR, "ChildIdentifiers 1"});
}

static void an_empty_group_of_reviews_makes_one_row(void **state)
{
    (void)state;
    static const struct {
        const char *reviews;
        uint32_t rows;
        const char *first; /* where the first row begins */
    } cases[] = {{"", 0, NULL},
                 {"<Reviews/>", 1, "<Reviews"},
                 {"<Reviews></Reviews>", 1, "<Reviews"},
                 {"<Reviews> \n </Reviews>", 1, "<Reviews"},
                 {"<Reviews><!-- none --></Reviews>", 1, "<Reviews"},
                 {"<Reviews><Stray/></Reviews>", 1, "<Reviews"},
                 {"<Reviews><CPPreviewDate/></Reviews>", 1, "<CPPreviewDate"},
                 {"<Reviews/><Reviews/>", 2, "<Reviews"},
                 {"<Reviews><CPPreviewDate>2025-06-01</CPPreviewDate></Reviews><Reviews/>", 2,
                  "<CPPreviewDate"},
                 {"<Reviews/><Reviews><CPPreviewDate/><CPPreviewDate/></Reviews>", 3, "<Reviews"}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        FILE *out = begin_document();
        fprintf(out, "%s" CHILD("", PLAN("%s")) "%s", HEADER, cases[i].reviews, FOOTER);
        read_document(out);
        assert_read();
        assert_rows("Reviews", cases[i].rows);
        if (cases[i].rows) {
            assert_position(row_of("Reviews", 1)->offset, cases[i].first);
            assert_ptr_equal(row_of("Reviews", 1)->parent, row_of("ChildProtectionPlans", 1));
        }
        forget();
    }
}

static void read_birth_date(const char *text)
{
    FILE *out = begin_document();
    fprintf(out, "%s" CHILD("<PersonBirthDate>%s</PersonBirthDate>", "") "%s", HEADER, text,
            FOOTER);
    read_document(out);
    assert_read();
}

static void padded_dates_are_accepted_with_a_query(void **state)
{
    (void)state;
    static const char *const padded[] = {" 2015-04-08", "2015-04-08 ", "\n\t2015-04-08\r\n",
                                         "&#32;2015-04-08"};
    for (size_t i = 0; i < COUNT_OF(padded); i++) {
        read_birth_date(padded[i]);
        assert_int_equal(value_of("ChildIdentifiers", 1, "PersonBirthDate")->number,
                         sv_day_of(2015, 4, 8));
        PROBLEMS({"<PersonBirthDate>", SV_QUERY, "ChildIdentifiers 1 PersonBirthDate"});
        forget();
    }
}

/* Some of these libxml2 takes for dates, some it does not: each is told once, and its text is
 * kept. */
static void unreadable_dates_are_told_once(void **state)
{
    (void)state;
    static const char *const unreadable[] = {
        "2015-04-08Z",         "2015-04-08+01:00",   "2015-04-08-00:00",
        "12015-04-08",         "02015-04-08",        "-2015-04-08",
        "-0001-01-01",         "0000-01-01",         "2015-4-8",
        "2015-02-29",          "1900-02-29",         "2015-13-01",
        "2015-04-08T00:00:00", "08/04/2015",         "20150408",
        "2015-04-08Z ",        "\302\2402015-04-08", "soon",
        "2015 -04-08",         "2015-04-31"};
    for (size_t i = 0; i < COUNT_OF(unreadable); i++) {
        char trimmed[32];
        snprintf(trimmed, sizeof(trimmed), "%.*s", (int)strcspn(unreadable[i], " "), unreadable[i]);
        read_birth_date(unreadable[i]);
        assert_int_equal(value_of("ChildIdentifiers", 1, "PersonBirthDate")->number, SV_NONE);
        if (!strchr(unreadable[i], ' '))
            assert_value("ChildIdentifiers", 1, "PersonBirthDate", trimmed);
        PROBLEMS({"<PersonBirthDate>", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"});
        forget();
    }
}

#define ENQUIRY(flag)                                                                              \
    EPISODE("<Section47><S47ActualStartDate>2025-05-06</S47ActualStartDate><ICPCnotRequired>" flag \
            "</ICPCnotRequired></Section47>")

/* The schema and the checks of values see the same fault. */
static void unreadable_values_of_any_type_are_told_once(void **state)
{
    (void)state;
    read_children(CHILD("<UPNunknown>UN9</UPNunknown>", ENQUIRY("maybe")));
    assert_read();
    PROBLEMS({"<UPNunknown>", SV_ERROR, "ChildIdentifiers 1 UPNunknown"},
             {"<ICPCnotRequired>", SV_ERROR, "Section47 1 ICPCnotRequired"});
    assert_value("ChildIdentifiers", 1, "UPNunknown", "UN9");
    assert_value("Section47", 1, "ICPCnotRequired", "maybe");
}

static void flags_in_all_spellings_are_read(void **state)
{
    (void)state;
    read_children(CHILD("", ENQUIRY("true") ENQUIRY("1") ENQUIRY("TRUE") ENQUIRY("false")
                                ENQUIRY("0") ENQUIRY("False")));
    assert_read();
    for (uint32_t i = 1; i <= 6; i++)
        assert_int_equal(value_of("Section47", i, "ICPCnotRequired")->number, i <= 3);
    /* The schema knows lower case only. */
    PROBLEMS({"<ICPCnotRequired>TRUE", SV_ERROR, "Section47 3 ICPCnotRequired"},
             {"<ICPCnotRequired>False", SV_ERROR, "Section47 6 ICPCnotRequired"});
}

static void dates_at_the_ends_of_the_calendar(void **state)
{
    (void)state;
    static const char *const good[] = {"0001-01-01", "9999-12-31", "2000-02-29", "2024-02-29"};
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        read_birth_date(good[i]);
        NO_PROBLEMS();
        assert_value("ChildIdentifiers", 1, "PersonBirthDate", good[i]);
        forget();
    }
}

static void an_empty_value_is_told_once_and_is_missing(void **state)
{
    (void)state;
    static const char *const empty[] = {"", " ", "\n", "<!-- -->", "<![CDATA[]]>"};
    for (size_t i = 0; i < COUNT_OF(empty); i++) {
        read_birth_date(empty[i]);
        assert_value("ChildIdentifiers", 1, "PersonBirthDate", NULL);
        PROBLEMS({"<PersonBirthDate>", SV_ERROR, "ChildIdentifiers 1 PersonBirthDate"});
        assert_says("is empty");
        forget();
    }
}

/* Rules tell of these values, so that the schema stage is silent. */
static void values_that_rules_test_are_left_to_them(void **state)
{
    (void)state;
    read_children("<Child><ChildIdentifiers><Sex>X</Sex></ChildIdentifiers>"
                  "<ChildCharacteristics><Ethnicity>NOPE</Ethnicity><Disabilities>"
                  "<Disability/></Disabilities></ChildCharacteristics></Child>");
    assert_read();
    NO_PROBLEMS();
    assert_value("ChildIdentifiers", 1, "Sex", "X");
    assert_value("Disabilities", 1, "Disability", NULL);
}

static void fields_of_other_years_are_strangers(void **state)
{
    (void)state;
    read_children(CHILD("<GenderCurrent>1</GenderCurrent>", ""));
    assert_read();
    PROBLEMS({"<GenderCurrent>", SV_ERROR, "ChildIdentifiers 1"});
    assert_says("2026");
}

static void a_record_without_a_required_field_is_told_once(void **state)
{
    (void)state;
    static const char *const cases[] = {"", "<AssessmentActualStartDate/>",
                                        "<AssessmentActualStartDate> </AssessmentActualStartDate>"};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        FILE *out = begin_document();
        fprintf(out, "%s" CHILD("", EPISODE("<Assessments>%s</Assessments>")) "%s", HEADER,
                cases[i], FOOTER);
        read_document(out);
        assert_read();
        PROBLEMS({"<Assessments>", SV_ERROR, "Assessments 1 AssessmentActualStartDate"});
        forget();
    }
}

int main(void)
{
#define READER_TEST(name) cmocka_unit_test_teardown(name, forget_reading)
    const struct CMUnitTest tests[] = {
        READER_TEST(a_value_in_pieces_arrives_whole),
        READER_TEST(a_long_value_that_is_not_ascii_arrives_whole),
        READER_TEST(a_date_in_pieces_is_a_date),
        READER_TEST(of_single_fields_the_first_counts),
        READER_TEST(the_first_counts_also_when_it_is_empty),
        READER_TEST(of_single_groups_the_first_counts),
        READER_TEST(second_wrapper_groups_are_read),
        READER_TEST(an_empty_group_of_reviews_makes_one_row),
        READER_TEST(padded_dates_are_accepted_with_a_query),
        READER_TEST(unreadable_dates_are_told_once),
        READER_TEST(unreadable_values_of_any_type_are_told_once),
        READER_TEST(flags_in_all_spellings_are_read),
        READER_TEST(dates_at_the_ends_of_the_calendar),
        READER_TEST(an_empty_value_is_told_once_and_is_missing),
        READER_TEST(values_that_rules_test_are_left_to_them),
        READER_TEST(fields_of_other_years_are_strangers),
        READER_TEST(a_record_without_a_required_field_is_told_once),
    };
    return cmocka_run_group_tests(tests, load_cin, unload);
}
