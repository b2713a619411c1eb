/*
 * The records of the SEN2 return: one list of fields per table, from which come the structs that
 * rules read and the layout that the reader fills them by.
 *
 * Source: names, nesting and years of the items as in public schemas and readers of the SEN2 person
 * level census, 2023 to 2026 (README.md). The technical specifications were seen in part only.
 */
#ifndef SEN2_RECORDS_H
#define SEN2_RECORDS_H

#include <statval/rule.h>

#include "codes.h"

/* clang-format off */
#define SEN2_TABLES(TABLE)                                                                     \
    TABLE(Header) TABLE(Person) TABLE(Requests) TABLE(Assessment) TABLE(NamedPlan)             \
    TABLE(PlanDetail) TABLE(ActivePlans) TABLE(PlacementDetail) TABLE(SENneed)                 \
    TABLE(Establishments)

#define CODE_OF(L) .type = SV_CODE, .list = &L##_list
/* The setting's element has another spelling in some sources. */
#define SETTING_PATH .path = "SENSetting|SENsetting"

#define Header_FIELDS(FIELD, T)                                                                \
    FIELD(T, Collection, .type = SV_TEXT, .path = "CollectionDetails/Collection")              \
    FIELD(T, Year, .type = SV_TEXT, .path = "CollectionDetails/Year")                          \
    FIELD(T, ReferenceDate, .type = SV_DATE, .path = "CollectionDetails/ReferenceDate")        \
    FIELD(T, SourceLevel, .type = SV_TEXT, .path = "Source/SourceLevel")                       \
    FIELD(T, LEA, .type = SV_TEXT, .path = "Source/LEA")                                       \
    FIELD(T, SoftwareCode, .type = SV_TEXT, .path = "Source/SoftwareCode")                     \
    FIELD(T, Release, .type = SV_TEXT, .path = "Source/Release")                               \
    FIELD(T, SerialNo, .type = SV_TEXT, .path = "Source/SerialNo")                             \
    FIELD(T, DateTime, .type = SV_DATE_TIME, .path = "Source/DateTime")                        \
    FIELD(T, DMO, CODE_OF(InPost), .path = "Source/DMO")                                       \
    FIELD(T, DCO, CODE_OF(InPost), .path = "Source/DCO")                                       \
    FIELD(T, DSCO, CODE_OF(InPost), .path = "Source/DSCO", .first_year = 2025)

/* The last three are made by prepare_sen2(). Identity: by what reports call the person, who has no
 * number of its own in the return. Namesake: name and date of birth; NamesakeUPN: the UPN too, of
 * persons who have namesakes. */
#define Person_FIELDS(FIELD, T)                                                                \
    FIELD(T, Surname, .type = SV_TEXT)                                                         \
    FIELD(T, Forename, .type = SV_TEXT)                                                        \
    FIELD(T, PersonBirthDate, .type = SV_DATE)                                                 \
    FIELD(T, GenderCurrent, CODE_OF(GenderCurrent), .last_year = 2023)                         \
    FIELD(T, Sex, CODE_OF(Sex), .first_year = 2024)                                            \
    FIELD(T, Ethnicity, CODE_OF(Ethnicity))                                                    \
    FIELD(T, PostCode, .type = SV_TEXT)                                                        \
    FIELD(T, UPN, .type = SV_TEXT, .options = SV_ANY_CASE)                                     \
    FIELD(T, UniqueLearnerNumber, .type = SV_TEXT)                                             \
    FIELD(T, UPNunknown, CODE_OF(UPNunknown))                                                  \
    FIELD(T, Identity, .type = SV_TEXT, .options = SV_DERIVED)                                 \
    FIELD(T, Namesake, .type = SV_TEXT, .options = SV_DERIVED)                                 \
    FIELD(T, NamesakeUPN, .type = SV_TEXT, .options = SV_DERIVED)

#define Requests_FIELDS(FIELD, T)                                                              \
    FIELD(T, ReceivedDate, .type = SV_DATE)                                                    \
    FIELD(T, RequestSource, CODE_OF(RequestSource), .first_year = 2025)                        \
    FIELD(T, RYA, CODE_OF(YesNo))                                                              \
    FIELD(T, RequestOutcomeDate, .type = SV_DATE)                                              \
    FIELD(T, RequestOutcome, CODE_OF(RequestOutcome))                                          \
    FIELD(T, RequestMediation, CODE_OF(YesNo))                                                 \
    FIELD(T, RequestTribunal, CODE_OF(YesNo))                                                  \
    FIELD(T, Exported, CODE_OF(OtherLA))

#define Assessment_FIELDS(FIELD, T)                                                            \
    FIELD(T, AssessmentOutcome, CODE_OF(AssessmentOutcome))                                    \
    FIELD(T, AssessmentOutcomeDate, .type = SV_DATE)                                           \
    FIELD(T, AssessmentMediation, CODE_OF(YesNo))                                              \
    FIELD(T, AssessmentTribunal, CODE_OF(YesNo))                                               \
    FIELD(T, OtherMediation, CODE_OF(YesNo))                                                   \
    FIELD(T, OtherTribunal, CODE_OF(YesNo))                                                    \
    FIELD(T, Week20, CODE_OF(YesNo))

#define NamedPlan_FIELDS(FIELD, T)                                                             \
    FIELD(T, StartDate, .type = SV_DATE)                                                       \
    FIELD(T, PlanRes, CODE_OF(Residential))                                                    \
    FIELD(T, PlanWBP, CODE_OF(WorkBased))                                                      \
    FIELD(T, PB, CODE_OF(YesNo))                                                               \
    FIELD(T, OA, CODE_OF(YesNo))                                                               \
    FIELD(T, DP, CODE_OF(DP))                                                                  \
    FIELD(T, CeaseDate, .type = SV_DATE)                                                       \
    FIELD(T, CeaseReason, CODE_OF(CeaseReason))

