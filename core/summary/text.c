/* The figures as text for people: each with its fraction, what it counts and as at which day. */
#include <string.h>

#include "../base/calendar.h"
#include "../report/escape.h"
#include "../report/text_settings.h"
#include "change.h"
#include "freshness.h"
#include "population.h"
#include "published.h"
#include "value.h"
#include "write.h"

#define TITLE_WIDTH 64
#define LINE_WIDTH 96

struct out {
    FILE *file;
    bool colour;
};

static void bold(const struct out *out, const char *text)
{
    fprintf(out->file, out->colour ? "\033[1m%s\033[0m\n" : "%s\n", text);
}

/* Text in lines of at most LINE_WIDTH characters, dimmed where there is colour. */
static void wrapped(const struct out *out, const char *indent, const char *text)
{
    size_t room = LINE_WIDTH - strlen(indent);
    while (*text) {
        size_t length = strlen(text);
        size_t line = length > room ? room : length;
        while (length > room && line > 0 && text[line] != ' ')
            line--;
        if (line == 0)
            line = room;
        fprintf(out->file, out->colour ? "%s\033[2m%.*s\033[0m\n" : "%s%.*s\n", indent, (int)line,
                text);
        text += line;
        text += strspn(text, " ");
    }
}

static void write_head(const struct summary *summary, const struct out *out)
{
    const struct check *check = summary->report->check;
    char room[VALUE_ROOM];
    char start[11];
    char end[11];
    char line[512];
    const char *authority = report_authority(summary->report, room);
    calendar_format(check->period_start, start);
    calendar_format(check->period_end, end);
    snprintf(line, sizeof(line), "%s %d, %s to %s", check->plugin->plugin->title, check->year->year,
             start, end);
    bold(out, line);
    if (authority) {
        fputs("authority ", out->file);
        terminal_text(out->file, authority);
        fputs(", ", out->file);
    }
    uint32_t subjects = report_subjects(summary->report);
    fprintf(out->file, "%u %s\n", subjects,
            subjects == 1 ? check->plugin->plugin->subject_noun
                          : check->plugin->plugin->subjects_noun);
}

static void write_bands(const struct figure *figure, size_t number, const struct out *out)
{
    const struct sv_breakdown *breakdown = &figure->measure->breakdowns[number];
    fprintf(out->file, "    by %s%s\n", breakdown->by,
            breakdown->bands ? " (one may be in several)" : "");
    for (size_t band = 0; band <= band_count(breakdown); band++) {
        size_t counted = figure->bands[number][band];
        const char *code;
        const char *label = band_label(breakdown, band, &code);
        char name[160];
        char share[FIGURE_ROOM];
        size_t whole = band_whole(figure, number, band);
        if (breakdown->whole == SV_OF_BAND ? whole == 0 : counted == 0)
            continue;
        snprintf(name, sizeof(name), "%s%s%s", code ? code : "", code ? " " : "", label);
        share_text(counted, whole, share);
        if (breakdown->whole == SV_OF_COUNTED) /* the whole is the figure itself */
            share[strcspn(share, " ")] = '\0';
        fprintf(out->file, "      %-*.*s %8zu  %s\n", TITLE_WIDTH - 6, TITLE_WIDTH - 6, name,
                counted, share);
    }
}

static void write_definition(const struct summary *summary, const struct figure *figure,
                             const struct out *out)
{
    const struct sv_measure *measure = figure->measure;
    const struct check *check = summary->report->check;
    char text[1024];
    char start[11];
    char end[11];
    calendar_format(check->period_start, start);
    calendar_format(figure->last, end);
    if (measure->at_end)
        snprintf(text, sizeof(text), "%s: as at %s. %s", measure->name, end, measure->definition);
    else
        snprintf(text, sizeof(text), "%s: %s to %s. %s", measure->name, start, end,
                 measure->definition);
    wrapped(out, "      ", text);
    if (measure->caution)
        wrapped(out, "      ", measure->caution);
    snprintf(text, sizeof(text), "Source: %s (statval %s).", measure->source, STATVAL_VERSION);
    wrapped(out, "      ", text);
}

