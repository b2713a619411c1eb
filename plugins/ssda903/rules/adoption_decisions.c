/*
 * Decisions that a child should be placed for adoption, and decisions to give that up (table
 * PlacedAdoption). DATE_PLACED is the day of the decision, not that of a move.
 */
#include "../facts.h"

#define DECISION_BITS (BIT(PlacedAdoption, DATE_PLACED) | BIT(PlacedAdoption, DATE_PLACED_CEASED))
#define REVERSAL_BITS                                                                              \
    (BIT(PlacedAdoption, DATE_PLACED_CEASED) | BIT(PlacedAdoption, REASON_PLACED_CEASED))

/* Points at the decision and, if there is one, at the episode that it is compared with. */
static void find_decision(const struct sv_context *ctx, const struct PlacedAdoption *decision,
                          uint64_t fields, const struct Episodes *e, uint64_t episode_fields)
{
    found(ctx);
    point(ctx, decision, fields);
    if (e)
        point(ctx, e, episode_fields);
}

ROW_RULE(PlacedAdoption, .code = "115", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(PlacedAdoption, DATE_PLACED)),
         .message = "The date of the decision to place this child for adoption is not a date.",
         .why = "The time to adoption is counted from this decision. Take the day from the "
                "decision of the agency and write it as dd/mm/yyyy, as a day that exists.",
         FROM_PUBLIC_CODE)
{
    return is_no_date(row->DATE_PLACED);
}

ROW_RULE(PlacedAdoption, .code = "116", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(PlacedAdoption, DATE_PLACED_CEASED)),
         .message = "The date of the decision to stop placing this child for adoption is not a "
                    "date.",
         .why = "It is the day on which it was decided that adoption is no longer the plan. Write "
                "it as dd/mm/yyyy, as a day that exists; leave it blank while the plan stands.",
         FROM_PUBLIC_CODE)
{
    return is_no_date(row->DATE_PLACED_CEASED);
}

/* The child's last episode that did not go on in another one on the same day; NULL: none. */
static const struct Episodes *last_without_x1(const struct Child *child)
{
    for (uint32_t i = child->order.count; i > 0; i--) {
        if (!is_code(child->order.rows[i - 1]->REC, REC_X1))
            return child->order.rows[i - 1];
    }
    return NULL;
}

static bool is_too_late(const struct sv_context *ctx, struct sv_value date,
                        const struct Episodes *last)
{
    return after_day(date, ctx->period_end) || (last && after(date, last->DEC));
}

FINDING_RULE(Child, .code = "117", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "row of PlacedAdoption",
             FIELDS(AT(PlacedAdoption, DATE_PLACED), AT(PlacedAdoption, DATE_PLACED_CEASED),
                    AT(Episodes, DECOM), AT(Episodes, DEC), AT(Episodes, REC)),
             .message = "A decision on placing for adoption is dated after the year, or after the "
                        "child had left care.",
             .why = "The return takes decisions up to the last day of the year, about children who "
                    "are in care. Both dates are compared with the year end and with the end of "
                    "the child's last episode. Correct the date, or leave a later decision for "
                    "next year's return; if the child is still in care, the end of the episode is "
                    "wrong.",
             FROM_OFFICIAL_TEXT)
{
    const struct Episodes *last = last_without_x1(row);
    FOR_EACH (ctx, PlacedAdoption, decision, row) {
        if (is_too_late(ctx, decision->DATE_PLACED, last) ||
            is_too_late(ctx, decision->DATE_PLACED_CEASED, last))
            find_decision(ctx, decision, DECISION_BITS, last,
                          BIT(Episodes, DECOM) | BIT(Episodes, DEC) | BIT(Episodes, REC));
    }
}

/* The child's first episode that is not a short break; NULL: none. */
static const struct Episodes *first_in_care(const struct Child *child)
{
    for (uint32_t i = 0; i < child->order.count; i++) {
        if (!is_short_break(child->order.rows[i]))
            return child->order.rows[i];
    }
    return NULL;
}

