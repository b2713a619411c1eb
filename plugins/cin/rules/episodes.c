/* Episodes of need: referral, closure, and how the episodes of a child follow one another. */
#include "episode.h"

ROW_RULE(CINdetails, .code = "8555Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(CINdetails, CINreferralDate), AT(ChildIdentifiers, PersonDeathDate)),
         .message = "This referral is dated later than the child's date of death.",
         .why = "Nobody can be referred after their death. Check the date of death, and whether "
                "the referral was recorded on the wrong child. If a referral about the "
                "circumstances of the death was genuinely made afterwards, explain it.",
         FROM_OFFICIAL_TEXT)
{
    return after(row->CINreferralDate, child_of(row)->PersonDeathDate);
}

/* Adds `record` when one of its two dates lies after the closure of the episode. */
static void point_if_later(const struct sv_context *ctx, const struct CINdetails *episode,
                           const void *record, struct sv_value first, uint64_t first_bit,
                           struct sv_value second, uint64_t second_bit)
{
    uint64_t later = (after(first, episode->CINclosureDate) ? first_bit : 0) |
                     (after(second, episode->CINclosureDate) ? second_bit : 0);
    if (later)
        point(ctx, record, later);
}

static bool has_later_assessment(const struct sv_context *ctx, const struct CINdetails *episode)
{
    FOR_EACH (ctx, Assessments, assessment, episode) {
        if (after(assessment->AssessmentActualStartDate, episode->CINclosureDate) ||
            after(assessment->AssessmentAuthorisationDate, episode->CINclosureDate))
            return true;
    }
    return false;
}

static bool has_later_enquiry(const struct sv_context *ctx, const struct CINdetails *episode)
{
    FOR_EACH (ctx, Section47, enquiry, episode) {
        if (after(enquiry->S47ActualStartDate, episode->CINclosureDate) ||
            after(enquiry->DateOfInitialCPC, episode->CINclosureDate))
            return true;
    }
    return false;
}

static bool has_later_plan(const struct sv_context *ctx, const struct CINdetails *episode)
{
    FOR_EACH (ctx, ChildProtectionPlans, plan, episode) {
        if (after(plan->CPPendDate, episode->CINclosureDate))
            return true;
    }
    FOR_EACH (ctx, CINPlanDates, plan, episode) {
        if (after(plan->CINPlanStartDate, episode->CINclosureDate) ||
            after(plan->CINPlanEndDate, episode->CINclosureDate))
            return true;
    }
    return false;
}

FINDING_RULE(CINdetails, .code = "8565", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of CINdetails",
             FIELDS(AT(CINdetails, CINclosureDate), AT(CINdetails, DateOfInitialCPC),
                    AT(Assessments, AssessmentActualStartDate),
                    AT(Assessments, AssessmentAuthorisationDate), AT(Section47, S47ActualStartDate),
                    AT(Section47, DateOfInitialCPC), AT(ChildProtectionPlans, CPPendDate),
                    AT(CINPlanDates, CINPlanStartDate), AT(CINPlanDates, CINPlanEndDate)),
             .message = "This episode was closed, yet work is dated later than the closure.",
             .why = "Closing an episode ends all work in it: assessments, enquiries, conferences "
                    "and plans. The dates that are too late are listed. Correct the closure date "
                    "if the case stayed open, correct a mistyped date, or move the work to the "
                    "episode that followed.",
             FROM_OFFICIAL_TEXT)
{
    bool late_conference = after(row->DateOfInitialCPC, row->CINclosureDate);
    if (!late_conference && !has_later_assessment(ctx, row) && !has_later_enquiry(ctx, row) &&
        !has_later_plan(ctx, row))
        return;
    found(ctx);
    point(ctx, row,
          BIT(CINdetails, CINclosureDate) |
              (late_conference ? BIT(CINdetails, DateOfInitialCPC) : 0));
    FOR_EACH (ctx, Assessments, a, row)
        point_if_later(ctx, row, a, a->AssessmentActualStartDate,
                       BIT(Assessments, AssessmentActualStartDate), a->AssessmentAuthorisationDate,
                       BIT(Assessments, AssessmentAuthorisationDate));
    FOR_EACH (ctx, Section47, enquiry, row)
        point_if_later(ctx, row, enquiry, enquiry->S47ActualStartDate,
                       BIT(Section47, S47ActualStartDate), enquiry->DateOfInitialCPC,
                       BIT(Section47, DateOfInitialCPC));
    FOR_EACH (ctx, ChildProtectionPlans, plan, row)
        point_if_later(ctx, row, plan, plan->CPPendDate, BIT(ChildProtectionPlans, CPPendDate),
                       plan->CPPendDate, BIT(ChildProtectionPlans, CPPendDate));
    FOR_EACH (ctx, CINPlanDates, plan, row)
        point_if_later(ctx, row, plan, plan->CINPlanStartDate, BIT(CINPlanDates, CINPlanStartDate),
                       plan->CINPlanEndDate, BIT(CINPlanDates, CINPlanEndDate));
}

