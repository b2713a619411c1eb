/* Section 47 enquiries and initial child protection conferences. */
#include "episode.h"

ROW_RULE(Section47, .code = "1104", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Section47, DateOfInitialCPC), AT(CINdetails, CINreferralDate)),
         .message = "The initial conference of this enquiry is dated earlier than the referral.",
         .why = "A conference that follows a section 47 enquiry cannot be held before the "
                "referral came in. Compare both dates with the case record, and check whether the "
                "enquiry was attached to a later episode than its own.",
         FROM_OFFICIAL_TEXT)
{
    return before(row->DateOfInitialCPC, PARENT(CINdetails, row)->CINreferralDate);
}

PAIR_RULE(ChildIdentifiers, Section47, DateOfInitialCPC, CINdetails, .code = "2884",
          .severity = SV_ERROR, .first_year = 2023,
          FIELDS(AT(Section47, DateOfInitialCPC), AT(CINdetails, DateOfInitialCPC)),
          .message = "The conference of this section 47 enquiry is also given as one without an "
                     "enquiry.",
          .why = "The conference date of an episode is only for one held without an enquiry of "
                 "this authority, as when a child on a plan moves in. The same day on an enquiry "
                 "of the child means that one conference would count twice. Keep it in the place "
                 "where it belongs and remove it from the other.",
          FROM_PUBLIC_CODE)
{
    return open_until(ctx, other->DateOfInitialCPC, other->DateOfInitialCPC, END_DAY_INSIDE);
}

static bool needs_no_conference(SV_MAYBE_UNUSED const struct sv_context *ctx,
                                const struct sv_row *enquiry)
{
    return is_true(((const struct Section47 *)enquiry)->ICPCnotRequired);
}

static bool has_enquiry_towards_conference(const struct sv_context *ctx,
                                           const struct CINdetails *episode)
{
    FOR_EACH (ctx, Section47, enquiry, episode) {
        if (!needs_no_conference(ctx, &enquiry->row))
            return true;
    }
    return false;
}

/* Whether a plan starts on the day of a conference. The conference may be that of the episode
 * itself only when no enquiry of the episode could lead to one. */
static bool starts_at_conference(const struct sv_context *ctx,
                                 const struct ChildProtectionPlans *plan)
{
    const struct CINdetails *episode = PARENT(CINdetails, plan);
    const struct sv_at conference = AT(Section47, DateOfInitialCPC);
    if (ctx->host->has_day(ctx, &episode->row, conference, needs_no_conference,
                           day_of(plan->CPPstartDate)))
        return true;
    return same_date(episode->DateOfInitialCPC, plan->CPPstartDate) &&
           !has_enquiry_towards_conference(ctx, episode);
}

FINDING_RULE(ChildProtectionPlans, .code = "2885", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of ChildProtectionPlans",
             FIELDS(AT(ChildProtectionPlans, CPPstartDate), AT(Section47, DateOfInitialCPC),
                    AT(CINdetails, DateOfInitialCPC)),
             .message = "No initial conference is recorded for the day on which this protection "
                        "plan started.",
             .why = "A plan begins on the day on which the conference decides on it. Compared are "
                    "the conferences of the episode's enquiries or, when none of them called for "
                    "one, the conference date of the episode itself. Correct the start of the "
                    "plan or the conference date, or enter the conference that is missing.",
             FROM_OFFICIAL_TEXT)
{
    if (!in_period(ctx, row->CPPstartDate) || starts_at_conference(ctx, row))
        return;
    const struct CINdetails *episode = PARENT(CINdetails, row);
    found(ctx);
    point(ctx, row, BIT(ChildProtectionPlans, CPPstartDate));
    if (!has_enquiry_towards_conference(ctx, episode))
        point(ctx, episode, BIT(CINdetails, DateOfInitialCPC));
    FOR_EACH (ctx, Section47, enquiry, episode) {
        if (!needs_no_conference(ctx, &enquiry->row) &&
            !point(ctx, enquiry, BIT(Section47, DateOfInitialCPC)))
            break;
    }
}

