#include "detect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../model/values.h"
#include "xml_stream.h"

#define PATH_ROOM 512
#define WORD_ROOM 64
#define GLANCE ((size_t)4096) /* bytes that are parsed at once: a header fits */

/* What the header of the file may say for one plugin. */
struct candidate {
    char year_path[PATH_ROOM]; /* empty: nowhere */
    char part_path[PATH_ROOM];
    const char *header_path; /* of the element that holds both; NULL: there is none */
    char collection[WORD_ROOM];
    char year[WORD_ROOM];
    char part[WORD_ROOM];
    bool header_ended;
};

struct glance {
    const struct registry *registry;
    const struct source *source;
    struct candidate *candidates; /* by plugin */
    struct xml_stream stream;
    struct lines lines; /* of the head */
    struct error *error;
    char path[PATH_ROOM]; /* of the innermost open element */
    size_t unnamed;       /* open elements below, for which the path has no room */
    char root[WORD_ROOM];
    char text[WORD_ROOM];
    size_t text_length;
    bool refused;
    bool in_namespace;
};

static void note_root(struct glance *glance, const char *name, bool in_namespace)
{
    snprintf(glance->root, sizeof(glance->root), "%.*s", WORD_ROOM - 1, name);
    cut_at_character(glance->root);
    glance->in_namespace = in_namespace;
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted_count, const xmlChar **attributes)
{
    (void)prefix, (void)namespace_count, (void)namespaces;
    (void)attribute_count, (void)defaulted_count, (void)attributes;
    struct glance *glance = user;
    size_t path_length = strlen(glance->path);
    size_t length = strlen((const char *)name);
    if (!glance->root[0])
        note_root(glance, (const char *)name, uri != NULL);
    glance->text_length = 0;
    if (glance->unnamed || path_length + length + 2 > PATH_ROOM) {
        glance->unnamed++;
        return;
    }
    if (path_length)
        glance->path[path_length++] = '/';
    memcpy(glance->path + path_length, name, length + 1);
}

static void on_text(void *user, const xmlChar *text, int length)
{
    struct glance *glance = user;
    for (int i = 0; i < length && glance->text_length < WORD_ROOM - 1; i++) {
        if (glance->text_length > 0 || !is_white_space((char)text[i]))
            glance->text[glance->text_length++] = (char)text[i];
    }
}

static void keep_first(char word[WORD_ROOM], const struct glance *glance)
{
    const char *text = glance->text;
    size_t length = trim(&text, glance->text_length);
    if (word[0] == '\0')
        snprintf(word, WORD_ROOM, "%.*s", (int)length, text);
}

static bool is_at(const struct glance *glance, const char *path)
{
    return path && path[0] && strcmp(glance->path, path) == 0;
}

/* What an element that ends says for one plugin. Of several headers the first counts. */
static void note_element(const struct glance *glance, const struct sv_recognition *recognition,
                         struct candidate *candidate)
{
    if (is_at(glance, recognition->collection_path))
        keep_first(candidate->collection, glance);
    if (is_at(glance, candidate->year_path) && !candidate->header_ended)
        keep_first(candidate->year, glance);
    if (is_at(glance, candidate->part_path) && !candidate->header_ended)
        keep_first(candidate->part, glance);
    if (is_at(glance, candidate->header_path))
        candidate->header_ended = true;
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    struct glance *glance = user;
    if (glance->unnamed) {
        glance->unnamed--;
        return;
    }
    for (size_t i = 0; i < glance->registry->count; i++)
        note_element(glance, &glance->registry->plugins[i].plugin->recognition,
                     &glance->candidates[i]);
    char *slash = strrchr(glance->path, '/');
    *(slash ? slash : glance->path) = '\0';
    glance->text_length = 0;
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id)
{
    (void)name, (void)public_id, (void)system_id;
    struct glance *glance = user;
    glance->refused = true;
    xml_refuse_doctype(glance->source, glance->error);
    xmlStopParser(glance->stream.parser);
}

/* Path of a field of the header, from the document down. */
static void write_path(const struct sv_plugin *plugin, const struct sv_at *at, char out[PATH_ROOM])
{
    out[0] = '\0';
    if (!at || at->table == UINT16_MAX)
        return;
    const struct sv_table *table = &plugin->tables[at->table];
    const struct sv_field *field = &table->fields[at->field];
    snprintf(out, PATH_ROOM, "%s/%s", table->path, field->path ? field->path : field->name);
}

static void write_paths(const struct sv_plugin *plugin, struct candidate *candidate)
{
    const struct sv_at *year = &plugin->recognition.year;
    const struct sv_at *part = plugin->recognition.part;
    const struct sv_at *known = year->table == UINT16_MAX ? part : year;
    write_path(plugin, year, candidate->year_path);
    write_path(plugin, part, candidate->part_path);
    candidate->header_path = known ? plugin->tables[known->table].path : NULL;
}

static bool fits(const struct glance *glance, size_t i)
{
    const struct sv_recognition *recognition = &glance->registry->plugins[i].plugin->recognition;
    return strcmp(recognition->root, glance->root) == 0 &&
           (!recognition->collection_path ||
            strcmp(recognition->collection, glance->candidates[i].collection) == 0);
}

