/* Assessments: how many, how long they took, and what they found. */
#include "measures.h"

#define ABOUT .section = SECTION_ASSESSMENTS, .unit = "assessment", .units = "assessments"

static bool is_completed(const struct sv_context *ctx, const struct Assessments *assessment)
{
    return in_period(ctx, assessment->AssessmentAuthorisationDate);
}

/* Working days that a completed assessment took; negative: it is not completed, or has no start or
 * one after its end. */
static int32_t days_taken(const struct sv_context *ctx, const struct Assessments *assessment)
{
    if (!is_completed(ctx, assessment) || !readable(assessment->AssessmentActualStartDate) ||
        before(assessment->AssessmentAuthorisationDate, assessment->AssessmentActualStartDate))
        return -1;
    return working_days(ctx, day_of(assessment->AssessmentActualStartDate),
                        day_of(assessment->AssessmentAuthorisationDate));
}

static bool took_at_most(const struct sv_context *ctx, const struct Assessments *assessment,
                         int32_t limit)
{
    int32_t days = days_taken(ctx, assessment);
    return days >= 0 && days <= limit;
}

static const int32_t day_edges[] = {0, 10, 20, 30, 40, 45, 50, 60};
static const char *const day_labels[] = {"the same day",  "1 to 10 days",  "11 to 20 days",
                                         "21 to 30 days", "31 to 40 days", "41 to 45 days",
                                         "46 to 50 days", "51 to 60 days", "61 days or more"};

static int band_of_days(const struct sv_context *ctx, const struct sv_row *row)
{
    int32_t days = days_taken(ctx, (const struct Assessments *)row);
    int band = 0;
    if (days < 0)
        return -1;
    while (band < 8 && days > day_edges[band])
        band++;
    return band;
}

MEASURE(Assessments, ABOUT, FROM_STATISTICS, .name = "assessments_completed",
        .title = "Assessments completed",
        .definition = "Assessments authorised in the period, in all episodes. Working days are "
                      "counted from the day after the start up to the day of the authorisation.",
        BREAKDOWNS(BY_LABEL(day_labels, "working days taken", band_of_days)))
{
    return counted_if(is_completed(ctx, row));
}

MEASURE(Assessments, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF,
        .name = "assessments_within_45_days", .title = "Completed within 45 working days",
        .definition = "Of the assessments completed, those that took 45 working days or less.")
{
    return share(is_completed(ctx, row), took_at_most(ctx, row, 45));
}

MEASURE(Assessments, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF,
        .name = "assessments_within_20_days", .title = "Completed within 20 working days",
        .definition = "Of the assessments completed, those that took 20 working days or less.",
        .caution = "A local indicator; the statistics have bands of ten days.")
{
    return share(is_completed(ctx, row), took_at_most(ctx, row, 20));
}

MEASURE(Assessments, ABOUT, FROM_STATISTICS, .kind = SV_QUARTILES_OF, .name = "assessment_days",
        .title = "Working days taken: quartiles",
        .definition = "Working days of the assessments completed that have a start date and were "
                      "not authorised before it.")
{
    amount->value = days_taken(ctx, row);
    return counted_if(amount->value >= 0);
}

/* Factors come in groups of codes that belong together. */
static const char *const factor_groups[] = {"alcohol (1A to 1C)",
                                            "drugs (2A to 2C)",
                                            "domestic abuse (3A to 3C)",
                                            "mental health (4A to 4C)",
                                            "learning disability (5A to 5C)",
                                            "physical disability (6A to 6C)",
                                            "young carer (7A)",
                                            "privately fostered (8B to 8F)",
                                            "unaccompanied asylum seeker (9A)",
                                            "going missing (10A)",
                                            "sexual exploitation (11A)",
                                            "trafficking (12A)",
                                            "gangs (13A)",
                                            "socially unacceptable behaviour (14A)",
                                            "self-harm (15A)",
                                            "neglect (16A)",
                                            "emotional abuse (17A)",
                                            "physical abuse (18A to 18C)",
                                            "sexual abuse (19A to 19C)",
                                            "other (20)",
                                            "none (21)",
                                            "female genital mutilation (22A)",
                                            "faith or belief (23A)",
                                            "criminal exploitation (24A)"};

/* The group of a factor is the number that its code begins with, less 1. */
static int group_of(int factor)
{
    const char *code = AssessmentFactors_list.codes[factor].code;
    int number = code[0] - '0';
    return (code[1] >= '0' && code[1] <= '9' ? number * 10 + code[1] - '0' : number) - 1;
}

static uint64_t factor_groups_of(const struct sv_context *ctx, const struct sv_row *row)
{
    uint64_t groups = 0;
    FOR_EACH (ctx, Assessments, assessment, row) {
        if (!is_completed(ctx, assessment))
            continue;
        FOR_EACH (ctx, AssessmentFactors, factor, assessment) {
            if (readable(factor->AssessmentFactors))
                groups |= UINT64_C(1) << group_of(factor->AssessmentFactors.number);
        }
    }
    return groups;
}

static bool has_completed(const struct sv_context *ctx, const struct CINdetails *episode)
{
    FOR_EACH (ctx, Assessments, assessment, episode) {
        if (is_completed(ctx, assessment))
            return true;
    }
    return false;
}

MEASURE(CINdetails, .section = SECTION_ASSESSMENTS, .unit = "episode", .units = "episodes",
        FROM_STATISTICS, .name = "episodes_with_factors",
        .title = "Episodes with an assessment completed, by factor",
        .definition = "Episodes with an assessment authorised in the period. A factor counts once "
                      "an episode; an episode may count under several.",
        .caution = "Whether the statistics leave out episodes that are not of need is not known.",
        BREAKDOWNS(BY_EACH(factor_groups, "factor", factor_groups_of)))
{
    return counted_if(has_completed(ctx, row));
}

MEASURE(Assessments, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "assessments_no_factor",
        .title = "Completed without a factor, or with none found",
        .definition = "Of the assessments completed, those without any factor, or with code 21 "
                      "(none) alone.",
        .caution = "A high share tells of recording rather than of families.")
{
    bool any = false;
    FOR_EACH (ctx, AssessmentFactors, factor, row)
        any = any || (readable(factor->AssessmentFactors) &&
                      !is_code(factor->AssessmentFactors, AssessmentFactors_21));
    return share(is_completed(ctx, row), !any);
}
