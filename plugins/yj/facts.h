/* What the rules of the youth justice return have in common: days, ages, homes, tiers, orders. */
#ifndef YJ_FACTS_H
#define YJ_FACTS_H

#include "kinds.h"
#include "records.h"

/* Days. */

/** 1 January 1900, which the national store writes for "no date". */
#define NO_DATE (-25567)

/** A value that says no date: blank, or 1900-01-01. One that cannot be read is neither. */
static inline bool no_date(struct sv_value v)
{
    return missing(v) || v.number == NO_DATE;
}

/** The day of a date; SV_NONE when it is blank, cannot be read, or says no date. */
static inline sv_day day(struct sv_value v)
{
    return v.number == NO_DATE ? SV_NONE : v.number;
}

/** Whether one day lies before another; false when one of them is none. */
static inline bool is_before(sv_day a, sv_day b)
{
    return a != SV_NONE && b != SV_NONE && a < b;
}

/** Whether a day is the other or lies after it; false when one of them is none. */
static inline bool is_since(sv_day a, sv_day b)
{
    return a != SV_NONE && b != SV_NONE && a >= b;
}

/** Whether a day lies in a span, its ends included; false when one of the three is none. */
static inline bool is_between(sv_day d, sv_day first, sv_day last)
{
    return is_since(d, first) && is_since(last, d);
}

/** The end of a span: far away when it says no date, SV_NONE when it cannot be read. */
static inline sv_day open_end(struct sv_value v)
{
    return no_date(v) ? INT32_MAX : day(v);
}

/** The later or earlier of two days; the other one when one of them is none. */
static inline sv_day later_of(sv_day a, sv_day b)
{
    return a > b ? a : b; /* SV_NONE is less than any day */
}

static inline sv_day earlier_of(sv_day a, sv_day b)
{
    return a == SV_NONE || (b != SV_NONE && b < a) ? b : a;
}

/** Whether a record from `start` to `end` holds on a day; without an end it goes on. */
static inline bool holds_on(struct sv_value start, struct sv_value end, sv_day d)
{
    return is_since(d, day(start)) && is_since(open_end(end), d);
}

/** 1 April 2023, from which the key performance indicators are collected. */
#define INDICATORS_BEGIN 19448

/* The return. */

/** The header of the first part; one with every item blank when there is none. */
const struct header *first_header(const struct sv_context *ctx);

/** First and last day of the return period; SV_NONE: not known. */
static inline sv_day return_start(const struct sv_context *ctx)
{
    return day(first_header(ctx)->ReturnStartDate);
}

static inline sv_day return_end(const struct sv_context *ctx)
{
    return day(first_header(ctx)->ReturnEndDate);
}

/** The day of the extract, which counts as today. */
static inline sv_day extract_day(const struct sv_context *ctx)
{
    return first_header(ctx)->today;
}

/** Last day of the quarter that begins on a day; SV_NONE when no quarter does. */
sv_day quarter_end(sv_day start);

/** The day by which the return of a quarter is to be sent: the last of the month after it. SV_NONE
 *  when the day is not the last of a quarter. Source: yjb.gov.uk, data recording guidance 2009/10
 *  (one month after the end of each quarter). */
sv_day submission_deadline(sv_day quarter_end);

/* The child. */

/** The child that a record belongs to, which may be the record itself. */
static inline const struct person *child_of(const void *record)
{
    const struct sv_row *row = (const struct sv_row *)record;
    while (row && row->table != TABLE_person)
        row = row->parent;
    return (const struct person *)row;
}

/** Completed years of a child on a day, negative before birth; SV_NONE: not known. */
static inline int age_on(const struct person *child, sv_day d)
{
    sv_day born = day(child->DateOfBirth);
    return born == SV_NONE || d == SV_NONE ? SV_NONE : sv_age_on(born, d);
}

/** Whether the child has not completed so many years on a day; false when that is not known. */
static inline bool is_under(const struct person *child, int years, sv_day d)
{
    int age = age_on(child, d);
    return age != SV_NONE && age < years;
}

/** Whether the child has completed so many years on a day; false when that is not known. */
static inline bool has_turned(const struct person *child, int years, sv_day d)
{
    int age = age_on(child, d);
    return age != SV_NONE && age >= years;
}

/** The first day on which the child has completed so many years. */
sv_day birthday(const struct person *child, int years);

/** Last day on which the child is of school age: the last Friday in June of the school year, 1
 *  September to 31 August, in which it turns 16. SV_NONE: not known. Source: Education (School
 *  Leaving Date) Order 1997. */
sv_day school_leaving_day(const struct person *child);

/** Local or other area, from a day on. */
enum area { AREA_UNKNOWN, AREA_LOCAL, AREA_OTHER, AREA_NONE };

struct home {
    sv_day since;
    uint8_t area; /* enum area; AREA_UNKNOWN: the code is none of the list */
};

/** Where the child lived on a day: the residence with the latest date that is not after it; local
 *  counts before other area on one date. AREA_NONE: no residence; also without a day. */
enum area area_on(const struct person *child, sv_day d);

