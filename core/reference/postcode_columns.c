#include "postcode_columns.h"

#include <stdio.h>
#include <string.h>

#include "../model/values.h"

/* The names of each column, the preferred one first. # stands for a digit: newer releases put the
 * year into the names of areas. */
static const char *const names[POSTCODE_COLUMNS][4] = {
    [COLUMN_POSTCODE] = {"pcd", "pcd7", "pcds"}, [COLUMN_EASTING] = {"oseast1m", "east1m"},
    [COLUMN_NORTHING] = {"osnrth1m", "north1m"}, [COLUMN_UPPER] = {"laua_upper"},
    [COLUMN_COUNTY] = {"oscty", "cty##cd"},      [COLUMN_DISTRICT] = {"oslaua", "lad##cd"},
};

static bool matches(const char *name, const char *text, size_t length)
{
    if (strlen(name) != length)
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] - 'A' + 'a') : text[i];
        if (name[i] == '#' ? c < '0' || c > '9' : c != name[i])
            return false;
    }
    return true;
}

static size_t find(const struct csv *heading, const char *name)
{
    for (size_t i = 0; i < heading->cell_count; i++) {
        const char *text = heading->cells[i].text;
        size_t length = trim(&text, heading->cells[i].length);
        if (matches(name, text, length))
            return i;
    }
    return NO_COLUMN;
}

static bool is_there(const struct postcode_columns *columns, enum postcode_column column)
{
    return columns->at[column] != NO_COLUMN;
}

bool postcode_columns_find(struct postcode_columns *columns, const struct csv *heading,
                           const char *path, struct error *error)
{
    for (int column = 0; column < POSTCODE_COLUMNS; column++) {
        columns->at[column] = NO_COLUMN;
        for (size_t i = 0; names[column][i] && columns->at[column] == NO_COLUMN; i++)
            columns->at[column] = find(heading, names[column][i]);
    }
    bool authority = is_there(columns, COLUMN_UPPER) ||
                     (is_there(columns, COLUMN_COUNTY) && is_there(columns, COLUMN_DISTRICT));
    const char *missing[] = {
        is_there(columns, COLUMN_POSTCODE) ? "" : "the postcode (pcd, pcd7 or pcds); ",
        is_there(columns, COLUMN_EASTING) ? "" : "the easting (oseast1m or east1m); ",
        is_there(columns, COLUMN_NORTHING) ? "" : "the northing (osnrth1m or north1m); ",
        authority ? ""
                  : "the authority (laua_upper, or both the county as oscty or cty25cd and the "
                    "district as oslaua or lad25cd); "};
    char list[512];
    int length =
        snprintf(list, sizeof(list), "%s%s%s%s", missing[0], missing[1], missing[2], missing[3]);
    if (length == 0)
        return true;
    list[length - 2] = '\0'; /* the last semicolon */
    return error_set(error, STATUS_INPUT,
                     "%s: this is no postcode directory: its first line has no column for %s.",
                     path, list);
}

const char *postcode_columns_text(const struct postcode_columns *columns, const struct csv *record,
                                  enum postcode_column column, size_t *length)
{
    size_t at = columns->at[column];
    *length = 0;
    if (at >= record->cell_count) /* NO_COLUMN is one of these */
        return "";
    const char *text = record->cells[at].text;
    *length = trim(&text, record->cells[at].length);
    return text;
}
