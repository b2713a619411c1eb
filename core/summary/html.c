/* The figures as a page, with charts: breakdowns as bars, stocks month by month. It needs no
 * scripts. */
#include <stdlib.h>
#include <string.h>

#include "../report/html/html.h"
#include "change.h"
#include "freshness.h"
#include "population.h"
#include "published.h"
#include "value.h"
#include "write.h"

static void write_top(const struct summary *summary, struct buffer *out)
{
    const struct check *check = summary->report->check;
    const struct sv_plugin *plugin = check->plugin->plugin;
    char room[VALUE_ROOM];
    char title[256];
    const char *authority = report_authority(summary->report, room);
    snprintf(title, sizeof(title), "%s %d: headline figures", plugin->title, check->year->year);
    html_begin(out, title, false);
    buffer_text(out, "<header>\n<p class=\"kicker\">Headline figures of the</p>\n<h1>");
    html_text(out, plugin->title);
    buffer_text(out, " ");
    buffer_number(out, (uint64_t)check->year->year);
    buffer_text(out, "</h1>\n<p class=\"of\">");
    html_day(out, check->period_start);
    buffer_text(out, " to ");
    html_day(out, check->period_end);
    if (authority) {
        buffer_text(out, ", authority ");
        html_isolated(out, authority);
    }
    buffer_text(out, ", ");
    html_count(out, report_subjects(summary->report), plugin->subject_noun, plugin->subjects_noun);
    buffer_text(out, "</p>\n</header>\n");
}

static void write_contents(const struct summary *summary, struct buffer *out)
{
    const struct sv_plugin *plugin = summary->report->check->plugin->plugin;
    buffer_text(out, "<nav aria-label=\"Parts of this page\"><ul>\n");
    for (size_t i = 0; i < summary->count; i++) {
        uint16_t section = summary->figures[i].measure->section;
        if (i > 0 && section == summary->figures[i - 1].measure->section)
            continue;
        buffer_text(out, "<li><a href=\"#section-");
        buffer_number(out, section);
        buffer_text(out, "\">");
        html_text(out, plugin->sections[section]);
        buffer_text(out, "</a></li>\n");
    }
    buffer_text(out, "<li><a href=\"#stocks\">Stocks and flows</a></li>\n"
                     "<li><a href=\"#fields\">Records</a></li>\n</ul></nav>\n<main>\n");
    html_hatch(out);
}

static void write_bands(const struct summary *summary, const struct figure *figure, size_t number,
                        struct buffer *out)
{
    const struct sv_breakdown *breakdown = &figure->measure->breakdowns[number];
    const size_t *bands = figure->bands[number];
    int year = summary->report->check->year->year;
    size_t most = 0;
    for (size_t band = 0; band <= band_count(breakdown); band++)
        most = bands[band] > most ? bands[band] : most;
    buffer_text(out, "<div class=\"chart\"><table><caption>By ");
    html_text(out, breakdown->by);
    buffer_text(out, breakdown->bands ? " (one may be in several)" : "");
    buffer_text(out, "</caption><thead class=\"unseen\"><tr><th scope=\"col\">Band</th><th "
                     "scope=\"col\">Bar</th><th scope=\"col\">Number</th></tr></thead><tbody>\n");
    for (size_t band = 0; band <= band_count(breakdown); band++) {
        const char *code;
        const char *label = band_label(breakdown, band, &code);
        if (!band_is_shown(figure, number, band, year))
            continue;
        buffer_text(out, "<tr><th scope=\"row\">");
        html_text(out, code ? code : "");
        buffer_text(out, code ? " " : "");
        html_text(out, label);
        buffer_text(out, "</th><td class=\"bar\"><svg aria-hidden=\"true\" focusable=\"false\">");
        html_lying(out, "counted", 0, bands[band], most);
        buffer_text(out, "</svg></td><td class=\"number\">");
        html_number(out, bands[band]);
        if (breakdown->whole != SV_OF_COUNTED) {
            buffer_text(out, " of ");
            html_number(out, band_whole(figure, number, band));
        }
        buffer_text(out, "</td></tr>\n");
    }
    buffer_text(out, "</tbody></table></div>\n");
}

