#include "value.h"

#include <inttypes.h>

#include "population.h"

long share_tenths(uint64_t part, uint64_t whole)
{
    return whole == 0 ? -1 : (long)((2000 * part + whole) / (2 * whole));
}

void share_text(uint64_t part, uint64_t whole, char out[FIGURE_ROOM])
{
    long tenths = share_tenths(part, whole);
    if (tenths < 0)
        snprintf(out, FIGURE_ROOM, "n/a (0 of 0)");
    else
        snprintf(out, FIGURE_ROOM, "%ld.%ld%% (%" PRIu64 " of %" PRIu64 ")", tenths / 10,
                 tenths % 10, part, whole);
}

int64_t quotient_tenths(int64_t number, int64_t by)
{
    int64_t size = number < 0 ? -number : number;
    int64_t tenths = (20 * size + by) / (2 * by);
    return number < 0 ? -tenths : tenths;
}

void quotient_text(int64_t number, int64_t by, char out[FIGURE_ROOM])
{
    if (by <= 0) {
        snprintf(out, FIGURE_ROOM, "n/a");
        return;
    }
    int64_t tenths = quotient_tenths(number, by);
    int64_t size = tenths < 0 ? -tenths : tenths;
    snprintf(out, FIGURE_ROOM, "%s%" PRId64 ".%" PRId64, tenths < 0 ? "-" : "", size / 10,
             size % 10);
}

static void ratio_text(const struct figure *figure, char out[FIGURE_ROOM])
{
    char quotient[FIGURE_ROOM];
    quotient_text(figure->sum, figure->sum_of, quotient);
    snprintf(out, FIGURE_ROOM, "%.40s (%" PRId64 " by %" PRId64 ")", quotient, figure->sum,
             figure->sum_of);
}

void figure_text(const struct figure *figure, char out[FIGURE_ROOM])
{
    switch ((enum sv_measure_kind)figure->measure->kind) {
    case SV_SHARE_OF:
        share_text(figure->counted, figure->among, out);
        break;
    case SV_SUM_OF:
        snprintf(out, FIGURE_ROOM, "%" PRId64, figure->sum);
        break;
    case SV_RATIO_OF:
        ratio_text(figure, out);
        break;
    case SV_QUARTILES_OF:
        if (figure->counted)
            snprintf(out, FIGURE_ROOM, "%d, %d, %d", figure_quartile(figure, 1),
                     figure_quartile(figure, 2), figure_quartile(figure, 3));
        else
            snprintf(out, FIGURE_ROOM, "n/a (0 of 0)");
        break;
    case SV_NUMBER_OF:
    case SV_NOT_IN_RETURN:
        snprintf(out, FIGURE_ROOM, "%zu", figure->counted);
        break;
    }
}

int64_t figure_number(const struct figure *figure)
{
    return figure->measure->kind == SV_SUM_OF ? figure->sum : (int64_t)figure->counted;
}

const struct population *rate_population(const struct summary *summary, const struct figure *figure)
{
    const struct sv_measure *measure = figure->measure;
    if (!summary->populations || !measure->population || figure->skipped)
        return NULL;
    return population_of(summary->populations, measure->population,
                         summary->report->check->period_end);
}