static bool refuse_unknown(const struct glance *glance, struct error *error)
{
    char supported[512];
    registry_describe(glance->registry, supported, sizeof(supported));
    const char *collection = "";
    for (size_t i = 0; i < glance->registry->count && !collection[0]; i++)
        collection = glance->candidates[i].collection;
    if (glance->in_namespace)
        return error_set(
            error, STATUS_INPUT,
            "%s: the root element %s stands in a namespace (xmlns); a return has none. "
            "Leave it out. Supported: %s.",
            glance->source->name, glance->root, supported);
    return error_set(error, STATUS_INPUT,
                     "%s: this is no return that statval knows: its root element is %s%s%s. "
                     "Supported: %s.",
                     glance->source->name, glance->root,
                     collection[0] ? " and its collection " : "", collection, supported);
}

static int32_t positive_or_0(const char *text, size_t length)
{
    int32_t number = read_number(text, length);
    return number > 0 ? number : 0;
}

int year_of_day(const struct sv_plugin *plugin, sv_day day)
{
    int first_month = plugin->recognition.first_month;
    if (day == SV_NONE)
        return 0;
    struct sv_date date = sv_date_of(day);
    return date.year + (first_month > 1 && date.month >= first_month ? 1 : 0);
}

int year_said(const struct sv_plugin *plugin, const char *text, size_t length)
{
    const struct sv_recognition *recognition = &plugin->recognition;
    struct sv_at at = recognition->year;
    if (recognition->first_month == 0)
        return length == 4 && text[0] >= '0' && text[0] <= '9' ? positive_or_0(text, length) : 0;
    uint8_t type = plugin->tables[at.table].fields[at.field].type;
    return year_of_day(plugin, read_day(type, text, length));
}

static bool choose(const struct glance *glance, const char *wanted, struct detection *detection,
                   struct error *error)
{
    for (size_t i = 0; i < glance->registry->count; i++) {
        const struct plugin_entry *entry = &glance->registry->plugins[i];
        bool chosen = wanted ? strcmp(entry->plugin->id, wanted) == 0 &&
                                   strcmp(entry->plugin->recognition.root, glance->root) == 0
                             : fits(glance, i);
        if (!chosen || glance->in_namespace)
            continue;
        detection->plugin = entry;
        const struct candidate *candidate = &glance->candidates[i];
        detection->year = year_said(entry->plugin, candidate->year, strlen(candidate->year));
        detection->part = positive_or_0(candidate->part, strlen(candidate->part));
        return true;
    }
    return refuse_unknown(glance, error);
}

/* Whether nothing that still comes can change what the file is. */
static bool is_decided(const struct glance *glance)
{
    bool root_known = false;
    for (size_t i = 0; glance->root[0] && i < glance->registry->count; i++) {
        const struct candidate *candidate = &glance->candidates[i];
        bool known = (candidate->year[0] || !candidate->year_path[0]) &&
                     (candidate->part[0] || !candidate->part_path[0]);
        if (fits(glance, i) && (known || candidate->header_ended))
            return true;
        root_known |=
            strcmp(glance->registry->plugins[i].plugin->recognition.root, glance->root) == 0;
    }
    return glance->root[0] && !root_known;
}

/* Parses what is there of the head behind `*parsed`, as far as it must. False: more is needed. */
static bool look_at_head(struct glance *glance, const struct source *source, size_t *parsed)
{
    bool fine = true;
    while (fine && *parsed < source->head_length && !glance->refused && !is_decided(glance)) {
        size_t left = source->head_length - *parsed;
        size_t length = left < GLANCE ? left : GLANCE;
        lines_add(&glance->lines, source->head + *parsed, length);
        fine = xml_stream_feed(&glance->stream, source->head + *parsed, length);
        *parsed += length;
    }
    return !fine || glance->refused || is_decided(glance);
}

/* Parses the head, which grows as long as it must. */
static bool look(struct glance *glance, struct source *source)
{
    size_t parsed = 0;
    bool more = true;
    while (more) {
        if (look_at_head(glance, source, &parsed))
            return !glance->refused;
        if (!source_extend_head(source, &more, glance->error))
            return false;
    }
    xml_stream_feed(&glance->stream, "", 0);
    return true;
}

/* What is not well-formed before anything is known of the file is all that can be said of it. */
static bool decide(struct glance *glance, const char *wanted, struct detection *detection)
{
    struct error unknown;
    if (glance->root[0] && choose(glance, wanted, detection, &unknown))
        return true;
    if (glance->root[0] && glance->stream.parser->wellFormed) {
        *glance->error = unknown;
        return false;
    }
    struct source head = *glance->source;
    head.lines = glance->lines;
    return xml_stream_explain(&glance->stream, &head, glance->root[0] ? glance->root : NULL,
                              glance->error);
}

bool detect(const struct registry *registry, struct source *source, const char *wanted,
            struct detection *detection, struct error *error)
{
    xmlSAXHandler handler = {.startElementNs = on_start,
                             .endElementNs = on_end,
                             .characters = on_text,
                             .cdataBlock = on_text,
                             .internalSubset = on_doctype,
                             .initialized = XML_SAX2_MAGIC};
    struct glance glance = {.registry = registry, .source = source, .error = error};
    glance.candidates = mem_new(registry->count, sizeof(*glance.candidates));
    for (size_t i = 0; i < registry->count; i++)
        write_paths(registry->plugins[i].plugin, &glance.candidates[i]);
    xml_stream_open(&glance.stream, &handler, &glance);
    bool found = look(&glance, source) && decide(&glance, wanted, detection);
    xml_stream_close(&glance.stream);
    free(glance.candidates);
    lines_free(&glance.lines);
    return found;
}
