/* Assessments and the factors that they found. */
#include "episode.h"

ROW_RULE(Assessments, .code = "1103", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessments, AssessmentActualStartDate), AT(CINdetails, CINreferralDate)),
         .message = "The start date of this assessment is earlier than its referral date.",
         .why = "An assessment answers a referral, so it cannot begin before the referral came "
                "in. Compare both dates with the case record, and check whether the assessment "
                "was attached to a later episode than its own.",
         FROM_OFFICIAL_TEXT)
{
    return before(row->AssessmentActualStartDate, PARENT(CINdetails, row)->CINreferralDate);
}

FINDING_RULE(CINdetails, .code = "2991Q", .severity = SV_QUERY, .first_year = 2023,
             .unit = "row of CINdetails", FIELDS(AT(Section47, S47ActualStartDate)),
             READS(TABLE_Assessments, TABLE_CINdetails),
             .message = "A section 47 enquiry was made in this episode, but no assessment is "
                        "recorded.",
             .why = "A section 47 enquiry is carried out by way of an assessment, so an episode "
                    "with an enquiry should have one. Check whether the assessment was left out "
                    "of the return or stands in another episode. It can be genuine, for example "
                    "when the assessment ended before the census period and so is not sent; then "
                    "explain it.",
             FROM_OFFICIAL_TEXT)
{
    if (!first_below(ctx, row, TABLE_Section47) || first_below(ctx, row, TABLE_Assessments))
        return;
    found(ctx);
    point(ctx, row, 0);
    FOR_EACH (ctx, Section47, enquiry, row)
        point(ctx, enquiry, BIT(Section47, S47ActualStartDate));
}

ROW_RULE(Assessments, .code = "8608", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessments, AssessmentActualStartDate),
                AT(Assessments, AssessmentAuthorisationDate)),
         .message = "This assessment was authorised earlier than it was started.",
         .why = "The authorisation date is the day on which the assessment was completed, which "
                "cannot be before it began. Compare both dates with the case record and correct "
                "the one that was mistyped.",
         FROM_OFFICIAL_TEXT)
{
    return before(row->AssessmentAuthorisationDate, row->AssessmentActualStartDate);
}

static bool has_factors(const struct sv_context *ctx, const struct Assessments *assessment)
{
    FOR_EACH (ctx, AssessmentFactors, factor, assessment) {
        if (present(factor->AssessmentFactors))
            return true;
    }
    return false;
}

/* Lists the factors of an assessment. Those without a value are no factors. */
static void point_at_factors(const struct sv_context *ctx, const struct Assessments *assessment)
{
    FOR_EACH (ctx, AssessmentFactors, factor, assessment) {
        if (present(factor->AssessmentFactors))
            point(ctx, factor, BIT(AssessmentFactors, AssessmentFactors));
    }
}

FINDING_RULE(Assessments, .code = "8614", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of Assessments",
             FIELDS(AT(Assessments, AssessmentAuthorisationDate),
                    AT(AssessmentFactors, AssessmentFactors)),
             .message = "This assessment has factors but no authorisation date.",
             .why = "Factors are recorded at the end of an assessment, so they belong only to one "
                    "that was completed. If the assessment is finished, enter the day on which it "
                    "was authorised; if it is still in progress, take its factors out of the "
                    "return.",
             FROM_OFFICIAL_TEXT)
{
    if (readable(row->AssessmentAuthorisationDate) || !has_factors(ctx, row))
        return;
    found(ctx);
    point(ctx, row, BIT(Assessments, AssessmentAuthorisationDate));
    point_at_factors(ctx, row);
}

