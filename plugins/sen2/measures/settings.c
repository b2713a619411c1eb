/* Where persons with a plan are, in the groups of the statistics. */
#include "measures.h"

#define SETTING_LABEL(name, kind, label) label,
#define SETTING_KIND(name, kind, label) KIND_##kind,

const char *const sen2_setting_labels[SETTING_count] = {SETTINGS(SETTING_LABEL)};
const char *const sen2_kind_labels[KIND_count] = {"mainstream school",
                                                  "special school",
                                                  "alternative provision",
                                                  "further education",
                                                  "early years provider",
                                                  "educated elsewhere, or not in education",
                                                  "school or college by URN, type not known"};

/* Types of establishment as the public register calls them. Of mainstream schools: the first of
 * the three settings. */
static const struct {
    const char *type;
    int setting;
} types[] = {
    {"Community school", SETTING_LA_RESOURCED},
    {"Voluntary aided school", SETTING_LA_RESOURCED},
    {"Voluntary controlled school", SETTING_LA_RESOURCED},
    {"Foundation school", SETTING_LA_RESOURCED},
    {"Local authority nursery school", SETTING_LA_RESOURCED},
    {"Academy converter", SETTING_ACADEMY_RESOURCED},
    {"Academy sponsor led", SETTING_ACADEMY_RESOURCED},
    {"Academy 16-19 converter", SETTING_ACADEMY_RESOURCED},
    {"Academy 16 to 19 converter", SETTING_ACADEMY_RESOURCED},
    {"Academy 16 to 19 sponsor led", SETTING_ACADEMY_RESOURCED},
    {"Free schools", SETTING_FREE_RESOURCED},
    {"Free schools 16 to 19", SETTING_FREE_RESOURCED},
    {"University technical college", SETTING_FREE_RESOURCED},
    {"Studio schools", SETTING_FREE_RESOURCED},
    {"Other independent school", SETTING_INDEPENDENT},
    {"City technology college", SETTING_INDEPENDENT},
    {"Community special school", SETTING_SPECIAL_LA},
    {"Foundation special school", SETTING_SPECIAL_LA},
    {"Academy special converter", SETTING_SPECIAL_ACADEMY},
    {"Academy special sponsor led", SETTING_SPECIAL_ACADEMY},
    {"Free schools special", SETTING_SPECIAL_ACADEMY},
    {"Other independent special school", SETTING_SPECIAL_INDEPENDENT},
    {"Non-maintained special school", SETTING_SPECIAL_NON_MAINTAINED},
    {"Academy alternative provision converter", SETTING_AP_ACADEMY},
    {"Academy alternative provision sponsor led", SETTING_AP_ACADEMY},
    {"Free schools alternative provision", SETTING_AP_FREE},
    {"Pupil referral unit", SETTING_AP_UNIT},
    {"Further education", SETTING_COLLEGE},
    {"Sixth form centres", SETTING_COLLEGE},
    {"Special post 16 institution", SETTING_SPECIALIST_16},
    {"Online provider", SETTING_ONLINE},
    {"Welsh establishment", SETTING_WELSH},
    {"Academy secure 16 to 19", SETTING_OTHER_SCHOOL},
    {"British schools overseas", SETTING_OTHER_SCHOOL},
    {"Children's centre", SETTING_OTHER_SCHOOL},
    {"Children's centre linked site", SETTING_OTHER_SCHOOL},
    {"Higher education institutions", SETTING_OTHER_SCHOOL},
    {"Institution funded by other government department", SETTING_OTHER_SCHOOL},
    {"Miscellaneous", SETTING_OTHER_SCHOOL},
    {"Offshore schools", SETTING_OTHER_SCHOOL},
    {"Secure units", SETTING_OTHER_SCHOOL},
    {"Service children's education", SETTING_OTHER_SCHOOL},
};

static int setting_of_type(const char *type)
{
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (strcmp(types[i].type, type) == 0)
            return types[i].setting;
    }
    return SETTING_BY_URN;
}

static int setting_of_school(const struct sv_context *ctx, const struct PlacementDetail *placement)
{
    if (!is_given(ctx, TABLE_Establishments))
        return SETTING_BY_URN;
    const struct Establishments *school = (const struct Establishments *)ctx->host->look_up(
        ctx, TABLE_Establishments, text_of(ctx, placement->URN));
    int setting =
        school ? setting_of_type(text_of(ctx, school->TypeOfEstablishment)) : SETTING_BY_URN;
    bool splits = setting == SETTING_LA_RESOURCED || setting == SETTING_ACADEMY_RESOURCED ||
                  setting == SETTING_FREE_RESOURCED;
    if (!splits || is_yes(placement->ResourcedProvisionIndicator))
        return setting;
    return is_yes(placement->SENunitIndicator) ? setting + 1 : setting + 2;
}

