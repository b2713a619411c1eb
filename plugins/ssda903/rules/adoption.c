/* Children who were adopted in the year, and who adopted them (table AD1). */
#include "../facts.h"

#define ALL_ITEMS                                                                                  \
    AT(AD1, DATE_INT), AT(AD1, DATE_MATCH), AT(AD1, FOSTER_CARE), AT(AD1, NB_ADOPTR),              \
        AT(AD1, SEX_ADOPTR), AT(AD1, LS_ADOPTR)

#define ALL_BITS                                                                                   \
    (BIT(AD1, DATE_INT) | BIT(AD1, DATE_MATCH) | BIT(AD1, FOSTER_CARE) | BIT(AD1, NB_ADOPTR) |     \
     BIT(AD1, SEX_ADOPTR) | BIT(AD1, LS_ADOPTR))

#define LEAVER_ITEMS AT(OC3, IN_TOUCH), AT(OC3, ACTIV), AT(OC3, ACCOM)
#define LEAVER_BITS (BIT(OC3, IN_TOUCH) | BIT(OC3, ACTIV) | BIT(OC3, ACCOM))

static bool has_all_items(const struct AD1 *row)
{
    return present(row->DATE_INT) && present(row->DATE_MATCH) && present(row->FOSTER_CARE) &&
           present(row->NB_ADOPTR) && present(row->SEX_ADOPTR) && present(row->LS_ADOPTR);
}

static bool is_adopted_in_year(const struct sv_context *ctx, const struct Episodes *e)
{
    return is_adopted(e) && in_period(ctx, e->DEC);
}

static struct sv_interval no_days(void)
{
    return (struct sv_interval){1, 0};
}

ROW_RULE(AD1, .code = "112", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(AD1, DATE_INT)),
         .message = "The date of the decision that this child should be placed for adoption is not "
                    "a date.",
         .why = "How long each step towards adoption takes is counted from this day. Take it from "
                "the decision of the agency and write it as dd/mm/yyyy, as a day that exists.",
         FROM_PUBLIC_CODE)
{
    return is_no_date(row->DATE_INT);
}

ROW_RULE(AD1, .code = "113", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(AD1, DATE_MATCH)),
         .message = "The date on which this child was matched with adopters is not a date.",
         .why = "The match is the decision that the child should live with these adopters. Take "
                "the day from that decision and write it as dd/mm/yyyy, as a day that exists.",
         FROM_PUBLIC_CODE)
{
    return is_no_date(row->DATE_MATCH);
}

ROW_RULE(AD1, .code = "114", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(AD1, FOSTER_CARE)),
         .message = "Whether the child was adopted by a former foster carer is not given as 0 or "
                    "1.",
         .why = "The item is 1 when the child's own foster carers became the adopters, otherwise "
                "0. Texts such as Y or TRUE come from the export of the case system and have to be "
                "turned into these codes.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->FOSTER_CARE, &FOSTER_CARE_list);
}

/* The child's first row about a care leaver that says something; NULL: none. */
static const struct OC3 *leaver_data_of(const struct sv_context *ctx, const struct Child *child)
{
    FOR_EACH (ctx, OC3, leaver, child) {
        if (has_leaver_data(leaver))
            return leaver;
    }
    return NULL;
}

FINDING_RULE(Child, .code = "134", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "row of AD1", FIELDS(ALL_ITEMS, LEAVER_ITEMS),
             .message = "This child has adoption details and also details of a care leaver.",
             .why = "An adopted child has left care for a family and is not followed up as a care "
                    "leaver, so a child is in one of the two tables only. Look up how care ended "
                    "and clear the items that do not apply; two young people may also share one "
                    "identifier.",
             FROM_PUBLIC_CODE)
{
    const struct OC3 *leaver = leaver_data_of(ctx, row);
    if (!leaver)
        return;
    FOR_EACH (ctx, AD1, adoption, row) {
        if (!has_adoption_data(adoption))
            continue;
        found(ctx);
        point(ctx, adoption, ALL_BITS);
        point(ctx, leaver, LEAVER_BITS);
    }
}

ROW_RULE(AD1, .code = "151", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(ALL_ITEMS), .message = "Some of the six adoption items are given and others blank.",
         .why = "For an adopted child all six items are known: both dates, and who the adopters "
                "are. Fill in what is missing from the adoption record; if the child was not "
                "adopted in the year, leave all six blank.",
         FROM_PUBLIC_CODE)
{
    return has_adoption_data(row) && !has_all_items(row);
}

