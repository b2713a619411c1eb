/* The return as a whole: its period, its parts, and children who are in it twice. */
#include "../facts.h"

#include <stdio.h>

RETURN_RULE(.code = "YJ-001", .severity = SV_QUERY, .first_year = 2022, .unit = "return",
            FIELDS(AT(header, ReturnStartDate), AT(header, ReturnEndDate)),
            .message = "The period of the return is not one quarter of a financial year.",
            .why = "Case-level data are sent for quarters that begin on 1 April, 1 July, 1 October "
                   "and 1 January. Choose the quarter again where the extract is made. A longer "
                   "period may be right when earlier data are sent again: then say so.",
            PUBLISHED("the return is quarterly (data recording requirements 2021-22)."))
{
    sv_day end = quarter_end(return_start(ctx));
    bool known = return_start(ctx) != SV_NONE && return_end(ctx) != SV_NONE;
    bool starts_on_none = end == SV_NONE || sv_date_of(end).month % 3 != 0;
    if (known && (starts_on_none || end != return_end(ctx)))
        found(ctx);
}

RETURN_RULE(.code = "YJ-002", .severity = SV_ERROR, .first_year = 2022, .unit = "return",
            FIELDS(AT(header, ReturnEndDate)),
            .message = "The period in the header ends before it begins.",
            .why = "One of the two dates in the header is wrong. Choose the quarter again where "
                   "the extract is made, and make it anew.",
            OWN("the two dates contradict each other."))
{
    if (is_before(return_end(ctx), return_start(ctx)))
        found(ctx);
}

RETURN_RULE(.code = "YJ-003", .severity = SV_ERROR, .first_year = 2022, .unit = "return",
            FIELDS(AT(header, ExtractDateTime)),
            .message = "The extract was made before the return period was over.",
            .why = "What is recorded on the remaining days of the quarter is not in the file. Make "
                   "the extract again, at the earliest on the day after the last one of the "
                   "period. An early extract is fine for a trial, but not for sending.",
            OWN("an extract before the end of the quarter cannot be complete."))
{
    if (is_since(return_end(ctx), extract_day(ctx)))
        found(ctx);
}

static void copy_code(const struct sv_context *ctx, struct sv_value v, char *out, size_t size)
{
    capitals(text_of(ctx, v), "", out, size);
}

#define ORGANISATION_ROOM 64

RETURN_RULE(.code = "YJ-004", .severity = SV_ERROR, .first_year = 2022, .unit = "return",
            .needs = SV_NEEDS_AUTHORITY, FIELDS(AT(header, YOTOUCode)),
            .message = "The code of the youth justice service is not the one that was expected.",
            .why = "The header names another service than the one given with --la. Either the "
                   "extract was made for another service, or the code is set up wrongly in the "
                   "case management system.",
            OWN("compared with the code that the user gives."))
{
    char expected[ORGANISATION_ROOM];
    char written[ORGANISATION_ROOM];
    capitals(ctx->authority, " \t\r\n", expected, sizeof(expected));
    copy_code(ctx, first_header(ctx)->YOTOUCode, written, sizeof(written));
    if (written[0] && strcmp(written, expected) != 0)
        found(ctx);
}

/* Words on part numbers, as long as there is room. */
struct words {
    char text[160];
    size_t length;
};

/* What can be wrong with the number of a part. */
enum number_fault { MISSING, DOUBLED, BEYOND, NUMBER_FAULTS };

/* Adds a number, behind the label when it is the first one of its kind. */
static void add_number(struct words *words, enum number_fault fault, int number, bool first)
{
    static const char *const labels[] = {"missing", "more than once", "beyond the count"};
    char next[48];
    const char *between = words->length ? first ? "; " : ", " : "";
    int length = snprintf(next, sizeof(next), "%s%s%s%d", between, first ? labels[fault] : "",
                          first ? ": " : "", number);
    if (length > 0 && words->length + (size_t)length < sizeof(words->text)) {
        memcpy(words->text + words->length, next, (size_t)length + 1);
        words->length += (size_t)length;
    }
}

/* How many parts have a number. */
static int times_of(const struct sv_context *ctx, int number)
{
    int times = 0;
    FOR_EACH (ctx, header, header, NULL)
        times += header->PartNumber.number == number;
    return times;
}

/* Which of the numbers 1 to n are missing or doubled, and which are none of them. */
static void tell_numbers(const struct sv_context *ctx, int n, struct words *words)
{
    bool first[NUMBER_FAULTS] = {true, true, true};
    for (int number = 1; number <= n && words->length + 24 < sizeof(words->text); number++) {
        if (times_of(ctx, number) > 0)
            continue;
        add_number(words, MISSING, number, first[MISSING]);
        first[MISSING] = false;
    }
    for (int number = 1; number <= n && words->length + 24 < sizeof(words->text); number++) {
        if (times_of(ctx, number) < 2)
            continue;
        add_number(words, DOUBLED, number, first[DOUBLED]);
        first[DOUBLED] = false;
    }
    FOR_EACH (ctx, header, header, NULL) {
        if (header->PartNumber.number <= n)
            continue;
        add_number(words, BEYOND, header->PartNumber.number, first[BEYOND]);
        first[BEYOND] = false;
    }
}

