/*
 * Rule cases: small submissions as text, and which of their records a rule must find.
 * docs/rule-cases.md describes the format.
 */
#ifndef STATVAL_CASE_FILE_H
#define STATVAL_CASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include <statval/plugin.h>

#define CASE_ROWS_MAX 512
#define CASE_FIELDS_MAX 16
#define CASE_FAILS_MAX 128
#define CASE_TEXT_MAX 1024

struct case_field {
    char name[64];
    char value[CASE_TEXT_MAX];
    bool absent; /* written as -Name: leave it out */
    bool stray;  /* written as +Name: not of the return at this place */
};

struct case_row {
    char table[64];
    unsigned times;
    size_t field_count;
    struct case_field fields[CASE_FIELDS_MAX];
};

struct rule_case {
    const char *file;
    int line;
    char title[CASE_TEXT_MAX];
    int first_year; /* 0: no limit */
    int last_year;
    char period[32];             /* START..END, or empty */
    char without[CASE_TEXT_MAX]; /* names of tables that are not given, with spaces around each */
    char authority[32];          /* empty: the usual one */
    char today[32];              /* empty: the usual one */
    bool only_xml;               /* not run as CSV files, although the return may be given so */
    bool only_csv;
    size_t row_count;
    struct case_row rows[CASE_ROWS_MAX];
    size_t fail_count;
    char fails[CASE_FAILS_MAX][CASE_TEXT_MAX * 2];
    bool passes;
    bool skipped; /* the rule must be skipped */
    bool waived;  /* not a case: the rule can have no case of some kind */
};

/** Reads a case file and calls `visit` for each case. Returns false, with a message on standard
 *  error, when the file breaks the format. */
bool case_file_read(const char *path, void (*visit)(const struct rule_case *, void *context),
                    void *context);

/** Reads one row as it stands in a case file. */
bool case_row_read(const char *text, struct case_row *row);

/* What stands for {Y} and {C} in a case, and for {part} and {parts} in the header of a file. */
struct case_time {
    int year;
    sv_day day;   /* of the year, which the return counts from; SV_NONE: it has none */
    size_t part;  /* number of the XML file, from 1 */
    size_t parts; /* of the case */
};

/* Rows of a case, by their numbers: from first up to, not including, end. */
struct case_rows {
    size_t first;
    size_t end;
};

/** In how many XML files the case is written: one, and one more for each row `part` where the
 *  return knows that. */
size_t case_parts(const struct sv_plugin *plugin, const struct rule_case *rule_case);

/** The rows that are of one of these files, counted from 1; its row `part` is the first. */
struct case_rows case_rows_of(const struct sv_plugin *plugin, const struct rule_case *rule_case,
                              size_t part);

/** Replaces {Y}, {Y-1}, {Y+1}, ... by years, {C}, {C+1}, {C-14y}, {C-14y+1}, ... by days, {part}
 *  and {parts} by numbers. */
void case_expand(const char *text, const struct case_time *time, char *out, size_t size);

/** The header of a file of a case (time->part): what its own rows of the header table, and its row
 *  `part`, say, completed with the usual fields of the year. */
void case_header(const struct sv_plugin *plugin, const struct rule_case *rule_case,
                 const struct case_row *usual, const struct case_time *time,
                 struct case_row *header);

/** Whether a table is not given in the case. */
bool case_is_without(const struct rule_case *rule_case, const char *table);

#endif
