/* Where the child lives: local or other area, and accommodation (key performance indicator 1). */
#include "../facts.h"

ROW_RULE(outcome, .code = "YJ-050", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(outcome, OutcomeDate)), READS(TABLE_residence),
         .message = "No residence is recorded on the day of the outcome.",
         .why = "Whether the outcome counts for this service depends on where the child lived on "
                "that day. Add the residence, local or other area, with the date from which the "
                "child lived there.",
         PUBLISHED("the reporting code looks the residence up on the outcome date."))
{
    sv_day made = day(row->OutcomeDate);
    return made != SV_NONE && has_tier(row, SUBSTANTIVE_TIERS | TIER_DIVERSION) &&
           area_on(child_of(row), made) == AREA_NONE;
}

/* The first record among those of the same date that stands earlier and says another area. */
static const struct residence *contradicted(const struct sv_context *ctx,
                                            const struct sv_repeats *same_date,
                                            const struct residence *row)
{
    const struct sv_row *at = ctx->host->first_equal(same_date, &row->row);
    for (; at && at != &row->row; at = ctx->host->next_equal(same_date, at)) {
        const struct residence *earlier = (const struct residence *)at;
        if (present(earlier->Description) &&
            !same_code(ctx, earlier->Description, row->Description))
            return earlier;
    }
    return NULL;
}

FINDING_RULE(person, .code = "YJ-051", .severity = SV_ERROR, .first_year = 2022,
             .unit = "pair of residences", FIELDS(AT(residence, Date), AT(residence, Description)),
             .message = "Two residences begin on one day, one local and one in another area.",
             .why = "The child cannot move into this area and out of it on one day. Correct the "
                    "date of one, or delete the one that is wrong.",
             OWN("the two records contradict each other."))
{
    const struct sv_at date = AT(residence, Date);
    const struct sv_repeats *same_date = ctx->host->repeats(ctx, &row->row, date);
    FOR_EACH (ctx, residence, later, row) {
        const struct residence *earlier = day(later->Date) == SV_NONE || missing(later->Description)
                                              ? NULL
                                              : contradicted(ctx, same_date, later);
        if (!earlier || !found(ctx))
            continue;
        point(ctx, later, BIT(residence, Date) | BIT(residence, Description));
        point(ctx, earlier, BIT(residence, Date) | BIT(residence, Description));
    }
}

ROW_RULE(residence, .code = "YJ-052", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(residence, KPI1EndDate)), .message = "The accommodation ends before it begins.",
         .why = "Compare both dates with the case record. Leave the end open, or 1900-01-01, while "
                "the child still lives there.",
         OWN("the two dates contradict each other."))
{
    return is_before(day(row->KPI1EndDate), day(row->Date));
}

ROW_RULE(residence, .code = "YJ-053", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(residence, KPI1AccommodationType), AT(residence, KPI1AccommodationSuitability)),
         .message = "Only one of type and suitability of the accommodation is given.",
         .why = "The indicator on accommodation needs both. Add what is missing, or leave both out "
                "when the record only says local or other area.",
         PUBLISHED("the reporting code reads both for indicator 1."))
{
    return missing(row->KPI1AccommodationType) != missing(row->KPI1AccommodationSuitability);
}

ROW_RULE(residence, .code = "YJ-054", .severity = SV_ERROR, .first_year = 2024,
         FIELDS(AT(residence, KPI1AccommodationSuitability)),
         .message = "Accommodation of this kind cannot be suitable.",
         .why = "Bed and breakfast, no fixed abode and unknown accommodation always count as "
                "unsuitable. Correct the suitability, or the type if it is another one.",
         PUBLISHED("a comment in the reporting code says so."))
{
    return in_set(row->KPI1AccommodationType, CODE_BIT(AccommodationType, BED_AND_BREAKFAST) |
                                                  CODE_BIT(AccommodationType, NO_FIXED_ABODE) |
                                                  CODE_BIT(AccommodationType, NOT_KNOWN)) &&
           is_code(row->KPI1AccommodationSuitability, Suitability_SUITABLE);
}

ROW_RULE(residence, .code = "YJ-055", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(residence, KPI1AccommodationSuitability)),
         .message = "The suitability is unknown, and will be counted as unsuitable.",
         .why = "Decide with the case worker whether the accommodation is suitable, and enter it.",
         PUBLISHED("the reporting code counts it so."))
{
    return is_code(row->KPI1AccommodationSuitability, Suitability_UNKNOWN);
}

ROW_RULE(residence, .code = "YJ-056", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(residence, KPI1AccommodationType)), READS(TABLE_outcome, TABLE_hearing),
         .message = "Secure accommodation, but no custodial sentence or secure remand before it.",
         .why = "A child is in a secure children's home, school, training centre or young offender "
                "institution after a court decided so. Add the hearing with the remand or the "
                "sentence, or correct the type. A welfare placement is another type.",
         OWN("custody follows a decision of a court."))
{
    sv_day until = no_date(row->KPI1EndDate) ? return_end(ctx) : day(row->KPI1EndDate);
    return in_set(row->KPI1AccommodationType, CODE_BIT(AccommodationType, YOI) |
                                                  CODE_BIT(AccommodationType, STC) |
                                                  CODE_BIT(AccommodationType, SCH) |
                                                  CODE_BIT(AccommodationType, SECURE_SCHOOL)) &&
           until != SV_NONE && !is_since(until, child_of(row)->custody);
}

FINDING_RULE(person, .code = "YJ-058", .severity = SV_QUERY, .first_year = 2024,
             .unit = "pair of residences", FIELDS(AT(residence, Date), AT(residence, KPI1EndDate)),
             .message = "The child has two main residences at one time.",
             .why = "A child has one main residence at a time; one that has no end lasts until the "
                    "next one begins. End the earlier one, or mark only one of the two as main.",
             PUBLISHED("an earlier form of indicator 1 reads main residences only."))
{
    FOR_EACH (ctx, residence, later, row) {
        if (!later->earlier)
            continue;
        if (!found(ctx))
            return;
        point(ctx, later, BIT(residence, Date) | BIT(residence, KPI1EndDate));
        point(ctx, later->earlier, BIT(residence, Date) | BIT(residence, KPI1EndDate));
    }
}

ROW_RULE(residence, .code = "YJ-059", .severity = SV_QUERY, .first_year = 2024,
         FIELDS(AT(residence, KPI1AccommodationType)),
         .message = "Independent living is recorded for a child under 16.",
         .why = "Look at the case record for whom the child lives with, and at the date of birth.",
         OWN("independent living is for those of 16 and over."))
{
    return is_code(row->KPI1AccommodationType, AccommodationType_INDEPENDENT_LIVING) &&
           is_under(child_of(row), 16, day(row->Date));
}
