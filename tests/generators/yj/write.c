/* Writes the return as XML. */
#include "record.h"

#include <string.h>

static void indent(unsigned depth, FILE *file)
{
    fprintf(file, "%*s", (int)depth * 2, "");
}

static void open_line(const char *element, unsigned depth, FILE *file)
{
    indent(depth, file);
    fprintf(file, "<%s>\n", element);
}

static void close_line(const char *element, unsigned depth, FILE *file)
{
    indent(depth, file);
    fprintf(file, "</%s>\n", element);
}

static void put_element(const char *element, const char *text, FILE *file)
{
    fprintf(file, "<%s>%s</%s>", element, text, element);
}

/* The rows of a table without items of its own are elements with a text. */
static bool is_bare(enum table_id table)
{
    return tables[table].columns[0].name[0] == '\0';
}

static void put_row(const struct record *r, enum table_id table, unsigned number, unsigned depth,
                    FILE *file);

/* Rows in the row at hand: on lines of their own, but not bare ones. Gives whether there are such
 * lines. */
static bool put_inner_rows(const struct record *r, enum table_id table, unsigned parent,
                           bool on_new_line, unsigned depth, FILE *file)
{
    for (unsigned i = 0; i < r->counts[table]; i++) {
        const struct row *row = &r->rows[table][i];

        if (row->parent != parent)
            continue;
        if (is_bare(table)) {
            put_element(tables[table].element, row->cells[0], file);
            continue;
        }
        if (!on_new_line)
            fputc('\n', file);
        on_new_line = true;
        put_row(r, table, i, depth, file);
    }
    return on_new_line;
}

static bool put_items(const struct record *r, enum table_id table, unsigned number, unsigned depth,
                      FILE *file)
{
    const struct row *row = &r->rows[table][number];
    bool on_new_line = false;

    for (unsigned i = 0; i < tables[table].column_count; i++) {
        const struct column *column = &tables[table].columns[i];

        if (column->kind == ROWS)
            on_new_line = put_inner_rows(r, column->rows, number, on_new_line, depth + 1, file);
        else if (row->cells[i] != NULL)
            put_element(column->name, row->cells[i], file);
    }
    return on_new_line;
}

static void put_row(const struct record *r, enum table_id table, unsigned number, unsigned depth,
                    FILE *file)
{
    indent(depth, file);
    if (is_bare(table)) {
        put_element(tables[table].element, r->rows[table][number].cells[0], file);
        fputc('\n', file);
        return;
    }
    fprintf(file, "<%s>", tables[table].element);
    if (put_items(r, table, number, depth, file))
        indent(depth, file);
    fprintf(file, "</%s>\n", tables[table].element);
}

static bool same_element(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* The tables whose rows stand in a row of the same table, with the elements around them. */
static void put_tables(const struct record *r, enum table_id first, enum table_id last,
                       enum table_id parent, unsigned depth, FILE *file)
{
    const char *open = NULL;

    for (enum table_id t = first; t <= last; t++) {
        const struct table *table = &tables[t];
        bool inside = table->outer != NULL;

        if (r->counts[t] == 0 || (t != PERSON && table->parent != parent))
            continue;
        if (open != NULL && !same_element(open, table->outer))
            close_line(open, depth, file);
        if (inside && !same_element(open, table->outer))
            open_line(table->outer, depth, file);
        open = table->outer;
        if (table->inner != NULL)
            open_line(table->inner, depth + 1, file);
        for (unsigned i = 0; i < r->counts[t]; i++)
            put_row(r, t, i, depth + (inside ? 1 : 0) + (table->inner != NULL ? 1 : 0), file);
        if (table->inner != NULL)
            close_line(table->inner, depth + 1, file);
    }
    if (open != NULL)
        close_line(open, depth, file);
}

void write_start(const struct record *head, FILE *file)
{
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<!-- invented: synthetic data made by statval's generator, no real child, no real PNC "
          "number -->\n"
          "<YouthJusticeReturn FormatVersion=\"1.0\">\n",
          file);
    put_row(head, HEADER, 0, 1, file);
    put_tables(head, DELETED, DELETED, HEADER, 1, file);
}

void write_child(const struct record *child, FILE *file)
{
    open_line("Child", 1, file);
    put_tables(child, PERSON, LINK_PP, PERSON, 2, file);
    close_line("Child", 1, file);
}

void write_end(const struct record *head, FILE *file)
{
    put_tables(head, BOARD, BOARD, HEADER, 1, file);
    fputs("</YouthJusticeReturn>\n", file);
}