/* "2.8% (1 of 36)" is one number and what it is made of. */
static void write_value(const struct summary *summary, const struct figure *figure,
                        struct buffer *out)
{
    const struct sv_measure *measure = figure->measure;
    const struct sv_plugin *plugin = summary->report->check->plugin->plugin;
    char value[FIGURE_ROOM];
    figure_text(figure, value);
    size_t length = strcspn(value, "(");
    buffer_text(out, "<p class=\"value\"><span class=\"number\">");
    buffer_bytes(out, value, length);
    buffer_text(out, "</span> <span class=\"what\">");
    if (value[length]) {
        buffer_bytes(out, value + length + 1, strcspn(value + length + 1, ")"));
        buffer_text(out, " ");
    }
    bool one = measure->kind == SV_NUMBER_OF && figure->counted == 1;
    html_text(out, one ? measure->unit : measure->units);
    if (measure->kind == SV_NUMBER_OF && measure->table != plugin->subject.table) {
        buffer_text(out, ", ");
        html_count(out, figure->subjects, plugin->subject_noun, plugin->subjects_noun);
    }
    buffer_text(out, "</span></p>\n");
}

static void write_rate(const struct summary *summary, const struct figure *figure,
                       struct buffer *out)
{
    const struct population *population = rate_population(summary, figure);
    char rate[FIGURE_ROOM];
    if (!population)
        return;
    quotient_text(figure_number(figure) * figure->measure->per, population->people, rate);
    buffer_text(out, "<p>");
    buffer_text(out, rate);
    buffer_text(out, " per ");
    html_number(out, (size_t)figure->measure->per);
    buffer_text(out, " of ");
    html_number(out, (size_t)population->people);
    buffer_text(out, " residents aged ");
    html_isolated(out, population->residents);
    buffer_text(out, " on ");
    html_day(out, population->day);
    if (population->source[0]) {
        buffer_text(out, ", ");
        html_isolated(out, population->source);
    }
    buffer_text(out, "</p>\n");
}

static void write_change(const struct summary *summary, const struct figure *figure,
                         struct buffer *out)
{
    char value[FIGURE_ROOM];
    if (!summary->changes)
        return;
    struct change_since change = change_of(summary->changes, figure, summary->flag_percent);
    if (!change.before)
        return;
    figure_text(change.before, value);
    buffer_text(out,
                change.flagged ? "<p class=\"flagged\"><strong>Changed a lot:</strong> " : "<p>");
    buffer_text(out, "last year ");
    buffer_text(out, value);
    buffer_text(out, "; ");
    html_number(out, change.added);
    buffer_text(out, " came in, ");
    html_number(out, change.removed);
    buffer_text(out, " went out, ");
    html_number(out, change.changed);
    buffer_text(out, " changed</p>\n");
}

static void write_published(const struct summary *summary, const struct figure *figure,
                            struct buffer *out)
{
    for (size_t i = 0; summary->published && i < summary->published->count; i++) {
        const struct published *published = &summary->published->list[i];
        char agreement[AGREEMENT_ROOM];
        if (strcmp(published->measure, figure->measure->name) != 0)
            continue;
        published_compare(summary, figure, published, agreement);
        buffer_text(out, "<p>");
        html_isolated(out, published->source[0] ? published->source : "published");
        buffer_text(out, ": ");
        html_isolated(out, published->value);
        buffer_text(out, ": ");
        html_text(out, agreement);
        buffer_text(out, "</p>\n");
    }
}

static void write_definition(const struct summary *summary, const struct figure *figure,
                             struct buffer *out)
{
    const struct sv_measure *measure = figure->measure;
    buffer_text(out, "<p class=\"facts\">");
    if (!measure->at_end) {
        html_day(out, summary->report->check->period_start);
        buffer_text(out, " to ");
    } else {
        buffer_text(out, "As at ");
    }
    html_day(out, figure->last);
    buffer_text(out, ". <code>");
    html_text(out, measure->name);
    buffer_text(out, "</code></p>\n<details class=\"more\"><summary>Definition</summary>\n");
    html_element(out, "p", measure->definition);
    if (measure->caution)
        html_element(out, "p", measure->caution);
    buffer_text(out, "<p class=\"facts\">Source: ");
    html_text(out, measure->source);
    buffer_text(out, ". statval " STATVAL_VERSION ".</p></details>\n");
}

