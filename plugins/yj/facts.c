#include "facts.h"

#include <stdlib.h>

#define BLANK                                                                                      \
    {                                                                                              \
        .number = SV_NONE                                                                          \
    }

const struct header *first_header(const struct sv_context *ctx)
{
    static const struct header none = {.YOTOUCode = BLANK,
                                       .ReturnStartDate = BLANK,
                                       .ReturnEndDate = BLANK,
                                       .CMSSystem = BLANK,
                                       .CMSExtractVersion = BLANK,
                                       .ExtractDateTime = BLANK,
                                       .PartNumber = BLANK,
                                       .PartCount = BLANK,
                                       .today = SV_NONE,
                                       .year = SV_NONE};
    const struct sv_row *first = first_below(ctx, NULL, TABLE_header);
    return first ? (const struct header *)first : &none;
}

/* The last day of the month that is `months` after the month of a day. */
static sv_day month_end(sv_day d, int months)
{
    struct sv_date date = sv_date_of(d);
    sv_day first = sv_day_of(date.year, date.month, 1);
    return sv_add_months(first, months + 1) - 1;
}

sv_day quarter_end(sv_day start)
{
    if (start == SV_NONE)
        return SV_NONE;
    struct sv_date date = sv_date_of(start);
    return date.day == 1 && date.month % 3 == 1 ? month_end(start, 2) : SV_NONE;
}

sv_day submission_deadline(sv_day end)
{
    if (end == SV_NONE || sv_date_of(end).month % 3 != 0 || month_end(end, 0) != end)
        return SV_NONE;
    return month_end(end, 1);
}

sv_day birthday(const struct person *child, int years)
{
    sv_day born = day(child->DateOfBirth);
    if (born == SV_NONE)
        return SV_NONE;
    struct sv_date date = sv_date_of(born);
    bool leap_day = date.month == 2 && date.day == 29 && !sv_is_leap_year(date.year + years);
    return leap_day ? sv_day_of(date.year + years, 3, 1)
                    : sv_day_of(date.year + years, date.month, date.day);
}

sv_day school_leaving_day(const struct person *child)
{
    sv_day sixteen = birthday(child, 16);
    if (sixteen == SV_NONE)
        return SV_NONE;
    struct sv_date date = sv_date_of(sixteen);
    sv_day last = sv_day_of(date.month >= 9 ? date.year + 1 : date.year, 6, 30);
    return last - (sv_weekday(last) + 3) % 7; /* Friday is 4 */
}

