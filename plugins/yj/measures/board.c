/* Indicator 8: who attended the management board. */
#include "measures.h"

#define ABOUT                                                                                      \
    .section = SECTION_BOARD, .unit = "attendance a sector", .units = "attendances a sector",      \
    INDICATOR,                                                                                     \
    .source = "The Youth Justice Board's template of quarterly totals, as its public "             \
              "reporting code reads it, August 2026"

#define FIVE_SECTORS                                                                               \
    "children's social care, education, police, probation and health, divided by these five for "  \
    "each row of that kind. "

#define MEETINGS                                                                                   \
    "With more than one meeting in the period it can pass 1: read it with the places taken."

enum { SECTORS = 5 };

struct attendance {
    struct sv_value attended;
    struct sv_value not_attended;
};

static struct attendance attendance_of(const struct board *row, int sector)
{
    const struct attendance all[SECTORS] = {
        {row->ChildrensSocialCareAttended, row->ChildrensSocialCareNotAttended},
        {row->EducationAttended, row->EducationNotAttended},
        {row->PoliceAttended, row->PoliceNotAttended},
        {row->ProbationAttended, row->ProbationNotAttended},
        {row->HealthAttended, row->HealthNotAttended}};
    return all[sector];
}

/* More attendances than there can be are cut off, so that those of all sectors can be added up. */
#define ATTENDANCES_MAX (INT32_MAX / (2 * SECTORS))

static int32_t number_of(struct sv_value v)
{
    int32_t number = readable(v) ? v.number : 0;
    return number < ATTENDANCES_MAX ? number : ATTENDANCES_MAX;
}

/* Attendances of the five sectors, by the sectors. A row without any number tells nothing. */
static enum sv_part count_attendances(const struct board *row, int type, struct sv_amount *amount)
{
    bool told = false;
    if (!is_code(row->RowType, type))
        return SV_APART;
    for (int sector = 0; sector < SECTORS; sector++) {
        struct attendance attendance = attendance_of(row, sector);
        told = told || readable(attendance.attended);
        amount->value += number_of(attendance.attended);
    }
    amount->of = SECTORS;
    return counted_if(told);
}

static uint64_t sectors_there(const struct sv_context *ctx, const struct sv_row *row)
{
    uint64_t sectors = 0;
    (void)ctx;
    for (int sector = 0; sector < SECTORS; sector++) {
        if (number_of(attendance_of((const struct board *)row, sector).attended) > 0)
            sectors |= UINT64_C(1) << sector;
    }
    if (number_of(((const struct board *)row)->OtherAttended) > 0)
        sectors |= UINT64_C(1) << SECTORS;
    return sectors;
}

static const char *const sector_names[] = {
    "children's social care",   "education", "police", "probation", "health",
    "other (not in the figure)"};

#define BY_SECTOR BY_EACH(sector_names, "sector that attended", sectors_there)

MEASURE(board, ABOUT, .kind = SV_RATIO_OF, .name = "board_senior",
        .title = "Senior partners attending, of five sectors (KPI 8)",
        .definition = "Attendances of senior partners of " FIVE_SECTORS "Other partners are left "
                      "out.",
        .caution = MEETINGS, BREAKDOWNS(BY_SECTOR))
{
    return count_attendances(row, BoardRow_SENIOR_PARTNER, amount);
}

MEASURE(board, .section = SECTION_BOARD, .unit = "place at meetings", .units = "places at meetings",
        INDICATOR, FROM_STATVAL, .kind = SV_RATIO_OF, .name = "board_senior_places",
        .title = "Places of senior partners that were taken",
        .definition = "Attendances of senior partners of the five sectors, divided by their "
                      "attendances and absences. A sector for which one of the two is missing is "
                      "left out.")
{
    amount->of = 0;
    if (!is_code(row->RowType, BoardRow_SENIOR_PARTNER))
        return SV_APART;
    for (int sector = 0; sector < SECTORS; sector++) {
        struct attendance attendance = attendance_of(row, sector);
        if (!both_readable(attendance.attended, attendance.not_attended))
            continue;
        amount->value += number_of(attendance.attended);
        amount->of += number_of(attendance.attended) + number_of(attendance.not_attended);
    }
    return counted_if(amount->of > 0);
}

MEASURE(board, ABOUT, .kind = SV_RATIO_OF, .name = "board_delegated",
        .title = "Delegated partners attending, of five sectors",
        .definition = "Attendances of delegated or non-senior partners of " FIVE_SECTORS,
        .caution = MEETINGS, BREAKDOWNS(BY_SECTOR))
{
    return count_attendances(row, BoardRow_DELEGATED_PARTNER, amount);
}

MEASURE(board, ABOUT, .kind = SV_RATIO_OF, .name = "board_new",
        .title = "New partners attending, of five sectors",
        .definition = "Of those who attended, new partners of " FIVE_SECTORS, .caution = MEETINGS,
        BREAKDOWNS(BY_SECTOR))
{
    return count_attendances(row, BoardRow_NEW_PARTNER, amount);
}
