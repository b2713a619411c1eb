/* Outcomes of offences: dates, main outcomes, appeals, and the hearings that go with them. */
#include "../links.h"

ROW_RULE(outcome, .code = "YJ-122", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, OutcomeDate)), .message = "The outcome is dated before the offence.",
         .why = "Compare the date of the offence and that of the outcome with the papers of police "
                "or court, and correct the one that is wrong.",
         OWN("the two dates contradict each other."))
{
    return is_before(day(row->OutcomeDate), day(OFFENCE_OF(row)->OffenceDate));
}

ROW_RULE(outcome, .code = "YJ-123", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, OutcomeDate)), .message = "The outcome is dated before the arrest.",
         .why = "Compare both dates with the papers of police or court, and correct the one that "
                "is wrong.",
         OWN("the two dates contradict each other."))
{
    return is_before(day(row->OutcomeDate), day(OFFENCE_OF(row)->ArrestDate));
}

ROW_RULE(outcome, .code = "YJ-124", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(outcome, OutcomeDate)),
         .message = "The outcome is dated after the end of the return period.",
         .why = "It belongs to the return of a later quarter. Check the date; if it is right, see "
                "that the next return has it too.",
         OWN("what a return of the quarter holds."))
{
    sv_day made = day(row->OutcomeDate);
    return is_before(return_end(ctx), made) && is_since(extract_day(ctx), made);
}

#define UNMAPPED (CODE_BIT(LegalOutcome, NOT_KNOWN) | CODE_BIT(LegalOutcome, OTHER))

ROW_RULE(outcome, .code = "YJ-125", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, LegalOutcome), AT(outcome, CMSLegalOutcome)),
         .message = "The outcome is other or not known, and there is no local wording for it.",
         .why = "Such outcomes are mapped nationally by what the case management system calls "
                "them; without that the outcome is lost. Choose the right outcome, or have the "
                "extract send the local wording.",
         PUBLISHED("the reporting code maps these by the local wording."))
{
    return in_set(row->LegalOutcome, UNMAPPED) && missing(row->CMSLegalOutcome);
}

/* Outcomes of a child on one day, from place `from` of its outcomes on. */
static uint32_t end_of_day(const struct person *child, uint32_t from)
{
    uint32_t to = from;
    while (to < child->outcome_count &&
           child->outcomes[to]->OutcomeDate.number == child->outcomes[from]->OutcomeDate.number)
        to++;
    return to;
}

FINDING_RULE(person, .code = "YJ-126", .severity = SV_ERROR, .first_year = 2022,
             .unit = "outcome date of a child", FIELDS(AT(outcome, MainOrOther)),
             .message = "There is not exactly one main outcome on this day.",
             .why = "All outcomes of one day are one occasion, of which the most serious outcome "
                    "is the main one and all the others are not. Set main or other for each "
                    "outcome of the day.",
             PUBLISHED("the reporting code reads main outcomes by occasion; that it is one a day "
                       "and not one an offence is statval's reading."))
{
    for (uint32_t from = 0, to; from < row->outcome_count; from = to) {
        const struct outcome *first = NULL;
        int mains = 0;
        to = end_of_day(row, from);
        for (uint32_t i = from; i < to; i++) {
            if (!has_tier(row->outcomes[i], SUBSTANTIVE_TIERS | TIER_DIVERSION))
                continue;
            first = first ? first : row->outcomes[i];
            mains += is_code(row->outcomes[i]->MainOrOther, MainOrOther_MAIN);
        }
        if (first && mains != 1 && found(ctx))
            point(ctx, first, BIT(outcome, MainOrOther));
    }
}

static int rank_of(const struct outcome *outcome)
{
    return kind_of(outcome->LegalOutcome)->rank; /* 0: none */
}

