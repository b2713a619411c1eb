/* Reads one XML file into the store and checks it against the schema, in one pass. */
#ifndef STATVAL_XML_READER_H
#define STATVAL_XML_READER_H

#include <libxml/xmlschemas.h>

#include "../base/profile.h"
#include "../model/store.h"
#include "problems.h"
#include "source.h"

/** Elements that may stand inside one another; returns need less than 12. */
#define XML_DEPTH_MAX 32

/** Told now and then how far reading has come, in bytes of the file; `total` 0: not known. */
struct progress {
    void (*tell)(void *context, uint64_t done, uint64_t total);
    void *context;
};

struct xml_reading {
    struct store *store;
    const struct layout *layout; /* of this or of last year's return */
    struct problems *problems;
    struct problems *remarks;        /* what is no defect, but worth saying once; or NULL */
    const struct progress *progress; /* or NULL */
    struct profile *profile;         /* or NULL */
    bool beside;                     /* parser and reader may each use a core */
    bool strict;        /* an element at another place is an error, whatever the plugin says */
    const char *absent; /* out: a path that the return requires and the file lacks, or NULL */
};

/** Reads an opened file to its end. `schema` NULL: the file is not checked against any. Fails with
 * STATUS_INPUT when it is not well-formed XML or goes beyond a limit; the store is of no use then.
 */
bool xml_read(struct xml_reading *reading, struct source *source, uint16_t file,
              xmlSchemaPtr schema, struct error *error);

#endif