enum area area_on(const struct person *child, sv_day d)
{
    uint32_t lo = 0;
    if (d == SV_NONE)
        return AREA_NONE;
    for (uint32_t hi = child->home_count; lo < hi;) {
        uint32_t middle = (lo + hi) / 2;
        if (child->homes[middle].since <= d)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo ? (enum area)child->homes[lo - 1].area : AREA_NONE;
}

const char *originating_id(const struct sv_context *ctx, const struct person *child)
{
    const char *id = text_of(ctx, child->OriginatingYOTPersonID);
    bool not_applicable = (id[0] == 'N' || id[0] == 'n') && id[1] == '/' &&
                          (id[2] == 'A' || id[2] == 'a') && id[3] == '\0';
    return not_applicable || id[strcspn(id, " \t\r\n")] ? "" : id;
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char capital(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

void canonical(const char *text, char *out, size_t size)
{
    size_t length = 0;
    char before = '\0'; /* the character before, '\0' where a word may begin */
    for (; *text && length + 2 < size; text++) {
        bool in_word = is_letter(*text) || is_digit(*text);
        bool begins = in_word && (before == '\0' || is_digit(before) != is_digit(*text));
        if (begins && length > 0)
            out[length++] = '_';
        if (in_word)
            out[length++] = capital(*text);
        before = in_word ? *text : '\0';
    }
    out[length] = '\0';
}

/* Longer than any code that the schema lets through. */
#define CANONICAL_ROOM 256

int code_key(const struct sv_context *ctx, struct sv_value v)
{
    char text[CANONICAL_ROOM];
    uint32_t hash = 2166136261U;
    if (v.number != SV_NONE || missing(v))
        return v.number;
    canonical(text_of(ctx, v), text, sizeof(text));
    for (const char *c = text; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 16777619U;
    return (int)(hash >> 1 | 1U << 30);
}

const struct outcome_kind *kind_of(struct sv_value legal_outcome)
{
    static const struct outcome_kind none = {0};
    return legal_outcome.number < 0 ? &none : &outcome_kinds[legal_outcome.number];
}

static bool is_unreadable(struct sv_value v)
{
    return present(v) && !readable(v);
}

static bool has_unreadable_term(const struct outcome *o)
{
    return is_unreadable(o->TermYears) || is_unreadable(o->TermMonths) ||
           is_unreadable(o->TermWeeks) || is_unreadable(o->TermDays) || is_unreadable(o->TermHours);
}

/* A count; 0 when it is blank. */
static int64_t count_of(struct sv_value v)
{
    return readable(v) ? v.number : 0;
}

int64_t term_of(const struct outcome *o)
{
    enum { PER_WEEK = 4566000, PER_DAY = 652200, PER_HOUR = PER_DAY / 24 };
    if (has_unreadable_term(o))
        return -1;
    return (count_of(o->TermYears) * 12 + count_of(o->TermMonths)) * TERM_MONTH +
           count_of(o->TermWeeks) * PER_WEEK + count_of(o->TermDays) * PER_DAY +
           count_of(o->TermHours) * PER_HOUR;
}

sv_day end_by_term(const struct outcome *o)
{
    enum { MONTHS_MAX = 12 * 9999, FAR = INT32_MAX / 2 }; /* days may be added to it */
    int64_t months = count_of(o->TermYears) * 12 + count_of(o->TermMonths);
    int64_t days = count_of(o->TermWeeks) * 7 + count_of(o->TermDays);
    sv_day made = day(o->OutcomeDate);
    if (made == SV_NONE || has_unreadable_term(o) || months + days == 0)
        return SV_NONE;
    if (months > MONTHS_MAX)
        return FAR;
    int64_t end = (int64_t)sv_add_months(made, (int)months) + days - 1;
    return end < FAR ? (sv_day)end : FAR;
}

const struct disposal_kind *disposal_of(struct sv_value disposal_type)
{
    static const struct disposal_kind none = {0};
    return disposal_type.number < 0 ? &none : &disposal_kinds[disposal_type.number];
}

bool counts(const struct sv_context *ctx, struct sv_value disposal_type)
{
    int from = disposal_of(disposal_type)->counts_from;
    return from && first_header(ctx)->year >= from;
}

void capitals(const char *text, const char *left_out, char *out, size_t size)
{
    size_t length = 0;
    for (; *text && length + 1 < size; text++) {
        if (!strchr(left_out, *text))
            out[length++] = capital(*text);
    }
    out[length] = '\0';
}

/* Number of digits at the start of a text. */
static size_t digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* The number that so many digits make. */
static int number_from(const char *text, size_t length)
{
    int number = 0;
    for (size_t i = 0; i < length; i++)
        number = number * 10 + (text[i] - '0');
    return number;
}

#define PNC_SERIAL_DIGITS 7
#define PNC_ROOM 32

bool read_pnc(const struct sv_context *ctx, struct sv_value v, struct pnc *pnc)
{
    char text[PNC_ROOM] = "";
    capitals(text_of(ctx, v), " ", text, sizeof(text));
    size_t before = digits(text);
    size_t year_digits = before;
    const char *serial = text + before + 1;
    if (text[before] != '/') { /* the slash was left out */
        year_digits = before == 4 + PNC_SERIAL_DIGITS ? 4 : before == 2 + PNC_SERIAL_DIGITS ? 2 : 0;
        serial = text + year_digits;
    }
    if (year_digits != 2 && year_digits != 4)
        return false;
    size_t length = digits(serial);
    char letter = length ? serial[length] : '\0';
    if (length > PNC_SERIAL_DIGITS || !is_letter(letter) || serial[length + 1])
        return false;
    int year = number_from(text, year_digits);
    pnc->year = year_digits == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    pnc->serial = number_from(serial, length);
    pnc->letter = letter;
    return true;
}

char pnc_check_letter(const struct pnc *pnc)
{
    static const char letters[] = "ZABCDEFGHJKLMNPQRTUVWXY";
    int64_t number = (int64_t)(pnc->year % 100) * 10000000 + pnc->serial;
    return letters[number % 23];
}

/* Digits, perhaps with a point among, before or behind them. */
double hours_of(const struct sv_context *ctx, struct sv_value v)
{
    const char *text = text_of(ctx, v);
    double hours = 0;
    double scale = 1;
    text += *text == '+';
    size_t whole = digits(text);
    size_t parts = text[whole] == '.' ? digits(text + whole + 1) : 0;
    if (missing(v) || whole + parts == 0 || text[whole + (text[whole] == '.') + parts])
        return -1;
    for (; *text; text++)
        hours = *text == '.' ? hours : hours * 10 + (*text - '0');
    for (; parts > 0; parts--)
        scale *= 10;
    return hours / scale;
}
