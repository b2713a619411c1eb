/* The records of the return: their items in the order of XML, the rows of one child, and how they
 * are written.
 */
#ifndef YJ_RECORD_H
#define YJ_RECORD_H

#include "../iso_days.h"

enum { FIRST_YEAR = 2022, SEX_SINCE = 2023, KPI_SINCE = 2024, LAST_YEAR = 2027 };

/* Those of a child in the order of XML, each before what stands in it; then those of the return. */
enum table_id {
    PERSON,
    RESIDENCE,
    CARE,
    ETE,
    SENDALN,
    MENTAL,
    SUBSTANCE,
    TRANSFER,
    OFFENCE,
    BAIL,
    OUTCOME,
    REQUIREMENT,
    HEARING,
    PROPOSAL,
    PROGRAMME,
    ACTIVITY,
    PARENTING,
    VICTIM,
    ASSET,
    LINK_HO,
    LINK_HP,
    LINK_OP,
    LINK_OV,
    LINK_PA,
    LINK_PP,
    HEADER,
    DELETED,
    BOARD,
    TABLE_COUNT
};

/* The items of the tables. Those named after a table stand for its rows. */
enum { P_ID, P_YPID, P_ORIGIN, P_PNC, P_BIRTH, P_SEX, P_GENDER, P_TERM, P_SAME, P_ETHNICITY };
enum { P_NATIONALITY = P_ETHNICITY + 1, P_LANGUAGE, P_RELIGION, P_IMMIGRATION };
enum { R_DATE, R_AREA, R_TYPE, R_SUITABILITY, R_PRIMARY, R_END };
enum { C_STATUS, C_START, C_END };
enum { E_START, E_END, E_DESCRIPTION, E_HOURS, E_OFFERED, E_TYPE, E_SUITABILITY };
enum { S_IDENTIFIED, S_PLAN, S_START, S_END };
enum { H_SCREENED, H_REFERRED, H_OFFERED, H_START, H_END, H_TYPE }; /* both tables of health */
enum { T_DATE, T_TYPE };
enum { O_ID, O_DATE, O_DESCRIPTION, O_POSTCODE, O_CODE, O_UNKNOWN, O_CATEGORY, O_SCORE, O_ARREST };
enum { O_PLEA = O_ARREST + 1, O_KNIFE, O_BREACHED, O_BAIL, O_OUTCOMES };
enum { B_STATUS, B_START, B_END };
enum { L_OUTCOME, L_LOCAL, L_DATE, L_END, L_MAIN, L_APPEALED, L_YEARS, L_MONTHS, L_WEEKS, L_DAYS };
enum { L_HOURS = L_DAYS + 1, L_REQUIREMENTS };
enum { Q_TYPE, Q_TERM, Q_MANDATED, Q_COMPLETED };
enum { G_ID, G_DATE, G_COURT, G_NAME, G_LOCAL, G_REMAND, G_LOCAL_REMAND, G_PROPOSED, G_PROPOSALS };
enum { I_ID, I_TYPE, I_LOCAL, I_START, I_END, I_COMPLETED, I_ACTIVITIES, I_VICTIM, I_HOME_START };
enum { I_HOME_END = I_HOME_START + 1 };
enum { N_ID, N_TYPE, N_START, N_PLANNED, N_ATTENDED, N_ENGAGEMENT };
enum { V_ID, V_VICTIM, V_TYPE, V_OFFERED, V_RJ, V_COMMENTED, V_SATISFACTION, V_CONSENT, V_CONTACT };
enum { V_VIEW = V_CONTACT + 1, V_ENGAGED, V_ENGAGED_START, V_ENGAGED_END, V_REQUEST };
enum { V_REQUEST_DATE = V_REQUEST + 1, V_PROVIDED, V_PROVIDED_DATE, V_SUPPORT, V_SUPPORTED };
enum { A_ID, A_DATE, A_STAGE, A_HARM, A_SAFETY, A_LIKELIHOOD, A_INDICATIVE_LIKELIHOOD, A_YOGRS };
enum { A_LEVEL = A_YOGRS + 1, A_INDICATIVE_LEVEL, A_MAPPA, A_MAPPA_LEVEL, A_IOM, A_RISKS };
enum { A_CARE = A_RISKS + 8, A_CONCERNS = A_CARE + 9, A_COUNT = A_CONCERNS + 19 };
enum { U_YOT, U_START, U_END, U_SYSTEM, U_VERSION, U_TIME, U_PART, U_PARTS };
enum { D_TYPE, D_SECTORS };

enum { MAX_COLUMNS = A_COUNT, MAX_ROWS = 200, TEXT_ROOM = 1 << 17 };

enum column_kind { TEXT, CODE, DATE, NUMBER, FLAG, ROWS };

struct column {
    const char *name;
    enum column_kind kind;
    bool required;
    enum table_id rows;        /* of kind ROWS */
    int first_year, last_year; /* 0: no limit */
};

struct table {
    const char *name; /* in faults */
    const char *element;
    const char *outer, *inner; /* elements that its rows stand in, or NULL */
    enum table_id parent;
    int first_year; /* 0: no limit */
    unsigned column_count;
    struct column columns[MAX_COLUMNS];
};

extern const struct table tables[TABLE_COUNT];

bool column_in_year(const struct column *column, int year);

/* An item that is NULL is left out; an empty text is an element without a value. */
struct row {
    unsigned parent; /* the row of the parent's table */
    const char *cells[MAX_COLUMNS];
};

/* What the return says of one child; or its header, list of deleted children and board. */
struct record {
    int year;
    unsigned counts[TABLE_COUNT];
    struct row rows[TABLE_COUNT][MAX_ROWS];
    size_t used;
    char texts[TEXT_ROOM];
};

/* Forgets all rows and texts. */
void record_clear(struct record *record, int year);

/* Copies a text for as long as the rows are there. */
const char *record_text(struct record *record, const char *text);

/* Adds a row without values below a row of the parent's table, record_add() below the last one;
 * NULL if there is no room left, no parent, or no such table in that year. */
struct row *record_add(struct record *record, enum table_id table);
struct row *record_add_below(struct record *record, enum table_id table, unsigned parent);

/* Removes a row and all that stands in it. */
void record_remove(struct record *record, enum table_id table, unsigned row);

/* Sets an item of the last row, if it is one of the year. The text must last as long as the rows.
 */
void record_set(struct record *record, enum table_id table, unsigned column, const char *text);
/* NO_DAY: left out. */
void record_set_day(struct record *record, enum table_id table, unsigned column, day when);
void record_set_number(struct record *record, enum table_id table, unsigned column,
                       unsigned long number);

/* Of the last row; NULL if there is none. */
const char *record_get(const struct record *record, enum table_id table, unsigned column);

/* Writes the beginning of a part up to its children, a child, and what follows the children. */
void write_start(const struct record *head, FILE *file);
void write_child(const struct record *child, FILE *file);
void write_end(const struct record *head, FILE *file);

#endif
