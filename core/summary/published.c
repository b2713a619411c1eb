#include "published.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../base/calendar.h"
#include "../input/user_csv.h"
#include "value.h"

enum column { MEASURE_NAME, PERIOD, VALUE, SOURCE, COLUMN_COUNT };

static const char *const columns[COLUMN_COUNT] = {"measure", "period", "value", "source"};

static const struct user_csv_format format = {
    .what = "published figures",
    .columns = columns,
    .column_count = COLUMN_COUNT,
    .required = 1U << MEASURE_NAME | 1U << PERIOD | 1U << VALUE,
    .needed = "the columns measure, period and value are needed"};

static bool take_line(struct user_csv_line *line, void *context)
{
    struct published_list *all = context;
    struct published published = {.measure = user_csv_cell(line, MEASURE_NAME),
                                  .period = user_csv_cell(line, PERIOD),
                                  .value = user_csv_cell(line, VALUE),
                                  .source = user_csv_cell(line, SOURCE),
                                  .line = user_csv_number(line)};
    if (!published.measure[0] && !published.value[0])
        return true;
    if (!published.measure[0] || !published.period[0] || !published.value[0])
        return user_csv_refuse(line, "a figure needs a measure, a period and a value.");
    struct published *place =
        mem_grow((void **)&all->list, &all->capacity, all->count++, sizeof(*place));
    *place = published;
    return true;
}

bool published_read(struct published_list *list, const char *path, struct error *error)
{
    *list = (struct published_list){.path = path};
    return user_csv_read(path, &format, &list->texts, take_line, list, error);
}

void published_free(struct published_list *list)
{
    free(list->list);
    arena_free(&list->texts);
}

/* Whether the period of a published figure is that of ours. */
static bool period_fits(const struct summary *summary, const struct figure *figure,
                        const char *text)
{
    const struct check *check = summary->report->check;
    bool at_end = figure->measure->at_end;
    size_t length = strlen(text);
    if (length == 4)
        return strtol(text, NULL, 10) == check->year->year;
    if (length == 10)
        return at_end && calendar_parse(text, length) == figure->last;
    return !at_end && length == 22 && strncmp(text + 10, "..", 2) == 0 &&
           calendar_parse(text, 10) == check->period_start &&
           calendar_parse(text + 12, 10) == check->period_end;
}

/* What a symbol means; NULL: it is none. */
static const char *symbol_meaning(const char *text)
{
    static const char *const symbols[][2] = {{"c", "suppressed"},
                                             {"z", "not applicable"},
                                             {"x", "not available"},
                                             {"k", "low, rounds to 0"}};
    for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); i++) {
        if (strcmp(text, symbols[i][0]) == 0)
            return symbols[i][1];
    }
    return NULL;
}

/* A number in tenths, e.g. "1,234", "22.6" or "22.6%". False: it is none. */
static bool read_tenths(const char *text, int64_t *tenths, bool *percent)
{
    int64_t number = 0;
    bool digits = false;
    for (; (*text >= '0' && *text <= '9') || *text == ','; text++) {
        digits = digits || *text != ',';
        if (*text != ',' && number < INT32_MAX)
            number = number * 10 + (*text - '0');
    }
    number *= 10;
    if (*text == '.' && text[1] >= '0' && text[1] <= '9') {
        number += text[1] - '0';
        text += 2;
    }
    *percent = *text == '%';
    *tenths = number;
    return digits && text[*percent] == '\0';
}

/* Our figure in tenths; false when it is no single number. */
static bool figure_tenths(const struct figure *figure, int64_t *tenths)
{
    switch ((enum sv_measure_kind)figure->measure->kind) {
    case SV_SHARE_OF:
        *tenths = share_tenths(figure->counted, figure->among);
        return figure->among > 0;
    case SV_NUMBER_OF:
        *tenths = (int64_t)figure->counted * 10;
        return true;
    case SV_SUM_OF:
        *tenths = figure->sum * 10;
        return true;
    case SV_RATIO_OF:
        if (figure->sum_of <= 0)
            return false;
        *tenths = quotient_tenths(figure->sum, figure->sum_of);
        return true;
    case SV_QUARTILES_OF:
    case SV_NOT_IN_RETURN:
        break;
    }
    return false;
}

static const char *why_no_number(const struct figure *figure)
{
    return !figure->skipped && figure->measure->kind == SV_QUARTILES_OF
               ? "the figure here is three quartiles"
               : "there is no figure here";
}

static void write_difference(int64_t difference, bool share, bool ratio, char *out)
{
    if (difference == 0)
        snprintf(out, AGREEMENT_ROOM, "agrees");
    else if (share || ratio || difference % 10 != 0)
        snprintf(out, AGREEMENT_ROOM, "differs by %+.1f%s", (double)difference / 10,
                 share ? " percentage points" : "");
    else
        snprintf(out, AGREEMENT_ROOM, "differs by %+" PRId64, difference / 10);
}

void published_compare(const struct summary *summary, const struct figure *figure,
                       const struct published *published, char out[AGREEMENT_ROOM])
{
    const struct sv_measure *measure = figure->measure;
    const char *symbol = symbol_meaning(published->value);
    int64_t theirs;
    int64_t ours;
    bool percent;
    bool share = measure->kind == SV_SHARE_OF;
    if (figure->skipped || !figure_tenths(figure, &ours))
        snprintf(out, AGREEMENT_ROOM, "not comparable: %s", why_no_number(figure));
    else if (symbol)
        snprintf(out, AGREEMENT_ROOM, "not comparable: %s", symbol);
    else if (!period_fits(summary, figure, published->period))
        snprintf(out, AGREEMENT_ROOM, "not comparable: of another period");
    else if (!read_tenths(published->value, &theirs, &percent))
        snprintf(out, AGREEMENT_ROOM, "not comparable: no number");
    else if (percent != share)
        snprintf(out, AGREEMENT_ROOM, "not comparable: %s",
                 share ? "the figure here is a share" : "the figure here is no share");
    else
        write_difference(ours - theirs, share, measure->kind == SV_RATIO_OF, out);
}
