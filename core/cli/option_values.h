/* What the options set: the table of options has one of these for each. They return false for a
 * value that is not possible. */
#ifndef STATVAL_OPTION_VALUES_H
#define STATVAL_OPTION_VALUES_H

#include "options.h"

/* Words that options take, in the order of their enums. */
#define FAIL_ON_WORDS "error query never"
#define WHEN_WORDS "auto always never"

bool set_return(struct options *options, const char *value);
bool set_year(struct options *options, const char *value);
bool set_period(struct options *options, const char *value);
bool set_today(struct options *options, const char *value);
bool set_authority(struct options *options, const char *value);
bool add_previous(struct options *options, const char *value);
bool add_reference(struct options *options, const char *value);
bool set_as_portal(struct options *options, const char *value);
bool set_rules(struct options *options, const char *value);
bool set_fail_on(struct options *options, const char *value);
bool set_format(struct options *options, const char *value);
bool add_output(struct options *options, const char *value);
bool set_edition(struct options *options, const char *value);
bool add_plugin_folder(struct options *options, const char *value);
bool set_accept(struct options *options, const char *value);
bool set_config(struct options *options, const char *value);
bool set_reason(struct options *options, const char *value);
bool set_by(struct options *options, const char *value);
bool set_expires(struct options *options, const char *value);
bool set_baseline(struct options *options, const char *value);
bool set_list(struct options *options, const char *value);
bool set_flag(struct options *options, const char *value);
bool set_redact(struct options *options, const char *value);
bool set_no_redact(struct options *options, const char *value);
bool set_quiet(struct options *options, const char *value);
bool set_profile(struct options *options, const char *value);
bool set_help(struct options *options, const char *value);
bool set_colour(struct options *options, const char *value);
bool set_progress(struct options *options, const char *value);
bool set_jobs(struct options *options, const char *value);
bool set_strict(struct options *options, const char *value);
bool set_each(struct options *options, const char *value);
bool set_size_limit(struct options *options, const char *value);

/** Reads a whole number between two others. */
bool whole_number(const char *value, long least, long most, long *number);

#endif
