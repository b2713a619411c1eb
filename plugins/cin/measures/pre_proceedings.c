/* Pre-proceedings and family group decision-making, from the collection year 2027 on. */
#include "measures.h"

#define ABOUT                                                                                      \
    .section = SECTION_PRE_PROCEEDINGS, .unit = "record", .units = "records", .first_year = 2027,  \
    .source = "Fields of the specification for 2026 to 2027; nothing is published of them yet"

static bool has_begun(const struct sv_context *ctx, const struct PreProceedingsandFGDM *record)
{
    return in_period(ctx, record->PPStartDate);
}

/* Takes the days from the decision to begin, in the period, to a later step. */
static enum sv_part days_from_start(const struct sv_context *ctx,
                                    const struct PreProceedingsandFGDM *record,
                                    struct sv_value step, struct sv_amount *amount)
{
    if (!has_begun(ctx, record) || !readable(step))
        return SV_APART;
    amount->value = day_of(step) - day_of(record->PPStartDate);
    return SV_COUNTED;
}

BAND_OF_CODE(outcome_of, PreProceedingsandFGDM, PPOutcome)

MEASURE(PreProceedingsandFGDM, ABOUT, .name = "pre_proceedings", .title = "Pre-proceedings begun",
        .definition = "Records whose decision to begin is dated in the period.",
        BREAKDOWNS(BY_LIST(PPOutcome, "outcome", outcome_of)))
{
    return counted_if(has_begun(ctx, row));
}

MEASURE(PreProceedingsandFGDM, ABOUT, .kind = SV_SHARE_OF, .name = "pre_proceedings_letters",
        .title = "Letter before proceedings sent",
        .definition = "Of the pre-proceedings begun, those with the date of a letter.")
{
    return share(has_begun(ctx, row), readable(row->LBPSentDate));
}

MEASURE(PreProceedingsandFGDM, ABOUT, .kind = SV_SHARE_OF, .name = "family_meetings_offered",
        .title = "Family group decision-making offered",
        .definition = "Of the records, those whose flag FGDMMeetingOffer is true.")
{
    return share(true, is_true(row->FGDMMeetingOffer));
}

MEASURE(PreProceedingsandFGDM, ABOUT, .kind = SV_SHARE_OF, .name = "family_meetings_held",
        .title = "Family group decision-making held",
        .definition = "Of the records with an offer, those whose flag FGDMMeetingFac is true.")
{
    return share(is_true(row->FGDMMeetingOffer), is_true(row->FGDMMeetingFac));
}

MEASURE(PreProceedingsandFGDM, ABOUT, .kind = SV_QUARTILES_OF, .name = "days_to_first_meeting",
        .title = "Days to the first meeting: quartiles",
        .definition = "Days from the decision to begin, in the period, to the first meeting.")
{
    return days_from_start(ctx, row, row->InitialPPMeetingDate, amount);
}

MEASURE(PreProceedingsandFGDM, ABOUT, .kind = SV_SHARE_OF, .name = "court_applications",
        .title = "Application to court",
        .definition = "Of the pre-proceedings begun, those with the date of an application.")
{
    return share(has_begun(ctx, row), readable(row->CourtAppDate));
}

MEASURE(PreProceedingsandFGDM, ABOUT, .kind = SV_QUARTILES_OF, .name = "days_to_court",
        .title = "Days to the application to court: quartiles",
        .definition = "Days from the decision to begin, in the period, to the application.")
{
    return days_from_start(ctx, row, row->CourtAppDate, amount);
}