ROW_RULE(Assessments, .code = "8670Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(Assessments, AssessmentActualStartDate),
                AT(Assessments, AssessmentAuthorisationDate)),
         .message = "This assessment is still open and began over 45 working days before the "
                    "census period ended.",
         .why = "An assessment should be completed within 45 working days; weekends and bank "
                "holidays are not counted. If it was finished, enter the day on which it was "
                "authorised. If it is genuinely still in progress, explain what held it up.",
         FROM_OFFICIAL_TEXT)
{
    return !readable(row->AssessmentAuthorisationDate) &&
           before_day(row->AssessmentActualStartDate, working_day_before(ctx, ctx->period_end, 45));
}

ROW_RULE(Assessments, .code = "8696", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessments, AssessmentAuthorisationDate)),
         .message = "The authorisation date of this assessment is not within the census period.",
         .why = "The census takes assessments that were completed in its period or were still "
                "open at its end. Leave out one that was completed earlier. For one that was "
                "completed later, leave out the date and the factors: they belong to the next "
                "return.",
         FROM_OFFICIAL_TEXT)
{
    return outside_period(ctx, row->AssessmentAuthorisationDate);
}

ROW_RULE(Assessments, .code = "8736", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(Assessments, AssessmentActualStartDate),
                AT(Assessments, AssessmentAuthorisationDate)),
         REPORTS_UNREADABLE(Assessments, AssessmentActualStartDate),
         .message = "This assessment is not authorised and has no start date within the census "
                    "period.",
         .why = "Without an authorisation date an assessment counts as open, and an open one must "
                "have started in the period. One that started earlier was in most cases completed "
                "without the end being entered: add its authorisation date, or correct the start.",
         FROM_OFFICIAL_TEXT)
{
    return !readable(row->AssessmentAuthorisationDate) &&
           !in_period(ctx, row->AssessmentActualStartDate);
}

ROW_RULE(CINdetails, .code = "8825Q", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(CINdetails, ReasonForClosure)), READS(TABLE_Assessments),
         .message = "The closure reason says that this case was assessed, but there is no "
                    "assessment.",
         .why = "Reasons RC8 and RC9 are for cases that closed after an assessment. Add the "
                "assessment that is missing, or choose the reason that fits. It can be genuine "
                "when the assessment was completed before the census period and only the closure "
                "lies in it; then explain it.",
         FROM_OFFICIAL_TEXT)
{
    return closed_after_assessment(row) && !first_below(ctx, row, TABLE_Assessments);
}

PAIR_RULE(CINdetails, Assessments, AssessmentActualStartDate, Assessments, .code = "8863Q",
          .severity = SV_QUERY, .first_year = 2023,
          FIELDS(AT(Assessments, AssessmentActualStartDate),
                 AT(Assessments, AssessmentActualStartDate),
                 AT(Assessments, AssessmentAuthorisationDate)),
          .message = "Two assessments of this episode overlap.",
          .why = "The assessments of an episode normally follow one another; a start on the day "
                 "on which another one was authorised counts as an overlap too. Look for a "
                 "missing authorisation date and for an assessment that was recorded twice. If "
                 "both genuinely ran side by side, explain why.",
          FROM_OFFICIAL_TEXT)
{
    return open_until(ctx, other->AssessmentActualStartDate, other->AssessmentAuthorisationDate,
                      END_DAY_INSIDE);
}

ROW_RULE(Assessments, .code = "8867", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(CINdetails, CINclosureDate), AT(Assessments, AssessmentAuthorisationDate)),
         .message = "This assessment has no authorisation date although its episode was closed.",
         .why = "The assessments of an episode must be complete before it can be closed. Enter "
                "the day on which this one was authorised, or remove the closure date if the case "
                "is in fact still open.",
         FROM_OFFICIAL_TEXT)
{
    return readable(PARENT(CINdetails, row)->CINclosureDate) &&
           !readable(row->AssessmentAuthorisationDate);
}

/* Whether a factor of the assessment says that no factors were identified. */
static bool found_no_factors(const struct sv_context *ctx, const struct Assessments *assessment)
{
    FOR_EACH (ctx, AssessmentFactors, factor, assessment) {
        if (is_code(factor->AssessmentFactors, AssessmentFactors_21))
            return true;
    }
    return false;
}

