/* From text to value and back, and the comparisons that rules make. */
#include "keyed.h"

static struct fixture fixture;

static int open_fixture(void **state)
{
    (void)state;
    fixture_open(&fixture, 2026);
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static const struct sv_field *field_of(uint8_t type)
{
    static const uint16_t numbers[] = {[SV_TEXT] = Person_Name,
                                       [SV_CODE] = Person_Kind,
                                       [SV_DATE] = Person_Born,
                                       [SV_NUMBER] = Person_Number,
                                       [SV_FLAG] = Person_Agreed};
    return &fixture_plugin.tables[TABLE_Person].fields[numbers[type]];
}

/* Reads as the reader of files does: trims first. */
static struct sv_value value_of(uint8_t type, const char *text)
{
    size_t length = trim(&text, strlen(text));
    struct sv_value value = {0};
    value_read(&fixture.store, field_of(type), text, length, &value);
    return value;
}

static void assert_shown(uint8_t type, struct sv_value value, const char *expected)
{
    char room[VALUE_ROOM];
    const char *text = value_text(&fixture.store, field_of(type), value, room);
    assert_non_null(text);
    assert_string_equal(text, expected);
}

static void assert_good(uint8_t type, const char *text, int32_t number)
{
    struct sv_value value = value_of(type, text);
    assert_int_equal(value.number, number);
    assert_true(present(value) && readable(value));
    assert_shown(type, value, text);
}

static void assert_unreadable(uint8_t type, const char *text)
{
    struct sv_value value = value_of(type, text);
    assert_int_equal(value.number, SV_NONE);
    assert_int_not_equal(value.text, 0);
    assert_true(present(value) && !readable(value));
    assert_shown(type, value, text);
}

static void white_space_is_space_tab_line_feed_carriage_return(void **state)
{
    (void)state;
    for (int c = 0; c < 256; c++)
        assert_int_equal(is_white_space((char)c), c == ' ' || c == '\t' || c == '\n' || c == '\r');
}

static void assert_trimmed(const char *text, const char *expected)
{
    size_t length = trim(&text, strlen(text));
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(text, expected, length);
}

static void trimming(void **state)
{
    (void)state;
    assert_trimmed("abc", "abc");
    assert_trimmed(" \t\r\nabc\n\r\t ", "abc");
    assert_trimmed("a b\nc", "a b\nc");
    assert_trimmed(" \n ", "");
    assert_trimmed("", "");
    assert_trimmed("\xc2\xa0"
                   "abc\xc2\xa0",
                   "\xc2\xa0"
                   "abc\xc2\xa0"); /* no-break spaces stay */
    assert_trimmed(" \xe2\x80\x83x\v\f", "\xe2\x80\x83x\v\f");
}

static void nothing_is_missing(void **state)
{
    (void)state;
    static const char *const blanks[] = {"", " ", "\t\r\n "};
    char room[VALUE_ROOM];
    for (uint8_t type = SV_TEXT; type <= SV_FLAG; type++) {
        for (size_t i = 0; i < COUNT_OF(blanks); i++) {
            struct sv_value value = value_of(type, blanks[i]);
            assert_int_equal(value.number, SV_NONE);
            assert_int_equal(value.text, 0);
            assert_true(missing(value) && !present(value) && !readable(value));
            assert_null(value_text(&fixture.store, field_of(type), value, room));
        }
    }
}

static void a_no_break_space_is_a_value(void **state)
{
    (void)state;
    assert_good(SV_TEXT, "\xc2\xa0", 0);
    assert_unreadable(SV_DATE, "\xc2\xa0"
                               "2025-03-31");
    assert_unreadable(SV_NUMBER, "5\xc2\xa0");
    assert_unreadable(SV_FLAG, "\xc2\xa0");
    assert_unreadable(SV_CODE, "\xc2\xa0"
                               "A");
}

static void texts(void **state)
{
    (void)state;
    assert_good(SV_TEXT, "anything", 0);
    assert_good(SV_TEXT, "0", 0);
    assert_good(SV_TEXT, "Zo\xc3\xab", 0);
    assert_shown(SV_TEXT, value_of(SV_TEXT, "  in the middle  two  "), "in the middle  two");
}

static void dates(void **state)
{
    (void)state;
    assert_good(SV_DATE, "1970-01-01", 0);
    assert_good(SV_DATE, "0001-01-01", -719162);
    assert_good(SV_DATE, "9999-12-31", 2932896);
    assert_good(SV_DATE, "2024-02-29", 19782);
    assert_int_equal(value_of(SV_DATE, "\n 1970-01-02 ").number, 1);
    assert_int_equal(value_of(SV_DATE, "2024-02-29").text, 0); /* one spelling: no text is kept */
    assert_unreadable(SV_DATE, "2025-02-29");
    assert_unreadable(SV_DATE, "0000-01-01");
    assert_unreadable(SV_DATE, "12025-01-01");
    assert_unreadable(SV_DATE, "2025-03-31Z");
    assert_unreadable(SV_DATE, "31/03/2025");
}

/* Fields of the club: dates with the day first, and texts for which letter case does not matter. */

static struct sv_value club_value(uint16_t field, const char *text, const char **shown)
{
    static char room[VALUE_ROOM];
    const struct sv_field *described = &keyed_plugin.tables[TABLE_Card].fields[field];
    size_t length = trim(&text, strlen(text));
    struct sv_value value = {0};
    value_read(&fixture.store, described, text, length, &value);
    *shown = value_text(&fixture.store, described, value, room);
    return value;
}

static void assert_club_value(uint16_t field, const char *text, int32_t number, bool text_kept)
{
    const char *shown;
    struct sv_value value = club_value(field, text, &shown);
    assert_int_equal(value.number, number);
    assert_int_equal(value.text != 0, text_kept);
    assert_string_equal(shown, text); /* always as written */
}

static int open_club(void **state)
{
    (void)state;
    keyed_open(&fixture, 2026);
    return 0;
}

static void dates_with_the_day_first(void **state)
{
    (void)state;
    assert_club_value(Card_Born, "01/02/2010", day("2010-02-01"), false);
    assert_club_value(Card_Born, "1/2/2010", day("2010-02-01"), true);
    assert_club_value(Card_Born, "01/2/2010", day("2010-02-01"), true);
    assert_club_value(Card_Born, "31/12/9999", day("9999-12-31"), false);
    assert_club_value(Card_Born, "31/02/2010", SV_NONE, true);
    assert_club_value(Card_Born, "2010-02-01", SV_NONE, true);
    assert_club_value(Card_Born, "01/02/10", SV_NONE, true);
    assert_club_value(Card_Born, "01/02/2010 00:00", SV_NONE, true);
    const char *shown;
    assert_int_equal(club_value(Card_Born, " 01/02/2010\t", &shown).number, day("2010-02-01"));
    assert_string_equal(shown, "01/02/2010");
    assert_true(missing(club_value(Card_Born, " ", &shown)));
    assert_null(shown);
}

static void codes_of_any_case(void **state)
{
    (void)state;
    char long_code[100];
    memset(long_code, 'r', sizeof(long_code) - 1);
    long_code[sizeof(long_code) - 1] = '\0';
    assert_club_value(Card_Colour, "RED", Colour_RED, false);
    assert_club_value(Card_Colour, "red", Colour_RED, true);
    assert_club_value(Card_Colour, "rEd", Colour_RED, true);
    assert_club_value(Card_Colour, "blue", Colour_BLUE, true);
    assert_club_value(Card_Colour, "reds", SV_NONE, true);
    assert_club_value(Card_Colour, "re", SV_NONE, true);
    assert_club_value(Card_Colour,
                      "r\xc3\xa9"
                      "d",
                      SV_NONE, true);
    assert_club_value(Card_Colour, long_code, SV_NONE, true);
    long_code[31] = '\0'; /* as long as there is room for, and one more */
    assert_club_value(Card_Colour, long_code, SV_NONE, true);
    long_code[31] = 'r';
    long_code[32] = '\0';
    assert_club_value(Card_Colour, long_code, SV_NONE, true);
}

static void texts_of_any_case_stay_as_written(void **state)
{
    (void)state;
    assert_club_value(Card_ID, "aBc", 0, true);
    assert_club_value(Card_ID, "abc", 0, true);
}

static void folding_letters(void **state)
{
    (void)state;
    char out[8];
    assert_true(fold_case("aZz09-", 6, out, sizeof(out)));
    assert_string_equal(out, "AZZ09-");
    assert_true(fold_case("", 0, out, sizeof(out)));
    assert_string_equal(out, "");
    assert_true(fold_case("abcdefg", 7, out, sizeof(out)));
    assert_string_equal(out, "ABCDEFG");
    assert_false(fold_case("abcdefgh", 8, out, sizeof(out)));
    assert_string_equal(out, "ABCDEFG");
    assert_true(fold_case("\xc3\xa9`{@[", 6, out, sizeof(out)));
    assert_string_equal(out, "\xc3\xa9`{@[");
}

static void codes(void **state)
{
    (void)state;
    assert_good(SV_CODE, "A", Kind_A);
    assert_good(SV_CODE, "B1", Kind_B1); /* whatever its years */
    assert_good(SV_CODE, "10", Kind_10);
    assert_unreadable(SV_CODE, "a");
    assert_unreadable(SV_CODE, "B");
    assert_unreadable(SV_CODE, "A A");
    assert_unreadable(SV_CODE, "010");
}

static void numbers(void **state)
{
    (void)state;
    assert_good(SV_NUMBER, "0", 0);
    assert_good(SV_NUMBER, "7", 7);
    assert_good(SV_NUMBER, "-7", -7);
    assert_good(SV_NUMBER, "+7", 7);
    assert_good(SV_NUMBER, "007", 7);
    assert_good(SV_NUMBER, "-0", 0);
    assert_good(SV_NUMBER, "000000000000000000000000000000000000001", 1);
    assert_int_equal(value_of(SV_NUMBER, "7").text, 0);
    assert_int_not_equal(value_of(SV_NUMBER, "007").text, 0);
    static const char *const others[] = {"+",   "-",   "--1", "+-1", "1.0", "1.", "1,000",   "1e3",
                                         "0x1", "1 0", "one", "- 1", "1-",  ".",  "\xd9\xa1"};
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_unreadable(SV_NUMBER, others[i]);
}

/* They end at what 32 bits hold, and never become SV_NONE, which means that there is none. */
static void numbers_beyond_32_bits(void **state)
{
    (void)state;
    assert_good(SV_NUMBER, "2147483646", 2147483646);
    assert_good(SV_NUMBER, "2147483647", INT32_MAX);
    assert_good(SV_NUMBER, "2147483648", INT32_MAX);
    assert_good(SV_NUMBER, "4294967296", INT32_MAX);
    assert_good(SV_NUMBER, "4294967297", INT32_MAX);
    assert_good(SV_NUMBER, "9223372036854775808", INT32_MAX);
    assert_good(SV_NUMBER, "18446744073709551617", INT32_MAX);
    assert_good(SV_NUMBER, "123456789012345678901234567890123456789012345678", INT32_MAX);
    assert_good(SV_NUMBER, "-2147483647", -INT32_MAX);
    assert_good(SV_NUMBER, "-2147483648", -INT32_MAX);
    assert_good(SV_NUMBER, "-99999999999999999999", -INT32_MAX);
    assert_unreadable(SV_NUMBER, "99999999999999999999x");
}

static void flags(void **state)
{
    (void)state;
    static const char *const yes[] = {"true", "1"};
    static const char *const no[] = {"false", "0"};
    static const char *const others[] = {"yes", "no", "t",     "f",     "Y",     "N",   "2",  "-1",
                                         "01",  "00", "true.", "truee", "tru",   "1.0", "on", "+1",
                                         "10",  "00", "fals",  "TRUE1", "t rue", "wahr"};
    for (size_t i = 0; i < COUNT_OF(yes); i++) {
        assert_good(SV_FLAG, yes[i], 1);
        assert_true(is_true(value_of(SV_FLAG, yes[i])));
        assert_false(is_false(value_of(SV_FLAG, yes[i])));
    }
    for (size_t i = 0; i < COUNT_OF(no); i++) {
        assert_good(SV_FLAG, no[i], 0);
        assert_true(is_false(value_of(SV_FLAG, no[i])));
        assert_false(is_true(value_of(SV_FLAG, no[i])));
    }
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        assert_unreadable(SV_FLAG, others[i]);
        assert_false(is_true(value_of(SV_FLAG, others[i])));
        assert_false(is_false(value_of(SV_FLAG, others[i])));
    }
}

