/* A rule case as the files of a submission, in memory. */
#ifndef STATVAL_CASE_SUBMISSION_H
#define STATVAL_CASE_SUBMISSION_H

#include "../../core/check.h"
#include "case_file.h"

#define CASE_PATHS_MAX 64

struct case_submission {
    FILE *files[CASE_PATHS_MAX]; /* all that follow */
    size_t count;
    char room[CASE_PATHS_MAX][64];
    const char *own[CASE_PATHS_MAX];
    size_t own_count;
    const char *previous[CASE_PATHS_MAX];
    size_t previous_count;
    struct reference_request references[4];
    size_t reference_count;
};

/* How a case is written. */
enum case_form { CASE_XML, CASE_CSV };

/** Whether a case is run in a form: in XML and in CSV files whose records are linked by keys, where
 *  the return knows them; else in CSV files, where it knows those; else in XML. The case itself may
 *  ask for one of them. */
bool case_has_form(const struct sv_plugin *plugin, const struct rule_case *rule_case,
                   enum case_form form);

/** Writes a case. case_close() it. False, with a message, when a row does not fit the layout. */
bool case_write(struct case_submission *submission, const struct sv_plugin *plugin,
                const struct rule_case *rule_case, const struct case_row *header,
                const struct case_time *time, enum case_form form);

void case_close(struct case_submission *submission);

#endif