static bool has_factors_besides_21(const struct sv_context *ctx,
                                   const struct Assessments *assessment)
{
    FOR_EACH (ctx, AssessmentFactors, factor, assessment) {
        if (present(factor->AssessmentFactors) &&
            !is_code(factor->AssessmentFactors, AssessmentFactors_21))
            return true;
    }
    return false;
}

FINDING_RULE(Assessments, .code = "8869", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of Assessments", FIELDS(AT(AssessmentFactors, AssessmentFactors)),
             READS(TABLE_Assessments),
             .message = "This assessment gives factor 21 (no factors identified) together with "
                        "other factors.",
             .why = "Code 21 says that the assessment identified no factors, so it contradicts "
                    "every other factor of the same assessment. Find out which is right and take "
                    "out either code 21 or the others.",
             FROM_OFFICIAL_TEXT)
{
    if (!found_no_factors(ctx, row) || !has_factors_besides_21(ctx, row))
        return;
    found(ctx);
    point(ctx, row, 0);
    point_at_factors(ctx, row);
}

/* The assessment of an episode that has just one; NULL when it has none or several. */
static const struct Assessments *only_assessment(const struct sv_context *ctx,
                                                 const struct CINdetails *episode)
{
    const struct sv_row *first = first_below(ctx, episode, TABLE_Assessments);
    if (!first || ctx->host->next(ctx, first, &episode->row))
        return NULL;
    return (const struct Assessments *)first;
}

FINDING_RULE(CINdetails, .code = "8873Q", .severity = SV_QUERY, .first_year = 2023,
             .unit = "row of CINdetails",
             FIELDS(AT(CINdetails, ReasonForClosure), AT(AssessmentFactors, AssessmentFactors)),
             READS(TABLE_Assessments),
             .message = "The one assessment of this episode identified no factors, but the case "
                        "did not close after it.",
             .why = "When the only assessment has factor 21, the case is expected to close with "
                    "reason RC8 or RC9; one that is still open is queried too. Check the factors "
                    "and the closure reason. It can be genuine, for example when the child gets a "
                    "service although none of the listed factors applies; then explain it.",
             FROM_OFFICIAL_TEXT)
{
    const struct Assessments *assessment = only_assessment(ctx, row);
    if (!assessment || closed_after_assessment(row) || !found_no_factors(ctx, assessment))
        return;
    found(ctx);
    point(ctx, row, BIT(CINdetails, ReasonForClosure));
    FOR_EACH (ctx, AssessmentFactors, factor, assessment) {
        if (is_code(factor->AssessmentFactors, AssessmentFactors_21))
            point(ctx, factor, BIT(AssessmentFactors, AssessmentFactors));
    }
}

FINDING_RULE(CINdetails, .code = "8896", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of CINdetails", FIELDS(AT(Assessments, AssessmentAuthorisationDate)),
             .message = "Two or more assessments of this episode have no authorisation date.",
             .why = "An episode has one assessment in progress at a time. Find those that were "
                    "completed and enter the day on which each was authorised; remove one that "
                    "was recorded twice.",
             FROM_OFFICIAL_TEXT)
{
    int open = 0;
    FOR_EACH (ctx, Assessments, assessment, row)
        open += !readable(assessment->AssessmentAuthorisationDate);
    if (open < 2)
        return;
    found(ctx);
    point(ctx, row, 0);
    FOR_EACH (ctx, Assessments, assessment, row) {
        if (!readable(assessment->AssessmentAuthorisationDate))
            point(ctx, assessment, BIT(Assessments, AssessmentAuthorisationDate));
    }
}

static bool is_invalid(const struct sv_context *ctx, const struct AssessmentFactors *factor)
{
    return present(factor->AssessmentFactors) &&
           !in_list(ctx, factor->AssessmentFactors, &AssessmentFactors_list);
}

