/* The columns of the tables, and the rows of one person. */
#include "tables.h"

#include <string.h>

#define ITEM(title, how)                                                                           \
    {                                                                                              \
        .name = (title), .kind = (how)                                                             \
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
#define SETTING                                                                                    \
    ITEM("URN", CODE), ITEM("UKPRN", CODE), ITEM("SENSetting", CODE),                              \
        ITEM("SENSettingOther", TEXT), ITEM("PlacementRank", CODE)
#define INDICATORS ITEM("SENunitIndicator", YES_NO), ITEM("ResourcedProvisionIndicator", YES_NO)

const struct table tables[TABLE_COUNT] = {
    [HEADER] = {"Header", "sen2", HEADER,
                COLUMNS(12, ITEM("Collection", CODE), ITEM("Year", CODE),
                        ITEM("ReferenceDate", DATE), ITEM("SourceLevel", CODE), ITEM("LEA", CODE),
                        ITEM("SoftwareCode", TEXT), ITEM("Release", TEXT), ITEM("SerialNo", CODE),
                        ITEM("DateTime", MOMENT), ITEM("DMO", CODE), ITEM("DCO", CODE),
                        SINCE(2025, "DSCO", CODE))},
    [PERSON] = {"Person", "person", HEADER,
                COLUMNS(11, ITEM("Surname", TEXT), ITEM("Forename", TEXT),
                        ITEM("PersonBirthDate", DATE), UNTIL(2023, "GenderCurrent", CODE),
                        SINCE(2024, "Sex", CODE), ITEM("Ethnicity", CODE), ITEM("PostCode", TEXT),
                        ITEM("UPN", CODE), ITEM("UniqueLearnerNumber", CODE),
                        ITEM("UPNunknown", CODE), ROWS_OF(REQUESTS))},
    [REQUESTS] = {"Requests", "requests", PERSON,
                  COLUMNS(10, ITEM("ReceivedDate", DATE), SINCE(2025, "RequestSource", CODE),
                          ITEM("RYA", YES_NO), ITEM("RequestOutcomeDate", DATE),
                          ITEM("RequestOutcome", CODE), ITEM("RequestMediation", YES_NO),
                          ITEM("RequestTribunal", YES_NO), ITEM("Exported", CODE),
                          ROWS_OF(ASSESSMENT), ROWS_OF(ACTIVE_PLANS))},
    [ASSESSMENT] = {"Assessment", "assessment", REQUESTS,
                    COLUMNS(8, ITEM("AssessmentOutcome", CODE), ITEM("AssessmentOutcomeDate", DATE),
                            ITEM("AssessmentMediation", YES_NO), ITEM("AssessmentTribunal", YES_NO),
                            ITEM("OtherMediation", YES_NO), ITEM("OtherTribunal", YES_NO),
                            ITEM("Week20", YES_NO), ROWS_OF(NAMED_PLAN))},
    [NAMED_PLAN] = {"NamedPlan", "namedplan", ASSESSMENT,
                    COLUMNS(9, ITEM("StartDate", DATE), ROWS_OF(PLAN_DETAIL), ITEM("PlanRes", CODE),
                            ITEM("PlanWBP", CODE), ITEM("PB", YES_NO), ITEM("OA", YES_NO),
                            ITEM("DP", CODE), ITEM("CeaseDate", DATE), ITEM("CeaseReason", CODE))},
    [PLAN_DETAIL] = {"PlanDetail", "plandetail", NAMED_PLAN, COLUMNS(7, SETTING, INDICATORS)},
    [ACTIVE_PLANS] = {"ActivePlans", "activeplans", REQUESTS,
                      COLUMNS(11, ITEM("TransferLA", CODE), ROWS_OF(PLACEMENT),
                              UNTIL(2023, "Res", CODE), UNTIL(2023, "WBP", CODE), ROWS_OF(NEED),
                              SINCE(2024, "ReviewMeeting", DATE),
                              SINCE(2024, "ReviewOutcome", CODE), SINCE(2025, "ReviewDraft", DATE),
                              SINCE(2025, "PhaseTransferDueDate", DATE),
                              SINCE(2025, "PhaseTransferFinalDate", DATE),
                              ITEM("LastReview", DATE))},
    [PLACEMENT] = {"PlacementDetail", "placementdetail", ACTIVE_PLANS,
                   COLUMNS(12, SETTING, ITEM("EntryDate", DATE), ITEM("LeavingDate", DATE),
                           UNTIL(2023, "AttendancePattern", CODE), INDICATORS,
                           SINCE(2024, "Res", CODE), SINCE(2024, "WBP", CODE))},
    [NEED] = {"SENneed", "senneed", ACTIVE_PLANS,
              COLUMNS(2, ITEM("SENtype", CODE), ITEM("SENtypeRank", CODE))},
};

bool column_in_year(const struct column *column, int year)
{
    return (column->first_year == 0 || year >= column->first_year) &&
           (column->last_year == 0 || year <= column->last_year);
}

void record_clear(struct record *record, int year)
{
    record->year = year;
    memset(record->counts, 0, sizeof(record->counts));
}

struct row *record_add(struct record *record, enum table_id table)
{
    bool at_top = tables[table].parent == HEADER;
    unsigned parents = record->counts[tables[table].parent];

    if (record->counts[table] == MAX_ROWS || (parents == 0 && !at_top))
        return NULL;
    struct row *row = &record->rows[table][record->counts[table]++];

    memset(row, 0, sizeof(*row));
    row->parent = at_top ? 0 : parents - 1;
    return row;
}

static void remove_below(struct record *record, enum table_id parent, unsigned row)
{
    for (enum table_id t = PERSON; t < TABLE_COUNT; t++) {
        if (tables[t].parent != parent)
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

    if (count > 0 && column_in_year(&tables[table].columns[column], record->year))
        snprintf(record->rows[table][count - 1].cells[column], CELL_SIZE, "%s", text);
}

void record_set_day(struct record *record, enum table_id table, unsigned column, day when)
{
    cell text = "";

    if (when != NO_DAY)
        write_day(when, text);
    record_set(record, table, column, text);
}

const char *record_get(const struct record *record, enum table_id table, unsigned column)
{
    unsigned count = record->counts[table];

    return count > 0 ? record->rows[table][count - 1].cells[column] : "";
}
