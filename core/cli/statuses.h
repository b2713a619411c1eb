/* What exit statuses mean, from which help and man pages are made. */
#ifndef STATVAL_STATUSES_H
#define STATVAL_STATUSES_H

#include "options.h"

struct status_meaning {
    enum status status;
    int commands; /* enum command_bit, together */
    const char *means;
};

/* In the order of the numbers. */
extern const struct status_meaning status_meanings[];
extern const size_t status_meaning_count;

#endif