static void write_figure(const struct summary *summary, const struct figure *figure,
                         struct buffer *out)
{
    const struct sv_measure *measure = figure->measure;
    bool wide = measure->breakdown_count && !figure->skipped;
    buffer_text(out, wide ? "<div class=\"figure wide\" id=\"" : "<div class=\"figure\" id=\"");
    html_text(out, measure->name);
    buffer_text(out, "\">\n");
    html_element(out, "h3", measure->title);
    if (figure->skipped) {
        buffer_text(out, "<p class=\"hint\">Not given: ");
        html_text(out, figure->skipped);
        buffer_text(out, "</p>\n");
        write_published(summary, figure, out);
        buffer_text(out, "</div>\n");
        return;
    }
    write_value(summary, figure, out);
    write_rate(summary, figure, out);
    write_change(summary, figure, out);
    write_published(summary, figure, out);
    write_definition(summary, figure, out);
    buffer_text(out, wide ? "<div class=\"charts\">\n" : "");
    for (size_t i = 0; i < measure->breakdown_count; i++)
        write_bands(summary, figure, i, out);
    buffer_text(out, wide ? "</div>\n</div>\n" : "</div>\n");
}

static void write_figures(const struct summary *summary, struct buffer *out)
{
    const struct sv_plugin *plugin = summary->report->check->plugin->plugin;
    for (size_t i = 0; i < summary->count; i++) {
        uint16_t section = summary->figures[i].measure->section;
        bool first = i == 0 || section != summary->figures[i - 1].measure->section;
        bool last = i + 1 == summary->count || section != summary->figures[i + 1].measure->section;
        if (first) {
            buffer_text(out, "<section id=\"section-");
            buffer_number(out, section);
            buffer_text(out, "\">\n");
            html_element(out, "h2", plugin->sections[section]);
            buffer_text(out, "<div class=\"figures\">\n");
        }
        write_figure(summary, &summary->figures[i], out);
        buffer_text(out, last ? "</div>\n</section>\n" : "");
    }
}

/* A chart of months: what was there at the end of each, or what began and ended in it. */
static void write_months(const struct stock_figure *figure, bool flows, struct buffer *out)
{
    size_t most = 1;
    for (size_t m = 0; m < figure->month_count; m++) {
        size_t both =
            flows ? figure->month_starts[m] + figure->month_ends[m] : figure->month_open[m];
        most = both > most ? both : most;
    }
    buffer_text(out, "<div class=\"chart\">\n");
    html_element(out, "h4",
                 flows ? "Starting, and ending (hatched), by month"
                       : "There at the end of each month");
    buffer_text(out, "<ol class=\"months\">\n");
    for (size_t m = 0; m < figure->month_count; m++) {
        int month = figure->first_month + (int)m;
        char name[32];
        snprintf(name, sizeof(name), "%s<br>%02d", html_month_name(month % 12), month / 12 % 100);
        buffer_text(out, "<li><span>");
        html_number(out, flows ? figure->month_starts[m] : figure->month_open[m]);
        if (flows) {
            buffer_text(out, "<br>");
            html_number(out, figure->month_ends[m]);
        }
        buffer_text(out, "</span><svg aria-hidden=\"true\" focusable=\"false\">");
        html_standing(out, "starts", 0, flows ? figure->month_starts[m] : figure->month_open[m],
                      most);
        if (flows)
            html_standing(out, "ends", figure->month_starts[m], figure->month_ends[m], most);
        buffer_text(out, "</svg><span>");
        buffer_text(out, name);
        buffer_text(out, "</span></li>\n");
    }
    buffer_text(out, "</ol>\n</div>\n");
}

/* Records that break a stock, shown; the format json has all. */
#define BROKEN_SHOWN 50

static void write_broken(const struct summary *summary, const struct stock_figure *figure,
                         struct buffer *out)
{
    char room[ID_ROOM];
    if (figure->broken_count == 0)
        return;
    buffer_text(out, "<details class=\"more\"><summary>");
    html_count(out, figure->broken_count, "record breaks it", "records break it");
    buffer_text(out, "</summary>\n<ul>\n");
    for (size_t i = 0; i < figure->broken_count && i < BROKEN_SHOWN; i++) {
        const char *subject = report_subject(summary->report, figure->broken[i], room);
        buffer_text(out, "<li>");
        html_isolated(out, subject ? subject : "nobody");
        buffer_text(out, ", ");
        html_text(out, summary->report->check->store.tables[figure->stock->table].described->name);
        buffer_text(out, " ");
        buffer_number(out, figure->broken[i]->number);
        buffer_text(out, "</li>\n");
    }
    buffer_text(out, figure->broken_count > BROKEN_SHOWN
                         ? "<li>and more: statval summary --format json</li>\n</ul></details>\n"
                         : "</ul></details>\n");
}

