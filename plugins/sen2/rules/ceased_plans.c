/* Plans that have ceased: when, why, and what goes on afterwards. */
#include "../facts.h"

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-513", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(NamedPlan, CeaseDate), AT(NamedPlan, CeaseReason)),
         .message = "The plan has ceased, but the reason is missing.",
         .why = "Choose the reason from the list: 1 for maximum age up to 9 for other. The letter "
                "about ceasing the plan, or that of the new authority, says which one it was.",
         IMPLIED("section 2.4.1, items 4.5 and 4.6."))
{
    return present(row->CeaseDate) && missing(row->CeaseReason);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-514", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(NamedPlan, CeaseDate), AT(NamedPlan, CeaseReason)),
         .message = "There is a reason why the plan ceased, but no date.",
         .why = "If the plan has ceased, give the day on which it ended or moved to another "
                "authority, which is not the day of the decision. Then close the placements as "
                "well. If it goes on, clear the reason: without a date it counts as active.",
         IMPLIED("section 2.4.1, items 4.5 and 4.6."))
{
    return present(row->CeaseReason) && missing(row->CeaseDate);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-515", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(NamedPlan, StartDate), AT(NamedPlan, CeaseDate)),
         .message = "The plan ceases before it starts.",
         .why = "The start is that of the current plan, the end the day on which it ceased. Where "
                "an amended plan was issued after the decision to cease, the start may be later "
                "than the end: give the date of the plan that was in force. Else one of the dates "
                "is mistyped.",
         IMPLIED("section 2.4.1, item 4.5."))
{
    return before(row->CeaseDate, row->StartDate);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-516", .severity = SV_ERROR, .first_year = 2023,
         FIELDS(AT(NamedPlan, CeaseDate)),
         .message = "The plan ceased before the collection period.",
         .why = "Plans that ended before 1 January of the period were in last year's return and do "
                "not belong in this one. Leave the record out, with its request when there is "
                "nothing else; or correct the year of the date.",
         IMPLIED("section 1.3, recently ceased plans."))
{
    return before_day(row->CeaseDate, ctx->period_start);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-517", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(NamedPlan, CeaseDate)), .message = "The plan ceases after the census day.",
         .why = "On the census day the plan was still active, and is counted so. An end that is "
                "only planned is left out until it has come; a later one belongs to next year's "
                "return.",
         IMPLIED("section 2.4.1, item 4.5."))
{
    return after_day(row->CeaseDate, census_day(ctx));
}

/* Ceased for maximum age, though the person does not turn 25 in that academic year. */
static bool ceased_before_25(const struct NamedPlan *row)
{
    return is_code(row->CeaseReason, CeaseReason_1) && readable(row->CeaseDate) &&
           younger_than(person_of(row), 25, academic_year_end(day_of(row->CeaseDate)));
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-518", .severity = SV_QUERY, .first_year = 2023,
         .last_year = 2023, FIELDS(AT(NamedPlan, CeaseReason), AT(Person, PersonBirthDate)),
         .message = "The plan ceased for maximum age, but the person had not turned 25 by then.",
         .why = "Reason 1 is for plans that end with the academic year, up to 31 August, in which "
                "the person turns 25. Check the date of birth. Who left education, moved, or no "
                "longer needs a plan has another reason.",
         EXPLICIT("section 2.4.1, code 1."))
{
    return ceased_before_25(row);
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-518", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(NamedPlan, CeaseReason), AT(Person, PersonBirthDate)),
         .message = "The plan ceased for maximum age, but the person is under 19.",
         .why = "Reason 1 is for plans that end with the academic year in which the person turns "
                "25, and for young people of 19 who enter the adult estate of custody. Neither can "
                "be so here: check the date of birth, or choose the reason that fits.",
         EXPLICIT("section 2.4.1, code 1, as widened in 2024."))
{
    return ceased_before_25(row) && younger_than(person_of(row), 19, day_of(row->CeaseDate));
}

