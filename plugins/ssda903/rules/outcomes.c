/*
 * Health and offending of children who were looked after for the whole year (table OC2). The
 * questionnaire in the same table has rules of its own, in sdq.c.
 */
#include "../facts.h"

/* The four items that are asked of every child. */
#define HEALTH_ITEMS                                                                               \
    AT(OC2, IMMUNISATIONS), AT(OC2, TEETH_CHECK), AT(OC2, HEALTH_ASSESSMENT),                      \
        AT(OC2, SUBSTANCE_MISUSE)

#define HEALTH_BITS                                                                                \
    (BIT(OC2, IMMUNISATIONS) | BIT(OC2, TEETH_CHECK) | BIT(OC2, HEALTH_ASSESSMENT) |               \
     BIT(OC2, SUBSTANCE_MISUSE))

#define ALL_ITEMS                                                                                  \
    AT(OC2, CONVICTED), AT(OC2, HEALTH_CHECK), HEALTH_ITEMS, AT(OC2, INTERVENTION_RECEIVED),       \
        AT(OC2, INTERVENTION_OFFERED)

ROW_RULE(OC2, .code = "158", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, INTERVENTION_RECEIVED), AT(OC2, INTERVENTION_OFFERED)),
         .message = "The child received an intervention for substance misuse, but it is also said "
                    "whether one was offered.",
         .why = "Whether help was offered is asked only when the child did not receive any. If "
                "the child took part in a programme, leave the offer blank; if not, enter 0 for "
                "received.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->INTERVENTION_RECEIVED, INTERVENTION_RECEIVED_1) &&
           present(row->INTERVENTION_OFFERED);
}

ROW_RULE(OC2, .code = "159", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, SUBSTANCE_MISUSE), AT(OC2, INTERVENTION_RECEIVED),
                AT(OC2, INTERVENTION_OFFERED)),
         .message = "No intervention for substance misuse was received, and it is not said whether "
                    "one was offered.",
         .why = "The return shows whether a child with a substance misuse problem went without "
                "help because none was offered. Enter 1 if an intervention was offered and not "
                "taken up, 0 if none was offered.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->SUBSTANCE_MISUSE, SUBSTANCE_MISUSE_1) &&
           is_code(row->INTERVENTION_RECEIVED, INTERVENTION_RECEIVED_0) &&
           missing(row->INTERVENTION_OFFERED);
}

/* The item's bit when its value is no code of its list. */
#define WRONG(item) (is_wrong_code(ctx, row->item, &item##_list) ? BIT(OC2, item) : 0)

FINDING_RULE(OC2, .code = "181", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "row of OC2", FIELDS(ALL_ITEMS),
             .message = "At least one 12-month outcome item of this child is neither 0 nor 1.",
             .why = "Each of these items is a plain 1 for yes or 0 for no, or blank where it does "
                    "not apply. Texts such as Y, TRUE or 1.0 come from how the case system or a "
                    "spreadsheet writes them: change the export, or correct the items shown.",
             FROM_PUBLIC_CODE)
{
    uint64_t wrong = WRONG(CONVICTED) | WRONG(HEALTH_CHECK) | WRONG(IMMUNISATIONS) |
                     WRONG(TEETH_CHECK) | WRONG(HEALTH_ASSESSMENT) | WRONG(SUBSTANCE_MISUSE) |
                     WRONG(INTERVENTION_RECEIVED) | WRONG(INTERVENTION_OFFERED);
    if (!wrong)
        return;
    found(ctx);
    point(ctx, row, wrong);
}

ROW_RULE(OC2, .code = "182", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(HEALTH_ITEMS, AT(OC2, CONVICTED), AT(OC2, HEALTH_CHECK),
                AT(OC2, INTERVENTION_RECEIVED), AT(OC2, INTERVENTION_OFFERED)),
         .message = "Some 12-month outcome items are given, but immunisations, teeth, health or "
                    "substance misuse is blank.",
         .why = "Immunisations, teeth check, health assessment and substance misuse are known for "
                "every child to whom the outcome items apply. Look up the blank ones in the health "
                "record and enter 1 or 0; if the child was not looked after all year, leave the "
                "whole row blank.",
         FROM_PUBLIC_CODE)
{
    return lacks_health_item(row) && has_outcome_data(row);
}

ROW_RULE(OC2, .code = "190", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(ALL_ITEMS), READS(TABLE_Episodes),
         .message = "12-month outcome items are given for a child who was not looked after for the "
                    "whole year.",
         .why = "Health and offending are reported for children who were in care on every day of "
                "the year, without short breaks. Check the episodes for a start, an end or a gap "
                "that did not happen; if they are right, take the items out.",
         FROM_PUBLIC_CODE)
{
    return CHILD_OF(row) && !looked_after_all_year(CHILD_OF(row)) && has_outcome_data(row);
}

FINDING_RULE(Child, .code = "191", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "row of OC2, or child without one", FIELDS(HEALTH_ITEMS, AT(Episodes, CHILD)),
             .message = "This child was looked after all year but lacks one or more of the four "
                        "12-month health items.",
             .why = "Immunisations, teeth check, health assessment and substance misuse are "
                    "reported for every child who was in care for the whole year. Enter 1 or 0 for "
                    "each; when the finding shows an episode, the child has no row in OC2 at all. "
                    "If the child was not in care all year, correct the episodes.",
             FROM_PUBLIC_CODE)
{
    if (!looked_after_all_year(row))
        return;
    if (!FIRST_OF(ctx, OC2, row)) {
        found(ctx);
        point(ctx, first_episode(row), BIT(Episodes, CHILD));
    }
    FOR_EACH (ctx, OC2, outcome, row) {
        if (!lacks_health_item(outcome))
            continue;
        found(ctx);
        point(ctx, outcome, HEALTH_BITS);
    }
}

