/* The return as a whole: its header, and figures that only make sense over all children. */
#include "episode.h"

RETURN_RULE(.code = "100", .severity = SV_ERROR, .first_year = 2023, .unit = "return",
            FIELDS(AT(Header, ReferenceDate)), REPORTS_UNREADABLE(Header, ReferenceDate),
            .message = "The reference date in the header is not the last day of the collection "
                       "year, 31 March.",
            .why = "The date says which year the return is for. It must be there, be written as "
                   "CCYY-MM-DD, and be 31 March of the year that was chosen for this check. Set it "
                   "in the export, or choose the other year if the file was made for it.",
            FROM_OFFICIAL_TEXT)
{
    const struct Header *header = (const struct Header *)first_below(ctx, NULL, TABLE_Header);
    if (!header || day_of(header->ReferenceDate) != ctx->year_end)
        found(ctx);
}

static size_t count_started_plans(const struct sv_context *ctx)
{
    size_t count = 0;
    FOR_EACH (ctx, ChildProtectionPlans, plan, NULL)
        count += in_period(ctx, plan->CPPstartDate);
    return count;
}

static size_t count_conferences(const struct sv_context *ctx)
{
    size_t count = 0;
    FOR_EACH (ctx, CINdetails, episode, NULL)
        count += in_period(ctx, episode->DateOfInitialCPC);
    FOR_EACH (ctx, Section47, enquiry, NULL)
        count += in_period(ctx, enquiry->DateOfInitialCPC);
    return count;
}

RETURN_RULE(.code = "2883", .severity = SV_ERROR, .first_year = 2023, .unit = "return",
            FIELDS(AT(ChildProtectionPlans, CPPstartDate)),
            READS(TABLE_CINdetails, TABLE_Section47),
            .message = "More protection plans started in the period than initial conferences were "
                       "held.",
            .why = "Every plan begins at an initial conference, so over the return there cannot be "
                   "more plans than conferences. Counted are the conferences of enquiries and "
                   "those of episodes together. Look for plans whose conference date is missing "
                   "or lies outside the period, and for plans that were recorded twice.",
            FROM_OFFICIAL_TEXT)
{
    if (count_started_plans(ctx) > count_conferences(ctx))
        found(ctx);
}

/* A child without an expected date of birth counts as born, also when there is no date of birth. */
static bool is_unknown_of_born_child(const struct ChildIdentifiers *child, struct sv_value value,
                                     int unknown)
{
    return !readable(child->ExpectedPersonBirthDate) && (missing(value) || is_code(value, unknown));
}

static bool exceeds_2_percent(size_t part, size_t all)
{
    return part * 50 > all;
}

RETURN_RULE(.code = "2886Q", .severity = SV_QUERY, .first_year = 2023, .last_year = 2024,
            .unit = "return", FIELDS(AT(ChildIdentifiers, GenderCurrent)),
            .message = "The gender of more than 2 in 100 children is missing or not recorded.",
            .why = "Gender is nearly always known once a child is born, so a share of blanks and "
                   "of code 0 above 2% of all children points to records that were not completed. "
                   "List the children who have no expected date of birth and complete their "
                   "records. If it is genuinely not known for so many, explain why.",
            FROM_OFFICIAL_TEXT)
{
    size_t all = 0;
    size_t unknown = 0;
    FOR_EACH (ctx, ChildIdentifiers, child, NULL) {
        all++;
        unknown += is_unknown_of_born_child(child, child->GenderCurrent, GenderCurrent_0);
    }
    if (exceeds_2_percent(unknown, all))
        found(ctx);
}

RETURN_RULE(.code = "2886Q", .severity = SV_QUERY, .first_year = 2025, .unit = "return",
            FIELDS(AT(ChildIdentifiers, Sex)),
            .message = "The sex of more than 2 in 100 children is missing or unknown.",
            .why = "Sex is nearly always known once a child is born, so a share of blanks and of "
                   "code U above 2% of all children points to records that were not completed. "
                   "List the children who have no expected date of birth and complete their "
                   "records. If it is genuinely not known for so many, explain why.",
            FROM_OFFICIAL_TEXT)
{
    size_t all = 0;
    size_t unknown = 0;
    FOR_EACH (ctx, ChildIdentifiers, child, NULL) {
        all++;
        unknown += is_unknown_of_born_child(child, child->Sex, Sex_U);
    }
    if (exceeds_2_percent(unknown, all))
        found(ctx);
}

RETURN_RULE(.code = "2887Q", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            FIELDS(AT(Disabilities, Disability)),
            .message = "The return uses fewer than 8 of the 12 codes for kinds of disability.",
            .why = "Over all children of an authority most kinds of disability occur. Fewer codes "
                   "often mean that the export turns several kinds into one or drops those that it "
                   "does not know. Compare the codes sent with what the case system offers. In a "
                   "small authority it can be genuine; then explain it.",
            FROM_OFFICIAL_TEXT)
{
    uint64_t seen = 0;
    int kinds = 0;
    FOR_EACH (ctx, Disabilities, disability, NULL) {
        struct sv_value code = disability->Disability;
        if (!in_list(ctx, code, &Disability_list) || is_code(code, Disability_NONE))
            continue;
        uint64_t bit = UINT64_C(1) << code.number;
        kinds += !(seen & bit);
        seen |= bit;
    }
    if (kinds < 8)
        found(ctx);
}

/* Every value counts, also one that is no code or is there twice. */
static int count_disabilities(const struct sv_context *ctx, const struct ChildIdentifiers *child)
{
    int count = 0;
    FOR_EACH (ctx, Disabilities, disability, child)
        count +=
            present(disability->Disability) && !is_code(disability->Disability, Disability_NONE);
    return count;
}

RETURN_RULE(.code = "2888Q", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            FIELDS(AT(Disabilities, Disability)), READS(TABLE_ChildIdentifiers),
            .message = "There are disabled children, but none with two or more disabilities.",
            .why = "Some children of every authority have several disabilities, and each is sent "
                   "by a code of its own. If there is never more than one, the export probably "
                   "sends only the first or the main one. If there are genuinely very few disabled "
                   "children, explain it.",
            FROM_OFFICIAL_TEXT)
{
    int most = 0;
    FOR_EACH (ctx, ChildIdentifiers, child, NULL) {
        int count = count_disabilities(ctx, child);
        most = count > most ? count : most;
    }
    if (most == 1)
        found(ctx);
}

RETURN_RULE(.code = "8995Q", .severity = SV_QUERY, .first_year = 2027, .unit = "return",
            READS(TABLE_PreProceedingsandFGDM),
            .message = "The return has no pre-proceedings of any child.",
            .why = "Nearly every authority has cases in which pre-proceedings began or ended in "
                   "the period. Check whether the export includes the PreProceedingsandFGDM "
                   "groups. If there was genuinely no case, or the records cannot be sent yet, "
                   "explain it.",
            FROM_DRAFT_2027)
{
    if (!first_below(ctx, NULL, TABLE_PreProceedingsandFGDM))
        found(ctx);
}
