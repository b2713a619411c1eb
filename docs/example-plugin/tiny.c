/* A complete plugin: a return of visits to children, with one rule. */
#include <statval/rule.h>

#include "schemas.h" /* made by the build from tiny.xsd */

/* The tables and their fields; where no path is given, the element has the field's name. */
#define Header_FIELDS(FIELD, T) FIELD(T, Year, .type = SV_NUMBER) FIELD(T, LEA, .type = SV_TEXT)
#define Child_FIELDS(FIELD, T) FIELD(T, ID, .type = SV_TEXT)
#define Visit_FIELDS(FIELD, T) FIELD(T, Planned, .type = SV_DATE) FIELD(T, Held, .type = SV_DATE)
#define TABLES(TABLE) TABLE(Header) TABLE(Child) TABLE(Visit)
#define TABLE_NUMBER(T) TABLE_##T,

enum { TABLES(TABLE_NUMBER) TABLE_count };
TABLES(SV_RECORD)
TABLES(SV_DESCRIBE_FIELDS)

/* clang-format off */
static const struct sv_table tables[] = {
    SV_DESCRIBE_TABLE(Header, .path = "Visits", .parent = SV_NO_PARENT)
    SV_DESCRIBE_TABLE(Child, .path = "Visits/Child*", .parent = SV_NO_PARENT)
    SV_DESCRIBE_TABLE(Visit, .path = "Visit*", .parent = TABLE_Child)
};
/* clang-format on */

static const struct sv_year years[] = {SV_YEAR(2026, "2025-04-01", "2026-03-31", "tiny.xsd")};

ROW_RULE(Visit, .code = "T1", .severity = SV_QUERY, .first_year = 2026,
         FIELDS(AT(Visit, Held), AT(Visit, Planned)),
         .message = "This visit was held before the day for which it was planned.",
         .why = "A date is wrong, or the visit was brought forward; then explain why.",
         .source = "House rule of the example")
{
    return before(row->Held, row->Planned);
}

SV_EXPORT_PLUGIN(.id = "tiny", .title = "Visits (example)", .version = "1.0", .licence = "MIT",
                 .authority = "Nobody: this return exists to show how a plugin is made.",
                 .years = years, .year_count = 1, .tables = tables, .table_count = TABLE_count,
                 .subject = AT(Child, ID), .subject_noun = "child", .subjects_noun = "children",
                 .schemas = statval_schemas, .schema_count = 1,
                 .recognition = {.root = "Visits",
                                 .year = AT(Header, Year),
                                 .authority = AT(Header, LEA)},
                 .rules = SV_RULES_START, .rules_end = SV_RULES_STOP);
