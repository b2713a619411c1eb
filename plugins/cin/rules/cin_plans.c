/* Child in need plans. */
#include "episode.h"

FINDING_RULE(CINdetails, .code = "4000", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of CINdetails",
             FIELDS(AT(CINdetails, ReferralNFA), AT(CINPlanDates, CINPlanStartDate)),
             .message = "A child in need plan is recorded on a referral that led to no further "
                        "action.",
             .why = "A referral with no further action ends where it began, so nothing can be "
                    "planned on it. If the child had a plan, set the no further action flag to "
                    "false; otherwise move the plan to the episode to which it belongs.",
             FROM_PUBLIC_CODE)
{
    if (!is_true(row->ReferralNFA) || !first_below(ctx, row, TABLE_CINPlanDates))
        return;
    found(ctx);
    point(ctx, row, BIT(CINdetails, ReferralNFA));
    FOR_EACH (ctx, CINPlanDates, plan, row)
        point(ctx, plan, BIT(CINPlanDates, CINPlanStartDate));
}

static bool is_open_protection_plan(const struct ChildProtectionPlans *plan)
{
    return !readable(plan->CPPendDate);
}

static bool is_open_begun_plan(const struct CINPlanDates *plan)
{
    return readable(plan->CINPlanStartDate) && !readable(plan->CINPlanEndDate);
}

static bool has_both_plans_open(const struct sv_context *ctx, const struct CINdetails *episode)
{
    bool protection = false;
    bool in_need = false;
    FOR_EACH (ctx, ChildProtectionPlans, plan, episode)
        protection |= is_open_protection_plan(plan);
    FOR_EACH (ctx, CINPlanDates, plan, episode)
        in_need |= is_open_begun_plan(plan);
    return protection && in_need;
}

FINDING_RULE(CINdetails, .code = "4001", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of CINdetails",
             FIELDS(AT(ChildProtectionPlans, CPPendDate), AT(CINPlanDates, CINPlanEndDate)),
             .message = "This episode has a child in need plan and a protection plan that are "
                        "both without an end date.",
             .why = "A child is on one kind of plan at a time: the child in need plan ends when a "
                    "protection plan begins, and the other way round. Find out which plan the "
                    "child is on now and enter the end date of the other.",
             FROM_OFFICIAL_TEXT)
{
    if (!has_both_plans_open(ctx, row))
        return;
    found(ctx);
    point(ctx, row, 0);
    FOR_EACH (ctx, ChildProtectionPlans, plan, row) {
        if (is_open_protection_plan(plan))
            point(ctx, plan, BIT(ChildProtectionPlans, CPPendDate));
    }
    FOR_EACH (ctx, CINPlanDates, plan, row) {
        if (is_open_begun_plan(plan))
            point(ctx, plan, BIT(CINPlanDates, CINPlanEndDate));
    }
}

/* A child may step down to a child in need plan on the day of the review that ends the protection
 * plan. */
static bool ends_protection_plan(SV_MAYBE_UNUSED const struct sv_context *ctx,
                                 const struct sv_row *row)
{
    const struct Reviews *review = (const struct Reviews *)row;
    return same_date(review->CPPreviewDate, PARENT(ChildProtectionPlans, review)->CPPendDate);
}

PAIR_RULE_EXCEPT(CINdetails, Reviews, CPPreviewDate, CINPlanDates, ends_protection_plan,
                 .code = "4003", .severity = SV_ERROR, .first_year = 2023,
                 FIELDS(AT(Reviews, CPPreviewDate), AT(CINPlanDates, CINPlanStartDate),
                        AT(CINPlanDates, CINPlanEndDate)),
                 READS(TABLE_ChildProtectionPlans),
                 .message = "This review of a protection plan was held while the child had a "
                            "child in need plan.",
                 .why = "Protection plans are not reviewed while the child is on a child in need "
                        "plan. The first day of that plan counts, its last day does not, and a "
                        "review on the day on which its own protection plan ended is accepted. "
                        "Check the date of the review and the dates of both plans.",
                 FROM_OFFICIAL_TEXT)
{
    if (!readable(other->CINPlanEndDate))
        return no_days();
    return open_until(ctx, other->CINPlanStartDate, other->CINPlanEndDate, END_DAY_OUTSIDE);
}

FINDING_RULE(CINdetails, .code = "4004", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of CINdetails", FIELDS(AT(CINPlanDates, CINPlanEndDate)),
             .message = "Two or more child in need plans of this episode have no end date.",
             .why = "An episode has at most one open child in need plan. Find the plans that have "
                    "ended and enter the day on which each ended; remove one that was recorded "
                    "twice.",
             FROM_OFFICIAL_TEXT)
{
    int open = 0;
    FOR_EACH (ctx, CINPlanDates, plan, row)
        open += !readable(plan->CINPlanEndDate);
    if (open < 2)
        return;
    found(ctx);
    point(ctx, row, 0);
    FOR_EACH (ctx, CINPlanDates, plan, row) {
        if (!readable(plan->CINPlanEndDate))
            point(ctx, plan, BIT(CINPlanDates, CINPlanEndDate));
    }
}

ROW_RULE(CINPlanDates, .code = "4008", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, PersonDeathDate), AT(CINPlanDates, CINPlanStartDate)),
         .message = "The start date of this child in need plan is later than the child's date of "
                    "death.",
         .why = "No plan can begin for a child who has died. Check the date of death first, as it "
                "affects every date of the child; then correct the start of the plan, or remove "
                "the plan if it was opened on the wrong child.",
         FROM_OFFICIAL_TEXT)
{
    return after(row->CINPlanStartDate, CHILD_OF_EPISODE_RECORD(row)->PersonDeathDate);
}

