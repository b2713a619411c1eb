/* The same work done by several threads. */
#include "../../core/base/crew.h"

#include <pthread.h>
#include <stdatomic.h>

#include "unit.h"

struct log {
    atomic_int calls[8]; /* by member */
    pthread_t caller;
    atomic_int by_caller;
};

static void note_call(void *context, size_t member)
{
    struct log *log = context;
    atomic_fetch_add(&log->calls[member], 1);
    if (pthread_equal(pthread_self(), log->caller)) {
        assert_int_equal(member, 0);
        atomic_fetch_add(&log->by_caller, 1);
    }
}

static void every_member_works_once_and_the_caller_is_the_first(void **state)
{
    (void)state;
    for (size_t members = 1; members <= 8; members++) {
        struct log log = {.caller = pthread_self()};
        crew_run(members, note_call, &log);
        for (size_t i = 0; i < 8; i++)
            assert_int_equal(atomic_load(&log.calls[i]), i < members);
        assert_int_equal(atomic_load(&log.by_caller), 1);
    }
}

static void nobody_is_idle_and_somebody_is_there(void **state)
{
    (void)state;
    assert_int_equal(crew_size(4, 9), 4);
    assert_int_equal(crew_size(4, 4), 4);
    assert_int_equal(crew_size(4, 3), 3);
    assert_int_equal(crew_size(4, 0), 1);
    assert_int_equal(crew_size(0, 9), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_member_works_once_and_the_caller_is_the_first),
        cmocka_unit_test(nobody_is_idle_and_somebody_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
