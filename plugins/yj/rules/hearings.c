/* Hearings, and remand decisions made at them. */
#include "../links.h"

/* 3 December 2012: youth detention accommodation replaced court-ordered secure remand. */
#define NEW_REMAND_BEGINS 15677

static unsigned group_of(struct sv_value decision)
{
    return readable(decision) ? remand_groups[decision.number] : 0;
}

#define AWAY_FROM_HOME (REMAND_RLAA | REMAND_SECURE)

static bool has_offences(const struct hearing *hearing)
{
    return hearing->id && hearing->id->offence_count > 0;
}

ROW_RULE(hearing, .code = "YJ-180", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(hearing, HearingDate)), READS(TABLE_offence, TABLE_link_ho),
         .message = "The hearing is dated before all offences that it was about.",
         .why =
             "Compare the dates of hearing and offences with the court's papers. The hearing may "
             "also be linked to the wrong offences.",
         OWN("the dates contradict each other."))
{
    return has_offences(row) && is_before(day(row->HearingDate), row->id->days.first);
}

ROW_RULE(hearing, .code = "YJ-181", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(hearing, HearingID)), READS(TABLE_link_ho),
         .message = "No offence is linked to the hearing.",
         .why = "Link it to the offences that it was about. Without that it plays no part in the "
                "figures.",
         PUBLISHED("the reporting code reads hearings through their offences."))
{
    return row->id && !(row->id->named & LINK_HO);
}

ROW_RULE(hearing, .code = "YJ-182", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(hearing, CourtName), AT(hearing, CMSCourtDescription)),
         .message = "The name of the court is missing.",
         .why = "Enter the name of the court at the hearing.",
         PUBLISHED("the national store has the items."))
{
    return missing(row->CourtName) && missing(row->CMSCourtDescription);
}

ROW_RULE(hearing, .code = "YJ-183", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(hearing, RemandDecision)), READS(TABLE_outcome, TABLE_link_ho),
         .message = "A remand decision, though all offences of the hearing were dealt with before.",
         .why = "Who has been sentenced is not remanded any more. Check the dates of hearing and "
                "outcomes, and which offences the hearing is linked to.",
         PUBLISHED("remand items are part of the return (data recording requirements 2021-22)."))
{
    unsigned group = group_of(row->RemandDecision);
    return group && group != REMAND_NONE && has_offences(row) &&
           is_before(row->id->days.disposed, day(row->HearingDate));
}

ROW_RULE(hearing, .code = "YJ-184", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(hearing, RemandDecision)),
         .message = "A child under 12 was remanded to youth detention accommodation.",
         .why = "Courts can do that from the age of 12 on. Check the decision, the date of the "
                "hearing, and the date of birth.",
         LAW("Legal Aid, Sentencing and Punishment of Offenders Act 2012, sections 98 and 99."))
{
    return is_code(row->RemandDecision, RemandDecision_REMAND_TO_YOUTH_DETENTION_ACCOMMODATION) &&
           is_under(child_of(row), 12, day(row->HearingDate));
}

ROW_RULE(hearing, .code = "YJ-185", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(hearing, RemandDecision)),
         .message = "Since 3 December 2012 there is no court-ordered secure remand.",
         .why = "Since then there is remand to youth detention accommodation. Choose that, or "
                "correct the date of the hearing.",
         LAW("Legal Aid, Sentencing and Punishment of Offenders Act 2012, part 3."))
{
    return is_code(row->RemandDecision, RemandDecision_COURT_ORDERED_SECURE_REMAND) &&
           is_since(day(row->HearingDate), NEW_REMAND_BEGINS);
}