ROW_RULE(OC2, .code = "192", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, SUBSTANCE_MISUSE), AT(OC2, INTERVENTION_RECEIVED)),
         .message = "The child has a substance misuse problem, but it is not said whether an "
                    "intervention was received.",
         .why = "For every child with such a problem the return asks whether the child had help "
                "with it in the year. Ask the social worker and enter 1 or 0; if no problem was "
                "identified, substance misuse is 0.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->SUBSTANCE_MISUSE, SUBSTANCE_MISUSE_1) &&
           missing(row->INTERVENTION_RECEIVED);
}

ROW_RULE(OC2, .code = "193", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, SUBSTANCE_MISUSE), AT(OC2, INTERVENTION_RECEIVED),
                AT(OC2, INTERVENTION_OFFERED)),
         .message = "An intervention item is filled in, but the child has no substance misuse "
                    "problem on record.",
         .why = "The two intervention items belong to a substance misuse problem. If a problem was "
                "identified in the year, enter 1 for substance misuse; otherwise leave both items "
                "blank, not 0.",
         FROM_PUBLIC_CODE)
{
    bool no_problem =
        missing(row->SUBSTANCE_MISUSE) || is_code(row->SUBSTANCE_MISUSE, SUBSTANCE_MISUSE_0);
    return no_problem &&
           (present(row->INTERVENTION_RECEIVED) || present(row->INTERVENTION_OFFERED));
}

ROW_RULE(OC2, .code = "542", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(OC2, DOB), AT(OC2, CONVICTED)),
         .message = "The item on convictions is filled in for a child who is under 10 at the end "
                    "of the year.",
         .why = "Children under 10 cannot be held responsible for a crime, so the item stays blank "
                "for them; 0 is an entry too. Check the date of birth; if it is right, clear the "
                "item.",
         FROM_PUBLIC_CODE)
{
    return is_after(years_after(row->DOB, 10), ctx->period_end) && present(row->CONVICTED);
}

ROW_RULE(OC2, .code = "543", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(OC2, DOB), AT(OC2, CONVICTED)), READS(TABLE_Episodes),
         .message = "The item on convictions is blank for a child of 10 or over who was looked "
                    "after all year.",
         .why = "From the age of 10 on the return asks whether the child was convicted, or had a "
                "youth caution, in the year. Ask the youth justice team and enter 1 or 0; no "
                "conviction is 0, not blank.",
         FROM_OFFICIAL_TEXT)
{
    return missing(row->CONVICTED) && is_on_or_before(years_after(row->DOB, 10), ctx->period_end) &&
           looked_after_all_year(CHILD_OF(row));
}

ROW_RULE(OC2, .code = "544", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(OC2, CONVICTED), HEALTH_ITEMS),
         .message = "The item on convictions is filled in, but one of the four 12-month health "
                    "items is blank.",
         .why = "A child with an entry on convictions was looked after all year, and then "
                "immunisations, teeth check, health assessment and substance misuse are known as "
                "well. Enter 1 or 0 for each, or clear the row if the child was not in care for "
                "the whole year.",
         FROM_PUBLIC_CODE)
{
    return present(row->CONVICTED) && lacks_health_item(row);
}

ROW_RULE(OC2, .code = "545", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(OC2, DOB), AT(OC2, HEALTH_CHECK)), READS(TABLE_Episodes),
         .message = "The development check is blank for a child under 5 who was looked after all "
                    "year.",
         .why = "HEALTH_CHECK says whether the checks of a young child's development, such as "
                "those by the health visitor, are up to date at the end of the year. Look in the "
                "health record and enter 1 or 0.",
         FROM_OFFICIAL_TEXT)
{
    return missing(row->HEALTH_CHECK) && is_after(years_after(row->DOB, 5), ctx->period_end) &&
           looked_after_all_year(CHILD_OF(row));
}

ROW_RULE(OC2, .code = "546", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(OC2, DOB), AT(OC2, HEALTH_CHECK)), READS(TABLE_Episodes),
         .message = "The development check is filled in for a child who is 5 or over at the end of "
                    "the year.",
         .why = "HEALTH_CHECK is about the development checks of children under 5; for older ones "
                "it stays blank, and 0 is an entry too. Check the date of birth; if it is right, "
                "clear the item.",
         FROM_OFFICIAL_TEXT)
{
    return present(row->HEALTH_CHECK) &&
           is_on_or_before(years_after(row->DOB, 5), ctx->period_end) &&
           looked_after_all_year(CHILD_OF(row));
}

ROW_RULE(OC2, .code = "547", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(OC2, HEALTH_CHECK), HEALTH_ITEMS),
         .message = "The development check is filled in, but one of the four 12-month health items "
                    "is blank.",
         .why = "A child with an entry in HEALTH_CHECK was looked after all year, and then "
                "immunisations, teeth check, health assessment and substance misuse are known as "
                "well. Enter 1 or 0 for each, or clear the row if the child was not in care for "
                "the whole year.",
         FROM_PUBLIC_CODE)
{
    return present(row->HEALTH_CHECK) && lacks_health_item(row);
}
