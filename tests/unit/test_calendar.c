/* Dates as text, and working days. */
#include "../../core/base/calendar.h"

#include "unit.h"

static sv_day parse(const char *text)
{
    return calendar_parse(text, strlen(text));
}

static void assert_formatted(sv_day day, const char *expected)
{
    char text[11];
    calendar_format(day, text);
    assert_string_equal(text, expected);
}

static void dates_that_exist(void **state)
{
    (void)state;
    assert_int_equal(parse("1970-01-01"), 0);
    assert_int_equal(parse("0001-01-01"), -719162);
    assert_int_equal(parse("9999-12-31"), 2932896);
    assert_int_equal(parse("2025-03-31"), 20178);
    assert_int_equal(parse("2000-02-29"), 11016);
    assert_int_equal(parse("2024-02-29"), 19782);
}

static void dates_that_do_not_exist(void **state)
{
    (void)state;
    static const char *const none[] = {"0000-01-01", "0000-12-31", "2025-00-10", "2025-13-10",
                                       "2025-01-00", "2025-01-32", "2025-99-99", "1900-02-29",
                                       "2023-02-29", "2025-02-29", "2100-02-29", "2024-02-30"};
    for (size_t i = 0; i < COUNT_OF(none); i++)
        assert_int_equal(parse(none[i]), SV_NONE);
}

static void texts_that_are_no_dates(void **state)
{
    (void)state;
    static const char *const none[] = {"",
                                       "2025",
                                       "2025-3-31",
                                       "2025-03-3",
                                       "25-03-31",
                                       "02025-03-31",
                                       "12025-03-31",
                                       "2025/03/31",
                                       "31/03/2025",
                                       "2025-03-311",
                                       "2025-03-31Z",
                                       "2025-03-31+01:00",
                                       "-2025-03-31",
                                       "-025-03-31",
                                       "+025-03-31",
                                       " 025-03-31",
                                       "2025-03-31 ",
                                       " 2025-03-31",
                                       "2025-+3-31",
                                       "2025-03--1",
                                       "2025_03_31",
                                       "2025-0a-31",
                                       "20250331",
                                       "2025-03-31T00:00:00",
                                       ("\xd9\xa2"
                                        "25-03-31"),
                                       "2025-03-\xd9\xa1",
                                       "today"};
    for (size_t i = 0; i < COUNT_OF(none); i++)
        assert_int_equal(parse(none[i]), SV_NONE);
    assert_int_equal(calendar_parse("2025-03\0"
                                    "31",
                                    10),
                     SV_NONE);
    assert_int_equal(calendar_parse("2025-03-31 and more", 10), 20178);
}

static sv_day parse_time(const char *text)
{
    return calendar_parse_date_time(text, strlen(text));
}

static void days_with_a_time(void **state)
{
    (void)state;
    static const char *const good[] = {"2025-03-31T00:00:00", "2025-03-31T23:59:59",
                                       "2025-03-31T09:30:00.5", "2025-03-31T09:30:00.123456789"};
    static const char *const none[] = {
        "",
        "2025-03-31",
        "2025-03-31T",
        "2025-03-31T24:00:00",
        "2025-03-31T23:60:00",
        "2025-03-31T23:59:60",
        "2025-02-29T00:00:00",
        "2025-03-31 00:00:00",
        "2025-03-31T00:00",
        "2025-03-31T00:00:00.",
        "2025-03-31T00:00:00.5a",
        "2025-03-31T00:00:00,5",
        "2025-03-31T00:00:00Z",
        "2025-03-31T00:00:00+01:00",
        "2025-03-31T0a:00:00",
        "2025-03-31T00-00-00",
    };
    for (size_t i = 0; i < COUNT_OF(good); i++)
        assert_int_equal(parse_time(good[i]), 20178);
    for (size_t i = 0; i < COUNT_OF(none); i++)
        assert_int_equal(parse_time(none[i]), SV_NONE);
}

static void months_of_every_length(void **state)
{
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static const int years[] = {1, 1900, 1999, 2000, 2023, 2024, 2100, 9999};
    for (size_t y = 0; y < COUNT_OF(years); y++) {
        bool leap = years[y] == 2000 || years[y] == 2024;
        for (int month = 1; month <= 12; month++) {
            char text[40];
            int last = lengths[month - 1] + (leap && month == 2);
            snprintf(text, sizeof(text), "%04d-%02d-%02d", years[y], month, last);
            assert_int_equal(parse(text), sv_day_of(years[y], month, last));
            assert_formatted(parse(text), text);
            snprintf(text, sizeof(text), "%04d-%02d-%02d", years[y], month, last + 1);
            assert_int_equal(parse(text), SV_NONE);
        }
    }
}

