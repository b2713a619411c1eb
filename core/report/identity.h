/* Stable ids of findings, and names of subjects that can be shown to anybody. */
#ifndef STATVAL_IDENTITY_H
#define STATVAL_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../base/error.h"

/** Room for an id or a redacted name. */
#define ID_ROOM 40

struct identity;

/**
 * `redact`: subjects become keyed hashes and values are left out. The key is the environment
 * variable STATVAL_REDACT_KEY (at least 16 characters); without it, one of the user's own, kept in
 * $XDG_CONFIG_HOME/statval/redact.key and made when first needed. NULL with STATUS_REPORT when
 * there is no key. identity_free() it.
 */
struct identity *identity_new(bool redact, struct error *error);
void identity_free(struct identity *identity);

bool identity_redacts(const struct identity *identity);

/** A name for a subject that tells nothing to whoever lacks the key. */
void identity_hide(const struct identity *identity, const char *subject, char out[ID_ROOM]);

/** Begins to number findings anew: the same findings get the same ids again. */
void identity_restart(struct identity *identity);

/** The id of a finding with this content. Equal contents get ids that count up. */
void identity_number(struct identity *identity, const char *content, size_t length,
                     char out[ID_ROOM]);

#endif
