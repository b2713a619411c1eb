#include "html.h"

#include <stdlib.h>

static void write_head(struct page *page)
{
    const struct check *check = page->report->check;
    char title[256];
    snprintf(title, sizeof(title), "%s %d: what statval found", check->plugin->plugin->title,
             check->year->year);
    html_begin(&page->out, title, true);
}

static void write_body(struct page *page)
{
    html_verdict(page);
    html_checked(page);
    html_charts(page);
    html_rules(page);
    html_known(page);
    html_not_run(page);
    html_passed(page);
}

void report_write_html(const struct report *report, FILE *file, bool colour)
{
    (void)colour;
    struct page *page = mem_new(1, sizeof(*page));
    page->report = report;
    page->out.file = file;
    html_survey_make(&page->survey, report);
    write_head(page);
    write_body(page);
    html_data(page);
    html_records(page);
    html_end(&page->out, true);
    buffer_flush(&page->out);
    html_survey_free(&page->survey);
    free(page);
}