static void write_stock(const struct summary *summary, const struct stock_figure *figure,
                        struct buffer *out)
{
    buffer_text(out, "<div class=\"stock\">\n");
    html_element(out, "h3", figure->stock->title);
    if (figure->skipped) {
        html_element(out, "p class=\"hint\"", figure->skipped);
        buffer_text(out, "</div>\n");
        return;
    }
    buffer_text(out, "<p class=\"sum\">");
    html_number(out, figure->opening);
    buffer_text(out, " before + ");
    html_number(out, figure->starts);
    buffer_text(out, " starting &minus; ");
    html_number(out, figure->ends);
    buffer_text(out, " ending = ");
    html_number(out, figure->closing);
    buffer_text(out,
                stock_gap(figure) ? " at the end: does not add up</p>\n" : " at the end</p>\n");
    html_element(out, "p class=\"facts\"", figure->stock->definition);
    write_broken(summary, figure, out);
    buffer_text(out, "<div class=\"charts\">\n");
    write_months(figure, false, out);
    write_months(figure, true, out);
    buffer_text(out, "</div>\n</div>\n");
}

static void write_field(const struct summary *summary, const struct field_state *state,
                        struct buffer *out)
{
    const struct sv_table *table = summary->report->check->store.tables[state->table].described;
    const size_t numbers[] = {state->records, state->missing, state->unreadable, state->unknown};
    buffer_text(out, "<tr><th scope=\"row\">");
    html_text(out, table->name);
    buffer_text(out, ".");
    html_text(out, table->fields[state->field].name);
    buffer_text(out, "</th>");
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        buffer_text(out, "<td class=\"number\">");
        html_number(out, numbers[i]);
        buffer_text(out, "</td>");
    }
    buffer_text(out, "<td>");
    if (state->latest != SV_NONE)
        html_day(out, state->latest);
    buffer_text(out, "</td><td class=\"number\">");
    if (state->is_date)
        html_number(out, state->late);
    buffer_text(out, "</td><td class=\"number\">");
    if (state->is_date)
        html_number(out, state->after);
    buffer_text(out, "</td><td>");
    if (state->is_date && is_spike(state)) {
        html_number(out, state->common);
        buffer_text(out, " on ");
        html_day(out, state->commonest);
    }
    buffer_text(out, "</td></tr>\n");
}

static void write_fields(const struct summary *summary, struct buffer *out)
{
    buffer_text(out,
                "<section id=\"fields\">\n<h2>Records: how full and how fresh they are</h2>\n"
                "<div class=\"scroll\"><table class=\"plain\"><thead><tr><th scope=\"col\">"
                "Field</th><th scope=\"col\" class=\"number\">Records</th><th scope=\"col\" "
                "class=\"number\">Missing</th><th scope=\"col\" class=\"number\">No value"
                "</th><th scope=\"col\" class=\"number\">Unknown</th><th scope=\"col\">Latest "
                "date</th><th scope=\"col\" class=\"number\">In the last 28 days</th><th "
                "scope=\"col\" class=\"number\">After the period</th><th scope=\"col\">One day "
                "stands out</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < summary->freshness->count; i++)
        write_field(summary, &summary->freshness->fields[i], out);
    buffer_text(out, "</tbody></table></div>\n</section>\n");
}

static void write_stocks(const struct summary *summary, struct buffer *out)
{
    buffer_text(out, "<section id=\"stocks\">\n<h2>Stocks and flows</h2>\n");
    for (size_t i = 0; i < summary->stock_count; i++)
        write_stock(summary, &summary->stocks[i], out);
    buffer_text(out, "</section>\n");
}

/* Figures to compare with of which there is no measure here. */
static void write_strangers(const struct summary *summary, struct buffer *out)
{
    for (size_t i = 0; summary->published && i < summary->published->count; i++) {
        const struct published *published = &summary->published->list[i];
        if (summary_find(summary, published->measure))
            continue;
        buffer_text(out, "<p class=\"hint\">");
        html_isolated(out, summary->published->path);
        buffer_text(out, ": line ");
        html_number(out, published->line);
        buffer_text(out, ": there is no figure ");
        html_isolated(out, published->measure);
        buffer_text(out, " of this return and year.</p>\n");
    }
}

bool summary_write_html(const void *content, FILE *file, bool colour)
{
    const struct summary *summary = content;
    struct buffer *out = mem_new(1, sizeof(*out));
    (void)colour;
    out->file = file;
    write_top(summary, out);
    write_contents(summary, out);
    write_figures(summary, out);
    write_strangers(summary, out);
    write_stocks(summary, out);
    if (summary->freshness)
        write_fields(summary, out);
    buffer_text(out, "</main>\n");
    html_end(out, false);
    buffer_flush(out);
    free(out);
    return true;
}
