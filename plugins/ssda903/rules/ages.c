/* The child's age when an episode starts or ends, by the date of birth in Header. */
#include "../facts.h"

/* The episode started before the child was n years old. */
static bool starts_under(const struct Episodes *e, int n)
{
    return before_day(e->DECOM, birthday_of(CHILD_OF(e), n));
}

static bool ends_under(const struct Episodes *e, int n)
{
    return before_day(e->DEC, birthday_of(CHILD_OF(e), n));
}

/* The episode ended on the birthday or later. */
static bool ends_at_or_over(const struct Episodes *e, int n)
{
    return is_on_or_before(birthday_of(CHILD_OF(e), n), day_of(e->DEC));
}

FINDING_RULE(Episodes, .code = "234", .severity = SV_ERROR, .first_year = 2026,
             .unit = "row of Episodes",
             FIELDS(AT(Episodes, REASON_PLACE_CHANGE), AT(Episodes, DECOM), AT(Header, DOB)),
             .message = "The reason for placement change is custody (CUSTOD), but the child was "
                        "under 10 at the move.",
             .why = "Children under 10 cannot be held responsible for a crime, so they are not "
                    "taken into custody. The age counts on the day on which the next episode "
                    "starts. Check the date of birth, then choose the reason for which the child "
                    "really moved.",
             FROM_OFFICIAL_TEXT)
{
    if (!is_code(row->REASON_PLACE_CHANGE, REASON_PLACE_CHANGE_CUSTOD) || !row->next ||
        !starts_under(row->next, 10))
        return;
    uint64_t fields = BIT(Episodes, REASON_PLACE_CHANGE) | BIT(Episodes, DECOM);
    found(ctx);
    point(ctx, row, fields);
    point(ctx, row->next, fields);
    point(ctx, CHILD_OF(row)->header, BIT(Header, DOB));
}

FINDING_RULE(
    Child, .code = "302", .severity = SV_ERROR, .stage = 2, .first_year = 2023, .unit = "child",
    FIELDS(AT(Episodes, DECOM), AT(Header, DOB)),
    .message = "The date of birth lies after the day on which the child's first episode starts.",
    .why = "Care begins at birth at the earliest; an unborn child is not looked after. "
           "Check the date of birth first, as it decides in many rules, and correct the "
           "start of the episode if the birth date is right.",
    FROM_PUBLIC_CODE)
{
    const struct Episodes *first = first_episode(row);
    if (!first || !before_day(first->DECOM, birth_of(row)))
        return;
    found(ctx);
    point(ctx, first, BIT(Episodes, DECOM));
    point(ctx, row->header, BIT(Header, DOB));
}

ROW_RULE(Episodes, .code = "352", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, DECOM), AT(Episodes, RNE), AT(Header, DOB)),
         .message = "Reason S says that care began here, when the child was already 18 or older.",
         .why = "Only people under 18 can come into care. Check the date of birth and the start of "
                "the episode. If the young person was in care before, the episode goes on with "
                "that time and its reason is not S. Support for a care leaver is not an episode.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->RNE, RNE_S) &&
           is_on_or_before(birthday_of(CHILD_OF(row), 18), day_of(row->DECOM));
}

ROW_RULE(Episodes, .code = "358", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, DECOM), AT(Episodes, LS), AT(Header, DOB)),
         .message = "A child under 10 has a legal status of youth justice (J1, J2, J3).",
         .why = "Children under 10 cannot be held responsible for a crime, so remand, police "
                "detention and youth orders do not apply to them. Check the date of birth and the "
                "start of the episode, then look up under which order the child was looked after.",
         FROM_OFFICIAL_TEXT)
{
    return IS_ANY(row->LS, LS_J1, LS_J2, LS_J3) && starts_under(row, 10);
}

ROW_RULE(Episodes, .code = "359", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, DEC), AT(Episodes, LS), AT(Episodes, PLACE), AT(Header, DOB)),
         .message = "A young person over 18 is still in care, but not as V2 in a community home "
                    "(K2).",
         .why = "Care ends on the 18th birthday at the latest. End the episode on that day, with "
                "an end reason such as E5, E6 or E17; what comes after is support for a care "
                "leaver. A young person who lives on in a community home by agreement has V2 and "
                "K2. A true case of another kind can be explained to the department.",
         FROM_PUBLIC_CODE)
{
    return missing(row->DEC) && is_before(birthday_of(CHILD_OF(row), 18), ctx->period_end) &&
           !(is_code(row->LS, LS_V2) && is_code(row->PLACE, PLACE_K2));
}

/* Placements for which a child must have reached an age. */
#define PLACEMENT_AGE_RULE(code_, first_, last_, place_, age_, message_, why_)                     \
    ROW_RULE(Episodes, .code = (code_), .severity = SV_ERROR, .stage = 2, .first_year = (first_),  \
             .last_year = (last_),                                                                 \
             FIELDS(AT(Episodes, DECOM), AT(Episodes, PLACE), AT(Header, DOB)),                    \
             .message = (message_), .why = (why_), FROM_PUBLIC_CODE)                               \
    {                                                                                              \
        return is_code(row->PLACE, place_) && starts_under(row, age_);                             \
    }

#define EXPLAIN "A true case can be explained to the department."

PLACEMENT_AGE_RULE("370", 2023, 2023, PLACE_P2, 15,
                   "A child under 15 is placed in independent living (P2).",
                   "P2 is a home of one's own, with no carer. Check the date of birth, the start "
                   "of the episode and whether the child lived with a carer or in a hostel, which "
                   "have other codes. " EXPLAIN)

