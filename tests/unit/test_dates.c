/* The date arithmetic of the public header. */
#include <statval/date.h>

#include "unit.h"

#define FIRST_DAY sv_day_of(1, 1, 1)
#define LAST_DAY sv_day_of(9999, 12, 31)

static const int month_lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

static void assert_date(sv_day day, int year, int month, int number)
{
    struct sv_date date = sv_date_of(day);
    assert_int_equal(date.year, year);
    assert_int_equal(date.month, month);
    assert_int_equal(date.day, number);
}

/* Numbers and weekdays as calendars and other programs have them. */
static void known_days(void **state)
{
    (void)state;
    static const struct {
        int year, month, day;
        sv_day number;
        int weekday;
    } known[] = {{1, 1, 1, -719162, 0},     {1582, 10, 15, -141427, 4}, {1900, 3, 1, -25508, 3},
                 {1969, 12, 31, -1, 2},     {1970, 1, 1, 0, 3},         {2000, 2, 29, 11016, 1},
                 {2000, 3, 1, 11017, 2},    {2024, 2, 29, 19782, 3},    {2025, 3, 31, 20178, 0},
                 {9999, 12, 31, 2932896, 4}};
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        assert_int_equal(sv_day_of(known[i].year, known[i].month, known[i].day), known[i].number);
        assert_date(known[i].number, known[i].year, known[i].month, known[i].day);
        assert_int_equal(sv_weekday(known[i].number), known[i].weekday);
    }
}

/* Walks the calendar the way people do, and compares every single day. */
static void every_day_from_year_1_to_9999(void **state)
{
    (void)state;
    int year = 1, month = 1, number = 1, weekday = 0; /* 0001-01-01 was a Monday */
    for (sv_day day = FIRST_DAY; day <= LAST_DAY; day++) {
        struct sv_date date = sv_date_of(day);
        if (date.year != year || date.month != month || date.day != number ||
            sv_day_of(year, month, number) != day || sv_weekday(day) != weekday)
            fail_msg("day %d is not %d-%d-%d", day, year, month, number);
        bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        int length = month_lengths[month - 1] + (month == 2 && leap);
        weekday = (weekday + 1) % 7;
        number++;
        if (number > length) {
            number = 1;
            month++;
        }
        if (month > 12) {
            month = 1;
            year++;
        }
    }
    assert_int_equal(year, 10000);
}

static void lengths_of_months(void **state)
{
    (void)state;
    for (int month = 1; month <= 12; month++) {
        assert_int_equal(sv_days_in_month(2023, month), month_lengths[month - 1]);
        assert_int_equal(sv_days_in_month(2024, month), month_lengths[month - 1] + (month == 2));
    }
}

static void leap_years(void **state)
{
    (void)state;
    static const int leap[] = {4, 1600, 1996, 2000, 2004, 2024, 2028, 2400, 9996};
    static const int common[] = {1, 1700, 1900, 2001, 2022, 2023, 2025, 2026, 2100, 2200, 9999};
    for (size_t i = 0; i < COUNT_OF(leap); i++) {
        assert_true(sv_is_leap_year(leap[i]));
        assert_int_equal(sv_days_in_month(leap[i], 2), 29);
        assert_int_equal(sv_day_of(leap[i] + 1, 1, 1) - sv_day_of(leap[i], 1, 1), 366);
    }
    for (size_t i = 0; i < COUNT_OF(common); i++) {
        assert_false(sv_is_leap_year(common[i]));
        assert_int_equal(sv_days_in_month(common[i], 2), 28);
    }
}

static void months_end_on_the_last_day_that_exists(void **state)
{
    (void)state;
    static const struct {
        int from[3];
        int months;
        int to[3];
    } cases[] = {{{2025, 1, 15}, 0, {2025, 1, 15}},     {{2025, 1, 15}, 1, {2025, 2, 15}},
                 {{2025, 1, 31}, 1, {2025, 2, 28}},     {{2024, 1, 31}, 1, {2024, 2, 29}},
                 {{2025, 1, 29}, 1, {2025, 2, 28}},     {{2025, 3, 31}, -1, {2025, 2, 28}},
                 {{2025, 3, 31}, 1, {2025, 4, 30}},     {{2025, 8, 31}, 6, {2026, 2, 28}},
                 {{2025, 12, 31}, 1, {2026, 1, 31}},    {{2025, 12, 31}, 2, {2026, 2, 28}},
                 {{2025, 1, 31}, -1, {2024, 12, 31}},   {{2025, 1, 1}, -13, {2023, 12, 1}},
                 {{2025, 11, 30}, 12, {2026, 11, 30}},  {{2025, 2, 28}, 1, {2025, 3, 28}},
                 {{1900, 1, 31}, 1, {1900, 2, 28}},     {{2000, 1, 31}, 1, {2000, 2, 29}},
                 {{9999, 11, 30}, 1, {9999, 12, 30}},   {{1, 2, 1}, -1, {1, 1, 1}},
                 {{2024, 2, 29}, 48, {2028, 2, 29}},    {{2024, 2, 29}, 12, {2025, 2, 28}},
                 {{2025, 5, 31}, -3, {2025, 2, 28}},    {{2025, 7, 31}, 2, {2025, 9, 30}},
                 {{2025, 10, 31}, -120, {2015, 10, 31}}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        sv_day from = sv_day_of(cases[i].from[0], cases[i].from[1], cases[i].from[2]);
        assert_date(sv_add_months(from, cases[i].months), cases[i].to[0], cases[i].to[1],
                    cases[i].to[2]);
    }
    assert_int_equal(sv_add_months(SV_NONE, 5), SV_NONE);
}

