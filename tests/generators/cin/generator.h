/* What the parts of the generator of synthetic children in need returns share: the shape of one
 * child, the random numbers and the calendar.
 *
 * Every record generated is invented: synthetic data made by statval's generator, no real child.
 */
#ifndef CIN_GENERATOR_H
#define CIN_GENERATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define COUNT_OF(table) ((unsigned)(sizeof(table) / sizeof((table)[0])))
#define PICK(child, table) ((table)[below(child, COUNT_OF(table))])
#define UPN_LETTERS "ABCDEFGHJKLMNPQRTUVWXYZ"

/* Days since 1 January 1970. The values below zero stand for elements without a real date. */
typedef int day;
enum { NO_DAY = 0, EMPTY_DAY = -1, IMPOSSIBLE_DAY = -2, FOREIGN_DAY = -3 };
enum { DAY_SIZE = sizeof("2025-03-31") };

enum { FIRST_YEAR = 2023, SEX_SINCE = 2025, PRE_PROCEEDINGS_SINCE = 2027, LAST_YEAR = 2027 };

/* First and last day on which an episode can see work. */
struct span {
    day first, last;
};

enum kind { CHILD_IN_NEED, REFUSED_REFERRAL, UNBORN_CHILD };

/* What a fault asks of the child it is put into, so that there is something to spoil. */
enum need {
    IN_NEED = 1,
    ASSESSED = 2,
    ENQUIRED = 4,
    PROTECTED = 8,
    PLANNED = 16,
    CLOSED = 32,
    WITH_UPN = 64,
    PRE_PROCEEDINGS = 128,
    ALL_NEEDS = 255
};

/* Faults of the layout, which the writer makes because no value can express them. */
enum layout { UNKNOWN_ELEMENT = 1, WRONG_ORDER = 2 };

/* Room for the clean content and for what the faults add to it. */
enum {
    MAX_EPISODES = 4,
    MAX_ASSESSMENTS = 4,
    MAX_FACTORS = 8,
    MAX_CIN_PLANS = 4,
    MAX_ENQUIRIES = 4,
    MAX_PLANS = 3,
    MAX_REVIEWS = 12,
    MAX_DISABILITIES = 6
};

/* In all of these, a text that is NULL and a date that is NO_DAY leave their element out. */
struct assessment {
    day start, authorised;
    int factor_count;
    const char *factors[MAX_FACTORS];
};

struct cin_plan {
    day start, end;
};

struct section47 {
    day start, cpc_target, initial_cpc;
    const char *icpc_not_required;
};

struct protection_plan {
    day start, end;
    const char *initial_category, *latest_category, *number_of_previous;
    int review_count;
    day reviews[MAX_REVIEWS];
};

struct pre_proceedings {
    day start, lbp_sent, initial_meeting, step_decision, court_app, letter_init_cp;
    const char *fgdm_offer, *fgdm_facilitated, *review_meetings, *outcome;
};

/* One CINdetails. */
struct episode {
    day referral, closure, initial_cpc;
    const char *referral_source, *primary_need_code, *reason_for_closure, *referral_nfa;
    int assessment_count, cin_plan_count, enquiry_count, plan_count, pre_proceedings_count;
    struct assessment assessments[MAX_ASSESSMENTS];
    struct cin_plan cin_plans[MAX_CIN_PLANS];
    struct section47 enquiries[MAX_ENQUIRIES];
    struct protection_plan plans[MAX_PLANS];
    struct pre_proceedings pre_proceedings;
};

/* One Child. The first part is how it is made, the rest is what is written. */
struct child {
    uint64_t random;
    unsigned long index;
    unsigned needs;
    int zero, layout, year;
    bool refused;
    day period_start, period_end, school_age_limit;
    const char *yes, *no;
    char id_text[32], upn_text[16], former_upn_text[16], earlier_upn[16];

    const char *la_child_id, *upn, *former_upn, *upn_unknown, *sex, *ethnicity;
    day person_birth_date, expected_person_birth_date, person_death_date;
    int disability_count, episode_count;
    const char *disabilities[MAX_DISABILITIES];
    struct episode episodes[MAX_EPISODES];
};