ROW_RULE(AD1, .code = "175", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(AD1, NB_ADOPTR)), .message = "The number of adopters is neither 1 nor 2.",
         .why = "A child is adopted by one person or by a couple. Enter the number of people named "
                "in the adoption order, as one digit.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->NB_ADOPTR, &NB_ADOPTR_list);
}

ROW_RULE(AD1, .code = "176", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(AD1, SEX_ADOPTR)),
         .message = "The sex of the adopters is not one of the codes M1, F1, MM, FF and MF.",
         .why = "M1 and F1 are for one adopter, male or female; MM, FF and MF are for a couple. "
                "Choose the code that fits the people named in the adoption order.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->SEX_ADOPTR, &SEX_ADOPTR_list);
}

ROW_RULE(AD1, .code = "177", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         FIELDS(AT(AD1, LS_ADOPTR)),
         .message = "The legal status of the adopters is not one of the codes L0, L11, L12, L2, L3 "
                    "and L4.",
         .why = "L0 is a single adopter, L11 and L12 a married couple of different or the same "
                "sex, L2 civil partners, L3 and L4 an unmarried couple of different or the same "
                "sex. Look up the status in the adopters' record and choose the code.",
         FROM_PUBLIC_CODE)
{
    return is_wrong_code(ctx, row->LS_ADOPTR, &LS_ADOPTR_list);
}

FINDING_RULE(Child, .code = "187", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
             .unit = "row of AD1 or OC3", FIELDS(ALL_ITEMS, LEAVER_ITEMS), READS(TABLE_Episodes),
             ANY_OF(TABLE_AD1, TABLE_OC3),
             .message = "Adoption or care leaver details are given for a child who was looked "
                        "after for the whole year.",
             .why = "Both are about people whose care has ended, while the episodes of this child "
                    "say that care went on to the end of the year. If the child was adopted or "
                    "left, end the last episode with the right reason; if not, take the details "
                    "out.",
             FROM_PUBLIC_CODE)
{
    if (!looked_after_all_year(row))
        return;
    FOR_EACH (ctx, AD1, adoption, row) {
        if (!has_adoption_data(adoption))
            continue;
        found(ctx);
        point(ctx, adoption, ALL_BITS);
    }
    FOR_EACH (ctx, OC3, leaver, row) {
        if (!has_leaver_data(leaver))
            continue;
        found(ctx);
        point(ctx, leaver, LEAVER_BITS);
    }
}

PAIR_RULE(Child, AD1, DATE_MATCH, Episodes, .code = "331", .severity = SV_ERROR, .stage = 2,
          .first_year = 2023, FIELDS(AT(AD1, DATE_MATCH), AT(Episodes, DECOM), AT(Episodes, REC)),
          .message = "The child was matched with adopters after the episode that ended in adoption "
                     "had started.",
          .why = "The last episode before adoption is the placement with the adopters, for which "
                 "the match is decided first. Compare the match date with the minutes, and check "
                 "that a new episode was begun on the day on which the child was placed for "
                 "adoption.",
          FROM_PUBLIC_CODE)
{
    if (!is_adopted(other) || !readable(other->DECOM))
        return no_days();
    return (struct sv_interval){day_of(other->DECOM) + 1, sv_day_of(9999, 12, 31)};
}

ROW_RULE(AD1, .code = "333", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(AD1, DATE_INT), AT(AD1, DATE_MATCH)),
         .message = "The decision to place for adoption is missing or later than the match with "
                    "adopters.",
         .why = "It is decided first that the child should be placed for adoption (DATE_INT), and "
                "then with whom (DATE_MATCH); both can be on one day. Compare the two dates with "
                "the decisions of the agency, as they are often exchanged.",
         FROM_OFFICIAL_TEXT)
{
    return readable(row->DATE_MATCH) &&
           (!readable(row->DATE_INT) || after(row->DATE_INT, row->DATE_MATCH));
}

/* The child's last episode with which care started; NULL: none. */
static const struct Episodes *latest_start_of(const struct Child *child)
{
    for (uint32_t i = child->order.count; i > 0; i--) {
        if (is_code(child->order.rows[i - 1]->RNE, RNE_S))
            return child->order.rows[i - 1];
    }
    return NULL;
}

