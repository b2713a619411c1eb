/* The return as a whole: what is missing from it, and what is there too often. */
#include "../facts.h"

/* At least `least` of all, and more than so many per cent of them. */
static bool are_many(unsigned count, unsigned all, unsigned least, unsigned percent)
{
    return count >= least && (uint64_t)count * 100 > (uint64_t)all * percent;
}

RETURN_RULE(.code = "LOCAL-SEN2-951", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            READS(TABLE_Requests),
            .message = "Not one request was received in the collection period.",
            .why = "Every authority receives requests for assessments in a year. Look at whether "
                   "the export was run for the right year, and whether it leaves out requests that "
                   "did not lead to a plan.",
            PLAUSIBILITY("section 1.3."))
{
    FOR_EACH (ctx, Requests, request, NULL) {
        if (in_period(ctx, request->ReceivedDate))
            return;
    }
    found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-952", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            READS(TABLE_NamedPlan), .message = "There is no active plan on the census day.",
            .why = "Every authority maintains plans. Look at whether the export was run for the "
                   "right census day, whether it writes the start dates of plans, and whether "
                   "plans that are in force were given a date of ceasing.",
            PLAUSIBILITY("section 1.3."))
{
    FOR_EACH (ctx, NamedPlan, plan, NULL) {
        if (plan->is_active)
            return;
    }
    found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-953", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            READS(TABLE_Assessment), FIELDS(AT(Assessment, Week20)),
            .message = "Nearly all new plans claim an exception to the limit of 20 weeks.",
            .why = "Exceptions are counted out of the published share of plans in time. More than "
                   "nine in ten, of at least 20 plans of the period, is hardly right: often the "
                   "answers yes and no are swapped in the export, or late plans were all given as "
                   "exceptions. An exception is one of those in the regulations.",
            PLAUSIBILITY("section 2.3, item 3.7."))
{
    unsigned issued = 0;
    unsigned excepted = 0;
    FOR_EACH (ctx, Assessment, assessment, NULL) {
        if (!is_code(assessment->AssessmentOutcome, AssessmentOutcome_Y) ||
            !in_period(ctx, assessment->AssessmentOutcomeDate))
            continue;
        issued++;
        excepted += is_code(assessment->Week20, YesNo_1);
    }
    if (issued >= 20 && are_many(excepted, issued, 0, 90))
        found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-954", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            READS(TABLE_NamedPlan), FIELDS(AT(NamedPlan, CeaseReason)),
            .message = "Many plans ceased for another reason (9) than those in the list.",
            .why =
                "At least ten, and more than one in twenty of all plans that ceased, have reason "
                "9. The department asks for an explanation of many such plans. Look through "
                "them: most fit one of the other reasons, such as leaving education (6) or "
                "moving out of England (7).",
            EXPLICIT("section 2.4.1, code 9; the threshold is statval's own."))
{
    unsigned ceased = 0;
    unsigned other = 0;
    FOR_EACH (ctx, NamedPlan, plan, NULL) {
        ceased += present(plan->CeaseReason);
        other += is_code(plan->CeaseReason, CeaseReason_9);
    }
    if (are_many(other, ceased, 10, 5))
        found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-955", .severity = SV_QUERY, .first_year = 2025, .unit = "return",
            READS(TABLE_Requests), FIELDS(AT(Requests, RequestSource)),
            .message = "Many requests came from another source (5) than those in the list.",
            .why = "At least ten, and more than one in twenty of all requests with a source, have "
                   "source 5. Nearly all requests come from parents or young people (1) or from "
                   "schools and colleges (2). Look at how the case system's own entries are mapped "
                   "to the codes.",
            EXPLICIT("section 2.2, item 2.2, code 5; the threshold is statval's own."))
{
    unsigned sources = 0;
    unsigned other = 0;
    FOR_EACH (ctx, Requests, request, NULL) {
        sources += present(request->RequestSource);
        other += is_code(request->RequestSource, RequestSource_5);
    }
    if (are_many(other, sources, 10, 5))
        found(ctx);
}

