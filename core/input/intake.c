#include "intake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv_files.h"
#include "linking.h"
#include "schema.h"

static uint16_t number_of(const struct submission *submission, const struct part *part)
{
    uint16_t number = 0;
    while (submission->parts[number] != part)
        number++;
    return number;
}

static int year_of(const struct intake *intake, const struct part *part)
{
    return intake->year->year - (part->role == PART_LAST);
}

/* The schema, which is loaded once however many files there are; last year's return has none. */
static bool need_schema(struct intake *intake, const struct part *part, struct error *error)
{
    uint64_t began = profile_now();
    if (!intake->schema && part->role != PART_LAST)
        intake->schema = schema_load(part->plugin->plugin, intake->year->schema, error);
    profile_count(intake->profile, PHASE_SCHEMA, profile_now() - began);
    return intake->schema || part->role == PART_LAST;
}

static bool read_xml(struct intake *intake, struct part *part, struct error *error)
{
    bool is_last = part->role == PART_LAST;
    struct problems unused = {0};
    if (!need_schema(intake, part, error))
        return false;
    struct xml_reading reading = {.store = intake->store,
                                  .layout = is_last ? intake->layout_last : intake->layout,
                                  .problems = is_last ? &unused : intake->problems,
                                  .remarks = is_last ? NULL : intake->remarks,
                                  .beside = intake->jobs > 1,
                                  .strict = intake->strict,
                                  .progress = intake->progress,
                                  .profile = is_last ? NULL : intake->profile};
    bool fine = xml_read(&reading, &part->source, number_of(intake->submission, part),
                         is_last ? NULL : intake->schema, error);
    if (is_last)
        intake->last_is_xml = true;
    else
        intake->is_xml = true;
    if (!is_last && !intake->absent)
        intake->absent = reading.absent;
    problems_free(&unused);
    part_forget_bytes(part);
    return fine;
}

/* The table whose columns these are in another year than the one at hand; NO_TABLE: none. */
static uint16_t other_year(const struct sv_plugin *plugin, const struct csv_columns *columns,
                           bool is_last)
{
    for (size_t y = plugin->year_count; y > 0; y--) {
        int year = plugin->years[y - 1].year;
        struct csv_fit fit = csv_columns_fit(columns, plugin, year, is_last);
        if (fit.table != NO_TABLE && fit.missing + fit.extra == 0)
            return fit.table;
    }
    return NO_TABLE;
}

/* Length of the name of a table as the return has it, whichever year's it is. */
static int name_length(const struct sv_table *table)
{
    size_t length = strlen(table->name);
    return (int)(table->options & SV_LAST_YEAR ? length - strlen("_last") : length);
}

/* Tells which table the file is nearest to, and what is between them. */
static void refuse_columns(const struct intake *intake, struct part *part,
                           const struct csv_columns *columns, struct csv_fit fit)
{
    const struct sv_plugin *plugin = intake->layout->plugin;
    struct submission *submission = intake->submission;
    int year = year_of(intake, part);
    char difference[1024];
    uint16_t other = other_year(plugin, columns, part->role == PART_LAST);
    if (other != NO_TABLE) {
        const struct sv_table *table = &plugin->tables[other];
        part_refuse(submission, part,
                    "the file has the columns of %.*s, which the return of %d does not have. It "
                    "was left out.",
                    name_length(table), table->name, year);
        return;
    }
    const struct sv_table *table = fit.table == NO_TABLE ? NULL : &plugin->tables[fit.table];
    if (!table || fit.missing > fit.extra + table->field_count / 2U) {
        part_refuse(
            submission, part,
            "the file is no table of the return: its first line does not hold the columns of "
            "any. It was left out.");
        part->severity = SV_QUERY;
        return;
    }
    if (table->linked)
        intake->store->tables[fit.table].refused = true;
    csv_columns_describe(columns, table, year, intake->hide_names, difference, sizeof(difference));
    part_refuse(submission, part,
                "the columns are not those of any table. The nearest is %.*s, but the file is %s. "
                "Correct the first line and check again; nothing of the file was read.",
                name_length(table), table->name, difference);
}

/* The file that the table was read from already. */
static const char *earlier_file(const struct intake *intake, uint16_t table,
                                const struct part *than)
{
    for (size_t i = 0; i < intake->submission->count; i++) {
        const struct part *part = intake->submission->parts[i];
        if (part != than && part->table == table && !part->refused)
            return part->source.name;
    }
    return "the XML file";
}

/* Finds the table of a CSV part; refuses a part that has none of its own. */
static bool assign_table(const struct intake *intake, struct part *part)
{
    const struct sv_plugin *plugin = intake->layout->plugin;
    struct csv_columns columns;
    part_columns(part, &columns);
    struct csv_fit fit =
        csv_columns_fit(&columns, plugin, year_of(intake, part), part->role == PART_LAST);
    if (fit.table == NO_TABLE || fit.missing + fit.extra > 0)
        refuse_columns(intake, part, &columns, fit);
    else if (intake->store->tables[fit.table].given)
        part_refuse(intake->submission, part,
                    "the table %s was read from %s already. Give it once; this file was left out.",
                    plugin->tables[fit.table].name, earlier_file(intake, fit.table, part));
    else
        part->table = fit.table;
    csv_columns_free(&columns);
    if (!part->refused)
        intake->store->tables[part->table].given = true;
    return !part->refused;
}