/* Of compulsory school age on the census day: five by 31 December, and not yet sixteen when the
 * school year began. */
static bool is_of_school_age(const struct sv_context *ctx, const struct Person *person)
{
    return has_turned(person, 5, sv_day_of(ctx->year - 1, 12, 31)) &&
           sen2_school_age(ctx, person) <= 15;
}

static int setting_of_code(const struct sv_context *ctx, const struct PlacementDetail *placement)
{
    static const int settings[] = {[SENSettingPlacement_OLA] = SETTING_BY_LA,
                                   [SENSettingPlacement_OPA] = SETTING_BY_PARENTS,
                                   [SENSettingPlacement_EHE] = SETTING_HOME,
                                   [SENSettingPlacement_EYP] = SETTING_EARLY_YEARS,
                                   [SENSettingPlacement_OTH] = SETTING_OTHER,
                                   [SENSettingPlacement_NEET] = SETTING_NEET,
                                   [SENSettingPlacement_NIEC] = SETTING_NOTICE,
                                   [SENSettingPlacement_NIEO] = SETTING_OUT_OTHER};
    if (!readable(placement->SENSetting))
        return -1;
    int setting = settings[placement->SENSetting.number];
    return setting == SETTING_OUT_OTHER && is_of_school_age(ctx, person_of(placement))
               ? SETTING_OUT_AT_SCHOOL_AGE
               : setting;
}

static int setting_of(const struct sv_context *ctx, const struct PlacementDetail *placement)
{
    if (!placement)
        return -1;
    if (present(placement->URN))
        return setting_of_school(ctx, placement);
    return present(placement->UKPRN) ? SETTING_BY_UKPRN : setting_of_code(ctx, placement);
}

static int kind_of(int setting)
{
    static const int kinds[] = {SETTINGS(SETTING_KIND)};
    return setting < 0 ? -1 : kinds[setting];
}

/* Places of ranks: one that is not there comes last. */
static int place_of_rank(struct sv_value rank)
{
    return readable(rank) ? rank.number : INT16_MAX;
}

const struct PlacementDetail *sen2_main_placement(const struct sv_context *ctx,
                                                  const struct ActivePlans *active)
{
    const struct PlacementDetail *main = NULL;
    if (!active)
        return NULL;
    FOR_EACH (ctx, PlacementDetail, placement, active) {
        if (placement->is_open &&
            (!main || place_of_rank(placement->PlacementRank) < place_of_rank(main->PlacementRank)))
            main = placement;
    }
    return main;
}

/* Whether a placement was left later than another, or has a lower rank when both were left on one
 * day. */
static bool is_later(const struct PlacementDetail *placement, const struct PlacementDetail *other)
{
    sv_day left = end_of(placement->LeavingDate);
    sv_day other_left = end_of(other->LeavingDate);
    if (left != other_left)
        return left > other_left;
    return place_of_rank(placement->PlacementRank) < place_of_rank(other->PlacementRank);
}

static const struct PlacementDetail *last_placement(const struct sv_context *ctx,
                                                    const struct ActivePlans *active)
{
    const struct PlacementDetail *last = NULL;
    if (!active)
        return NULL;
    FOR_EACH (ctx, PlacementDetail, placement, active) {
        if (readable(placement->EntryDate) && end_of(placement->LeavingDate) != SV_NONE &&
            (!last || is_later(placement, last)))
            last = placement;
    }
    return last;
}

int sen2_setting(const struct sv_context *ctx, const struct sv_row *row)
{
    return setting_of(ctx, sen2_main_placement(ctx, request_of(row)->active));
}

int sen2_kind_of_setting(const struct sv_context *ctx, const struct sv_row *row)
{
    return kind_of(sen2_setting(ctx, row));
}

int sen2_last_setting(const struct sv_context *ctx, const struct sv_row *row)
{
    return setting_of(ctx, last_placement(ctx, request_of(row)->active));
}

int sen2_kind_of_last_setting(const struct sv_context *ctx, const struct sv_row *row)
{
    return kind_of(sen2_last_setting(ctx, row));
}
