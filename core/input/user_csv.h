/* Small CSV files that people write: acceptances, populations, published figures. The first line
 * names the columns, in any order; other columns are left alone. */
#ifndef STATVAL_USER_CSV_H
#define STATVAL_USER_CSV_H

#include <statval/date.h>

#include "../base/error.h"
#include "../base/memory.h"

#define USER_CSV_COLUMNS_MAX 16

struct user_csv_format {
    const char *what; /* for messages: "acceptances" */
    const char *const *columns;
    size_t column_count;
    unsigned required;  /* bit n: column n is needed */
    const char *needed; /* for messages: "the columns rule, subject and reason are needed" */
};

/* A line while it is read. */
struct user_csv_line;

/** Takes a line in. False when it is not right, after user_csv_refuse(). */
typedef bool user_csv_take(struct user_csv_line *line, void *context);

/** Reads a file, line by line. Fails with STATUS_USAGE, naming file and line. */
bool user_csv_read(const char *path, const struct user_csv_format *format, struct arena *texts,
                   user_csv_take *take, void *context, struct error *error);

/** Number of the line, as a spreadsheet shows it. */
unsigned user_csv_number(const struct user_csv_line *line);

/** The trimmed text of a cell, cut from `texts`; "" when there is none. The apostrophe that keeps a
 *  spreadsheet from taking a text for a formula is left out. */
const char *user_csv_cell(struct user_csv_line *line, size_t column);

/** The date in a cell: CCYY-MM-DD, or DD/MM/CCYY as spreadsheets make of it; SV_NONE when it is
 *  empty. False when it is none. */
bool user_csv_date(struct user_csv_line *line, size_t column, sv_day *day);

/** Says what is wrong with the line. Returns false. */
bool user_csv_refuse(struct user_csv_line *line, const char *what);

#endif
