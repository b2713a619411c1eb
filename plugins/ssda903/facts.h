/*
 * The notions that the rules of the SSDA903 return share: children, dates, episodes, periods of
 * care, who is looked after, sets of codes. The rules say what they mean in these words.
 *
 * Source: children looked after return, guide to submitting data and technical specification, as
 * far as public sources show them (README.md).
 */
#ifndef SSDA903_FACTS_H
#define SSDA903_FACTS_H

#include <strings.h>

#include "records.h"

/* Children. */

/** The child of a record; NULL when its CHILD is blank. Rules that look at other records than their
 *  own must leave such a record out: FOR_EACH over the records of no child would walk all. */
#define CHILD_OF(record) PARENT(Child, record)

/** The first record of table T of a child, in the order of the file; NULL: none, or no child. */
#define FIRST_OF(ctx, T, child)                                                                    \
    ((child) ? (const struct T *)first_below(ctx, child, TABLE_##T) : NULL)

/** The same for last year's table. */
#define FIRST_OF_LAST(ctx, T, child)                                                               \
    ((child) ? (const struct T *)first_below(ctx, child, TABLE_##T##_last) : NULL)

/** The child's row in last year's Header; NULL: none, or no child. */
static inline const struct Header *last_header_of(const struct Child *child)
{
    return child ? child->header_last : NULL;
}

/** The date of birth in the child's Header row; SV_NONE when there is none. */
static inline sv_day birth_of(const struct Child *child)
{
    return child && child->header ? day_of(child->header->DOB) : SV_NONE;
}

/* Days. A comparison in which a side is SV_NONE is false. */

/** n years after a date (n may be negative); SV_NONE stays. */
static inline sv_day years_after(struct sv_value date, int n)
{
    return sv_add_years(date.number, n);
}

/** The day on which the child of a record becomes n years old. */
static inline sv_day birthday_of(const struct Child *child, int n)
{
    return sv_add_years(birth_of(child), n);
}

static inline bool is_before(sv_day a, sv_day b)
{
    return a != SV_NONE && b != SV_NONE && a < b;
}

static inline bool is_after(sv_day a, sv_day b)
{
    return is_before(b, a);
}

static inline bool is_on_or_before(sv_day a, sv_day b)
{
    return a != SV_NONE && b != SV_NONE && a <= b;
}

static inline bool is_same_day(sv_day a, sv_day b)
{
    return a != SV_NONE && a == b;
}

/** first <= day <= last, all three known. */
static inline bool is_between(sv_day day, sv_day first, sv_day last)
{
    return is_on_or_before(first, day) && is_on_or_before(day, last);
}

/** First and last day of the year before (CSL, CEL): those of the period, one year earlier. */
static inline sv_day last_year_start(const struct sv_context *ctx)
{
    return sv_add_years(ctx->period_start, -1);
}

static inline sv_day last_year_end(const struct sv_context *ctx)
{
    return sv_add_years(ctx->period_end, -1);
}

/* Values. */

/** Both blank, or both given and equal: for codes and dates. Two dates are equal when they are the
 *  same day, two unreadable values when they are written alike. */
static inline bool same(const struct sv_context *ctx, struct sv_value a, struct sv_value b)
{
    if (missing(a) || missing(b))
        return missing(a) && missing(b);
    if (readable(a) || readable(b))
        return a.number == b.number;
    return strcasecmp(text_of(ctx, a), text_of(ctx, b)) == 0;
}

/** The same for fields of type SV_TEXT. */
static inline bool same_text(const struct sv_context *ctx, struct sv_value a, struct sv_value b)
{
    return strcasecmp(text_of(ctx, a), text_of(ctx, b)) == 0;
}

/** The same for postcodes: spaces do not matter. */
bool same_postcode(const struct sv_context *ctx, struct sv_value a, struct sv_value b);

/** Whether a code is one of these: IS_ANY(row->LS, LS_V3, LS_V4). A blank or unknown one is not. */
#define IS_ANY(value, ...)                                                                         \
    is_any((value).number, (const int32_t[]){__VA_ARGS__},                                         \
           sizeof((const int32_t[]){__VA_ARGS__}) / sizeof(int32_t))

static inline bool is_any(int32_t number, const int32_t *codes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (codes[i] == number)
            return true;
    }
    return false;
}

/** Given, and not a code of its list that is valid in the collection year. */
static inline bool is_wrong_code(const struct sv_context *ctx, struct sv_value v,
                                 const struct sv_code_list *list)
{
    return present(v) && !in_list(ctx, v, list);
}

/** Given, and not a date. */
static inline bool is_no_date(struct sv_value v)
{
    return present(v) && !readable(v);
}

/* Episodes. */

/** Agreed series of short breaks (V3, V4). */
static inline bool is_short_break(const struct Episodes *e)
{
    return IS_ANY(e->LS, LS_V3, LS_V4);
}

/** Temporary placement (T0 to T4). */
static inline bool is_temporary(const struct Episodes *e)
{
    return IS_ANY(e->PLACE, PLACE_T0, PLACE_T1, PLACE_T2, PLACE_T3, PLACE_T4);
}

static inline bool is_adoptive_placement(const struct Episodes *e)
{
    return IS_ANY(e->PLACE, PLACE_A3, PLACE_A4, PLACE_A5, PLACE_A6);
}

static inline bool is_foster_placement(const struct Episodes *e)
{
    return IS_ANY(e->PLACE, PLACE_U1, PLACE_U2, PLACE_U3, PLACE_U4, PLACE_U5, PLACE_U6);
}

/** Ended with adoption (E11, E12). */
static inline bool is_adopted(const struct Episodes *e)
{
    return IS_ANY(e->REC, REC_E11, REC_E12);
}

/** The end reason is a code of the list other than X1: the child left care. */
static inline bool left_care(const struct Episodes *e)
{
    return readable(e->REC) && !is_code(e->REC, REC_X1);
}

/** The end reason is given, valid or not, and is not X1. */
static inline bool ended_but_not_x1(const struct Episodes *e)
{
    return present(e->REC) && !is_code(e->REC, REC_X1);
}

/** The day on which an episode ended; the last day of the period when it has none. */
static inline sv_day end_of(const struct sv_context *ctx, const struct Episodes *e)
{
    return readable(e->DEC) ? day_of(e->DEC) : ctx->period_end;
}

/** Ran on some day of the period. */
static inline bool is_in_year(const struct sv_context *ctx, const struct Episodes *e)
{
    return is_on_or_before(day_of(e->DECOM), ctx->period_end) &&
           (!readable(e->DEC) || day_of(e->DEC) >= ctx->period_start);
}

/** Begins in the period as a start of being looked after (S), and is no short break. */
static inline bool begins_care(const struct sv_context *ctx, const struct Episodes *e)
{
    return e->care && is_code(e->RNE, RNE_S) && in_period(ctx, e->DECOM);
}

/** Ends in the period because the child left care, and is no short break. */
static inline bool ends_care(const struct sv_context *ctx, const struct Episodes *e)
{
    return e->care && left_care(e) && in_period(ctx, e->DEC);
}

/** Has no end date, or one after a day. */
static inline bool runs_past(const struct Episodes *e, sv_day day)
{
    return !readable(e->DEC) || day_of(e->DEC) > day;
}

/** Whether the child has an episode that is not a short break; `in_year`: one of the period. */
bool has_care_episode(const struct sv_context *ctx, const struct Child *child, bool in_year);

/** The child's first and last episode in its order; NULL: none. */
static inline const struct Episodes *first_episode(const struct Child *child)
{
    return child && child->order.count ? child->order.rows[0] : NULL;
}

static inline const struct Episodes *last_episode(const struct Child *child)
{
    return child && child->order.count ? child->order.rows[child->order.count - 1] : NULL;
}

/** Last year's open episode that this year's first one should go on with: the last one of
 *  order_last when it has no end date and there is a first episode this year; otherwise NULL. */
static inline const struct Episodes *carried_over(const struct Child *child)
{
    if (!child || !child->order.count || !child->order_last.count)
        return NULL;
    const struct Episodes *last = child->order_last.rows[child->order_last.count - 1];
    return readable(last->DEC) ? NULL : last;
}

/** The child's last period of care that began on or before a day; NULL: none. The day may lie after
 *  its end. */
const struct period *period_at(const struct Child *child, sv_day day);

/** The period of care that is still open at the end of the year; NULL: none. */
static inline const struct period *current_period(const struct sv_context *ctx,
                                                  const struct Child *child)
{
    const struct period *period = child ? period_at(child, ctx->period_end) : NULL;
    return period && (period->end == SV_NONE || period->end > ctx->period_end) ? period : NULL;
}

/** Whether something that began on `start` goes on beyond the period of care in which it began, or,
 *  when it began before all of them, beyond the first. Without an end it goes on. */
bool outlasts_care(const struct Child *child, struct sv_value start, struct sv_value end);

/* Who is looked after. */

/** Looked after at the end of the year (CLA31); child->open31 is the episode. */
static inline bool looked_after_at_end(const struct Child *child)
{
    return child && child->open31;
}

/** Looked after for the whole year (CLA12). */
static inline bool looked_after_all_year(const struct Child *child)
{
    return child && child->all_year;
}

/** An unaccompanied asylum-seeking child in this or in last year's return, as far as known. */
static inline bool was_uasc(const struct Child *child)
{
    return child && (child->uasc == 1 || child->uasc_last == 1);
}

/* Other tables. */

/** At least one of the items of adoption is given. */
bool has_adoption_data(const struct AD1 *row);

/** At least one of the items of a care leaver is given. */
bool has_leaver_data(const struct OC3 *row);

/** Some OC3 row of the child has such data. */
bool has_leaver_row(const struct sv_context *ctx, const struct Child *child);

/** At least one of the outcome items is given; the SDQ does not count. */
bool has_outcome_data(const struct OC2 *row);

/** At least one of immunisations, teeth check, health assessment, substance misuse is blank. */
static inline bool lacks_health_item(const struct OC2 *row)
{
    return missing(row->IMMUNISATIONS) || missing(row->TEETH_CHECK) ||
           missing(row->HEALTH_ASSESSMENT) || missing(row->SUBSTANCE_MISUSE);
}

/** A decision to place for adoption of which it is said when or why it was given up. */
static inline bool is_given_up(const struct PlacedAdoption *decision)
{
    return present(decision->DATE_PLACED_CEASED) || present(decision->REASON_PLACED_CEASED);
}

/** The last of the child's decisions to place for adoption; NULL: none. */
static inline const struct PlacedAdoption *latest_decision(const struct Child *child)
{
    return child && child->decisions.count ? child->decisions.rows[child->decisions.count - 1]
                                           : NULL;
}

/* Records of two tables of a child that belong together. A child has few of them, but a file can
 * have any number, so that nothing here goes through one table for each record of the other. */

/** Some records of a table, and the fields of them that a finding shows. */
struct some {
    uint16_t table;
    bool (*are)(const struct sv_row *row); /**< NULL: all */
    uint64_t fields;
};

/** Makes one finding for each record of `a` with each record of `b`. */
void find_every_pair(const struct sv_context *ctx, const struct Child *child, const struct some *a,
                     const struct some *b);

/** The OC3 rows that have data, with the three items. */
extern const struct some leavers_with_data;

/** What is sought: for each record of `seekers` with a date, the first one of `sought` that has the
 *  same date, as same() has it. */
struct date_search {
    struct some seekers;
    size_t date; /**< place of the date in a record of `seekers`, in bytes */
    struct some sought;
    size_t sought_date;
    /** Called for each of `seekers`, in the order of the file; `match` is NULL when there is none.
     *  Returns false when the search can end. */
    bool (*tell)(const struct sv_context *ctx, const struct Child *child,
                 const struct date_search *search, const struct sv_row *row,
                 const struct sv_row *match);
};

void search_dates(const struct sv_context *ctx, const struct Child *child,
                  const struct date_search *search);

/** For `tell`: a match is a finding, with the record that has it first. */
bool find_match(const struct sv_context *ctx, const struct Child *child,
                const struct date_search *search, const struct sv_row *row,
                const struct sv_row *match);

/* Dates of which parts are unknown. */

struct partial_date {
    bool well_formed;
    sv_day earliest; /**< first day that it can mean; SV_NONE: the year is unknown, or not a date */
};

/** Reads dd/mm/yyyy, ZZ/mm/yyyy, ZZ/ZZ/yyyy or ZZ/ZZ/ZZZZ. */
struct partial_date read_partial_date(const struct sv_context *ctx, struct sv_value v);

/* Placements. */

/** The placement's authority is known and outside England. */
bool is_outside_england(const struct Episodes *e);

/** An authority is known and is the one that makes the return. */
static inline bool is_own_authority(const struct sv_context *ctx, const char *authority)
{
    return authority && strcasecmp(authority, ctx->authority) == 0;
}

/** Other placement: Z1 up to 2025, then Z11 to Z14. */
static inline bool is_other_placement(const struct sv_context *ctx, const struct Episodes *e)
{
    return ctx->year <= 2025 ? is_code(e->PLACE, PLACE_Z1)
                             : IS_ANY(e->PLACE, PLACE_Z11, PLACE_Z12, PLACE_Z13, PLACE_Z14);
}

/** A placement type that has never had an Ofsted registration. */
static inline bool is_never_registered(const struct sv_context *ctx, const struct Episodes *e)
{
    return is_temporary(e) || is_other_placement(ctx, e) ||
           IS_ANY(e->PLACE, PLACE_P1, PLACE_P3, PLACE_R1, PLACE_R2, PLACE_R5);
}

/** PL_LA, PL_LOCATION of two episodes are both unknown or equal. */
static inline bool same_place(const char *a, const char *b)
{
    return (!a && !b) || (a && b && strcmp(a, b) == 0);
}

/** A URN is given and is not XXXXXXX. */
bool has_real_urn(const struct sv_context *ctx, const struct Episodes *e);

/** Whether the URN is XXXXXXX: a setting without registration. */
bool has_unregistered_urn(const struct sv_context *ctx, const struct Episodes *e);

/** All rows of the provider list with the real URN of an episode. */
#define FOR_EACH_PROVIDER(ctx, name, e)                                                            \
    for (const struct Providers *name = (e)->provider; name;                                       \
         name = (const struct Providers *)(ctx)->host->next_alike(ctx, &name->row))

/** Whether a list of codes with commas or slashes between holds this one, letter case aside. */
bool holds_code(const char *codes, const char *code);

/** The code of a code field as its list spells it; the text as written when it is no code; "" when
 *  blank. */
const char *code_text(const struct sv_context *ctx, struct sv_value v,
                      const struct sv_code_list *list);

/** Upper-tier authority of a provider: its LA_CODE, or that of its postcode; NULL: not known. */
const char *provider_authority(const struct sv_context *ctx, const struct Providers *provider);

/** The authority of a postcode in the directory as PL_LA writes it; NULL: not known. */
const char *authority_of(const struct sv_postcode *postcode);

#endif
