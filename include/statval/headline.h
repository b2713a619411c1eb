/*
 * How headline figures are written. For plugin sources only.
 *
 * A measure is its description and its test in one place; writing it down registers it. Measures of
 * one section stand in one file, in the order in which reports show them:
 *
 *     MEASURE(ChildProtectionPlans,
 *             .name = "plans_starting", .title = "Plans starting", .section = SECTION_PLANS,
 *             .unit = "plan", .units = "plans",
 *             .definition = "Plans whose start date lies in the period.", .source = ...,
 *             BREAKDOWNS(BY_CODE(ChildProtectionPlans, InitialCategoryOfAbuse, "category")))
 *     {
 *         return counted_if(in_period(ctx, row->CPPstartDate));
 *     }
 *
 * Kinds, and the names that their tests can use besides `ctx` and `row`:
 *   MEASURE(T)        returns enum sv_part; `amount` takes what the record amounts to
 *   STOCK(T)          fills in `stay`; returns whether there is one
 *   NOT_IN_RETURN     has no test: a figure that the return cannot give, and why
 */
#ifndef STATVAL_HEADLINE_H
#define STATVAL_HEADLINE_H

#include <statval/rule.h>

#define SV_GATHERED_(what, id) "statval_" #what "_" #id
#define SV_GATHERED(what, id) SV_GATHERED_(what, id)
#define SV_MEASURES_START SV_JOIN(__start_statval_measures_, STATVAL_PLUGIN_ID)
#define SV_MEASURES_STOP SV_JOIN(__stop_statval_measures_, STATVAL_PLUGIN_ID)
#define SV_STOCKS_START SV_JOIN(__start_statval_stocks_, STATVAL_PLUGIN_ID)
#define SV_STOCKS_STOP SV_JOIN(__stop_statval_stocks_, STATVAL_PLUGIN_ID)

/* The linker gathers the pointers of all measures and stocks of a plugin, and names the ends of
 * both. */
extern const struct sv_measure *const SV_MEASURES_START[] __attribute__((visibility("hidden")));
extern const struct sv_measure *const SV_MEASURES_STOP[] __attribute__((visibility("hidden")));
extern const struct sv_stock *const SV_STOCKS_START[] __attribute__((visibility("hidden")));
extern const struct sv_stock *const SV_STOCKS_STOP[] __attribute__((visibility("hidden")));

/** The members of sv_plugin that hold the measures; a plugin has at least one of each. */
#define SV_FIGURES                                                                                 \
    .measures = SV_MEASURES_START, .measures_end = SV_MEASURES_STOP, .stocks = SV_STOCKS_START,    \
    .stocks_end = SV_STOCKS_STOP

#define SV_REGISTER_FIGURE(kind_, section_, ...)                                                   \
    static const struct kind_ SV_HERE(figure) = {__VA_ARGS__, .file = __FILE__, .line = __LINE__}; \
    static const struct kind_ *const SV_HERE(entry)                                                \
        __attribute__((used, section(SV_GATHERED(section_, STATVAL_PLUGIN_ID)))) =                 \
            &SV_HERE(figure);

#define MEASURE(T, ...)                                                                            \
    static enum sv_part SV_HERE(test)(const struct sv_context *ctx, const struct T *row,           \
                                      struct sv_amount *amount);                                   \
    static enum sv_part SV_HERE(run)(const struct sv_context *ctx, const struct sv_row *row,       \
                                     struct sv_amount *amount)                                     \
    {                                                                                              \
        return SV_HERE(test)(ctx, (const struct T *)row, amount);                                  \
    }                                                                                              \
    SV_REGISTER_FIGURE(sv_measure, measures, .table = TABLE_##T, .test = SV_HERE(run),             \
                       __VA_ARGS__)                                                                \
    static enum sv_part SV_HERE(test)(SV_MAYBE_UNUSED const struct sv_context *ctx,                \
                                      SV_MAYBE_UNUSED const struct T *row,                         \
                                      SV_MAYBE_UNUSED struct sv_amount *amount)

