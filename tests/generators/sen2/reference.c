/* The establishments are a table; what the public register says besides follows from their place in
 * it. */
#include "reference.h"

static const struct establishment establishments[] = {
    {"990101", "19990101", "Tideway Nursery School", NURSERY, false, false},
    {"990102", "19990102", "Marram Grass Nursery School", NURSERY, false, false},
    {"990201", "19990201", "Harbour Lights Primary School", PRIMARY, true, false},
    {"990202", "19990202", "Driftwood Primary School", PRIMARY, false, true},
    {"990203", "19990203", "St Elvan's Church of England Primary School, Upper Tolcarne", PRIMARY,
     false, false},
    {"990204", "19990204", "Sandpiper Infant and Junior School", PRIMARY, true, true},
    {"990205", "19990205", "Kittiwake Academy", PRIMARY, false, true},
    {"990206", "19990206", "Long Acre Primary School", PRIMARY, false, false},
    {"990301", "19990301", "Lodestar Community School", SECONDARY, true, true},
    {"990302", "19990302", "Gannet Rock High School", SECONDARY, false, true},
    {"990303", "19990303", "The Fathom Academy", SECONDARY, true, false},
    {"990304", "19990304", "Compass Point School, Lower Tolcarne", SECONDARY, false, false},
    {"990401", "19990401", "Seven Oars School", SPECIAL, false, false},
    {"990402", "19990402", "Whitesand Special School", SPECIAL, false, false},
    {"990403", "19990403", "Puffin Hill School", SPECIAL, false, false},
    {"990404", "19990404", "The Lantern School", SPECIAL, false, false},
    {"990501", "19990501", "Eddystone House School", INDEPENDENT, false, false},
    {"990502", "19990502", "Bell Buoy Lodge", INDEPENDENT, false, false},
    {"990601", "19990601", "Tolcarne College of Further Education", COLLEGE, false, false},
    {"990602", "19990602", "Anchorage Sixth Form College", COLLEGE, false, false},
    {"990603", "19990603", "Slipway Specialist College", COLLEGE, false, false},
    {"990701", "19990701", "Capstan Skills Training", TRAINING, false, false},
    {"990702", "19990702", "Helm and Hawser Apprenticeships", TRAINING, false, false},
};

struct service_facts {
    const char *type, *group;
    int low, high; /* ages */
};

static const struct service_facts services[] = {
    [NURSERY] = {"Local authority nursery school", "Local authority maintained schools", 2, 5},
    [PRIMARY] = {"Community school", "Local authority maintained schools", 4, 11},
    [SECONDARY] = {"Academy converter", "Academies", 11, 18},
    [SPECIAL] = {"Community special school", "Special schools", 3, 19},
    [INDEPENDENT] = {"Other independent special school", "Independent schools", 5, 19},
    [COLLEGE] = {"Further education", "Colleges", 16, 99},
    [TRAINING] = {"Miscellaneous", "Other types", 16, 99}};

const struct establishment *pick_establishment(uint64_t *random, enum service service, bool first)
{
    const struct establishment *fitting[COUNT_OF(establishments)] = {NULL};
    unsigned count = 0;

    for (unsigned i = 0; i < COUNT_OF(establishments); i++)
        if (establishments[i].service == service)
            fitting[count++] = &establishments[i];
    return fitting[first ? 0 : below(random, count)];
}

static void put_establishment(FILE *file, unsigned number)
{
    const struct establishment *e = &establishments[number];
    const struct service_facts *facts = &services[e->service];

    fprintf(file,
            "%s," AUTHORITY ",\"" AUTHORITY_NAME "\",%u,\"%s\",\"%s\",\"%s\",\"Open\",,,%d,%d,%s,"
            "\"QA%u %uAA\"\n",
            e->urn, 100 + number, e->name, facts->type, facts->group, facts->low, facts->high,
            e->ukprn, number / 10 + 1, number % 10);
}

/* The columns that matter, named and quoted as in the public register; one school has closed. */
bool write_establishments(const char *directory)
{
    char path[4096];
    int length = snprintf(path, sizeof(path), "%s/establishments.csv", directory);
    FILE *file = length < (int)sizeof(path) ? fopen(path, "w") : NULL;

    if (file == NULL)
        return false;
    fputs("URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,"
          "TypeOfEstablishment (name),EstablishmentTypeGroup (name),EstablishmentStatus (name),"
          "OpenDate,CloseDate,StatutoryLowAge,StatutoryHighAge,UKPRN,Postcode\n",
          file);
    for (unsigned i = 0; i < COUNT_OF(establishments); i++)
        put_establishment(file, i);
    fputs("990801," AUTHORITY ",\"" AUTHORITY_NAME
          "\",990,\"Old Quay School\",\"Community school\","
          "\"Local authority maintained schools\",\"Closed\",01-09-1974,31-08-2019,4,11,,\"QA9 "
          "9AA\"\n",
          file);
    bool good = ferror(file) == 0;

    return fclose(file) == 0 && good;
}
