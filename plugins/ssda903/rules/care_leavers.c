/* Care leavers (OC3): young people who were looked after and turn 17 to 21 in the year. */
#include "../facts.h"

#define LEAVER_ITEMS (BIT(OC3, IN_TOUCH) | BIT(OC3, ACTIV) | BIT(OC3, ACCOM))

ROW_RULE(OC3, .code = "131", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC3, IN_TOUCH)),
         .message = "Whether the authority is in touch with the care leaver is missing or not one "
                    "of the codes.",
         .why = "Every care leaver needs one of YES, NO, DIED, REFU (refuses contact), NREQ (needs "
                "no services any more) and RHOM (went home to the parents). Enter what was so "
                "around the birthday; take the row out if the person is no care leaver.",
         FROM_PUBLIC_CODE)
{
    return !in_list(ctx, row->IN_TOUCH, &IN_TOUCH_list);
}

ROW_RULE(OC3, .code = "132", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC3, ACTIV)),
         .message = "The care leaver's activity is missing or not one of the codes.",
         .why = "The code says what the person did around the birthday: education, training, work "
                "(F full time, P part time) or none of these (G4 to G6). When it is not known, or "
                "does not apply, enter 0 rather than nothing.",
         FROM_PUBLIC_CODE)
{
    return !in_list(ctx, row->ACTIV, &ACTIV_list);
}

ROW_RULE(OC3, .code = "133", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC3, ACCOM)),
         .message = "The care leaver's accommodation is missing or not one of the codes.",
         .why = "The letter is the kind of accommodation, and the digit says whether it is "
                "suitable (1) or not (2). No fixed abode and custody are never suitable, so only "
                "S2 and X2 exist. When it is not known, or does not apply, enter 0.",
         FROM_PUBLIC_CODE)
{
    return !in_list(ctx, row->ACCOM, &ACCOM_list);
}

ROW_RULE(OC3, .code = "153", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM)),
         .message = "One or two of contact, activity and accommodation are missing for this care "
                    "leaver.",
         .why = "The three items belong together. Fill in those that are missing, with 0 for an "
                "activity or accommodation that is not known; if the person is no care leaver, "
                "take all three out.",
         FROM_PUBLIC_CODE)
{
    int blank = missing(row->IN_TOUCH) + missing(row->ACTIV) + missing(row->ACCOM);
    return blank == 1 || blank == 2;
}

#define OUTCOME_ITEMS                                                                              \
    (BIT(OC2, CONVICTED) | BIT(OC2, HEALTH_CHECK) | BIT(OC2, IMMUNISATIONS) |                      \
     BIT(OC2, TEETH_CHECK) | BIT(OC2, HEALTH_ASSESSMENT) | BIT(OC2, SUBSTANCE_MISUSE) |            \
     BIT(OC2, INTERVENTION_RECEIVED) | BIT(OC2, INTERVENTION_OFFERED))

static bool has_outcomes(const struct sv_row *row)
{
    return has_outcome_data((const struct OC2 *)row);
}

FINDING_RULE(Child, .code = "215", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "pair of OC3 and OC2",
             FIELDS(AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM), AT(OC2, CONVICTED),
                    AT(OC2, HEALTH_CHECK), AT(OC2, IMMUNISATIONS), AT(OC2, TEETH_CHECK),
                    AT(OC2, HEALTH_ASSESSMENT), AT(OC2, SUBSTANCE_MISUSE),
                    AT(OC2, INTERVENTION_RECEIVED), AT(OC2, INTERVENTION_OFFERED)),
             .message = "The child has details of a care leaver and also outcomes of a child in "
                        "care for the whole year.",
             .why = "OC2 is for children in care through all of the year, OC3 for young people who "
                    "have left it. Check the episodes: take the details of the care leaver out if "
                    "the child still is in care, and the outcomes if not. A true case can be "
                    "explained to the department.",
             FROM_OFFICIAL_TEXT)
{
    const struct some outcomes = {.table = TABLE_OC2, .are = has_outcomes, .fields = OUTCOME_ITEMS};
    find_every_pair(ctx, row, &leavers_with_data, &outcomes);
}

