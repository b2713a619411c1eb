/* Spoils nearly every value of a child: for returns in which everything is wrong.
 *
 * Never two random draws in one expression: their order is not defined.
 */
#include "faults.h"

#include <string.h>

/* Values that are valid, but hardly where they are put; and some that are wrong. */
struct misplaced {
    enum table_id table;
    unsigned column;
    const char *values; /* separated by spaces */
};

#define FEW_TERMS "0 0 1 40 900"

static const struct misplaced misplaced[] = {
    {PERSON, P_ORIGIN, "N/A A1"},
    {PERSON, P_PNC, "2021/17 99/2000002Q 1999/2000002Q 20/7A"},
    {PERSON, P_SEX, "0 9 1"},
    {PERSON, P_GENDER, "2 9"},
    {PERSON, P_SAME, "NO NOT_KNOWN"},
    {PERSON, P_ETHNICITY, "INFORMATION_NOT_OBTAINABLE MARTIAN"},
    {RESIDENCE, R_AREA, "LOCAL OTHER LOCAL"},
    {RESIDENCE, R_TYPE, "YOI NO_FIXED_ABODE INDEPENDENT_LIVING SECURE_SCHOOL IGLOO"},
    {RESIDENCE, R_SUITABILITY, "SUITABLE UNKNOWN"},
    {CARE, C_STATUS, "CARE_ORDER EARLY_HELP_PLAN EARLY_HELP_REFERRAL NONE"},
    {ETE, E_TYPE, "NONE UNIVERSITY SCHOOL_FULL_TIME PART_TIME_EMPLOYMENT"},
    {SENDALN, S_IDENTIFIED, "NO YES"},
    {SENDALN, S_PLAN, "YES"},
    {MENTAL, H_TYPE, "NO_INTERVENTION GETTING_HELP"},
    {SUBSTANCE, H_TYPE, "NO_INTERVENTION COMPLEX_CARE"},
    {TRANSFER, T_TYPE, "TRANSFER_OUT TRANSFER_IN CARETAKING_IN_END CARETAKING_OUT_END"},
    {OFFENCE, O_POSTCODE, "NOWHERE QQ"},
    {OFFENCE, O_CODE, "T9 TH99001"},
    {OFFENCE, O_CATEGORY, "NOT_KNOWN BREACH_OF_STATUTORY_ORDER ROBBERY PIRACY"},
    {OFFENCE, O_SCORE, "0 9 6 8"},
    {OFFENCE, O_PLEA, "GUILTY NOT_GUILTY NO_PLEA"},
    {OFFENCE, O_KNIFE, "NOT_KNOWN"},
    {OFFENCE, O_BREACHED, "0-P9"},
    {BAIL, B_STATUS, "REFUSED NOT_KNOWN"},
    {OUTCOME, L_OUTCOME,
     "OTHER OUTCOME_23 FINAL_WARNING CURFEW_ORDER SECTION_259 SECTION_228 REPARATION_ORDER "
     "DETENTION_AND_TRAINING_ORDER REFERRAL_ORDER YOUTH_REHABILITATION_ORDER YOUTH_CAUTION "
     "CONDITIONAL_DISCHARGE SECTION_226_B"},
    {OUTCOME, L_MAIN, "MAIN MAIN OTHER"},
    {OUTCOME, L_YEARS, FEW_TERMS},
    {OUTCOME, L_MONTHS, FEW_TERMS},
    {OUTCOME, L_WEEKS, "0"},
    {OUTCOME, L_DAYS, "0"},
    {OUTCOME, L_HOURS, "0"},
    {REQUIREMENT, Q_TYPE, "UNPAID_WORK INTENSIVE_FOSTERING CURFEW"},
    {REQUIREMENT, Q_MANDATED, "20 80.5 500"},
    {REQUIREMENT, Q_COMPLETED, "90 600"},
    {HEARING, G_COURT, "YOUTH_COURT OTHER"},
    {HEARING, G_REMAND,
     "COURT_ORDERED_SECURE_REMAND REMAND_TO_YOUTH_DETENTION_ACCOMMODATION NOT_KNOWN "
     "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION"},
    {PROGRAMME, I_TYPE,
     "NOT_KNOWN YOUTH_CONDITIONAL_CAUTION REFERRAL_ORDER DTO_LICENCE DTO_CUSTODY"},
    {PROGRAMME, I_VICTIM, "YES NO"},
    {PARENTING, N_ATTENDED, "99"},
    {PARENTING, N_PLANNED, "3"},
    {VICTIM, V_VICTIM, "W1 W2"},
    {VICTIM, V_RJ, "NONE OTHER"},
    {VICTIM, V_SATISFACTION, "NEITHER"},
    {VICTIM, V_CONSENT, "NO YES NOT_KNOWN"},
    {VICTIM, V_VIEW, "YES"},
    {VICTIM, V_ENGAGED, "YES NO"},
    {VICTIM, V_REQUEST, "NO YES"},
    {VICTIM, V_PROVIDED, "YES"},
    {VICTIM, V_SUPPORT, "NO"},
    {VICTIM, V_SUPPORTED, "YES"},
    {ASSET, A_STAGE, "REVIEW LATER"}};

