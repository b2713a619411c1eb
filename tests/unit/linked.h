/*
 * A third invented return for the tests of the core: of CSV files whose records name each other by
 * keys, or of XML that has a schema; rules may tell its form.
 */
#ifndef LINKED_H
#define LINKED_H

#include "fixture.h"

/* clang-format off */
#define LIBRARY_TABLES(TABLE)                                                                  \
    TABLE(Desk) TABLE(Reader) TABLE(Loan) TABLE(Slip) TABLE(Fine)

/* The header. */
#define Desk_FIELDS(FIELD, T)                                                                  \
    FIELD(T, Year, .type = SV_TEXT)                                                            \
    FIELD(T, Office, .type = SV_TEXT)

/* At the top, but names the desk in CSV. */
#define Reader_FIELDS(FIELD, T)                                                                \
    FIELD(T, Name, .type = SV_TEXT)                                                            \
    FIELD(T, Born, .type = SV_DATE)                                                            \
    FIELD(T, Seen, .type = SV_DATE_TIME)                                                       \
    FIELD(T, Adult, .type = SV_CODE, .list = &Answer_list)                                     \
    FIELD(T, Number, .type = SV_NUMBER)                                                        \
    FIELD(T, Fax, .type = SV_TEXT, .last_year = 2025)

#define Loan_FIELDS(FIELD, T)                                                                  \
    FIELD(T, Day, .type = SV_DATE)                                                             \
    FIELD(T, Shape, .type = SV_CODE, .list = &Shape_list, .path = "Shape|shape")

/* One of a loan at most. */
#define Slip_FIELDS(FIELD, T)                                                                  \
    FIELD(T, Words, .type = SV_TEXT)

/* Joined to the reader by the name; without keys. */
#define Fine_FIELDS(FIELD, T)                                                                  \
    FIELD(T, Name, .type = SV_TEXT, .path = "../Name")                                         \
    FIELD(T, Amount, .type = SV_NUMBER)

#define Answer_CODES(CODE, OF)                                                                 \
    CODE(OF, 1, "", 2020, 0)                                                                   \
    CODE(OF, 0, "", 2020, 0)

#define Shape_CODES(CODE, OF)                                                                  \
    CODE(OF, A, "", 2020, 0)                                                                   \
    CODE(OF, B, "", 2020, 2025)

enum { LIBRARY_TABLES(FIXTURE_TABLE_NUMBER) LIBRARY_TABLE_count };

LIBRARY_TABLES(SV_RECORD)
/* clang-format on */

SV_DECLARE_CODES(Answer)
SV_DECLARE_CODES(Shape)

/** The plugin, without rules. */
extern const struct sv_plugin linked_plugin;

/** Makes an empty store of it; a rule tells these forms (enum sv_form_fault, together; 0: none).
 *  fixture_close() it. */
void linked_open(struct fixture *fixture, int year, unsigned forms);

/** Adds a record as a CSV file would, with its keys; NULL: blank. */
struct sv_row *add_linked(struct fixture *fixture, uint16_t table, const char *own,
                          const char *above);

/** Sets a value as the reader would. */
void linked_set(struct fixture *fixture, const struct sv_row *row, uint16_t field,
                const char *text);

/** Links the store without telling anyone of faults. */
void link_quietly(struct fixture *fixture);

/** All notes as text, a line for each: "Table 1 Field 8 @ offset", with name=value in place of the
 *  field where it is not of the return. free() it. */
char *linked_notes(const struct fixture *fixture);

/** Fails the test unless the notes are these lines. */
void assert_notes(const struct fixture *fixture, const char *expected);

#endif