static void a_missing_flag_is_neither(void **state)
{
    (void)state;
    assert_false(is_true(value_of(SV_FLAG, "")));
    assert_false(is_false(value_of(SV_FLAG, "")));
}

static void comparisons_of_dates(void **state)
{
    (void)state;
    struct sv_value early = value_of(SV_DATE, "2025-03-30");
    struct sv_value late = value_of(SV_DATE, "2025-03-31");
    assert_true(before(early, late));
    assert_false(before(late, early));
    assert_false(before(late, late));
    assert_true(after(late, early));
    assert_false(after(late, late));
    assert_true(same_date(late, late));
    assert_false(same_date(late, early));
    assert_true(before_day(early, day("2025-03-31")));
    assert_false(before_day(early, day("2025-03-30")));
    assert_true(after_day(late, day("2025-03-30")));
    assert_false(after_day(late, day("2025-03-31")));
    assert_int_equal(day_of(late), day("2025-03-31"));
}

static void comparisons_with_what_is_not_there_are_false(void **state)
{
    (void)state;
    struct sv_value good = value_of(SV_DATE, "2025-03-31");
    const struct sv_value others[] = {value_of(SV_DATE, ""), value_of(SV_DATE, "2025-02-30")};
    const struct sv_context ctx = {.period_start = day("2024-04-01"),
                                   .period_end = day("2025-03-31")};
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        struct sv_value none = others[i];
        assert_false(before(none, good) || before(good, none) || before(none, none));
        assert_false(after(none, good) || after(good, none) || after(none, none));
        assert_false(same_date(none, good) || same_date(good, none) || same_date(none, none));
        assert_false(both_readable(none, good) || both_readable(good, none));
        assert_false(before_day(none, day("9999-12-31")) || after_day(none, day("0001-01-01")));
        assert_false(in_period(&ctx, none) || outside_period(&ctx, none));
        assert_false(on_weekend(none));
        assert_int_equal(day_of(none), SV_NONE);
    }
    assert_false(before_day(good, SV_NONE) || after_day(good, SV_NONE));
}

