/* The tree of elements that the reader walks, by collection year. */
#include "fixture.h"

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
    };
    return cmocka_run_group_tests(tests, make_layout, free_layout);
}
