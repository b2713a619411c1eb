/* Figures that boards ask for and that the return cannot give, or only in part. */
#include "assessments.h"

#define ABOUT .section = SECTION_ELSEWHERE

static int appeals_about_request(const struct sv_context *ctx, const struct Requests *request)
{
    return in_period(ctx, request->ReceivedDate) &&
           !is_code(request->RequestOutcome, RequestOutcome_H) && is_yes(request->RequestTribunal);
}

MEASURE(Requests, ABOUT, .unit = "appeal", .units = "appeals", FROM_ITEMS, .kind = SV_SUM_OF,
        READS(TABLE_Assessment), .name = "tribunal_appeals", .title = "Appeals",
        .definition =
            "Flags of appeals that are 1: RequestTribunal of the requests received in the period, "
            "AssessmentTribunal and OtherTribunal of the assessments of assess_in_year.",
        .caution = "The return does not say when an appeal was lodged, how it ended, or whether "
                   "there were several; the register of the tribunal or of the team does.")
{
    amount->value = appeals_about_request(ctx, row);
    FOR_EACH (ctx, Assessment, assessment, row) {
        if (sen2_assessed_in_period(ctx, assessment))
            amount->value +=
                is_yes(assessment->AssessmentTribunal) + is_yes(assessment->OtherTribunal);
    }
    return counted_if(amount->value > 0);
}

NOT_IN_RETURN(ABOUT, .name = "appeal_outcomes", .title = "Appeals by month and outcome",
              .definition = "The return has flags of mediation and appeals, without their days and "
                            "outcomes.")

NOT_IN_RETURN(ABOUT, .name = "sen_support", .title = "Pupils with SEN support, share with a plan",
              .definition = "Pupils with SEN support, and all pupils as a base, are in the school "
                            "census.")

NOT_IN_RETURN(ABOUT, .name = "attendance_attainment",
              .title = "Absence, suspensions and attainment",
              .definition = "They come from the school census and from results of examinations; "
                            "match them by UPN.")

NOT_IN_RETURN(ABOUT, .name = "neet_without_plan",
              .title = "Activity after 16, compared with persons without a plan",
              .definition = "The return has the setting NEET of persons with a plan; activity of "
                            "the others is in the authority's own survey.")

NOT_IN_RETURN(ABOUT, .name = "placement_costs", .title = "Costs of placements and plans",
              .definition = "The return has no amounts of money; budgets and contracts have.")

NOT_IN_RETURN(ABOUT, .name = "advice_in_time", .title = "Advice of other services in time",
              .definition = "The return has the days of the request and of the decisions, not "
                            "those of the advice by psychologists, health and social care.")
