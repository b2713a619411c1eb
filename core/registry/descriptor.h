/* Whether a plugin's descriptor can be trusted to be one. */
#ifndef STATVAL_DESCRIPTOR_H
#define STATVAL_DESCRIPTOR_H

#include <stdbool.h>
#include <stddef.h>

#include <statval/plugin.h>

/** Longest message of a rule. */
#define MESSAGE_MAX 140

/** Checks magic, ABI version and size, and then that everything in the descriptor refers to
 *  something that is there. Writes the reason (REASON_MAX bytes) when it does not fit. */
bool descriptor_fits(const struct sv_plugin *plugin, char *reason);

/** Whether no rule is there twice for one year and severity; the rules stand in the order of their
 *  codes. Writes the reason (REASON_MAX bytes) when one is. */
bool rules_differ(const struct sv_rule *const *rules, size_t count, char *reason);

#endif
