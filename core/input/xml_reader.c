#include "xml_reader.h"

#include <stdlib.h>
#include <string.h>

#include "xml_checks.h"
#include "xml_stream.h"

/* An element that begins a record or a group, or holds a field, is followed by its node of the
 * layout; any other has none and is passed over, with everything in it. */
static struct frame *top_frame(struct reader *reader)
{
    return &reader->frames[reader->depth];
}

/* What else comes from the piece that is being parsed is ignored: libxml2 does not bear being
 * stopped everywhere. */
static void stop(struct reader *reader)
{
    reader->stopped = true;
}

/* The schema reports on an element right after its end: it stays on top until the next event. */
static void pop_closed(struct reader *reader)
{
    if (!reader->closed)
        return;
    reader->text_length = top_frame(reader)->text_start;
    reader->depth--;
    reader->closed = false;
}

/* The parser stands at the end of the start tag; no "<" can be in it but the first. */
static uint32_t start_offset(const struct reader *reader)
{
    const xmlParserInput *input = reader->stream.parser->input;
    const xmlChar *start = memrchr(input->base, '<', (size_t)(input->cur - input->base));
    return xml_stream_offset(&reader->stream) -
           (uint32_t)(input->cur - (start ? start : input->base));
}

/* The child of that name. Elements mostly come in the order of the layout, so the search goes on
 * from the last one found. */
static const struct node *find_child(const struct reader *reader, struct frame *parent,
                                     const xmlChar *name)
{
    const struct node *first = parent->found ? parent->found : parent->node->child;
    const struct node *node = first;
    while (node && reader->names[node->id] != name)
        node = node->next;
    if (!node && first != parent->node->child) {
        node = parent->node->child;
        while (node != first && reader->names[node->id] != name)
            node = node->next;
        if (node == first)
            node = NULL;
    }
    if (node)
        parent->found = node;
    return node;
}

/* The node of a child element; NULL when the layout has none, or when it may be there once only
 * and this is not the first. */
static const struct node *enter(struct reader *reader, struct frame *parent, struct frame *frame)
{
    const struct node *node =
        parent->node ? find_child(reader, parent, (const xmlChar *)frame->name) : NULL;
    if (!node) {
        frame->stray = parent->node && reader->reading->layout->told_forms & SV_NOT_OF_RETURN;
        return NULL;
    }
    uint16_t id = node->spelled ? node->spelled->id : node->id;
    frame->again = reader->seen[id] == parent->serial;
    if (!node->repeats && frame->again)
        return NULL;
    reader->seen[id] = parent->serial;
    if (node->spelled)
        check_spelling(reader, frame, node->spelled->name);
    return node;
}

static void set_marks(struct reader *reader, const struct node *node)
{
    const struct table *tables = reader->reading->store->tables;
    for (size_t i = 0; i < node->lift_count; i++)
        reader->marks[node->lifts[i].mark] = tables[node->lifts[i].to.table].count;
    for (size_t i = 0; i < node->filter_count; i++)
        reader->marks[node->filters[i].mark] = tables[node->filters[i].table].count;
}

