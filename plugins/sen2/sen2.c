/* The SEN2 return as a plugin: years, layout, code lists, recognition. The rules are in rules/. */
#include "measures/measures.h"
#include "prepare.h"
#include "schemas.h"

SEN2_TABLES(SV_DESCRIBE_FIELDS)

/* A table as the department's portal exports it: every file begins with technical columns. */
#define EXPORTED(name, parent_name, parent_table)                                                  \
    .linked = &(const struct sv_linked)                                                            \
    {                                                                                              \
        .key = name "tableid", .parent_key = parent_name "tableid",                                \
        .parent = TABLE_##parent_table, .others = (const char *const[])                            \
        {                                                                                          \
            "NativeId", name "orderseqcolumn", "sourceid", NULL                                    \
        }                                                                                          \
    }

static const struct sv_linked header_file = {
    .key = "sen2tableid",
    .others = (const char *const[]){"NativeId", "sen2orderseqcolumn", "sourceid", NULL}};

/* clang-format off */
static const struct sv_table tables[] = {
    SV_DESCRIBE_TABLE(Header, .path = "Message/Header", .parent = SV_NO_PARENT,
                      .options = SV_IN_CSV, .linked = &header_file)
    SV_DESCRIBE_TABLE(Person, .path = "Message/Persons/Person*", .parent = SV_NO_PARENT,
                      .options = SV_IN_CSV, EXPORTED("person", "sen2", Header))
    SV_DESCRIBE_TABLE(Requests, .path = "Requests*", .parent = TABLE_Person,
                      .options = SV_IN_CSV, EXPORTED("requests", "person", Person))
    SV_DESCRIBE_TABLE(Assessment, .path = "Assessment*", .parent = TABLE_Requests,
                      .options = SV_IN_CSV | SV_AT_MOST_ONE,
                      EXPORTED("assessment", "requests", Requests))
    SV_DESCRIBE_TABLE(NamedPlan, .path = "NamedPlan*", .parent = TABLE_Assessment,
                      .options = SV_IN_CSV | SV_AT_MOST_ONE,
                      EXPORTED("namedplan", "assessment", Assessment))
    SV_DESCRIBE_TABLE(PlanDetail, .path = "PlanDetail*", .parent = TABLE_NamedPlan,
                      .options = SV_IN_CSV, EXPORTED("plandetail", "namedplan", NamedPlan))
    SV_DESCRIBE_TABLE(ActivePlans, .path = "ActivePlans*", .parent = TABLE_Requests,
                      .options = SV_IN_CSV | SV_AT_MOST_ONE,
                      EXPORTED("activeplans", "requests", Requests))
    SV_DESCRIBE_TABLE(PlacementDetail, .path = "PlacementDetail*", .parent = TABLE_ActivePlans,
                      .options = SV_IN_CSV,
                      EXPORTED("placementdetail", "activeplans", ActivePlans))
    SV_DESCRIBE_TABLE(SENneed, .path = "SENneed*", .parent = TABLE_ActivePlans,
                      .options = SV_IN_CSV, EXPORTED("senneed", "activeplans", ActivePlans))
    SV_DESCRIBE_TABLE(Establishments, .options = SV_REFERENCE, .kind = "establishments",
                      .key = Establishments_URN, .parent = SV_NO_PARENT)
};
/* clang-format on */

static const struct sv_year years[] = {
    SV_YEAR(2023, "2022-01-01", "2022-12-31", "sen2/2023/sen2.xsd"),
    SV_YEAR(2024, "2023-01-01", "2023-12-31", "sen2/2024/sen2.xsd"),
    SV_YEAR(2025, "2024-01-01", "2024-12-31", "sen2/2025/sen2.xsd"),
    SV_YEAR(2026, "2025-01-01", "2025-12-31", "sen2/2026/sen2.xsd"),
    SV_YEAR(2027, "2026-01-01", "2026-12-31", "sen2/2027/sen2.xsd",
            .notice =
                "The specification of the 2027 return was not found: it is checked as that of "
                "2026, with the census day of 2027."),
};

#define SECTION_TITLE(name, title) title,
static const char *const sections[] = {SEN2_SECTIONS(SECTION_TITLE)};

#define LIST_ADDRESS(L) &L##_list,
static const struct sv_code_list *const lists[] = {SEN2_CODE_LISTS(LIST_ADDRESS)};

SV_EXPORT_PLUGIN(
        .id = "sen2", .title = "Special educational needs return (SEN2), person level",
        .version = "0.1.0", .licence = "MIT",
        .authority =
            "No rule here is official: the department's list of rules is not public, so that "
            "all codes are statval's own (LOCAL-SEN2). Each rule says whether its ground is "
            "explicit, implied, or plausibility only.",
        .years = years, .year_count = sizeof(years) / sizeof(years[0]), .tables = tables,
        .table_count = TABLE_count, .subject = AT(Person, Identity), .subject_noun = "person",
        .subjects_noun = "persons", .lists = lists, .list_count = sizeof(lists) / sizeof(lists[0]),
        .schemas = statval_schemas,
        .schema_count = sizeof(statval_schemas) / sizeof(statval_schemas[0]),
        .recognition = {.root = "Message",
                        .collection_path = "Message/Header/CollectionDetails/Collection",
                        .collection = "SEN2",
                        .year = AT(Header, Year),
                        .authority = AT(Header, LEA)},
        .rules = SV_RULES_START, .rules_end = SV_RULES_STOP, .prepare = prepare_sen2,
        .prepare_subject = prepare_sen2_person, .any_order = true, .sections = sections,
        .section_count = SECTION_count, SV_FIGURES);