FINDING_RULE(
    Child, .code = "118", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
    .unit = "row of PlacedAdoption",
    FIELDS(AT(PlacedAdoption, DATE_PLACED_CEASED), AT(Episodes, DECOM), AT(Episodes, LS)),
    .message = "The decision to stop placing for adoption is dated before the year, or before the "
               "child was in care.",
    .why = "A decision that was given up in an earlier year is not sent again, and none can be "
           "given up before the child's first episode, short breaks aside. Check the date against "
           "the minutes; leave the row out if it is right and belongs to an earlier year.",
    FROM_OFFICIAL_TEXT)
{
    const struct Episodes *first = first_in_care(row);
    FOR_EACH (ctx, PlacedAdoption, decision, row) {
        if (before_day(decision->DATE_PLACED_CEASED, ctx->period_start) ||
            (first && before(decision->DATE_PLACED_CEASED, first->DECOM)))
            find_decision(ctx, decision, BIT(PlacedAdoption, DATE_PLACED_CEASED), first,
                          BIT(Episodes, DECOM) | BIT(Episodes, LS));
    }
}

ROW_RULE(PlacedAdoption, .code = "119", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(PlacedAdoption, REASON_PLACED_CEASED), AT(PlacedAdoption, DATE_PLACED_CEASED)),
         .message = "Of the date and the reason for giving up the adoption plan, one is blank.",
         .why =
             "When a decision to place for adoption is reversed, the return takes the day and the "
             "reason together. Fill in the one that is missing; while the plan stands, both are "
             "blank.",
         FROM_PUBLIC_CODE)
{
    return missing(row->DATE_PLACED_CEASED) != missing(row->REASON_PLACED_CEASED);
}

ROW_RULE(PlacedAdoption, .code = "120", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(PlacedAdoption, REASON_PLACED_CEASED)),
         .message = "The reason for giving up the adoption plan is not one of the codes RD1 to "
                    "RD4.",
         .why = "RD1 means that the child's needs changed, RD2 that the court made no placement "
                "order, RD3 that no adopters were found, RD4 any other reason. Choose the code "
                "that fits.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->REASON_PLACED_CEASED, &REASON_PLACED_CEASED_list);
}

ROW_RULE(PlacedAdoption, .code = "184", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(PlacedAdoption, DATE_PLACED), AT(Header, DOB)),
         .message = "The decision to place for adoption is dated before the child was born.",
         .why = "The decision is about this child, so it cannot come before the birth. Check the "
                "date of birth in Header first; often the day, month or year was mistyped. The "
                "decision may also be that for a brother or sister.",
         FROM_PUBLIC_CODE)
{
    return before_day(row->DATE_PLACED, birth_of(CHILD_OF(row)));
}

ROW_RULE(PlacedAdoption, .code = "522", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(PlacedAdoption, DATE_PLACED), AT(PlacedAdoption, DATE_PLACED_CEASED)),
         .message = "The adoption plan was given up before the day on which it was decided.",
         .why = "A decision can be reversed on the day it was made or later. Compare both dates "
                "with the minutes; the end of an earlier decision may stand in the row of a new "
                "one.",
         FROM_PUBLIC_CODE)
{
    return before(row->DATE_PLACED_CEASED, row->DATE_PLACED);
}

/* Some row of the child says when it was decided; a date that cannot be read says so too. */
static bool has_decision_date(const struct sv_context *ctx, const struct Child *child)
{
    FOR_EACH (ctx, PlacedAdoption, decision, child) {
        if (present(decision->DATE_PLACED))
            return true;
    }
    return false;
}

FINDING_RULE(Child, .code = "551", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Episodes", FIELDS(AT(Episodes, PLACE)), READS(TABLE_PlacedAdoption),
             .message = "The child is placed for adoption (A3 to A6), but no date of the decision "
                        "to do so is given.",
             .why = "It is decided that a child should be placed for adoption before the child "
                    "moves to the adopters. Add the row with DATE_PLACED to PlacedAdoption; if no "
                    "such decision was made, the placement needs another code, such as foster "
                    "care.",
             FROM_PUBLIC_CODE)
{
    if (has_decision_date(ctx, row))
        return;
    FOR_EACH (ctx, Episodes, e, row) {
        if (!is_adoptive_placement(e))
            continue;
        found(ctx);
        point(ctx, e, BIT(Episodes, PLACE));
    }
}

/* The child's first episode in a placement for adoption; NULL: none. */
static const struct Episodes *first_adoptive_placement(const struct Child *child)
{
    for (uint32_t i = 0; i < child->order.count; i++) {
        if (is_adoptive_placement(child->order.rows[i]))
            return child->order.rows[i];
    }
    return NULL;
}

