/* Child protection plans and their reviews. */
#include "episode.h"

ROW_RULE(ChildProtectionPlans, .code = "1105", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildProtectionPlans, CPPstartDate), AT(CINdetails, CINreferralDate)),
         .message = "This protection plan starts earlier than the referral it belongs to.",
         .why = "A plan belongs to the episode of need in which it began. Check the referral date, "
                "and whether the plan was attached to a later episode than its own.",
         FROM_OFFICIAL_TEXT)
{
    return before(row->CPPstartDate, PARENT(CINdetails, row)->CINreferralDate);
}

ROW_RULE(ChildProtectionPlans, .code = "8720", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildProtectionPlans, CPPstartDate)),
         REPORTS_UNREADABLE(ChildProtectionPlans, CPPstartDate),
         .message = "The start date of this protection plan is missing, unreadable or later than "
                    "the census period.",
         .why = "Every plan that is sent must have started by the last day of the period. Enter "
                "the day of the initial conference that decided on the plan; leave out a plan "
                "that started later, as it belongs to the next return.",
         FROM_OFFICIAL_TEXT)
{
    return !readable(row->CPPstartDate) || after_day(row->CPPstartDate, ctx->period_end);
}

ROW_RULE(ChildProtectionPlans, .code = "8730", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildProtectionPlans, NumberOfPreviousCPP)),
         REPORTS_UNREADABLE(ChildProtectionPlans, NumberOfPreviousCPP),
         .message = "This plan does not say, as a whole number of 0 or more, how many plans the "
                    "child had before.",
         .why = "The number shows which children come back onto a plan. Enter it as digits only; "
                "for a child who was never on a plan before it is 0, not blank. It can never be "
                "negative.",
         FROM_OFFICIAL_TEXT)
{
    return !readable(row->NumberOfPreviousCPP) || row->NumberOfPreviousCPP.number < 0;
}

ROW_RULE(ChildProtectionPlans, .code = "8840", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildProtectionPlans, CPPstartDate), AT(ChildProtectionPlans, CPPendDate)),
         .message = "This protection plan has the same date as its start and as its end.",
         .why = "A plan runs at least until a later conference ends it, so it cannot last a "
                "single day. Compare both dates with the minutes of the conferences, and remove a "
                "plan that was opened in the case system by mistake.",
         FROM_OFFICIAL_TEXT)
{
    return same_date(row->CPPstartDate, row->CPPendDate);
}

ROW_RULE(Reviews, .code = "8841", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Reviews, CPPreviewDate), AT(ChildProtectionPlans, CPPstartDate)),
         .message = "This review is not later than the day on which its protection plan started.",
         .why = "A review looks at a plan that is already running; the initial conference is not "
                "a review. Remove a date that is that of the initial conference, correct one that "
                "was mistyped, and move a review of an earlier plan to that plan.",
         FROM_OFFICIAL_TEXT)
{
    struct sv_value start = PARENT(ChildProtectionPlans, row)->CPPstartDate;
    return before(row->CPPreviewDate, start) || same_date(row->CPPreviewDate, start);
}

ROW_RULE(Reviews, .code = "8842Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Reviews, CPPreviewDate)), REPORTS_UNREADABLE(Reviews, CPPreviewDate),
         .message = "A review of this protection plan has no date, or one that cannot be read.",
         .why = "Only dated reviews show whether a plan was reviewed in time. Enter the day of "
                "the review conference as CCYY-MM-DD. If no review has been held yet, leave the "
                "review out altogether; if one was genuinely held and its date is lost, explain "
                "it.",
         FROM_OFFICIAL_TEXT)
{
    return !readable(row->CPPreviewDate);
}

ROW_RULE(ChildProtectionPlans, .code = "8905", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildProtectionPlans, InitialCategoryOfAbuse)),
         .message = "The category of abuse at the start of this protection plan is missing or not "
                    "one of the codes.",
         .why = "The category is what the initial conference decided. The codes are NEG, PHY, "
                "SAB, EMO and MUL, in capitals. Enter the one that is in the minutes of the "
                "conference.",
         FROM_OFFICIAL_TEXT)
{
    return !in_list(ctx, row->InitialCategoryOfAbuse, &CategoryOfAbuse_list);
}

