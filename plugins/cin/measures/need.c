/* Episodes of need: who is in need, since when, and why. */
#include "measures.h"

#define EPISODES .section = SECTION_NEED, .unit = "episode", .units = "episodes of need"

static bool is_open_at_end(const struct sv_context *ctx, const struct CINdetails *episode)
{
    return is_need(episode) &&
           open_at(episode->CINreferralDate, episode->CINclosureDate, ctx->period_end);
}

static bool is_ending(const struct sv_context *ctx, const struct CINdetails *episode)
{
    return is_need(episode) && in_period(ctx, episode->CINclosureDate);
}

STOCK(CINdetails, .name = "episodes_of_need", .title = "Episodes of need",
      .units = "episodes of need",
      .definition = "From the referral to the closure; an episode that closes on a day is not open "
                    "when the day has ended. Without referrals that led to no further action or "
                    "were closed with RC8 or RC9.")
{
    return is_need(row) && stay_between(row->CINreferralDate, row->CINclosureDate, stay);
}

MEASURE(CINdetails, EPISODES, FROM_STATISTICS, .name = "need_any_time",
        .title = "In need at any time in the period",
        .definition = "Episodes that were open on a day of the period: referred until its end, and "
                      "not closed before it began. Not those of referrals without further action, "
                      "nor those closed with RC8 or RC9.")
{
    return counted_if(is_need(row) && readable(row->CINreferralDate) &&
                      day_of(row->CINreferralDate) <= ctx->period_end &&
                      !before_day(row->CINclosureDate, ctx->period_start));
}

BAND_OF_CODE(need_of, CINdetails, PrimaryNeedCode)
BAND_OF_CODE(closure_of, CINdetails, ReasonForClosure)

MEASURE(CINdetails, EPISODES, FROM_STATISTICS, .name = "need_starting", .title = "Starting",
        .definition = "Episodes of need whose referral date lies in the period.",
        BREAKDOWNS(BY_LIST(PrimaryNeedCode, "primary need", need_of)))
{
    return counted_if(is_need(row) && in_period(ctx, row->CINreferralDate));
}

static int duration_of_ended(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct CINdetails *episode = (const struct CINdetails *)row;
    (void)ctx;
    return readable(episode->CINreferralDate)
               ? duration_band(day_of(episode->CINreferralDate), day_of(episode->CINclosureDate))
               : -1;
}

MEASURE(CINdetails, EPISODES, FROM_STATISTICS, .name = "need_ending", .title = "Ending",
        .definition = "Episodes of need whose closure date lies in the period.",
        BREAKDOWNS(BY_DURATION("duration", duration_of_ended),
                   BY_LIST(ReasonForClosure, "reason for closure", closure_of)))
{
    return counted_if(is_ending(ctx, row));
}

static int duration_of_open(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct CINdetails *episode = (const struct CINdetails *)row;
    return duration_band(day_of(episode->CINreferralDate), ctx->period_end);
}

static int age_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct ChildIdentifiers *child = child_of((const struct CINdetails *)row);
    if (!readable(child->PersonBirthDate))
        return readable(child->ExpectedPersonBirthDate) ? 0 : -1;
    if (day_of(child->PersonBirthDate) > ctx->period_end)
        return 0;
    int age = sv_age_on(day_of(child->PersonBirthDate), ctx->period_end);
    static const int ends[] = {0, 4, 9, 15, 17};
    for (int band = 0; band < 5; band++) {
        if (age <= ends[band])
            return band + 1;
    }
    return 6;
}

static int sex_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct ChildIdentifiers *child = child_of((const struct CINdetails *)row);
    static const int of_gender[] = {
        [GenderCurrent_0] = 2, [GenderCurrent_1] = 1, [GenderCurrent_2] = 0, [GenderCurrent_9] = 2};
    if (ctx->year >= 2025)
        return readable(child->Sex) ? child->Sex.number : -1;
    return readable(child->GenderCurrent) ? of_gender[child->GenderCurrent.number] : -1;
}

static const struct ChildCharacteristics *characteristics_of(const struct sv_context *ctx,
                                                             const struct sv_row *row)
{
    return (const struct ChildCharacteristics *)first_below(
        ctx, child_of((const struct CINdetails *)row), TABLE_ChildCharacteristics);
}

static int ethnicity_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct ChildCharacteristics *characteristics = characteristics_of(ctx, row);
    return characteristics && readable(characteristics->Ethnicity)
               ? characteristics->Ethnicity.number
               : -1;
}

static const char *const ages[] = {"unborn",   "under 1",   "1 to 4",     "5 to 9",
                                   "10 to 15", "16 and 17", "18 and over"};
static const char *const sexes[] = {"female", "male", "unknown or not stated"};

MEASURE(CINdetails, EPISODES, FROM_STATISTICS, .name = "need_at_end",
        .title = "In need at the end of the period", .at_end = true,
        .definition =
            "Episodes of need that were referred until the last day of the period and not "
            "closed until then.",
        .population = "0-17", .per = 10000,
        BREAKDOWNS(BY_LIST(PrimaryNeedCode, "primary need", need_of),
                   BY_DURATION("duration so far", duration_of_open),
                   BY_LABEL(ages, "age at the end of the period", age_of),
                   BY_LABEL(sexes, "sex", sex_of), BY_LIST(Ethnicity, "ethnicity", ethnicity_of)))
{
    return counted_if(is_open_at_end(ctx, row));
}

/* The disabilities of the child, by the numbers of their codes; NONE is none. */
static uint64_t disabilities_of(const struct sv_context *ctx, const struct sv_row *row)
{
    uint64_t all = 0;
    FOR_EACH (ctx, Disabilities, record, child_of((const struct CINdetails *)row)) {
        if (readable(record->Disability) && !is_code(record->Disability, Disability_NONE))
            all |= UINT64_C(1) << record->Disability.number;
    }
    return all;
}

MEASURE(CINdetails, EPISODES, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "need_disabled",
        .title = "With a disability, at the end of the period", .at_end = true,
        .definition = "Of the episodes of need open at the end of the period, those of children "
                      "with a disability code other than NONE.",
        BREAKDOWNS(BY_EACH_OF_LIST(Disability, "disability", disabilities_of)))
{
    return share(is_open_at_end(ctx, row), disabilities_of(ctx, &row->row) != 0);
}
