/* Parses an XML file piece by piece, checks it against its schema in the same pass, and writes down
 * what both tell. */
#ifndef STATVAL_XML_RECORDER_H
#define STATVAL_XML_RECORDER_H

#include <libxml/xmlschemas.h>

#include "xml_stream.h"
#include "xml_tape.h"

struct xml_recorder {
    struct xml_stream stream;
    struct xml_tape *tape; /* that is written on */
    xmlSchemaValidCtxtPtr valid;
    xmlSchemaSAXPlugPtr plug;
};

/** Opens a recorder; `schema` NULL: the file is checked against none. xml_recorder_close() it in
 *  either case. Fails with STATUS_FAULT. */
bool xml_recorder_open(struct xml_recorder *recorder, xmlSchemaPtr schema, struct error *error);
void xml_recorder_close(struct xml_recorder *recorder);

/** Parses the next bytes onto a tape; length 0: the end of the file. False when the document is not
 *  well-formed so far, or has a DOCTYPE. */
bool xml_recorder_feed(struct xml_recorder *recorder, const char *bytes, size_t length,
                       struct xml_tape *tape);

/** The parser's own pointer for a name: names of elements can be compared by it. */
const char *xml_recorder_name(struct xml_recorder *recorder, const char *name);

#endif
