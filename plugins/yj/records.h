/*
 * The records of the youth justice case-level return: one list of fields per table, from which come
 * the structs that rules read and the layout that the reader fills them by.
 *
 * Source: the items are those of the YJB's public reporting code (August 2026); how they are put
 * into XML is statval's own interchange format, version 1.0 (README.md): the schema of the real
 * message is not public.
 */
#ifndef YJ_RECORDS_H
#define YJ_RECORDS_H

#include <statval/rule.h>

#include "codes.h"

/* clang-format off */
#define YJ_TABLES(TABLE)                                                                       \
    TABLE(header) TABLE(deleted) TABLE(person) TABLE(residence) TABLE(care) TABLE(ete)         \
    TABLE(sendaln) TABLE(mentalhealth) TABLE(substance) TABLE(transfer) TABLE(offence)         \
    TABLE(policebail) TABLE(outcome) TABLE(requirement) TABLE(hearing)                         \
    TABLE(sentenceproposal) TABLE(programme) TABLE(activity) TABLE(parenting) TABLE(victim)    \
    TABLE(assetplus) TABLE(link_ho) TABLE(link_hp) TABLE(link_op) TABLE(link_ov)               \
    TABLE(link_pa) TABLE(link_pp) TABLE(board) TABLE(gravity) TABLE(localcodes)

#define TEXT .type = SV_TEXT
/* Dates, numbers and flags that cannot be read are told by the schema, codes by rules. */
#define DAY .type = SV_DATE
#define COUNT .type = SV_COUNT
#define CODE_OF(L) .type = SV_CODE, .list = &L##_list, .options = SV_RULE_TESTS | SV_AS_LABEL
#define IN_DETAILS(name) .path = "PersonDetails/" #name

#define header_FIELDS(FIELD, T)                                                                \
    FIELD(T, YOTOUCode, TEXT, .options = SV_RULE_TESTS | SV_ANY_CASE)                          \
    FIELD(T, ReturnStartDate, DAY)                                                             \
    FIELD(T, ReturnEndDate, DAY)                                                               \
    FIELD(T, CMSSystem, TEXT)                                                                  \
    FIELD(T, CMSExtractVersion, TEXT)                                                          \
    FIELD(T, ExtractDateTime, .type = SV_ZONED_DATE_TIME)                                      \
    FIELD(T, PartNumber, COUNT)                                                                \
    FIELD(T, PartCount, COUNT)

#define deleted_FIELDS(FIELD, T) FIELD(T, CurrentYOTID, TEXT, .path = ".")

/* The last two are made by prepare_yj(): the PNC number in one form, and the originating id with
 * the birth date, of children who have an id. */
#define person_FIELDS(FIELD, T)                                                                \
    FIELD(T, CurrentYOTID, TEXT, IN_DETAILS(CurrentYOTID))                                     \
    FIELD(T, YPID, TEXT, IN_DETAILS(YPID))                                                     \
    FIELD(T, OriginatingYOTPersonID, TEXT, IN_DETAILS(OriginatingYOTPersonID))                 \
    FIELD(T, PNCNumber, TEXT, IN_DETAILS(PNCNumber))                                           \
    FIELD(T, DateOfBirth, DAY, IN_DETAILS(DateOfBirth))                                        \
    FIELD(T, Sex, CODE_OF(Sex), IN_DETAILS(Sex))                                               \
    FIELD(T, Gender, CODE_OF(Sex), IN_DETAILS(Gender))                                         \
    FIELD(T, GenderTermUsed, TEXT, IN_DETAILS(GenderTermUsed))                                 \
    FIELD(T, GenderIdentifiedSameSexRegisteredBirth, CODE_OF(YesNoUnknown),                    \
          IN_DETAILS(GenderIdentifiedSameSexRegisteredBirth))                                  \
    FIELD(T, Ethnicity, CODE_OF(Ethnicity), IN_DETAILS(Ethnicity))                             \
    FIELD(T, Nationality, TEXT, IN_DETAILS(Nationality))                                       \
    FIELD(T, PreferredLanguage, CODE_OF(PreferredLanguage), IN_DETAILS(PreferredLanguage))     \
    FIELD(T, Religion, CODE_OF(Religion), IN_DETAILS(Religion))                                \
    FIELD(T, ImmigrationStatus, CODE_OF(ImmigrationStatus), IN_DETAILS(ImmigrationStatus))     \
    FIELD(T, SamePNC, TEXT, .options = SV_DERIVED)                                             \
    FIELD(T, SameOrigin, TEXT, .options = SV_DERIVED)

