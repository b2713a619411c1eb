/* Children who cease to be looked after. */
#include "measures.h"

#define ABOUT .section = SECTION_CEASING, CHILDREN

static int reason_then(const struct sv_context *ctx, const struct sv_row *row)
{
    static const int8_t of_code[REC_code_count] = {
        [REC_X1] = -1,  [REC_E11] = 0,  [REC_E12] = 0, [REC_E45] = 1, [REC_E46] = 1, [REC_E47] = 1,
        [REC_E48] = 1,  [REC_E41] = 2,  [REC_E4A] = 3, [REC_E4B] = 4, [REC_E13] = 5, [REC_E5] = 6,
        [REC_E6] = 7,   [REC_E17] = 8,  [REC_E7] = 9,  [REC_E3] = 10, [REC_E9] = 11, [REC_E14] = 12,
        [REC_E15] = 13, [REC_E16] = 14, [REC_E2] = 15, [REC_E8] = 16};
    (void)ctx;
    return of_code[THE_CHILD->ceased->REC.number];
}

static const char *const reasons[] = {"adopted (E11, E12)",
                                      "special guardianship (E45 to E48)",
                                      "residence or child arrangements order (E41)",
                                      "returned home, planned (E4A)",
                                      "returned home, not planned (E4B)",
                                      "to others without parental responsibility (E13)",
                                      "independent living with support (E5)",
                                      "independent living without support (E6)",
                                      "stayed with carers at 18 (E17)",
                                      "adult social care (E7)",
                                      "another authority took over (E3)",
                                      "sentenced to custody (E9)",
                                      "remand ended (E14)",
                                      "found to be an adult (E15)",
                                      "moved abroad (E16)",
                                      "died (E2)",
                                      "other reason (E8)"};

static int age_then(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return cla_age_band(THE_CHILD, day_of(THE_CHILD->ceased->DEC));
}

static int status_then(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return THE_CHILD->ceased->LS.number;
}

static int placement_then(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return cla_placement_band(THE_CHILD->ceased->PLACE);
}

static const char *const durations[] = {"under 8 weeks",          "8 weeks, under 6 months",
                                        "6 months, under 1 year", "1 year, under 2 years",
                                        "2 years, under 5 years", "5 years or more"};

static int duration_then(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct period *care = THE_CHILD->ceased->care;
    sv_day end = day_of(THE_CHILD->ceased->DEC);
    (void)ctx;
    if (!cla_start_is_known(care) || end < care->start)
        return -1;
    sv_day limits[] = {care->start + 56, sv_add_months(care->start, 6),
                       sv_add_years(care->start, 1), sv_add_years(care->start, 2),
                       sv_add_years(care->start, 5)};
    int band = 0;
    while (band < 5 && end >= limits[band])
        band++;
    return band;
}

/* Placements in the period of care that ended. */
static int placements_then(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct Episodes *last = THE_CHILD->ceased;
    const struct Episodes *before = NULL;
    int count = 0;
    if (!cla_start_is_known(last->care))
        return -1;
    for (const struct Episodes *e = last->care->first; e; e = e == last ? NULL : e->next) {
        if (is_short_break(e) || is_temporary(e))
            continue;
        count += cla_begins_placement(ctx, e, before, false);
        before = e;
    }
    return count > 4 ? 4 : count;
}

static const char *const placement_counts[] = {"temporary only", "1", "2", "3", "4 or more"};
static const char *const times[] = {"once", "twice", "three times or more"};
static const int32_t time_edges[] = {1, 2};

MEASURE(
    Child, ABOUT, FROM_STATISTICS, READS(TABLE_Episodes), .name = "children_ceasing",
    .title = "Children who ceased to be looked after",
    .definition = "Children with an episode that ends in the period with a reason of the list "
                  "other than X1, also when they started again. The last one counts. Placements "
                  "are counted by changes of carer (RNE S, P, B), without temporary ones.",
    .caution = "Duration and placements are known only where the start (RNE S) is in the "
               "return; the return has the episodes of its year.",
    BREAKDOWNS(BY_LABEL(reasons, "reason", reason_then), BY_AGE("age that day", age_then),
               BY_LIST(LS, "legal status", status_then), BY_PLACEMENT("placement", placement_then),
               BY_LABEL(durations, "duration of the period of care", duration_then),
               BY_LABEL(placement_counts, "placements in the period of care", placements_then),
               BY_VALUE(times, time_edges, "ends in the period")))
{
    FOR_EACH (ctx, Episodes, e, row)
        amount->value += ends_care(ctx, e);
    return counted_if(row->ceased);
}

BAND_OF_CODE(reason_of, Episodes, REC)

MEASURE(Episodes, .section = SECTION_CEASING, .unit = "period of care", .units = "periods of care",
        FROM_PRACTICE, .name = "periods_ceasing", .title = "Periods of care ceasing",
        .definition = "Episodes that end in the period with a reason of the list other than X1: "
                      "every end of care of a child.",
        BREAKDOWNS(BY_LIST(REC, "reason", reason_of)))
{
    return counted_if(ends_care(ctx, row));
}

MEASURE(Child, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, READS(TABLE_Episodes),
        .name = "ceased_adopted", .title = "Adopted",
        .definition = "Of the children who ceased to be looked after in the period, those whose "
                      "last reason is adoption (E11, E12).")
{
    return share(row->ceased, row->ceased && is_adopted(row->ceased));
}

static const char *const guardians[] = {"former foster carer, relative or friend (E45)",
                                        "former foster carer, not relative or friend (E46)",
                                        "other carer, relative or friend (E47)",
                                        "other carer, not relative or friend (E48)"};

static int guardian_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return THE_CHILD->ceased->REC.number - REC_E45;
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, READS(TABLE_Episodes),
        .name = "ceased_guardianship", .title = "To special guardianship",
        .definition = "Of the children who ceased to be looked after in the period, those whose "
                      "last reason is a special guardianship order (E45 to E48).",
        BREAKDOWNS(BY_LABEL(guardians, "guardian", guardian_of)))
{
    return share(row->ceased,
                 row->ceased && IS_ANY(row->ceased->REC, REC_E45, REC_E46, REC_E47, REC_E48));
}

MEASURE(Child, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, READS(TABLE_Episodes, TABLE_Header),
        .name = "ceased_at_18", .title = "Aged 18 or over",
        .definition = "Of the children who ceased to be looked after in the period and have a date "
                      "of birth, those who were 18 or over that day.")
{
    bool known = row->ceased && birth_of(row) != SV_NONE;
    return share(known, known && birthday_of(row, 18) <= day_of(row->ceased->DEC));
}
