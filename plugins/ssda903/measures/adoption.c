/* Adoption: who is on the way to it, who was adopted, by whom and how long it took. */
#include "measures.h"

#define ABOUT .section = SECTION_ADOPTION, CHILDREN

static bool is_adopted_child(const struct Child *child)
{
    return child->ceased && is_adopted(child->ceased);
}

static int age_then(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return cla_age_band(THE_CHILD, day_of(THE_CHILD->ceased->DEC));
}

static int sex_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct Header *header = THE_CHILD->header;
    (void)ctx;
    return header ? header->SEX.number : -1;
}

MEASURE(Child, ABOUT, FROM_PRACTICE, READS(TABLE_Episodes), .name = "adopted",
        .title = "Children adopted",
        .definition = "Children who ceased to be looked after in the period and whose last reason "
                      "is adoption (E11, E12).",
        BREAKDOWNS(BY_AGE("age that day", age_then), BY_LIST(SEX, "sex", sex_of)))
{
    return counted_if(is_adopted_child(row));
}

static const struct AD1 *adoption_of(const struct sv_context *ctx, const struct sv_row *row)
{
    return FIRST_OF(ctx, AD1, THE_CHILD);
}

static int adopters_of(const struct sv_context *ctx, const struct sv_row *row)
{
    return adoption_of(ctx, row)->NB_ADOPTR.number;
}

static int adopters_sex_of(const struct sv_context *ctx, const struct sv_row *row)
{
    return adoption_of(ctx, row)->SEX_ADOPTR.number;
}

static int adopters_status_of(const struct sv_context *ctx, const struct sv_row *row)
{
    return adoption_of(ctx, row)->LS_ADOPTR.number;
}

static int fosterer_of(const struct sv_context *ctx, const struct sv_row *row)
{
    return adoption_of(ctx, row)->FOSTER_CARE.number;
}

MEASURE(Child, ABOUT, FROM_PRACTICE, READS(TABLE_Episodes, TABLE_AD1), .name = "adopters_known",
        .title = "Children adopted, by adopters",
        .definition = "Children adopted in the period who have a record of AD1; the first one of "
                      "the child counts.",
        BREAKDOWNS(BY_LIST(NB_ADOPTR, "number of adopters", adopters_of),
                   BY_LIST(SEX_ADOPTR, "sex of the adopters", adopters_sex_of),
                   BY_LIST(LS_ADOPTR, "legal status of the adopters", adopters_status_of),
                   BY_LIST(FOSTER_CARE, "former foster carer", fosterer_of)))
{
    return counted_if(is_adopted_child(row) && adoption_of(ctx, &row->row));
}

MEASURE(Child, .section = SECTION_ADOPTION, .unit = "month of age", .units = "months of age",
        FROM_STATISTICS, READS(TABLE_Episodes, TABLE_Header), .kind = SV_RATIO_OF,
        .name = "adopted_age", .title = "Average age at adoption, in months",
        .definition = "Whole months from birth to the end of care of the children adopted in the "
                      "period, divided by the number of those with a date of birth.")
{
    sv_day born = birth_of(row);
    if (!is_adopted_child(row) || !is_on_or_before(born, day_of(row->ceased->DEC)))
        return SV_APART;
    amount->value = cla_months(born, day_of(row->ceased->DEC));
    return SV_COUNTED;
}

/* On the way. */

static int adoptive_code_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return cla_placement_at_end(THE_CHILD)->PLACE.number - PLACE_A3;
}

static const char *const adoptive_codes[] = {
    "with consent, with the foster carer (A3)", "with consent, with others (A4)",
    "placement order, with the foster carer (A5)", "placement order, with others (A6)"};

static bool is_placed(const struct Child *child)
{
    return looked_after_at_end(child) && is_adoptive_placement(cla_placement_at_end(child));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, READS(TABLE_Episodes), .at_end = true,
        .name = "placed_for_adoption", .title = "Placed for adoption",
        .definition =
            "Children looked after at the end of the period in a placement of codes A3 to "
            "A6.",
        BREAKDOWNS(BY_LABEL(adoptive_codes, "placement", adoptive_code_of)))
{
    return counted_if(is_placed(row));
}

