/* Home, care, education and health of a child.
 *
 * Never two random draws in one expression: their order is not defined.
 */
#include "life.h"

#include <stdlib.h>
#include <string.h>

#define STILL "1900-01-01"

enum { MAX_CHANGES = 2 * MAX_STAYS + 4 };

struct homes {
    const char *first, *second, *told;
    day moved; /* from the first to the second */
    bool began, local;
    unsigned count;
    day changes[MAX_CHANGES];
};

static const char *const home_types[] = {"LIVING_WITH_PARENT_S",
                                         "LIVING_WITH_PARENT_S",
                                         "LIVING_WITH_PARENT_S",
                                         "LIVING_WITH_PARENT_S",
                                         "AT_HOME",
                                         "LIVING_WITH_FAMILY_NOT_PARENTS",
                                         "FOSTER_CARE_LA",
                                         "FOSTER_CARE_PRIVATE",
                                         "RESIDENTIAL_UNIT_PRIVATE",
                                         "TRAVELLER_SITE"};
static const char *const later_types[] = {
    "LIVING_WITH_PARENT_S", "LIVING_WITH_FRIENDS",     "SUPPORTED_ACCOMMODATION_SUPPORTED_LODGINGS",
    "RESIDENTIAL_UNIT_LA",  "TEMPORARY_ACCOMMODATION", "LIVING_WITH_FAMILY_NOT_PARENTS",
    "NO_FIXED_ABODE"};

static bool is_suitable(const char *type)
{
    return strcmp(type, "TEMPORARY_ACCOMMODATION") != 0 && strcmp(type, "NO_FIXED_ABODE") != 0;
}

static void add_change(struct homes *h, day when)
{
    if (when != NO_DAY && h->count < MAX_CHANGES)
        h->changes[h->count++] = when;
}

static int compare_days(const void *a, const void *b)
{
    return *(const day *)a - *(const day *)b;
}

/* Where the child stays on that day. */
static const char *type_on(const struct life *life, const struct homes *h, day when)
{
    for (unsigned i = 0; i < life->stay_count; i++)
        if (life->stays[i].start <= when &&
            (life->stays[i].end == NO_DAY || when < life->stays[i].end))
            return life->stays[i].type;
    return h->moved != NO_DAY && when >= h->moved ? h->second : h->first;
}

static void tell_home(struct life *life, struct homes *h, day when)
{
    const char *type = type_on(life, h, when);
    bool local = !life->elsewhere && (life->moved_in == NO_DAY || when >= life->moved_in) &&
                 (life->moved_out == NO_DAY || when < life->moved_out);
    bool same_type = life->year < KPI_SINCE || (h->began && strcmp(type, h->told) == 0);

    if (h->began && local == h->local && same_type)
        return;
    if (h->began)
        tell_day(life, RESIDENCE, R_END, when - 1);
    record_add(life->record, RESIDENCE);
    tell_day(life, RESIDENCE, R_DATE, when);
    tell(life, RESIDENCE, R_AREA, local ? "LOCAL" : "OTHER");
    tell(life, RESIDENCE, R_TYPE, type);
    tell(life, RESIDENCE, R_SUITABILITY,
         is_suitable(type) && !maybe(life, 5) ? "SUITABLE" : "UNSUITABLE");
    tell(life, RESIDENCE, R_PRIMARY, "true");
    h->began = true;
    h->local = local;
    h->told = type;
}

static void tell_homes(struct life *life)
{
    struct homes h = {.first = ANY(life, home_types)};

    h.second = ANY(life, later_types);
    add_change(&h, sometime(life, life->birth + 100, life->first_contact - 400));
    if (maybe(life, 25))
        h.moved = sometime(life, life->first_contact, life->end);
    add_change(&h, h.moved);
    add_change(&h, life->moved_in);
    add_change(&h, life->moved_out);
    for (unsigned i = 0; i < life->stay_count; i++) {
        add_change(&h, life->stays[i].start);
        add_change(&h, life->stays[i].end);
    }
    qsort(h.changes, h.count, sizeof(h.changes[0]), compare_days);
    for (unsigned i = 0; i < h.count; i++)
        if (i == 0 || h.changes[i] != h.changes[i - 1])
            tell_home(life, &h, h.changes[i]);
    if (!maybe(life, 50))
        tell(life, RESIDENCE, R_END, STILL);
}

