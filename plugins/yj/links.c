#include "links.h"

#include <stdlib.h>

/* This is one of the two places where records are written to. */
#define WRITABLE(T, record) ((struct T *)(uintptr_t)(record))

enum { OFFENCE, HEARING, PROGRAMME, VICTIM, PARENTING, ASSESSMENT };

/* An id while it is looked for: its kind and text, and what is known of it so far. */
struct naming {
    const char *text;
    uint32_t hash;
    uint8_t kind;
    uint8_t named;
    uint32_t records;
    uint32_t links[3]; /* of an offence: to hearings, programmes, victims; else the first */
    struct same_id *made;
    const struct sv_row **row;      /* where its next record goes */
    const struct same_id **link[3]; /* where its next links go */
};

/* A link row, by its kind and the places of its two ids; NOWHERE: blank. */
struct joint {
    uint32_t from;
    uint32_t to;
    enum link_kind link;
    const struct sv_row *row;
};

#define NOWHERE UINT32_MAX

struct linking_memory {
    struct naming *namings;
    struct joint *joints;
    uint32_t *slots; /* of the hash table: place of a naming + 1 */
    uint32_t room;   /* for so many ids and link rows; there are four times as many slots */
    uint32_t naming_count;
    uint32_t joint_count;
    uint32_t slot_mask;
};

/* The tables that have ids, and those that name them, in one place: VISIT(table, id field, kind),
 * JOIN(table, field, kind, field, kind, what it is as a link). */
#define TABLES_WITH_IDS(VISIT)                                                                     \
    VISIT(offence, OffenceID, OFFENCE)                                                             \
    VISIT(hearing, HearingID, HEARING)                                                             \
    VISIT(programme, InterventionProgrammeID, PROGRAMME)                                           \
    VISIT(victim, VictimInterventionID, VICTIM)                                                    \
    VISIT(parenting, ParentingInterventionID, PARENTING)                                           \
    VISIT(assetplus, AssessmentID, ASSESSMENT)

#define TABLES_OF_LINKS(JOIN)                                                                      \
    JOIN(link_ho, HearingID, HEARING, OffenceID, OFFENCE, LINK_HO)                                 \
    JOIN(link_hp, HearingID, HEARING, InterventionProgrammeID, PROGRAMME, LINK_HP)                 \
    JOIN(link_op, OffenceID, OFFENCE, InterventionProgrammeID, PROGRAMME, LINK_OP)                 \
    JOIN(link_ov, OffenceID, OFFENCE, VictimInterventionID, VICTIM, LINK_OV)                       \
    JOIN(link_pa, InterventionProgrammeID, PROGRAMME, AssessmentID, ASSESSMENT, LINK_PA)           \
    JOIN(link_pp, InterventionProgrammeID, PROGRAMME, ParentingInterventionID, PARENTING, LINK_PP)

static uint32_t hash_of(const char *text, uint8_t kind)
{
    uint32_t hash = 2166136261U + kind;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619U;
    return hash;
}

/* The place of an id, which is made when it is new. */
static uint32_t place_of(struct linking_memory *memory, const char *text, uint8_t kind)
{
    uint32_t hash = hash_of(text, kind);
    uint32_t slot = hash & memory->slot_mask;
    if (!text[0])
        return NOWHERE;
    for (; memory->slots[slot]; slot = (slot + 1) & memory->slot_mask) {
        const struct naming *naming = &memory->namings[memory->slots[slot] - 1];
        if (naming->hash == hash && naming->kind == kind && strcmp(naming->text, text) == 0)
            return memory->slots[slot] - 1;
    }
    memory->slots[slot] = memory->naming_count + 1;
    memory->namings[memory->naming_count] =
        (struct naming){.text = text, .hash = hash, .kind = kind};
    return memory->naming_count++;
}

static uint32_t count_below(const struct sv_context *ctx, const struct person *child,
                            uint16_t table)
{
    uint32_t count = 0;
    for (const struct sv_row *row = first_below(ctx, child, table); row;
         row = ctx->host->next(ctx, row, &child->row))
        count++;
    return count;
}

static uint32_t power_of_two(uint32_t at_least)
{
    uint32_t power = 16;
    while (power < at_least)
        power *= 2;
    return power;
}

/* Makes room for all ids of a child: each record has one, each link row two, and an offence may
 * name the programme that it breaches. NULL: there are none. */
