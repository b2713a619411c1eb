/* Several plans of one person: two at a time, and what is still open beside an active one. */
#include "../facts.h"

FINDING_RULE(Person, .code = "LOCAL-SEN2-901", .severity = SV_ERROR, .first_year = 2023,
             .unit = "person", FIELDS(AT(NamedPlan, StartDate), AT(NamedPlan, CeaseDate)),
             .message = "The person has more than one active plan on the census day.",
             .why = "A person can have one plan at a time. Look at which of these is in force, and "
                    "give the others the date and the reason of their end in the case system. A "
                    "plan that was amended is still the same plan: it keeps one record.",
             IMPLIED("section 1.3, active plans."))
{
    unsigned active = 0;
    FOR_EACH (ctx, NamedPlan, plan, row)
        active += plan->is_active;
    if (active < 2)
        return;
    found(ctx);
    point(ctx, row, 0);
    FOR_EACH (ctx, NamedPlan, plan, row) {
        if (plan->is_active &&
            !point(ctx, plan, BIT(NamedPlan, StartDate) | BIT(NamedPlan, CeaseDate)))
            return;
    }
}

/* One finding for two plans, the one that stands later in the file first. */
static bool report_overlap(const struct sv_context *ctx, const struct NamedPlan *a,
                           const struct NamedPlan *b)
{
    bool a_later = a->row.number > b->row.number;
    uint64_t dates = BIT(NamedPlan, StartDate) | BIT(NamedPlan, CeaseDate);
    if (!found(ctx))
        return false;
    point(ctx, a_later ? a : b, dates);
    point(ctx, a_later ? b : a, dates);
    return true;
}

/* Reports the plans that start no earlier than number `i` and overlap with it. */
static bool report_overlaps(const struct sv_context *ctx, const struct Person *person, uint32_t i)
{
    const struct NamedPlan *a = person->plans[i];
    for (uint32_t j = i + 1; j < person->plan_count; j++) {
        const struct NamedPlan *b = person->plans[j];
        if ((int64_t)end_of(a->CeaseDate) - b->StartDate.number <= 1)
            return true; /* as they stand in the order of their starts, no later one does either */
        if (!(a->is_active && b->is_active) &&
            overlap(a->StartDate, a->CeaseDate, b->StartDate, b->CeaseDate) &&
            !report_overlap(ctx, a, b))
            return false;
    }
    return true;
}

/* Two active plans are told by another rule. */
static bool are_all_active(const struct Person *person)
{
    for (uint32_t i = 0; i < person->plan_count; i++) {
        if (!person->plans[i]->is_active)
            return false;
    }
    return true;
}

FINDING_RULE(
    Person, .code = "LOCAL-SEN2-902", .severity = SV_QUERY, .first_year = 2023,
    .unit = "pair of NamedPlan", FIELDS(AT(NamedPlan, StartDate), AT(NamedPlan, CeaseDate)),
    .message = "Two plans of this person were in force at the same time.",
    .why = "One plan should have ended before the other began. Mostly the end of the older "
           "one was not recorded, or an amended plan was entered as a new one. Correct "
           "the dates, or put both records into one.",
    PLAUSIBILITY("section 1.3."))
{
    bool all_active = are_all_active(row);
    for (uint32_t i = 0; i < row->plan_count && !all_active; i++) {
        if (!report_overlaps(ctx, row, i))
            return;
    }
}

/* The request has an active plan among its plans. */
static bool has_any_active(const struct sv_context *ctx, const struct Requests *request)
{
    FOR_EACH (ctx, NamedPlan, plan, request) {
        if (plan->is_active)
            return true;
    }
    return false;
}

/* An active plan stands under another request. `elsewhere`: how many requests of the person have
 * one. */
static bool is_beside_active(const struct sv_context *ctx, const struct Requests *request,
                             unsigned elsewhere)
{
    return elsewhere > (has_any_active(ctx, request) ? 1U : 0U);
}

static bool is_open_assessment(const struct Assessment *assessment)
{
    return is_code(assessment->AssessmentOutcome, AssessmentOutcome_A);
}

/* Whether something is open under the request: the request itself, or an assessment. */
static bool is_open_request(const struct sv_context *ctx, const struct Requests *request)
{
    if (is_code(request->RequestOutcome, RequestOutcome_A))
        return true;
    FOR_EACH (ctx, Assessment, assessment, request) {
        if (is_open_assessment(assessment))
            return true;
    }
    return false;
}

static void point_at_open(const struct sv_context *ctx, const struct Person *person,
                          unsigned active)
{
    FOR_EACH (ctx, Requests, request, person) {
        if (is_code(request->RequestOutcome, RequestOutcome_A) &&
            is_beside_active(ctx, request, active) &&
            !point(ctx, request, BIT(Requests, RequestOutcome)))
            return;
    }
    FOR_EACH (ctx, Assessment, assessment, person) {
        if (is_open_assessment(assessment) &&
            is_beside_active(ctx, request_of(assessment), active) &&
            !point(ctx, assessment, BIT(Assessment, AssessmentOutcome)))
            return;
    }
}

FINDING_RULE(
    Person, .code = "LOCAL-SEN2-903", .severity = SV_QUERY, .first_year = 2023, .unit = "person",
    FIELDS(AT(Requests, RequestOutcome), AT(Assessment, AssessmentOutcome)), READS(TABLE_NamedPlan),
    .message = "The person has an active plan, and also an open request or assessment.",
    .why = "Who has a plan needs no new assessment; changes are made by review. Mostly the "
           "open record is an old one that led to the plan and was never closed: record "
           "its outcome. A reassessment that was agreed can be explained.",
    PLAUSIBILITY("section 1.3."))
{
    unsigned active = 0;
    bool open = false;
    FOR_EACH (ctx, Requests, request, row)
        active += has_any_active(ctx, request);
    FOR_EACH (ctx, Requests, request, row)
        open = open || (is_open_request(ctx, request) && is_beside_active(ctx, request, active));
    if (!open)
        return;
    found(ctx);
    point(ctx, row, 0);
    point_at_open(ctx, row, active);
}