static void tell_care_row(struct life *life, const char *status, day start, day end)
{
    record_add(life->record, CARE);
    tell(life, CARE, C_STATUS, status);
    tell_day(life, CARE, C_START, start);
    tell_day(life, CARE, C_END, end);
}

/* No status, but for the time of remands. */
static void tell_no_care(struct life *life, day start)
{
    for (unsigned i = 0; i < life->remand_count; i++) {
        const struct stay *remand = &life->remands[i];

        tell_care_row(life, "NONE", start, remand->start);
        tell_care_row(life, remand->type, remand->start, remand->end);
        if (remand->end == NO_DAY)
            return;
        start = remand->end;
    }
    tell_care_row(life, "NONE", start, NO_DAY);
    if (maybe(life, 50))
        tell(life, CARE, C_END, STILL);
}

static void tell_looked_after(struct life *life, const char *status, day start)
{
    bool left = life->eighteen <= life->end;

    tell_care_row(life, status, start, left ? life->eighteen : NO_DAY);
    if (left)
        tell_care_row(life, "FORMER_RELEVANT_CHILD", life->eighteen, NO_DAY);
}

static void tell_care(struct life *life)
{
    static const char *const others[] = {"CHILD_IN_NEED",         "EARLY_HELP_PLAN",
                                         "CHILD_PROTECTION_PLAN", "PREVIOUSLY_LOOKED_AFTER",
                                         "EARLY_HELP_REFERRAL",   "CHILD_IN_NEED"};
    static const char *const looked_after[] = {"CARE_ORDER", "VOLUNTARY_ACCOMMODATION",
                                               "CARE_ORDER"};
    day start = life->first_contact - 20;
    unsigned kind = life->plain ? 0 : below(&life->random, 100);

    if (kind < 60) {
        tell_no_care(life, start);
        return;
    }
    if (kind < 80) {
        tell_care_row(life, ANY(life, others), start, NO_DAY);
    } else {
        start = sometime(life, life->birth + 2000, life->first_contact - 30);
        tell_looked_after(life, ANY(life, looked_after), start);
    }
    for (unsigned i = 0; i < life->remand_count; i++)
        tell_care_row(life, life->remands[i].type, life->remands[i].start, life->remands[i].end);
}

struct provision {
    const char *type, *description;
    unsigned offered;
};

static const struct provision at_school[] = {
    {"SCHOOL_FULL_TIME", "School", 25},
    {"MAINSTREAM_SCHOOL", "School", 25},
    {"MAINSTREAM_SCHOOL", "School", 30},
    {"SCHOOL_PART_TIME", "School, reduced timetable", 15},
    {"PUPIL_REFERRAL_UNIT", "PRU", 25},
    {"ALTERNATIVE_PROVISION_PRU_PART_TIME", "PRU, part time", 12},
    {"ALTERNATIVE_PROVISION_OTHER_FULL_TIME", "Alternative provision", 25},
    {"ELECTIVELY_HOME_EDUCATED", "Educated at home", 10},
    {"NONE", "Not on a school roll", 0}};
static const struct provision above_school[] = {
    {"COLLEGE", "College", 16},
    {"COLLEGE", "College", 21},
    {"TRAINING_COURSE_APPRENTICESHIP", "Apprenticeship", 30},
    {"FULL_TIME_EMPLOYMENT", "Work", 37},
    {"PART_TIME_EMPLOYMENT", "Work, part time", 12},
    {"EDUCATION_RE_ENGAGEMENT_PROGRAMME", "Re-engagement programme", 8},
    {"NONE", "No provision", 0},
    {"NONE", "No provision", 0}};

static void tell_provision(struct life *life, const struct provision *provision, day start, day end)
{
    unsigned missed = maybe(life, 40) ? below(&life->random, provision->offered + 1) : 0;
    bool suitable = provision->offered > 0 && !maybe(life, 15);

    record_add(life->record, ETE);
    tell_day(life, ETE, E_START, start);
    tell_day(life, ETE, E_END, end);
    tell(life, ETE, E_DESCRIPTION, provision->description);
    tell_number(life, ETE, E_HOURS, provision->offered - missed);
    tell_number(life, ETE, E_OFFERED, provision->offered);
    tell(life, ETE, E_TYPE, provision->type);
    tell(life, ETE, E_SUITABILITY, suitable ? "SUITABLE" : "UNSUITABLE");
}