#define PlanDetail_FIELDS(FIELD, T)                                                            \
    FIELD(T, URN, .type = SV_TEXT)                                                             \
    FIELD(T, UKPRN, .type = SV_TEXT)                                                           \
    FIELD(T, SENSetting, CODE_OF(SENSettingPlan), SETTING_PATH)                                \
    FIELD(T, SENSettingOther, .type = SV_TEXT)                                                 \
    FIELD(T, PlacementRank, CODE_OF(Rank))                                                     \
    FIELD(T, SENunitIndicator, CODE_OF(YesNo))                                                 \
    FIELD(T, ResourcedProvisionIndicator, CODE_OF(YesNo))

#define ActivePlans_FIELDS(FIELD, T)                                                           \
    FIELD(T, TransferLA, CODE_OF(OtherLA))                                                     \
    FIELD(T, Res, CODE_OF(Residential), .last_year = 2023)                                     \
    FIELD(T, WBP, CODE_OF(WorkBased), .last_year = 2023)                                       \
    FIELD(T, ReviewMeeting, .type = SV_DATE, .first_year = 2024)                               \
    FIELD(T, ReviewOutcome, CODE_OF(ReviewOutcome), .first_year = 2024)                        \
    FIELD(T, ReviewDraft, .type = SV_DATE, .first_year = 2025)                                 \
    FIELD(T, PhaseTransferDueDate, .type = SV_DATE, .first_year = 2025)                        \
    FIELD(T, PhaseTransferFinalDate, .type = SV_DATE, .first_year = 2025)                      \
    FIELD(T, LastReview, .type = SV_DATE)

/* The last one is made by prepare_sen2(): what a placement agrees in that is given twice. */
#define PlacementDetail_FIELDS(FIELD, T)                                                       \
    FIELD(T, URN, .type = SV_TEXT)                                                             \
    FIELD(T, UKPRN, .type = SV_TEXT)                                                           \
    FIELD(T, SENSetting, CODE_OF(SENSettingPlacement), SETTING_PATH)                           \
    FIELD(T, SENSettingOther, .type = SV_TEXT)                                                 \
    FIELD(T, PlacementRank, CODE_OF(Rank))                                                     \
    FIELD(T, EntryDate, .type = SV_DATE)                                                       \
    FIELD(T, LeavingDate, .type = SV_DATE)                                                     \
    FIELD(T, AttendancePattern, CODE_OF(AttendancePattern), .last_year = 2023)                 \
    FIELD(T, SENunitIndicator, CODE_OF(YesNo))                                                 \
    FIELD(T, ResourcedProvisionIndicator, CODE_OF(YesNo))                                      \
    FIELD(T, Res, CODE_OF(Residential), .first_year = 2024)                                    \
    FIELD(T, WBP, CODE_OF(WorkBased), .first_year = 2024)                                      \
    FIELD(T, SamePlacement, .type = SV_TEXT, .options = SV_DERIVED)

#define SENneed_FIELDS(FIELD, T)                                                               \
    FIELD(T, SENtype, CODE_OF(SENtype))                                                        \
    FIELD(T, SENtypeRank, CODE_OF(Rank))

/* Reference data: establishments, as the public register of schools lists them. */
#define Establishments_FIELDS(FIELD, T)                                                        \
    FIELD(T, URN, .type = SV_TEXT, .options = SV_REQUIRED)                                     \
    FIELD(T, TypeOfEstablishment, .type = SV_TEXT, .path = "TypeOfEstablishment (name)")

#define SEN2_TABLE_NUMBER(T) TABLE_##T,
enum { SEN2_TABLES(SEN2_TABLE_NUMBER) TABLE_count };
/* clang-format on */

struct NamedPlan;

SV_RECORD(Header)

/* plans: the plans with a start date of all requests, by start; plan_count of them. */
SV_RECORD_WITH(Person, const struct NamedPlan *const *plans; uint32_t plan_count;
               bool has_active_plan;)

/* What hangs on the request: the first of each table; NULL: there is none. */
SV_RECORD_WITH(Requests, const struct Assessment *assessment; const struct NamedPlan *plan;
               const struct ActivePlans *active;)

SV_RECORD(Assessment)
SV_RECORD_WITH(NamedPlan, bool is_active;)
SV_RECORD(PlanDetail)

/* placements: those with an entry date, by entry; placement_count of them. */
SV_RECORD_WITH(ActivePlans, const struct PlacementDetail *const *placements;
               uint32_t placement_count;)
SV_RECORD_WITH(PlacementDetail, bool is_open;)
SV_RECORD(SENneed)
SV_RECORD(Establishments)

/* How firm the ground of a rule is. The department's own list of rules is not public, so that no
 * rule has an official number. Section: of the technical specification of 2023, version 1.1. */
#define EXPLICIT(section)                                                                          \
    .group = "explicit", .source = "Stated by the specification or the guide, as public sources "  \
                                   "restate them: " section
#define IMPLIED(section)                                                                           \
    .group = "implied",                                                                            \
    .source = "Follows from how the specification defines the items and codes: " section
#define PLAUSIBILITY(section)                                                                      \
    .group = "plausibility",                                                                       \
    .source = "A check of plausibility; no source says that the department makes it: " section

#endif