#define residence_FIELDS(FIELD, T)                                                             \
    FIELD(T, Date, DAY)                                                                        \
    FIELD(T, Description, CODE_OF(LocalOther))                                                 \
    FIELD(T, KPI1AccommodationType, CODE_OF(AccommodationType))                                \
    FIELD(T, KPI1AccommodationSuitability, CODE_OF(Suitability))                               \
    FIELD(T, KPI1PrimaryResidence, .type = SV_FLAG)                                            \
    FIELD(T, KPI1EndDate, DAY)

#define care_FIELDS(FIELD, T)                                                                  \
    FIELD(T, Status, CODE_OF(CareStatus))                                                      \
    FIELD(T, StartDate, DAY)                                                                   \
    FIELD(T, EndDate, DAY)

#define ete_FIELDS(FIELD, T)                                                                   \
    FIELD(T, StartDate, DAY)                                                                   \
    FIELD(T, EndDate, DAY)                                                                     \
    FIELD(T, Description, TEXT)                                                                \
    FIELD(T, Hours, COUNT)                                                                     \
    FIELD(T, HoursOffered, COUNT)                                                              \
    FIELD(T, ProvisionType, CODE_OF(ETEProvisionType))                                         \
    FIELD(T, Suitability, CODE_OF(Suitability))

#define sendaln_FIELDS(FIELD, T)                                                               \
    FIELD(T, KPI3IdentifiedSENDALN, CODE_OF(YesNo))                                            \
    FIELD(T, KPI3SENDFormalPlan, CODE_OF(YesNo))                                               \
    FIELD(T, KPI3SENDStartDate, DAY)                                                           \
    FIELD(T, KPI3SENDEndDate, DAY)

#define mentalhealth_FIELDS(FIELD, T)                                                          \
    FIELD(T, KPI4MHDateScreened, DAY)                                                          \
    FIELD(T, KPI4MHDateReferred, DAY)                                                          \
    FIELD(T, KPI4MHDateOffered, DAY)                                                           \
    FIELD(T, KPI4MHDateAttendedStart, DAY)                                                     \
    FIELD(T, KPI4MHDateAttendedEnd, DAY)                                                       \
    FIELD(T, KPI4MHInterventionType, CODE_OF(MHInterventionType))

#define substance_FIELDS(FIELD, T)                                                             \
    FIELD(T, KPI5SMDateScreened, DAY)                                                          \
    FIELD(T, KPI5SMDateReferred, DAY)                                                          \
    FIELD(T, KPI5SMDateOffered, DAY)                                                           \
    FIELD(T, KPI5SMDateAttendedStart, DAY)                                                     \
    FIELD(T, KPI5SMDateAttendedEnd, DAY)                                                       \
    FIELD(T, KPI5SMInterventionType, CODE_OF(SMInterventionType))

#define transfer_FIELDS(FIELD, T)                                                              \
    FIELD(T, Date, DAY)                                                                        \
    FIELD(T, Description, CODE_OF(TransferType))

#define offence_FIELDS(FIELD, T)                                                               \
    FIELD(T, OffenceID, TEXT)                                                                  \
    FIELD(T, OffenceDate, DAY)                                                                 \
    FIELD(T, OffenceDescription, TEXT)                                                         \
    FIELD(T, OffenceLocationPostcode, TEXT)                                                    \
    FIELD(T, CJSCode, TEXT, .options = SV_ANY_CASE)                                            \
    FIELD(T, CJSCodeUnknown, TEXT)                                                             \
    FIELD(T, YJBOffenceCategory, CODE_OF(OffenceCategory))                                     \
    FIELD(T, YJBSeriousnessScore, COUNT)                                                       \
    FIELD(T, ArrestDate, DAY)                                                                  \
    FIELD(T, Plea, CODE_OF(Plea))                                                              \
    FIELD(T, KnifeRelatedOffence, CODE_OF(YesNoUnknown))                                       \
    FIELD(T, ProgrammeBreachID, TEXT)

