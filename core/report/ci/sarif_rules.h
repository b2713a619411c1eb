/* What a SARIF file says of the program and its rules, besides the findings. */
#ifndef STATVAL_SARIF_RULES_H
#define STATVAL_SARIF_RULES_H

#include "../buffer.h"
#include "../report.h"

/* No rule of the plan. */
#define NO_PLACE SIZE_MAX

/** The program with its rules: those of the plan in its order, then FILE and XSD. */
void sarif_write_tool(const struct report *report, struct buffer *out);

/** How the run went: which rules were not run, or not on everything. */
void sarif_write_invocation(const struct report *report, struct buffer *out);

/** The place of a rule among the rules; NO_PLACE: an earlier report has it, this one has not. */
size_t sarif_rule_place(const struct report *report, const char *code, const char *severity);

/** The level of a severity. */
const char *sarif_level(const char *severity);

#endif
