/* What is open: intervention programmes, and what children's services do for the same children. */
#include "measures.h"

#define PROGRAMMES                                                                                 \
    .section = SECTION_CASELOAD, .unit = "programme", .units = "programmes", FROM_STATVAL
#define STATUSES                                                                                   \
    .section = SECTION_CASELOAD, .unit = "care status", .units = "care statuses", FROM_STATVAL

#define IN_THE_RETURN "Which children belong in an extract is not published."

/* There when a day has ended. Without an end that says a date, it goes on. */
static bool is_open_at(struct sv_value start, struct sv_value end, sv_day d)
{
    return is_since(d, day(start)) && (day(end) == SV_NONE || day(end) > d);
}

static bool stays(struct sv_value start, struct sv_value end, struct sv_stay *stay)
{
    *stay = (struct sv_stay){day(start), day(end), present(end) && !readable(end)};
    return stay->first != SV_NONE;
}

STOCK(programme, .name = "programmes", .title = "Intervention programmes", .units = "programmes",
      .definition = "From the start to the end of the programme; one that ends on a day is not "
                    "open when the day has ended.")
{
    return stays(row->StartDate, row->EndDate, stay);
}

BAND_OF_CODE(disposal_type_of, programme, DisposalType)

#define BY_DISPOSAL BREAKDOWNS(BY_LIST(DisposalType, "disposal", disposal_type_of))

MEASURE(programme, PROGRAMMES, .name = "programmes_starting", .title = "Programmes starting",
        .definition = "Intervention programmes whose start date lies in the period. A detention "
                      "and training order has two, in custody and on licence.",
        BY_DISPOSAL)
{
    return counted_if(in_period(ctx, row->StartDate) && day(row->StartDate) != SV_NONE);
}

MEASURE(programme, PROGRAMMES, .name = "programmes_ending", .title = "Programmes ending",
        .definition =
            "Intervention programmes that have a start date and whose end date lies in the period.",
        BY_DISPOSAL)
{
    return counted_if(day(row->StartDate) != SV_NONE && in_period(ctx, row->EndDate));
}

MEASURE(programme, PROGRAMMES, .name = "programmes_at_end",
        .title = "Programmes at the end of the period", .at_end = true,
        .definition = "Intervention programmes started until the last day of the period and not "
                      "ended until then.",
        .caution = IN_THE_RETURN, BY_DISPOSAL)
{
    return counted_if(is_open_at(row->StartDate, row->EndDate, ctx->period_end));
}

static bool has_programme(const struct sv_context *ctx, const struct person *child)
{
    FOR_EACH (ctx, programme, programme, child) {
        if (is_open_at(programme->StartDate, programme->EndDate, ctx->period_end))
            return true;
    }
    return false;
}

static int age_at_end(const struct sv_context *ctx, const struct sv_row *row)
{
    return yj_age_band(age_on((const struct person *)row, ctx->period_end));
}

MEASURE(person, .section = SECTION_CASELOAD, CHILDREN_COUNTED, FROM_STATVAL,
        .name = "children_at_end", .title = "Children with a programme at the end of the period",
        .at_end = true, .population = "10-17", .per = 10000,
        .definition = "Children with a programme that is open when the period has ended.",
        .caution = IN_THE_RETURN,
        BREAKDOWNS(BY_LABEL(yj_age_names, "age at the end of the period", age_at_end), BY_SEX,
                   BY_ETHNIC_GROUP))
{
    return counted_if(has_programme(ctx, row));
}

/* Statuses that stand for a service of the present. */
static bool is_service(const struct care *care)
{
    return readable(care->Status) && yj_care_groups[care->Status.number] != CARE_NONE;
}

static int service_of(const struct sv_context *ctx, const struct sv_row *row)
{
    struct sv_value status = ((const struct care *)row)->Status;
    (void)ctx;
    return readable(status) ? yj_care_groups[status.number] : -1;
}

STOCK(care, .name = "care_statuses", .title = "Care statuses", .units = "care statuses",
      .definition =
          "From the start to the end of a status that stands for a service of today: looked after, "
          "plans, need, early help. One that ends on a day is not there when the day has ended.")
{
    return is_service(row) && stays(row->StartDate, row->EndDate, stay);
}

#define BY_SERVICE BREAKDOWNS(BY_LABEL(yj_care_group_names, "service", service_of))

MEASURE(care, STATUSES, .name = "care_starting", .title = "Care statuses starting",
        .definition = "Statuses that stand for a service of today (looked after, plans, need, "
                      "early help), whose start date lies in the period.",
        BY_SERVICE)
{
    return counted_if(is_service(row) && in_period(ctx, row->StartDate));
}

MEASURE(care, STATUSES, .name = "care_ending", .title = "Care statuses ending",
        .definition = "Statuses as in care_starting that have a start date and whose end date lies "
                      "in the period.",
        BY_SERVICE)
{
    return counted_if(is_service(row) && day(row->StartDate) != SV_NONE &&
                      in_period(ctx, row->EndDate));
}

MEASURE(care, STATUSES, .name = "care_at_end", .title = "Care statuses at the end of the period",
        .at_end = true,
        .definition = "Statuses as in care_starting begun until the last day of the period and not "
                      "ended until then.",
        .caution = IN_THE_RETURN, BY_SERVICE)
{
    return counted_if(is_service(row) && is_open_at(row->StartDate, row->EndDate, ctx->period_end));
}
