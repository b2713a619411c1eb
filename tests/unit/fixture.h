/*
 * An invented return for the tests of the core: small, but with every kind of table and field.
 * Tests bring their own rules, written out as struct sv_rule.
 */
#ifndef FIXTURE_H
#define FIXTURE_H

#define STATVAL_PLUGIN_ID fixture
#include <statval/rule.h>

#include "../../core/engine/engine.h"
#include "../../core/model/values.h"
#include "unit.h"

/* clang-format off */
#define FIXTURE_TABLES(TABLE)                                                                  \
    TABLE(Notice) TABLE(Person) TABLE(Home) TABLE(Episode) TABLE(Visit) TABLE(Stay)            \
    TABLE(Extra) TABLE(Remark) TABLE(Letter) TABLE(Episode_last)

#define Notice_FIELDS(FIELD, T)                                                                \
    FIELD(T, Year, .type = SV_NUMBER, .path = "About/Year")                                    \
    FIELD(T, Authority, .type = SV_TEXT, .path = "About/Authority")

#define Person_FIELDS(FIELD, T)                                                                \
    FIELD(T, Name, .type = SV_TEXT)                                                            \
    FIELD(T, Born, .type = SV_DATE, .options = SV_REQUIRED)                                    \
    FIELD(T, Kind, .type = SV_CODE, .list = &Kind_list)                                        \
    FIELD(T, Number, .type = SV_NUMBER)                                                        \
    FIELD(T, Agreed, .type = SV_FLAG)                                                          \
    FIELD(T, Former, .type = SV_TEXT, .last_year = 2025)                                       \
    FIELD(T, Latter, .type = SV_TEXT, .first_year = 2026)

/* In the same element as the person. */
#define Home_FIELDS(FIELD, T)                                                                  \
    FIELD(T, Postcode, .type = SV_TEXT, .path = "Home/Postcode")

#define Episode_FIELDS(FIELD, T)                                                               \
    FIELD(T, Start, .type = SV_DATE)                                                           \
    FIELD(T, End, .type = SV_DATE)

#define Visit_FIELDS(FIELD, T)                                                                 \
    FIELD(T, Day, .type = SV_DATE, .path = ".")

#define Stay_FIELDS(FIELD, T)                                                                  \
    FIELD(T, From, .type = SV_DATE)                                                            \
    FIELD(T, To, .type = SV_DATE)                                                              \
    FIELD(T, Kind, .type = SV_CODE, .list = &Kind_list)

/* In the return from 2027 on only; Remark stands below it and has no years of its own. */
#define Extra_FIELDS(FIELD, T)                                                                 \
    FIELD(T, Amount, .type = SV_NUMBER)

#define Remark_FIELDS(FIELD, T)                                                                \
    FIELD(T, Words, .type = SV_TEXT, .path = ".")

/* Joined to the person by the name; as from a file of its own. */
#define Letter_FIELDS(FIELD, T)                                                                \
    FIELD(T, Name, .type = SV_TEXT)                                                            \
    FIELD(T, Day, .type = SV_DATE)

#define Episode_last_FIELDS(FIELD, T)                                                          \
    FIELD(T, Start, .type = SV_DATE)

#define Kind_CODES(CODE, OF)                                                                   \
    CODE(OF, A, "a kind", 2020, 0)                                                             \
    CODE(OF, B1, "a kind that ends", 2020, 2025)                                               \
    CODE(OF, 10, "a kind that begins", 2027, 0)

/* A list that the plugin does not name among its own. */
#define Stray_CODES(CODE, OF)                                                                  \
    CODE(OF, A, "", 2020, 0)

#define FIXTURE_TABLE_NUMBER(T) TABLE_##T,
enum { FIXTURE_TABLES(FIXTURE_TABLE_NUMBER) TABLE_count };

FIXTURE_TABLES(SV_RECORD)
/* clang-format on */

SV_DECLARE_CODES(Kind)
SV_DECLARE_CODES(Stray)

/* What every rule must say besides its test. */
#define RULE_TEXTS                                                                                 \
    .message = "Something is wrong.", .why = "Because.", .unit = "row", .source = "test",          \
    .file = __FILE__, .line = __LINE__, .first_year = 2025

struct fixture {
    struct sv_plugin plugin; /* a copy of the fixture's, with the rules of the test */
    struct registry registry;
    struct layout *layout;
    struct store store;
    struct plan plan;
    struct results results;
    struct arena kept;
};

/** The plugin of the fixture, without rules. */
extern const struct sv_plugin fixture_plugin;

/** Makes an empty store of a collection year (2025 to 2027). fixture_close() it. */
void fixture_open(struct fixture *fixture, int year);
void fixture_close(struct fixture *fixture);

/** Sets the rules, and offers the plugin to a registry of its own. */
void fixture_offer(struct fixture *fixture, const struct sv_rule *const *rules, size_t count);

/** Plans and runs the rules that were set; again, when they have been run before. */
void fixture_run(struct fixture *fixture, unsigned jobs);

/** Offers and runs a single rule. */
void fixture_run_one(struct fixture *fixture, const struct sv_rule *rule);

/** All findings as text, one per line: "CODE Table 2 Field Field; Table 1". free() it. */
char *fixture_findings(const struct fixture *fixture);

/** Fails the test unless the findings are these lines. */
void assert_findings(const struct fixture *fixture, const char *expected);

/** Adds a record below the newest of its parent table. */
const struct sv_row *add_row(struct fixture *fixture, uint16_t table);

/** Sets a value as the reader would; NULL: leaves it missing. */
void set_value(struct fixture *fixture, const struct sv_row *row, uint16_t field, const char *text);

const struct sv_row *add_person(struct fixture *fixture, const char *name);
const struct sv_row *add_episode(struct fixture *fixture, const char *start, const char *end);
const struct sv_row *add_visit(struct fixture *fixture, const char *on);
const struct sv_row *add_stay(struct fixture *fixture, const char *from, const char *to);

/** The day of a text CCYY-MM-DD. */
sv_day day(const char *text);

/** Opens bytes as a file that is nowhere on disk and writes its name (of 32 bytes). Returns the
 *  descriptor, to be closed. */
int file_of_bytes(const char *bytes, size_t length, char name[32]);

#endif