PLACEMENT_AGE_RULE("370", 2024, 2024, PLACE_P2, 16,
                   "A child under 16 is placed in independent living (P2).",
                   "P2 is a home of one's own, with no carer; a child under 16 may not be placed "
                   "there. Check the date of birth, the start of the episode and what kind of home "
                   "it was. " EXPLAIN)

PLACEMENT_AGE_RULE("371", 2023, 2023, PLACE_H5, 14,
                   "A child under 14 is placed in semi-independent living (H5).",
                   "H5 is a hostel or lodging with support but without care. Check the date of "
                   "birth, the start of the episode and whether the setting is a children's home "
                   "(K2). " EXPLAIN)

PLACEMENT_AGE_RULE("371", 2024, 2024, PLACE_H5, 16,
                   "A child under 16 is placed in semi-independent living (H5).",
                   "H5 is a hostel or lodging with support but without care, where a child under "
                   "16 may not be placed. Check the date of birth, the start of the episode and "
                   "whether the setting is a children's home (K2). " EXPLAIN)

PLACEMENT_AGE_RULE("371", 2025, 0, PLACE_K3, 16,
                   "A child under 16 is placed in supported accommodation (K3).",
                   "Supported accommodation is for those of 16 and 17; a younger child needs a "
                   "placement with care. Check the date of birth, the start of the episode and "
                   "whether the setting is a children's home (K2). " EXPLAIN)

PLACEMENT_AGE_RULE("372", 2023, 0, PLACE_R5, 10,
                   "A child under 10 is placed in youth custody or prison (R5).",
                   "Children under 10 cannot be held responsible for a crime, so no court sends "
                   "them into custody. Check the date of birth and the start of the episode; for a "
                   "secure children's home use K1. " EXPLAIN)

PLACEMENT_AGE_RULE("373", 2023, 0, PLACE_S1, 4,
                   "A child under 4 is placed in a residential school (S1).",
                   "Residential schools take children of school age. Check the date of birth and "
                   "the start of the episode; a family centre is R3 and a children's home is "
                   "K2. " EXPLAIN)

PLACEMENT_AGE_RULE("374", 2023, 0, PLACE_P3, 14,
                   "A child under 14 is placed in residential employment (P3).",
                   "P3 is a job with lodging, which a child of that age cannot have. Check the "
                   "date of birth and the start of the episode, then choose the code of the place "
                   "where the child lived. " EXPLAIN)

ROW_RULE(Episodes, .code = "386", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, REC), AT(Episodes, DEC), AT(Header, DOB)),
         .message = "The end reason says that the child was adopted at the age of 18 or over.",
         .why = "Care ends on the 18th birthday at the latest, so adoption can only end it before. "
                "Check the date of birth and the end date against the adoption order; if the order "
                "came later, end the episode when care ended, with another end reason.",
         FROM_PUBLIC_CODE)
{
    return is_adopted(row) && ends_at_or_over(row, 18);
}

ROW_RULE(Episodes, .code = "387", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, REC), AT(Episodes, DEC), AT(Header, DOB)),
         .message = "The end reason says that a child under 14 left care to live independently "
                    "(E5, E6).",
         .why = "A child of that age has somebody to live with. Check the date of birth and the "
                "end date, then enter to whom the child went: E4A or E4B for the parents, E13 for "
                "others. " EXPLAIN,
         FROM_PUBLIC_CODE)
{
    return IS_ANY(row->REC, REC_E5, REC_E6) && ends_under(row, 14);
}

ROW_RULE(Episodes, .code = "389", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, REC), AT(Episodes, DEC), AT(Header, DOB)),
         .message = "The end reason says that a child under 16 moved to adult social care (E7).",
         .why = "Adult social care takes over at 18, in some cases shortly before. Check the date "
                "of birth and the end date; if the authority went on looking after the child, care "
                "has not ended and the reason is X1. " EXPLAIN,
         FROM_PUBLIC_CODE)
{
    return is_code(row->REC, REC_E7) && ends_under(row, 16);
}

ROW_RULE(Episodes, .code = "407", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, DEC), AT(Episodes, REC), AT(Header, DOB)),
         .message = "The end reason is special guardianship (E45 to E48), but the child was 18 or "
                    "older by then.",
         .why = "A special guardianship order can be made for a child only, and care ends on the "
                "18th birthday in any case. Check the date of birth and the date of the order; for "
                "a young person who stayed with the carers at 18 the reason is E17.",
         FROM_OFFICIAL_TEXT)
{
    return IS_ANY(row->REC, REC_E45, REC_E46, REC_E47, REC_E48) && ends_at_or_over(row, 18);
}

ROW_RULE(Episodes, .code = "460", .severity = SV_ERROR, .stage = 2, .first_year = 2023,
         FIELDS(AT(Episodes, DEC), AT(Episodes, REC), AT(Header, DOB)),
         .message = "The end reason says stayed with carers at 18 or over (E17), but the child was "
                    "under 18.",
         .why = "E17 is for young people who turn 18 and stay with their carers. Check the date of "
                "birth; care that ended with the 18th birthday ends on that day. If the child left "
                "care earlier, enter the reason that says where the child went.",
         FROM_PUBLIC_CODE)
{
    return is_code(row->REC, REC_E17) && ends_under(row, 18);
}
