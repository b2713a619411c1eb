/*
 * Dates as day numbers, and the calendar arithmetic that the returns use.
 *
 * A day is counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar; days before are
 * negative. Everything here is pure arithmetic: no locale, no time zone, no clock. Working days
 * need the bank holidays and are host functions (statval/plugin.h).
 */
#ifndef STATVAL_DATE_H
#define STATVAL_DATE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A day number; SV_NONE where there is no day. */
typedef int32_t sv_day;

/** No day, no number: the value is missing or could not be read. */
#define SV_NONE INT32_MIN

/** A civil date: year 1 to 9999, month 1 to 12, day 1 to 31. */
struct sv_date {
    int year;
    int month;
    int day;
};

/** Whether `year` has a 29 February. */
static inline bool sv_is_leap_year(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/** The number of days of `month` (1 to 12) in `year`. */
static inline int sv_days_in_month(int year, int month)
{
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && sv_is_leap_year(year) ? 29 : days[month - 1];
}

/** The day number of a date that exists. Years are counted from 1 March, so that the leap day is
 *  the last day of its year and month lengths follow one formula. */
static inline sv_day sv_day_of(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

/** The civil date of a day number (not SV_NONE). */
static inline struct sv_date sv_date_of(sv_day number)
{
    int z = number + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int day_of_era = z - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_from_march = (5 * day_of_year + 2) / 153;
    struct sv_date date;
    date.day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    date.month = month_from_march + (month_from_march < 10 ? 3 : -9);
    date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
    return date;
}

/** `day` plus `months` (may be negative): the same day of the month, or the last day of the month
 *  where that day does not exist. SV_NONE stays SV_NONE. */
static inline sv_day sv_add_months(sv_day day, int months)
{
    if (day == SV_NONE)
        return SV_NONE;
    struct sv_date date = sv_date_of(day);
    int count = date.year * 12 + date.month - 1 + months;
    int year = (count >= 0 ? count : count - 11) / 12;
    int month = count - year * 12 + 1;
    int last = sv_days_in_month(year, month);
    return sv_day_of(year, month, date.day < last ? date.day : last);
}

/** `day` plus `years` (may be negative); 29 February becomes 28 February in other years. */
static inline sv_day sv_add_years(sv_day day, int years)
{
    return sv_add_months(day, years * 12);
}

/** `day` plus `days` (may be negative). SV_NONE stays SV_NONE. */
static inline sv_day sv_add_days(sv_day day, int days)
{
    return day == SV_NONE ? SV_NONE : day + days;
}

/** Day of the week: 0 Monday to 6 Sunday. */
static inline int sv_weekday(sv_day day)
{
    int weekday = (day + 3) % 7;
    return weekday < 0 ? weekday + 7 : weekday;
}

/** Completed years on `on` of somebody born on `born`; a birthday on 29 February is completed on
 *  1 March in other years. Both days must exist. Negative before birth. */
static inline int sv_age_on(sv_day born, sv_day on)
{
    struct sv_date b = sv_date_of(born);
    struct sv_date d = sv_date_of(on);
    bool before_birthday = d.month < b.month || (d.month == b.month && d.day < b.day);
    return d.year - b.year - (before_birthday ? 1 : 0);
}

#ifdef __cplusplus
}
#endif
#endif
