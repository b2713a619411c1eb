/* The report as a workbook for Excel, LibreOffice and the like. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "file.h"
#include "xlsx.h"

/* Parts of a workbook beyond this need an extension of the zip format that not every program reads.
 * A little below 4 GiB: the frame of the sheet comes on top. */
#define PLAIN_ZIP_MAX UINT64_C(4000000000)

#define DARK_RED 0x9c0006
#define DARK_AMBER 0x7f4f00
#define DARK_GREEN 0x006100
#define PALE_BLUE 0xdce6f1

static lxw_format *coloured(lxw_workbook *workbook, lxw_color_t colour)
{
    lxw_format *format = workbook_add_format(workbook);
    format_set_font_color(format, colour);
    return format;
}

static void make_looks(struct looks *looks, lxw_workbook *workbook)
{
    *looks = (struct looks){.heading = workbook_add_format(workbook),
                            .title = workbook_add_format(workbook),
                            .label = workbook_add_format(workbook),
                            .error = coloured(workbook, DARK_RED),
                            .query = coloured(workbook, DARK_AMBER),
                            .fine = coloured(workbook, DARK_GREEN),
                            .wrapped = workbook_add_format(workbook),
                            .count = workbook_add_format(workbook),
                            .total = workbook_add_format(workbook),
                            .day = workbook_add_format(workbook)};
    format_set_bold(looks->heading);
    format_set_bg_color(looks->heading, PALE_BLUE);
    format_set_bottom(looks->heading, LXW_BORDER_THIN);
    format_set_bold(looks->title);
    format_set_font_size(looks->title, 16);
    format_set_bold(looks->label);
    format_set_text_wrap(looks->wrapped);
    format_set_align(looks->wrapped, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(looks->count, "#,##0");
    format_set_num_format(looks->total, "#,##0");
    format_set_align(looks->total, LXW_ALIGN_LEFT);
    format_set_num_format(looks->day, "d mmm yyyy");
    format_set_align(looks->day, LXW_ALIGN_LEFT);
}

/* The same return gives the same bytes: the workbook was made on the day that counts as today. */
static void set_properties(const struct book *book)
{
    char title[128];
    snprintf(title, sizeof(title), "%s", book->title);
    time_t made = (time_t)book->report->check->today * 86400;
    /* 0 would be the clock */
    lxw_doc_properties properties = {.title = title, .created = made ? made : 1};
    workbook_set_properties(book->workbook, &properties);
}

/* Sizes of what was written to the sheets; libxlsxwriter does not look whether it could be. */
static void measure(struct book *book, uint64_t sizes[SHEETS_MAX])
{
    for (size_t i = 0; i < book->sheet_count; i++) {
        FILE *lines = book->sheets[i]->optimize_tmpfile;
        lxw_worksheet_write_single_row(book->sheets[i]); /* the last one is not written yet */
        errno = ENOSPC; /* unless it fails just now, the reason is not known any more */
        if (fflush(lines) != 0 || ferror(lines))
            book_fail(book);
        long size = ftell(lines);
        sizes[i] = size > 0 ? (uint64_t)size : 0;
        if (sizes[i] > PLAIN_ZIP_MAX)
            book->workbook->options.use_zip64 = LXW_TRUE;
    }
}

static void close_workbook(struct book *book)
{
    struct silence silence;
    if (book->sheet_count == 0) { /* libxlsxwriter would make one, and crash when that fails, too */
        lxw_workbook_free(book->workbook);
        return;
    }
    silence_begin(&silence);
    errno = 0;
    if (workbook_close(book->workbook) != LXW_NO_ERROR)
        book_fail(book);
    silence_end(&silence);
}

/* Makes the workbook in a file without a name. */
static void make(struct book *book, void (*sheets)(struct book *book, const void *content),
                 const void *content, int scratch, char *folder)
{
    static uint64_t sizes[SHEETS_MAX];
    char path[64];
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = folder};
    snprintf(path, sizeof(path), "/proc/self/fd/%d", scratch);
    book->workbook = workbook_new_opt(path, &options);
    if (!book->workbook)
        mem_exhausted();
    make_looks(&book->looks, book->workbook);
    set_properties(book);
    sheets(book, content);
    measure(book, sizes);
    close_workbook(book);
    if (!book->failure && !xlsx_is_whole(scratch, sizes, book->sheet_count)) {
        errno = ENOSPC; /* why else should something be missing */
        book_fail(book);
    }
}

int workbook_make(const struct report *report, const char *title,
                  void (*sheets)(struct book *book, const void *content), const void *content,
                  FILE *out)
{
    char folder[PATH_MAX];
    struct book *book = mem_new(1, sizeof(*book));
    book->report = report;
    book->title = title;
    xlsx_folder(out, folder);
    int scratch = xlsx_scratch(folder);
    if (scratch >= 0)
        make(book, sheets, content, scratch, folder);
    else
        book_fail(book);
    if (!book->failure && !xlsx_copy(scratch, out))
        book_fail(book);
    if (scratch >= 0)
        close(scratch);
    int failure = book->failure;
    free(book);
    return failure;
}

static void write_sheets(struct book *book, const void *content)
{
    const struct report *report = content;
    tally_begin(&book->tally, report);
    xlsx_summary(book);
    xlsx_findings(book);
    xlsx_subjects(book);
    xlsx_rules(book);
    xlsx_not_run(book);
    xlsx_rows_read(book);
    if (report->acceptances)
        xlsx_acceptances(book);
    if (report->baseline)
        xlsx_fixed(book);
    tally_free(&book->tally);
}

void report_write_xlsx(const struct report *report, FILE *out, bool colour)
{
    (void)colour;
    int failure = workbook_make(report, "What statval found", write_sheets, report, out);
    if (failure && report->failure)
        *report->failure = failure;
}
