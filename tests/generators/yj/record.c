/* The tables of the return, and the rows of one child. */
#include "record.h"

#include <string.h>

#define ITEM(title, how)                                                                           \
    {                                                                                              \
        .name = (title), .kind = (how)                                                             \
    }
#define MUST(title, how)                                                                           \
    {                                                                                              \
        .name = (title), .kind = (how), .required = true                                           \
    }
#define SINCE(year, title, how)                                                                    \
    {                                                                                              \
        .name = (title), .kind = (how), .first_year = (year)                                       \
    }
#define UNTIL(year, title, how)                                                                    \
    {                                                                                              \
        .name = (title), .kind = (how), .last_year = (year)                                        \
    }
#define ROWS_OF(table)                                                                             \
    {                                                                                              \
        .name = "", .kind = ROWS, .rows = (table)                                                  \
    }
#define COLUMNS(count, ...) .column_count = (count), .columns = {__VA_ARGS__}
#define FLAGS(first, second, third) ITEM(first, CODE), ITEM(second, CODE), ITEM(third, CODE)
#define RISKS(first, second) ITEM(first, TEXT), ITEM(second, TEXT)
#define SECTOR(name) MUST(name "Attended", NUMBER), MUST(name "NotAttended", NUMBER)
#define HEALTH(topic)                                                                              \
    .outer = "Health", .parent = PERSON, .first_year = KPI_SINCE,                                  \
    COLUMNS(6, MUST(topic "DateScreened", DATE), ITEM(topic "DateReferred", DATE),                 \
            ITEM(topic "DateOffered", DATE), ITEM(topic "DateAttendedStart", DATE),                \
            ITEM(topic "DateAttendedEnd", DATE), ITEM(topic "InterventionType", CODE))
#define LINK(title, what, first, second)                                                           \
    {                                                                                              \
        .name = (title), .element = "Link" what, .outer = "Links", .parent = PERSON,               \
        COLUMNS(2, MUST(first "ID", TEXT), MUST(second "ID", TEXT))                                \
    }

