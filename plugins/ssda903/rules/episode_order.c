/*
 * An episode and its neighbours: the child's episodes follow each other without gap or overlap
 * within a period of care, and the reason for each new one says what changed.
 *
 * An episode without a start date that can be read has no neighbours.
 */
#include "../facts.h"

ROW_RULE(
    Episodes, .code = "142", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
    FIELDS(AT(Episodes, DEC), AT(Episodes, REC)),
    .message =
        "The child's next episode has begun, so this one must have an end date and an end reason.",
    .why = "A child has one episode at a time, so only the last one can be open. Enter the "
           "day on which this episode ended; its end reason is X1 when the next one began on "
           "that day. If the later episode was entered by mistake, remove that.",
    FROM_PUBLIC_CODE)
{
    return row->next && (!readable(row->DEC) || missing(row->REC));
}

FINDING_RULE(
    Child, .code = "199", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
    .unit = "row of Episodes", FIELDS(AT(Episodes, CHILD), AT(Episodes, DECOM)),
    OPTIONAL(TABLE_Episodes_last),
    .message = "This episode comes after one that ended with adoption, under the same identifier.",
    .why = "Adoption ends the record: an adopted child who comes back into care gets a "
           "new identifier, so that the adoption cannot be traced. Give this episode the "
           "new identifier, or correct the end reason E11 or E12 if the child was not "
           "adopted.",
    FROM_PUBLIC_CODE)
{
    bool adopted = false;
    for (uint32_t i = 0; i < row->joint.count; i++) {
        const struct Episodes *e = row->joint.rows[i];
        if (adopted && e->row.table == TABLE_Episodes) {
            found(ctx);
            point(ctx, e, BIT(Episodes, CHILD) | BIT(Episodes, DECOM));
        }
        adopted = adopted || is_adopted(e);
    }
}

ROW_RULE(Episodes, .code = "225", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, REASON_PLACE_CHANGE)),
         .message = "The child moves from this placement to the next one without a reason for "
                    "placement change.",
         .why = "The reason shows how many moves are planned and how many are breakdowns. It "
                "stands on the episode that ends. Enter why the child moved; if the placement did "
                "not change, correct the reason for new episode of the next one instead.",
         FROM_PUBLIC_CODE)
{
    const struct Episodes *next = row->next;
    return next && is_code(row->REC, REC_X1) && missing(row->REASON_PLACE_CHANGE) &&
           !is_temporary(row) && !is_temporary(next) &&
           IS_ANY(next->RNE, RNE_P, RNE_B, RNE_T, RNE_U);
}

ROW_RULE(Episodes, .code = "226", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, REASON_PLACE_CHANGE), AT(Episodes, PLACE)),
         .message = "A move into or out of this temporary placement has a reason for placement "
                    "change.",
         .why = "A temporary placement, such as a stay in hospital, is not counted as a move. "
                "Remove the reason from this episode and from the one before it; if the child "
                "really moved home, the placement is not temporary and needs another code.",
         FROM_OFFICIAL_TEXT)
{
    if (!CHILD_OF(row) || !is_temporary(row))
        return false;
    return present(row->REASON_PLACE_CHANGE) ||
           (row->prev && present(row->prev->REASON_PLACE_CHANGE));
}

ROW_RULE(Episodes, .code = "233", .severity = SV_ERROR, .first_year = 2026,
         FIELDS(AT(Episodes, REASON_PLACE_CHANGE), AT(Episodes, DEC)),
         .message = "This episode has not ended but has a reason for placement change.",
         .why = "The reason says why the child left the placement in which the episode ended. "
                "Enter end date and end reason if the child has moved; if the reason is for the "
                "move into this placement, it belongs to the episode before.",
         FROM_OFFICIAL_TEXT)
{
    return missing(row->DEC) && present(row->REASON_PLACE_CHANGE);
}

ROW_RULE(Episodes, .code = "336", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, PLACE)),
         .message = "Placed for adoption with current foster carers (A3, A5), but not in foster "
                    "care with them before.",
         .why = "Codes A3 and A5 mean that the foster carers adopt, so the episode before must be "
                "a foster placement (U1 to U6) or already one for adoption. If the child went to "
                "new people, use A4 or A6; otherwise check the placement before. A true case can "
                "be explained to the department.",
         FROM_OFFICIAL_TEXT)
{
    return IS_ANY(row->PLACE, PLACE_A3, PLACE_A5) && row->prev &&
           !is_adoptive_placement(row->prev) && !is_foster_placement(row->prev);
}