/** The originating YOT person id as it counts nationally; "" when it is blank, "N/A" or has white
 *  space inside. */
const char *originating_id(const struct sv_context *ctx, const struct person *child);

/* Codes. */

/** A set of codes, from bits of a list with up to 64 entries. */
#define CODE_BIT(L, code) (UINT64_C(1) << L##_##code)

static inline bool in_set(struct sv_value v, uint64_t set)
{
    return v.number >= 0 && v.number < 64 && (set >> v.number & 1);
}

/** A code that is there and another one; codes that are not in the list are other ones too. */
static inline bool is_other_code(struct sv_value v, int code)
{
    return present(v) && v.number != code;
}

/** The canonical form of a text: words of letters and words of digits, in capitals, with _ between
 *  them. At most `size` - 1 bytes. */
void canonical(const char *text, char *out, size_t size);

/** A number that two values of one list share when they are the same code; those that are in no
 *  list are compared by their canonical form. SV_NONE: blank. */
int code_key(const struct sv_context *ctx, struct sv_value v);

/** Whether two codes are there and the same. */
static inline bool same_code(const struct sv_context *ctx, struct sv_value a, struct sv_value b)
{
    return present(a) && code_key(ctx, a) == code_key(ctx, b);
}

/* Outcomes. */

/** What follows from a legal outcome; of one that is in no list, nothing. */
const struct outcome_kind *kind_of(struct sv_value legal_outcome);

static inline bool has_tier(const struct outcome *outcome, unsigned tiers)
{
    return kind_of(outcome->LegalOutcome)->tier & tiers;
}

/** The offence that an outcome, or a police bail, stands in. */
#define OFFENCE_OF(record) PARENT(offence, record)

/** The day by which the child's age at arrest or offence goes: that of the arrest, or of the
 * offence when no arrest is given. SV_NONE: not known. */
static inline sv_day arrest_or_offence(const struct offence *offence)
{
    return present(offence->ArrestDate) ? day(offence->ArrestDate) : day(offence->OffenceDate);
}

/** Whether the child was 10 to 17 on a day; false when that is not known. */
static inline bool is_10_to_17(const struct person *child, sv_day d)
{
    return has_turned(child, 10, d) && is_under(child, 18, d);
}

/** A month of a sentence, in the units of outcome.term: the smallest unit in which years, months,
 *  weeks (4.348 to a month), days (30.44) and hours are whole numbers. */
#define TERM_MONTH INT64_C(19852968)

/** The length of an outcome in these units; 0: none is given, -1: it cannot be read. */
int64_t term_of(const struct outcome *outcome);

/** The last day of an order by its length: years and months on (the end of the month where it has
 *  no such day), then weeks and days, less one day. SV_NONE: not known. */
sv_day end_by_term(const struct outcome *outcome);

/** Whether a length was given that adds up to something. */
static inline bool has_term(const struct outcome *outcome)
{
    return outcome->term > 0;
}

/** Whether no length was given, or one that adds up to nothing; false when it cannot be read. */
static inline bool lacks_term(const struct outcome *outcome)
{
    return outcome->term == 0;
}

/** Whether a decision remands to local authority accommodation or to custody. */
static inline bool is_remand(struct sv_value decision)
{
    return decision.number >= 0 && remand_groups[decision.number] & (REMAND_RLAA | REMAND_SECURE);
}

/* Programmes. */

/** What follows from a disposal type; of one that is in no list, nothing. */
const struct disposal_kind *disposal_of(struct sv_value disposal_type);

/** Whether programmes of the type count in the indicators in the year of the return. */
bool counts(const struct sv_context *ctx, struct sv_value disposal_type);

/** Whether a programme of the type needs an outcome; true of one that is in no list. */
static inline bool needs_outcome(struct sv_value disposal_type)
{
    return present(disposal_type) && !disposal_of(disposal_type)->without_outcome;
}

/** Whether a programme ended in the return period. */
static inline bool ended_in_period(const struct sv_context *ctx, const struct programme *programme)
{
    return is_between(day(programme->EndDate), return_start(ctx), return_end(ctx));
}

/* Texts. */

/** A text in capitals, without the characters of `left_out`. At most `size` - 1 bytes. */
void capitals(const char *text, const char *left_out, char *out, size_t size);

/** A PNC number in its parts. Source: form of PNC ids, YYYY/NNNNNNNL; the check letter is one
 * of 23.
 */
struct pnc {
    int year;
    int serial;
    char letter;
};

/** Reads a PNC number; spaces, letter case and a missing slash do not matter, and two digits of the
 *  year stand for 1950 to 2049. False when it is not in that form, or blank. */
bool read_pnc(const struct sv_context *ctx, struct sv_value v, struct pnc *pnc);

/** The check letter that fits year and serial number. Source: from memory; the alphabet is that of
 *  arrest summons numbers in public code of the Ministry of Justice. */
char pnc_check_letter(const struct pnc *pnc);

/** A number of hours with a decimal point, not negative; -1 when it is blank or cannot be read. */
double hours_of(const struct sv_context *ctx, struct sv_value v);

#endif
