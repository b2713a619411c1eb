#include "treatment.h"

/* A record, of either kind. */
struct screening {
    struct sv_value screened;
    struct sv_value offered;
    struct sv_value attended; /* from when on */
    struct sv_value ended;    /* when that ended */
    int kind;                 /* number of the code; negative: not known */
    int none;                 /* number of the code for no intervention */
};

static bool is_treated_before(const struct person *child, const struct screening *record)
{
    return is_before(day(record->attended), child->order_first) &&
           is_since(open_end(record->ended), child->order_first);
}

static bool is_in_order(const struct person *child, struct sv_value date)
{
    return is_between(day(date), day(child->order->StartDate), day(child->order->EndDate));
}

static void add_intervention(struct treatment *all, const struct person *child,
                             const struct screening *record, bool treated)
{
    uint8_t kind = (uint8_t)(1 << record->kind);
    bool offered = is_in_order(child, record->offered);
    if (offered || treated)
        all->offered |= kind;
    if (is_in_order(child, record->attended) || treated)
        all->attended |= kind;
    all->not_attended = all->not_attended || (offered && record->attended.number == NO_DATE);
}

static void add_record(struct treatment *all, const struct person *child,
                       const struct screening *record)
{
    if (!readable(record->screened) || record->screened.number > day(child->order->EndDate))
        return;
    bool treated = is_treated_before(child, record);
    all->treated = all->treated || treated;
    all->need = all->need || treated || record->screened.number != NO_DATE;
    if (record->kind == record->none)
        all->none = all->none || record->offered.number == NO_DATE;
    else if (record->kind >= 0)
        add_intervention(all, child, record, treated);
}

struct treatment yj_mental_health(const struct sv_context *ctx, const struct person *child)
{
    struct treatment all = {.need = false};
    if (!child->order)
        return all;
    FOR_EACH (ctx, mentalhealth, row, child) {
        const struct screening record = {row->KPI4MHDateScreened,
                                         row->KPI4MHDateOffered,
                                         row->KPI4MHDateAttendedStart,
                                         row->KPI4MHDateAttendedEnd,
                                         row->KPI4MHInterventionType.number,
                                         MHInterventionType_NO_INTERVENTION};
        add_record(&all, child, &record);
    }
    return all;
}

struct treatment yj_substance_misuse(const struct sv_context *ctx, const struct person *child)
{
    struct treatment all = {.need = false};
    if (!child->order)
        return all;
    FOR_EACH (ctx, substance, row, child) {
        const struct screening record = {row->KPI5SMDateScreened,
                                         row->KPI5SMDateOffered,
                                         row->KPI5SMDateAttendedStart,
                                         row->KPI5SMDateAttendedEnd,
                                         row->KPI5SMInterventionType.number,
                                         SMInterventionType_NO_INTERVENTION};
        add_record(&all, child, &record);
    }
    return all;
}