ROW_RULE(Section47, .code = "2889", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Section47, S47ActualStartDate), AT(CINdetails, CINreferralDate)),
         .message = "The start date of this section 47 enquiry is earlier than its referral date.",
         .why = "An enquiry belongs to the episode of need in which it began. Compare both dates "
                "with the case record, and check whether the enquiry was attached to a later "
                "episode than its own.",
         FROM_OFFICIAL_TEXT)
{
    return before(row->S47ActualStartDate, PARENT(CINdetails, row)->CINreferralDate);
}

static bool went_beyond_assessment(const struct sv_context *ctx, const struct CINdetails *episode)
{
    return readable(episode->DateOfInitialCPC) || first_below(ctx, episode, TABLE_Section47) ||
           first_below(ctx, episode, TABLE_ChildProtectionPlans) ||
           first_below(ctx, episode, TABLE_CINPlanDates);
}

FINDING_RULE(CINdetails, .code = "2990", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of CINdetails",
             FIELDS(AT(CINdetails, ReasonForClosure), AT(CINdetails, DateOfInitialCPC),
                    AT(Section47, S47ActualStartDate), AT(ChildProtectionPlans, CPPstartDate),
                    AT(CINPlanDates, CINPlanStartDate)),
             .message = "The closure reason rules out an enquiry, a conference or a plan, but "
                        "this episode has one.",
             .why = "Reasons RC8 and RC9 mean that the case ended with the assessment and went no "
                    "further. If the work listed here took place, choose the reason for which the "
                    "case really closed; if it belongs to another episode of the child, move it "
                    "there.",
             FROM_OFFICIAL_TEXT)
{
    if (!closed_after_assessment(row) || !went_beyond_assessment(ctx, row))
        return;
    uint64_t conference = readable(row->DateOfInitialCPC) ? BIT(CINdetails, DateOfInitialCPC) : 0;
    found(ctx);
    point(ctx, row, BIT(CINdetails, ReasonForClosure) | conference);
    FOR_EACH (ctx, Section47, enquiry, row)
        point(ctx, enquiry, BIT(Section47, S47ActualStartDate));
    FOR_EACH (ctx, ChildProtectionPlans, plan, row)
        point(ctx, plan, BIT(ChildProtectionPlans, CPPstartDate));
    FOR_EACH (ctx, CINPlanDates, plan, row)
        point(ctx, plan, BIT(CINPlanDates, CINPlanStartDate));
}

ROW_RULE(Section47, .code = "8615", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Section47, S47ActualStartDate), AT(Section47, DateOfInitialCPC)),
         REPORTS_UNREADABLE(Section47, S47ActualStartDate),
         .message = "This enquiry led to a conference, but its start date is missing or later "
                    "than the conference.",
         .why = "The conference comes out of the enquiry, so the enquiry must have started by "
                "that day. Take the start from the strategy discussion in the case record and "
                "enter it, or correct the date of the conference.",
         FROM_OFFICIAL_TEXT)
{
    return readable(row->DateOfInitialCPC) &&
           (!readable(row->S47ActualStartDate) ||
            after(row->S47ActualStartDate, row->DateOfInitialCPC));
}

/* Narrower than is_open(): a flag that is missing does not say that a conference is called for. */
static bool awaits_conference(const struct Section47 *enquiry)
{
    return !readable(enquiry->DateOfInitialCPC) && is_false(enquiry->ICPCnotRequired);
}

ROW_RULE(Section47, .code = "8675Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Section47, DateOfInitialCPC), AT(Section47, S47ActualStartDate),
                AT(Section47, ICPCnotRequired)),
         .message = "This enquiry still waits for a conference over 15 working days after it "
                    "started.",
         .why = "The initial conference is due within 15 working days; weekends and bank holidays "
                "are not counted, and the end of the census period is taken as today. Enter the "
                "date of the conference, or record that none was required. If it is genuinely "
                "late, explain why.",
         FROM_OFFICIAL_TEXT)
{
    return awaits_conference(row) &&
           before_day(row->S47ActualStartDate, working_day_before(ctx, ctx->period_end, 15));
}

ROW_RULE(Section47, .code = "8715", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Section47, DateOfInitialCPC)),
         .message = "The conference date of this enquiry is not within the census period.",
         .why = "The census takes enquiries that ended in its period or were still open at its "
                "end. Leave out one whose conference was held earlier. If the conference was held "
                "later, leave out its date: it belongs to the next return.",
         FROM_OFFICIAL_TEXT)
{
    return outside_period(ctx, row->DateOfInitialCPC);
}

