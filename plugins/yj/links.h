/*
 * The links between the records of a child, resolved once.
 *
 * Records of one kind that have the same id are one `same_id`: nearly always a single record, but a
 * reference reaches all of them. A link row joins two of these when both have records; an id that a
 * link row names, but no record has, is a `same_id` without records.
 */
#ifndef YJ_LINKS_H
#define YJ_LINKS_H

#include "facts.h"

/** Which links name an id; bits of same_id.named. */
enum link_kind { LINK_HO = 1, LINK_HP = 2, LINK_OP = 4, LINK_OV = 8, LINK_PA = 16, LINK_PP = 32 };

/**
 * What outcomes with one legal outcome have in common. A programme may be linked to many offences
 * with many outcomes, and many programmes to one offence: what they ask of the outcomes is told by
 * legal outcome, so that nobody has to walk through all of them.
 */
struct outcome_facts {
    struct sv_value legal_outcome;
    sv_day first;      /**< the earliest OutcomeDate; SV_NONE: none has one */
    sv_day last;       /**< the latest */
    sv_day end;        /**< the latest end; SV_NONE: the end of one of them is not known */
    sv_day last_local; /**< latest OutcomeDate of an effective one while the child lived locally */
    sv_day last_as_child; /**< the same, when the child was 10 to 17 on that day */
    bool any_effective;
};

/** The outcomes with one legal outcome of the offences with one id. */
struct outcome_run {
    const struct outcome *const *outcomes; /**< by OutcomeDate; those without one first */
    uint32_t count;
    struct outcome_facts facts;
};

/** The custodial parts of detention and training orders among some programmes. */
struct custody {
    const struct programme *last; /**< that starts last and then stands last; NULL: none starts */
    bool any;
};

/** What some programmes say. */
struct programme_types {
    uint64_t types; /**< bit n: one is of DisposalType n */
    bool any_counts;
    bool any_ended; /**< in the period */
};

/** What the offences with one id, or of one hearing, have in common. */
struct offence_days {
    sv_day first;    /**< the earliest OffenceDate; SV_NONE: none has one */
    sv_day decided;  /**< by which all have an outcome; SV_NONE: one has none with a date */
    sv_day disposed; /**< by which all have a caution or sentence; SV_NONE: one has none */
};

/** What the hearings that the offences with one id are linked to have in common. */
struct linked_hearings {
    const sv_day *days;    /**< in order; those of them that have a date */
    sv_day first_proposal; /**< the first with a sentence proposal; SV_NONE: none has one */
    sv_day first_remand;   /**< the first with a remand to care or custody; SV_NONE: none is one */
    uint32_t day_count;
    uint32_t count;
    bool any_crown; /**< one was in the Crown Court or above */
};

struct same_id {
    const struct sv_row *const *rows; /**< in document order */
    uint32_t count;                   /**< 0: no record of the child has the id */
    uint32_t hearing_count;
    uint32_t programme_count;
    uint32_t victim_count;
    uint32_t offence_count;
    uint32_t run_count;
    uint8_t named; /**< enum link_kind */
    /** What it is linked to: an offence to hearings, then programmes, then victims; any other to
     *  offences. Each has records. */
    const struct same_id *const *linked;
    const struct outcome_run *runs;    /**< of an offence */
    const struct outcome_facts *facts; /**< of a programme: of the outcomes of its offences */
    uint32_t fact_count;
    const struct linked_hearings
        *hearings;            /**< of hearings: all; of an offence: its own; NULL: none */
    struct offence_days days; /**< of an offence: of those with the id; of a hearing: of its own */
    struct programme_types types;  /**< of programmes: theirs; of an offence: of its own */
    struct custody custody;        /**< of programmes: among them; of an offence: among its own */
    struct custody shared_custody; /**< of a programme: among those of its offences */
    bool any_victim; /**< of a programme: a victim record is linked to an offence of it */
    bool counted; /**< of an offence, and its victims: it counts in the indicators of the period */
};

/** Notes what is asked of the programmes with one id again and again. */
void note_programmes(const struct sv_context *ctx, struct same_id *id);

/** Notes what is asked of the hearings with one id again and again. */
void note_hearings(const struct sv_context *ctx, struct same_id *id);

/** Notes what hangs on the offences with one id, when note_programmes() and note_hearings() were
 *  there for all ids of the child. */
void note_offence(const struct sv_context *ctx, struct same_id *id);

/** Notes what hangs on the offences of the programmes with one id, when note_offence() was there
 * for all of the child. */
void note_their_offences(const struct sv_context *ctx, struct same_id *id);

/** Notes the days of the offences of the hearings with one id, when note_offence() was there for
 *  all of the child. */
void note_heard_offences(struct same_id *id);

/** The first hearing of an offence on a day or after it; SV_NONE: there is none. */
sv_day first_hearing_from(const struct same_id *offence, sv_day from);

/** Resolves the links of a child. `memory`: what this needs again and again; begins as zeros. */
struct linking_memory;
void link_child(const struct sv_context *ctx, const struct person *child,
                struct linking_memory **memory);

/** Of the records with one id, so many are looked at together with each record that the id is
 * linked to: were it all, many records with one id, and many links of that id, would take as long
 * as both numbers multiplied. YJ-019 tells of every record that has the id of another. */
#define SAME_ID_MAX 64

/** Whether a record is one of these. */
static inline bool is_among_first(const struct same_id *id, const struct sv_row *row)
{
    return id->count <= SAME_ID_MAX || row->number < id->rows[SAME_ID_MAX]->number;
}

/** Record number n, from 0, of those with an id. */
#define WITH_ID(T, same, n) ((const struct T *)(same)->rows[n])

/** A walk through ids that one is linked to: `id` is the present one, NULL at the end. */
struct walk {
    const struct same_id *id;
    const struct same_id *const *next;
    const struct same_id *const *end;
};

static inline struct walk walk_on(struct walk walk)
{
    walk.id = walk.next < walk.end ? *walk.next++ : NULL;
    return walk;
}

static inline struct walk walk_from(const struct same_id *const *ids, uint32_t count)
{
    return walk_on((struct walk){.next = ids, .end = ids + count});
}

static inline struct walk hearings_linked_to(const struct same_id *offence)
{
    return offence ? walk_from(offence->linked, offence->hearing_count) : (struct walk){0};
}

static inline struct walk linked_programmes(const struct same_id *offence)
{
    return offence ? walk_from(offence->linked + offence->hearing_count, offence->programme_count)
                   : (struct walk){0};
}

static inline struct walk linked_victims(const struct same_id *offence)
{
    return offence ? walk_from(offence->linked + offence->hearing_count + offence->programme_count,
                               offence->victim_count)
                   : (struct walk){0};
}

/** Of a hearing, programme or victim intervention. */
static inline struct walk linked_offences(const struct same_id *id)
{
    return id ? walk_from(id->linked, id->offence_count) : (struct walk){0};
}

/** Walks the ids: FOR_EACH_ID (offence, linked_offences(row->id)) { ... offence.id ... } */
#define FOR_EACH_ID(name, walk_) for (struct walk name = (walk_); name.id; name = walk_on(name))

#endif
