/*
 * The URN of an episode and the list of providers that Ofsted has registered.
 *
 * A URN may have several rows in the list, for several premises or registrations; one that fits is
 * enough. A URN that is not in the list is told of by rule 1008 alone.
 */
#include "../facts.h"

/* Whether a row of the list fits an episode. */
typedef bool provider_test(const struct sv_context *ctx, const struct Episodes *e,
                           const struct Providers *provider);

/* The URN is in the list, but none of its rows fits. */
static bool no_row_fits(const struct sv_context *ctx, const struct Episodes *e, provider_test *fits)
{
    FOR_EACH_PROVIDER(ctx, provider, e)
    {
        if (fits(ctx, e, provider))
            return false;
    }
    return e->provider != NULL;
}

static bool has_place_code(const struct sv_context *ctx, const struct Episodes *e,
                           const struct Providers *provider)
{
    return holds_code(text_of(ctx, provider->PLACE_CODES), code_text(ctx, e->PLACE, &PLACE_list));
}

ROW_RULE(Episodes, .code = "219", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .reference = "providers", FIELDS(AT(Episodes, URN), AT(Episodes, PLACE)),
         .message = "The placement type is not one for which the URN (Ofsted's number) is "
                    "registered.",
         .why = "The list says for every number what kind of home or agency it is, and the "
                "placement type must be one of those kinds. Check first that the number is that of "
                "the setting in which the child lives, then the type: a fostering agency, for "
                "instance, goes with U1 to U6. Correct whichever is wrong.",
         FROM_OFFICIAL_TEXT)
{
    return no_row_fits(ctx, row, has_place_code);
}

static bool has_its_postcode(const struct sv_context *ctx, const struct Episodes *e,
                             const struct Providers *provider)
{
    return same_postcode(ctx, provider->POSTCODE, e->PL_POST);
}

#define POSTCODE_RULE(first_, last_, is_setting_, why_)                                            \
    ROW_RULE(Episodes, .code = "221", .severity = SV_ERROR, .stage = 2, .first_year = (first_),    \
             .last_year = (last_), .reference = "providers",                                       \
             FIELDS(AT(Episodes, PL_POST), AT(Episodes, URN)),                                     \
             .message = "The placement postcode is not the one registered for this URN (Ofsted's " \
                        "number of the setting).",                                                 \
             .why = (why_), FROM_OFFICIAL_TEXT)                                                    \
    {                                                                                              \
        return (is_setting_) && !is_short_break(row) && present(row->PL_POST) &&                   \
               no_row_fits(ctx, row, has_its_postcode);                                            \
    }

#define COMPARE_POSTCODES                                                                          \
    "Compare number and postcode with the address of the setting: the number of a sister home or " \
    "the postcode of a head office is often entered. If both are right and the list has another "  \
    "address, explain it."

POSTCODE_RULE(2023, 2023, IS_ANY(row->PLACE, PLACE_K1, PLACE_K2, PLACE_R3, PLACE_S1),
              "A child in a children's home (K1, K2), family centre (R3) or residential school "
              "(S1) lives at the address under which it is registered. " COMPARE_POSTCODES)

POSTCODE_RULE(
    2024, 2024, IS_ANY(row->PLACE, PLACE_H5, PLACE_K1, PLACE_K2, PLACE_R3, PLACE_S1),
    "A child in a children's home (K1, K2), family centre (R3), residential school (S1) "
    "or supported accommodation (H5) lives at an address that is registered. " COMPARE_POSTCODES)

POSTCODE_RULE(2025, 0, IS_ANY(row->PLACE, PLACE_K1, PLACE_K2, PLACE_K3, PLACE_R3, PLACE_S1),
              "A child in a children's home (K1, K2), family centre (R3), residential school (S1) "
              "or supported accommodation (K3) lives at an address that is registered; a provider "
              "of K3 often has more premises than the list names. " COMPARE_POSTCODES)

static bool has_provider_code(const struct sv_context *ctx, const struct Episodes *e,
                              const struct Providers *provider)
{
    return holds_code(text_of(ctx, provider->PROVIDER_CODES),
                      code_text(ctx, e->PLACE_PROVIDER, &PLACE_PROVIDER_list));
}

ROW_RULE(Episodes, .code = "224", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .reference = "providers", FIELDS(AT(Episodes, URN), AT(Episodes, PLACE_PROVIDER)),
         .message = "The placement provider is not the one registered for this URN (Ofsted's "
                    "number).",
         .why = "The list says whether an authority (PR1, PR2), another public body (PR3), a "
                "private (PR4) or a voluntary organisation (PR5) is behind the number. Check that "
                "the number is right, then correct the provider. If the setting has changed hands "
                "and the list does not show it yet, explain it.",
         FROM_OFFICIAL_TEXT)
{
    return no_row_fits(ctx, row, has_provider_code);
}

static bool was_registered_at_start(SV_MAYBE_UNUSED const struct sv_context *ctx,
                                    const struct Episodes *e, const struct Providers *provider)
{
    return !is_on_or_before(day_of(provider->REG_END), day_of(e->DECOM));
}

ROW_RULE(Episodes, .code = "227", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .reference = "providers", FIELDS(AT(Episodes, URN), AT(Episodes, DECOM)),
         .message = "The registration of this URN (Ofsted's number) had ended by the start of the "
                    "episode.",
         .why = "A child cannot be newly placed in a home or with an agency that is no longer "
                "registered. Often the setting was registered again under a new number: look it up "
                "on Ofsted's list and enter that one, or correct the start date. If the child was "
                "placed there all the same, explain it.",
         FROM_OFFICIAL_TEXT)
{
    return no_row_fits(ctx, row, was_registered_at_start);
}