static bool any_plan_for_other(const struct sv_context *ctx)
{
    FOR_EACH (ctx, PlanDetail, detail, NULL) {
        if (is_code(detail->SENSetting, SENSettingPlan_OTH))
            return true;
    }
    return false;
}

static bool any_placement_in_other(const struct sv_context *ctx)
{
    FOR_EACH (ctx, PlacementDetail, placement, NULL) {
        if (is_either(placement->SENSetting, SENSettingPlacement_NIEO, SENSettingPlacement_OTH))
            return true;
    }
    return false;
}

RETURN_RULE(.code = "LOCAL-SEN2-956", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            FIELDS(AT(PlanDetail, SENSetting), AT(PlacementDetail, SENSetting)),
            .message = "Settings are given as other (OTH), or as not in education, other (NIEO).",
            .why = "The department asks for an explanation of these codes. Filter the placements "
                   "and named settings of the case system by them, count them, and look whether "
                   "another code or the number of a school fits; explain the rest.",
            EXPLICIT("section 2.4, code OTH, and section 2.5, codes NIEO and OTH."))
{
    if (any_plan_for_other(ctx) || any_placement_in_other(ctx))
        found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-957", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            READS(TABLE_Person, TABLE_NamedPlan), FIELDS(AT(Person, UPNunknown)),
            .message = "Many persons with an active plan have neither a UPN nor a ULN.",
            .why = "At least ten, and more than one in twenty of the persons with an active plan, "
                   "have a reason in place of a number. Without a number the department cannot "
                   "match them to other data. Ask schools, colleges and the education team for the "
                   "numbers.",
            PLAUSIBILITY("section 2.1; the threshold is statval's own."))
{
    unsigned active = 0;
    unsigned unknown = 0;
    FOR_EACH (ctx, Person, person, NULL) {
        active += person->has_active_plan;
        unknown += person->has_active_plan && present(person->UPNunknown);
    }
    if (are_many(unknown, active, 10, 5))
        found(ctx);
}

/* A main code of ethnicity and the last of the extended codes that stand behind it in the list.
 * Source: order of the common basic data set of 2024. */
static const struct {
    int main;
    int last;
} ethnic_groups[] = {
    {Ethnicity_WBRI, Ethnicity_WOWB}, {Ethnicity_WOTH, Ethnicity_WOTW},
    {Ethnicity_WROM, Ethnicity_WROO}, {Ethnicity_MWAS, Ethnicity_MWAO},
    {Ethnicity_MOTH, Ethnicity_MOTM}, {Ethnicity_APKN, Ethnicity_AOPK},
    {Ethnicity_AOTH, Ethnicity_AOTA}, {Ethnicity_BAFR, Ethnicity_BAOF},
    {Ethnicity_BOTH, Ethnicity_BOTB}, {Ethnicity_CHNE, Ethnicity_COCH},
    {Ethnicity_OOTH, Ethnicity_OOEG},
};

RETURN_RULE(.code = "LOCAL-SEN2-958", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            FIELDS(AT(Person, Ethnicity)),
            .message = "Main and extended codes of one ethnic group are used side by side.",
            .why = "An authority uses either the main code of a group, such as WBRI, or the "
                   "extended ones that divide it, such as WCOR and WENG; then WOWB stands for the "
                   "rest. Choose one for each group and map the entries of the case system to it.",
            EXPLICIT("section 2.1, item 1.5; the rule is that of the common basic data set."))
{
    enum { GROUPS = sizeof(ethnic_groups) / sizeof(ethnic_groups[0]) };
    bool has_main[GROUPS] = {false};
    bool has_extended[GROUPS] = {false};
    bool mixed = false;
    FOR_EACH (ctx, Person, person, NULL) {
        int code = person->Ethnicity.number;
        for (size_t g = 0; g < GROUPS; g++) {
            has_main[g] |= code == ethnic_groups[g].main;
            has_extended[g] |= code > ethnic_groups[g].main && code <= ethnic_groups[g].last;
        }
    }
    for (size_t g = 0; g < GROUPS; g++)
        mixed = mixed || (has_main[g] && has_extended[g]);
    if (mixed)
        found(ctx);
}
