#include "text_known.h"

#include "escape.h"

/* Fixed findings shown; the format json has all. */
#define FIXED_SHOWN 20

static void print_acceptance(const struct report *report, const struct acceptance *line, FILE *out)
{
    const struct sv_plugin *plugin = report->check->plugin->plugin;
    char subject[ID_ROOM];
    fprintf(out, "  %-6s ", line->rule);
    if (line->subject[0]) {
        bool redacts = identity_redacts(report->identity);
        if (redacts)
            identity_hide(report->identity, line->subject, subject);
        fprintf(out, "%s ", plugin->subject_noun);
        terminal_text(out, redacts ? subject : line->subject);
    } else {
        fputs("the return", out);
    }
    fprintf(out, ", %zu %s: ", line->used, line->used == 1 ? "finding" : "findings");
    terminal_text(out, line->reason);
    if (line->by[0]) {
        fputs(" (", out);
        terminal_text(out, line->by);
        fputs(")", out);
    }
    fputs("\n", out);
}

static void print_explained(const struct report *report, FILE *out)
{
    size_t count;
    const struct acceptance *lines = acceptances_lines(report->acceptances, &count);
    if (report->explained)
        fputs("\nExplained (the reason goes into the portal's note)\n", out);
    for (size_t i = 0; i < count; i++) {
        if (lines[i].used)
            print_acceptance(report, &lines[i], out);
    }
}

static void print_stale(const struct report *report, FILE *out)
{
    size_t count;
    bool heading = false;
    const struct acceptance *lines = acceptances_lines(report->acceptances, &count);
    for (size_t i = 0; i < count; i++) {
        const char *why = report_stale(report, &lines[i]);
        if (!why)
            continue;
        if (!heading) {
            fputs("\nAcceptances to look at: ", out);
            terminal_text(out, acceptances_path(report->acceptances));
            fputs("\n", out);
        }
        heading = true;
        fprintf(out, "  line %u, %s: %s\n", lines[i].line, lines[i].rule, why);
    }
}

static void print_fixed(const struct report *report, FILE *out)
{
    size_t count;
    size_t shown = 0;
    size_t fixed = report_fixed(report);
    const struct old_finding *findings = baseline_findings(report->baseline, &count);
    if (fixed)
        fputs("\nFixed since the earlier report\n", out);
    for (size_t i = 0; i < count && shown < FIXED_SHOWN; i++) {
        if (findings[i].met)
            continue;
        fprintf(out, "  %-6s ", findings[i].rule);
        terminal_text(out, findings[i].subject ? findings[i].subject : "the return");
        fputs(": ", out);
        terminal_text(out, findings[i].message);
        fputs("\n", out);
        shown++;
    }
    if (shown < fixed)
        fprintf(out, "  %zu of %zu shown; all of them: --format json\n", shown, fixed);
}

void text_known(const struct report *report, FILE *out)
{
    if (report->acceptances) {
        print_explained(report, out);
        print_stale(report, out);
    }
    if (report->baseline)
        print_fixed(report, out);
}