ROW_RULE(NamedPlan, .code = "LOCAL-SEN2-519", .severity = SV_QUERY, .first_year = 2023,
         FIELDS(AT(NamedPlan, CeaseReason), AT(Person, PersonBirthDate)),
         .message = "The reason for ceasing is unlikely for a child under 16.",
         .why = "Higher education (3), paid employment (4) and no longer wishing to take part in "
                "education or training (6) are ways of young people over 16. The age is taken on "
                "the day on which the plan ceased. Check the date of birth and the letter about "
                "ceasing the plan.",
         PLAUSIBILITY("section 2.4.1, codes 3, 4 and 6."))
{
    return (is_either(row->CeaseReason, CeaseReason_3, CeaseReason_4) ||
            is_code(row->CeaseReason, CeaseReason_6)) &&
           younger_than(person_of(row), 16, day_of(row->CeaseDate));
}

/* Days of death, as the plans of a person give them, and of what happened. SV_NONE: none. */
struct last_days {
    sv_day first_death;
    sv_day last_event;
};

static sv_day later(sv_day day, struct sv_value v)
{
    return readable(v) && v.number > day ? v.number : day;
}

static bool ended_by_death(const struct NamedPlan *plan)
{
    return is_code(plan->CeaseReason, CeaseReason_8) && readable(plan->CeaseDate);
}

static struct last_days find_last_days(const struct sv_context *ctx, const struct Person *person)
{
    struct last_days days = {SV_NONE, SV_NONE};
    FOR_EACH (ctx, NamedPlan, plan, person) {
        bool earlier = days.first_death == SV_NONE || plan->CeaseDate.number < days.first_death;
        if (ended_by_death(plan) && earlier)
            days.first_death = day_of(plan->CeaseDate);
    }
    if (days.first_death == SV_NONE)
        return days; /* nearly always */
    FOR_EACH (ctx, Requests, request, person)
        days.last_event = later(days.last_event, request->ReceivedDate);
    FOR_EACH (ctx, NamedPlan, plan, person)
        days.last_event = later(days.last_event, plan->StartDate);
    FOR_EACH (ctx, ActivePlans, active, person)
        days.last_event = later(days.last_event, active->ReviewMeeting);
    FOR_EACH (ctx, PlacementDetail, placement, person)
        days.last_event = later(days.last_event, placement->EntryDate);
    return days;
}

/* The plans ended by a death that something comes after, and those that start after one. */
static void point_at_plans(const struct sv_context *ctx, const struct Person *person,
                           const struct last_days *days)
{
    FOR_EACH (ctx, NamedPlan, plan, person) {
        uint64_t fields = 0;
        if (ended_by_death(plan) && plan->CeaseDate.number < days->last_event)
            fields |= BIT(NamedPlan, CeaseDate) | BIT(NamedPlan, CeaseReason);
        if (after_day(plan->StartDate, days->first_death))
            fields |= BIT(NamedPlan, StartDate);
        if (fields && !point(ctx, plan, fields))
            return;
    }
}

#define POINT_AT_EVENTS(T, field)                                                                  \
    FOR_EACH (ctx, T, record, row) {                                                               \
        if (after_day(record->field, days.first_death) && !point(ctx, record, BIT(T, field)))      \
            break;                                                                                 \
    }

FINDING_RULE(Person, .code = "LOCAL-SEN2-520", .severity = SV_QUERY, .first_year = 2023,
             .unit = "person",
             FIELDS(AT(NamedPlan, CeaseReason), AT(NamedPlan, CeaseDate),
                    AT(Requests, ReceivedDate), AT(NamedPlan, StartDate),
                    AT(ActivePlans, ReviewMeeting), AT(PlacementDetail, EntryDate)),
             .message = "Something happened after the day on which the person died.",
             .why = "A plan has ceased because the person died, and a request, plan, review or "
                    "placement is dated later. Be careful with whom you ask: first compare the "
                    "records in the case system. Reason 8 may have been chosen by mistake, or the "
                    "records of two persons were mixed up.",
             IMPLIED("section 2.4.1, code 8."))
{
    struct last_days days = find_last_days(ctx, row);
    if (days.first_death == SV_NONE || days.last_event <= days.first_death)
        return;
    found(ctx);
    point(ctx, row, 0);
    point_at_plans(ctx, row, &days);
    POINT_AT_EVENTS(Requests, ReceivedDate)
    POINT_AT_EVENTS(ActivePlans, ReviewMeeting)
    POINT_AT_EVENTS(PlacementDetail, EntryDate)
}
