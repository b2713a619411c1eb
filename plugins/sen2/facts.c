#include "facts.h"

sv_day census_day(const struct sv_context *ctx)
{
    static const int8_t days[] = {19, 18, 16, 15, 21}; /* of January, from 2023 */
    return sv_day_of(ctx->year, 1, days[ctx->year - 2023]);
}

#define BLANK_FIELD(T, name, ...) .name = {.number = SV_NONE},

const struct Header *header_of(const struct sv_context *ctx)
{
    static const struct Header blank = {Header_FIELDS(BLANK_FIELD, Header)};
    const struct sv_row *row = first_below(ctx, NULL, TABLE_Header);
    return row ? (const struct Header *)row : &blank;
}

sv_day file_date(const struct sv_context *ctx)
{
    sv_day day = day_of(header_of(ctx)->DateTime);
    return day == SV_NONE ? ctx->today : day;
}

const char *text_of_code(const struct sv_context *ctx, struct sv_value v,
                         const struct sv_code_list *list)
{
    return v.text == 0 && readable(v) ? list->codes[v.number].code : text_of(ctx, v);
}