static void years_before_year_1_do_not_go_astray(void **state)
{
    (void)state;
    assert_date(sv_add_months(sv_day_of(1, 1, 31), -1), 0, 12, 31);
    assert_date(sv_add_months(sv_day_of(1, 3, 31), -13), 0, 2, 29); /* 0 is divisible by 400 */
    assert_date(sv_add_years(sv_day_of(1, 1, 1), -25), -24, 1, 1);
    assert_date(sv_add_years(sv_day_of(1, 3, 15), -25), -24, 3, 15);
    assert_date(sv_add_months(sv_day_of(1, 12, 31), -22), 0, 2, 29);
    assert_date(sv_add_months(sv_day_of(1, 6, 30), -18), -1, 12, 30);
}

static void years_keep_the_day(void **state)
{
    (void)state;
    assert_date(sv_add_years(sv_day_of(2024, 2, 29), -25), 1999, 2, 28);
    assert_date(sv_add_years(sv_day_of(2024, 2, 29), -24), 2000, 2, 29);
    assert_date(sv_add_years(sv_day_of(2024, 2, 29), 1), 2025, 2, 28);
    assert_date(sv_add_years(sv_day_of(2000, 2, 29), -100), 1900, 2, 28);
    assert_date(sv_add_years(sv_day_of(2000, 2, 29), 100), 2100, 2, 28);
    assert_date(sv_add_years(sv_day_of(2000, 2, 29), 400), 2400, 2, 29);
    assert_date(sv_add_years(sv_day_of(2023, 2, 28), 1), 2024, 2, 28);
    assert_date(sv_add_years(sv_day_of(2025, 3, 31), -25), 2000, 3, 31);
    assert_int_equal(sv_add_years(SV_NONE, 1), SV_NONE);
}

static void days_are_calendar_days(void **state)
{
    (void)state;
    assert_date(sv_add_days(sv_day_of(2024, 2, 28), 1), 2024, 2, 29);
    assert_date(sv_add_days(sv_day_of(2025, 2, 28), 1), 2025, 3, 1);
    assert_date(sv_add_days(sv_day_of(2025, 1, 1), -1), 2024, 12, 31);
    assert_date(sv_add_days(sv_day_of(2024, 1, 1), 366), 2025, 1, 1);
    assert_int_equal(sv_add_days(SV_NONE, 1), SV_NONE);
    assert_int_equal(sv_add_days(SV_NONE, -1), SV_NONE);
}

static void weekdays(void **state)
{
    (void)state;
    static const int monday_to_sunday[] = {24, 25, 26, 27, 28, 29, 30}; /* of March 2025 */
    for (int i = 0; i < 7; i++)
        assert_int_equal(sv_weekday(sv_day_of(2025, 3, monday_to_sunday[i])), i);
    assert_int_equal(sv_weekday(sv_day_of(1969, 12, 28)), 6);
    assert_int_equal(sv_weekday(sv_day_of(1969, 12, 29)), 0);
}

static int age(int y1, int m1, int d1, int y2, int m2, int d2)
{
    return sv_age_on(sv_day_of(y1, m1, d1), sv_day_of(y2, m2, d2));
}

static void ages(void **state)
{
    (void)state;
    assert_int_equal(age(2010, 6, 15, 2010, 6, 15), 0);
    assert_int_equal(age(2010, 6, 15, 2011, 6, 14), 0);
    assert_int_equal(age(2010, 6, 15, 2011, 6, 15), 1);
    assert_int_equal(age(2010, 6, 15, 2028, 6, 14), 17);
    assert_int_equal(age(2010, 6, 15, 2028, 6, 15), 18);
    assert_int_equal(age(2010, 6, 15, 2028, 5, 31), 17);
    assert_int_equal(age(2010, 6, 15, 2028, 7, 1), 18);
    assert_int_equal(age(2009, 12, 31, 2010, 1, 1), 0);
    assert_int_equal(age(2010, 6, 15, 2010, 6, 14), -1);
    assert_int_equal(age(2010, 6, 15, 2009, 6, 14), -2);
    assert_int_equal(age(1, 1, 1, 9999, 12, 31), 9998);
}

static void a_birthday_on_29_february_is_completed_on_1_march(void **state)
{
    (void)state;
    assert_int_equal(age(2008, 2, 29, 2025, 2, 28), 16);
    assert_int_equal(age(2008, 2, 29, 2025, 3, 1), 17);
    assert_int_equal(age(2008, 2, 29, 2024, 2, 28), 15);
    assert_int_equal(age(2008, 2, 29, 2024, 2, 29), 16);
    assert_int_equal(age(2000, 2, 29, 2100, 2, 28), 99);
    assert_int_equal(age(2000, 2, 29, 2100, 3, 1), 100);
    assert_int_equal(age(2007, 2, 28, 2024, 2, 29), 17);
    assert_int_equal(age(2007, 3, 1, 2024, 2, 29), 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days),
        cmocka_unit_test(every_day_from_year_1_to_9999),
        cmocka_unit_test(lengths_of_months),
        cmocka_unit_test(leap_years),
        cmocka_unit_test(months_end_on_the_last_day_that_exists),
        cmocka_unit_test(years_before_year_1_do_not_go_astray),
        cmocka_unit_test(years_keep_the_day),
        cmocka_unit_test(days_are_calendar_days),
        cmocka_unit_test(weekdays),
        cmocka_unit_test(ages),
        cmocka_unit_test(a_birthday_on_29_february_is_completed_on_1_march),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
