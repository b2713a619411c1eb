#include "keyed.h"

SV_DEFINE_CODES(Colour)

SV_DESCRIBE_FIELDS(Member)
CLUB_TABLES(SV_DESCRIBE_FIELDS)
SV_DESCRIBE_FIELDS(Stamp)
SV_DESCRIBE_FIELDS(Place)

static bool is_badge(const struct sv_row *row)
{
    const struct Badge *badge = (const struct Badge *)row;
    return present(badge->Awarded) || present(badge->Kind);
}

static bool is_even(const struct sv_row *row)
{
    const struct Stamp *stamp = (const struct Stamp *)row;
    return readable(stamp->Number) && stamp->Number.number % 2 == 0;
}

#define OF_MEMBER(T, path_, options_, ...)                                                         \
    SV_DESCRIBE_TABLE(T, .path = "Club/Member*/" path_, .parent = TABLE_Member, .key = T##_ID,     \
                      .options = SV_JOINED_BY_KEY | SV_IN_CSV | (options_), __VA_ARGS__)           \
    SV_DESCRIBE_TABLE_LAST(                                                                        \
        T, .path = "Club/Member*/" path_, .parent = TABLE_Member, .key = T##_ID,                   \
        .options = SV_JOINED_BY_KEY | SV_IN_CSV | SV_LAST_YEAR | (options_), __VA_ARGS__)

/* clang-format off */
static const struct sv_table tables[] = {
    SV_DESCRIBE_TABLE(Member, .options = SV_MADE_OF_KEYS, .key = Member_ID, .parent = SV_NO_PARENT)
    OF_MEMBER(Card, "Card", 0, .keep = NULL)
    OF_MEMBER(Trip, "Trip*", 0, .keep = NULL)
    OF_MEMBER(Badge, "Card", 0, .keep = is_badge)
    OF_MEMBER(Call, "Card/Call*", 0, .keep = NULL)
    OF_MEMBER(Poem, "Card/Poem*", SV_GIVEN_BY_RECORDS, .first_year = 2026)
    SV_DESCRIBE_TABLE(Stamp, .path = "Club/Stamp*", .parent = SV_NO_PARENT, .keep = is_even)
    SV_DESCRIBE_TABLE(Place, .options = SV_REFERENCE, .kind = "places", .key = Place_Name,
                      .parent = SV_NO_PARENT)
};
/* clang-format on */

static const struct sv_year years[] = {
    SV_YEAR(2025, "2024-04-01", "2025-03-31", "keyed/2025.xsd"),
    SV_YEAR(2026, "2025-04-01", "2026-03-31", "keyed/2026.xsd"),
    SV_YEAR(2027, "2026-04-01", "2027-03-31", "keyed/2027.xsd"),
};

static const struct sv_code_list *const lists[] = {&Colour_list};
static const struct sv_rule *const no_rules[] = {NULL};

const struct sv_plugin keyed_plugin = {
    .magic = SV_PLUGIN_MAGIC,
    .abi_major = SV_ABI_MAJOR,
    .abi_minor = SV_ABI_MINOR,
    .size = sizeof(struct sv_plugin),
    .id = "keyed",
    .title = "Return of a club",
    .version = "0",
    .licence = "MIT",
    .authority = "nobody",
    .years = years,
    .year_count = COUNT_OF(years),
    .tables = tables,
    .table_count = CLUB_TABLE_count,
    .subject = AT(Member, ID),
    .subject_noun = "member",
    .subjects_noun = "members",
    .lists = lists,
    .list_count = COUNT_OF(lists),
    .recognition = {.root = "Club", .year = SV_NOWHERE, .authority = SV_NOWHERE},
    .rules = no_rules,
    .rules_end = no_rules,
};

void keyed_open(struct fixture *fixture, int year)
{
    *fixture = (struct fixture){.plugin = keyed_plugin};
    fixture->layout = layout_new(&fixture->plugin, year, false);
    store_init(&fixture->store, fixture->layout);
    for (size_t t = 0; t < fixture->plugin.table_count; t++)
        fixture->store.tables[t].given = true;
}

void keyed_set(struct fixture *fixture, const struct sv_row *row, uint16_t field, const char *text)
{
    if (text)
        value_read(&fixture->store, &tables[row->table].fields[field], text, strlen(text),
                   store_value(&fixture->store, row, field));
}

static struct sv_row *add(struct fixture *fixture, uint16_t table)
{
    struct sv_row *row = store_add(&fixture->store, table, NULL);
    assert_non_null(row);
    return row;
}

struct sv_row *add_card(struct fixture *fixture, const char *id)
{
    struct sv_row *row = add(fixture, TABLE_Card);
    keyed_set(fixture, row, Card_ID, id);
    return row;
}

struct sv_row *add_trip(struct fixture *fixture, uint16_t table, const char *id, const char *start)
{
    struct sv_row *row = add(fixture, table);
    keyed_set(fixture, row, Trip_ID, id);
    keyed_set(fixture, row, Trip_Start, start);
    return row;
}

struct sv_row *add_place(struct fixture *fixture, const char *name, const char *town)
{
    struct sv_row *row = add(fixture, TABLE_Place);
    keyed_set(fixture, row, Place_Name, name);
    keyed_set(fixture, row, Place_Town, town);
    return row;
}

const char *keyed_text(const struct fixture *fixture, const struct sv_row *row, uint16_t field)
{
    static char room[VALUE_ROOM];
    const char *text =
        value_text(&fixture->store, &fixture->store.tables[row->table].described->fields[field],
                   *store_value(&fixture->store, row, field), room);
    return text ? text : "-";
}
