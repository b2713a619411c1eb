/* Which return the files of a submission are. */
#include <stdlib.h>
#include <string.h>

#include "../model/values.h"
#include "detect.h"
#include "submission.h"

static void note_delimiters(struct submission *submission)
{
    for (size_t i = 0; i < submission->count; i++) {
        struct part *part = submission->parts[i];
        if (part->refused || part->source.form != SOURCE_TEXT)
            continue;
        part->delimiter = csv_delimiter(part->source.head, part->source.head_length);
        if (part->source.encoding)
            part_refuse(submission, part,
                        "the file is not XML, but text in the encoding %s. If it is a table of "
                        "the return, save it as \"CSV UTF-8\".",
                        part->source.encoding);
    }
}

/* Whether a file has the columns of a table of the return, in any of its years; `nearly`: most of
 * them. */
static bool csv_fits(const struct part *part, const struct sv_plugin *plugin, bool nearly)
{
    struct csv_columns columns;
    bool fits = false;
    part_columns(part, &columns);
    for (size_t y = 0; y < plugin->year_count && !fits; y++) {
        struct csv_fit fit = csv_columns_fit(&columns, plugin, plugin->years[y].year, false);
        size_t difference = fit.missing + fit.extra;
        fits = fit.table != NO_TABLE &&
               (nearly ? difference < columns.count - fit.extra : !difference);
    }
    csv_columns_free(&columns);
    return fits;
}

/* The return whose tables most of the CSV files are; NULL: they are none. */
static const struct plugin_entry *return_of_csv(const struct submission *submission,
                                                const struct registry *registry, const char *wanted,
                                                bool nearly)
{
    const struct plugin_entry *best = NULL;
    size_t most = 0;
    for (size_t r = 0; r < registry->count; r++) {
        const struct plugin_entry *entry = &registry->plugins[r];
        size_t count = 0;
        if (wanted && strcmp(entry->plugin->id, wanted) != 0)
            continue;
        for (size_t i = 0; i < submission->count; i++) {
            const struct part *part = submission->parts[i];
            count += part->role == PART_OWN && !part->refused && part->source.form == SOURCE_TEXT &&
                     csv_fits(part, entry->plugin, nearly);
        }
        if (count > most) {
            best = entry;
            most = count;
        }
    }
    return best;
}

/* The year in a column of the first record of a CSV file; 0: there is none. */
static int year_in_column(const struct part *part, const struct sv_plugin *plugin, size_t column)
{
    struct csv csv;
    int year = 0;
    csv_begin(&csv, part->source.head, part->source.head_length, part->delimiter);
    bool there = csv_next(&csv); /* the heading */
    if (there && csv_next(&csv) && column < csv.cell_count) {
        const char *text = csv.cells[column].text;
        size_t length = trim(&text, csv.cells[column].length);
        year = year_said(plugin, text, length);
    }
    csv_end(&csv);
    return year >= 1000 ? year : 0;
}

/* The collection year that the header says when it is given as a CSV file. */
static void note_year(struct part *part, const struct sv_plugin *plugin)
{
    struct sv_at at = plugin->recognition.year;
    int any_year = plugin->years[plugin->year_count - 1].year;
    struct csv_columns columns;
    part_columns(part, &columns);
    struct csv_fit fit = csv_columns_fit(&columns, plugin, any_year, false);
    for (size_t i = 0; i < columns.count && fit.table == at.table && fit.missing == 0; i++) {
        if (csv_column_field(&plugin->tables[at.table], any_year, columns.names[i]) == at.field)
            part->year = year_in_column(part, plugin, i);
    }
    csv_columns_free(&columns);
}

static void note_years(struct submission *submission, const struct sv_plugin *plugin)
{
    for (size_t i = 0; i < submission->count && plugin->recognition.year.table != NO_TABLE; i++) {
        struct part *part = submission->parts[i];
        if (part->role == PART_OWN && !part->refused && part->source.form == SOURCE_TEXT)
            note_year(part, plugin);
    }
}

static bool is_xml_of(const struct part *part, enum part_role role)
{
    return part->role == role && !part->refused && part->source.form == SOURCE_XML;
}

static size_t count_xml(const struct submission *submission, enum part_role role)
{
    size_t count = 0;
    for (size_t i = 0; i < submission->count; i++) {
        count += is_xml_of(submission->parts[i], role);
    }
    return count;
}

static bool refuse_second(const struct submission *submission, const struct part *first,
                          const struct part *second, struct error *error)
{
    if (first->plugin != second->plugin)
        return error_set(error, STATUS_INPUT,
                         "%s is of the return %s, %s of %s. Give them one by one.",
                         first->source.name, first->plugin->plugin->id, second->source.name,
                         second->plugin->plugin->id);
    return error_set(error, STATUS_INPUT,
                     "%zu files were given, among them %s and %s; in XML this return is one file. "
                     "Give them one by one.",
                     count_xml(submission, first->role), first->source.name, second->source.name);
}

