/* The tree of elements that the reader walks, by collection year. */
#include "keyed.h"
#include "linked.h"

static struct layout *layout;

static struct layout *layout_of(int year)
{
    return layout_new(&fixture_plugin, year, false);
}

static int make_layout(void **state)
{
    (void)state;
    layout = layout_of(2027);
    return 0;
}

static int free_layout(void **state)
{
    (void)state;
    layout_free(layout);
    return 0;
}

static const struct node *find(const char *path)
{
    const struct node *node = layout_find(layout, path);
    if (!node)
        fail_msg("there is no %s", path);
    return node;
}

static void years_of_things(void **state)
{
    (void)state;
    assert_true(in_years(0, 0, 2025));
    assert_true(in_years(2025, 0, 2025));
    assert_true(in_years(0, 2025, 2025));
    assert_true(in_years(2024, 2026, 2025));
    assert_false(in_years(2026, 0, 2025));
    assert_false(in_years(0, 2024, 2025));
    assert_int_equal(plugin_year(&fixture_plugin, 2026)->year, 2026);
    assert_null(plugin_year(&fixture_plugin, 2024));
    assert_null(plugin_year(&fixture_plugin, 0));
}

static void paths_are_walked_from_the_document_down(void **state)
{
    (void)state;
    assert_ptr_equal(find(""), layout->top);
    assert_string_equal(find("Return")->name, "Return");
    assert_string_equal(find("Return/People/Person/Episode/Visits/Visit")->name, "Visit");
    assert_ptr_equal(find("Return/People")->parent, find("Return"));
    assert_null(find("Return")->parent->parent);
    assert_null(layout_find(layout, "People"));
    assert_null(layout_find(layout, "Return/Peop"));
    assert_null(layout_find(layout, "Return/People2"));
    assert_null(layout_find(layout, "Return/Notice/Person"));
    assert_null(layout_find(layout, "return"));
}

static void children_by_name(void **state)
{
    (void)state;
    const struct node *person = find("Return/People/Person");
    assert_ptr_equal(layout_child(person, "Born"), find("Return/People/Person/Born"));
    assert_null(layout_child(person, "Visit"));
    assert_null(layout_child(person, ""));
    assert_null(layout_child(layout_child(person, "Born"), "Born"));
}

static void records_open_at_their_elements(void **state)
{
    (void)state;
    const struct node *person = find("Return/People/Person");
    assert_int_equal(person->open_count, 2); /* the home stands in the same element */
    assert_int_equal(person->opens[0], TABLE_Person);
    assert_int_equal(person->opens[1], TABLE_Home);
    const struct node *visit = find("Return/People/Person/Episode/Visits/Visit");
    assert_int_equal(visit->open_count, 1);
    assert_int_equal(visit->opens[0], TABLE_Visit);
    assert_int_equal(find("Return/People")->open_count, 0);
    assert_int_equal(find("Return/People/Person/Born")->open_count, 0);
}

static void fields_lie_at_their_elements(void **state)
{
    (void)state;
    const struct node *born = find("Return/People/Person/Born");
    assert_int_equal(born->table, TABLE_Person);
    assert_int_equal(born->field, Person_Born);
    const struct node *year = find("Return/Notice/About/Year");
    assert_int_equal(year->table, TABLE_Notice);
    assert_int_equal(year->field, Notice_Year);
    const struct node *postcode = find("Return/People/Person/Home/Postcode");
    assert_int_equal(postcode->table, TABLE_Home);
    assert_int_equal(postcode->field, Home_Postcode);
    const struct node *visit = find("Return/People/Person/Episode/Visits/Visit"); /* path "." */
    assert_int_equal(visit->table, TABLE_Visit);
    assert_int_equal(visit->field, Visit_Day);
    assert_int_equal(find("Return/People")->field, NO_FIELD);
    assert_int_equal(find("Return/People/Person")->field, NO_FIELD);
}

static void starred_steps_repeat(void **state)
{
    (void)state;
    static const char *const several[] = {"Return/People/Person", "Return/People/Person/Episode",
                                          "Return/People/Person/Episode/Visits",
                                          "Return/People/Person/Episode/Visits/Visit"};
    static const char *const single[] = {"Return", "Return/Notice", "Return/People",
                                         "Return/People/Person/Born", "Return/People/Person/Home"};
    for (size_t i = 0; i < COUNT_OF(several); i++)
        assert_true(find(several[i])->repeats);
    for (size_t i = 0; i < COUNT_OF(single); i++)
        assert_false(find(single[i])->repeats);
}