static struct linking_memory *make_room(const struct sv_context *ctx, const struct person *child,
                                        struct linking_memory **place)
{
    uint32_t count = count_below(ctx, child, TABLE_offence); /* each may name a programme */
#define COUNT_RECORDS(T, field, kind) count += count_below(ctx, child, TABLE_##T);
#define COUNT_ROWS(T, from, from_kind, to, to_kind, link_)                                          \
    count += 2 * count_below(ctx, child, TABLE_##T);
    TABLES_WITH_IDS(COUNT_RECORDS)
    TABLES_OF_LINKS(COUNT_ROWS)
    struct linking_memory *memory = *place;
    if (count == 0)
        return NULL;
    if (!memory)
        memory = *place = ctx->host->keep(ctx, sizeof(*memory));
    if (memory->room < count) {
        memory->room = power_of_two(count);
        memory->namings = ctx->host->keep(ctx, memory->room * sizeof(struct naming));
        memory->joints = ctx->host->keep(ctx, memory->room * sizeof(struct joint));
        memory->slots = ctx->host->keep(ctx, 2 * (size_t)memory->room * sizeof(uint32_t));
    }
    memory->slot_mask = 2 * power_of_two(count) - 1;
    memory->naming_count = memory->joint_count = 0;
    memset(memory->slots, 0, ((size_t)memory->slot_mask + 1) * sizeof(uint32_t));
    return memory;
}

/* Which of an offence's lists a link of this kind belongs to; that of the other end is its first.
 */
static int list_of(enum link_kind link)
{
    return link == LINK_HO ? 0 : link == LINK_OP ? 1 : 2;
}

static bool joins_offences(enum link_kind link)
{
    return link & (LINK_HO | LINK_OP | LINK_OV);
}

/* Notes what a link row names, and how long the lists of its ends will be. */
static void note_joint(struct linking_memory *memory, struct joint joint)
{
    enum link_kind link = joint.link;
    memory->joints[memory->joint_count++] = joint;
    if (joint.from != NOWHERE)
        memory->namings[joint.from].named |= (uint8_t)link;
    if (joint.to != NOWHERE)
        memory->namings[joint.to].named |= (uint8_t)link;
    if (joint.from == NOWHERE || joint.to == NOWHERE || !joins_offences(link))
        return;
    struct naming *from = &memory->namings[joint.from];
    struct naming *to = &memory->namings[joint.to];
    if (from->records && to->records) {
        from->links[from->kind == OFFENCE ? list_of(link) : 0]++;
        to->links[to->kind == OFFENCE ? list_of(link) : 0]++;
    }
}

/* Finds every id of the child. Records come first, so that link rows know which are there. */
static void find_ids(const struct sv_context *ctx, const struct person *child,
                     struct linking_memory *memory)
{
#define FIND_RECORDS(T, field, kind)                                                               \
    FOR_EACH (ctx, T, record, child) {                                                             \
        uint32_t place = place_of(memory, text_of(ctx, record->field), kind);                      \
        if (place != NOWHERE)                                                                      \
            memory->namings[place].records++;                                                      \
    }
#define FIND_JOINTS(T, from_field, from_kind, to_field, to_kind, link_)                             \
    FOR_EACH (ctx, T, row, child) {                                                                \
        struct joint joint = {.link = (link_), .row = &row->row};                                   \
        joint.from = place_of(memory, text_of(ctx, row->from_field), from_kind);                   \
        joint.to = place_of(memory, text_of(ctx, row->to_field), to_kind);                         \
        note_joint(memory, joint);                                                                 \
    }
    TABLES_WITH_IDS(FIND_RECORDS)
    TABLES_OF_LINKS(FIND_JOINTS)
    FOR_EACH (ctx, offence, offence, child)
        place_of(memory, text_of(ctx, offence->ProgrammeBreachID), PROGRAMME);
}

/* Makes the ids, with room for their records and links. */
static void make_ids(const struct sv_context *ctx, struct linking_memory *memory)
{
    struct same_id *ids = ctx->host->keep(ctx, memory->naming_count * sizeof(struct same_id));
    size_t pointers = 0;
    for (uint32_t i = 0; i < memory->naming_count; i++) {
        const struct naming *naming = &memory->namings[i];
        pointers += naming->records + naming->links[0] + naming->links[1] + naming->links[2];
    }
    const void **room = ctx->host->keep(ctx, pointers * sizeof(void *));
    for (uint32_t i = 0; i < memory->naming_count; i++) {
        struct naming *naming = &memory->namings[i];
        struct same_id *id = naming->made = &ids[i];
        bool is_offence = naming->kind == OFFENCE;
        id->named = naming->named;
        id->rows = naming->row = (const struct sv_row **)room;
        room += naming->records;
        id->linked = (const struct same_id *const *)room;
        id->offence_count = is_offence ? 0 : naming->links[0];
        id->hearing_count = is_offence ? naming->links[0] : 0;
        id->programme_count = is_offence ? naming->links[1] : 0;
        id->victim_count = is_offence ? naming->links[2] : 0;
        for (int list = 0; list < 3; list++) {
            naming->link[list] = (const struct same_id **)room;
            room += naming->links[list];
        }
    }
}

static void add_record(struct linking_memory *memory, uint32_t place, const struct sv_row *row)
{
    struct naming *naming = &memory->namings[place];
    *naming->row++ = row;
    naming->made->count++;
}

static void add_link(struct linking_memory *memory, struct joint joint)
{
    enum link_kind link = joint.link;
    if (joint.from == NOWHERE || joint.to == NOWHERE || !joins_offences(link))
        return;
    struct naming *from = &memory->namings[joint.from];
    struct naming *to = &memory->namings[joint.to];
    if (!from->records || !to->records)
        return;
    *from->link[from->kind == OFFENCE ? list_of(link) : 0]++ = to->made;
    *to->link[to->kind == OFFENCE ? list_of(link) : 0]++ = from->made;
}

static const struct same_id *made_at(const struct linking_memory *memory, uint32_t place)
{
    return place == NOWHERE ? NULL : memory->namings[place].made;
}

/* Fills the lists, and tells records and link rows their ids. */
static void fill_ids(const struct sv_context *ctx, const struct person *child,
                     struct linking_memory *memory)
{
    const struct joint *joint = memory->joints;
#define ADD_RECORDS(T, field, kind)                                                                \
    FOR_EACH (ctx, T, record, child) {                                                             \
        uint32_t place = place_of(memory, text_of(ctx, record->field), kind);                      \
        WRITABLE(T, record)->id = made_at(memory, place);                                          \
        if (place != NOWHERE)                                                                      \
            add_record(memory, place, &record->row);                                               \
    }
#define ADD_LINKS(T, from_field, from_kind, to_field, to_kind, link_)                               \
    FOR_EACH (ctx, T, row, child) {                                                                \
        WRITABLE(T, row)->from = made_at(memory, joint->from);                                     \
        WRITABLE(T, row)->to = made_at(memory, joint->to);                                         \
        add_link(memory, *joint++);                                                                \
    }
    TABLES_WITH_IDS(ADD_RECORDS)
    TABLES_OF_LINKS(ADD_LINKS)
    FOR_EACH (ctx, offence, offence, child) {
        uint32_t place = place_of(memory, text_of(ctx, offence->ProgrammeBreachID), PROGRAMME);
        WRITABLE(offence, offence)->breached = made_at(memory, place);
    }
}

/* The first link row with the same two ids as one, which may be itself; NULL: an id is blank. The
 * hash table has link rows by then. */
static const struct sv_row *first_alike(struct linking_memory *memory, uint32_t place)
{
    const struct joint *joint = &memory->joints[place];
    uint32_t hash = (joint->from * 2654435761U) ^ (joint->to * 2246822519U) ^ joint->link;
    uint32_t slot = (hash ^ hash >> 15) & memory->slot_mask;
    if (joint->from == NOWHERE || joint->to == NOWHERE)
        return NULL;
    for (; memory->slots[slot]; slot = (slot + 1) & memory->slot_mask) {
        const struct joint *other = &memory->joints[memory->slots[slot] - 1];
        if (other->link == joint->link && other->from == joint->from && other->to == joint->to)
            return other->row;
    }
    memory->slots[slot] = place + 1;
    return joint->row;
}

/* Tells link rows which earlier one they repeat. */
static void note_twins(const struct sv_context *ctx, const struct person *child,
                       struct linking_memory *memory)
{
    uint32_t place = 0;
    memset(memory->slots, 0, ((size_t)memory->slot_mask + 1) * sizeof(uint32_t));
#define NOTE_TWINS(T, from_field, from_kind, to_field, to_kind, link_)                              \
    FOR_EACH (ctx, T, row, child) {                                                                \
        const struct sv_row *first = first_alike(memory, place++);                                 \
        WRITABLE(T, row)->twin = first == &row->row ? NULL : (const struct T *)first;              \
    }
    TABLES_OF_LINKS(NOTE_TWINS)
}

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

void link_child(const struct sv_context *ctx, const struct person *child,
                struct linking_memory **place)
{
    struct linking_memory *memory = make_room(ctx, child, place);
    if (!memory)
        return;
    find_ids(ctx, child, memory);
    if (memory->naming_count == 0)
        return;
    make_ids(ctx, memory);
    fill_ids(ctx, child, memory);
    note_twins(ctx, child, memory);
    for (uint32_t i = 0; i < memory->naming_count; i++) {
        if (memory->namings[i].kind == OFFENCE)
            make_runs(ctx, memory->namings[i].made);
    }
}
