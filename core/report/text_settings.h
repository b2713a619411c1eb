/* The part of the report for people that tells what configuration files set. */
#ifndef STATVAL_TEXT_SETTINGS_H
#define STATVAL_TEXT_SETTINGS_H

#include "report.h"

/** Writes it; nothing when no file was read. */
void text_settings(const struct report *report, FILE *out);

#endif
