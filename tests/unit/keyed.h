/*
 * A second invented return for the tests of the core: of CSV files or XML, with subjects that are
 * made of keys, last year's return, reference data, and values that stand further up or in no file.
 */
#ifndef KEYED_H
#define KEYED_H

#include "fixture.h"

/* clang-format off */
#define CLUB_TABLES(TABLE)                                                                     \
    TABLE(Card) TABLE(Trip) TABLE(Badge) TABLE(Call) TABLE(Poem)

#define KEY .type = SV_TEXT, .options = SV_ANY_CASE

#define Member_FIELDS(FIELD, T)                                                                \
    FIELD(T, ID, KEY)

#define Card_FIELDS(FIELD, T)                                                                  \
    FIELD(T, ID, KEY)                                                                          \
    FIELD(T, Born, .type = SV_DAY_MONTH_YEAR)                                                  \
    FIELD(T, Colour, .type = SV_CODE, .list = &Colour_list, .options = SV_ANY_CASE)            \
    FIELD(T, Motto, .type = SV_TEXT, .first_year = 2026)                                       \
    FIELD(T, Secret, .type = SV_TEXT, .options = SV_NOT_IN_CSV)                                \
    FIELD(T, Trips, .type = SV_TEXT, .options = SV_DERIVED)

/* Beside the card. */
#define Trip_FIELDS(FIELD, T)                                                                  \
    FIELD(T, ID, KEY, .path = "../Card/ID")                                                    \
    FIELD(T, Start, .type = SV_DAY_MONTH_YEAR)                                                 \
    FIELD(T, End, .type = SV_DAY_MONTH_YEAR)                                                   \
    FIELD(T, Place, .type = SV_TEXT, .options = SV_ANY_CASE)

/* In the element of the card: there is a record when it has a day or a kind. */
#define Badge_FIELDS(FIELD, T)                                                                 \
    FIELD(T, ID, KEY, .path = "../Card/ID")                                                    \
    FIELD(T, Awarded, .type = SV_DAY_MONTH_YEAR)                                               \
    FIELD(T, Kind, .type = SV_NUMBER, .path = "Badge/Kind")

/* In the card. */
#define Call_FIELDS(FIELD, T)                                                                  \
    FIELD(T, ID, KEY, .path = "../ID")                                                         \
    FIELD(T, Born, .type = SV_DAY_MONTH_YEAR, .path = "../Born", .options = SV_REQUIRED)       \
    FIELD(T, Day, .type = SV_DAY_MONTH_YEAR, .options = SV_REQUIRED)                           \
    FIELD(T, Tune, .type = SV_TEXT, .first_year = 2027, .options = SV_REQUIRED | SV_NOT_IN_CSV)

#define Poem_FIELDS(FIELD, T)                                                                  \
    FIELD(T, ID, KEY, .path = "../ID")                                                         \
    FIELD(T, Words, .type = SV_TEXT)

/* Of nobody; kept when its number is even. */
#define Stamp_FIELDS(FIELD, T)                                                                 \
    FIELD(T, Number, .type = SV_NUMBER)

#define Place_FIELDS(FIELD, T)                                                                 \
    FIELD(T, Name, .type = SV_TEXT, .options = SV_ANY_CASE | SV_REQUIRED)                      \
    FIELD(T, Town, .type = SV_TEXT, .options = SV_REQUIRED)                                    \
    FIELD(T, Closed, .type = SV_DAY_MONTH_YEAR)

#define Colour_CODES(CODE, OF)                                                                 \
    CODE(OF, RED, "", 2020, 0)                                                                 \
    CODE(OF, BLUE, "", 2020, 0)

#define CLUB_TABLE_LAST(T) TABLE_##T##_last,
enum {
    TABLE_Member,
    CLUB_TABLES(FIXTURE_TABLE_NUMBER)
    TABLE_Stamp,
    CLUB_TABLES(CLUB_TABLE_LAST)
    TABLE_Place,
    CLUB_TABLE_count
};
/* clang-format on */

/* `trips` is noted by the plugin. */
SV_RECORD_WITH(Member, int32_t trips;)
CLUB_TABLES(SV_RECORD)
SV_RECORD(Stamp)
SV_RECORD(Place)
CLUB_TABLES(SV_RECORD_LAST)

SV_DECLARE_CODES(Colour)

/** The plugin, without rules and without a function that prepares. */
extern const struct sv_plugin keyed_plugin;

/** Makes an empty store of it in which every table is given. fixture_close() it. */
void keyed_open(struct fixture *fixture, int year);

/** Adds a record as a file would, with one or two values; NULL: missing. */
struct sv_row *add_card(struct fixture *fixture, const char *id);
struct sv_row *add_trip(struct fixture *fixture, uint16_t table, const char *id, const char *start);
struct sv_row *add_place(struct fixture *fixture, const char *name, const char *town);

/** Sets a value as the reader would. */
void keyed_set(struct fixture *fixture, const struct sv_row *row, uint16_t field, const char *text);

/** The text of a value as a report shows it; "-": missing. Valid until the next call. */
const char *keyed_text(const struct fixture *fixture, const struct sv_row *row, uint16_t field);

#endif
