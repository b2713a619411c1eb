/* Which rules are run: tables that need not be given, reference data, and other needs. */
#include "../../core/engine/plan.h"

#include "keyed.h"

static bool never(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx, (void)row;
    return false;
}

static struct fixture club;
static struct plan_request wish;
static struct error error;

static int open_club(void **state)
{
    (void)state;
    keyed_open(&club, 2026);
    for (size_t t = 0; t < CLUB_TABLE_count; t++)
        club.store.tables[t].given = t == TABLE_Member || t == TABLE_Card;
    wish = (struct plan_request){.year = 2026, .store = &club.store};
    return 0;
}

static int close_club(void **state)
{
    (void)state;
    fixture_close(&club);
    return 0;
}

/* `reason`: why it is skipped; NULL: it runs. */
static void assert_club(const struct sv_rule *rule, const char *reason)
{
    fixture_offer(&club, &rule, 1);
    wish.plugin = &club.registry.plugins[0];
    assert_true(plan_make(&club.plan, &wish, &error));
    const char *skipped = club.plan.rules[0].skipped;
    if (!reason || !skipped)
        assert_ptr_equal(skipped, reason);
    else
        assert_string_equal(skipped, reason);
}

static void give(uint16_t table)
{
    club.store.tables[table].given = true;
}

#define CLUB_RULE(T)                                                                               \
    RULE_TEXTS, .code = "1", .kind = SV_ROW_RULE, .table = TABLE_##T, .test = {.row = never}

static const struct sv_rule given_on_card = {CLUB_RULE(Card), FIELDS(AT(Card, Born))};
static const struct sv_rule given_on_trip = {CLUB_RULE(Trip)};
static const struct sv_rule given_reads = {CLUB_RULE(Card), READS(TABLE_Trip)};
static const struct sv_rule given_points = {CLUB_RULE(Card), FIELDS(AT(Card, ID), AT(Trip, Start))};
static const struct sv_rule given_on_member = {CLUB_RULE(Member)};

static void tables_that_were_not_given(void **state)
{
    (void)state;
    assert_club(&given_on_card, NULL);
    assert_club(&given_on_member, NULL);
    assert_club(&given_on_trip, "needs the table Trip, which was not given");
    assert_club(&given_reads, "needs the table Trip, which was not given");
    assert_club(&given_points, "needs the table Trip, which was not given");
    give(TABLE_Trip);
    assert_club(&given_on_trip, NULL);
    assert_club(&given_reads, NULL);
    assert_club(&given_points, NULL);
}

static const struct sv_rule last_trip = {CLUB_RULE(Card), READS(TABLE_Trip_last)};
static const struct sv_rule last_poem = {CLUB_RULE(Card), READS(TABLE_Poem_last)};

/* Tables of last year have the years of last year. */
static void tables_of_last_year(void **state)
{
    (void)state;
    assert_club(&last_trip, "needs last year's return");
    assert_club(&last_poem, "the return of this year has no table Poem_last");
    wish.year = 2027;
    assert_club(&last_poem, "needs last year's return");
    give(TABLE_Card_last);
    assert_club(&last_trip, "needs the table Trip_last, which was not given");
    give(TABLE_Trip_last);
    assert_club(&last_trip, NULL);
    assert_club(&last_poem, "needs the table Poem_last, which was not given");
}

static const struct sv_rule optional_reads = {CLUB_RULE(Card), READS(TABLE_Trip, TABLE_Trip_last),
                                              OPTIONAL(TABLE_Trip_last)};
static const struct sv_rule optional_points = {
    CLUB_RULE(Card), FIELDS(AT(Card, ID), AT(Trip, Start)), OPTIONAL(TABLE_Trip)};
static const struct sv_rule optional_own = {CLUB_RULE(Trip), OPTIONAL(TABLE_Trip)};
static const struct sv_rule optional_poem = {CLUB_RULE(Card), READS(TABLE_Poem),
                                             OPTIONAL(TABLE_Poem)};

static void tables_that_a_rule_can_do_without(void **state)
{
    (void)state;
    assert_club(&optional_reads, "needs the table Trip, which was not given");
    assert_club(&optional_points, NULL);
    assert_club(&optional_own, NULL);
    wish.year = 2025; /* which has no such table */
    assert_club(&optional_poem, NULL);
    give(TABLE_Trip);
    assert_club(&optional_reads, NULL);
}

static const struct sv_rule any_of_rule = {CLUB_RULE(Member),
                                           FIELDS(AT(Trip, Start), AT(Call, Day)),
                                           ANY_OF(TABLE_Trip, TABLE_Call, TABLE_Poem_last)};

