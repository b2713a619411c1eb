/* What a plan names: schools, colleges and other settings, first and second. */
#include "../facts.h"

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-601", .severity = SV_ERROR, .first_year = 2023,
         READS(TABLE_PlanDetail), .message = "The plan names no school, college or other setting.",
         .why = "Section I of a plan names a setting or at least a type of setting, and the return "
                "needs it: the number of the school, that of the provider, or a setting code. If "
                "only a type is named, give code OTH and say which.",
         EXPLICIT("section 2.4, item 4.7."))
{
    return !first_below(ctx, row, TABLE_PlanDetail);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-602", .severity = SV_ERROR, .first_year = 2023,
         READS(TABLE_PlanDetail), .message = "The plan names more than two settings.",
         .why = "A plan can have a primary setting and one secondary. Often settings of earlier "
                "versions of the plan are exported too: leave only what section I of the current "
                "plan names.",
         EXPLICIT("section 2.4, item 4.7."))
{
    unsigned count = 0;
    FOR_EACH (ctx, PlanDetail, detail, row) {
        if (++count > 2)
            return true;
    }
    return false;
}

static unsigned identifiers(const struct PlanDetail *row)
{
    return present(row->URN) + (unsigned)present(row->UKPRN) + present(row->SENSetting);
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-603", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(PlanDetail, URN), AT(PlanDetail, UKPRN), AT(PlanDetail, SENSetting)),
         .message = "The named setting has neither a number nor a setting code.",
         .why = "A school has a URN, a college or other provider a UKPRN; both can be looked up in "
                "the public registers. For what has neither, such as education otherwise than at "
                "school, there are setting codes.",
         EXPLICIT("section 2.4, items 4.7a to 4.7c."))
{
    return identifiers(row) == 0;
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-604", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlanDetail, URN), AT(PlanDetail, UKPRN), AT(PlanDetail, SENSetting)),
         .message = "The named setting has more than one of URN, UKPRN and setting code.",
         .why =
             "One of the three is enough, and only one is asked for: the URN where there is one, "
             "else the UKPRN, else the code. A second setting has a record of its own.",
         EXPLICIT("section 2.4, items 4.7a to 4.7c."))
{
    return identifiers(row) > 1;
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-605", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(PlanDetail, PlacementRank)), .message = "The named setting has no rank.",
         .why = "Rank 1 is the primary setting, where the person spends most of the time, 2 the "
                "secondary one. Where a plan names one setting only, that has rank 1.",
         EXPLICIT("section 2.4, item 4.7d."))
{
    return missing(row->PlacementRank);
}

/* How often each rank is there; a rank that cannot be read is compared as it is written. */
struct ranks {
    unsigned primary;
    bool repeated;
};

static struct ranks count_ranks(const struct sv_context *ctx, const struct NamedPlan *plan)
{
    struct ranks ranks = {0, false};
    const struct sv_at rank = AT(PlanDetail, PlacementRank);
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, &plan->row, rank);
    FOR_EACH (ctx, PlanDetail, detail, plan) {
        ranks.primary += is_code(detail->PlacementRank, Rank_1);
        ranks.repeated = ranks.repeated || ctx->host->first_equal(repeats, &detail->row);
    }
    return ranks;
}

