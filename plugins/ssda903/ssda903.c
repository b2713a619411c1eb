/* The SSDA903 return as a plugin: years, layout, code lists, recognition. The rules are in rules/.
 */
#include "measures/measures.h"
#include "prepare.h"
#include "schemas.h"

SV_DESCRIBE_FIELDS(Child)
SV_DESCRIBE_FIELDS(Providers)
TABLES_OF_CHILD(SV_DESCRIBE_FIELDS)

/* The HEADER of a child holds the items of several tables: a record is one when it has any. */

static bool is_uasc(const struct sv_row *row)
{
    const struct UASC *uasc = (const struct UASC *)row;
    return present(uasc->DUC) || is_code(uasc->FLAG, UASC_1);
}

static bool is_leaver(const struct sv_row *row)
{
    return has_leaver_data((const struct OC3 *)row);
}

static bool is_adopted_child(const struct sv_row *row)
{
    return has_adoption_data((const struct AD1 *)row);
}

#define HEADER_PATH "EXPSSDA903/CHILD*/HEADER"

/* Of this year's return and, with the same elements and columns, of last year's. `keep_`: whether a
 * record is one; NULL: always. */
#define TABLE_OF_CHILD(T, path_, keep_)                                                            \
    SV_DESCRIBE_TABLE(T, .path = (path_), .parent = TABLE_Child, .key = T##_CHILD,                 \
                      .options = SV_JOINED_BY_KEY | SV_IN_CSV, .keep = (keep_))                    \
    SV_DESCRIBE_TABLE_LAST(T, .path = (path_), .parent = TABLE_Child, .key = T##_CHILD,            \
                           .options = SV_JOINED_BY_KEY | SV_IN_CSV | SV_LAST_YEAR,                 \
                           .keep = (keep_))

/* The same for a table that an XML file need not have. */
#define TABLE_BESIDES(T, path_, first_year_)                                                       \
    SV_DESCRIBE_TABLE(T, .path = (path_), .parent = TABLE_Child, .key = T##_CHILD,                 \
                      .options = SV_JOINED_BY_KEY | SV_IN_CSV | SV_GIVEN_BY_RECORDS,               \
                      .first_year = (first_year_))                                                 \
    SV_DESCRIBE_TABLE_LAST(T, .path = (path_), .parent = TABLE_Child, .key = T##_CHILD,            \
                           .options =                                                              \
                               SV_JOINED_BY_KEY | SV_IN_CSV | SV_LAST_YEAR | SV_GIVEN_BY_RECORDS,  \
                           .first_year = (first_year_))

/* clang-format off */
static const struct sv_table tables[] = {
    SV_DESCRIBE_TABLE(Child, .options = SV_MADE_OF_KEYS, .key = Child_CHILD, .parent = SV_NO_PARENT)
    TABLE_OF_CHILD(Header, HEADER_PATH, NULL)
    TABLE_OF_CHILD(Episodes, "EXPSSDA903/CHILD*/EPISODE*", NULL)
    TABLE_OF_CHILD(Reviews, HEADER_PATH "/AREVIEW*", NULL)
    TABLE_OF_CHILD(UASC, HEADER_PATH, is_uasc)
    TABLE_OF_CHILD(OC2, HEADER_PATH "/OC2*", NULL)
    TABLE_OF_CHILD(OC3, HEADER_PATH, is_leaver)
    TABLE_OF_CHILD(AD1, HEADER_PATH, is_adopted_child)
    TABLE_OF_CHILD(PlacedAdoption, HEADER_PATH "/AD_PLACED*", NULL)
    TABLE_OF_CHILD(PrevPerm, HEADER_PATH "/PERMANENCE*", NULL)
    TABLE_OF_CHILD(Missing, HEADER_PATH "/AMISSING*", NULL)
    TABLE_BESIDES(SWEpisodes, HEADER_PATH "/SW_EPISODE*", 2024)
    TABLE_BESIDES(DoLo, HEADER_PATH "/DOLO*", 2027)
    SV_DESCRIBE_TABLE(Providers, .options = SV_REFERENCE, .kind = "providers",
                      .key = Providers_URN, .parent = SV_NO_PARENT)
};
/* clang-format on */

static const struct sv_year years[] = {
    SV_YEAR(2023, "2022-04-01", "2023-03-31", "ssda903/2023/ssda903.xsd"),
    SV_YEAR(2024, "2023-04-01", "2024-03-31", "ssda903/2024/ssda903.xsd"),
    SV_YEAR(2025, "2024-04-01", "2025-03-31", "ssda903/2025/ssda903.xsd"),
    SV_YEAR(2026, "2025-04-01", "2026-03-31", "ssda903/2026/ssda903.xsd"),
    SV_YEAR(2027, "2026-04-01", "2027-03-31", "ssda903/2027/ssda903.xsd",
            .notice = "2027 is checked by what was known of it in spring 2026."),
};

#define LIST_ADDRESS(L) &L##_list,
static const struct sv_code_list *const lists[] = {SSDA903_CODE_LISTS(LIST_ADDRESS)};

#define SECTION_TITLE(name, title) title,
static const char *const sections[] = {SSDA903_SECTIONS(SECTION_TITLE)};

SV_EXPORT_PLUGIN(.id = "ssda903", .title = "Children looked after return (SSDA903)",
                 .version = "0.1.0", .licence = "MIT",
                 .authority = "Rules and codes of the Department for Education, as far as public "
                              "sources show them.",
                 .years = years, .year_count = sizeof(years) / sizeof(years[0]), .tables = tables,
                 .table_count = TABLE_count, .subject = AT(Child, CHILD), .subject_noun = "child",
                 .subjects_noun = "children", .lists = lists,
                 .list_count = sizeof(lists) / sizeof(lists[0]), .schemas = statval_schemas,
                 .schema_count = sizeof(statval_schemas) / sizeof(statval_schemas[0]),
                 .recognition = {.root = "EXPSSDA903", .year = SV_NOWHERE, .authority = SV_NOWHERE},
                 .rules = SV_RULES_START, .rules_end = SV_RULES_STOP, .prepare = prepare_ssda903,
                 .prepare_subject = prepare_ssda903_child, .sections = sections,
                 .section_count = SECTION_count, SV_FIGURES);
