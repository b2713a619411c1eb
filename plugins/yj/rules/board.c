/* Attendance at the management board (key performance indicator 8). */
#include "../facts.h"

/* Calls SECTOR(name) for each sector; the first five are those that the law asks to take part. */
#define STATUTORY_SECTORS(SECTOR)                                                                  \
    SECTOR(ChildrensSocialCare) SECTOR(Education) SECTOR(Police) SECTOR(Probation) SECTOR(Health)

RETURN_RULE(.code = "YJ-280", .severity = SV_ERROR, .first_year = 2024, .unit = "return",
            FIELDS(AT(board, RowType)),
            .message = "The attendance at the management board is missing.",
            .why =
                "Indicator 8 has no other source. Add it to the first part of the extract; leave "
                "this rule out (--rules -YJ-280) when the aggregate template is sent instead.",
            PUBLISHED("nationally the figure comes from the template only."))
{
    if (!first_below(ctx, NULL, TABLE_board))
        found(ctx);
}

RETURN_RULE(.code = "YJ-281", .severity = SV_ERROR, .first_year = 2024, .unit = "return",
            FIELDS(AT(board, RowType)),
            .message = "Rows of the management board are missing or doubled.",
            .why = "There is one row for senior partners, one for delegates, and one for new "
                   "partners. Correct the board in the part that has it; only one part should.",
            OWN("each row is needed once."))
{
    int times[BoardRow_code_count] = {0};
    bool wrong = false;
    FOR_EACH (ctx, board, row, NULL) {
        if (readable(row->RowType))
            times[row->RowType.number]++;
    }
    for (size_t i = 0; i < BoardRow_code_count; i++)
        wrong = wrong || times[i] != 1;
    if (wrong && first_below(ctx, NULL, TABLE_board))
        found(ctx);
}

FINDING_RULE(board, .code = "YJ-282", .severity = SV_QUERY, .first_year = 2024,
             .unit = "sector of the senior partners' row",
             FIELDS(AT(board, ChildrensSocialCareAttended),
                    AT(board, ChildrensSocialCareNotAttended), AT(board, EducationAttended),
                    AT(board, EducationNotAttended), AT(board, PoliceAttended),
                    AT(board, PoliceNotAttended), AT(board, ProbationAttended),
                    AT(board, ProbationNotAttended), AT(board, HealthAttended),
                    AT(board, HealthNotAttended)),
             .message = "Nothing is entered for the senior partner of a statutory sector.",
             .why = "Social care, education, police, probation and health each have a senior "
                    "partner, who attended or not: one of the two numbers is above 0. Look at the "
                    "minutes of the board.",
             PUBLISHED("five sectors are expected."))
{
    if (!is_code(row->RowType, BoardRow_SENIOR_PARTNER))
        return;
#define FIND_EMPTY(sector)                                                                         \
    if (row->sector##Attended.number == 0 && row->sector##NotAttended.number == 0 && found(ctx))   \
        point(ctx, row, BIT(board, sector##Attended) | BIT(board, sector##NotAttended));
    STATUTORY_SECTORS(FIND_EMPTY)
}

/* The first row of a type. */
static const struct board *first_of(const struct sv_context *ctx, int type)
{
    FOR_EACH (ctx, board, row, NULL) {
        if (is_code(row->RowType, type))
            return row;
    }
    return NULL;
}

static bool is_more(struct sv_value new_partners, struct sv_value senior, struct sv_value delegated)
{
    return both_readable(senior, delegated) && readable(new_partners) &&
           new_partners.number > (int64_t)senior.number + delegated.number;
}

RETURN_RULE(.code = "YJ-283", .severity = SV_ERROR, .first_year = 2024,
            .unit = "sector of the new partners' row",
            FIELDS(AT(board, ChildrensSocialCareAttended), AT(board, EducationAttended),
                   AT(board, PoliceAttended), AT(board, ProbationAttended),
                   AT(board, HealthAttended), AT(board, OtherAttended)),
            .message = "More new partners than partners who attended.",
            .why = "New partners are some of those who attended, senior or delegated. Correct the "
                   "number of the sector in one of the three rows.",
            PUBLISHED("the question is asked of those who attended."))
{
    const struct board *added = first_of(ctx, BoardRow_NEW_PARTNER);
    const struct board *senior = first_of(ctx, BoardRow_SENIOR_PARTNER);
    const struct board *delegated = first_of(ctx, BoardRow_DELEGATED_PARTNER);
    if (!added || !senior || !delegated)
        return;
#define FIND_MORE(sector)                                                                          \
    if (is_more(added->sector##Attended, senior->sector##Attended, delegated->sector##Attended) && \
        found(ctx))                                                                                \
        point(ctx, added, BIT(board, sector##Attended));
    STATUTORY_SECTORS(FIND_MORE)
    FIND_MORE(Other)
}
