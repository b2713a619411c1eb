/* One finding as a row of a table, as far as it can be shown without JavaScript. */
#include <stdlib.h>
#include <string.h>

#include "../../base/calendar.h"
#include "../escape.h"
#include "html.h"

/* Records of a finding that are shown. */
#define PLACES_SHOWN 10

void html_finding_heading(struct page *page)
{
    struct buffer *out = &page->out;
    buffer_text(out, "<thead><tr><th scope=\"col\" class=\"who\">");
    html_text(out, page->report->check->plugin->plugin->subject_noun);
    buffer_text(out, "</th><th scope=\"col\">Records and values</th>"
                     "<th scope=\"col\">Remarks</th></tr></thead>");
}

static void write_fields(struct page *page, const struct report_field *fields, size_t count)
{
    struct buffer *out = &page->out;
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, "<span class=\"pair\"><b>");
        html_text(out, fields[i].name);
        buffer_text(out, "</b> ");
        html_value(out, page->report, fields[i].value);
        buffer_text(out, "</span> ");
    }
}

static void write_place(struct page *page, const struct report_place *place, uint16_t file)
{
    struct buffer *out = &page->out;
    buffer_text(out, "<li><span class=\"where\">");
    if (place->table) {
        html_text(out, place->table);
        buffer_text(out, " ");
        buffer_number(out, place->row);
        buffer_text(out, ", ");
    }
    if (!place->table || html_is_one_of_several(page->report, file)) {
        html_isolated(out, place->file);
        buffer_text(out, ", ");
    }
    buffer_text(out, place->sheet_row ? "row " : "line ");
    buffer_number(out, place->sheet_row ? place->sheet_row : place->line);
    buffer_text(out, place->sheet_row ? " in Excel</span> " : "</span> ");
    write_fields(page, place->fields, place->field_count);
    if (place->derived_count)
        buffer_text(out, "<span class=\"where\">worked out:</span> ");
    write_fields(page, place->derived, place->derived_count);
    buffer_text(out, "</li>");
}

static void write_places(struct page *page, const struct report_finding *finding)
{
    struct buffer *out = &page->out;
    struct report_place place;
    if (finding->place_count == 0) {
        buffer_text(out, "The return as a whole");
        return;
    }
    buffer_text(out, "<ul class=\"places\">");
    for (size_t i = 0; i < finding->place_count && i < PLACES_SHOWN; i++) {
        report_place(page->report, finding, i, &place);
        write_place(page, &place, html_file_of(finding, i));
    }
    if (finding->place_count > PLACES_SHOWN) {
        buffer_text(out, "<li>and ");
        html_number(out, finding->place_count - PLACES_SHOWN);
        buffer_text(out, " more</li>");
    }
    buffer_text(out, "</ul>");
}

static void write_acceptance(struct buffer *out, const struct acceptance *acceptance)
{
    buffer_text(out, "<p><span class=\"badge explained\">explained</span> ");
    html_isolated(out, acceptance->reason);
    if (acceptance->by[0]) {
        buffer_text(out, " (");
        html_isolated(out, acceptance->by);
        buffer_text(out, ")");
    }
    buffer_text(out, "</p>");
}

/* The line that accepts a finding, once it has a reason. */
static char *acceptance_line(const struct report *report, const struct report_finding *finding)
{
    char *text = NULL;
    char on[11] = "";
    size_t length = 0;
    FILE *line = open_memstream(&text, &length);
    struct report_place place = {0};
    if (!line)
        mem_exhausted();
    if (finding->place_count)
        report_place(report, finding, 0, &place);
    calendar_format(report->check->today, on);
    csv_cell(line, finding->code);
    fputs(",", line);
    csv_cell(line, finding->subject);
    fputs(",", line);
    csv_cell(line, place.table);
    fprintf(line, ",,%s,,,%s,,", finding->id, on);
    if (fclose(line) != 0)
        mem_exhausted();
    return text;
}

/* Values that are left out, and hashes, accept nothing. */
static bool can_be_accepted(const struct report *report, const struct report_finding *finding)
{
    return !finding->acceptance && strcmp(finding->stage, "read") != 0 &&
           !identity_redacts(report->identity);
}

static void write_remarks(struct page *page, const struct report_finding *finding)
{
    struct buffer *out = &page->out;
    if (finding->state == STATE_NEW)
        buffer_text(out, "<p><span class=\"badge new\">new</span></p>");
    if (finding->problem)
        html_element(out, "p", finding->message);
    if (finding->detail)
        html_element(out, "p", finding->detail);
    if (finding->acceptance)
        write_acceptance(out, finding->acceptance);
    if (!can_be_accepted(page->report, finding))
        return;
    char *line = acceptance_line(page->report, finding);
    buffer_text(out, "<details class=\"accept\"><summary>Line to explain it</summary>");
    html_element(out, "code", line);
    buffer_text(out, "</details>");
    free(line);
}

void html_finding(struct page *page, const struct html_entry *entry,
                  const struct report_finding *finding)
{
    struct buffer *out = &page->out;
    (void)entry;
    buffer_text(out, "<tr><th scope=\"row\">");
    if (finding->subject)
        html_isolated(out, finding->subject);
    else
        buffer_text(out, "<i>none</i>");
    buffer_text(out, "</th><td>");
    write_places(page, finding);
    buffer_text(out, "</td><td>");
    write_remarks(page, finding);
    buffer_text(out, "</td></tr>\n");
}