FINDING_RULE(NamedPlan, .code = "LOCAL-SEN2-606", .severity = SV_ERROR, .first_year = 2023,
             .unit = "row of NamedPlan", FIELDS(AT(PlanDetail, PlacementRank)),
             .message = "The plan does not name exactly one primary setting, and one secondary at "
                        "most.",
             .why = "The ranks of all settings of the plan are compared: there must be one with "
                    "rank 1, and no two with the same rank. Set the rank of the setting where the "
                    "person spends most of the time to 1, and that of the other to 2.",
             IMPLIED("section 2.4, item 4.7d."))
{
    if (!first_below(ctx, row, TABLE_PlanDetail))
        return;
    struct ranks ranks = count_ranks(ctx, row);
    if (ranks.primary == 1 && !ranks.repeated)
        return;
    found(ctx);
    point(ctx, row, 0);
    FOR_EACH (ctx, PlanDetail, detail, row) {
        if (!point(ctx, detail, BIT(PlanDetail, PlacementRank)))
            return;
    }
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-607", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlanDetail, SENSettingOther)),
         .message = "The named setting is other (OTH), but is not described.",
         .why =
             "Say in a few words what section I of the plan names, for example \"type of setting "
             "only: special school\". Without it the department has to ask.",
         EXPLICIT("section 2.4, item 4.7c(i)."))
{
    return is_code(row->SENSetting, SENSettingPlan_OTH) && missing(row->SENSettingOther);
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-608", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlanDetail, SENSettingOther)),
         .message = "The setting is described in words, but its code is not other (OTH).",
         .why = "The description belongs to code OTH only. Either the code should be OTH, or the "
                "words are left over from an earlier entry: clear them.",
         IMPLIED("section 2.4, item 4.7c(i)."))
{
    return present(row->SENSettingOther) && !is_code(row->SENSetting, SENSettingPlan_OTH);
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-609", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlanDetail, SENunitIndicator), AT(PlanDetail, ResourcedProvisionIndicator)),
         .message = "A school is named, but not whether the place is in a unit or resourced.",
         .why = "For every school both answers are asked for, 1 or 0: whether the place is in a "
                "special unit of the school, and whether it is in its resourced provision. The "
                "school or the SEND team knows; in a special school both are 0.",
         IMPLIED("section 2.4, items 4.7e and 4.7f."))
{
    return present(row->URN) &&
           (missing(row->SENunitIndicator) || missing(row->ResourcedProvisionIndicator));
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-610", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlanDetail, SENunitIndicator), AT(PlanDetail, ResourcedProvisionIndicator)),
         .message = "The named place is both in a special unit and in resourced provision.",
         .why = "In a unit the child is mostly taught in separate classes, in resourced provision "
                "mostly in the ordinary ones, so a place is in one of them. Ask the school which; "
                "where it really is both, explain it.",
         PLAUSIBILITY("section 2.4, items 4.7e and 4.7f."))
{
    return is_code(row->SENunitIndicator, YesNo_1) &&
           is_code(row->ResourcedProvisionIndicator, YesNo_1);
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-611", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlanDetail, SENunitIndicator), AT(PlanDetail, ResourcedProvisionIndicator)),
         .message = "A special unit or resourced provision is given, but no school by its URN.",
         .why = "Only schools have such places, and a school is named by its URN. Give the URN in "
                "place of the provider number or the setting code; or clear the answer.",
         IMPLIED("section 2.4, items 4.7e and 4.7f."))
{
    return missing(row->URN) && (is_code(row->SENunitIndicator, YesNo_1) ||
                                 is_code(row->ResourcedProvisionIndicator, YesNo_1));
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-612", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlanDetail, URN)), .pattern = "[1-9][0-9]{5}",
         .message = "The URN of the named school is not a number of six digits.",
         .why = "The URN is the school's number in the public register of schools. It is not the "
                "authority's own number of the school, nor its seven-digit DfE number.",
         IMPLIED("section 2.4, item 4.7a."))
{
    return present(row->URN) && !matches(ctx, row->URN);
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-613", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlanDetail, UKPRN)), .pattern = "1[0-9]{7}",
         .message = "The UKPRN is not a number of eight digits that begins with 1.",
         .why = "The UKPRN is the provider's number in the public register of learning providers, "
                "for example 10001234. Look the college or provider up there.",
         IMPLIED("section 2.4, item 4.7b."))
{
    return present(row->UKPRN) && !matches(ctx, row->UKPRN);
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-614", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlanDetail, URN)), READS(TABLE_Establishments),
         .message = "The URN of the named school is not in the register that was given.",
         .why = "The number is looked up in the table of establishments given with --reference. It "
                "may be mistyped, or the school opened after the table was made; a school that "
                "became an academy has a new number, and closed ones are in the full register.",
         IMPLIED("section 2.4, item 4.7a."))
{
    return present(row->URN) &&
           !ctx->host->look_up(ctx, TABLE_Establishments, text_of(ctx, row->URN));
}

ROW_RULE(PlanDetail, .code = "LOCAL-SEN2-615", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlanDetail, SENSetting)), READS(TABLE_Person),
         .message = "An early years provider is named for a child of six or older.",
         .why = "Code EYP is for nurseries, playgroups and childminders without a URN. By six a "
                "child is at school: the plan was not amended when school began, or the date of "
                "birth is wrong. The age is taken on the census day.",
         PLAUSIBILITY("section 2.4, code EYP."))
{
    return is_code(row->SENSetting, SENSettingPlan_EYP) &&
           has_turned(person_of(row), 6, census_day(ctx));
}