static void both_ends_of_the_period_are_inside(void **state)
{
    (void)state;
    const struct sv_context ctx = {.period_start = day("2024-04-01"),
                                   .period_end = day("2025-03-31")};
    static const struct {
        const char *text;
        bool inside;
    } cases[] = {{"2024-03-31", false},
                 {"2024-04-01", true},
                 {"2024-12-01", true},
                 {"2025-03-31", true},
                 {"2025-04-01", false}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sv_value value = value_of(SV_DATE, cases[i].text);
        assert_int_equal(in_period(&ctx, value), cases[i].inside);
        assert_int_equal(outside_period(&ctx, value), !cases[i].inside);
    }
}

static void weekends(void **state)
{
    (void)state;
    assert_false(on_weekend(value_of(SV_DATE, "2025-03-28"))); /* a Friday */
    assert_true(on_weekend(value_of(SV_DATE, "2025-03-29")));
    assert_true(on_weekend(value_of(SV_DATE, "2025-03-30")));
    assert_false(on_weekend(value_of(SV_DATE, "2025-03-31")));
}

static void codes_are_valid_in_their_years(void **state)
{
    (void)state;
    struct sv_context ctx = {.year = 2025};
    assert_true(in_list(&ctx, value_of(SV_CODE, "A"), &Kind_list));
    assert_true(in_list(&ctx, value_of(SV_CODE, "B1"), &Kind_list));
    assert_false(in_list(&ctx, value_of(SV_CODE, "10"), &Kind_list));
    assert_false(in_list(&ctx, value_of(SV_CODE, "C"), &Kind_list));
    assert_false(in_list(&ctx, value_of(SV_CODE, ""), &Kind_list));
    ctx.year = 2026;
    assert_false(in_list(&ctx, value_of(SV_CODE, "B1"), &Kind_list));
    ctx.year = 2027;
    assert_true(in_list(&ctx, value_of(SV_CODE, "10"), &Kind_list));
    ctx.year = 2019;
    assert_false(in_list(&ctx, value_of(SV_CODE, "A"), &Kind_list));
    assert_true(is_code(value_of(SV_CODE, "10"), Kind_10));
    assert_false(is_code(value_of(SV_CODE, ""), Kind_A));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(white_space_is_space_tab_line_feed_carriage_return),
        cmocka_unit_test(trimming),
        cmocka_unit_test(nothing_is_missing),
        cmocka_unit_test(a_no_break_space_is_a_value),
        cmocka_unit_test(texts),
        cmocka_unit_test(dates),
        cmocka_unit_test(codes),
        cmocka_unit_test(numbers),
        cmocka_unit_test(numbers_beyond_32_bits),
        cmocka_unit_test(flags),
        cmocka_unit_test(a_missing_flag_is_neither),
        cmocka_unit_test(comparisons_of_dates),
        cmocka_unit_test(comparisons_with_what_is_not_there_are_false),
        cmocka_unit_test(both_ends_of_the_period_are_inside),
        cmocka_unit_test(weekends),
        cmocka_unit_test(codes_are_valid_in_their_years),
    };
    const struct CMUnitTest club_tests[] = {
        cmocka_unit_test(dates_with_the_day_first),
        cmocka_unit_test(codes_of_any_case),
        cmocka_unit_test(texts_of_any_case_stay_as_written),
        cmocka_unit_test(folding_letters),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture) ||
           cmocka_run_group_tests(club_tests, open_club, close_fixture);
}
