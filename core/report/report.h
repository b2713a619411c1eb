/*
 * What report writers see: the outcome of a check, ready to be told. Writers know findings, not
 * how they came about.
 */
#ifndef STATVAL_REPORT_H
#define STATVAL_REPORT_H

#include <stdio.h>

#include "../check.h"
#include "../config/configuration.h"
#include "../model/values.h"
#include "acceptances.h"
#include "baseline.h"
#include "identity.h"

/* One value that a finding points at. */
struct report_field {
    const char *name;
    const char *value; /* NULL: missing, or redacted */
    char room[VALUE_ROOM];
};

/* One record that a finding points at. */
struct report_place {
    const char *table; /* NULL: no record */
    uint32_t row;
    const char *file;
    uint32_t line;
    uint32_t column;      /* in bytes of UTF-8 */
    bool column_is_exact; /* it is in characters, too */
    uint32_t sheet_row;   /* that a spreadsheet shows; 0: not of a CSV file */
    size_t field_count;
    size_t derived_count;
    struct report_field fields[64];  /* as the file has them */
    struct report_field derived[64]; /* worked out from the file and reference data */
};

/* What an earlier report says of a finding. */
enum report_state {
    STATE_UNKNOWN,  /* there is no earlier report */
    STATE_NEW,      /* it does not have the finding */
    STATE_UNCHANGED /* it has it */
};

/* One finding as it is told. */
struct report_finding {
    char id[ID_ROOM];
    const char *stage;
    const char *code;
    const char *severity;
    const char *message;
    const char *detail;  /* what the message cannot say; NULL: nothing */
    const char *level;   /* "item" or "return" */
    const char *subject; /* NULL: of no subject, or without a name */
    char subject_room[ID_ROOM];
    const struct acceptance *acceptance; /* why it is accepted; NULL: it is not */
    uint8_t state;                       /* enum report_state */
    size_t place_count;
    const struct location *locations; /* of the rules stage */
    const struct problem *problem;    /* of the schema stage */
};

struct rule_count {
    size_t findings; /* that are not explained */
    size_t subjects; /* with such findings */
    size_t explained;
};

struct report {
    const struct check *check;
    const char *version;
    struct identity *identity;       /* ids and redaction */
    struct identity *plain;          /* ids without redaction, which acceptances know */
    struct identity *redacting;      /* for formats that redact by themselves; NULL: none does */
    struct acceptances *acceptances; /* findings that are accepted; NULL: none were given */
    struct baseline *baseline;       /* ids of an earlier report; NULL: none was given */
    const struct configuration *configuration; /* NULL: no configuration file was read */
    bool queries_fail;                         /* queries, too, make the run fail */
    int *failure; /* errno of a format that could not be made, whatever the stream says; or NULL */
    size_t new_findings; /* that are not explained, and that the earlier report has not */
    size_t explained;    /* accepted findings; all other counts are without them */
    size_t errors;
    size_t queries;
    size_t schema_errors;
    size_t schema_queries;    /* of reading, too */
    struct rule_count *rules; /* by rule of the plan */
};

/** Walks the findings: those of the schema stage first, in the order of the file, then those of
 *  the rules. */
struct report_cursor {
    size_t problem;
    struct cursor cursor;
};

/* What a report rests on besides the check itself. */
struct report_request {
    struct identity *identity;                 /* gives ids, and redacts */
    struct identity *plain;                    /* gives ids without redaction; may be the same */
    struct identity *redacting;                /* for formats that redact by themselves; or NULL */
    struct acceptances *acceptances;           /* or NULL */
    struct baseline *baseline;                 /* or NULL */
    const struct configuration *configuration; /* or NULL */
    bool queries_fail;                         /* queries, too, make the run fail */
};

/** Makes a report of a check that was run. report_free() it. */
void report_make(struct report *report, const struct check *check,
                 const struct report_request *request);
void report_free(struct report *report);

/** The next finding; false at the end. Begin with a cursor of zeros. */
bool report_next(const struct report *report, struct report_cursor *cursor,
                 struct report_finding *finding);

/** Fills in a place of a finding, counted from 0. */
void report_place(const struct report *report, const struct report_finding *finding, size_t number,
                  struct report_place *place);

/** The name of the subject that a record belongs to, redacted if the report is; NULL: it has none.
 *  `room` may be used. */
const char *report_subject(const struct report *report, const struct sv_row *row,
                           char room[ID_ROOM]);

/** Number of subjects, and of records of a table. */
uint32_t report_rows(const struct report *report, size_t table);

/** Number of subjects of this year's return. */
uint32_t report_subjects(const struct report *report);

/** Whether a table is told of: given, no reference data, not made of keys. */
bool report_has_table(const struct report *report, size_t table);

/** The authority's code in the header, else the one asked for, or NULL. */
const char *report_authority(const struct report *report, char room[VALUE_ROOM]);

/** The next setting of the configuration files that the check had a use for: not reference data of
 *  another return. NULL at the end. Begin with *place = 0. */
const struct setting *report_setting(const struct report *report, size_t *place);

/** "error" or "query". */
const char *severity_name(uint8_t severity);

/** "new" or "unchanged". */
const char *state_name(uint8_t state);

/** Why a line of the acceptances accepts nothing, though its rule ran; NULL: it does, or nobody can
 *  tell. */
const char *report_stale(const struct report *report, const struct acceptance *line);

/** Whether the earlier report is not redacted, but this one is: ids and subjects of the earlier one
 *  must not be told. */
bool report_baseline_differs(const struct report *report);

/** How many findings of the earlier report are not in this one. */
size_t report_fixed(const struct report *report);

/** The path of a record in its file, e.g. /Message/Children/Child[3]/CINdetails[1]. */
void report_path(const struct report *report, const struct sv_row *row, char *out, size_t size);

struct buffer;

/** Adds the member "submission" of a JSON document: what was read, and what it rests on. */
void report_json_submission(const struct report *report, struct buffer *out);

/* The formats. */
struct report_format {
    const char *name;
    const char *ending; /* of a file name, with the dot */
    const char *about;
    void (*write)(const struct report *report, FILE *out, bool colour);
    bool redacts; /* by itself: it is for services where others read it */
};

extern const struct report_format report_formats[];
extern const size_t report_format_count;

/** The format of that name, or of a file name's ending (the longest that fits); NULL: none. */
const struct report_format *report_format_named(const char *name);
const struct report_format *report_format_of_file(const char *path);

/** Whether a format is known, but left out of this build: by its name, or the ending of a file. */
bool report_format_is_left_out(const char *name);

/** Whether a format is nothing for a terminal. */
bool report_format_is_binary(const struct report_format *format);

/** Room for the endings of all formats. */
#define ENDINGS_ROOM 256

/** The endings of all formats, for messages: ".txt, .json or .csv". */
void report_endings(char *out, size_t size);

void report_write_text(const struct report *report, FILE *out, bool colour);
void report_write_json(const struct report *report, FILE *out, bool colour);
void report_write_jsonl(const struct report *report, FILE *out, bool colour);
void report_write_csv(const struct report *report, FILE *out, bool colour);
void report_write_html(const struct report *report, FILE *out, bool colour);
void report_write_sarif(const struct report *report, FILE *out, bool colour);
void report_write_junit(const struct report *report, FILE *out, bool colour);
void report_write_github(const struct report *report, FILE *out, bool colour);
void report_write_gitlab(const struct report *report, FILE *out, bool colour);
void report_write_xlsx(const struct report *report, FILE *out, bool colour);

#endif