static void empty_groups_make_rows_where_the_table_says_so(void **state)
{
    (void)state;
    assert_int_equal(find("Return/People/Person/Episode/Visits")->group_of, TABLE_Visit);
    assert_int_equal(find("Return/People/Person/Episode/Visits/Visit")->group_of, NO_TABLE);
    assert_int_equal(find("Return/People/Person/Episode")->group_of, NO_TABLE);
    assert_int_equal(find("Return/People")->group_of, NO_TABLE);
}

static void what_the_year_does_not_have_is_left_out(void **state)
{
    (void)state;
    struct layout *older = layout_of(2025);
    assert_non_null(layout_find(older, "Return/People/Person/Former"));
    assert_null(layout_find(older, "Return/People/Person/Latter"));
    assert_null(layout_find(older, "Return/People/Person/Extra"));
    assert_null(layout_find(older, "Return/People/Person/Extra/Remark"));
    assert_null(layout_find(layout, "Return/People/Person/Former"));
    assert_non_null(layout_find(layout, "Return/People/Person/Latter"));
    assert_non_null(layout_find(layout, "Return/People/Person/Extra/Remark"));
    layout_free(older);
}

static void mark(const struct node *node, bool *seen)
{
    assert_true(node->id < layout->node_count);
    assert_false(seen[node->id]);
    seen[node->id] = true;
    for (const struct node *child = node->child; child; child = child->next) {
        assert_ptr_equal(child->parent, node);
        mark(child, seen);
    }
}

static void every_node_has_a_number_of_its_own(void **state)
{
    (void)state;
    bool *seen = calloc(layout->node_count, sizeof(*seen));
    assert_non_null(seen);
    mark(layout->top, seen);
    for (uint16_t i = 0; i < layout->node_count; i++)
        assert_true(seen[i]);
    free(seen);
}

static void lists_of_the_plugin_are_indexed(void **state)
{
    (void)state;
    const struct codes *codes = layout_codes(layout, &Kind_list);
    assert_non_null(codes);
    assert_ptr_equal(codes_list(codes), &Kind_list);
    assert_null(layout_codes(layout, &Stray_list));
    assert_null(layout_codes(layout, NULL));
}

static void fields_by_number(void **state)
{
    (void)state;
    struct sv_at at = AT(Person, Kind);
    assert_string_equal(layout_field(layout, at)->name, "Kind");
    layout_free(NULL);
}

/* A return whose values stand further up. */

static const struct node *club_node(const struct layout *club, const char *path)
{
    const struct node *node = layout_find(club, path);
    if (!node)
        fail_msg("there is no %s", path);
    return node;
}

static void assert_lift(const struct lift *lift, struct sv_at to, struct sv_at from)
{
    assert_int_equal(lift->to.table, to.table);
    assert_int_equal(lift->to.field, to.field);
    assert_int_equal(lift->from.table, from.table);
    assert_int_equal(lift->from.field, from.field);
}

/* They are made at the end of the element that holds both. */
static void lifts_lie_where_both_ends_are(void **state)
{
    (void)state;
    struct layout *club = layout_new(&keyed_plugin, 2026, false);
    const struct node *member = club_node(club, "Club/Member");
    const struct node *card = club_node(club, "Club/Member/Card");
    assert_int_equal(member->lift_count, 2);
    assert_lift(&member->lifts[0], (struct sv_at)AT(Trip, ID), (struct sv_at)AT(Card, ID));
    assert_lift(&member->lifts[1], (struct sv_at)AT(Badge, ID), (struct sv_at)AT(Card, ID));
    assert_int_equal(card->lift_count, 3);
    assert_lift(&card->lifts[0], (struct sv_at)AT(Call, ID), (struct sv_at)AT(Card, ID));
    assert_lift(&card->lifts[1], (struct sv_at)AT(Call, Born), (struct sv_at)AT(Card, Born));
    assert_lift(&card->lifts[2], (struct sv_at)AT(Poem, ID), (struct sv_at)AT(Card, ID));
    assert_null(layout_find(club, "Club/Member/Trip/ID")); /* no element of its own */
    assert_null(layout_find(club, "Club/Member/Trip/.."));
    layout_free(club);
}

