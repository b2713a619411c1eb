/* Texts of cells: everything that a workbook cannot hold is made visible, and what a cell cannot
 * hold is cut off with a note. */
#include "../../core/report/cell_text.h"
#include "unit.h"

#define NOTE "… (cut off: a cell has no room for more)"

static struct cell_text cell;

static void assert_cell(const char *text, const char *expected)
{
    cell_text_begin(&cell);
    cell_text_add(&cell, text);
    assert_string_equal(cell.bytes, expected);
    assert_int_equal(cell.length, strlen(expected));
}

static void text_stays(void **state)
{
    (void)state;
    assert_cell("", "");
    assert_cell("plain text", "plain text");
    assert_cell("=cmd|' /C calc'!A0 <b>&amp;\"", "=cmd|' /C calc'!A0 <b>&amp;\"");
    assert_cell("a\tb\nc", "a\tb\nc");
    assert_cell("\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80", "\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80");
}

static void control_characters_are_visible(void **state)
{
    (void)state;
    assert_cell("\x01\x1b\x1f\x7f", "\xe2\x90\x81\xe2\x90\x9b\xe2\x90\x9f\xe2\x90\xa1");
    assert_cell("a\rb", "a\xe2\x90\x8d"
                        "b");
    assert_cell("\xc2\x80\xc2\x9f\xc2\xa0", "\xef\xbf\xbd\xef\xbf\xbd\xc2\xa0");
}

static void what_is_no_character_is_replaced(void **state)
{
    (void)state;
    assert_cell("\xff"
                "a\xc3",
                "\xef\xbf\xbd"
                "a\xef\xbf\xbd");
    assert_cell("\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    assert_cell("\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

static void codes_of_characters_are_text(void **state)
{
    (void)state;
    assert_cell("_x0041_", "_x005F_x0041_");
    assert_cell("__xAbCd_x0041_", "__x005F_xAbCd_x005F_x0041_");
    assert_cell("_x004_ _X0041_ _x0041 _x00g1_ _x", "_x004_ _X0041_ _x0041 _x00g1_ _x");
}

static void pieces_are_put_together(void **state)
{
    (void)state;
    cell_text_begin(&cell);
    cell_text_add(&cell, "rows: ");
    cell_text_add_number(&cell, 0);
    cell_text_add(&cell, "");
    cell_text_add(&cell, ", ");
    cell_text_add_number(&cell, SIZE_MAX);
    assert_string_equal(cell.bytes, "rows: 0, 18446744073709551615");
}

/* Adds a text again and again. */
static void fill(const char *text, size_t times)
{
    cell_text_begin(&cell);
    for (size_t i = 0; i < times; i++)
        cell_text_add(&cell, text);
}

static void assert_cut(size_t length)
{
    assert_true(cell.is_cut);
    assert_int_equal(cell.length, length + strlen(NOTE));
    assert_int_equal(strlen(cell.bytes), cell.length);
    assert_string_equal(cell.bytes + length, NOTE);
}

static void full_cells_are_not_cut(void **state)
{
    (void)state;
    fill("a", CELL_CHARACTERS_MAX);
    assert_false(cell.is_cut);
    assert_int_equal(strlen(cell.bytes), CELL_CHARACTERS_MAX);
    fill("\xe2\x82\xac", CELL_CHARACTERS_MAX);
    assert_false(cell.is_cut);
    assert_int_equal(strlen(cell.bytes), 3 * CELL_CHARACTERS_MAX);
    fill("\xf0\x9f\x98\x80", CELL_CHARACTERS_MAX / 2);
    assert_false(cell.is_cut);
}

static void longer_ones_are(void **state)
{
    (void)state;
    size_t kept = CELL_CHARACTERS_MAX - 40;
    fill("a", CELL_CHARACTERS_MAX + 1);
    assert_cut(kept);
    fill("\xe2\x82\xac", CELL_CHARACTERS_MAX + 1);
    assert_cut(3 * kept);
    fill("\xf0\x9f\x98\x80", CELL_CHARACTERS_MAX);
    assert_cut(kept / 2 * 4);
    cell_text_add(&cell, "more");
    assert_cut(kept / 2 * 4);
    cell_text_begin(&cell);
    assert_false(cell.is_cut);
    assert_string_equal(cell.bytes, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_stays),
        cmocka_unit_test(control_characters_are_visible),
        cmocka_unit_test(what_is_no_character_is_replaced),
        cmocka_unit_test(codes_of_characters_are_text),
        cmocka_unit_test(pieces_are_put_together),
        cmocka_unit_test(full_cells_are_not_cut),
        cmocka_unit_test(longer_ones_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
