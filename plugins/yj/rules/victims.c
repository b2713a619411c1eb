/* Victims, and restorative justice (key performance indicator 10). */
#include "../links.h"

static bool is_yes(struct sv_value v)
{
    return is_code(v, YesNoUnknown_YES);
}

ROW_RULE(victim, .code = "YJ-230", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(victim, VictimID)), .message = "The victim has no id of its own.",
         .why = "The indicator counts victims by this id, and passes records over that have none. "
                "The same victim keeps one id in all records.",
         PUBLISHED("the reporting code counts by this item."))
{
    return missing(row->VictimID);
}

ROW_RULE(victim, .code = "YJ-231", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(victim, VictimInterventionID)), READS(TABLE_link_ov),
         .message = "The victim record is not linked to any offence.",
         .why =
             "Link it to the offence that the person was the victim of. Without that it plays no "
             "part in the figures.",
         PUBLISHED("the reporting code reads victims through their offences."))
{
    return row->id && !(row->id->named & LINK_OV);
}

ROW_RULE(victim, .code = "YJ-232", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(victim, EngagedRJStart)),
         .message = "Engagement in restorative justice, and its dates, do not agree.",
         .why = "Yes needs the day on which it began; no, unknown or blank has no dates. Correct "
                "the answer, or the dates.",
         PUBLISHED("the reporting code reads answer and dates together."))
{
    bool not_engaged =
        missing(row->EngagedRJ) ||
        in_set(row->EngagedRJ, CODE_BIT(YesNoUnknown, NO) | CODE_BIT(YesNoUnknown, NOT_KNOWN));
    return (is_yes(row->EngagedRJ) && no_date(row->EngagedRJStart)) ||
           (not_engaged && (!no_date(row->EngagedRJStart) || !no_date(row->EngagedRJEnd)));
}

ROW_RULE(victim, .code = "YJ-233", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(victim, EngagedRJEnd)),
         .message = "The end of restorative justice lies before its start.",
         .why = "Compare both dates with the victim worker's record.",
         OWN("the two dates contradict each other."))
{
    return is_before(day(row->EngagedRJEnd), day(row->EngagedRJStart));
}

ROW_RULE(victim, .code = "YJ-234", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(victim, ConsentYJSContact)),
         .message = "Work with the victim is recorded, but no consent to contact.",
         .why = "Only victims who consented are counted. If the person agreed to be contacted, "
                "enter it; else the answers on views, progress, support or engagement are wrong.",
         PUBLISHED("consent is a condition of the indicator."))
{
    return !is_yes(row->ConsentYJSContact) &&
           (is_yes(row->EngagedRJ) || is_yes(row->ViewPrior) || is_yes(row->ProgressProvided) ||
            is_yes(row->AdditionalSupportProvided));
}

ROW_RULE(victim, .code = "YJ-235", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(victim, ConsentYJSContact)),
         .message = "The victim did not consent to contact, but was contacted.",
         .why = "Either the answer on consent is wrong, or the date of contact. Look at the victim "
                "worker's record.",
         OWN("the two items contradict each other."))
{
    return is_code(row->ConsentYJSContact, YesNoUnknown_NO) && !no_date(row->YJSContactDate);
}

ROW_RULE(
    victim, .code = "YJ-236", .severity = SV_QUERY, .first_year = 2024,
    FIELDS(AT(victim, ProgressProvided)),
    .message = "Information on progress was given, though it was not asked for.",
    .why = "Enter that the victim asked for it, or correct the answer on whether it was given.",
    PUBLISHED("the first form of the measure needed both."))
{
    return is_yes(row->ProgressProvided) && !is_yes(row->ProgressRequest);
}

ROW_RULE(victim, .code = "YJ-237", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(victim, ProgressRequestDate), AT(victim, ProgressProvidedDate)),
         .message = "The dates of information on progress are missing, or in the wrong order.",
         .why = "What was asked for, and what was given, each has its day, and the request comes "
                "first. Look at the victim worker's record.",
         PUBLISHED("the national store has the items."))
{
    return (is_yes(row->ProgressRequest) && no_date(row->ProgressRequestDate)) ||
           (is_yes(row->ProgressProvided) && no_date(row->ProgressProvidedDate)) ||
           is_before(day(row->ProgressProvidedDate), day(row->ProgressRequestDate));
}

ROW_RULE(
    victim, .code = "YJ-238", .severity = SV_QUERY, .first_year = 2024,
    FIELDS(AT(victim, AdditionalSupportProvided)),
    .message = "Information on support was given, though it was not asked for.",
    .why = "Enter that the victim asked for it, or correct the answer on whether it was given.",
    PUBLISHED("the reporting code reads both items."))
{
    return is_yes(row->AdditionalSupportProvided) && !is_yes(row->AdditionalSupportRequest);
}

