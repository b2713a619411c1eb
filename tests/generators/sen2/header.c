/* The header of the return, and what may be wrong with it. */
#include "faults.h"

#include <string.h>

struct header_fault {
    unsigned group; /* of one return are all faults of one group */
    const char *rule, *name;
    unsigned column;
    const char *value; /* DAYS: a number of days after the census day */
    int first_year;
};

enum { GROUPS = 3 };
#define DAYS "+"

/* The first group is that of seed 1. A return of the last one is hardly recognised as one. */
static const struct header_fault faults[] = {
    {1, "103", "reference date after the census day", H_REFERENCE, DAYS "1", 0},
    {1, "105", "source level of a school", H_LEVEL, "S", 0},
    {1, "106", "no software code", H_SOFTWARE, "", 0},
    {1, "107", "serial number of four digits", H_SERIAL, "0001", 0},
    {1, "109", "made before the census day", H_TIME, DAYS "-1", 0},
    {1, "113", "no medical officer", H_DMO, "N", 0},
    {1, "113", "no clinical officer", H_DCO, "N", 0},
    {1, "112", "no answer on a social care officer", H_DSCO, "", 2025},
    {2, "103", "no reference date", H_REFERENCE, "", 0},
    {2, "106", "no release of the software", H_RELEASE, "", 0},
    {2, "107", "no serial number", H_SERIAL, "", 0},
    {2, "108", "no date of the file", H_TIME, "", 0},
    {2, "110", "no answer on a medical officer", H_DMO, "", 0},
    {2, "111", "no answer on a clinical officer", H_DCO, "", 0},
    {0, "101", "another collection", H_COLLECTION, "SEN", 0},
    {0, "102", "another year", H_YEAR, "2022", 0},
    {0, "104", "an authority that there is not", H_LEA, "910", 0},
    {0, "105", "no source level", H_LEVEL, "", 0},
    {0, "002", "a file made on 30 February", H_TIME, "2024-02-30T09:30:00", 0},
    {0, "001", "unknown code for a medical officer", H_DMO, "X", 0},
};

void write_header(struct record *header, int year)
{
    cell number = "";

    record_clear(header, year);
    record_add(header, HEADER);
    snprintf(number, sizeof(number), "%u", (unsigned)year % 10000);
    record_set(header, HEADER, H_COLLECTION, "SEN2");
    record_set(header, HEADER, H_YEAR, number);
    record_set_day(header, HEADER, H_REFERENCE, census_day(year));
    record_set(header, HEADER, H_LEVEL, "L");
    record_set(header, HEADER, H_LEA, AUTHORITY);
    record_set(header, HEADER, H_SOFTWARE, "statval generator");
    record_set(header, HEADER, H_RELEASE, "1");
    record_set(header, HEADER, H_SERIAL, "001");
    snprintf(number, sizeof(number), "%u-02-20T09:30:00", (unsigned)year % 10000);
    record_set(header, HEADER, H_TIME, number);
    record_set(header, HEADER, H_DMO, "Y");
    record_set(header, HEADER, H_DCO, "Y");
    record_set(header, HEADER, H_DSCO, "R");
}

static void spoil_item(struct record *header, const struct header_fault *fault)
{
    cell text = "";
    int days = 0;

    if (strncmp(fault->value, DAYS, strlen(DAYS)) != 0) {
        record_set(header, HEADER, fault->column, fault->value);
        return;
    }
    sscanf(fault->value + strlen(DAYS), "%d", &days);
    write_day(census_day(header->year) + days, text);
    if (fault->column == H_TIME)
        strcat(text, "T09:30:00");
    record_set(header, HEADER, fault->column, text);
}

void spoil_header(struct record *header, uint64_t seed, FILE *injected)
{
    for (unsigned i = 0; i < COUNT_OF(faults); i++) {
        const struct header_fault *fault = &faults[i];

        if (fault->group != seed % GROUPS || header->year < fault->first_year)
            continue;
        spoil_item(header, fault);
        if (injected != NULL)
            fprintf(injected, ",%s,LOCAL-SEN2-%s\n", fault->name, fault->rule);
    }
}
