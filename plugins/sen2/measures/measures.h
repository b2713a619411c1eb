/*
 * What the headline figures of SEN2 share. They follow the statistics that are made of the return,
 * "Education, health and care plans": where the name of a figure is that of a column there, it is
 * meant to give the same number.
 */
#ifndef SEN2_MEASURES_H
#define SEN2_MEASURES_H

#include <statval/headline.h>

#include "../facts.h"

/* clang-format off */
#define SEN2_SECTIONS(SECTION)                                                                 \
    SECTION(RECORDS, "Records in the return") SECTION(PLANS, "Plans maintained")               \
    SECTION(NEW_PLANS, "New plans") SECTION(REQUESTS, "Requests for an assessment")            \
    SECTION(ASSESSMENTS, "Assessments") SECTION(TIMELINESS, "Plans issued within 20 weeks")    \
    SECTION(CEASED, "Ceased plans") SECTION(REVIEWS, "Annual reviews")                         \
    SECTION(PHASES, "Transfers to the next phase of education")                                \
    SECTION(PROVISION, "Personal budgets, residential places, work-based learning")            \
    SECTION(PLACEMENTS, "Placements") SECTION(AUTHORITY, "Officers of the authority")          \
    SECTION(ELSEWHERE, "Not in the SEN2 return")

/* Where a person with a plan is: the setting in full, the kind of setting it belongs to. With a
 * mainstream school come three: resourced provision, SEN unit, and the rest, in this order. */
#define SETTINGS(SETTING)                                                                      \
    SETTING(LA_RESOURCED, MAINSTREAM, "mainstream, maintained: resourced provision")           \
    SETTING(LA_UNIT, MAINSTREAM, "mainstream, maintained: SEN unit")                           \
    SETTING(LA_OTHER, MAINSTREAM, "mainstream, maintained: other")                             \
    SETTING(ACADEMY_RESOURCED, MAINSTREAM, "mainstream, academy: resourced provision")         \
    SETTING(ACADEMY_UNIT, MAINSTREAM, "mainstream, academy: SEN unit")                         \
    SETTING(ACADEMY_OTHER, MAINSTREAM, "mainstream, academy: other")                           \
    SETTING(FREE_RESOURCED, MAINSTREAM, "mainstream, free school: resourced provision")        \
    SETTING(FREE_UNIT, MAINSTREAM, "mainstream, free school: SEN unit")                        \
    SETTING(FREE_OTHER, MAINSTREAM, "mainstream, free school: other")                          \
    SETTING(INDEPENDENT, MAINSTREAM, "mainstream, independent")                                \
    SETTING(SPECIAL_LA, SPECIAL, "special, maintained")                                        \
    SETTING(SPECIAL_ACADEMY, SPECIAL, "special, academy or free school")                       \
    SETTING(SPECIAL_INDEPENDENT, SPECIAL, "special, independent")                              \
    SETTING(SPECIAL_NON_MAINTAINED, SPECIAL, "special, non-maintained")                        \
    SETTING(AP_ACADEMY, ALTERNATIVE, "alternative provision, academy")                         \
    SETTING(AP_FREE, ALTERNATIVE, "alternative provision, free school")                        \
    SETTING(AP_UNIT, ALTERNATIVE, "pupil referral unit")                                       \
    SETTING(COLLEGE, FURTHER, "general further education and sixth form colleges")             \
    SETTING(SPECIALIST_16, FURTHER, "specialist post-16 institution")                          \
    SETTING(BY_UKPRN, FURTHER, "provider by UKPRN")                                            \
    SETTING(EARLY_YEARS, EARLY_YEARS, "early years provider, not maintained (EYP)")            \
    SETTING(ONLINE, ELSEWHERE, "online provider")                                              \
    SETTING(WELSH, ELSEWHERE, "Welsh establishment")                                           \
    SETTING(OTHER_SCHOOL, ELSEWHERE, "other type of establishment")                            \
    SETTING(BY_LA, ELSEWHERE, "other arrangements by the authority (OLA)")                     \
    SETTING(BY_PARENTS, ELSEWHERE, "other arrangements by parents (OPA)")                      \
    SETTING(HOME, ELSEWHERE, "elective home education (EHE)")                                  \
    SETTING(OTHER, ELSEWHERE, "other (OTH)")                                                   \
    SETTING(NEET, ELSEWHERE, "not in education, employment or training (NEET)")                \
    SETTING(NOTICE, ELSEWHERE, "notice to cease issued (NIEC)")                                \
    SETTING(OUT_AT_SCHOOL_AGE, ELSEWHERE, "not in education, compulsory school age (NIEO)")    \
    SETTING(OUT_OTHER, ELSEWHERE, "not in education, other or unknown age (NIEO)")             \
    SETTING(BY_URN, BY_URN, "school or college by URN, type not known")
/* clang-format on */