static void tell_refusal(const struct intake *intake, const struct part *part)
{
    struct problem problem = {.file = number_of(intake->submission, part),
                              .field = NO_FIELD,
                              .severity = part->severity,
                              .stage = STAGE_READ};
    char reason[2048];
    snprintf(reason, sizeof(reason), "%s", part->refused);
    if (reason[0] >= 'a' && reason[0] <= 'z')
        reason[0] = (char)(reason[0] - 'a' + 'A');
    problems_add(intake->problems, problem, "%s", reason);
}

/* The next part of a role and form that is not refused; NULL: no more. */
static struct part *next_part(const struct intake *intake, enum part_role role,
                              enum source_form form, size_t *place)
{
    while (*place < intake->submission->count) {
        struct part *part = intake->submission->parts[(*place)++];
        if (part->role == role && part->source.form == form && !part->refused)
            return part;
    }
    return NULL;
}

static void add_file(const struct intake *intake, struct csv_files *files, struct part *part)
{
    struct csv_file *file =
        mem_grow((void **)&files->list, &files->capacity, files->count, sizeof(*file));
    file->part = part;
    file->number = number_of(intake->submission, part);
    file->year = year_of(intake, part);
    files->count++;
}

static struct csv_files no_files(const struct intake *intake)
{
    return (struct csv_files){
        .store = intake->store, .problems = intake->problems, .jobs = intake->jobs};
}

static bool refuse_role(const struct intake *intake, enum part_role role, struct error *error)
{
    size_t i = 0;
    while (i < intake->submission->count && intake->submission->parts[i]->role != role)
        i++;
    if (i == intake->submission->count)
        return true; /* nothing was given */
    const struct part *part = intake->submission->parts[i];
    return error_set(error, STATUS_INPUT, "%s: %s", part->source.name,
                     part->refused ? part->refused : "the file could not be read.");
}

/* Reads the XML files of a role, and adds its CSV files to those that are to be read. XML first: a
 * CSV file may add a table that the XML file does not have. */
static bool read_role(struct intake *intake, enum part_role role, struct csv_files *files,
                      struct error *error)
{
    struct part *part;
    bool any = false;
    for (size_t i = 0; (part = next_part(intake, role, SOURCE_XML, &i)) != NULL; any = true) {
        if (!read_xml(intake, part, error))
            return false;
    }
    for (size_t i = 0; (part = next_part(intake, role, SOURCE_TEXT, &i)) != NULL;) {
        if (!assign_table(intake, part))
            continue;
        add_file(intake, files, part);
        any = true;
    }
    return any || refuse_role(intake, role, error);
}

static bool read_roles(struct intake *intake, struct error *error)
{
    struct csv_files files = no_files(intake);
    bool fine = read_role(intake, PART_OWN, &files, error) &&
                read_role(intake, PART_LAST, &files, error) && csv_files_read(&files, error);
    free(files.list);
    return fine;
}

bool intake_read(struct intake *intake, struct error *error)
{
    bool fine = read_roles(intake, error);
    xmlSchemaFree(intake->schema);
    intake->schema = NULL;
    if (!fine)
        return false;
    linking_run(intake->store, intake->problems, intake->remarks);
    for (size_t i = 0; i < intake->submission->count; i++) {
        if (intake->submission->parts[i]->refused)
            tell_refusal(intake, intake->submission->parts[i]);
    }
    return true;
}

static uint16_t table_of_kind(const struct sv_plugin *plugin, const char *kind)
{
    for (uint16_t t = 0; t < plugin->table_count; t++) {
        if (plugin->tables[t].options & SV_REFERENCE && strcmp(plugin->tables[t].kind, kind) == 0)
            return t;
    }
    return NO_TABLE;
}

static bool has_required_columns(const struct intake *intake, const struct part *part,
                                 struct error *error)
{
    const struct sv_table *table = &intake->layout->plugin->tables[part->table];
    struct csv_columns columns;
    bool fine = true;
    part_columns(part, &columns);
    for (uint16_t f = 0; f < table->field_count && fine; f++) {
        bool there = !(table->fields[f].options & SV_REQUIRED);
        for (size_t i = 0; i < columns.count && !there; i++)
            there = csv_column_field(table, intake->year->year, columns.names[i]) == f;
        fine = there || error_set(error, STATUS_INPUT,
                                  "%s: the reference data have no column %s. Add it, or give "
                                  "another file.",
                                  part->source.name, table->fields[f].name);
    }
    csv_columns_free(&columns);
    return fine;
}

bool intake_read_reference(struct intake *intake, struct part *part, const char *kind,
                           struct error *error)
{
    const struct sv_plugin *plugin = intake->layout->plugin;
    part->table = table_of_kind(plugin, kind);
    if (part->table == NO_TABLE)
        return error_set(error, STATUS_USAGE, "--reference: %s knows no reference data called %s.",
                         plugin->id, kind);
    if (intake->store->tables[part->table].given)
        return error_set(error, STATUS_USAGE, REFERENCE_TWICE, kind);
    if (part->refused || part->source.form != SOURCE_TEXT)
        return error_set(error, STATUS_INPUT, "%s: %s", part->source.name,
                         part->refused ? part->refused : "reference data are a CSV file.");
    part->delimiter = csv_delimiter(part->source.head, part->source.head_length);
    if (!has_required_columns(intake, part, error))
        return false;
    intake->store->tables[part->table].given = true;
    struct csv_files files = no_files(intake);
    add_file(intake, &files, part);
    bool fine = csv_files_read(&files, error);
    free(files.list);
    return fine;
}
