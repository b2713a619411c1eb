/* Which orders can be made, when, and how long they last. */
#include "../facts.h"

/* 8 April 2013: youth cautions replaced reprimands and final warnings. */
#define YOUTH_CAUTIONS_BEGIN 15803
/* 30 November 2009: the youth rehabilitation order replaced nine older orders, for offences from
 * then on. */
#define REHABILITATION_ORDERS_BEGIN 14578
/* 1 December 2020: the Sentencing Code is in force. */
#define SENTENCING_CODE_BEGINS 18597
/* 28 June 2022: reparation orders end, and detention and training orders may have any length. */
#define SENTENCING_ACT_2022_BEGINS 19171

static bool made_since(const struct outcome *outcome, sv_day d)
{
    return is_since(day(outcome->OutcomeDate), d);
}

static bool offence_since(const struct outcome *outcome, sv_day d)
{
    return is_since(day(OFFENCE_OF(outcome)->OffenceDate), d);
}

ROW_RULE(outcome, .code = "YJ-150", .severity = SV_ERROR, .first_year = 2022, .last_year = 2026,
         FIELDS(AT(outcome, LegalOutcome)),
         .message = "Since 8 April 2013 there are no reprimands and final warnings.",
         .why = "Youth cautions and youth conditional cautions took their place. Choose the one "
                "that was given, or correct the date of the outcome.",
         LAW("Legal Aid, Sentencing and Punishment of Offenders Act 2012, section 135."))
{
    return in_set(row->LegalOutcome,
                  CODE_BIT(LegalOutcome, REPRIMAND) | CODE_BIT(LegalOutcome, FINAL_WARNING)) &&
           made_since(row, YOUTH_CAUTIONS_BEGIN);
}

ROW_RULE(outcome, .code = "YJ-150", .severity = SV_ERROR, .first_year = 2027, .last_year = 2027,
         FIELDS(AT(outcome, LegalOutcome)),
         .message = "Since 8 April 2013 there are no final warnings.",
         .why = "Choose the caution that was given, or correct the date of the outcome. Reprimands "
                "have a rule of their own in this year, as they stand for police Outcome 23.",
         LAW("Legal Aid, Sentencing and Punishment of Offenders Act 2012, section 135; a "
             "supplier's help page on Outcome 23."))
{
    return is_code(row->LegalOutcome, LegalOutcome_FINAL_WARNING) &&
           made_since(row, YOUTH_CAUTIONS_BEGIN);
}

#define REPLACED_ORDERS                                                                            \
    (CODE_BIT(LegalOutcome, ACTION_PLAN_ORDER) | CODE_BIT(LegalOutcome, ATTENDANCE_CENTRE_ORDER) | \
     CODE_BIT(LegalOutcome, CURFEW_ORDER) | CODE_BIT(LegalOutcome, SUPERVISION_ORDER) |            \
     CODE_BIT(LegalOutcome, COMMUNITY_REHABILITATION_ORDER) |                                      \
     CODE_BIT(LegalOutcome, COMMUNITY_PUNISHMENT_ORDER) |                                          \
     CODE_BIT(LegalOutcome, COMMUNITY_PUNISHMENT_AND_REHABILITATION_ORDER))
#define DRUG_ORDER CODE_BIT(LegalOutcome, DRUG_TREATMENT_AND_TESTING_ORDER)

ROW_RULE(outcome, .code = "YJ-151", .severity = SV_ERROR, .first_year = 2022, .last_year = 2026,
         FIELDS(AT(outcome, LegalOutcome)),
         .message = "For offences since 30 November 2009 this order is not made any more.",
         .why = "The youth rehabilitation order took its place, with what the order asked for as a "
                "requirement. Choose that order, or correct the date of the offence.",
         LAW("Criminal Justice and Immigration Act 2008, in force from 30 November 2009."))
{
    return in_set(row->LegalOutcome, REPLACED_ORDERS | DRUG_ORDER) &&
           offence_since(row, REHABILITATION_ORDERS_BEGIN);
}

