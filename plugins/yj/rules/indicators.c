/* What the key performance indicators need of the child's order of the quarter, and what they leave
 * out. The state at the start and end of an order is that of records that hold on these days. */
#include "../links.h"

/* One finding on the child's order when nothing is recorded for it. */
static void find_gap(const struct sv_context *ctx, const struct person *child, bool recorded)
{
    if (!recorded && found(ctx))
        point(ctx, child->order, 0);
}

static bool has_home(const struct sv_context *ctx, const struct person *child, sv_day d)
{
    FOR_EACH (ctx, residence, home, child) {
        if (present(home->KPI1AccommodationSuitability) &&
            holds_on(home->Date, home->KPI1EndDate, d))
            return true;
    }
    return false;
}

FINDING_RULE(person, .code = "YJ-270", .severity = SV_QUERY, .first_year = 2024,
             .unit = "order of the quarter", READS(TABLE_programme, TABLE_residence),
             .message = "No accommodation is recorded on the day on which the order ended.",
             .why = "Indicator 1 asks where the child lived at the end of the order, and whether "
                    "that was suitable. Add the residence with type and suitability, or correct "
                    "its dates.",
             PUBLISHED("the headline of indicator 1."))
{
    if (row->order)
        find_gap(ctx, row, has_home(ctx, row, day(row->order->EndDate)));
}

FINDING_RULE(person, .code = "YJ-271", .severity = SV_QUERY, .first_year = 2024,
             .unit = "order of the quarter", READS(TABLE_programme, TABLE_residence),
             .message = "No accommodation is recorded at the start of the order.",
             .why = "Indicator 1 compares the start of the order with its end. For custody it is "
                    "the day before. Add the residence with type and suitability, or correct its "
                    "dates.",
             PUBLISHED("indicator 1 reads start and end."))
{
    if (row->order)
        find_gap(ctx, row, has_home(ctx, row, row->order_start));
}

static bool has_provision(const struct sv_context *ctx, const struct person *child, sv_day d)
{
    FOR_EACH (ctx, ete, ete, child) {
        if (present(ete->Suitability) && holds_on(ete->StartDate, ete->EndDate, d))
            return true;
    }
    return false;
}

FINDING_RULE(person, .code = "YJ-272", .severity = SV_QUERY, .first_year = 2024,
             .unit = "order of the quarter", READS(TABLE_programme, TABLE_ete),
             .message = "No education, training or employment is recorded as the order ended.",
             .why =
                 "Indicator 2 asks what the child did at the end of the order. Add a record with "
                 "type and suitability; the type NONE when there was nothing.",
             PUBLISHED("the headline of indicator 2."))
{
    if (row->order)
        find_gap(ctx, row, has_provision(ctx, row, day(row->order->EndDate)));
}

FINDING_RULE(person, .code = "YJ-273", .severity = SV_QUERY, .first_year = 2024,
             .unit = "order of the quarter", READS(TABLE_programme, TABLE_ete),
             .message = "No education, training or employment is recorded as the order began.",
             .why = "Indicator 2 compares the start of the order with its end. For custody it is "
                    "the day before. Add a record with type and suitability; the type NONE when "
                    "there was nothing.",
             PUBLISHED("indicator 2 reads start and end."))
{
    if (row->order)
        find_gap(ctx, row, has_provision(ctx, row, row->order_start));
}

/* A record that answers whether the child had special needs on the day. */
static bool has_answer(const struct sv_context *ctx, const struct person *child, sv_day d)
{
    FOR_EACH (ctx, sendaln, need, child) {
        bool begun =
            is_since(d, day(need->KPI3SENDStartDate)) ||
            (no_date(need->KPI3SENDStartDate) && is_code(need->KPI3IdentifiedSENDALN, YesNo_NO));
        if (begun && is_since(open_end(need->KPI3SENDEndDate), d))
            return true;
    }
    return false;
}

FINDING_RULE(person, .code = "YJ-274", .severity = SV_QUERY, .first_year = 2024,
             .unit = "order of the quarter", READS(TABLE_programme, TABLE_sendaln),
             .message = "No record on special educational needs covers the end of the order.",
             .why = "Indicator 3 asks whether the child had an identified need and a formal plan. "
                    "Add a record that says yes or no; a need has a start date.",
             PUBLISHED("indicator 3 reads the end of the order."))
{
    if (row->order)
        find_gap(ctx, row, has_answer(ctx, row, day(row->order->EndDate)));
}

/* Screened up to the day, or found without need (1900-01-01). */
static bool is_screened(struct sv_value screened, sv_day until)
{
    return readable(screened) && screened.number <= until;
}

static bool was_mind_screened(const struct sv_context *ctx, const struct person *child, sv_day d)
{
    FOR_EACH (ctx, mentalhealth, row, child) {
        if (is_screened(row->KPI4MHDateScreened, d))
            return true;
    }
    return false;
}

static bool was_substance_screened(const struct sv_context *ctx, const struct person *child,
                                   sv_day d)
{
    FOR_EACH (ctx, substance, row, child) {
        if (is_screened(row->KPI5SMDateScreened, d))
            return true;
    }
    return false;
}

