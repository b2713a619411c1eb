/* Intervention programmes: dates, and the outcomes that they carry out. */
#include "../links.h"

ROW_RULE(programme, .code = "YJ-170", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(programme, EndDate)),
         .message = "The programme of a conditional caution lasted more than 20 weeks.",
         .why = "Conditions are to be met within 16 weeks, in exceptional cases 20. Check both "
                "dates; the end may not have been entered when it came.",
         LAW("code of practice for youth conditional cautions."))
{
    return is_code(row->DisposalType, DisposalType_YOUTH_CONDITIONAL_CAUTION) &&
           is_before(sv_add_days(day(row->StartDate), 140), day(row->EndDate));
}

ROW_RULE(programme, .code = "YJ-200", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(programme, EndDate)),
         .message = "The end of the programme lies before its start.",
         .why = "Compare both dates with the case record, and correct the one that is wrong.",
         OWN("the two dates contradict each other."))
{
    return is_before(day(row->EndDate), day(row->StartDate));
}

ROW_RULE(programme, .code = "YJ-201", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(programme, InterventionProgrammeID)), READS(TABLE_link_op),
         .message = "The programme is not linked to any offence.",
         .why = "Link it to the offences whose outcome it carries out. All indicators find "
                "programmes by this link only. Prevention and bail programmes need none.",
         PUBLISHED("the reporting code reads programmes through this link."))
{
    return needs_outcome(row->DisposalType) && row->id && !(row->id->named & LINK_OP);
}

/* What the outcomes of the offences that a programme is linked to have in common. */
struct linked_outcomes {
    unsigned tiers;      /* all tiers together */
    sv_day first;        /* the earliest OutcomeDate; SV_NONE: none has one */
    sv_day first_court;  /* the earliest one of a court */
    sv_day last_fitting; /* the latest one of an outcome that the programme fits */
    sv_day end;          /* the latest end of these; SV_NONE: not known of each */
    bool any;
    bool any_effective;
    bool any_fitting;
    bool any_known;         /* an outcome has a tier other than not known */
    bool any_known_fitting; /* and the programme fits one of those */
};

static bool fits(const struct programme *programme, const struct outcome_kind *kind)
{
    int type = programme->DisposalType.number;
    return type >= 0 && (kind->programmes >> type & 1);
}

static void add_outcomes(const struct programme *programme, const struct outcome_facts *facts,
                         struct linked_outcomes *all)
{
    const struct outcome_kind *kind = kind_of(facts->legal_outcome);
    bool known = kind->tier != 0 && kind->tier != TIER_NOT_KNOWN;
    all->any = true;
    all->any_effective |= facts->any_effective;
    all->tiers |= kind->tier;
    all->any_known |= known;
    all->first = earlier_of(all->first, facts->first);
    if (kind->tier & COURT_TIERS)
        all->first_court = earlier_of(all->first_court, facts->first);
    if (!fits(programme, kind))
        return;
    bool end_known = facts->end != SV_NONE && (!all->any_fitting || all->end != SV_NONE);
    all->end = end_known ? later_of(all->end, facts->end) : SV_NONE;
    all->any_fitting = true;
    all->any_known_fitting |= known;
    all->last_fitting = later_of(all->last_fitting, facts->last);
}

static struct linked_outcomes outcomes_of(const struct programme *programme)
{
    struct linked_outcomes all = {
        .first = SV_NONE, .first_court = SV_NONE, .last_fitting = SV_NONE, .end = SV_NONE};
    for (uint32_t i = 0; programme->id && i < programme->id->fact_count; i++)
        add_outcomes(programme, &programme->id->facts[i], &all);
    return all;
}

ROW_RULE(programme, .code = "YJ-202", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(programme, StartDate)), READS(TABLE_outcome, TABLE_link_op),
         .message = "The programme starts before the court made the order.",
         .why = "A programme that carries out a sentence begins on the day of the sentence at the "
                "earliest. Check both dates, and whether an earlier outcome is not linked.",
         OWN("the dates contradict each other."))
{
    struct linked_outcomes outcomes = outcomes_of(row);
    return needs_outcome(row->DisposalType) && !(outcomes.tiers & POLICE_TIERS) &&
           is_before(day(row->StartDate), outcomes.first_court);
}

ROW_RULE(programme, .code = "YJ-203", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(programme, StartDate)), READS(TABLE_outcome, TABLE_link_op),
         .message = "The programme starts more than four weeks before the outcome.",
         .why = "Work may begin with the assessment, but hardly a month before the decision. Check "
                "both dates, and whether the programme is linked to the right offence.",
         OWN("28 days are a limit of plausibility."))
{
    return disposal_of(row->DisposalType)->out_of_court &&
           is_before(day(row->StartDate), sv_add_days(outcomes_of(row).first, -28));
}

