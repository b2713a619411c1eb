/* How much of the time of reading goes into the schema, for --profile. Parser and schema are one
 * pass, in which they cannot be told apart; so each piece is parsed once more without the schema.
 */
#ifndef STATVAL_XML_METER_H
#define STATVAL_XML_METER_H

#include "../base/profile.h"
#include "xml_recorder.h"

struct xml_meter {
    struct profile *profile;   /* NULL: nothing is measured */
    struct xml_recorder plain; /* without the schema */
    struct xml_tape tape;      /* that nobody reads */
    uint64_t with;             /* nanoseconds for the pieces so far, with the schema, */
    uint64_t without;          /* and without it */
};

/** Opens a meter; without a profile (NULL) all functions do nothing. xml_meter_close() it. */
void xml_meter_open(struct xml_meter *meter, struct profile *profile);

/** Notes a piece that was parsed with the schema since `began`. The second parsing is left out of
 *  the profile. */
void xml_meter_feed(struct xml_meter *meter, const char *bytes, size_t length, uint64_t began);

/** Counts what the schema took as time of its own. */
void xml_meter_close(struct xml_meter *meter);

#endif