/* Whether a record is kept is asked where all its values are there. */
static void filters_lie_where_all_values_are(void **state)
{
    (void)state;
    struct layout *club = layout_new(&keyed_plugin, 2026, false);
    const struct node *member = club_node(club, "Club/Member");
    const struct node *stamp = club_node(club, "Club/Stamp");
    assert_int_equal(member->filter_count, 1);
    assert_int_equal(member->filters[0].table, TABLE_Badge);
    assert_int_equal(member->filters[0].instead, TABLE_Card);
    assert_int_equal(stamp->filter_count, 1);
    assert_int_equal(stamp->filters[0].table, TABLE_Stamp);
    assert_int_equal(stamp->filters[0].instead, NO_TABLE);
    assert_int_equal(club_node(club, "Club/Member/Card")->filter_count, 0);
    assert_int_equal(club->mark_count, 5 + 2);
    layout_free(club);
}

/* Subjects made of keys, and reference data, are in no file; derived fields neither. */
static void what_is_in_no_file_has_no_element(void **state)
{
    (void)state;
    struct layout *club = layout_new(&keyed_plugin, 2026, false);
    assert_null(layout_find(club, "Club/Member/ID"));
    assert_int_equal(club_node(club, "Club/Member")->open_count, 0);
    assert_null(layout_find(club, "Name"));
    assert_null(layout_find(club, "Club/Member/Card/Trips"));
    assert_non_null(layout_find(club, "Club/Member/Card/Secret")); /* only not in CSV */
    assert_false(layout_has_table(club, &keyed_plugin.tables[TABLE_Member]));
    assert_false(layout_has_table(club, &keyed_plugin.tables[TABLE_Place]));
    assert_false(layout_has_table(club, &keyed_plugin.tables[TABLE_Card_last]));
    assert_true(layout_has_table(club, &keyed_plugin.tables[TABLE_Card]));
    layout_free(club);
}

/* The same elements, but with the tables of last year and as they were then. */
static void the_layout_of_last_year(void **state)
{
    (void)state;
    struct layout *last = layout_new(&keyed_plugin, 2025, true);
    const struct node *card = club_node(last, "Club/Member/Card");
    assert_int_equal(card->open_count, 2);
    assert_int_equal(card->opens[0], TABLE_Card_last);
    assert_int_equal(card->opens[1], TABLE_Badge_last);
    assert_null(layout_find(last, "Club/Member/Card/Motto"));
    assert_null(layout_find(last, "Club/Member/Card/Poem"));
    assert_null(layout_find(last, "Club/Stamp")); /* not of last year */
    assert_int_equal(club_node(last, "Club/Member")->lifts[0].to.table, TABLE_Trip_last);
    assert_int_equal(club_node(last, "Club/Member")->lifts[0].from.table, TABLE_Card_last);
    assert_int_equal(club_node(last, "Club/Member")->filters[0].table, TABLE_Badge_last);
    assert_true(layout_has_table(last, &keyed_plugin.tables[TABLE_Card_last]));
    assert_false(layout_has_table(last, &keyed_plugin.tables[TABLE_Poem_last]));
    assert_false(layout_has_table(last, &keyed_plugin.tables[TABLE_Card]));
    layout_free(last);
    last = layout_new(&keyed_plugin, 2026, true);
    assert_non_null(layout_find(last, "Club/Member/Card/Poem"));
    assert_non_null(layout_find(last, "Club/Member/Card/Motto"));
    layout_free(last);
}

/* A path may lead up further than there are elements, or to no field: then nothing is lifted. */
static void lifts_that_lead_nowhere(void **state)
{
    (void)state;
    static const char *const paths[] = {"../../../../../../ID", "../Nothing", "../Card"};
    for (size_t i = 0; i < COUNT_OF(paths); i++) {
        struct sv_table tables[CLUB_TABLE_count];
        struct sv_field fields[Trip_field_count];
        struct sv_plugin plugin = keyed_plugin;
        memcpy(tables, plugin.tables, sizeof(tables));
        memcpy(fields, tables[TABLE_Trip].fields, sizeof(fields));
        plugin.tables = tables;
        tables[TABLE_Trip].fields = fields;
        fields[Trip_ID].path = paths[i];
        struct layout *club = layout_new(&plugin, 2026, false);
        assert_int_equal(club_node(club, "Club/Member")->lift_count, 1); /* the badge's */
        assert_int_equal(club->top->lift_count, 0);
        layout_free(club);
    }
}

