/* Faults: which rule each is meant to break, the person that it needs, and what it changes.
 *
 * A change is a list of edits, separated by spaces:
 *
 *   Requests.1.RYA=2                      sets a value; the rows count from 0
 *   PlacementDetail.$.URN=                the last row; no value
 *   Requests.*.RYA=0                      all rows
 *   PlanDetail.0.SENSettingOther=In_town  an underscore stands for a space
 *   Requests.0.ReceivedDate=@CD-50        a day: PS, CD (start of the period, census day), DOB, 25
 *                                         (the 25th birthday), FEB2, MAR2 (15 February and 31 March
 *                                         two years before that of the census), or a cell
 *   NamedPlan.0.CeaseDate=@NamedPlan.0.StartDate+9
 *   Person.0.UPN=%UPN                     a value that is made: see edits.c
 *   PlacementDetail.1.URN=&PlacementDetail.0.URN  the text of a cell
 *   Person.0.UPN=&~UPN                    UPN, ULN, surname, ... of another person of the return
 *   +Requests                             adds a row below the last row of the parent's table
 *   -SENneed.0  -PlanDetail.*             removes rows, and what is below them
 *   Person.0!Nickname                     adds an element that the return does not have
 *
 * An item that the return of the year does not have is left out, unless the fault is about that.
 */
#ifndef SEN2_FAULTS_H
#define SEN2_FAULTS_H

#include "life.h"

/* Some faults break the schema, and some can be told in XML only: then CSV and XML do not have the
 * same findings. */
enum form { EQUAL, UNEQUAL };

struct fault {
    const char *rule, *name;
    enum profile profile;
    int age; /* on the census day */
    const char *edits;
    int first_year, last_year; /* 0: no limit */
    enum form form;
};

#define FAULT(code, title, kind, years, change)                                                    \
    {                                                                                              \
        .rule = (code), .name = (title), .profile = (kind), .age = (years), .edits = (change)      \
    }
/* In the collection years from first to last; 0: no limit. */
#define IN_YEARS(first, last, code, title, kind, years, change)                                    \
    {                                                                                              \
        .rule = (code), .name = (title), .profile = (kind), .age = (years), .edits = (change),     \
        .first_year = (first), .last_year = (last)                                                 \
    }
#define UNEQUAL_FAULT(first, last, code, title, kind, years, change)                               \
    {                                                                                              \
        .rule = (code), .name = (title), .profile = (kind), .age = (years), .edits = (change),     \
        .first_year = (first), .last_year = (last), .form = UNEQUAL                                \
    }

struct fault_list {
    const struct fault *faults;
    unsigned count;
};

extern const struct fault_list request_faults, assessment_faults, person_faults, plan_faults,
    active_plan_faults, placement_faults, code_faults, return_faults;

/* What else stands in the return: the authority, and somebody who has both numbers. */
struct elsewhere {
    bool somebody;
    cell authority, upn, uln, surname, forename, birth;
};

/* Makes the edits of the fault; false if one of them names what is not there. */
bool apply_fault(const struct fault *fault, struct record *record,
                 const struct elsewhere *elsewhere);

/* The header of a return. */
void write_header(struct record *header, int year);

/* Spoils the header, in one of several ways, and tells how. */
void spoil_header(struct record *header, uint64_t seed, FILE *injected);

/* Spoils nearly every value of the person, and adds more of everything. */
void spoil_all(struct record *record, uint64_t *random);

#endif
