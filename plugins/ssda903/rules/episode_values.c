/* What one episode says of itself: its dates, and codes that exist. */
#include "../facts.h"

ROW_RULE(Episodes, .code = "141", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Episodes, DECOM)), .message = "The start date of this episode is not a date.",
         .why = "Without a start date the episode has no place among the child's other episodes. "
                "Enter the day on which the episode began as day/month/year with four digits for "
                "the year, and check that such a day exists.",
         FROM_PUBLIC_CODE)
{
    return is_no_date(row->DECOM);
}

ROW_RULE(Episodes, .code = "143", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Episodes, RNE)),
         .message = "The reason for new episode is not one of the codes.",
         .why = "The reason tells a child who comes into care (S) from one whose legal status (L), "
                "placement (P, T) or both (B, U) changed during care. Choose the one that says "
                "what changed on the first day of this episode.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->RNE, &RNE_list);
}

ROW_RULE(Episodes, .code = "144", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         .last_year = 2024, FIELDS(AT(Episodes, LS)),
         .message = "The legal status is not one of the codes.",
         .why = "The legal status says under which law the child is looked after. Look up the "
                "order or agreement that was in force during this episode and choose its code; an "
                "entry of the case system that has no code of its own needs to be mapped to one.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->LS, &LS_list);
}

ROW_RULE(Episodes, .code = "144", .severity = SV_ERROR, .stage = 1, .first_year = 2025,
         FIELDS(AT(Episodes, LS)), .message = "The legal status is not one of the codes.",
         .why = "The legal status says under which law the child is looked after. Look up the "
                "order or agreement that was in force during this episode and choose its code. D1 "
                "(freeing order) is no longer a code: such orders ended long ago.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->LS, &LS_list);
}

ROW_RULE(Episodes, .code = "145", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Episodes, CIN)), .message = "The category of need is not one of the codes.",
         .why = "The category, N1 to N8, is the main reason why the child needs services. Choose "
                "the one that was settled when the child came into care; a case system with "
                "categories of its own needs to map each to one of the eight.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->CIN, &CIN_list);
}

ROW_RULE(Episodes, .code = "146", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         .last_year = 2024, FIELDS(AT(Episodes, PLACE)),
         .message = "The placement type is not one of the codes.",
         .why = "The placement type says what kind of home the child lives in. Look up where the "
                "child lived during this episode and choose its code; a kind of placement that is "
                "new in the case system needs to be mapped to one.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->PLACE, &PLACE_list);
}

ROW_RULE(Episodes, .code = "146", .severity = SV_ERROR, .stage = 1, .first_year = 2025,
         .last_year = 2025, FIELDS(AT(Episodes, PLACE)),
         .message = "The placement type is not one of the codes.",
         .why = "The placement type says what kind of home the child lives in. H5 and P2 are no "
                "longer codes: supported accommodation that is registered is K3. Look up where the "
                "child lived during this episode and choose its code.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->PLACE, &PLACE_list);
}

ROW_RULE(Episodes, .code = "146", .severity = SV_ERROR, .stage = 1, .first_year = 2026,
         FIELDS(AT(Episodes, PLACE)), .message = "The placement type is not one of the codes.",
         .why = "The placement type says what kind of home the child lives in. Z1 (other "
                "placement) is no longer a code: it was divided into Z11 to Z14. Look up where the "
                "child lived during this episode and choose its code.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->PLACE, &PLACE_list);
}

ROW_RULE(Episodes, .code = "147", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Episodes, DEC)), .message = "The end date of this episode is not a date.",
         .why = "An end that cannot be read makes the episode look as if it were still running. "
                "Enter the day on which it ended as day/month/year with four digits for the year, "
                "or leave it blank if the episode has not ended.",
         FROM_PUBLIC_CODE)
{
    return is_no_date(row->DEC);
}

ROW_RULE(Episodes, .code = "148", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Episodes, DEC), AT(Episodes, REC)),
         .message = "This episode has an end date without an end reason, or a reason without a "
                    "date.",
         .why = "An episode that has ended needs both, one that still runs has neither. Find out "
                "whether it has ended: if so, enter what is missing (reason X1 if another episode "
                "follows on the same day), if not, remove the other.",
         FROM_PUBLIC_CODE)
{
    return missing(row->DEC) != missing(row->REC);
}