FINDING_RULE(Child, .code = "357", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "child", FIELDS(AT(Episodes, RNE), AT(Episodes, DECOM)),
             .message = "The child's first episode does not have the reason S (started to be "
                        "looked after).",
             .why = "Care that began in the year begins with an episode of reason S. If the child "
                    "was in care before, the earlier episode is missing from the file: add it. "
                    "Otherwise correct the reason.",
             FROM_PUBLIC_CODE)
{
    const struct Episodes *first = first_episode(row);
    if (!first || before_day(first->DECOM, ctx->period_start) || is_code(first->RNE, RNE_S))
        return;
    found(ctx);
    point(ctx, first, BIT(Episodes, RNE) | BIT(Episodes, DECOM));
}

/* Goes back, as a change of placement and carer, to the placement before a temporary one. */
static bool returns_from_temporary(const struct sv_context *ctx, const struct Episodes *after)
{
    return is_code(after->RNE, RNE_P) && same(ctx, after->PLACE, after->prev->prev->PLACE);
}

static bool follows_temporary(const struct Episodes *e)
{
    return e->prev && e->prev->prev && is_temporary(e->prev);
}

ROW_RULE(Episodes, .code = "383", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .last_year = 2025, FIELDS(AT(Episodes, PLACE), AT(Episodes, RNE)),
         .message = "After a temporary placement the child does not go back to the placement "
                    "before it with reason P.",
         .why = "A temporary placement is an interruption, after which the child returns. This "
                "episode needs reason P and the placement type of the episode before the "
                "interruption. If the child did not go back, the placement was not temporary: give "
                "it the code of its own type.",
         FROM_PUBLIC_CODE)
{
    return follows_temporary(row) && !returns_from_temporary(ctx, row);
}

ROW_RULE(Episodes, .code = "383", .severity = SV_ERROR, .stage = 2, .first_year = 2026,
         FIELDS(AT(Episodes, PLACE), AT(Episodes, RNE), AT(Episodes, PL_POST)),
         .message = "After a temporary placement the child does not go back to the placement "
                    "before it with reason P.",
         .why = "A temporary placement is an interruption, after which the child returns. This "
                "episode needs reason P and the placement type and postcode of the episode before "
                "the interruption. If the child did not go back, the placement was not temporary: "
                "give it the code of its own type.",
         FROM_OFFICIAL_TEXT)
{
    return follows_temporary(row) && !(returns_from_temporary(ctx, row) &&
                                       same_postcode(ctx, row->PL_POST, row->prev->prev->PL_POST));
}

/* X1 on the end of one episode is the start of the next on that day, and the other way round. */
ROW_RULE(Episodes, .code = "388", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Episodes, REC), AT(Episodes, DEC)),
         .message = "The end reason of this episode does not agree with the start of the child's "
                    "next episode.",
         .why = "X1 means that a new episode starts on the day on which this one ends; every other "
                "reason means that the child left care on that day. If care went on, use X1 and "
                "let the next episode start that day; if it ended, enter why the child left.",
         FROM_OFFICIAL_TEXT)
{
    if (!CHILD_OF(row) || !readable(row->DECOM) || !readable(row->DEC))
        return false;
    bool goes_on = row->next && same_date(row->DEC, row->next->DECOM);
    return goes_on ? ended_but_not_x1(row) : is_code(row->REC, REC_X1);
}

ROW_RULE(Episodes, .code = "431", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, RNE), AT(Episodes, DECOM)),
         .message = "Reason S says that care starts here, but the child was still in care until "
                    "this day or later.",
         .why = "Reason S begins a new time in care, so there must be a night at home between the "
                "two episodes. If the child never left, choose the reason that says what changed, "
                "and X1 as the end reason before; otherwise correct one of the dates.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->RNE, RNE_S) && row->prev &&
           is_on_or_before(day_of(row->DECOM), day_of(row->prev->DEC));
}

ROW_RULE(Episodes, .code = "432", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, RNE)),
         .message = "The episode before says that the child left care, but this one does not have "
                    "reason S (started).",
         .why = "A child who had left and comes back starts to be looked after anew, with reason "
                "S. If the child had not left, the end reason of the episode before should be X1. "
                "Check in the case record whether the child went home in between.",
         FROM_PUBLIC_CODE)
{
    return row->prev && left_care(row->prev) && !is_code(row->RNE, RNE_S);
}

