/*
 * The charts: findings by rule, table and month. Each is a table or a list that has the numbers as
 * text, with a bar drawn beside or above each; queries are hatched, so that nobody has to tell them
 * from errors by colour.
 */
#include <stdlib.h>

#include "html.h"

#define RULES_SHOWN 15

static size_t sum(const struct html_bar *bar)
{
    return bar->errors + bar->queries;
}

/* "12 errors, 3 queries" */
static void write_words(struct buffer *out, const struct html_bar *bar)
{
    if (bar->errors || !bar->queries)
        html_count(out, bar->errors, "error", "errors");
    if (bar->errors && bar->queries)
        buffer_text(out, ", ");
    if (bar->queries)
        html_count(out, bar->queries, "query", "queries");
}

static void write_percent(struct buffer *out, const char *name, size_t part, size_t whole)
{
    char text[48];
    snprintf(text, sizeof(text), " %s=\"%.2f%%\"", name,
             whole ? 100.0 * (double)part / (double)whole : 0);
    buffer_text(out, text);
}

/* A piece of a bar that lies, from `start` on. */
static void write_lying(struct buffer *out, const char *kind, size_t start, size_t length,
                        size_t most)
{
    if (length == 0)
        return;
    buffer_text(out, "<rect class=\"");
    buffer_text(out, kind);
    buffer_text(out, "\" height=\"100%\"");
    write_percent(out, "x", start, most);
    write_percent(out, "width", length, most);
    buffer_text(out, "/>");
}

/* The cells of a row behind its heading. */
static void write_cells(struct buffer *out, const struct html_bar *bar, size_t most)
{
    buffer_text(out, "<td class=\"bar\"><svg aria-hidden=\"true\" focusable=\"false\">");
    write_lying(out, "error", 0, bar->errors, most);
    write_lying(out, "query", bar->errors, bar->queries, most);
    buffer_text(out, "</svg></td><td class=\"number\">");
    html_number(out, sum(bar));
    buffer_text(out, "<span class=\"unseen\">: ");
    write_words(out, bar);
    buffer_text(out, "</span></td></tr>\n");
}

static void begin_chart(struct buffer *out, const char *title, const char *what)
{
    buffer_text(out, "<div class=\"chart\"><table><caption>");
    html_text(out, title);
    buffer_text(out, "</caption><thead class=\"unseen\"><tr><th scope=\"col\">");
    html_text(out, what);
    buffer_text(out, "</th><th scope=\"col\">Bar</th><th scope=\"col\">Findings</th></tr></thead>"
                     "<tbody>\n");
}

static struct html_bar bar_of(const struct html_entry *entry)
{
    struct html_bar bar = {0};
    *(entry->severity == SV_ERROR ? &bar.errors : &bar.queries) = entry->findings;
    return bar;
}

/* The most findings come first; of equal numbers the one that the page has first. */
static int compare_entries(const void *left, const void *right)
{
    const struct html_entry *a = *(const struct html_entry *const *)left;
    const struct html_entry *b = *(const struct html_entry *const *)right;
    if (a->findings != b->findings)
        return a->findings < b->findings ? 1 : -1;
    return (a->number > b->number) - (a->number < b->number);
}

static const struct html_entry **sorted_entries(const struct html_survey *survey, size_t *count)
{
    const struct html_entry **sorted = mem_new(survey->entry_count + 1, sizeof(*sorted));
    *count = 0;
    for (size_t i = 0; i < survey->entry_count; i++) {
        if (survey->entries[i].findings)
            sorted[(*count)++] = &survey->entries[i];
    }
    qsort(sorted, *count, sizeof(*sorted), compare_entries);
    return sorted;
}

static void write_rules(struct page *page)
{
    struct buffer *out = &page->out;
    size_t count;
    const struct html_entry **sorted = sorted_entries(&page->survey, &count);
    begin_chart(out, count > RULES_SHOWN ? "By rule: the 15 with the most findings" : "By rule",
                "Rule");
    for (size_t i = 0; i < count && i < RULES_SHOWN; i++) {
        struct html_bar bar = bar_of(sorted[i]);
        buffer_text(out, "<tr><th scope=\"row\"><a href=\"#");
        html_entry_id(out, sorted[i]);
        buffer_text(out, "\">");
        html_text(out, sorted[i]->code);
        buffer_text(out, "</a></th>");
        write_cells(out, &bar, sorted[0]->findings);
    }
    buffer_text(out, "</tbody></table></div>\n");
    free(sorted);
}