const struct table tables[TABLE_COUNT] = {
    [PERSON] = {"person", "PersonDetails",
                COLUMNS(14, MUST("CurrentYOTID", TEXT), ITEM("YPID", TEXT),
                        ITEM("OriginatingYOTPersonID", TEXT), ITEM("PNCNumber", TEXT),
                        MUST("DateOfBirth", DATE), SINCE(SEX_SINCE, "Sex", CODE),
                        UNTIL(SEX_SINCE - 1, "Gender", CODE),
                        SINCE(SEX_SINCE, "GenderTermUsed", TEXT),
                        SINCE(SEX_SINCE, "GenderIdentifiedSameSexRegisteredBirth", CODE),
                        MUST("Ethnicity", CODE), ITEM("Nationality", TEXT),
                        ITEM("PreferredLanguage", CODE), ITEM("Religion", CODE),
                        ITEM("ImmigrationStatus", CODE))},
    [RESIDENCE] = {"residence", "Residence", .parent = PERSON,
                   COLUMNS(6, MUST("Date", DATE), MUST("Description", CODE),
                           SINCE(KPI_SINCE, "KPI1AccommodationType", CODE),
                           SINCE(KPI_SINCE, "KPI1AccommodationSuitability", CODE),
                           SINCE(KPI_SINCE, "KPI1PrimaryResidence", FLAG),
                           SINCE(KPI_SINCE, "KPI1EndDate", DATE))},
    [CARE] = {"care", "CareStatus", .parent = PERSON,
              COLUMNS(3, MUST("Status", CODE), MUST("StartDate", DATE), ITEM("EndDate", DATE))},
    [ETE] = {"ete", "ETEStatus", .parent = PERSON,
             COLUMNS(7, MUST("StartDate", DATE), ITEM("EndDate", DATE), ITEM("Description", TEXT),
                     ITEM("Hours", NUMBER), SINCE(KPI_SINCE, "HoursOffered", NUMBER),
                     SINCE(KPI_SINCE, "ProvisionType", CODE),
                     SINCE(KPI_SINCE, "Suitability", CODE))},
    [SENDALN] = {"sendaln", "SENDALN", .parent = PERSON, .first_year = KPI_SINCE,
                 COLUMNS(4, MUST("KPI3IdentifiedSENDALN", CODE), ITEM("KPI3SENDFormalPlan", CODE),
                         ITEM("KPI3SENDStartDate", DATE), ITEM("KPI3SENDEndDate", DATE))},
    [MENTAL] = {"mentalhealth", "KPI4MentalHealthWellbeing", .inner = "MentalHealth",
                HEALTH("KPI4MH")},
    [SUBSTANCE] = {"substance", "KPI5SubstanceMisuse", .inner = "SubstanceMisuse",
                   HEALTH("KPI5SM")},
    [TRANSFER] = {"transfer", "Transfer", .parent = PERSON,
                  COLUMNS(2, MUST("Date", DATE), MUST("Description", CODE))},
    [OFFENCE] = {"offence", "Offence", .parent = PERSON,
                 COLUMNS(14, MUST("OffenceID", TEXT), MUST("OffenceDate", DATE),
                         ITEM("OffenceDescription", TEXT), ITEM("OffenceLocationPostcode", TEXT),
                         ITEM("CJSCode", TEXT), ITEM("CJSCodeUnknown", TEXT),
                         MUST("YJBOffenceCategory", CODE), ITEM("YJBSeriousnessScore", NUMBER),
                         ITEM("ArrestDate", DATE), ITEM("Plea", CODE),
                         ITEM("KnifeRelatedOffence", CODE), ITEM("ProgrammeBreachID", TEXT),
                         ROWS_OF(BAIL), ROWS_OF(OUTCOME))},
    [BAIL] = {"policebail", "PoliceBail", .parent = OFFENCE,
              COLUMNS(3, MUST("BailStatus", CODE), MUST("StartDate", DATE), ITEM("EndDate", DATE))},
    [OUTCOME] = {"outcome", "OffenceLegalOutcome", .parent = OFFENCE,
                 COLUMNS(12, MUST("LegalOutcome", CODE), ITEM("CMSLegalOutcome", TEXT),
                         MUST("OutcomeDate", DATE), ITEM("OutcomeEndDate", DATE),
                         MUST("MainOrOther", CODE), ITEM("OutcomeDateOfAppealedOutcome", DATE),
                         ITEM("TermYears", NUMBER), ITEM("TermMonths", NUMBER),
                         ITEM("TermWeeks", NUMBER), ITEM("TermDays", NUMBER),
                         ITEM("TermHours", NUMBER), ROWS_OF(REQUIREMENT))},
    [REQUIREMENT] = {"requirement", "LORequirement", .parent = OUTCOME,
                     COLUMNS(4, MUST("Requirement", CODE), ITEM("Term", TEXT),
                             ITEM("UnpaidWorkMandatedHours", NUMBER),
                             ITEM("UnpaidWorkCompletedHours", NUMBER))},
    [HEARING] = {"hearing", "Hearing", .parent = PERSON,
                 COLUMNS(9, MUST("HearingID", TEXT), MUST("HearingDate", DATE),
                         MUST("CourtType", CODE), ITEM("CourtName", TEXT),
                         ITEM("CMSCourtDescription", TEXT), ITEM("RemandDecision", CODE),
                         ITEM("CMSRemandDecision", TEXT), ITEM("YJBRemandProposalType", CODE),
                         ROWS_OF(PROPOSAL))},
    [PROPOSAL] = {"sentenceproposal", "SentenceProposal", .parent = HEARING,
                  COLUMNS(2, MUST("YJBSentenceProposalType", CODE),
                          ITEM("CMSSentenceProposalDescription", TEXT))},
    [PROGRAMME] = {"programme", "InterventionProgramme", .parent = PERSON,
                   COLUMNS(10, MUST("InterventionProgrammeID", TEXT), MUST("DisposalType", CODE),
                           ITEM("CMSDisposalType", TEXT), MUST("StartDate", DATE),
                           ITEM("EndDate", DATE),
                           SINCE(KPI_SINCE, "KPI6SuccessfullyCompleted", FLAG), ROWS_OF(ACTIVITY),
                           SINCE(KPI_SINCE, "IdentifiedVictim", CODE),
                           ITEM("AccommodationStartDisposal", CODE),
                           ITEM("AccommodationEndDisposal", CODE))},
    [ACTIVITY] = {"activity", "Activity", .parent = PROGRAMME, COLUMNS(1, MUST("", TEXT))},
    [PARENTING] = {"parenting", "ParentingIntervention", .parent = PERSON,
                   COLUMNS(6, MUST("ParentingInterventionID", TEXT),
                           MUST("ParentingInterventionType", CODE),
                           MUST("InterventionStartDate", DATE), ITEM("SessionsPlanned", NUMBER),
                           ITEM("SessionsAttended", NUMBER), ITEM("EngagementLevel", CODE))},
    [VICTIM] =
        {"victim", "VictimIntervention", .parent = PERSON,
         COLUMNS(19, MUST("VictimInterventionID", TEXT), SINCE(KPI_SINCE, "VictimID", TEXT),
                 ITEM("VictimType", CODE), ITEM("RJOfferedStatus", CODE),
                 ITEM("RJInterventionType", CODE), ITEM("CommentedStatus", CODE),
                 ITEM("SatisfactionLevel", CODE), SINCE(KPI_SINCE, "ConsentYJSContact", CODE),
                 SINCE(KPI_SINCE, "YJSContactDate", DATE), SINCE(KPI_SINCE, "ViewPrior", CODE),
                 SINCE(KPI_SINCE, "EngagedRJ", CODE), SINCE(KPI_SINCE, "EngagedRJStart", DATE),
                 SINCE(KPI_SINCE, "EngagedRJEnd", DATE), SINCE(KPI_SINCE, "ProgressRequest", CODE),
                 SINCE(KPI_SINCE, "ProgressRequestDate", DATE),
                 SINCE(KPI_SINCE, "ProgressProvided", CODE),
                 SINCE(KPI_SINCE, "ProgressProvidedDate", DATE),
                 SINCE(KPI_SINCE, "AdditionalSupportRequest", CODE),
                 SINCE(KPI_SINCE, "AdditionalSupportProvided", CODE))},
    [ASSET] =
        {"assetplus", "AssetPlus", .parent = PERSON,
         COLUMNS(
             A_COUNT, MUST("AssessmentID", TEXT), MUST("Date", DATE), MUST("Stage", CODE),
             ITEM("ROSHJudgement", CODE), ITEM("SafetyWellbeingJudgement", CODE),
             ITEM("LikelihoodOfReoffending", CODE), ITEM("IndicativeLikelihoodOfReoffending", CODE),
             ITEM("YOGRS", NUMBER), ITEM("ScaledApproachInterventionLevel", CODE),
             ITEM("IndicativeScaledApproachInterventionLevel", CODE), ITEM("MAPPACategory", TEXT),
             RISKS("MAPPALevel", "IOMStatus"), RISKS("GangAssociation", "CountyLinesActivity"),
             RISKS("VulnerableToCriminalExploitation", "IsFirstTimeIdentifiedCriminalExploitation"),
             RISKS("ReferredNationalReferralMechanismOrOther", "AtRiskOfSexualExploitation"),
             RISKS("YPParentalStatus", "YPCustodyReview"),
             FLAGS("CareOrder", "CareVoluntary", "CareRemandToLAA"),
             FLAGS("CareRemandToYDA", "CareEligibleChild", "CareRelevantChild"),
             FLAGS("CareChildInNeed", "CareChildProtectionPlan", "CareSiblings"),
             ITEM("ConcernsAccommodation", CODE),
             FLAGS("ConcernsCareHistory", "ConcernsFamilyBehaviour", "ConcernsLearningAndETE"),
             FLAGS("ConcernsLifestyle", "ConcernsLocalIssues", "ConcernsMentalHealth"),
             FLAGS("ConcernsOffenceJustification", "ConcernsOffencesAttitudes",
                   "ConcernsOtherBehaviour"),
             FLAGS("ConcernsParenting", "ConcernsPhysicalHealth", "ConcernsRelationsToOthers"),
             FLAGS("ConcernsRiskToOthers", "ConcernsSafetyWellbeing",
                   "ConcernsSignificantRelationships"),
             FLAGS("ConcernsSpeechLanguageCommunication", "ConcernsSubstanceMisuse",
                   "ConcernsYPAsParent"))},
    [LINK_HO] = LINK("link_ho", "HearingOffence", "Hearing", "Offence"),
    [LINK_HP] = LINK("link_hp", "HearingInterventionProgramme", "Hearing", "InterventionProgramme"),
    [LINK_OP] = LINK("link_op", "OffenceInterventionProgramme", "Offence", "InterventionProgramme"),
    [LINK_OV] = LINK("link_ov", "OffenceVictimIntervention", "Offence", "VictimIntervention"),
    [LINK_PA] =
        LINK("link_pa", "InterventionProgrammeAsset", "InterventionProgramme", "Assessment"),
    [LINK_PP] = LINK("link_pp", "InterventionProgrammeParentingIntervention",
                     "InterventionProgramme", "ParentingIntervention"),
    [HEADER] = {"header", "Header",
                COLUMNS(8, MUST("YOTOUCode", TEXT), MUST("ReturnStartDate", DATE),
                        MUST("ReturnEndDate", DATE), MUST("CMSSystem", TEXT),
                        MUST("CMSExtractVersion", TEXT), MUST("ExtractDateTime", TEXT),
                        MUST("PartNumber", NUMBER), MUST("PartCount", NUMBER))},
    [DELETED] = {"deleted", "CurrentYOTID", .outer = "DeletedChildren", .parent = HEADER,
                 COLUMNS(1, MUST("", TEXT))},
    [BOARD] = {"board", "BoardRow", .outer = "ManagementBoard", .parent = HEADER,
               .first_year = KPI_SINCE,
               COLUMNS(13, MUST("RowType", CODE), SECTOR("ChildrensSocialCare"),
                       SECTOR("Education"), SECTOR("Police"), SECTOR("Probation"), SECTOR("Health"),
                       SECTOR("Other"))},
};

