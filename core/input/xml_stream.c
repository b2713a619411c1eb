#include "xml_stream.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "../base/memory.h"
#include "../base/utf8.h"

void xml_stream_open(struct xml_stream *stream, xmlSAXHandler *handler, void *user_data)
{
    *stream =
        (struct xml_stream){.parser = xmlCreatePushParserCtxt(handler, user_data, NULL, 0, NULL)};
    if (!stream->parser)
        mem_exhausted();
    xmlCtxtUseOptions(stream->parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC |
                                          XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    /* Else the parser would guess from the first bytes what the source has decided. */
    xmlSwitchEncoding(stream->parser, XML_CHAR_ENCODING_UTF8);
}

void xml_stream_close(struct xml_stream *stream)
{
    xmlFreeParserCtxt(stream->parser);
    stream->parser = NULL;
}

uint32_t xml_stream_offset(const struct xml_stream *stream)
{
    const xmlParserInput *input = stream->parser->input;
    return input ? (uint32_t)(input->consumed + (unsigned long)(input->cur - input->base)) : 0;
}

/* The parser may go on for a while after a fault: where it met it is known only now. */
static void note_fault(void *context, xmlErrorPtr error)
{
    struct xml_stream *stream = context;
    bool of_names = error->domain == XML_FROM_NAMESPACE && error->level == XML_ERR_ERROR;
    if (stream->fault || (error->level != XML_ERR_FATAL && !of_names))
        return;
    const xmlParserInput *input = stream->parser->input;
    bool no_utf8 = error->code == XML_ERR_INVALID_CHAR && input && input->cur < input->end &&
                   utf8_length((const char *)input->cur) == 0; /* behind its bytes is a NUL */
    stream->fault = no_utf8 ? XML_ERR_INVALID_ENCODING : error->code;
    stream->fault_at = xml_stream_offset(stream);
}

bool xml_stream_feed(struct xml_stream *stream, const char *bytes, size_t length)
{
    xmlSetStructuredErrorFunc(stream, note_fault);
    xmlParseChunk(stream->parser, bytes, (int)length, length == 0);
    xmlSetStructuredErrorFunc(NULL, NULL);
    return stream->fault == 0 && stream->parser->wellFormed;
}

/* Why the parser stopped, by libxml2's error code: its texts change between versions. */
static const char *reason(int code)
{
    switch (code) {
    case XML_ERR_TAG_NAME_MISMATCH:
        return "an end tag does not match the element that is open";
    case XML_ERR_DOCUMENT_END:
        return "there is something after the end of the document";
    case XML_ERR_INVALID_CHAR:
        return "there is a character that XML does not allow";
    case XML_ERR_INVALID_ENCODING:
    case XML_I18N_CONV_FAILED:
        return "there is a byte that is not UTF-8; if the file comes from an older Windows "
               "program, "
               "declare encoding=\"windows-1252\" in its first line";
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
        return "it uses an entity (&name;) that XML does not know";
    case XML_ERR_LT_IN_ATTRIBUTE:
    case XML_ERR_NAME_REQUIRED:
        return "there is a \"<\" or \"&\" that begins nothing; in a value write &lt; or &amp;";
    case XML_ERR_RESERVED_XML_NAME:
        return "the XML declaration does not stand at the very beginning";
    case XML_NS_ERR_XML_NAMESPACE:
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
    case XML_NS_ERR_QNAME:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED:
    case XML_NS_ERR_EMPTY:
        return "a name has a prefix (prefix:name) that is not declared, or not as XML asks for";
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
        return "there is a character reference (&#...;) that means nothing";
    default:
        return "the text breaks the rules of XML";
    }
}

bool xml_stream_explain(const struct xml_stream *stream, const struct source *source,
                        const char *open_element, struct error *error)
{
    /* libxml2 has one code for what stands behind the document and for what is missing at its end.
     */
    bool ended = stream->fault == XML_ERR_DOCUMENT_END || stream->fault_at >= source->lines.length;
    if (ended && open_element) {
        uint32_t end = (uint32_t)source->lines.length;
        return error_set(
            error, STATUS_INPUT,
            "%s: the file is cut off: it ends in line %u while the element %s is open.",
            source->name, lines_position(&source->lines, end).line, open_element);
    }
    struct position at = lines_position(&source->lines, stream->fault_at);
    return error_set(error, STATUS_INPUT,
                     "%s: the file is not well-formed XML: %s (line %u, column %u).", source->name,
                     reason(stream->fault), at.line, at.column);
}

bool xml_refuse_doctype(const struct source *source, struct error *error)
{
    return error_set(error, STATUS_INPUT,
                     "%s: the file has a DOCTYPE. A return never needs one, and it can be used to "
                     "attack the reader, so statval does not read on. Remove it.",
                     source->name);
}
