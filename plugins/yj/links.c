#include "links.h"

#include <stdlib.h>

/* Records are written to here, and where prepare.c says. */

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
    const struct sv_row *twin; /* the first row of the kind with these ids; NULL: this one is */
};

#define NOWHERE UINT32_MAX

struct linking_memory {
    struct naming *namings;
    struct joint *joints;
    uint32_t *places; /* of the ids of records, in the order in which they are walked */
    uint32_t *slots;  /* of a hash table: place of a naming + 1, later of a joint + 1 */
    uint32_t room;    /* for so many ids and link rows; there are twice as many slots */
    uint32_t naming_count;
    uint32_t joint_count;
    uint32_t place_count;
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
#define COUNT_ROWS(T, from, from_kind, to, to_kind, link_)                                         \
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
        memory->places = ctx->host->keep(ctx, memory->room * sizeof(uint32_t));
        memory->slots = ctx->host->keep(ctx, 2 * (size_t)memory->room * sizeof(uint32_t));
    }
    memory->slot_mask = 2 * power_of_two(count) - 1;
    memory->naming_count = memory->joint_count = memory->place_count = 0;
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

/* Notes the id of a record, and whether it is one of those with it. */
static void note_place(struct linking_memory *memory, uint32_t place, bool is_record)
{
    memory->places[memory->place_count++] = place;
    if (is_record && place != NOWHERE)
        memory->namings[place].records++;
}

/* Notes what a link row names. */
static void note_joint(struct linking_memory *memory, struct joint joint)
{
    memory->joints[memory->joint_count++] = joint;
    if (joint.from != NOWHERE)
        memory->namings[joint.from].named |= (uint8_t)joint.link;
    if (joint.to != NOWHERE)
        memory->namings[joint.to].named |= (uint8_t)joint.link;
}

/* Finds every id of the child. */
/* NOLINTNEXTLINE(readability-function-size): the macros walk each table */
static void find_ids(const struct sv_context *ctx, const struct person *child,
                     struct linking_memory *memory)
{
#define FIND_RECORDS(T, field, kind)                                                               \
    FOR_EACH (ctx, T, record, child)                                                               \
        note_place(memory, place_of(memory, text_of(ctx, record->field), kind), true);
#define FIND_JOINTS(T, from_field, from_kind, to_field, to_kind, link_)                            \
    FOR_EACH (ctx, T, row, child) {                                                                \
        struct joint joint = {.link = (link_), .row = &row->row};                                  \
        joint.from = place_of(memory, text_of(ctx, row->from_field), from_kind);                   \
        joint.to = place_of(memory, text_of(ctx, row->to_field), to_kind);                         \
        note_joint(memory, joint);                                                                 \
    }
    TABLES_WITH_IDS(FIND_RECORDS)
    TABLES_OF_LINKS(FIND_JOINTS)
    FOR_EACH (ctx, offence, offence, child)
        note_place(memory, place_of(memory, text_of(ctx, offence->ProgrammeBreachID), PROGRAMME),
                   false);
}

static bool is_same_link(const struct joint *a, const struct joint *b)
{
    return a->link == b->link && a->from == b->from && a->to == b->to;
}

/* The first link row with the same two ids, which may be this one. The hash table has those before.
 */
static const struct joint *first_alike(struct linking_memory *memory, uint32_t place)
{
    const struct joint *joint = &memory->joints[place];
    uint32_t hash = (joint->from * 2654435761U) ^ (joint->to * 2246822519U) ^ joint->link;
    uint32_t slot = (hash ^ hash >> 15) & memory->slot_mask;
    for (; memory->slots[slot]; slot = (slot + 1) & memory->slot_mask) {
        const struct joint *other = &memory->joints[memory->slots[slot] - 1];
        if (is_same_link(other, joint))
            return other;
    }
    memory->slots[slot] = place + 1;
    return joint;
}

/* Whether a link row joins records, and is the first to join these. */
static bool joins(const struct linking_memory *memory, const struct joint *joint)
{
    return joint->from != NOWHERE && joint->to != NOWHERE && !joint->twin &&
           joins_offences(joint->link) && memory->namings[joint->from].records &&
           memory->namings[joint->to].records;
}

