/* Offences: age, code, category, seriousness, plea, breach, police bail. */
#include "../links.h"

FINDING_RULE(person, .code = "YJ-110", .severity = SV_ERROR, .first_year = 2022,
             .unit = "pair of offences", FIELDS(AT(offence, OffenceID)),
             .message = "Two offences of the child have the same id.",
             .why = "Hearings, programmes and victims are linked by this id, and it is no longer "
                    "clear to which offence. Delete the offence that was entered twice, or have "
                    "the extract give each an id of its own.",
             PUBLISHED("the offence id is the key in the national store."))
{
    FOR_EACH (ctx, offence, offence, row) {
        if (!offence->id || offence->id->rows[0] == &offence->row || !found(ctx))
            continue;
        point(ctx, offence, BIT(offence, OffenceID));
        point(ctx, offence->id->rows[0], BIT(offence, OffenceID));
    }
}

ROW_RULE(offence, .code = "YJ-111", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(offence, OffenceDate)),
         .message = "The child was under 10 on the day of the offence.",
         .why = "Below 10 nobody can be charged with an offence. Check the date of the offence and "
                "the date of birth.",
         LAW("Children and Young Persons Act 1933, section 50."))
{
    return is_under(child_of(row), 10, day(row->OffenceDate));
}

ROW_RULE(offence, .code = "YJ-112", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(offence, OffenceDate)),
         .message = "The person was 18 or older on the day of the offence.",
         .why = "Offences of adults do not belong in the return. Check the date of the offence and "
                "the date of birth. A breach after the 18th birthday may stay in the case record.",
         PUBLISHED("the reporting code counts ages 10 to 17."))
{
    return has_turned(child_of(row), 18, day(row->OffenceDate));
}

ROW_RULE(offence, .code = "YJ-113", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(offence, CJSCode), AT(offence, CJSCodeUnknown)),
         .message = "There is neither an offence code nor a reason why it is not known.",
         .why = "Enter the code of the criminal justice system from the charge sheet; or say in "
                "the other item why there is none.",
         PUBLISHED("the national store has both items."))
{
    return missing(row->CJSCode) && missing(row->CJSCodeUnknown);
}

ROW_RULE(offence, .code = "YJ-114", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(offence, CJSCode)), .pattern = "[A-Z]{2}[0-9]{5}[A-Z]{0,3}",
         .message = "This is not the usual form of an offence code.",
         .why = "Offence codes have two letters and five digits, perhaps with up to three letters "
                "behind them, such as TH68010. Look it up on the charge sheet.",
         LAW("the form of offence codes in the criminal justice system."))
{
    return present(row->CJSCode) && !matches(ctx, row->CJSCode);
}

ROW_RULE(offence, .code = "YJ-115", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(offence, YJBOffenceCategory)),
         .message = "The category of the offence is not known.",
         .why = "The category follows from the offence code. Choose it, so that the offence is "
                "counted where it belongs.",
         PUBLISHED("the reporting code groups offences by category."))
{
    return is_code(row->YJBOffenceCategory, OffenceCategory_NOT_KNOWN);
}

ROW_RULE(offence, .code = "YJ-116", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(offence, YJBSeriousnessScore)),
         .message = "The seriousness score is missing, or is not one of 1 to 8.",
         .why = "Each offence has a score from 1 (least) to 8 (most serious), which follows from "
                "the offence code. It may be blank only while the category is not known. Serious "
                "violence is counted by it.",
         PUBLISHED("the reporting code reads scores 5 to 8 as serious."))
{
    struct sv_value score = row->YJBSeriousnessScore;
    if (missing(score))
        return is_other_code(row->YJBOffenceCategory, OffenceCategory_NOT_KNOWN);
    return readable(score) && (score.number < 1 || score.number > 8);
}

/* The reference table has the code, and neither of its entries agrees. */
static bool differs_from_table(const struct sv_context *ctx, const struct offence *offence)
{
    bool any = false;
    FOR_EACH_ALIKE (ctx, gravity, entry, text_of(ctx, offence->CJSCode)) {
        bool category = present(entry->YJBOffenceCategory) &&
                        present(offence->YJBOffenceCategory) &&
                        !same_code(ctx, entry->YJBOffenceCategory, offence->YJBOffenceCategory);
        bool score = both_readable(entry->YJBSeriousnessScore, offence->YJBSeriousnessScore) &&
                     entry->YJBSeriousnessScore.number != offence->YJBSeriousnessScore.number;
        if (!category && !score)
            return false;
        any = true;
    }
    return any;
}

ROW_RULE(offence, .code = "YJ-117", .severity = SV_QUERY, .first_year = 2022,
         .reference = "gravity", READS(TABLE_gravity),
         FIELDS(AT(offence, YJBSeriousnessScore), AT(offence, YJBOffenceCategory)),
         .message = "Category or seriousness score is not that of the table for this offence code.",
         .why = "The table is the one that was given with --reference gravity. Look the offence "
                "code up in it, and correct category and score; or the code, when that is wrong.",
         PUBLISHED("categories belong to offences (data recording requirements 2021-22); the "
                   "national table itself is not public."))
{
    return present(row->CJSCode) && differs_from_table(ctx, row);
}