static void format_fills_with_zeros(void **state)
{
    (void)state;
    assert_formatted(0, "1970-01-01");
    assert_formatted(-719162, "0001-01-01");
    assert_formatted(2932896, "9999-12-31");
    assert_formatted(sv_day_of(45, 3, 9), "0045-03-09");
}

/* Day, month and year with slashes between. */

static sv_day parse_dmy(const char *text)
{
    return calendar_parse_dmy(text, strlen(text));
}

static void days_before_months(void **state)
{
    (void)state;
    assert_int_equal(parse_dmy("01/01/1970"), 0);
    assert_int_equal(parse_dmy("02/01/1970"), 1);
    assert_int_equal(parse_dmy("01/02/1970"), 31);
    assert_int_equal(parse_dmy("1/2/1970"), 31);
    assert_int_equal(parse_dmy("01/2/1970"), 31);
    assert_int_equal(parse_dmy("1/02/1970"), 31);
    assert_int_equal(parse_dmy("29/02/2024"), 19782);
    assert_int_equal(parse_dmy("1/1/0001"), -719162);
    assert_int_equal(parse_dmy("31/12/9999"), 2932896);
}

static void no_such_day_month_and_year(void **state)
{
    (void)state;
    static const char *const none[] = {"",
                                       "/",
                                       "//",
                                       "///",
                                       "1/1",
                                       "1/1/",
                                       "01/01",
                                       "1/1/1",
                                       "1/1/70",
                                       "1/1/970",
                                       "1/1/19700",
                                       "01/01/19700",
                                       "001/1/1970",
                                       "1/001/1970",
                                       "0/1/1970",
                                       "1/0/1970",
                                       "00/01/1970",
                                       "01/00/1970",
                                       "1/1/0000",
                                       "32/01/1970",
                                       "31/04/1970",
                                       "29/02/1900",
                                       "29/02/2025",
                                       "30/02/2024",
                                       "1/13/1970",
                                       "12/25/2025",
                                       "99/99/9999",
                                       "/1/1970",
                                       "1//1970",
                                       "1/1//970",
                                       "1-1-1970",
                                       "1.1.1970",
                                       "1 /1/1970",
                                       " 1/1/1970",
                                       "1/1/1970 ",
                                       "1/1/197O",
                                       "-1/1/1970",
                                       "+1/1/1970",
                                       "1/-1/1970",
                                       "1/1/-970",
                                       "1970-01-01",
                                       "1970/01/01",
                                       "1/Jan/1970",
                                       "01011970",
                                       "1/1/1970/",
                                       "1/1/1970x",
                                       "1/1/ 970",
                                       "a/1/1970",
                                       "1\\1\\1970",
                                       "\xd9\xa1/1/1970",
                                       "1/1/1970T00:00:00",
                                       "1/1/1970 00:00:00"};
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        if (parse_dmy(none[i]) != SV_NONE)
            fail_msg("%s was taken for a day", none[i]);
    }
    assert_int_equal(calendar_parse_dmy("1/1/1970/1/1970", 8), 0); /* not beyond its length */
    assert_int_equal(calendar_parse_dmy("1/1/1970", 7), SV_NONE);
    assert_int_equal(calendar_parse_dmy("1/1/19\0"
                                        "0",
                                        8),
                     SV_NONE);
}

/* Any day, in any of its spellings, is read and written back. */
static void every_day_of_many_years(void **state)
{
    (void)state;
    for (sv_day day = sv_day_of(1899, 12, 1); day < sv_day_of(2101, 2, 1); day++) {
        struct sv_date date = sv_date_of(day);
        char text[48];
        char written[11];
        snprintf(text, sizeof(text), "%d/%d/%04d", date.day, date.month, date.year);
        assert_int_equal(parse_dmy(text), day);
        snprintf(text, sizeof(text), "%02d/%02d/%04d", date.day, date.month, date.year);
        assert_int_equal(parse_dmy(text), day);
        calendar_format_dmy(day, written);
        assert_string_equal(written, text);
    }
}

/* What follows works bank holidays out from the rules for them, day by day; the program has a list
 * of them. */

/* Easter Sunday, by the method that is known as anonymous or Meeus/Jones/Butcher. */
static sv_day easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - d - g + 15) % 30;
    int l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return sv_day_of(year, n / 31, n % 31 + 1);
}

static sv_day first_monday(int year, int month)
{
    sv_day day = sv_day_of(year, month, 1);
    while (sv_weekday(day) != 0)
        day++;
    return day;
}

static sv_day last_monday(int year, int month)
{
    sv_day day = sv_day_of(year, month, 31);
    while (sv_weekday(day) != 0)
        day--;
    return day;
}