static day last_friday_of_june(int year)
{
    day last = day_of(year, 6, 30);

    return last - (last + 6) % 7; /* 2 January 1970 was a Friday */
}

/* Compulsory school age ends in the school year of the 16th birthday. */
static int leaving_year(const struct life *life)
{
    day sixteenth = years_after(life->birth, 16);

    return year_of(sixteenth) + (month_of(sixteenth) >= 9 ? 1 : 0);
}

/* From the secondary school, or if the child was known earlier the primary school, on. */
static void tell_education(struct life *life)
{
    int year = leaving_year(life);
    day leaving = last_friday_of_june(year), start = day_of(year - 5, 9, 3);
    day until = earlier(leaving, life->end);

    if (start > life->first_contact - 100)
        start = day_of(year - 12, 9, 3);
    if (maybe(life, 35) && until > life->first_contact) {
        day change = sometime(life, life->first_contact, until);

        tell_provision(life, &ANY(life, at_school), start, change - 1);
        start = change;
    }
    tell_provision(life, &ANY(life, at_school), start, leaving < life->end ? leaving : NO_DAY);
    if (leaving < life->end)
        tell_provision(life, &ANY(life, above_school), leaving + 1, NO_DAY);
}

static void tell_special_needs(struct life *life)
{
    bool needs = life->plain || chance(&life->random, 35);
    bool plan = life->plain || chance(&life->random, 40);

    if (!record_add(life->record, SENDALN))
        return;
    tell(life, SENDALN, S_IDENTIFIED, needs ? "YES" : "NO");
    if (!needs)
        return;
    tell(life, SENDALN, S_PLAN, plan ? "YES" : "NO");
    tell_day(life, SENDALN, S_START, sometime(life, life->birth + 2000, life->first_contact - 100));
    tell(life, SENDALN, S_END, STILL);
}

static void tell_need(struct life *life, enum table_id table, day found)
{
    static const char *const mental[] = {"GETTING_HELP", "GETTING_ADVICE",
                                         "GETTING_ADDITIONAL_HELP", "GETTING_RISK_SUPPORT"};
    static const char *const substance[] = {
        "TARGETED_INTERVENTION", "SPECIALIST_SUBSTANCE_MISUSE_TREATMENT", "COMPLEX_CARE"};
    day offered = earlier(found + 14, life->end);

    tell_day(life, table, H_SCREENED, found);
    tell_day(life, table, H_REFERRED, earlier(found + 7, life->end));
    tell(life, table, H_TYPE, table == MENTAL ? ANY(life, mental) : ANY(life, substance));
    tell_day(life, table, H_OFFERED, offered);
    if (maybe(life, 30)) {
        tell(life, table, H_START, STILL);
        return;
    }
    tell_day(life, table, H_START, earlier(offered + 10, life->end));
    if (offered + 70 < life->end && !maybe(life, 30))
        tell_day(life, table, H_END, offered + 70);
    else
        tell(life, table, H_END, STILL);
}

static void tell_health(struct life *life, enum table_id table, bool need)
{
    if (!record_add(life->record, table))
        return;
    if (need) {
        tell_need(life, table, earlier(life->first_contact + 30, life->end - 60));
        return;
    }
    tell(life, table, H_SCREENED, STILL);
    if (!maybe(life, 40))
        tell(life, table, H_TYPE, "NO_INTERVENTION");
}

static void tell_transfer(struct life *life, day when, const char *type)
{
    record_add(life->record, TRANSFER);
    tell_day(life, TRANSFER, T_DATE, when);
    tell(life, TRANSFER, T_TYPE, type);
}

void tell_circumstances(struct life *life)
{
    bool mental = life->plain || chance(&life->random, 35);
    bool substance = !life->plain && chance(&life->random, 40);

    tell_homes(life);
    tell_care(life);
    tell_education(life);
    tell_special_needs(life);
    tell_health(life, MENTAL, mental);
    tell_health(life, SUBSTANCE, substance);
    if (life->elsewhere)
        tell_transfer(life, life->first_contact + 20, "CARETAKING_IN_START");
    if (life->moved_in != NO_DAY)
        tell_transfer(life, life->moved_in, "TRANSFER_IN");
    if (life->moved_out != NO_DAY)
        tell_transfer(life, life->moved_out, "TRANSFER_OUT");
}
