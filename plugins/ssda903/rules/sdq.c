/*
 * The strengths and difficulties questionnaire (SDQ): a score for children of 4 to 16 who were
 * looked after for the whole year, or a reason for none.
 */
#include "../facts.h"

/* Was 4 when the year began and is under 17 when it ends, by the date of birth in this row. */
static bool is_of_sdq_age(const struct sv_context *ctx, const struct OC2 *row)
{
    return is_on_or_before(years_after(row->DOB, 4), ctx->period_start) &&
           is_after(years_after(row->DOB, 17), ctx->period_end);
}

static bool turns_in_year(const struct sv_context *ctx, const struct OC2 *row, int age)
{
    return is_between(years_after(row->DOB, age), ctx->period_start, ctx->period_end);
}

static bool has_sdq_item(const struct OC2 *row)
{
    return present(row->SDQ_SCORE) || present(row->SDQ_REASON);
}

/* The row of a child who was not looked after for the whole year. */
static bool is_not_all_year(const struct OC2 *row)
{
    return CHILD_OF(row) && !looked_after_all_year(CHILD_OF(row));
}

ROW_RULE(OC2, .code = "157", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, SDQ_REASON), AT(OC2, DOB)), READS(TABLE_Episodes),
         .message = "Age (SDQ1) is the reason for no SDQ score, but the child was aged 4 to 16 for "
                    "the whole year.",
         .why = "SDQ1 is for children under 4 or over 16, for whom there is no questionnaire. "
                "Enter the score of the latest questionnaire; if none came back, choose the reason "
                "from SDQ2 to SDQ5. If the age is wrong, correct the date of birth.",
         FROM_PUBLIC_CODE)
{
    return looked_after_all_year(CHILD_OF(row)) && is_of_sdq_age(ctx, row) &&
           missing(row->SDQ_SCORE) && is_code(row->SDQ_REASON, SDQ_REASON_SDQ1);
}

ROW_RULE(OC2, .code = "180", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, SDQ_SCORE)), .pattern = "[0-3]?[0-9]|40",
         .message = "The SDQ score is not a whole number from 0 to 40.",
         .why = "The score is the total of the questionnaire that the carer fills in, written in "
                "one or two digits and nothing else. Take it from the questionnaire; a score of "
                "10.0 often comes from a spreadsheet and has to be written as 10. Without a score, "
                "leave it blank and give the reason.",
         FROM_PUBLIC_CODE)
{
    return present(row->SDQ_SCORE) && !matches(ctx, row->SDQ_SCORE);
}

ROW_RULE(OC2, .code = "185", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, SDQ_SCORE)), READS(TABLE_Episodes),
         .message = "This child has an SDQ score but was not looked after for the whole year.",
         .why = "Scores are collected for children who were in care on every day of the year, "
                "without short breaks. Check the episodes for a start, an end or a gap that did "
                "not happen; if they are right, leave the score out of the return.",
         FROM_PUBLIC_CODE)
{
    return present(row->SDQ_SCORE) && is_not_all_year(row);
}

ROW_RULE(OC2, .code = "186", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, SDQ_SCORE), AT(OC2, SDQ_REASON), AT(OC2, DOB)), READS(TABLE_Episodes),
         .message = "This child of 4 to 16 was looked after all year but has neither an SDQ score "
                    "nor a reason for none.",
         .why = "Every child of this age who was in care for the whole year has a questionnaire on "
                "emotional health. Enter the score of the latest one; if there is none, enter the "
                "reason from SDQ2 to SDQ5.",
         FROM_PUBLIC_CODE)
{
    return looked_after_all_year(CHILD_OF(row)) && is_of_sdq_age(ctx, row) && !has_sdq_item(row);
}

ROW_RULE(OC2, .code = "188", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, DOB), AT(OC2, SDQ_SCORE), AT(OC2, SDQ_REASON)),
         .message = "This child is under 4 at the end of the year but has an SDQ score or a reason "
                    "for none.",
         .why = "The questionnaire is for children from 4 years on, so for a younger child both "
                "items stay blank. Check the date of birth first; if it is right, remove what was "
                "entered.",
         FROM_PUBLIC_CODE)
{
    return is_after(years_after(row->DOB, 4), ctx->period_end) && has_sdq_item(row);
}

ROW_RULE(OC2, .code = "189", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, DOB), AT(OC2, SDQ_SCORE), AT(OC2, SDQ_REASON)),
         .message = "This young person was 17 before the year began but has an SDQ score or a "
                    "reason for none.",
         .why = "The questionnaire ends with the 17th birthday, so nothing is asked of those who "
                "were 17 before the first day of the year. Check the date of birth; if it is "
                "right, leave both items blank.",
         FROM_OFFICIAL_TEXT)
{
    return is_before(years_after(row->DOB, 17), ctx->period_start) && has_sdq_item(row);
}

ROW_RULE(OC2, .code = "196", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, SDQ_REASON)),
         .message = "The reason for no SDQ score is not one of the codes SDQ1 to SDQ5.",
         .why = "SDQ1 means under 4 or over 16, SDQ2 the carer refused, SDQ3 a severe disability, "
                "SDQ4 another reason, SDQ5 the child refused. Choose the code that fits, or leave "
                "the item blank when there is a score.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->SDQ_REASON, &SDQ_REASON_list);
}

ROW_RULE(OC2, .code = "197a", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, SDQ_SCORE), AT(OC2, SDQ_REASON)),
         .message = "This child has an SDQ score and also a reason for not having one.",
         .why = "A reason is given only when there is no score. If the questionnaire was filled in "
                "during the year, keep the score and clear the reason; if the score is an old one, "
                "remove it.",
         FROM_PUBLIC_CODE)
{
    return present(row->SDQ_SCORE) && present(row->SDQ_REASON);
}

ROW_RULE(OC2, .code = "197B", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, DOB), AT(OC2, SDQ_SCORE), AT(OC2, SDQ_REASON)), READS(TABLE_Episodes),
         .message = "This child turned 4 or 17 in the year but has neither an SDQ score nor a "
                    "reason for none.",
         .why = "A child who was in care all year and was of the age for the questionnaire during "
                "part of it has a score or a reason as well. Enter the score if there is one; if "
                "the age was the reason, enter SDQ1.",
         FROM_PUBLIC_CODE)
{
    return looked_after_all_year(CHILD_OF(row)) &&
           (turns_in_year(ctx, row, 4) || turns_in_year(ctx, row, 17)) && !has_sdq_item(row);
}

ROW_RULE(OC2, .code = "198", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC2, SDQ_REASON)), READS(TABLE_Episodes),
         .message = "A reason for no SDQ score is given, but the child was not looked after for "
                    "the whole year.",
         .why = "Score or reason are asked only of children who were in care on every day of the "
                "year, without short breaks. Check the episodes for a start, an end or a gap that "
                "did not happen; if they are right, clear the reason.",
         FROM_PUBLIC_CODE)
{
    return present(row->SDQ_REASON) && is_not_all_year(row);
}
