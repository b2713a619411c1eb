/* Children looked after: how many, since when, and who they are. */
#include "measures.h"

#define ABOUT .section = SECTION_CARE, CHILDREN, READS(TABLE_Episodes)
#define ABOUT_UASC .section = SECTION_CARE, CHILDREN, READS(TABLE_Episodes, TABLE_UASC)

/* What the episodes of a period of care say of its start and end in the period. */
struct said {
    uint32_t starts;
    uint32_t ends;
    bool unreadable; /* an end date cannot be read */
};

static struct said said_of(const struct sv_context *ctx, const struct period *care)
{
    struct said said = {0, 0, false};
    for (const struct Episodes *e = care->first; e; e = e == care->last ? NULL : e->next) {
        said.starts += begins_care(ctx, e);
        said.ends += ends_care(ctx, e);
        said.unreadable = said.unreadable || (e->care && is_no_date(e->DEC));
    }
    return said;
}

static bool is_day_in_period(const struct sv_context *ctx, sv_day day)
{
    return is_between(day, ctx->period_start, ctx->period_end);
}

STOCK(Episodes, .name = "periods_of_care", .title = "Periods of care", .units = "periods of care",
      .definition =
          "From the start of its first episode to the end of its last one, without short breaks "
          "(V3, V4); episodes belong together that follow each other without a day between. It is "
          "broken when the reasons RNE and REC do not say the same: no S where it starts, no "
          "reason for leaving where it ends, either of them elsewhere.")
{
    const struct period *care = row->care;
    if (!care || care->first != row)
        return false;
    struct said said = said_of(ctx, care);
    *stay = (struct sv_stay){care->start, care->end, said.unreadable};
    if (said.starts != is_day_in_period(ctx, care->start) ||
        said.ends != is_day_in_period(ctx, care->end))
        stay->unclear = true;
    return true;
}

static int age_at_end(const struct sv_context *ctx, const struct sv_row *row)
{
    return cla_age_band(THE_CHILD, ctx->period_end);
}

static int sex_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct Header *header = THE_CHILD->header;
    (void)ctx;
    return header ? header->SEX.number : -1;
}

static int ethnicity_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct Header *header = THE_CHILD->header;
    (void)ctx;
    return header ? header->ETHNIC.number : -1;
}

static int need_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return THE_CHILD->open31->CIN.number;
}

static int status_of(const struct sv_context *ctx, const struct sv_row *row)
{
    static const int8_t of_code[LS_code_count] = {
        [LS_C1] = 0, [LS_C2] = 1, [LS_D1] = 2, [LS_E1] = 3, [LS_V2] = 4,  [LS_L1] = 5, [LS_L2] = 5,
        [LS_L3] = 5, [LS_J1] = 6, [LS_J2] = 6, [LS_J3] = 6, [LS_V3] = -1, [LS_V4] = -1};
    struct sv_value status = THE_CHILD->open31->LS;
    (void)ctx;
    return readable(status) ? of_code[status.number] : -1;
}

static const char *const statuses[] = {"interim care order (C1)",
                                       "full care order (C2)",
                                       "freeing order (D1)",
                                       "placement order (E1)",
                                       "voluntary agreement, section 20 (V2)",
                                       "detained for child protection (L1 to L3)",
                                       "youth justice (J1 to J3)"};

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "looked_after_at_end", .at_end = true,
        .title = "Looked after at the end of the period", .population = "0-17", .per = 10000,
        .definition =
            "Children with an episode that began until the last day of the period and had not "
            "ended when it was over. Need and legal status are those of the last such episode.",
        BREAKDOWNS(BY_AGE("age at the end of the period", age_at_end), BY_LIST(SEX, "sex", sex_of),
                   BY_LIST(ETHNIC, "ethnicity", ethnicity_of),
                   BY_LIST(CIN, "category of need", need_of),
                   BY_LABEL(statuses, "legal status", status_of)))
{
    return counted_if(looked_after_at_end(row));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "looked_after_any_time",
        .title = "Looked after at any time in the period",
        .definition = "Children with an episode that began until the end of the period and did not "
                      "end before it began.",
        BREAKDOWNS(BY_AGE("age at the end of the period", age_at_end)))
{
    return counted_if(row->in_care);
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "looked_after_12_months", .at_end = true,
        .title = "Looked after for 12 months or more",
        .definition = "Children looked after at the end of the period and, without a break, since "
                      "its first day: no short break, no start after that day and no end of care.")
{
    return counted_if(looked_after_at_end(row) && looked_after_all_year(row));
}

MEASURE(Child, ABOUT_UASC, FROM_READING, .name = "uasc_at_end", .at_end = true,
        .title = "Unaccompanied asylum-seeking children",
        .definition = "Children looked after at the end of the period who are unaccompanied asylum "
                      "seekers: a record of UASC (in XML the flag), and no DUC until that day.",
        BREAKDOWNS(BY_AGE("age at the end of the period", age_at_end), BY_LIST(SEX, "sex", sex_of)))
{
    return counted_if(cla_is_uasc_at_end(ctx, row));
}

MEASURE(Child, ABOUT_UASC, FROM_PRACTICE, .name = "section20_not_uasc", .at_end = true,
        .title = "Under section 20, not unaccompanied asylum seekers",
        .definition = "Children looked after at the end of the period with legal status V2 who do "
                      "not count as unaccompanied asylum-seeking children that day.",
        .caution = "A local indicator, not in the statistics.")
{
    return counted_if(looked_after_at_end(row) && is_code(row->open31->LS, LS_V2) &&
                      row->uasc >= 0 && !cla_is_uasc_at_end(ctx, row));
}

MEASURE(
    Child, ABOUT, FROM_READING, .kind = SV_SHARE_OF, .name = "care_start_unknown", .at_end = true,
    .title = "Start of the period of care not in the return",
    .definition = "Of the children looked after at the end of the period, those whose period of "
                  "care has a first episode in the return that is no start (RNE other than S).",
    .caution = "The return has the episodes of its year only. How long these children have been "
               "looked after it cannot say.")
{
    return share(looked_after_at_end(row),
                 looked_after_at_end(row) && !cla_start_is_known(row->open31->care));
}
