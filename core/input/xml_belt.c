#include "xml_belt.h"

#include "../base/fault.h"

static struct xml_tape *tape_of(struct xml_belt *belt, size_t number)
{
    return &belt->tapes[number % XML_BELT_TAPES];
}

static size_t under_way(const struct xml_belt *belt)
{
    return belt->given - belt->taken;
}

/* Waits for the next tape; NULL: no more comes. */
static struct xml_tape *wait_for_tape(struct xml_belt *belt)
{
    pthread_mutex_lock(&belt->mutex);
    while (under_way(belt) == 0 && !belt->ended)
        pthread_cond_wait(&belt->changed, &belt->mutex);
    struct xml_tape *tape = belt->taken < belt->given ? tape_of(belt, belt->taken) : NULL;
    pthread_mutex_unlock(&belt->mutex);
    return tape;
}

/* Adds one to a count, and wakes the other side when it is worth it, or at the end. */
static void count_up(struct xml_belt *belt, size_t *count, size_t worth)
{
    pthread_mutex_lock(&belt->mutex);
    (*count)++;
    if (under_way(belt) == worth || belt->drained)
        pthread_cond_signal(&belt->changed);
    pthread_mutex_unlock(&belt->mutex);
}

static void *take_all(void *argument)
{
    struct xml_belt *belt = argument;
    struct xml_tape *tape;
    fault_protect_thread();
    while ((tape = wait_for_tape(belt)) != NULL) {
        belt->take(belt->context, tape);
        count_up(belt, &belt->taken, XML_BELT_TAPES - XML_BELT_STRETCH);
    }
    fault_unprotect_thread();
    return NULL;
}

/* Waits until at most so many tapes are under way. */
static void wait_for_room(struct xml_belt *belt, size_t most)
{
    pthread_mutex_lock(&belt->mutex);
    while (under_way(belt) > most)
        pthread_cond_wait(&belt->changed, &belt->mutex);
    pthread_mutex_unlock(&belt->mutex);
}

void xml_belt_open(struct xml_belt *belt, bool beside,
                   void (*take)(void *context, const struct xml_tape *tape), void *context)
{
    *belt = (struct xml_belt){.take = take,
                              .context = context,
                              .mutex = PTHREAD_MUTEX_INITIALIZER,
                              .changed = PTHREAD_COND_INITIALIZER};
    belt->beside = beside && pthread_create(&belt->thread, NULL, take_all, belt) == 0;
}

struct xml_tape *xml_belt_next(struct xml_belt *belt)
{
    wait_for_room(belt, XML_BELT_TAPES - 1);
    struct xml_tape *tape = tape_of(belt, belt->given);
    xml_tape_clear(tape);
    return tape;
}

void xml_belt_give(struct xml_belt *belt)
{
    count_up(belt, &belt->given, XML_BELT_STRETCH);
    if (belt->beside)
        return;
    belt->take(belt->context, tape_of(belt, belt->taken));
    belt->taken++;
}

/* The last tapes are fewer than what is worth waking for. */
static void hurry(struct xml_belt *belt, bool drained)
{
    pthread_mutex_lock(&belt->mutex);
    belt->drained = drained;
    pthread_cond_signal(&belt->changed);
    pthread_mutex_unlock(&belt->mutex);
}

void xml_belt_drain(struct xml_belt *belt)
{
    hurry(belt, true);
    wait_for_room(belt, 0);
    hurry(belt, false);
}

void xml_belt_close(struct xml_belt *belt)
{
    pthread_mutex_lock(&belt->mutex);
    belt->ended = true;
    pthread_cond_signal(&belt->changed);
    pthread_mutex_unlock(&belt->mutex);
    if (belt->beside)
        pthread_join(belt->thread, NULL);
    for (size_t i = 0; i < XML_BELT_TAPES; i++)
        xml_tape_free(&belt->tapes[i]);
    pthread_mutex_destroy(&belt->mutex);
    pthread_cond_destroy(&belt->changed);
}