ROW_RULE(CINdetails, .code = "8568", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, ReferralNFA)), REPORTS_UNREADABLE(CINdetails, ReferralNFA),
         .message = "The no further action flag of this referral is missing or not true, false, "
                    "1 or 0.",
         .why = "Each referral must say whether it led to no further action (true or 1) or went "
                "on to an assessment or service (false or 0). Complete the outcome of the "
                "referral; if every referral is listed, the export writes the flag in another "
                "form, such as Y and N.",
         FROM_OFFICIAL_TEXT)
{
    return !readable(row->ReferralNFA);
}

ROW_RULE(CINdetails, .code = "8569Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(CINdetails, CINreferralDate), AT(CINdetails, ReferralNFA)),
         .message = "This referral came before the period and is not marked as having gone "
                    "further.",
         .why = "A referral with no further action belongs to the return of the year in which it "
                "came in, allowing one working day before the period for the decision. Correct the "
                "date or the flag, or take the referral out; explain a decision that genuinely "
                "took longer.",
         FROM_OFFICIAL_TEXT)
{
    return before_day(row->CINreferralDate, working_day_before(ctx, ctx->period_start, 1)) &&
           !is_false(row->ReferralNFA);
}

ROW_RULE(CINdetails, .code = "8585Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(CINdetails, ReasonForClosure), AT(ChildIdentifiers, PersonDeathDate)),
         .message = "This episode was closed because of the child's death, but there is no date "
                    "of death.",
         .why = "Reason RC2 says that the child died. Enter the date of death in the child's "
                "personal details, or choose the reason for which the case really closed. If the "
                "child has died and the day is genuinely not known, explain it.",
         FROM_OFFICIAL_TEXT)
{
    return is_code(row->ReasonForClosure, ReasonForClosure_RC2) &&
           !readable(child_of(row)->PersonDeathDate);
}

ROW_RULE(CINdetails, .code = "8600", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, CINreferralDate)), REPORTS_UNREADABLE(CINdetails, CINreferralDate),
         .message = "The referral date is missing, cannot be read, or lies after the period.",
         .why = "The referral opens the episode, and everything else is counted from it. Enter the "
                "day on which the referral was received. A referral after the end of the period "
                "belongs to the next return.",
         FROM_OFFICIAL_TEXT)
{
    return !readable(row->CINreferralDate) || after_day(row->CINreferralDate, ctx->period_end);
}

/* A pregnancy: a referral may come that many days before the birth. */
#define DAYS_BEFORE_BIRTH 280

static bool too_long_before(struct sv_value referral, struct sv_value birth)
{
    return before_day(referral, sv_add_days(day_of(birth), -DAYS_BEFORE_BIRTH));
}

