#include "each_table.h"

#include <string.h>

#include "../base/calendar.h"
#include "../config/configuration.h"
#include "../report/buffer.h"
#include "../report/escape.h"

static const char *plural(size_t count, const char *one, const char *many)
{
    return count == 1 ? one : many;
}

void each_verdict(const struct each_entry *entry, char *out, size_t size)
{
    if (entry->reason)
        snprintf(out, size, entry->status == STATUS_USAGE ? "not checked" : "cannot be read");
    else if (entry->errors && entry->queries)
        snprintf(out, size, "%zu %s, %zu %s", entry->errors,
                 plural(entry->errors, "error", "errors"), entry->queries,
                 plural(entry->queries, "query", "queries"));
    else if (entry->errors)
        snprintf(out, size, "%zu %s", entry->errors, plural(entry->errors, "error", "errors"));
    else if (entry->queries)
        snprintf(out, size, "%zu %s", entry->queries, plural(entry->queries, "query", "queries"));
    else
        snprintf(out, size, "no findings");
}

/* Of the JSON document. */
#define EACH_FORMAT 1

#define VERDICT_ROOM 64
#define PERIOD_ROOM 32

static void write_period(const struct each_entry *entry, char out[PERIOD_ROOM])
{
    char start[11];
    char end[11];
    out[0] = '\0';
    if (entry->reason)
        return;
    calendar_format(entry->period_start, start);
    calendar_format(entry->period_end, end);
    snprintf(out, PERIOD_ROOM, "%s..%s", start, end);
}

/* Characters of a UTF-8 text. */
static int width_of(const char *text)
{
    int width = 0;
    for (; *text; text++)
        width += ((unsigned char)*text & 0xc0) != 0x80;
    return width;
}