static void write_rate(const struct summary *summary, const struct figure *figure,
                       const struct out *out)
{
    const struct population *population = rate_population(summary, figure);
    char rate[FIGURE_ROOM];
    char day[11];
    if (!population)
        return;
    quotient_text(figure_number(figure) * figure->measure->per, population->people, rate);
    calendar_format(population->day, day);
    fprintf(out->file, "      %s per %d of %d residents aged ", rate, figure->measure->per,
            population->people);
    terminal_text(out->file, population->residents);
    fprintf(out->file, " on %s%s", day, population->source[0] ? ", " : "\n");
    if (population->source[0]) {
        terminal_text(out->file, population->source);
        fputc('\n', out->file);
    }
}

static void write_change(const struct summary *summary, const struct figure *figure,
                         const struct out *out)
{
    char value[FIGURE_ROOM];
    if (!summary->changes)
        return;
    struct change_since change = change_of(summary->changes, figure, summary->flag_percent);
    if (!change.before)
        return;
    figure_text(change.before, value);
    fprintf(out->file, "      last year %s: %zu came in, %zu went out, %zu changed%s\n", value,
            change.added, change.removed, change.changed,
            change.flagged ? "  <- changed a lot" : "");
}

static void write_published(const struct summary *summary, const struct figure *figure,
                            const struct out *out)
{
    for (size_t i = 0; summary->published && i < summary->published->count; i++) {
        const struct published *published = &summary->published->list[i];
        char agreement[AGREEMENT_ROOM];
        if (strcmp(published->measure, figure->measure->name) != 0)
            continue;
        published_compare(summary, figure, published, agreement);
        fputs("      ", out->file);
        terminal_text(out->file, published->source[0] ? published->source : "published");
        fputs(": ", out->file);
        terminal_text(out->file, published->value);
        fprintf(out->file, ": %s\n", agreement);
    }
}

static void write_figure(const struct summary *summary, const struct figure *figure,
                         const struct out *out)
{
    const struct sv_measure *measure = figure->measure;
    const struct sv_plugin *plugin = summary->report->check->plugin->plugin;
    char value[FIGURE_ROOM];
    if (figure->skipped) {
        fprintf(out->file, "  %-*s not given\n", TITLE_WIDTH, measure->title);
        wrapped(out, "      ", figure->skipped);
        write_published(summary, figure, out);
        return;
    }
    figure_text(figure, value);
    fprintf(out->file, "  %-*s %s", TITLE_WIDTH, measure->title, value);
    bool one = measure->kind == SV_NUMBER_OF && figure->counted == 1;
    fprintf(out->file, " %s", one ? measure->unit : measure->units);
    if (measure->table != plugin->subject.table && measure->kind == SV_NUMBER_OF &&
        (figure->counted == 0 || figure->nobodys < figure->counted))
        fprintf(out->file, " (%zu %s)", figure->subjects,
                figure->subjects == 1 ? plugin->subject_noun : plugin->subjects_noun);
    fputc('\n', out->file);
    write_rate(summary, figure, out);
    write_change(summary, figure, out);
    write_published(summary, figure, out);
    write_definition(summary, figure, out);
    for (size_t i = 0; i < measure->breakdown_count; i++)
        write_bands(figure, i, out);
}

static void write_figures(const struct summary *summary, const struct out *out)
{
    const struct sv_plugin *plugin = summary->report->check->plugin->plugin;
    for (size_t i = 0; i < summary->count; i++) {
        const struct figure *figure = &summary->figures[i];
        if (i == 0 || figure->measure->section != summary->figures[i - 1].measure->section) {
            fputc('\n', out->file);
            bold(out, plugin->sections[figure->measure->section]);
        }
        write_figure(summary, figure, out);
    }
}

static void write_stock(const struct summary *summary, const struct stock_figure *figure,
                        const struct out *out)
{
    const struct sv_stock *stock = figure->stock;
    char room[ID_ROOM];
    fprintf(out->file, "  %-*s %zu + %zu - %zu = %zu", TITLE_WIDTH, stock->title, figure->opening,
            figure->starts, figure->ends, figure->closing);
    fprintf(out->file, "%s\n", stock_gap(figure) ? ": does not add up" : "");
    wrapped(out, "      ", stock->definition);
    for (size_t i = 0; i < figure->broken_count; i++) {
        const char *subject = report_subject(summary->report, figure->broken[i], room);
        fprintf(out->file, "      breaks it: ");
        terminal_text(out->file, subject ? subject : "nobody");
        fprintf(out->file, ", %s %u\n",
                summary->report->check->store.tables[stock->table].described->name,
                figure->broken[i]->number);
    }
}

