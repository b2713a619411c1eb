#include <string.h>
#include <strings.h>

#include "report.h"

const struct report_format report_formats[] = {
    {"text", ".txt", "for people, with the verdict first", report_write_text, false},
    {"json", ".json", "one document with everything", report_write_json, false},
    {"jsonl", ".jsonl", "one line per finding, for programs", report_write_jsonl, false},
    {"csv", ".csv", "one line per finding, for spreadsheets", report_write_csv, false},
    {"html", ".html", "a page for people, to open in a browser", report_write_html, false},
#ifdef STATVAL_XLSX
    {"xlsx", ".xlsx", "a workbook for Excel, with a sheet of findings", report_write_xlsx, false},
#endif
    {"sarif", ".sarif", "SARIF 2.1.0, for code scanning", report_write_sarif, true},
    {"junit", ".junit.xml", "JUnit, one test per rule", report_write_junit, true},
    {"github", ".github.txt", "annotations of GitHub Actions", report_write_github, true},
    {"gitlab", ".gitlab.json", "code quality report of GitLab", report_write_gitlab, true},
};
const size_t report_format_count = sizeof(report_formats) / sizeof(report_formats[0]);

const struct report_format *report_format_named(const char *name)
{
    for (size_t i = 0; i < report_format_count; i++) {
        if (strcmp(report_formats[i].name, name) == 0)
            return &report_formats[i];
    }
    return NULL;
}

const struct report_format *report_format_of_file(const char *path)
{
    const struct report_format *best = NULL;
    size_t length = strlen(path);
    for (size_t i = 0; i < report_format_count; i++) {
        const struct report_format *format = &report_formats[i];
        size_t ending = strlen(format->ending);
        if (ending <= length && strcasecmp(format->ending, path + length - ending) == 0 &&
            (!best || ending > strlen(best->ending)))
            best = format;
    }
    return best;
}

bool report_format_is_left_out(const char *name)
{
    size_t length = strlen(name);
    bool is_xlsx =
        strcmp(name, "xlsx") == 0 || (length > 5 && strcasecmp(name + length - 5, ".xlsx") == 0);
    return is_xlsx && !report_format_named("xlsx");
}

bool report_format_is_binary(const struct report_format *format)
{
    return strcmp(format->name, "xlsx") == 0;
}

void report_endings(char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < report_format_count && used < size; i++) {
        const char *between = i == 0 ? "" : i + 1 < report_format_count ? ", " : " or ";
        int written = snprintf(out + used, size - used, "%s%s", between, report_formats[i].ending);
        used += written > 0 ? (size_t)written : 0;
    }
}
