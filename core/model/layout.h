/* The layout of a return in one collection year: the tree of elements that the reader walks. */
#ifndef STATVAL_LAYOUT_H
#define STATVAL_LAYOUT_H

#include <stdbool.h>

#include <statval/plugin.h>

#include "codes.h"

#define NO_FIELD UINT16_MAX
#define NO_TABLE UINT16_MAX

/* A field whose value stands in an element further up, where it is a field of another table: when
 * that element ends, the records read within it get the value. */
struct lift {
    struct sv_at to;
    struct sv_at from;
    uint16_t mark; /* from 0 */
};

/* A table of which not every record is kept: when this element ends, all values of those read
 * within it are there, and it can be told. */
struct filter {
    uint16_t table;
    uint16_t instead; /* table that begins a record in the same element, or NO_TABLE */
    uint16_t mark;    /* from 0; no lift has the same */
};

/* One element of the layout. Nodes are linked as first child and next sibling. */
struct node {
    const char *name;
    struct node *parent;
    struct node *child;
    struct node *next;
    const uint16_t *opens; /* tables of which the element begins a record, in order */
    size_t open_count;
    uint16_t table; /* table and field that the element's text belongs to, or NO_FIELD */
    uint16_t field;
    struct lift *lifts; /* that are made when the element ends */
    size_t lift_count;
    struct filter *filters; /* and that are used then, after the lifts */
    size_t filter_count;
    uint16_t group_of;          /* table of which an empty group makes a record, or NO_TABLE */
    uint16_t id;                /* from 0 */
    bool repeats;               /* may be there several times; of others only the first counts */
    bool single;                /* repeats, but should not: its table is SV_AT_MOST_ONE */
    const struct node *spelled; /* another spelling of this node's name; NULL: none */
    bool requires;              /* a record that begins here has fields that must be there */
};

struct layout {
    const struct sv_plugin *plugin;
    int year;
    bool is_last;     /* of last year's return */
    struct node *top; /* stands for the document; its children are root elements */
    uint16_t node_count;
    uint16_t mark_count;  /* of lifts and filters */
    uint8_t told_forms;   /* enum sv_form_fault: those that a rule of the year tells */
    struct codes **codes; /* by the address of their list: a hash table, at most half full */
    size_t code_slots;    /* a power of two */
    struct arena *arena;
};

/** Builds the layout of a plugin for a year; `is_last`: that of last year's return, with the tables
 *  that hold it. layout_free() it. */
struct layout *layout_new(const struct sv_plugin *plugin, int year, bool is_last);
void layout_free(struct layout *layout);

/** The node of a path from the document down, with `/` between; NULL: not in the layout. */
const struct node *layout_find(const struct layout *layout, const char *path);

/** The child node of that name, or NULL. */
struct node *layout_child(const struct node *node, const char *name);

/** The index of a code list of the plugin. NULL when it is none of its lists. */
const struct codes *layout_codes(const struct layout *layout, const struct sv_code_list *list);

/** Whether a table is of the return in the layout's year: not made of keys, no reference data, and
 *  of last year's return if the layout is. */
bool layout_has_table(const struct layout *layout, const struct sv_table *table);

/** Whether something with these first and last years (0: open) exists in a year. */
bool in_years(int first_year, int last_year, int year);

/** The plugin's entry for a collection year, or NULL. */
const struct sv_year *plugin_year(const struct sv_plugin *plugin, int year);

static inline const struct sv_field *layout_field(const struct layout *layout, struct sv_at at)
{
    return &layout->plugin->tables[at.table].fields[at.field];
}

#endif
