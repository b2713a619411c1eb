#include "overlaps.h"

#include <stdlib.h>

#include "links.h"

/* Records are written to here, and where prepare.c says. */

/* Tells a record of the first one that overlaps it. */
typedef void note_first(const struct sv_row *row, const struct sv_row *first);

/* Tells each record of those noted before it. */
static void note_earlier(const struct sv_context *ctx, struct timeline *timeline, note_first *note)
{
    timeline_build(ctx, timeline);
    for (uint32_t i = 0; i < timeline->count; i++) {
        const struct span *span = &timeline->spans[i];
        const struct sv_row *earlier = timeline_first(timeline, span);
        if (earlier)
            note(span->row, earlier);
        timeline_add(timeline, span);
    }
}

static int compare_numbers(const struct span *a, const struct span *b)
{
    return a->row->number < b->row->number ? -1 : a->row->number > b->row->number;
}

static int by_number(const void *left, const void *right)
{
    return compare_numbers(left, right);
}

static int by_start(const void *left, const void *right)
{
    const struct span *a = left;
    const struct span *b = right;
    return a->start != b->start ? (a->start < b->start ? -1 : 1) : compare_numbers(a, b);
}

static void sort_spans(struct timeline *timeline, int (*compare)(const void *, const void *))
{
    if (timeline->count > 1)
        qsort(timeline->spans, timeline->count, sizeof(*timeline->spans), compare);
}

static void note_residence(const struct sv_row *row, const struct sv_row *first)
{
    WRITABLE(residence, row)->earlier = (const struct residence *)first;
}

/* Main residences. */
static void note_residences(const struct sv_context *ctx, const struct person *child,
                            struct timeline *timeline)
{
    timeline_clear(timeline);
    FOR_EACH (ctx, residence, residence, child) {
        if (is_true(residence->KPI1PrimaryResidence))
            timeline_note(ctx, timeline, 0, day(residence->Date), residence->until,
                          &residence->row);
    }
    note_earlier(ctx, timeline, note_residence);
}

static void note_care(const struct sv_row *row, const struct sv_row *first)
{
    WRITABLE(care, row)->earlier = (const struct care *)first;
}

/* Care statuses of one kind. */
static void note_care_statuses(const struct sv_context *ctx, const struct person *child,
                               struct timeline *timeline)
{
    timeline_clear(timeline);
    FOR_EACH (ctx, care, care, child) {
        if (present(care->Status))
            timeline_note(ctx, timeline, code_key(ctx, care->Status), day(care->StartDate),
                          open_end(care->EndDate), &care->row);
    }
    sort_spans(timeline, by_start);
    note_earlier(ctx, timeline, note_care);
}

/* Of early help: plans, and referrals by the day before them, on which a plan must have begun. */
static void note_plans(const struct sv_context *ctx, const struct person *child,
                       struct timeline *timeline)
{
    timeline_clear(timeline);
    FOR_EACH (ctx, care, care, child) {
        sv_day start = day(care->StartDate);
        if (is_code(care->Status, CareStatus_EARLY_HELP_PLAN))
            timeline_note(ctx, timeline, 0, start, open_end(care->EndDate), &care->row);
        if (is_code(care->Status, CareStatus_EARLY_HELP_REFERRAL))
            timeline_note(ctx, timeline, 0, sv_add_days(start, -1), start, &care->row);
    }
    timeline_build(ctx, timeline);
    for (uint32_t i = 0; i < timeline->count; i++) {
        const struct care *care = (const struct care *)timeline->spans[i].row;
        if (is_code(care->Status, CareStatus_EARLY_HELP_PLAN))
            timeline_add(timeline, &timeline->spans[i]);
    }
    for (uint32_t i = 0; i < timeline->count; i++) {
        const struct care *care = (const struct care *)timeline->spans[i].row;
        WRITABLE(care, care)->had_plan = timeline_first(timeline, &timeline->spans[i]) != NULL;
    }
}

/* Education and the like, for those that say that there is none. */
static void note_education(const struct sv_context *ctx, const struct person *child,
                           struct timeline *timeline)
{
    timeline_clear(timeline);
    FOR_EACH (ctx, ete, ete, child) {
        if (present(ete->ProvisionType))
            timeline_note(ctx, timeline, 0, day(ete->StartDate), open_end(ete->EndDate), &ete->row);
    }
    timeline_build(ctx, timeline);
    for (uint32_t i = 0; i < timeline->count; i++) {
        const struct ete *ete = (const struct ete *)timeline->spans[i].row;
        if (!is_code(ete->ProvisionType, ETEProvisionType_NONE))
            timeline_add(timeline, &timeline->spans[i]);
    }
    for (uint32_t i = 0; i < timeline->count; i++) {
        struct ete *ete = WRITABLE(ete, timeline->spans[i].row);
        ete->provided = (const struct ete *)timeline_first(timeline, &timeline->spans[i]);
    }
}

/* An offence may be one of several that the programme shares with others. */
static void note_programme(const struct sv_row *row, const struct sv_row *first)
{
    struct programme *programme = WRITABLE(programme, row);
    if (!programme->earlier || first->number < programme->earlier->row.number)
        programme->earlier = (const struct programme *)first;
}

/* Programmes of one kind for an offence. */
static void note_programmes_of(const struct sv_context *ctx, const struct same_id *offence,
                               struct timeline *timeline)
{
    timeline_clear(timeline);
    FOR_EACH_ID(linked, linked_programmes(offence))
    {
        for (uint32_t i = 0; i < linked.id->count && i < SAME_ID_MAX; i++) {
            const struct programme *programme = WITH_ID(programme, linked.id, i);
            sv_day end = missing(programme->EndDate) ? INT32_MAX : day(programme->EndDate);
            if (present(programme->DisposalType))
                timeline_note(ctx, timeline, code_key(ctx, programme->DisposalType),
                              day(programme->StartDate), end, &programme->row);
        }
    }
    sort_spans(timeline, by_number);
    note_earlier(ctx, timeline, note_programme);
}

void note_overlaps(const struct sv_context *ctx, const struct person *child,
                   struct timeline *timeline)
{
    note_residences(ctx, child, timeline);
    note_care_statuses(ctx, child, timeline);
    note_plans(ctx, child, timeline);
    note_education(ctx, child, timeline);
    FOR_EACH (ctx, offence, offence, child) {
        if (offence->id && offence->id->rows[0] == &offence->row)
            note_programmes_of(ctx, offence->id, timeline);
    }
}