/* Which of the three lists of an id a link of this kind goes into. */
static int list_for(const struct naming *naming, enum link_kind link)
{
    return naming->kind == OFFENCE ? list_of(link) : 0;
}

/* Finds link rows that repeat earlier ones, and how long the lists of all ids will be. */
static void count_links(struct linking_memory *memory)
{
    memset(memory->slots, 0, ((size_t)memory->slot_mask + 1) * sizeof(uint32_t));
    for (uint32_t i = 0; i < memory->joint_count; i++) {
        struct joint *joint = &memory->joints[i];
        if (joint->from == NOWHERE || joint->to == NOWHERE)
            continue;
        const struct joint *first = first_alike(memory, i);
        joint->twin = first == joint ? NULL : first->row;
        if (!joins(memory, joint))
            continue;
        struct naming *from = &memory->namings[joint->from];
        struct naming *to = &memory->namings[joint->to];
        from->links[list_for(from, joint->link)]++;
        to->links[list_for(to, joint->link)]++;
    }
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

static void add_link(struct linking_memory *memory, const struct joint *joint)
{
    if (!joins(memory, joint))
        return;
    struct naming *from = &memory->namings[joint->from];
    struct naming *to = &memory->namings[joint->to];
    *from->link[list_for(from, joint->link)]++ = to->made;
    *to->link[list_for(to, joint->link)]++ = from->made;
}

static const struct same_id *made_at(const struct linking_memory *memory, uint32_t place)
{
    return place == NOWHERE ? NULL : memory->namings[place].made;
}

/* Fills the lists, and tells records and link rows their ids. */
/* NOLINTNEXTLINE(readability-function-size): the macros walk each table */
static void fill_ids(const struct sv_context *ctx, const struct person *child,
                     struct linking_memory *memory)
{
    const struct joint *joint = memory->joints;
    const uint32_t *place = memory->places;
#define ADD_RECORDS(T, field, kind)                                                                \
    FOR_EACH (ctx, T, record, child) {                                                             \
        WRITABLE(T, record)->id = made_at(memory, *place);                                         \
        if (*place != NOWHERE)                                                                     \
            add_record(memory, *place, &record->row);                                              \
        place++;                                                                                   \
    }
#define ADD_LINKS(T, from_field, from_kind, to_field, to_kind, link_)                              \
    FOR_EACH (ctx, T, row, child) {                                                                \
        WRITABLE(T, row)->from = made_at(memory, joint->from);                                     \
        WRITABLE(T, row)->to = made_at(memory, joint->to);                                         \
        WRITABLE(T, row)->twin = (const struct T *)joint->twin;                                    \
        add_link(memory, joint++);                                                                 \
    }
    TABLES_WITH_IDS(ADD_RECORDS)
    TABLES_OF_LINKS(ADD_LINKS)
    FOR_EACH (ctx, offence, offence, child)
        WRITABLE(offence, offence)->breached = made_at(memory, *place++);
}

void link_child(const struct sv_context *ctx, const struct person *child,
                struct linking_memory **place)
{
    struct linking_memory *memory = make_room(ctx, child, place);
    if (!memory)
        return;
    find_ids(ctx, child, memory);
    count_links(memory);
    if (memory->naming_count == 0)
        return;
    make_ids(ctx, memory);
    fill_ids(ctx, child, memory);
    for (uint32_t i = 0; i < memory->naming_count; i++) {
        if (memory->namings[i].kind == PROGRAMME)
            note_programmes(ctx, memory->namings[i].made);
        if (memory->namings[i].kind == HEARING)
            note_hearings(ctx, memory->namings[i].made);
    }
    for (uint32_t i = 0; i < memory->naming_count; i++) {
        if (memory->namings[i].kind == OFFENCE)
            note_offence(ctx, memory->namings[i].made);
    }
    for (uint32_t i = 0; i < memory->naming_count; i++) {
        struct same_id *id = memory->namings[i].made;
        if (memory->namings[i].kind == PROGRAMME && id->offence_count > 0)
            note_their_offences(ctx, id);
        if (memory->namings[i].kind == HEARING)
            note_heard_offences(id);
    }
}
