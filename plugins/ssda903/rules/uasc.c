/* Unaccompanied asylum-seeking children (UASC), and the day on which that status ceases (DUC). */
#include "../facts.h"

ROW_RULE(UASC, .code = "104", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(UASC, DUC)),
         .message = "The day on which the status ceased is not a date, or lies before the year.",
         .why = "The table holds children who were unaccompanied asylum seekers at some time in "
                "the year, so the status cannot have ceased earlier. Write the day as DD/MM/YYYY. "
                "A child whose status ceased before the year belongs in the return without it: "
                "take the row out.",
         FROM_PUBLIC_CODE)
{
    return is_no_date(row->DUC) || before_day(row->DUC, ctx->period_start);
}

/* What both years' returns say of the status of a child who is in both. */
struct both_years {
    bool known; /* the child is in last year's Header too */
    bool is;
    bool was;
    struct sv_value ceased; /* DUC of this year's row */
    struct sv_value ceased_last;
    sv_day adult_last; /* 18th birthday, by last year's row */
};

static struct both_years compare_years(const struct sv_context *ctx, const struct Header *row)
{
    const struct Child *child = CHILD_OF(row);
    const struct sv_value none = {.number = SV_NONE};
    struct both_years years = {.ceased = none, .ceased_last = none, .adult_last = SV_NONE};
    if (!last_header_of(child))
        return years;
    const struct UASC *now = FIRST_OF(ctx, UASC, child);
    const struct UASC *last = FIRST_OF_LAST(ctx, UASC, child);
    years.known = true;
    years.is = child->uasc == 1;
    years.was = child->uasc_last == 1;
    if (now)
        years.ceased = now->DUC;
    if (last) {
        years.ceased_last = last->DUC;
        years.adult_last = years_after(last->DOB, 18);
    }
    return years;
}

/* What the four rules that compare the years have in common. */
#define STATUS_RULE(code_, ...)                                                                    \
    ROW_RULE(Header, .code = (code_), .severity = SV_ERROR, .stage = 2, .first_year = 2023,        \
             READS(TABLE_UASC, TABLE_Header_last, TABLE_UASC_last), FROM_PUBLIC_CODE, __VA_ARGS__)

STATUS_RULE("205A", FIELDS(AT(Header, CHILD), AT(Header, UASC), AT(UASC, DUC), AT(UASC_last, DUC)),
            .message = "The child was an unaccompanied asylum seeker last year and is none now, "
                       "but did not cease to be one.",
            .why = "Who loses the status between the two returns has lost it last year: then "
                   "last year's date lies in that year, and none is given now. If the child "
                   "still was an asylum seeker in this year, enter the status and the day on which "
                   "it ceased or will cease. A true case can be explained to the department.")
{
    struct both_years years = compare_years(ctx, row);
    bool ceased_last_year =
        is_between(day_of(years.ceased_last), last_year_start(ctx), last_year_end(ctx));
    return years.known && years.was && !years.is && (present(years.ceased) || !ceased_last_year);
}

STATUS_RULE("205B", FIELDS(AT(Header, UASC), AT(UASC, DUC), AT(UASC_last, DUC)),
            .message = "The days on which the status of this asylum-seeking child ceases do not "
                       "fit each other or the 18th birthday.",
            .why = "While the status lasts, the day on which it will cease is the 18th birthday, "
                   "and last year's return must have said so. This year's day is the same, or the "
                   "day in this year on which the status ceased. Check both days and last year's "
                   "date of birth. A true case can be explained to the department.")
{
    struct both_years years = compare_years(ctx, row);
    bool fits_now = in_period(ctx, years.ceased) || same_date(years.ceased, years.ceased_last);
    bool fits_last = is_same_day(day_of(years.ceased_last), years.adult_last);
    return years.known && years.is && years.was && !(fits_now && fits_last);
}

STATUS_RULE("205C", FIELDS(AT(Header, UASC), AT(UASC, DUC), AT(UASC_last, DUC)),
            .message = "A day on which the asylum status ceased is given, but the child had it in "
                       "neither year.",
            .why = "The status is 0 or empty in both returns, so there is nothing that could "
                   "cease. Look up whether the child came as an unaccompanied asylum seeker: enter "
                   "the status if so, and take the day out if not. A true case can be explained to "
                   "the department.")
{
    struct both_years years = compare_years(ctx, row);
    return years.known && !years.is && !years.was &&
           (readable(years.ceased) || readable(years.ceased_last));
}

STATUS_RULE("205D", FIELDS(AT(Header, CHILD), AT(Header, UASC)),
            .message = "The child is an unaccompanied asylum seeker this year, but was in last "
                       "year's return without that status.",
            .why = "The status comes with the child's arrival, so a child who was here before does "
                   "not gain it later. Either this year's status is wrong, or last year's return "
                   "lacked it and has to be amended. A true case can be explained to the "
                   "department.")
{
    struct both_years years = compare_years(ctx, row);
    return years.known && years.is && !years.was;
}

ROW_RULE(UASC, .code = "303", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(UASC, DUC), AT(Header, UASC)),
         .message = "A day on which the asylum status ceased is given, but the status is not 1.",
         .why = "Only an unaccompanied asylum seeker can cease to be one. A child who was one at "
                "some time in the year has 1 in the element UASC, also when the status ceased in "
                "the year: enter it. For any other child take the day out.",
         FROM_OFFICIAL_TEXT)
{
    return present(row->DUC) && CHILD_OF(row) && CHILD_OF(row)->uasc != 1;
}

ROW_RULE(UASC, .code = "304", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(UASC, DUC), AT(UASC, DOB)),
         .message = "The status of this asylum-seeking child ceases after the 18th birthday.",
         .why = "The status is one of children and ends on the 18th birthday at the latest. Check "
                "the date of birth, which an age assessment may have changed, and enter the 18th "
                "birthday or the earlier day on which the status ceased.",
         FROM_PUBLIC_CODE)
{
    return after_day(row->DUC, years_after(row->DOB, 18));
}

static bool has_episode_in_year(const struct sv_context *ctx, const struct Child *child)
{
    FOR_EACH (ctx, Episodes, e, child) {
        if (is_in_year(ctx, e))
            return true;
    }
    return false;
}

FINDING_RULE(Child, .code = "1014", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "pair of UASC and OC3", READS(TABLE_Episodes),
             FIELDS(AT(UASC, DUC), AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM)),
             .message = "A care leaver who was not in care this year has a row in UASC.",
             .why = "The return asks for the asylum status of children who were looked after in "
                    "the year. Take the row out of UASC. If the young person was in care in the "
                    "year, the episodes are missing: add them.",
             FROM_PUBLIC_CODE)
{
    const struct some uasc = {.table = TABLE_UASC, .fields = BIT(UASC, DUC)};
    if (!has_episode_in_year(ctx, row))
        find_every_pair(ctx, row, &uasc, &leavers_with_data);
}