ROW_RULE(Episodes, .code = "149", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Episodes, REC)), .message = "The end reason is not one of the codes.",
         .why = "The end reason says whether the child goes on being looked after (X1) or where "
                "the child went on leaving care (the codes beginning with E). Choose the code that "
                "says what happened on the last day of this episode.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->REC, &REC_list);
}

ROW_RULE(Episodes, .code = "353", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, DECOM)),
         .message = "The start date of this episode lies before 14 October 1991, when the Children "
                    "Act came into force.",
         .why = "That day the Children Act 1989 came into force, and nobody who was looked after "
                "before it is a child today. The year is mistyped, or the child's birth date was "
                "entered as the start; enter the day on which the episode began.",
         FROM_PUBLIC_CODE)
{
    return before_day(row->DECOM, sv_day_of(1991, 10, 14));
}

ROW_RULE(
    Episodes, .code = "354", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(Episodes, DECOM)),
    .message = "The start date of this episode is later than the period that the return covers.",
    .why = "The return is about the year that ends on 31 March; what begins later belongs to "
           "the next one. Correct the date if it is mistyped, otherwise take the episode out "
           "and leave the one before it open.",
    FROM_PUBLIC_CODE)
{
    return after_day(row->DECOM, ctx->period_end);
}

ROW_RULE(Episodes, .code = "355", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, DECOM), AT(Episodes, DEC)),
         .message = "The start date and the end date of this episode are the same day.",
         .why = "An episode lasts at least until the next day. When several "
                "things changed on one day, record them as one change: remove this episode and let "
                "the next one show the state at the end of the day.",
         FROM_PUBLIC_CODE)
{
    return same_date(row->DECOM, row->DEC);
}

ROW_RULE(Episodes, .code = "356", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, DECOM), AT(Episodes, DEC)),
         .message = "This episode has an end date earlier than its start date.",
         .why = "An episode cannot end before it began. Compare both dates with the placement and "
                "the court papers in the case system and correct the one that is mistyped; often "
                "it is the year, or day and month were exchanged.",
         FROM_PUBLIC_CODE)
{
    return before(row->DEC, row->DECOM);
}

ROW_RULE(Episodes, .code = "385", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, DEC)),
         .message = "The end date of this episode is later than the period that the return covers.",
         .why = "The return shows how things stood on 31 March. If the episode ended later, send "
                "it without end date, end reason and reason for placement change: they belong to "
                "the next return. If the date is mistyped, correct it.",
         FROM_PUBLIC_CODE)
{
    return after_day(row->DEC, ctx->period_end);
}

ROW_RULE(Episodes, .code = "445", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .last_year = 2024, FIELDS(AT(Episodes, LS), AT(Episodes, DECOM)),
         .message = "An episode that starts after 31 December 2005 has legal status D1 (freeing "
                    "order).",
         .why = "Freeing orders could no longer be made once placement orders took their place. "
                "Look up the order that was in force: a placement order is E1, a care order C1 or "
                "C2. If D1 is right, the start date is wrong.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->LS, LS_D1) && after_day(row->DECOM, sv_day_of(2005, 12, 31));
}

ROW_RULE(Episodes, .code = "446", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, LS), AT(Episodes, DECOM)),
         .message = "An episode that starts before 1 December 2005 has legal status E1 (placement "
                    "order).",
         .why = "Placement orders came in at the end of 2005. Check the start date against "
                "the day on which the court made the order, as a new legal status starts a new "
                "episode; otherwise correct the legal status.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->LS, LS_E1) && before_day(row->DECOM, sv_day_of(2005, 12, 1));
}

ROW_RULE(Episodes, .code = "451", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .last_year = 2024, FIELDS(AT(Episodes, LS), AT(Episodes, DEC), AT(Episodes, REC)),
         .message = "The legal status is D1 (freeing order) on an episode without an end; such "
                    "orders no longer exist.",
         .why = "Nobody is under a freeing order any more. Look up the order that is in force now: "
                "end this episode on the day on which it was made and begin a new one with its "
                "code, or correct the legal status if D1 was a mistake.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->LS, LS_D1) && missing(row->DEC) && missing(row->REC);
}

ROW_RULE(Episodes, .code = "1009", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Episodes, REASON_PLACE_CHANGE)),
         .message = "The reason for placement change is not one of the codes.",
         .why = "The reason says why the child moved on from this placement, for instance CARPL "
                "for a move under the care plan or ALLEG for an allegation. Choose the code for "
                "the main reason in the case record, or leave it blank if the child did not move.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->REASON_PLACE_CHANGE, &REASON_PLACE_CHANGE_list);
}