#define SEN2_SECTION_NUMBER(name, title) SECTION_##name,
enum { SEN2_SECTIONS(SEN2_SECTION_NUMBER) SECTION_count };

#define SEN2_SETTING_NUMBER(name, kind, label) SETTING_##name,
enum { SETTINGS(SEN2_SETTING_NUMBER) SETTING_count };

enum {
    KIND_MAINSTREAM,
    KIND_SPECIAL,
    KIND_ALTERNATIVE,
    KIND_FURTHER,
    KIND_EARLY_YEARS,
    KIND_ELSEWHERE,
    KIND_BY_URN,
    KIND_count
};

/* What a definition rests on. */
#define FROM_STATISTICS                                                                            \
    .source = "Statistics \"Education, health and care plans\", England, releases of 2025 and "    \
              "2026: data guidance, columns and totals"
#define FROM_ITEMS                                                                                 \
    .source = "statval's reading of the items, with columns of the statistics \"Education, "       \
              "health and care plans\", 2025 and 2026"
#define FROM_PRACTICE .source = "Usual practice of authorities; the statistics do not have it"

/** A figure as at the census day. */
#define ON_CENSUS_DAY .at_end = true, .as_at = census_day

/** Whether an item that is answered with yes or no says yes. */
static inline bool is_yes(struct sv_value answer)
{
    return is_code(answer, YesNo_1);
}

/** The plan of an active plan record, if it is active on the census day; else NULL. */
static inline const struct ActivePlans *active_record(const struct NamedPlan *plan)
{
    return plan->is_active ? request_of(plan)->active : NULL;
}

/** The year of a readable date. */
static inline int year_of(struct sv_value date)
{
    return sv_date_of(day_of(date)).year;
}

/* Bands of persons. `row` is any record of a person. */

/** The group of an age, for BY_AGE_GROUP(); negative: the age is not known. */
int sen2_age_group(int age);

/** The single year of an age, for BY_AGE(); negative: the age is not known. */
int sen2_age_band(int age);

/** Age on 31 August before the census day; 0 when born between the two; -1: not known. */
int sen2_school_age(const struct sv_context *ctx, const struct Person *person);

int sen2_sex(const struct sv_context *ctx, const struct sv_row *row);
int sen2_ethnicity(const struct sv_context *ctx, const struct sv_row *row);

/** The code of the primary need of the plan or request that a record is of. */
int sen2_primary_need(const struct sv_context *ctx, const struct sv_row *row);

/** The age group on the day on which the request of a record was received. */
int sen2_age_at_request(const struct sv_context *ctx, const struct sv_row *row);

/** The age group on 31 August before the census day. */
int sen2_school_age_group(const struct sv_context *ctx, const struct sv_row *row);

/* Settings. `row` is a plan. */

/** The open placement of the lowest rank on the census day; NULL: none is open. */
const struct PlacementDetail *sen2_main_placement(const struct sv_context *ctx,
                                                  const struct ActivePlans *active);

/** The setting of the main placement on the census day, and the kind that it belongs to. */
int sen2_setting(const struct sv_context *ctx, const struct sv_row *row);
int sen2_kind_of_setting(const struct sv_context *ctx, const struct sv_row *row);

/** The same for the placement that ended last or is open still, of the lowest rank. */
int sen2_last_setting(const struct sv_context *ctx, const struct sv_row *row);
int sen2_kind_of_last_setting(const struct sv_context *ctx, const struct sv_row *row);

extern const char *const sen2_setting_labels[SETTING_count];
extern const char *const sen2_kind_labels[KIND_count];
extern const char *const sen2_sex_labels[3];
extern const char *const sen2_ethnicity_labels[19];
extern const char *const sen2_age_labels[24];
extern const char *const sen2_age_group_labels[5];

#define BY_AGE(by_, band_) BY_LABEL(sen2_age_labels, by_, band_)
#define BY_AGE_GROUP(by_, band_) BY_LABEL(sen2_age_group_labels, by_, band_)
#define BY_SETTING                                                                                 \
    BY_LABEL(sen2_kind_labels, "kind of setting", sen2_kind_of_setting),                           \
        BY_LABEL(sen2_setting_labels, "setting", sen2_setting)
#define BY_LAST_SETTING                                                                            \
    BY_LABEL(sen2_kind_labels, "kind of the last setting", sen2_kind_of_last_setting),             \
        BY_LABEL(sen2_setting_labels, "last setting", sen2_last_setting)
#define BY_PRIMARY_NEED BY_LIST(SENtype, "primary need", sen2_primary_need)

/* How settings by URN are told apart, for cautions. */
#define ON_REGISTER                                                                                \
    "Types of schools and colleges come from the register given with --reference "                 \
    "establishments=; "                                                                            \
    "without it, or its column TypeOfEstablishment (name), they are one group."

#endif
