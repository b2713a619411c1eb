#include "crew.h"

#include <pthread.h>
#include <stdlib.h>

#include "fault.h"
#include "memory.h"

struct member {
    void (*work)(void *context, size_t member);
    void *context;
    size_t number;
    pthread_t thread;
};

static void *work_beside(void *argument)
{
    const struct member *member = argument;
    fault_protect_thread();
    member->work(member->context, member->number);
    fault_unprotect_thread();
    return NULL;
}

void crew_run(size_t members, void (*work)(void *context, size_t member), void *context)
{
    struct member *beside = mem_new(members, sizeof(*beside));
    size_t started = 1;
    for (; started < members; started++) {
        struct member *member = &beside[started];
        *member = (struct member){work, context, started, 0};
        if (pthread_create(&member->thread, NULL, work_beside, member) != 0)
            break;
    }
    work(context, 0);
    for (size_t i = 1; i < started; i++)
        pthread_join(beside[i].thread, NULL);
    free(beside);
}
