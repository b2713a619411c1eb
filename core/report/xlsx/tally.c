/* What is counted while the findings are written, for the sheets that come behind them. */
#include <stdlib.h>

#include "../ci/ci.h"
#include "xlsx.h"

void tally_begin(struct tally *tally, const struct report *report)
{
    const struct check *check = report->check;
    *tally =
        (struct tally){.subject_count = report_rows(report, check->plugin->plugin->subject.table)};
    tally->entries = mem_new(STAGE_ENTRIES + check->plan.count, sizeof(*tally->entries));
    tally->subjects = mem_new((size_t)tally->subject_count + 1, sizeof(*tally->subjects));
}

void tally_free(struct tally *tally)
{
    free(tally->entries);
    free(tally->subjects);
    free(tally->codes);
}

static size_t entry_of(const struct report_cursor *cursor, const struct report_finding *finding)
{
    if (!finding->problem)
        return STAGE_ENTRIES + cursor->cursor.rule;
    return (finding->problem->stage == STAGE_READ ? 0U : 2U) +
           (finding->problem->severity == SV_ERROR ? 0U : 1U);
}

const char *entry_code(const struct report *report, size_t entry)
{
    if (entry >= STAGE_ENTRIES)
        return report->check->plan.rules[entry - STAGE_ENTRIES].rule->code;
    return stage_rules[entry < 2 ? STAGE_FILE : STAGE_XSD].code;
}

/* Place of the subject of a finding in the table of subjects, from 1; 0: none. */
static uint32_t subject_of(const struct tally *tally, const struct report_finding *finding)
{
    const struct sv_row *row = NULL;
    if (finding->problem)
        row = finding->problem->row;
    else if (finding->place_count)
        row = finding->locations[0].row;
    return row && row->subject <= tally->subject_count ? row->subject : 0;
}

/* Findings come entry by entry, but those without a rule come mixed. */
static bool has_code(const struct tally *tally, const struct subject_count *subject, size_t entry)
{
    uint32_t place = entry < STAGE_ENTRIES ? subject->first_code : subject->last_code;
    for (; place; place = tally->codes[place - 1].next) {
        if (tally->codes[place - 1].entry == entry)
            return true;
    }
    return false;
}

static void add_code(struct tally *tally, struct subject_count *subject, size_t entry)
{
    if (has_code(tally, subject, entry))
        return;
    struct code_of *code = mem_grow((void **)&tally->codes, &tally->code_capacity,
                                    tally->code_count, sizeof(*tally->codes));
    code->entry = (uint32_t)entry;
    uint32_t place = (uint32_t)++tally->code_count;
    if (subject->last_code)
        tally->codes[subject->last_code - 1].next = place;
    else
        subject->first_code = place;
    subject->last_code = place;
}

void tally_add(struct tally *tally, const struct report_cursor *cursor,
               const struct report_finding *finding)
{
    size_t number = entry_of(cursor, finding);
    uint32_t place = subject_of(tally, finding);
    struct entry_count *entry = &tally->entries[number];
    struct subject_count *subject = &tally->subjects[place];
    if (finding->acceptance) {
        entry->explained++;
        subject->explained++;
        return;
    }
    bool is_error = finding->severity == severity_name(SV_ERROR);
    bool is_new = finding->state == STATE_NEW;
    *(is_error ? &subject->errors : &subject->queries) += 1;
    subject->fresh += is_new;
    entry->findings++;
    entry->fresh += is_new;
    add_code(tally, subject, number);
}
