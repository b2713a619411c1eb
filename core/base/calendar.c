#include "calendar.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/*
 * Bank holidays in England and Wales. 2022 to 2027: the list that the government publishes
 * (gov.uk/bank-holidays); 2019 to 2021 and 2028: from the ordinary calendar, with 8 May 2020 in
 * place of the first Monday. In order, so that they can be searched.
 */
/* clang-format off */
static const char holidays[][11] = {
    "2019-01-01", "2019-04-19", "2019-04-22", "2019-05-06",
    "2019-05-27", "2019-08-26", "2019-12-25", "2019-12-26",
    "2020-01-01", "2020-04-10", "2020-04-13", "2020-05-08",
    "2020-05-25", "2020-08-31", "2020-12-25", "2020-12-28",
    "2021-01-01", "2021-04-02", "2021-04-05", "2021-05-03",
    "2021-05-31", "2021-08-30", "2021-12-27", "2021-12-28",
    "2022-01-03", "2022-04-15", "2022-04-18", "2022-05-02",
    "2022-06-02", "2022-06-03", "2022-08-29", "2022-09-19", "2022-12-26", "2022-12-27",
    "2023-01-02", "2023-04-07", "2023-04-10", "2023-05-01",
    "2023-05-08", "2023-05-29", "2023-08-28", "2023-12-25", "2023-12-26",
    "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06",
    "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26",
    "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05",
    "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
    "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04",
    "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
    "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03",
    "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28",
    "2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01",
    "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26",
};
/* clang-format on */

#define HOLIDAY_COUNT (sizeof(holidays) / sizeof(holidays[0]))

static int two_digits(const char *text)
{
    return (text[0] - '0') * 10 + text[1] - '0';
}

static bool has_shape_of_date(const char *text, size_t length)
{
    static const char shape[] = "0000-00-00";
    if (length != sizeof(shape) - 1)
        return false;
    for (size_t i = 0; i < length; i++) {
        bool fits = shape[i] == '-' ? text[i] == '-' : text[i] >= '0' && text[i] <= '9';
        if (!fits)
            return false;
    }
    return true;
}

static sv_day day_that_exists(int year, int month, int day)
{
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > sv_days_in_month(year, month))
        return SV_NONE;
    return sv_day_of(year, month, day);
}

sv_day calendar_parse(const char *text, size_t length)
{
    if (!has_shape_of_date(text, length))
        return SV_NONE;
    return day_that_exists(two_digits(text) * 100 + two_digits(text + 2), two_digits(text + 5),
                           two_digits(text + 8));
}

/* One or two digits and the slash behind them; moves on. -1 when they are not there. */
static int number_before_slash(const char **text, const char *end)
{
    int number = 0;
    int digits = 0;
    for (; digits < 2 && *text < end && **text >= '0' && **text <= '9'; (*text)++, digits++)
        number = number * 10 + (**text - '0');
    if (digits == 0 || *text == end || **text != '/')
        return -1;
    (*text)++;
    return number;
}

/* Whether these are ten characters as in 31/03/2026, as nearly always. */
static bool is_full_dmy(const char *text, size_t length)
{
    static const uint8_t digits[] = {0, 1, 3, 4, 6, 7, 8, 9};
    unsigned highest = 0;
    if (length != 10 || text[2] != '/' || text[5] != '/')
        return false;
    for (size_t i = 0; i < sizeof(digits); i++) {
        unsigned digit = (unsigned char)text[digits[i]] - (unsigned)'0';
        highest = digit > highest ? digit : highest;
    }
    return highest <= 9;
}

sv_day calendar_parse_dmy(const char *text, size_t length)
{
    if (is_full_dmy(text, length))
        return day_that_exists(two_digits(text + 6) * 100 + two_digits(text + 8),
                               two_digits(text + 3), two_digits(text));
    const char *end = text + length;
    int day = number_before_slash(&text, end);
    int month = day < 0 ? -1 : number_before_slash(&text, end);
    if (month < 0 || end - text != 4)
        return SV_NONE;
    for (const char *digit = text; digit < end; digit++) {
        if (*digit < '0' || *digit > '9')
            return SV_NONE;
    }
    return day_that_exists(two_digits(text) * 100 + two_digits(text + 2), month, day);
}

/* Whether these are hh:mm:ss of a time that exists. */
static bool is_time(const char *text)
{
    static const char shape[] = "dd:dd:dd";
    for (size_t i = 0; i < sizeof(shape) - 1; i++) {
        bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == 'd' ? !is_digit : text[i] != shape[i])
            return false;
    }
    return two_digits(text) < 24 && two_digits(text + 3) < 60 && two_digits(text + 6) < 60;
}