ROW_RULE(offence, .code = "YJ-118", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(offence, ArrestDate)), .message = "The arrest was before the offence.",
         .why = "Compare both dates with the police papers, and correct the one that is wrong.",
         OWN("the two dates contradict each other."))
{
    return is_before(day(row->ArrestDate), day(row->OffenceDate));
}

ROW_RULE(offence, .code = "YJ-120", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(offence, KnifeRelatedOffence)),
         .message = "It is not recorded whether a knife was involved.",
         .why = "Answer yes or no from the police papers; the national view of data quality counts "
                "offences without an answer.",
         PUBLISHED("the item is in the national view of data quality."))
{
    return missing(row->KnifeRelatedOffence) ||
           is_code(row->KnifeRelatedOffence, YesNoUnknown_NOT_KNOWN);
}

ROW_RULE(offence, .code = "YJ-121", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(offence, OffenceID)), READS(TABLE_outcome),
         .message = "The offence is more than a year old and still has no outcome.",
         .why = "Find out how the case ended: an outcome may not have been entered, or the police "
                "took no further action.",
         OWN("365 days before the end of the period is a limit of plausibility."))
{
    return is_before(day(row->OffenceDate), sv_add_days(return_end(ctx), -365)) &&
           !first_below(ctx, row, TABLE_outcome);
}

#define NO_COURT_PLEA                                                                              \
    (CODE_BIT(Plea, NO_PLEA) | CODE_BIT(Plea, NOT_APPLICABLE) | CODE_BIT(Plea, NOT_KNOWN))

ROW_RULE(offence, .code = "YJ-135", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(offence, Plea)), READS(TABLE_outcome),
         .message = "There is a plea, though the offence did not go to court.",
         .why = "The only outcome is one of the police, and nobody pleads there. Set the plea to "
                "not applicable, or add the outcome of the court.",
         OWN("a plea is made in court."))
{
    const struct outcome *only = (const struct outcome *)first_below(ctx, row, TABLE_outcome);
    return in_set(row->Plea, CODE_BIT(Plea, GUILTY) | CODE_BIT(Plea, NOT_GUILTY)) && only &&
           has_tier(only, POLICE_TIERS) && !ctx->host->next(ctx, &only->row, &row->row);
}

static bool was_in_court(const struct sv_context *ctx, const struct offence *offence)
{
    FOR_EACH (ctx, outcome, outcome, offence) {
        if (has_tier(outcome, COURT_TIERS))
            return true;
    }
    return false;
}

ROW_RULE(offence, .code = "YJ-136", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(offence, Plea)), READS(TABLE_outcome),
         .message = "A court dealt with the offence, but the plea is missing.",
         .why = "Enter guilty or not guilty as the court's record has it.",
         PUBLISHED("the item is in the national view of data quality."))
{
    return (missing(row->Plea) || in_set(row->Plea, NO_COURT_PLEA)) && was_in_court(ctx, row);
}

ROW_RULE(offence, .code = "YJ-140", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(offence, ProgrammeBreachID)),
         .message = "A statutory order was breached, but it is not said which programme.",
         .why = "Choose the programme of the order that was breached. When another service ran it, "
                "there is none here, and this can stay.",
         PUBLISHED("the national store has the item."))
{
    return is_code(row->YJBOffenceCategory, OffenceCategory_BREACH_OF_STATUTORY_ORDER) &&
           missing(row->ProgrammeBreachID);
}

/* The offence lies outside a programme that it is said to breach. */
static bool is_outside(const struct offence *offence)
{
    sv_day broken = day(offence->OffenceDate);
    for (uint32_t i = 0; i < offence->breached->count; i++) {
        const struct programme *programme = WITH_ID(programme, offence->breached, i);
        if (is_before(broken, day(programme->StartDate)) ||
            is_before(day(programme->EndDate), broken))
            return true;
    }
    return false;
}

ROW_RULE(offence, .code = "YJ-141", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(offence, ProgrammeBreachID)), READS(TABLE_programme),
         .message = "The breached programme is not among those of the child.",
         .why = "The id names no programme in the return. Choose the right one, or have older "
                "programmes included in the extract.",
         OWN("the id leads nowhere."))
{
    return row->breached && row->breached->count == 0;
}

ROW_RULE(offence, .code = "YJ-142", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(offence, OffenceDate)), READS(TABLE_programme),
         .message = "The breach did not happen while the breached programme ran.",
         .why = "The date of a breach lies between start and end of the programme. Check the three "
                "dates, and whether the right programme was chosen.",
         OWN("only what runs can be breached."))
{
    return row->breached && is_outside(row);
}