ROW_RULE(Episodes, .code = "433", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, RNE), AT(Episodes, DECOM)),
         .message = "This episode continues care, but does not start on the day on which the one "
                    "before ended.",
         .why = "Every reason but S says that the child stayed in care and something changed, so "
                "one episode takes over from the other on the same day. Correct the start or the "
                "end before it; an episode between them may be missing, or the child had left and "
                "the reason is S.",
         FROM_PUBLIC_CODE)
{
    return IS_ANY(row->RNE, RNE_P, RNE_L, RNE_T, RNE_U, RNE_B) && row->prev &&
           !same_date(row->prev->DEC, row->DECOM);
}

/* Type, postcode, URN and provider of the placement are those of the episode before. */
static bool keeps_placement(const struct sv_context *ctx, const struct Episodes *e)
{
    return same(ctx, e->PLACE, e->prev->PLACE) &&
           same_postcode(ctx, e->PL_POST, e->prev->PL_POST) &&
           same_text(ctx, e->URN, e->prev->URN) &&
           same(ctx, e->PLACE_PROVIDER, e->prev->PLACE_PROVIDER);
}

static bool keeps_legal_status(const struct sv_context *ctx, const struct Episodes *e)
{
    return same(ctx, e->LS, e->prev->LS);
}

#define CHANGE_FIELDS                                                                              \
    FIELDS(AT(Episodes, RNE), AT(Episodes, LS), AT(Episodes, PLACE), AT(Episodes, PL_POST),        \
           AT(Episodes, URN), AT(Episodes, PLACE_PROVIDER))

ROW_RULE(Episodes, .code = "434", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         CHANGE_FIELDS,
         .message = "Reason L says that only the legal status changed; it did not, or the "
                    "placement changed too.",
         .why = "The episode is compared with the one before: its legal status must be another "
                "one, and placement type, postcode, URN (Ofsted number) and provider the same. If "
                "the child moved as well, use B or U; otherwise correct the field that differs.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->RNE, RNE_L) && row->prev &&
           (keeps_legal_status(ctx, row) || !keeps_placement(ctx, row));
}

ROW_RULE(Episodes, .code = "435", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         CHANGE_FIELDS,
         .message = "Reason P or T says that only the placement changed; it did not, or the legal "
                    "status changed too.",
         .why = "The episode is compared with the one before: the legal status must be the same, "
                "and at least one of placement type, postcode, URN (Ofsted number) and provider "
                "another one. If the legal status changed as well, use B or U; if nothing changed, "
                "join the two episodes.",
         FROM_PUBLIC_CODE)
{
    return IS_ANY(row->RNE, RNE_P, RNE_T) && row->prev &&
           (!keeps_legal_status(ctx, row) || keeps_placement(ctx, row));
}

ROW_RULE(Episodes, .code = "436", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         CHANGE_FIELDS,
         .message = "Reason B or U stands for a new legal status and a new placement; one of the "
                    "two, or both, stayed the same.",
         .why = "The episode is compared with the one before: the legal status must be another "
                "one, and so must at least one of placement type, postcode, URN (Ofsted number) "
                "and provider. If only one of the two changed, use L for the legal status, P or T "
                "for the placement.",
         FROM_PUBLIC_CODE)
{
    return IS_ANY(row->RNE, RNE_B, RNE_U) && row->prev &&
           (keeps_legal_status(ctx, row) || keeps_placement(ctx, row));
}

ROW_RULE(Episodes, .code = "437", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, REC)),
         .message = "A later episode follows one that ended because the child died (E2) or was "
                    "found to be an adult (E15).",
         .why = "Nobody can be looked after again after either. Check first whether the later "
                "episode belongs to another child under the same identifier; then correct the end "
                "reason, or remove the episode that is wrong.",
         FROM_PUBLIC_CODE)
{
    return IS_ANY(row->REC, REC_E2, REC_E15) && row->next;
}

ROW_RULE(Episodes, .code = "501", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, DECOM), AT(Episodes, DEC)),
         .message = "This episode starts before the one that precedes it has ended.",
         .why = "A child has one legal status and one placement at a time, so episodes cannot "
                "overlap. Compare the start with the end of the episode before it and correct the "
                "date that is wrong; of two entries of the same episode remove one.",
         FROM_PUBLIC_CODE)
{
    return row->prev && before(row->DECOM, row->prev->DEC);
}

ROW_RULE(Episodes, .code = "504", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, CIN)),
         .message = "The category of need is not that of the episode before, although care went "
                    "on.",
         .why = "The category says why the child came into care; it is settled once and stays the "
                "same until the child leaves. Look up which category was chosen at the start and "
                "enter it in all episodes of that time in care.",
         FROM_PUBLIC_CODE)
{
    return row->prev && is_code(row->prev->REC, REC_X1) && same_date(row->DECOM, row->prev->DEC) &&
           !same(ctx, row->CIN, row->prev->CIN);
}
