/* Dates as text, and working days in England. */
#ifndef STATVAL_CALENDAR_H
#define STATVAL_CALENDAR_H

#include <stddef.h>

#include <statval/date.h>

/** The day of a text that is exactly CCYY-MM-DD, years 0001 to 9999, and exists; else SV_NONE. */
sv_day calendar_parse(const char *text, size_t length);

/** The day of a text that is exactly D/M/CCYY, day and month in one or two digits, years 0001 to
 *  9999, and exists; else SV_NONE. */
sv_day calendar_parse_dmy(const char *text, size_t length);

/** The day of a text that is exactly CCYY-MM-DDThh:mm:ss, perhaps with a fraction of a second
 *  behind it, and exists; else SV_NONE. */
sv_day calendar_parse_date_time(const char *text, size_t length);

/** The same, perhaps with a time zone behind it: Z, or +hh:mm or -hh:mm up to 14 hours. The day is
 *  the one written, whatever the zone. */
sv_day calendar_parse_zoned(const char *text, size_t length);

/** Writes a day as DD/MM/CCYY and a NUL: 11 bytes. The year must be 0 to 9999. */
void calendar_format_dmy(sv_day day, char out[11]);

/** Writes a day as CCYY-MM-DD and a NUL: 11 bytes. The year must be 0 to 9999. */
void calendar_format(sv_day day, char out[11]);

/** Whether `day` is no Saturday, Sunday or bank holiday of England and Wales. Holidays are known
 *  from 2019 to 2028; outside these years only weekends count. */
_Bool calendar_is_working_day(sv_day day);

/** The n-th working day strictly before `day`; SV_NONE when `day` is, or n < 1. */
sv_day calendar_working_day_before(sv_day day, int n);

/** Working days after `first`, up to and with `last`; negative when `last` comes before; 0 when one
 *  of them is SV_NONE. */
int32_t calendar_working_days(sv_day first, sv_day last);

#endif