ROW_RULE(CINPlanDates, .code = "4009Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, PersonDeathDate), AT(CINPlanDates, CINPlanEndDate)),
         .message = "The end date of this child in need plan is later than the child's date of "
                    "death.",
         .why = "A plan ends at the latest on the day on which the child dies. Often the day on "
                "which the record was closed was entered: put the day of death in its place, or "
                "correct the date of death. If the plan was genuinely closed later, explain it.",
         FROM_OFFICIAL_TEXT)
{
    return after(row->CINPlanEndDate, CHILD_OF_EPISODE_RECORD(row)->PersonDeathDate);
}

ROW_RULE(CINPlanDates, .code = "4010", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINPlanDates, CINPlanStartDate)),
         REPORTS_UNREADABLE(CINPlanDates, CINPlanStartDate),
         .message = "The start date of this child in need plan is missing, unreadable or later "
                    "than the census period.",
         .why = "Every plan that is sent must have started by the last day of the period. Enter "
                "the day on which the plan was agreed; leave out a plan that started later, as it "
                "belongs to the next return.",
         FROM_OFFICIAL_TEXT)
{
    return !readable(row->CINPlanStartDate) || after_day(row->CINPlanStartDate, ctx->period_end);
}

ROW_RULE(CINPlanDates, .code = "4011", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINPlanDates, CINPlanEndDate), AT(CINPlanDates, CINPlanStartDate)),
         .message = "This child in need plan has an end date earlier than its start date.",
         .why = "A plan cannot end before the day on which it began. Compare both dates with the "
                "case record and correct the one that was mistyped.",
         FROM_OFFICIAL_TEXT)
{
    return before(row->CINPlanEndDate, row->CINPlanStartDate);
}

ROW_RULE(CINPlanDates, .code = "4012Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(CINPlanDates, CINPlanStartDate), AT(CINPlanDates, CINPlanEndDate)),
         .message = "This child in need plan has the same date as its start and as its end.",
         .why = "A plan of a single day is in most cases a slip, or a plan that was opened in the "
                "case system by mistake. Correct the dates or remove the plan. It can be genuine, "
                "for example when the child moved away on the day; then explain it.",
         FROM_OFFICIAL_TEXT)
{
    return same_date(row->CINPlanStartDate, row->CINPlanEndDate);
}

ROW_RULE(CINPlanDates, .code = "4013", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINPlanDates, CINPlanEndDate)),
         .message = "The end date of this child in need plan is not within the census period.",
         .why = "The census takes plans that ended in its period or were still open at its end. "
                "Leave out a plan that ended earlier. If the plan ended later, leave out its end "
                "date: it belongs to the next return.",
         FROM_OFFICIAL_TEXT)
{
    return outside_period(ctx, row->CINPlanEndDate);
}

PAIR_RULE(ChildIdentifiers, CINPlanDates, CINPlanStartDate, CINPlanDates, .code = "4014",
          .severity = SV_ERROR, .first_year = 2023,
          FIELDS(AT(CINPlanDates, CINPlanStartDate), AT(CINPlanDates, CINPlanStartDate),
                 AT(CINPlanDates, CINPlanEndDate)),
          .message = "This child's child in need plan starts while another one is running.",
          .why = "A child has one child in need plan at a time, also across episodes; a plan may "
                 "start on the day on which another one ends. Check the end of the earlier plan "
                 "and the start of the later one, and whether one plan was recorded twice.",
          FROM_PUBLIC_CODE)
{
    return open_until(ctx, other->CINPlanStartDate, other->CINPlanEndDate, END_DAY_OUTSIDE);
}

ROW_RULE(CINPlanDates, .code = "4015", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINPlanDates, CINPlanStartDate), AT(CINdetails, CINreferralDate)),
         .message = "The start date of this child in need plan is earlier than its referral date.",
         .why = "A plan belongs to the episode of need in which it began. Check the referral "
                "date, and whether the plan was attached to a later episode than its own.",
         FROM_OFFICIAL_TEXT)
{
    return before(row->CINPlanStartDate, PARENT(CINdetails, row)->CINreferralDate);
}

PAIR_RULE(ChildIdentifiers, CINPlanDates, CINPlanStartDate, ChildProtectionPlans, .code = "4016",
          .severity = SV_ERROR, .first_year = 2023,
          FIELDS(AT(CINPlanDates, CINPlanStartDate), AT(ChildProtectionPlans, CPPstartDate),
                 AT(ChildProtectionPlans, CPPendDate)),
          .message = "The child was on a protection plan when this child in need plan started.",
          .why = "A child is on one kind of plan at a time, also across episodes; a child in need "
                 "plan may start on the day on which the protection plan ends. Look for a missing "
                 "end of the protection plan, or correct the start of the child in need plan.",
          FROM_OFFICIAL_TEXT)
{
    return open_until(ctx, other->CPPstartDate, other->CPPendDate, END_DAY_OUTSIDE);
}

PAIR_RULE(ChildIdentifiers, ChildProtectionPlans, CPPstartDate, CINPlanDates, .code = "4017",
          .severity = SV_ERROR, .first_year = 2023,
          FIELDS(AT(ChildProtectionPlans, CPPstartDate), AT(CINPlanDates, CINPlanStartDate),
                 AT(CINPlanDates, CINPlanEndDate)),
          .message = "The child was on a child in need plan when this protection plan started.",
          .why = "A protection plan takes the place of a child in need plan, which must end by "
                 "the day on which the protection plan starts. Enter that end date, or correct "
                 "the start of the protection plan.",
          FROM_OFFICIAL_TEXT)
{
    return open_until(ctx, other->CINPlanStartDate, other->CINPlanEndDate, END_DAY_OUTSIDE);
}
