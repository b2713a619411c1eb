#include "fault.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../base/error.h"
#include "../base/whole_file.h"

static const char *plugin;
_Thread_local struct watched watched;

/* snprintf() with %s and %u does not allocate; after a crash nothing else is relied on. */
static void on_crash(int number)
{
    char text[512];
    int length;
    if (watched.rule)
        length = snprintf(text, sizeof(text),
                          "statval: a fault in plugin %s, rule %s (%s:%d), record %u of its table "
                          "(signal %d). Nothing was reported. Leave the rule out with --rules -%s, "
                          "and tell the plugin's author.\n",
                          plugin, watched.rule->code, watched.rule->file, watched.rule->line,
                          watched.row ? watched.row->number : 0U, number, watched.rule->code);
    else
        length =
            snprintf(text, sizeof(text),
                     "statval: a fault in statval (signal %d). Nothing was reported.\n", number);
    ssize_t ignored = write(STDERR_FILENO, text, length > 0 ? (size_t)length : 0);
    (void)ignored;
    whole_files_remove();
    _exit(STATUS_FAULT);
}

void fault_protect_thread(void)
{
    static _Thread_local char room[32 * 1024];
    stack_t stack = {.ss_sp = room, .ss_size = sizeof(room)};
    sigaltstack(&stack, NULL);
}

void fault_unprotect_thread(void)
{
    stack_t stack = {.ss_flags = SS_DISABLE};
    sigaltstack(&stack, NULL);
}

void fault_install(const char *plugin_id)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    struct sigaction action;
    memset(&action, 0, sizeof(action));
    action.sa_handler = on_crash;
    action.sa_flags = (int)(SA_RESETHAND | SA_ONSTACK);
    plugin = plugin_id;
    fault_protect_thread();
    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        sigaction(signals[i], &action, NULL);
}
