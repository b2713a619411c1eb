/* The CIN census as a plugin: years, layout, code lists, recognition. The rules are in rules/. */
#include "measures/measures.h"
#include "schemas.h"

CIN_TABLES(SV_DESCRIBE_FIELDS)

static const struct sv_table tables[] = {
    SV_DESCRIBE_TABLE(Header, .path = "Message/Header", .parent = SV_NO_PARENT) SV_DESCRIBE_TABLE(
        ChildIdentifiers, .path = "Message/Children/Child*",
        .parent = SV_NO_PARENT) SV_DESCRIBE_TABLE(ChildCharacteristics, .path = ".",
                                                  .parent = TABLE_ChildIdentifiers)
        SV_DESCRIBE_TABLE(Disabilities, .path = "ChildCharacteristics/Disabilities*/Disability*",
                          .parent = TABLE_ChildIdentifiers)
            SV_DESCRIBE_TABLE(CINdetails, .path = "CINdetails*", .parent = TABLE_ChildIdentifiers)
                SV_DESCRIBE_TABLE(Assessments, .path = "Assessments*", .parent = TABLE_CINdetails)
                    SV_DESCRIBE_TABLE(AssessmentFactors,
                                      .path = "FactorsIdentifiedAtAssessment*/AssessmentFactors*",
                                      .parent = TABLE_Assessments)
                        SV_DESCRIBE_TABLE(CINPlanDates, .path = "CINPlanDates*",
                                          .parent = TABLE_CINdetails)
                            SV_DESCRIBE_TABLE(Section47, .path = "Section47*",
                                              .parent = TABLE_CINdetails)
                                SV_DESCRIBE_TABLE(ChildProtectionPlans,
                                                  .path = "ChildProtectionPlans*",
                                                  .parent = TABLE_CINdetails)
                                    SV_DESCRIBE_TABLE(Reviews, .path = "Reviews*/CPPreviewDate*",
                                                      .parent = TABLE_ChildProtectionPlans,
                                                      .options = SV_EMPTY_GROUP_IS_ROW)
                                        SV_DESCRIBE_TABLE(
                                            PreProceedingsandFGDM, .path = "PreProceedingsandFGDM*",
                                            .parent = TABLE_CINdetails, .first_year = 2027)};

static const struct sv_year years[] = {
    SV_YEAR(2023, "2022-04-01", "2023-03-31", "cin/2023/cin.xsd"),
    SV_YEAR(2024, "2023-04-01", "2024-03-31", "cin/2024/cin.xsd"),
    SV_YEAR(2025, "2024-04-01", "2025-03-31", "cin/2025/cin.xsd"),
    SV_YEAR(2026, "2025-04-01", "2026-03-31", "cin/2026/cin.xsd"),
    SV_YEAR(2027, "2026-04-01", "2027-03-31", "cin/2027/cin.xsd",
            .notice = "2027 is checked by what was known of it in December 2025."),
};

#define SECTION_TITLE(name, title) title,
static const char *const sections[] = {CIN_SECTIONS(SECTION_TITLE)};

#define LIST_ADDRESS(L) &L##_list,
static const struct sv_code_list *const lists[] = {CIN_CODE_LISTS(LIST_ADDRESS)};

/* Without these groups a file has nothing that rules could be run on. */
static const char *const required[] = {"Message/Header", "Message/Children"};

SV_EXPORT_PLUGIN(.id = "cin", .title = "Children in need census", .version = "0.1.0",
                 .licence = "MIT",
                 .authority =
                     "Rules and codes of the Department for Education, as far as public sources "
                     "show them.",
                 .years = years, .year_count = sizeof(years) / sizeof(years[0]), .tables = tables,
                 .table_count = TABLE_count, .subject = AT(ChildIdentifiers, LAchildID),
                 .subject_noun = "child", .subjects_noun = "children", .lists = lists,
                 .list_count = sizeof(lists) / sizeof(lists[0]), .schemas = statval_schemas,
                 .schema_count = sizeof(statval_schemas) / sizeof(statval_schemas[0]),
                 .recognition = {.root = "Message",
                                 .collection_path = "Message/Header/CollectionDetails/Collection",
                                 .collection = "CIN",
                                 .year = AT(Header, Year),
                                 .authority = AT(Header, LEA),
                                 .required = required,
                                 .required_count = 2},
                 .rules = SV_RULES_START, .rules_end = SV_RULES_STOP, .sections = sections,
                 .section_count = SECTION_count, SV_FIGURES);