static bool at_top(enum table_id table)
{
    return table == PERSON || table == HEADER;
}

bool column_in_year(const struct column *column, int year)
{
    return (column->first_year == 0 || year >= column->first_year) &&
           (column->last_year == 0 || year <= column->last_year);
}

void record_clear(struct record *record, int year)
{
    record->year = year;
    record->used = 0;
    memset(record->counts, 0, sizeof(record->counts));
}

const char *record_text(struct record *record, const char *text)
{
    size_t length = strlen(text) + 1;
    char *copy = record->texts + record->used;

    if (length > TEXT_ROOM - record->used)
        return "";
    record->used += length;
    return memcpy(copy, text, length);
}

struct row *record_add_below(struct record *record, enum table_id table, unsigned parent)
{
    if (record->counts[table] == MAX_ROWS || record->year < tables[table].first_year ||
        (!at_top(table) && parent >= record->counts[tables[table].parent]))
        return NULL;
    struct row *row = &record->rows[table][record->counts[table]++];

    memset(row, 0, sizeof(*row));
    row->parent = parent;
    return row;
}

struct row *record_add(struct record *record, enum table_id table)
{
    unsigned parents = record->counts[tables[table].parent];

    return record_add_below(record, table, at_top(table) || parents == 0 ? 0 : parents - 1);
}

