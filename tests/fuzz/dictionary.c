/* Writes a dictionary for libFuzzer: dictionary RETURN. Elements, columns, codes and days of the
 * return, from the plugin's own tables. */
#include <ctype.h>
#include <string.h>

#include "harness.h"

static void write_word(const char *before, const char *word, size_t length, const char *after)
{
    printf("\"%s", before);
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)word[i];
        if (byte == '"' || byte == '\\' || !isprint(byte))
            printf("\\x%02X", byte);
        else
            putchar(byte);
    }
    printf("%s\"\n", after);
}

static void write_element(const char *name, size_t length)
{
    write_word("<", name, length, ">");
    write_word("</", name, length, ">");
    write_word("<", name, length, "/>");
}

/* The elements of a path: steps with / between, each perhaps with * behind, or spellings with |. */
static void write_path(const char *path)
{
    while (path && *path) {
        size_t length = strcspn(path, "/|*");
        if (length > 0 && path[0] != '.')
            write_element(path, length);
        path += length;
        path += strspn(path, "/|*");
    }
}

static void write_table(const struct sv_table *table)
{
    write_path(table->path);
    for (size_t i = 0; i < table->field_count; i++) {
        const struct sv_field *field = &table->fields[i];
        if (field->path)
            write_path(field->path);
        else
            write_element(field->name, strlen(field->name));
        write_word("", field->name, strlen(field->name), "");
    }
}

int main(int count, char **words)
{
    const struct plugin_entry *entry = registry_find(fuzz_registry(), count == 2 ? words[1] : "");
    if (!entry) {
        fprintf(stderr, "usage: %s RETURN\n", words[0]);
        return 2;
    }
    const struct sv_plugin *plugin = entry->plugin;
    for (size_t t = 0; t < plugin->table_count; t++)
        write_table(&plugin->tables[t]);
    for (size_t l = 0; l < plugin->list_count; l++) {
        for (size_t c = 0; c < plugin->lists[l]->count; c++) {
            const char *code = plugin->lists[l]->codes[c].code;
            write_word("", code, strlen(code), "");
        }
    }
    for (size_t y = 0; y < plugin->year_count; y++) {
        write_word("", plugin->years[y].period_start, 10, "");
        write_word("", plugin->years[y].period_end, 10, "");
    }
    return 0;
}
