#include "prepare.h"

#include <stdio.h>
#include <stdlib.h>

#include "facts.h"

/* This is the one place where records are written to. */

/* Texts that records are compared by; with longer values they are not compared. */
#define KEY_ROOM 1024

struct key {
    char text[KEY_ROOM];
    size_t length;
    bool too_long;
};

static void add_character(struct key *key, char c)
{
    if (key->length + 1 < KEY_ROOM)
        key->text[key->length++] = c;
    else
        key->too_long = true;
}

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* What ends a value within a key. */
#define END_OF_VALUE '\x1f'

/* Adds a text with runs of white space made one space, and a to z made A to Z. */
static void add_folded(struct key *key, const char *text)
{
    for (; *text; text++) {
        bool lower = *text >= 'a' && *text <= 'z';
        if (!is_white(*text))
            add_character(key, lower ? (char)(*text - 'a' + 'A') : *text);
        else if (!is_white(text[1]))
            add_character(key, ' ');
    }
    add_character(key, END_OF_VALUE);
}

static void add_text(struct key *key, const char *text)
{
    for (; *text; text++)
        add_character(key, *text);
    add_character(key, END_OF_VALUE);
}

/* Adds a value of a type that keeps no text when it is good, with what stands for it. */
static void add_value(const struct sv_context *ctx, struct key *key, struct sv_value v)
{
    char text[16];
    snprintf(text, sizeof(text), "%d", v.number);
    add_text(key, v.text ? text_of(ctx, v) : missing(v) ? "" : text);
}

/* The key as a derived value; a missing one when it is too long. */
static struct sv_value keep_key(const struct sv_context *ctx, struct key *key)
{
    struct sv_value none = {.number = SV_NONE};
    key->text[key->length] = '\0';
    return key->too_long ? none : ctx->host->keep_text(ctx, key->text);
}

/* UPN, or ULN, or the name. */
static void note_identity(const struct sv_context *ctx, struct Person *person)
{
    char name[KEY_ROOM];
    person->Identity = present(person->UPN) ? person->UPN : person->UniqueLearnerNumber;
    if (present(person->Identity) || (missing(person->Surname) && missing(person->Forename)))
        return;
    snprintf(name, sizeof(name), "%.400s, %.400s", text_of(ctx, person->Surname),
             text_of(ctx, person->Forename));
    person->Identity = ctx->host->keep_text(ctx, name);
}

/* The name and date of birth as they are compared. False when one of them is not there. */
static bool make_namesake(const struct sv_context *ctx, const struct Person *person,
                          struct key *key)
{
    if (missing(person->Surname) || missing(person->Forename) || !readable(person->PersonBirthDate))
        return false;
    add_folded(key, text_of(ctx, person->Surname));
    add_folded(key, text_of(ctx, person->Forename));
    add_value(ctx, key, person->PersonBirthDate);
    return true;
}

static void note_namesake(const struct sv_context *ctx, struct Person *person)
{
    struct key key = {.length = 0};
    if (make_namesake(ctx, person, &key))
        person->Namesake = keep_key(ctx, &key);
}

/* Only persons who have namesakes are compared by their UPN too. */
static void note_namesakes_with_upn(const struct sv_context *ctx)
{
    const struct sv_at namesake = AT(Person, Namesake);
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, NULL, namesake);
    FOR_EACH (ctx, Person, person, NULL) {
        struct key key = {.length = 0};
        if (missing(person->UPN) || !ctx->host->first_equal(repeats, &person->row) ||
            !make_namesake(ctx, person, &key))
            continue;
        add_folded(&key, text_of(ctx, person->UPN));
        WRITABLE(Person, person)->NamesakeUPN = keep_key(ctx, &key);
    }
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
    struct key key = {.length = 0};
    add_text(&key, text_of(ctx, placement->URN));
    add_text(&key, text_of(ctx, placement->UKPRN));
    add_value(ctx, &key, placement->SENSetting);
    add_value(ctx, &key, placement->PlacementRank);
    add_value(ctx, &key, placement->EntryDate);
    placement->SamePlacement = keep_key(ctx, &key);
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

void prepare_sen2(const struct sv_context *ctx)
{
    FOR_EACH (ctx, Person, person, NULL) {
        struct Person *writable = WRITABLE(Person, person);
        note_identity(ctx, writable);
        note_namesake(ctx, writable);
    }
    note_namesakes_with_upn(ctx);
}

void prepare_sen2_person(const struct sv_context *ctx, const struct sv_row *person)
{
    if (!person)
        return; /* nothing to note about the header */
    note_plans(ctx, WRITABLE(Person, person));
    FOR_EACH (ctx, Requests, request, person)
        note_request(ctx, WRITABLE(Requests, request));
    FOR_EACH (ctx, ActivePlans, active, person)
        note_placements(ctx, WRITABLE(ActivePlans, active));
}
