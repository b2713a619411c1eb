/* Girls who are mothers, and the birth of their first child. */
#include "../facts.h"

/* Sex is a figure up to 2024 and a letter from 2025 on: rules that speak of girls or boys exist
 * once for each. */
#define YEARS_OF_FIGURES .first_year = 2023, .last_year = 2024
#define YEARS_OF_LETTERS .first_year = 2025

static bool is_boy(const struct sv_context *ctx, const struct Header *row)
{
    return is_code(row->SEX, ctx->year <= 2024 ? SEX_1 : SEX_M);
}

static bool is_girl(const struct sv_context *ctx, const struct Header *row)
{
    return is_code(row->SEX, ctx->year <= 2024 ? SEX_2 : SEX_F);
}

static bool is_girl_without_status(const struct sv_context *ctx, const struct Header *row)
{
    return is_girl(ctx, row) && missing(row->MOTHER);
}

static void find_status(const struct sv_context *ctx, const struct Header *row)
{
    found(ctx);
    point(ctx, row, BIT(Header, MOTHER) | BIT(Header, SEX));
}

/* Tests all Header rows of a child when its first one is at hand, so that the child's episodes are
 * gone through once only. */
static void find_wrong_status(const struct sv_context *ctx, const struct Header *row)
{
    const struct Child *child = CHILD_OF(row);
    if (!child && is_wrong_code(ctx, row->MOTHER, &MOTHER_list))
        find_status(ctx, row);
    if (!child || row != child->header)
        return;
    bool in_care = has_care_episode(ctx, child, false);
    bool in_care_this_year = has_care_episode(ctx, child, true);
    FOR_EACH (ctx, Header, header, child) {
        bool is_boy_with_status = is_boy(ctx, header) && present(header->MOTHER);
        if (is_wrong_code(ctx, header->MOTHER, &MOTHER_list) || (in_care && is_boy_with_status) ||
            (in_care_this_year && is_girl_without_status(ctx, header)))
            find_status(ctx, header);
    }
}

#define MOTHER_STATUS_RULE(years_)                                                                 \
    FINDING_RULE(Header, .code = "165", .severity = SV_ERROR, .stage = 1, years_,                  \
                 .unit = "row of Header", READS(TABLE_Episodes),                                   \
                 FIELDS(AT(Header, MOTHER), AT(Header, SEX)),                                      \
                 .message = "MOTHER is neither 0 nor 1, missing for a girl in care this year, or " \
                            "given for a boy.",                                                    \
                 .why = "Every girl who was looked after in the year, other than for short "       \
                        "breaks, needs a 1 if she is a mother and a 0 if not; for a boy the "      \
                        "field stays empty. Check the sex first. If the export writes 0 for all "  \
                        "children, let it leave out boys.",                                        \
                 FROM_OFFICIAL_TEXT)                                                               \
    {                                                                                              \
        find_wrong_status(ctx, row);                                                               \
    }

MOTHER_STATUS_RULE(YEARS_OF_FIGURES)
MOTHER_STATUS_RULE(YEARS_OF_LETTERS)

ROW_RULE(Header, .code = "171", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Header, MC_DOB)),
         .message = "The date of birth of the mother's first child is not a date.",
         .why = "Write it as DD/MM/YYYY, with slashes and a year of four digits, a day that "
                "exists. For a girl who is no mother, and for every boy, the field stays empty: "
                "words such as None do not count as empty.",
         FROM_PUBLIC_CODE)
{
    return is_no_date(row->MC_DOB);
}

#define BOY_RULE(years_)                                                                           \
    ROW_RULE(Header, .code = "174", .severity = SV_ERROR, .stage = 1, years_,                      \
             FIELDS(AT(Header, SEX), AT(Header, MC_DOB)),                                          \
             .message = "A boy has the date of birth of a child, which is for mothers only.",      \
             .why = "The return asks about mothers, not about fathers. Check the sex: if it is "   \
                    "right, take the date out here and see that the export leaves it out for "     \
                    "boys, even where the case system holds a son or daughter.",                   \
             FROM_PUBLIC_CODE)                                                                     \
    {                                                                                              \
        return is_boy(ctx, row) && present(row->MC_DOB);                                           \
    }

BOY_RULE(YEARS_OF_FIGURES)
BOY_RULE(YEARS_OF_LETTERS)

ROW_RULE(Header, .code = "207", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         READS(TABLE_Episodes), FIELDS(AT(Header, MOTHER), AT(Header_last, MOTHER)),
         .message = "This child was a mother in last year's return and is none in this one.",
         .why = "Who has given birth stays a mother, also when the baby lives elsewhere. Find out "
                "which year is right: enter 1 here, or have last year's return amended. A true "
                "case can be explained to the department.",
         FROM_PUBLIC_CODE)
{
    const struct Header *last = last_header_of(CHILD_OF(row));
    return last && is_code(last->MOTHER, MOTHER_1) && !is_code(row->MOTHER, MOTHER_1) &&
           FIRST_OF(ctx, Episodes, CHILD_OF(row));
}