static int widest_name(const struct each_list *list)
{
    int widest = (int)strlen("submission");
    for (size_t i = 0; i < list->count; i++) {
        int width = width_of(list->entries[i].name);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void write_row(const struct each_entry *entry, int width, FILE *out)
{
    char verdict[VERDICT_ROOM];
    char period[PERIOD_ROOM];
    each_verdict(entry, verdict, sizeof(verdict));
    write_period(entry, period);
    terminal_text(out, entry->name);
    fprintf(out, "%*s", width - width_of(entry->name) + 2, "");
    if (entry->reason)
        fprintf(out, "%-8s %4s  %-22s  %8s  %s\n", "-", "", "", "", verdict);
    else
        fprintf(out, "%-8s %4d  %-22s  %8u  %s\n", entry->plugin, entry->year, period,
                entry->subjects, verdict);
}

/* Sums over all submissions. */
struct totals {
    size_t clean;
    size_t with_findings;
    size_t unreadable;
    size_t unchecked; /* as an option does not fit */
    size_t errors;
    size_t queries;
};

static struct totals add_up(const struct each_list *list)
{
    struct totals totals = {0};
    for (size_t i = 0; i < list->count; i++) {
        const struct each_entry *entry = &list->entries[i];
        totals.errors += entry->errors;
        totals.queries += entry->queries;
        if (entry->reason && entry->status == STATUS_USAGE)
            totals.unchecked++;
        else if (entry->reason)
            totals.unreadable++;
        else if (entry->errors + entry->queries > 0)
            totals.with_findings++;
        else
            totals.clean++;
    }
    return totals;
}

static void tell_configuration(const struct configuration *configuration, FILE *out)
{
    for (size_t i = 0; configuration && i < configuration->file_count; i++) {
        fputs(i ? ", " : "Settings from ", out);
        terminal_text(out, configuration->files[i]);
    }
    fputs(configuration ? "; the reports (-o) tell them.\n" : "", out);
}

void each_table_text(const struct each_list *list, FILE *out)
{
    struct totals totals = add_up(list);
    int width = widest_name(list);
    fprintf(out, "\n%-*s  %-8s %4s  %-22s  %8s  %s\n", width, "submission", "return", "year",
            "period", "subjects", "verdict");
    for (size_t i = 0; i < list->count; i++)
        write_row(&list->entries[i], width, out);
    fprintf(out, "\n%zu %s: %zu without findings, %zu with findings, %zu that cannot be read",
            list->count, plural(list->count, "submission", "submissions"), totals.clean,
            totals.with_findings, totals.unreadable);
    if (totals.unchecked)
        fprintf(out, ", %zu not checked", totals.unchecked);
    fprintf(out, "; %zu %s, %zu %s in all.\n", totals.errors,
            plural(totals.errors, "error", "errors"), totals.queries,
            plural(totals.queries, "query", "queries"));
    tell_configuration(list->configuration, out);
}

void each_table_csv(const struct each_list *list, FILE *out)
{
    fputs("\xef\xbb\xbf"
          "submission,return,year,period,subjects,errors,queries,rules_not_run,status,reason\r\n",
          out);
    for (size_t i = 0; i < list->count; i++) {
        const struct each_entry *entry = &list->entries[i];
        char period[PERIOD_ROOM];
        write_period(entry, period);
        csv_cell(out, entry->name);
        fputs(",", out);
        csv_cell(out, entry->plugin);
        if (entry->reason)
            fputs(",,,,,,", out);
        else
            fprintf(out, ",%d,%s,%u,%zu,%zu,%zu", entry->year, period, entry->subjects,
                    entry->errors, entry->queries, entry->skipped);
        fprintf(out, ",%d,", entry->status);
        csv_cell(out, entry->reason);
        fputs("\r\n", out);
    }
}

static void member(struct buffer *out, const char *name, const char *value)
{
    buffer_json(out, name);
    buffer_text(out, ": ");
    buffer_json(out, value);
    buffer_text(out, ", ");
}

static void number(struct buffer *out, const char *name, uint64_t value)
{
    buffer_json(out, name);
    buffer_text(out, ": ");
    buffer_number(out, value);
    buffer_text(out, ", ");
}

static void write_entry(const struct each_entry *entry, struct buffer *out)
{
    char start[11];
    char end[11];
    buffer_text(out, "\n    {");
    member(out, "name", entry->name);
    if (!entry->reason) {
        calendar_format(entry->period_start, start);
        calendar_format(entry->period_end, end);
        member(out, "return", entry->plugin);
        number(out, "year", (uint64_t)entry->year);
        buffer_text(out, "\"period\": [");
        buffer_json(out, start);
        buffer_text(out, ", ");
        buffer_json(out, end);
        buffer_text(out, "], ");
        number(out, "subjects", entry->subjects);
        number(out, "errors", entry->errors);
        number(out, "queries", entry->queries);
        number(out, "rules_not_run", entry->skipped);
    }
    number(out, "status", (uint64_t)entry->status);
    buffer_text(out, "\"reason\": ");
    buffer_json(out, entry->reason);
    buffer_text(out, "}");
}

static void write_configuration(const struct configuration *configuration, struct buffer *out)
{
    if (!configuration)
        return;
    buffer_text(out, "\"configuration\": {\"files\": [");
    for (size_t i = 0; i < configuration->file_count; i++) {
        buffer_text(out, i ? ", " : "");
        buffer_json(out, configuration->files[i]);
    }
    buffer_text(out, "]}, ");
}

void each_table_json(const struct each_list *list, FILE *file)
{
    struct buffer out = {.file = file};
    buffer_text(&out, "{\n  ");
    member(&out, "statval", STATVAL_VERSION);
    number(&out, "format", EACH_FORMAT);
    write_configuration(list->configuration, &out);
    buffer_text(&out, "\"submissions\": [");
    for (size_t i = 0; i < list->count; i++) {
        buffer_text(&out, i ? "," : "");
        write_entry(&list->entries[i], &out);
    }
    buffer_text(&out, "\n  ]\n}\n");
    buffer_flush(&out);
}