FINDING_RULE(person, .code = "YJ-127", .severity = SV_QUERY, .first_year = 2022,
             .unit = "row of outcome", FIELDS(AT(outcome, MainOrOther)),
             .message = "The main outcome is not the most serious one of that day.",
             .why =
                 "Compare the outcomes of the day, and set the most serious one as the main one. "
                 "The order of seriousness is in the plugin's README.",
             OWN("the order of seriousness."))
{
    for (uint32_t from = 0, to; from < row->outcome_count; from = to) {
        int best = 0;
        to = end_of_day(row, from);
        for (uint32_t i = from; i < to; i++) {
            int rank = rank_of(row->outcomes[i]);
            best = rank && (best == 0 || rank < best) ? rank : best;
        }
        for (uint32_t i = from; i < to; i++) {
            const struct outcome *outcome = row->outcomes[i];
            if (is_code(outcome->MainOrOther, MainOrOther_MAIN) && rank_of(outcome) > best &&
                found(ctx))
                point(ctx, outcome, BIT(outcome, MainOrOther));
        }
    }
}

FINDING_RULE(outcome, .code = "YJ-128", .severity = SV_ERROR, .first_year = 2022,
             .unit = "pair of outcomes of an offence", FIELDS(AT(outcome, LegalOutcome)),
             .message = "The offence has this outcome twice on the same day.",
             .why = "Outcome and date agree. Delete one of the two in the case management system.",
             OWN("the key of an outcome is offence, date and outcome."))
{
    if (row->twin && row->twin != row && found(ctx)) {
        point(ctx, row, BIT(outcome, LegalOutcome));
        point(ctx, row->twin, BIT(outcome, LegalOutcome));
    }
}

static bool is_disposal(const struct outcome *outcome)
{
    return has_tier(outcome, SUBSTANTIVE_TIERS) && outcome->effective;
}

static bool names_no_breach(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return missing(OFFENCE_OF((const struct outcome *)row)->ProgrammeBreachID);
}

/* Outcomes of breaches were made on the day. */
static bool was_breach_dealt_with(const struct sv_context *ctx, const struct person *child,
                                  sv_day d)
{
    const struct sv_at date = AT(outcome, OutcomeDate);
    return ctx->host->has_day(ctx, &child->row, date, names_no_breach, d);
}

FINDING_RULE(offence, .code = "YJ-129", .severity = SV_QUERY, .first_year = 2022,
             .unit = "row of outcome", FIELDS(AT(outcome, LegalOutcome)),
             .message = "The offence has an earlier disposal, and this one is no appeal or breach.",
             .why = "An offence is disposed of once. If this outcome replaced the other on appeal, "
                    "give the date of the appealed outcome; if an order was breached, record the "
                    "breach as an offence of its own; else one of the two belongs to another "
                    "offence.",
             PUBLISHED("the reporting code counts one outcome for each offence."))
{
    sv_day first = SV_NONE;
    FOR_EACH (ctx, outcome, outcome, row)
        first = is_disposal(outcome) ? earlier_of(first, day(outcome->OutcomeDate)) : first;
    if (first == SV_NONE)
        return;
    FOR_EACH (ctx, outcome, outcome, row) {
        sv_day made = day(outcome->OutcomeDate);
        if (is_disposal(outcome) && is_before(first, made) &&
            missing(outcome->OutcomeDateOfAppealedOutcome) &&
            !was_breach_dealt_with(ctx, child_of(row), made) && found(ctx))
            point(ctx, outcome, BIT(outcome, LegalOutcome));
    }
}

/* The offence has an outcome of that day. */
static bool has_outcome_on(const struct sv_context *ctx, const struct offence *offence, sv_day d)
{
    const struct sv_at date = AT(outcome, OutcomeDate);
    return ctx->host->has_day(ctx, &offence->row, date, NULL, d);
}

