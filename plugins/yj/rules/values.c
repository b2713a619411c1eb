/* Values of any item: codes, and dates that cannot be. */
#include "../facts.h"

static struct sv_value value_at(const struct sv_row *row, const struct sv_field *field)
{
    return *(const struct sv_value *)(const void *)((const char *)row + field->place);
}

typedef bool code_test(const struct sv_context *ctx, const struct sv_field *field,
                       struct sv_value v);

static void find_codes_in(const struct sv_context *ctx, const struct sv_row *row, code_test *test)
{
    const struct sv_table *table = &yj_tables[row->table];
    for (uint16_t f = 0; f < table->field_count; f++) {
        const struct sv_field *field = &table->fields[f];
        struct sv_value v = value_at(row, field);
        if (field->type == SV_CODE && present(v) && test(ctx, field, v) && found(ctx))
            point(ctx, row, UINT64_C(1) << f);
    }
}

/* Calls `test` for each coded value of the return that is there; true makes it a finding. */
static void find_codes(const struct sv_context *ctx, code_test *test)
{
    for (uint16_t t = 0; t < (uint16_t)TABLE_count; t++) {
        const struct sv_row *row =
            yj_tables[t].options & SV_REFERENCE ? NULL : first_below(ctx, NULL, t);
        for (; row; row = ctx->host->next(ctx, row, NULL))
            find_codes_in(ctx, row, test);
    }
}

/* Longer than any code that the schema lets through. */
#define CODE_ROOM 256

static bool is_local_code(const struct sv_context *ctx, const struct sv_field *field,
                          struct sv_value v)
{
    char written[CODE_ROOM];
    char local[CODE_ROOM];
    canonical(text_of(ctx, v), written, sizeof(written));
    FOR_EACH (ctx, localcodes, own, NULL) {
        canonical(text_of(ctx, own->Code), local, sizeof(local));
        if (strcmp(local, written) == 0 && strcmp(text_of(ctx, own->List), field->list->name) == 0)
            return true;
    }
    return false;
}

static bool is_unknown(const struct sv_context *ctx, const struct sv_field *field,
                       struct sv_value v)
{
    return !readable(v) && !is_local_code(ctx, field, v);
}

RETURN_RULE(.code = "YJ-015", .severity = SV_ERROR, .first_year = 2022, .unit = "value",
            .message = "The value is not in the code list of this item.",
            .why = "Codes are compared in capitals with _ between the words, so that a label such "
                   "as \"Youth caution\" is understood; this value is neither. Look at how the "
                   "case management system maps its own entries to the list. Codes that only your "
                   "service uses can be given with --reference localcodes=FILE.csv (columns List "
                   "and Code).",
            OWN("the code lists of this return, of which some are statval's own (README)."))
{
    find_codes(ctx, is_unknown);
}

static bool is_out_of_use(const struct sv_context *ctx, const struct sv_field *field,
                          struct sv_value v)
{
    int year = first_header(ctx)->year;
    if (!readable(v) || year == SV_NONE)
        return false;
    const struct sv_code *code = &field->list->codes[v.number];
    bool too_early = code->first_year > 2022 && year < code->first_year;
    return too_early || (code->last_year && year > code->last_year);
}

RETURN_RULE(.code = "YJ-016", .severity = SV_QUERY, .first_year = 2022, .unit = "value",
            .message = "The code exists, but is not in use in the year of this return.",
            .why = "Codes come and go with the national system; the year is that of the return "
                   "period. Look which code the recording guidance of that year has for it, and "
                   "whether the entry was made with a form of another year.",
            OWN("the years of the code lists of this return."))
{
    find_codes(ctx, is_out_of_use);
}

/* Dates of one table, as bits of its fields. */
struct dates {
    uint16_t table;
    uint64_t fields;
};

/* What cannot have happened after the extract was made. */
static const struct dates past_dates[] = {
    {TABLE_person, BIT(person, DateOfBirth)},
    {TABLE_residence, BIT(residence, Date)},
    {TABLE_care, BIT(care, StartDate)},
    {TABLE_ete, BIT(ete, StartDate)},
    {TABLE_mentalhealth,
     BIT(mentalhealth, KPI4MHDateScreened) | BIT(mentalhealth, KPI4MHDateReferred) |
         BIT(mentalhealth, KPI4MHDateOffered) | BIT(mentalhealth, KPI4MHDateAttendedStart)},
    {TABLE_substance, BIT(substance, KPI5SMDateScreened) | BIT(substance, KPI5SMDateReferred) |
                          BIT(substance, KPI5SMDateOffered) |
                          BIT(substance, KPI5SMDateAttendedStart)},
    {TABLE_transfer, BIT(transfer, Date)},
    {TABLE_offence, BIT(offence, OffenceDate) | BIT(offence, ArrestDate)},
    {TABLE_policebail, BIT(policebail, StartDate)},
    {TABLE_outcome, BIT(outcome, OutcomeDate)},
    {TABLE_programme, BIT(programme, StartDate)},
    {TABLE_parenting, BIT(parenting, InterventionStartDate)},
    {TABLE_victim, BIT(victim, YJSContactDate) | BIT(victim, EngagedRJStart) |
                       BIT(victim, ProgressRequestDate) | BIT(victim, ProgressProvidedDate)},
    {TABLE_assetplus, BIT(assetplus, Date)},
};