/* The day on which the order that the programme carries out ends; SV_NONE: not known. */
static sv_day order_end(const struct programme *programme)
{
    return is_code(programme->DisposalType, DisposalType_DTO_CUSTODY) ? SV_NONE
                                                                      : outcomes_of(programme).end;
}

ROW_RULE(programme, .code = "YJ-204", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(programme, EndDate)), READS(TABLE_outcome, TABLE_link_op),
         .message = "The programme ends more than a month after its order.",
         .why = "The order ends on its end date, or by its length. Check length and end of the "
                "outcome; the programme may also have been closed too late.",
         PUBLISHED("orders and programmes are part of the return (data recording requirements "
                   "2021-22); 31 days are let pass."))
{
    return is_before(sv_add_days(order_end(row), 31), day(row->EndDate));
}

ROW_RULE(programme, .code = "YJ-205", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(programme, EndDate)), READS(TABLE_outcome, TABLE_link_op),
         .message = "The order has ended, but its programme is still open.",
         .why = "An open programme never enters the indicators. Enter the day on which it ended, "
                "or correct length and end of the outcome.",
         PUBLISHED("the reporting code reads programmes that ended in the quarter."))
{
    return missing(row->EndDate) && is_before(order_end(row), sv_add_days(return_end(ctx), -31));
}

/* The offence is linked to a programme that fits the outcome. */
static bool has_programme(const struct outcome *outcome)
{
    const struct same_id *offence = OFFENCE_OF(outcome)->id;
    return offence && (kind_of(outcome->LegalOutcome)->programmes & offence->types.types);
}

ROW_RULE(outcome, .code = "YJ-206", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(outcome, LegalOutcome)), READS(TABLE_programme, TABLE_link_op, TABLE_residence),
         .message = "The outcome needs supervision, but has no programme that fits it.",
         .why = "Add the programme, choose the type that belongs to the outcome, and link it to "
                "the offence. Without it the order never enters the indicators. A month is let "
                "pass before the end of the period.",
         PUBLISHED("the reporting code counts orders through their programmes."))
{
    sv_day made = day(row->OutcomeDate);
    uint8_t type = kind_of(row->LegalOutcome)->order_type;
    return row->effective && type != ORDER_NONE && type != ORDER_YC && made != SV_NONE &&
           is_since(sv_add_days(return_end(ctx), -31), made) &&
           area_on(child_of(row), made) == AREA_LOCAL && !has_programme(row);
}

ROW_RULE(programme, .code = "YJ-207", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(programme, KPI6SuccessfullyCompleted)),
         .message = "Whether the out-of-court programme was completed is not recorded.",
         .why = "The indicator on out-of-court disposals counts programmes that were completed "
                "successfully. Answer yes or no when you close the programme.",
         PUBLISHED("the reporting code reads this item for indicator 6."))
{
    return disposal_of(row->DisposalType)->out_of_court &&
           is_since(day(row->EndDate), INDICATORS_BEGIN) && missing(row->KPI6SuccessfullyCompleted);
}

ROW_RULE(programme, .code = "YJ-208", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(programme, KPI6SuccessfullyCompleted)),
         .message = "Completion is recorded for a programme that is open, or is one of a court.",
         .why = "The answer belongs to out-of-court programmes that have ended. Enter the end, or "
                "clear the answer.",
         PUBLISHED("the reporting code reads the item for out-of-court programmes only."))
{
    bool of_court = present(row->DisposalType) && !disposal_of(row->DisposalType)->out_of_court;
    return present(row->KPI6SuccessfullyCompleted) && (missing(row->EndDate) || of_court);
}

ROW_RULE(programme, .code = "YJ-209", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(programme, StartDate)), READS(TABLE_link_op),
         .message = "The licence does not begin when the custodial part ends.",
         .why = "A detention and training order is two programmes, custody and licence, of the "
                "same offence. The licence begins on the day of release or on the day after it. "
                "Add the custodial part, or correct its end.",
         PUBLISHED("the national system records this order in two parts."))
{
    const struct custody none = {NULL, false};
    const struct custody *custody = row->id ? &row->id->shared_custody : &none;
    if (!is_code(row->DisposalType, DisposalType_DTO_LICENCE))
        return false;
    if (!custody->last)
        return !custody->any;
    sv_day end = day(custody->last->EndDate);
    return missing(custody->last->EndDate) || is_before(day(row->StartDate), end) ||
           is_before(sv_add_days(end, 1), day(row->StartDate));
}

static bool has_outcome_on(const struct outcome_run *run, sv_day d)
{
    for (uint32_t i = 0; i < run->count; i++) {
        if (day(run->outcomes[i]->OutcomeDate) == d)
            return true;
    }
    return false;
}

/* An order of detention and training was made on the day for a linked offence. */
static bool was_detained(const struct programme *programme, sv_day d)
{
    FOR_EACH_ID(offence, linked_offences(programme->id))
    {
        for (uint32_t r = 0; r < offence.id->run_count; r++) {
            const struct outcome_run *run = &offence.id->runs[r];
            if (is_code(run->facts.legal_outcome, LegalOutcome_DETENTION_AND_TRAINING_ORDER) &&
                has_outcome_on(run, d))
                return true;
        }
    }
    return false;
}