ROW_RULE(outcome, .code = "YJ-130", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, OutcomeDateOfAppealedOutcome)),
         .message = "The outcome that was appealed against is not on this offence.",
         .why = "The date must be that of an earlier outcome of the same offence. Correct it, or "
                "add the first outcome; it should stay in the record when it is changed.",
         PUBLISHED("the reporting code follows appeals by this date."))
{
    sv_day appealed = day(row->OutcomeDateOfAppealedOutcome);
    sv_day made = day(row->OutcomeDate);
    if (appealed == SV_NONE)
        return false;
    return is_since(appealed, made) || !has_outcome_on(ctx, OFFENCE_OF(row), appealed);
}

ROW_RULE(
    outcome, .code = "YJ-131", .severity = SV_ERROR, .first_year = 2022,
    FIELDS(AT(outcome, OutcomeEndDate)),
    .message = "The end of the order lies before the day on which it was made.",
    .why = "Compare both dates with the order of the court, and correct the one that is wrong.",
    OWN("the two dates contradict each other."))
{
    return is_before(day(row->OutcomeEndDate), day(row->OutcomeDate));
}

/* The hearings of the offence of an outcome; NULL: it has none. */
static const struct linked_hearings *hearings_of(const struct outcome *outcome)
{
    const struct same_id *offence = OFFENCE_OF(outcome)->id;
    return offence ? offence->hearings : NULL;
}

/* The earliest and the latest of hearings that have a date. */
static sv_day first_day(const struct linked_hearings *hearings)
{
    return hearings && hearings->day_count ? hearings->days[0] : SV_NONE;
}

static sv_day last_day(const struct linked_hearings *hearings)
{
    return hearings && hearings->day_count ? hearings->days[hearings->day_count - 1] : SV_NONE;
}

ROW_RULE(outcome, .code = "YJ-132", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(outcome, LegalOutcome)), READS(TABLE_hearing, TABLE_link_ho),
         .message = "An outcome of the police, but the offence has a court hearing since.",
         .why = "Cautions and diversion are decided by the police, without a court. Either the "
                "hearing belongs to another offence, or the court's outcome is missing.",
         LAW("Crime and Disorder Act 1998, sections 66ZA and 66A."))
{
    return has_tier(row, POLICE_TIERS) &&
           is_since(last_day(hearings_of(row)), day(row->OutcomeDate));
}

ROW_RULE(outcome, .code = "YJ-133", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, OutcomeDate)), READS(TABLE_hearing, TABLE_link_ho),
         .message = "The outcome is one of a court, but the offence has no hearing.",
         .why = "Add the hearing at which the court decided, and link the offence to it. Without "
                "it the age at the first hearing is not known, and the outcome may not count.",
         PUBLISHED("the reporting code needs the age at the first hearing."))
{
    return has_tier(row, COURT_TIERS) && !hearings_of(row);
}

ROW_RULE(outcome, .code = "YJ-134", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(outcome, OutcomeDate)), READS(TABLE_hearing, TABLE_link_ho),
         .message = "No hearing of the offence took place on the day of the outcome.",
         .why = "The court decided at a hearing. Add that hearing, or correct its date or that of "
                "the outcome.",
         OWN("courts decide at hearings."))
{
    sv_day made = day(row->OutcomeDate);
    return has_tier(row, COURT_TIERS) && made != SV_NONE && hearings_of(row) &&
           first_hearing_from(OFFENCE_OF(row)->id, made) != made;
}

/* The first offence with a referral order of the day, unless one of them has another plea than not
 * guilty. */
static const struct offence *only_denied(const struct person *child, uint32_t from, uint32_t to)
{
    const struct offence *first = NULL;
    for (uint32_t i = from; i < to; i++) {
        const struct offence *offence = OFFENCE_OF(child->outcomes[i]);
        if (!is_code(child->outcomes[i]->LegalOutcome, LegalOutcome_REFERRAL_ORDER))
            continue;
        if (!is_code(offence->Plea, Plea_NOT_GUILTY))
            return NULL;
        first = first ? first : offence;
    }
    return first;
}