/* A part, and its place among those given. */
struct placed {
    struct part *part;
    size_t place;
};

/* Behind those with a number come those without one, and then the files that are no parts. */
static int class_of(const struct part *part)
{
    if (!is_xml_of(part, part->role))
        return 2;
    return part->number ? 0 : 1;
}

/* By the numbers that they have themselves, else as they were given. */
static int compare_parts(const void *left, const void *right)
{
    const struct placed *a = left;
    const struct placed *b = right;
    int class_a = class_of(a->part);
    int class_b = class_of(b->part);
    if (class_a != class_b)
        return class_a < class_b ? -1 : 1;
    if (class_a == 0 && a->part->number != b->part->number)
        return a->part->number < b->part->number ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

/* Puts the files of a role into the order in which they are read. */
static void sort_parts(struct submission *submission, enum part_role role)
{
    struct placed *placed = mem_new(submission->count, sizeof(*placed));
    size_t count = 0;
    for (size_t i = 0; i < submission->count; i++) {
        if (submission->parts[i]->role == role)
            placed[count++] = (struct placed){submission->parts[i], i};
    }
    if (count > 1)
        qsort(placed, count, sizeof(*placed), compare_parts);
    for (size_t i = 0, next = 0; i < submission->count; i++) {
        if (submission->parts[i]->role == role)
            submission->parts[i] = placed[next++].part;
    }
    free(placed);
}

/* Recognises the XML files of a role; *first becomes the first of them that is read, or NULL. */
static bool recognise_xml(struct submission *submission, const struct registry *registry,
                          const char *wanted, enum part_role role, struct part **first,
                          struct error *error)
{
    struct error why;
    *first = NULL;
    for (size_t i = 0; i < submission->count; i++) {
        struct part *part = submission->parts[i];
        struct detection detection = {0};
        if (!is_xml_of(part, role))
            continue;
        if (!detect(registry, &part->source, wanted, &detection, &why)) {
            part_refuse_for(submission, part, &why);
            continue;
        }
        part->plugin = detection.plugin;
        part->year = detection.year;
        part->number = detection.part;
        if (*first && ((*first)->plugin != part->plugin || !part->plugin->plugin->recognition.part))
            return refuse_second(submission, *first, part, error);
        if (!*first)
            *first = part;
    }
    if (*first && (*first)->plugin->plugin->recognition.part)
        sort_parts(submission, role);
    return true;
}

/* Of a return in XML parts, a file that is no XML may be a part that was saved as something else:
 * that is an error. Elsewhere it is a file that happens to lie there, which intake asks about. */
static void refuse_texts(struct submission *submission, const struct sv_plugin *plugin)
{
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].options & SV_IN_CSV)
            return;
    }
    if (!plugin->recognition.part)
        return;
    for (size_t i = 0; i < submission->count; i++) {
        struct part *part = submission->parts[i];
        if (part->role != PART_REFERENCE && !part->refused && part->source.form == SOURCE_TEXT)
            part_refuse(submission, part,
                        "the file is not XML; a return of this kind is made of XML files only. It "
                        "was left out.");
    }
}

static const struct part *first_own(const struct submission *submission)
{
    for (size_t i = 0; i < submission->count; i++) {
        if (submission->parts[i]->role == PART_OWN)
            return submission->parts[i];
    }
    return NULL;
}

/* Nothing that was given is a return: the first file says why. */
static bool refuse_all(const struct submission *submission, const struct registry *registry,
                       struct error *error)
{
    const struct part *part = first_own(submission);
    char supported[512];
    registry_describe(registry, supported, sizeof(supported));
    if (part && part->refused)
        return error_set(error, STATUS_INPUT, "%s: %s", part->source.name, part->refused);
    return error_set(error, STATUS_INPUT,
                     "%s: the file is not XML, and its first line does not hold the columns of a "
                     "table of a return. Supported: %s.",
                     part ? part->source.name : "-", supported);
}

const struct plugin_entry *submission_recognise(struct submission *submission,
                                                const struct registry *registry, const char *wanted,
                                                struct error *error)
{
    struct part *own;
    struct part *last;
    note_delimiters(submission);
    if (!recognise_xml(submission, registry, wanted, PART_OWN, &own, error))
        return NULL;
    const struct plugin_entry *entry =
        own ? own->plugin : return_of_csv(submission, registry, wanted, false);
    if (!entry)
        entry = return_of_csv(submission, registry, wanted, true);
    if (!entry) {
        refuse_all(submission, registry, error);
        return NULL;
    }
    refuse_texts(submission, entry->plugin);
    if (!own)
        note_years(submission, entry->plugin);
    if (!recognise_xml(submission, registry, entry->plugin->id, PART_LAST, &last, error))
        return NULL;
    return entry;
}
