/* Reviews of the child's case. */
#include "../facts.h"

ROW_RULE(Reviews, .code = "166", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(Reviews, REVIEW)), REPORTS_UNREADABLE(Reviews, REVIEW),
         .message = "The date of this review is missing or is not a date.",
         .why =
             "A review counts on the day on which it was held. Take the date from the minutes and "
             "write it as dd/mm/yyyy; leave a review that is only planned out of the return.",
         FROM_PUBLIC_CODE)
{
    return !readable(row->REVIEW);
}

ROW_RULE(
    Reviews, .code = "167", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
    FIELDS(AT(Reviews, REVIEW_CODE)),
    .message = "How the child took part in the review is missing, no valid code, or has no review.",
    .why = "Each review has one of the codes PN0 to PN7, and a code stands beside a date only. "
           "Look in the minutes how the child took part.",
    FROM_PUBLIC_CODE)
{
    if (missing(row->REVIEW))
        return present(row->REVIEW_CODE);
    return !in_list(ctx, row->REVIEW_CODE, &REVIEW_CODE_list);
}

ROW_RULE(
    Reviews, .code = "440", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
    FIELDS(AT(Reviews, REVIEW_CODE), AT(Reviews, REVIEW), AT(Reviews, DOB)),
    .message = "PN0 (under 4) is given for a review that was held when the child was 4 or older.",
    .why = "From the fourth birthday on the return asks how the child took part. Choose one of "
           "PN1 to PN7 from the minutes, or correct the date of the review or of birth.",
    FROM_PUBLIC_CODE)
{
    return is_code(row->REVIEW_CODE, REVIEW_CODE_PN0) &&
           is_on_or_before(years_after(row->DOB, 4), day_of(row->REVIEW));
}

ROW_RULE(Reviews, .code = "441", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Reviews, REVIEW_CODE), AT(Reviews, REVIEW), AT(Reviews, DOB)),
         .message = "A code of taking part (PN1 to PN7) is given for a child who was under 4.",
         .why =
             "Up to the day before the fourth birthday the code is PN0. Correct the code, or the "
             "date of the review or of birth.",
         FROM_PUBLIC_CODE)
{
    return in_list(ctx, row->REVIEW_CODE, &REVIEW_CODE_list) &&
           !is_code(row->REVIEW_CODE, REVIEW_CODE_PN0) &&
           is_before(day_of(row->REVIEW), years_after(row->DOB, 4));
}