/* A second spelling has an element of its own, which leads to the same field. */
static void fields_with_two_spellings(void **state)
{
    (void)state;
    struct layout *library = layout_new(&linked_plugin, 2026, false);
    const struct node *loan = layout_find(library, "Library/Readers/Reader/Loan");
    const struct node *first = layout_child(loan, "Shape");
    const struct node *second = layout_child(loan, "shape");
    assert_non_null(first);
    assert_non_null(second);
    assert_null(first->spelled);
    assert_ptr_equal(second->spelled, first);
    assert_int_not_equal(second->id, first->id);
    const struct node *const both[] = {first, second};
    for (size_t i = 0; i < COUNT_OF(both); i++) {
        assert_int_equal(both[i]->table, TABLE_Loan);
        assert_int_equal(both[i]->field, Loan_Shape);
        assert_false(both[i]->repeats);
    }
    assert_null(layout_child(loan, "Shape|shape"));
    assert_null(layout_child(loan, "Day")->spelled);
    layout_free(library);
}

/* The second spelling is that of the last step, wherever it stands. */
static void two_spellings_further_down(void **state)
{
    (void)state;
    struct sv_table tables[LIBRARY_TABLE_count];
    struct sv_field fields[Loan_field_count];
    struct sv_plugin plugin = linked_plugin;
    memcpy(tables, plugin.tables, sizeof(tables));
    memcpy(fields, tables[TABLE_Loan].fields, sizeof(fields));
    plugin.tables = tables;
    tables[TABLE_Loan].fields = fields;
    fields[Loan_Shape].path = "Book/Shape|Form";
    struct layout *library = layout_new(&plugin, 2026, false);
    const struct node *book = layout_find(library, "Library/Readers/Reader/Loan/Book");
    assert_non_null(book);
    assert_ptr_equal(layout_child(book, "Form")->spelled, layout_child(book, "Shape"));
    assert_null(layout_child(book->parent, "Form"));
    layout_free(library);
}

static void records_that_should_be_single(void **state)
{
    (void)state;
    struct layout *library = layout_new(&linked_plugin, 2026, false);
    const struct node *loan = layout_find(library, "Library/Readers/Reader/Loan");
    assert_true(layout_child(loan, "Slip")->single);
    assert_true(layout_child(loan, "Slip")->repeats);
    assert_false(loan->single);
    layout_free(library);
}

/* The forms of all rules of the year, and of no other rules. */
static void forms_that_rules_tell(void **state)
{
    (void)state;
    static const struct sv_rule older = {.kind = SV_FORM_RULE, .forms = 1, .last_year = 2025};
    static const struct sv_rule newer = {.kind = SV_FORM_RULE, .forms = 2, .first_year = 2026};
    static const struct sv_rule always = {.kind = SV_FORM_RULE, .forms = 12};
    static const struct sv_rule other = {.kind = SV_ROW_RULE, .forms = 16};
    static const struct sv_rule *const rules[] = {&older, &newer, &always, &other};
    struct sv_plugin plugin = keyed_plugin;
    plugin.rules = rules;
    plugin.rules_end = rules + COUNT_OF(rules);
    static const struct {
        int year;
        bool is_last;
        unsigned forms;
    } cases[] = {{2025, false, 13}, {2026, false, 14}, {2025, true, 0}, {2026, true, 0}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct layout *club = layout_new(&plugin, cases[i].year, cases[i].is_last);
        assert_int_equal(club->told_forms, cases[i].forms);
        layout_free(club);
    }
    assert_int_equal(layout->told_forms, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_of_things),
        cmocka_unit_test(paths_are_walked_from_the_document_down),
        cmocka_unit_test(children_by_name),
        cmocka_unit_test(records_open_at_their_elements),
        cmocka_unit_test(fields_lie_at_their_elements),
        cmocka_unit_test(starred_steps_repeat),
        cmocka_unit_test(empty_groups_make_rows_where_the_table_says_so),
        cmocka_unit_test(what_the_year_does_not_have_is_left_out),
        cmocka_unit_test(every_node_has_a_number_of_its_own),
        cmocka_unit_test(lists_of_the_plugin_are_indexed),
        cmocka_unit_test(fields_by_number),
        cmocka_unit_test(lifts_lie_where_both_ends_are),
        cmocka_unit_test(filters_lie_where_all_values_are),
        cmocka_unit_test(what_is_in_no_file_has_no_element),
        cmocka_unit_test(the_layout_of_last_year),
        cmocka_unit_test(lifts_that_lead_nowhere),
        cmocka_unit_test(fields_with_two_spellings),
        cmocka_unit_test(two_spellings_further_down),
        cmocka_unit_test(records_that_should_be_single),
        cmocka_unit_test(forms_that_rules_tell),
    };
    return cmocka_run_group_tests(tests, make_layout, free_layout);
}
