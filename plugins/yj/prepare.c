#include "prepare.h"

#include <stdio.h>
#include <stdlib.h>

#include "entrants.h"
#include "links.h"
#include "order.h"
#include "overlaps.h"
#include "repeated.h"
#include "victim_answers.h"

/* Records are written to here, in links.c, order.c, overlaps.c, repeated.c, entrants.c and
 * victim_answers.c, and nowhere else. */

/* The year that a period ending on a day belongs to. */
static int year_of_period(sv_day end)
{
    if (end == SV_NONE)
        return SV_NONE;
    struct sv_date date = sv_date_of(end);
    return date.year + (date.month >= 4);
}

static void note_header(const struct sv_context *ctx)
{
    struct header *first = WRITABLE(header, first_header(ctx));
    if (!first_below(ctx, NULL, TABLE_header))
        return;
    first->today = SV_NONE;
    first->year = year_of_period(return_end(ctx));
    FOR_EACH (ctx, header, header, NULL)
        first->today = earlier_of(first->today, day(header->ExtractDateTime));
}

static int compare_homes(const void *left, const void *right)
{
    const struct home *a = left;
    const struct home *b = right;
    return a->since < b->since ? -1 : a->since > b->since;
}

static uint8_t area_of(struct sv_value description)
{
    return is_code(description, LocalOther_LOCAL)   ? AREA_LOCAL
           : is_code(description, LocalOther_OTHER) ? AREA_OTHER
                                                    : AREA_UNKNOWN;
}

/* Which of two areas of one date counts. */
static uint8_t stronger(uint8_t a, uint8_t b)
{
    return a == AREA_LOCAL || b == AREA_LOCAL   ? AREA_LOCAL
           : a == AREA_OTHER || b == AREA_OTHER ? AREA_OTHER
                                                : AREA_UNKNOWN;
}

/* The residences of a child that have a date, by date; one without area has AREA_NONE. */
static uint32_t gather_homes(const struct sv_context *ctx, const struct person *child,
                             struct home *homes)
{
    uint32_t count = 0;
    FOR_EACH (ctx, residence, residence, child) {
        uint8_t area =
            missing(residence->Description) ? AREA_NONE : area_of(residence->Description);
        if (day(residence->Date) != SV_NONE)
            homes[count++] = (struct home){day(residence->Date), area};
    }
    if (count > 1)
        qsort(homes, count, sizeof(*homes), compare_homes);
    return count;
}

static sv_day next_home(const struct home *homes, uint32_t count, sv_day after)
{
    uint32_t lo = 0;
    for (uint32_t hi = count; lo < hi;) {
        uint32_t middle = (lo + hi) / 2;
        if (homes[middle].since <= after)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo < count ? homes[lo].since : INT32_MAX;
}

/* Makes those of one date one, and leaves those without area out. Returns how many are left. */
static uint32_t merge_homes(struct home *homes, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (homes[i].area == AREA_NONE)
            continue;
        if (kept > 0 && homes[kept - 1].since == homes[i].since)
            homes[kept - 1].area = stronger(homes[kept - 1].area, homes[i].area);
        else
            homes[kept++] = homes[i];
    }
    return kept;
}

static void note_homes(const struct sv_context *ctx, struct person *child)
{
    uint32_t count = 0;
    FOR_EACH (ctx, residence, residence, child)
        count++;
    if (count == 0)
        return;
    struct home *homes = ctx->host->keep(ctx, count * sizeof(*homes));
    count = gather_homes(ctx, child, homes);
    FOR_EACH (ctx, residence, residence, child) {
        sv_day since = day(residence->Date);
        WRITABLE(residence, residence)->until = no_date(residence->KPI1EndDate)
                                                    ? next_home(homes, count, since)
                                                    : day(residence->KPI1EndDate);
    }
    child->home_count = merge_homes(homes, count);
    child->homes = homes;
}

static int compare_transfers(const void *left, const void *right)
{
    const struct transfer *a = *(const struct transfer *const *)left;
    const struct transfer *b = *(const struct transfer *const *)right;
    if (a->Date.number != b->Date.number)
        return a->Date.number < b->Date.number ? -1 : 1;
    return a->row.number < b->row.number ? -1 : 1;
}

static void note_transfers(const struct sv_context *ctx, struct person *child)
{
    uint32_t count = 0;
    FOR_EACH (ctx, transfer, transfer, child)
        count += day(transfer->Date) != SV_NONE;
    if (count == 0)
        return;
    const struct transfer **transfers = ctx->host->keep(ctx, count * sizeof(struct transfer *));
    FOR_EACH (ctx, transfer, transfer, child) {
        if (day(transfer->Date) != SV_NONE)
            transfers[child->transfer_count++] = transfer;
    }
    qsort(transfers, count, sizeof(struct transfer *), compare_transfers);
    child->transfers = transfers;
}

/* A day with a legal outcome: that of an outcome, or of the one that it replaces on appeal. */
struct dated {
    sv_day day;
    int key;
    const struct outcome *outcome;
};