#define policebail_FIELDS(FIELD, T)                                                            \
    FIELD(T, BailStatus, CODE_OF(BailStatus))                                                  \
    FIELD(T, StartDate, DAY)                                                                   \
    FIELD(T, EndDate, DAY)

#define outcome_FIELDS(FIELD, T)                                                               \
    FIELD(T, LegalOutcome, CODE_OF(LegalOutcome))                                              \
    FIELD(T, CMSLegalOutcome, TEXT)                                                            \
    FIELD(T, OutcomeDate, DAY)                                                                 \
    FIELD(T, OutcomeEndDate, DAY)                                                              \
    FIELD(T, MainOrOther, CODE_OF(MainOrOther))                                                \
    FIELD(T, OutcomeDateOfAppealedOutcome, DAY)                                                \
    FIELD(T, TermYears, COUNT)                                                                 \
    FIELD(T, TermMonths, COUNT)                                                                \
    FIELD(T, TermWeeks, COUNT)                                                                 \
    FIELD(T, TermDays, COUNT)                                                                  \
    FIELD(T, TermHours, COUNT)

/* Hours of unpaid work are decimal numbers: hours_of() reads them. */
#define requirement_FIELDS(FIELD, T)                                                           \
    FIELD(T, Requirement, CODE_OF(Requirement))                                                \
    FIELD(T, Term, TEXT)                                                                       \
    FIELD(T, UnpaidWorkMandatedHours, TEXT)                                                    \
    FIELD(T, UnpaidWorkCompletedHours, TEXT)

#define hearing_FIELDS(FIELD, T)                                                               \
    FIELD(T, HearingID, TEXT)                                                                  \
    FIELD(T, HearingDate, DAY)                                                                 \
    FIELD(T, CourtType, CODE_OF(CourtType))                                                    \
    FIELD(T, CourtName, TEXT)                                                                  \
    FIELD(T, CMSCourtDescription, TEXT)                                                        \
    FIELD(T, RemandDecision, CODE_OF(RemandDecision))                                          \
    FIELD(T, CMSRemandDecision, TEXT)                                                          \
    FIELD(T, YJBRemandProposalType, CODE_OF(RemandDecision))

#define sentenceproposal_FIELDS(FIELD, T)                                                      \
    FIELD(T, YJBSentenceProposalType, CODE_OF(LegalOutcome))                                   \
    FIELD(T, CMSSentenceProposalDescription, TEXT)

#define programme_FIELDS(FIELD, T)                                                             \
    FIELD(T, InterventionProgrammeID, TEXT)                                                    \
    FIELD(T, DisposalType, CODE_OF(DisposalType))                                              \
    FIELD(T, CMSDisposalType, TEXT)                                                            \
    FIELD(T, StartDate, DAY)                                                                   \
    FIELD(T, EndDate, DAY)                                                                     \
    FIELD(T, KPI6SuccessfullyCompleted, .type = SV_FLAG)                                       \
    FIELD(T, IdentifiedVictim, CODE_OF(YesNoUnknown))                                          \
    FIELD(T, AccommodationStartDisposal, CODE_OF(Suitability))                                 \
    FIELD(T, AccommodationEndDisposal, CODE_OF(Suitability))

#define activity_FIELDS(FIELD, T) FIELD(T, Activity, TEXT, .path = ".")

#define parenting_FIELDS(FIELD, T)                                                             \
    FIELD(T, ParentingInterventionID, TEXT)                                                    \
    FIELD(T, ParentingInterventionType, CODE_OF(ParentingInterventionType))                    \
    FIELD(T, InterventionStartDate, DAY)                                                       \
    FIELD(T, SessionsPlanned, COUNT)                                                           \
    FIELD(T, SessionsAttended, COUNT)                                                          \
    FIELD(T, EngagementLevel, CODE_OF(EngagementLevel))

