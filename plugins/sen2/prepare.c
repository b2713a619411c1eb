#include "prepare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts.h"

/* This is the one place where records are written to. */
#define WRITABLE(T, record) ((struct T *)(uintptr_t)(record))

/* Longer keys are cut: values of a return are not that long. */
#define KEY_ROOM 1024

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Appends a text and a mark that ends it; with runs of white space made one space, and a to z made
 * A to Z. */
static void append_folded(char key[KEY_ROOM], const char *text)
{
    size_t used = strlen(key);
    for (; *text && used + 2 < KEY_ROOM; text++) {
        if (is_white(*text) && is_white(text[1]))
            continue;
        bool lower = *text >= 'a' && *text <= 'z';
        key[used++] = is_white(*text) ? ' ' : lower ? (char)(*text - 'a' + 'A') : *text;
    }
    key[used++] = '\x1f';
    key[used] = '\0';
}

static void append(char key[KEY_ROOM], const char *text)
{
    size_t used = strlen(key);
    snprintf(key + used, KEY_ROOM - used, "%s\x1f", text);
}

/* A value of a type that keeps no text when it is good, with what stands for it. */
static void append_value(const struct sv_context *ctx, char key[KEY_ROOM], struct sv_value v)
{
    char text[16];
    snprintf(text, sizeof(text), "%d", v.number);
    append(key, v.text ? text_of(ctx, v) : missing(v) ? "" : text);
}

/* UPN, or ULN, or the name. */
static void note_identity(const struct sv_context *ctx, struct Person *person)
{
    char name[KEY_ROOM];
    person->Identity = present(person->UPN) ? person->UPN : person->UniqueLearnerNumber;
    person->Identity.offset = 0;
    if (present(person->Identity) || (missing(person->Surname) && missing(person->Forename)))
        return;
    snprintf(name, sizeof(name), "%.400s, %.400s", text_of(ctx, person->Surname),
             text_of(ctx, person->Forename));
    person->Identity = ctx->host->keep_text(ctx, name);
}

static void note_namesake(const struct sv_context *ctx, struct Person *person)
{
    char key[KEY_ROOM] = "";
    if (missing(person->Surname) || missing(person->Forename) || !readable(person->PersonBirthDate))
        return;
    append_folded(key, text_of(ctx, person->Surname));
    append_folded(key, text_of(ctx, person->Forename));
    append_value(ctx, key, person->PersonBirthDate);
    person->Namesake = ctx->host->keep_text(ctx, key);
    if (missing(person->UPN))
        return;
    append_folded(key, text_of(ctx, person->UPN));
    person->NamesakeUPN = ctx->host->keep_text(ctx, key);
}

static bool is_there(const struct sv_context *ctx, struct sv_value start, struct sv_value end)
{
    sv_day day = census_day(ctx);
    return readable(start) && start.number <= day && (missing(end) || after_day(end, day));
}

static int compare_plans(const void *left, const void *right)
{
    const struct NamedPlan *a = *(const struct NamedPlan *const *)left;
    const struct NamedPlan *b = *(const struct NamedPlan *const *)right;
    if (a->StartDate.number != b->StartDate.number)
        return a->StartDate.number < b->StartDate.number ? -1 : 1;
    return a->row.number < b->row.number ? -1 : 1;
}

static void note_plans(const struct sv_context *ctx, struct Person *person)
{
    uint32_t count = 0;
    FOR_EACH (ctx, NamedPlan, plan, person) {
        WRITABLE(NamedPlan, plan)->is_active = is_there(ctx, plan->StartDate, plan->CeaseDate);
        person->has_active_plan |= plan->is_active;
        count += readable(plan->StartDate);
    }
    if (count < 2)
        return; /* nothing to compare */
    const struct NamedPlan **plans = ctx->host->keep(ctx, count * sizeof(struct NamedPlan *));
    person->plans = plans;
    FOR_EACH (ctx, NamedPlan, plan, person) {
        if (readable(plan->StartDate))
            plans[person->plan_count++] = plan;
    }
    qsort(plans, count, sizeof(struct NamedPlan *), compare_plans);
}

static void note_same_placement(const struct sv_context *ctx, struct PlacementDetail *placement)
{
    char key[KEY_ROOM] = "";
    append(key, text_of(ctx, placement->URN));
    append(key, text_of(ctx, placement->UKPRN));
    append_value(ctx, key, placement->SENSetting);
    append_value(ctx, key, placement->PlacementRank);
    append_value(ctx, key, placement->EntryDate);
    placement->SamePlacement = ctx->host->keep_text(ctx, key);
}

static int compare_placements(const void *left, const void *right)
{
    const struct PlacementDetail *a = *(const struct PlacementDetail *const *)left;
    const struct PlacementDetail *b = *(const struct PlacementDetail *const *)right;
    if (a->EntryDate.number != b->EntryDate.number)
        return a->EntryDate.number < b->EntryDate.number ? -1 : 1;
    return a->row.number < b->row.number ? -1 : 1;
}

static void note_placements(const struct sv_context *ctx, struct ActivePlans *active)
{
    uint32_t count = 0;
    uint32_t all = 0;
    FOR_EACH (ctx, PlacementDetail, placement, active) {
        WRITABLE(PlacementDetail, placement)->is_open =
            is_there(ctx, placement->EntryDate, placement->LeavingDate);
        count += readable(placement->EntryDate);
        all++;
    }
    if (all < 2)
        return; /* nothing to compare */
    const struct PlacementDetail **placements =
        ctx->host->keep(ctx, (count + 1) * sizeof(struct PlacementDetail *));
    active->placements = placements;
    FOR_EACH (ctx, PlacementDetail, placement, active) {
        note_same_placement(ctx, WRITABLE(PlacementDetail, placement));
        if (readable(placement->EntryDate))
            placements[active->placement_count++] = placement;
    }
    qsort(placements, count, sizeof(struct PlacementDetail *), compare_placements);
}

static void note_request(const struct sv_context *ctx, struct Requests *request)
{
    request->assessment = (const struct Assessment *)first_below(ctx, request, TABLE_Assessment);
    request->plan = (const struct NamedPlan *)first_below(ctx, request, TABLE_NamedPlan);
    request->active = (const struct ActivePlans *)first_below(ctx, request, TABLE_ActivePlans);
}

void prepare(const struct sv_context *ctx)
{
    FOR_EACH (ctx, Person, person, NULL) {
        struct Person *writable = WRITABLE(Person, person);
        note_identity(ctx, writable);
        note_namesake(ctx, writable);
        note_plans(ctx, writable);
    }
    FOR_EACH (ctx, Requests, request, NULL)
        note_request(ctx, WRITABLE(Requests, request));
    FOR_EACH (ctx, ActivePlans, active, NULL)
        note_placements(ctx, WRITABLE(ActivePlans, active));
}
