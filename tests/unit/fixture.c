#include "fixture.h"

#include <sys/mman.h>
#include <unistd.h>

#include "../../core/base/calendar.h"

SV_DEFINE_CODES(Kind)
SV_DEFINE_CODES(Stray)

FIXTURE_TABLES(SV_DESCRIBE_FIELDS)

/* clang-format off */
static const struct sv_table tables[] = {
    SV_DESCRIBE_TABLE(Notice, .path = "Return/Notice", .parent = SV_NO_PARENT)
    SV_DESCRIBE_TABLE(Person, .path = "Return/People/Person*", .parent = SV_NO_PARENT)
    SV_DESCRIBE_TABLE(Home, .path = ".", .parent = TABLE_Person)
    SV_DESCRIBE_TABLE(Episode, .path = "Episode*", .parent = TABLE_Person)
    SV_DESCRIBE_TABLE(Visit, .path = "Visits*/Visit*", .parent = TABLE_Episode,
                      .options = SV_EMPTY_GROUP_IS_ROW)
    SV_DESCRIBE_TABLE(Stay, .path = "Stay*", .parent = TABLE_Episode)
    SV_DESCRIBE_TABLE(Extra, .path = "Extra*", .parent = TABLE_Person, .first_year = 2027)
    SV_DESCRIBE_TABLE(Remark, .path = "Remark*", .parent = TABLE_Extra)
    SV_DESCRIBE_TABLE(Letter, .path = "Letter*", .parent = TABLE_Person,
                      .options = SV_JOINED_BY_KEY, .key = Letter_Name)
    SV_DESCRIBE_TABLE(Episode_last, .path = "Episode*", .parent = TABLE_Person,
                      .options = SV_LAST_YEAR)
};
/* clang-format on */

static const struct sv_year years[] = {
    SV_YEAR(2025, "2024-04-01", "2025-03-31", "fixture/2025.xsd"),
    SV_YEAR(2026, "2025-04-01", "2026-03-31", "fixture/2026.xsd"),
    SV_YEAR(2027, "2026-04-01", "2027-03-31", "fixture/2027.xsd"),
};

static const struct sv_code_list *const lists[] = {&Kind_list};
static const char *const required[] = {"Return/Notice"};
static const struct sv_rule *const no_rules[] = {NULL};

const struct sv_plugin fixture_plugin = {
    .magic = SV_PLUGIN_MAGIC,
    .abi_major = SV_ABI_MAJOR,
    .abi_minor = SV_ABI_MINOR,
    .size = sizeof(struct sv_plugin),
    .id = "fixture",
    .title = "Return of the tests",
    .version = "0",
    .licence = "MIT",
    .authority = "nobody",
    .years = years,
    .year_count = COUNT_OF(years),
    .tables = tables,
    .table_count = TABLE_count,
    .subject = AT(Person, Name),
    .subject_noun = "person",
    .subjects_noun = "people",
    .lists = lists,
    .list_count = COUNT_OF(lists),
    .recognition = {.root = "Return",
                    .year = AT(Notice, Year),
                    .authority = AT(Notice, Authority),
                    .required = required,
                    .required_count = COUNT_OF(required)},
    .rules = no_rules,
    .rules_end = no_rules,
};

sv_day day(const char *text)
{
    sv_day number = calendar_parse(text, strlen(text));
    assert_int_not_equal(number, SV_NONE);
    return number;
}

void fixture_open(struct fixture *fixture, int year)
{
    *fixture = (struct fixture){.plugin = fixture_plugin};
    fixture->layout = layout_new(&fixture->plugin, year, false);
    store_init(&fixture->store, fixture->layout);
    for (size_t t = 0; t < fixture->plugin.table_count; t++)
        fixture->store.tables[t].given =
            layout_has_table(fixture->layout, &fixture->plugin.tables[t]);
}

static void forget_run(struct fixture *fixture)
{
    results_free(&fixture->results);
    plan_free(&fixture->plan);
}

void fixture_close(struct fixture *fixture)
{
    forget_run(fixture);
    registry_free(&fixture->registry);
    store_free(&fixture->store);
    arena_free(&fixture->kept);
    layout_free(fixture->layout);
}

