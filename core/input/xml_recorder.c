#include "xml_recorder.h"

#include <string.h>

/* The parser stands at the end of the start tag; no "<" can be in it but the first. */
static uint32_t start_offset(const struct xml_stream *stream)
{
    const xmlParserInput *input = stream->parser->input;
    const xmlChar *start = memrchr(input->base, '<', (size_t)(input->cur - input->base));
    return xml_stream_offset(stream) - (uint32_t)(input->cur - (start ? start : input->base));
}

static bool names_schema(const char *name, const char *uri)
{
    static const char instance[] = "http://www.w3.org/2001/XMLSchema-instance";
    return uri && strcmp(uri, instance) == 0 &&
           (strcmp(name, "schemaLocation") == 0 || strcmp(name, "noNamespaceSchemaLocation") == 0);
}

/* Each attribute is five pointers, of which the first is its name and the third its namespace. */
static void record_attributes(struct xml_tape *tape, const xmlChar **attributes, int count)
{
    for (int i = 0; i < count; i++) {
        const char *name = (const char *)attributes[i * 5];
        if (names_schema(name, (const char *)attributes[i * 5 + 2]))
            xml_tape_add(tape, (struct xml_event){.kind = XML_EVENT_NAMES_SCHEMA, .name = name});
    }
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted_count, const xmlChar **attributes)
{
    (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted_count;
    struct xml_recorder *recorder = user;
    xml_tape_add(recorder->tape, (struct xml_event){.kind = XML_EVENT_START,
                                                    .name = (const char *)name,
                                                    .number = start_offset(&recorder->stream),
                                                    .foreign = uri != NULL});
    record_attributes(recorder->tape, attributes, attribute_count);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    struct xml_recorder *recorder = user;
    xml_tape_add(recorder->tape, (struct xml_event){.kind = XML_EVENT_END});
}

static void on_text(void *user, const xmlChar *text, int length)
{
    struct xml_recorder *recorder = user;
    xml_tape_add_text(recorder->tape, (const char *)text, (size_t)length);
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id)
{
    (void)name, (void)public_id, (void)system_id;
    struct xml_recorder *recorder = user;
    xml_tape_add(recorder->tape, (struct xml_event){.kind = XML_EVENT_DOCTYPE});
    xmlStopParser(recorder->stream.parser);
}

static void on_schema_fault(void *user, xmlErrorPtr error)
{
    struct xml_recorder *recorder = user;
    struct xml_event event = {.kind = XML_EVENT_SCHEMA_FAULT, .number = (uint32_t)error->code};
    xml_tape_add_message(recorder->tape, event, error->message ? error->message : "");
}

static bool plug_schema(struct xml_recorder *recorder, xmlSchemaPtr schema)
{
    xmlParserCtxtPtr parser = recorder->stream.parser;
    recorder->valid = xmlSchemaNewValidCtxt(schema);
    if (!recorder->valid)
        return false;
    xmlSchemaSetValidStructuredErrors(recorder->valid, on_schema_fault, recorder);
    recorder->plug = xmlSchemaSAXPlug(recorder->valid, &parser->sax, &parser->userData);
    return recorder->plug != NULL;
}

bool xml_recorder_open(struct xml_recorder *recorder, xmlSchemaPtr schema, struct error *error)
{
    xmlSAXHandler handler = {.startElementNs = on_start,
                             .endElementNs = on_end,
                             .characters = on_text,
                             .ignorableWhitespace = on_text,
                             .cdataBlock = on_text,
                             .internalSubset = on_doctype,
                             .initialized = XML_SAX2_MAGIC};
    *recorder = (struct xml_recorder){0};
    xml_stream_open(&recorder->stream, &handler, recorder);
    return !schema || plug_schema(recorder, schema) ||
           error_set(error, STATUS_FAULT, "The schema could not be made ready.");
}

void xml_recorder_close(struct xml_recorder *recorder)
{
    if (recorder->plug)
        xmlSchemaSAXUnplug(recorder->plug);
    xmlSchemaFreeValidCtxt(recorder->valid);
    xml_stream_close(&recorder->stream);
}

bool xml_recorder_feed(struct xml_recorder *recorder, const char *bytes, size_t length,
                       struct xml_tape *tape)
{
    recorder->tape = tape;
    return xml_stream_feed(&recorder->stream, bytes, length);
}

const char *xml_recorder_name(struct xml_recorder *recorder, const char *name)
{
    return (const char *)xmlDictLookup(recorder->stream.parser->dict, (const xmlChar *)name, -1);
}