RETURN_RULE(.code = "YJ-005", .severity = SV_ERROR, .first_year = 2022, .unit = "return",
            FIELDS(AT(header, PartNumber), AT(header, PartCount)),
            .message = "Parts of the submission are missing, doubled, or numbered wrongly.",
            .why = "Every part says its number and how many there are. Give all parts of one "
                   "extract together, each once, and none of an earlier extract. Where the numbers "
                   "themselves are wrong, the extract has to be made again.",
            PUBLISHED("all XML parts belong into one submission (data recording requirements "
                      "2021-22)."))
{
    struct words words = {.length = 0};
    int n = first_header(ctx)->PartCount.number;
    bool same_count = true;
    FOR_EACH (ctx, header, header, NULL) {
        if (header->PartNumber.number < 1 || header->PartCount.number < 1)
            return; /* blank, or no number of a part */
        same_count = same_count && header->PartCount.number == n;
    }
    if (!first_below(ctx, NULL, TABLE_header))
        return;
    if (same_count)
        tell_numbers(ctx, n, &words);
    if (same_count && words.length == 0)
        return;
    found(ctx);
    detail(ctx, same_count ? words.text : "the parts do not agree on how many there are");
}

/* Whether two texts are there and differ. */
static bool texts_differ(const struct sv_context *ctx, struct sv_value a, struct sv_value b)
{
    return present(a) && present(b) && strcmp(text_of(ctx, a), text_of(ctx, b)) != 0;
}

static bool codes_differ(const struct sv_context *ctx, struct sv_value a, struct sv_value b)
{
    char left[ORGANISATION_ROOM];
    char right[ORGANISATION_ROOM];
    copy_code(ctx, a, left, sizeof(left));
    copy_code(ctx, b, right, sizeof(right));
    return left[0] && right[0] && strcmp(left, right) != 0;
}

/* Dates as written: those that can be read by their day, others by their text. */
static bool dates_differ(const struct sv_context *ctx, struct sv_value a, struct sv_value b)
{
    return present(a) && present(b) &&
           (a.number != b.number || (!readable(a) && texts_differ(ctx, a, b)));
}

/* The first value of each item that is not blank, with which the others are compared. */
struct agreed {
    struct sv_value service;
    struct sv_value start;
    struct sv_value end;
    struct sv_value system;
    struct sv_value version;
};

static void agree_on(struct sv_value *agreed, struct sv_value v)
{
    if (missing(*agreed))
        *agreed = v;
}

RETURN_RULE(.code = "YJ-006", .severity = SV_ERROR, .first_year = 2022, .unit = "return",
            FIELDS(AT(header, YOTOUCode), AT(header, ReturnStartDate), AT(header, ReturnEndDate),
                   AT(header, CMSSystem), AT(header, CMSExtractVersion)),
            .message = "The parts differ in service, period, case system or extract version.",
            .why = "All parts of a submission come from one extract. Parts of another quarter, "
                   "another service or an older extract were given with them: put together those "
                   "that belong together, or make the extract again.",
            OWN("the parts contradict each other."))
{
    struct sv_value none = {.number = SV_NONE};
    struct agreed agreed = {none, none, none, none, none};
    bool differ = false;
    FOR_EACH (ctx, header, part, NULL) {
        agree_on(&agreed.service, part->YOTOUCode);
        agree_on(&agreed.start, part->ReturnStartDate);
        agree_on(&agreed.end, part->ReturnEndDate);
        agree_on(&agreed.system, part->CMSSystem);
        agree_on(&agreed.version, part->CMSExtractVersion);
        differ = differ || codes_differ(ctx, agreed.service, part->YOTOUCode) ||
                 dates_differ(ctx, agreed.start, part->ReturnStartDate) ||
                 dates_differ(ctx, agreed.end, part->ReturnEndDate) ||
                 texts_differ(ctx, agreed.system, part->CMSSystem) ||
                 texts_differ(ctx, agreed.version, part->CMSExtractVersion);
    }
    if (differ)
        found(ctx);
}

RETURN_RULE(.code = "YJ-007", .severity = SV_QUERY, .first_year = 2022, .unit = "return",
            FIELDS(AT(header, ExtractDateTime)),
            .message = "The extract was made after the day by which the quarter is to be sent.",
            .why = "Returns are due one month after the end of the quarter: 31 July, 31 October, "
                   "31 January, 30 April. If this is a later correction, nothing is wrong. The "
                   "exact days of this year are in the conditions of the grant.",
            PUBLISHED("data are sent one month after the end of the quarter (data recording "
                      "guidance 2009-10)."))
{
    if (is_before(submission_deadline(return_end(ctx)), extract_day(ctx)))
        found(ctx);
}