ROW_RULE(ChildProtectionPlans, .code = "8910", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildProtectionPlans, LatestCategoryOfAbuse)),
         .message = "The current category of abuse of this protection plan is missing or not one "
                    "of the codes.",
         .why = "The latest category is that of the most recent conference; when no review has "
                "changed it, repeat the initial one rather than leave it blank. The codes are "
                "NEG, PHY, SAB, EMO and MUL, in capitals.",
         FROM_OFFICIAL_TEXT)
{
    return !in_list(ctx, row->LatestCategoryOfAbuse, &CategoryOfAbuse_list);
}

ROW_RULE(ChildProtectionPlans, .code = "8915", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildProtectionPlans, CPPstartDate), AT(ChildIdentifiers, PersonDeathDate)),
         .message = "This protection plan starts after the child's date of death.",
         .why = "No plan can begin for a child who has died. Check the date of death first, as it "
                "affects every date of the child; then correct the start of the plan, or remove "
                "the plan if it was opened on the wrong child.",
         FROM_OFFICIAL_TEXT)
{
    return after(row->CPPstartDate, CHILD_OF_EPISODE_RECORD(row)->PersonDeathDate);
}

ROW_RULE(ChildProtectionPlans, .code = "8920", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildProtectionPlans, CPPendDate), AT(ChildIdentifiers, PersonDeathDate)),
         .message = "This protection plan ends after the child's date of death.",
         .why = "A plan ends at the latest on the day on which the child dies. Often the day on "
                "which the record was closed was entered: put the day of death in its place, or "
                "correct the date of death.",
         FROM_OFFICIAL_TEXT)
{
    return after(row->CPPendDate, CHILD_OF_EPISODE_RECORD(row)->PersonDeathDate);
}

ROW_RULE(ChildProtectionPlans, .code = "8925", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildProtectionPlans, CPPstartDate), AT(ChildProtectionPlans, CPPendDate)),
         .message = "This protection plan has an end date earlier than its start date.",
         .why = "A plan cannot end before the day it began. Compare both dates with the minutes of "
                "the initial and the final conference and correct the one that was mistyped.",
         FROM_OFFICIAL_TEXT)
{
    return before(row->CPPendDate, row->CPPstartDate);
}

ROW_RULE(ChildProtectionPlans, .code = "8930", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildProtectionPlans, CPPendDate)),
         .message = "The end date of this protection plan is outside the census period.",
         .why = "The census takes plans that ended in its period or were still open at its end. "
                "Leave out a plan that ended earlier. If the plan ended later, leave out its end "
                "date: it belongs to the next return.",
         FROM_OFFICIAL_TEXT)
{
    return outside_period(ctx, row->CPPendDate);
}

FINDING_RULE(ChildIdentifiers, .code = "8935", .severity = SV_ERROR, .first_year = 2023,
             .unit = "child", FIELDS(AT(ChildProtectionPlans, CPPendDate)),
             .message = "This child has two or more protection plans without an end date.",
             .why = "A child has at most one open child protection plan. Find the plans that have "
                    "ended, in every episode of the child, and enter the day on which each ended.",
             FROM_OFFICIAL_TEXT)
{
    int open = 0;
    FOR_EACH (ctx, ChildProtectionPlans, plan, row)
        open += !readable(plan->CPPendDate);
    if (open < 2)
        return;
    found(ctx);
    FOR_EACH (ctx, ChildProtectionPlans, plan, row) {
        if (!readable(plan->CPPendDate))
            point(ctx, plan, BIT(ChildProtectionPlans, CPPendDate));
    }
}

PAIR_RULE(ChildIdentifiers, ChildProtectionPlans, CPPstartDate, ChildProtectionPlans,
          .code = "8940", .severity = SV_ERROR, .first_year = 2023,
          FIELDS(AT(ChildProtectionPlans, CPPstartDate), AT(ChildProtectionPlans, CPPstartDate),
                 AT(ChildProtectionPlans, CPPendDate)),
          .message = "This child's protection plan starts while another one is running.",
          .why =
              "One plan must have ended before the next begins, also when they stand in different "
              "episodes. Check the end of the earlier plan and the start of the later one.",
          FROM_OFFICIAL_TEXT)
{
    return open_until(ctx, other->CPPstartDate, other->CPPendDate, END_DAY_INSIDE);
}
