/*
 * What the headline figures of the CIN census share. The definitions follow the statistics that are
 * made of the census, "Children in need" (until 2022 to 2023 "Characteristics of children in
 * need"): names of their columns, footnotes and methodology, as far as they are public.
 */
#ifndef CIN_MEASURES_H
#define CIN_MEASURES_H

#include <statval/headline.h>

#include "../rules/episode.h"

/* clang-format off */
#define CIN_SECTIONS(SECTION)                                                                  \
    SECTION(REFERRALS, "Referrals") SECTION(NEED, "Children in need")                          \
    SECTION(ASSESSMENTS, "Assessments") SECTION(SECTION47, "Section 47 enquiries and initial conferences") \
    SECTION(PLANS, "Child protection plans") SECTION(CIN_PLANS, "Child in need plans")         \
    SECTION(PRE_PROCEEDINGS, "Pre-proceedings") SECTION(ELSEWHERE, "Not in the CIN census")
/* clang-format on */

#define CIN_SECTION_NUMBER(name, title) SECTION_##name,
enum { CIN_SECTIONS(CIN_SECTION_NUMBER) SECTION_count };

/* What a definition rests on. */
#define FROM_STATISTICS                                                                            \
    .source = "Statistics \"Children in need\", England, releases of 2023 to 2025: columns, "      \
              "footnotes and methodology"
#define FROM_PRACTICE                                                                              \
    .source = "Usual practice with the census; the wording of the statistics is not public"

/** Whether a referral led to work beyond it and beyond an assessment: an episode of need. */
static inline bool is_need(const struct CINdetails *episode)
{
    return !is_true(episode->ReferralNFA) && !closed_after_assessment(episode);
}

/** By bands of time; `band_` gives what duration_band() does. */
#define BY_DURATION(by_, band_)                                                                    \
    {                                                                                              \
        .by = (by_),                                                                               \
        .labels = (const char *const[]){"3 months or less", "over 3 to 6 months",                  \
                                        "over 6 months, under 1 year", "1 year, under 2 years",    \
                                        "2 years or more"},                                        \
        .label_count = 5, .band = (band_)                                                          \
    }

/** The band of the time from `start` to `end`, by calendar months; -1 when `end` comes before. */
static inline int duration_band(sv_day start, sv_day end)
{
    if (end < start)
        return -1;
    if (end <= sv_add_months(start, 3))
        return 0;
    if (end <= sv_add_months(start, 6))
        return 1;
    if (end < sv_add_years(start, 1))
        return 2;
    return end < sv_add_years(start, 2) ? 3 : 4;
}

#endif
