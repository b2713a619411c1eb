/* The tables as data, and the rows of one child. */
#include "tables.h"

#include <string.h>

#define FIELD(what, of)                                                                            \
    {                                                                                              \
        .name = (what), .kind = (of)                                                               \
    }
#define MUST(what, of)                                                                             \
    {                                                                                              \
        .name = (what), .kind = (of), .mandatory = true                                            \
    }
#define KEY FIELD("CHILD", IDENTIFIER)
#define DOB FIELD("DOB", BIRTH)

const struct table tables[TABLE_COUNT] = {
    [HEADER] = {"Header",
                "header",
                "HEADER",
                0,
                8,
                {{"CHILD", IDENTIFIER, "CHILDID", true},
                 MUST("SEX", SEX),
                 MUST("DOB", BIRTH),
                 MUST("ETHNIC", CODE),
                 MUST("UPN", CODE),
                 FIELD("MOTHER", CODE),
                 FIELD("MC_DOB", DATE),
                 MUST("UASC", XML_ONLY)}},
    [EPISODES] = {"Episodes",
                  "episodes",
                  "EPISODE",
                  0,
                  13,
                  {KEY,
                   MUST("DECOM", DATE),
                   MUST("RNE", CODE),
                   MUST("LS", CODE),
                   MUST("CIN", CODE),
                   {"PLACE", CODE, "PL", true},
                   FIELD("PLACE_PROVIDER", CODE),
                   MUST("DEC", DATE),
                   MUST("REC", CODE),
                   FIELD("REASON_PLACE_CHANGE", CODE),
                   FIELD("HOME_POST", POSTCODE),
                   FIELD("PL_POST", POSTCODE),
                   FIELD("URN", CODE)}},
    [REVIEWS] = {"Reviews",
                 "reviews",
                 "AREVIEW",
                 0,
                 4,
                 {KEY, DOB, MUST("REVIEW", DATE), MUST("REVIEW_CODE", CODE)}},
    [UASC] = {"UASC", "uasc", NULL, 0, 4, {KEY, FIELD("SEX", SEX), DOB, FIELD("DUC", DATE)}},
    [OC2] = {"OC2",
             "oc2",
             "OC2",
             0,
             12,
             {KEY, DOB, FIELD("SDQ_SCORE", CODE), FIELD("SDQ_REASON", CODE),
              FIELD("CONVICTED", CODE), FIELD("HEALTH_CHECK", CODE), FIELD("IMMUNISATIONS", CODE),
              FIELD("TEETH_CHECK", CODE), FIELD("HEALTH_ASSESSMENT", CODE),
              FIELD("SUBSTANCE_MISUSE", CODE), FIELD("INTERVENTION_RECEIVED", CODE),
              FIELD("INTERVENTION_OFFERED", CODE)}},
    [OC3] = {"OC3",
             "oc3",
             NULL,
             0,
             5,
             {KEY, DOB, FIELD("IN_TOUCH", CODE), FIELD("ACTIV", CODE), FIELD("ACCOM", CODE)}},
    [AD1] = {"AD1",
             "ad1",
             NULL,
             0,
             8,
             {KEY, DOB, FIELD("DATE_INT", DATE), FIELD("DATE_MATCH", DATE),
              FIELD("FOSTER_CARE", CODE), FIELD("NB_ADOPTR", CODE), FIELD("SEX_ADOPTR", CODE),
              FIELD("LS_ADOPTR", CODE)}},
    [PLACED] = {"PlacedAdoption",
                "placed_for_adoption",
                "AD_PLACED",
                0,
                5,
                {KEY, DOB, MUST("DATE_PLACED", DATE), FIELD("DATE_PLACED_CEASED", DATE),
                 FIELD("REASON_PLACED_CEASED", CODE)}},
    [PERMANENCE] = {"PrevPerm",
                    "previous_permanence",
                    "PERMANENCE",
                    0,
                    5,
                    {KEY, DOB, FIELD("PREV_PERM", CODE), FIELD("LA_PERM", CODE),
                     FIELD("DATE_PERM", DATE)}},
    [MISSING] = {"Missing",
                 "missing",
                 "AMISSING",
                 0,
                 5,
                 {KEY, DOB, MUST("MISSING", CODE), MUST("MIS_START", DATE),
                  FIELD("MIS_END", DATE)}},
    [SOCIAL_WORKERS] = {"SWEpisodes",
                        "sw_episodes",
                        "SW_EPISODE",
                        SOCIAL_WORKERS_SINCE,
                        6,
                        {KEY, DOB, MUST("SW_ID", CODE), MUST("SW_DECOM", DATE),
                         FIELD("SW_DEC", DATE), FIELD("SW_REASON", CODE)}},
    [DOLO] = {"DoLo",
              "dolo",
              "DOLO",
              DOLO_SINCE,
              4,
              {KEY, DOB, MUST("DOLO_START", DATE), FIELD("DOLO_END", DATE)}}};

void record_clear(struct record *record, int year)
{
    record->year = year;
    memset(record->counts, 0, sizeof(record->counts));
}

struct row *record_add(struct record *record, enum table_id table)
{
    if (record->counts[table] == MAX_ROWS)
        return NULL;
    struct row *row = &record->rows[table][record->counts[table]++];
    memset(row, 0, sizeof(*row));
    return row;
}

void record_remove(struct record *record, enum table_id table, unsigned row)
{
    struct row *rows = record->rows[table];
    unsigned last = --record->counts[table];

    memmove(rows + row, rows + row + 1, (last - row) * sizeof(*rows));
}

const char *record_text(const struct record *record, enum table_id table, unsigned row,
                        unsigned column)
{
    const char *text = record->rows[table][row].cells[column];
    enum column_kind kind = tables[table].columns[column].kind;

    if (text[0] != '\0' || kind > SEX)
        return text;
    return kind == IDENTIFIER ? record->child : kind == BIRTH ? record->birth : record->sex;
}