FINDING_RULE(Child, .code = "552", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "child",
             FIELDS(AT(Episodes, PLACE), AT(Episodes, DECOM), AT(PlacedAdoption, DATE_PLACED)),
             .message = "The child was placed for adoption before the decision to do so was made.",
             .why = "The start of the child's first placement for adoption (A3 to A6) is compared "
                    "with the latest decision; the same day will do. Check both dates. If a first "
                    "placement failed and a new decision led to a second one, explain that to the "
                    "department.",
             FROM_PUBLIC_CODE)
{
    const struct Episodes *placement = first_adoptive_placement(row);
    const struct PlacedAdoption *latest = latest_decision(row);
    if (!placement || !latest || !before(placement->DECOM, latest->DATE_PLACED))
        return;
    found(ctx);
    point(ctx, placement, BIT(Episodes, PLACE) | BIT(Episodes, DECOM));
    point(ctx, latest, BIT(PlacedAdoption, DATE_PLACED));
}

static void find_orders_without_decision(const struct sv_context *ctx, const struct Child *child,
                                         int legal_status)
{
    FOR_EACH (ctx, Episodes, e, child) {
        if (!is_code(e->LS, legal_status))
            continue;
        found(ctx);
        point(ctx, e, BIT(Episodes, LS));
    }
}

static bool has_open_order(const struct sv_context *ctx, const struct Child *child,
                           int legal_status)
{
    FOR_EACH (ctx, Episodes, e, child) {
        if (is_code(e->LS, legal_status) && missing(e->DEC))
            return true;
    }
    return false;
}

/* A court order for adoption needs a decision, and an open one a decision that stands. */
#define ORDER_RULE(code_, last_, legal_status_, message_, why_)                                    \
    FINDING_RULE(Child, .code = (code_), .severity = SV_ERROR, .stage = 2, .first_year = 2023,     \
                 .last_year = (last_), .unit = "row of Episodes, or child",                        \
                 FIELDS(AT(Episodes, LS), AT(PlacedAdoption, DATE_PLACED),                         \
                        AT(PlacedAdoption, DATE_PLACED_CEASED),                                    \
                        AT(PlacedAdoption, REASON_PLACED_CEASED)),                                 \
                 .message = (message_), .why = (why_), FROM_PUBLIC_CODE)                           \
    {                                                                                              \
        const struct PlacedAdoption *latest = latest_decision(row);                                \
        if (!has_decision_date(ctx, row))                                                          \
            find_orders_without_decision(ctx, row, legal_status_);                                 \
        if (latest && is_given_up(latest) && has_open_order(ctx, row, legal_status_))              \
            find_decision(ctx, latest, DECISION_BITS | REVERSAL_BITS, NULL, 0);                    \
    }

ORDER_RULE("553", 0, LS_E1,
           "The child has a placement order (E1), but no decision to place for adoption that still "
           "stands.",
           "The court makes a placement order when it was decided that the child should be placed "
           "for adoption. If the finding shows an episode, add the decision to PlacedAdoption; if "
           "it shows a decision, that was given up while the order runs on: end the episode with "
           "the order, or clear the date and reason.")

FINDING_RULE(Child, .code = "554", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of PlacedAdoption",
             FIELDS(AT(PlacedAdoption, DATE_PLACED), AT(Episodes, DECOM), AT(Episodes, LS)),
             .message = "The decision to place for adoption is dated after the placement order "
                        "(E1) began.",
             .why = "The agency decides first, and then the court makes the order; the same day "
                    "will do. The child's first episode under E1 counts. Compare both dates with "
                    "the decision and the order. If the plan was given up and decided again under "
                    "an older order, explain that to the department.",
             FROM_OFFICIAL_TEXT)
{
    const struct Episodes *first = NULL;
    for (uint32_t i = 0; i < row->order.count && !first; i++) {
        if (is_code(row->order.rows[i]->LS, LS_E1))
            first = row->order.rows[i];
    }
    FOR_EACH (ctx, PlacedAdoption, decision, row) {
        if (first && after(decision->DATE_PLACED, first->DECOM))
            find_decision(ctx, decision, BIT(PlacedAdoption, DATE_PLACED), first,
                          BIT(Episodes, DECOM) | BIT(Episodes, LS));
    }
}

ORDER_RULE("555", 2024, LS_D1,
           "The child has a freeing order (D1), but no decision to place for adoption that still "
           "stands.",
           "A freeing order was made so that a child could be placed for adoption. If the finding "
           "shows an episode, add the decision to PlacedAdoption; if it shows a decision, that was "
           "given up while the order runs on. These orders are no longer made, so check first "
           "whether E1, a placement order, is meant.")

