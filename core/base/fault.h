/* Crashes and endless loops of plugins: named and contained. */
#ifndef STATVAL_FAULT_H
#define STATVAL_FAULT_H

#include <statval/plugin.h>

/** Seconds of processor time that a plugin may spend on one record, or on one thing that is of no
 *  record, before it is said to come to no end: the slowest rule takes a second for all records of
 *  a national return. */
#define FAULT_SECONDS 60

/* What a thread works on: noted for every record, so that it must cost nothing. */
struct watched {
    const struct sv_rule *rule; /* NULL: none */
    const struct sv_row *row;   /* NULL: the return as a whole */
    const char *work;           /* what runs of the plugin when it is no rule; NULL: nothing */
    const char *name;           /* of the measure or stock, behind it; "": it is neither */
};
extern _Thread_local struct watched watched;

/** From now on a crash (invalid memory, division by zero, abort), and a plugin that works on one
 *  record for more than so many seconds of processor time, end the program with one sentence that
 *  names plugin, rule and record, and with STATUS_FAULT. Once, by the main thread. */
void fault_install(unsigned seconds);

/** Whose code runs from now on: the id of a plugin, or its file; must stay valid. */
void fault_of_plugin(const char *plugin);

/** Gives the calling thread room to report a crash even when its stack is full, and watches its
 *  time. The main thread has both from fault_install(). */
void fault_protect_thread(void);

/** Takes both away again; before the thread ends. */
void fault_unprotect_thread(void);

/** Notes what the calling thread works on. */
static inline void fault_watch(const struct sv_rule *rule, const struct sv_row *row)
{
    watched.rule = rule;
    watched.row = row;
}

/** Notes what runs of the plugin when it is no rule, in words and with a name behind them, as in
 *  "measure " "open-cases"; the name may be "". `row`: NULL for the return as a whole. */
static inline void fault_watch_work(const char *work, const char *name, const struct sv_row *row)
{
    watched = (struct watched){.work = work, .name = name, .row = row};
}

/** Notes that nothing of a plugin runs any more. */
static inline void fault_watch_nothing(void)
{
    watched = (struct watched){0};
}

#endif
