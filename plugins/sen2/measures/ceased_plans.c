/* Plans that ceased in the period. */
#include "measures.h"

BAND_OF_CODE(reason_of, NamedPlan, CeaseReason)

static int age_at_end(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct NamedPlan *plan = (const struct NamedPlan *)row;
    (void)ctx;
    return sen2_age_group(age_on(person_of(row), day_of(plan->CeaseDate)));
}

MEASURE(NamedPlan, .section = SECTION_CEASED, .unit = "plan", .units = "plans", FROM_STATISTICS,
        .name = "total_ceased", .title = "Plans ceased",
        .definition = "Plans whose cease date lies in the period. Setting: the placement that is "
                      "open still or was left last, of several the one of the lowest rank; not one "
                      "with a leaving date that cannot be read.",
        .caution = "Reason 5 is a move to another authority, not the end of support. " ON_REGISTER,
        BREAKDOWNS(BY_LIST(CeaseReason, "reason", reason_of),
                   BY_AGE_GROUP("age on the day of ceasing", age_at_end), BY_LAST_SETTING))
{
    return counted_if(in_period(ctx, row->CeaseDate));
}
