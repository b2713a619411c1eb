/*
 * Groups of codes that the headline figures are parted by, with their names.
 *
 * Source: groups as the YJB's public reporting code (August 2026) makes them of the values.
 */
#ifndef YJ_GROUPS_H
#define YJ_GROUPS_H

#include <stdint.h>

#include "codes.h"

/* clang-format off */
enum { ETHNIC_WHITE, ETHNIC_MIXED, ETHNIC_ASIAN, ETHNIC_BLACK, ETHNIC_OTHER, ETHNIC_NOT_KNOWN, ETHNIC_count };
extern const uint8_t yj_ethnic_groups[Ethnicity_code_count];
extern const char *const yj_ethnic_group_names[ETHNIC_count];

enum { HOME_PARENTS, HOME_FAMILY, HOME_FRIENDS, HOME_FOSTER_CARE, HOME_RESIDENTIAL_UNIT, HOME_SUPPORTED, HOME_INDEPENDENT, HOME_TEMPORARY, HOME_OTHER, HOME_YOI, HOME_STC, HOME_SCH, HOME_NONE, HOME_count };
extern const uint8_t yj_home_groups[AccommodationType_code_count];
extern const char *const yj_home_group_names[HOME_count];

enum { ETE_SCHOOL, ETE_PRU, ETE_ALTERNATIVE_PROVISION, ETE_HOME_EDUCATED, ETE_COLLEGE, ETE_RE_ENGAGEMENT, ETE_TRAINEESHIP, ETE_APPRENTICESHIP, ETE_SUPPORTED_INTERNSHIP, ETE_MENTORING_CIRCLE, ETE_EMPLOYMENT, ETE_SELF_EMPLOYMENT, ETE_VOLUNTARY_WORK, ETE_UNIVERSITY, ETE_NONE, ETE_count };
extern const uint8_t yj_ete_groups[ETEProvisionType_code_count];
extern const char *const yj_ete_group_names[ETE_count];

enum { CARE_CARE_EXPERIENCED, CARE_CHILD_PROTECTION_PLAN, CARE_CHILD_IN_NEED, CARE_EARLY_HELP_PLAN, CARE_EARLY_HELP_REFERRAL, CARE_NONE, CARE_count };
extern const uint8_t yj_care_groups[CareStatus_code_count];
extern const char *const yj_care_group_names[CARE_count];

/* clang-format on */

#endif