FINDING_RULE(CINdetails, .code = "8606", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of CINdetails",
             FIELDS(AT(CINdetails, CINreferralDate), AT(ChildIdentifiers, PersonBirthDate),
                    AT(ChildIdentifiers, ExpectedPersonBirthDate)),
             .message = "This referral came more than 280 days before the child was born or is "
                        "expected.",
             .why = "A child can be referred before birth, but not before the pregnancy. Check the "
                    "year in the referral date and in the birth date or expected birth date, and "
                    "whether the episode belongs to an older brother or sister.",
             FROM_OFFICIAL_TEXT)
{
    const struct ChildIdentifiers *child = child_of(row);
    uint64_t births = 0;
    if (too_long_before(row->CINreferralDate, child->PersonBirthDate))
        births |= BIT(ChildIdentifiers, PersonBirthDate);
    if (too_long_before(row->CINreferralDate, child->ExpectedPersonBirthDate))
        births |= BIT(ChildIdentifiers, ExpectedPersonBirthDate);
    if (!births)
        return;
    found(ctx);
    point(ctx, row, BIT(CINdetails, CINreferralDate));
    point(ctx, child, births);
}

ROW_RULE(CINdetails, .code = "8610", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, ReferralNFA), AT(CINdetails, PrimaryNeedCode)),
         .message = "This referral led to further action but has no primary need.",
         .why = "The main reason for which the child needs help must be known once the referral "
                "goes further. Enter the primary need code from the assessment; N0 stands for not "
                "stated.",
         FROM_OFFICIAL_TEXT)
{
    return is_false(row->ReferralNFA) && missing(row->PrimaryNeedCode);
}

ROW_RULE(CINdetails, .code = "8620", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, CINclosureDate)),
         .message = "The closure date of this episode is not within the period of the return.",
         .why = "Episodes closed before the period were reported last year and do not belong in "
                "this return; one closed after it is still open at its end and goes in without a "
                "closure date. Check the date, and the dates that the export was run for.",
         FROM_OFFICIAL_TEXT)
{
    return outside_period(ctx, row->CINclosureDate);
}

ROW_RULE(CINdetails, .code = "8630", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, CINreferralDate), AT(CINdetails, CINclosureDate)),
         .message = "This episode has a closure date earlier than its referral date.",
         .why = "An episode cannot end before it begins. Compare both dates with the case record "
                "and correct the one that was mistyped.",
         FROM_OFFICIAL_TEXT)
{
    return before(row->CINclosureDate, row->CINreferralDate);
}

ROW_RULE(CINdetails, .code = "8640", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, ReasonForClosure)),
         .message = "The closure reason is not one of the codes RC1 to RC9.",
         .why = "Reasons are written in capitals without a space. Choose the code for which the "
                "case closed; if a local reason was exported, map it to one of the nine.",
         FROM_OFFICIAL_TEXT)
{
    return present(row->ReasonForClosure) &&
           !in_list(ctx, row->ReasonForClosure, &ReasonForClosure_list);
}

ROW_RULE(CINdetails, .code = "8650", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, PrimaryNeedCode)),
         .message = "The primary need is not one of the codes N0 to N9.",
         .why = "Codes are written in capitals without a space. Choose the main need of the child; "
                "if a local category was exported, map it to one of the ten.",
         FROM_OFFICIAL_TEXT)
{
    return present(row->PrimaryNeedCode) &&
           !in_list(ctx, row->PrimaryNeedCode, &PrimaryNeedCode_list);
}

/* Services to children and care leavers end at this age at the latest. */
#define OLDEST_AGE 25

ROW_RULE(CINdetails, .code = "8775Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(ChildIdentifiers, PersonBirthDate), AT(CINdetails, CINclosureDate)),
         .message = "This episode was open after the person's 25th birthday.",
         .why = "Services for children in need and care leavers end by the age of 25. Check the "
                "birth date; if it is right, close the episode with the day on which the work "
                "ended. Explain a case that was genuinely kept open.",
         FROM_OFFICIAL_TEXT)
{
    sv_day born = day_of(child_of(row)->PersonBirthDate);
    return before_day(child_of(row)->PersonBirthDate, sv_add_years(ctx->period_end, -OLDEST_AGE)) &&
           (!readable(row->CINclosureDate) ||
            after_day(row->CINclosureDate, sv_add_years(born, OLDEST_AGE)));
}

