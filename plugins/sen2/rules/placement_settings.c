/* Placements: what the setting is, and whether it fits the plan and the age of the person. */
#include "../facts.h"

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-815", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, LeavingDate), AT(NamedPlan, CeaseDate)),
         .message = "The plan has ceased, but the placement is open or ends later than the plan.",
         .why = "When a plan ends, the placements under it are closed in the case system too, on "
                "the cease date at the latest. Enter the leaving date, and look at the annual "
                "review as well. A pupil who stays at the school without a plan can be explained.",
         PLAUSIBILITY("section 2.5, placements."))
{
    const struct NamedPlan *plan = request_of(row)->plan;
    return plan && present(plan->CeaseDate) &&
           (missing(row->LeavingDate) || after(row->LeavingDate, plan->CeaseDate));
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-816", .severity = SV_QUERY, .first_year = 2023,
         .last_year = 2023, FIELDS(AT(PlacementDetail, SENSettingOther)),
         .message = "The person is not in education for another reason (NIEO), which is not given.",
         .why = "Say in a few words why the person is not in education, for example that a place "
                "begins next term. If the person is 16 or older and neither in education nor in "
                "work, the code may be NEET; after a notice that the plan will cease it is NIEC.",
         EXPLICIT("section 2.5, item 5.5c(i)."))
{
    return is_code(row->SENSetting, SENSettingPlacement_NIEO) && missing(row->SENSettingOther);
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-816", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(PlacementDetail, SENSettingOther)),
         .message = "The setting code of the placement is OTH or NIEO, without saying what is "
                    "meant.",
         .why = "Say in a few words what the setting is (OTH), or why the person is not in "
                "education (NIEO). Look first whether another code fits, or the place has a URN or "
                "UKPRN of its own.",
         EXPLICIT("section 2.5, item 5.7c(i)."))
{
    return is_either(row->SENSetting, SENSettingPlacement_NIEO, SENSettingPlacement_OTH) &&
           missing(row->SENSettingOther);
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-817", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, SENSettingOther)),
         .message = "The placement is described in words, but its setting code is neither OTH nor "
                    "NIEO.",
         .why = "The description belongs to these two codes only. Either one of them is the right "
                "code, or the words, often the name of the school, are left over from another "
                "entry: clear them.",
         IMPLIED("section 2.5, placement item c(i)."))
{
    return present(row->SENSettingOther) &&
           !is_either(row->SENSetting, SENSettingPlacement_NIEO, SENSettingPlacement_OTH);
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-818", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, SENunitIndicator),
                AT(PlacementDetail, ResourcedProvisionIndicator)),
         .message = "The placement is at a school, but not said to be in a unit or resourced, or "
                    "not.",
         .why = "For every placement with a URN both answers are asked for, 1 or 0: whether the "
                "place is in a special unit of the school, and whether it is in its resourced "
                "provision. A blank does not count as no. The school knows; in a special school "
                "both are 0.",
         IMPLIED("section 2.5, placement items g and h (2023: h and i)."))
{
    return present(row->URN) &&
           (missing(row->SENunitIndicator) || missing(row->ResourcedProvisionIndicator));
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-819", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, SENunitIndicator),
                AT(PlacementDetail, ResourcedProvisionIndicator)),
         .message = "The placement is both in a special unit and in resourced provision.",
         .why = "In a unit the child is mostly taught in separate classes, in resourced provision "
                "mostly in the ordinary ones, so a place is in one of them. Ask the school which; "
                "where it really is both, explain it.",
         PLAUSIBILITY("section 2.5, placements."))
{
    return is_code(row->SENunitIndicator, YesNo_1) &&
           is_code(row->ResourcedProvisionIndicator, YesNo_1);
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-820", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, SENunitIndicator),
                AT(PlacementDetail, ResourcedProvisionIndicator)),
         .message = "The placement is in a special unit or resourced provision, but has no URN of "
                    "a school.",
         .why = "Only schools have such places, and a school is given by its URN. Give the URN in "
                "place of the provider number or the setting code; or correct the answer.",
         IMPLIED("section 2.5, placements."))
{
    return missing(row->URN) && (is_code(row->SENunitIndicator, YesNo_1) ||
                                 is_code(row->ResourcedProvisionIndicator, YesNo_1));
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-821", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(PlacementDetail, SENSetting), AT(Person, PersonBirthDate)),
         .message = "The placement on the census day is NEET, but the person is younger than 16.",
         .why = "NEET, not in education, employment or training, is a code for people of 16 to 25. "
                "The age is taken on the census day, for placements that are open then. A child "
                "who is out of school has NIEO, or NIEC after a notice that the plan will cease; "
                "or the date of birth is wrong.",
         EXPLICIT("section 2.5, code NEET."))
{
    return is_code(row->SENSetting, SENSettingPlacement_NEET) && row->is_open &&
           younger_than(person_of(row), 16, census_day(ctx));
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-822", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, URN)), .pattern = "[1-9][0-9]{5}",
         .message = "The URN of the placement is not a number of six digits.",
         .why = "The URN is the school's number in the public register of schools, and does not "
                "begin with 0. It is not the authority's own number of the school, nor its "
                "seven-digit DfE number. Look the school up in the register.",
         IMPLIED("section 2.5, placement item a."))
{
    return present(row->URN) && !matches(ctx, row->URN);
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-823", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, SENSetting)), READS(TABLE_Person),
         .message = "A child of six or older is placed at an early years provider on the census "
                    "day.",
         .why = "Code EYP is for nurseries, playgroups and childminders without a URN. By six a "
                "child is at school: mostly the placement was not closed when school began. The "
                "age is taken on the census day, so look at the date of birth too.",
         PLAUSIBILITY("section 2.5, code EYP."))
{
    return is_code(row->SENSetting, SENSettingPlacement_EYP) && row->is_open &&
           has_turned(person_of(row), 6, census_day(ctx));
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-824", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, UKPRN)), .pattern = "1[0-9]{7}",
         .message = "The UKPRN of the placement is not a number of eight digits that begins with "
                    "1.",
         .why = "The UKPRN is the provider's number in the public register of learning providers, "
                "for example 10001234. Look the college or provider up there; a number of six "
                "digits is mostly a URN, which has an item of its own.",
         IMPLIED("section 2.5, placement item b."))
{
    return present(row->UKPRN) && !matches(ctx, row->UKPRN);
}

