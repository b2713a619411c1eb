/*
 * How rules are written. For plugin sources only.
 *
 * A rule is its description and its test in one place; writing it down registers it:
 *
 *     ROW_RULE(ChildProtectionPlans,
 *              .code = "8925", .severity = SV_ERROR, .first_year = 2023,
 *              FIELDS(AT(ChildProtectionPlans, CPPstartDate), AT(ChildProtectionPlans,
 * CPPendDate)), .message = "The child protection plan ends before it starts.", .why = "...",
 * .source = ...)
 *     {
 *         return before(row->CPPendDate, row->CPPstartDate);
 *     }
 *
 * Kinds, and the names that their tests can use besides `ctx` (const struct sv_context *):
 *   ROW_RULE(T)            `row`: returns true when the record fails
 *   FINDING_RULE(T)        `row`: calls found() and point() for each finding
 *   PAIR_RULE(S, L, F, O)  `other`, a record of O: returns the days on which F of a record of L
 *                          must not lie; both below one record of S. Two records of one table are
 *                          one pair even when each lies in the other's interval.
 *   RETURN_RULE            calls found() and point() for each finding
 *   FORM_RULE(faults)      has no test: one finding for each defect of form that the reader saw
 *
 * A comparison with a missing or unreadable value is false, so that tests need no check for blanks.
 */
#ifndef STATVAL_RULE_H
#define STATVAL_RULE_H

#include <string.h>

#include <statval/plugin.h>

#define SV_RULES_SECTION_(id) "statval_rules_" #id
#define SV_RULES_SECTION(id) SV_RULES_SECTION_(id)
#define SV_RULES_START SV_JOIN(__start_statval_rules_, STATVAL_PLUGIN_ID)
#define SV_RULES_STOP SV_JOIN(__stop_statval_rules_, STATVAL_PLUGIN_ID)

/* The linker gathers the pointers of all rules of a plugin into one section and names its ends. */
extern const struct sv_rule *const SV_RULES_START[] __attribute__((visibility("hidden")));
extern const struct sv_rule *const SV_RULES_STOP[] __attribute__((visibility("hidden")));

#define SV_HERE(name) SV_JOIN(name##_at_line_, __LINE__)

#define SV_REGISTER(...)                                                                           \
    static const struct sv_rule SV_HERE(rule) = {__VA_ARGS__, .file = __FILE__, .line = __LINE__}; \
    static const struct sv_rule *const SV_HERE(entry)                                              \
        __attribute__((used, section(SV_RULES_SECTION(STATVAL_PLUGIN_ID)))) = &SV_HERE(rule);

#define ROW_RULE(T, ...)                                                                           \
    static bool SV_HERE(test)(const struct sv_context *ctx, const struct T *row);                  \
    static bool SV_HERE(run)(const struct sv_context *ctx, const struct sv_row *row)               \
    {                                                                                              \
        return SV_HERE(test)(ctx, (const struct T *)row);                                          \
    }                                                                                              \
    SV_REGISTER(.kind = SV_ROW_RULE, .table = TABLE_##T, .unit = "row of " #T,                     \
                .test = {.row = SV_HERE(run)}, __VA_ARGS__)                                        \
    static bool SV_HERE(test)(SV_MAYBE_UNUSED const struct sv_context *ctx,                        \
                              SV_MAYBE_UNUSED const struct T *row)

#define FINDING_RULE(T, ...)                                                                       \
    static void SV_HERE(test)(const struct sv_context *ctx, const struct T *row);                  \
    static void SV_HERE(run)(const struct sv_context *ctx, const struct sv_row *row)               \
    {                                                                                              \
        SV_HERE(test)(ctx, (const struct T *)row);                                                 \
    }                                                                                              \
    SV_REGISTER(.kind = SV_FINDING_RULE, .table = TABLE_##T, .test = {.finding = SV_HERE(run)},    \
                __VA_ARGS__)                                                                       \
    static void SV_HERE(test)(const struct sv_context *ctx, const struct T *row)

#define PAIR_RULE(S, L, F, O, ...) PAIR_RULE_EXCEPT(S, L, F, O, NULL, __VA_ARGS__)