ROW_RULE(OC3, .code = "344", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM)),
         .message = "For a care leaver who died or went home (DIED, RHOM), activity and "
                    "accommodation must be 0.",
         .why = "Where the contact is DIED or RHOM (home to the parents for six months or more), "
                "the other two items do not apply. Enter 0 in both, not an empty value; or correct "
                "the contact if the authority still follows the young person.",
         FROM_OFFICIAL_TEXT)
{
    return IS_ANY(row->IN_TOUCH, IN_TOUCH_DIED, IN_TOUCH_RHOM) &&
           (!is_code(row->ACTIV, ACTIV_0) || !is_code(row->ACCOM, ACCOM_0));
}

ROW_RULE(OC3, .code = "345", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM)),
         .message = "The authority is in touch with the care leaver, so activity and accommodation "
                    "cannot be 0.",
         .why = "Being in touch means knowing what the young person does and where he or she "
                "lives. Ask the personal adviser and enter both codes; if there was no contact "
                "around the birthday, the contact is not YES.",
         FROM_OFFICIAL_TEXT)
{
    return is_code(row->IN_TOUCH, IN_TOUCH_YES) &&
           (is_code(row->ACTIV, ACTIV_0) || is_code(row->ACCOM, ACCOM_0));
}

ROW_RULE(OC3, .code = "347", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(OC3, ACCOM), AT(OC3, DOB)),
         .message = "A care leaver who was under 18 when the year began is recorded in a foyer.",
         .why = "Foyers (T1, T2) take young adults. Check the date of birth and the kind of "
                "accommodation around the birthday: a hostel with support for 16 and 17 year olds "
                "has another code. Who turned 18 in the year and moved then is found here too; "
                "that can be explained to the department.",
         FROM_OFFICIAL_TEXT)
{
    return IS_ANY(row->ACCOM, ACCOM_T1, ACCOM_T2) &&
           is_after(years_after(row->DOB, 18), ctx->period_start);
}

static const struct OC3 *death_last_year(const struct sv_context *ctx, const struct Child *child)
{
    FOR_EACH_LAST (ctx, OC3, last, child) {
        if (is_code(last->IN_TOUCH, IN_TOUCH_DIED))
            return last;
    }
    return NULL;
}

FINDING_RULE(Child, .code = "348", .severity = SV_ERROR, .first_year = 2026, .unit = "row of OC3",
             FIELDS(AT(OC3, IN_TOUCH), AT(OC3_last, IN_TOUCH)),
             .message = "Last year's return says that this care leaver has died, and this one says "
                        "otherwise.",
             .why = "Either the young person lives, and last year's return has to be amended, or "
                    "the record was not closed and must not be sent again with other details. "
                    "Check also that the identifier was not given to another person.",
             FROM_PUBLIC_CODE)
{
    const struct OC3 *death = death_last_year(ctx, row);
    if (!death)
        return;
    FOR_EACH (ctx, OC3, leaver, row) {
        if (is_code(leaver->IN_TOUCH, IN_TOUCH_DIED))
            continue;
        found(ctx);
        point(ctx, leaver, BIT(OC3, IN_TOUCH));
        point(ctx, death, BIT(OC3_last, IN_TOUCH));
    }
}

ROW_RULE(OC3, .code = "391", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(OC3, DOB), AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM)),
         .message = "Details of a care leaver are given for somebody under 17 at the end of the "
                    "year.",
         .why = "The details are asked for from the 17th birthday on. Check the date of birth; if "
                "it is right, take the three items out until the year of that birthday.",
         FROM_OFFICIAL_TEXT)
{
    return has_leaver_data(row) && is_after(years_after(row->DOB, 17), ctx->period_end);
}

static void find_leaver(const struct sv_context *ctx, const struct OC3 *row)
{
    found(ctx);
    point(ctx, row, LEAVER_ITEMS);
}

static bool died_in_care(const struct sv_context *ctx, const struct Child *child)
{
    FOR_EACH (ctx, Episodes, e, child) {
        if (is_code(e->REC, REC_E2))
            return true;
    }
    FOR_EACH_LAST (ctx, Episodes, e, child) {
        if (is_code(e->REC, REC_E2))
            return true;
    }
    return false;
}

