/* Days, the forms in which SSDA903 writes them, and random numbers, for the generators of synthetic
 * returns. */
#ifndef DAYS_H
#define DAYS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define COUNT_OF(table) ((unsigned)(sizeof(table) / sizeof((table)[0])))
#define PICK(random, table) ((table)[below(random, COUNT_OF(table))])

/* Days since 1 January 1970; nobody here was born before. */
typedef int day;
enum { NO_DAY = 0, YEAR_OF_DAYS = 365 };

/* A value of the return. */
enum { CELL_SIZE = 24 };
typedef char cell[CELL_SIZE];

/* splitmix64: small, and the same on every machine. */
static inline uint64_t next_random(uint64_t *random)
{
    uint64_t mixed = (*random += UINT64_C(0x9E3779B97F4A7C15));

    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

static inline unsigned below(uint64_t *random, unsigned limit)
{
    return (unsigned)(((next_random(random) >> 32) * limit) >> 32);
}

static inline bool chance(uint64_t *random, unsigned percent)
{
    return below(random, 100) < percent;
}

/* The first day if the last one is before it. */
static inline day between(uint64_t *random, day first, day last)
{
    return last <= first ? first : first + (day)below(random, (unsigned)(last - first + 1));
}

static inline day later(day a, day b)
{
    return a > b ? a : b;
}

static inline day earlier(day a, day b)
{
    return a < b ? a : b;
}

/* Counts years from March, so that the leap day comes last. */
static inline day day_of(int year, int month, int day_of_month)
{
    int shifted = month > 2 ? year : year - 1;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day_of_month - 1;

    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + of_year - 719468;
}

static inline int year_of(day when)
{
    int year = 1970 + when / 366;

    while (day_of(year + 1, 1, 1) <= when)
        year++;
    return year;
}

static inline int month_of(day when)
{
    int year = year_of(when), month = 12;

    while (day_of(year, month, 1) > when)
        month--;
    return month;
}

/* The same day a number of years later; 28 February if there is no 29th then. */
static inline day years_after(day when, int count)
{
    int year = year_of(when), month = month_of(when);
    day same = day_of(year + count, month, 1) + when - day_of(year, month, 1);
    day march = day_of(year + count, 3, 1);

    return month == 2 && same >= march ? march - 1 : same;
}

static inline int age_at(day birth, day when)
{
    int age = year_of(when) - year_of(birth);

    return years_after(birth, age) > when ? age - 1 : age;
}

/* Writes dd/mm/yyyy. */
static inline void format_day(day when, cell text)
{
    unsigned year = (unsigned)year_of(when), month = (unsigned)month_of(when);
    unsigned of_month = (unsigned)(when - day_of((int)year, (int)month, 1) + 1);

    snprintf(text, CELL_SIZE, "%02u/%02u/%04u", of_month % 100, month % 100, year % 10000);
}

/* Reads dd/mm/yyyy; NO_DAY if it is not of that form. */
static inline day parse_day(const char *text)
{
    int parts[3] = {0, 0, 0};
    int at = 0;

    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '/')
            at++;
        else if (*c >= '0' && *c <= '9')
            parts[at] = parts[at] * 10 + *c - '0';
        if ((*c != '/' && (*c < '0' || *c > '9')) || at > 2)
            return NO_DAY;
    }
    return at == 2 ? day_of(parts[2], parts[1], parts[0]) : NO_DAY;
}

#endif
