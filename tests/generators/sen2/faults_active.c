/* Faults in active plans: transfers, reviews, moves to another phase; and in needs. */
#include "faults.h"

#define SECOND_NEED " +SENneed SENneed.1.SENtype=SLCN "

static const struct fault faults[] = {
    FAULT("701", "no active plan", ACTIVE, 9, "-ActivePlans.0"),
    FAULT("702", "no named plan", CONCEDED, 9, "-NamedPlan.0"),
    FAULT("703", "transferred and decided here", ISSUED, 9, "ActivePlans.0.TransferLA=886"),
    FAULT("704", "transferred from the same authority", TRANSFERRED, 9,
          "ActivePlans.0.TransferLA=%AUTHORITY"),
    IN_YEARS(2024, 0, "706", "no review decision", ACTIVE, 9,
             "ActivePlans.0.LastReview= ActivePlans.0.ReviewOutcome="),
    IN_YEARS(2025, 0, "707", "no review meeting", ACTIVE, 9, "ActivePlans.0.ReviewMeeting="),
    IN_YEARS(2024, 0, "708", "no outcome of the review", ACTIVE, 9, "ActivePlans.0.ReviewOutcome="),
    IN_YEARS(2024, 0, "709", "review outcome without a date", TRANSFERRED, 9,
             "ActivePlans.0.ReviewOutcome=M"),
    IN_YEARS(2024, 0, "710", "review decided before the meeting", ACTIVE, 9,
             "ActivePlans.0.LastReview=@ActivePlans.0.ReviewMeeting-3"),
    IN_YEARS(2024, 0, "711", "review decided after four weeks and a day", ACTIVE, 9,
             "ActivePlans.0.LastReview=@ActivePlans.0.ReviewMeeting+29"),
    FAULT("712", "reviewed before it began", ISSUED, 9,
          "ActivePlans.0.LastReview=@NamedPlan.0.StartDate-10 ActivePlans.0.ReviewOutcome=M"),
    IN_YEARS(2024, 0, "712", "review meeting before it began", ISSUED, 9,
             "ActivePlans.0.ReviewMeeting=@NamedPlan.0.StartDate-1"),
    FAULT("713", "review to come", ACTIVE, 9,
          "ActivePlans.0.LastReview=2062-03-01 ActivePlans.0.ReviewMeeting=2062-02-20"),
    IN_YEARS(2024, 0, "714", "review before the period", ACTIVE, 9,
             "ActivePlans.0.LastReview=@PS-10 ActivePlans.0.ReviewMeeting=@PS-20"),
    IN_YEARS(2025, 0, "715", "draft of an unchanged plan", ACTIVE, 9,
             "ActivePlans.0.ReviewDraft=@ActivePlans.0.LastReview"),
    IN_YEARS(2026, 0, "716", "no draft of an amended plan", ACTIVE, 9,
             "ActivePlans.0.ReviewOutcome=A"),
    IN_YEARS(2025, 0, "717", "draft before the meeting", ACTIVE, 9,
             "ActivePlans.0.ReviewOutcome=A "
             "ActivePlans.0.ReviewDraft=@ActivePlans.0.ReviewMeeting-5"),
    IN_YEARS(2025, 0, "718", "draft to come", ACTIVE, 9,
             "ActivePlans.0.ReviewOutcome=A ActivePlans.0.ReviewDraft=2062-03-01"),
    IN_YEARS(2024, 0, "719", "still active seven months after the decision", ACTIVE, 9,
             "ActivePlans.0.ReviewOutcome=C ActivePlans.0.LastReview=@CD-212 "
             "ActivePlans.0.ReviewMeeting=@CD-220"),
    IN_YEARS(2025, 0, "720", "final plan without a due date", ACTIVE, 9,
             "ActivePlans.0.PhaseTransferFinalDate=@CD-20"),
    IN_YEARS(2025, 0, "721", "due on another day", ACTIVE, 9,
             "ActivePlans.0.PhaseTransferDueDate=@FEB0+1"),
    IN_YEARS(2025, 0, "722", "due three years ago", ACTIVE, 9,
             "ActivePlans.0.PhaseTransferDueDate=@MAR3"),
    IN_YEARS(2025, 0, "723", "final plan to come", ACTIVE, 9,
             "ActivePlans.0.PhaseTransferDueDate=@FEB0 "
             "ActivePlans.0.PhaseTransferFinalDate=2062-03-01"),
    IN_YEARS(2025, 0, "724", "final plan late", ACTIVE, 9,
             "ActivePlans.0.PhaseTransferDueDate=@FEB1 "
             "ActivePlans.0.PhaseTransferFinalDate=@FEB1+10"),
    IN_YEARS(2026, 0, "725", "no due date in Year 6", ACTIVE, 11,
             "ActivePlans.0.PhaseTransferDueDate="),
    IN_YEARS(2026, 0, "725", "no due date in Year 11", ACTIVE, 16,
             "ActivePlans.0.PhaseTransferDueDate="),

    FAULT("851", "no need", ISSUED, 9, "-SENneed.0"),
    FAULT("852", "three needs", ISSUED, 9,
          SECOND_NEED "SENneed.1.SENtypeRank=2 +SENneed SENneed.2.SENtype=HI "
                      "SENneed.2.SENtypeRank=2"),
    FAULT("853", "need without a type", ISSUED, 9, "+SENneed SENneed.1.SENtypeRank=2"),
    FAULT("854", "need without a rank", ISSUED, 9, SECOND_NEED),
    FAULT("855", "secondary need only", ISSUED, 9, "SENneed.0.SENtypeRank=2"),
    FAULT("855", "two primary needs", ISSUED, 12, SECOND_NEED "SENneed.1.SENtypeRank=1"),
    FAULT("856", "one need twice", ISSUED, 9,
          "+SENneed SENneed.1.SENtype=&SENneed.0.SENtype SENneed.1.SENtypeRank=2"),
};

const struct fault_list active_plan_faults = {faults, COUNT_OF(faults)};
