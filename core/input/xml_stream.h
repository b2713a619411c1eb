/* What detecting and reading have in common: feeding libxml2 safely and saying what went wrong. */
#ifndef STATVAL_XML_STREAM_H
#define STATVAL_XML_STREAM_H

#include <libxml/parser.h>

#include "source.h"

/* A push parser, and the first fault that it met. */
struct xml_stream {
    xmlParserCtxtPtr parser;
    int fault;         /* libxml2's code; 0: none */
    uint32_t fault_at; /* byte of the (decoded) file */
};

/** Makes a parser that expands no entity, fetches nothing and takes every byte for UTF-8.
 *  xml_stream_close() it. */
void xml_stream_open(struct xml_stream *stream, xmlSAXHandler *handler, void *user_data);
void xml_stream_close(struct xml_stream *stream);

/** Parses the next bytes; length 0: the end of the file. False when the document is not well-formed
 *  so far. */
bool xml_stream_feed(struct xml_stream *stream, const char *bytes, size_t length);

/** Byte of the (decoded) file that the parser has reached. */
uint32_t xml_stream_offset(const struct xml_stream *stream);

/** Says in one sentence why the file is not well-formed XML, and where. Returns false.
 *  `open_element`: the innermost element still open, or NULL. */
bool xml_stream_explain(const struct xml_stream *stream, const struct source *source,
                        const char *open_element, struct error *error);

/** Says that the file has a DOCTYPE. Returns false. */
bool xml_refuse_doctype(const struct source *source, struct error *error);

#endif