#define STOCK(T, ...)                                                                              \
    static bool SV_HERE(test)(const struct sv_context *ctx, const struct T *row,                   \
                              struct sv_stay *stay);                                               \
    static bool SV_HERE(run)(const struct sv_context *ctx, const struct sv_row *row,               \
                             struct sv_stay *stay)                                                 \
    {                                                                                              \
        return SV_HERE(test)(ctx, (const struct T *)row, stay);                                    \
    }                                                                                              \
    SV_REGISTER_FIGURE(sv_stock, stocks, .table = TABLE_##T, .stay = SV_HERE(run), __VA_ARGS__)    \
    static bool SV_HERE(test)(SV_MAYBE_UNUSED const struct sv_context *ctx,                        \
                              SV_MAYBE_UNUSED const struct T *row, struct sv_stay *stay)

/** NOT_IN_RETURN(.name = ..., .title = ..., .section = ..., .definition = "why not"); */
#define NOT_IN_RETURN(...)                                                                         \
    SV_REGISTER_FIGURE(sv_measure, measures, .kind = SV_NOT_IN_RETURN, __VA_ARGS__)

/** The breakdowns of a measure, in order. Each of those below may end with a further member, such
 * as .whole = SV_OF_BAND. */
#define BREAKDOWNS(...)                                                                            \
    .breakdowns = (const struct sv_breakdown[]){__VA_ARGS__},                                      \
    .breakdown_count =                                                                             \
        sizeof((const struct sv_breakdown[]){__VA_ARGS__}) / sizeof(struct sv_breakdown)

/** By codes of a list: the function gives the number of a record's code. */
#define BY_LIST(L, by_, ...)                                                                       \
    {                                                                                              \
        .by = (by_), .list = &L##_list, .band = __VA_ARGS__                                        \
    }

/** By bands with names: `band` gives the place of a record's band. `labels_` is an array. */
#define BY_LABEL(labels_, by_, ...)                                                                \
    {                                                                                              \
        .by = (by_), .labels = (labels_), .label_count = sizeof(labels_) / sizeof((labels_)[0]),   \
        .band = __VA_ARGS__                                                                        \
    }

/** By the measure's value; both are arrays. */
#define BY_VALUE(labels_, edges_, by_)                                                             \
    {                                                                                              \
        .by = (by_), .labels = (labels_), .label_count = sizeof(labels_) / sizeof((labels_)[0]),   \
        .edges = (edges_), .edge_count = sizeof(edges_) / sizeof((edges_)[0])                      \
    }

/** By things of which a record may have several: `bands` gives their places, as bits. */
#define BY_EACH(labels_, by_, ...)                                                                 \
    {                                                                                              \
        .by = (by_), .labels = (labels_), .label_count = sizeof(labels_) / sizeof((labels_)[0]),   \
        .bands = __VA_ARGS__                                                                       \
    }

/** The same with the codes of a list. */
#define BY_EACH_OF_LIST(L, by_, ...)                                                               \
    {                                                                                              \
        .by = (by_), .list = &L##_list, .bands = __VA_ARGS__                                       \
    }

/** A function for BY_LIST() that gives the code in field F of a record of T. */
#define BAND_OF_CODE(name, T, F)                                                                   \
    static int name(const struct sv_context *ctx, const struct sv_row *row)                        \
    {                                                                                              \
        (void)ctx;                                                                                 \
        return ((const struct T *)row)->F.number;                                                  \
    }

/** Counted when a condition holds, else not in the measure. */
static inline enum sv_part counted_if(bool condition)
{
    return condition ? SV_COUNTED : SV_APART;
}

/** Of those for which `whole` holds, those for which `part` holds too. */
static inline enum sv_part share(bool whole, bool part)
{
    return !whole ? SV_APART : part ? SV_COUNTED : SV_AMONG;
}

/** Whether what begins and ends on these days is there at the end of `day`: what ends on it is not.
 *  An unreadable end is no end. */
static inline bool open_at(struct sv_value start, struct sv_value end, sv_day day)
{
    return readable(start) && start.number <= day && (!readable(end) || end.number > day);
}

/** The stay between two dates; false without a readable start. */
static inline bool stay_between(struct sv_value start, struct sv_value end, struct sv_stay *stay)
{
    *stay = (struct sv_stay){day_of(start), day_of(end), present(end) && !readable(end)};
    return readable(start);
}

/** Working days after `first`, up to and with `last`; negative when `last` comes before. */
static inline int32_t working_days(const struct sv_context *ctx, sv_day first, sv_day last)
{
    return ctx->host->working_days(ctx, first, last);
}

#endif
