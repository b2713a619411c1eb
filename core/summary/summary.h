/*
 * The headline figures of a return: what becomes of each measure of the plugin, and whether stocks
 * and flows agree. One walk through the records of each table; every record is asked once for each
 * measure on its table.
 */
#ifndef STATVAL_SUMMARY_H
#define STATVAL_SUMMARY_H

#include <statval/measure.h>

#include "../report/report.h"

/* Months that a stock is followed over, at most. */
#define SUMMARY_MONTHS_MAX 24

/* What became of a subject in a measure. */
enum { MEMBER_APART, MEMBER_AMONG, MEMBER_COUNTED };

struct member {
    uint8_t part;     /* the highest of its records */
    uint32_t records; /* that are counted */
    uint32_t mark;    /* differs when the bands of its records do */
};

/* One measure, and what became of it. */
struct figure {
    const struct sv_measure *measure;
    const char *skipped;   /* why there is no figure; NULL: there is one */
    sv_day last;           /* the day as at which it is, or the last of its period */
    size_t counted;        /* records */
    size_t among;          /* records of the denominator, the counted ones with them */
    size_t subjects;       /* that have counted records */
    size_t subjects_among; /* that have records in the denominator */
    size_t nobodys;        /* counted records of no subject */
    int64_t sum;           /* of the amounts of the counted records */
    int64_t sum_of;        /* of what they are of */
    int32_t *values;       /* amounts, where quartiles are asked for; in order at the end */
    size_t value_capacity;
    size_t **bands;         /* by breakdown, by band: counted records; the last: not recorded */
    size_t **band_wholes;   /* records among, of breakdowns with shares of their own; else NULL */
    struct member *members; /* by number of the subject; NULL: not asked for */
};

/* A stock, and whether it adds up. */
struct stock_figure {
    const struct sv_stock *stock;
    const char *skipped;
    size_t opening; /* there when the period begins */
    size_t starts;
    size_t ends;
    size_t closing; /* there when the period has ended */
    size_t month_count;
    int first_month;                       /* as year * 12 + month - 1 */
    sv_day month_last[SUMMARY_MONTHS_MAX]; /* last day of the month that is in the period */
    size_t month_starts[SUMMARY_MONTHS_MAX];
    size_t month_ends[SUMMARY_MONTHS_MAX];
    size_t month_open[SUMMARY_MONTHS_MAX]; /* when that day has ended */
    const struct sv_row **broken;          /* records that break it */
    size_t broken_count;
    size_t broken_capacity;
};

struct changes;
struct freshness;
struct populations;
struct published_list;

struct summary {
    const struct report *report;
    const struct populations *populations;  /* for rates; NULL: none were given */
    const struct published_list *published; /* to compare with; NULL: none were given */
    const struct changes *changes;          /* since last year; NULL: that was not given */
    int flag_percent;                       /* from which change on a figure is flagged */
    const struct freshness *freshness;      /* of the records; NULL: not asked for */
    const struct figure *listed;            /* whose subjects are listed; NULL: none */
    struct figure *figures;                 /* of the collection year, in the order of the plugin */
    size_t count;
    struct stock_figure *stocks;
    size_t stock_count;
    struct arena texts;
};

/** Works the figures out. `members`: also who is in each. summary_free() it. */
void summary_make(struct summary *summary, const struct report *report, bool members);
void summary_free(struct summary *summary);

/** Whether reference data of a kind are for summaries: population, figures. */
bool summary_takes(const char *kind);

/** The figure of a measure by its name; NULL: there is none of the year. */
struct figure *summary_find(const struct summary *summary, const char *name);

/** The name of the subject with that number, redacted if the report is; "nobody" when it has none.
 *  `room` may be used. */
const char *summary_subject(const struct summary *summary, uint32_t number, char room[ID_ROOM]);

/** Bands of a breakdown, without "not recorded". */
size_t band_count(const struct sv_breakdown *breakdown);

/** The name of a band, and its code where it is one (else NULL); `band_count` is "not recorded". */
const char *band_label(const struct sv_breakdown *breakdown, size_t band, const char **code);

/** What the share of a band is a share of. */
size_t band_whole(const struct figure *figure, size_t breakdown, size_t band);

/** Whether a band is shown. Codes of other years and "not recorded" are not, unless records are
 *  counted in them, or their share is one of records that are in them. */
bool band_is_shown(const struct figure *figure, size_t breakdown, size_t band, int year);

/** Opening stock and starts less ends and closing stock: 0 when they agree. */
long stock_gap(const struct stock_figure *figure);

/** The value below or at which a quarter, half or three quarters of the values lie: the value in
 *  place (count * quarter / 4), rounded up. */
int32_t figure_quartile(const struct figure *figure, int quarter);

#endif
