#include "case_xml.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#define TABLES_MAX 64

/* The document while it is built: for each table the element of its newest record. */
struct writing {
    const struct sv_plugin *plugin;
    const struct rule_case *rule_case;
    const struct case_time *time;
    xmlNodePtr document; /* stands above the root element */
    xmlNodePtr newest[TABLES_MAX];
};

static bool complain(const struct writing *writing, const char *what, const char *name)
{
    fprintf(stderr, "%s:%d: %s %s\n", writing->rule_case->file, writing->rule_case->line, what,
            name);
    return false;
}

static int table_number(const struct sv_plugin *plugin, const char *name)
{
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (strcmp(plugin->tables[t].name, name) == 0)
            return (int)t;
    }
    return -1;
}

static xmlNodePtr add_element(xmlNodePtr parent, const char *name)
{
    return xmlNewChild(parent, NULL, (const xmlChar *)name, NULL);
}

/* The last child of that name; a group that was written empty on purpose is not used again. */
static xmlNodePtr last_child(xmlNodePtr parent, const char *name)
{
    for (xmlNodePtr child = parent->last; child; child = child->prev) {
        if (child->type == XML_ELEMENT_NODE && strcmp((const char *)child->name, name) == 0)
            return child->_private ? NULL : child;
    }
    return NULL;
}

/* Walks a path of the layout from an element down; the last step is always made anew. */
static xmlNodePtr make_path(xmlNodePtr at, const char *path, bool stop_before_last)
{
    while (*path) {
        char name[64];
        size_t length = strcspn(path, "/");
        bool last = path[length] == '\0';
        if (last && stop_before_last)
            return at;
        snprintf(name, sizeof(name), "%.*s", (int)length, path);
        name[strcspn(name, "*|")] = '\0';
        xmlNodePtr old = last ? NULL : last_child(at, name);
        at = old ? old : add_element(at, name);
        path += last ? length : length + 1;
    }
    return at;
}

static xmlNodePtr open_record(struct writing *writing, int table, bool empty_group);

static xmlNodePtr parent_element(struct writing *writing, int table)
{
    uint16_t parent = writing->plugin->tables[table].parent;
    if (parent == SV_NO_PARENT)
        return writing->document;
    if (!writing->newest[parent])
        open_record(writing, parent, false);
    return writing->newest[parent];
}

/* Records below a new record belong to it: those of the one before are forgotten. */
static void forget_below(struct writing *writing, int table)
{
    for (size_t t = 0; t < writing->plugin->table_count; t++) {
        uint16_t above = writing->plugin->tables[t].parent;
        while (above != SV_NO_PARENT && above != table)
            above = writing->plugin->tables[above].parent;
        if (above == table)
            writing->newest[t] = NULL;
    }
}

/* Records that are joined by a key have paths from the document down. Records of the first such
 * table begin a new group (a child, say), the others stand in the newest; where a table has the
 * path of the first one, its fields stand in the same element. */
static xmlNodePtr open_joined(struct writing *writing, int table)
{
    const struct sv_table *tables = writing->plugin->tables;
    int first = 0;
    while (!(tables[first].options & SV_JOINED_BY_KEY))
        first++;
    const char *path = tables[table].path;
    if (table != first && strcmp(path, tables[first].path) == 0)
        return writing->newest[first];
    if (table == first && writing->document->children) {
        /* CHILD, the second step, is made anew; HEADER with it. */
        const char *below = strchr(path, '/') + 1;
        char group[64];
        snprintf(group, sizeof(group), "%.*s", (int)strcspn(below, "/*"), below);
        add_element(writing->document->children, group);
    }
    writing->newest[table] = make_path(writing->document, path, false);
    return writing->newest[table];
}

static xmlNodePtr open_record(struct writing *writing, int table, bool empty_group)
{
    if (writing->plugin->tables[table].options & SV_JOINED_BY_KEY)
        return open_joined(writing, table);
    const struct sv_table *described = &writing->plugin->tables[table];
    xmlNodePtr above = parent_element(writing, table);
    xmlNodePtr element = above;
    if (strcmp(described->path, ".") != 0)
        element = make_path(above, described->path, empty_group);
    if (empty_group) {
        /* A group of its own without any record, even when there is one to go on with. */
        if (element->children)
            element = add_element(element->parent, (const char *)element->name);
        element->_private = writing;
    }
    forget_below(writing, table);
    writing->newest[table] = element;
    return element;
}

