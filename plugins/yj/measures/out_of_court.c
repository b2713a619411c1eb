/* Indicator 6: out-of-court disposals and whether they were completed. */
#include "measures.h"

#define ABOUT .section = SECTION_OUT_OF_COURT, INDICATOR_OF_CASES, FROM_CODE, .kind = SV_SHARE_OF

#define ONE_ROW_A_CHILD                                                                            \
    "An older version of the national code took one disposal a child, by its most serious "        \
    "outcome."

/* Whether a child has such a disposal that was completed, or was not; of one legal outcome (number
 * + 1), or of any (0). */
struct disposals {
    bool any;
    bool completed;
    bool not_completed;
};

static struct disposals disposals_of(const struct sv_context *ctx, const struct person *child,
                                     uint8_t outcome)
{
    struct disposals all = {false, false, false};
    FOR_EACH (ctx, programme, programme, child) {
        if (!programme->police_outcome || (outcome && programme->police_outcome != outcome))
            continue;
        all.any = true;
        all.completed = all.completed || is_true(programme->KPI6SuccessfullyCompleted);
        all.not_completed = all.not_completed || is_false(programme->KPI6SuccessfullyCompleted);
    }
    return all;
}

MEASURE(person, ABOUT, CHILDREN_COUNTED, .name = "oocd_completed",
        .title = "Children who completed an out-of-court disposal (KPI 6)",
        .definition =
            "Of the children with a programme for an out-of-court disposal that ended in the "
            "period and carries out a police outcome in force that has a type of order in the "
            "indicators, made while the child lived locally, at 10 to 17 as it began, those with "
            "one that was successfully completed.",
        .caution = ONE_ROW_A_CHILD, BREAKDOWNS(BY_SEX, BY_ETHNIC_GROUP))
{
    struct disposals disposals = disposals_of(ctx, row, 0);
    return share(disposals.any, disposals.completed);
}

MEASURE(person, ABOUT, CHILDREN_COUNTED, .name = "oocd_not_completed",
        .title = "Children who did not complete one",
        .definition =
            "Of the children with a programme for an out-of-court disposal that ended in the "
            "period (oocd_completed), those with one that was not successfully completed. A "
            "child with several may be in both figures; without an answer it is in neither.",
        .caution = ONE_ROW_A_CHILD)
{
    struct disposals disposals = disposals_of(ctx, row, 0);
    return share(disposals.any, disposals.not_completed);
}

static int outcome_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return ((const struct programme *)row)->police_outcome - 1;
}

#define BY_OUTCOME BY_LIST(LegalOutcome, "outcome", outcome_of EACH_OF_ITS_OWN)

/* The first programme of the child with its outcome stands for all of them. */
static bool stands_for_child(const struct sv_context *ctx, const struct programme *programme)
{
    if (!programme->police_outcome)
        return false;
    FOR_EACH (ctx, programme, other, child_of(programme)) {
        if (other->police_outcome == programme->police_outcome)
            return other == programme;
    }
    return false;
}

MEASURE(programme, ABOUT, .unit = "child and outcome", .units = "children and outcomes",
        .name = "oocd_completed_by_outcome", .title = "Completed, by outcome",
        .definition =
            "Of the pairs of a child with an out-of-court disposal that counts (oocd_completed) "
            "and its outcome, those with a programme for it that was successfully completed. Where "
            "a programme carries out several outcomes, the most serious counts.",
        BREAKDOWNS(BY_OUTCOME))
{
    bool stands = stands_for_child(ctx, row);
    return share(stands, stands && disposals_of(ctx, child_of(row), row->police_outcome).completed);
}

MEASURE(
    programme, ABOUT, .unit = "child and outcome", .units = "children and outcomes",
    .name = "oocd_not_completed_by_outcome", .title = "Not completed, by outcome",
    .definition =
        "Of the pairs of a child with an out-of-court disposal that counts (oocd_completed) and "
        "its outcome, those with a programme for the outcome that was not successfully completed.",
    BREAKDOWNS(BY_OUTCOME))
{
    bool stands = stands_for_child(ctx, row);
    return share(stands,
                 stands && disposals_of(ctx, child_of(row), row->police_outcome).not_completed);
}

MEASURE(programme, ABOUT, .unit = "programme", .units = "programmes",
        .name = "oocd_programmes_completed", .title = "Programmes completed",
        .definition = "Of the programmes for out-of-court disposals that count (oocd_completed), "
                      "those that were successfully completed.",
        BREAKDOWNS(BY_OUTCOME))
{
    return share(row->police_outcome, is_true(row->KPI6SuccessfullyCompleted));
}
