#include "case_submission.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "case_csv.h"
#include "case_xml.h"

static FILE *add_file(struct case_submission *submission, const char **path)
{
    size_t number = submission->count++;
    int descriptor = memfd_create("case", 0);
    submission->files[number] = fdopen(descriptor, "w");
    snprintf(submission->room[number], sizeof(submission->room[0]), "/proc/self/fd/%d", descriptor);
    *path = submission->room[number];
    return submission->files[number];
}

static bool is_given(const struct rule_case *rule_case, const struct sv_table *table)
{
    char name[80];
    snprintf(name, sizeof(name), " %s ", table->name);
    if (table->options & SV_LAST_YEAR && strstr(rule_case->without, " last "))
        return false;
    return !strstr(rule_case->without, name);
}

static bool write_table(struct case_submission *submission, const struct sv_table *table,
                        const struct rule_case *rule_case, int year)
{
    bool is_last = table->options & SV_LAST_YEAR;
    int file_year = is_last ? year - 1 : year;
    if (!(table->options & SV_IN_CSV) || (rule_case->as_xml && !is_last) ||
        !in_years(table->first_year, table->last_year, file_year) || !is_given(rule_case, table))
        return true;
    const char **path = is_last ? &submission->previous[submission->previous_count++]
                                : &submission->own[submission->own_count++];
    return case_write_csv(table, rule_case, year, file_year, add_file(submission, path));
}

static bool write_reference(struct case_submission *submission, const struct sv_table *table,
                            const struct rule_case *rule_case, int year)
{
    struct reference_request *reference = &submission->references[submission->reference_count];
    if (!(table->options & SV_REFERENCE) || !case_has_row(rule_case, table->kind))
        return true;
    submission->reference_count++;
    reference->kind = table->kind;
    return case_write_csv(table, rule_case, year, year, add_file(submission, &reference->path));
}

static void write_postcodes(struct case_submission *submission, const struct rule_case *rule_case,
                            int year)
{
    struct reference_request *reference = &submission->references[submission->reference_count];
    if (!case_has_row(rule_case, "postcodes"))
        return;
    submission->reference_count++;
    reference->kind = "postcodes";
    case_write_postcodes(rule_case, year, add_file(submission, &reference->path));
}

static bool has_csv(const struct sv_plugin *plugin)
{
    for (size_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].options & SV_IN_CSV)
            return true;
    }
    return false;
}

bool case_write(struct case_submission *submission, const struct sv_plugin *plugin,
                const struct rule_case *rule_case, const struct case_row *header, int year)
{
    bool fine = true;
    *submission = (struct case_submission){0};
    if (rule_case->as_xml || !has_csv(plugin))
        fine = case_write_xml(plugin, rule_case, header, year,
                              add_file(submission, &submission->own[submission->own_count++]));
    for (size_t t = 0; t < plugin->table_count && fine; t++)
        fine = write_table(submission, &plugin->tables[t], rule_case, year) &&
               write_reference(submission, &plugin->tables[t], rule_case, year);
    write_postcodes(submission, rule_case, year);
    for (size_t i = 0; i < submission->count; i++)
        fflush(submission->files[i]);
    return fine;
}

void case_close(struct case_submission *submission)
{
    for (size_t i = 0; i < submission->count; i++)
        fclose(submission->files[i]);
}