FINDING_RULE(Child, .code = "334", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of AD1",
             FIELDS(AT(AD1, DATE_INT), AT(Episodes, DECOM), AT(Episodes, RNE)),
             .message = "The decision to place for adoption is earlier than the day on which care "
                        "last started.",
             .why = "The decision belongs to the time in care that led to the adoption, which "
                    "began with the episode shown (reason S). Check the date of the decision, and "
                    "whether the child really left care and came back; if not, the reason for that "
                    "episode is not S.",
             FROM_PUBLIC_CODE)
{
    const struct Episodes *start = latest_start_of(row);
    if (!start)
        return;
    FOR_EACH (ctx, AD1, adoption, row) {
        if (!before(adoption->DATE_INT, start->DECOM))
            continue;
        found(ctx);
        point(ctx, adoption, BIT(AD1, DATE_INT));
        point(ctx, start, BIT(Episodes, DECOM) | BIT(Episodes, RNE));
    }
}

static bool is_adopted_by_carers(const struct sv_row *row)
{
    const struct Episodes *e = (const struct Episodes *)row;
    return is_adopted(e) && IS_ANY(e->PLACE, PLACE_A3, PLACE_A5);
}

static bool is_adopted_by_others(const struct sv_row *row)
{
    const struct Episodes *e = (const struct Episodes *)row;
    return is_adopted(e) && IS_ANY(e->PLACE, PLACE_A4, PLACE_A6);
}

static bool says_by_carers(const struct sv_row *row)
{
    return is_code(((const struct AD1 *)row)->FOSTER_CARE, FOSTER_CARE_1);
}

static bool says_by_others(const struct sv_row *row)
{
    return is_code(((const struct AD1 *)row)->FOSTER_CARE, FOSTER_CARE_0);
}

FINDING_RULE(Child, .code = "335", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "pair of Episodes and AD1",
             FIELDS(AT(Episodes, PLACE), AT(Episodes, REC), AT(AD1, FOSTER_CARE)),
             .message = "Adopted by a former foster carer or not: the adoption details disagree "
                        "with the last placement.",
             .why = "The placements A3 and A5 are with the child's own foster carers, so that "
                    "FOSTER_CARE is 1; A4 and A6 are with other people, so that it is 0. Find out "
                    "who adopted the child and correct the one that is wrong.",
             FROM_OFFICIAL_TEXT)
{
    const uint64_t fields = BIT(Episodes, PLACE) | BIT(Episodes, REC);
    const uint64_t other_fields = BIT(AD1, FOSTER_CARE);
    find_every_pair(ctx, row, &(struct some){TABLE_Episodes, is_adopted_by_carers, fields},
                    &(struct some){TABLE_AD1, says_by_others, other_fields});
    find_every_pair(ctx, row, &(struct some){TABLE_Episodes, is_adopted_by_others, fields},
                    &(struct some){TABLE_AD1, says_by_carers, other_fields});
}

ROW_RULE(AD1, .code = "511", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(AD1, NB_ADOPTR), AT(AD1, SEX_ADOPTR)),
         .message = "There are two adopters, but their sex is given with a code for one person (M1 "
                    "or F1).",
         .why = "M1 and F1 describe a single adopter; a couple has MM, FF or MF. Look up who is "
                "named in the adoption order and correct the number or the code.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->NB_ADOPTR, NB_ADOPTR_2) &&
           IS_ANY(row->SEX_ADOPTR, SEX_ADOPTR_M1, SEX_ADOPTR_F1);
}

/* A legal status of the adopters, and the codes of their sex that go with it. */
#define STATUS_RULE(code_, status_, message_, why_, ...)                                           \
    ROW_RULE(AD1, .code = (code_), .severity = SV_ERROR, .stage = 2, .first_year = 2023,           \
             FIELDS(AT(AD1, LS_ADOPTR), AT(AD1, SEX_ADOPTR)), .message = (message_),               \
             .why = (why_), FROM_PUBLIC_CODE)                                                      \
    {                                                                                              \
        return is_code(row->LS_ADOPTR, status_) && !IS_ANY(row->SEX_ADOPTR, __VA_ARGS__);          \
    }

#define ONE_OF_TWO_IS_WRONG                                                                        \
    "Look up in the adopters' record who they are and how they live together, and correct the "    \
    "status or the sex."

STATUS_RULE("514", LS_ADOPTR_L0,
            "The adopter is single (L0), but the sex is not one of the codes for one person, M1 or "
            "F1.",
            "L0 says that one person alone adopted the child. " ONE_OF_TWO_IS_WRONG, SEX_ADOPTR_M1,
            SEX_ADOPTR_F1)

