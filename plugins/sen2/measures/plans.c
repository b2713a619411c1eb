/* Plans that the authority maintains: on the census day, and as a stock over the period. */
#include "measures.h"

#define ABOUT .section = SECTION_PLANS, .unit = "plan", .units = "plans"

static const struct NamedPlan *plan_of(const struct sv_row *row)
{
    return (const struct NamedPlan *)row;
}

static int age_at_school_year(const struct sv_context *ctx, const struct sv_row *row)
{
    return sen2_age_band(sen2_school_age(ctx, person_of(row)));
}

static int age_at_start(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return sen2_age_band(age_on(person_of(row), day_of(plan_of(row)->StartDate)));
}

static const char *const year_labels[] = {
    "less than a year", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12 or more"};

static int years_in_place(const struct sv_context *ctx, const struct sv_row *row)
{
    int years = ctx->year - year_of(plan_of(row)->StartDate);
    return years > 12 ? 12 : years;
}

MEASURE(
    NamedPlan, ABOUT, FROM_STATISTICS, ON_CENSUS_DAY, .name = "ehcplans",
    .title = "Plans maintained on the census day",
    .definition =
        "Plans started on or before the census day and not ceased on or before it; not those with "
        "a cease date that cannot be read. Age is that on 31 August before, 0 of who was born "
        "since; the setting is the open placement of the lowest rank, the need the first of rank "
        "1 with a code; years in place are those from the year of the start to the year "
        "of the census.",
    .caution = "One plan a person is expected. The statistics count Down syndrome under other "
               "difficulty. " ON_REGISTER,
    BREAKDOWNS(BY_AGE_GROUP("age group on 31 August", sen2_school_age_group),
               BY_AGE("age on 31 August", age_at_school_year),
               BY_AGE("age when the plan started", age_at_start),
               BY_LABEL(sen2_sex_labels, "sex", sen2_sex),
               BY_LABEL(sen2_ethnicity_labels, "ethnicity", sen2_ethnicity),
               BY_LABEL(year_labels, "years in place", years_in_place), BY_PRIMARY_NEED,
               BY_SETTING))
{
    return counted_if(row->is_active);
}

static enum sv_part share_of_age(const struct sv_context *ctx, const struct NamedPlan *plan,
                                 int least)
{
    int age = sen2_school_age(ctx, person_of(plan));
    return share(plan->is_active && age >= 0, age >= least);
}

MEASURE(NamedPlan, ABOUT, FROM_PRACTICE, ON_CENSUS_DAY, .kind = SV_SHARE_OF,
        .name = "plans_16_and_over", .title = "Plans of persons aged 16 or over",
        .definition = "Of the plans maintained whose person's age on 31 August before is known, "
                      "those of persons aged 16 or over then.")
{
    return share_of_age(ctx, row, 16);
}

MEASURE(NamedPlan, ABOUT, FROM_PRACTICE, ON_CENSUS_DAY, .kind = SV_SHARE_OF,
        .name = "plans_19_and_over", .title = "Plans of persons aged 19 or over",
        .definition = "Of the plans maintained whose person's age on 31 August before is known, "
                      "those of persons aged 19 or over then.")
{
    return share_of_age(ctx, row, 19);
}

MEASURE(NamedPlan, ABOUT, FROM_ITEMS, ON_CENSUS_DAY,
        READS(TABLE_Establishments, TABLE_PlacementDetail), .kind = SV_SHARE_OF,
        .name = "plans_special_school", .title = "Plans in special schools",
        .definition = "Of the plans maintained, those whose main placement on the census day is a "
                      "special school of any kind.",
        .caution = "Schools that the register given does not have, or gives no known type, are "
                   "not among them.",
        BREAKDOWNS(BY_LABEL(sen2_setting_labels, "setting", sen2_setting)))
{
    return share(row->is_active, sen2_kind_of_setting(ctx, &row->row) == KIND_SPECIAL);
}

MEASURE(NamedPlan, ABOUT, FROM_PRACTICE, ON_CENSUS_DAY,
        READS(TABLE_Establishments, TABLE_PlacementDetail), .kind = SV_SHARE_OF,
        .name = "plans_independent",
        .title = "Plans in independent and non-maintained special schools",
        .definition = "Of the plans maintained, those whose main placement on the census day is "
                      "an independent or a non-maintained special school.",
        .caution = "Some authorities count independent mainstream schools too: they are a setting "
                   "of their own in ehcplans.")
{
    int setting = sen2_setting(ctx, &row->row);
    return share(row->is_active, setting == SETTING_SPECIAL_INDEPENDENT ||
                                     setting == SETTING_SPECIAL_NON_MAINTAINED);
}

static bool has_placements(const struct sv_context *ctx, const struct ActivePlans *active)
{
    return active && first_below(ctx, active, TABLE_PlacementDetail);
}

MEASURE(NamedPlan, ABOUT, FROM_PRACTICE, ON_CENSUS_DAY, .kind = SV_SHARE_OF,
        READS(TABLE_PlacementDetail), .name = "plans_all_placements_ended",
        .title = "Plans with all placements ended",
        .definition = "Of the plans maintained that have placements in the return, those of which "
                      "none is open on the census day.",
        .caution = "Such plans may have ceased, with no cease date recorded.")
{
    const struct ActivePlans *active = active_record(row);
    bool any = has_placements(ctx, active);
    return share(any, any && !sen2_main_placement(ctx, active));
}

MEASURE(ActivePlans, ABOUT, FROM_ITEMS, ON_CENSUS_DAY, .kind = SV_SHARE_OF,
        .name = "plans_transferred_in", .title = "Plans that came from another authority",
        .definition = "Of the requests with a plan active on the census day and an active plan "
                      "record, those with an authority in TransferLA: the plan came in the period.")
{
    const struct Requests *request = PARENT(Requests, row);
    return share(has_plan_active(request) && request->active == row, present(row->TransferLA));
}

STOCK(NamedPlan, .name = "plans", .title = "Plans", .units = "plans",
      .definition = "From the start date to the cease date; a plan that ceases on a day is not "
                    "there when the day has ended. The period ends on 31 December, some weeks "
                    "before the census day. Plans that came from another authority begin when "
                    "they were first made, as the return does not say when they came.")
{
    return stay_between(row->StartDate, row->CeaseDate, stay);
}

MEASURE(NamedPlan, ABOUT, FROM_ITEMS, .at_end = true, .name = "plans_at_end",
        .title = "Plans at the end of the period",
        .definition = "Plans started until the last day of the period and not ceased until then. "
                      "A cease date that cannot be read is none.",
        .caution = "The statistics count those of the census day.")
{
    return counted_if(open_at(row->StartDate, row->CeaseDate, ctx->period_end));
}
