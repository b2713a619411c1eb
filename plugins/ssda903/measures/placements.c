/* Where children looked after at the end of the period are placed. */
#include "measures.h"

#define ABOUT .section = SECTION_PLACEMENTS, CHILDREN, .at_end = true, READS(TABLE_Episodes)

static int type_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return cla_placement_band(cla_placement_at_end(THE_CHILD)->PLACE);
}

static int code_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return cla_placement_at_end(THE_CHILD)->PLACE.number;
}

static int provider_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return cla_placement_at_end(THE_CHILD)->PLACE_PROVIDER.number;
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .name = "placements_at_end",
        .title = "Children looked after, by placement",
        .definition =
            "Children looked after at the end of the period. One in a temporary placement "
            "(T0 to T4) that day counts where it was before in the same period of care.",
        .caution = "Whether the statistics count children in temporary placements in this way, and "
                   "residential employment (P3) among other placements, is not certain.",
        BREAKDOWNS(BY_PLACEMENT("type", type_of), BY_LIST(PLACE, "code", code_of),
                   BY_LIST(PLACE_PROVIDER, "provider", provider_of)))
{
    return counted_if(looked_after_at_end(row));
}

/* Place in the order U1 to U6: first with relatives or friends, then with others, and of each first
 * long term, then for adoption, then other. */
static int foster_kind(const struct sv_row *row)
{
    static const int8_t of_code[PLACE_code_count] = {
        [PLACE_U1] = 1, [PLACE_U2] = 2, [PLACE_U3] = 3,
        [PLACE_U4] = 4, [PLACE_U5] = 5, [PLACE_U6] = 6};
    struct sv_value place = cla_placement_at_end(THE_CHILD)->PLACE;
    return readable(place) ? of_code[place.number] - 1 : -1;
}

static int carer_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return foster_kind(row) / 3;
}

static int purpose_of(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return foster_kind(row) % 3;
}

static const char *const carers[] = {"with a relative or friend", "with another carer"};
static const char *const purposes[] = {"long term", "fostering for adoption or concurrent planning",
                                       "other"};

static bool is_fostered(const struct Child *child)
{
    return looked_after_at_end(child) && is_foster_placement(cla_placement_at_end(child));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "fostered",
        .title = "In foster placements",
        .definition = "Of the children looked after at the end of the period, those in a foster "
                      "placement (U1 to U6).",
        BREAKDOWNS(BY_LABEL(carers, "carer", carer_of), BY_LABEL(purposes, "purpose", purpose_of)))
{
    return share(looked_after_at_end(row), is_fostered(row));
}

static bool is_fostered_by_agency(const struct Child *child)
{
    return is_fostered(child) && IS_ANY(cla_placement_at_end(child)->PLACE_PROVIDER,
                                        PLACE_PROVIDER_PR4, PLACE_PROVIDER_PR5);
}

MEASURE(Child, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "agency_fostered",
        .title = "In foster placements of agencies, of all children",
        .definition = "Of the children looked after at the end of the period, those in a foster "
                      "placement of a private or voluntary provider (PR4, PR5).",
        .caution = "Reports also divide by the children in foster placements: see "
                   "agency_of_fostered.")
{
    return share(looked_after_at_end(row), is_fostered_by_agency(row));
}

MEASURE(Child, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "agency_of_fostered",
        .title = "In foster placements of agencies, of those fostered",
        .definition =
            "Of the children in foster placements at the end of the period whose provider "
            "is given, those with a private or voluntary one (PR4, PR5).")
{
    return share(is_fostered(row) && readable(cla_placement_at_end(row)->PLACE_PROVIDER),
                 is_fostered_by_agency(row));
}

