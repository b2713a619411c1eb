/* Counts, flags, days with a time zone, and codes that are written as labels. */
#include "quarters.h"

static struct fixture fixture;

static int open_fixture(void **state)
{
    (void)state;
    fixture = (struct fixture){.plugin = quarter_plugin};
    fixture.layout = layout_new(&fixture.plugin, 2026, false);
    store_init(&fixture.store, fixture.layout);
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static struct sv_value read_as(uint16_t table, uint16_t field, const char *text)
{
    struct sv_value value = {0};
    value_read(&fixture.store, &quarter_plugin.tables[table].fields[field], text, strlen(text),
               &value);
    return value;
}

/* Reads a text, which is shown as it was written, and gives its number. */
static int32_t number_of(uint16_t table, uint16_t field, const char *text)
{
    char room[VALUE_ROOM];
    struct sv_value value = read_as(table, field, text);
    const struct sv_field *described = &quarter_plugin.tables[table].fields[field];
    assert_true(present(value));
    assert_string_equal(value_text(&fixture.store, described, value, room), text);
    return value.number;
}

#define NUMBER_OF(T, field, text) number_of(TABLE_##T, T##_##field, text)

static void counts_are_not_negative(void **state)
{
    (void)state;
    assert_int_equal(NUMBER_OF(Client, Visits, "0"), 0);
    assert_int_equal(NUMBER_OF(Client, Visits, "12"), 12);
    assert_int_equal(NUMBER_OF(Client, Visits, "+12"), 12);
    assert_int_equal(NUMBER_OF(Client, Visits, "007"), 7);
    assert_int_equal(NUMBER_OF(Client, Visits, "-0"), 0);
    assert_int_equal(NUMBER_OF(Client, Visits, "99999999999"), INT32_MAX);
    static const char *const others[] = {"-1", "-99999999999", "1.0", "x", "1 2", "-", "+", "1e3"};
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_int_equal(NUMBER_OF(Client, Visits, others[i]), SV_NONE);
    assert_int_equal(read_as(TABLE_Client, Client_Visits, "12").text, 0);
    assert_int_not_equal(read_as(TABLE_Client, Client_Visits, "007").text, 0);
    assert_true(missing(read_as(TABLE_Client, Client_Visits, "")));
}

static void flags_are_in_small_letters(void **state)
{
    (void)state;
    assert_int_equal(NUMBER_OF(Client, Urgent, "true"), 1);
    assert_int_equal(NUMBER_OF(Client, Urgent, "1"), 1);
    assert_int_equal(NUMBER_OF(Client, Urgent, "false"), 0);
    assert_int_equal(NUMBER_OF(Client, Urgent, "0"), 0);
    static const char *const others[] = {"TRUE", "True", "False", "FALSE", "tru", "truee", "t"};
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_int_equal(NUMBER_OF(Client, Urgent, others[i]), SV_NONE);
}

static void flags_of_any_case(void **state)
{
    (void)state;
    assert_int_equal(NUMBER_OF(Client, Shouted, "TRUE"), 1);
    assert_int_equal(NUMBER_OF(Client, Shouted, "fAlse"), 0);
    assert_int_equal(NUMBER_OF(Client, Shouted, "YES"), SV_NONE);
}

/* The day is the one that is written, whatever the zone. */
static void days_with_a_time_zone(void **state)
{
    (void)state;
    static const char *const good[] = {"2025-10-12T09:00:00",       "2025-10-12T09:00:00Z",
                                       "2025-10-12T23:59:59-14:00", "2025-10-12T00:00:00+14:00",
                                       "2025-10-12T09:00:00+01:30", "2025-10-12T09:00:00.5",
                                       "2025-10-12T09:00:00.125Z",  "2025-10-12T09:00:00.1+00:00"};
    for (size_t i = 0; i < COUNT_OF(good); i++)
        assert_int_equal(NUMBER_OF(Front, Made, good[i]), day("2025-10-12"));
    static const char *const others[] = {"2025-10-12",
                                         "2025-10-12Z",
                                         "2025-10-12T09:00:00z",
                                         "2025-10-12T09:00:00+1:00",
                                         "2025-10-12T09:00:00+0100",
                                         "2025-10-12T09:00:00+14:01",
                                         "2025-10-12T09:00:00+15:00",
                                         "2025-10-12T09:00:00-00:60",
                                         "2025-10-12T09:00:00 +01:00",
                                         "2025-10-12T09:00:00ZZ",
                                         "2025-10-12T09:00:00Z+01:00",
                                         "2025-02-30T09:00:00Z",
                                         "2025-10-12T24:00:00Z",
                                         "2025-10-12T09:00Z",
                                         "Z",
                                         "+01:00",
                                         "2025-10-12T09:00:00.Z",
                                         "12/10/2025"};
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_int_equal(NUMBER_OF(Front, Made, others[i]), SV_NONE);
}

static void days_of_each_type(void **state)
{
    (void)state;
    assert_int_equal(read_day(SV_DATE, "2025-10-12", 10), day("2025-10-12"));
    assert_int_equal(read_day(SV_DAY_MONTH_YEAR, "12/10/2025", 10), day("2025-10-12"));
    assert_int_equal(read_day(SV_DATE_TIME, "2025-10-12T09:00:00", 19), day("2025-10-12"));
    assert_int_equal(read_day(SV_DATE_TIME, "2025-10-12T09:00:00Z", 20), SV_NONE);
    assert_int_equal(read_day(SV_ZONED_DATE_TIME, "2025-10-12T09:00:00Z", 20), day("2025-10-12"));
    assert_int_equal(read_day(SV_NUMBER, "2025", 4), SV_NONE);
    assert_true(is_day_type(SV_DATE) && is_day_type(SV_DAY_MONTH_YEAR));
    assert_true(is_day_type(SV_DATE_TIME) && is_day_type(SV_ZONED_DATE_TIME));
    assert_false(is_day_type(SV_TEXT) || is_day_type(SV_CODE) || is_day_type(SV_COUNT));
}

/* A text that is exactly a code takes no room; a label is kept as written. */
static void codes_written_as_labels(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int code;
    } labels[] = {{"Section 226B", Order_SECTION_226_B},
                  {"section 226 (b)", Order_SECTION_226_B},
                  {"SECTION226B", Order_SECTION_226_B},
                  {"section_226_b", Order_SECTION_226_B},
                  {"No action - 20/21", Order_NO_ACTION_20_21},
                  {"Living with parent(s)", Order_LIVING_WITH_PARENT_S},
                  {"fine", Order_FINE},
                  {"\xe2\x80\x98"
                   "Fine\xe2\x80\x99",
                   Order_FINE},
                  {"(14)", Order_14}};
    for (size_t i = 0; i < COUNT_OF(labels); i++)
        assert_int_equal(NUMBER_OF(Client, Order, labels[i].text), labels[i].code);
    assert_int_equal(NUMBER_OF(Client, Order, "SECTION_226_B"), Order_SECTION_226_B);
    assert_int_equal(read_as(TABLE_Client, Client_Order, "SECTION_226_B").text, 0);
    static const char *const others[] = {"Section 226", "226B",          "Fine!s",
                                         "F ine",       "1 4",           "-",
                                         "?",           "Section 226Bb", "Living with parents"};
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_int_equal(NUMBER_OF(Client, Order, others[i]), SV_NONE);
}

