/* Writes the rows of a person into the CSV files and, with the same content, into the XML file. */
#include "tables.h"

#include <ctype.h>
#include <string.h>

/* Keys differ from the running numbers beside them, so that a reader who takes one for the other
 * notices. */
enum { KEYS_OF_A_TABLE = 100000000, PATH_SIZE = 4096 };

static bool written_as_csv(const struct writer *w, const struct column *column)
{
    return column->kind != ROWS && (w->unequal || column_in_year(column, w->year));
}

static unsigned long key_of(enum table_id t, unsigned long number)
{
    return (unsigned long)(t + 1) * KEYS_OF_A_TABLE + number;
}

static void put_lower(const char *text, FILE *file)
{
    for (; *text != '\0'; text++)
        fputc(tolower((unsigned char)*text), file);
}

static void put_heading(const struct writer *w, enum table_id t)
{
    const struct table *table = &tables[t];
    FILE *file = w->csv[t];

    fprintf(file, "%stableid,NativeId,%sorderseqcolumn,sourceid", table->file, table->file);
    if (t != HEADER)
        fprintf(file, ",%stableid", tables[table->parent].file);
    for (unsigned i = 0; i < table->column_count; i++)
        if (written_as_csv(w, &table->columns[i])) {
            fputc(',', file);
            put_lower(table->columns[i].name, file);
        }
    fputc('\n', file);
}

static FILE *open_csv(const char *directory, day exported, const struct table *table)
{
    char path[PATH_SIZE];
    int length =
        snprintf(path, sizeof(path), "%s/this/Blade-Export_%02d-%02d-%04d_%s.csv", directory,
                 day_of_month(exported), month_of(exported), year_of(exported), table->file);

    return length < (int)sizeof(path) ? fopen(path, "w") : NULL;
}

static FILE *open_xml(const char *directory)
{
    char path[PATH_SIZE];
    int length = snprintf(path, sizeof(path), "%s/this.xml", directory);

    return length < (int)sizeof(path) ? fopen(path, "w") : NULL;
}

/* A day as the export writes it; false if the text is none. */
static bool put_csv_day(const char *text, const char *time, FILE *file)
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    day when = read_day(text);

    if (when != NO_DAY)
        fprintf(file, "%04d-%s-%02d %s", year_of(when), months[month_of(when) - 1],
                day_of_month(when), time);
    return when != NO_DAY;
}

static bool put_csv_moment(const char *text, FILE *file)
{
    const char *time = strchr(text, 'T');
    cell date = "";

    if (time == NULL)
        return false;
    memcpy(date, text, (size_t)(time - text));
    return put_csv_day(date, time + 1, file);
}

/* What is not of the form that its column has stays as it is. None of the values needs quoting. */
static void put_csv_value(const char *text, enum column_kind kind, FILE *file)
{
    if (text[0] == EMPTY_ELEMENT[0] || (kind == DATE && put_csv_day(text, "00:00:00", file)) ||
        (kind == MOMENT && put_csv_moment(text, file)))
        return;
    if (kind == YES_NO && strcmp(text, "1") == 0)
        text = "True";
    else if (kind == YES_NO && strcmp(text, "0") == 0)
        text = "False";
    fputs(text, file);
}

static void put_csv_row(const struct writer *w, enum table_id t, const struct row *row,
                        unsigned long parent)
{
    FILE *file = w->csv[t];

    fprintf(file, "%lu,%s,%lu,1", key_of(t, w->written[t]), w->authority, w->written[t]);
    if (t != HEADER)
        fprintf(file, ",%lu", key_of(tables[t].parent, parent));
    for (unsigned i = 0; i < tables[t].column_count; i++)
        if (written_as_csv(w, &tables[t].columns[i])) {
            fputc(',', file);
            put_csv_value(row->cells[i], tables[t].columns[i].kind, file);
        }
    fputc('\n', file);
}

static void break_line(struct writer *w)
{
    if (w->in_line)
        fputc('\n', w->xml);
    w->in_line = false;
}

static void indent(struct writer *w)
{
    fprintf(w->xml, "%*s", (int)w->depth * 2, "");
}

static void open_element(struct writer *w, const char *name)
{
    break_line(w);
    indent(w);
    fprintf(w->xml, "<%s>\n", name);
    w->depth++;
}