static void write_stocks(const struct summary *summary, const struct out *out)
{
    if (summary->stock_count == 0)
        return;
    fputc('\n', out->file);
    bold(out, "Stocks and flows: before the period + starting - ending = at its end");
    for (size_t i = 0; i < summary->stock_count; i++) {
        if (!summary->stocks[i].skipped)
            write_stock(summary, &summary->stocks[i], out);
    }
}

static void write_percent(const struct out *out, size_t part, size_t whole)
{
    char share[FIGURE_ROOM];
    share_text(part, whole, share);
    share[strcspn(share, " ")] = '\0';
    fprintf(out->file, " %8s", part ? share : "-");
}

static void write_field(const struct summary *summary, const struct field_state *state,
                        const struct out *out)
{
    const struct sv_table *table = summary->report->check->store.tables[state->table].described;
    char name[128];
    char day[11];
    snprintf(name, sizeof(name), "%s.%s", table->name, table->fields[state->field].name);
    fprintf(out->file, "  %-52.52s %8zu", name, state->records);
    write_percent(out, state->missing, state->records);
    write_percent(out, state->unreadable, state->records);
    write_percent(out, state->unknown, state->records);
    if (state->latest != SV_NONE) {
        calendar_format(state->latest, day);
        fprintf(out->file, "  %s %7zu %6zu", day, state->late, state->after);
    }
    if (state->is_date && is_spike(state)) {
        calendar_format(state->commonest, day);
        fprintf(out->file, "  %zu on %s", state->common, day);
    }
    fputc('\n', out->file);
}

static void write_fields(const struct summary *summary, const struct out *out)
{
    if (!summary->freshness)
        return;
    fputc('\n', out->file);
    bold(out, "Records: how full and how fresh they are");
    fprintf(out->file, "  %-52s %8s %8s %8s %8s  %-10s %7s %6s  %s\n", "field", "records",
            "missing", "no value", "unknown", "latest", "28 days", "later", "one day stands out");
    for (size_t i = 0; i < summary->freshness->count; i++)
        write_field(summary, &summary->freshness->fields[i], out);
}

/* Figures to compare with of which there is no measure here. */
static void write_strangers(const struct summary *summary, const struct out *out)
{
    for (size_t i = 0; summary->published && i < summary->published->count; i++) {
        const struct published *published = &summary->published->list[i];
        if (summary_find(summary, published->measure))
            continue;
        fputc('\n', out->file);
        terminal_text(out->file, summary->published->path);
        fprintf(out->file, ": line %u: there is no figure ", published->line);
        terminal_text(out->file, published->measure);
        fputs(" of this return and year.\n", out->file);
    }
}

static void write_members(const struct summary *summary, const struct out *out)
{
    const struct figure *figure = summary->listed;
    char room[ID_ROOM];
    fputc('\n', out->file);
    for (int part = SV_COUNTED; part >= SV_AMONG; part--) {
        if (part == SV_AMONG && figure->measure->kind != SV_SHARE_OF)
            break;
        bold(out, part == SV_COUNTED ? "Counted" : "Not counted, but among those of which it is");
        for (uint32_t i = 1; i <= report_subjects(summary->report); i++) {
            if (figure->members[i].part != part)
                continue;
            fputs("  ", out->file);
            terminal_text(out->file, summary_subject(summary, i, room));
            fputc('\n', out->file);
        }
    }
}

bool summary_write_text(const void *content, FILE *file, bool colour)
{
    const struct summary *summary = content;
    struct out out = {file, colour};
    write_head(summary, &out);
    text_settings(summary->report, file);
    if (summary->listed) {
        fputc('\n', file);
        write_figure(summary, summary->listed, &out);
        write_members(summary, &out);
        return true;
    }
    write_figures(summary, &out);
    write_strangers(summary, &out);
    write_stocks(summary, &out);
    write_fields(summary, &out);
    return true;
}
