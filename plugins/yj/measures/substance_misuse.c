/* Indicator 5: substance misuse. */
#include "treatment.h"

#define ABOUT                                                                                      \
    .section = SECTION_SUBSTANCE, CHILDREN_COUNTED, INDICATOR_OF_CASES, FROM_CODE,                 \
    .kind = SV_SHARE_OF

static const char *const kinds[] = {"targeted intervention", "specialist treatment",
                                    "complex care"};

static uint64_t offered_to(const struct sv_context *ctx, const struct sv_row *row)
{
    return yj_substance_misuse(ctx, (const struct person *)row).offered;
}

MEASURE(person, ABOUT, .name = "sm_offered", .title = "Offered help, of those in need (KPI 5)",
        .definition =
            "Of the children in need (sm_need), those who were being treated already as the "
            "order began, or were offered an intervention between its start and its end.",
        .caution = "Guidance of 2023 described the indicator as sm_need.",
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN),
                   BY_EACH(kinds, "intervention offered", offered_to EACH_OF_THE_WHOLE)))
{
    struct treatment treatment = yj_substance_misuse(ctx, row);
    return share(treatment.need, was_offered(&treatment));
}

MEASURE(person, ABOUT, .name = "sm_need", .title = "In need",
        .definition =
            "Of the children with an order that ended in the period (orders_ended), those with a "
            "record that was screened until its last day and either has a day of screening other "
            "than 1900-01-01 or tells of treatment under way as the order began.",
        BREAKDOWNS(BY_ORDER_TYPE(EACH_OF_ITS_OWN)))
{
    return share(row->order, yj_substance_misuse(ctx, row).need);
}

MEASURE(person, ABOUT, .name = "sm_in_treatment",
        .title = "In need, treated already as the order began",
        .definition = "Of the children in need (sm_need), those whose treatment had begun before "
                      "the first day of the order and had not ended before it.")
{
    struct treatment treatment = yj_substance_misuse(ctx, row);
    return share(treatment.need, treatment.treated);
}

MEASURE(person, ABOUT, .name = "sm_no_intervention",
        .title = "In need, with no intervention offered",
        .definition = "Of the children in need (sm_need), those with a record of the type \"no "
                      "intervention\" whose day of offer is 1900-01-01 (not offered).")
{
    struct treatment treatment = yj_substance_misuse(ctx, row);
    return share(treatment.need, treatment.none);
}

MEASURE(
    person, ABOUT, .name = "sm_not_attended", .title = "Offered help, not attended",
    .definition =
        "Of the children in need who were offered help (sm_offered), those with an intervention "
        "offered during the order whose first attendance is 1900-01-01 (not attended).")
{
    struct treatment treatment = yj_substance_misuse(ctx, row);
    return share(was_offered(&treatment), treatment.not_attended);
}

MEASURE(
    person, ABOUT, .name = "sm_attended_targeted",
    .title = "Attended, of those offered: targeted intervention",
    .definition =
        "Of the children in need (sm_need) who were offered this kind of intervention, or were in "
        "it as the order began, those who attended it during the order, or were in it already.")
{
    return share_attended(yj_substance_misuse(ctx, row), SMInterventionType_TARGETED_INTERVENTION);
}

MEASURE(
    person, ABOUT, .name = "sm_attended_specialist",
    .title = "Attended, of those offered: specialist treatment",
    .definition =
        "Of the children in need (sm_need) who were offered this kind of intervention, or were in "
        "it as the order began, those who attended it during the order, or were in it already.")
{
    return share_attended(yj_substance_misuse(ctx, row),
                          SMInterventionType_SPECIALIST_SUBSTANCE_MISUSE_TREATMENT);
}

MEASURE(
    person, ABOUT, .name = "sm_attended_complex_care",
    .title = "Attended, of those offered: complex care",
    .definition =
        "Of the children in need (sm_need) who were offered this kind of intervention, or were in "
        "it as the order began, those who attended it during the order, or were in it already.")
{
    return share_attended(yj_substance_misuse(ctx, row), SMInterventionType_COMPLEX_CARE);
}
