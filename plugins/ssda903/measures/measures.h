/*
 * What the headline figures of the SSDA903 return share. The definitions follow the statistics that
 * are made of the return: names of their columns, footnotes and methodology, as far as they are
 * public.
 *
 * Short breaks (legal status V3 or V4) are in no figure. Who is looked after at the end of the
 * period is told by child->open31, in which period of care an episode lies by episode->care.
 */
#ifndef SSDA903_MEASURES_H
#define SSDA903_MEASURES_H

#include <statval/headline.h>

#include "../facts.h"

/* clang-format off */
#define SSDA903_SECTIONS(SECTION)                                                              \
    SECTION(CARE, "Children looked after") SECTION(PLACEMENTS, "Placements at the end of the period") \
    SECTION(STARTING, "Starting to be looked after")                                           \
    SECTION(CEASING, "Ceasing to be looked after") SECTION(STABILITY, "Stability")             \
    SECTION(REVIEWS, "Reviews") SECTION(MISSING, "Missing and away without authorisation")     \
    SECTION(OUTCOMES, "Health and other outcomes") SECTION(ADOPTION, "Adoption")               \
    SECTION(LEAVERS, "Care leavers") SECTION(LIBERTY, "Deprivation of liberty orders")         \
    SECTION(ELSEWHERE, "Not in the SSDA903 return")
/* clang-format on */

#define SSDA903_SECTION_NUMBER(name, title) SECTION_##name,
enum { SSDA903_SECTIONS(SSDA903_SECTION_NUMBER) SECTION_count };

/* What a definition rests on. */
#define FROM_STATISTICS                                                                            \
    .source = "Statistics \"Children looked after in England including adoptions\", releases of "  \
              "2020 to 2025: data sets and footnotes"
#define FROM_STABILITY                                                                             \
    .source = "Statistics \"Stability measures for children looked after in England\", 2024: "     \
              "data sets and footnotes"
#define FROM_PRACTICE                                                                              \
    .source = "Usual practice with the return, after earlier guidance; not checked again"
#define FROM_READING .source = "statval's reading of the return: no published definition is known"

#define CHILDREN .unit = "child", .units = "children"
#define THE_CHILD ((const struct Child *)row)

/** By age, from whole years: `band_` gives what cla_age_band() does. */
#define BY_AGE(by_, band_)                                                                         \
    {                                                                                              \
        .by = (by_),                                                                               \
        .labels = (const char *const[]){"under 1", "1 to 4", "5 to 9", "10 to 15", "16 or over"},  \
        .label_count = 5, .band = (band_)                                                          \
    }

/** By type of placement: `band_` gives what cla_placement_band() does. */
#define BY_PLACEMENT(by_, band_)                                                                   \
    {                                                                                              \
        .by = (by_),                                                                               \
        .labels = (const char *const[]){"foster placement (U1 to U6)",                             \
                                        "placed for adoption (A3 to A6)",                          \
                                        "with parents or others responsible (P1)",                 \
                                        "secure unit or children's home (K1, K2)",                 \
                                        "supported or independent living (K3, H5, P2)",            \
                                        "other residential setting (R1 to R5)",                    \
                                        "residential school (S1)",                                 \
                                        "other placement (Z1, Z11 to Z14, P3)",                    \
                                        "temporary placement (T0 to T4)"},                         \
        .label_count = 9, .band = (band_)                                                          \
    }

/** The band of the child's age on a day; -1: the date of birth is not known, or later. */
int cla_age_band(const struct Child *child, sv_day day);

/** The same when one only has a date of birth. */
int cla_age_band_of(sv_day born, sv_day day);

/** The band of a placement type; -1: none given. */
int cla_placement_band(struct sv_value place);

/** Whether the first episode of a period of care says that it began with it. The return has the
 *  episodes of its year only, so that of longer periods the start may not be in it. */
static inline bool cla_start_is_known(const struct period *care)
{
    return is_code(care->first->RNE, RNE_S);
}

/** Whole months from `first` to `last`, which is not before it. */
int32_t cla_months(sv_day first, sv_day last);

/** Whether an episode in a placement of its own, no temporary one, begins another placement than
 *  `before`, the last such episode before it (NULL: none). A return to the placement before from a
 *  temporary one does not. `all`: also with the same carer. */
bool cla_begins_placement(const struct sv_context *ctx, const struct Episodes *e,
                          const struct Episodes *before, bool all);

/** With whom a child is: the first episode with the carer, and the first with the one before in the
 *  same period of care; NULL: none. */
struct cla_carer {
    const struct Episodes *first;
    const struct Episodes *first_before;
};

/** The carer in an episode that is no short break. */
struct cla_carer cla_carer_in(const struct sv_context *ctx, const struct Episodes *last);

/** Placements that were there at some time from a day to the end of the period, in any period of
 *  care; temporary ones are none. `all`: changes with the same carer make a new one too. */
int32_t cla_placements_since(const struct sv_context *ctx, const struct Child *child, sv_day from,
                             bool all);

/** The child's episode at the end of the period; when it is a temporary placement, the one before
 *  in the same period of care that is not; NULL: it is not looked after. */
const struct Episodes *cla_placement_at_end(const struct Child *child);

/** The last of the child's episodes that began until a day, if it ran on it and is no short break;
 *  NULL otherwise. */
const struct Episodes *cla_episode_on(const struct Child *child, sv_day day);

/** An unaccompanied asylum-seeking child whose status had not ended at the end of the period. */
bool cla_is_uasc_at_end(const struct sv_context *ctx, const struct Child *child);

#endif
