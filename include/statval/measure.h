/*
 * Measures: the headline figures that a return will give once it is published, and the stocks that
 * must add up. How plugins write them down is in statval/headline.h.
 */
#ifndef STATVAL_MEASURE_H
#define STATVAL_MEASURE_H

#include <stdbool.h>

#include <statval/record.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sv_context;

/** What becomes of one record in a measure. A record that is counted is among the others too, so
 *  that no part can be greater than its whole. */
enum sv_part {
    SV_APART, /**< not in the measure */
    SV_AMONG, /**< in the denominator only */
    SV_COUNTED
};

/** What is made of the records of a measure. */
enum sv_measure_kind {
    SV_NUMBER_OF,    /**< how many are counted */
    SV_SHARE_OF,     /**< how many are counted, of those that are among them, in per cent */
    SV_SUM_OF,       /**< the sum of the amounts of those counted */
    SV_RATIO_OF,     /**< that sum, by the sum of what it is of: a mean when that is 1 each */
    SV_QUARTILES_OF, /**< the quartiles of the amounts of those counted */
    SV_NOT_IN_RETURN /**< the return does not hold it; the definition says why */
};

/** What a counted record amounts to, in measures that do not just count. */
struct sv_amount {
    int32_t value; /**< 0 unless the test sets it */
    int32_t of;    /**< 1 unless it does */
};

/** What the share of a band is a share of. */
enum sv_whole {
    SV_OF_COUNTED, /**< what the measure counts */
    SV_OF_AMONG,   /**< its denominator */
    SV_OF_BAND     /**< those of the denominator that are in the band: each band has a share of its
                        own, and records that are among are asked for theirs too */
};

/** How the counted records of a measure are parted. Every one is in exactly one band, those that
 *  have none in "not recorded"; so the bands add up to the measure. One of the first three members
 *  says the bands. */
struct sv_breakdown {
    const char *by;                  /**< for people: "age at the end of the period" */
    const struct sv_code_list *list; /**< the codes of the year; `band` gives the code's number */
    const char *const *labels;       /**< names of the bands; `band` gives the place */
    /** Greatest value of each band but the last, rising; `labels` has one name more. NULL: bands
     *  are not made of the measure's value. */
    const int32_t *edges;
    size_t edge_count;
    size_t label_count;
    /** The band of a record; negative: it has none. */
    int (*band)(const struct sv_context *ctx, const struct sv_row *row);
    /** Instead of `band`: a record may be in several bands, which then add up to more. Bit n: band
     * n; there are at most 64. */
    uint64_t (*bands)(const struct sv_context *ctx, const struct sv_row *row);
    uint8_t whole; /**< enum sv_whole */
};

/** One measure. */
struct sv_measure {
    const char *name;       /**< lower case with underscores; once in a plugin */
    const char *title;      /**< "Referrals without further action" */
    uint16_t section;       /**< under which it is shown: place in sv_plugin.sections */
    const char *unit;       /**< what is counted: "referral" */
    const char *units;      /**< "referrals" */
    const char *definition; /**< which records count, in words; why it is not in the return */
    const char *source;     /**< what the definition rests on, with its version */
    const char *caution;    /**< what to bear in mind when comparing; NULL: nothing */
    uint8_t kind;           /**< enum sv_measure_kind */
    bool at_end;            /**< as at the last day of the period; else over the period */
    /** With at_end: the day as at which it is, where that is not the last of the period; or NULL.
     */
    sv_day (*as_at)(const struct sv_context *ctx);
    /** Why this submission cannot give it, though the records are there: a few words that last as
     *  long as the plugin, shown instead of a value. It is asked once, after sv_plugin.prepare, and
     *  no record is counted then. NULL: it can be given. The member may be NULL: it always can. */
    const char *(*untold)(const struct sv_context *ctx);
    uint16_t table;         /**< whose records it counts */
    int16_t first_year;     /**< 0: from the first year on */
    int16_t last_year;      /**< 0: to the last year */
    const uint16_t *tables; /**< further tables that it needs */
    size_t table_count;
    const char *reference;  /**< kind of reference data that it needs; or NULL */
    const char *population; /**< of a rate: which residents, as in --reference population: "0-17" */
    int32_t per;            /**< of a rate: for how many residents; 0: it has none */
    const struct sv_breakdown *breakdowns;
    size_t breakdown_count;
    /** What becomes of a record; `amount` takes what it amounts to, where that matters. */
    enum sv_part (*test)(const struct sv_context *ctx, const struct sv_row *row,
                         struct sv_amount *amount);
    const char *file; /**< source file and line where it is written; measures of a section stand */
    int line;         /**< in one file, and are shown in its order */
};

/** From when to when something lasts. */
struct sv_stay {
    sv_day first;
    sv_day last; /**< the day on which it ends, from when on it is not there; SV_NONE: it goes on */
    bool unclear; /**< a day is there but cannot be read, or other values contradict the days */
};

/** Something that begins and ends, whose stock and flows must agree: what was there before the
 *  period, and what began, less what ended, is there after it. */
struct sv_stock {
    const char *name;
    const char *title;
    const char *units;
    const char *definition;
    uint16_t table;
    int16_t first_year;
    int16_t last_year;
    /** When the thing that a record tells of begins and ends; false: it tells of none. */
    bool (*stay)(const struct sv_context *ctx, const struct sv_row *row, struct sv_stay *stay);
    const char *file; /**< where it is written, as of a measure */
    int line;
    const uint16_t *tables; /**< further tables that it needs */
    size_t table_count;
};

#ifdef __cplusplus
}
#endif
#endif
