/*
 * Tables that fit together: children are in Header, once, with one date of birth.
 *
 * Three checks, each the same for several tables, and so written once for all of them.
 */
#include "../facts.h"

/* Children who are not in Header. A blank CHILD is not in Header either. */
#define IN_HEADER_RULE(T, code_)                                                                   \
    ROW_RULE(T, .code = (code_), .severity = SV_ERROR, .first_year = 2023, READS(TABLE_Header),    \
             FIELDS(AT(T, CHILD)), .message = "This child is in " #T " but not in Header.",        \
             .why =                                                                                \
                 "Header holds the sex, birth date and ethnicity of every child in the return. "   \
                 "Without a Header row most rules cannot test the child. Compare the identifier "  \
                 "letter by letter with that in Header; if the child belongs to the return, add "  \
                 "the child to Header, otherwise take this row out.",                              \
             FROM_INTEGRITY_CHECK)                                                                 \
    {                                                                                              \
        return !CHILD_OF(row) || !CHILD_OF(row)->header;                                           \
    }

IN_HEADER_RULE(AD1, "INT01")
IN_HEADER_RULE(PlacedAdoption, "INT02")
IN_HEADER_RULE(Episodes, "INT03")
IN_HEADER_RULE(Missing, "INT04")
IN_HEADER_RULE(OC2, "INT05")
IN_HEADER_RULE(OC3, "INT06")
IN_HEADER_RULE(PrevPerm, "INT07")
IN_HEADER_RULE(Reviews, "INT08")
IN_HEADER_RULE(UASC, "INT09")

/* The first Header row of a child with a value, and the first one with another value: whatever the
 * value elsewhere, the first Header row that differs is one of these two. */
struct two_rows {
    const struct Header *first;
    const struct Header *other;
};

static struct two_rows birth_rows(const struct sv_context *ctx, const struct Child *child)
{
    struct two_rows rows = {NULL, NULL};
    FOR_EACH (ctx, Header, header, child) {
        if (!rows.first && readable(header->DOB))
            rows.first = header;
        else if (!rows.other && readable(header->DOB) && !same_date(header->DOB, rows.first->DOB))
            rows.other = header;
    }
    return rows;
}

static const struct Header *row_that_differs(struct two_rows rows, struct sv_value birth)
{
    if (!rows.first || !readable(birth))
        return NULL;
    return same_date(rows.first->DOB, birth) ? rows.other : rows.first;
}

#define BIRTH_DATE_RULE(T, code_)                                                                  \
    FINDING_RULE(Child, .code = (code_), .severity = SV_ERROR, .first_year = 2023,                 \
                 FIELDS(AT(T, DOB), AT(Header, DOB)), .unit = "row of " #T,                        \
                 .message = "The date of birth in " #T " is not the one in Header.",               \
                 .why = "A child has one date of birth; rules about ages use now this one, now "   \
                        "that one. Find out which date is right in the case system and correct "   \
                        "the other; usually two records of the child were not merged.",            \
                 FROM_INTEGRITY_CHECK)                                                             \
    {                                                                                              \
        struct two_rows rows = birth_rows(ctx, row);                                               \
        FOR_EACH (ctx, T, record, row) {                                                           \
            const struct Header *header = row_that_differs(rows, record->DOB);                     \
            if (!header)                                                                           \
                continue;                                                                          \
            found(ctx);                                                                            \
            point(ctx, record, BIT(T, DOB));                                                       \
            point(ctx, header, BIT(Header, DOB));                                                  \
        }                                                                                          \
    }

BIRTH_DATE_RULE(AD1, "INT11")
BIRTH_DATE_RULE(PlacedAdoption, "INT12")
BIRTH_DATE_RULE(Missing, "INT13")
BIRTH_DATE_RULE(OC2, "INT14")
BIRTH_DATE_RULE(OC3, "INT15")
BIRTH_DATE_RULE(PrevPerm, "INT16")
BIRTH_DATE_RULE(Reviews, "INT17")
BIRTH_DATE_RULE(UASC, "INT18")

static struct two_rows sex_rows(const struct sv_context *ctx, const struct Child *child)
{
    struct two_rows rows = {NULL, NULL};
    FOR_EACH (ctx, Header, header, child) {
        if (!rows.first && present(header->SEX))
            rows.first = header;
        else if (!rows.other && present(header->SEX) && !same(ctx, header->SEX, rows.first->SEX))
            rows.other = header;
    }
    return rows;
}

FINDING_RULE(Child, .code = "INT21", .severity = SV_ERROR, .first_year = 2023,
             FIELDS(AT(UASC, SEX), AT(Header, SEX)), .unit = "row of UASC",
             .message = "The sex in UASC is not the one in Header.",
             .why = "The child's sex stands in two tables and must be the same in both. Look it up "
                    "in the case system and correct the table that is wrong.",
             FROM_INTEGRITY_CHECK)
{
    struct two_rows rows = sex_rows(ctx, row);
    FOR_EACH (ctx, UASC, record, row) {
        if (!rows.first || missing(record->SEX))
            continue;
        const struct Header *header =
            same(ctx, rows.first->SEX, record->SEX) ? rows.other : rows.first;
        if (!header)
            continue;
        found(ctx);
        point(ctx, record, BIT(UASC, SEX));
        point(ctx, header, BIT(Header, SEX));
    }
}

/* Tables that have one row a child. */
#define ONCE_RULE(T, code_)                                                                        \
    RETURN_RULE(.code = (code_), .severity = SV_ERROR, .first_year = 2023, FIELDS(AT(T, CHILD)),   \
                .unit = "row of " #T, .message = "This child is in " #T " more than once.",        \
                .why = "This table has one row for each child, and only the first one counts in "  \
                       "most rules. Look up which row is right and take out the other; two "       \
                       "children under one identifier need identifiers of their own.",             \
                FROM_INTEGRITY_CHECK)                                                              \
    {                                                                                              \
        find_repeated(ctx, (struct sv_at)AT(T, CHILD));                                            \
    }

ONCE_RULE(AD1, "INT31")
ONCE_RULE(Header, "INT32")
ONCE_RULE(OC2, "INT33")
ONCE_RULE(OC3, "INT34")
ONCE_RULE(PrevPerm, "INT35")
ONCE_RULE(UASC, "INT36")