#define victim_FIELDS(FIELD, T)                                                                \
    FIELD(T, VictimInterventionID, TEXT)                                                       \
    FIELD(T, VictimID, TEXT)                                                                   \
    FIELD(T, VictimType, CODE_OF(VictimType))                                                  \
    FIELD(T, RJOfferedStatus, CODE_OF(RJOfferedStatus))                                        \
    FIELD(T, RJInterventionType, CODE_OF(RJInterventionType))                                  \
    FIELD(T, CommentedStatus, CODE_OF(CommentedStatus))                                        \
    FIELD(T, SatisfactionLevel, CODE_OF(SatisfactionLevel))                                    \
    FIELD(T, ConsentYJSContact, CODE_OF(YesNoUnknown))                                         \
    FIELD(T, YJSContactDate, DAY)                                                              \
    FIELD(T, ViewPrior, CODE_OF(YesNoUnknown))                                                 \
    FIELD(T, EngagedRJ, CODE_OF(YesNoUnknown))                                                 \
    FIELD(T, EngagedRJStart, DAY)                                                              \
    FIELD(T, EngagedRJEnd, DAY)                                                                \
    FIELD(T, ProgressRequest, CODE_OF(YesNoUnknown))                                           \
    FIELD(T, ProgressRequestDate, DAY)                                                         \
    FIELD(T, ProgressProvided, CODE_OF(YesNoUnknown))                                          \
    FIELD(T, ProgressProvidedDate, DAY)                                                        \
    FIELD(T, AdditionalSupportRequest, CODE_OF(YesNoUnknown))                                  \
    FIELD(T, AdditionalSupportProvided, CODE_OF(YesNoUnknown))

#define CARE_FLAGS(FLAG, FIELD, T)                                                             \
    FLAG(FIELD, T, CareOrder) FLAG(FIELD, T, CareVoluntary) FLAG(FIELD, T, CareRemandToLAA)    \
    FLAG(FIELD, T, CareRemandToYDA) FLAG(FIELD, T, CareEligibleChild)                          \
    FLAG(FIELD, T, CareRelevantChild) FLAG(FIELD, T, CareChildInNeed)                          \
    FLAG(FIELD, T, CareChildProtectionPlan) FLAG(FIELD, T, CareSiblings)

#define CONCERN_FLAGS(FLAG, FIELD, T)                                                          \
    FLAG(FIELD, T, ConcernsAccommodation) FLAG(FIELD, T, ConcernsCareHistory)                  \
    FLAG(FIELD, T, ConcernsFamilyBehaviour) FLAG(FIELD, T, ConcernsLearningAndETE)             \
    FLAG(FIELD, T, ConcernsLifestyle) FLAG(FIELD, T, ConcernsLocalIssues)                      \
    FLAG(FIELD, T, ConcernsMentalHealth) FLAG(FIELD, T, ConcernsOffenceJustification)          \
    FLAG(FIELD, T, ConcernsOffencesAttitudes) FLAG(FIELD, T, ConcernsOtherBehaviour)           \
    FLAG(FIELD, T, ConcernsParenting) FLAG(FIELD, T, ConcernsPhysicalHealth)                   \
    FLAG(FIELD, T, ConcernsRelationsToOthers) FLAG(FIELD, T, ConcernsRiskToOthers)             \
    FLAG(FIELD, T, ConcernsSafetyWellbeing) FLAG(FIELD, T, ConcernsSignificantRelationships)   \
    FLAG(FIELD, T, ConcernsSpeechLanguageCommunication) FLAG(FIELD, T, ConcernsSubstanceMisuse) \
    FLAG(FIELD, T, ConcernsYPAsParent)

#define YES_OR_NO(FIELD, T, name) FIELD(T, name, CODE_OF(YesNoUnknown))