ROW_RULE(programme, .code = "YJ-210", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(programme, StartDate)), READS(TABLE_outcome, TABLE_link_op),
         .message = "Custody does not start on the day of the sentence.",
         .why = "The custodial part of a detention and training order begins on the day of the "
                "outcome. Check both dates, and whether the programme is linked to the offence.",
         PUBLISHED("the reporting code takes the outcome date as the start of custody."))
{
    sv_day start = day(row->StartDate);
    return is_code(row->DisposalType, DisposalType_DTO_CUSTODY) && start != SV_NONE &&
           !was_detained(row, start);
}

ROW_RULE(programme, .code = "YJ-211", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(programme, StartDate)), READS(TABLE_outcome, TABLE_link_op),
         .message = "The child was not 10 to 17 at the start: the order will not be counted.",
         .why = "The indicators count orders that began at these ages; for a licence the day of "
                "the sentence is taken. Check the dates, and the date of birth.",
         PUBLISHED("the reporting code leaves other ages out."))
{
    bool is_licence = is_code(row->DisposalType, DisposalType_DTO_LICENCE);
    const struct person *child = child_of(row);
    if (!counts(ctx, row->DisposalType))
        return false;
    sv_day start = is_licence ? outcomes_of(row).last_fitting : day(row->StartDate);
    return is_under(child, 10, start) || has_turned(child, 18, start);
}

FINDING_RULE(programme, .code = "YJ-212", .severity = SV_QUERY, .first_year = 2022,
             .unit = "pair of programmes", FIELDS(AT(programme, InterventionProgrammeID)),
             READS(TABLE_link_op),
             .message = "The offence has two programmes of one kind at the same time.",
             .why = "One programme carries out one order. Delete the one that was entered twice, "
                    "or correct the dates.",
             OWN("one order has one programme at a time."))
{
    if (row->earlier && found(ctx)) {
        point(ctx, row, BIT(programme, InterventionProgrammeID));
        point(ctx, row->earlier, BIT(programme, InterventionProgrammeID));
    }
}

ROW_RULE(programme, .code = "YJ-213", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(programme, DisposalType)), READS(TABLE_outcome, TABLE_link_op),
         .message = "The type of programme fits none of the outcomes that it is linked to.",
         .why = "Each outcome has its type of programme, such as a referral order for a referral "
                "order. Correct the type, the outcome, or the link. Which types fit is in the "
                "plugin's README.",
         PUBLISHED("the reporting code joins outcomes and programmes; which types fit is "
                   "statval's own list."))
{
    struct linked_outcomes outcomes = outcomes_of(row);
    return needs_outcome(row->DisposalType) && outcomes.any_known && !outcomes.any_known_fitting;
}

ROW_RULE(programme, .code = "YJ-214", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(programme, IdentifiedVictim)), READS(TABLE_link_op, TABLE_link_ov),
         .message = "Whether there is a victim does not fit the victims' records.",
         .why = "Yes needs a victim record at an offence of the programme, no forbids one. Add or "
                "link the victim record, or correct the answer.",
         PUBLISHED("indicator 10 counts victims through offences."))
{
    bool any_victim = row->id && row->id->any_victim;
    return is_code(row->IdentifiedVictim, any_victim ? YesNoUnknown_NO : YesNoUnknown_YES);
}

ROW_RULE(programme, .code = "YJ-215", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(programme, DisposalType)), .message = "The type of the programme is not known.",
         .why = "Choose the type that belongs to the outcome. Without it the programme counts "
                "nowhere.",
         OWN("a programme has a type."))
{
    return is_code(row->DisposalType, DisposalType_NOT_KNOWN);
}

ROW_RULE(programme, .code = "YJ-216", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(programme, StartDate)),
         .message = "The programme starts after the end of the return period.",
         .why = "It belongs to the return of a later quarter. Check the date; if it is right, see "
                "that the next return has it too.",
         OWN("what a return of the quarter holds."))
{
    return is_before(return_end(ctx), day(row->StartDate));
}

ROW_RULE(programme, .code = "YJ-293", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(programme, EndDate)), READS(TABLE_outcome, TABLE_link_op),
         .message = "The order is not counted, as its outcome was changed on appeal.",
         .why = "None of the outcomes of the programme is still in force. If the appeal replaced "
                "the order by another one, link the programme to that outcome.",
         PUBLISHED("the reporting code leaves outcomes out that were changed on appeal."))
{
    struct linked_outcomes outcomes = {0};
    if (counts(ctx, row->DisposalType) && ended_in_period(ctx, row))
        outcomes = outcomes_of(row);
    return outcomes.any && !outcomes.any_effective;
}
