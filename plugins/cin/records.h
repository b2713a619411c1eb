/*
 * The records of the CIN census: one list of fields per table, from which come the structs that
 * rules read and the layout that the reader fills them by.
 *
 * Source: children in need census, business and technical specification, 2022 to 2023 up to 2026
 * to 2027. Element names are spelled as there, irregular as they are.
 */
#ifndef CIN_RECORDS_H
#define CIN_RECORDS_H

#include <statval/rule.h>

#include "codes.h"

/* clang-format off */
#define CIN_TABLES(TABLE)                                                                      \
    TABLE(Header) TABLE(ChildIdentifiers) TABLE(ChildCharacteristics) TABLE(Disabilities)      \
    TABLE(CINdetails) TABLE(Assessments) TABLE(AssessmentFactors) TABLE(CINPlanDates)          \
    TABLE(Section47) TABLE(ChildProtectionPlans) TABLE(Reviews) TABLE(PreProceedingsandFGDM)

/* A code whose list is tested by rules, so that the schema stage leaves it alone. */
#define CODE_TESTED_BY_RULES(L) .type = SV_CODE, .list = &L##_list, .options = SV_RULE_TESTS
#define CODE_OF(L) .type = SV_CODE, .list = &L##_list

#define Header_FIELDS(FIELD, T)                                                                \
    FIELD(T, Collection, CODE_OF(Collection), .path = "CollectionDetails/Collection")          \
    FIELD(T, Year, .type = SV_NUMBER, .path = "CollectionDetails/Year")                        \
    FIELD(T, ReferenceDate, .type = SV_DATE, .path = "CollectionDetails/ReferenceDate")        \
    FIELD(T, SourceLevel, CODE_OF(SourceLevel), .path = "Source/SourceLevel")                  \
    FIELD(T, LEA, .type = SV_TEXT, .path = "Source/LEA")                                       \
    FIELD(T, SoftwareCode, .type = SV_TEXT, .path = "Source/SoftwareCode")                     \
    FIELD(T, Release, .type = SV_TEXT, .path = "Source/Release")                               \
    FIELD(T, SerialNo, .type = SV_TEXT, .path = "Source/SerialNo")                             \
    FIELD(T, DateTime, .type = SV_TEXT, .path = "Source/DateTime")

/* One record per Child element, also when the element ChildIdentifiers is missing. */
#define ChildIdentifiers_FIELDS(FIELD, T)                                                      \
    FIELD(T, LAchildID, .type = SV_TEXT, .path = "ChildIdentifiers/LAchildID")                 \
    FIELD(T, UPN, .type = SV_TEXT, .path = "ChildIdentifiers/UPN")                             \
    FIELD(T, FormerUPN, .type = SV_TEXT, .path = "ChildIdentifiers/FormerUPN")                 \
    FIELD(T, UPNunknown, CODE_OF(UPNunknown), .path = "ChildIdentifiers/UPNunknown")           \
    FIELD(T, PersonBirthDate, .type = SV_DATE, .path = "ChildIdentifiers/PersonBirthDate")     \
    FIELD(T, ExpectedPersonBirthDate, .type = SV_DATE,                                         \
          .path = "ChildIdentifiers/ExpectedPersonBirthDate")                                  \
    FIELD(T, GenderCurrent, CODE_TESTED_BY_RULES(GenderCurrent),                               \
          .path = "ChildIdentifiers/GenderCurrent", .last_year = 2024)                         \
    FIELD(T, Sex, CODE_TESTED_BY_RULES(Sex), .path = "ChildIdentifiers/Sex",                   \
          .first_year = 2025)                                                                  \
    FIELD(T, PersonDeathDate, .type = SV_DATE, .path = "ChildIdentifiers/PersonDeathDate")

#define ChildCharacteristics_FIELDS(FIELD, T)                                                  \
    FIELD(T, Ethnicity, CODE_TESTED_BY_RULES(Ethnicity),                                       \
          .path = "ChildCharacteristics/Ethnicity")

#define Disabilities_FIELDS(FIELD, T)                                                          \
    FIELD(T, Disability, CODE_TESTED_BY_RULES(Disability), .path = ".")