static bool has_invalid_factors(const struct sv_context *ctx, const struct Assessments *assessment)
{
    FOR_EACH (ctx, AssessmentFactors, factor, assessment) {
        if (is_invalid(ctx, factor))
            return true;
    }
    return false;
}

FINDING_RULE(Assessments, .code = "8897Q", .severity = SV_QUERY, .first_year = 2023,
             .unit = "row of Assessments",
             FIELDS(AT(Assessments, AssessmentAuthorisationDate),
                    AT(AssessmentFactors, AssessmentFactors)),
             .message = "This authorised assessment has no factor, or a factor with a code that "
                        "does not exist.",
             .why = "The factors show what the assessment found; 21 stands for none. Enter what "
                    "is missing, and correct the codes listed with this finding: letters are "
                    "capitals, as in 1A. If the factors are genuinely not known, as with an "
                    "assessment taken over from an old system, explain it.",
             FROM_OFFICIAL_TEXT)
{
    struct sv_value authorised = row->AssessmentAuthorisationDate;
    if (!readable(authorised) || before_day(authorised, ctx->period_start))
        return;
    if (has_factors(ctx, row) && !has_invalid_factors(ctx, row))
        return;
    found(ctx);
    point(ctx, row, BIT(Assessments, AssessmentAuthorisationDate));
    FOR_EACH (ctx, AssessmentFactors, factor, row) {
        if (is_invalid(ctx, factor))
            point(ctx, factor, BIT(AssessmentFactors, AssessmentFactors));
    }
}

FINDING_RULE(Assessments, .code = "8898", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of Assessments", FIELDS(AT(AssessmentFactors, AssessmentFactors)),
             .message = "A factor is listed more than once for this assessment.",
             .why = "A factor counts once for an assessment, however often it was ticked. Remove "
                    "the repeats, and check whether one of them was meant to be another code, "
                    "such as 1B in place of a second 1A.",
             FROM_OFFICIAL_TEXT)
{
    const struct sv_repeats *repeats =
        ctx->host->repeats(ctx, &row->row, (struct sv_at)AT(AssessmentFactors, AssessmentFactors));
    bool begun = false;
    FOR_EACH (ctx, AssessmentFactors, factor, row) {
        if (!ctx->host->first_equal(repeats, &factor->row))
            continue;
        if (!begun) {
            found(ctx);
            point(ctx, row, 0);
            begun = true;
        }
        point(ctx, factor, BIT(AssessmentFactors, AssessmentFactors));
    }
}

/* The letter case of these two codes does not matter, although the list knows only capitals. */
ROW_RULE(AssessmentFactors, .code = "8945Q", .severity = SV_QUERY, .first_year = 2025,
         FIELDS(AT(AssessmentFactors, AssessmentFactors)),
         .message = "Factor 18A (physical abuse) was replaced by 18B and 18C.",
         .why = "Physical abuse is now recorded by who did it: 18B another child, 18C an adult. "
                "Use the code that applies, or both. If the record of an older assessment "
                "genuinely does not tell who did it, explain that.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->AssessmentFactors, AssessmentFactors_18A) ||
           strcmp(text_of(ctx, row->AssessmentFactors), "18a") == 0;
}

ROW_RULE(AssessmentFactors, .code = "8950Q", .severity = SV_QUERY, .first_year = 2025,
         FIELDS(AT(AssessmentFactors, AssessmentFactors)),
         .message = "Factor 19A (sexual abuse) was replaced by 19B and 19C.",
         .why = "Sexual abuse is now recorded by who did it: 19B another child, 19C an adult. Use "
                "the code that applies, or both. If the record of an older assessment genuinely "
                "does not tell who did it, explain that.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->AssessmentFactors, AssessmentFactors_19A) ||
           strcmp(text_of(ctx, row->AssessmentFactors), "19a") == 0;
}