ROW_RULE(CINdetails, .code = "8805", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, CINclosureDate), AT(CINdetails, ReasonForClosure)),
         .message = "This episode has a closure date but no closure reason.",
         .why = "Date and reason belong together. Enter the reason for which the case closed, or "
                "remove the date if the case is still open.",
         FROM_OFFICIAL_TEXT)
{
    return readable(row->CINclosureDate) && missing(row->ReasonForClosure);
}

ROW_RULE(CINdetails, .code = "8810", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, ReasonForClosure), AT(CINdetails, CINclosureDate)),
         .message = "This episode has a closure reason but no closure date.",
         .why = "Date and reason belong together. Enter the day on which the case closed, or "
                "remove the reason if the case is still open.",
         FROM_OFFICIAL_TEXT)
{
    return present(row->ReasonForClosure) && !readable(row->CINclosureDate);
}

/* Open, and of a referral that led to further action. */
static bool is_open_case(const struct CINdetails *episode)
{
    return !readable(episode->CINclosureDate) && is_false(episode->ReferralNFA);
}

FINDING_RULE(ChildIdentifiers, .code = "8815", .severity = SV_ERROR, .first_year = 2023,
             .unit = "child", FIELDS(AT(CINdetails, CINclosureDate)), READS(TABLE_ChildIdentifiers),
             .message = "This child has two or more open episodes that led to further action.",
             .why = "A child has one open episode of need at a time; what happens while it is open "
                    "belongs to it. Close the episodes that have ended, each with its date and "
                    "reason, or merge a repeated referral into the open episode.",
             FROM_OFFICIAL_TEXT)
{
    int open = 0;
    FOR_EACH (ctx, CINdetails, episode, row)
        open += is_open_case(episode);
    if (open < 2)
        return;
    found(ctx);
    FOR_EACH (ctx, CINdetails, episode, row) {
        if (is_open_case(episode))
            point(ctx, episode, BIT(CINdetails, CINclosureDate));
    }
}

/* The episode referred last; of several on one day the one further down; NULL without any date. */
static const struct CINdetails *latest_episode(const struct sv_context *ctx,
                                               const struct ChildIdentifiers *child)
{
    const struct CINdetails *latest = NULL;
    FOR_EACH (ctx, CINdetails, episode, child) {
        if (readable(episode->CINreferralDate) &&
            (!latest || !before(episode->CINreferralDate, latest->CINreferralDate)))
            latest = episode;
    }
    return latest;
}

/* Run per child, so that the latest episode is looked for once. */
FINDING_RULE(ChildIdentifiers, .code = "8816", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of CINdetails", FIELDS(AT(CINdetails, CINreferralDate)),
             .message = "This episode is open although the child has a later one.",
             .why = "A new episode begins after the one before has closed, so only the latest can "
                    "be open. Close the earlier episode with its date and reason, or correct the "
                    "referral date of the later one, which is listed second.",
             FROM_OFFICIAL_TEXT)
{
    const struct CINdetails *latest = latest_episode(ctx, row);
    FOR_EACH (ctx, CINdetails, episode, row) {
        if (!is_open_case(episode) || !latest ||
            !before(episode->CINreferralDate, latest->CINreferralDate))
            continue;
        found(ctx);
        point(ctx, episode, BIT(CINdetails, CINreferralDate));
        point(ctx, latest, BIT(CINdetails, CINreferralDate));
    }
}

/* An open episode reaches up to the day before the end of the period; one that was closed, up to
 * the day before its closure. */
PAIR_RULE(ChildIdentifiers, CINdetails, CINreferralDate, CINdetails, .code = "8820",
          .severity = SV_ERROR, .first_year = 2023,
          FIELDS(AT(CINdetails, CINreferralDate), AT(CINdetails, CINreferralDate),
                 AT(CINdetails, CINclosureDate)),
          .message = "This child was referred while another episode of the child was open.",
          .why = "Episodes of one child follow one another: the next may begin on the day on which "
                 "the one before closed, not earlier. Correct the referral or the closure date, or "
                 "record the new referral as a contact within the open episode.",
          FROM_OFFICIAL_TEXT)
{
    if (readable(other->CINclosureDate))
        return open_until(ctx, other->CINreferralDate, other->CINclosureDate, END_DAY_OUTSIDE);
    if (!readable(other->CINreferralDate) || !is_false(other->ReferralNFA))
        return no_days();
    return (struct sv_interval){day_of(other->CINreferralDate), ctx->period_end - 1};
}