static bool is_placed(const struct Child *child, int32_t first, int32_t second)
{
    return looked_after_at_end(child) && IS_ANY(cla_placement_at_end(child)->PLACE, first, second);
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "in_childrens_homes",
        .title = "In secure units and children's homes",
        .definition = "Of the children looked after at the end of the period, those in a secure "
                      "children's home (K1) or a children's home (K2).")
{
    return share(looked_after_at_end(row), is_placed(row, PLACE_K1, PLACE_K2));
}

MEASURE(Child, ABOUT, FROM_STATISTICS, .kind = SV_SHARE_OF, .name = "with_parents",
        .title = "With parents or others with parental responsibility",
        .definition = "Of the children looked after at the end of the period, those placed with "
                      "parents or others with parental responsibility (P1).")
{
    return share(looked_after_at_end(row), is_placed(row, PLACE_P1, PLACE_P1));
}

MEASURE(Child, ABOUT, FROM_READING, .name = "without_registration",
        .title = "In settings without Ofsted registration",
        .definition = "Children looked after at the end of the period in a children's home (K2) or "
                      "another placement (Z1, Z11 to Z14) with URN XXXXXXX or without a URN.",
        .caution = "The return has no flag for unregistered homes. A home may be without a URN "
                   "because it lies outside England or registers elsewhere.")
{
    if (!looked_after_at_end(row))
        return SV_APART;
    const struct Episodes *e = cla_placement_at_end(row);
    bool home = is_code(e->PLACE, PLACE_K2) ||
                IS_ANY(e->PLACE, PLACE_Z1, PLACE_Z11, PLACE_Z12, PLACE_Z13, PLACE_Z14);
    return counted_if(home && !has_real_urn(ctx, e));
}

static const char *const locations[] = {"inside the authority", "outside the authority"};
static const char *const distances[] = {"20 miles or less", "over 20 miles"};

#define FAR_TENTHS 200 /* of a mile */

static int location_of(const struct sv_context *ctx, const struct sv_row *row)
{
    const char *location = cla_placement_at_end(THE_CHILD)->placement.location;
    (void)ctx;
    return !location ? -1 : strcmp(location, "IN") != 0;
}

static int distance_of(const struct sv_context *ctx, const struct sv_row *row)
{
    int32_t tenths = cla_placement_at_end(THE_CHILD)->placement.tenths;
    (void)ctx;
    return tenths == SV_NONE ? -1 : tenths > FAR_TENTHS;
}

MEASURE(Child, ABOUT, FROM_PRACTICE, .name = "placements_by_place", .reference = "postcodes",
        .title = "Children looked after, by where they are placed",
        .definition =
            "Children looked after at the end of the period, by the postcodes of home and "
            "placement. Not recorded: a postcode is not given or not in the directory, the "
            "authority is not named (--la), or one of the two only lies in Northern Ireland, which "
            "has a grid of its own.",
        BREAKDOWNS(BY_LABEL(locations, "location", location_of),
                   BY_LABEL(distances, "distance from home", distance_of)))
{
    return counted_if(looked_after_at_end(row));
}

MEASURE(Child, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "placed_inside",
        .reference = "postcodes", .title = "Placed inside the authority",
        .definition = "Of the children looked after at the end of the period whose placement lies "
                      "in a known authority, those placed in the one that makes the return.",
        .caution = "The statistics divide by all children, those of unknown place among them.")
{
    bool known = looked_after_at_end(row) && location_of(ctx, &row->row) >= 0;
    return share(known, known && location_of(ctx, &row->row) == 0);
}

MEASURE(Child, ABOUT, FROM_PRACTICE, .kind = SV_SHARE_OF, .name = "placed_within_20_miles",
        .reference = "postcodes", .title = "Placed within 20 miles of home",
        .definition = "Of the children looked after at the end of the period for whom the distance "
                      "between home and placement is known, those with 20 miles or less.",
        .caution = "The statistics divide by all children, those of unknown distance among them.")
{
    bool known = looked_after_at_end(row) && distance_of(ctx, &row->row) >= 0;
    return share(known, known && distance_of(ctx, &row->row) == 0);
}