FINDING_RULE(Child, .code = "1000", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "row of OC3", READS(TABLE_Episodes, TABLE_Episodes_last),
             OPTIONAL(TABLE_Episodes_last),
             FIELDS(AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM)),
             .message = "Details of a care leaver are given for a child who died in care.",
             .why = "An episode of this child ended with E2 (died), so the child never left care. "
                    "Take the details out of OC3; if the child lives, correct the end reason of "
                    "the episode. For somebody who died after leaving care the contact is DIED.",
             FROM_PUBLIC_CODE)
{
    if (!died_in_care(ctx, row))
        return;
    FOR_EACH (ctx, OC3, leaver, row) {
        if (has_leaver_data(leaver))
            find_leaver(ctx, leaver);
    }
}

/* Days in care from `since` on, in both years' episodes; of open ones only the last goes on. */
static int64_t days_in_care(const struct sv_context *ctx, const struct Child *child, sv_day since)
{
    int64_t days = 0;
    for (uint32_t i = 0; i < child->joint.count; i++) {
        const struct Episodes *e = child->joint.rows[i];
        bool goes_on = readable(e->DEC) || i + 1 == child->joint.count;
        sv_day start = day_of(e->DECOM) > since ? day_of(e->DECOM) : since;
        if (!is_short_break(e) && goes_on && end_of(ctx, e) > start)
            days += end_of(ctx, e) - start;
    }
    return days;
}

/* Adopted, or the whole time in care is known and is too short: 13 weeks from 14 on, and a day from
 * 16 on. It is known when it begins in the two years that are at hand. */
static bool cannot_be_leaver(const struct sv_context *ctx, const struct Child *child)
{
    if (!is_after(birthday_of(child, 20), ctx->period_end) || child->joint.count == 0)
        return false;
    if (is_adopted(child->joint.rows[child->joint.count - 1]))
        return true;
    const struct Episodes *first = child->joint.rows[0];
    if (!is_code(first->RNE, RNE_S) || day_of(first->DECOM) < last_year_start(ctx))
        return false;
    return days_in_care(ctx, child, birthday_of(child, 14)) < 91 ||
           days_in_care(ctx, child, birthday_of(child, 16)) < 1;
}

FINDING_RULE(Child, .code = "1001", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "row of OC3", READS(TABLE_Header, TABLE_Episodes, TABLE_Episodes_last),
             FIELDS(AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM)),
             .message = "The time in care does not make this young person a care leaver: too short "
                        "since 14 or 16, or adopted.",
             .why = "A care leaver was looked after for 13 weeks (91 days) or more since the 14th "
                    "birthday, at least a day of it after the 16th, and not only for short breaks; "
                    "who was adopted is none. This is tested when care began in this or last year. "
                    "Check the episodes and the date of birth; if they are right, take the details "
                    "out of OC3.",
             FROM_PUBLIC_CODE)
{
    if (!cannot_be_leaver(ctx, row))
        return;
    FOR_EACH (ctx, OC3, leaver, row) {
        if (has_leaver_data(leaver))
            find_leaver(ctx, leaver);
    }
}

ROW_RULE(OC3, .code = "1002", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         READS(TABLE_Episodes, TABLE_Episodes_last),
         FIELDS(AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM)),
         .message = "A care leaver under 19 has no episode of care, neither this year nor last "
                    "year.",
         .why = "Who is under 19 at the end of the year was still in care, as a rule, at some time "
                "in these two years. Compare the identifier with that in the episodes, and add "
                "episodes that are missing. Who left care before last year can be explained to the "
                "department; for somebody who never was in care take the details out.",
         FROM_PUBLIC_CODE)
{
    const struct Child *child = CHILD_OF(row);
    return child && has_leaver_data(row) && is_after(years_after(row->DOB, 19), ctx->period_end) &&
           !FIRST_OF(ctx, Episodes, child) && !FIRST_OF_LAST(ctx, Episodes, child);
}

/* The last birthday up to the end of the year of somebody aged 17 or 18 then; else SV_NONE. */
static sv_day last_birthday(const struct sv_context *ctx, struct sv_value birth)
{
    if (!is_after(years_after(birth, 19), ctx->period_end))
        return SV_NONE;
    sv_day birthday = years_after(birth, 18);
    if (birthday > ctx->period_end)
        birthday = years_after(birth, 17);
    return birthday <= ctx->period_end ? birthday : SV_NONE;
}

/* A last birthday is one of the last 366 days of the year, these days included: the next one comes
 * after the year. */
enum { BIRTHDAYS = 366 };

