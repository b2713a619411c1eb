/*
 * A fourth invented return for the tests of the core: of several XML files, whose headers number
 * them and say the period. Its year is the one in which the twelve months end that begin in April.
 */
#ifndef QUARTERS_H
#define QUARTERS_H

#include "../../core/check.h"
#include "fixture.h"

/* clang-format off */
#define QUARTER_TABLES(TABLE) TABLE(Front) TABLE(Client) TABLE(Gone) TABLE(Seat)

#define Front_FIELDS(FIELD, T)                                                                 \
    FIELD(T, Team, .type = SV_TEXT)                                                            \
    FIELD(T, First, .type = SV_DATE, .path = "Span/First")                                     \
    FIELD(T, Last, .type = SV_DATE, .path = "Span/Last")                                       \
    FIELD(T, Made, .type = SV_ZONED_DATE_TIME)                                                 \
    FIELD(T, Number, .type = SV_COUNT, .path = "Part/Number")

#define Client_FIELDS(FIELD, T)                                                                \
    FIELD(T, Name, .type = SV_TEXT)                                                            \
    FIELD(T, Order, .type = SV_CODE, .list = &Order_list, .options = SV_AS_LABEL)              \
    FIELD(T, Visits, .type = SV_COUNT)                                                         \
    FIELD(T, Urgent, .type = SV_FLAG)                                                          \
    FIELD(T, Shouted, .type = SV_FLAG, .options = SV_ANY_CASE)

#define Gone_FIELDS(FIELD, T)                                                                  \
    FIELD(T, Name, .type = SV_TEXT, .path = ".")

/* A board without seats is a record. */
#define Seat_FIELDS(FIELD, T)                                                                  \
    FIELD(T, Holder, .type = SV_TEXT)

#define Order_CODES(CODE, OF)                                                                  \
    CODE(OF, FINE, "", 2020, 0)                                                                \
    CODE(OF, SECTION_226_B, "", 2020, 0)                                                       \
    CODE(OF, NO_ACTION_20_21, "", 2020, 2025)                                                  \
    CODE(OF, LIVING_WITH_PARENT_S, "", 2020, 0)                                                \
    CODE(OF, 14, "", 2020, 0)

enum { QUARTER_TABLES(FIXTURE_TABLE_NUMBER) QUARTER_TABLE_count };

QUARTER_TABLES(SV_RECORD)
/* clang-format on */

SV_DECLARE_CODES(Order)

/** The plugin, without rules. */
extern const struct sv_plugin quarter_plugin;

/** Its header as XML: the team, and the numbers and dates as they stand in the file. */
#define FRONT(team, first, last, number)                                                           \
    "<Quarter><Front><Team>" team "</Team><Span><First>" first "</First><Last>" last               \
    "</Last></Span><Part><Number>" number "</Number></Part></Front>"

/** A file of the second quarter of the year 2026, with clients. */
#define PART_FILE(number, clients)                                                                 \
    FRONT("X1", "2025-07-01", "2025-09-30", number) clients "</Quarter>"
#define CLIENT(name) "<Client><Name>" name "</Name></Client>"

/** What a check of files in the folder of the test is asked. */
struct quarter_run {
    struct registry registry;
    struct sv_plugin plugin; /* a copy, with the rules of the test */
    struct check_request request;
    struct check check;
    struct error error;
};

/** Makes a run of the plugin with these rules. quarter_close() it. */
void quarter_open(struct quarter_run *run, const struct sv_rule *const *rules, size_t count);
void quarter_close(struct quarter_run *run);

/** Checks these paths; what was checked before is forgotten. */
bool quarter_check(struct quarter_run *run, const char *const *paths, size_t count);

#endif
