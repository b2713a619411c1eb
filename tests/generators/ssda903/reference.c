/* Postcodes follow from their number; the providers are a table. */
#include "reference.h"

#include <string.h>

struct area_facts {
    char letter; /* second letter of its postcodes, after Q */
    const char *authority;
    int easting, northing;
};

static const struct area_facts areas[AREA_COUNT] = {
    [OWN] = {'A', "E08000099", 410000, 290000},
    [NEXT_TOWN] = {'B', "E08000098", 424000, 297000},
    [CITY] = {'C', "E06000097", 399000, 334000},
    [SHIRE] = {'D', "E10000096", 448000, 268000},
    [LONDON] = {'E', "E09000095", 530000, 181000},
    [COAST] = {'F', "E06000094", 291000, 93000},
    [WALES] = {'W', "W06000099", 318000, 247000},
    [SCOTLAND] = {'S', "S12000099", 326000, 671000},
    [FAR_NORTH] = {'T', "S12000098", 446000, 1141000},
    [NO_AUTHORITY] = {'Z', "", 415000, 285000},
    [ULSTER] = {'N', "N09000099", 334000, 374000},
    [NO_COORDINATES] = {'X', "E08000098", 0, 0}};

static const struct provider providers[] = {
    {"9900101", FOSTERING, "PR1", OWN, 80, 0, false, false},
    {"9900102", FOSTERING, "PR2", NEXT_TOWN, 80, 0, false, false},
    {"9900103", FOSTERING, "PR2", SHIRE, 80, 0, true, false},
    {"9900104", FOSTERING, "PR4", NEXT_TOWN, 81, 0, false, false},
    {"SC990105", FOSTERING, "PR4", CITY, 80, 0, false, false},
    {"9900106", FOSTERING, "PR5", OWN, 81, 0, true, false},
    {"9900107", FOSTERING, "PR4,PR5", LONDON, 80, 0, false, false},
    {"9900201", ADOPTION, "PR1", OWN, 82, 0, false, false},
    {"9900202", ADOPTION, "PR2", NEXT_TOWN, 82, 0, false, false},
    {"9900203", ADOPTION, "PR5", CITY, 81, 0, false, false},
    {"9900301", HOME, "PR1", OWN, 70, 0, false, false},
    {"9900302", HOME, "PR1", OWN, 71, 0, true, false},
    {"9900303", HOME, "PR4", OWN, 72, 0, false, false},
    {"9900303", HOME, "PR4", OWN, 73, -900, false, true},
    {"SC990304", HOME, "PR4", NEXT_TOWN, 70, 0, false, false},
    {"9900305", HOME, "PR4", SHIRE, 70, 0, true, false},
    {"9900306", HOME, "PR5", CITY, 70, 0, false, false},
    {"9900307", HOME, "PR2", NEXT_TOWN, 71, 0, false, false},
    {"9900401", SECURE, "PR2", CITY, 71, 0, false, false},
    {"9900402", SECURE, "PR4", SHIRE, 71, 0, false, false},
    {"9900501", SUPPORTED, "PR1", OWN, 74, 0, false, false},
    {"9900502", SUPPORTED, "PR4", OWN, 75, 0, false, false},
    {"9900503", SUPPORTED, "PR4", NEXT_TOWN, 72, 0, false, false},
    {"9900504", SUPPORTED, "PR5", OWN, 76, 0, true, false},
    {"9900505", SUPPORTED, "PR4", CITY, 72, 0, false, false},
    {"9900505", SUPPORTED, "PR4", OWN, 77, 0, false, true},
    {"9900601", FAMILY_CENTRE, "PR4", NEXT_TOWN, 73, 0, false, false},
    {"9900602", FAMILY_CENTRE, "PR5", OWN, 78, 0, false, false},
    {"9900701", SCHOOL, "PR4", SHIRE, 72, 0, false, false},
    {"9900702", SCHOOL, "PR2", NEXT_TOWN, 74, 0, false, false},
    /* For faults: an ended registration, one that ends in the year, one of two provider codes. */
    {"9900901", FOSTERING, "PR4", NEXT_TOWN, 83, -1500, false, true},
    {"9900902", FOSTERING, "PR4", NEXT_TOWN, 84, 40, false, true},
    {"9900903", FOSTERING, "PR1,PR2,PR4", NEXT_TOWN, 85, 0, false, true},
};