/* The code lists. A common code stands there more often than a rare one. */
static const char *const ethnicities[] = {
    "WBRI", "WBRI", "WIRI", "WIRT", "WROM", "WOTH", "WOTH", "MWBC", "MWBA", "MWAS", "MOTH", "AIND",
    "APKN", "ABAN", "AOTH", "BCRB", "BAFR", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT", "NOBT"};
static const char *const disability_codes[] = {"LD",  "AUT", "BEH",  "COMM", "MOB", "HEAR",
                                               "VIS", "PC",  "HAND", "INC",  "CON", "DDA"};
static const char *const referral_sources[] = {
    "6",  "6",  "6",  "6",  "6", "2A", "2A", "2A", "2A", "3A", "3B", "3C", "3D", "3E", "3F", "1A",
    "1B", "1C", "1D", "2B", "4", "5A", "5B", "5C", "5C", "5D", "5D", "7",  "8",  "8",  "9",  "10"};
static const char *const primary_needs[] = {"N1", "N1", "N1", "N1", "N1", "N1", "N2", "N2", "N3",
                                            "N4", "N4", "N5", "N5", "N6", "N7", "N8", "N9", "N0"};
static const char *const assessment_factors[] = {
    "1A",  "1B",  "1C",  "2A",  "2B",  "2C",  "3A",  "3B",  "3C",  "4A", "4B",  "4C",  "5A",  "5B",
    "5C",  "6A",  "6B",  "6C",  "7A",  "8B",  "8C",  "8D",  "8E",  "8F", "9A",  "10A", "11A", "12A",
    "13A", "14A", "15A", "16A", "17A", "18B", "18C", "19B", "19C", "20", "22A", "23A", "24A"};
static const char *const categories[] = {"NEG", "NEG", "NEG", "EMO", "EMO", "PHY", "SAB", "MUL"};
static const char *const closure_reasons[] = {"RC7", "RC7", "RC7", "RC5", "RC3", "RC4", "RC1"};
static const char *const previous_plans[] = {"0", "0", "0", "0", "0", "1", "1", "2", "3"};
static const char *const pp_outcomes[] = {"A", "B", "C"};
static const char *const school_age_reasons[] = {"UN2", "UN2", "UN3", "UN5", "UN6"};
/* All of them stand in the list of authorities of every year. */
static const char *const upn_authorities[] = {"202", "301", "330", "373", "420", "801", "826",
                                              "845", "865", "886", "908", "925", "938", "941"};

/* splitmix64: small, and the same on every machine. */
static inline uint64_t next_random(uint64_t *state)
{
    uint64_t mixed = (*state += UINT64_C(0x9E3779B97F4A7C15));

    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

static inline unsigned below(struct child *c, unsigned limit)
{
    return (unsigned)(((next_random(&c->random) >> 32) * limit) >> 32);
}

static inline bool chance(struct child *c, unsigned percent)
{
    return below(c, 100) < percent;
}

static inline day between(struct child *c, day first, day last)
{
    return last <= first ? first : first + (day)below(c, (unsigned)(last - first + 1));
}

static inline day later(day a, day b)
{
    return a > b ? a : b;
}

static inline day earlier(day a, day b)
{
    return a < b ? a : b;
}

/* Sunday is 0: day 0 was a Thursday. */
static inline int day_of_week(day when)
{
    return (when + 4) % 7;
}

/* Conferences and reviews are not held at weekends: moves back to the Friday. */
static inline day weekday(day when)
{
    int weekend = (day_of_week(when) + 6) % 7 - 4;

    return weekend > 0 ? when - weekend : when;
}

/* Counts years from March, so that the leap day comes last. */
static inline day day_of(int year, int month, int day_of_month)
{
    int shifted = month > 2 ? year : year - 1;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day_of_month - 1;

    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + of_year - 719468;
}

static inline int year_of(day when)
{
    int year = 1970 + when / 366;

    while (day_of(year + 1, 1, 1) <= when)
        year++;
    return year;
}

/* Writes CCYY-MM-DD, or the text that stands for a date that is none. */
static inline void format_day(day when, char text[DAY_SIZE])
{
    static const char *const odd[] = {"", "", "2025-02-30", "31/03/2025"};
    int month = 12;

    strcpy(text, when <= NO_DAY ? odd[-when] : "0000-00-00");
    if (when <= NO_DAY)
        return;
    int year = year_of(when);
    while (day_of(year, month, 1) > when)
        month--;
    int parts = (year * 100 + month) * 100 + when - day_of(year, month, 1) + 1;
    for (int i = DAY_SIZE - 2; i >= 0; i--) {
        if (text[i] == '-')
            continue;
        text[i] = (char)('0' + parts % 10);
        parts /= 10;
    }
}

/* The letter that the last twelve characters of a UPN ask for. */
static inline char upn_check_letter(const char *upn)
{
    unsigned sum = 0;

    for (unsigned i = 1; i < 13; i++) {
        const char *letter = strchr(UPN_LETTERS, upn[i]);
        int value = letter != NULL ? (int)(letter - UPN_LETTERS) : upn[i] - '0';

        sum += (unsigned)value * (i + 1);
    }
    return UPN_LETTERS[sum % 23];
}

/* Fills child number index of a return of the year with records that no rule objects to. Only a
 * child in need can have needs. */
void build_child(struct child *child, enum kind kind, int year, unsigned needs, unsigned long index,
                 uint64_t seed);

/* The faults that faulty child number turn gets (1 to 3): what they need, and their injection. */
unsigned needs_of_turn(int year, unsigned long turn);
void inject_turn(struct child *child, unsigned long turn);

/* Puts in every fault that can stand beside the others; the child needs ALL_NEEDS. */
void inject_all(struct child *child);

/* Names for the help text; NULL after the last. */
const char *fault_name(size_t number);

#endif
