/* Notions that several rules of the CIN census share. */
#ifndef CIN_EPISODE_H
#define CIN_EPISODE_H

#include "../records.h"

/** Whether the last day of something counts as a day on which it is open. */
enum end_day { END_DAY_OUTSIDE, END_DAY_INSIDE };

/** No day at all. */
static inline struct sv_interval no_days(void)
{
    struct sv_interval none = {1, 0};
    return none;
}

/** The days on which something is open: from its start to its end; without an end, to the last day
 *  of the period. No day at all without a start. An unreadable end counts as none. */
static inline struct sv_interval open_until(const struct sv_context *ctx, struct sv_value start,
                                            struct sv_value end, enum end_day end_day)
{
    sv_day last = ctx->period_end;
    if (readable(end))
        last = end_day == END_DAY_INSIDE ? day_of(end) : day_of(end) - 1;
    struct sv_interval open = {day_of(start), last};
    return readable(start) ? open : no_days();
}

/** The child that an episode of need belongs to. */
static inline const struct ChildIdentifiers *child_of(const struct CINdetails *episode)
{
    return PARENT(ChildIdentifiers, episode);
}

/** Whether at least one referral of the child is flagged as having led to further action. */
static inline bool has_referral_taken_further(const struct sv_context *ctx,
                                              const struct ChildIdentifiers *child)
{
    FOR_EACH (ctx, CINdetails, episode, child) {
        if (is_false(episode->ReferralNFA))
            return true;
    }
    return false;
}

/** Whether the case was closed right after the assessment, without further work or with early help
 *  only. */
static inline bool closed_after_assessment(const struct CINdetails *episode)
{
    return is_code(episode->ReasonForClosure, ReasonForClosure_RC8) ||
           is_code(episode->ReasonForClosure, ReasonForClosure_RC9);
}

/** The child whose episode `record` stands in. */
#define CHILD_OF_EPISODE_RECORD(record) child_of(PARENT(CINdetails, record))

#endif
