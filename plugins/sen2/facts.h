/* What the rules of the SEN2 return have in common: days of the census, ages, and which plans and
 * placements are there on the census day. */
#ifndef SEN2_FACTS_H
#define SEN2_FACTS_H

#include "records.h"

/** The census day of the collection year: a Thursday in January. Source: guide to submitting data,
 *  gov.uk, September 2025, which gives that of 2027 too. */
sv_day census_day(const struct sv_context *ctx);

/** The header; one with every item blank when the return has none. */
const struct Header *header_of(const struct sv_context *ctx);

/** The day on which the file was made; when the header does not say it, today. */
sv_day file_date(const struct sv_context *ctx);

/** The person that a record belongs to, which may be the record itself. */
static inline const struct Person *person_of(const void *record)
{
    const struct sv_row *row = (const struct sv_row *)record;
    while (row->table != TABLE_Person)
        row = row->parent;
    return (const struct Person *)row;
}

/** The request that a record below it belongs to. */
static inline const struct Requests *request_of(const void *record)
{
    const struct sv_row *row = (const struct sv_row *)record;
    while (row->table != TABLE_Requests)
        row = row->parent;
    return (const struct Requests *)row;
}

/** Completed years on a day; SV_NONE when the birth date cannot be read, the day is none, or it
 *  lies before birth. A birthday on 29 February is reached on 1 March in other years. */
static inline int age_on(const struct Person *person, sv_day day)
{
    sv_day born = day_of(person->PersonBirthDate);
    return born == SV_NONE || day == SV_NONE || day < born ? SV_NONE : sv_age_on(born, day);
}

/** Has not completed `years` years on a day. False when the age is not known. */
static inline bool younger_than(const struct Person *person, int years, sv_day day)
{
    int age = age_on(person, day);
    return age != SV_NONE && age < years;
}

/** Has completed `years` years on a day. False when the age is not known. */
static inline bool has_turned(const struct Person *person, int years, sv_day day)
{
    int age = age_on(person, day);
    return age != SV_NONE && age >= years;
}

/** Age on the last day before the academic year of the census day: 4 more than the national
 *  curriculum year. SV_NONE: not known. */
static inline int age_at_school_year_start(const struct sv_context *ctx,
                                           const struct Person *person)
{
    return age_on(person, sv_day_of(ctx->year - 1, 8, 31));
}

/** The last day of the academic year of a day: the first 31 August that is not before it. */
static inline sv_day academic_year_end(sv_day day)
{
    struct sv_date date = sv_date_of(day);
    return sv_day_of(date.month > 8 ? date.year + 1 : date.year, 8, 31);
}

/** Days from one date to another; `otherwise` when one of them cannot be read. */
static inline int days_between(struct sv_value from, struct sv_value to, int otherwise)
{
    return both_readable(from, to) ? to.number - from.number : otherwise;
}

/** More than so many days lie between two readable dates. */
static inline bool longer_than(struct sv_value from, struct sv_value to, int days)
{
    return days_between(from, to, days) > days;
}

/** TransferLA of the request is blank, or there is no active plan record. */
static inline bool not_transferred_in(const struct Requests *request)
{
    return !request->active || missing(request->active->TransferLA);
}

/** The request has a named plan that is active on the census day. */
static inline bool has_plan_active(const struct Requests *request)
{
    return request->plan && request->plan->is_active;
}

/** The same, and the plan began before the collection period. */
static inline bool has_older_active_plan(const struct sv_context *ctx,
                                         const struct Requests *request)
{
    return has_plan_active(request) && before_day(request->plan->StartDate, ctx->period_start);
}

/** Whether one of two codes is the value. */
static inline bool is_either(struct sv_value v, int a, int b)
{
    return is_code(v, a) || is_code(v, b);
}

/** The text of a coded value as written, also of one that is not in its list; "" when blank. */
const char *text_of_code(const struct sv_context *ctx, struct sv_value v,
                         const struct sv_code_list *list);

/** Last day of a span with a blank end as far away as can be; SV_NONE when it cannot be read. */
static inline sv_day end_of(struct sv_value end)
{
    return missing(end) ? INT32_MAX : day_of(end);
}

/** The spans from `start_a` to `end_a` and from `start_b` to `end_b` have more than one day in
 *  common, a blank end being none. */
static inline bool overlap(struct sv_value start_a, struct sv_value end_a, struct sv_value start_b,
                           struct sv_value end_b)
{
    sv_day first = end_of(end_a) < end_of(end_b) ? end_of(end_a) : end_of(end_b);
    sv_day last = start_a.number > start_b.number ? start_a.number : start_b.number;
    return both_readable(start_a, start_b) && first != SV_NONE &&
           (int64_t)first - (int64_t)last > 1;
}

#endif