FINDING_RULE(person, .code = "YJ-275", .severity = SV_QUERY, .first_year = 2024,
             .unit = "order of the quarter", READS(TABLE_programme, TABLE_mentalhealth),
             .message = "There is no record on mental health for the order.",
             .why = "Indicator 4 asks whether each child was screened. Enter the day on which a "
                    "need was found, or 1900-01-01 for no need.",
             PUBLISHED("indicator 4 reads the screening."))
{
    if (row->order)
        find_gap(ctx, row, was_mind_screened(ctx, row, day(row->order->EndDate)));
}

FINDING_RULE(person, .code = "YJ-276", .severity = SV_QUERY, .first_year = 2024,
             .unit = "order of the quarter", READS(TABLE_programme, TABLE_substance),
             .message = "There is no record on substance misuse for the order.",
             .why = "Indicator 5 asks whether each child was screened. Enter the day on which a "
                    "need was found, or 1900-01-01 for no need.",
             PUBLISHED("indicator 5 reads the screening."))
{
    if (row->order)
        find_gap(ctx, row, was_substance_screened(ctx, row, day(row->order->EndDate)));
}

static bool has_care_status(const struct sv_context *ctx, const struct person *child, sv_day until)
{
    FOR_EACH (ctx, care, care, child) {
        if (is_since(until, day(care->StartDate)))
            return true;
    }
    return false;
}

FINDING_RULE(person, .code = "YJ-277", .severity = SV_QUERY, .first_year = 2024,
             .unit = "order of the quarter", READS(TABLE_programme, TABLE_care),
             .message = "No care status is recorded for the order, not even none.",
             .why = "Indicator 7 counts wider services, and a child without a record counts as not "
                    "supported. Enter the status, or NONE to show that it was looked up.",
             PUBLISHED("indicator 7 reads the care status."))
{
    if (row->order)
        find_gap(ctx, row, has_care_status(ctx, row, day(row->order->EndDate)));
}

#define SERIOUS_CATEGORIES                                                                         \
    (CODE_BIT(OffenceCategory, VIOLENCE_AGAINST_THE_PERSON) | CODE_BIT(OffenceCategory, ROBBERY) | \
     CODE_BIT(OffenceCategory, DRUGS))

static bool is_serious_violence(const struct offence *offence)
{
    int score = offence->YJBSeriousnessScore.number;
    return in_set(offence->YJBOffenceCategory, SERIOUS_CATEGORIES) && score >= 5 && score <= 8;
}

static bool was_dealt_with_here(const struct sv_context *ctx, const struct offence *offence)
{
    FOR_EACH (ctx, outcome, outcome, offence) {
        sv_day made = day(outcome->OutcomeDate);
        if (outcome->effective && has_tier(outcome, SUBSTANTIVE_TIERS) &&
            is_between(made, return_start(ctx), return_end(ctx)) &&
            area_on(child_of(offence), made) == AREA_LOCAL)
            return true;
    }
    return false;
}

/* What the programmes linked to an offence say. */
static struct programme_types types_of(const struct offence *offence)
{
    return offence->id ? offence->id->types : (struct programme_types){0};
}

ROW_RULE(offence, .code = "YJ-290", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(offence, OffenceID)),
         READS(TABLE_outcome, TABLE_programme, TABLE_link_op, TABLE_residence),
         .message = "A serious violence offence will not be counted: it has no programme.",
         .why = "Indicator 9 finds offences through programmes that count. Link the offence to its "
                "programme, or add the programme.",
         PUBLISHED("the reporting code reads offences through programmes for indicator 9."))
{
    return is_serious_violence(row) && was_dealt_with_here(ctx, row) && !types_of(row).any_counts;
}

#define OUTCOME_22                                                                                 \
    (CODE_BIT(DisposalType, NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT) |                   \
     CODE_BIT(DisposalType,                                                                        \
              NO_FURTHER_ACTION_OUTCOME_22_DEFERRED_PROSECUTION_CAUTION_WITH_YJS_INVOLVEMENT))

ROW_RULE(outcome, .code = "YJ-291", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(outcome, LegalOutcome)), READS(TABLE_programme, TABLE_link_op),
         .message = "This looks like Outcome 22, which has a code of its own.",
         .why = "The local wording or the programme says Outcome 22, while the outcome is other or "
                "not known. Choose the code for Outcome 22 with involvement of the service.",
         PUBLISHED("such outcomes are mapped again nationally."))
{
    return in_set(row->LegalOutcome,
                  CODE_BIT(LegalOutcome, NOT_KNOWN) | CODE_BIT(LegalOutcome, OTHER)) &&
           (strstr(text_of(ctx, row->CMSLegalOutcome), "22") ||
            types_of(OFFENCE_OF(row)).types & OUTCOME_22);
}

ROW_RULE(outcome, .code = "YJ-292", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(outcome, OutcomeDate)), READS(TABLE_residence, TABLE_programme, TABLE_link_op),
         .message = "The order is not counted, as the child lived in another area.",
         .why = "The residence on the day of the outcome says other area. That is right for a "
                "child whom this service looks after for another one; else correct the residence.",
         PUBLISHED("the reporting code counts local residents."))
{
    return kind_of(row->LegalOutcome)->order_type != ORDER_NONE &&
           area_on(child_of(row), day(row->OutcomeDate)) == AREA_OTHER &&
           types_of(OFFENCE_OF(row)).any_ended;
}