static bool has_assessment_date(const struct Assessments *assessment)
{
    return readable(assessment->AssessmentActualStartDate) ||
           readable(assessment->AssessmentAuthorisationDate);
}

static bool has_enquiry_date(const struct Section47 *enquiry)
{
    return readable(enquiry->S47ActualStartDate) || readable(enquiry->DateOfInitialCPC);
}

static bool has_work_dates(const struct sv_context *ctx, const struct CINdetails *episode)
{
    FOR_EACH (ctx, Assessments, assessment, episode) {
        if (has_assessment_date(assessment))
            return true;
    }
    FOR_EACH (ctx, Section47, enquiry, episode) {
        if (has_enquiry_date(enquiry))
            return true;
    }
    return readable(episode->DateOfInitialCPC);
}

FINDING_RULE(CINdetails, .code = "8831", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of CINdetails",
             FIELDS(AT(CINdetails, ReferralNFA), AT(CINdetails, DateOfInitialCPC),
                    AT(Assessments, AssessmentActualStartDate), AT(Section47, S47ActualStartDate)),
             .message = "An assessment, enquiry or conference is recorded on a referral that led "
                        "to no further action.",
             .why = "A referral with no further action ends with the decision not to go on. If the "
                    "work listed here took place, set the no further action flag to false; "
                    "otherwise move it to the episode to which it belongs.",
             FROM_OFFICIAL_TEXT)
{
    if (!is_true(row->ReferralNFA) || !has_work_dates(ctx, row))
        return;
    uint64_t conference = readable(row->DateOfInitialCPC) ? BIT(CINdetails, DateOfInitialCPC) : 0;
    found(ctx);
    point(ctx, row, BIT(CINdetails, ReferralNFA) | conference);
    FOR_EACH (ctx, Assessments, assessment, row) {
        if (has_assessment_date(assessment))
            point(ctx, assessment, BIT(Assessments, AssessmentActualStartDate));
    }
    FOR_EACH (ctx, Section47, enquiry, row) {
        if (has_enquiry_date(enquiry))
            point(ctx, enquiry, BIT(Section47, S47ActualStartDate));
    }
}

FINDING_RULE(
    CINdetails, .code = "8832", .severity = SV_ERROR, .first_year = 2023,
    .unit = "row of CINdetails",
    FIELDS(AT(CINdetails, ReferralNFA), AT(ChildProtectionPlans, CPPstartDate)),
    .message = "A protection plan is recorded on a referral that led to no further action.",
    .why = "A referral with no further action cannot lead to a protection plan. If the "
           "child was on a plan, set the no further action flag to false; otherwise move "
           "the plan to the episode to which it belongs.",
    FROM_OFFICIAL_TEXT)
{
    if (!is_true(row->ReferralNFA) || !first_below(ctx, row, TABLE_ChildProtectionPlans))
        return;
    found(ctx);
    point(ctx, row, BIT(CINdetails, ReferralNFA));
    FOR_EACH (ctx, ChildProtectionPlans, plan, row)
        point(ctx, plan, BIT(ChildProtectionPlans, CPPstartDate));
}

/* Referrals of before need not say where they came from. */
static const sv_day source_needed_from = 15796; /* 1 April 2013 */

ROW_RULE(CINdetails, .code = "8866", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, ReferralSource), AT(CINdetails, CINreferralDate)),
         .message = "The source of this referral is missing or not a code of this year's list.",
         .why = "Since April 2013 each referral says who made it. Choose the source from the list "
                "(for example 2A schools, 6 police, 10 unknown); if local sources were exported, "
                "map each to a code.",
         FROM_OFFICIAL_TEXT)
{
    return readable(row->CINreferralDate) &&
           !before_day(row->CINreferralDate, source_needed_from) &&
           !in_list(ctx, row->ReferralSource, &ReferralSource_list);
}
