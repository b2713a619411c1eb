/* The header: which return this is, who makes it, and the officers of the authority. */
#include "../facts.h"

#include <string.h>

/* A text that is missing is no text at all. */
static bool is_text(const struct sv_context *ctx, struct sv_value v, const char *text)
{
    return strcmp(text_of(ctx, v), text) == 0;
}

RETURN_RULE(.code = "LOCAL-SEN2-101", .severity = SV_ERROR, .first_year = 2023, .unit = "return",
            READS(TABLE_Header), .message = "The header does not say that this is the return SEN2.",
            .why = "The department tells its collections apart by this item. It must be exactly "
                   "SEN2, in capitals. The export sets it; correct its settings.",
            EXPLICIT("section 3.2.1, header."))
{
    if (!is_text(ctx, header_of(ctx)->Collection, "SEN2"))
        found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-102", .severity = SV_ERROR, .first_year = 2023, .unit = "return",
            READS(TABLE_Header), REPORTS_UNREADABLE(Header, Year),
            .message = "The header has no collection year, or not the one that is being checked.",
            .why = "The year is that of the census day, in four digits: the return of January 2026 "
                   "is that of 2026. If the header is right, choose its year when you check; "
                   "otherwise set the year in the export and make the file again.",
            IMPLIED("section 3.2.1, header."))
{
    int year = 0;
    const char *text = text_of(ctx, header_of(ctx)->Year);
    for (const char *c = text; *c >= '0' && *c <= '9' && c - text < 4; c++)
        year = year * 10 + (*c - '0');
    if (strlen(text) != 4 || year != ctx->year)
        found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-103", .severity = SV_ERROR, .first_year = 2023, .unit = "return",
            READS(TABLE_Header),
            .message = "The reference date is missing, or is not the census day of the year.",
            .why =
                "The census day is a Thursday in January that the department sets for each year, "
                "for example 15 January 2026. Set it in the export and make the file again, so "
                "that the active plans are those of the right day.",
            IMPLIED("section 3.2.1, header."))
{
    struct sv_value date = header_of(ctx)->ReferenceDate;
    if (missing(date) || (readable(date) && date.number != census_day(ctx)))
        found(ctx);
}

RETURN_RULE(
        .code = "LOCAL-SEN2-104", .severity = SV_ERROR, .first_year = 2023, .unit = "return",
        READS(TABLE_Header),
        .message = "The number of the authority is missing, or is none of an English authority.",
        .why = "The three digits are the department's own number of the authority, such as 845. "
               "Numbers of authorities that were abolished do not count: Cumbria (909) became "
               "942 and 943 with the return of 2024.",
        IMPLIED("section 3.2.1, header."))
{
    const char *number = text_of(ctx, header_of(ctx)->LEA);
    if (!text_in_list(ctx, &LA_list, number, strlen(number)))
        found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-105", .severity = SV_ERROR, .first_year = 2023, .unit = "return",
            READS(TABLE_Header), .message = "The source level in the header is not L.",
            .why =
                "L says that a local authority makes the return. The export sets it; correct its "
                "settings.",
            IMPLIED("section 3.2.1, header."))
{
    if (!is_text(ctx, header_of(ctx)->SourceLevel, "L"))
        found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-106", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            READS(TABLE_Header),
            .message = "The header does not name the software that made the file, or its release.",
            .why =
                "When something is wrong with a file, this is how the department and the supplier "
                "find out which software made it. Ask the supplier to have the export fill in "
                "both items.",
            PLAUSIBILITY("section 3.2.1, header."))
{
    const struct Header *header = header_of(ctx);
    if (missing(header->SoftwareCode) || missing(header->Release))
        found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-107", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            READS(TABLE_Header), .pattern = "[0-9]{1,3}",
            .message = "The serial number is missing, or is no number of up to three digits.",
            .why = "The serial number counts the files that you send, beginning with 001, so that "
                   "the newest can be told. Set it in the export.",
            IMPLIED("section 3.2.1, header."))
{
    if (!matches(ctx, header_of(ctx)->SerialNo))
        found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-108", .severity = SV_ERROR, .first_year = 2023, .unit = "return",
            READS(TABLE_Header),
            .message = "The day and time at which the file was made are missing or cannot be read.",
            .why = "They are written CCYY-MM-DDThh:mm:ss, without a time zone. Rules that ask "
                   "whether a date lies in the future count from this day. The export sets it.",
            IMPLIED("section 3.2.1, header."))
{
    if (!readable(header_of(ctx)->DateTime))
        found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-109", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            READS(TABLE_Header),
            .message = "The file says that it was made before the census day, or in the future.",
            .why = "A file made before the census day cannot hold what was there on that day: make "
                   "it again. A day in the future shows that the clock of the computer that made "
                   "the file is wrong.",
            PLAUSIBILITY("section 3.2.1, header."))
{
    struct sv_value made = header_of(ctx)->DateTime;
    if (before_day(made, census_day(ctx)) || after_day(made, ctx->today))
        found(ctx);
}