ROW_RULE(Section47, .code = "8740", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Section47, S47ActualStartDate), AT(Section47, DateOfInitialCPC),
                AT(Section47, ICPCnotRequired)),
         .message = "This enquiry still waits for its conference, but did not start in the census "
                    "period.",
         .why = "An enquiry that has yet to reach a conference must have started in the period. "
                "One that started earlier has in most cases ended: enter the date of the "
                "conference, or record that none was required. One that started later belongs to "
                "the next return.",
         FROM_OFFICIAL_TEXT)
{
    return awaits_conference(row) && outside_period(ctx, row->S47ActualStartDate);
}

/* An enquiry ends with its conference, or with the decision that none is required. */
static bool is_open(const struct Section47 *enquiry)
{
    return !readable(enquiry->DateOfInitialCPC) && !is_true(enquiry->ICPCnotRequired);
}

FINDING_RULE(CINdetails, .code = "8839", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of CINdetails", FIELDS(AT(Section47, DateOfInitialCPC)),
             .message = "Two or more section 47 enquiries of this episode have not ended.",
             .why = "An enquiry ends with its conference, or when it is recorded that none was "
                    "required, and an episode has one open enquiry at a time. Complete those that "
                    "have ended and remove one that was recorded twice.",
             FROM_OFFICIAL_TEXT)
{
    int open = 0;
    FOR_EACH (ctx, Section47, enquiry, row)
        open += is_open(enquiry);
    if (open < 2)
        return;
    found(ctx);
    point(ctx, row, 0);
    FOR_EACH (ctx, Section47, enquiry, row) {
        if (is_open(enquiry))
            point(ctx, enquiry, BIT(Section47, DateOfInitialCPC));
    }
}

ROW_RULE(Section47, .code = "8868", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, CINclosureDate), AT(Section47, DateOfInitialCPC),
                AT(Section47, ICPCnotRequired)),
         .message = "This section 47 enquiry has not ended although its episode was closed.",
         .why = "The enquiries of an episode must end before it can be closed. Enter the date of "
                "the conference, or record that none was required; remove the closure date if the "
                "case is in fact still open.",
         FROM_OFFICIAL_TEXT)
{
    return readable(PARENT(CINdetails, row)->CINclosureDate) && is_open(row);
}

ROW_RULE(Section47, .code = "8870Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Section47, InitialCPCtarget)),
         .message = "The target date for the conference of this enquiry is a Saturday or Sunday.",
         .why = "The target is set in working days, so it should not fall on a weekend. Check the "
                "date, and whether the case system counts calendar days when it works out the "
                "target. If the weekend was genuinely meant, explain it.",
         FROM_OFFICIAL_TEXT)
{
    return on_weekend(row->InitialCPCtarget);
}

ROW_RULE(Section47, .code = "8875", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Section47, DateOfInitialCPC)),
         .message = "The conference date of this enquiry is a Saturday or Sunday.",
         .why = "Conferences are held on working days, so a weekend date is a slip: the day on "
                "which the record was typed, or a digit out of place. Take the date from the "
                "minutes of the conference.",
         FROM_OFFICIAL_TEXT)
{
    return on_weekend(row->DateOfInitialCPC);
}

PAIR_RULE(CINdetails, Section47, S47ActualStartDate, Section47, .code = "8890",
          .severity = SV_ERROR, .first_year = 2023,
          FIELDS(AT(Section47, S47ActualStartDate), AT(Section47, S47ActualStartDate),
                 AT(Section47, DateOfInitialCPC)),
          .message = "Two section 47 enquiries of this episode overlap.",
          .why = "One enquiry must have ended, with its conference or the decision that none is "
                 "required, before the next one starts; a start on the day of the other's "
                 "conference counts as an overlap too. Correct the dates, complete the earlier "
                 "enquiry, or remove one that was recorded twice.",
          FROM_OFFICIAL_TEXT)
{
    if (!readable(other->DateOfInitialCPC) && is_true(other->ICPCnotRequired))
        return no_days();
    return open_until(ctx, other->S47ActualStartDate, other->DateOfInitialCPC, END_DAY_INSIDE);
}