FINDING_RULE(person, .code = "YJ-137", .severity = SV_ERROR, .first_year = 2022,
             .unit = "outcome date of a child", FIELDS(AT(offence, Plea)), READS(TABLE_outcome),
             .message = "A referral order, but all its offences have a plea of not guilty.",
             .why = "A referral order needs a plea of guilty to at least one of the offences of "
                    "that day. Correct the plea, or the outcome.",
             LAW("Sentencing Act 2020, sections 83 to 88."))
{
    for (uint32_t from = 0, to; from < row->outcome_count; from = to) {
        to = end_of_day(row, from);
        const struct offence *offence = only_denied(row, from, to);
        if (offence && found(ctx))
            point(ctx, offence, BIT(offence, Plea));
    }
}

ROW_RULE(outcome, .code = "YJ-138", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, OutcomeDate)),
         .message = "A youth caution was given to somebody under 10, or of 18 or older.",
         .why = "Youth cautions are for ages 10 to 17 on the day on which they are given. Check "
                "that day and the date of birth; an adult gets an adult caution.",
         LAW("Crime and Disorder Act 1998, sections 66ZA and 66A."))
{
    const struct person *child = child_of(row);
    sv_day made = day(row->OutcomeDate);
    return has_tier(row, TIER_PRE_COURT) &&
           (is_under(child, 10, made) || has_turned(child, 18, made));
}

ROW_RULE(outcome, .code = "YJ-139", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(outcome, OutcomeDate)), READS(TABLE_hearing, TABLE_link_ho),
         .message = "The person was 18 at the first hearing: the outcome will not be counted.",
         .why = "National figures count outcomes of those who were under 18 at their first "
                "hearing. Check whether an earlier hearing is missing or not linked, and the date "
                "of birth.",
         PUBLISHED("the reporting code leaves such outcomes out."))
{
    return has_tier(row, COURT_TIERS) && has_turned(child_of(row), 18, first_day(hearings_of(row)));
}

#define LONG_SENTENCES                                                                             \
    (CODE_BIT(LegalOutcome, SECTION_250) | CODE_BIT(LegalOutcome, SECTION_254) |                   \
     CODE_BIT(LegalOutcome, SECTION_258) | CODE_BIT(LegalOutcome, SECTION_259) |                   \
     CODE_BIT(LegalOutcome, SECTION_90_91_DETENTION) |                                             \
     CODE_BIT(LegalOutcome, SECTION_90_92_DETENTION) | CODE_BIT(LegalOutcome, SECTION_226_LIFE) |  \
     CODE_BIT(LegalOutcome, SECTION_226_B) | CODE_BIT(LegalOutcome, SECTION_228))

ROW_RULE(outcome, .code = "YJ-168", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, LegalOutcome)), READS(TABLE_hearing, TABLE_link_ho),
         .message = "Only the Crown Court can pass this sentence, and no hearing was there.",
         .why = "Add the hearing in the Crown Court, or correct the type of the court at the "
                "hearing; or the sentence, if a youth court passed another one.",
         LAW("Sentencing Act 2020, sections 249 to 259."))
{
    const struct linked_hearings *hearings = hearings_of(row);
    return in_set(row->LegalOutcome, LONG_SENTENCES) && hearings && !hearings->any_crown;
}

ROW_RULE(outcome, .code = "YJ-189", .severity = SV_QUERY, .first_year = 2022,
         READS(TABLE_hearing, TABLE_sentenceproposal, TABLE_link_ho),
         .message = "A community or custodial sentence without any sentence proposal before it.",
         .why = "The service proposes a sentence in the pre-sentence report. Add the proposal to "
                "the hearing at which it was made.",
         PUBLISHED("the national store has the item; a report is asked for by law."))
{
    const struct linked_hearings *hearings = hearings_of(row);
    sv_day made = day(row->OutcomeDate);
    return has_tier(row, TIER_COMMUNITY | TIER_CUSTODY) && made != SV_NONE &&
           !(hearings && is_since(made, hearings->first_proposal));
}
