/*
 * The HTML report: one file that needs no network, to be read with or without JavaScript. Without
 * it the page has the verdict, the charts, the rules and the first findings of each; with it all
 * findings can be filtered and every record of a child be seen. What the scripts work on stands in
 * the page as JSON.
 */
#ifndef STATVAL_HTML_H
#define STATVAL_HTML_H

#include "../buffer.h"
#include "../report.h"

/* Groups of findings of reading and of the schema, which have no rule: FILE and XSD, as errors and
 * as queries. They are entries like the rules. */
#define STAGE_ENTRIES 4

/* Most months that the chart of months has a column for. */
#define MONTHS_MAX 24

/* Numbers of findings that are not explained. */
struct html_bar {
    size_t errors;
    size_t queries;
};

/* A rule, or a group of findings without one. */
struct html_entry {
    const char *code;
    const char *message;
    const char *why;
    const struct sv_rule *rule; /* NULL: there is none */
    uint8_t severity;
    bool cut;      /* one record has more findings than are kept */
    size_t number; /* among the entries that the page has, from 0 */
    size_t findings;
    size_t explained;
    size_t fresh; /* new since the earlier report */
    size_t subjects;
};

/* What one walk through the findings tells of them all. */
struct html_survey {
    struct html_entry *entries; /* the groups, then the rules of the plan */
    size_t entry_count;
    struct html_bar *tables; /* by table of the plugin; the last: of no table */
    struct html_bar months[MONTHS_MAX];
    struct html_bar before; /* of records whose date is before the period, after it, or missing */
    struct html_bar after;
    struct html_bar undated;
    int first_month; /* as year * 12 + month - 1 */
    size_t month_count;
    bool *subjects; /* by place in the table of subjects: has findings */
    uint32_t subject_count;
};

struct page {
    const struct report *report;
    struct html_survey survey;
    struct buffer out;
};

void html_survey_make(struct html_survey *survey, const struct report *report);
void html_survey_free(struct html_survey *survey);

/** The place of a finding's entry. */
size_t html_entry_of(const struct report_cursor *cursor, const struct report_finding *finding);

/** Whether the page has an entry: there are findings of it. */
bool html_has_entry(const struct html_entry *entry);

/** The record that a finding points at, and which of its fields; NULL: none. */
const struct sv_row *html_location(const struct report_finding *finding, size_t number,
                                   uint64_t *fields);

/** The file that a place of a finding is in. */
uint16_t html_file_of(const struct report_finding *finding, size_t number);

/** Whether other files of the same submission hold the same tables, so that the table alone does
 *  not say which file is meant. */
bool html_is_one_of_several(const struct report *report, uint16_t file);

/** Place of the subject that a finding is about, in the table of subjects, from 1; 0: none. */
uint32_t html_subject_of(const struct html_survey *survey, const struct report_finding *finding);

/* Text. All of it is escaped: nothing that stands in a file becomes a tag or ends a script. */

/** Adds text. Control characters and bytes that are no UTF-8 become U+FFFD. */
void html_text(struct buffer *out, const char *text);

/** Adds text that stands by itself whatever direction it is written in: a value, a name. */
void html_isolated(struct buffer *out, const char *text);

/** Adds a value, or what stands for it. Long ones are cut. */
void html_value(struct buffer *out, const struct report *report, const char *value);

/** Adds an element with a text in it. `tag` may have attributes: "p class=\"why\"". */
void html_element(struct buffer *out, const char *tag, const char *text);

/** Adds a number, e.g. 12,345, or a number of things, e.g. 1 finding. */
void html_number(struct buffer *out, size_t number);
void html_count(struct buffer *out, size_t number, const char *one, const char *many);

/** Adds a day, e.g. 31 March 2026. */
void html_day(struct buffer *out, sv_day day);

/** "Jan" to "Dec", for 0 to 11. */
const char *html_month_name(int month);

/** Adds a JSON string that may stand in a script element; NULL: 0, which is shorter than null. */
void html_json(struct buffer *out, const char *text);

/** Adds the id of an entry in the page: "error-8925". */
void html_entry_id(struct buffer *out, const struct html_entry *entry);

/* Pieces that pages are made of. */

/** The head of a page and what ends it. `scripted`: the scripts of the report are in it. */
void html_begin(struct buffer *out, const char *title, bool scripted);
void html_end(struct buffer *out, bool scripted);

/** A number with its name and what it means, in a <dl class="numbers">. `kind` is its class. */
void html_tile(struct buffer *out, const char *kind, size_t number, const char *name,
               const char *what);

/** A piece of a bar that lies or stands, from `start` on, of a bar of length `most`. `kind` is its
 *  class. */
void html_lying(struct buffer *out, const char *kind, size_t start, size_t length, size_t most);
void html_standing(struct buffer *out, const char *kind, size_t start, size_t length, size_t most);

/** The pattern of hatched bars; once in a page. */
void html_hatch(struct buffer *out);

/** "error" or "query" in a frame. */
void html_badge(struct buffer *out, const char *severity);

/** A table of rules that have no findings. */
void html_rule_list_begin(struct page *page);
void html_rule_list_add(struct page *page, const struct planned_rule *planned);
void html_rule_list_end(struct page *page);

/* The parts of the page, in their order. */
void html_verdict(struct page *page);
void html_checked(struct page *page);
void html_charts(struct page *page);
void html_rules(struct page *page);
void html_known(struct page *page);
void html_not_run(struct page *page);
void html_passed(struct page *page);
void html_data(struct page *page);
void html_records(struct page *page);

/** Adds a row of a table of findings. */
void html_finding(struct page *page, const struct html_entry *entry,
                  const struct report_finding *finding);

/** Adds the heading of such a table. */
void html_finding_heading(struct page *page);

#endif
