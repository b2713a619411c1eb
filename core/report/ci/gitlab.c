/* The code quality report of GitLab: one JSON array, one object per finding. */
#include "../../base/calendar.h"
#include "../json_parts.h"
#include "ci.h"

/* GitLab knows five severities and no suppressions: what is explained stays, as the least of them.
 */
static const char *severity_of(const struct report_finding *finding)
{
    if (finding->acceptance)
        return "info";
    if (finding->severity != severity_name(SV_ERROR))
        return "minor";
    return finding->problem && finding->problem->stage == STAGE_READ ? "blocker" : "major";
}

static void write_finding(const struct report *report, const struct report_finding *finding,
                          struct buffer *out)
{
    struct line line = {0};
    struct spot spot;
    find_spot(report, finding, &spot);
    line_message(&line, finding);
    line_add(&line, " - ");
    line_where(&line, report, finding);
    if (finding->acceptance) {
        line_add(&line, " - explained: ");
        line_reason(&line, finding->acceptance);
    }
    json_member(out, "{", "description", line.text);
    json_member(out, ", ", "check_name", finding->code);
    json_member(out, ", ", "fingerprint", finding->id);
    json_member(out, ", ", "severity", severity_of(finding));
    json_member(out, ", \"location\": {", "path", spot.file);
    json_number(out, ", \"lines\": {", "begin", spot.line ? spot.line : 1);
    buffer_text(out, "}}}");
}

void report_write_gitlab(const struct report *report, FILE *file, bool colour)
{
    (void)colour;
    struct buffer out = {.file = file};
    struct report_cursor cursor = {0};
    struct report_finding finding;
    buffer_text(&out, "[");
    for (const char *before = "\n  "; report_next(report, &cursor, &finding); before = ",\n  ") {
        buffer_text(&out, before);
        write_finding(report, &finding, &out);
    }
    buffer_text(&out, "\n]\n");
    buffer_flush(&out);
}
