/*
 * What the headline figures of the youth justice return share. The ten key performance indicators
 * follow the newest version of the Youth Justice Board's public reporting code; the four
 * long-standing measures are local estimates, because the official ones need the Police National
 * Computer or other years.
 */
#ifndef YJ_MEASURES_H
#define YJ_MEASURES_H

#include <statval/headline.h>

#include "../entrants.h"
#include "../groups.h"
#include "../victim_answers.h"

/* clang-format off */
#define YJ_SECTIONS(SECTION)                                                                   \
    SECTION(LONG_STANDING, "The four long-standing measures: local estimates")                 \
    SECTION(ORDERS, "Children with an order ending in the period")                             \
    SECTION(ACCOMMODATION, "Indicator 1: accommodation")                                       \
    SECTION(EDUCATION, "Indicator 2: education, training, employment")                         \
    SECTION(SPECIAL_NEEDS, "Indicator 3: special educational or additional learning needs")    \
    SECTION(MENTAL_HEALTH, "Indicator 4: mental health and emotional wellbeing")               \
    SECTION(SUBSTANCE, "Indicator 5: substance misuse")                                        \
    SECTION(OUT_OF_COURT, "Indicator 6: out-of-court disposals")                               \
    SECTION(WIDER_SERVICES, "Indicator 7: wider services")                                     \
    SECTION(BOARD, "Indicator 8: management board attendance")                                 \
    SECTION(SERIOUS_VIOLENCE, "Indicator 9: serious violence")                                 \
    SECTION(VICTIMS, "Indicator 10: victims")                                                  \
    SECTION(OUTCOMES, "Cautions, sentences and diversion")                                     \
    SECTION(REMANDS, "Remands") SECTION(CASELOAD, "Programmes and children's services")        \
    SECTION(ELSEWHERE, "Not in the youth justice return")
/* clang-format on */

#define YJ_SECTION_NUMBER(name, title) SECTION_##name,
enum { YJ_SECTIONS(YJ_SECTION_NUMBER) SECTION_count };

/* What a definition rests on. */
#define FROM_CODE .source = "The Youth Justice Board's public reporting code, August 2026"
#define FROM_GUIDANCE                                                                              \
    .source = "Youth Justice Board, guidance and methodology on the indicators, 2023 to 2025"
#define FROM_PRACTICE                                                                              \
    .source = "Usual practice with youth justice figures; the exact wording was not seen"
#define FROM_STATVAL .source = "statval's reading; no official definition was found"

#define CHILDREN_COUNTED .unit = "child", .units = "children"
#define OFFENCES_COUNTED .unit = "offence", .units = "offences"

/** The indicators are collected since April 2023. */
#define INDICATOR .first_year = 2024

/** One that counts orders or offences, by the period in the header and until the day of the
 * extract.
 */
#define INDICATOR_OF_CASES INDICATOR, .untold = yj_untold_indicator

#define OLDER_OUTCOMES                                                                             \
    "Whether the extract holds all of what happened before the period is not known: earlier "      \
    "outcomes that it leaves out are missing here. "
#define MID_YEAR "The national rate takes the mid-year estimate of the residents aged 10 to 17."

/* Bands of children; of an order, whose table is person. */

/** By type of order: each type is a share of its own where the measure is a share. */
#define BY_ORDER_TYPE(...)                                                                         \
    BY_LABEL(yj_order_type_names, "type of order", yj_order_type_of __VA_ARGS__)
#define BY_SEX BY_LABEL(yj_sex_names, "sex", yj_sex_of)
#define BY_ETHNIC_GROUP BY_LABEL(yj_ethnic_group_names, "ethnic group", yj_ethnic_group_of)
#define BY_AGE_AT_START BY_LABEL(yj_age_names, "age at the start of the order", yj_age_at_start)

/** The last member of BY_...: each band has a share of its own. */
#define EACH_OF_ITS_OWN , .whole = SV_OF_BAND
#define EACH_OF_THE_WHOLE , .whole = SV_OF_AMONG

extern const char *const yj_order_type_names[6];
extern const char *const yj_age_names[4];
extern const char *const yj_sex_names[3];
extern const char *const yj_tier_names[4];

int yj_order_type_of(const struct sv_context *ctx, const struct sv_row *row);
int yj_sex_of(const struct sv_context *ctx, const struct sv_row *row);
int yj_ethnic_group_of(const struct sv_context *ctx, const struct sv_row *row);
int yj_age_at_start(const struct sv_context *ctx, const struct sv_row *row);

/** Place of an age in yj_age_names; -1: not known. */
int yj_age_band(int age);

/** Place of a caution or sentence in yj_tier_names; -1: it is NULL, or none. */
int yj_tier_place(const struct outcome *outcome);

/* Orders. */

/** When the state of a child is asked for. */
enum moment { AT_START, AT_END };

/** The day for which the state at the start or end of the child's order is asked. */
static inline sv_day moment_of(const struct person *child, enum moment moment)
{
    return moment == AT_START ? child->order_start : day(child->order->EndDate);
}

/** Whether all homes, or all that a child did, were suitable. The greater of two counts for both.
 */
enum verdict { NOTHING_RECORDED, SUITABLE, NOT_READABLE, UNSUITABLE };

enum verdict yj_verdict(struct sv_value suitability);

/** That of a child's education, training and employment. */
enum verdict yj_ete_verdict(const struct sv_context *ctx, const struct person *child,
                            enum moment moment);

/* The submission. */

/** Why it cannot give an indicator; NULL: it can. */
const char *yj_untold_indicator(const struct sv_context *ctx);

/* Why measures cannot be given. */
#define NEEDS_EXTRACT_DAY "needs the day of the extract, which the header does not say"

/* Outcomes. */

/** Whether an outcome is more serious than another, or as serious and later; that one may be NULL.
 */
bool yj_is_worse(const struct outcome *outcome, const struct outcome *than);

/** Whether a date lies in the twelve months that end with the period. */
bool yj_in_twelve_months(const struct sv_context *ctx, struct sv_value date);

/** Whether no outcome further up of the child and day passes. Those of one day are compared. */
bool yj_is_first_of_day(const struct sv_context *ctx, const struct outcome *outcome,
                        bool (*alike)(const struct sv_context *ctx, const struct outcome *earlier,
                                      const struct outcome *outcome));

/** Whether an offence is serious violence: drugs, robbery or violence against the person, with a
 *  score of 5 to 8. */
bool yj_is_serious_violence(const struct offence *offence);

#endif