void postcode_text(enum area area, unsigned number, cell text)
{
    static const char letters[] = "ABDEFGHJLNPQRSTUWXYZ";

    snprintf(text, CELL_SIZE, "Q%c%u %u%c%c", areas[area].letter, number / 10 + 1, number % 10,
             letters[number * 7 % 20], letters[number * 3 % 20]);
}

const struct provider *pick_provider(uint64_t *random, enum service service)
{
    const struct provider *fitting[2 * COUNT_OF(providers)];
    unsigned count = 0;

    for (unsigned i = 0; i < COUNT_OF(providers); i++) {
        const struct provider *p = &providers[i];

        if (p->service != service || p->listed_only)
            continue;
        fitting[count++] = p;
        if (p->area == OWN)
            fitting[count++] = p;
    }
    return fitting[below(random, count)];
}

static const char *place_codes(enum service service, int year)
{
    static const char *const codes[] = {[FOSTERING] = "U1,U2,U3,U4,U5,U6",
                                        [ADOPTION] = "A3/A4/A5/A6",
                                        [HOME] = "K2",
                                        [SECURE] = "K1",
                                        [SUPPORTED] = "K3",
                                        [FAMILY_CENTRE] = "R3",
                                        [SCHOOL] = "S1"};

    return service == SUPPORTED && year < SEX_LETTERS_SINCE ? "H5" : codes[service];
}

static void put_provider(FILE *file, const struct provider *p, int year)
{
    cell postcode, ended = "";

    postcode_text(p->area, p->postcode, postcode);
    if (p->ended != 0)
        format_day(day_of(year - 1, 4, 1) + p->ended, ended);
    fprintf(file, "%s,%s,,\"%s\",\"%s\",%s,%s\n", p->urn,
            p->without_authority ? "" : areas[p->area].authority, place_codes(p->service, year),
            p->codes, ended, postcode);
}

/* The coordinates are spread over 16 km, the same in every return. */
static void put_postcode(FILE *file, enum area area, unsigned number)
{
    const struct area_facts *facts = &areas[area];
    uint64_t random = (uint64_t)area * POSTCODES_OF_AREA + number;
    cell postcode;

    postcode_text(area, number, postcode);
    int east = facts->easting + (int)below(&random, 16000) - 8000;
    int north = facts->northing + (int)below(&random, 16000) - 8000;
    if (facts->easting == 0)
        fprintf(file, "%s,,,%s\n", postcode, facts->authority);
    else
        fprintf(file, "%s,%d,%d,%s\n", postcode, east, north, facts->authority);
}

static FILE *create(const char *directory, const char *name, const char *columns)
{
    char path[4096];
    int length = snprintf(path, sizeof(path), "%s/%s", directory, name);
    FILE *file = length < (int)sizeof(path) ? fopen(path, "w") : NULL;

    if (file != NULL)
        fputs(columns, file);
    return file;
}

bool write_reference(const char *directory, int year)
{
    FILE *file = create(directory, "postcodes.csv", "pcd,oseast1m,osnrth1m,laua_upper\n");

    if (file == NULL)
        return false;
    for (enum area area = OWN; area < AREA_COUNT; area++)
        for (unsigned i = 0; i < POSTCODES_OF_AREA; i++)
            if (area <= NEXT_TOWN || i < FIRST_HOME || i >= FIRST_SETTING)
                put_postcode(file, area, i);
    if (fclose(file) != 0)
        return false;
    file = create(directory, "providers.csv",
                  "URN,LA_CODE,LA_NAME,PLACE_CODES,PROVIDER_CODES,REG_END,POSTCODE\n");
    if (file == NULL)
        return false;
    for (unsigned i = 0; i < COUNT_OF(providers); i++)
        put_provider(file, &providers[i], year);
    return fclose(file) == 0;
}