#define CINdetails_FIELDS(FIELD, T)                                                            \
    FIELD(T, CINreferralDate, .type = SV_DATE)                                                 \
    FIELD(T, ReferralSource, CODE_TESTED_BY_RULES(ReferralSource))                             \
    FIELD(T, PrimaryNeedCode, CODE_TESTED_BY_RULES(PrimaryNeedCode))                           \
    FIELD(T, CINclosureDate, .type = SV_DATE)                                                  \
    FIELD(T, ReasonForClosure, CODE_TESTED_BY_RULES(ReasonForClosure))                         \
    FIELD(T, DateOfInitialCPC, .type = SV_DATE)                                                \
    FIELD(T, ReferralNFA, .type = SV_FLAG, .options = SV_ANY_CASE)

#define Assessments_FIELDS(FIELD, T)                                                           \
    FIELD(T, AssessmentActualStartDate, .type = SV_DATE, .options = SV_REQUIRED)               \
    FIELD(T, AssessmentInternalReviewDate, .type = SV_DATE)                                    \
    FIELD(T, AssessmentAuthorisationDate, .type = SV_DATE)

#define AssessmentFactors_FIELDS(FIELD, T)                                                     \
    FIELD(T, AssessmentFactors, CODE_TESTED_BY_RULES(AssessmentFactors), .path = ".")

#define CINPlanDates_FIELDS(FIELD, T)                                                          \
    FIELD(T, CINPlanStartDate, .type = SV_DATE)                                                \
    FIELD(T, CINPlanEndDate, .type = SV_DATE)

#define Section47_FIELDS(FIELD, T)                                                             \
    FIELD(T, S47ActualStartDate, .type = SV_DATE, .options = SV_REQUIRED)                      \
    FIELD(T, InitialCPCtarget, .type = SV_DATE)                                                \
    FIELD(T, DateOfInitialCPC, .type = SV_DATE)                                                \
    FIELD(T, ICPCnotRequired, .type = SV_FLAG, .options = SV_ANY_CASE)

#define ChildProtectionPlans_FIELDS(FIELD, T)                                                  \
    FIELD(T, CPPstartDate, .type = SV_DATE)                                                    \
    FIELD(T, CPPendDate, .type = SV_DATE)                                                      \
    FIELD(T, InitialCategoryOfAbuse, CODE_TESTED_BY_RULES(CategoryOfAbuse))                    \
    FIELD(T, LatestCategoryOfAbuse, CODE_TESTED_BY_RULES(CategoryOfAbuse))                     \
    FIELD(T, NumberOfPreviousCPP, .type = SV_NUMBER)

#define Reviews_FIELDS(FIELD, T)                                                               \
    FIELD(T, CPPreviewDate, .type = SV_DATE, .path = ".")

#define PreProceedingsandFGDM_FIELDS(FIELD, T)                                                 \
    FIELD(T, PPStartDate, .type = SV_DATE)                                                     \
    FIELD(T, LBPSentDate, .type = SV_DATE)                                                     \
    FIELD(T, FGDMMeetingOffer, .type = SV_FLAG, .options = SV_ANY_CASE)                                                \
    FIELD(T, FGDMMeetingFac, .type = SV_FLAG, .options = SV_ANY_CASE)                                                  \
    FIELD(T, InitialPPMeetingDate, .type = SV_DATE)                                            \
    FIELD(T, ReviewMeetingsCount, .type = SV_NUMBER)                                           \
    FIELD(T, StepDecisionDate, .type = SV_DATE)                                                \
    FIELD(T, PPOutcome, CODE_TESTED_BY_RULES(PPOutcome))                                       \
    FIELD(T, CourtAppDate, .type = SV_DATE)                                                    \
    FIELD(T, LetterInitCPDate, .type = SV_DATE)

#define CIN_TABLE_NUMBER(T) TABLE_##T,
enum { CIN_TABLES(CIN_TABLE_NUMBER) TABLE_count };

CIN_TABLES(SV_RECORD)
/* clang-format on */

/* What the rules rest on, which is also the name of their group. */
#define FROM_OFFICIAL_TEXT                                                                         \
    .group = "official",                                                                           \
    .source = "Official rule text, as quoted in public validators of the CIN census"
#define FROM_PUBLIC_CODE                                                                           \
    .group = "public-code",                                                                        \
    .source = "Code and message of public validators of the CIN census; official text not seen"
#define FROM_DRAFT_2027                                                                            \
    .group = "draft",                                                                              \
    .source = "Official rule text of December 2025, as quoted in a public draft for 2026 to 2027"

#endif
