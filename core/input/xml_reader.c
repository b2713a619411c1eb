#include "xml_reader.h"

#include <stdlib.h>
#include <string.h>

#include "../base/fault.h"
#include "xml_checks.h"

/* An element that begins a record or a group, or holds a field, is followed by its node of the
 * layout; any other has none and is passed over, with everything in it. */
static struct frame *top_frame(struct reader *reader)
{
    return &reader->frames[reader->depth];
}

static bool is_stopped(const struct reader *reader)
{
    return atomic_load_explicit(&reader->stopped, memory_order_relaxed) != NOT_STOPPED;
}

/* Whatever else is on the tapes is ignored. `at`: the element with which reading ends. */
static void stop(struct reader *reader, enum stop_reason reason, const struct frame *at)
{
    reader->stop_at = at->offset;
    reader->stop_name = at->name;
    atomic_store_explicit(&reader->stopped, (int)reason, memory_order_relaxed);
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

/* The child of that name. Elements mostly come in the order of the layout, so the search goes on
 * from the last one found. */
static const struct node *find_child(const struct reader *reader, struct frame *parent,
                                     const char *name)
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
    const struct node *node = parent->node ? find_child(reader, parent, frame->name) : NULL;
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
            stop(reader, STOPPED_TOO_MANY, frame);
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

static void take_start(struct reader *reader, const struct xml_event *event)
{
    pop_closed(reader);
    if (reader->depth == XML_DEPTH_MAX) {
        struct frame too_deep = {.name = event->name, .offset = event->number};
        stop(reader, STOPPED_TOO_DEEP, &too_deep);
        return;
    }
    struct frame *parent = top_frame(reader);
    struct frame *frame = &reader->frames[++reader->depth];
    *frame = (struct frame){.name = event->name,
                            .serial = ++reader->serial,
                            .row = parent->row,
                            .text_start = reader->text_length,
                            .offset = event->number,
                            .unchecked = parent->unchecked};
    if (event->foreign)
        frame->stray = parent->node && reader->reading->layout->told_forms & SV_NOT_OF_RETURN;
    else
        frame->node = enter(reader, parent, frame);
    if (frame->node)
        open_rows(reader, frame);
    check_again(reader, frame);
}

/* What is not of the return is read as far as there is room for a value: it is no reason to stop.
 */
static size_t stray_room(const struct reader *reader, const struct frame *frame)
{
    size_t of_value = TEXT_MAX - (reader->text_length - frame->text_start);
    size_t of_all = READER_TEXT_ROOM - reader->text_length;
    return of_value < of_all ? of_value : of_all;
}

static void take_text(struct reader *reader, const char *text, size_t more)
{
    pop_closed(reader);
    const struct frame *frame = top_frame(reader);
    if (!frame->stray && (!frame->node || frame->node->field == NO_FIELD))
        return;
    if (frame->stray && more > stray_room(reader, frame))
        more = stray_room(reader, frame);
    if (reader->text_length - frame->text_start + more > TEXT_MAX ||
        reader->text_length + more > READER_TEXT_ROOM) {
        stop(reader, STOPPED_TOO_LONG, frame);
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
    store_note_place(store, (struct sv_at){row->table, frame->node->field}, frame->offset);
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

/* Leaves out the records that the plugin does not keep. */
static void use_filters(struct reader *reader, struct frame *frame)
{
    struct store *store = reader->reading->store;
    fault_watch_work("as it chooses what is a record", "", NULL);
    for (size_t i = 0; i < frame->node->filter_count; i++) {
        const struct filter *filter = &frame->node->filters[i];
        follow_rows(reader, frame, filter);
        store_filter(store, filter->table, reader->marks[filter->mark],
                     store->tables[filter->table].described->keep);
    }
    fault_watch_nothing();
}

static void end_scope(struct reader *reader, struct frame *frame)
{
    for (size_t i = 0; i < frame->node->lift_count; i++)
        make_lift(reader, frame, &frame->node->lifts[i]);
    if (frame->node->filter_count)
        use_filters(reader, frame);
}

static void take_end(struct reader *reader)
{
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

/* Reads what an event says; gives the place behind its text, which begins at `text`. */
static const char *take_event(struct reader *reader, const struct xml_event *event,
                              const char *text)
{
    switch ((enum xml_event_kind)event->kind) {
    case XML_EVENT_START:
        take_start(reader, event);
        return text;
    case XML_EVENT_END:
        take_end(reader);
        return text;
    case XML_EVENT_TEXT:
        take_text(reader, text, event->number);
        return text + event->number;
    case XML_EVENT_DOCTYPE:
        stop(reader, STOPPED_DOCTYPE, top_frame(reader));
        return text;
    case XML_EVENT_NAMES_SCHEMA:
        check_attribute(reader, event->name);
        return text;
    case XML_EVENT_SCHEMA_FAULT:
        check_schema_fault(reader, (int)event->number, text);
        return text + strlen(text) + 1;
    }
    return text;
}

static void take_tape(void *context, const struct xml_tape *tape)
{
    struct reader *reader = context;
    const char *text = tape->text;
    for (size_t i = 0; i < tape->count && !is_stopped(reader); i++)
        text = take_event(reader, &tape->events[i], text);
}

/* Says why reading was given up. Returns false. */
static bool explain_stop(const struct reader *reader)
{
    const struct source *source = reader->source;
    unsigned line = lines_position(&source->lines, reader->stop_at).line;
    switch (atomic_load(&reader->stopped)) {
    case STOPPED_TOO_DEEP:
        return error_set(reader->error, STATUS_INPUT,
                         "%s: line %u: elements stand more than %d levels deep. No return is built "
                         "that way.",
                         source->name, line, XML_DEPTH_MAX);
    case STOPPED_TOO_LONG:
        return error_set(
            reader->error, STATUS_INPUT,
            "%s: line %u: the value of %s is longer than %d KB. No item of a return is.",
            source->name, line, reader->stop_name, (int)(TEXT_MAX / 1024));
    case STOPPED_TOO_MANY:
        return error_set(reader->error, STATUS_INPUT, "%s: the file has too many records.",
                         source->name);
    default:
        return xml_refuse_doctype(source, reader->error);
    }
}

static void intern_names(struct reader *reader, const struct node *node)
{
    reader->names[node->id] = xml_recorder_name(&reader->recorder, node->name);
    for (const struct node *child = node->child; child; child = child->next)
        intern_names(reader, child);
}

static const char *open_element(struct reader *reader)
{
    pop_closed(reader);
    return reader->depth ? top_frame(reader)->name : NULL;
}

/* Parses some bytes and has them read. What stopped reading, or is no XML, is told when everything
 * before it was read. */
static bool feed(struct reader *reader, const char *bytes, size_t length)
{
    struct xml_tape *tape = xml_belt_next(&reader->belt);
    uint64_t began = profile_now();
    bool fine = xml_recorder_feed(&reader->recorder, bytes, length, tape);
    xml_meter_feed(&reader->meter, bytes, length, began);
    xml_belt_give(&reader->belt);
    if (!fine || length == 0)
        xml_belt_drain(&reader->belt);
    if (is_stopped(reader)) {
        xml_belt_drain(&reader->belt);
        return explain_stop(reader);
    }
    return fine || xml_stream_explain(&reader->recorder.stream, reader->source,
                                      open_element(reader), reader->error);
}

/* A piece that the source gives may be long; one after the other keeps the tapes short. */
static bool feed_in_pieces(struct reader *reader, const char *bytes, size_t length)
{
    while (length > SOURCE_CHUNK) {
        if (!feed(reader, bytes, SOURCE_CHUNK))
            return false;
        bytes += SOURCE_CHUNK;
        length -= SOURCE_CHUNK;
    }
    return feed(reader, bytes, length);
}

static bool parse(struct reader *reader)
{
    const struct progress *progress = reader->reading->progress;
    const char *bytes;
    size_t length;
    bool fine;
    do {
        fine = source_read(reader->source, &bytes, &length, reader->error) &&
               feed_in_pieces(reader, bytes, length);
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

/* A core of its own is worth its while only for what is longer than a few pieces. */
static bool is_long(const struct source *source)
{
    return source->size == 0 || source->size > 4 * SOURCE_CHUNK;
}

static void open_reader(struct reader *reader)
{
    const struct layout *layout = reader->reading->layout;
    reader->names = mem_new(layout->node_count, sizeof(*reader->names));
    reader->seen = mem_new(layout->node_count, sizeof(*reader->seen));
    reader->marks = mem_new(layout->mark_count, sizeof(*reader->marks));
    reader->text = mem_new(READER_TEXT_ROOM, 1);
    reader->frames[0] = (struct frame){.node = layout->top, .serial = ++reader->serial, .name = ""};
    intern_names(reader, layout->top);
    xml_belt_open(&reader->belt, reader->reading->beside && is_long(reader->source), take_tape,
                  reader);
}

static void close_reader(struct reader *reader)
{
    xml_belt_close(&reader->belt);
    check_deviations(reader);
    reader->reading->absent = find_absent(reader);
    note_given(reader);
    free(reader->names);
    free(reader->seen);
    free(reader->marks);
    free(reader->text);
}

bool xml_read(struct xml_reading *reading, struct source *source, uint16_t file,
              xmlSchemaPtr schema, struct error *error)
{
    struct reader *reader = mem_new(1, sizeof(*reader));
    *reader = (struct reader){.reading = reading, .source = source, .file = file, .error = error};
    bool fine = xml_recorder_open(&reader->recorder, schema, error);
    if (fine) {
        open_reader(reader);
        xml_meter_open(&reader->meter, reading->profile);
        fine = parse(reader);
        xml_meter_close(&reader->meter);
        close_reader(reader);
    }
    xml_recorder_close(&reader->recorder);
    free(reader);
    return fine;
}
