/*
 * The report as a workbook, by libxlsxwriter. Sheets are written line by line and go to files
 * without a name at once, so that memory does not grow with the number of findings.
 */
#ifndef STATVAL_XLSX_H
#define STATVAL_XLSX_H

#include <xlsxwriter.h>

#include "../cell_text.h"
#include "../report.h"

/* Sheets of one book: the findings of a return of hostile size fill a few. */
#define SHEETS_MAX 200

/* Longest name of a sheet that Excel takes. */
#define SHEET_NAME_ROOM 32

/* A column: its heading, and its width in characters; 0: it is hidden, since nothing is in it. */
struct column {
    const char *heading;
    double width;
};

/* Looks of cells. */
struct looks {
    lxw_format *heading;
    lxw_format *title;
    lxw_format *label;
    lxw_format *error;
    lxw_format *query;
    lxw_format *fine;
    lxw_format *wrapped;
    lxw_format *count;
    lxw_format *total; /* a count that stands by itself */
    lxw_format *day;
};

/* Findings without a rule: of the reading and of the schema, errors and queries of each. */
#define STAGE_ENTRIES 4

/* Counts of a rule, or of findings without one. */
struct entry_count {
    size_t findings; /* that are not explained */
    size_t fresh;    /* those of them that are new since the earlier report */
    size_t explained;
};

/* What the findings of one subject come to. */
struct subject_count {
    uint32_t errors;
    uint32_t queries;
    uint32_t fresh;
    uint32_t explained;
    uint32_t first_code; /* place of its first code + 1; 0: none */
    uint32_t last_code;
};

/* That a subject has findings of an entry. */
struct code_of {
    uint32_t entry;
    uint32_t next; /* place of the subject's next one + 1; 0: none */
};

/* What is counted while the findings are written. */
struct tally {
    struct entry_count *entries;    /* STAGE_ENTRIES, then the rules of the plan */
    struct subject_count *subjects; /* by place in the table of subjects from 1; 0: no subject */
    uint32_t subject_count;
    struct code_of *codes;
    size_t code_count;
    size_t code_capacity;
};

/* A book being written. */
struct book {
    const struct report *report;
    lxw_workbook *workbook;
    struct looks looks;
    struct cell_text text; /* the cell that is put together */
    struct tally tally;
    lxw_worksheet *sheets[SHEETS_MAX];
    size_t sheet_count;
    int failure; /* errno of the first thing that could not be written; 0: all could be */
};

/* A tab of the book that is a table: headings, then lines. It goes on in another sheet when one is
 * full. */
struct tab {
    struct book *book;
    const char *name;
    const struct column *columns;
    size_t column_count;
    lxw_worksheet *worksheet; /* NULL: it could not be made */
    lxw_row_t row;            /* of the line that is written */
    unsigned number;          /* 1, then of those in which it goes on */
};

/** Notes that the book cannot be written, for the reason in errno. */
void book_fail(struct book *book);

/* libxlsxwriter tells of errors on standard error, where statval says itself what is wrong. */
struct silence {
    FILE *told; /* standard error */
    FILE *nowhere;
};

/** Keeps what is written to `stderr` from the user, for a while. Needs no file. */
void silence_begin(struct silence *silence);

/** Ends that; errno stays. */
void silence_end(struct silence *silence);

/** A new worksheet; NULL when there can be none. */
lxw_worksheet *book_add_worksheet(struct book *book, const char *name);

void tab_begin(struct tab *tab, struct book *book, const char *name, const struct column *columns,
               size_t column_count);
void tab_end(struct tab *tab);

/** Goes to the next line. */
void tab_next(struct tab *tab);

/** Writes a cell of the line. Columns must be written from left to right, and have no cell when the
 * text is NULL, or there is no such day. */
void tab_text(struct tab *tab, size_t column, const char *text, lxw_format *look);
void tab_number(struct tab *tab, size_t column, uint32_t number);
void tab_count(struct tab *tab, size_t column, size_t count, lxw_format *look);
void tab_day(struct tab *tab, size_t column, sv_day day);

/** Writes the text that was put together in the book. */
void tab_built_text(struct tab *tab, size_t column, lxw_format *look);

/** The look of an error, or of a query. */
lxw_format *severity_look(const struct book *book, const char *severity);

/* The sheets. */
void xlsx_summary(struct book *book);
void xlsx_findings(struct book *book); /* counts them, too */
void xlsx_subjects(struct book *book);
void xlsx_rules(struct book *book);
void xlsx_not_run(struct book *book);
void xlsx_rows_read(struct book *book);
void xlsx_acceptances(struct book *book);
void xlsx_fixed(struct book *book);

/* Counting. */
void tally_begin(struct tally *tally, const struct report *report);
void tally_add(struct tally *tally, const struct report_cursor *cursor,
               const struct report_finding *finding);
void tally_free(struct tally *tally);

/** The code of an entry. */
const char *entry_code(const struct report *report, size_t entry);

/** "children": the noun with a capital, for headings and names of sheets. */
void capitalised(const char *noun, char *out, size_t size);

#endif
