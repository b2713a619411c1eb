/* What must be known of all findings before the first is written: numbers by rule, table and month,
 * and which subjects have any. */
#include <stdlib.h>

#include "../ci/ci.h"
#include "html.h"

size_t html_entry_of(const struct report_cursor *cursor, const struct report_finding *finding)
{
    if (!finding->problem)
        return STAGE_ENTRIES + cursor->cursor.rule;
    return (finding->problem->stage == STAGE_READ ? 0U : 2U) +
           (finding->problem->severity == SV_ERROR ? 0U : 1U);
}

bool html_has_entry(const struct html_entry *entry)
{
    return entry->findings + entry->explained > 0;
}

const struct sv_row *html_location(const struct report_finding *finding, size_t number,
                                   uint64_t *fields)
{
    const struct problem *problem = finding->problem;
    *fields = 0;
    if (number >= finding->place_count)
        return NULL;
    if (problem) {
        *fields = problem->field == NO_FIELD ? 0 : UINT64_C(1) << problem->field;
        return problem->row;
    }
    *fields = finding->locations[number].fields;
    return finding->locations[number].row;
}

uint16_t html_file_of(const struct report_finding *finding, size_t number)
{
    return finding->problem ? finding->problem->file : finding->locations[number].row->file;
}

bool html_is_one_of_several(const struct report *report, uint16_t file)
{
    const struct submission *submission = &report->check->submission;
    const struct part *part = submission->parts[file];
    size_t alike = 0;
    for (size_t i = 0; i < submission->count; i++) {
        const struct part *other = submission->parts[i];
        alike += other->role == part->role && other->delimiter == part->delimiter &&
                 (!part->delimiter || other->table == part->table);
    }
    return alike > 1;
}

uint32_t html_subject_of(const struct html_survey *survey, const struct report_finding *finding)
{
    uint64_t fields;
    const struct sv_row *row = html_location(finding, 0, &fields);
    return row && row->subject <= survey->subject_count ? row->subject : 0;
}

static void begin_entries(struct html_survey *survey, const struct report *report)
{
    const struct plan *plan = &report->check->plan;
    survey->entry_count = STAGE_ENTRIES + plan->count;
    survey->entries = mem_new(survey->entry_count, sizeof(*survey->entries));
    for (size_t i = 0; i < survey->entry_count; i++) {
        struct html_entry *entry = &survey->entries[i];
        if (i < STAGE_ENTRIES) {
            const struct stage_rule *stage = &stage_rules[i < 2 ? STAGE_FILE : STAGE_XSD];
            *entry = (struct html_entry){.code = stage->code,
                                         .message = stage->message,
                                         .why = stage->why,
                                         .severity = i % 2 ? SV_QUERY : SV_ERROR};
            continue;
        }
        size_t number = i - STAGE_ENTRIES;
        const struct sv_rule *rule = plan->rules[number].rule;
        *entry = (struct html_entry){.code = rule->code,
                                     .message = rule->message,
                                     .why = rule->why,
                                     .rule = rule,
                                     .severity = plan->rules[number].severity,
                                     .cut = results_cut(&report->check->results, number),
                                     .subjects = report->rules[number].subjects};
    }
}

static int month_of(sv_day day)
{
    struct sv_date date = sv_date_of(day);
    return date.year * 12 + date.month - 1;
}

static void begin_months(struct html_survey *survey, const struct check *check)
{
    int last = month_of(check->period_end);
    survey->first_month = month_of(check->period_start);
    int count = last >= survey->first_month ? last - survey->first_month + 1 : 1;
    survey->month_count = count > MONTHS_MAX ? MONTHS_MAX : (size_t)count;
}

/* The first day in the fields of a record that are asked for. */
static sv_day day_in(const struct report *report, const struct sv_row *row, uint64_t fields)
{
    const struct store *store = &report->check->store;
    const struct sv_table *table = store->tables[row->table].described;
    for (uint16_t f = 0; f < table->field_count; f++) {
        sv_day day = store_value(store, row, f)->number;
        if (fields >> f & 1 && is_day_type(table->fields[f].type) && day != SV_NONE)
            return day;
    }
    return SV_NONE;
}

/* The first day that a finding points at, else the first of its first record. */
static sv_day day_of(const struct report *report, const struct report_finding *finding)
{
    uint64_t fields;
    const struct sv_row *row = html_location(finding, 0, &fields);
    sv_day day = SV_NONE;
    for (size_t i = 0; i < finding->place_count && day == SV_NONE; i++) {
        const struct sv_row *at = html_location(finding, i, &fields);
        day = at ? day_in(report, at, fields) : SV_NONE;
    }
    return day == SV_NONE && row ? day_in(report, row, UINT64_MAX) : day;
}

static struct html_bar *month_bar(struct html_survey *survey, sv_day day)
{
    if (day == SV_NONE)
        return &survey->undated;
    int month = month_of(day) - survey->first_month;
    if (month < 0)
        return &survey->before;
    return (size_t)month < survey->month_count ? &survey->months[month] : &survey->after;
}

static void add_to_bar(struct html_bar *bar, const struct html_entry *entry)
{
    *(entry->severity == SV_ERROR ? &bar->errors : &bar->queries) += 1;
}

static void add_finding(struct html_survey *survey, const struct report *report,
                        const struct report_finding *finding, struct html_entry *entry)
{
    uint64_t fields;
    const struct sv_row *row = html_location(finding, 0, &fields);
    uint32_t subject = html_subject_of(survey, finding);
    size_t table = row ? row->table : report->check->plugin->plugin->table_count;
    if (subject)
        survey->subjects[subject - 1] = true;
    if (finding->acceptance) {
        entry->explained++;
        return;
    }
    entry->findings++;
    entry->fresh += finding->state == STATE_NEW;
    add_to_bar(&survey->tables[table], entry);
    add_to_bar(month_bar(survey, day_of(report, finding)), entry);
}

void html_survey_make(struct html_survey *survey, const struct report *report)
{
    const struct check *check = report->check;
    const struct sv_plugin *plugin = check->plugin->plugin;
    struct report_cursor cursor = {0};
    struct report_finding finding;
    *survey = (struct html_survey){0};
    begin_entries(survey, report);
    begin_months(survey, check);
    survey->tables = mem_new(plugin->table_count + 1, sizeof(*survey->tables));
    survey->subject_count = report_rows(report, plugin->subject.table);
    survey->subjects = mem_new((size_t)survey->subject_count + 1, sizeof(*survey->subjects));
    while (report_next(report, &cursor, &finding))
        add_finding(survey, report, &finding, &survey->entries[html_entry_of(&cursor, &finding)]);
    size_t number = 0;
    for (size_t i = 0; i < survey->entry_count; i++) {
        if (html_has_entry(&survey->entries[i]))
            survey->entries[i].number = number++;
    }
}

void html_survey_free(struct html_survey *survey)
{
    free(survey->entries);
    free(survey->tables);
    free(survey->subjects);
}
