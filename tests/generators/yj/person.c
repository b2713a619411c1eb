/* Identifiers and what else is said of the person. No two children of a return have an identifier
 * in common.
 *
 * Never two random draws in one expression: their order is not defined.
 */
#include "life.h"

enum { LAST_SERIAL = 9999999, SERIALS = 8000000 };

static const char *const ethnicities[] = {"WHITE_BRITISH",
                                          "WHITE_BRITISH",
                                          "WHITE_BRITISH",
                                          "WHITE_BRITISH",
                                          "WHITE_BRITISH",
                                          "WHITE_BRITISH",
                                          "WHITE_BRITISH",
                                          "WHITE_BRITISH",
                                          "WHITE_IRISH",
                                          "WHITE_OTHER",
                                          "ASIAN_PAKISTANI",
                                          "MIXED_WHITE_AND_BLACK_CARIBBEAN",
                                          "MIXED_OTHER",
                                          "ASIAN_INDIAN",
                                          "WHITE_GYPSY_OR_IRISH_TRAVELLER",
                                          "BLACK_CARIBBEAN",
                                          "ASIAN_BANGLADESHI",
                                          "MIXED_WHITE_AND_BLACK_AFRICAN",
                                          "BLACK_AFRICAN",
                                          "BLACK_OTHER",
                                          "MIXED_WHITE_AND_ASIAN",
                                          "ASIAN_OTHER",
                                          "CHINESE",
                                          "OTHER_ETHNIC_GROUP",
                                          "ARAB"};
static const char *const religions[] = {"NO_RELIGION", "NO_RELIGION", "CHRISTIAN", "MUSLIM",
                                        "NOT_STATED",  "HINDU",       "SIKH",      "JEWISH",
                                        "BUDDHIST",    "OTHER"};
static const char *const statuses[] = {"BRITISH_CITIZEN", "BRITISH_CITIZEN", "BRITISH_CITIZEN",
                                       "BRITISH_CITIZEN", "BRITISH_CITIZEN", "BRITISH_CITIZEN",
                                       "BRITISH_CITIZEN", "SETTLED_STATUS",  "IRISH_CITIZEN",
                                       "REFUGEE",         "INDEFINITE_LEAVE"};
static const char *const nationalities[] = {"British", "British", "British", "British",
                                            "British", "GBR",     "Irish",   "POL"};
static const char *const languages[] = {"ENGLISH", "ENGLISH", "ENGLISH", "ENGLISH",
                                        "ENGLISH", "ENGLISH", "OTHER",   "WELSH"};
static const char *const terms[] = {"non-binary", "trans boy", "trans girl"};

const char *child_id(struct life *life)
{
    cell text = "";

    snprintf(text, CELL_SIZE, "C%06lu", life->index + 1);
    return record_text(life->record, text);
}

const char *make_id(struct life *life, char kind, unsigned number)
{
    cell text = "";

    snprintf(text, CELL_SIZE, "%lu-%c%u", life->index + 1, kind, number);
    return record_text(life->record, text);
}

/* The last letter is a check letter. */
static void tell_pnc(struct life *life)
{
    static const char letters[] = "ZABCDEFGHJKLMNPQRTUVWXY";
    unsigned year = (unsigned)year_of(life->first_arrest) % 10000;
    unsigned serial = LAST_SERIAL - (unsigned)(life->index % SERIALS);
    cell text = "";

    snprintf(text, CELL_SIZE, "%04u/%07u%c", year, serial,
             letters[(year % 100 * 10000000 + serial) % 23]);
    tell(life, PERSON, P_PNC, record_text(life->record, text));
}

static void tell_national_id(struct life *life)
{
    cell text = "";

    snprintf(text, CELL_SIZE, "YP9%08lu", life->seed % 10 * 10000000 + life->index + 1);
    tell(life, PERSON, P_YPID, record_text(life->record, text));
}

static void tell_origin(struct life *life)
{
    cell text = "";

    snprintf(text, CELL_SIZE, "ORIG-%06lu", life->index + 1);
    tell(life, PERSON, P_ORIGIN, record_text(life->record, text));
}

static void tell_gender(struct life *life)
{
    bool girl = !life->plain && chance(&life->random, 16);
    bool same = !maybe(life, 2);

    tell(life, PERSON, P_SEX, girl ? "2" : "1");
    tell(life, PERSON, P_GENDER, girl ? "2" : "1");
    tell(life, PERSON, P_SAME, same ? "YES" : "NO");
    if (!same)
        tell(life, PERSON, P_TERM, ANY(life, terms));
}

void introduce(struct life *life)
{
    tell(life, PERSON, P_ID, child_id(life));
    if (!maybe(life, 20))
        tell_national_id(life);
    if (life->moved_in != NO_DAY)
        tell_origin(life);
    if (life->arrested)
        tell_pnc(life);
    tell_day(life, PERSON, P_BIRTH, life->birth);
    tell_gender(life);
    tell(life, PERSON, P_ETHNICITY, ANY(life, ethnicities));
    tell(life, PERSON, P_NATIONALITY, ANY(life, nationalities));
    tell(life, PERSON, P_LANGUAGE, ANY(life, languages));
    tell(life, PERSON, P_RELIGION, ANY(life, religions));
    tell(life, PERSON, P_IMMIGRATION, ANY(life, statuses));
}