/* The last outcome of the offences that a victim record is linked to. */
static sv_day last_outcome(const struct victim *victim)
{
    sv_day last = SV_NONE;
    FOR_EACH_ID(offence, linked_offences(victim->id))
    {
        for (uint32_t r = 0; r < offence.id->run_count; r++)
            last = later_of(last, offence.id->runs[r].facts.last);
    }
    return last;
}

ROW_RULE(victim, .code = "YJ-239", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(victim, YJSContactDate)), READS(TABLE_link_ov, TABLE_outcome),
         .message = "The victim's view before the decision is dated after the outcome.",
         .why = "The question is whether the victim was asked before it was decided. Check the day "
                "of contact and that of the outcome; a later view is no view before.",
         PUBLISHED("the guide to the indicators, on victims."))
{
    return is_yes(row->ViewPrior) && is_before(last_outcome(row), day(row->YJSContactDate));
}

ROW_RULE(victim, .code = "YJ-240", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(victim, SatisfactionLevel)),
         .message = "Satisfaction is recorded, but no restorative process.",
         .why = "Enter what the victim took part in, or clear the satisfaction.",
         OWN("without a process there is nothing to be satisfied with."))
{
    return is_other_code(row->SatisfactionLevel, SatisfactionLevel_NOT_ASKED) &&
           !is_yes(row->EngagedRJ) &&
           (missing(row->RJInterventionType) ||
            is_code(row->RJInterventionType, RJInterventionType_NONE));
}

/* The first record of the same victim that says yes. */
static const struct victim *first_yes(const struct sv_context *ctx,
                                      const struct sv_repeats *same_victim,
                                      const struct sv_row *first)
{
    for (; first; first = ctx->host->next_equal(same_victim, first)) {
        const struct victim *victim = (const struct victim *)first;
        if (is_yes(victim->ConsentYJSContact))
            return victim;
    }
    return NULL;
}

RETURN_RULE(.code = "YJ-241", .severity = SV_QUERY, .first_year = 2024,
            .unit = "row of victim that says no", FIELDS(AT(victim, ConsentYJSContact)),
            .message = "The same victim is recorded as consenting and as not consenting.",
            .why = "A victim is counted once, by its id. Agree on one answer, or give different "
                   "victims different ids.",
            PUBLISHED("the reporting code counts distinct victims."))
{
    const struct sv_at victim_id = AT(victim, VictimID);
    const struct sv_repeats *same_victim = ctx->host->repeats(ctx, NULL, victim_id);
    FOR_EACH (ctx, victim, first, NULL) {
        if (ctx->host->first_equal(same_victim, &first->row) != &first->row)
            continue;
        const struct victim *yes = first_yes(ctx, same_victim, &first->row);
        const struct sv_row *at = yes ? &first->row : NULL;
        for (; at; at = ctx->host->next_equal(same_victim, at)) {
            const struct victim *no = (const struct victim *)at;
            if (!is_code(no->ConsentYJSContact, YesNoUnknown_NO))
                continue;
            found(ctx);
            point(ctx, no, BIT(victim, ConsentYJSContact));
            point(ctx, yes, BIT(victim, ConsentYJSContact));
        }
    }
}

/* An offence of the victim is linked to a programme that counts, and that did not end before the
 * period. */
static bool will_count(const struct sv_context *ctx, const struct same_id *offence)
{
    FOR_EACH_ID(linked, linked_programmes(offence))
    {
        for (uint32_t i = 0; i < linked.id->count; i++) {
            const struct programme *programme = WITH_ID(programme, linked.id, i);
            if (counts(ctx, programme->DisposalType) &&
                (missing(programme->EndDate) ||
                 is_since(day(programme->EndDate), return_start(ctx))))
                return true;
        }
    }
    return false;
}

ROW_RULE(victim, .code = "YJ-294", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(victim, VictimInterventionID)),
         READS(TABLE_link_ov, TABLE_link_op, TABLE_offence, TABLE_programme),
         .message = "The victim will never be counted: no programme of the offence counts.",
         .why = "The indicator finds victims through programmes that end in the quarter. Check "
                "whether the programme is missing, not linked, or closed in an earlier quarter.",
         PUBLISHED("the reporting code reads victims through programmes."))
{
    if (!row->id || row->id->offence_count == 0 || return_start(ctx) == SV_NONE ||
        first_header(ctx)->year == SV_NONE || !is_among_first(row->id, &row->row))
        return false;
    FOR_EACH_ID(offence, linked_offences(row->id))
    {
        if (will_count(ctx, offence.id))
            return false;
    }
    return true;
}