ROW_RULE(outcome, .code = "YJ-151", .severity = SV_ERROR, .first_year = 2027, .last_year = 2027,
         FIELDS(AT(outcome, LegalOutcome)),
         .message = "For offences since 30 November 2009 this order is not made any more.",
         .why = "The youth rehabilitation order took its place, with what the order asked for as a "
                "requirement. Drug treatment and testing orders have a rule of their own in this "
                "year, as they stand for youth diversion orders.",
         LAW("Criminal Justice and Immigration Act 2008; a supplier's help page on youth diversion "
             "orders."))
{
    return in_set(row->LegalOutcome, REPLACED_ORDERS) &&
           offence_since(row, REHABILITATION_ORDERS_BEGIN);
}

ROW_RULE(outcome, .code = "YJ-152", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, LegalOutcome)),
         .message = "A sentence under the Sentencing Code, dated before 1 December 2020.",
         .why = "Sections 250, 254, 258 and 259 did not exist before. Choose the older section, "
                "such as section 91 or 226, or correct the date.",
         LAW("Sentencing Act 2020, in force from 1 December 2020."))
{
    return in_set(row->LegalOutcome,
                  CODE_BIT(LegalOutcome, SECTION_250) | CODE_BIT(LegalOutcome, SECTION_254) |
                      CODE_BIT(LegalOutcome, SECTION_258) | CODE_BIT(LegalOutcome, SECTION_259)) &&
           is_before(day(row->OutcomeDate), SENTENCING_CODE_BEGINS);
}

ROW_RULE(outcome, .code = "YJ-153", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(outcome, LegalOutcome)),
         .message = "The sentence is under a section that the Sentencing Code has replaced.",
         .why = "Whoever was convicted since 1 December 2020 is sentenced under sections 250 to "
                "259. The older section is right when the conviction was before that day.",
         LAW("Sentencing Act 2020, for convictions from 1 December 2020."))
{
    return in_set(row->LegalOutcome, CODE_BIT(LegalOutcome, SECTION_90_91_DETENTION) |
                                         CODE_BIT(LegalOutcome, SECTION_90_92_DETENTION) |
                                         CODE_BIT(LegalOutcome, SECTION_226_LIFE) |
                                         CODE_BIT(LegalOutcome, SECTION_226_B) |
                                         CODE_BIT(LegalOutcome, SECTION_228)) &&
           made_since(row, SENTENCING_CODE_BEGINS);
}

ROW_RULE(outcome, .code = "YJ-154", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(outcome, LegalOutcome)), .message = "Reparation orders are not made any more.",
         .why = "They ended on 28 June 2022. Look at the order of the court: reparation may be a "
                "part of another order. Or correct the date.",
         RECALLED("Police, Crime, Sentencing and Courts Act 2022; the day is from memory."))
{
    return is_code(row->LegalOutcome, LegalOutcome_REPARATION_ORDER) &&
           made_since(row, SENTENCING_ACT_2022_BEGINS);
}

/* The length in tenths of a month, halves rounded up; of a century, when it is longer. */
static int64_t tenths_of_months(const struct outcome *outcome)
{
    enum { CENTURY = 1200 };
    return outcome->term > CENTURY * TERM_MONTH
               ? 10 * CENTURY
               : (20 * outcome->term + TERM_MONTH) / (2 * TERM_MONTH);
}

static bool is_old_length(int64_t tenths)
{
    static const uint8_t months[] = {4, 6, 8, 10, 12, 18, 24};
    for (size_t i = 0; i < sizeof(months); i++) {
        if (tenths == 10 * months[i])
            return true;
    }
    return false;
}