static void close_element(struct writer *w, const char *name)
{
    break_line(w);
    w->depth--;
    indent(w);
    fprintf(w->xml, "</%s>\n", name);
}

static void put_element(struct writer *w, const char *name, const char *text)
{
    if (!w->in_line)
        indent(w);
    w->in_line = true;
    if (text[0] == EMPTY_ELEMENT[0])
        text = "";
    fprintf(w->xml, "<%s>%s</%s>", name, text, name);
}

/* The descriptions of the return spell one item in two ways. */
static const char *spelling(const struct writer *w, enum table_id t, unsigned column)
{
    bool second = w->unequal && t == PLACEMENT && column == S_CODE && w->written[t] % 2 == 0;

    return second ? "SENsetting" : tables[t].columns[column].name;
}

static void put_row(struct writer *w, const struct record *r, enum table_id t, unsigned row,
                    unsigned long parent);

static void put_rows(struct writer *w, const struct record *r, enum table_id t, unsigned parent,
                     unsigned long number)
{
    for (unsigned i = 0; i < r->counts[t]; i++)
        if (r->rows[t][i].parent == parent)
            put_row(w, r, t, i, number);
}

/* The rows of all files come in the order of XML. */
static void put_row(struct writer *w, const struct record *r, enum table_id t, unsigned row,
                    unsigned long parent)
{
    const struct row *values = &r->rows[t][row];
    unsigned long number = ++w->written[t];

    if (!w->xml_only)
        put_csv_row(w, t, values, parent);
    open_element(w, tables[t].name);
    for (unsigned i = 0; i < tables[t].column_count; i++) {
        if (tables[t].columns[i].kind == ROWS)
            put_rows(w, r, tables[t].columns[i].rows, row, number);
        else if (values->cells[i][0] != '\0')
            put_element(w, spelling(w, t, i), values->cells[i]);
    }
    if (values->stranger[0] != '\0')
        put_element(w, values->stranger, "1");
    close_element(w, tables[t].name);
}

static void put_header_items(struct writer *w, const struct row *row, unsigned first, unsigned last)
{
    for (unsigned i = first; i <= last; i++)
        if (row->cells[i][0] != '\0') {
            put_element(w, tables[HEADER].columns[i].name, row->cells[i]);
            break_line(w);
        }
}

static void put_header(struct writer *w, const struct row *row)
{
    w->written[HEADER] = 1;
    if (!w->xml_only)
        put_csv_row(w, HEADER, row, 0);
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<!-- synthetic data made by statval's generator, no real person -->\n",
          w->xml);
    open_element(w, "Message");
    open_element(w, "Header");
    open_element(w, "CollectionDetails");
    put_header_items(w, row, H_COLLECTION, H_REFERENCE);
    close_element(w, "CollectionDetails");
    open_element(w, "Source");
    put_header_items(w, row, H_LEVEL, H_DSCO);
    close_element(w, "Source");
    close_element(w, "Header");
    open_element(w, "Persons");
}

bool writer_open(struct writer *w, const char *directory, day exported, const struct record *header)
{
    w->year = header->year;
    strcpy(w->authority, record_get(header, HEADER, H_LEA));
    for (enum table_id t = HEADER; t < TABLE_COUNT && !w->xml_only; t++) {
        w->csv[t] = open_csv(directory, exported, &tables[t]);
        if (w->csv[t] == NULL)
            return false;
        put_heading(w, t);
    }
    w->xml = open_xml(directory);
    if (w->xml == NULL)
        return false;
    put_header(w, &header->rows[HEADER][0]);
    return true;
}

void writer_put(struct writer *w, const struct record *r)
{
    put_rows(w, r, PERSON, 0, 1);
}

static bool close_file(FILE *file)
{
    bool failed = ferror(file) != 0;

    return fclose(file) == 0 && !failed;
}

bool writer_close(struct writer *w)
{
    bool good = true;

    close_element(w, "Persons");
    close_element(w, "Message");
    for (enum table_id t = HEADER; t < TABLE_COUNT; t++)
        if (w->csv[t] != NULL)
            good = close_file(w->csv[t]) && good;
    return close_file(w->xml) && good;
}
