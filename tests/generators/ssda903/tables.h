/* The tables of the return: their columns, the rows of one child, and how they are written as CSV
 * and as XML.
 */
#ifndef SSDA903_TABLES_H
#define SSDA903_TABLES_H

#include "../days.h"

#include <stddef.h>

enum { FIRST_YEAR = 2023, SOCIAL_WORKERS_SINCE = 2024, SEX_LETTERS_SINCE = 2025 };
enum { OTHER_PLACEMENTS_SINCE = 2026, DOLO_SINCE = 2027, LAST_YEAR = 2027 };

enum table_id {
    HEADER,
    EPISODES,
    REVIEWS,
    UASC,
    OC2,
    OC3,
    AD1,
    PLACED,
    PERMANENCE,
    MISSING,
    SOCIAL_WORKERS,
    DOLO,
    TABLE_COUNT
};

/* The columns of every table begin with CHILD. Those after the last CSV column are in XML only. */
enum { CHILD = 0 };
enum { H_SEX = 1, H_DOB, H_ETHNIC, H_UPN, H_MOTHER, H_MC_DOB, H_UASC };
enum { E_DECOM = 1, E_RNE, E_LS, E_CIN, E_PLACE, E_PROVIDER, E_DEC, E_REC, E_REASON };
enum { E_HOME_POST = E_REASON + 1, E_PL_POST, E_URN };
enum { R_DOB = 1, R_REVIEW, R_CODE };
enum { U_SEX = 1, U_DOB, U_DUC };
enum { O_DOB = 1, O_SDQ_SCORE, O_SDQ_REASON, O_CONVICTED, O_HEALTH_CHECK, O_IMMUNISATIONS };
enum { O_TEETH_CHECK = O_IMMUNISATIONS + 1, O_HEALTH_ASSESSMENT, O_SUBSTANCE_MISUSE };
enum { O_RECEIVED = O_SUBSTANCE_MISUSE + 1, O_OFFERED };
enum { L_DOB = 1, L_IN_TOUCH, L_ACTIV, L_ACCOM };
enum { A_DOB = 1, A_DATE_INT, A_DATE_MATCH, A_FOSTER_CARE, A_NB_ADOPTR, A_SEX_ADOPTR, A_LS_ADOPTR };
enum { P_DOB = 1, P_DATE_PLACED, P_CEASED, P_REASON };
enum { PP_DOB = 1, PP_PREV_PERM, PP_LA_PERM, PP_DATE_PERM };
enum { M_DOB = 1, M_MISSING, M_START, M_END };
enum { S_DOB = 1, S_ID, S_DECOM, S_DEC, S_REASON };
enum { D_DOB = 1, D_START, D_END };

enum { MAX_COLUMNS = 13, MAX_ROWS = 40 };

enum column_kind { IDENTIFIER, BIRTH, SEX, CODE, DATE, POSTCODE, XML_ONLY };

struct column {
    const char *name;
    enum column_kind kind;
    const char *element; /* in XML, where it is not the name */
    bool mandatory;      /* in XML: written when it is blank, too */
};

struct table {
    const char *name, *file;
    const char *group; /* the element round a row, NULL if there is none */
    int first_year;    /* 0: always */
    unsigned column_count;
    struct column columns[MAX_COLUMNS];
};

extern const struct table tables[TABLE_COUNT];

struct row {
    cell cells[MAX_COLUMNS];
};

/* What a return of one year says of one child. Identifier, sex and date of birth of a row are those
 * of the child where its cells are blank. */
struct record {
    int year;
    cell child, sex, birth;
    unsigned counts[TABLE_COUNT];
    struct row rows[TABLE_COUNT][MAX_ROWS];
};

/* Forgets all rows. */
void record_clear(struct record *record, int year);

/* Adds a blank row; NULL if there is no room left. */
struct row *record_add(struct record *record, enum table_id table);

void record_remove(struct record *record, enum table_id table, unsigned row);

/* The text of a cell as it is written. */
const char *record_text(const struct record *record, enum table_id table, unsigned row,
                        unsigned column);

/* The files of one return. */
struct writer {
    int year;
    FILE *csv[TABLE_COUNT], *xml;
};

/* Opens DIRECTORY/NAME/TABLE.csv for every table of the year, and DIRECTORY/NAME.xml. */
bool writer_open(struct writer *writer, const char *directory, const char *name, int year);
void writer_put(struct writer *writer, const struct record *record);
bool writer_close(struct writer *writer);

#endif
