#include "schema.h"

#include <string.h>

#include <libxml/parserInternals.h>
#include <libxml/xmlIO.h>

/* The files of a plugin are told apart from files on disk by this scheme. */
#define SCHEME "statval-schema:/"

static const struct sv_plugin *loading; /* whose files the scheme stands for at the moment */

static const struct sv_schema_file *find_file(const char *uri)
{
    if (strncmp(uri, SCHEME, strlen(SCHEME)) != 0 || !loading)
        return NULL;
    for (size_t i = 0; i < loading->schema_count; i++) {
        if (strcmp(loading->schemas[i].name, uri + strlen(SCHEME)) == 0)
            return &loading->schemas[i];
    }
    return NULL;
}

/* Gives the parser our own files and nothing else: no disk, no network. */
static xmlParserInputPtr load_entity(const char *uri, const char *id, xmlParserCtxtPtr parser)
{
    (void)id;
    const struct sv_schema_file *file = uri ? find_file(uri) : NULL;
    if (!file)
        return NULL;
    xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateMem(
        (const char *)file->bytes, (int)file->size, XML_CHAR_ENCODING_NONE);
    xmlParserInputPtr input = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE);
    if (input)
        input->filename = (const char *)xmlStrdup((const xmlChar *)uri);
    return input;
}

static void ignore_error(void *context, xmlErrorPtr error)
{
    (void)context;
    (void)error;
}

static xmlSchemaPtr parse_schema(const char *uri)
{
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(uri);
    if (!parser)
        return NULL;
    xmlSchemaSetParserStructuredErrors(parser, ignore_error, NULL);
    xmlSchemaPtr schema = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
    return schema;
}

xmlSchemaPtr schema_load(const struct sv_plugin *plugin, const char *name, struct error *error)
{
    char uri[256];
    snprintf(uri, sizeof(uri), SCHEME "%s", name);
    xmlExternalEntityLoader loader = xmlGetExternalEntityLoader();
    loading = plugin;
    xmlSetExternalEntityLoader(load_entity);
    xmlSchemaPtr schema = parse_schema(uri);
    xmlSetExternalEntityLoader(loader);
    loading = NULL;
    if (!schema)
        error_set(error, STATUS_INSTALLATION,
                  "The plugin %s carries no schema %s that can be loaded. Install it again.",
                  plugin->id, name);
    return schema;
}
