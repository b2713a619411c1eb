/* Children who go missing from their placement, or are away from it without authorisation. */
#include "measures.h"

#define CHILDREN_HERE .section = SECTION_MISSING, CHILDREN, READS(TABLE_Episodes, TABLE_Missing)
#define INCIDENTS                                                                                  \
    .section = SECTION_MISSING, .unit = "incident", .units = "incidents", READS(TABLE_Episodes)

#define UNEVEN                                                                                     \
    .caution = "Some authorities record every absence as missing, so that figures of authorities " \
               "cannot be compared. Local counts may hold children who are not looked after."

static bool is_in_period(const struct sv_context *ctx, const struct Missing *incident, int kind)
{
    return is_code(incident->MISSING, kind) && readable(incident->MIS_START) &&
           day_of(incident->MIS_START) <= ctx->period_end &&
           !before_day(incident->MIS_END, ctx->period_start);
}

static bool is_counted(const struct sv_context *ctx, const struct Missing *incident, int kind)
{
    return CHILD_OF(incident) && CHILD_OF(incident)->in_care && is_in_period(ctx, incident, kind);
}

static int32_t incidents_of(const struct sv_context *ctx, const struct Child *child, int kind)
{
    int32_t count = 0;
    if (!child->in_care)
        return 0;
    FOR_EACH (ctx, Missing, incident, child)
        count += is_in_period(ctx, incident, kind);
    return count;
}

static int age_then(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct Missing *incident = (const struct Missing *)row;
    (void)ctx;
    return cla_age_band_of(day_of(incident->DOB), day_of(incident->MIS_START));
}

static int placement_then(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct Missing *incident = (const struct Missing *)row;
    const struct Episodes *e = cla_episode_on(CHILD_OF(incident), day_of(incident->MIS_START));
    (void)ctx;
    return e ? cla_placement_band(e->PLACE) : -1;
}

static const char *const durations[] = {"back the same day", "1 day",        "2 days",
                                        "3 to 7 days",       "8 to 28 days", "29 days or more"};

/* Days until the return; as long as there is none, until the end of the period. */
static int duration_of(const struct sv_context *ctx, const struct sv_row *row)
{
    static const int ends[] = {0, 1, 2, 7, 28};
    const struct Missing *incident = (const struct Missing *)row;
    sv_day end = present(incident->MIS_END) ? day_of(incident->MIS_END) : ctx->period_end;
    int band = 0;
    if (end == SV_NONE || end < day_of(incident->MIS_START))
        return -1;
    while (band < 5 && end - day_of(incident->MIS_START) > ends[band])
        band++;
    return band;
}

STOCK(Missing, .name = "missing_incidents", .title = "Missing incidents (M)", .units = "incidents",
      READS(TABLE_Episodes),
      .definition = "From the start to the end of the incident, of children looked after in the "
                    "period; one that ends on a day is over when the day has ended.")
{
    return CHILD_OF(row) && CHILD_OF(row)->in_care && is_code(row->MISSING, MISSING_M) &&
           stay_between(row->MIS_START, row->MIS_END, stay);
}

STOCK(Missing, .name = "away_incidents", .title = "Away without authorisation (A)",
      .units = "incidents", READS(TABLE_Episodes),
      .definition = "From the start to the end of the incident of being away, of children looked "
                    "after in the period; one that ends on a day is over when the day has ended.")
{
    return CHILD_OF(row) && CHILD_OF(row)->in_care && is_code(row->MISSING, MISSING_A) &&
           stay_between(row->MIS_START, row->MIS_END, stay);
}

MEASURE(Child, CHILDREN_HERE, FROM_STATISTICS, UNEVEN, .kind = SV_SHARE_OF,
        .name = "children_missing", .title = "Children with a missing incident",
        .definition = "Of the children looked after at any time in the period, those with an "
                      "incident of kind M that began until its end and was not over before it.")
{
    return share(row->in_care, incidents_of(ctx, row, MISSING_M) > 0);
}

MEASURE(
    Missing, INCIDENTS, FROM_STATISTICS, UNEVEN, .name = "missing", .title = "Missing incidents",
    .definition = "Incidents of kind M, of children looked after in the period, that began until "
                  "its end and were not over before it. Those not over last to its end. The "
                  "placement is that of the last episode begun until the day.",
    BREAKDOWNS(BY_LABEL(durations, "duration", duration_of), BY_AGE("age when it began", age_then),
               BY_PLACEMENT("placement when it began", placement_then)))
{
    return counted_if(is_counted(ctx, row, MISSING_M));
}

MEASURE(Child, .section = SECTION_MISSING, .unit = "incident a child", .units = "incidents a child",
        READS(TABLE_Episodes, TABLE_Missing), FROM_STATISTICS, UNEVEN, .kind = SV_RATIO_OF,
        .name = "missing_per_child", .title = "Missing incidents, by children with one",
        .definition = "Missing incidents divided by the children who have one.")
{
    amount->value = incidents_of(ctx, row, MISSING_M);
    return counted_if(amount->value > 0);
}

MEASURE(Missing, INCIDENTS, FROM_STATISTICS, UNEVEN, .name = "missing_at_end", .at_end = true,
        .title = "Missing at the end of the period",
        .definition =
            "Incidents of kind M, of children looked after in the period, that began until "
            "its last day and were not over when it ended.")
{
    return counted_if(is_counted(ctx, row, MISSING_M) &&
                      open_at(row->MIS_START, row->MIS_END, ctx->period_end));
}

MEASURE(Child, CHILDREN_HERE, FROM_STATISTICS, UNEVEN, .kind = SV_SHARE_OF, .name = "children_away",
        .title = "Children away without authorisation",
        .definition = "Of the children looked after at any time in the period, those with an "
                      "incident of kind A that began until its end and was not over before it.")
{
    return share(row->in_care, incidents_of(ctx, row, MISSING_A) > 0);
}

MEASURE(Missing, INCIDENTS, FROM_STATISTICS, UNEVEN, .name = "away",
        .title = "Incidents of being away without authorisation",
        .definition = "Incidents of kind A, of children looked after in the period, that began "
                      "until its end and were not over before it. Those not over last to its end.",
        BREAKDOWNS(BY_LABEL(durations, "duration", duration_of),
                   BY_AGE("age when it began", age_then),
                   BY_PLACEMENT("placement when it began", placement_then)))
{
    return counted_if(is_counted(ctx, row, MISSING_A));
}

MEASURE(Child, .section = SECTION_MISSING, .unit = "incident a child", .units = "incidents a child",
        READS(TABLE_Episodes, TABLE_Missing), FROM_STATISTICS, UNEVEN, .kind = SV_RATIO_OF,
        .name = "away_per_child", .title = "Incidents of being away, by children with one",
        .definition = "Incidents of being away divided by the children who have one.")
{
    amount->value = incidents_of(ctx, row, MISSING_A);
    return counted_if(amount->value > 0);
}

MEASURE(Missing, INCIDENTS, FROM_STATISTICS, UNEVEN, .name = "away_at_end", .at_end = true,
        .title = "Away at the end of the period",
        .definition =
            "Incidents of kind A, of children looked after in the period, that began until "
            "its last day and were not over when it ended.")
{
    return counted_if(is_counted(ctx, row, MISSING_A) &&
                      open_at(row->MIS_START, row->MIS_END, ctx->period_end));
}