RETURN_RULE(.code = "YJ-008", .severity = SV_ERROR, .first_year = 2022, .unit = "return",
            FIELDS(AT(header, ReturnEndDate)),
            .message = "The end of the period lies in a year for which there are no rules.",
            .why = "Rules are held for the financial years 2021-22 to 2026-27. The return was "
                   "checked as another year, because that was asked for. Check the period in the "
                   "header.",
            OWN("the years that this plugin knows."))
{
    int year = first_header(ctx)->year;
    if (year != SV_NONE && (year < 2022 || year > 2027))
        found(ctx);
}

/* One finding for each further record with a value that an earlier one has. */
static void find_again(const struct sv_context *ctx, const void *under, struct sv_at field)
{
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, (const struct sv_row *)under, field);
    uint64_t bit = UINT64_C(1) << field.field;
    for (const struct sv_row *row = first_below(ctx, under, field.table); row;
         row = ctx->host->next(ctx, row, (const struct sv_row *)under)) {
        const struct sv_row *first = ctx->host->first_equal(repeats, row);
        if (!first || first == row)
            continue;
        if (!found(ctx))
            return;
        point(ctx, row, bit);
        point(ctx, first, bit);
    }
}

RETURN_RULE(.code = "YJ-009", .severity = SV_ERROR, .first_year = 2022, .unit = "pair of children",
            FIELDS(AT(person, CurrentYOTID)),
            .message = "The same child id is in the return more than once.",
            .why = "A child is sent once, in one part only, with everything that is known. The "
                   "national store would keep one of the records and lose the others. Look whether "
                   "two cases were opened for the child, or whether parts of two extracts were "
                   "mixed.",
            OWN("the id is the key of the child."))
{
    const struct sv_at id = AT(person, CurrentYOTID);
    find_again(ctx, NULL, id);
}

ROW_RULE(person, .code = "YJ-010", .severity = SV_ERROR, .first_year = 2022,
         FIELDS(AT(person, CurrentYOTID)), READS(TABLE_deleted),
         .message = "The child is sent, and is in the list of deleted children too.",
         .why = "Children in that list are withdrawn from the national store, so that what is sent "
                "about this one would be lost. Take the id out of the list, or do not send the "
                "child.",
         PUBLISHED("a return carries a list of children to delete."))
{
    return row->deleted;
}

/* One finding for each further child with a value that an earlier child of another id has. */
static void find_shared(const struct sv_context *ctx, struct sv_at field, uint64_t fields)
{
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, NULL, field);
    FOR_EACH (ctx, person, first, NULL) {
        const struct person *other = NULL; /* the first one with another id than the first */
        if (ctx->host->first_equal(repeats, &first->row) != &first->row)
            continue;
        const struct sv_row *next = ctx->host->next_equal(repeats, &first->row);
        for (; next; next = ctx->host->next_equal(repeats, next)) {
            const struct person *child = (const struct person *)next;
            bool same =
                strcmp(text_of(ctx, child->CurrentYOTID), text_of(ctx, first->CurrentYOTID)) == 0;
            const struct person *partner = same ? other : first;
            if (!same && !other)
                other = child;
            if (!partner)
                continue;
            found(ctx);
            point(ctx, child, fields);
            point(ctx, partner, fields);
        }
    }
}

RETURN_RULE(.code = "YJ-012", .severity = SV_ERROR, .first_year = 2022, .unit = "pair of children",
            FIELDS(AT(person, PNCNumber), AT(person, DateOfBirth)),
            .message = "Two children with different ids have the same PNC number.",
            .why = "A PNC number belongs to one person. Either the child has two cases under two "
                   "ids, which should be merged, or the number was copied into the wrong case. "
                   "Ask the police for the right one before you change it.",
            OWN("a PNC number identifies one person."))
{
    const struct sv_at number = AT(person, SamePNC);
    find_shared(ctx, number, BIT(person, PNCNumber) | BIT(person, DateOfBirth));
}

RETURN_RULE(.code = "YJ-013", .severity = SV_QUERY, .first_year = 2022, .unit = "pair of children",
            FIELDS(AT(person, OriginatingYOTPersonID), AT(person, DateOfBirth)),
            .message = "Two children share the id of the originating service and the birth date.",
            .why = "They are probably one child with two cases here. The national figures on first "
                   "entrants drop one of the two. Compare the cases, and merge them when they are "
                   "the same child.",
            PUBLISHED("the reporting code removes such doubles from first-time entrants."))
{
    const struct sv_at origin = AT(person, SameOrigin);
    find_shared(ctx, origin, BIT(person, OriginatingYOTPersonID) | BIT(person, DateOfBirth));
}

RETURN_RULE(.code = "YJ-011", .severity = SV_QUERY, .first_year = 2022, .unit = "return",
            FIELDS(AT(header, PartNumber)), READS(TABLE_person),
            .message = "There is not a single child in the return.",
            .why = "A service without any child in a whole quarter is unlikely. Check that the "
                   "extract was made for the right service and period, and that no part is "
                   "missing.",
            OWN("a return without children says nothing."))
{
    if (!first_below(ctx, NULL, TABLE_person))
        found(ctx);
}