static bool has_placement_order(const struct Child *child)
{
    return looked_after_at_end(child) && is_code(child->open31->LS, LS_E1);
}

MEASURE(Child, ABOUT, FROM_PRACTICE, READS(TABLE_Episodes), .at_end = true,
        .name = "placement_orders", .title = "With a placement order",
        .definition = "Children looked after at the end of the period with legal status E1.")
{
    return counted_if(has_placement_order(row));
}

/* Where the first episode of a period of care in the return is no start, what it has may be older:
 * not when the episode began with the change that matters. */
static sv_day first_day(const struct Episodes *e, bool changed)
{
    if (!e || (e == e->care->first && !changed))
        return SV_NONE;
    return day_of(e->DECOM);
}

/* The day of the placement order in a period of care; SV_NONE: not known. */
static sv_day placement_order_of(const struct period *care)
{
    for (const struct Episodes *e = care->first; e; e = e == care->last ? NULL : e->next) {
        if (e->care == care && is_code(e->LS, LS_E1))
            return first_day(e, IS_ANY(e->RNE, RNE_S, RNE_L, RNE_B, RNE_U));
    }
    return SV_NONE;
}

MEASURE(Child, .section = SECTION_ADOPTION, .unit = "day", .units = "days", FROM_READING,
        READS(TABLE_Episodes), .at_end = true, .kind = SV_QUARTILES_OF, .name = "waiting_days",
        .title = "Days with a placement order, not placed: quartiles",
        .definition = "Children looked after at the end of the period with legal status E1, not "
                      "placed for adoption: days from the first episode with E1 to that day.",
        .caution = "Left out are children whose order is older than the episodes in the return.")
{
    sv_day order = has_placement_order(row) && !is_placed(row)
                       ? placement_order_of(row->open31->care)
                       : SV_NONE;
    amount->value = order == SV_NONE ? 0 : ctx->period_end - order;
    return counted_if(order != SV_NONE);
}

/* Decisions that a child should be placed for adoption. */

#define DECISIONS .section = SECTION_ADOPTION, .unit = "decision", .units = "decisions"

/* From the decision until it is given up, or the child adopted. */
static bool decision_lasts(const struct PlacedAdoption *decision, struct sv_stay *stay)
{
    const struct Child *child = CHILD_OF(decision);
    if (!stay_between(decision->DATE_PLACED, decision->DATE_PLACED_CEASED, stay))
        return false;
    sv_day adopted = child && is_adopted_child(child) ? day_of(child->ceased->DEC) : SV_NONE;
    if (is_on_or_before(stay->first, adopted) && (stay->last == SV_NONE || adopted < stay->last))
        stay->last = adopted;
    return true;
}

STOCK(PlacedAdoption, .name = "adoption_decisions", .title = "Decisions to place for adoption",
      .units = "decisions", READS(TABLE_Episodes),
      .definition = "From the decision until the day on which it is reversed or the child adopted.")
{
    return decision_lasts(row, stay);
}

MEASURE(PlacedAdoption, DECISIONS, FROM_PRACTICE, .name = "decisions_made",
        .title = "Decisions to place for adoption",
        .definition = "Decisions (DATE_PLACED) dated in the period.")
{
    return counted_if(in_period(ctx, row->DATE_PLACED));
}

BAND_OF_CODE(reversal_of, PlacedAdoption, REASON_PLACED_CEASED)

MEASURE(PlacedAdoption, DECISIONS, FROM_PRACTICE, .name = "decisions_reversed",
        .title = "Decisions reversed",
        .definition = "Decisions to place for adoption that were reversed (DATE_PLACED_CEASED) in "
                      "the period.",
        BREAKDOWNS(BY_LIST(REASON_PLACED_CEASED, "reason", reversal_of)))
{
    return counted_if(in_period(ctx, row->DATE_PLACED_CEASED));
}