ROW_RULE(Episodes, .code = "556", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .last_year = 2024, FIELDS(AT(Episodes, LS), AT(Episodes, DECOM)),
         READS(TABLE_PlacedAdoption),
         .message = "The decision to place for adoption is dated after this freeing order (D1) "
                    "began.",
         .why = "The agency decides first, and then the court makes the order; the same day will "
                "do. Compare the start of the episode with the dates in PlacedAdoption. These "
                "orders are no longer made, so check whether E1, a placement order, is meant.",
         FROM_PUBLIC_CODE)
{
    const struct PlacedAdoption *latest = latest_decision(CHILD_OF(row));
    return is_code(row->LS, LS_D1) && latest && before(row->DECOM, latest->DATE_PLACED);
}

/* Left care, but not for adoption; the reason may be no valid code. */
static bool left_unadopted(const struct Episodes *e)
{
    return ended_but_not_x1(e) && !is_adopted(e);
}

static bool left_adoption_to_2024(const struct sv_row *row)
{
    const struct Episodes *e = (const struct Episodes *)row;
    return left_unadopted(e) && (is_adoptive_placement(e) || IS_ANY(e->LS, LS_D1, LS_E1));
}

static bool left_adoption(const struct sv_row *row)
{
    const struct Episodes *e = (const struct Episodes *)row;
    return left_unadopted(e) && (is_adoptive_placement(e) || is_code(e->LS, LS_E1));
}

static bool lacks_reversal(const struct sv_row *row)
{
    const struct PlacedAdoption *decision = (const struct PlacedAdoption *)row;
    return missing(decision->DATE_PLACED_CEASED) || missing(decision->REASON_PLACED_CEASED);
}

static void find_without_reversal(const struct sv_context *ctx, const struct Child *child,
                                  bool (*has_left)(const struct sv_row *row))
{
    struct some left = {TABLE_Episodes, has_left,
                        BIT(Episodes, PLACE) | BIT(Episodes, LS) | BIT(Episodes, REC)};
    struct some standing = {TABLE_PlacedAdoption, lacks_reversal, REVERSAL_BITS};
    if (child->decisions.count > 0) {
        find_every_pair(ctx, child, &left, &standing);
        return;
    }
    FOR_EACH (ctx, Episodes, e, child) {
        if (!has_left(&e->row))
            continue;
        found(ctx);
        point(ctx, e, left.fields);
    }
}

#define WITHOUT_REVERSAL_RULE(first_, last_, has_left_, why_)                                      \
    FINDING_RULE(Child, .code = "557", .severity = SV_ERROR, .stage = 2, .first_year = (first_),   \
                 .last_year = (last_), .unit = "pair of Episodes and PlacedAdoption",              \
                 FIELDS(AT(Episodes, PLACE), AT(Episodes, LS), AT(Episodes, REC),                  \
                        AT(PlacedAdoption, DATE_PLACED_CEASED),                                    \
                        AT(PlacedAdoption, REASON_PLACED_CEASED)),                                 \
                 .message = "The child left care without being adopted, but the adoption plan is " \
                            "not shown as given up.",                                              \
                 .why = (why_), FROM_PUBLIC_CODE)                                                  \
    {                                                                                              \
        find_without_reversal(ctx, row, has_left_);                                                \
    }

#define GIVE_IT_UP                                                                                 \
    "Enter the date and the reason of the decision to give the plan up in each row of "            \
    "PlacedAdoption; if the child was adopted, the end reason is E11 or E12."

WITHOUT_REVERSAL_RULE(2023, 2024, left_adoption_to_2024,
                      "A child who is placed for adoption (A3 to A6), or under a freeing order "
                      "(D1) or placement order (E1), and leaves care for another reason is no "
                      "longer to be adopted. " GIVE_IT_UP)

WITHOUT_REVERSAL_RULE(
    2025, 0, left_adoption,
    "A child who is placed for adoption (A3 to A6), or under a placement order "
    "(E1), and leaves care for another reason is no longer to be adopted. " GIVE_IT_UP)

static uint32_t count_ceased(const struct sv_context *ctx, const struct Child *child)
{
    uint32_t count = 0;
    FOR_EACH (ctx, PlacedAdoption, decision, child)
        count += present(decision->DATE_PLACED_CEASED);
    return count;
}

