/* Transfers between services, and caretaking. */
#include "../facts.h"

static bool is_direction(const struct transfer *row)
{
    return in_set(row->Description,
                  CODE_BIT(TransferType, TRANSFER_IN) | CODE_BIT(TransferType, TRANSFER_OUT));
}

FINDING_RULE(person, .code = "YJ-060", .severity = SV_QUERY, .first_year = 2022,
             .unit = "pair of transfers", FIELDS(AT(transfer, Date), AT(transfer, Description)),
             .message = "The case goes the same way twice, with no transfer back in between.",
             .why = "Between two transfers in there must be one out, and the other way round. Add "
                    "the one that is missing, or delete the one that was entered twice.",
             OWN("a case cannot come twice without leaving."))
{
    const struct transfer *before = NULL;
    for (uint32_t i = 0; i < row->transfer_count; i++) {
        const struct transfer *transfer = row->transfers[i];
        if (!is_direction(transfer))
            continue;
        if (before && before->Description.number == transfer->Description.number && found(ctx))
            point(ctx, transfer, BIT(transfer, Date) | BIT(transfer, Description));
        before = transfer;
    }
}

/* Whether the last transfer before a day sent the case away. */
static bool was_away(const struct person *child, sv_day before)
{
    uint32_t lo = 0;
    for (uint32_t hi = child->transfer_count; lo < hi;) {
        uint32_t middle = (lo + hi) / 2;
        if (child->transfers[middle]->Date.number < before)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo > 0 && is_code(child->transfers[lo - 1]->Description, TransferType_TRANSFER_OUT);
}

ROW_RULE(outcome, .code = "YJ-061", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(outcome, OutcomeDate)), READS(TABLE_transfer, TABLE_residence),
         .message = "The outcome is local, but the case had been transferred out before.",
         .why = "After the transfer the other service records outcomes. Either the case came back, "
                "and the transfer in is missing, or the child lived in another area, or the "
                "outcome belongs to the other service.",
         PUBLISHED("how transferred cases are recorded (data recording guidance 2009-10)."))
{
    sv_day made = day(row->OutcomeDate);
    return made != SV_NONE && has_tier(row, SUBSTANTIVE_TIERS) &&
           area_on(child_of(row), made) == AREA_LOCAL && was_away(child_of(row), made);
}

ROW_RULE(programme, .code = "YJ-062", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(programme, EndDate)), READS(TABLE_transfer),
         .message = "The case was transferred out, but a programme is still open.",
         .why = "Programmes that were running when the case left are ended here, as the other "
                "service goes on with them. Give the programme the day of the transfer as its end.",
         OWN("a case that has left has no work going on here."))
{
    const struct person *child = child_of(row);
    if (present(row->EndDate) || child->transfer_count == 0)
        return false;
    const struct transfer *last = child->transfers[child->transfer_count - 1];
    return is_code(last->Description, TransferType_TRANSFER_OUT) &&
           is_since(day(last->Date), day(row->StartDate));
}

/* The first day on which a caretaking of this kind began. */
static sv_day first_start(const struct person *child, int kind)
{
    for (uint32_t i = 0; i < child->transfer_count; i++) {
        if (is_code(child->transfers[i]->Description, kind))
            return child->transfers[i]->Date.number;
    }
    return INT32_MAX;
}

FINDING_RULE(person, .code = "YJ-063", .severity = SV_ERROR, .first_year = 2022,
             .unit = "end of a caretaking period", FIELDS(AT(transfer, Description)),
             .message = "A caretaking period ends, but it has never begun.",
             .why = "Add the start of the caretaking in the same direction, on the day of the end "
                    "or before, or correct the kind of this entry.",
             OWN("what ends must have begun."))
{
    sv_day in = row->transfer_count ? first_start(row, TransferType_CARETAKING_IN_START) : 0;
    sv_day out = row->transfer_count ? first_start(row, TransferType_CARETAKING_OUT_START) : 0;
    for (uint32_t i = 0; i < row->transfer_count; i++) {
        const struct transfer *transfer = row->transfers[i];
        sv_day ended = transfer->Date.number;
        bool fails =
            (is_code(transfer->Description, TransferType_CARETAKING_IN_END) && in > ended) ||
            (is_code(transfer->Description, TransferType_CARETAKING_OUT_END) && out > ended);
        if (fails && found(ctx))
            point(ctx, transfer, BIT(transfer, Description));
    }
}