static int compare_dated(const void *left, const void *right)
{
    const struct dated *a = left;
    const struct dated *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->outcome->row.number < b->outcome->row.number ? -1 : 1;
}

/* Outcomes of one offence, by their dates, and by the dates of those that they replace. */
struct appeals {
    struct dated *made;
    struct dated *replaced;
    uint32_t made_count;
    uint32_t replaced_count;
};

/* Place of the first with this day and key, or a later one. */
static uint32_t first_from(const struct dated *list, uint32_t count, sv_day day, int64_t key)
{
    uint32_t lo = 0;
    for (uint32_t hi = count; lo < hi;) {
        uint32_t middle = (lo + hi) / 2;
        bool earlier =
            list[middle].day < day || (list[middle].day == day && list[middle].key < key);
        if (earlier)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

/* Another outcome of the offence, with another legal outcome, replaces that of this day. */
static bool is_replaced(const struct appeals *appeals, sv_day made, int key)
{
    const struct dated *list = appeals->replaced;
    uint32_t from = first_from(list, appeals->replaced_count, made, INT32_MIN);
    uint32_t to = first_from(list, appeals->replaced_count, made, INT64_MAX);
    return from < to && (list[from].key != key || list[to - 1].key != key);
}

/* It replaces another outcome of the offence without change. */
static bool is_unchanged(const struct appeals *appeals, sv_day made, int key, sv_day replaced)
{
    uint32_t from = first_from(appeals->made, appeals->made_count, replaced, key);
    uint32_t to = first_from(appeals->made, appeals->made_count, replaced, (int64_t)key + 1);
    return to - from > (made == replaced ? 1U : 0U);
}

static bool is_effective(const struct sv_context *ctx, const struct outcome *outcome,
                         const struct appeals *appeals)
{
    int key = code_key(ctx, outcome->LegalOutcome);
    sv_day made = day(outcome->OutcomeDate);
    sv_day replaced = day(outcome->OutcomeDateOfAppealedOutcome);
    if (is_code(outcome->LegalOutcome, LegalOutcome_APPEAL_ALLOWED))
        return false;
    if (key == SV_NONE || appeals->replaced_count == 0)
        return true;
    return !(made != SV_NONE && is_replaced(appeals, made, key)) &&
           !(replaced != SV_NONE && is_unchanged(appeals, made, key, replaced));
}

static const struct outcome *find_twin(const struct sv_context *ctx, const struct outcome *outcome,
                                       const struct appeals *appeals)
{
    int key = code_key(ctx, outcome->LegalOutcome);
    sv_day made = day(outcome->OutcomeDate);
    if (key == SV_NONE || made == SV_NONE)
        return NULL;
    return appeals->made[first_from(appeals->made, appeals->made_count, made, key)].outcome;
}

static void gather_appeals(const struct sv_context *ctx, const struct offence *offence,
                           struct appeals *appeals)
{
    FOR_EACH (ctx, outcome, outcome, offence) {
        int key = code_key(ctx, outcome->LegalOutcome);
        sv_day made = day(outcome->OutcomeDate);
        sv_day replaced = day(outcome->OutcomeDateOfAppealedOutcome);
        if (key != SV_NONE && made != SV_NONE)
            appeals->made[appeals->made_count++] = (struct dated){made, key, outcome};
        if (key != SV_NONE && replaced != SV_NONE)
            appeals->replaced[appeals->replaced_count++] = (struct dated){replaced, key, outcome};
    }
    qsort(appeals->made, appeals->made_count, sizeof(struct dated), compare_dated);
    qsort(appeals->replaced, appeals->replaced_count, sizeof(struct dated), compare_dated);
}

static sv_day end_of_order(const struct outcome *outcome)
{
    return no_date(outcome->OutcomeEndDate) ? end_by_term(outcome) : day(outcome->OutcomeEndDate);
}

static uint32_t count_outcomes(const struct sv_context *ctx, const void *under)
{
    uint32_t count = 0;
    FOR_EACH (ctx, outcome, outcome, under)
        count++;
    return count;
}

static void note_outcomes(const struct sv_context *ctx, const struct offence *offence,
                          struct appeals *appeals)
{
    appeals->made_count = appeals->replaced_count = 0;
    gather_appeals(ctx, offence, appeals);
    FOR_EACH (ctx, outcome, outcome, offence) {
        struct outcome *writable = WRITABLE(outcome, outcome);
        writable->term = term_of(outcome);
        writable->end = end_of_order(outcome);
        writable->effective = is_effective(ctx, outcome, appeals);
        writable->twin = find_twin(ctx, outcome, appeals);
    }
}

static int compare_by_date(const void *left, const void *right)
{
    const struct outcome *a = *(const struct outcome *const *)left;
    const struct outcome *b = *(const struct outcome *const *)right;
    if (a->OutcomeDate.number != b->OutcomeDate.number)
        return a->OutcomeDate.number < b->OutcomeDate.number ? -1 : 1;
    return a->row.number < b->row.number ? -1 : 1;
}

/* The outcomes of a child that have a date, by date. */
static void note_by_date(const struct sv_context *ctx, struct person *child, uint32_t count)
{
    const struct outcome **outcomes = ctx->host->keep(ctx, count * sizeof(struct outcome *));
    FOR_EACH (ctx, outcome, outcome, child) {
        if (day(outcome->OutcomeDate) != SV_NONE)
            outcomes[child->outcome_count++] = outcome;
    }
    qsort(outcomes, child->outcome_count, sizeof(struct outcome *), compare_by_date);
    child->outcomes = outcomes;
}

/* Texts by which children are compared; room for the longest ids that the schema lets through. */
#define KEY_ROOM 512

static void note_keys(const struct sv_context *ctx, struct person *child)
{
    char key[KEY_ROOM];
    struct pnc pnc;
    const char *origin = originating_id(ctx, child);
    if (missing(child->CurrentYOTID))
        return;
    if (read_pnc(ctx, child->PNCNumber, &pnc)) {
        snprintf(key, sizeof(key), "%04d/%07d%c", pnc.year, pnc.serial, pnc.letter);
        child->SamePNC = ctx->host->keep_text(ctx, key);
    }
    if (origin[0] && day(child->DateOfBirth) != SV_NONE && strlen(origin) < KEY_ROOM - 16) {
        snprintf(key, sizeof(key), "%d %s", day(child->DateOfBirth), origin);
        child->SameOrigin = ctx->host->keep_text(ctx, key);
    }
}

/* The ids in the list of deleted children, in order. */
struct deletions {
    const char **ids;
    size_t count;
};

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static struct deletions find_deletions(const struct sv_context *ctx)
{
    struct deletions deletions = {NULL, 0};
    size_t count = 0;
    FOR_EACH (ctx, deleted, deleted, NULL)
        count++;
    if (count == 0)
        return deletions;
    deletions.ids = ctx->host->keep(ctx, count * sizeof(*deletions.ids));
    FOR_EACH (ctx, deleted, deleted, NULL) {
        if (present(deleted->CurrentYOTID))
            deletions.ids[deletions.count++] = text_of(ctx, deleted->CurrentYOTID);
    }
    qsort(deletions.ids, deletions.count, sizeof(*deletions.ids), compare_texts);
    return deletions;
}

static bool is_deleted(const struct sv_context *ctx, const struct person *child,
                       const struct deletions *deletions)
{
    const char *id = text_of(ctx, child->CurrentYOTID);
    return deletions->count > 0 && id[0] &&
           bsearch(&id, deletions->ids, deletions->count, sizeof(*deletions->ids), compare_texts);
}

/* The first custodial sentence or secure remand. */
static void note_custody(const struct sv_context *ctx, struct person *child)
{
    child->custody = SV_NONE;
    FOR_EACH (ctx, outcome, outcome, child) {
        if (has_tier(outcome, TIER_CUSTODY))
            child->custody = earlier_of(child->custody, day(outcome->OutcomeDate));
    }
    FOR_EACH (ctx, hearing, hearing, child) {
        if (readable(hearing->RemandDecision) &&
            remand_groups[hearing->RemandDecision.number] == REMAND_SECURE)
            child->custody = earlier_of(child->custody, day(hearing->HearingDate));
    }
}

/* Memory that is needed for one child after the other. */
struct shared_memory {
    struct appeals appeals; /* with room for so many outcomes */
    uint32_t room;
    struct linking_memory *linking;
    struct timeline timeline;
};

static void make_room_for(const struct sv_context *ctx, struct shared_memory *memory,
                          uint32_t outcomes)
{
    if (memory->room >= outcomes)
        return;
    memory->room = 2 * outcomes;
    memory->appeals.made = ctx->host->keep(ctx, memory->room * sizeof(struct dated));
    memory->appeals.replaced = ctx->host->keep(ctx, memory->room * sizeof(struct dated));
}

static void prepare_child(const struct sv_context *ctx, struct person *child,
                          struct shared_memory *memory)
{
    uint32_t outcomes = count_outcomes(ctx, child);
    note_keys(ctx, child);
    note_homes(ctx, child);
    note_transfers(ctx, child);
    note_custody(ctx, child);
    if (outcomes > 0) {
        make_room_for(ctx, memory, outcomes);
        FOR_EACH (ctx, offence, offence, child)
            note_outcomes(ctx, offence, &memory->appeals);
        note_by_date(ctx, child, outcomes);
    }
    link_child(ctx, child, &memory->linking);
    note_overlaps(ctx, child, &memory->timeline);
    note_repeated(ctx, child);
    note_order(ctx, child);
}

void prepare_yj(const struct sv_context *ctx)
{
    struct shared_memory memory = {.room = 0};
    struct deletions deletions = find_deletions(ctx);
    note_header(ctx);
    FOR_EACH (ctx, person, person, NULL) {
        struct person *child = WRITABLE(person, person);
        child->deleted = is_deleted(ctx, child, &deletions);
        prepare_child(ctx, child, &memory);
    }
    note_entrants(ctx);
    note_victims(ctx);
}