/** A pair rule that leaves out the records of L for which `except_` is true. */
#define PAIR_RULE_EXCEPT(S, L, F, O, except_, ...)                                                 \
    static struct sv_interval SV_HERE(test)(const struct sv_context *ctx, const struct O *other);  \
    static struct sv_interval SV_HERE(run)(const struct sv_context *ctx,                           \
                                           const struct sv_row *other)                             \
    {                                                                                              \
        return SV_HERE(test)(ctx, (const struct O *)other);                                        \
    }                                                                                              \
    SV_REGISTER(.kind = SV_PAIR_RULE, .table = TABLE_##S, .unit = "pair of " #L " and " #O,        \
                .pairs = {.day = AT(L, F), .other = TABLE_##O, .except = except_},                 \
                .test = {.pair = SV_HERE(run)}, __VA_ARGS__)                                       \
    static struct sv_interval SV_HERE(test)(SV_MAYBE_UNUSED const struct sv_context *ctx,          \
                                            const struct O *other)

#define RETURN_RULE(...)                                                                           \
    static void SV_HERE(run)(const struct sv_context *ctx);                                        \
    SV_REGISTER(.kind = SV_RETURN_RULE, .test = {.whole = SV_HERE(run)}, __VA_ARGS__)              \
    static void SV_HERE(run)(const struct sv_context *ctx)

/** A rule that tells what the reader saw: FORM_RULE(SV_EMPTY_ITEM | SV_PADDED_VALUE, .code = ...);
 */
#define FORM_RULE(forms_, ...) SV_REGISTER(.kind = SV_FORM_RULE, .forms = (forms_), __VA_ARGS__)

#define SV_MAYBE_UNUSED __attribute__((unused))

/** A field of a table. */
#define AT(T, field_)                                                                              \
    {                                                                                              \
        TABLE_##T, T##_##field_                                                                    \
    }

/** The fields that a finding points at, in order. */
#define FIELDS(...)                                                                                \
    .fields = (const struct sv_at[]){__VA_ARGS__},                                                 \
    .field_count = sizeof((const struct sv_at[]){__VA_ARGS__}) / sizeof(struct sv_at)

/** Tables that the rule reads besides those of its fields. */
#define READS(...)                                                                                 \
    .tables = (const uint16_t[]){__VA_ARGS__},                                                     \
    .table_count = sizeof((const uint16_t[]){__VA_ARGS__}) / sizeof(uint16_t)

/** Tables, also those of FIELDS, without which the rule runs all the same. */
#define OPTIONAL(...)                                                                              \
    .optional = (const uint16_t[]){__VA_ARGS__},                                                   \
    .optional_count = sizeof((const uint16_t[]){__VA_ARGS__}) / sizeof(uint16_t)

/** Tables of which at least one must be given for the rule to run. */
#define ANY_OF(...)                                                                                \
    .any_of = (const uint16_t[]){__VA_ARGS__},                                                     \
    .any_of_count = sizeof((const uint16_t[]){__VA_ARGS__}) / sizeof(uint16_t)

/** The field whose unreadable values the rule reports, so that the schema stage need not. */
#define REPORTS_UNREADABLE(T, field_) .unreadable = &(const struct sv_at)AT(T, field_)

/** The mark of a field, for point(). */
#define BIT(T, field_) (UINT64_C(1) << T##_##field_)

/** Walks the records of table T below `under` (a record, or NULL for the return), in document
 *  order: FOR_EACH(ctx, Section47, enquiry, row) { ... } */
#define FOR_EACH(ctx, T, name, under)                                                              \
    for (const struct T *name = (const struct T *)first_below(ctx, under, TABLE_##T); name;        \
         name = (const struct T *)(ctx)->host->next(ctx, &name->row,                               \
                                                    (const struct sv_row *)(const void *)(under)))

/** The same for last year's records of T. */
#define FOR_EACH_LAST(ctx, T, name, under)                                                         \
    for (const struct T *name = (const struct T *)first_below(ctx, under, TABLE_##T##_last); name; \
         name = (const struct T *)(ctx)->host->next(ctx, &name->row,                               \
                                                    (const struct sv_row *)(const void *)(under)))

/** Walks the reference data of table T whose key is `key`. */
#define FOR_EACH_ALIKE(ctx, T, name, key)                                                          \
    for (const struct T *name = (const struct T *)(ctx)->host->look_up(ctx, TABLE_##T, key); name; \
         name = (const struct T *)(ctx)->host->next_alike(ctx, &name->row))

/** The record that `record` is nested in, as a record of its own type. */
#define PARENT(T, record) ((const struct T *)(record)->row.parent)

/** A record as one that can be written to. For sv_plugin.prepare and prepare_subject only. */
#define WRITABLE(T, record) ((struct T *)(uintptr_t)(record))

/** First record of `table` below `under`, or NULL. `under`: a record, or NULL for the return. */
static inline const struct sv_row *first_below(const struct sv_context *ctx, const void *under,
                                               uint16_t table)
{
    return ctx->host->first(ctx, (const struct sv_row *)under, table);
}

static inline bool present(struct sv_value v)
{
    return v.text != 0 || v.number != SV_NONE;
}

static inline bool missing(struct sv_value v)
{
    return !present(v);
}

/** Present, and a value of its type. */
static inline bool readable(struct sv_value v)
{
    return v.number != SV_NONE;
}

static inline bool both_readable(struct sv_value a, struct sv_value b)
{
    return readable(a) && readable(b);
}

/* Dates. */

static inline bool before(struct sv_value a, struct sv_value b)
{
    return both_readable(a, b) && a.number < b.number;
}

static inline bool after(struct sv_value a, struct sv_value b)
{
    return before(b, a);
}

static inline bool same_date(struct sv_value a, struct sv_value b)
{
    return both_readable(a, b) && a.number == b.number;
}

static inline bool before_day(struct sv_value v, sv_day day)
{
    return readable(v) && day != SV_NONE && v.number < day;
}

static inline bool after_day(struct sv_value v, sv_day day)
{
    return readable(v) && day != SV_NONE && v.number > day;
}

/** A readable date that lies in the period, its first and last day included. */
static inline bool in_period(const struct sv_context *ctx, struct sv_value v)
{
    return readable(v) && v.number >= ctx->period_start && v.number <= ctx->period_end;
}

/** A readable date that does not lie in the period. */
static inline bool outside_period(const struct sv_context *ctx, struct sv_value v)
{
    return readable(v) && !in_period(ctx, v);
}

/** A readable date on a Saturday or Sunday. */
static inline bool on_weekend(struct sv_value v)
{
    return readable(v) && sv_weekday(v.number) >= 5;
}

/** The day of a date; SV_NONE when it is missing or unreadable. */
static inline sv_day day_of(struct sv_value v)
{
    return v.number;
}

/** The n-th working day strictly before `day`. */
static inline sv_day working_day_before(const struct sv_context *ctx, sv_day day, int n)
{
    return ctx->host->working_day_before(ctx, day, n);
}

/* Flags, codes and texts. */

static inline bool is_true(struct sv_value v)
{
    return v.number == 1;
}

static inline bool is_false(struct sv_value v)
{
    return v.number == 0;
}

/** Whether the value is this code of its list (an enumerator LIST_CODE). */
static inline bool is_code(struct sv_value v, int code)
{
    return v.number == code;
}

/** Whether entry `number` of the list (-1 or SV_NONE: none) may be used in the collection year. */
static inline bool in_use(const struct sv_context *ctx, const struct sv_code_list *list, int number)
{
    if (number < 0)
        return false;
    const struct sv_code *code = &list->codes[number];
    return code->first_year <= ctx->year && (code->last_year == 0 || ctx->year <= code->last_year);
}

/** Whether the value of a code field is a code of its list that is valid in the collection year. */
static inline bool in_list(const struct sv_context *ctx, struct sv_value v,
                           const struct sv_code_list *list)
{
    return in_use(ctx, list, v.number);
}

/** Whether a text of `length` bytes is a code of the list that is valid in the collection year. */
static inline bool text_in_list(const struct sv_context *ctx, const struct sv_code_list *list,
                                const char *text, size_t length)
{
    return in_use(ctx, list, ctx->host->code_number(ctx, list, text, length));
}

/** Whether a table was given, perhaps without any record. */
static inline bool is_given(const struct sv_context *ctx, uint16_t table)
{
    return ctx->host->is_given(ctx, table);
}

/** The text of a value, trimmed, as written. For fields of type SV_TEXT. */
static inline const char *text_of(const struct sv_context *ctx, struct sv_value v)
{
    return ctx->host->text(ctx, v);
}

/** Whether the text as a whole matches the rule's `.pattern`. False for a missing value. */
static inline bool matches(const struct sv_context *ctx, struct sv_value v)
{
    return present(v) && ctx->host->matches(ctx, ctx->host->text(ctx, v));
}

/* Findings. */

/** Begins a finding. False when no more findings on this record are kept. */
static inline bool found(const struct sv_context *ctx)
{
    return ctx->host->found(ctx);
}

/** Adds words to the finding just begun that its message cannot have. No values of records. */
static inline void detail(const struct sv_context *ctx, const char *text)
{
    ctx->host->detail(ctx, text);
}

/** Adds `record` to the finding just begun; `fields`: BIT(T, a) | BIT(T, b), or 0 for none. False
 *  when no more records are kept of this finding. */
static inline bool point(const struct sv_context *ctx, const void *record, uint64_t fields)
{
    return ctx->host->point(ctx, (const struct sv_row *)record, fields);
}

/** Makes one finding for each record of the return whose present value of `field` another record
 *  has too. */
static inline void find_repeated(const struct sv_context *ctx, struct sv_at field)
{
    const struct sv_repeats *repeats = ctx->host->repeats(ctx, NULL, field);
    for (const struct sv_row *row = ctx->host->first(ctx, NULL, field.table); row;
         row = ctx->host->next(ctx, row, NULL)) {
        if (ctx->host->first_equal(repeats, row)) {
            found(ctx);
            point(ctx, row, UINT64_C(1) << field.field);
        }
    }
}

#endif
