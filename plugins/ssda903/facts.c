#include "facts.h"

#include <ctype.h>

/* The next character of a postcode that is not a space, in upper case; 0 at the end. */
static char next_of_postcode(const char **text)
{
    while (**text == ' ')
        (*text)++;
    char c = **text;
    if (c)
        (*text)++;
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

bool same_postcode(const struct sv_context *ctx, struct sv_value a, struct sv_value b)
{
    const char *left = text_of(ctx, a);
    const char *right = text_of(ctx, b);
    char c;
    do {
        c = next_of_postcode(&left);
        if (c != next_of_postcode(&right))
            return false;
    } while (c);
    return true;
}

bool has_care_episode(const struct sv_context *ctx, const struct Child *child, bool in_year)
{
    if (!child)
        return false;
    FOR_EACH (ctx, Episodes, e, child) {
        if (!is_short_break(e) && (!in_year || is_in_year(ctx, e)))
            return true;
    }
    return false;
}

const struct period *period_at(const struct Child *child, sv_day day)
{
    uint32_t lo = 0;
    if (!child || day == SV_NONE)
        return NULL;
    for (uint32_t hi = child->period_count; lo < hi;) {
        uint32_t middle = lo + (hi - lo) / 2;
        if (child->periods[middle].start <= day)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo ? &child->periods[lo - 1] : NULL;
}

bool outlasts_care(const struct Child *child, struct sv_value start, struct sv_value end)
{
    if (!child || !child->period_count || !readable(start))
        return false;
    const struct period *period = period_at(child, day_of(start));
    if (!period)
        period = &child->periods[0];
    return period->end != SV_NONE && (!readable(end) || day_of(end) > period->end);
}

bool has_adoption_data(const struct AD1 *row)
{
    return present(row->DATE_INT) || present(row->DATE_MATCH) || present(row->FOSTER_CARE) ||
           present(row->NB_ADOPTR) || present(row->SEX_ADOPTR) || present(row->LS_ADOPTR);
}

bool has_leaver_data(const struct OC3 *row)
{
    return present(row->IN_TOUCH) || present(row->ACTIV) || present(row->ACCOM);
}

bool has_leaver_row(const struct sv_context *ctx, const struct Child *child)
{
    if (!child)
        return false;
    FOR_EACH (ctx, OC3, leaver, child) {
        if (has_leaver_data(leaver))
            return true;
    }
    return false;
}

bool has_outcome_data(const struct OC2 *row)
{
    return present(row->CONVICTED) || present(row->HEALTH_CHECK) || present(row->IMMUNISATIONS) ||
           present(row->TEETH_CHECK) || present(row->HEALTH_ASSESSMENT) ||
           present(row->SUBSTANCE_MISUSE) || present(row->INTERVENTION_RECEIVED) ||
           present(row->INTERVENTION_OFFERED);
}

/* The next of some records after `row`; `row` NULL: the first one. NULL: there are no more. */
static const struct sv_row *next_of_some(const struct sv_context *ctx, const struct Child *child,
                                         const struct some *some, const struct sv_row *row)
{
    do
        row = row ? ctx->host->next(ctx, row, &child->row) : first_below(ctx, child, some->table);
    while (row && some->are && !some->are(row));
    return row;
}

static uint32_t count_some(const struct sv_context *ctx, const struct Child *child,
                           const struct some *some)
{
    uint32_t count = 0;
    const struct sv_row *row = NULL;
    while ((row = next_of_some(ctx, child, some, row)))
        count++;
    return count;
}

/* The table with fewer of them is the outer loop: then the inner one makes so many findings each
 * time that the limit of findings is soon reached. */
void find_every_pair(const struct sv_context *ctx, const struct Child *child, const struct some *a,
                     const struct some *b)
{
    uint32_t in_a = count_some(ctx, child, a);
    uint32_t in_b = count_some(ctx, child, b);
    bool swapped = in_b < in_a;
    const struct sv_row *outer = NULL;
    if (in_a == 0 || in_b == 0)
        return;
    while ((outer = next_of_some(ctx, child, swapped ? b : a, outer))) {
        const struct sv_row *inner = NULL;
        while ((inner = next_of_some(ctx, child, swapped ? a : b, inner))) {
            if (!found(ctx))
                return;
            point(ctx, swapped ? inner : outer, a->fields);
            point(ctx, swapped ? outer : inner, b->fields);
        }
    }
}

static bool is_leaver_with_data(const struct sv_row *row)
{
    return has_leaver_data((const struct OC3 *)row);
}

const struct some leavers_with_data = {
    .table = TABLE_OC3,
    .are = is_leaver_with_data,
    .fields = BIT(OC3, IN_TOUCH) | BIT(OC3, ACTIV) | BIT(OC3, ACCOM),
};

/* So many dates are sought at a time; the slots are at least twice as many, so that some are always
 * free. */
#define SOUGHT_MAX 256
#define SOUGHT_SLOTS (2 * SOUGHT_MAX)
#define SOUGHT_SLOTS_LEAST 8

struct sought_date {
    const struct sv_value *date; /* NULL: a free slot */
    const struct sv_row *match;
};

struct sought {
    struct sought_date slots[SOUGHT_SLOTS];
    uint32_t slot_count; /* in use: a power of two */
    const struct sv_row *seekers[SOUGHT_MAX];
    uint32_t count;
};

static const struct sv_value *date_at(const struct sv_row *row, size_t place)
{
    return (const struct sv_value *)(const void *)((const char *)row + place);
}

/* FNV-1a of what same() compares. */
static uint32_t hash_date(const struct sv_context *ctx, struct sv_value date)
{
    uint32_t hash = UINT32_C(2166136261);
    if (readable(date))
        return (hash ^ (uint32_t)date.number) * UINT32_C(16777619);
    for (const char *text = text_of(ctx, date); *text; text++)
        hash = (hash ^ (uint32_t)toupper((unsigned char)*text)) * UINT32_C(16777619);
    return hash;
}

/* The slot that has this date, or the free one where it belongs. */
static struct sought_date *slot_of(const struct sv_context *ctx, struct sought *sought,
                                   const struct sv_value *date)
{
    uint32_t mask = sought->slot_count - 1;
    uint32_t i = hash_date(ctx, *date) & mask;
    while (sought->slots[i].date && !same(ctx, *sought->slots[i].date, *date))
        i = (i + 1) & mask;
    return &sought->slots[i];
}

/* Takes up as many dates as there is room for. Returns the record to go on with. */
static const struct sv_row *take_up(const struct sv_context *ctx, const struct Child *child,
                                    const struct date_search *search, const struct sv_row *row,
                                    struct sought *sought)
{
    sought->count = 0;
    while (row && sought->count < SOUGHT_MAX) {
        if (present(*date_at(row, search->date)))
            sought->seekers[sought->count++] = row;
        row = next_of_some(ctx, child, &search->seekers, row);
    }
    return row;
}

/* Gives each date a slot. A child mostly has a few only, and then few slots are cleared. */
static void fill_slots(const struct sv_context *ctx, const struct date_search *search,
                       struct sought *sought)
{
    sought->slot_count = SOUGHT_SLOTS_LEAST;
    while (sought->slot_count < 2 * sought->count)
        sought->slot_count *= 2;
    memset(sought->slots, 0, sought->slot_count * sizeof(sought->slots[0]));
    for (uint32_t i = 0; i < sought->count; i++) {
        const struct sv_value *date = date_at(sought->seekers[i], search->date);
        slot_of(ctx, sought, date)->date = date;
    }
}

/* Searches for some dates, from `row` on. Returns the record to go on with; NULL: all is done. */
static const struct sv_row *search_some_dates(const struct sv_context *ctx,
                                              const struct Child *child,
                                              const struct date_search *search,
                                              const struct sv_row *row)
{
    struct sought sought;
    const struct sv_row *other = NULL;
    row = take_up(ctx, child, search, row, &sought);
    fill_slots(ctx, search, &sought);
    while ((other = next_of_some(ctx, child, &search->sought, other))) {
        struct sought_date *slot = slot_of(ctx, &sought, date_at(other, search->sought_date));
        if (slot->date && !slot->match)
            slot->match = other;
    }
    for (uint32_t i = 0; i < sought.count; i++) {
        const struct sv_row *seeker = sought.seekers[i];
        const struct sought_date *slot = slot_of(ctx, &sought, date_at(seeker, search->date));
        if (!search->tell(ctx, child, search, seeker, slot->match))
            return NULL;
    }
    return row;
}

void search_dates(const struct sv_context *ctx, const struct Child *child,
                  const struct date_search *search)
{
    const struct sv_row *row = next_of_some(ctx, child, &search->seekers, NULL);
    while (row)
        row = search_some_dates(ctx, child, search, row);
}

bool find_match(const struct sv_context *ctx, SV_MAYBE_UNUSED const struct Child *child,
                const struct date_search *search, const struct sv_row *row,
                const struct sv_row *match)
{
    if (!match)
        return true;
    if (!found(ctx))
        return false;
    point(ctx, row, search->seekers.fields);
    point(ctx, match, search->sought.fields);
    return true;
}

/* The number of one or two digits before the slash, or -1; moves behind the slash. */
static int month_of(const char **text)
{
    int month = 0;
    int digits = 0;
    for (; digits < 2 && isdigit((unsigned char)**text); (*text)++, digits++)
        month = month * 10 + (**text - '0');
    if (digits == 0 || **text != '/')
        return -1;
    (*text)++;
    return month;
}

/* What stands behind "ZZ/": a month or ZZ, and a year or, behind ZZ, ZZZZ. */
static struct partial_date read_month_and_year(const char *text)
{
    struct partial_date none = {false, SV_NONE};
    bool month_unknown = strncasecmp(text, "ZZ/", 3) == 0;
    if (month_unknown && strcasecmp(text + 3, "ZZZZ") == 0)
        return (struct partial_date){true, SV_NONE};
    if (month_unknown)
        text += 3;
    int month = month_unknown ? 1 : month_of(&text);
    if (month < 1 || month > 12 || strlen(text) != 4 || strspn(text, "0123456789") != 4)
        return none;
    int year =
        (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
    if (year == 0)
        return none;
    return (struct partial_date){true, sv_day_of(year, month, 1)};
}

struct partial_date read_partial_date(const struct sv_context *ctx, struct sv_value v)
{
    if (readable(v))
        return (struct partial_date){true, day_of(v)};
    const char *text = text_of(ctx, v);
    if (strncasecmp(text, "ZZ/", 3) == 0)
        return read_month_and_year(text + 3);
    return (struct partial_date){false, SV_NONE};
}

bool is_outside_england(const struct Episodes *e)
{
    static const char *const outside[] = {"WAL", "SCO", "NIR", "NUK"};
    for (size_t i = 0; e->placement.la && i < sizeof(outside) / sizeof(outside[0]); i++) {
        if (strcmp(e->placement.la, outside[i]) == 0)
            return true;
    }
    return false;
}

bool has_unregistered_urn(const struct sv_context *ctx, const struct Episodes *e)
{
    return strcasecmp(text_of(ctx, e->URN), "XXXXXXX") == 0;
}

bool has_real_urn(const struct sv_context *ctx, const struct Episodes *e)
{
    return present(e->URN) && !has_unregistered_urn(ctx, e);
}

bool holds_code(const char *codes, const char *code)
{
    size_t length = strlen(code);
    while (*codes) {
        codes += strspn(codes, " ,/");
        size_t entry = strcspn(codes, ",/");
        size_t trimmed = entry;
        while (trimmed > 0 && codes[trimmed - 1] == ' ')
            trimmed--;
        if (length > 0 && trimmed == length && strncasecmp(codes, code, length) == 0)
            return true;
        codes += entry;
    }
    return false;
}

const char *code_text(const struct sv_context *ctx, struct sv_value v,
                      const struct sv_code_list *list)
{
    return readable(v) ? list->codes[v.number].code : text_of(ctx, v);
}

const char *authority_of(const struct sv_postcode *postcode)
{
    switch (postcode->authority[0]) {
    case '\0':
        return NULL;
    case 'S':
        return "SCO";
    case 'W':
        return "WAL";
    case 'N':
        return "NIR";
    case 'L':
    case 'M':
        return "NUK";
    default:
        return postcode->authority;
    }
}

const char *provider_authority(const struct sv_context *ctx, const struct Providers *provider)
{
    struct sv_postcode found;
    if (present(provider->LA_CODE))
        return text_of(ctx, provider->LA_CODE);
    return ctx->host->find_postcode(ctx, text_of(ctx, provider->POSTCODE), &found)
               ? authority_of(&found)
               : NULL;
}