static void assert_code(const char *label, const char *expected)
{
    char code[LABEL_CODE_MAX + 1];
    assert_int_equal(label_code(label, strlen(label), code), strlen(expected));
    if (expected[0])
        assert_string_equal(code, expected);
}

static void the_code_of_a_label(void **state)
{
    (void)state;
    assert_code("No further action - Outcome 20/21 with YJS involvement",
                "NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT");
    assert_code("  a1b22C  ", "A_1_B_22_C");
    assert_code("__A__1__", "A_1");
    assert_code("caf\xc3\xa9 noir", "CAF_NOIR");
    assert_code("", "");
    assert_code("-/-", "");
    assert_int_equal(label_code("ab", 1, (char[LABEL_CODE_MAX + 1]){0}), 1);
}

static void labels_longer_than_any_code(void **state)
{
    (void)state;
    char text[2 * LABEL_CODE_MAX];
    char code[LABEL_CODE_MAX + 1];
    memset(text, 'a', sizeof(text));
    assert_int_equal(label_code(text, LABEL_CODE_MAX, code), LABEL_CODE_MAX);
    assert_int_equal(strlen(code), LABEL_CODE_MAX);
    assert_int_equal(label_code(text, LABEL_CODE_MAX + 1, code), 0);
    assert_string_equal(code, "");
    text[LABEL_CODE_MAX] = '1'; /* a word more: there is room for neither line nor word */
    assert_int_equal(label_code(text, LABEL_CODE_MAX + 1, code), 0);
    text[LABEL_CODE_MAX] = '-';
    assert_int_equal(label_code(text, LABEL_CODE_MAX + 1, code), LABEL_CODE_MAX);
    text[LABEL_CODE_MAX - 1] = '1'; /* room for the line, but not for the word */
    assert_int_equal(label_code(text, LABEL_CODE_MAX, code), 0);
    memset(text, ' ', sizeof(text));
    text[sizeof(text) - 1] = 'a';
    assert_int_equal(label_code(text, sizeof(text), code), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_not_negative), cmocka_unit_test(flags_are_in_small_letters),
        cmocka_unit_test(flags_of_any_case),       cmocka_unit_test(days_with_a_time_zone),
        cmocka_unit_test(days_of_each_type),       cmocka_unit_test(codes_written_as_labels),
        cmocka_unit_test(the_code_of_a_label),     cmocka_unit_test(labels_longer_than_any_code),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
