/* Care status and support from children's services (key performance indicator 7). */
#include "../facts.h"

#define LOOKED_AFTER                                                                               \
    (CODE_BIT(CareStatus, CARE_ORDER) | CODE_BIT(CareStatus, VOLUNTARY_ACCOMMODATION) |            \
     CODE_BIT(CareStatus, REMAND_TO_LAA) | CODE_BIT(CareStatus, REMAND_TO_YDA) |                   \
     CODE_BIT(CareStatus, ELIGIBLE_CHILD) | CODE_BIT(CareStatus, LOOKED_AFTER_OTHER))

ROW_RULE(care, .code = "YJ-100", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(care, EndDate)), .message = "The end of the care status lies before its start.",
         .why = "Compare both dates with the record of children's services, and correct the one "
                "that is wrong.",
         OWN("the two dates contradict each other."))
{
    return is_before(day(row->EndDate), day(row->StartDate));
}

FINDING_RULE(care, .code = "YJ-101", .severity = SV_QUERY, .first_year = 2022,
             .unit = "pair of rows of care", FIELDS(AT(care, Status)),
             .message = "Two records of the same care status overlap.",
             .why = "Two records of one status overlap. Delete one, or end the earlier one before "
                    "the later one begins.",
             OWN("one record for one time is enough."))
{
    if (row->earlier && found(ctx)) {
        point(ctx, row, BIT(care, Status));
        point(ctx, row->earlier, BIT(care, Status));
    }
}

/* 3 December 2012, from which remanded children are looked after. */
#define REMANDED_ARE_LOOKED_AFTER 15677

/* Days within which the care status of a remanded child should begin. */
#define GRACE_DAYS 7

static bool is_looked_after(const struct sv_context *ctx, const struct person *child, sv_day d)
{
    FOR_EACH (ctx, care, care, child) {
        if (in_set(care->Status, LOOKED_AFTER) && is_since(d + GRACE_DAYS, day(care->StartDate)) &&
            is_since(open_end(care->EndDate), d))
            return true;
    }
    return false;
}

ROW_RULE(hearing, .code = "YJ-102", .severity = SV_QUERY, .first_year = 2022, READS(TABLE_care),
         .message = "A child was remanded, but is not recorded as looked after.",
         .why = "Whoever is remanded to local authority or youth detention accommodation is looked "
                "after for that time. Add the care status, from the day of the hearing (a week of "
                "delay is let pass).",
         LAW("Legal Aid, Sentencing and Punishment of Offenders Act 2012, section 104; Children "
             "Act 1989, section 21."))
{
    sv_day heard = day(row->HearingDate);
    return is_remand(row->RemandDecision) && is_since(heard, REMANDED_ARE_LOOKED_AFTER) &&
           is_under(child_of(row), 18, heard) && !is_looked_after(ctx, child_of(row), heard);
}

ROW_RULE(care, .code = "YJ-103", .severity = SV_QUERY, .first_year = 2022, FIELDS(AT(care, Status)),
         .message = "A looked-after status runs on past the 18th birthday.",
         .why = "Nobody is looked after from 18 on. End the status on the birthday, and record "
                "former relevant child from then where that is so. Check the date of birth.",
         LAW("Children Act 1989, section 22."))
{
    sv_day adult = birthday(child_of(row), 18);
    return in_set(row->Status, LOOKED_AFTER) &&
           (is_since(day(row->StartDate), adult) || is_before(adult, day(row->EndDate)));
}

ROW_RULE(care, .code = "YJ-104", .severity = SV_QUERY, .first_year = 2024, FIELDS(AT(care, Status)),
         .message = "Referred to early help while an early help plan was in force.",
         .why = "The indicator asks for referrals of children who have no plan yet. Check the "
                "dates of the plan, and whether the referral belongs to another child.",
         PUBLISHED("the guide to the indicators, on early help."))
{
    return is_code(row->Status, CareStatus_EARLY_HELP_REFERRAL) && row->had_plan;
}