/* Tables in which 1900-01-01 says that there is no date; in others it is one. */
static const struct dates open_dates[] = {
    {TABLE_residence, BIT(residence, KPI1EndDate)},
    {TABLE_care, BIT(care, EndDate)},
    {TABLE_ete, BIT(ete, EndDate)},
    {TABLE_sendaln, UINT64_MAX},
    {TABLE_mentalhealth, UINT64_MAX},
    {TABLE_substance, UINT64_MAX},
    {TABLE_victim, UINT64_MAX},
};

/* Walks the rows of a table of a child, or the child itself. */
static const struct sv_row *first_row(const struct sv_context *ctx, const struct person *child,
                                      uint16_t table)
{
    return table == TABLE_person ? &child->row : first_below(ctx, child, table);
}

static const struct sv_row *next_row(const struct sv_context *ctx, const struct sv_row *row,
                                     const struct person *child)
{
    return row == &child->row ? NULL : ctx->host->next(ctx, row, &child->row);
}

#define COUNT_OF(list) (sizeof(list) / sizeof((list)[0]))

static void find_future(const struct sv_context *ctx, const struct sv_row *row,
                        const struct dates *dates)
{
    const struct sv_table *table = &yj_tables[dates->table];
    for (uint16_t f = 0; f < table->field_count; f++) {
        uint64_t bit = UINT64_C(1) << f;
        if ((dates->fields & bit) &&
            is_before(extract_day(ctx), day(value_at(row, &table->fields[f]))) && found(ctx))
            point(ctx, row, bit);
    }
}

FINDING_RULE(person, .code = "YJ-017", .severity = SV_ERROR, .first_year = 2022, .unit = "date",
             .message = "The date is later than the day on which the extract was made.",
             .why = "What is recorded here has happened, so that it cannot lie in the future: "
                    "mostly a mistyped year. Planned ends and court dates may be in the future "
                    "and are not looked at.",
             OWN("nothing can be recorded before it happens."))
{
    for (size_t i = 0; i < COUNT_OF(past_dates); i++) {
        for (const struct sv_row *at = first_row(ctx, row, past_dates[i].table); at;
             at = next_row(ctx, at, row))
            find_future(ctx, at, &past_dates[i]);
    }
}

/* Whether 1900-01-01 says in this field that there is no date. */
static bool may_be_open(uint16_t table, uint16_t field)
{
    for (size_t i = 0; i < COUNT_OF(open_dates); i++) {
        if (open_dates[i].table == table)
            return open_dates[i].fields >> field & 1;
    }
    return false;
}

static void find_before_birth(const struct sv_context *ctx, const struct sv_row *row, sv_day born)
{
    const struct sv_table *table = &yj_tables[row->table];
    for (uint16_t f = 0; f < table->field_count; f++) {
        if (table->fields[f].type != SV_DATE)
            continue;
        struct sv_value v = value_at(row, &table->fields[f]);
        bool early = readable(v) && v.number < born;
        if (early && !(v.number == NO_DATE && may_be_open(row->table, f)) && found(ctx))
            point(ctx, row, UINT64_C(1) << f);
    }
}

FINDING_RULE(person, .code = "YJ-018", .severity = SV_ERROR, .first_year = 2022, .unit = "date",
             .message = "The date lies before the child was born.",
             .why = "Either this date or the date of birth is wrong. Where the case management "
                    "system writes 1900-01-01 for \"no date\", the item has to be left out: only "
                    "the items of the indicators may have it.",
             OWN("no event of a child can be before its birth."))
{
    sv_day born = day(row->DateOfBirth);
    for (uint16_t t = TABLE_person + 1; t < TABLE_board && born != SV_NONE; t++) {
        for (const struct sv_row *at = first_row(ctx, row, t); at; at = next_row(ctx, at, row))
            find_before_birth(ctx, at, born);
    }
}
