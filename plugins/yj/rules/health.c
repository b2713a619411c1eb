/* Mental health and substance misuse (key performance indicators 4 and 5): both tables have the
 * same items, and the same rules. */
#include "../facts.h"

/* One record of either table. */
struct treatment {
    const struct sv_row *row;
    struct sv_value screened;
    struct sv_value referred;
    struct sv_value offered;
    struct sv_value start;
    struct sv_value end;
    struct sv_value type;
    bool is_none; /* the type says that there is no intervention */
};

static struct treatment of_mind(const struct mentalhealth *row)
{
    return (struct treatment){
        .row = &row->row,
        .screened = row->KPI4MHDateScreened,
        .referred = row->KPI4MHDateReferred,
        .offered = row->KPI4MHDateOffered,
        .start = row->KPI4MHDateAttendedStart,
        .end = row->KPI4MHDateAttendedEnd,
        .type = row->KPI4MHInterventionType,
        .is_none = is_code(row->KPI4MHInterventionType, MHInterventionType_NO_INTERVENTION)};
}

static struct treatment of_substance(const struct substance *row)
{
    return (struct treatment){
        .row = &row->row,
        .screened = row->KPI5SMDateScreened,
        .referred = row->KPI5SMDateReferred,
        .offered = row->KPI5SMDateOffered,
        .start = row->KPI5SMDateAttendedStart,
        .end = row->KPI5SMDateAttendedEnd,
        .type = row->KPI5SMInterventionType,
        .is_none = is_code(row->KPI5SMInterventionType, SMInterventionType_NO_INTERVENTION)};
}

/* One finding for each record of the child for which `fails` is true; `mind` and `substance` mark
 * the item in its table. */
static void find_treatments(const struct sv_context *ctx, const struct person *child,
                            bool (*fails)(const struct treatment *), uint64_t mind,
                            uint64_t substance)
{
    FOR_EACH (ctx, mentalhealth, row, child) {
        struct treatment treatment = of_mind(row);
        if (fails(&treatment) && found(ctx))
            point(ctx, row, mind);
    }
    FOR_EACH (ctx, substance, row, child) {
        struct treatment treatment = of_substance(row);
        if (fails(&treatment) && found(ctx))
            point(ctx, row, substance);
    }
}

/* A rule on the records of both tables that points at one item; its test is on `treatment`. */
#define TREATMENT_RULE(item, ...)                                                                  \
    static bool SV_HERE(fails)(const struct treatment *treatment);                                 \
    FINDING_RULE(person, .first_year = 2024, .unit = "row of mentalhealth or substance",           \
                 FIELDS(AT(mentalhealth, KPI4MH##item), AT(substance, KPI5SM##item)), __VA_ARGS__) \
    {                                                                                              \
        find_treatments(ctx, row, SV_HERE(fails), BIT(mentalhealth, KPI4MH##item),                 \
                        BIT(substance, KPI5SM##item));                                             \
    }                                                                                              \
    static bool SV_HERE(fails)(const struct treatment *treatment)

TREATMENT_RULE(DateAttendedEnd, .code = "YJ-090", .severity = SV_ERROR,
               .message = "The end of the attendance lies before its start.",
               .why = "Compare both dates with the record of the health or substance misuse "
                      "worker, and correct the one that is wrong.",
               OWN("the two dates contradict each other."))
{
    return is_before(day(treatment->end), day(treatment->start));
}

TREATMENT_RULE(DateOffered, .code = "YJ-091", .severity = SV_QUERY,
               .message = "The offer is dated before the day on which the need was found.",
               .why = "First the child is screened, then an intervention is offered. One of the "
                      "two dates may be mistyped, or belong to an earlier need.",
               PUBLISHED("the first form of the indicator counted offers from the screening on."))
{
    return is_before(day(treatment->offered), day(treatment->screened));
}

TREATMENT_RULE(DateAttendedStart, .code = "YJ-092", .severity = SV_QUERY,
               .message = "Attendance started before the intervention was offered.",
               .why = "If the child was in treatment already when the order began, the offer is "
                      "left open (1900-01-01). Else one of the dates is mistyped.",
               PUBLISHED("the order of steps that the reporting code reads."))
{
    return is_before(day(treatment->start), day(treatment->offered));
}

TREATMENT_RULE(InterventionType, .code = "YJ-093", .severity = SV_ERROR,
               .message = "No intervention, but there is an offer or attendance.",
               .why = "Choose the intervention that was offered or attended, or delete the dates "
                      "when there was none.",
               PUBLISHED("the reporting code reads type and dates together."))
{
    return treatment->is_none && (!no_date(treatment->offered) || !no_date(treatment->start));
}

TREATMENT_RULE(InterventionType, .code = "YJ-094", .severity = SV_ERROR,
               .message = "There is a referral, offer or attendance, but no type of intervention.",
               .why = "Say which kind of intervention it is; the indicator is broken down by it.",
               PUBLISHED("the reporting code reads type and dates together."))
{
    return missing(treatment->type) && (!no_date(treatment->referred) ||
                                        !no_date(treatment->offered) || !no_date(treatment->start));
}

TREATMENT_RULE(DateAttendedStart, .code = "YJ-095", .severity = SV_ERROR,
               .message = "Attendance has an end, but no start.",
               .why = "Add the day on which the child attended first, or delete the end.",
               OWN("what ends must have begun."))
{
    return !no_date(treatment->end) && no_date(treatment->start);
}

TREATMENT_RULE(DateReferred, .code = "YJ-096", .severity = SV_QUERY,
               .message = "The child was referred before the need was found.",
               .why = "A referral follows the screening. If the need was known before, the date "
                      "on which it was found is too late.",
               OWN("the order of the two steps."))
{
    return is_before(day(treatment->referred), day(treatment->screened));
}

TREATMENT_RULE(DateScreened, .code = "YJ-097", .severity = SV_QUERY,
               .message = "A type of intervention is given, but no need and no attendance.",
               .why = "1900-01-01 as the date of screening says that no need was found. Correct "
                      "it when there is one, else set the type to no intervention.",
               PUBLISHED("the reporting code reads 1900-01-01 as no need."))
{
    return treatment->screened.number == NO_DATE && present(treatment->type) &&
           !treatment->is_none && no_date(treatment->start);
}

TREATMENT_RULE(DateOffered, .code = "YJ-098", .severity = SV_QUERY,
               .message = "A need was found, but there is no referral, offer or attendance.",
               .why = "The child counts as one with a need that nothing was offered for. Add what "
                      "happened since the screening, or the type no intervention.",
               PUBLISHED("how the indicator counts needs without an offer."))
{
    return !no_date(treatment->screened) && !treatment->is_none && no_date(treatment->offered) &&
           no_date(treatment->referred) && no_date(treatment->start);
}