FINDING_RULE(Child, .code = "558", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "child", FIELDS(AT(Episodes, REC), AT(PlacedAdoption, DATE_PLACED_CEASED)),
             .message = "The child was adopted, but the latest decision to place for adoption is "
                        "shown as given up.",
             .why = "Of several decisions, earlier ones may have been given up, but the one that "
                    "led to the adoption was not. Clear its date and reason, or add the decision "
                    "under which the child was adopted; if there was no adoption, correct the end "
                    "reason.",
             FROM_OFFICIAL_TEXT)
{
    const struct Episodes *last = last_episode(row);
    const struct PlacedAdoption *latest = latest_decision(row);
    if (!last || !latest || !is_adopted(last) || missing(latest->DATE_PLACED_CEASED) ||
        count_ceased(ctx, row) < 2)
        return;
    found(ctx);
    point(ctx, last, BIT(Episodes, REC));
    point(ctx, latest, BIT(PlacedAdoption, DATE_PLACED_CEASED));
}

ROW_RULE(PlacedAdoption, .code = "563", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(PlacedAdoption, DATE_PLACED), AT(PlacedAdoption, REASON_PLACED_CEASED),
                AT(PlacedAdoption, DATE_PLACED_CEASED)),
         .message = "The adoption plan is shown as given up, but the date on which it was decided "
                    "is blank.",
         .why = "Only a decision that was made can be given up, so the row needs both dates. Enter "
                "the day of the decision to place for adoption; it stands in last year's return "
                "when it was made before this year.",
         FROM_PUBLIC_CODE)
{
    return missing(row->DATE_PLACED) && present(row->REASON_PLACED_CEASED) &&
           present(row->DATE_PLACED_CEASED);
}

FINDING_RULE(Child, .code = "579", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of PlacedAdoption",
             FIELDS(AT(PlacedAdoption, DATE_PLACED), AT(PlacedAdoption, DATE_PLACED_CEASED)),
             .message = "This decision to place for adoption was made while the child's earlier "
                        "one still stood.",
             .why = "A new decision is needed only after the one before was given up. Enter the "
                    "date and reason for that in the earlier row, or remove this row if the plan "
                    "stood all the time; giving up and deciding anew can be on one day.",
             FROM_PUBLIC_CODE)
{
    for (uint32_t i = 1; i < row->decisions.count; i++) {
        const struct PlacedAdoption *earlier = row->decisions.rows[i - 1];
        const struct PlacedAdoption *later = row->decisions.rows[i];
        if (readable(earlier->DATE_PLACED) &&
            (!readable(earlier->DATE_PLACED_CEASED) ||
             after(earlier->DATE_PLACED_CEASED, later->DATE_PLACED)))
            find_decision(ctx, later, DECISION_BITS, NULL, 0);
    }
}

ROW_RULE(PlacedAdoption, .code = "583", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(PlacedAdoption, DATE_PLACED), AT(PlacedAdoption, DATE_PLACED_CEASED)),
         .message = "A later decision to place for adoption exists, but this one is not shown as "
                    "given up.",
         .why = "A child has one adoption plan at a time, so every decision but the latest ended "
                "before the next was made. Enter the day on which this one was given up, and why; "
                "remove the row if the same decision was entered twice.",
         FROM_OFFICIAL_TEXT)
{
    const struct PlacedAdoption *latest = latest_decision(CHILD_OF(row));
    return latest && latest != row && readable(row->DATE_PLACED) &&
           missing(row->DATE_PLACED_CEASED);
}

FINDING_RULE(PlacedAdoption, .code = "1003", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of PlacedAdoption",
             FIELDS(AT(PlacedAdoption, DATE_PLACED), AT(Episodes, DECOM), AT(Episodes, RNE),
                    AT(Episodes_last, DECOM), AT(Episodes_last, RNE)),
             OPTIONAL(TABLE_Episodes_last),
             .message = "The decision to place for adoption is dated before the child came into "
                        "care.",
             .why = "The agency decides on children whom the authority looks after. The date is "
                    "compared with the child's first episode, of this or of last year's return, "
                    "when that is one with which care started (reason S). Check the decision's "
                    "date and the start of care.",
             FROM_OFFICIAL_TEXT)
{
    const struct Child *child = CHILD_OF(row);
    const struct Episodes *first = child && child->joint.count ? child->joint.rows[0] : NULL;
    if (!first || !is_code(first->RNE, RNE_S) || !before(row->DATE_PLACED, first->DECOM))
        return;
    /* The fields of both years' episodes have the same numbers. */
    find_decision(ctx, row, BIT(PlacedAdoption, DATE_PLACED), first,
                  BIT(Episodes, DECOM) | BIT(Episodes, RNE));
}
