/* Crashes inside rules: named and contained. */
#ifndef STATVAL_FAULT_H
#define STATVAL_FAULT_H

#include <statval/plugin.h>

/* What a thread works on: noted for every record, so that it must cost nothing. */
struct watched {
    const struct sv_rule *rule;
    const struct sv_row *row;
};
extern _Thread_local struct watched watched;

/** From now on a crash (invalid memory, division by zero, abort) ends the program with one sentence
 *  that names the plugin, the rule and the record, and with STATUS_FAULT. */
void fault_install(const char *plugin_id);

/** Gives the calling thread room to report a crash even when its stack is full. */
void fault_protect_thread(void);

/** Takes that room away again; before the thread ends. */
void fault_unprotect_thread(void);

/** Notes what the calling thread works on. */
static inline void fault_watch(const struct sv_rule *rule, const struct sv_row *row)
{
    watched.rule = rule;
    watched.row = row;
}

#endif
