/* Sheets and cells. */
#include <ctype.h>
#include <errno.h>

#include "xlsx.h"

void book_fail(struct book *book)
{
    if (!book->failure)
        book->failure = errno ? errno : EIO;
}

void silence_begin(struct silence *silence)
{
    *silence = (struct silence){.told = stderr, .nowhere = fmemopen(NULL, 4096, "w")};
    if (silence->nowhere)
        stderr = silence->nowhere;
}

void silence_end(struct silence *silence)
{
    int reason = errno;
    stderr = silence->told;
    if (silence->nowhere)
        fclose(silence->nowhere);
    errno = reason;
}

/* NULL with the reason in errno. */
static lxw_worksheet *make_worksheet(struct book *book, const char *name)
{
    struct silence silence;
    silence_begin(&silence);
    errno = 0;
    lxw_worksheet *worksheet = workbook_add_worksheet(book->workbook, name);
    silence_end(&silence);
    return worksheet;
}

lxw_worksheet *book_add_worksheet(struct book *book, const char *name)
{
    errno = EFBIG;
    bool has_room = !book->failure && book->sheet_count < SHEETS_MAX;
    lxw_worksheet *worksheet = has_room ? make_worksheet(book, name) : NULL;
    if (!worksheet) {
        book_fail(book);
        return NULL;
    }
    book->sheets[book->sheet_count++] = worksheet;
    worksheet_set_landscape(worksheet);
    worksheet_set_paper(worksheet, 9); /* A4 */
    worksheet_fit_to_pages(worksheet, 1, 0);
    return worksheet;
}

static void set_width(lxw_worksheet *worksheet, lxw_col_t column, double width)
{
    lxw_row_col_options hidden = {0};
    hidden.hidden = LXW_TRUE;
    if (width > 0)
        worksheet_set_column(worksheet, column, column, width, NULL);
    else
        worksheet_set_column_opt(worksheet, column, column, LXW_DEF_COL_WIDTH, NULL, &hidden);
}

/* A worksheet for the sheet, with its headings. */
static void open_worksheet(struct tab *tab)
{
    char name[SHEET_NAME_ROOM];
    struct book *book = tab->book;
    if (tab->number > 1)
        snprintf(name, sizeof(name), "%.20s %u", tab->name, tab->number);
    else
        snprintf(name, sizeof(name), "%s", tab->name);
    tab->row = 0;
    tab->worksheet = book_add_worksheet(book, name);
    if (!tab->worksheet)
        return;
    worksheet_freeze_panes(tab->worksheet, 1, 0);
    worksheet_repeat_rows(tab->worksheet, 0, 0);
    for (size_t i = 0; i < tab->column_count; i++) {
        lxw_col_t column = (lxw_col_t)i;
        set_width(tab->worksheet, column, tab->columns[i].width);
        tab_text(tab, i, tab->columns[i].heading, book->looks.heading);
    }
}

static void close_worksheet(struct tab *tab)
{
    if (tab->worksheet && tab->row > 0)
        worksheet_autofilter(tab->worksheet, 0, 0, tab->row, (lxw_col_t)(tab->column_count - 1));
}

void tab_begin(struct tab *tab, struct book *book, const char *name, const struct column *columns,
               size_t column_count)
{
    *tab = (struct tab){
        .book = book, .name = name, .columns = columns, .column_count = column_count, .number = 1};
    open_worksheet(tab);
}

void tab_end(struct tab *tab)
{
    close_worksheet(tab);
}

void tab_next(struct tab *tab)
{
    if (tab->worksheet && ferror(tab->worksheet->optimize_tmpfile))
        book_fail(tab->book);
    if (tab->row + 1 < LXW_ROW_MAX) {
        tab->row++;
        return;
    }
    close_worksheet(tab);
    tab->number++;
    open_worksheet(tab);
    tab->row = 1;
}

void tab_built_text(struct tab *tab, size_t column, lxw_format *look)
{
    if (tab->worksheet)
        worksheet_write_string(tab->worksheet, tab->row, (lxw_col_t)column, tab->book->text.bytes,
                               look);
}

void tab_text(struct tab *tab, size_t column, const char *text, lxw_format *look)
{
    if (!text)
        return;
    cell_text_begin(&tab->book->text);
    cell_text_add(&tab->book->text, text);
    tab_built_text(tab, column, look);
}

void tab_number(struct tab *tab, size_t column, uint32_t number)
{
    if (tab->worksheet)
        worksheet_write_number(tab->worksheet, tab->row, (lxw_col_t)column, number, NULL);
}

void tab_count(struct tab *tab, size_t column, size_t count, lxw_format *look)
{
    if (tab->worksheet)
        worksheet_write_number(tab->worksheet, tab->row, (lxw_col_t)column, (double)count, look);
}

/* Days before 1900 are no dates to Excel; no return has any. */
void tab_day(struct tab *tab, size_t column, sv_day day)
{
    if (!tab->worksheet || day == SV_NONE)
        return;
    struct sv_date date = sv_date_of(day);
    lxw_datetime when = {.year = date.year, .month = date.month, .day = date.day};
    worksheet_write_datetime(tab->worksheet, tab->row, (lxw_col_t)column, &when,
                             tab->book->looks.day);
}

lxw_format *severity_look(const struct book *book, const char *severity)
{
    return severity == severity_name(SV_ERROR) ? book->looks.error : book->looks.query;
}

void capitalised(const char *noun, char *out, size_t size)
{
    snprintf(out, size, "%s", noun);
    out[0] = (char)toupper((unsigned char)out[0]);
}
