/* The CSV format: one line per finding, for spreadsheets. UTF-8 with a byte-order mark, which is
 * how Excel tells it from Windows-1252. */
#include <stdlib.h>
#include <string.h>

#include "../registry/descriptor.h"
#include "escape.h"
#include "report.h"

/* The names or the values of the fields of all places of a finding, e.g. "CPPstartDate |
 * CPPendDate", in one cell. */
static void write_list(const struct report *report, const struct report_finding *finding,
                       bool values, FILE *out)
{
    char *text = NULL;
    size_t length = 0;
    FILE *cell = open_memstream(&text, &length);
    if (!cell)
        mem_exhausted();
    struct report_place place;
    for (size_t i = 0, written = 0; i < finding->place_count; i++) {
        report_place(report, finding, i, &place);
        for (size_t f = 0; f < place.field_count + place.derived_count; f++) {
            const struct report_field *field =
                f < place.field_count ? &place.fields[f] : &place.derived[f - place.field_count];
            fputs(written++ ? " | " : "", cell);
            fputs(values ? field->value ? field->value : "" : field->name, cell);
        }
    }
    if (fclose(cell) != 0)
        mem_exhausted();
    csv_cell(out, text);
    free(text);
}

/* What the message cannot say stands behind it in the same cell, so that every report has the same
 * columns. */
static void write_message(const struct report_finding *finding, FILE *out)
{
    char text[MESSAGE_MAX + DETAIL_MAX + 8];
    size_t length = strlen(finding->message);
    if (!finding->detail) {
        csv_cell(out, finding->message);
        return;
    }
    bool sentence = length > 0 && finding->message[length - 1] == '.';
    snprintf(text, sizeof(text), "%.*s: %s.", (int)(sentence ? length - 1 : length),
             finding->message, finding->detail);
    csv_cell(out, text);
}

static void write_line(const struct report *report, const struct report_finding *finding, FILE *out)
{
    const struct check *check = report->check;
    struct report_place place = {0};
    if (finding->place_count)
        report_place(report, finding, 0, &place);
    const char *const cells[] = {finding->code,  finding->severity, finding->level,
                                 finding->stage, finding->subject,  place.table};
    csv_cell(out, check->plugin->plugin->id);
    fprintf(out, ",%d", check->year->year);
    for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
        fputs(",", out);
        csv_cell(out, cells[i]);
    }
    if (place.row)
        fprintf(out, ",%u,%u,", place.row, place.line);
    else if (place.line)
        fprintf(out, ",,%u,", place.line);
    else
        fputs(",,,", out);
    write_list(report, finding, false, out);
    fputs(",", out);
    if (!identity_redacts(report->identity))
        write_list(report, finding, true, out);
    fputs(",", out);
    write_message(finding, out);
    fputs(",", out);
    csv_cell(out, finding->acceptance ? finding->acceptance->reason : NULL);
    fputs(",", out);
    csv_cell(out, place.file);
    fprintf(out, ",%s,%s\r\n", finding->state == STATE_UNKNOWN ? "" : state_name(finding->state),
            finding->id);
}

void report_write_csv(const struct report *report, FILE *out, bool colour)
{
    (void)colour;
    fputs("\xef\xbb\xbf"
          "return,year,code,severity,level,stage,subject,table,row,line,fields,values,message,"
          "note,file,state,id\r\n",
          out);
    struct report_cursor cursor = {0};
    struct report_finding finding;
    while (report_next(report, &cursor, &finding))
        write_line(report, &finding, out);
}