/* Counts the episodes that cover each of these days. */
static void count_episodes(const struct sv_context *ctx, const struct Child *child,
                           int32_t covering[BIRTHDAYS])
{
    sv_day last_day = ctx->period_end;
    sv_day first_day = last_day - BIRTHDAYS + 1;
    memset(covering, 0, BIRTHDAYS * sizeof(covering[0]));
    FOR_EACH (ctx, Episodes, e, child) {
        sv_day start = day_of(e->DECOM) > first_day ? day_of(e->DECOM) : first_day;
        if (!readable(e->DECOM) || start > last_day || !runs_past(e, start))
            continue;
        covering[start - first_day]++;
        if (!runs_past(e, last_day))
            covering[day_of(e->DEC) - first_day]--;
    }
    for (size_t i = 1; i < BIRTHDAYS; i++)
        covering[i] += covering[i - 1];
}

static void find_aged_leaver(const struct sv_context *ctx, const struct OC3 *row)
{
    found(ctx);
    point(ctx, row, BIT(OC3, DOB) | LEAVER_ITEMS);
}

FINDING_RULE(Child, .code = "1007", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .last_year = 2023, .unit = "row of OC3", READS(TABLE_Episodes),
             FIELDS(AT(OC3, DOB), AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM)),
             .message = "Details of a care leaver are given for a 17 or 18 year old who was in "
                        "care on the last birthday.",
             .why = "At 17 and 18 the details are asked for only when the young person had left "
                    "care by the birthday in the year. Check the end of the episode and the date "
                    "of birth; if they are right, take the details out of OC3.",
             FROM_OFFICIAL_TEXT)
{
    int32_t covering[BIRTHDAYS];
    if (!has_leaver_row(ctx, row))
        return;
    count_episodes(ctx, row, covering);
    FOR_EACH (ctx, OC3, leaver, row) {
        sv_day birthday = last_birthday(ctx, leaver->DOB);
        if (has_leaver_data(leaver) && birthday != SV_NONE &&
            covering[birthday - ctx->period_end + BIRTHDAYS - 1])
            find_aged_leaver(ctx, leaver);
    }
}

FINDING_RULE(OC3, .code = "1007", .severity = SV_ERROR, .stage = 1, .first_year = 2024,
             .unit = "row of OC3",
             FIELDS(AT(OC3, DOB), AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM),
                    AT(Episodes, DEC), AT(Episodes, REC)),
             .message = "Details of a care leaver are given for a 17 or 18 year old whose last "
                        "episode is still open.",
             .why = "Without an end date or end reason the young person still is in care and not a "
                    "care leaver yet. End the episode if care has ended; if it goes on, take the "
                    "details out of OC3.",
             FROM_OFFICIAL_TEXT)
{
    const struct Episodes *last = last_episode(CHILD_OF(row));
    if (!last || (present(last->DEC) && present(last->REC)) || !has_leaver_data(row) ||
        last_birthday(ctx, row->DOB) == SV_NONE)
        return;
    find_aged_leaver(ctx, row);
    point(ctx, last, BIT(Episodes, DEC) | BIT(Episodes, REC));
}

static const struct Episodes *last_of_last_year(const struct Child *child)
{
    return child && child->order_last.count ? child->order_last.rows[child->order_last.count - 1]
                                            : NULL;
}

FINDING_RULE(OC3, .code = "1010", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "row of OC3", READS(TABLE_Episodes),
             FIELDS(AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM), AT(Episodes_last, DEC)),
             .message = "This care leaver was in care at the end of last year and has no episode "
                        "this year.",
             .why = "An episode that was left open last year comes first this year, with its end "
                    "if it has ended. Add it to the file. If care had ended before the year began, "
                    "have last year's return amended.",
             FROM_PUBLIC_CODE)
{
    const struct Child *child = CHILD_OF(row);
    const struct Episodes *last = last_of_last_year(child);
    if (!last || present(last->DEC) || FIRST_OF(ctx, Episodes, child) || !has_leaver_data(row))
        return;
    find_leaver(ctx, row);
    point(ctx, last, BIT(Episodes_last, DEC));
}

