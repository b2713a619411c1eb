/* What hangs on the offences with one id, or on those of the programmes with one id: outcomes by
 * legal outcome, hearings, custody. */
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

static struct outcome_facts facts_of(const struct outcome *outcome)
{
    const struct person *child = child_of(outcome);
    sv_day date = day(outcome->OutcomeDate);
    bool counts_here = outcome->effective && area_on(child, date) == AREA_LOCAL;
    bool is_child = has_turned(child, 10, date) && is_under(child, 18, date);
    return (struct outcome_facts){.legal_outcome = outcome->LegalOutcome,
                                  .first = date,
                                  .last = date,
                                  .end = outcome->end,
                                  .last_local = counts_here ? date : SV_NONE,
                                  .last_as_child = counts_here && is_child ? date : SV_NONE,
                                  .any_effective = outcome->effective};
}

/* Adds what is known of more outcomes with the same legal outcome. */
static void add_facts(struct outcome_facts *facts, const struct outcome_facts *more)
{
    bool end_known = facts->end != SV_NONE && more->end != SV_NONE;
    facts->end = end_known ? later_of(facts->end, more->end) : SV_NONE;
    facts->first = earlier_of(facts->first, more->first);
    facts->last = later_of(facts->last, more->last);
    facts->last_local = later_of(facts->last_local, more->last_local);
    facts->last_as_child = later_of(facts->last_as_child, more->last_as_child);
    facts->any_effective |= more->any_effective;
}

/* Most legal outcomes that differ: all codes, and what is none. */
#define KINDS_MAX (LegalOutcome_code_count + 1)

