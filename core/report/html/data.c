/*
 * What the scripts of the page work on, as JSON: the findings in a short form, and all records of
 * the subjects that have any. Names of tables and fields stand in it once; findings and records
 * refer to them by number.
 */
#include "../../base/calendar.h"
#include "html.h"

static void text_member(struct buffer *out, const char *name, const char *value)
{
    buffer_text(out, ",\n\"");
    buffer_text(out, name);
    buffer_text(out, "\":");
    html_json(out, value);
}

/* Adds a number with what separates it from what stands before. */
static void next_number(struct buffer *out, uint64_t number)
{
    buffer_text(out, ",");
    buffer_number(out, number);
}

static void next_text(struct buffer *out, const char *text)
{
    buffer_text(out, ",");
    html_json(out, text);
}

/* [name, [field, ...], [number of a derived field, ...]] */
static void write_table(const struct sv_table *table, struct buffer *out)
{
    const char *before = "";
    buffer_text(out, "[");
    html_json(out, table->name);
    buffer_text(out, ",[");
    for (uint16_t f = 0; f < table->field_count; f++) {
        buffer_text(out, f ? "," : "");
        html_json(out, table->fields[f].name);
    }
    buffer_text(out, "],[");
    for (uint16_t f = 0; f < table->field_count; f++) {
        if (!(table->fields[f].options & SV_DERIVED))
            continue;
        buffer_text(out, before);
        buffer_number(out, f);
        before = ",";
    }
    buffer_text(out, "]]");
}

static void write_tables(struct page *page)
{
    const struct sv_plugin *plugin = page->report->check->plugin->plugin;
    buffer_text(&page->out, ",\n\"tables\":[");
    for (size_t t = 0; t < plugin->table_count; t++) {
        buffer_text(&page->out, t ? ",\n" : "\n");
        write_table(&plugin->tables[t], &page->out);
    }
    buffer_text(&page->out, "]");
}

/* [name, 1 when the table alone does not say that it is this one, else 0] */
static void write_files(struct page *page)
{
    const struct submission *submission = &page->report->check->submission;
    buffer_text(&page->out, ",\n\"files\":[");
    for (size_t i = 0; i < submission->count; i++) {
        buffer_text(&page->out, i ? ",[" : "[");
        html_json(&page->out, submission->parts[i]->source.name);
        next_number(&page->out, html_is_one_of_several(page->report, (uint16_t)i));
        buffer_text(&page->out, "]");
    }
    buffer_text(&page->out, "]");
}

/* [code, severity, message], in the order of the page */
static void write_rules(struct page *page)
{
    const char *before = "\n";
    buffer_text(&page->out, ",\n\"rules\":[");
    for (size_t i = 0; i < page->survey.entry_count; i++) {
        const struct html_entry *entry = &page->survey.entries[i];
        if (!html_has_entry(entry))
            continue;
        buffer_text(&page->out, before);
        buffer_text(&page->out, "[");
        html_json(&page->out, entry->code);
        next_text(&page->out, severity_name(entry->severity));
        next_text(&page->out, entry->message);
        buffer_text(&page->out, "]");
        before = ",\n";
    }
    buffer_text(&page->out, "]");
}

/* [reason, by], by line of the acceptances; 0: it accepted nothing */
static void write_reasons(struct page *page)
{
    size_t count = 0;
    const struct acceptance *lines =
        page->report->acceptances ? acceptances_lines(page->report->acceptances, &count) : NULL;
    buffer_text(&page->out, ",\n\"reasons\":[");
    for (size_t i = 0; i < count; i++) {
        buffer_text(&page->out, i ? "," : "");
        if (!lines[i].used) {
            buffer_text(&page->out, "0");
            continue;
        }
        buffer_text(&page->out, "[");
        html_json(&page->out, lines[i].reason);
        next_text(&page->out, lines[i].by);
        buffer_text(&page->out, "]");
    }
    buffer_text(&page->out, "]");
}

/* [number, name], of those with findings */
static void write_subjects(struct page *page)
{
    const struct store *store = &page->report->check->store;
    uint16_t table = page->report->check->plugin->plugin->subject.table;
    const char *before = "\n";
    char room[ID_ROOM];
    buffer_text(&page->out, ",\n\"subjects\":[");
    for (uint32_t i = 0; i < page->survey.subject_count; i++) {
        if (!page->survey.subjects[i])
            continue;
        buffer_text(&page->out, before);
        buffer_text(&page->out, "[");
        buffer_number(&page->out, i + 1);
        next_text(&page->out, report_subject(page->report, store_at(store, table, i), room));
        buffer_text(&page->out, "]");
        before = ",\n";
    }
    buffer_text(&page->out, "]");
}

/* The fields of a place behind it: number of the field, value; what is not of the return by its
 * name. */
static void write_fields(const struct sv_table *table, uint64_t fields,
                         const struct report_place *place, struct buffer *out)
{
    size_t own = 0;
    size_t derived = 0;
    for (uint16_t f = 0; table && f < table->field_count; f++) {
        if (!(fields >> f & 1))
            continue;
        const struct report_field *field = table->fields[f].options & SV_DERIVED
                                               ? &place->derived[derived++]
                                               : &place->fields[own++];
        next_number(out, f);
        next_text(out, field->value);
    }
    for (; own < place->field_count; own++) {
        next_text(out, place->fields[own].name);
        next_text(out, place->fields[own].value);
    }
}

