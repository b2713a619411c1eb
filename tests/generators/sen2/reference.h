/* The establishments that the returns refer to. All of them are invented; their numbers are beyond
 * those that the registers give out.
 */
#ifndef SEN2_REFERENCE_H
#define SEN2_REFERENCE_H

#include "../iso_days.h"

/* The authority that makes the return: the one of the Isles of Scilly, where hardly ten persons
 * have a plan, so that nobody takes a return of these for a real one. */
#define AUTHORITY "420"
#define AUTHORITY_NAME "Isles of Scilly"

/* A URN and a UKPRN that no register has. */
#define UNKNOWN_URN "998877"

enum service { NURSERY, PRIMARY, SECONDARY, SPECIAL, INDEPENDENT, COLLEGE, TRAINING };

/* Schools are told by their URN, others by their UKPRN. */
struct establishment {
    const char *urn, *ukprn, *name;
    enum service service;
    bool unit, resourced;
};

/* The first one if there is no choice. */
const struct establishment *pick_establishment(uint64_t *random, enum service service, bool first);

/* Writes DIRECTORY/establishments.csv. */
bool write_establishments(const char *directory);

#endif
