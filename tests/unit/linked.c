#include "linked.h"

SV_DEFINE_CODES(Answer)
SV_DEFINE_CODES(Shape)

LIBRARY_TABLES(SV_DESCRIBE_FIELDS)

static const char *const others[] = {"source", NULL};
static const struct sv_linked desk_keys = {.key = "deskid", .others = others};
static const struct sv_linked reader_keys = {"readerid", "deskid", TABLE_Desk, others};
static const struct sv_linked loan_keys = {"loanid", "readerid", TABLE_Reader, others};
static const struct sv_linked slip_keys = {"slipid", "loanid", TABLE_Loan, NULL};

/* clang-format off */
static const struct sv_table tables[] = {
    SV_DESCRIBE_TABLE(Desk, .path = "Library/Desk", .parent = SV_NO_PARENT, .options = SV_IN_CSV,
                      .linked = &desk_keys)
    SV_DESCRIBE_TABLE(Reader, .path = "Library/Readers/Reader*", .parent = SV_NO_PARENT,
                      .options = SV_IN_CSV, .linked = &reader_keys)
    SV_DESCRIBE_TABLE(Loan, .path = "Loan*", .parent = TABLE_Reader, .options = SV_IN_CSV,
                      .linked = &loan_keys)
    SV_DESCRIBE_TABLE(Slip, .path = "Slip*", .parent = TABLE_Loan,
                      .options = SV_IN_CSV | SV_AT_MOST_ONE, .linked = &slip_keys)
    SV_DESCRIBE_TABLE(Fine, .path = "Fine*", .parent = TABLE_Reader,
                      .options = SV_IN_CSV | SV_JOINED_BY_KEY, .key = Fine_Name)
};
/* clang-format on */

static const struct sv_year years[] = {
    SV_YEAR(2025, "2024-04-01", "2025-03-31", "library.xsd"),
    SV_YEAR(2026, "2025-04-01", "2026-03-31", "library.xsd"),
};

/* Of one year's form: what rules tell besides is not its business. */
static const char schema[] =
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
    "<xs:element name='Library'><xs:complexType><xs:sequence>"
    "<xs:element name='Desk'><xs:complexType><xs:sequence>"
    "<xs:element name='Year' type='xs:token' minOccurs='0'/>"
    "<xs:element name='Office' type='xs:token' minOccurs='0'/>"
    "</xs:sequence></xs:complexType></xs:element>"
    "<xs:element name='Readers'><xs:complexType><xs:sequence>"
    "<xs:element name='Reader' type='ReaderType' minOccurs='0' maxOccurs='unbounded'/>"
    "</xs:sequence></xs:complexType></xs:element>"
    "</xs:sequence></xs:complexType></xs:element>"
    "<xs:complexType name='ReaderType'><xs:sequence>"
    "<xs:element name='Name' type='xs:token' minOccurs='0'/>"
    "<xs:element name='Born' type='xs:token' minOccurs='0'/>"
    "<xs:element name='Seen' type='xs:token' minOccurs='0'/>"
    "<xs:element name='Adult' minOccurs='0'><xs:simpleType><xs:restriction base='xs:string'>"
    "<xs:maxLength value='1'/></xs:restriction></xs:simpleType></xs:element>"
    "<xs:element name='Number' type='xs:int' minOccurs='0'/>"
    "<xs:element name='Loan' minOccurs='0' maxOccurs='unbounded'><xs:complexType><xs:sequence>"
    "<xs:element name='Day' type='xs:token' minOccurs='0'/>"
    "<xs:choice minOccurs='0'><xs:element name='Shape' type='xs:token'/>"
    "<xs:element name='shape' type='xs:token'/></xs:choice>"
    "<xs:element name='Slip' minOccurs='0'><xs:complexType><xs:sequence>"
    "<xs:element name='Words' type='xs:token' minOccurs='0'/>"
    "</xs:sequence></xs:complexType></xs:element>"
    "</xs:sequence></xs:complexType></xs:element>"
    "</xs:sequence></xs:complexType></xs:schema>";