static unsigned count_words(const char *words)
{
    unsigned count = 1;

    for (; *words != '\0'; words++)
        if (*words == ' ')
            count++;
    return count;
}

static const char *take_word(struct record *r, const char *words, uint64_t *random)
{
    char word[100] = "";

    for (unsigned number = below(random, count_words(words)); number > 0; number--)
        words = strchr(words, ' ') + 1;
    snprintf(word, sizeof(word), "%.*s", (int)strcspn(words, " "), words);
    return record_text(r, word);
}

/* NULL: nothing in particular. */
static const char *words_for(enum table_id table, unsigned column)
{
    for (unsigned i = 0; i < COUNT_OF(misplaced); i++)
        if (misplaced[i].table == table && misplaced[i].column == column)
            return misplaced[i].values;
    return NULL;
}

/* Around the quarter, some in the future; more seldom long ago. */
static const char *spoil_day(struct record *r, uint64_t *random)
{
    unsigned kind = below(random, 10);
    int year = kind == 0 ? 2007 : kind == 1 ? r->year + 2 : r->year - 1;
    day when = between(random, day_of(year, 1, 1), day_of(year, 12, 31));
    cell text = "";

    if (kind == 2)
        return "1900-01-01";
    write_day(when, text);
    return record_text(r, text);
}

static const char *spoil_value(struct record *r, enum table_id table, unsigned column,
                               const char *value, uint64_t *random)
{
    const struct column *facts = &tables[table].columns[column];
    const char *words = words_for(table, column);

    if (words != NULL)
        return take_word(r, words, random);
    if (!facts->required && chance(random, 25))
        return NULL;
    if (facts->kind == DATE && (table != PERSON || chance(random, 20)))
        return spoil_day(r, random);
    if (facts->kind == FLAG)
        return chance(random, 50) ? "1" : "false";
    if (facts->kind == NUMBER && table == ETE)
        return chance(random, 50) ? "0" : "65";
    return value;
}

/* So that every table has rows, and some twice the same. */
static void add_rows(struct record *r)
{
    for (enum table_id t = RESIDENCE; t <= LINK_PP; t++) {
        unsigned count = r->counts[t];
        const struct row *last = count > 0 ? &r->rows[t][count - 1] : NULL;
        struct row *added = NULL;

        if (t == ACTIVITY || r->counts[tables[t].parent] == 0)
            continue;
        added = record_add_below(r, t, last != NULL ? last->parent : 0);
        if (added != NULL && last != NULL)
            *added = *last;
    }
}

static const char *invent(enum table_id table, unsigned column)
{
    switch (tables[table].columns[column].kind) {
    case DATE:
        return "2019-05-05";
    case CODE:
        return "NOT_KNOWN";
    case NUMBER:
        return "1";
    default:
        return "0-X1";
    }
}

void spoil_all(struct record *record, uint64_t *random)
{
    add_rows(record);
    for (enum table_id t = PERSON; t <= LINK_PP; t++)
        for (unsigned i = 0; i < record->counts[t]; i++)
            for (unsigned j = 0; j < tables[t].column_count; j++) {
                const struct column *column = &tables[t].columns[j];
                const char **text = &record->rows[t][i].cells[j];

                if (column->kind == ROWS || !column_in_year(column, record->year))
                    continue;
                if (*text == NULL && column->required)
                    *text = invent(t, j);
                *text = spoil_value(record, t, j, *text, random);
            }
}
