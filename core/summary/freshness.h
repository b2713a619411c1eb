/* How fresh and how full the records are: for each field how many values are missing, unreadable or
 * say that they are not known; for dates the latest, how many lie in the last four weeks or after
 * the period, and whether one day stands out, as it does after a move between systems. */
#ifndef STATVAL_FRESHNESS_H
#define STATVAL_FRESHNESS_H

#include "../report/report.h"

/* Days before the end of the period in which what happened may not be recorded yet. */
#define LATE_DAYS 28

/* A day that at least this many records have, and this share of them, stands out. */
#define SPIKE_LEAST 20
#define SPIKE_PERCENT 10

struct field_state {
    uint16_t table;
    uint16_t field;
    bool is_date;
    size_t records;
    size_t missing;
    size_t unreadable;
    size_t unknown;   /* codes that say that it is not known */
    sv_day latest;    /* until the end of the period; SV_NONE: no date */
    size_t late;      /* dates in the last LATE_DAYS of the period */
    size_t after;     /* dates after the period */
    sv_day commonest; /* the day that most records have; SV_NONE: no date */
    size_t common;    /* how many */
};

struct freshness {
    struct field_state *fields;
    size_t count;
};

/** Looks at every field of the tables that were given. freshness_free() it. */
void freshness_make(struct freshness *freshness, const struct check *check);
void freshness_free(struct freshness *freshness);

/** Whether one day of a field stands out. */
bool is_spike(const struct field_state *state);

#endif
