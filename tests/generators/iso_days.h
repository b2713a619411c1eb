/* Days as XML writes them, CCYY-MM-DD; arithmetic and random numbers are those of days.h. */
#ifndef ISO_DAYS_H
#define ISO_DAYS_H

#include "days.h"

static inline int day_of_month(day when)
{
    return when - day_of(year_of(when), month_of(when), 1) + 1;
}

/* Whole years; whoever was born on 29 February has the birthday on 1 March in other years. */
static inline int age_on(day birth, day when)
{
    int age = year_of(when) - year_of(birth);
    int birthday = month_of(birth) * 32 + day_of_month(birth);

    return month_of(when) * 32 + day_of_month(when) < birthday ? age - 1 : age;
}

/* Writes CCYY-MM-DD. */
static inline void write_day(day when, cell text)
{
    snprintf(text, CELL_SIZE, "%04u-%02u-%02u", (unsigned)year_of(when) % 10000,
             (unsigned)month_of(when) % 100, (unsigned)day_of_month(when) % 100);
}

/* Reads a day that write_day() could have written; of any other text it gives NO_DAY. */
static inline day read_day(const char *text)
{
    unsigned year = 0, month = 0, of_month = 0;
    int length = 0;
    cell again = "";

    if (sscanf(text, "%4u-%2u-%2u%n", &year, &month, &of_month, &length) != 3 ||
        text[length] != '\0' || year < 1971 || month < 1 || month > 12 || of_month > 31)
        return NO_DAY;
    day when = day_of((int)year, (int)month, (int)of_month);

    write_day(when, again);
    for (int i = 0; i <= length; i++)
        if (again[i] != text[i])
            return NO_DAY;
    return when;
}

#endif