FINDING_RULE(OC3, .code = "1011", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "row of OC3", OPTIONAL(TABLE_Episodes_last),
             FIELDS(AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM), AT(Episodes, REC),
                    AT(Episodes_last, REC)),
             .message = "Another authority took over the care of this young person, so it reports "
                        "the care leaver.",
             .why = "The last episode ended with E3: another authority looks after the child from "
                    "then on, and supports the young person after care. Take the details out of "
                    "OC3; if the young person stayed with this authority, correct the end reason.",
             FROM_OFFICIAL_TEXT)
{
    const struct Child *child = CHILD_OF(row);
    bool this_year = FIRST_OF(ctx, Episodes, child);
    const struct Episodes *last = this_year ? last_episode(child) : last_of_last_year(child);
    if (!last || !is_code(last->REC, REC_E3) || !has_leaver_data(row))
        return;
    find_leaver(ctx, row);
    point(ctx, last, this_year ? BIT(Episodes, REC) : BIT(Episodes_last, REC));
}

/* Finds every row of the child in a table. */
#define FIND_ROWS(T, child)                                                                        \
    FOR_EACH (ctx, T, record, child) {                                                             \
        found(ctx);                                                                                \
        point(ctx, record, BIT(T, CHILD));                                                         \
    }

FINDING_RULE(Child, .code = "1012", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "row", READS(TABLE_Episodes, TABLE_OC3), OPTIONAL(TABLE_OC3),
             ANY_OF(TABLE_PlacedAdoption, TABLE_Missing, TABLE_Reviews, TABLE_AD1, TABLE_PrevPerm,
                    TABLE_OC2),
             FIELDS(AT(PlacedAdoption, CHILD), AT(Missing, CHILD), AT(Reviews, CHILD),
                    AT(AD1, CHILD), AT(PrevPerm, CHILD), AT(OC2, CHILD)),
             .message = "A child without any episode this year has data that only children in care "
                        "have.",
             .why = "For a care leaver who was not in care in the year, the return takes nothing "
                    "but Header and OC3. Take this row out, or add the episodes if the young "
                    "person was in care. Compare the identifier with that in the episodes.",
             FROM_PUBLIC_CODE)
{
    bool may_be_leaver = !is_given(ctx, TABLE_OC3) || FIRST_OF(ctx, OC3, row);
    if (FIRST_OF(ctx, Episodes, row) || !may_be_leaver)
        return;
    FIND_ROWS(PlacedAdoption, row)
    FIND_ROWS(Missing, row)
    FIND_ROWS(Reviews, row)
    FIND_ROWS(AD1, row)
    FIND_ROWS(PrevPerm, row)
    FIND_ROWS(OC2, row)
}

FINDING_RULE(OC3, .code = "1016", .severity = SV_ERROR, .first_year = 2024, .unit = "row of OC3",
             FIELDS(AT(OC3, DOB), AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM),
                    AT(Episodes, DEC)),
             .message = "Details of a care leaver are given for a 17 or 18 year old who left care "
                        "on or after the last birthday.",
             .why = "The details describe the young person around the birthday in the year, and on "
                    "that day he or she was in care. Check the end of the episode and the date of "
                    "birth; if they are right, take the details out of OC3 until next year.",
             FROM_OFFICIAL_TEXT)
{
    const struct Episodes *last = last_episode(CHILD_OF(row));
    if (!last || !has_leaver_data(row) ||
        !is_on_or_before(last_birthday(ctx, row->DOB), day_of(last->DEC)))
        return;
    find_aged_leaver(ctx, row);
    point(ctx, last, BIT(Episodes, DEC));
}

ROW_RULE(OC3, .code = "3001", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         READS(TABLE_Header), OPTIONAL(TABLE_Header), FIELDS(AT(OC3, ACCOM), AT(OC3, DOB)),
         .message = "A care leaver who turned 17 in the year is recorded as living with former "
                    "foster carers.",
         .why = "Living on with former foster carers (Z1, Z2) begins at 18; before that the "
                "carers foster the child, who then is in care, or the accommodation has another "
                "code. Check the date of birth and where the young person lived around the 17th "
                "birthday.",
         FROM_PUBLIC_CODE)
{
    const struct Child *child = CHILD_OF(row);
    sv_day birthday = readable(row->DOB) ? years_after(row->DOB, 17) : birthday_of(child, 17);
    return child && IS_ANY(row->ACCOM, ACCOM_Z1, ACCOM_Z2) &&
           is_between(birthday, ctx->period_start, ctx->period_end);
}
