/* What the options of check ask for, whether for one submission or for each of many. */
#ifndef STATVAL_CHECK_OPTIONS_H
#define STATVAL_CHECK_OPTIONS_H

#include "../report/report.h"
#include "options.h"

/** Whether what is printed is coloured. */
bool use_colour(const struct options *options);

/** Whether -o means standard output by this name: "-". */
bool is_standard_output(const char *path);

/** Whether something goes to standard output: nothing else was asked for, or this by its format or
 *  its name. */
bool prints(const struct options *options);

/** The format of a report to `path`, or of what is printed (NULL). NULL with STATUS_USAGE when
 *  there is none. */
const struct report_format *find_format(const struct options *options, const char *path,
                                        struct error *error);

/** Whether what is asked for about redaction is possible; else STATUS_USAGE. */
bool redaction_fits(const struct options *options, struct error *error);

/** The exit status that findings give: STATUS_OK or STATUS_FINDINGS. */
int exit_status(const struct report *report, enum fail_on fail_on);

/** What to check, and how. `progress` must stay valid. */
struct check_request request_from(const struct registry *registry, const struct options *options,
                                  const struct progress *progress);

/** Makes ready what reports rest on: ids, acceptances, the earlier report. report_request_close()
 * it in either case. */
bool report_request_open(struct report_request *request, const struct options *options,
                         struct error *error);
void report_request_close(struct report_request *request);

/** Whether the earlier report is of the same return as the check, and redacted alike. */
bool baseline_fits(const struct report_request *request, const struct check *check,
                   struct error *error);

#endif