/* [table or -1, row, line, row in a spreadsheet or 0, file, field, value, ...] */
static void write_place(struct page *page, const struct report_finding *finding, size_t number)
{
    struct report_place place;
    struct buffer *out = &page->out;
    uint64_t fields;
    const struct sv_row *row = html_location(finding, number, &fields);
    report_place(page->report, finding, number, &place);
    buffer_text(out, ",[");
    if (row)
        buffer_number(out, row->table);
    else
        buffer_text(out, "-1");
    next_number(out, place.row);
    next_number(out, place.line);
    next_number(out, place.sheet_row);
    next_number(out, html_file_of(finding, number));
    write_fields(row ? page->report->check->store.tables[row->table].described : NULL, fields,
                 &place, out);
    buffer_text(out, "]");
}

/* [rule, subject or 0, id, state, line of the acceptances + 1 or 0, detail, message, place, ...] */
static void write_finding(struct page *page, const struct html_entry *entry,
                          const struct report_finding *finding)
{
    struct buffer *out = &page->out;
    size_t count;
    buffer_text(out, "[");
    buffer_number(out, entry->number);
    next_number(out, html_subject_of(&page->survey, finding));
    next_text(out, finding->id);
    next_number(out, finding->state);
    next_number(out, finding->acceptance
                         ? (uint64_t)(finding->acceptance -
                                      acceptances_lines(page->report->acceptances, &count)) +
                               1
                         : 0);
    next_text(out, finding->detail);
    next_text(out, finding->problem ? finding->message : NULL);
    for (size_t i = 0; i < finding->place_count; i++)
        write_place(page, finding, i);
    buffer_text(out, "]");
}

static void write_findings(struct page *page)
{
    struct report_cursor cursor = {0};
    struct report_finding finding;
    const char *before = "\n";
    buffer_text(&page->out, ",\n\"findings\":[");
    while (report_next(page->report, &cursor, &finding)) {
        buffer_text(&page->out, before);
        write_finding(page, &page->survey.entries[html_entry_of(&cursor, &finding)], &finding);
        before = ",\n";
    }
    buffer_text(&page->out, "]");
}

void html_data(struct page *page)
{
    struct buffer *out = &page->out;
    const struct report *report = page->report;
    const struct sv_plugin *plugin = report->check->plugin->plugin;
    char today[11];
    calendar_format(report->check->today, today);
    buffer_text(out, "<script type=\"application/json\" id=\"report-data\">{\n\"year\":");
    buffer_number(out, (uint64_t)report->check->year->year);
    text_member(out, "return", plugin->id);
    text_member(out, "today", today);
    text_member(out, "noun", plugin->subject_noun);
    text_member(out, "nouns", plugin->subjects_noun);
    buffer_text(out, identity_redacts(report->identity) ? ",\n\"redacted\":true" : "");
    buffer_text(out, report->acceptances ? ",\n\"acceptances\":true" : "");
    buffer_text(out, report->baseline ? ",\n\"baseline\":true" : "");
    write_tables(page);
    write_files(page);
    write_rules(page);
    write_reasons(page);
    write_subjects(page);
    write_findings(page);
    buffer_text(out, "}</script>\n");
}

/* The text of a value that is in the files; NULL: it is missing, or worked out, or left out. */
static const char *text_in_file(const struct page *page, const struct sv_row *row, uint16_t number,
                                char room[VALUE_ROOM])
{
    const struct store *store = &page->report->check->store;
    const struct sv_field *field = &store->tables[row->table].described->fields[number];
    if (field->options & SV_DERIVED || identity_redacts(page->report->identity))
        return NULL;
    return value_text(store, field, *store_value(store, row, number), room);
}

/* [row, line, row in a spreadsheet or 0, file, value, ...]; 0: a missing value. Missing values at
 * the end are left away. */
static void write_record(struct page *page, const struct sv_row *row)
{
    const struct sv_table *table = page->report->check->store.tables[row->table].described;
    const struct part *part = page->report->check->submission.parts[row->file];
    struct buffer *out = &page->out;
    char room[VALUE_ROOM];
    uint16_t count = table->field_count;
    while (count > 0 && !text_in_file(page, row, (uint16_t)(count - 1), room))
        count--;
    buffer_text(out, ",[");
    buffer_number(out, row->number);
    next_number(out, lines_position(&part->source.lines, row->offset).line);
    next_number(out, part->delimiter ? sheet_row(&part->sheet, row->number) : 0);
    next_number(out, row->file);
    for (uint16_t f = 0; f < count; f++)
        next_text(out, text_in_file(page, row, f, room));
    buffer_text(out, "]");
}

/* [table, record, ...] */
static void write_records_of(struct page *page, const struct sv_row *subject, uint16_t table)
{
    const struct store *store = &page->report->check->store;
    if (!report_has_table(page->report, table) || !store_is_below(store, table, subject->table))
        return;
    struct range range = store_below(store, subject, table);
    if (range.lo == range.hi)
        return;
    buffer_text(&page->out, ",[");
    buffer_number(&page->out, table);
    for (uint32_t place = range.lo; place < range.hi; place++)
        write_record(page, store_at(store, table, place));
    buffer_text(&page->out, "]");
}

void html_records(struct page *page)
{
    const struct sv_plugin *plugin = page->report->check->plugin->plugin;
    const struct store *store = &page->report->check->store;
    const char *before = "\n";
    buffer_text(&page->out, "<script type=\"application/json\" id=\"report-records\">[");
    for (uint32_t i = 0; i < page->survey.subject_count; i++) {
        if (!page->survey.subjects[i])
            continue;
        buffer_text(&page->out, before);
        buffer_text(&page->out, "[");
        buffer_number(&page->out, i + 1);
        const struct sv_row *subject = store_at(store, plugin->subject.table, i);
        for (uint16_t t = 0; t < plugin->table_count; t++)
            write_records_of(page, subject, t);
        buffer_text(&page->out, "]");
        before = ",\n";
    }
    buffer_text(&page->out, "\n]</script>\n");
}
