/* What the formats for build services have in common: one line of text for a finding, and one place
 * in a file. */
#ifndef STATVAL_CI_H
#define STATVAL_CI_H

#include "../report.h"

/* Room for a line. What is longer is cut off: the format json has everything. */
#define LINE_ROOM 2000

/* A text that is put together. */
struct line {
    size_t length;
    bool cut;
    char text[LINE_ROOM];
};

/** Adds a text, or a whole number. What has no room is left out, with "..." in its place. */
void line_add(struct line *line, const char *text);
void line_number(struct line *line, size_t number);

/** Adds a number of things: "1 query", "2 queries". */
void line_count(struct line *line, size_t count, const char *one, const char *many);

/** Adds what is wrong: the message, with what it cannot say behind it. */
void line_message(struct line *line, const struct report_finding *finding);

/** Adds a record and its fields: "Section47 3 (line 12) Date=2025-04-26". Without values when they
 *  are redacted. */
void line_place(struct line *line, const struct report *report, const struct report_place *place);

/** Adds whose finding it is, and where: "child C1: Section47 3 (line 12) ...". */
void line_where(struct line *line, const struct report *report,
                const struct report_finding *finding);

/** Adds why a finding is accepted, and who says so. */
void line_reason(struct line *line, const struct acceptance *acceptance);

/** Adds the numbers of findings of each kind, and how many rules ran. */
void line_summary(struct line *line, const struct report *report);

/* A place that a service can show. */
struct spot {
    const char *file;
    uint32_t line;   /* 0: the file as a whole */
    uint32_t column; /* in characters; 0: not known */
};

/** Where a finding is shown: at its first record. One about the return as a whole is shown at the
 *  first file. */
void find_spot(const struct report *report, const struct report_finding *finding,
               struct spot *spot);

/** The first file of the submission. */
const char *first_file(const struct report *report);

/** A file's name as services know it: without "./" in front. */
const char *service_path(const char *name);

/** Number of rules of the plan that were run. */
size_t rules_run(const struct report *report);

/** The rules that stand for the stages before the rules, FILE and XSD. */
struct stage_rule {
    const char *code;
    const char *message;
    const char *why;
};
extern const struct stage_rule stage_rules[];
#define STAGE_FILE 0
#define STAGE_XSD 1
#define STAGE_RULES 2

/** That of a problem. */
const struct stage_rule *stage_rule_of(const struct problem *problem);

#endif
