/* The belt between parser and reader, and the tapes on it: everything arrives once, in order. */
#include "../../core/input/xml_belt.h"

#include <unistd.h>

#include "unit.h"

#define TAPES 200

/* What was taken, written as a text. */
struct taken {
    char text[TAPES * 64];
    size_t length;
    size_t tapes;
    bool slow;
};

static void take(void *context, const struct xml_tape *tape)
{
    struct taken *taken = context;
    const char *text = tape->text;
    if (taken->slow && taken->tapes % 16 == 0)
        usleep(500);
    for (size_t i = 0; i < tape->count; i++) {
        const struct xml_event *event = &tape->events[i];
        bool has_text = event->kind == XML_EVENT_TEXT;
        int length = has_text ? (int)event->number : 0;
        taken->length +=
            (size_t)snprintf(taken->text + taken->length, sizeof(taken->text) - taken->length,
                             "%d:%.*s;", event->kind, length, has_text ? text : "");
        text += length;
    }
    taken->tapes++;
}

/* Writes the tape with a number, and what is expected of it. */
static size_t write_tape(struct xml_tape *tape, size_t number, char *meant)
{
    char text[32];
    size_t length = (size_t)snprintf(text, sizeof(text), "tape %zu", number);
    xml_tape_add(tape, (struct xml_event){.kind = XML_EVENT_START});
    if (number % 3 == 0)
        return (size_t)sprintf(meant, "%d:;", XML_EVENT_START);
    xml_tape_add_text(tape, text, length);
    xml_tape_add_text(tape, "!", 1);
    xml_tape_add(tape, (struct xml_event){.kind = XML_EVENT_END});
    return (size_t)sprintf(meant, "%d:;%d:%s!;%d:;", XML_EVENT_START, XML_EVENT_TEXT, text,
                           XML_EVENT_END);
}

static void everything_arrives(bool beside, bool slow_writer, bool slow_taker)
{
    static char meant[TAPES * 64];
    struct taken taken = {.slow = slow_taker};
    struct xml_belt belt;
    size_t length = 0;
    xml_belt_open(&belt, beside, take, &taken);
    assert_int_equal(belt.beside, beside);
    for (size_t i = 0; i < TAPES; i++) {
        struct xml_tape *tape = xml_belt_next(&belt);
        assert_int_equal(tape->count + tape->length, 0);
        length += write_tape(tape, i, meant + length);
        if (slow_writer && i % 16 == 0)
            usleep(500);
        xml_belt_give(&belt);
    }
    xml_belt_drain(&belt);
    assert_int_equal(taken.tapes, TAPES);
    assert_string_equal(taken.text, meant);
    xml_belt_close(&belt);
}

static void in_one_thread(void **state)
{
    (void)state;
    everything_arrives(false, false, false);
}

static void beside_a_quick_reader(void **state)
{
    (void)state;
    everything_arrives(true, true, false);
}

static void beside_a_slow_reader(void **state)
{
    (void)state;
    everything_arrives(true, false, true);
}

static void closing_waits_for_what_was_given(void **state)
{
    (void)state;
    struct taken taken = {.slow = true};
    struct xml_belt belt;
    xml_belt_open(&belt, true, take, &taken);
    for (int i = 0; i < 5; i++) {
        xml_tape_add(xml_belt_next(&belt), (struct xml_event){.kind = XML_EVENT_END});
        xml_belt_give(&belt);
    }
    xml_belt_close(&belt);
    assert_int_equal(taken.tapes, 5);
}

static void a_belt_that_is_not_used(void **state)
{
    (void)state;
    struct taken taken = {0};
    struct xml_belt belt;
    for (int beside = 0; beside < 2; beside++) {
        xml_belt_open(&belt, beside, take, &taken);
        xml_belt_drain(&belt);
        xml_belt_close(&belt);
    }
    assert_int_equal(taken.tapes, 0);
}

static void messages_keep_their_end(void **state)
{
    (void)state;
    struct xml_tape tape = {0};
    struct xml_event fault = {.kind = XML_EVENT_SCHEMA_FAULT, .number = 1871};
    xml_tape_add_message(&tape, fault, "first");
    xml_tape_add_message(&tape, fault, "");
    xml_tape_add_text(&tape, "x", 1);
    assert_int_equal(tape.count, 3);
    assert_int_equal(tape.length, 8);
    assert_memory_equal(tape.text, "first\0\0x", 8);
    xml_tape_free(&tape);
}

/* As an empty CDATA section gives it. */
static void an_empty_text_is_an_event(void **state)
{
    (void)state;
    struct xml_tape tape = {0};
    xml_tape_add_text(&tape, "", 0);
    assert_int_equal(tape.count, 1);
    assert_int_equal(tape.events[0].number, 0);
    assert_non_null(tape.text);
    xml_tape_free(&tape);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_one_thread),
        cmocka_unit_test(beside_a_quick_reader),
        cmocka_unit_test(beside_a_slow_reader),
        cmocka_unit_test(closing_waits_for_what_was_given),
        cmocka_unit_test(a_belt_that_is_not_used),
        cmocka_unit_test(messages_keep_their_end),
        cmocka_unit_test(an_empty_text_is_an_event),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
