/* Faults: which rule each is meant to break, the child that it needs, and what it changes.
 *
 * A change is a list of edits, separated by spaces:
 *
 *   offence.0.Plea=NOT_GUILTY             sets a value; the rows count from 0
 *   offence.0.CJSCode=                    leaves it out
 *   residence.$.Date=@PS-5                the last row; a day: PS, PE (first and last day of the
 *                                         quarter), TODAY, DOB, 18 (the 18th birthday), or an item
 *   programme.0.EndDate=@outcome.0.OutcomeDate+9
 *   link_ov.*.OffenceID=9-O9              all rows
 *   person.0.OriginatingYOTPersonID=A~1   a tilde stands for a space
 *   link_ho.0.OffenceID=&offence.1.OffenceID  the text of an item
 *   person.0.PNCNumber=&&PNCNumber        that of the person of another child of the return
 *   victim.0.VictimID=&&VictimID          or of the first victim
 *   +residence  +outcome.0                adds a row below the last row, or that row, of the
 *                                         parent's table
 *   %hearing.0                            adds the same row again, without what stands in it
 *   -requirement.0  -residence.*          removes rows, and what stands in them
 */
#ifndef YJ_FAULTS_H
#define YJ_FAULTS_H

#include "life.h"

struct fault {
    const char *rule, *name;
    enum profile profile;
    int age; /* at the end of the quarter */
    const char *edits;
    int first_year, last_year; /* 0: no limit */
};

#define FAULT(code, title, kind, years, change)                                                    \
    {                                                                                              \
        .rule = (code), .name = (title), .profile = (kind), .age = (years), .edits = (change)      \
    }
/* In the years from first to last; 0: no limit. */
#define IN_YEARS(first, last, code, title, kind, years, change)                                    \
    {                                                                                              \
        .rule = (code), .name = (title), .profile = (kind), .age = (years), .edits = (change),     \
        .first_year = (first), .last_year = (last)                                                 \
    }
/* Of the items that are there since then. */
#define KPI_FAULT(code, title, kind, years, change)                                                \
    IN_YEARS(KPI_SINCE, 0, code, title, kind, years, change)

struct fault_list {
    const struct fault *faults;
    unsigned count;
};

extern const struct fault_list person_faults, home_faults, health_faults, offence_faults,
    outcome_faults, sentence_faults, hearing_faults, programme_faults, work_faults, link_faults;

/* Another child of the return. */
struct elsewhere {
    bool somebody, moved, victim;
    cell id, pnc, origin, origin_birth, victim_id;
};

/* Whether there is what the edits ask of another child. */
bool fault_has_other(const struct fault *fault, const struct elsewhere *elsewhere);

/* Makes the edits; false if one of them names what is not there. */
bool apply_fault(const struct fault *fault, struct life *life, const struct elsewhere *elsewhere);

/* The first and last day of quarter 1 (April to June) to 4 of the financial year that ends in that
 * year. */
day quarter_start(int year, int quarter);
day quarter_end(int year, int quarter);

/* The day on which a return is usually made. */
#define FILED(end) ((end) + 12)

/* The header of a part; with the first one go the deleted children and the board. */
void write_header(struct record *head, const struct circumstances *circumstances, unsigned part,
                  unsigned parts);

/* Spoils the header and the board, in one of several ways by the seed, and tells how; the day of
 * the extract, with which the lives are told, before. */
enum { HEADER_GROUPS = 4 };
void spoil_circumstances(struct circumstances *circumstances);
void spoil_header(struct record *head, uint64_t seed, FILE *injected);

/* Spoils nearly every value of the child, and adds more of everything. */
void spoil_all(struct record *record, uint64_t *random);

#endif
