/* Figures: shares rounded half up, quotients, nothing of nothing; bands that are shown; figures
 * that a submission cannot give. */
#include "../../core/summary/tally.h"
#include "../../core/summary/value.h"
#include "fixture.h"

static void assert_share(uint64_t part, uint64_t whole, const char *expected)
{
    char text[FIGURE_ROOM];
    share_text(part, whole, text);
    assert_string_equal(text, expected);
}

static void shares(void **state)
{
    (void)state;
    assert_share(0, 0, "n/a (0 of 0)");
    assert_share(0, 7, "0.0% (0 of 7)");
    assert_share(7, 7, "100.0% (7 of 7)");
    assert_share(1, 6, "16.7% (1 of 6)");
    assert_share(285, 321, "88.8% (285 of 321)");
    assert_share(442, 1801, "24.5% (442 of 1801)");
    /* exactly in the middle: up */
    assert_share(1, 2000, "0.1% (1 of 2000)");
    assert_share(1, 2001, "0.0% (1 of 2001)");
    assert_share(1999, 2000, "100.0% (1999 of 2000)");
    assert_share(1, 16, "6.3% (1 of 16)");
    assert_share(3000000000, 4000000000, "75.0% (3000000000 of 4000000000)");
}

static void assert_quotient(int64_t number, int64_t by, const char *expected)
{
    char text[FIGURE_ROOM];
    quotient_text(number, by, text);
    assert_string_equal(text, expected);
}

static void quotients(void **state)
{
    (void)state;
    assert_quotient(27, 4, "6.8");
    assert_quotient(-27, 4, "-6.8");
    assert_quotient(1, 3, "0.3");
    assert_quotient(-1, 30, "0.0");
    assert_quotient(5, 0, "n/a");
    assert_quotient(0, 5, "0.0");
}

static void quartiles(void **state)
{
    (void)state;
    int32_t values[] = {1, 2, 3, 4, 5, 6, 7};
    struct figure figure = {.values = values, .counted = 7};
    assert_int_equal(figure_quartile(&figure, 1), 2);
    assert_int_equal(figure_quartile(&figure, 2), 4);
    assert_int_equal(figure_quartile(&figure, 3), 6);
    figure.counted = 1;
    assert_int_equal(figure_quartile(&figure, 1), 1);
    assert_int_equal(figure_quartile(&figure, 3), 1);
    figure.counted = 4;
    assert_int_equal(figure_quartile(&figure, 1), 1);
    assert_int_equal(figure_quartile(&figure, 2), 2);
    assert_int_equal(figure_quartile(&figure, 3), 3);
}

static void bands_of_other_years_are_shown_for_their_records(void **state)
{
    (void)state;
    /* of the kinds A, B1 and 10 the second ended in 2025, and the third begins in 2027 */
    const struct sv_breakdown by_kind = {.by = "kind", .list = &Kind_list, .whole = SV_OF_BAND};
    const struct sv_measure measure = {.breakdowns = &by_kind, .breakdown_count = 1};
    size_t counted[] = {0, 0, 0, 0};
    size_t wholes[] = {0, 0, 0, 0};
    size_t *bands[] = {counted};
    size_t *band_wholes[] = {wholes};
    struct figure figure = {.measure = &measure, .bands = bands, .band_wholes = band_wholes};
    static const bool without_records[] = {true, false, false, false};
    for (size_t band = 0; band < 4; band++) {
        assert_int_equal(band_is_shown(&figure, 0, band, 2026), without_records[band]);
        wholes[band] = 2; /* a share of 0 of 2 */
        assert_true(band_is_shown(&figure, 0, band, 2026));
        wholes[band] = 0;
        counted[band] = 1;
        band_wholes[0] = NULL; /* shares of the figure */
        assert_true(band_is_shown(&figure, 0, band, 2026));
        counted[band] = 0;
        assert_int_equal(band_is_shown(&figure, 0, band, 2026), without_records[band]);
        band_wholes[0] = wholes;
    }
}

static enum sv_part count_all(const struct sv_context *ctx, const struct sv_row *row,
                              struct sv_amount *amount)
{
    (void)ctx, (void)row, (void)amount;
    return SV_COUNTED;
}

static const char *untold_in_2026(const struct sv_context *ctx)
{
    return ctx->year == 2026 ? "not of 2026" : NULL;
}

/* Tallies two episodes in one measure. */
static struct figure tally_episodes(const struct sv_measure *measure, const char *skipped, int year)
{
    struct fixture fixture;
    struct plugin_entry entry = {.plugin = &fixture_plugin};
    struct report report;
    struct check *check = mem_new(1, sizeof(*check));
    struct figure figure = {.measure = measure, .skipped = skipped};
    struct summary summary = {.report = &report, .figures = &figure, .count = 1};
    fixture_open(&fixture, 2026);
    add_person(&fixture, "Ann");
    add_episode(&fixture, NULL, NULL);
    add_episode(&fixture, NULL, NULL);
    check->plugin = &entry;
    check->store = fixture.store;
    check->engine = (struct engine_request){
        .store = &fixture.store, .kept = &fixture.kept, .context = {.year = year}, .jobs = 1};
    report = (struct report){.check = check};
    tally(&summary);
    free(check);
    fixture_close(&fixture);
    return figure;
}

static void figures_that_cannot_be_told_say_why(void **state)
{
    (void)state;
    const struct sv_measure plain = {.table = TABLE_Episode, .test = count_all};
    const struct sv_measure measure = {
        .table = TABLE_Episode, .test = count_all, .untold = untold_in_2026};
    struct figure figure = tally_episodes(&plain, NULL, 2026);
    assert_null(figure.skipped);
    assert_int_equal(figure.counted, 2);
    figure = tally_episodes(&measure, NULL, 2027);
    assert_null(figure.skipped);
    assert_int_equal(figure.counted, 2);
    figure = tally_episodes(&measure, NULL, 2026);
    assert_string_equal(figure.skipped, "not of 2026");
    assert_int_equal(figure.counted, 0);
    figure = tally_episodes(&measure, "lacks a table", 2026);
    assert_string_equal(figure.skipped, "lacks a table");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares),
        cmocka_unit_test(quotients),
        cmocka_unit_test(quartiles),
        cmocka_unit_test(bands_of_other_years_are_shown_for_their_records),
        cmocka_unit_test(figures_that_cannot_be_told_say_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
