#include "case_submission.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "case_csv.h"
#include "case_linked.h"
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
    if (table->options & SV_LAST_YEAR && strstr(rule_case->without, " last "))
        return false;
    return !case_is_without(rule_case, table->name);
}

/* What is written, and how. */
struct writing {
    const struct sv_plugin *plugin;
    const struct rule_case *rule_case;
    const struct case_row *header;
    const struct case_time *time;
    enum case_form form;
};

static bool write_table(struct case_submission *submission, const struct writing *writing,
                        uint16_t number)
{
    const struct sv_table *table = &writing->plugin->tables[number];
    bool is_last = table->options & SV_LAST_YEAR;
    int file_year = is_last ? writing->time->year - 1 : writing->time->year;
    if (!(table->options & SV_IN_CSV) || (writing->form == CASE_XML && !is_last) ||
        !in_years(table->first_year, table->last_year, file_year) ||
        !is_given(writing->rule_case, table))
        return true;
    const char **path = is_last ? &submission->previous[submission->previous_count++]
                                : &submission->own[submission->own_count++];
    FILE *file = add_file(submission, path);
    if (table->linked)
        return case_write_linked(writing->plugin, number, writing->rule_case, writing->header,
                                 writing->time, file);
    return case_write_csv(table, writing->rule_case, writing->time, file_year, file);
}

static bool write_reference(struct case_submission *submission, const struct writing *writing,
                            const struct sv_table *table)
{
    struct reference_request *reference = &submission->references[submission->reference_count];
    if (!(table->options & SV_REFERENCE) || !case_has_row(writing->rule_case, table->kind))
        return true;
    submission->reference_count++;
    reference->kind = table->kind;
    return case_write_csv(table, writing->rule_case, writing->time, writing->time->year,
                          add_file(submission, &reference->path));
}

static void write_postcodes(struct case_submission *submission, const struct writing *writing)
{
    struct reference_request *reference = &submission->references[submission->reference_count];
    if (!case_has_row(writing->rule_case, "postcodes"))
        return;
    submission->reference_count++;
    reference->kind = "postcodes";
    case_write_postcodes(writing->rule_case, writing->time, add_file(submission, &reference->path));
}

static bool write_parts(struct case_submission *submission, const struct writing *writing)
{
    struct case_time time = *writing->time;
    bool fine = true;
    time.parts = case_parts(writing->plugin, writing->rule_case);
    if (time.parts > CASE_PATHS_MAX / 2) {
        fprintf(stderr, "%s:%d: more than %d parts\n", writing->rule_case->file,
                writing->rule_case->line, CASE_PATHS_MAX / 2);
        return false;
    }
    for (time.part = 1; time.part <= time.parts && fine; time.part++)
        fine = case_write_xml(writing->plugin, writing->rule_case, writing->header, &time,
                              add_file(submission, &submission->own[submission->own_count++]));
    return fine;
}

bool case_has_form(const struct sv_plugin *plugin, const struct rule_case *rule_case,
                   enum case_form form)
{
    bool csv = false;
    bool both = false;
    for (size_t t = 0; t < plugin->table_count; t++) {
        csv = csv || plugin->tables[t].options & SV_IN_CSV;
        both = both || plugin->tables[t].linked;
    }
    if (rule_case->only_xml || rule_case->only_csv)
        return form == (rule_case->only_xml ? CASE_XML : CASE_CSV);
    return both || form == (csv ? CASE_CSV : CASE_XML);
}

bool case_write(struct case_submission *submission, const struct sv_plugin *plugin,
                const struct rule_case *rule_case, const struct case_row *header,
                const struct case_time *time, enum case_form form)
{
    struct writing writing = {plugin, rule_case, header, time, form};
    bool fine = true;
    *submission = (struct case_submission){0};
    if (form == CASE_XML)
        fine = write_parts(submission, &writing);
    for (uint16_t t = 0; t < plugin->table_count && fine; t++)
        fine = write_table(submission, &writing, t) &&
               write_reference(submission, &writing, &plugin->tables[t]);
    write_postcodes(submission, &writing);
    for (size_t i = 0; i < submission->count; i++)
        fflush(submission->files[i]);
    return fine;
}

void case_close(struct case_submission *submission)
{
    for (size_t i = 0; i < submission->count; i++)
        fclose(submission->files[i]);
}
