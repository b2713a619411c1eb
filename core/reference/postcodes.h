/* The postcode directory: where each postcode is, and which authority it belongs to. */
#ifndef STATVAL_POSTCODES_H
#define STATVAL_POSTCODES_H

#include <statval/date.h>

#include "postcode_index.h"

/** Makes an index file of a directory: a CSV file with the columns
 *    pcd, pcd7 or pcds; oseast1m or east1m; osnrth1m or north1m;
 *    laua_upper, or county (oscty, ctyNNcd) and district (oslaua, ladNNcd),
 *  as the Office for National Statistics publishes it. */
struct postcodes_request {
    const char *csv_path;
    const char *index_path;
    const char *edition; /* NULL: the name of the CSV file without folders and ending */
    sv_day today;        /* becomes the day on which the index was made */
    struct postcode_progress progress;
};

/** How the making went. */
struct postcodes_made {
    struct postcode_counts counts;
    uint32_t postcodes;
    uint64_t size; /* of the index, in bytes */
};

/** Makes the index, as a whole or not at all; it is the same for the same request and file. Fails
 * with STATUS_USAGE for an edition that is too long or has control characters, STATUS_INPUT when
 * the directory cannot be read or is none, STATUS_REPORT when the index cannot be written. */
bool postcodes_build(const struct postcodes_request *request, struct postcodes_made *made,
                     struct error *error);

struct postcodes;

/** A postcode as the directory has it. */
struct postcode {
    int32_t easting; /* metres on the grid, nearer to 0 than 10,000 km; 0 when not located */
    int32_t northing;
    bool located;
    const char *authority; /* 9 characters, or ""; valid until postcodes_close() */
};

/** Opens a directory: an index, which is used where it lies and must not be changed meanwhile, or a
 *  CSV file, of which an index is made in memory. Fails with STATUS_INPUT; NULL then. */
struct postcodes *postcodes_open(const char *path, struct error *error);

/** NULL: nothing is done. */
void postcodes_close(struct postcodes *postcodes);

/** Looks a postcode up; spaces and letter case do not matter. False when it is not there. May be
 *  called by several threads at once. */
bool postcodes_find(const struct postcodes *postcodes, const char *text, struct postcode *found);

/** The file as given to postcodes_open(). */
const char *postcodes_path(const struct postcodes *postcodes);

/** Which edition of the directory it is, as was said when the index was made; for a CSV file, its
 * name without folders and ending. */
const char *postcodes_edition(const struct postcodes *postcodes);

/** How many postcodes it has. */
uint32_t postcodes_count(const struct postcodes *postcodes);

/** The day on which the index was made; SV_NONE for a CSV file. */
sv_day postcodes_build_day(const struct postcodes *postcodes);

#endif