#define assetplus_FIELDS(FIELD, T)                                                             \
    FIELD(T, AssessmentID, TEXT)                                                               \
    FIELD(T, Date, DAY)                                                                        \
    FIELD(T, Stage, CODE_OF(AssetPlusStage))                                                   \
    FIELD(T, ROSHJudgement, CODE_OF(JudgementLevel))                                           \
    FIELD(T, SafetyWellbeingJudgement, CODE_OF(JudgementLevel))                                \
    FIELD(T, LikelihoodOfReoffending, CODE_OF(Likelihood))                                     \
    FIELD(T, IndicativeLikelihoodOfReoffending, CODE_OF(Likelihood))                           \
    FIELD(T, YOGRS, TEXT)                                                                      \
    FIELD(T, ScaledApproachInterventionLevel, CODE_OF(InterventionLevel))                      \
    FIELD(T, IndicativeScaledApproachInterventionLevel, CODE_OF(InterventionLevel))            \
    FIELD(T, MAPPACategory, TEXT)                                                              \
    FIELD(T, MAPPALevel, TEXT)                                                                 \
    FIELD(T, IOMStatus, TEXT)                                                                  \
    FIELD(T, GangAssociation, TEXT)                                                            \
    FIELD(T, CountyLinesActivity, TEXT)                                                        \
    FIELD(T, VulnerableToCriminalExploitation, TEXT)                                           \
    FIELD(T, IsFirstTimeIdentifiedCriminalExploitation, TEXT)                                  \
    FIELD(T, ReferredNationalReferralMechanismOrOther, TEXT)                                   \
    FIELD(T, AtRiskOfSexualExploitation, TEXT)                                                 \
    FIELD(T, YPParentalStatus, TEXT)                                                           \
    FIELD(T, YPCustodyReview, TEXT)                                                            \
    CARE_FLAGS(YES_OR_NO, FIELD, T)                                                            \
    CONCERN_FLAGS(YES_OR_NO, FIELD, T)

#define link_ho_FIELDS(FIELD, T) FIELD(T, HearingID, TEXT) FIELD(T, OffenceID, TEXT)
#define link_hp_FIELDS(FIELD, T) FIELD(T, HearingID, TEXT) FIELD(T, InterventionProgrammeID, TEXT)
#define link_op_FIELDS(FIELD, T) FIELD(T, OffenceID, TEXT) FIELD(T, InterventionProgrammeID, TEXT)
#define link_ov_FIELDS(FIELD, T) FIELD(T, OffenceID, TEXT) FIELD(T, VictimInterventionID, TEXT)
#define link_pa_FIELDS(FIELD, T)                                                               \
    FIELD(T, InterventionProgrammeID, TEXT) FIELD(T, AssessmentID, TEXT)
#define link_pp_FIELDS(FIELD, T)                                                               \
    FIELD(T, InterventionProgrammeID, TEXT) FIELD(T, ParentingInterventionID, TEXT)