ROW_RULE(outcome, .code = "YJ-155", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, TermMonths)),
         .message = "A detention and training order cannot have this length.",
         .why = "It lasts 4 to 24 months; orders made before 28 June 2022 lasted 4, 6, 8, 10, 12, "
                "18 or 24 months. Enter the length from the court's record; custody and licence "
                "are both part of it.",
         LAW("Sentencing Act 2020, sections 233 to 238, as amended in 2022."))
{
    if (!is_code(row->LegalOutcome, LegalOutcome_DETENTION_AND_TRAINING_ORDER) || row->term < 0)
        return false;
    int64_t tenths = tenths_of_months(row);
    return lacks_term(row) ||
           (made_since(row, SENTENCING_ACT_2022_BEGINS) && (tenths < 40 || tenths > 240)) ||
           (is_before(day(row->OutcomeDate), SENTENCING_ACT_2022_BEGINS) && !is_old_length(tenths));
}

ROW_RULE(outcome, .code = "YJ-156", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, LegalOutcome)),
         .message = "A detention and training order for a child under 12.",
         .why = "The court can make it from the age of 12 on. The age at the outcome is taken, as "
                "that at the conviction is not in the return. Check both dates, and the order.",
         LAW("Sentencing Act 2020, sections 233 to 238."))
{
    return is_code(row->LegalOutcome, LegalOutcome_DETENTION_AND_TRAINING_ORDER) &&
           is_under(child_of(row), 12, day(row->OutcomeDate));
}

ROW_RULE(outcome, .code = "YJ-157", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(outcome, LegalOutcome)),
         .message = "A detention and training order for a child of 12 to 14.",
         .why = "Below 15 it is only for persistent offenders. Check the order, the date, and the "
                "date of birth; if all are right, say so.",
         LAW("Sentencing Act 2020, sections 233 to 238."))
{
    const struct person *child = child_of(row);
    sv_day made = day(row->OutcomeDate);
    return is_code(row->LegalOutcome, LegalOutcome_DETENTION_AND_TRAINING_ORDER) &&
           has_turned(child, 12, made) && is_under(child, 15, made);
}

/* A length was given, and is more than so many months. */
static bool lasts_over(const struct outcome *outcome, int months)
{
    return outcome->term > months * TERM_MONTH;
}

ROW_RULE(outcome, .code = "YJ-158", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, TermMonths)), .message = "A referral order lasts 3 to 12 months.",
         .why =
             "Enter the length that the court gave. It counts from the day on which the contract "
             "is signed, which does not change the length.",
         LAW("Sentencing Act 2020, sections 83 to 88."))
{
    return is_code(row->LegalOutcome, LegalOutcome_REFERRAL_ORDER) && row->term >= 0 &&
           (row->term < 3 * TERM_MONTH || lasts_over(row, 12));
}

ROW_RULE(outcome, .code = "YJ-159", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, TermMonths)),
         .message = "A youth rehabilitation order lasts three years at most.",
         .why = "Enter the length that the court gave; years and months may have been exchanged.",
         LAW("Sentencing Act 2020, sections 173 to 190."))
{
    return is_code(row->LegalOutcome, LegalOutcome_YOUTH_REHABILITATION_ORDER) &&
           lasts_over(row, 36);
}

ROW_RULE(outcome, .code = "YJ-167", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(outcome, TermMonths)),
         .message = "A conditional discharge lasts three years at most.",
         .why = "Enter the length that the court gave; years and months may have been exchanged.",
         LAW("Sentencing Act 2020, section 80."))
{
    return is_code(row->LegalOutcome, LegalOutcome_CONDITIONAL_DISCHARGE) && lasts_over(row, 36);
}

#define OLD_DETENTION                                                                              \
    (CODE_BIT(LegalOutcome, SECTION_90_91_DETENTION) |                                             \
     CODE_BIT(LegalOutcome, SECTION_90_92_DETENTION))

/* Detention that may be for murder, which has no fixed length. */
static bool may_be_murder(const struct outcome *outcome)
{
    return in_set(outcome->LegalOutcome, OLD_DETENTION) &&
           OFFENCE_OF(outcome)->YJBSeriousnessScore.number == 8;
}

