/* Referrals and what became of them. */
#include "measures.h"

#define ABOUT .section = SECTION_REFERRALS, .unit = "referral", .units = "referrals"

static bool is_referral(const struct sv_context *ctx, const struct CINdetails *episode)
{
    return in_period(ctx, episode->CINreferralDate);
}

BAND_OF_CODE(source_of, CINdetails, ReferralSource)

MEASURE(CINdetails, ABOUT, FROM_STATISTICS, .name = "referrals", .title = "Referrals",
        .definition = "Records of CINdetails whose referral date lies in the period, those without "
                      "further action included.",
        BREAKDOWNS(BY_LIST(ReferralSource, "source", source_of)))
{
    return counted_if(is_referral(ctx, row));
}

/* A referral of the same child on an earlier day, at most 12 months before. */
static bool follows_another(const struct sv_context *ctx, const struct CINdetails *referral)
{
    FOR_EACH (ctx, CINdetails, earlier, child_of(referral)) {
        if (before(earlier->CINreferralDate, referral->CINreferralDate) &&
            sv_add_months(day_of(earlier->CINreferralDate), 12) >=
                day_of(referral->CINreferralDate))
            return true;
    }
    return false;
}

MEASURE(CINdetails, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "rereferrals",
        .title = "Re-referrals within 12 months",
        .definition = "Referrals of the period that follow another referral of the same child, on "
                      "an earlier day and at most 12 months before. The earlier one may lie "
                      "before the period.",
        .caution = "A lower bound: episodes that closed before the period are not in the return. "
                   "Dashboards may count from closures, which gives other figures.")
{
    return share(is_referral(ctx, row), is_referral(ctx, row) && follows_another(ctx, row));
}

/* A referral on the day on which an earlier episode closed, before it, or on the day after. */
static bool follows_closure_at_once(const struct sv_context *ctx, const struct CINdetails *referral)
{
    FOR_EACH (ctx, CINdetails, earlier, child_of(referral)) {
        if (before(earlier->CINreferralDate, referral->CINreferralDate) &&
            readable(earlier->CINclosureDate) &&
            day_of(referral->CINreferralDate) <= day_of(earlier->CINclosureDate) + 1)
            return true;
    }
    return false;
}

MEASURE(
    CINdetails, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "rereferrals_like_transfers",
    .title = "Re-referrals that may be moves between teams",
    .definition = "Of the re-referrals, those dated at most one day after an earlier episode "
                  "of the child was closed, or before that.",
    .caution = "Moves between teams that a system logs as referrals raise the re-referral rate.")
{
    return share(is_referral(ctx, row) && follows_another(ctx, row),
                 follows_closure_at_once(ctx, row));
}

MEASURE(CINdetails, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "referrals_nfa",
        .title = "Referrals with no further action",
        .definition = "Referrals of the period whose flag ReferralNFA is true.")
{
    return share(is_referral(ctx, row), is_true(row->ReferralNFA));
}

MEASURE(CINdetails, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "referrals_not_in_need",
        .title = "Referrals assessed as not in need",
        .definition = "Referrals of the period closed with RC8 or RC9.")
{
    return share(is_referral(ctx, row), closed_after_assessment(row));
}

MEASURE(CINdetails, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "referrals_bare",
        .title = "Referrals closed without any work recorded",
        .definition = "Closed referrals of the period, not marked as without further action, that "
                      "have no assessment, enquiry, conference or plan.",
        .caution = "Early help recorded in the wrong place looks like this.")
{
    bool bare =
        !first_below(ctx, row, TABLE_Assessments) && !first_below(ctx, row, TABLE_Section47) &&
        !first_below(ctx, row, TABLE_CINPlanDates) &&
        !first_below(ctx, row, TABLE_ChildProtectionPlans) && missing(row->DateOfInitialCPC);
    return share(is_referral(ctx, row),
                 bare && readable(row->CINclosureDate) && !is_true(row->ReferralNFA));
}

#define CHILDREN .section = SECTION_REFERRALS, .unit = "child", .units = "children"

MEASURE(ChildIdentifiers, CHILDREN, FROM_STATISTICS, .kind = SV_SHARE_OF,
        .name = "children_rereferred", .title = "Children re-referred",
        .definition = "Of the children with a referral in the period, those with a re-referral.",
        .caution = "A lower bound, as of the re-referrals.")
{
    bool referred = false;
    bool again = false;
    FOR_EACH (ctx, CINdetails, episode, row) {
        bool counts = is_referral(ctx, episode);
        referred = referred || counts;
        again = again || (counts && follows_another(ctx, episode));
    }
    return share(referred, again);
}

/* The code of child sexual exploitation; 11A until today. */
static bool has_exploitation(const struct sv_context *ctx, const struct CINdetails *episode)
{
    FOR_EACH (ctx, AssessmentFactors, factor, episode) {
        if (is_code(factor->AssessmentFactors, AssessmentFactors_11A))
            return true;
    }
    return false;
}

MEASURE(CINdetails, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "referrals_13plus_cse",
        .title = "Referrals at 13 or over with sexual exploitation",
        .definition = "Of the referrals in the period of children aged 13 or over that day, those "
                      "with an assessment that has the factor 11A.",
        .caution = "The return has the factor at the end of the assessment, not at referral.")
{
    struct sv_value born = child_of(row)->PersonBirthDate;
    bool old_enough = is_referral(ctx, row) && readable(born) &&
                      sv_age_on(day_of(born), day_of(row->CINreferralDate)) >= 13;
    return share(old_enough, old_enough && has_exploitation(ctx, row));
}
