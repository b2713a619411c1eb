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

/** Writes a case: as XML, or, for returns that may be given so, as CSV files. case_close() it.
 *  False, with a message, when a row does not fit the layout. */
bool case_write(struct case_submission *submission, const struct sv_plugin *plugin,
                const struct rule_case *rule_case, const struct case_row *header, int year);

void case_close(struct case_submission *submission);

#endif
