#include "xml_stream.h"

#include <string.h>

#include <libxml/xmlerror.h>

xmlParserCtxtPtr xml_parser_new(xmlSAXHandler *handler, void *user_data)
{
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(handler, user_data, NULL, 0, NULL);
    if (parser)
        xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC |
                                      XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    return parser;
}

uint32_t xml_offset(xmlParserCtxtPtr parser)
{
    const xmlParserInput *input = parser->input;
    return (uint32_t)(input->consumed + (unsigned long)(input->cur - input->base));
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
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
        return "there is a character reference (&#...;) that means nothing";
    default:
        return "the text breaks the rules of XML";
    }
}

static bool at_end(xmlParserCtxtPtr parser, const struct source *source)
{
    return parser->input == NULL || xml_offset(parser) >= source->lines.length;
}

bool xml_malformed(xmlParserCtxtPtr parser, const struct source *source, const char *open_element,
                   struct error *error)
{
    const xmlError *last = xmlCtxtGetLastError(parser);
    int code = last ? last->code : 0;
    uint32_t offset = parser->input ? xml_offset(parser) : (uint32_t)source->lines.length;
    struct position at = lines_position(&source->lines, offset);
    if (at_end(parser, source) && open_element)
        return error_set(
            error, STATUS_INPUT,
            "%s: the file is cut off: it ends in line %u while the element %s is open.",
            source->name, at.line, open_element);
    return error_set(error, STATUS_INPUT,
                     "%s: the file is not well-formed XML: %s (line %u, column %u).", source->name,
                     reason(code), at.line, at.column);
}

bool xml_refuse_doctype(const struct source *source, struct error *error)
{
    return error_set(error, STATUS_INPUT,
                     "%s: the file has a DOCTYPE. A return never needs one, and it can be used to "
                     "attack the reader, so statval does not read on. Remove it.",
                     source->name);
}