STATUS_RULE("517", LS_ADOPTR_L3,
            "The adopters are an unmarried couple of different sex (L3), but their sex is not MF.",
            "L3 says that a man and a woman who are not married adopted the "
            "child; an unmarried couple of the same sex is L4. " ONE_OF_TWO_IS_WRONG,
            SEX_ADOPTR_MF)

STATUS_RULE("518", LS_ADOPTR_L4,
            "The adopters are an unmarried couple of the same sex (L4), but their sex is not MM or "
            "FF.",
            "L4 says that two men or two women, neither married nor in a civil partnership, "
            "adopted the child; an unmarried man and woman are L3. " ONE_OF_TWO_IS_WRONG,
            SEX_ADOPTR_MM, SEX_ADOPTR_FF)

STATUS_RULE("519", LS_ADOPTR_L2,
            "The adopters are civil partners (L2), but their sex is not one of the codes for a "
            "couple.",
            "Civil partners are two people, of the same or of different sex: MM, FF or "
            "MF. " ONE_OF_TWO_IS_WRONG,
            SEX_ADOPTR_MM, SEX_ADOPTR_FF, SEX_ADOPTR_MF)

STATUS_RULE("520", LS_ADOPTR_L11,
            "The adopters are a married couple of different sex (L11), but their sex is not MF.",
            "L11 says that a man and a woman who are married adopted the child; a married couple "
            "of the same sex is L12. " ONE_OF_TWO_IS_WRONG,
            SEX_ADOPTR_MF)

static bool is_not_placed_for_adoption(SV_MAYBE_UNUSED const struct sv_context *ctx,
                                       const struct sv_row *row)
{
    return !is_adoptive_placement((const struct Episodes *)row);
}

PAIR_RULE_EXCEPT(
    Child, Episodes, DECOM, AD1, is_not_placed_for_adoption, .code = "521", .severity = SV_ERROR,
    .stage = 2, .first_year = 2023,
    FIELDS(AT(Episodes, PLACE), AT(Episodes, DECOM), AT(AD1, DATE_INT)),
    .message = "The child was placed for adoption (A3 to A6) before the decision to do so was "
               "made.",
    .why = "A child can be placed with adopters once it has been decided that adoption is in the "
           "child's interest (DATE_INT); the same day will do. Compare the date with the decision "
           "of the agency. If the child lived with the same people before as foster carers, that "
           "time is an episode of its own with a foster code.",
    FROM_OFFICIAL_TEXT)
{
    if (!readable(other->DATE_INT))
        return no_days();
    return (struct sv_interval){sv_day_of(1, 1, 1), day_of(other->DATE_INT) - 1};
}

FINDING_RULE(AD1, .code = "523", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of AD1", FIELDS(AT(AD1, DATE_INT), AT(PlacedAdoption, DATE_PLACED)),
             .message = "The decision to place for adoption has one date in AD1 and another in "
                        "PlacedAdoption.",
             .why = "DATE_INT and DATE_PLACED are the same decision, so DATE_INT must be the date "
                    "of one of the child's rows in PlacedAdoption. Take the date from the decision "
                    "of the agency and correct the table that is wrong; DATE_PLACED is not the day "
                    "on which the child moved.",
             FROM_PUBLIC_CODE)
{
    const struct sv_at placed = AT(PlacedAdoption, DATE_PLACED);
    const struct Child *child = CHILD_OF(row);
    const struct PlacedAdoption *latest = latest_decision(child);
    /* Rows without a date come first among the decisions: when the last has none, none has. */
    if (!latest || !readable(latest->DATE_PLACED) || !readable(row->DATE_INT) ||
        ctx->host->has_day(ctx, &child->row, placed, NULL, day_of(row->DATE_INT)))
        return;
    found(ctx);
    point(ctx, row, BIT(AD1, DATE_INT));
    point(ctx, latest, BIT(PlacedAdoption, DATE_PLACED));
}

STATUS_RULE("524", LS_ADOPTR_L12,
            "The adopters are a married couple of the same sex (L12), but their sex is not MM or "
            "FF.",
            "L12 says that two men or two women who are married adopted the child; a married man "
            "and woman are L11. " ONE_OF_TWO_IS_WRONG,
            SEX_ADOPTR_MM, SEX_ADOPTR_FF)

static bool is_reversed(const struct sv_row *row)
{
    return present(((const struct PlacedAdoption *)row)->DATE_PLACED_CEASED);
}

static bool has_data(const struct sv_row *row)
{
    return has_adoption_data((const struct AD1 *)row);
}