ROW_RULE(offence, .code = "YJ-143", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(offence, ProgrammeBreachID)),
         .message = "A breached programme is named, but the offence is no breach.",
         .why = "Clear the programme, or correct the category to the breach of an order, of bail, "
                "or of a conditional discharge.",
         OWN("only breaches name a programme."))
{
    return present(row->ProgrammeBreachID) && present(row->YJBOffenceCategory) &&
           !in_set(row->YJBOffenceCategory,
                   CODE_BIT(OffenceCategory, BREACH_OF_STATUTORY_ORDER) |
                       CODE_BIT(OffenceCategory, BREACH_OF_BAIL) |
                       CODE_BIT(OffenceCategory, BREACH_OF_CONDITIONAL_DISCHARGE));
}

ROW_RULE(policebail, .code = "YJ-144", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(policebail, StartDate), AT(policebail, EndDate)),
         .message = "Police bail ends before it starts, or starts before the arrest.",
         .why = "The arrest comes first, then the start of the bail, then its end. Compare the "
                "dates with the police papers.",
         OWN("the dates contradict each other."))
{
    return is_before(day(row->EndDate), day(row->StartDate)) ||
           is_before(day(row->StartDate), day(OFFENCE_OF(row)->ArrestDate));
}

static sv_day last_outcome(const struct sv_context *ctx, const struct offence *offence)
{
    sv_day last = SV_NONE;
    FOR_EACH (ctx, outcome, outcome, offence)
        last = later_of(last, day(outcome->OutcomeDate));
    return last;
}

ROW_RULE(policebail, .code = "YJ-145", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(policebail, EndDate)), READS(TABLE_outcome),
         .message = "Police bail is still open, though the offence has an outcome.",
         .why = "Bail ended at the latest with the outcome. Enter its end.",
         OWN("bail does not outlast the case."))
{
    return no_date(row->EndDate) &&
           is_before(day(row->StartDate), last_outcome(ctx, OFFENCE_OF(row)));
}

/* Longer than any postcode with spaces. */
#define POSTCODE_ROOM 64

ROW_RULE(offence, .code = "YJ-146", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(offence, OffenceLocationPostcode)),
         .pattern = "[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}",
         .message = "This is not the form of a postcode.",
         .why = "Correct the postcode of the place of the offence, or leave it out when it is not "
                "known.",
         OWN("the form of United Kingdom postcodes."))
{
    char postcode[POSTCODE_ROOM];
    capitals(text_of(ctx, row->OffenceLocationPostcode), " ", postcode, sizeof(postcode));
    return present(row->OffenceLocationPostcode) && !ctx->host->matches(ctx, postcode);
}

static const struct outcome *first_outcome(const struct sv_context *ctx,
                                           const struct offence *offence)
{
    return (const struct outcome *)first_below(ctx, offence, TABLE_outcome);
}

#define CJS_ROOM 64

static bool same_cjs_code(const struct sv_context *ctx, const struct offence *a,
                          const struct offence *b)
{
    char left[CJS_ROOM];
    char right[CJS_ROOM];
    capitals(text_of(ctx, a->CJSCode), "", left, sizeof(left));
    capitals(text_of(ctx, b->CJSCode), "", right, sizeof(right));
    return left[0] && strcmp(left, right) == 0;
}

static bool look_alike(const struct sv_context *ctx, const struct offence *a,
                       const struct offence *b)
{
    const struct outcome *first = first_outcome(ctx, a);
    const struct outcome *second = first_outcome(ctx, b);
    return first && second && day(first->OutcomeDate) != SV_NONE &&
           day(first->OutcomeDate) == day(second->OutcomeDate) &&
           same_code(ctx, first->LegalOutcome, second->LegalOutcome) && same_cjs_code(ctx, a, b);
}

/* The first offence before this one, with another id, that looks the same. */
static const struct offence *look_alike_before(const struct sv_context *ctx,
                                               const struct sv_repeats *same_day,
                                               const struct offence *row)
{
    const struct sv_row *at = ctx->host->first_equal(same_day, &row->row);
    for (; at && at != &row->row; at = ctx->host->next_equal(same_day, at)) {
        const struct offence *earlier = (const struct offence *)at;
        if (earlier->id && earlier->id != row->id && look_alike(ctx, earlier, row))
            return earlier;
    }
    return NULL;
}

FINDING_RULE(person, .code = "YJ-147", .severity = SV_QUERY, .first_year = 2022,
             .unit = "pair of offences", FIELDS(AT(offence, OffenceID)), READS(TABLE_outcome),
             .message = "Two offences look like one offence that is sent twice.",
             .why =
                 "They agree in date, offence code, outcome and outcome date, and have different "
                 "ids. Where it is one offence, delete one of the records; it counts twice now.",
             PUBLISHED("the reporting code counts distinct offences."))
{
    const struct sv_at date = AT(offence, OffenceDate);
    const struct sv_repeats *same_day = ctx->host->repeats(ctx, &row->row, date);
    FOR_EACH (ctx, offence, later, row) {
        const struct offence *earlier = !later->id || day(later->OffenceDate) == SV_NONE
                                            ? NULL
                                            : look_alike_before(ctx, same_day, later);
        if (!earlier || !found(ctx))
            continue;
        point(ctx, later, BIT(offence, OffenceID));
        point(ctx, earlier, BIT(offence, OffenceID));
    }
}
