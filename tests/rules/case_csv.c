#include "case_csv.h"

#include <string.h>

#include "../../core/model/layout.h"

bool case_has_row(const struct rule_case *rule_case, const char *table)
{
    for (size_t r = 0; r < rule_case->row_count; r++) {
        if (strcmp(rule_case->rows[r].table, table) == 0)
            return true;
    }
    return false;
}

/* No value of a case has a quotation mark. */
static void write_value(const char *value, const struct case_time *time, FILE *out)
{
    char text[CASE_TEXT_MAX];
    case_expand(value, time, text, sizeof(text));
    bool quoted = strpbrk(text, ",\n") != NULL;
    fprintf(out, quoted ? "\"%s\"" : "%s", text);
}

static const struct case_field *field_named(const struct case_row *row, const char *name)
{
    for (size_t f = 0; f < row->field_count; f++) {
        if (strcmp(row->fields[f].name, name) == 0)
            return &row->fields[f];
    }
    return NULL;
}

static bool is_column(const struct sv_field *field, int year)
{
    return !(field->options & (SV_NOT_IN_CSV | SV_DERIVED)) &&
           in_years(field->first_year, field->last_year, year);
}

/* Every field that a row names must be one. */
static bool fields_fit(const struct sv_table *table, const struct rule_case *rule_case,
                       const struct case_row *row, int file_year)
{
    for (size_t i = 0; i < row->field_count; i++) {
        bool fits = row->fields[i].stray && table->options & SV_REFERENCE;
        for (uint16_t f = 0; f < table->field_count && !fits; f++)
            fits = is_column(&table->fields[f], file_year) &&
                   strcmp(table->fields[f].name, row->fields[i].name) == 0;
        if (!fits) {
            fprintf(stderr, "%s:%d: there is no column %s\n", rule_case->file, rule_case->line,
                    row->fields[i].name);
            return false;
        }
    }
    return true;
}

static void write_row(const struct sv_table *table, const struct case_row *row,
                      const struct case_time *time, int file_year, FILE *out)
{
    const char *before = "";
    for (uint16_t f = 0; f < table->field_count; f++) {
        if (!is_column(&table->fields[f], file_year))
            continue;
        const struct case_field *field = field_named(row, table->fields[f].name);
        fputs(before, out);
        if (field)
            write_value(field->value, time, out);
        before = ",";
    }
    for (size_t f = 0; f < row->field_count; f++) {
        if (row->fields[f].stray) {
            fputs(",", out);
            write_value(row->fields[f].value, time, out);
        }
    }
    fputs("\r\n", out);
}

/* Reference data may have other columns, all of which the first row names. */
static void write_other_columns(const struct sv_table *table, const struct rule_case *rule_case,
                                FILE *out)
{
    size_t r = 0;
    while (r < rule_case->row_count && table->kind &&
           strcmp(rule_case->rows[r].table, table->kind) != 0)
        r++;
    for (size_t f = 0; table->kind && f < rule_case->rows[r].field_count; f++) {
        if (rule_case->rows[r].fields[f].stray)
            fprintf(out, ",%s", rule_case->rows[r].fields[f].name);
    }
}

bool case_write_csv(const struct sv_table *table, const struct rule_case *rule_case,
                    const struct case_time *time, int file_year, FILE *out)
{
    const char *before = "";
    for (uint16_t f = 0; f < table->field_count; f++) {
        if (!is_column(&table->fields[f], file_year))
            continue;
        fprintf(out, "%s%s", before, table->fields[f].name);
        before = ",";
    }
    write_other_columns(table, rule_case, out);
    fputs("\r\n", out);
    for (size_t r = 0; r < rule_case->row_count; r++) {
        const struct case_row *row = &rule_case->rows[r];
        const char *name = table->kind ? table->kind : table->name;
        if (strcmp(row->table, name) != 0)
            continue;
        if (!fields_fit(table, rule_case, row, file_year))
            return false;
        for (unsigned n = 0; n < row->times; n++)
            write_row(table, row, time, file_year, out);
    }
    return true;
}

void case_write_postcodes(const struct rule_case *rule_case, const struct case_time *time,
                          FILE *out)
{
    static const char *const columns[] = {"pcd", "oseast1m", "osnrth1m", "laua_upper"};
    fputs("pcd,oseast1m,osnrth1m,laua_upper\n", out);
    for (size_t r = 0; r < rule_case->row_count; r++) {
        const struct case_row *row = &rule_case->rows[r];
        for (size_t c = 0; c < 4 && strcmp(row->table, "postcodes") == 0; c++) {
            const struct case_field *field = field_named(row, columns[c]);
            if (field)
                write_value(field->value, time, out);
            fputs(c < 3 ? "," : "\n", out);
        }
    }
}
