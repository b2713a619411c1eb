/* Section 47 enquiries and initial child protection conferences. */
#include "measures.h"

#define ENQUIRIES .section = SECTION_SECTION47, .unit = "enquiry", .units = "enquiries"
#define CONFERENCES .section = SECTION_SECTION47, .unit = "conference", .units = "conferences"

MEASURE(Section47, ENQUIRIES, FROM_STATISTICS, .name = "s47_enquiries",
        .title = "Section 47 enquiries started", .population = "0-17", .per = 10000,
        .definition = "Enquiries whose start date lies in the period.")
{
    return counted_if(in_period(ctx, row->S47ActualStartDate));
}

MEASURE(Section47, ENQUIRIES, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "s47_no_conference",
        .title = "Conference not required",
        .definition = "Of the enquiries started, those whose flag ICPCnotRequired is true.")
{
    return share(in_period(ctx, row->S47ActualStartDate), is_true(row->ICPCnotRequired));
}

/* Whether an enquiry of the episode led to a conference on that day. */
static bool is_of_enquiry(const struct sv_context *ctx, const struct CINdetails *episode)
{
    FOR_EACH (ctx, Section47, enquiry, episode) {
        if (same_date(enquiry->DateOfInitialCPC, episode->DateOfInitialCPC))
            return true;
    }
    return false;
}

MEASURE(
    CINdetails, CONFERENCES, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "conferences_transfer_in",
    .title = "Conferences without an enquiry, with a plan from that day",
    .definition = "Of the conferences on the record of the episode, dated in the period and not "
                  "also on an enquiry, those on whose day a plan starts. Most are children "
                  "who moved in.")
{
    bool held = in_period(ctx, row->DateOfInitialCPC) && !is_of_enquiry(ctx, row);
    bool plan = false;
    FOR_EACH (ctx, ChildProtectionPlans, started, row)
        plan = plan || same_date(started->CPPstartDate, row->DateOfInitialCPC);
    return share(held, plan);
}

/* An enquiry further up in the child's records with a conference on the same day. */
static bool is_told_before(const struct sv_context *ctx, const struct Section47 *enquiry)
{
    FOR_EACH (ctx, Section47, other, CHILD_OF_EPISODE_RECORD(enquiry)) {
        if (other == enquiry)
            return false;
        if (same_date(other->DateOfInitialCPC, enquiry->DateOfInitialCPC))
            return true;
    }
    return false;
}

static bool is_conference(const struct sv_context *ctx, const struct Section47 *enquiry)
{
    return in_period(ctx, enquiry->DateOfInitialCPC);
}

/* Working days from the enquiry to its conference in the period; negative: there is none, or no
 * start, or one after it. */
static int32_t days_to_conference(const struct sv_context *ctx, const struct Section47 *enquiry)
{
    if (!is_conference(ctx, enquiry) || !readable(enquiry->S47ActualStartDate) ||
        before(enquiry->DateOfInitialCPC, enquiry->S47ActualStartDate))
        return -1;
    return working_days(ctx, day_of(enquiry->S47ActualStartDate),
                        day_of(enquiry->DateOfInitialCPC));
}

static int band_of_days(const struct sv_context *ctx, const struct sv_row *row)
{
    int32_t days = days_to_conference(ctx, (const struct Section47 *)row);
    static const int32_t edges[] = {10, 15, 20};
    int band = 0;
    if (days < 0)
        return -1;
    while (band < 3 && days > edges[band])
        band++;
    return band;
}

static const char *const day_labels[] = {"10 days or less", "11 to 15 days", "16 to 20 days",
                                         "21 days or more"};

MEASURE(Section47, CONFERENCES, FROM_STATISTICS, .name = "conferences",
        .title = "Initial conferences after an enquiry",
        .definition =
            "Enquiries whose initial conference lies in the period. The statistics add the "
            "conferences without an enquiry. Working days are counted from the day after "
            "the start of the enquiry.",
        BREAKDOWNS(BY_LABEL(day_labels, "working days since the enquiry began", band_of_days)))
{
    return counted_if(is_conference(ctx, row));
}

MEASURE(Section47, CONFERENCES, FROM_STATISTICS, .kind = SV_SHARE_OF,
        .name = "conferences_within_15_days", .title = "Within 15 working days",
        .definition = "Of the conferences that have a number of working days since the enquiry "
                      "began, those with 15 or fewer.",
        .caution =
            "Where several strategy discussions were held, the last should count; the return "
            "has the start of the enquiry only.")
{
    int32_t days = days_to_conference(ctx, row);
    return share(days >= 0, days <= 15);
}

