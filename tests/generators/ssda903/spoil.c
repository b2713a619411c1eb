/* Spoils nearly every value of a child: for returns in which everything is wrong.
 *
 * Never two random draws in one expression: see care.c.
 */
#include "faults.h"

#include <string.h>

/* Codes that are valid, but hardly where they are put. */
struct misplaced {
    enum table_id table;
    unsigned column;
    const char *codes; /* separated by spaces */
};

static const struct misplaced misplaced[] = {
    {HEADER, H_UPN, "UN1 UN4 UN2"},
    {HEADER, H_MOTHER, "0 1"},
    {EPISODES, E_RNE, "S L P T B U"},
    {EPISODES, E_LS, "C1 C2 E1 V2 V3 V4 L1 L2 L3 J1 J2"},
    {EPISODES, E_CIN, "N1 N5"},
    {EPISODES, E_PLACE, "A3 A5 A6 K1 P1 P3 R2 R5 S1 T0 T1 T3 T4 U1 U4"},
    {EPISODES, E_PROVIDER, "PR0 PR1 PR2 PR3 PR4 PR5"},
    {EPISODES, E_REC, "X1 E11 E12 E2 E3 E45 E5 E7 E15 E17"},
    {EPISODES, E_REASON, "CUSTOD CARPL"},
    {EPISODES, E_HOME_POST, "QX1_0AA QT1_0AA QQ9_9ZZ QA1_0AA"},
    {EPISODES, E_PL_POST, "QZ1_0AA QN1_0AA QS1_0AA QA1_0AA QC1_0AA"},
    {EPISODES, E_URN, "XXXXXXX 9999999 9900303 9900901 9900903"},
    {REVIEWS, R_CODE, "PN0 PN1"},
    {OC2, O_SDQ_SCORE, "41 12 5"},
    {OC2, O_SDQ_REASON, "SDQ1 SDQ2"},
    {OC3, L_IN_TOUCH, "YES DIED RHOM"},
    {OC3, L_ACTIV, "0 F1"},
    {OC3, L_ACCOM, "0 T1 Z1"},
    {AD1, A_FOSTER_CARE, "0 1"},
    {AD1, A_NB_ADOPTR, "1 2"},
    {AD1, A_SEX_ADOPTR, "M1 F1 MM MF"},
    {AD1, A_LS_ADOPTR, "L0 L11 L12 L2 L3 L4"},
    {PLACED, P_REASON, "RD1 RD4"},
    {PERMANENCE, PP_PREV_PERM, "Z1 P1"},
    {PERMANENCE, PP_LA_PERM, "000 330"},
    {MISSING, M_MISSING, "M A"},
    {SOCIAL_WORKERS, S_ID, "AB1 SW1"},
    {SOCIAL_WORKERS, S_REASON, "MANAGE FCONTA"}};

/* One of the words of the list, with its underscores as spaces. */
static void take_word(const char *words, unsigned number, char *text)
{
    for (; number > 0; number--)
        words = strchr(words, ' ') + 1;
    size_t length = strcspn(words, " ");

    for (size_t i = 0; i < length; i++)
        text[i] = words[i] == '_' ? ' ' : words[i];
    text[length] = '\0';
}

static unsigned count_words(const char *words)
{
    unsigned count = 1;

    for (; *words != '\0'; words++)
        if (*words == ' ')
            count++;
    return count;
}

static void misplace(enum table_id table, unsigned column, uint64_t *random, char *text)
{
    for (unsigned i = 0; i < COUNT_OF(misplaced); i++)
        if (misplaced[i].table == table && misplaced[i].column == column)
            take_word(misplaced[i].codes, below(random, count_words(misplaced[i].codes)), text);
}

static void spoil_code(enum table_id table, unsigned column, uint64_t *random, char *text)
{
    strcpy(text, "X9");
    if (chance(random, 70))
        misplace(table, column, random, text);
}

/* Most are days, in and around the two years; in no order. */
static void spoil_day(int year, uint64_t *random, char *text)
{
    day middle = day_of(year - 1, 4, 1);
    bool unreadable = chance(random, 12);
    day when = middle - 500 + (day)below(random, 1000);

    if (unreadable)
        strcpy(text, "31/02/2024");
    else
        format_day(when, text);
}

/* XML has no row of OC3 or AD1 without any value, so that their first value is always there. */
static bool may_be_blank(enum table_id table, unsigned column)
{
    return tables[table].columns[column].kind != XML_ONLY &&
           !((table == OC3 && column == L_IN_TOUCH) || (table == AD1 && column == A_DATE_INT));
}

static void spoil_cell(struct record *r, enum table_id table, unsigned row, unsigned column,
                       uint64_t *random)
{
    char *text = r->rows[table][row].cells[column];
    enum column_kind kind = tables[table].columns[column].kind;

    if (chance(random, 12) && may_be_blank(table, column))
        text[0] = '\0';
    else if (kind == CODE || kind == POSTCODE)
        spoil_code(table, column, random, text);
    else if (kind == DATE)
        spoil_day(r->year, random, text);
}

/* So that every table has something wrong in it. The flag of a child with a row in UASC is 1. */
static void add_rows(struct record *r)
{
    static const unsigned wanted[TABLE_COUNT] = {
        [EPISODES] = 2, [REVIEWS] = 2, [UASC] = 1,    [OC2] = 1,        [OC3] = 1,
        [AD1] = 1,      [PLACED] = 2,  [MISSING] = 2, [PERMANENCE] = 1, [SOCIAL_WORKERS] = 2,
        [DOLO] = 2};

    for (enum table_id t = HEADER; t < TABLE_COUNT; t++)
        while (r->year >= tables[t].first_year && r->counts[t] < wanted[t])
            record_add(r, t);
    strcpy(r->rows[HEADER][0].cells[H_UASC], "1");
}

void spoil_all(struct record *record, uint64_t *random)
{
    add_rows(record);
    if (chance(random, 50))
        strcpy(record->sex, "X");
    if (chance(random, 10))
        strcpy(record->birth, "31/02/2010");
    for (enum table_id t = HEADER; t < TABLE_COUNT; t++)
        for (unsigned row = 0; row < record->counts[t]; row++)
            for (unsigned column = 0; column < tables[t].column_count; column++)
                spoil_cell(record, t, row, column, random);
}
