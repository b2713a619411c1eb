/* Notes about each child and placement what rules ask again and again; see records.h. */
#ifndef SSDA903_PREPARE_H
#define SSDA903_PREPARE_H

#include "records.h"

/** For sv_plugin.prepare. */
void prepare_ssda903(const struct sv_context *ctx);

/** For sv_plugin.prepare_subject. */
void prepare_ssda903_child(const struct sv_context *ctx, const struct sv_row *child);

#endif