void fixture_offer(struct fixture *fixture, const struct sv_rule *const *rules, size_t count)
{
    forget_run(fixture);
    registry_free(&fixture->registry);
    fixture->plugin.rules = rules;
    fixture->plugin.rules_end = rules + count;
    registry_offer(&fixture->registry, &fixture->plugin, "test");
    if (fixture->registry.refusal_count)
        fail_msg("the fixture was refused: %s", fixture->registry.refusals[0].reason);
}

void fixture_run(struct fixture *fixture, unsigned jobs)
{
    struct error error;
    const struct sv_year *year = plugin_year(&fixture->plugin, fixture->layout->year);
    forget_run(fixture);
    struct plan_request wish = {
        .plugin = &fixture->registry.plugins[0], .year = year->year, .store = &fixture->store};
    assert_true(plan_make(&fixture->plan, &wish, &error));
    struct engine_request request = {
        .plan = &fixture->plan, .store = &fixture->store, .kept = &fixture->kept, .jobs = jobs};
    request.context = (struct sv_context){.year = year->year,
                                          .period_start = day(year->period_start),
                                          .period_end = day(year->period_end),
                                          .year_end = day(year->period_end),
                                          .today = day("2026-05-04")};
    engine_run(&fixture->results, &request);
}

void fixture_run_one(struct fixture *fixture, const struct sv_rule *rule)
{
    const struct sv_rule *const rules[] = {rule};
    fixture_offer(fixture, rules, 1);
    fixture_run(fixture, 1);
}

static void write_location(const struct fixture *fixture, const struct location *location,
                           FILE *out)
{
    const struct sv_table *table = fixture->store.tables[location->row->table].described;
    fprintf(out, " %s %u", table->name, location->row->number);
    for (uint16_t f = 0; f < table->field_count; f++) {
        if (location->fields >> f & 1)
            fprintf(out, " %s", table->fields[f].name);
    }
}

char *fixture_findings(const struct fixture *fixture)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    struct cursor cursor = {0};
    while (results_next(&fixture->results, &cursor)) {
        fputs(fixture->plan.rules[cursor.rule].rule->code, out);
        for (uint32_t i = 0; i < cursor.finding->count; i++) {
            fputs(i ? ";" : "", out);
            write_location(fixture, &cursor.locations[i], out);
        }
        fputs("\n", out);
    }
    fclose(out);
    return text;
}

void assert_findings(const struct fixture *fixture, const char *expected)
{
    char *found = fixture_findings(fixture);
    assert_string_equal(found, expected);
    free(found);
}

const struct sv_row *add_row(struct fixture *fixture, uint16_t table)
{
    uint16_t parent = tables[table].parent;
    const struct sv_row *above =
        parent == SV_NO_PARENT ? NULL : store_last(&fixture->store, parent);
    const struct sv_row *row = store_add(&fixture->store, table, above);
    assert_non_null(row);
    return row;
}

void set_value(struct fixture *fixture, const struct sv_row *row, uint16_t field, const char *text)
{
    if (text)
        value_read(&fixture->store, &tables[row->table].fields[field], text, strlen(text),
                   store_value(&fixture->store, row, field));
}

const struct sv_row *add_person(struct fixture *fixture, const char *name)
{
    const struct sv_row *row = add_row(fixture, TABLE_Person);
    set_value(fixture, row, Person_Name, name);
    return row;
}

const struct sv_row *add_episode(struct fixture *fixture, const char *start, const char *end)
{
    const struct sv_row *row = add_row(fixture, TABLE_Episode);
    set_value(fixture, row, Episode_Start, start);
    set_value(fixture, row, Episode_End, end);
    return row;
}

const struct sv_row *add_visit(struct fixture *fixture, const char *on)
{
    const struct sv_row *row = add_row(fixture, TABLE_Visit);
    set_value(fixture, row, Visit_Day, on);
    return row;
}

const struct sv_row *add_stay(struct fixture *fixture, const char *from, const char *to)
{
    const struct sv_row *row = add_row(fixture, TABLE_Stay);
    set_value(fixture, row, Stay_From, from);
    set_value(fixture, row, Stay_To, to);
    return row;
}

int file_of_bytes(const char *bytes, size_t length, char name[32])
{
    int descriptor = memfd_create("bytes", 0);
    assert_true(descriptor >= 0);
    for (size_t written = 0; written < length;) {
        ssize_t more = write(descriptor, bytes + written, length - written);
        assert_true(more > 0);
        written += (size_t)more;
    }
    snprintf(name, 32, "/proc/self/fd/%d", descriptor);
    return descriptor;
}
