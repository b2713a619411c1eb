/* The tables of the return: their columns, the rows of one person, and how they are written as CSV
 * and as XML.
 */
#ifndef SEN2_TABLES_H
#define SEN2_TABLES_H

#include "../iso_days.h"

#include <stddef.h>

enum { FIRST_YEAR = 2023, SEX_SINCE = 2024, REVIEWS_SINCE = 2024, DRAFTS_SINCE = 2025 };
enum { DRAFTS_REQUIRED_SINCE = 2026, LAST_YEAR = 2027 };

enum table_id {
    HEADER,
    PERSON,
    REQUESTS,
    ASSESSMENT,
    NAMED_PLAN,
    PLAN_DETAIL,
    ACTIVE_PLANS,
    PLACEMENT,
    NEED,
    TABLE_COUNT
};

/* The columns in the order of XML. Those named after a table stand for its rows. */
enum { H_COLLECTION, H_YEAR, H_REFERENCE, H_LEVEL, H_LEA, H_SOFTWARE, H_RELEASE, H_SERIAL, H_TIME };
enum { H_DMO = H_TIME + 1, H_DCO, H_DSCO };
enum { P_SURNAME, P_FORENAME, P_BIRTH, P_GENDER, P_SEX, P_ETHNICITY, P_POSTCODE, P_UPN, P_ULN };
enum { P_UNKNOWN = P_ULN + 1, P_REQUESTS };
enum { R_RECEIVED, R_SOURCE, R_RYA, R_DATE, R_OUTCOME, R_MEDIATION, R_TRIBUNAL, R_EXPORTED };
enum { R_ASSESSMENT = R_EXPORTED + 1, R_ACTIVE_PLANS };
enum { A_OUTCOME, A_DATE, A_MEDIATION, A_TRIBUNAL, A_OTHER_MEDIATION, A_OTHER_TRIBUNAL, A_WEEK20 };
enum { A_NAMED_PLAN = A_WEEK20 + 1 };
enum { N_START, N_DETAILS, N_RES, N_WBP, N_PB, N_OA, N_DP, N_CEASE, N_REASON };
enum { S_URN, S_UKPRN, S_CODE, S_OTHER, S_RANK };
enum { D_UNIT = S_RANK + 1, D_RESOURCED };
enum { L_ENTRY = S_RANK + 1, L_LEAVING, L_PATTERN, L_UNIT, L_RESOURCED, L_RES, L_WBP };
enum { V_TRANSFER, V_PLACEMENTS, V_RES, V_WBP, V_NEEDS, V_MEETING, V_OUTCOME, V_DRAFT, V_DUE };
enum { V_FINAL = V_DUE + 1, V_REVIEW };
enum { E_TYPE, E_RANK };

enum { MAX_COLUMNS = 12, MAX_ROWS = 16 };

enum column_kind { TEXT, CODE, DATE, MOMENT, YES_NO, ROWS };

struct column {
    const char *name;
    enum column_kind kind;
    enum table_id rows;        /* of kind ROWS */
    int first_year, last_year; /* 0: no limit */
};

struct table {
    const char *name; /* of the element, and in faults */
    const char *file;
    enum table_id parent;
    unsigned column_count;
    struct column columns[MAX_COLUMNS];
};

extern const struct table tables[TABLE_COUNT];

bool column_in_year(const struct column *column, int year);

struct row {
    unsigned parent; /* the row of the parent's table */
    cell cells[MAX_COLUMNS];
    cell stranger; /* an element that the return does not have: in XML only */
};

/* In place of a value: in XML the element is there and empty. */
#define EMPTY_ELEMENT "\001"

/* What the return says of one person; or its header. */
struct record {
    int year;
    unsigned counts[TABLE_COUNT];
    struct row rows[TABLE_COUNT][MAX_ROWS];
};

/* Forgets all rows. */
void record_clear(struct record *record, int year);

/* Adds a blank row below the last row of the parent's table; NULL if there is no room left, or no
 * parent. */
struct row *record_add(struct record *record, enum table_id table);

/* Removes a row and all that stands below it. */
void record_remove(struct record *record, enum table_id table, unsigned row);

/* Sets a cell of the last row, if the column is one of the year. */
void record_set(struct record *record, enum table_id table, unsigned column, const char *text);
void record_set_day(struct record *record, enum table_id table, unsigned column, day when);
const char *record_get(const struct record *record, enum table_id table, unsigned column);

/* The files of a return. */
struct writer {
    int year;
    bool xml_only;
    /* CSV has the columns of other years, too; some settings are in the second spelling in XML. */
    bool unequal;
    FILE *csv[TABLE_COUNT], *xml;
    unsigned long written[TABLE_COUNT];
    cell authority;
    unsigned depth; /* of the element at hand */
    bool in_line;
};

/* Opens DIRECTORY/this.xml, unless xml_only is set DIRECTORY/this/Blade-Export_DAY_TABLE.csv for
 * every table, and writes the header. */
bool writer_open(struct writer *writer, const char *directory, day exported,
                 const struct record *header);
void writer_put(struct writer *writer, const struct record *record);
bool writer_close(struct writer *writer);

#endif