static bool was_registered_to_end(const struct sv_context *ctx, const struct Episodes *e,
                                  const struct Providers *provider)
{
    return !before_day(provider->REG_END, end_of(ctx, e));
}

ROW_RULE(Episodes, .code = "228", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         .reference = "providers", FIELDS(AT(Episodes, URN), AT(Episodes, DEC)),
         .message = "The registration of this URN (Ofsted's number) ended before the episode did.",
         .why = "The episode runs on, at least to the last day of the period if it is open, in a "
                "setting that is no longer registered. If the setting got a new number, end the "
                "episode on that day and begin a new one with the new number; if the child moved, "
                "enter the day. If the child did stay on, explain it.",
         FROM_OFFICIAL_TEXT)
{
    return no_row_fits(ctx, row, was_registered_to_end);
}

/* The authorities of the rows of a URN. */
struct owners {
    bool known;  /* of at least one row */
    bool wanted; /* at least one is the authority that was asked for */
};

static struct owners owners_of(const struct sv_context *ctx, const struct Episodes *e,
                               const char *wanted)
{
    struct owners owners = {false, false};
    FOR_EACH_PROVIDER(ctx, provider, e)
    {
        const char *authority = provider_authority(ctx, provider);
        owners.known = owners.known || authority;
        owners.wanted = owners.wanted || (authority && strcasecmp(authority, wanted) == 0);
    }
    return owners;
}

static bool has_wrong_owner(const struct sv_context *ctx, const struct Episodes *e)
{
    if (!IS_ANY(e->PLACE_PROVIDER, PLACE_PROVIDER_PR1, PLACE_PROVIDER_PR2))
        return false;
    struct owners owners = owners_of(ctx, e, ctx->authority);
    return owners.known && owners.wanted != is_code(e->PLACE_PROVIDER, PLACE_PROVIDER_PR1);
}

#define OWNER_RULE(first_, last_, is_tested_, why_)                                                \
    ROW_RULE(Episodes, .code = "229", .severity = SV_ERROR, .stage = 2, .first_year = (first_),    \
             .last_year = (last_), .reference = "providers", .needs = SV_NEEDS_AUTHORITY,          \
             FIELDS(AT(Episodes, URN), AT(Episodes, PLACE_PROVIDER)),                              \
             .message = "Provider PR1 (your own authority) or PR2 (another) does not fit the "     \
                        "authority in which the URN is registered.",                               \
             .why = (why_), FROM_OFFICIAL_TEXT)                                                    \
    {                                                                                              \
        return (is_tested_) && has_wrong_owner(ctx, row);                                          \
    }

#define WHOSE_PROVISION                                                                            \
    "The list of providers shows in which authority the setting of this URN (Ofsted's number) is " \
    "registered: your own goes with PR1, another with PR2. Check the number, and who runs the "    \
    "setting, and correct what is wrong. If your own provision is registered under another "       \
    "authority, or the other way round, explain it."

OWNER_RULE(2023, 2025, true, WHOSE_PROVISION)

OWNER_RULE(2026, 0, !is_never_registered(ctx, row) && !is_code(row->PLACE, PLACE_K3),
           WHOSE_PROVISION " Supported accommodation (K3) is not tested.")

ROW_RULE(Episodes, .code = "230", .severity = SV_ERROR, .first_year = 2024, .last_year = 2024,
         .reference = "postcodes",
         FIELDS(AT(Episodes, URN), AT(Episodes, PLACE), AT(Episodes, DEC), AT(Episodes, PL_LA)),
         .message = "Supported accommodation (H5) runs past 28 October 2023 without the URN of a "
                    "registered setting.",
         .why = "From that day on, supported accommodation in England has to be registered with "
                "Ofsted, so XXXXXXX is not enough either. Look the setting up on Ofsted's list and "
                "enter its number from then on. If the placement is outside England, check the "
                "placement postcode; if it is something else, correct the type.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->PLACE, PLACE_H5) && !is_short_break(row) && !has_real_urn(ctx, row) &&
           runs_past(row, sv_day_of(2023, 10, 28)) && !is_outside_england(row);
}

ROW_RULE(Episodes, .code = "241", .severity = SV_ERROR, .first_year = 2026,
         .reference = "postcodes", READS(TABLE_Providers),
         FIELDS(AT(Episodes, URN), AT(Episodes, PL_POST), AT(Episodes, PL_LA)),
         .message = "This supported accommodation (K3) lies in an authority where its provider has "
                    "no registered premises.",
         .why = "A provider of supported accommodation may have premises in several places; the "
                "placement must lie in the authority of one of them. Check that the URN (Ofsted's "
                "number) is that of the provider, and compare the placement postcode with the "
                "child's address; correct the wrong one.",
         FROM_OFFICIAL_TEXT)
{
    if (!is_code(row->PLACE, PLACE_K3) || !row->placement.la)
        return false;
    struct owners owners = owners_of(ctx, row, row->placement.la);
    return owners.known && !owners.wanted;
}

ROW_RULE(Episodes, .code = "1008", .severity = SV_ERROR, .stage = 1, .first_year = 2023,
         .reference = "providers", FIELDS(AT(Episodes, URN)),
         .message = "The URN (Ofsted's number) is not in the list of providers.",
         .why = "Without a number that exists nobody can tell in whose care the child is. Look the "
                "home or agency up on Ofsted's list and enter its number, seven digits or SC and "
                "six digits; XXXXXXX stands for one without registration. A setting that is very "
                "new may need a newer list.",
         FROM_PUBLIC_CODE)
{
    return has_real_urn(ctx, row) && !row->provider;
}