MEASURE(PlacedAdoption, DECISIONS, FROM_READING, READS(TABLE_Episodes), .at_end = true,
        .name = "decisions_at_end", .title = "Decisions in force",
        .definition =
            "Decisions made until the last day of the period, not reversed until then and "
            "not ended by an adoption in the period.")
{
    struct sv_stay stay;
    return counted_if(decision_lasts(row, &stay) && stay.first <= ctx->period_end &&
                      (stay.last == SV_NONE || stay.last > ctx->period_end));
}

static bool is_decided(const struct sv_context *ctx, const struct Child *child)
{
    FOR_EACH (ctx, PlacedAdoption, decision, child) {
        if (open_at(decision->DATE_PLACED, decision->DATE_PLACED_CEASED, ctx->period_end))
            return true;
    }
    return false;
}

MEASURE(Child, ABOUT, FROM_PRACTICE, READS(TABLE_Episodes, TABLE_PlacedAdoption), .at_end = true,
        .name = "decided_not_placed", .title = "Decision made, not yet placed",
        .definition = "Children looked after at the end of the period, not placed for adoption, "
                      "with a decision to place them that was not reversed until then.")
{
    return counted_if(looked_after_at_end(row) && !is_placed(row) && !is_adopted_child(row) &&
                      is_decided(ctx, row));
}

/* How long it took, for children adopted in the period. Average days; the statistics write years
 * and months, and put three years together. */

#define TIMES                                                                                      \
    .section = SECTION_ADOPTION, .unit = "day", .units = "days a child", FROM_PRACTICE,            \
    .kind = SV_RATIO_OF
#define CARE_BEGUN                                                                                 \
    .caution =                                                                                     \
        "The return has the episodes of its year only: children whose period of care has a "       \
        "first episode in it that is no start (RNE other than S) are left out. Most are."

static enum sv_part count_days(sv_day first, sv_day last, struct sv_amount *amount)
{
    bool known = first != SV_NONE && last != SV_NONE;
    amount->value = known ? last - first : 0;
    return counted_if(known);
}

static sv_day care_begun(const struct Child *child)
{
    const struct period *care = is_adopted_child(child) ? child->ceased->care : NULL;
    return care && cla_start_is_known(care) ? care->start : SV_NONE;
}

static sv_day order_made(const struct Child *child)
{
    return is_adopted_child(child) ? day_of(child->ceased->DEC) : SV_NONE;
}

static sv_day decided(const struct sv_context *ctx, const struct Child *child)
{
    const struct AD1 *record = is_adopted_child(child) ? adoption_of(ctx, &child->row) : NULL;
    return record ? day_of(record->DATE_INT) : SV_NONE;
}

static sv_day matched(const struct sv_context *ctx, const struct Child *child)
{
    const struct AD1 *record = is_adopted_child(child) ? adoption_of(ctx, &child->row) : NULL;
    return record ? day_of(record->DATE_MATCH) : SV_NONE;
}

/* The first episode of the last unbroken run of adoptive placements before the adoption. */
static const struct Episodes *adoptive_run(const struct Child *child)
{
    const struct Episodes *first = NULL;
    const struct Episodes *last = child->ceased;
    bool runs = false;
    for (const struct Episodes *e = last->care->first; e; e = e == last ? NULL : e->next) {
        if (e->care != last->care)
            continue;
        if (is_adoptive_placement(e) && !runs)
            first = e;
        runs = is_adoptive_placement(e);
    }
    return first;
}

static sv_day placed(const struct Child *child)
{
    const struct Episodes *first = is_adopted_child(child) ? adoptive_run(child) : NULL;
    return first ? first_day(first, IS_ANY(first->RNE, RNE_S, RNE_P, RNE_B, RNE_T, RNE_U))
                 : SV_NONE;
}

/* For children adopted by foster carers, the day on which they moved in with them. */
static sv_day moved_in(const struct sv_context *ctx, const struct Child *child)
{
    const struct AD1 *record = is_adopted_child(child) ? adoption_of(ctx, &child->row) : NULL;
    if (!record || !is_true(record->FOSTER_CARE))
        return placed(child);
    const struct Episodes *first = cla_carer_in(ctx, child->ceased).first;
    return first ? first_day(first, IS_ANY(first->RNE, RNE_S, RNE_P, RNE_B)) : SV_NONE;
}