/* An officer whom every authority should have. */
#define OFFICER_RULE(code_, field, severity_, first_year_, last_year_, message_, ...)              \
    RETURN_RULE(.code = (code_), .severity = (severity_), .first_year = (first_year_),             \
                .last_year = (last_year_), .unit = "return", READS(TABLE_Header),                  \
                .message = (message_), __VA_ARGS__)                                                \
    {                                                                                              \
        if (missing(header_of(ctx)->field))                                                        \
            found(ctx);                                                                            \
    }

#define ANSWER_FOR_OFFICER                                                                         \
    "Answer Y for in post, N for not in post, or R while somebody is being recruited. The answer " \
    "is about the authority's whole area on the census day; it comes from the SEND manager or "    \
    "the integrated care board, not from the case system."

OFFICER_RULE("LOCAL-SEN2-110", DMO, SV_ERROR, 2023, 0,
             "The return does not say whether a designated medical officer is in post.",
             .why = ANSWER_FOR_OFFICER, EXPLICIT("section 2, return details."))
OFFICER_RULE("LOCAL-SEN2-111", DCO, SV_ERROR, 2023, 0,
             "The return does not say whether a designated clinical officer is in post.",
             .why = ANSWER_FOR_OFFICER, EXPLICIT("section 2, return details."))
OFFICER_RULE("LOCAL-SEN2-112", DSCO, SV_QUERY, 2025, 2025,
             "The return does not say whether a designated social care officer is in post.",
             .why = ANSWER_FOR_OFFICER " In 2025 the item is new and voluntary.",
             EXPLICIT("section 2, return details; new and voluntary in 2025."))
OFFICER_RULE("LOCAL-SEN2-112", DSCO, SV_ERROR, 2026, 0,
             "The return does not say whether a designated social care officer is in post.",
             .why = ANSWER_FOR_OFFICER,
             EXPLICIT("section 2, return details; compulsory from 2026."))

RETURN_RULE(.code = "LOCAL-SEN2-113", .severity = SV_QUERY, .first_year = 2023, .unit = "return",
            READS(TABLE_Header),
            .message = "There is neither a designated medical nor a designated clinical officer.",
            .why = "Health bodies are expected to have one of the two for their work with children "
                   "with special needs. Ask the integrated care board whether the answers are "
                   "right; if nobody is in post and nobody is being recruited, explain it.",
            PLAUSIBILITY("section 2, return details."))
{
    const struct Header *header = header_of(ctx);
    if (is_code(header->DMO, InPost_N) && is_code(header->DCO, InPost_N))
        found(ctx);
}

RETURN_RULE(.code = "LOCAL-SEN2-114", .severity = SV_ERROR, .first_year = 2023, .unit = "return",
            READS(TABLE_Person), .message = "There is no person in the return.",
            .why =
                "Every authority has children with plans or requests. The export has written the "
                "header only, or its selection of records found none: check the year, the teams "
                "and the dates that it was run with.",
            IMPLIED("section 3.2.2, persons."))
{
    if (!first_below(ctx, NULL, TABLE_Person))
        found(ctx);
}