static bool is_out_of_education(const struct PlacementDetail *row)
{
    return is_code(row->SENSetting, SENSettingPlacement_NEET) ||
           is_either(row->SENSetting, SENSettingPlacement_NIEC, SENSettingPlacement_NIEO);
}

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-825", .severity = SV_ERROR, .first_year = 2023,
         .last_year = 2023, FIELDS(AT(PlacementDetail, AttendancePattern)), READS(TABLE_Person),
         .message = "The placement does not say whether a child of school age is there full-time.",
         .why =
             "The item is asked for in 2023 for children of compulsory school age: 5 to 15 on 31 "
             "August before the census. Answer FT for full-time or PT for part-time, for the "
             "placements that are open on the census day. For people out of education (NEET, "
             "NIEC, NIEO) it is not needed.",
         EXPLICIT("section 2.5, item 5.5g."))
{
    int age = age_at_school_year_start(ctx, person_of(row));
    return missing(row->AttendancePattern) && row->is_open && age >= 5 && age <= 15 &&
           !is_out_of_education(row);
}

static bool is_work_too_early(const struct sv_context *ctx, const void *row, struct sv_value work)
{
    return present(work) && younger_than(person_of(row), 16, census_day(ctx));
}

/* Work-based learning stood in the active plan first, and stands in the placement since. */
#define WORK_RULE(T, first_year_, last_year_)                                                      \
    ROW_RULE(T, .code = "LOCAL-SEN2-826", .severity = SV_QUERY, .first_year = (first_year_),       \
             .last_year = (last_year_), FIELDS(AT(T, WBP)), READS(TABLE_Person),                   \
             .message = "Work-based learning is given for a child who is younger than 16.",        \
             .why = "Apprenticeships, traineeships and supported internships begin after "         \
                    "compulsory school. The age is taken on the census day. Check the date of "    \
                    "birth, and leave the item out for work experience as part of school.",        \
             PLAUSIBILITY("section 2.5, item 5.3."))                                               \
    {                                                                                              \
        return is_work_too_early(ctx, row, row->WBP);                                              \
    }

WORK_RULE(ActivePlans, 2023, 2023)
WORK_RULE(PlacementDetail, 2024, 0)

ROW_RULE(PlacementDetail, .code = "LOCAL-SEN2-827", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(PlacementDetail, URN)), READS(TABLE_Establishments),
         .message = "The URN of the placement is not in the register that was given.",
         .why = "The number is looked up in the table of establishments given with --reference. It "
                "may be mistyped, or the school opened after the table was made; a school that "
                "became an academy has a new number, and closed ones are in the full register.",
         IMPLIED("section 2.5, placement item a."))
{
    return present(row->URN) &&
           !ctx->host->look_up(ctx, TABLE_Establishments, text_of(ctx, row->URN));
}

FINDING_RULE(ActivePlans, .code = "LOCAL-SEN2-828", .severity = SV_QUERY, .first_year = 2023,
             .unit = "pair of PlacementDetail",
             FIELDS(AT(PlacementDetail, URN), AT(PlacementDetail, UKPRN),
                    AT(PlacementDetail, SENSetting), AT(PlacementDetail, EntryDate)),
             .message = "The same placement is in the return twice.",
             .why = "The two agree in URN, UKPRN, setting code, rank and entry date. Mostly the "
                    "placement was entered again when the plan was reviewed, or the export writes "
                    "it once for each change. Keep the one with the right leaving date.",
             PLAUSIBILITY("section 2.5, placements."))
{
    const struct sv_at same = AT(PlacementDetail, SamePlacement);
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, &row->row, same);
    uint64_t fields = BIT(PlacementDetail, URN) | BIT(PlacementDetail, UKPRN) |
                      BIT(PlacementDetail, SENSetting) | BIT(PlacementDetail, EntryDate);
    FOR_EACH (ctx, PlacementDetail, placement, row) {
        const struct sv_row *first = ctx->host->first_equal(repeats, &placement->row);
        if (!first || first == &placement->row)
            continue;
        if (!found(ctx))
            return;
        point(ctx, placement, fields);
        point(ctx, first, fields);
    }
}