MEASURE(Child, TIMES, CARE_BEGUN, READS(TABLE_Episodes, TABLE_AD1),
        .name = "adoption_care_to_decision", .title = "Adopted: from start of care to decision",
        .definition = "Children adopted in the period: days from the start of the last period of "
                      "care to the decision to place for adoption (AD1 DATE_INT), divided by the "
                      "number of children with both.")
{
    return count_days(care_begun(row), decided(ctx, row), amount);
}

MEASURE(Child, TIMES, READS(TABLE_Episodes, TABLE_AD1), .name = "adoption_decision_to_match",
        .title = "Adopted: from decision to match",
        .definition = "Children adopted in the period: days from the decision (DATE_INT) to the "
                      "match with adopters (DATE_MATCH), divided by the number of children with "
                      "both.")
{
    return count_days(decided(ctx, row), matched(ctx, row), amount);
}

MEASURE(Child, TIMES, READS(TABLE_Episodes, TABLE_AD1), .name = "adoption_match_to_placement",
        .title = "Adopted: from match to placement",
        .definition =
            "Children adopted in the period: days from the match (DATE_MATCH) to the "
            "start of the last unbroken run of placements A3 to A6, divided by the number "
            "of children with both.",
        .caution = "May be below 0 for children adopted by their foster carers. Children placed "
                   "before the episodes in the return are left out.")
{
    return count_days(matched(ctx, row), placed(row), amount);
}

MEASURE(Child, TIMES, READS(TABLE_Episodes), .name = "adoption_placement_to_order",
        .title = "Adopted: from placement to adoption order",
        .definition =
            "Children adopted in the period: days from the start of the last unbroken run "
            "of placements A3 to A6 to the end of care, divided by the number of children "
            "with both.",
        .caution = "Children placed before the episodes in the return are left out.")
{
    return count_days(placed(row), order_made(row), amount);
}

MEASURE(Child, TIMES, CARE_BEGUN, READS(TABLE_Episodes), .name = "adoption_care_to_order",
        .title = "Adopted: from start of care to adoption order",
        .definition = "Children adopted in the period: days from the start of the last period of "
                      "care to its end, divided by the number of children with both.")
{
    return count_days(care_begun(row), order_made(row), amount);
}

MEASURE(Child, TIMES, CARE_BEGUN, READS(TABLE_Episodes), .name = "adoption_entry_to_placement",
        .title = "Scorecard: from start of care to placement",
        .definition = "Children adopted in the period: days from the start of the last period of "
                      "care to the start of the last unbroken run of placements A3 to A6, divided "
                      "by the number of children with both.")
{
    return count_days(care_begun(row), placed(row), amount);
}

MEASURE(Child, TIMES, CARE_BEGUN, READS(TABLE_Episodes, TABLE_AD1),
        .name = "adoption_entry_to_moving_in", .title = "Scorecard: the same, adjusted",
        .definition = "As adoption_entry_to_placement, but for children adopted by former foster "
                      "carers (FOSTER_CARE 1) "
                      "the day counts on which they moved in with them (last RNE S, P or B).")
{
    return count_days(care_begun(row), moved_in(ctx, row), amount);
}

MEASURE(Child, TIMES, READS(TABLE_Episodes, TABLE_AD1), .name = "adoption_order_to_match",
        .title = "Scorecard: from placement order to match",
        .definition =
            "Children adopted in the period: days from the first episode with legal status "
            "E1 in the last period of care to the match (DATE_MATCH), divided by the "
            "number of children with both.",
        .caution = "Children whose placement order is older than the episodes in the return are "
                   "left out. The scorecard is an average of three years.")
{
    sv_day order = is_adopted_child(row) ? placement_order_of(row->ceased->care) : SV_NONE;
    return count_days(order, matched(ctx, row), amount);
}