MEASURE(Section47, CONFERENCES, FROM_STATISTICS, .kind = SV_QUARTILES_OF, .name = "conference_days",
        .title = "Working days to the conference: quartiles",
        .definition = "Working days from the start of the enquiry to its conference in the period.")
{
    amount->value = days_to_conference(ctx, row);
    return counted_if(amount->value >= 0);
}

static bool leads_to_plan(const struct sv_context *ctx, const struct Section47 *enquiry)
{
    FOR_EACH (ctx, ChildProtectionPlans, plan, CHILD_OF_EPISODE_RECORD(enquiry)) {
        if (same_date(plan->CPPstartDate, enquiry->DateOfInitialCPC))
            return true;
    }
    return false;
}

MEASURE(Section47, .section = SECTION_SECTION47, .unit = "child and conference",
        .units = "children and conferences", FROM_PRACTICE, .kind = SV_SHARE_OF,
        .name = "conferences_with_plan", .title = "Conferences that led to a plan",
        .definition = "Of the pairs of a child and a day of a conference in the period, those on "
                      "whose day a protection plan of the child starts.")
{
    return share(is_conference(ctx, row) && !is_told_before(ctx, row), leads_to_plan(ctx, row));
}

/* Conferences of an episode: those of its enquiries, and its own unless an enquiry has it too. */
static int32_t conferences_of(const struct sv_context *ctx, const struct CINdetails *episode)
{
    int32_t count = in_period(ctx, episode->DateOfInitialCPC) && !is_of_enquiry(ctx, episode);
    FOR_EACH (ctx, Section47, enquiry, episode)
        count += is_conference(ctx, enquiry);
    return count;
}

MEASURE(CINdetails, CONFERENCES, FROM_STATISTICS, .kind = SV_SUM_OF, .name = "conferences_all",
        .title = "Initial conferences, with those without an enquiry",
        .definition = "Initial conferences dated in the period, on enquiries and on records of "
                      "episodes; a conference that stands on both counts once.",
        .caution = "Whether the statistics count conferences of children who moved in is not "
                   "certain.")
{
    amount->value = conferences_of(ctx, row);
    return counted_if(amount->value > 0);
}

MEASURE(CINdetails, .section = SECTION_SECTION47, .unit = "plan started a conference",
        .units = "plans started a conference", FROM_PRACTICE, .kind = SV_RATIO_OF,
        .name = "plans_per_conference", .title = "Protection plans started, by conferences",
        .definition = "Protection plans that start in the period, divided by all initial "
                      "conferences of the period.")
{
    FOR_EACH (ctx, ChildProtectionPlans, plan, row)
        amount->value += in_period(ctx, plan->CPPstartDate);
    amount->of = conferences_of(ctx, row);
    return counted_if(amount->value > 0 || amount->of > 0);
}

static sv_day plan_after_transfer(const struct sv_context *ctx, const struct CINdetails *episode)
{
    sv_day first = SV_NONE;
    FOR_EACH (ctx, ChildProtectionPlans, plan, episode) {
        sv_day day = day_of(plan->CPPstartDate);
        if (readable(plan->CPPstartDate) && day >= day_of(episode->DateOfInitialCPC) &&
            (first == SV_NONE || day < first))
            first = day;
    }
    return first;
}

MEASURE(CINdetails, CONFERENCES, FROM_PRACTICE, .kind = SV_QUARTILES_OF, .name = "transfer_in_days",
        .title = "Working days to the plan, without an enquiry: quartiles",
        .definition = "Working days from a conference on the record of the episode, dated in the "
                      "period and not also on an enquiry, to the first plan that starts on its "
                      "day or later.")
{
    bool held = in_period(ctx, row->DateOfInitialCPC) && !is_of_enquiry(ctx, row);
    sv_day plan = held ? plan_after_transfer(ctx, row) : SV_NONE;
    amount->value = working_days(ctx, day_of(row->DateOfInitialCPC), plan);
    return counted_if(plan != SV_NONE);
}

static bool has_domestic_abuse(const struct sv_context *ctx, const struct CINdetails *episode)
{
    FOR_EACH (ctx, AssessmentFactors, factor, episode) {
        if (is_code(factor->AssessmentFactors, AssessmentFactors_3A) ||
            is_code(factor->AssessmentFactors, AssessmentFactors_3B) ||
            is_code(factor->AssessmentFactors, AssessmentFactors_3C))
            return true;
    }
    return false;
}

MEASURE(Section47, CONFERENCES, FROM_PRACTICE, .kind = SV_SHARE_OF,
        .name = "conferences_domestic_abuse", .title = "Conferences with domestic abuse",
        .definition = "Of the initial conferences after an enquiry, those in an episode with an "
                      "assessment that has a factor of domestic abuse (3A, 3B or 3C).")
{
    return share(is_conference(ctx, row), has_domestic_abuse(ctx, PARENT(CINdetails, row)));
}
