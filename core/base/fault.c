#include "fault.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "error.h"
#include "whole_file.h"

/* A watched thread is looked at so many times before its time is over. */
#define LOOKS 6

static const char *plugin;
static unsigned limit; /* seconds of processor time; 0: not installed */
_Thread_local struct watched watched;
static _Thread_local timer_t timer;
static _Thread_local bool timed;

/* snprintf() with %s and %u does not allocate; after a crash nothing else is relied on. */
static void write_place(char *text, size_t size)
{
    char record[48] = "";
    if (watched.row)
        snprintf(record, sizeof(record), ", record %u of its table", watched.row->number);
    if (watched.rule)
        snprintf(text, size, "plugin %s, rule %s (%s:%d)%s", plugin, watched.rule->code,
                 watched.rule->file, watched.rule->line, record);
    else if (watched.work)
        snprintf(text, size, "plugin %s, %s%s%s", plugin, watched.work, watched.name, record);
    else
        snprintf(text, size, "statval");
}

static void write_advice(char *text, size_t size)
{
    text[0] = '\0';
    if (watched.rule)
        snprintf(text, size, " Leave the rule out with --rules -%s, and tell the plugin's author.",
                 watched.rule->code);
    else if (watched.work)
        snprintf(text, size, " Tell the plugin's author.");
}

/* When several threads fail, the first one speaks. When it fails again as it does so, nothing more
 * is said. */
static void take_the_word(void)
{
    static atomic_flag taken = ATOMIC_FLAG_INIT;
    static _Thread_local bool mine;
    if (mine)
        _exit(STATUS_FAULT);
    while (atomic_flag_test_and_set(&taken))
        pause(); /* another thread ends the run */
    mine = true;
}

/* Ends the program with a sentence: what happened, how much was reported, what to do. */
_Noreturn static void end(const char *what)
{
    char advice[160];
    char text[1024];
    write_advice(advice, sizeof(advice));
    int length =
        snprintf(text, sizeof(text), "statval: %s: %s.%s\n", what, what_was_reported(), advice);
    ssize_t ignored = write(STDERR_FILENO, text, length > 0 ? (size_t)length : 0);
    (void)ignored;
    whole_files_remove();
    _exit(STATUS_FAULT);
}

static void on_crash(int number)
{
    char place[512];
    char what[640];
    take_the_word();
    write_place(place, sizeof(place));
    snprintf(what, sizeof(what), "a fault in %s (signal %d)", place, number);
    end(what);
}

static void tell_no_end(void)
{
    char place[512];
    char what[640];
    take_the_word();
    write_place(place, sizeof(place));
    snprintf(what, sizeof(what), "%s comes to no end (more than %u s of processor time)", place,
             limit);
    end(what);
}

static bool is_same(const struct watched *a, const struct watched *b)
{
    return a->rule == b->rule && a->row == b->row && a->work == b->work && a->name == b->name;
}

/* Runs in the thread whose time it is. */
static void on_tick(int number)
{
    static _Thread_local struct watched last;
    static _Thread_local unsigned looks;
    (void)number;
    looks = is_same(&watched, &last) && (watched.rule || watched.work) ? looks + 1 : 0;
    last = watched;
    if (looks == LOOKS)
        tell_no_end();
}

/* Without a timer a loop is not found, and all else works. */
static void start_timer(void)
{
    struct sigevent event;
    uint64_t tick = limit * UINT64_C(1000000000) / LOOKS;
    struct timespec span = {.tv_sec = (time_t)(tick / 1000000000),
                            .tv_nsec = (long)(tick % 1000000000)};
    memset(&event, 0, sizeof(event));
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = SIGVTALRM;
    event._sigev_un._tid = gettid();
    timed = timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &timer) == 0;
    if (timed)
        timer_settime(timer, 0, &(struct itimerspec){span, span}, NULL);
}

void fault_protect_thread(void)
{
    static _Thread_local char room[32 * 1024];
    stack_t stack = {.ss_sp = room, .ss_size = sizeof(room)};
    sigaltstack(&stack, NULL);
    if (limit && !timed)
        start_timer();
}

void fault_unprotect_thread(void)
{
    stack_t stack = {.ss_flags = SS_DISABLE};
    sigaltstack(&stack, NULL);
    if (timed)
        timer_delete(timer);
    timed = false;
}

static void handle(int number, void (*handler)(int), int flags)
{
    struct sigaction action;
    memset(&action, 0, sizeof(action));
    action.sa_handler = handler;
    action.sa_flags = flags | SA_ONSTACK;
    sigaction(number, &action, NULL);
}

void fault_install(unsigned seconds)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    limit = seconds;
    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        handle(signals[i], on_crash, SA_NODEFER);
    handle(SIGVTALRM, on_tick, SA_RESTART);
    fault_protect_thread();
}

void fault_of_plugin(const char *name)
{
    plugin = name;
}
