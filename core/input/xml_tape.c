#include "xml_tape.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

void xml_tape_add(struct xml_tape *tape, struct xml_event event)
{
    if (tape->count == tape->capacity) /* mem_grow() for each event would be felt */
        mem_grow((void **)&tape->events, &tape->capacity, tape->count, sizeof(event));
    tape->events[tape->count++] = event;
}

static void add_bytes(struct xml_tape *tape, const char *bytes, size_t length)
{
    if (!tape->text || tape->room - tape->length < length) {
        tape->room = (tape->length + length) * 2;
        tape->text = mem_resize(tape->text, tape->room);
    }
    memcpy(tape->text + tape->length, bytes, length);
    tape->length += length;
}

void xml_tape_add_text(struct xml_tape *tape, const char *text, size_t length)
{
    bool goes_on = tape->count && tape->events[tape->count - 1].kind == XML_EVENT_TEXT;
    if (goes_on)
        tape->events[tape->count - 1].number += (uint32_t)length;
    else
        xml_tape_add(tape, (struct xml_event){.kind = XML_EVENT_TEXT, .number = (uint32_t)length});
    add_bytes(tape, text, length);
}

void xml_tape_add_message(struct xml_tape *tape, struct xml_event event, const char *message)
{
    xml_tape_add(tape, event);
    add_bytes(tape, message, strlen(message) + 1);
}

void xml_tape_clear(struct xml_tape *tape)
{
    tape->count = 0;
    tape->length = 0;
}

void xml_tape_free(struct xml_tape *tape)
{
    free(tape->events);
    free(tape->text);
    *tape = (struct xml_tape){0};
}