static const struct sv_field *find_field(const struct sv_table *table, const char *name)
{
    for (uint16_t f = 0; f < table->field_count; f++) {
        if (strcmp(table->fields[f].name, name) == 0)
            return &table->fields[f];
    }
    return NULL;
}

static bool write_field(struct writing *writing, xmlNodePtr record, const struct sv_table *table,
                        const struct case_field *field)
{
    char value[CASE_TEXT_MAX];
    const struct sv_field *described = find_field(table, field->name);
    if (!described && !field->stray)
        return complain(writing, "there is no field", field->name);
    const char *path =
        described && described->path && !field->stray ? described->path : field->name;
    case_expand(field->value, writing->time, value, sizeof(value));
    xmlNodePtr element = strcmp(path, ".") == 0 ? record : make_path(record, path, false);
    xmlNodeAddContent(element, (const xmlChar *)value);
    return true;
}

/* Last year's records and reference data are written as CSV. */
static bool is_given_otherwise(const struct writing *writing, const char *name)
{
    const struct sv_plugin *plugin = writing->plugin;
    for (size_t t = 0; t < plugin->table_count; t++) {
        const struct sv_table *table = &plugin->tables[t];
        const char *written = table->kind ? table->kind : table->name;
        if (table->options & (SV_LAST_YEAR | SV_REFERENCE) && strcmp(written, name) == 0)
            return true;
    }
    return strcmp(name, "postcodes") == 0;
}

static bool write_row(struct writing *writing, const struct case_row *row)
{
    int table = table_number(writing->plugin, row->table);
    if (is_given_otherwise(writing, row->table))
        return true;
    if (table < 0 || table >= TABLES_MAX)
        return complain(writing, "there is no table", row->table);
    const struct sv_table *described = &writing->plugin->tables[table];
    bool empty_group = described->options & SV_EMPTY_GROUP_IS_ROW && row->field_count == 0;
    for (unsigned n = 0; n < row->times; n++) {
        xmlNodePtr record = open_record(writing, table, empty_group);
        for (size_t f = 0; f < row->field_count; f++) {
            if (!row->fields[f].absent && !write_field(writing, record, described, &row->fields[f]))
                return false;
        }
    }
    return true;
}

static bool write_header(struct writing *writing, const struct case_row *usual)
{
    struct case_row row;
    if (!usual->table[0])
        return true; /* the return has none */
    if (case_is_without(writing->rule_case, usual->table)) {
        add_element(writing->document, writing->plugin->recognition.root);
        return true;
    }
    case_header(writing->plugin, writing->rule_case, usual, writing->time, &row);
    return write_row(writing, &row);
}

static bool write_rows(struct writing *writing, const struct case_row *header)
{
    const struct rule_case *rule_case = writing->rule_case;
    const struct sv_recognition *recognition = &writing->plugin->recognition;
    if (!write_header(writing, header))
        return false;
    for (size_t i = 0; i < recognition->required_count; i++) {
        const char *path = recognition->required[i];
        xmlNodePtr root = writing->document->children;
        const char *below = strchr(path, '/');
        if (root && below && !last_child(root, below + 1))
            add_element(root, below + 1);
    }
    struct case_rows rows = case_rows_of(writing->plugin, rule_case, writing->time->part);
    bool is_part = writing->time->part > 1; /* its row `part` says what its header is */
    for (size_t r = rows.first + is_part; r < rows.end; r++) {
        if (strcmp(rule_case->rows[r].table, header->table) != 0 &&
            !write_row(writing, &rule_case->rows[r]))
            return false;
    }
    return true;
}

bool case_write_xml(const struct sv_plugin *plugin, const struct rule_case *rule_case,
                    const struct case_row *header, const struct case_time *time, FILE *out)
{
    struct writing writing = {.plugin = plugin,
                              .rule_case = rule_case,
                              .time = time,
                              .document = xmlNewNode(NULL, (const xmlChar *)"document")};
    bool fine = write_rows(&writing, header);
    if (fine) {
        xmlDocPtr document = xmlNewDoc((const xmlChar *)"1.0");
        xmlDocSetRootElement(document, writing.document->children);
        xmlDocFormatDump(out, document, 0);
        xmlFreeDoc(document);
    }
    xmlFreeNode(writing.document);
    return fine;
}
