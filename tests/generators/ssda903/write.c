/* Writes the rows of a child into the CSV files and, with the same content, into the XML file. */
#include "tables.h"

#include <string.h>

/* What stands in the HEADER of a child, in this order: single columns, or all rows of a table. */
struct part {
    enum table_id table;
    unsigned column;
};

enum { ROWS = MAX_COLUMNS };

static const struct part header_parts[] = {
    {HEADER, CHILD},     {HEADER, H_UPN},      {HEADER, H_SEX},    {HEADER, H_DOB},
    {HEADER, H_ETHNIC},  {HEADER, H_UASC},     {UASC, U_DUC},      {AD1, A_DATE_INT},
    {AD1, A_DATE_MATCH}, {AD1, A_FOSTER_CARE}, {AD1, A_NB_ADOPTR}, {AD1, A_SEX_ADOPTR},
    {AD1, A_LS_ADOPTR},  {OC3, L_IN_TOUCH},    {OC3, L_ACTIV},     {OC3, L_ACCOM},
    {MISSING, ROWS},     {REVIEWS, ROWS},      {HEADER, H_MOTHER}, {HEADER, H_MC_DOB},
    {PERMANENCE, ROWS},  {OC2, ROWS},          {PLACED, ROWS},     {SOCIAL_WORKERS, ROWS},
    {DOLO, ROWS}};

/* The columns of Episodes in the order of XML. */
static const unsigned episode_columns[] = {E_DECOM,    E_RNE,     E_LS,        E_CIN,
                                           E_PLACE,    E_PL_POST, E_HOME_POST, E_URN,
                                           E_PROVIDER, E_DEC,     E_REC,       E_REASON};

static bool written_as_csv(const struct table *table, unsigned column)
{
    return table->columns[column].kind != XML_ONLY;
}

/* Opens DIRECTORY/NAME.xml, or DIRECTORY/NAME/TABLE.csv. */
static FILE *open_file(const char *directory, const char *name, const struct table *table)
{
    char path[4096];
    int length = table == NULL
                     ? snprintf(path, sizeof(path), "%s/%s.xml", directory, name)
                     : snprintf(path, sizeof(path), "%s/%s/%s.csv", directory, name, table->file);

    return length < (int)sizeof(path) ? fopen(path, "w") : NULL;
}

static FILE *open_csv(const char *directory, const char *name, const struct table *table)
{
    FILE *file = open_file(directory, name, table);

    for (unsigned i = 0; file != NULL && i < table->column_count; i++)
        if (written_as_csv(table, i))
            fprintf(file, "%s%s", i > 0 ? "," : "", table->columns[i].name);
    if (file != NULL)
        fputc('\n', file);
    return file;
}

bool writer_open(struct writer *w, const char *directory, const char *name, int year)
{
    *w = (struct writer){.year = year};
    for (enum table_id t = HEADER; t < TABLE_COUNT; t++) {
        if (year < tables[t].first_year)
            continue;
        w->csv[t] = open_csv(directory, name, &tables[t]);
        if (w->csv[t] == NULL)
            return false;
    }
    w->xml = open_file(directory, name, NULL);
    if (w->xml == NULL)
        return false;
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<!-- synthetic data made by statval's generator, no real child -->\n"
          "<EXPSSDA903>\n",
          w->xml);
    return true;
}

static bool close_file(FILE *file)
{
    bool failed = ferror(file) != 0;

    return fclose(file) == 0 && !failed;
}

bool writer_close(struct writer *w)
{
    bool good = true;

    fputs("</EXPSSDA903>\n", w->xml);
    for (enum table_id t = HEADER; t < TABLE_COUNT; t++)
        if (w->csv[t] != NULL)
            good = close_file(w->csv[t]) && good;
    return close_file(w->xml) && good;
}

/* None of the values needs quoting. */
static void put_csv_row(const struct writer *w, const struct record *r, enum table_id t,
                        unsigned row)
{
    for (unsigned i = 0; i < tables[t].column_count; i++) {
        if (!written_as_csv(&tables[t], i))
            continue;
        if (i > 0)
            fputc(',', w->csv[t]);
        fputs(record_text(r, t, row, i), w->csv[t]);
    }
    fputc('\n', w->csv[t]);
}

static void put_element(const struct writer *w, const struct record *r, enum table_id t,
                        unsigned row, unsigned at)
{
    const struct column *column = &tables[t].columns[at];
    const char *name = column->element != NULL ? column->element : column->name;
    const char *text = record_text(r, t, row, at);

    if (text[0] != '\0' || column->mandatory)
        fprintf(w->xml, "<%s>%s</%s>", name, text, name);
}

/* Identifier, sex and date of birth stand in the HEADER only. */
static void put_group(const struct writer *w, const struct record *r, enum table_id t, unsigned row)
{
    fprintf(w->xml, "\n   <%s>", tables[t].group);
    for (unsigned i = 0; i < tables[t].column_count; i++)
        if (tables[t].columns[i].kind > SEX)
            put_element(w, r, t, row, i);
    fprintf(w->xml, "</%s>", tables[t].group);
}

/* A table of several rows stands in the first HEADER of the child; of the others each HEADER has
 * the row of its number. */
static void put_part(const struct writer *w, const struct record *r, const struct part *part,
                     unsigned header)
{
    bool one_row = part->column != ROWS || part->table == OC2 || part->table == PERMANENCE;
    unsigned first = one_row ? header : 0;
    unsigned limit = one_row ? header + 1 : header == 0 ? MAX_ROWS : 0;

    for (unsigned row = first; row < limit && row < r->counts[part->table]; row++) {
        if (part->column == ROWS)
            put_group(w, r, part->table, row);
        else
            put_element(w, r, part->table, row, part->column);
    }
}

static void put_episode(const struct writer *w, const struct record *r, unsigned row)
{
    fputs("  <EPISODE>", w->xml);
    for (unsigned i = 0; i < COUNT_OF(episode_columns); i++)
        put_element(w, r, EPISODES, row, episode_columns[i]);
    fputs("</EPISODE>\n", w->xml);
}

static void put_xml_child(const struct writer *w, const struct record *r, unsigned header)
{
    fputs(" <CHILD>\n  <HEADER>\n   ", w->xml);
    for (unsigned i = 0; i < COUNT_OF(header_parts); i++)
        if (w->csv[header_parts[i].table] != NULL)
            put_part(w, r, &header_parts[i], header);
    fputs("\n  </HEADER>\n", w->xml);
    for (unsigned row = 0; header == 0 && row < r->counts[EPISODES]; row++)
        put_episode(w, r, row);
    fputs(" </CHILD>\n", w->xml);
}

void writer_put(struct writer *w, const struct record *r)
{
    for (enum table_id t = HEADER; t < TABLE_COUNT; t++)
        for (unsigned row = 0; w->csv[t] != NULL && row < r->counts[t]; row++)
            put_csv_row(w, r, t, row);
    for (unsigned header = 0; header < r->counts[HEADER]; header++)
        put_xml_child(w, r, header);
}