static void find_missing_status(const struct sv_context *ctx, const struct Child *child)
{
    if (!has_care_episode(ctx, child, false))
        return;
    FOR_EACH (ctx, Header, header, child) {
        if (is_girl_without_status(ctx, header))
            find_status(ctx, header);
    }
}

#define MISSING_STATUS_RULE(years_)                                                                \
    FINDING_RULE(Child, .code = "393", .severity = SV_ERROR, .stage = 2, years_,                   \
                 .unit = "row of Header", READS(TABLE_Episodes),                                   \
                 FIELDS(AT(Header, MOTHER), AT(Header, SEX)),                                      \
                 .message = "MOTHER is empty for a girl with an episode that is no short break.",  \
                 .why = "The return shows how many girls in care are mothers, so 0 must be "       \
                        "entered for those who are not. Enter 0 or 1 for every girl; only those "  \
                        "who come for short breaks (V3, V4) need nothing here.",                   \
                 FROM_PUBLIC_CODE)                                                                 \
    {                                                                                              \
        find_missing_status(ctx, row);                                                             \
    }

MISSING_STATUS_RULE(YEARS_OF_FIGURES)
MISSING_STATUS_RULE(YEARS_OF_LETTERS)

/* Left care in the period, and not from a short break. */
static bool left_care_in_year(const struct sv_context *ctx, const struct Episodes *e)
{
    return in_period(ctx, e->DEC) && ended_but_not_x1(e) && !is_short_break(e);
}

/* False: no more findings are kept. */
static bool find_girl_who_left(const struct sv_context *ctx, const struct Header *header,
                               const struct Episodes *e)
{
    if (!is_girl_without_status(ctx, header) || !left_care_in_year(ctx, e))
        return true;
    if (!found(ctx))
        return false;
    point(ctx, header, BIT(Header, MOTHER) | BIT(Header, SEX));
    point(ctx, e, BIT(Episodes, DEC) | BIT(Episodes, REC) | BIT(Episodes, LS));
    return true;
}

static bool find_all_ends(const struct sv_context *ctx, const struct Child *child,
                          const struct Header *header)
{
    FOR_EACH (ctx, Episodes, e, child) {
        if (!find_girl_who_left(ctx, header, e))
            return false;
    }
    return true;
}

static bool find_all_girls(const struct sv_context *ctx, const struct Child *child,
                           const struct Episodes *e)
{
    FOR_EACH (ctx, Header, header, child) {
        if (!find_girl_who_left(ctx, header, e))
            return false;
    }
    return true;
}

/* Goes through the table in which more rows count for each row of the other, so that the limit of
 * findings is soon reached in a file with very many. */
static void find_girls_who_left(const struct sv_context *ctx, const struct Child *child)
{
    size_t girls = 0;
    size_t ends = 0;
    FOR_EACH (ctx, Header, header, child)
        girls += is_girl_without_status(ctx, header);
    FOR_EACH (ctx, Episodes, e, child)
        ends += left_care_in_year(ctx, e);
    if (girls <= ends) {
        FOR_EACH (ctx, Header, header, child) {
            if (is_girl_without_status(ctx, header) && !find_all_ends(ctx, child, header))
                return;
        }
        return;
    }
    FOR_EACH (ctx, Episodes, e, child) {
        if (left_care_in_year(ctx, e) && !find_all_girls(ctx, child, e))
            return;
    }
}

#define GIRL_WHO_LEFT_RULE(years_, source_)                                                        \
    FINDING_RULE(Child, .code = "607", .severity = SV_ERROR, .stage = 2, years_,                   \
                 .unit = "pair of Header and Episodes",                                            \
                 FIELDS(AT(Header, MOTHER), AT(Header, SEX), AT(Episodes, DEC), AT(Episodes, REC), \
                        AT(Episodes, LS)),                                                         \
                 .message = "This girl left care in the year, but MOTHER is empty.",               \
                 .why = "For every girl who leaves care the return says whether she is a mother. " \
                        "Enter 1 or 0 as it was on the day on which she left. If she did not "     \
                        "leave then, correct the end and the end reason of the episode.",          \
                 source_)                                                                          \
    {                                                                                              \
        find_girls_who_left(ctx, row);                                                             \
    }

GIRL_WHO_LEFT_RULE(YEARS_OF_FIGURES, FROM_OFFICIAL_TEXT)
GIRL_WHO_LEFT_RULE(YEARS_OF_LETTERS, FROM_PUBLIC_CODE)

ROW_RULE(Header, .code = "611", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, MOTHER), AT(Header, MC_DOB)),
         .message = "This child is a mother, but the date of birth of her first child is missing.",
         .why = "The date tells whether she became a mother before or during her time in care. "
                "Enter the birth date of her first child in MC_DOB, also when that child lives "
                "elsewhere. If she is no mother, put 0 in MOTHER.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->MOTHER, MOTHER_1) && missing(row->MC_DOB);
}