/* Whether the day is 25 or 26 December or stands for one of them that is at a weekend. */
static bool is_christmas(struct sv_date date, int weekday)
{
    if (date.month != 12 || weekday >= 5)
        return false;
    bool instead = (date.day == 27 && weekday <= 1) || (date.day == 28 && weekday <= 1);
    return date.day == 25 || date.day == 26 || instead;
}

static bool is_new_year(struct sv_date date, int weekday)
{
    return date.month == 1 && weekday < 5 &&
           (date.day == 1 || (weekday == 0 && (date.day == 2 || date.day == 3)));
}

static bool is_holiday(sv_day day)
{
    struct sv_date date = sv_date_of(day);
    int weekday = sv_weekday(day);
    int year = date.year;
    sv_day may = year == 2020 ? sv_day_of(2020, 5, 8) : first_monday(year, 5);
    sv_day spring = year == 2022 ? sv_day_of(2022, 6, 2) : last_monday(year, 5);
    bool once = day == sv_day_of(2022, 6, 3) || day == sv_day_of(2022, 9, 19) ||
                day == sv_day_of(2023, 5, 8);
    return is_new_year(date, weekday) || is_christmas(date, weekday) || day == easter(year) - 2 ||
           day == easter(year) + 1 || day == may || day == spring || day == last_monday(year, 8) ||
           once;
}

static void easter_of_known_years(void **state)
{
    (void)state;
    assert_int_equal(easter(2019), sv_day_of(2019, 4, 21));
    assert_int_equal(easter(2024), sv_day_of(2024, 3, 31));
    assert_int_equal(easter(2025), sv_day_of(2025, 4, 20));
    assert_int_equal(easter(2027), sv_day_of(2027, 3, 28));
}

static void every_day_from_2019_to_2028(void **state)
{
    (void)state;
    for (sv_day day = sv_day_of(2019, 1, 1); day <= sv_day_of(2028, 12, 31); day++) {
        bool expected = sv_weekday(day) < 5 && !is_holiday(day);
        if (calendar_is_working_day(day) != expected) {
            char text[11];
            calendar_format(day, text);
            fail_msg("%s is%s a working day", text, expected ? "" : " not");
        }
    }
}

/* 52 weeks have 260 days from Monday to Friday; one or two days more by the weekday of 1 January;
 * 8 bank holidays, 10 in 2022 (jubilee, funeral), 9 in 2023 (coronation). */
static void working_days_of_a_year(void **state)
{
    (void)state;
    static const int expected[] = {261 - 8, 262 - 8, 261 - 8, 260 - 10, 260 - 9,
                                   262 - 8, 261 - 8, 261 - 8, 261 - 8,  260 - 8};
    for (int year = 2019; year <= 2028; year++) {
        int count = 0;
        for (sv_day day = sv_day_of(year, 1, 1); day < sv_day_of(year + 1, 1, 1); day++)
            count += calendar_is_working_day(day);
        assert_int_equal(count, expected[year - 2019]);
    }
}

static void named_holidays(void **state)
{
    (void)state;
    static const char *const off[] = {
        "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08", "2023-05-01", "2020-05-08",
        "2024-12-25", "2024-12-26", "2021-12-27", "2021-12-28", "2022-12-26", "2022-12-27",
        "2020-12-28", "2022-01-03", "2023-01-02", "2024-03-29", "2024-04-01", "2025-04-18",
        "2025-04-21", "2027-03-26", "2027-03-29", "2026-04-03", "2026-04-06", "2028-04-14"};
    static const char *const on[] = {"2020-05-04" /* the first Monday of May, moved */,
                                     "2022-05-30" /* the last, moved */,
                                     "2022-06-01",
                                     "2022-09-20",
                                     "2023-05-09",
                                     "2024-12-24",
                                     "2024-12-27",
                                     "2022-12-28",
                                     "2022-01-04",
                                     "2024-03-28",
                                     "2024-04-02",
                                     "2025-03-31",
                                     "2026-12-29"};
    for (size_t i = 0; i < COUNT_OF(off); i++)
        assert_false(calendar_is_working_day(parse(off[i])));
    for (size_t i = 0; i < COUNT_OF(on); i++)
        assert_true(calendar_is_working_day(parse(on[i])));
}

static void only_weekends_count_where_holidays_are_not_known(void **state)
{
    (void)state;
    assert_true(calendar_is_working_day(parse("2018-12-25")));     /* a Tuesday */
    assert_true(calendar_is_working_day(parse("2029-01-01")));     /* a Monday */
    assert_false(calendar_is_working_day(parse("2018-12-30")));    /* a Sunday */
    assert_true(calendar_is_working_day(parse("0001-01-01")));     /* a Monday */
    assert_true(calendar_is_working_day(parse("9999-12-31")));     /* a Friday */
    assert_false(calendar_is_working_day(sv_day_of(10000, 1, 1))); /* a Saturday */
    assert_true(calendar_is_working_day(sv_day_of(10000, 1, 3)));
}