static void tables_of_which_one_will_do(void **state)
{
    (void)state;
    assert_club(&any_of_rule, "needs one of the tables Trip, Call, Poem_last");
    give(TABLE_Call);
    assert_club(&any_of_rule, NULL);
    club.store.tables[TABLE_Call].given = false;
    give(TABLE_Poem_last); /* given, but not of that year */
    assert_club(&any_of_rule, "needs one of the tables Trip, Call, Poem_last");
    wish.year = 2027;
    assert_club(&any_of_rule, NULL);
    club.store.tables[TABLE_Member].given = false;
    assert_club(&any_of_rule, "needs the table Member, which was not given");
}

static const struct sv_rule data_places = {CLUB_RULE(Card), .reference = "places"};
static const struct sv_rule data_reads = {CLUB_RULE(Card), READS(TABLE_Place)};
static const struct sv_rule data_postcodes = {CLUB_RULE(Card), .reference = "postcodes"};

static void reference_data(void **state)
{
    (void)state;
    assert_club(&data_places, "needs the reference data places");
    assert_club(&data_reads, "needs the reference data places");
    assert_club(&data_postcodes, "needs the reference data postcodes");
    wish.has_postcodes = true;
    assert_club(&data_postcodes, NULL);
    assert_club(&data_places, "needs the reference data places");
    give(TABLE_Place);
    assert_club(&data_places, NULL);
    assert_club(&data_reads, NULL);
}

static const struct sv_rule limited_rule = {CLUB_RULE(Card), .better_with = "places",
                                            .limited = "Only the names are compared."};

/* Reference data that make a rule better are not needed; without them it says what it tests. */
static void rules_with_less_knowledge(void **state)
{
    (void)state;
    assert_club(&limited_rule, NULL);
    assert_true(club.plan.rules[0].is_limited);
    give(TABLE_Place);
    assert_club(&limited_rule, NULL);
    assert_false(club.plan.rules[0].is_limited);
}

static const struct sv_rule needs_authority = {CLUB_RULE(Card), .needs = SV_NEEDS_AUTHORITY};
static const struct sv_rule needs_xml = {CLUB_RULE(Card), .needs = SV_NEEDS_XML};
static const struct sv_rule needs_both = {CLUB_RULE(Card),
                                          .needs = SV_NEEDS_AUTHORITY | SV_NEEDS_XML};

static void further_needs(void **state)
{
    (void)state;
    static const char in_xml[] = "needs a return in XML; in CSV files there is nothing to test";
    assert_club(&needs_authority, "needs the authority's code (--la)");
    assert_club(&needs_xml, in_xml);
    assert_club(&needs_both, in_xml);
    wish.is_xml = true;
    assert_club(&needs_xml, NULL);
    assert_club(&needs_both, "needs the authority's code (--la)");
    wish.has_authority = true;
    assert_club(&needs_authority, NULL);
    assert_club(&needs_both, NULL);
}

static bool pattern_matches(const char *text)
{
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);
    int result = pcre2_match(club.plan.rules[0].pattern, (PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED, 0,
                             0, data, NULL);
    pcre2_match_data_free(data);
    return result >= 0;
}

static const struct sv_rule pattern_any = {CLUB_RULE(Card), .pattern = "A[0-9]+",
                                           FIELDS(AT(Card, ID))};
static const struct sv_rule pattern_exact = {CLUB_RULE(Card), .pattern = "A[0-9]+",
                                             FIELDS(AT(Card, Secret))};

/* A pattern does without letter case when a field that the rule points at does. */
static void patterns_and_letter_case(void **state)
{
    (void)state;
    assert_club(&pattern_any, NULL);
    assert_true(pattern_matches("A1") && pattern_matches("a1"));
    assert_false(pattern_matches("a1\n") || pattern_matches("xa1"));
    assert_club(&pattern_exact, NULL);
    assert_true(pattern_matches("A1"));
    assert_false(pattern_matches("a1"));
}

int main(void)
{
#define CLUB_TEST(name) cmocka_unit_test_setup_teardown(name, open_club, close_club)
    const struct CMUnitTest tests[] = {
        CLUB_TEST(tables_that_were_not_given),
        CLUB_TEST(tables_of_last_year),
        CLUB_TEST(tables_that_a_rule_can_do_without),
        CLUB_TEST(tables_of_which_one_will_do),
        CLUB_TEST(reference_data),
        CLUB_TEST(rules_with_less_knowledge),
        CLUB_TEST(further_needs),
        CLUB_TEST(patterns_and_letter_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