/* Nothing, or a point and digits. */
static bool is_fraction(const char *text, size_t length)
{
    if (length == 0)
        return true;
    for (size_t i = 1; i < length; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
    }
    return text[0] == '.' && length > 1;
}

sv_day calendar_parse_date_time(const char *text, size_t length)
{
    enum { DATE = sizeof("CCYY-MM-DD") - 1, BOTH = sizeof("CCYY-MM-DDThh:mm:ss") - 1 };
    if (length < BOTH || text[DATE] != 'T' || !is_time(text + DATE + 1) ||
        !is_fraction(text + BOTH, length - BOTH))
        return SV_NONE;
    return calendar_parse(text, DATE);
}

/* Whether these are +hh:mm or -hh:mm, up to 14 hours. */
static bool is_zone(const char *text)
{
    static const char shape[] = "+dd:dd";
    for (size_t i = 1; i < sizeof(shape) - 1; i++) {
        bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == 'd' ? !is_digit : text[i] != shape[i])
            return false;
    }
    int minutes = two_digits(text + 1) * 60 + two_digits(text + 4);
    return (text[0] == '+' || text[0] == '-') && two_digits(text + 4) < 60 && minutes <= 14 * 60;
}

sv_day calendar_parse_zoned(const char *text, size_t length)
{
    enum { ZONE = sizeof("+hh:mm") - 1 };
    if (length > 0 && text[length - 1] == 'Z')
        return calendar_parse_date_time(text, length - 1);
    if (length > ZONE && is_zone(text + length - ZONE))
        return calendar_parse_date_time(text, length - ZONE);
    return calendar_parse_date_time(text, length);
}

static void put_two_digits(char *out, int number)
{
    out[0] = (char)('0' + number / 10);
    out[1] = (char)('0' + number % 10);
}

void calendar_format(sv_day day, char out[11])
{
    struct sv_date date = sv_date_of(day);
    put_two_digits(out, date.year / 100);
    put_two_digits(out + 2, date.year % 100);
    out[4] = '-';
    put_two_digits(out + 5, date.month);
    out[7] = '-';
    put_two_digits(out + 8, date.day);
    out[10] = '\0';
}

void calendar_format_dmy(sv_day day, char out[11])
{
    char written[11]; /* CCYY-MM-DD */
    calendar_format(day, written);
    memcpy(out, written + 8, 2);
    memcpy(out + 3, written + 5, 2);
    memcpy(out + 6, written, 4);
    out[2] = out[5] = '/';
    out[10] = '\0';
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(a, b);
}

bool calendar_is_working_day(sv_day day)
{
    if (sv_weekday(day) >= 5)
        return false;
    struct sv_date date = sv_date_of(day);
    if (date.year < 0 || date.year > 9999)
        return true;
    char text[11];
    calendar_format(day, text);
    return !bsearch(text, holidays, HOLIDAY_COUNT, sizeof(holidays[0]), compare_texts);
}

sv_day calendar_working_day_before(sv_day day, int n)
{
    if (day == SV_NONE || n < 1)
        return SV_NONE;
    while (n > 0) {
        day--;
        n -= calendar_is_working_day(day);
    }
    return day;
}

static sv_day holiday_days[HOLIDAY_COUNT];

static void number_holidays(void)
{
    for (size_t i = 0; i < HOLIDAY_COUNT; i++)
        holiday_days[i] = calendar_parse(holidays[i], strlen(holidays[i]));
}

/* Holidays up to and with `day`; all of them are on weekdays. */
static int32_t holidays_until(sv_day day)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, number_holidays);
    size_t lo = 0;
    for (size_t hi = HOLIDAY_COUNT; lo < hi;) {
        size_t middle = (lo + hi) / 2;
        if (holiday_days[middle] <= day)
            lo = middle + 1;
        else
            hi = middle;
    }
    return (int32_t)lo;
}

int32_t calendar_working_days(sv_day first, sv_day last)
{
    if (first == SV_NONE || last == SV_NONE)
        return 0;
    if (last < first)
        return -calendar_working_days(last, first);
    int32_t weeks = (last - first) / 7;
    int32_t days = weeks * 5;
    for (sv_day day = first + weeks * 7 + 1; day <= last; day++)
        days += sv_weekday(day) < 5;
    return days - (holidays_until(last) - holidays_until(first));
}