#define UNMARKED_MOTHER_RULE(years_)                                                               \
    ROW_RULE(Header, .code = "612", .severity = SV_ERROR, .stage = 2, years_,                      \
             FIELDS(AT(Header, SEX), AT(Header, MOTHER), AT(Header, MC_DOB)),                      \
             .message = "The birth date of a first child is given, but MOTHER does not say that "  \
                        "the girl is a mother.",                                                   \
             .why = "Either she is a mother, and MOTHER must be 1, or the date was entered for "   \
                    "the wrong girl and must be taken out. An expected date of birth does not "    \
                    "belong here before the baby is born.",                                        \
             FROM_PUBLIC_CODE)                                                                     \
    {                                                                                              \
        return is_girl(ctx, row) && present(row->MC_DOB) &&                                        \
               (missing(row->MOTHER) || is_code(row->MOTHER, MOTHER_0));                           \
    }

UNMARKED_MOTHER_RULE(YEARS_OF_FIGURES)
UNMARKED_MOTHER_RULE(YEARS_OF_LETTERS)

ROW_RULE(Header, .code = "620", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, DOB), AT(Header, MOTHER)),
         .message = "This child is recorded as a mother, but was under 11 when the year began.",
         .why = "So young a mother is next to impossible: as a rule the birth date is wrong, or "
                "the 1 stands on the wrong child, such as the baby. Check the date of birth and "
                "MOTHER in the case system.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->MOTHER, MOTHER_1) && is_after(years_after(row->DOB, 11), ctx->period_start);
}

ROW_RULE(Header, .code = "621", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, DOB), AT(Header, MC_DOB)),
         .message = "The mother was not born before her first child.",
         .why = "The two birth dates are the same or in the wrong order. Often both were swapped, "
                "or the mother's own date was entered twice. DOB is hers, MC_DOB that of her first "
                "child.",
         FROM_PUBLIC_CODE)
{
    return is_on_or_before(day_of(row->MC_DOB), day_of(row->DOB));
}

ROW_RULE(Header, .code = "624", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, MC_DOB), AT(Header_last, MC_DOB)),
         .message = "The date of birth of her first child is not the one in last year's return.",
         .why = "The birth of a first child happens once, so the date stays the same from year to "
                "year and does not disappear. A second child does not change it. Find out which "
                "date is right and correct this return, or have last year's amended.",
         FROM_PUBLIC_CODE)
{
    const struct Header *last = last_header_of(CHILD_OF(row));
    return last && present(last->MC_DOB) && !same(ctx, row->MC_DOB, last->MC_DOB);
}

FINDING_RULE(Header, .code = "625", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Header",
             FIELDS(AT(Header, MC_DOB), AT(Episodes, DECOM), AT(Episodes, DEC)),
             .message = "Her first child was born after the end of the year, or after she left "
                        "care.",
             .why = "The return counts girls who become mothers before or while they are in care. "
                    "Check the birth date of the first child and the end of the last episode. If "
                    "both are right, put 0 in MOTHER and take the date out.",
             FROM_OFFICIAL_TEXT)
{
    const struct Episodes *last = last_episode(CHILD_OF(row));
    bool after_care = last && after(row->MC_DOB, last->DEC);
    if (!CHILD_OF(row) || (!after_care && !after_day(row->MC_DOB, ctx->period_end)))
        return;
    found(ctx);
    point(ctx, row, BIT(Header, MC_DOB));
    if (after_care)
        point(ctx, last, BIT(Episodes, DECOM) | BIT(Episodes, DEC));
}

ROW_RULE(Header, .code = "626", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Header, MOTHER), AT(Header, MC_DOB), AT(Header_last, MOTHER)),
         .message = "Her first child was born before this year, but last year's return says that "
                    "she was no mother.",
         .why = "By this birth date she already was a mother at the end of last year. Check the "
                "year of the date. If it is right, have last year's return amended, so that MOTHER "
                "is 1 there.",
         FROM_PUBLIC_CODE)
{
    const struct Header *last = last_header_of(CHILD_OF(row));
    return last && is_code(row->MOTHER, MOTHER_1) && is_code(last->MOTHER, MOTHER_0) &&
           before_day(row->MC_DOB, ctx->period_start);
}

FINDING_RULE(Child, .code = "628", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Header", READS(TABLE_Episodes, TABLE_OC3), FIELDS(AT(Header, MOTHER)),
             .message = "MOTHER is given for a care leaver who has no episode of care.",
             .why = "For care leavers the return does not ask whether they are mothers. Leave "
                    "MOTHER empty, 0 included. If the young person was looked after in the year, "
                    "add the episodes; the details of a care leaver may then have to go.",
             FROM_PUBLIC_CODE)
{
    if (FIRST_OF(ctx, Episodes, row) || !has_leaver_row(ctx, row))
        return;
    FOR_EACH (ctx, Header, header, row) {
        if (missing(header->MOTHER))
            continue;
        found(ctx);
        point(ctx, header, BIT(Header, MOTHER));
    }
}
