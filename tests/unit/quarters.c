#include "quarters.h"

SV_DEFINE_CODES(Order)

QUARTER_TABLES(SV_DESCRIBE_FIELDS)

/* clang-format off */
static const struct sv_table tables[] = {
    SV_DESCRIBE_TABLE(Front, .path = "Quarter/Front", .parent = SV_NO_PARENT)
    SV_DESCRIBE_TABLE(Client, .path = "Quarter/Client*", .parent = SV_NO_PARENT)
    SV_DESCRIBE_TABLE(Gone, .path = "Quarter/Gone/Name*", .parent = SV_NO_PARENT)
    SV_DESCRIBE_TABLE(Seat, .path = "Quarter/Board/Seat*", .parent = SV_NO_PARENT,
                      .options = SV_EMPTY_GROUP_IS_ROW)
};
/* clang-format on */

static const struct sv_year years[] = {
    SV_YEAR(2025, "2024-04-01", "2025-03-31", "quarter.xsd"),
    SV_YEAR(2026, "2025-04-01", "2026-03-31", "quarter.xsd"),
    SV_YEAR(2027, "2026-04-01", "2027-03-31", "quarter.xsd"),
};

/* Anything goes: its form is told by the types of the fields. */
static const char schema[] =
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='Quarter'/>"
    "</xs:schema>";

static const struct sv_schema_file schemas[] = {
    {"quarter.xsd", (const unsigned char *)schema, sizeof(schema) - 1}};
static const struct sv_code_list *const lists[] = {&Order_list};
static const struct sv_rule *const no_rules[] = {NULL};
static const struct sv_at period[] = {AT(Front, First), AT(Front, Last)};
static const struct sv_at part = AT(Front, Number);

const struct sv_plugin quarter_plugin = {
    .magic = SV_PLUGIN_MAGIC,
    .abi_major = SV_ABI_MAJOR,
    .abi_minor = SV_ABI_MINOR,
    .size = sizeof(struct sv_plugin),
    .id = "quarter",
    .title = "Return of a quarter",
    .version = "0",
    .licence = "MIT",
    .authority = "nobody",
    .years = years,
    .year_count = COUNT_OF(years),
    .tables = tables,
    .table_count = QUARTER_TABLE_count,
    .subject = AT(Client, Name),
    .subject_noun = "client",
    .subjects_noun = "clients",
    .lists = lists,
    .list_count = COUNT_OF(lists),
    .schemas = schemas,
    .schema_count = COUNT_OF(schemas),
    .recognition = {.root = "Quarter",
                    .year = AT(Front, Last),
                    .first_month = 4,
                    .authority = AT(Front, Team),
                    .period = period,
                    .part = &part},
    .rules = no_rules,
    .rules_end = no_rules,
};

void quarter_open(struct quarter_run *run, const struct sv_rule *const *rules, size_t count)
{
    *run = (struct quarter_run){.plugin = quarter_plugin};
    if (count) {
        run->plugin.rules = rules;
        run->plugin.rules_end = rules + count;
    }
    registry_offer(&run->registry, &run->plugin, "test");
    assert_int_equal(run->registry.count, 1);
    run->request = (struct check_request){.registry = &run->registry,
                                          .period_start = SV_NONE,
                                          .period_end = SV_NONE,
                                          .today = day("2026-12-31"),
                                          .jobs = 1,
                                          .size_limit = 1000000};
}

void quarter_close(struct quarter_run *run)
{
    check_free(&run->check);
    registry_free(&run->registry);
}

bool quarter_check(struct quarter_run *run, const char *const *paths, size_t count)
{
    check_free(&run->check);
    run->request.files = paths;
    run->request.file_count = count;
    return check_run(&run->check, &run->request, &run->error);
}