/* Adds an outcome to the runs of the offence; they come in the order of compare_outcomes. */
static void add_outcome(struct same_id *id, struct outcome_run *runs,
                        const struct outcome *const *outcome)
{
    struct outcome_facts facts = facts_of(*outcome);
    uint32_t last = id->run_count - 1;
    if (id->run_count > 0 && runs[last].facts.legal_outcome.number == facts.legal_outcome.number) {
        runs[last].count++;
        add_facts(&runs[last].facts, &facts);
    } else {
        runs[id->run_count++] =
            (struct outcome_run){.outcomes = outcome, .count = 1, .facts = facts};
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
    size_t kinds = count < KINDS_MAX ? count : KINDS_MAX;
    struct outcome_run *runs = ctx->host->keep(ctx, kinds * sizeof(struct outcome_run));
    uint32_t n = 0;
    for (uint32_t i = 0; i < id->count; i++)
        FOR_EACH (ctx, outcome, outcome, id->rows[i])
            outcomes[n++] = outcome;
    if (count > 1)
        qsort(outcomes, count, sizeof(struct outcome *), compare_outcomes);
    for (uint32_t i = 0; i < count; i++)
        add_outcome(id, runs, &outcomes[i]);
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

/* Gathers the hearings with some ids; NULL: there are none. */
static const struct linked_hearings *
gather_hearings(const struct sv_context *ctx, const struct same_id *const *ids, uint32_t id_count)
{
    uint32_t count = 0;
    for (uint32_t n = 0; n < id_count; n++)
        count += ids[n]->count;
    if (count == 0)
        return NULL;
    struct linked_hearings *all = ctx->host->keep(ctx, sizeof(*all));
    sv_day *days = ctx->host->keep(ctx, count * sizeof(*days));
    *all =
        (struct linked_hearings){.days = days, .first_proposal = SV_NONE, .first_remand = SV_NONE};
    for (uint32_t n = 0; n < id_count; n++) {
        for (uint32_t i = 0; i < ids[n]->count; i++)
            add_hearing(ctx, WITH_ID(hearing, ids[n], i), all, days);
    }
    qsort(days, all->day_count, sizeof(*days), compare_days);
    return all;
}

void note_hearings(const struct sv_context *ctx, struct same_id *id)
{
    const struct same_id *const ids[] = {id};
    id->hearings = gather_hearings(ctx, ids, 1);
}

/* Offences that are linked to hearings of one id only, as nearly all are, share what is noted for
 * these: there may be many of both. */
static const struct linked_hearings *hearings_of(const struct sv_context *ctx,
                                                 const struct same_id *offence)
{
    return offence->hearing_count == 1
               ? offence->linked[0]->hearings
               : gather_hearings(ctx, offence->linked, offence->hearing_count);
}

/* Of two programmes with a start, or NULL, the one that starts later, and else stands later. */
static const struct programme *later_start(const struct programme *a, const struct programme *b)
{
    if (!a || !b)
        return a ? a : b;
    if (a->StartDate.number != b->StartDate.number)
        return a->StartDate.number > b->StartDate.number ? a : b;
    return a->row.number > b->row.number ? a : b;
}

static void add_custody(struct custody *all, const struct custody *more)
{
    all->any |= more->any;
    all->last = later_start(all->last, more->last);
}

static void add_types(struct programme_types *all, const struct programme_types *more)
{
    all->types |= more->types;
    all->any_counts |= more->any_counts;
    all->any_ended |= more->any_ended;
}

static struct programme_types types_of(const struct sv_context *ctx,
                                       const struct programme *programme)
{
    struct sv_value type = programme->DisposalType;
    return (struct programme_types){.types = readable(type) ? UINT64_C(1) << type.number : 0,
                                    .any_counts = counts(ctx, type),
                                    .any_ended = ended_in_period(ctx, programme)};
}

void note_programmes(const struct sv_context *ctx, struct same_id *id)
{
    for (uint32_t i = 0; i < id->count; i++) {
        const struct programme *programme = WITH_ID(programme, id, i);
        struct programme_types types = types_of(ctx, programme);
        bool starts = day(programme->StartDate) != SV_NONE;
        struct custody custody = {starts ? programme : NULL, true};
        add_types(&id->types, &types);
        if (is_code(programme->DisposalType, DisposalType_DTO_CUSTODY))
            add_custody(&id->custody, &custody);
    }
}

/* The later of two days by which something is so; SV_NONE when one of them is. */
static sv_day both_by(sv_day a, sv_day b)
{
    return a == SV_NONE || b == SV_NONE ? SV_NONE : later_of(a, b);
}

/* Of no offence: all of them have it by any day. */
static const struct offence_days no_days = {SV_NONE, SV_NONE + 1, SV_NONE + 1};

static void add_days(struct offence_days *days, const struct offence_days *more)
{
    days->first = earlier_of(days->first, more->first);
    days->decided = both_by(days->decided, more->decided);
    days->disposed = both_by(days->disposed, more->disposed);
}

static struct offence_days days_of(const struct sv_context *ctx, const struct offence *offence)
{
    struct offence_days days = {day(offence->OffenceDate), SV_NONE, SV_NONE};
    FOR_EACH (ctx, outcome, outcome, offence) {
        sv_day made = day(outcome->OutcomeDate);
        days.decided = earlier_of(days.decided, made);
        if (has_tier(outcome, SUBSTANTIVE_TIERS))
            days.disposed = earlier_of(days.disposed, made);
    }
    return days;
}

void note_heard_offences(struct same_id *id)
{
    id->days = no_days;
    FOR_EACH_ID(offence, linked_offences(id))
    add_days(&id->days, &offence.id->days);
}

void note_offence(const struct sv_context *ctx, struct same_id *id)
{
    make_runs(ctx, id);
    id->days = no_days;
    for (uint32_t i = 0; i < id->count; i++) {
        struct offence_days days = days_of(ctx, WITH_ID(offence, id, i));
        add_days(&id->days, &days);
    }
    id->hearings = hearings_of(ctx, id);
    FOR_EACH_ID(linked, linked_programmes(id))
    {
        add_types(&id->types, &linked.id->types);
        add_custody(&id->custody, &linked.id->custody);
    }
}

/* Adds the outcomes of an offence to those that are noted for a programme. */
static void add_runs(struct same_id *programme, struct outcome_facts *facts,
                     const struct same_id *offence)
{
    for (uint32_t r = 0; r < offence->run_count; r++) {
        const struct outcome_facts *more = &offence->runs[r].facts;
        uint32_t i = 0;
        while (i < programme->fact_count &&
               facts[i].legal_outcome.number != more->legal_outcome.number)
            i++;
        if (i < programme->fact_count)
            add_facts(&facts[i], more);
        else
            facts[programme->fact_count++] = *more;
    }
}

void note_their_offences(const struct sv_context *ctx, struct same_id *id)
{
    size_t kinds = 0;
    FOR_EACH_ID(offence, linked_offences(id))
    kinds += offence.id->run_count;
    kinds = kinds < KINDS_MAX ? kinds : KINDS_MAX;
    struct outcome_facts *facts = ctx->host->keep(ctx, (kinds + 1) * sizeof(*facts));
    FOR_EACH_ID(offence, linked_offences(id))
    {
        add_runs(id, facts, offence.id);
        id->any_victim |= (offence.id->named & LINK_OV) != 0;
        add_custody(&id->shared_custody, &offence.id->custody);
    }
    id->facts = facts;
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
