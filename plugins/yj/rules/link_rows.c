/* Ids within the child, and the rows that link its records. */
#include "../links.h"

/* One finding for each record after the first with its id. */
#define FIND_AGAIN(T, field)                                                                       \
    FOR_EACH (ctx, T, record, row) {                                                               \
        if (!record->id || record->id->rows[0] == &record->row || !found(ctx))                     \
            continue;                                                                              \
        point(ctx, record, BIT(T, field));                                                         \
        point(ctx, record->id->rows[0], BIT(T, field));                                            \
    }

FINDING_RULE(person, .code = "YJ-019", .severity = SV_ERROR, .first_year = 2022,
             .unit = "pair of records of one kind",
             FIELDS(AT(hearing, HearingID), AT(programme, InterventionProgrammeID),
                    AT(victim, VictimInterventionID), AT(parenting, ParentingInterventionID),
                    AT(assetplus, AssessmentID)),
             .message = "Two records of one kind of the child have the same id.",
             .why = "Links name records by their ids, so that it is no longer clear which one is "
                    "meant. Delete the record that was entered twice, or have the extract give "
                    "each an id of its own.",
             OWN("ids are unique within the child."))
{
    FIND_AGAIN(hearing, HearingID)
    FIND_AGAIN(programme, InterventionProgrammeID)
    FIND_AGAIN(victim, VictimInterventionID)
    FIND_AGAIN(parenting, ParentingInterventionID)
    FIND_AGAIN(assetplus, AssessmentID)
}

static bool leads_nowhere(const struct same_id *id)
{
    return id && id->count == 0;
}

/* Calls LINK(table, id field, id field) for each kind of link. */
#define LINK_TABLES(LINK)                                                                          \
    LINK(link_ho, HearingID, OffenceID)                                                            \
    LINK(link_hp, HearingID, InterventionProgrammeID)                                              \
    LINK(link_op, OffenceID, InterventionProgrammeID)                                              \
    LINK(link_ov, OffenceID, VictimInterventionID)                                                 \
    LINK(link_pa, InterventionProgrammeID, AssessmentID)                                           \
    LINK(link_pp, InterventionProgrammeID, ParentingInterventionID)

#define LINK_FIELDS                                                                                \
    FIELDS(AT(link_ho, HearingID), AT(link_ho, OffenceID), AT(link_hp, HearingID),                 \
           AT(link_hp, InterventionProgrammeID), AT(link_op, OffenceID),                           \
           AT(link_op, InterventionProgrammeID), AT(link_ov, OffenceID),                           \
           AT(link_ov, VictimInterventionID), AT(link_pa, InterventionProgrammeID),                \
           AT(link_pa, AssessmentID), AT(link_pp, InterventionProgrammeID),                        \
           AT(link_pp, ParentingInterventionID))

FINDING_RULE(
    person, .code = "YJ-250", .severity = SV_ERROR, .first_year = 2022, .unit = "id of a link",
    LINK_FIELDS, .message = "The link names a record that the child does not have.",
    .why = "The record was deleted, or is not part of the extract, and the link was left. "
           "Restore or include the record, or delete the link.",
    PUBLISHED("the national store has the links; that each must lead somewhere is integrity."))
{
#define FIND_DANGLING(T, first, second)                                                            \
    FOR_EACH (ctx, T, link, row) {                                                                 \
        if (leads_nowhere(link->from) && found(ctx))                                               \
            point(ctx, link, BIT(T, first));                                                       \
        if (leads_nowhere(link->to) && found(ctx))                                                 \
            point(ctx, link, BIT(T, second));                                                      \
    }
    LINK_TABLES(FIND_DANGLING)}

FINDING_RULE(person, .code = "YJ-251", .severity = SV_ERROR, .first_year = 2022,
             .unit = "pair of links of one kind", LINK_FIELDS,
             .message = "Two links join the same two records.",
             .why = "One of them is enough: delete the other.", OWN("one link is enough."))
{
#define FIND_TWICE(T, first, second)                                                               \
    FOR_EACH (ctx, T, link, row) {                                                                 \
        if (!link->twin || !found(ctx))                                                            \
            continue;                                                                              \
        point(ctx, link, BIT(T, first) | BIT(T, second));                                          \
        point(ctx, link->twin, BIT(T, first) | BIT(T, second));                                    \
    }
    LINK_TABLES(FIND_TWICE)
}

/* An offence is linked to both. */
static bool share_offence(const struct same_id *hearing, const struct same_id *programme)
{
    bool shorter = hearing->offence_count <= programme->offence_count;
    const struct same_id *from = shorter ? hearing : programme;
    const struct same_id *to = shorter ? programme : hearing;
    FOR_EACH_ID(offence, linked_offences(from))
    {
        struct walk walk = shorter ? linked_programmes(offence.id) : hearings_linked_to(offence.id);
        for (; walk.id; walk = walk_on(walk)) {
            if (walk.id == to)
                return true;
        }
    }
    return false;
}

ROW_RULE(link_hp, .code = "YJ-252", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(link_hp, HearingID)), READS(TABLE_link_op, TABLE_link_ho),
         .message = "Hearing and programme are linked, but have no offence in common.",
         .why = "A programme carries out what a hearing decided for an offence. Link both to that "
                "offence, or delete this link.",
         OWN("what joins hearings and programmes is an offence."))
{
    bool both = row->from && row->from->count > 0 && row->to && row->to->count > 0;
    return both && !share_offence(row->from, row->to);
}
