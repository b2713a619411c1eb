/* Faults: which rule each is meant to break, the child that it needs, and what it changes.
 *
 * A change is a list of edits, separated by spaces:
 *
 *   Episodes.1.LS=C9                      sets a value; the rows count from 0
 *   Episodes.$.REC=                       the last row; no value
 *   Reviews.*.REVIEW_CODE=PN0             all rows
 *   Episodes.0.HOME_POST=QX1_0AA          an underscore stands for a space
 *   Episodes.0.DECOM=@CS-5                a day: CS, CE (start and end of the year), CSL, CEL (of
 *                                         the year before), DOB, 18 (the 18th birthday), or a cell
 *   Episodes.1.DECOM=@Episodes.0.DEC+3    such a cell, of this year's return
 *   Header.0.SEX=%F                       the code of a girl (%F) or a boy (%M) in that year
 *   +Reviews                              adds a row
 *   -OC2.0  -Reviews.*                    removes rows
 *   ~Header.0.ETHNIC=WIRI                 in last year's return
 *
 * Sex and date of birth in the first row of Header are those of all rows of the child.
 */
#ifndef SSDA903_FAULTS_H
#define SSDA903_FAULTS_H

#include "life.h"

/* Some faults can be told in CSV only, or in XML only. */
enum form { BOTH_FORMS, CSV_FORM, XML_FORM };

struct fault {
    const char *rule;
    enum profile profile;
    int age; /* at the end of the year */
    const char *edits;
    int first_year, last_year; /* 0: no limit */
    bool girl;
    enum form form;
};

#define FAULT(code, kind, years, change)                                                           \
    {                                                                                              \
        .rule = (code), .profile = (kind), .age = (years), .edits = (change)                       \
    }
#define GIRL(code, kind, years, change)                                                            \
    {                                                                                              \
        .rule = (code), .profile = (kind), .age = (years), .edits = (change), .girl = true         \
    }
/* In the collection years from first to last; 0: no limit. */
#define IN_YEARS(first, last, code, kind, years, change)                                           \
    {                                                                                              \
        .rule = (code), .profile = (kind), .age = (years), .edits = (change),                      \
        .first_year = (first), .last_year = (last)                                                 \
    }
#define ONE_FORM(which, code, kind, years, change)                                                 \
    {                                                                                              \
        .rule = (code), .profile = (kind), .age = (years), .edits = (change), .form = (which)      \
    }

/* Where an episode is spent; row is its number, as text. */
#define PLACED_IN(row, place, provider, urn, postcode)                                             \
    " Episodes." row ".PLACE=" place " Episodes." row ".PLACE_PROVIDER=" provider " Episodes." row \
    ".URN=" urn " Episodes." row ".PL_POST=" postcode
#define IN_HOME(row) PLACED_IN(row, "K2", "PR4", "9900303", "QA8_2FW")
#define IN_SUPPORTED(row, place) PLACED_IN(row, place, "PR4", "9900502", "QA8_5GG")
#define WITH_PARENTS(row, provider) PLACED_IN(row, "P1", provider, "", "QA4_5GG")
#define WITH_CARERS(row) PLACED_IN(row, "U6", "PR4", "9900104", "QA1_0AA")
/* Carers whose agency is not registered: the provider is compared with no list. */
#define UNLISTED(row, place, provider) PLACED_IN(row, place, provider, "XXXXXXX", "QA1_0AA")

struct fault_list {
    const struct fault *faults;
    unsigned count;
};

extern const struct fault_list child_faults, care_faults, placement_faults, adoption_faults,
    outcome_faults, last_year_faults;

/* Makes the edits; false if one of them names what is not there. */
bool apply_edits(const char *edits, struct record *record, struct record *last);

/* Spoils nearly every value of the child. */
void spoil_all(struct record *record, uint64_t *random);

#endif