static void remove_below(struct record *record, enum table_id parent, unsigned row)
{
    for (enum table_id t = PERSON; t < TABLE_COUNT; t++) {
        if (tables[t].parent != parent || at_top(t))
            continue;
        for (unsigned i = record->counts[t]; i > 0; i--)
            if (record->rows[t][i - 1].parent == row)
                record_remove(record, t, i - 1);
        for (unsigned i = 0; i < record->counts[t]; i++)
            if (record->rows[t][i].parent > row)
                record->rows[t][i].parent--;
    }
}

void record_remove(struct record *record, enum table_id table, unsigned row)
{
    struct row *rows = record->rows[table];

    remove_below(record, table, row);
    record->counts[table]--;
    memmove(&rows[row], &rows[row + 1], (record->counts[table] - row) * sizeof(*rows));
}

void record_set(struct record *record, enum table_id table, unsigned column, const char *text)
{
    unsigned count = record->counts[table];

    if (count > 0 && record->year >= tables[table].first_year &&
        column_in_year(&tables[table].columns[column], record->year))
        record->rows[table][count - 1].cells[column] = text;
}

void record_set_day(struct record *record, enum table_id table, unsigned column, day when)
{
    cell text = "";

    if (when == NO_DAY)
        return;
    write_day(when, text);
    record_set(record, table, column, record_text(record, text));
}

void record_set_number(struct record *record, enum table_id table, unsigned column,
                       unsigned long number)
{
    cell text = "";

    snprintf(text, CELL_SIZE, "%lu", number);
    record_set(record, table, column, record_text(record, text));
}

const char *record_get(const struct record *record, enum table_id table, unsigned column)
{
    unsigned count = record->counts[table];

    return count > 0 ? record->rows[table][count - 1].cells[column] : NULL;
}
