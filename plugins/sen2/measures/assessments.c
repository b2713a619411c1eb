/* Assessments that ended in the period: what was decided, mediation and appeals. */
#include "assessments.h"

#define ABOUT .section = SECTION_ASSESSMENTS, .unit = "assessment", .units = "assessments"

#define SIXTEEN_WEEKS 112
#define TWENTY_WEEKS 140

static bool has_outcome(const struct Assessment *assessment, int code)
{
    return is_code(assessment->AssessmentOutcome, code);
}

bool sen2_assessed_in_period(const struct sv_context *ctx, const struct Assessment *assessment)
{
    bool open_end =
        missing(assessment->AssessmentOutcomeDate) &&
        is_either(assessment->AssessmentOutcome, AssessmentOutcome_A, AssessmentOutcome_W);
    if (has_outcome(assessment, AssessmentOutcome_H))
        return false;
    return in_period(ctx, open_end ? request_of(assessment)->RequestOutcomeDate
                                   : assessment->AssessmentOutcomeDate);
}

BAND_OF_CODE(outcome_of, Assessment, AssessmentOutcome)

MEASURE(Assessment, ABOUT, FROM_ITEMS, .name = "assess_in_year", .title = "Assessments",
        .definition =
            "Assessments whose outcome is dated in the period; those not decided yet (A) or "
            "withdrawn (W) without a date when the request was decided in the period. Without "
            "outcome H. Age is that on the day on which the request was received.",
        .caution = "The statistics have very few with outcome A: most assessments that go on are "
                   "left out of them. Compare the outcomes rather than the total.",
        BREAKDOWNS(BY_LIST(AssessmentOutcome, "outcome", outcome_of),
                   BY_AGE_GROUP("age on the day of receipt", sen2_age_at_request)))
{
    return counted_if(sen2_assessed_in_period(ctx, row));
}

MEASURE(Assessment, ABOUT, FROM_ITEMS, .kind = SV_SHARE_OF, .name = "assess_issued",
        .title = "Assessments: plan to be issued",
        .definition = "Of the assessments of assess_in_year, those with outcome Y.",
        .caution = "The guidance says that percentages are of those decided; the published ones "
                   "are of all, as here.")
{
    return share(sen2_assessed_in_period(ctx, row), has_outcome(row, AssessmentOutcome_Y));
}

MEASURE(Assessment, ABOUT, FROM_ITEMS, .kind = SV_SHARE_OF, .name = "assess_not_issued",
        .title = "Assessments: no plan to be issued",
        .definition = "Of the assessments of assess_in_year, those with outcome N.")
{
    return share(sen2_assessed_in_period(ctx, row), has_outcome(row, AssessmentOutcome_N));
}

MEASURE(Assessment, ABOUT, FROM_ITEMS, .kind = SV_SHARE_OF, .name = "assess_withdrawn",
        .title = "Assessments withdrawn or ended before the decision",
        .definition = "Of the assessments of assess_in_year, those with outcome W.")
{
    return share(sen2_assessed_in_period(ctx, row), has_outcome(row, AssessmentOutcome_W));
}

MEASURE(Assessment, ABOUT, FROM_ITEMS, .name = "assess_not_made",
        .title = "Assessments not decided yet",
        .definition = "Assessments of assess_in_year with outcome A.",
        .caution = "The statistics have very few of these (62 in England in 2024), and leave out "
                   "most assessments that go on; how is not published.")
{
    return counted_if(sen2_assessed_in_period(ctx, row) && has_outcome(row, AssessmentOutcome_A));
}

int sen2_days_of_assessment(const struct Assessment *assessment)
{
    int days =
        days_between(request_of(assessment)->ReceivedDate, assessment->AssessmentOutcomeDate, -1);
    return days < 0 ? -1 : days;
}

MEASURE(Assessment, ABOUT, FROM_ITEMS, .kind = SV_SHARE_OF, .name = "outcome_decision_within_time",
        .title = "Decisions not to issue within 16 weeks",
        .definition = "Of the assessments with outcome N dated in the period and not before the "
                      "request was received, those decided at most 112 days after that.")
{
    int days = sen2_days_of_assessment(row);
    return share(sen2_assessed_in_period(ctx, row) && has_outcome(row, AssessmentOutcome_N) &&
                     days >= 0,
                 days <= SIXTEEN_WEEKS);
}

/* Not decided, or decided with no plan issued so far; the request was received by the census day.
 * Exported: the person has left the area. */
static bool goes_on(const struct sv_context *ctx, const struct Assessment *assessment)
{
    const struct Requests *request = request_of(assessment);
    bool unfinished = has_outcome(assessment, AssessmentOutcome_A) ||
                      (has_outcome(assessment, AssessmentOutcome_Y) &&
                       missing(assessment->AssessmentOutcomeDate));
    return unfinished && missing(request->Exported) && readable(request->ReceivedDate) &&
           day_of(request->ReceivedDate) <= census_day(ctx);
}

MEASURE(
    Assessment, ABOUT, FROM_PRACTICE, ON_CENSUS_DAY, .kind = SV_SHARE_OF,
    .name = "assessments_open_over_20_weeks", .title = "Assessments going on for over 20 weeks",
    .definition =
        "Of the assessments that go on (outcome A, or Y without a date of issue; the person "
        "has not left the area) with a day of receipt until the census day, those whose request "
        "was received more than 140 days before it.",
    .caution = "Requests decided before the period (outcome H) have no day of receipt.")
{
    return share(goes_on(ctx, row),
                 before_day(request_of(row)->ReceivedDate, census_day(ctx) - TWENTY_WEEKS));
}

MEASURE(Assessment, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "number_assess_mediation",
        .title = "Assessments with mediation on the plan",
        .definition = "Of the assessments of assess_in_year, those whose flag AssessmentMediation "
                      "is 1.")
{
    return share(sen2_assessed_in_period(ctx, row), is_yes(row->AssessmentMediation));
}

MEASURE(Assessment, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "number_assess_tribunal",
        .title = "Assessments with an appeal on the plan",
        .definition = "Of the assessments of assess_in_year, those whose flag AssessmentTribunal "
                      "is 1.")
{
    return share(sen2_assessed_in_period(ctx, row), is_yes(row->AssessmentTribunal));
}

MEASURE(Assessment, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "number_assess_both",
        .title = "Assessments with both on the plan",
        .definition = "Of the assessments of assess_in_year, those whose flags "
                      "AssessmentMediation and AssessmentTribunal are both 1.")
{
    return share(sen2_assessed_in_period(ctx, row),
                 is_yes(row->AssessmentMediation) && is_yes(row->AssessmentTribunal));
}

MEASURE(Assessment, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "number_other_mediation",
        .title = "Assessments with mediation on another matter",
        .definition = "Of the assessments of assess_in_year, those whose flag OtherMediation is 1.")
{
    return share(sen2_assessed_in_period(ctx, row), is_yes(row->OtherMediation));
}

MEASURE(Assessment, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "number_other_tribunal",
        .title = "Assessments with an appeal on another matter",
        .definition = "Of the assessments of assess_in_year, those whose flag OtherTribunal is 1.")
{
    return share(sen2_assessed_in_period(ctx, row), is_yes(row->OtherTribunal));
}

MEASURE(Assessment, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "number_other_both",
        .title = "Assessments with both on another matter",
        .definition = "Of the assessments of assess_in_year, those whose flags OtherMediation and "
                      "OtherTribunal are both 1.")
{
    return share(sen2_assessed_in_period(ctx, row),
                 is_yes(row->OtherMediation) && is_yes(row->OtherTribunal));
}
