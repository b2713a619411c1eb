/* Spoils nearly every value of a person: for returns in which everything is wrong.
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

static const struct misplaced misplaced[] = {
    {PERSON, P_GENDER, "0 9 1 3"},
    {PERSON, P_SEX, "M F U"},
    {PERSON, P_ETHNICITY, "WENG BAFR BSOM REFU wbri"},
    {PERSON, P_POSTCODE, "Tolcarne QA1 1AA"},
    {PERSON, P_UPN, "A420000000000 B420000000001 I420000000000 K12 A100000000000"},
    {PERSON, P_ULN, "9999999999 1234567890 0123456789 91234567"},
    {PERSON, P_UNKNOWN, "UN1 UN8 UN9 UN10 UN4"},
    {REQUESTS, R_SOURCE, "5 1 6"},
    {REQUESTS, R_OUTCOME, "Y N A W H T"},
    {REQUESTS, R_EXPORTED, "420 XXX 886 999"},
    {ASSESSMENT, A_OUTCOME, "Y N A W H T"},
    {NAMED_PLAN, N_RES, "A B C"},
    {NAMED_PLAN, N_WBP, "A T S X"},
    {NAMED_PLAN, N_DP, "E S H I X"},
    {NAMED_PLAN, N_REASON, "1 3 4 6 8 9 10"},
    {PLAN_DETAIL, S_URN, "990201 99020 998877 0990201"},
    {PLAN_DETAIL, S_UKPRN, "19990601 29990601 1999"},
    {PLAN_DETAIL, S_CODE, "OTH EYP NEET OLA"},
    {PLAN_DETAIL, S_OTHER, "elsewhere"},
    {PLAN_DETAIL, S_RANK, "1 2 3"},
    {ACTIVE_PLANS, V_TRANSFER, "420 XXX 886 999"},
    {ACTIVE_PLANS, V_RES, "A C"},
    {ACTIVE_PLANS, V_WBP, "A X"},
    {ACTIVE_PLANS, V_OUTCOME, "M C A X"},
    {PLACEMENT, S_URN, "990201 99020 998877"},
    {PLACEMENT, S_UKPRN, "19990601 29990601"},
    {PLACEMENT, S_CODE, "NIEO EYP NEET NIEC OTH EHE"},
    {PLACEMENT, S_OTHER, "elsewhere"},
    {PLACEMENT, S_RANK, "1 1 2 3"},
    {PLACEMENT, L_PATTERN, "FT PT X"},
    {PLACEMENT, L_RES, "A C"},
    {PLACEMENT, L_WBP, "A X"},
    {NEED, E_TYPE, "ASD ASD ADHD DS"},
    {NEED, E_RANK, "1 2 3"}};

static unsigned count_words(const char *words)
{
    unsigned count = 1;

    for (; *words != '\0'; words++)
        if (*words == ' ')
            count++;
    return count;
}

static void take_word(const char *words, uint64_t *random, cell text)
{
    for (unsigned number = below(random, count_words(words)); number > 0; number--)
        words = strchr(words, ' ') + 1;
    snprintf(text, CELL_SIZE, "%.*s", (int)strcspn(words, " "), words);
}

/* Names stay. */
static void misplace(enum table_id table, unsigned column, uint64_t *random, cell text)
{
    for (unsigned i = 0; i < COUNT_OF(misplaced); i++)
        if (misplaced[i].table == table && misplaced[i].column == column)
            take_word(misplaced[i].values, random, text);
}

/* Most are days, in and around the period; in no order. */
static void spoil_day(int year, uint64_t *random, cell text)
{
    day middle = day_of(year - 1, 7, 1);
    bool unreadable = chance(random, 8);
    day when = middle - 600 + (day)below(random, 1000);

    if (unreadable)
        strcpy(text, "2021-02-30");
    else
        write_day(when, text);
}

static void spoil_answer(uint64_t *random, cell text)
{
    static const char *const answers[] = {"0", "1", "1", "1", "2"};

    strcpy(text, PICK(random, answers));
}

static void spoil_cell(struct record *r, enum table_id table, unsigned row, unsigned column,
                       uint64_t *random)
{
    const struct column *facts = &tables[table].columns[column];
    char *text = r->rows[table][row].cells[column];

    if (facts->kind == ROWS || !column_in_year(facts, r->year))
        return;
    if (chance(random, 15))
        text[0] = '\0';
    else if (facts->kind == DATE && (table != PERSON || chance(random, 20)))
        spoil_day(r->year, random, text);
    else if (facts->kind == YES_NO)
        spoil_answer(random, text);
    else
        misplace(table, column, random, text);
}

static unsigned count_below(const struct record *r, enum table_id table, unsigned parent)
{
    unsigned count = 0;

    for (unsigned i = 0; i < r->counts[table]; i++)
        if (r->rows[table][i].parent == parent)
            count++;
    return count;
}

/* So that every table has rows, most of them too many. */
static void add_rows(struct record *r)
{
    static const unsigned wanted[TABLE_COUNT] = {
        [REQUESTS] = 2,     [ASSESSMENT] = 1, [NAMED_PLAN] = 1, [PLAN_DETAIL] = 3,
        [ACTIVE_PLANS] = 1, [PLACEMENT] = 3,  [NEED] = 3};

    for (enum table_id t = REQUESTS; t < TABLE_COUNT; t++)
        for (unsigned parent = 0; parent < r->counts[tables[t].parent]; parent++)
            for (unsigned i = count_below(r, t, parent); i < wanted[t]; i++)
                record_add(r, t)->parent = parent;
}

void spoil_all(struct record *record, uint64_t *random)
{
    add_rows(record);
    for (enum table_id t = PERSON; t < TABLE_COUNT; t++)
        for (unsigned row = 0; row < record->counts[t]; row++)
            for (unsigned column = 0; column < tables[t].column_count; column++)
                spoil_cell(record, t, row, column, random);
}