ROW_RULE(outcome, .code = "YJ-169", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, TermMonths)),
         .message = "The length of this sentence or order is missing.",
         .why = "Enter years, months, weeks, days or hours from the court's record. The end of the "
                "order is worked out from it.",
         PUBLISHED("the national store has the items of the length."))
{
    return in_set(row->LegalOutcome, CODE_BIT(LegalOutcome, SECTION_250) |
                                         CODE_BIT(LegalOutcome, SECTION_254) |
                                         CODE_BIT(LegalOutcome, SECTION_226_B) | OLD_DETENTION |
                                         CODE_BIT(LegalOutcome, YOUTH_REHABILITATION_ORDER)) &&
           lacks_term(row) && !may_be_murder(row);
}

ROW_RULE(outcome, .code = "YJ-169", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(outcome, TermMonths)),
         .message = "Detention without a length, which is right only for murder.",
         .why = "Detention for murder has no fixed length. For any other offence enter the length "
                "from the court's record, and check the seriousness score of 8.",
         PUBLISHED("the national store has the items of the length."))
{
    return may_be_murder(row) && lacks_term(row);
}

ROW_RULE(outcome, .code = "YJ-171", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, TermYears), AT(outcome, TermMonths), AT(outcome, TermWeeks),
                AT(outcome, TermDays), AT(outcome, TermHours)),
         .message = "The parts of the length add up to nothing.",
         .why =
             "Zeros were sent. Enter the length from the court's record, or leave all five items "
             "out when the outcome has none.",
         OWN("a length of nothing says nothing."))
{
    return row->term == 0 &&
           (present(row->TermYears) || present(row->TermMonths) || present(row->TermWeeks) ||
            present(row->TermDays) || present(row->TermHours));
}

ROW_RULE(outcome, .code = "YJ-172", .severity = SV_QUERY, .first_year = 2022,
         FIELDS(AT(outcome, OutcomeEndDate)),
         .message = "The order ends more than a month later than its length allows.",
         .why = "Compare length and end with the court's record. A referral order begins when the "
                "contract is signed, for which 31 days are let pass; a court may also have "
                "extended the order.",
         OWN("the end contradicts the length."))
{
    return has_term(row) &&
           in_set(row->LegalOutcome, CODE_BIT(LegalOutcome, REFERRAL_ORDER) |
                                         CODE_BIT(LegalOutcome, YOUTH_REHABILITATION_ORDER)) &&
           is_before(sv_add_days(end_by_term(row), 31), day(row->OutcomeEndDate));
}

ROW_RULE(outcome, .code = "YJ-173", .severity = SV_QUERY, .first_year = 2027, .last_year = 2027,
         FIELDS(AT(outcome, LegalOutcome)),
         .message = "A reprimand after April 2013 is right only where it stands for Outcome 23.",
         .why = "Until the national system knows Outcome 23 it is sent as a reprimand. If it is "
                "not that, choose the outcome that was given.",
         PUBLISHED("a supplier's help page on Outcome 23; that it holds for 2026-27 only is "
                   "statval's reading."))
{
    return is_code(row->LegalOutcome, LegalOutcome_REPRIMAND) &&
           made_since(row, YOUTH_CAUTIONS_BEGIN);
}

ROW_RULE(
    outcome, .code = "YJ-174", .severity = SV_QUERY, .first_year = 2027, .last_year = 2027,
    FIELDS(AT(outcome, LegalOutcome)),
    .message = "A drug treatment and testing order can only stand for a youth diversion order.",
    .why = "Until the national system knows youth diversion orders they are sent so. If it is "
           "not that, choose the order that was made.",
    PUBLISHED("a supplier's help page on youth diversion orders; that it holds for 2026-27 "
              "only is statval's reading."))
{
    return is_code(row->LegalOutcome, LegalOutcome_DRUG_TREATMENT_AND_TESTING_ORDER) &&
           offence_since(row, REHABILITATION_ORDERS_BEGIN);
}