/* Attendance of each sector at the management board. */
#define SECTOR(FIELD, T, sector)                                                               \
    FIELD(T, sector##Attended, COUNT) FIELD(T, sector##NotAttended, COUNT)
#define board_FIELDS(FIELD, T)                                                                 \
    FIELD(T, RowType, CODE_OF(BoardRow))                                                       \
    SECTOR(FIELD, T, ChildrensSocialCare) SECTOR(FIELD, T, Education)                          \
    SECTOR(FIELD, T, Police) SECTOR(FIELD, T, Probation) SECTOR(FIELD, T, Health)              \
    SECTOR(FIELD, T, Other)

/* Reference data: the service's table of offence codes with category and seriousness score, and
 * codes of its own that a code list does not have. */
#define gravity_FIELDS(FIELD, T)                                                               \
    FIELD(T, CJSCode, TEXT, .options = SV_REQUIRED)                                            \
    FIELD(T, YJBOffenceCategory, CODE_OF(OffenceCategory) | SV_REQUIRED)                       \
    FIELD(T, YJBSeriousnessScore, COUNT, .options = SV_REQUIRED)

#define localcodes_FIELDS(FIELD, T)                                                            \
    FIELD(T, List, TEXT, .options = SV_REQUIRED)                                               \
    FIELD(T, Code, TEXT, .options = SV_REQUIRED)

#define YJ_TABLE_NUMBER(T) TABLE_##T,
enum { YJ_TABLES(YJ_TABLE_NUMBER) TABLE_count };
/* clang-format on */

struct same_id;
struct home;
struct programme;
struct outcome;
struct transfer;

/* Of the first part. today: the day of the earliest extract of all parts; year: of the period,
 * named after the calendar year in which its financial year ends. SV_NONE: not known. */
SV_RECORD_WITH(header, sv_day today; int year;)
SV_RECORD(deleted)

/* homes: local or other area by day, in order; home_count of them. outcomes: those with a date, by
 * date, then in document order; outcome_count of them. order: the programme by which the child
 * counts in the indicators of the quarter; NULL: it does not. order_start: the day for which the
 * state at the start of that order is asked; order_first: its first day; order_type: enum
 * order_type. custody: the first day on which a court decided on custody; SV_NONE: there is none.
 * deleted: the list of deleted children has its id. entered_before: another record of
 * the same child (SameOrigin) has an earlier first caution or conviction. */
SV_RECORD_WITH(person, const struct home *homes; const struct outcome *const *outcomes;
               const struct transfer *const *transfers; uint32_t home_count; uint32_t outcome_count;
               uint32_t transfer_count; sv_day order_start; sv_day order_first; sv_day custody;
               const struct programme *order; uint8_t order_type; bool deleted;
               bool entered_before;)
/* until: its end; without one, the date of the next residence, or far away. SV_NONE: not known.
 * earlier: of a main residence, the first main one before it that overlaps it; NULL: there is none.
 */
SV_RECORD_WITH(residence, sv_day until; const struct residence *earlier;)
/* earlier: of those with the same status that overlap it and begin before it (on one day: stand
 * before it), the first; NULL: there is none. had_plan: of a referral to early help, a plan that
 * began before it was in force. */
SV_RECORD_WITH(care, const struct care *earlier; bool had_plan;)
/* provided: the first record with a provision that overlaps it; repeats: the first that says the
 * same, before it. NULL: there is none. */
SV_RECORD_WITH(ete, const struct ete *provided; const struct ete *repeats;)
SV_RECORD(sendaln)
SV_RECORD(mentalhealth)
SV_RECORD(substance)
SV_RECORD(transfer)

/* id: the records of the child with the same id, and what they are linked to; NULL: it has none.
 * breached: the programmes that ProgrammeBreachID names; NULL: it is blank. */
SV_RECORD_WITH(offence, const struct same_id *id; const struct same_id *breached;)
SV_RECORD(policebail)

/* twin: the first outcome of the offence with the same legal outcome and date, which may be the
 * outcome itself; NULL: it has no date. effective: not changed or set aside on appeal. term: its
 * length in units of TERM_MONTH; 0: none. end: the planned or actual end, or that by its length;
 * SV_NONE: not known. */
SV_RECORD_WITH(outcome, const struct outcome *twin; int64_t term; sv_day end; bool effective;)
SV_RECORD(requirement)
SV_RECORD_WITH(hearing, const struct same_id *id;)
SV_RECORD(sentenceproposal)
/* earlier: the first programme before it, of the same kind and time, for the same offence; NULL:
 * there is none. police_outcome: of an out-of-court disposal that ended in the period and counts,
 * the number of its legal outcome + 1; 0: it does not count. */
SV_RECORD_WITH(programme, const struct same_id *id; const struct programme *earlier;
               uint8_t police_outcome;)
SV_RECORD(activity)
SV_RECORD_WITH(parenting, const struct same_id *id;)
/* answers: enum victim_answers of all records with this VictimID that count in the indicators, on
 * the first of them; 0 on all others. */
SV_RECORD_WITH(victim, const struct same_id *id; uint8_t answers;)
SV_RECORD_WITH(assetplus, const struct same_id *id;)

/* from, to: the records that the two ids name; NULL: it is blank. twin: the first row of the kind
 * with the same two ids; NULL: this one is the first. */
#define LINK_RECORD(T)                                                                             \
    SV_RECORD_WITH(T, const struct same_id *from; const struct same_id *to; const struct T *twin;)
LINK_RECORD(link_ho)
LINK_RECORD(link_hp)
LINK_RECORD(link_op)
LINK_RECORD(link_ov)
LINK_RECORD(link_pa)
LINK_RECORD(link_pp)
SV_RECORD(board)
SV_RECORD(gravity)
SV_RECORD(localcodes)

/** The tables of the return, by number. */
extern const struct sv_table yj_tables[];

/* How firm the ground of a rule is. No rule of the return is official: neither its schema nor its
 * list of rules is public. */
#define PUBLISHED(what) .group = "published", .source = "Public sources: " what
#define LAW(what) .group = "law", .source = "Law: " what
#define OWN(what) .group = "own", .source = "A check of statval's own: " what
#define RECALLED(what) .group = "recalled", .source = "From memory, not confirmed: " what

#endif
