/* What detecting and reading have in common: feeding libxml2 safely and saying what went wrong. */
#ifndef STATVAL_XML_STREAM_H
#define STATVAL_XML_STREAM_H

#include <libxml/parser.h>

#include "source.h"

/** Makes a push parser that expands no entity, fetches nothing and believes the encoding that we
 *  chose. xmlFreeParserCtxt() it. */
xmlParserCtxtPtr xml_parser_new(xmlSAXHandler *handler, void *user_data);

/** Byte of the (decoded) file that the parser has reached. */
uint32_t xml_offset(xmlParserCtxtPtr parser);

/** Says in one sentence why the file is not well-formed XML, and where. Returns false.
 *  `open_element`: the innermost element still open, or NULL. */
bool xml_malformed(xmlParserCtxtPtr parser, const struct source *source, const char *open_element,
                   struct error *error);

/** Says that the file has a DOCTYPE. Returns false. */
bool xml_refuse_doctype(const struct source *source, struct error *error);

#endif
