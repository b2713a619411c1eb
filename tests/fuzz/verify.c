#include "verify.h"

#include <string.h>

#include <jansson.h>
#include <libxml/parser.h>

#include "../../core/input/csv.h"
#include "../../core/input/csv_text.h"
#include "harness.h"

static void verify_json(const char *bytes, size_t length)
{
    json_t *document = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, NULL);
    fuzz_require(document != NULL, "a report is JSON");
    json_decref(document);
}

static void verify_lines_of_json(const char *bytes, size_t length)
{
    const char *end = bytes + length;
    while (bytes < end) {
        const char *line_end = memchr(bytes, '\n', (size_t)(end - bytes));
        fuzz_require(line_end != NULL, "the last line of a report has an end");
        verify_json(bytes, (size_t)(line_end - bytes));
        bytes = line_end + 1;
    }
}

static void verify_xml(const char *bytes, size_t length)
{
    xmlDocPtr document =
        xmlReadMemory(bytes, (int)length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
    fuzz_require(document != NULL, "a report is XML");
    xmlFreeDoc(document);
}

static void refuse_defect(void *context, enum csv_defect kind, uint32_t offset)
{
    (void)context;
    (void)kind;
    (void)offset;
    fuzz_require(false, "a report is CSV without defects");
}

static void verify_csv(const char *bytes, size_t length)
{
    struct csv csv;
    csv_begin(&csv, bytes, length, ',');
    csv.defect = refuse_defect;
    fuzz_require(csv_next(&csv), "a CSV report has a heading");
    size_t columns = csv.cell_count;
    while (csv_next(&csv))
        fuzz_require(csv.cell_count == columns, "a CSV report has a cell for each column");
    csv_end(&csv);
}

static void verify_utf8(const char *bytes, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t character = csv_text_character(bytes + at, length - at);
        fuzz_require(character > 0 && bytes[at], "a report is UTF-8 without NULs");
        at += character;
    }
}

void verify_output(const char *format, const char *bytes, size_t length)
{
    verify_utf8(bytes, length);
    if (strcmp(format, "jsonl") == 0)
        verify_lines_of_json(bytes, length);
    else if (strcmp(format, "json") == 0 || strcmp(format, "sarif") == 0 ||
             strcmp(format, "gitlab") == 0)
        verify_json(bytes, length);
    else if (strcmp(format, "junit") == 0)
        verify_xml(bytes, length);
    else if (strcmp(format, "csv") == 0)
        verify_csv(bytes, length);
}
