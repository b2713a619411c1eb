#include "xml_meter.h"

void xml_meter_open(struct xml_meter *meter, struct profile *profile)
{
    struct error error;
    *meter = (struct xml_meter){.profile = profile};
    if (profile && !xml_recorder_open(&meter->plain, NULL, &error))
        meter->profile = NULL;
}

void xml_meter_feed(struct xml_meter *meter, const char *bytes, size_t length, uint64_t began)
{
    if (!meter->profile)
        return;
    uint64_t parsed = profile_now();
    xml_tape_clear(&meter->tape);
    xml_recorder_feed(&meter->plain, bytes, length, &meter->tape);
    uint64_t again = profile_now() - parsed;
    meter->with += parsed - began;
    meter->without += again;
    profile_count(meter->profile, PHASE_NONE, again);
}

void xml_meter_close(struct xml_meter *meter)
{
    if (!meter->profile)
        return;
    if (meter->with > meter->without)
        profile_count(meter->profile, PHASE_SCHEMA, meter->with - meter->without);
    xml_tape_free(&meter->tape);
    xml_recorder_close(&meter->plain);
}