ROW_RULE(hearing, .code = "YJ-186", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(hearing, RemandDecision)),
         .message = "A person of 18 or older was remanded as a child.",
         .why =
             "From 18 on a remand is one to prison. Check the decision, the date of the hearing, "
             "and the date of birth.",
         LAW("Legal Aid, Sentencing and Punishment of Offenders Act 2012, section 91."))
{
    bool as_child =
        group_of(row->RemandDecision) == REMAND_RLAA ||
        is_code(row->RemandDecision, RemandDecision_REMAND_TO_YOUTH_DETENTION_ACCOMMODATION);
    return as_child && has_turned(child_of(row), 18, day(row->HearingDate));
}

ROW_RULE(hearing, .code = "YJ-187", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(hearing, RemandDecision)),
         .message = "The remand decision is not known, and there is no local wording for it.",
         .why = "Choose the decision from the court's record, or have the extract send what the "
                "case management system calls it.",
         PUBLISHED("the national store has an item for the local wording."))
{
    return is_code(row->RemandDecision, RemandDecision_NOT_KNOWN) &&
           missing(row->CMSRemandDecision);
}

ROW_RULE(hearing, .code = "YJ-188", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(hearing, RemandDecision)), READS(TABLE_outcome, TABLE_link_ho),
         .message = "The case goes on after the hearing, but no remand decision is recorded.",
         .why = "When a case is adjourned the court decides on bail or remand; unconditional bail "
                "is a decision too. Enter it, or the outcome, if the case ended.",
         OWN("an adjourned case has a remand decision."))
{
    sv_day heard = day(row->HearingDate);
    return missing(row->RemandDecision) && heard != SV_NONE && has_offences(row) &&
           !is_since(heard, row->id->days.decided);
}

ROW_RULE(hearing, .code = "YJ-190", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(hearing, YJBRemandProposalType)),
         .message = "The child was remanded away from home, and no proposal is recorded.",
         .why = "Enter what the service proposed to the court at that hearing.",
         PUBLISHED("the item is in the national view of remands."))
{
    return group_of(row->RemandDecision) & AWAY_FROM_HOME && missing(row->YJBRemandProposalType);
}

/* Number of outcomes of a run that were made up to a day, or have no date. */
static uint32_t count_until(const struct outcome_run *run, sv_day until)
{
    uint32_t lo = 0;
    for (uint32_t hi = run->count; lo < hi;) {
        uint32_t middle = (lo + hi) / 2;
        if (day(run->outcomes[middle]->OutcomeDate) <= until)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

/* An outcome that is in force was made after a day, up to another. */
static bool was_decided(const struct same_id *offence, sv_day after, sv_day until)
{
    for (uint32_t r = 0; r < offence->run_count; r++) {
        const struct outcome_run *run = &offence->runs[r];
        for (uint32_t i = count_until(run, until); i > 0; i--) {
            const struct outcome *outcome = run->outcomes[i - 1];
            if (day(outcome->OutcomeDate) <= after)
                break;
            if (outcome->effective)
                return true;
        }
    }
    return false;
}

/* Days of a remand that are plausible. */
#define REMAND_DAYS_MAX 364

ROW_RULE(hearing, .code = "YJ-191", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(hearing, RemandDecision)), READS(TABLE_outcome, TABLE_link_ho),
         .message = "The child seems to have been on remand for more than a year.",
         .why = "Between this hearing and the outcome more than 364 days later there is no other "
                "hearing of the offence. Add the hearings in between, above all the one at which "
                "the remand ended.",
         PUBLISHED("long remands are looked at nationally; 364 days are a limit of plausibility."))
{
    sv_day heard = day(row->HearingDate);
    if (!(group_of(row->RemandDecision) & AWAY_FROM_HOME) || heard == SV_NONE ||
        !has_offences(row) || !is_among_first(row->id, &row->row))
        return false;
    FOR_EACH_ID(linked, linked_offences(row->id))
    {
        sv_day next = first_hearing_from(linked.id, heard + 1);
        if (was_decided(linked.id, heard + REMAND_DAYS_MAX, next == SV_NONE ? INT32_MAX : next))
            return true;
    }
    return false;
}