static void write_tables(struct page *page)
{
    struct buffer *out = &page->out;
    const struct html_bar *bars = page->survey.tables;
    const struct sv_plugin *plugin = page->report->check->plugin->plugin;
    size_t most = 0;
    for (size_t t = 0; t <= plugin->table_count; t++)
        most = sum(&bars[t]) > most ? sum(&bars[t]) : most;
    begin_chart(out, "By table", "Table");
    for (size_t t = 0; t <= plugin->table_count; t++) {
        if (sum(&bars[t]) == 0)
            continue;
        buffer_text(out, "<tr><th scope=\"row\">");
        html_text(out, t < plugin->table_count ? plugin->tables[t].name : "no record");
        buffer_text(out, "</th>");
        write_cells(out, &bars[t], most);
    }
    buffer_text(out, "</tbody></table></div>\n");
}

/* A piece of a bar that stands, from `start` on. */
static void write_standing(struct buffer *out, const char *kind, size_t start, size_t length,
                           size_t most)
{
    if (length == 0)
        return;
    buffer_text(out, "<rect class=\"");
    buffer_text(out, kind);
    buffer_text(out, "\" width=\"100%\"");
    write_percent(out, "y", most - start - length, most);
    write_percent(out, "height", length, most);
    buffer_text(out, "/>");
}

/* A column of the chart of months. */
static void write_column(struct buffer *out, const struct html_bar *bar, size_t most, int month)
{
    char text[16];
    const char *name = html_month_name(month % 12);
    snprintf(text, sizeof(text), "%s %d: ", name, month / 12);
    buffer_text(out, "<li><span class=\"unseen\">");
    buffer_text(out, text);
    write_words(out, bar);
    buffer_text(out, "</span><span aria-hidden=\"true\">");
    html_number(out, sum(bar));
    buffer_text(out, "</span><svg aria-hidden=\"true\" focusable=\"false\">");
    write_standing(out, "error", 0, bar->errors, most);
    write_standing(out, "query", bar->errors, bar->queries, most);
    snprintf(text, sizeof(text), "%s<br>%02d", name, month / 12 % 100);
    buffer_text(out, "</svg><span aria-hidden=\"true\">");
    buffer_text(out, text);
    buffer_text(out, "</span></li>\n");
}

static size_t most_in_months(const struct html_survey *survey)
{
    size_t most = 0;
    for (size_t i = 0; i < survey->month_count; i++)
        most = sum(&survey->months[i]) > most ? sum(&survey->months[i]) : most;
    return most;
}

/* The findings that no month of the period has. */
static void write_others(struct buffer *out, const struct html_survey *survey)
{
    buffer_text(out, "<p class=\"hint\">Besides: ");
    html_count(out, sum(&survey->before), "finding", "findings");
    buffer_text(out, " with an earlier date, ");
    html_number(out, sum(&survey->after));
    buffer_text(out, " with a later one, ");
    html_number(out, sum(&survey->undated));
    buffer_text(out, " without any.</p>\n");
}

static void write_months(struct page *page)
{
    struct buffer *out = &page->out;
    const struct html_survey *survey = &page->survey;
    size_t most = most_in_months(survey);
    buffer_text(out, "<div class=\"chart wide\"><h3 id=\"months\">By month</h3>\n"
                     "<p class=\"hint\">The month of the first date that the finding points at, "
                     "or else of the first date of its record.</p>\n"
                     "<ol class=\"months\" aria-labelledby=\"months\">\n");
    for (size_t i = 0; i < survey->month_count; i++)
        write_column(out, &survey->months[i], most, survey->first_month + (int)i);
    buffer_text(out, "</ol>\n");
    write_others(out, survey);
    buffer_text(out, "</div>\n");
}

void html_charts(struct page *page)
{
    struct buffer *out = &page->out;
    const struct report *report = page->report;
    buffer_text(out, "<section id=\"charts\" aria-labelledby=\"charts-title\">\n"
                     "<h2 id=\"charts-title\">Where the findings are</h2>\n");
    if (report->errors + report->queries + report->schema_errors + report->schema_queries == 0) {
        buffer_text(out, "<p>There are none.</p>\n</section>\n");
        return;
    }
    buffer_text(out, "<svg class=\"unseen\" aria-hidden=\"true\" focusable=\"false\"><defs>"
                     "<pattern id=\"hatch\" width=\"6\" height=\"6\" "
                     "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                     "<rect class=\"ground\" width=\"6\" height=\"6\"/>"
                     "<rect class=\"line\" width=\"3\" height=\"6\"/></pattern></defs></svg>\n"
                     "<p class=\"legend\"><svg aria-hidden=\"true\" focusable=\"false\">"
                     "<rect class=\"error\" width=\"100%\" height=\"100%\"/></svg> errors "
                     "<svg aria-hidden=\"true\" focusable=\"false\">"
                     "<rect class=\"query\" width=\"100%\" height=\"100%\"/></svg> queries</p>\n"
                     "<div class=\"charts\">\n");
    write_rules(page);
    write_tables(page);
    write_months(page);
    buffer_text(out, "</div>\n</section>\n");
}
