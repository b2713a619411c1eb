/* What hangs on the offences with one id: their outcomes by legal outcome, and their hearings. */
#include "links.h"

#include <stdlib.h>

static int compare_outcomes(const void *left, const void *right)
{
    const struct outcome *a = *(const struct outcome *const *)left;
    const struct outcome *b = *(const struct outcome *const *)right;
    if (a->LegalOutcome.number != b->LegalOutcome.number)
        return a->LegalOutcome.number < b->LegalOutcome.number ? -1 : 1;
    sv_day a_day = day(a->OutcomeDate);
    sv_day b_day = day(b->OutcomeDate);
    return a_day < b_day ? -1 : a_day > b_day;
}

/* Adds the next outcome, in their order, to a run. */
static void extend_run(struct outcome_run *run, const struct outcome *outcome)
{
    const struct person *child = child_of(outcome);
    sv_day date = day(outcome->OutcomeDate);
    bool end_known = outcome->end != SV_NONE && (run->count == 0 || run->end != SV_NONE);
    run->end = end_known ? later_of(run->end, outcome->end) : SV_NONE;
    run->first = earlier_of(run->first, date);
    run->last = later_of(run->last, date);
    run->any_effective |= outcome->effective;
    run->count++;
    if (outcome->effective && area_on(child, date) == AREA_LOCAL) {
        run->last_local = later_of(run->last_local, date);
        if (has_turned(child, 10, date) && is_under(child, 18, date))
            run->last_as_child = later_of(run->last_as_child, date);
    }
}

/* Gathers the outcomes of the offences with one id, by legal outcome. */
static void make_runs(const struct sv_context *ctx, struct same_id *id)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < id->count; i++)
        FOR_EACH (ctx, outcome, outcome, id->rows[i])
            count++;
    if (count == 0)
        return;
    const struct outcome **outcomes = ctx->host->keep(ctx, count * sizeof(struct outcome *));
    size_t kinds = count < LegalOutcome_code_count + 1 ? count : LegalOutcome_code_count + 1;
    struct outcome_run *runs = ctx->host->keep(ctx, kinds * sizeof(struct outcome_run));
    uint32_t n = 0;
    for (uint32_t i = 0; i < id->count; i++)
        FOR_EACH (ctx, outcome, outcome, id->rows[i])
            outcomes[n++] = outcome;
    if (count > 1)
        qsort(outcomes, count, sizeof(struct outcome *), compare_outcomes);
    for (uint32_t i = 0; i < count; i++) {
        if (i == 0 || outcomes[i]->LegalOutcome.number != outcomes[i - 1]->LegalOutcome.number)
            runs[id->run_count++] = (struct outcome_run){.outcomes = &outcomes[i],
                                                         .first = SV_NONE,
                                                         .last = SV_NONE,
                                                         .end = SV_NONE,
                                                         .last_local = SV_NONE,
                                                         .last_as_child = SV_NONE};
        extend_run(&runs[id->run_count - 1], outcomes[i]);
    }
    id->runs = runs;
}

#define CROWN_COURTS (CODE_BIT(CourtType, CROWN_COURT) | CODE_BIT(CourtType, COURT_OF_APPEAL))

static void add_hearing(const struct sv_context *ctx, const struct hearing *hearing,
                        struct linked_hearings *all, sv_day *days)
{
    sv_day date = day(hearing->HearingDate);
    all->count++;
    all->any_crown |= in_set(hearing->CourtType, CROWN_COURTS);
    if (date != SV_NONE)
        days[all->day_count++] = date;
    if (is_remand(hearing->RemandDecision))
        all->first_remand = earlier_of(all->first_remand, date);
    if (first_below(ctx, hearing, TABLE_sentenceproposal))
        all->first_proposal = earlier_of(all->first_proposal, date);
}

static int compare_days(const void *left, const void *right)
{
    sv_day a = *(const sv_day *)left;
    sv_day b = *(const sv_day *)right;
    return a < b ? -1 : a > b;
}

/* Gathers the hearings that the offences with one id are linked to. */
static void gather_hearings(const struct sv_context *ctx, struct same_id *id)
{
    uint32_t count = 0;
    FOR_EACH_ID(linked, hearings_linked_to(id))
    count += linked.id->count;
    if (count == 0)
        return;
    struct linked_hearings *all = ctx->host->keep(ctx, sizeof(*all));
    sv_day *days = ctx->host->keep(ctx, count * sizeof(*days));
    *all =
        (struct linked_hearings){.days = days, .first_proposal = SV_NONE, .first_remand = SV_NONE};
    FOR_EACH_ID(linked, hearings_linked_to(id))
    {
        for (uint32_t i = 0; i < linked.id->count; i++)
            add_hearing(ctx, WITH_ID(hearing, linked.id, i), all, days);
    }
    qsort(days, all->day_count, sizeof(*days), compare_days);
    id->hearings = all;
}

const struct programme *later_start(const struct programme *a, const struct programme *b)
{
    if (!a || !b)
        return a ? a : b;
    if (a->StartDate.number != b->StartDate.number)
        return a->StartDate.number > b->StartDate.number ? a : b;
    return a->row.number > b->row.number ? a : b;
}

static void note_programme(const struct sv_context *ctx, struct same_id *id,
                           const struct programme *programme)
{
    id->any_counting = id->any_counting || counts(ctx, programme->DisposalType);
    if (!is_code(programme->DisposalType, DisposalType_DTO_CUSTODY))
        return;
    id->any_custody = true;
    if (day(programme->StartDate) != SV_NONE)
        id->last_custody = later_start(id->last_custody, programme);
}

/* Looks through the programmes that the offences with one id are linked to. */
static void gather_programmes(const struct sv_context *ctx, struct same_id *id)
{
    FOR_EACH_ID(linked, linked_programmes(id))
    {
        for (uint32_t i = 0; i < linked.id->count; i++)
            note_programme(ctx, id, WITH_ID(programme, linked.id, i));
    }
}

void note_offence(const struct sv_context *ctx, struct same_id *id)
{
    make_runs(ctx, id);
    gather_hearings(ctx, id);
    gather_programmes(ctx, id);
}

sv_day first_hearing_from(const struct same_id *offence, sv_day from)
{
    const struct linked_hearings *all = offence ? offence->hearings : NULL;
    uint32_t lo = 0;
    for (uint32_t hi = all ? all->day_count : 0; lo < hi;) {
        uint32_t middle = (lo + hi) / 2;
        if (all->days[middle] < from)
            lo = middle + 1;
        else
            hi = middle;
    }
    return all && lo < all->day_count ? all->days[lo] : SV_NONE;
}