static void open_rows(struct reader *reader, struct frame *frame)
{
    struct store *store = reader->reading->store;
    set_marks(reader, frame->node);
    for (size_t i = 0; i < frame->node->open_count; i++) {
        uint16_t table = frame->node->opens[i];
        uint16_t parent = store->tables[table].described->parent;
        struct sv_row *row =
            store_add(store, table, parent == SV_NO_PARENT ? NULL : store_last(store, parent));
        if (!row) {
            error_set(reader->error, STATUS_INPUT, "%s: the file has too many records.",
                      reader->source->name);
            stop(reader);
            return;
        }
        row->offset = frame->offset;
        row->file = reader->file;
        if (i == 0)
            frame->row = row;
    }
    if (frame->node->group_of != NO_TABLE)
        frame->rows_before = store->tables[frame->node->group_of].count;
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted_count, const xmlChar **attributes)
{
    (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted_count;
    struct reader *reader = user;
    if (reader->stopped)
        return;
    pop_closed(reader);
    if (reader->depth == XML_DEPTH_MAX) {
        struct position at =
            lines_position(&reader->source->lines, xml_stream_offset(&reader->stream));
        error_set(
            reader->error, STATUS_INPUT,
            "%s: line %u: elements stand more than %d levels deep. No return is built that way.",
            reader->source->name, at.line, XML_DEPTH_MAX);
        stop(reader);
        return;
    }
    struct frame *parent = top_frame(reader);
    struct frame *frame = &reader->frames[++reader->depth];
    *frame = (struct frame){.name = (const char *)name,
                            .serial = ++reader->serial,
                            .row = parent->row,
                            .text_start = reader->text_length,
                            .offset = start_offset(reader),
                            .unchecked = parent->unchecked};
    if (uri)
        frame->stray = parent->node && reader->reading->layout->told_forms & SV_NOT_OF_RETURN;
    else
        frame->node = enter(reader, parent, frame);
    if (frame->node)
        open_rows(reader, frame);
    check_again(reader, frame);
    if (attribute_count > 0)
        check_attributes(reader, attributes, attribute_count);
}

/* What is not of the return is read as far as there is room for a value: it is no reason to stop.
 */
static size_t stray_room(const struct reader *reader, const struct frame *frame)
{
    size_t of_value = TEXT_MAX - (reader->text_length - frame->text_start);
    size_t of_all = READER_TEXT_ROOM - reader->text_length;
    return of_value < of_all ? of_value : of_all;
}

static void on_text(void *user, const xmlChar *text, int length)
{
    struct reader *reader = user;
    if (reader->stopped)
        return;
    pop_closed(reader);
    const struct frame *frame = top_frame(reader);
    if (!frame->stray && (!frame->node || frame->node->field == NO_FIELD))
        return;
    size_t more = (size_t)length;
    if (frame->stray && more > stray_room(reader, frame))
        more = stray_room(reader, frame);
    if (reader->text_length - frame->text_start + more > TEXT_MAX ||
        reader->text_length + more > READER_TEXT_ROOM) {
        struct position at = lines_position(&reader->source->lines, frame->offset);
        error_set(reader->error, STATUS_INPUT,
                  "%s: line %u: the value of %s is longer than %d KB. No item of a return is.",
                  reader->source->name, at.line, frame->name, (int)(TEXT_MAX / 1024));
        stop(reader);
        return;
    }
    memcpy(reader->text + reader->text_length, text, more);
    reader->text_length += more;
}

static void close_field(struct reader *reader, struct frame *frame)
{
    struct store *store = reader->reading->store;
    struct sv_row *row = store_last(store, frame->node->table);
    const struct sv_field *field =
        &store->tables[frame->node->table].described->fields[frame->node->field];
    const char *text = reader->text + frame->text_start;
    size_t raw_length = reader->text_length - frame->text_start;
    size_t length = trim(&text, raw_length);
    struct sv_value *value = store_value(store, row, frame->node->field);
    value_read(store, field, text, length, value);
    value->offset = frame->offset;
    frame->row = row;
    frame->padded = length != raw_length;
    check_value(reader, frame, *value);
}

static void close_stray(struct reader *reader, const struct frame *frame)
{
    const char *text = reader->text + frame->text_start;
    size_t length = trim(&text, reader->text_length - frame->text_start);
    check_stray(reader, frame, text, length);
}

static void close_group(struct reader *reader, const struct frame *frame)
{
    struct store *store = reader->reading->store;
    uint16_t table = frame->node->group_of;
    if (store->tables[table].count != frame->rows_before)
        return;
    uint16_t parent = store->tables[table].described->parent;
    struct sv_row *row =
        store_add(store, table, parent == SV_NO_PARENT ? NULL : store_last(store, parent));
    if (row) {
        row->offset = frame->offset;
        row->file = reader->file;
    }
}

/* The value that the records of an element get: that of the first record in it that has the field
 * as its own. A record of a table that nothing was read into within the element gives none. */
static void make_lift(struct reader *reader, const struct frame *frame, const struct lift *lift)
{
    struct store *store = reader->reading->store;
    const struct sv_row *from = store_last(store, lift->from.table);
    uint32_t count = store->tables[lift->to.table].count;
    if (!from || from->file != reader->file || from->offset < frame->offset)
        return;
    for (uint32_t place = reader->marks[lift->mark]; place < count; place++) {
        struct sv_row *row = store_row(store, lift->to.table, place);
        *store_value(store, row, lift->to.field) = *store_value(store, from, lift->from.field);
    }
}

/* Where a record will be when its table was filtered. One that is not kept has another record of
 * its element in its place; NULL: none. */
static struct sv_row *row_after(const struct reader *reader, const struct filter *filter,
                                const struct sv_row *row)
{
    const struct store *store = reader->reading->store;
    const struct sv_table *table = store->tables[filter->table].described;
    struct sv_row *instead =
        filter->instead == NO_TABLE ? NULL : store_last(store, filter->instead);
    uint32_t kept = reader->marks[filter->mark];
    if (!table->keep(row))
        return instead && instead->file == row->file && instead->offset == row->offset ? instead
                                                                                       : NULL;
    for (uint32_t place = kept; place < row->number - 1; place++)
        kept += table->keep(store_row(store, filter->table, place));
    return store_row(store, filter->table, kept);
}

static bool is_filtered(const struct reader *reader, const struct filter *filter,
                        const struct sv_row *row)
{
    return row && row->table == filter->table && row->number > reader->marks[filter->mark];
}

/* What points at records that move: problems of this element, the newest ones, and the element. */
static void follow_rows(const struct reader *reader, struct frame *frame,
                        const struct filter *filter)
{
    struct problems *problems = reader->reading->problems;
    for (size_t i = problems->count; i > 0; i--) {
        struct problem *problem = &problems->list[i - 1];
        if (problem->file != reader->file || problem->offset < frame->offset)
            break;
        if (!is_filtered(reader, filter, problem->row))
            continue;
        problem->row = row_after(reader, filter, problem->row);
        if (!problem->row || problem->row->table != filter->table)
            problem->field = NO_FIELD;
    }
    if (is_filtered(reader, filter, frame->row))
        frame->row = row_after(reader, filter, frame->row);
}

static void end_scope(struct reader *reader, struct frame *frame)
{
    struct store *store = reader->reading->store;
    for (size_t i = 0; i < frame->node->lift_count; i++)
        make_lift(reader, frame, &frame->node->lifts[i]);
    for (size_t i = 0; i < frame->node->filter_count; i++) {
        const struct filter *filter = &frame->node->filters[i];
        follow_rows(reader, frame, filter);
        store_filter(store, filter->table, reader->marks[filter->mark],
                     store->tables[filter->table].described->keep);
    }
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    struct reader *reader = user;
    if (reader->stopped)
        return;
    pop_closed(reader);
    struct frame *frame = top_frame(reader);
    if (frame->node && frame->node->field != NO_FIELD)
        close_field(reader, frame);
    if (frame->stray)
        close_stray(reader, frame);
    if (frame->node && frame->node->group_of != NO_TABLE)
        close_group(reader, frame);
    if (frame->node && frame->node->requires)
        check_required(reader, frame);
    if (frame->node)
        end_scope(reader, frame);
    reader->closed = true;
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id)
{
    (void)name, (void)public_id, (void)system_id;
    struct reader *reader = user;
    xml_refuse_doctype(reader->source, reader->error);
    stop(reader);
    xmlStopParser(reader->stream.parser);
}

static void intern_names(struct reader *reader, const struct node *node)
{
    reader->names[node->id] =
        xmlDictLookup(reader->stream.parser->dict, (const xmlChar *)node->name, -1);
    for (const struct node *child = node->child; child; child = child->next)
        intern_names(reader, child);
}

static const char *open_element(struct reader *reader)
{
    pop_closed(reader);
    return reader->depth ? top_frame(reader)->name : NULL;
}

static bool feed(struct reader *reader, const char *bytes, size_t length)
{
    bool fine = xml_stream_feed(&reader->stream, bytes, length);
    if (reader->stopped)
        return false;
    return fine ||
           xml_stream_explain(&reader->stream, reader->source, open_element(reader), reader->error);
}

static bool parse(struct reader *reader)
{
    const struct progress *progress = reader->reading->progress;
    const char *bytes;
    size_t length;
    bool fine;
    do {
        fine = source_read(reader->source, &bytes, &length, reader->error) &&
               feed(reader, bytes, length);
        if (fine && progress)
            progress->tell(progress->context, reader->source->consumed, reader->source->size);
    } while (fine && length > 0);
    return fine;
}

/* A path is absent when no element of it was ever entered. */
static const char *find_absent(const struct reader *reader)
{
    const struct layout *layout = reader->reading->layout;
    const struct sv_recognition *recognition = &layout->plugin->recognition;
    for (size_t i = 0; i < recognition->required_count; i++) {
        const struct node *node = layout_find(layout, recognition->required[i]);
        if (!node || reader->seen[node->id] == 0)
            return recognition->required[i];
    }
    return NULL;
}

/* The file has the tables of its layout, perhaps with no record. */
static void note_given(const struct reader *reader)
{
    struct store *store = reader->reading->store;
    const struct sv_plugin *plugin = store->layout->plugin;
    for (size_t t = 0; t < plugin->table_count; t++) {
        struct table *table = &store->tables[t];
        if (layout_has_table(reader->reading->layout, table->described))
            table->given = table->count > 0 || !(table->described->options & SV_GIVEN_BY_RECORDS);
    }
}

static bool parse_with_schema(struct reader *reader, xmlSchemaPtr schema)
{
    xmlSchemaValidCtxtPtr valid = xmlSchemaNewValidCtxt(schema);
    if (!valid)
        return error_set(reader->error, STATUS_FAULT, "The schema could not be made ready.");
    xmlSchemaSetValidStructuredErrors(valid, check_schema_error, reader);
    xmlSchemaSAXPlugPtr plug =
        xmlSchemaSAXPlug(valid, &reader->stream.parser->sax, &reader->stream.parser->userData);
    bool fine = plug
                    ? parse(reader)
                    : error_set(reader->error, STATUS_FAULT, "The schema could not be made ready.");
    if (plug)
        xmlSchemaSAXUnplug(plug);
    xmlSchemaFreeValidCtxt(valid);
    return fine;
}

bool xml_read(struct xml_reading *reading, struct source *source, uint16_t file,
              xmlSchemaPtr schema, struct error *error)
{
    xmlSAXHandler handler = {.startElementNs = on_start,
                             .endElementNs = on_end,
                             .characters = on_text,
                             .ignorableWhitespace = on_text,
                             .cdataBlock = on_text,
                             .internalSubset = on_doctype,
                             .initialized = XML_SAX2_MAGIC};
    const struct layout *layout = reading->layout;
    struct reader *reader = mem_new(1, sizeof(*reader));
    *reader = (struct reader){.reading = reading, .source = source, .file = file, .error = error};
    xml_stream_open(&reader->stream, &handler, reader);
    reader->names = mem_new(layout->node_count, sizeof(*reader->names));
    reader->seen = mem_new(layout->node_count, sizeof(*reader->seen));
    reader->marks = mem_new(layout->mark_count, sizeof(*reader->marks));
    reader->text = mem_new(READER_TEXT_ROOM, 1);
    reader->frames[0] = (struct frame){.node = layout->top, .serial = ++reader->serial, .name = ""};
    intern_names(reader, layout->top);
    bool fine = schema ? parse_with_schema(reader, schema) : parse(reader);
    check_deviations(reader);
    reading->absent = find_absent(reader);
    note_given(reader);
    xml_stream_close(&reader->stream);
    free(reader->names);
    free(reader->seen);
    free(reader->marks);
    free(reader->text);
    free(reader);
    return fine;
}