FINDING_RULE(Child, .code = "525", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "pair of PlacedAdoption and AD1",
             FIELDS(AT(PlacedAdoption, DATE_PLACED_CEASED), ALL_ITEMS),
             .message = "Adoption details are given although the decision to place for adoption "
                        "was reversed.",
             .why = "A child is not adopted once it was decided to stop placing for adoption. If "
                    "the adoption went ahead, clear the date on which the decision was reversed; "
                    "if not, clear the adoption details. When the decision was reversed and made "
                    "again before the adoption, explain that to the department.",
             FROM_OFFICIAL_TEXT)
{
    find_every_pair(
        ctx, row,
        &(struct some){TABLE_PlacedAdoption, is_reversed, BIT(PlacedAdoption, DATE_PLACED_CEASED)},
        &(struct some){TABLE_AD1, has_data, ALL_BITS});
}

static bool is_dated_adoption(const struct sv_row *row)
{
    const struct Episodes *e = (const struct Episodes *)row;
    return is_adopted(e) && readable(e->DEC);
}

FINDING_RULE(Child, .code = "582", .severity = SV_QUERY, .first_year = 2023,
             .unit = "row of Episodes",
             FIELDS(AT(Episodes, DEC), AT(Episodes, REC), AT(AD1, DATE_MATCH)),
             .message = "The child was adopted on the day on which the match with the adopters was "
                        "decided.",
             .why = "Between the match and the adoption order the child lives with the adopters, "
                    "as a rule for ten weeks or more. Check both dates: often the date of the "
                    "order was entered as the match. If both are right, as may be with the child's "
                    "own foster carers, explain it to the department.",
             FROM_OFFICIAL_TEXT)
{
    static const struct date_search matched_that_day = {
        .seekers = {TABLE_Episodes, is_dated_adoption, BIT(Episodes, DEC) | BIT(Episodes, REC)},
        .date = offsetof(struct Episodes, DEC),
        .sought = {TABLE_AD1, NULL, BIT(AD1, DATE_MATCH)},
        .sought_date = offsetof(struct AD1, DATE_MATCH),
        .tell = find_match,
    };
    search_dates(ctx, row, &matched_that_day);
}

static bool has_complete_adoption(const struct sv_context *ctx, const struct Child *child)
{
    FOR_EACH (ctx, AD1, adoption, child) {
        if (has_all_items(adoption))
            return true;
    }
    return false;
}

FINDING_RULE(Child, .code = "601", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of Episodes", FIELDS(AT(Episodes, REC), AT(Episodes, DEC), ALL_ITEMS),
             .message = "The child was adopted in the year, but the adoption details are missing "
                        "or not complete.",
             .why = "For each adoption the return takes two dates and four items about the "
                    "adopters, all in one row of AD1. Add the row or fill in what is blank; if the "
                    "child was not adopted, correct the end reason E11 or E12 of the episode.",
             FROM_PUBLIC_CODE)
{
    const struct AD1 *adoption = FIRST_OF(ctx, AD1, row);
    if (has_complete_adoption(ctx, row))
        return;
    FOR_EACH (ctx, Episodes, e, row) {
        if (!is_adopted_in_year(ctx, e))
            continue;
        found(ctx);
        point(ctx, e, BIT(Episodes, REC) | BIT(Episodes, DEC));
        if (adoption)
            point(ctx, adoption, ALL_BITS);
    }
}

static bool was_adopted_in_year(const struct sv_context *ctx, const struct Child *child)
{
    FOR_EACH (ctx, Episodes, e, child) {
        if (is_adopted_in_year(ctx, e))
            return true;
    }
    return false;
}

FINDING_RULE(Child, .code = "602", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
             .unit = "row of AD1", FIELDS(ALL_ITEMS), READS(TABLE_Episodes),
             .message = "Adoption details are given, but no episode of the child ended with "
                        "adoption in the year.",
             .why = "The details belong to the year of the adoption order, in which the last "
                    "episode ends with reason E11 or E12. End the episode if the order was made; "
                    "leave the details out if it was made in another year or not yet.",
             FROM_PUBLIC_CODE)
{
    if (!FIRST_OF(ctx, AD1, row) || was_adopted_in_year(ctx, row))
        return;
    FOR_EACH (ctx, AD1, adoption, row) {
        if (!has_adoption_data(adoption))
            continue;
        found(ctx);
        point(ctx, adoption, ALL_BITS);
    }
}
