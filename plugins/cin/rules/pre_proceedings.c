/* Pre-proceedings and family group decision-making, from the collection year 2027 on. */
#include "episode.h"

ROW_RULE(PreProceedingsandFGDM, .code = "9000Q", .severity = SV_QUERY, .first_year = 2027,
         FIELDS(AT(PreProceedingsandFGDM, PPStartDate)),
         REPORTS_UNREADABLE(PreProceedingsandFGDM, PPStartDate),
         .message = "These pre-proceedings have no date on which it was decided to begin them.",
         .why = "The other dates of the record are compared with this one. It is the day of the "
                "legal planning meeting, or of the other forum, that decided on pre-proceedings: "
                "look it up in its minutes. If the day is genuinely not known, leave the field "
                "blank and explain why.",
         FROM_DRAFT_2027)
{
    return !readable(row->PPStartDate);
}

ROW_RULE(PreProceedingsandFGDM, .code = "9005", .severity = SV_ERROR, .first_year = 2027,
         FIELDS(AT(PreProceedingsandFGDM, PPStartDate)),
         .message = "The decision to begin these pre-proceedings is not dated within the census "
                    "period.",
         .why = "Only pre-proceedings that were decided on in the period have their start date in "
                "the return. Check the date, above all its year; leave out pre-proceedings that "
                "began later, as they belong to the next return.",
         FROM_DRAFT_2027)
{
    return outside_period(ctx, row->PPStartDate);
}

ROW_RULE(PreProceedingsandFGDM, .code = "9006", .severity = SV_ERROR, .first_year = 2027,
         FIELDS(AT(PreProceedingsandFGDM, LBPSentDate), AT(PreProceedingsandFGDM, PPStartDate)),
         .message = "The letter before proceedings is dated outside the period or before the "
                    "decision to begin.",
         .why = "The letter tells the parents of the decision, so it is sent on that day or later. "
                "Compare both dates with the letter and the minutes, and leave out the date of a "
                "letter that was sent after the period.",
         FROM_DRAFT_2027)
{
    return outside_period(ctx, row->LBPSentDate) || before(row->LBPSentDate, row->PPStartDate);
}

ROW_RULE(PreProceedingsandFGDM, .code = "9007", .severity = SV_ERROR, .first_year = 2027,
         FIELDS(AT(PreProceedingsandFGDM, FGDMMeetingOffer)),
         .message = "A letter before proceedings was sent, but not whether it offered a family "
                    "meeting.",
         .why = "Once there is a letter, the return must say whether it offered the family a group "
                "decision-making meeting. Read the letter and enter true or false; a blank does "
                "not mean false.",
         FROM_DRAFT_2027)
{
    return readable(row->LBPSentDate) && missing(row->FGDMMeetingOffer);
}

ROW_RULE(PreProceedingsandFGDM, .code = "9008", .severity = SV_ERROR, .first_year = 2027,
         FIELDS(AT(PreProceedingsandFGDM, InitialPPMeetingDate)),
         .message = "The first pre-proceedings meeting is not dated within the census period.",
         .why = "Only a meeting that was held in the period belongs to this return. Take the date "
                "from the minutes, check its year, and leave out the date of a meeting that is "
                "still to come or was held after the period.",
         FROM_DRAFT_2027)
{
    return outside_period(ctx, row->InitialPPMeetingDate);
}

ROW_RULE(PreProceedingsandFGDM, .code = "9009", .severity = SV_ERROR, .first_year = 2027,
         FIELDS(AT(PreProceedingsandFGDM, StepDecisionDate),
                AT(PreProceedingsandFGDM, PPStartDate)),
         .message = "The decision to step up or down is dated outside the period or before "
                    "pre-proceedings began.",
         .why = "Stepping up to care proceedings, or down from pre-proceedings, ends what the "
                "start date began, so it cannot come first. Compare both dates with the minutes, "
                "and leave out a decision that was taken after the period.",
         FROM_DRAFT_2027)
{
    return outside_period(ctx, row->StepDecisionDate) ||
           before(row->StepDecisionDate, row->PPStartDate);
}

ROW_RULE(PreProceedingsandFGDM, .code = "9010Q", .severity = SV_QUERY, .first_year = 2027,
         FIELDS(AT(PreProceedingsandFGDM, FGDMMeetingFac)),
         .message = "The family was offered a meeting, but the return does not say whether it was "
                    "held.",
         .why = "An offer alone does not show whether families take it up. Enter true if the "
                "meeting was held during pre-proceedings, false if not. If it is genuinely still "
                "open at the end of the period, explain it.",
         FROM_DRAFT_2027)
{
    return is_true(row->FGDMMeetingOffer) && missing(row->FGDMMeetingFac);
}

ROW_RULE(PreProceedingsandFGDM, .code = "9011", .severity = SV_ERROR, .first_year = 2027,
         FIELDS(AT(PreProceedingsandFGDM, PPOutcome)),
         .message = "The outcome of these pre-proceedings is not one of the codes A, B and C.",
         .why = "The outcome is a single capital letter; it may be left out while it is not known. "
                "Check how the export turns the outcome of the case system into a code, and "
                "whether it sends a small letter or the words.",
         FROM_DRAFT_2027)
{
    return present(row->PPOutcome) && !in_list(ctx, row->PPOutcome, &PPOutcome_list);
}

ROW_RULE(PreProceedingsandFGDM, .code = "9012", .severity = SV_ERROR, .first_year = 2027,
         FIELDS(AT(PreProceedingsandFGDM, CourtAppDate),
                AT(PreProceedingsandFGDM, StepDecisionDate)),
         .message = "The court application is dated outside the period or before the decision to "
                    "step up or down.",
         .why = "The application follows the decision to step up, on that day or later. Take its "
                "date from the court papers and compare it with the decision; leave out an "
                "application that was made after the period.",
         FROM_DRAFT_2027)
{
    return outside_period(ctx, row->CourtAppDate) ||
           before(row->CourtAppDate, row->StepDecisionDate);
}

ROW_RULE(PreProceedingsandFGDM, .code = "9013", .severity = SV_ERROR, .first_year = 2027,
         FIELDS(AT(PreProceedingsandFGDM, LetterInitCPDate),
                AT(PreProceedingsandFGDM, CourtAppDate)),
         .message = "The letter on care proceedings is dated outside the period or before the "
                    "court application.",
         .why = "The letter tells the parents or guardians that care proceedings begin, so it is "
                "sent on the day of the application or later. Compare both dates with the letter "
                "and the court papers, and leave out a letter that was sent after the period.",
         FROM_DRAFT_2027)
{
    return outside_period(ctx, row->LetterInitCPDate) ||
           before(row->LetterInitCPDate, row->CourtAppDate);
}

ROW_RULE(PreProceedingsandFGDM, .code = "9015Q", .severity = SV_QUERY, .first_year = 2027,
         FIELDS(AT(PreProceedingsandFGDM, ReviewMeetingsCount)),
         .message = "A first pre-proceedings meeting was held, but the number of review meetings "
                    "is missing.",
         .why = "The number shows how closely the case was followed up. Count the meetings after "
                "the first one and enter 0 if there was none; do not leave it blank. If the "
                "number is genuinely not known, explain it.",
         FROM_DRAFT_2027)
{
    return readable(row->InitialPPMeetingDate) && missing(row->ReviewMeetingsCount);
}
