/* Indicator 10: victims. A victim counts once, on its first record that counts. */
#include "measures.h"

#define ABOUT                                                                                      \
    .section = SECTION_VICTIMS, .unit = "victim", .units = "victims", INDICATOR_OF_CASES,          \
    FROM_CODE, .kind = SV_SHARE_OF

#define OF_CONSENTED                                                                               \
    "Of the victims who consented to be contacted, of offences whose order ended in the period, "  \
    "those with a record of their consent that also says that they "

static enum sv_part share_of_consented(const struct victim *victim, enum victim_answers answer)
{
    return share(victim->answers & VICTIM_CONSENTED, victim->answers & answer);
}

MEASURE(victim, ABOUT, .name = "victims_engaged",
        .title = "In restorative justice, of those who consented (KPI 10)",
        .definition = OF_CONSENTED "engaged in restorative justice. Victims are told apart by "
                                   "VictimID and count once; records without one are left out.")
{
    return share_of_consented(row, VICTIM_ENGAGED);
}

MEASURE(victim, ABOUT, .name = "victims_consented", .title = "Consented to be contacted",
        .definition = "Of the victims of offences that count in the indicators of the period, "
                      "those with a record that says that they consented to be contacted.")
{
    return share(row->answers & VICTIM_COUNTS, row->answers & VICTIM_CONSENTED);
}

MEASURE(person, .section = SECTION_VICTIMS, .unit = "victim a child", .units = "victims a child",
        INDICATOR_OF_CASES, FROM_CODE, .kind = SV_RATIO_OF, .name = "victims_per_child",
        .title = "Victims, by children with an order that ended",
        .definition = "Victims of offences whose order ended in the period, divided by the "
                      "children with such an order (orders_ended).")
{
    FOR_EACH (ctx, victim, victim, row)
        amount->value += victim->answers != 0;
    amount->of = row->order != NULL;
    return counted_if(amount->value > 0 || amount->of > 0);
}

static bool has_victim(const struct sv_context *ctx, const struct person *child)
{
    FOR_EACH (ctx, victim, victim, child) {
        if (victim_counts(victim))
            return true;
    }
    return false;
}

MEASURE(person, .section = SECTION_VICTIMS, CHILDREN_COUNTED, INDICATOR_OF_CASES, FROM_CODE,
        .kind = SV_SHARE_OF, .name = "children_with_victims", .title = "Children with a victim",
        .definition = "Of the children with an order that ended in the period (orders_ended), "
                      "those with a victim of an offence that counts.")
{
    return share(row->order, row->order && has_victim(ctx, row));
}

static bool is_engaged(const struct victim *victim)
{
    return victim_counts(victim) && is_code(victim->EngagedRJ, YesNoUnknown_YES);
}

/* Whether a record tells of restorative justice, and none further up with its id does. */
static bool is_engagement(const struct victim *victim)
{
    if (!victim->id || !is_engaged(victim))
        return false;
    uint32_t first = 0;
    while (!is_engaged(WITH_ID(victim, victim->id, first)))
        first++;
    return WITH_ID(victim, victim->id, first) == victim;
}

MEASURE(victim, .section = SECTION_VICTIMS, .unit = "intervention a victim",
        .units = "interventions a victim", INDICATOR_OF_CASES, FROM_CODE, .kind = SV_RATIO_OF,
        .name = "victim_interventions", .title = "Restorative justice, by victims who consented",
        .definition = "Victim interventions of offences that count, with engagement in restorative "
                      "justice in a record, divided by the victims who consented to be contacted. "
                      "Several records of a child with one VictimInterventionID count once.")
{
    amount->value = is_engagement(row);
    amount->of = (row->answers & VICTIM_CONSENTED) != 0;
    return counted_if(amount->value > 0 || amount->of > 0);
}

MEASURE(victim, ABOUT, .name = "victims_view", .title = "Asked for a view beforehand",
        .definition = OF_CONSENTED
        "were asked for a view before the decision on the disposal, or the planning.")
{
    return share_of_consented(row, VICTIM_ASKED);
}

MEASURE(victim, ABOUT, .name = "victims_progress", .title = "Told of the child's progress",
        .definition = OF_CONSENTED "were given information on the child's progress.",
        .caution =
            "An older version of the national code took those who had asked for it as the whole.")
{
    return share_of_consented(row, VICTIM_INFORMED);
}

MEASURE(victim, ABOUT, .name = "victims_supported", .title = "Given additional support",
        .definition = OF_CONSENTED "were given additional support.",
        .caution =
            "An older version of the national code took those who had asked for it as the whole.")
{
    return share_of_consented(row, VICTIM_SUPPORTED);
}

MEASURE(victim, ABOUT, .name = "victims_contacted", .title = "Contacted by the service",
        .definition = OF_CONSENTED "were contacted by the service on a day; 1900-01-01 is none.")
{
    return share_of_consented(row, VICTIM_CONTACTED);
}
