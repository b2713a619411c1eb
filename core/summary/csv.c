/* The figures for spreadsheets: one line per figure, and one per band below it. UTF-8 with a
 * byte-order mark, which is how Excel tells it from Windows-1252. */
#include <inttypes.h>

#include "../base/calendar.h"
#include "../report/escape.h"
#include "change.h"
#include "population.h"
#include "value.h"
#include "write.h"

static void write_cells(FILE *out, const char *const *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fputs(i ? "," : "", out);
        csv_cell(out, cells[i]);
    }
}

/* The value alone, and of what it is made. */
struct numbers {
    char value[FIGURE_ROOM];
    char part[24];
    char whole[24];
};

static struct numbers numbers_of(const struct figure *figure)
{
    struct numbers numbers = {0};
    long tenths = share_tenths(figure->counted, figure->among);
    switch ((enum sv_measure_kind)figure->measure->kind) {
    case SV_SHARE_OF:
        if (tenths >= 0)
            snprintf(numbers.value, sizeof(numbers.value), "%ld.%ld%%", tenths / 10, tenths % 10);
        else
            snprintf(numbers.value, sizeof(numbers.value), "n/a");
        snprintf(numbers.part, sizeof(numbers.part), "%zu", figure->counted);
        snprintf(numbers.whole, sizeof(numbers.whole), "%zu", figure->among);
        break;
    case SV_RATIO_OF:
        quotient_text(figure->sum, figure->sum_of, numbers.value);
        snprintf(numbers.part, sizeof(numbers.part), "%" PRId64, figure->sum);
        snprintf(numbers.whole, sizeof(numbers.whole), "%" PRId64, figure->sum_of);
        break;
    case SV_QUARTILES_OF:
    case SV_NUMBER_OF:
    case SV_SUM_OF:
    case SV_NOT_IN_RETURN:
        figure_text(figure, numbers.value);
        break;
    }
    return numbers;
}

static void write_rate(const struct summary *summary, const struct figure *figure, FILE *out)
{
    const struct population *population = rate_population(summary, figure);
    char rate[FIGURE_ROOM];
    char day[11];
    if (!population) {
        fputs(",,,,", out);
        return;
    }
    quotient_text(figure_number(figure) * figure->measure->per, population->people, rate);
    calendar_format(population->day, day);
    fprintf(out, ",%s,%d,%d,%s", rate, figure->measure->per, population->people, day);
}

static void write_change(const struct summary *summary, const struct figure *figure, FILE *out)
{
    struct change_since change = {0};
    if (summary->changes)
        change = change_of(summary->changes, figure, summary->flag_percent);
    if (!change.before) {
        fputs(",,,,,", out);
        return;
    }
    struct numbers before = numbers_of(change.before);
    fputs(",", out);
    csv_cell(out, before.value);
    fprintf(out, ",%zu,%zu,%zu,%s", change.added, change.removed, change.changed,
            change.flagged ? "yes" : "no");
}

/* What both lines of figures and lines of bands end with. */
static void write_end(const struct summary *summary, const struct figure *figure, bool of_band,
                      FILE *out)
{
    const struct sv_measure *measure = figure->measure;
    const struct check *check = summary->report->check;
    char start[11];
    char end[11];
    calendar_format(check->period_start, start);
    calendar_format(figure->last, end);
    fputs(",", out);
    csv_cell(out, measure->units);
    fprintf(out, ",%s,%s", measure->at_end ? "" : start, end);
    if (of_band) {
        fputs(",,,,,,,,,", out);
    } else {
        write_rate(summary, figure, out);
        write_change(summary, figure, out);
    }
    fputs(",", out);
    const char *const cells[] = {measure->definition, measure->source, measure->caution,
                                 figure->skipped};
    write_cells(out, cells, sizeof(cells) / sizeof(cells[0]));
    fputs("\r\n", out);
}

static void write_begin(const struct summary *summary, const struct figure *figure, FILE *out)
{
    const struct check *check = summary->report->check;
    const struct sv_measure *measure = figure->measure;
    char year[16];
    snprintf(year, sizeof(year), "%d", check->year->year);
    const char *const cells[] = {check->plugin->plugin->id, year,
                                 check->plugin->plugin->sections[measure->section], measure->name,
                                 measure->title};
    write_cells(out, cells, sizeof(cells) / sizeof(cells[0]));
}

static void write_figure(const struct summary *summary, const struct figure *figure, FILE *out)
{
    struct numbers numbers = {0};
    char subjects[24] = "";
    if (!figure->skipped) {
        numbers = numbers_of(figure);
        snprintf(subjects, sizeof(subjects), "%zu", figure->subjects);
    }
    write_begin(summary, figure, out);
    fputs(",,,", out);
    const char *const cells[] = {numbers.value, numbers.part, numbers.whole, subjects};
    write_cells(out, cells, sizeof(cells) / sizeof(cells[0]));
    write_end(summary, figure, false, out);
}

static void write_bands(const struct summary *summary, const struct figure *figure, size_t number,
                        FILE *out)
{
    const struct sv_breakdown *breakdown = &figure->measure->breakdowns[number];
    int year = summary->report->check->year->year;
    for (size_t band = 0; band <= band_count(breakdown); band++) {
        size_t counted = figure->bands[number][band];
        const char *code;
        const char *label = band_label(breakdown, band, &code);
        char name[200];
        char part[24];
        char whole[24];
        if (!band_is_shown(figure, number, band, year))
            continue;
        snprintf(name, sizeof(name), "%s%s%s", code ? code : "", code ? " " : "", label);
        snprintf(part, sizeof(part), "%zu", counted);
        snprintf(whole, sizeof(whole), "%zu", band_whole(figure, number, band));
        write_begin(summary, figure, out);
        fputs(",", out);
        const char *const cells[] = {breakdown->by, name, part, part, whole, NULL};
        write_cells(out, cells, sizeof(cells) / sizeof(cells[0]));
        write_end(summary, figure, true, out);
    }
}

static void write_members(const struct summary *summary, FILE *out)
{
    const struct figure *figure = summary->listed;
    char room[ID_ROOM];
    fputs("\xef\xbb\xbf"
          "measure,subject,counted,records\r\n",
          out);
    for (uint32_t i = 1; i <= report_subjects(summary->report); i++) {
        const struct member *member = &figure->members[i];
        if (member->part == SV_APART)
            continue;
        csv_cell(out, figure->measure->name);
        fputs(",", out);
        csv_cell(out, summary_subject(summary, i, room));
        fprintf(out, ",%s,%u\r\n", member->part == SV_COUNTED ? "yes" : "no", member->records);
    }
}

bool summary_write_csv(const void *content, FILE *file, bool colour)
{
    const struct summary *summary = content;
    (void)colour;
    if (summary->listed) {
        write_members(summary, file);
        return true;
    }
    fputs("\xef\xbb\xbf"
          "return,year,section,name,title,by,band,value,numerator,denominator,subjects,unit,"
          "period_start,period_end,rate,per,population,population_day,before,added,removed,changed,"
          "flagged,definition,source,caution,not_given\r\n",
          file);
    for (size_t i = 0; i < summary->count; i++) {
        const struct figure *figure = &summary->figures[i];
        write_figure(summary, figure, file);
        for (size_t b = 0; b < figure->measure->breakdown_count && !figure->skipped; b++)
            write_bands(summary, figure, b, file);
    }
    return true;
}
