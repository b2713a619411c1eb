/* The invented country in which the synthetic children live: postcodes, authorities, providers.
 *
 * The postcodes are well formed, but their areas (QA, QB, ...) do not exist; nor do the authorities
 * and the registered providers.
 */
#ifndef SSDA903_REFERENCE_H
#define SSDA903_REFERENCE_H

#include "tables.h"

/* OWN is the area of the authority whose return it is. Homes are less than 350 miles from any place
 * but those in FAR_NORTH. From ULSTER on there is no distance: another grid, no coordinates; places
 * of NO_AUTHORITY have coordinates only. */
enum area {
    OWN,
    NEXT_TOWN,
    CITY,
    SHIRE,
    LONDON,
    COAST,
    WALES,
    SCOTLAND,
    FAR_NORTH,
    NO_AUTHORITY,
    ULSTER,
    NO_COORDINATES,
    AREA_COUNT
};

/* Carers live at the first postcodes of an area, families of OWN and NEXT_TOWN at the next ones;
 * from FIRST_SETTING on they are those of providers. */
enum { FIRST_HOME = 30, FIRST_SETTING = 70, POSTCODES_OF_AREA = 90 };
enum { CARERS_POSTCODES = FIRST_HOME, HOMES = FIRST_SETTING - FIRST_HOME };

enum service { FOSTERING, ADOPTION, HOME, SECURE, SUPPORTED, FAMILY_CENTRE, SCHOOL };

/* One registration. Its setting has a postcode of its area. */
struct provider {
    const char *urn;
    enum service service;
    const char *codes; /* placement provider codes, with commas */
    enum area area;
    unsigned postcode;
    int ended; /* day on which it ended, counted from the start of the year; 0: still registered */
    bool without_authority, listed_only;
};

/* Number is below POSTCODES_OF_AREA; the first is QA1 0AA for OWN, QB1 0AA for NEXT_TOWN, ... */
void postcode_text(enum area area, unsigned number, cell text);

/* A registration that is open, at random; those of the own authority more often. */
const struct provider *pick_provider(uint64_t *random, enum service service);

/* Writes DIRECTORY/postcodes.csv and DIRECTORY/providers.csv for a return of the year. */
bool write_reference(const char *directory, int year);

#endif