static void assert_before(const char *day, int n, const char *expected)
{
    assert_formatted(calendar_working_day_before(parse(day), n), expected);
}

static void working_days_before(void **state)
{
    (void)state;
    assert_before("2025-03-31", 1, "2025-03-28");
    assert_before("2024-04-01", 1, "2024-03-28");
    assert_before("2025-03-28", 1, "2025-03-27"); /* strictly before */
    assert_before("2025-03-30", 1, "2025-03-28");
    assert_before("2025-03-29", 1, "2025-03-28");
    assert_before("2024-12-27", 1, "2024-12-24"); /* over Christmas */
    assert_before("2024-12-27", 2, "2024-12-23");
    assert_before("2022-06-06", 1, "2022-06-01"); /* over the jubilee and a weekend */
    assert_before("2022-09-20", 1, "2022-09-16"); /* over the funeral and a weekend */
    assert_before("2023-05-09", 1, "2023-05-05"); /* over the coronation and a weekend */
    assert_before("2023-05-09", 6, "2023-04-27"); /* 5, 4, 3, 2 May; 28, 27 April; not 1 May */
}

/* Rules 8670Q (45 working days before 31 March), 8675Q (15), 8569Q (1 before 1 April). */
static void thresholds_of_the_census(void **state)
{
    (void)state;
    static const char *const expected[][3] = {{"2023-01-27", "2023-03-10", "2022-03-31"},
                                              {"2024-01-26", "2024-03-08", "2023-03-31"},
                                              {"2025-01-27", "2025-03-10", "2024-03-28"},
                                              {"2026-01-27", "2026-03-10", "2025-03-31"},
                                              {"2027-01-25", "2027-03-08", "2026-03-31"}};
    for (int year = 2023; year <= 2027; year++) {
        char text[40];
        snprintf(text, sizeof(text), "%d-03-31", year);
        assert_before(text, 45, expected[year - 2023][0]);
        assert_before(text, 15, expected[year - 2023][1]);
        snprintf(text, sizeof(text), "%d-04-01", year - 1);
        assert_before(text, 1, expected[year - 2023][2]);
    }
}

static void nothing_before_nothing(void **state)
{
    (void)state;
    assert_int_equal(calendar_working_day_before(SV_NONE, 1), SV_NONE);
    assert_int_equal(calendar_working_day_before(0, 0), SV_NONE);
    assert_int_equal(calendar_working_day_before(0, -1), SV_NONE);
}

/* Every span of two years, counted day by day. */
static void working_days_between(void **state)
{
    (void)state;
    sv_day begin = parse("2025-01-01");
    for (sv_day first = begin; first < begin + 60; first += 7) {
        int32_t days = 0;
        assert_int_equal(calendar_working_days(first, first), 0);
        for (sv_day last = first + 1; last < begin + 730; last++) {
            days += calendar_is_working_day(last);
            assert_int_equal(calendar_working_days(first, last), days);
            assert_int_equal(calendar_working_days(last, first), -days);
        }
    }
    /* Friday to Tuesday over Easter Monday, and an assessment of 45 working days. */
    assert_int_equal(calendar_working_days(parse("2025-04-17"), parse("2025-04-22")), 1);
    assert_int_equal(calendar_working_days(parse("2025-09-01"), parse("2025-11-03")), 45);
    assert_int_equal(calendar_working_days(SV_NONE, parse("2025-04-22")), 0);
    assert_int_equal(calendar_working_days(parse("2025-04-22"), SV_NONE), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_that_exist),
        cmocka_unit_test(dates_that_do_not_exist),
        cmocka_unit_test(texts_that_are_no_dates),
        cmocka_unit_test(days_with_a_time),
        cmocka_unit_test(months_of_every_length),
        cmocka_unit_test(format_fills_with_zeros),
        cmocka_unit_test(days_before_months),
        cmocka_unit_test(no_such_day_month_and_year),
        cmocka_unit_test(every_day_of_many_years),
        cmocka_unit_test(easter_of_known_years),
        cmocka_unit_test(every_day_from_2019_to_2028),
        cmocka_unit_test(working_days_of_a_year),
        cmocka_unit_test(working_days_between),
        cmocka_unit_test(named_holidays),
        cmocka_unit_test(only_weekends_count_where_holidays_are_not_known),
        cmocka_unit_test(working_days_before),
        cmocka_unit_test(thresholds_of_the_census),
        cmocka_unit_test(nothing_before_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
