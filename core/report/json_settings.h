/* The member of the JSON report that tells what configuration files set. */
#ifndef STATVAL_JSON_SETTINGS_H
#define STATVAL_JSON_SETTINGS_H

#include "buffer.h"
#include "report.h"

/** Adds it, with what separates it from the next member; nothing when no file was read. */
void json_settings(const struct report *report, struct buffer *out);

#endif