static const struct sv_schema_file schemas[] = {
    {"library.xsd", (const unsigned char *)schema, sizeof(schema) - 1}};
static const struct sv_code_list *const lists[] = {&Answer_list, &Shape_list};
static const struct sv_rule *const no_rules[] = {NULL};

const struct sv_plugin linked_plugin = {
    .magic = SV_PLUGIN_MAGIC,
    .abi_major = SV_ABI_MAJOR,
    .abi_minor = SV_ABI_MINOR,
    .size = sizeof(struct sv_plugin),
    .id = "linked",
    .title = "Return of a library",
    .version = "0",
    .licence = "MIT",
    .authority = "nobody",
    .years = years,
    .year_count = COUNT_OF(years),
    .tables = tables,
    .table_count = LIBRARY_TABLE_count,
    .subject = AT(Reader, Name),
    .subject_noun = "reader",
    .subjects_noun = "readers",
    .lists = lists,
    .list_count = COUNT_OF(lists),
    .schemas = schemas,
    .schema_count = COUNT_OF(schemas),
    .recognition = {.root = "Library", .year = AT(Desk, Year), .authority = SV_NOWHERE},
    .rules = no_rules,
    .rules_end = no_rules,
    .any_order = true,
};

void linked_open(struct fixture *fixture, int year, unsigned forms)
{
    static struct sv_rule rule = {RULE_TEXTS, .code = "F", .kind = SV_FORM_RULE};
    static const struct sv_rule *const rules[] = {&rule};
    *fixture = (struct fixture){.plugin = linked_plugin};
    rule.forms = (uint8_t)forms;
    fixture->plugin.rules = rules;
    fixture->plugin.rules_end = rules + (forms != 0);
    fixture->layout = layout_new(&fixture->plugin, year, false);
    store_init(&fixture->store, fixture->layout);
}

static uint32_t key_text(struct fixture *fixture, const char *key)
{
    return key ? texts_add(&fixture->store.texts, key, strlen(key)) : 0;
}

struct sv_row *add_linked(struct fixture *fixture, uint16_t table, const char *own,
                          const char *above)
{
    struct sv_row *row = store_add(&fixture->store, table, NULL);
    assert_non_null(row);
    store_link_begin(&fixture->store, row);
    fixture->store.tables[table].given = true;
    *store_link_of(&fixture->store, row) =
        (struct link){key_text(fixture, own), key_text(fixture, above)};
    return row;
}

void linked_set(struct fixture *fixture, const struct sv_row *row, uint16_t field, const char *text)
{
    value_read(&fixture->store, &tables[row->table].fields[field], text, strlen(text),
               store_value(&fixture->store, row, field));
}

static void tell_nobody(void *context, const struct sv_row *row, enum link_fault fault)
{
    (void)context, (void)row, (void)fault;
}

void link_quietly(struct fixture *fixture)
{
    store_link(&fixture->store, tell_nobody, NULL);
}

static void write_note(const struct fixture *fixture, const struct note *note, FILE *out)
{
    const struct texts *texts = &fixture->store.texts;
    const struct sv_table *table = note->row ? &tables[note->row->table] : NULL;
    fprintf(out, "%s %u ", table ? table->name : "-", note->row ? note->row->number : 0);
    if (note->field == NO_FIELD)
        fprintf(out, "%s=%s", texts_get(texts, note->name), texts_get(texts, note->value));
    else
        fputs(table ? table->fields[note->field].name : "?", out);
    fprintf(out, " %u @ %u\n", note->fault, note->offset);
}

char *linked_notes(const struct fixture *fixture)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    for (size_t i = 0; i < fixture->store.notes.count; i++)
        write_note(fixture, &fixture->store.notes.list[i], out);
    fclose(out);
    return text;
}

void assert_notes(const struct fixture *fixture, const char *expected)
{
    char *notes = linked_notes(fixture);
    assert_string_equal(notes, expected);
    free(notes);
}
