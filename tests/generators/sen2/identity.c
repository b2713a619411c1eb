/* Names, birth and identifiers. No two persons of a return have the same name or identifier.
 *
 * Never two random draws in one expression: their order is not defined.
 */
#include "life.h"

#include <string.h>

static const char *const girls[] = {
    "Ada",    "Aisha",  "Alma",     "Amara", "Beatrix", "Bronwen",   "Carys",  "Celia",   "Chloe",
    "Clara",  "Daisy",  "Dilys",    "Edith", "Elowen",  "Esme",      "Fatima", "Freya",   "Greta",
    "Hana",   "Hazel",  "Imogen",   "Ines",  "Iris",    "Jessamy",   "Keira",  "Lamorna", "Leila",
    "Mabel",  "Maya",   "Morwenna", "Nadia", "Niamh",   "Orla",      "Petra",  "Priya",   "Rosa",
    "Saskia", "Tamsin", "Una",      "Wren",  "Yasmin",  "Zo\xC3\xAB"};
static const char *const boys[] = {
    "Aidan", "Amir",   "Archie", "Arjun",  "Austell", "Basil",      "Bram",   "Caleb",  "Callum",
    "Conor", "Denzil", "Dylan",  "Edmund", "Elias",   "Ewan",       "Felix",  "Gareth", "Hamish",
    "Hugo",  "Idris",  "Isaac",  "Jago",   "Jakub",   "Kofi",       "Leon",   "Lowen",  "Malik",
    "Marek", "Milo",   "Nasir",  "Ned",    "Omar",    "Otis",       "Perran", "Ravi",   "Rufus",
    "Samir", "Seth",   "Tariq",  "Tomos",  "Wilf",    "Ren\xC3\xA9"};
static const char *const beginnings[] = {
    "Alder", "Ash",   "Barn",  "Birch", "Black", "Bram", "Brook", "Carn",  "Chal",  "Cliff",
    "Copp",  "Crag",  "Dene",  "Dun",   "East",  "Elm",  "Fair",  "Fern",  "Glen",  "Gorse",
    "Hart",  "Hazel", "Heron", "High",  "Holly", "Kes",  "Kings", "Lang",  "Lark",  "Linden",
    "Marsh", "May",   "Mill",  "Moor",  "North", "Oak",  "Pen",   "Quill", "Raven", "Rose",
    "Sal",   "Sand",  "South", "Thorn", "Tre",   "West", "White", "Wren"};
static const char *const endings[] = {
    "bank", "beck",  "bourne", "bury", "by",    "combe", "cote",  "cott", "croft", "dale",  "don",
    "fell", "field", "ford",   "gate", "grove", "ham",   "head",  "hill", "holme", "hurst", "ley",
    "low",  "mead",  "mere",   "mond", "more",  "ridge", "sea",   "shaw", "side",  "stead", "stone",
    "ton",  "tree",  "wick",   "well", "wold",  "wood",  "worth", "yard"};

/* Groups of a code are told either by the main code or by its parts, never by both. */
static const char *const ethnicities[] = {
    "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI",
    "WIRI", "WIRT", "WOTH", "WROM", "MWBC", "MWBA", "MWAI", "MOTH", "AIND", "AKPA", "AMPK", "ABAN",
    "AOTH", "BCRB", "BSOM", "BNGN", "BOTH", "CHNE", "OAFG", "ORAB", "REFU", "NOBT"};

enum { SURNAMES = COUNT_OF(beginnings) * COUNT_OF(endings), FORENAMES = COUNT_OF(girls) };
enum { NAMES = 2 * SURNAMES * FORENAMES, NAME_STEP = 61001, NUMBERS = 100000000 };
enum { UPN_STEP = 7654321, ULN_STEP = 3141593, SEED_STEP = 977 };

_Static_assert(COUNT_OF(girls) == COUNT_OF(boys), "a forename is found by its number");
_Static_assert(NAME_STEP % 2 != 0 && NAME_STEP % 3 != 0 && NAME_STEP % 7 != 0 &&
                   NAME_STEP % 41 != 0,
               "the steps reach all names");

static void write_surname(unsigned long number, unsigned long block, cell surname)
{
    int length = snprintf(surname, CELL_SIZE, "%s%s", beginnings[number % COUNT_OF(beginnings)],
                          endings[number / COUNT_OF(beginnings) % COUNT_OF(endings)]);

    if (block > 0)
        snprintf(surname + length, (size_t)(CELL_SIZE - length), "-%s%s",
                 beginnings[block % COUNT_OF(beginnings)], endings[block % COUNT_OF(endings)]);
}

/* Beyond all names they are double-barrelled. */
static void take_name(struct life *life)
{
    unsigned long number = (life->index % NAMES * NAME_STEP + life->seed * SEED_STEP) % NAMES;
    bool girl = number % 2 == 0;
    unsigned long of_forenames = number / 2 % FORENAMES;
    cell surname = "";

    write_surname(number / 2 / FORENAMES, life->index / NAMES, surname);
    tell(life, PERSON, P_SURNAME, surname);
    tell(life, PERSON, P_FORENAME, girl ? girls[of_forenames] : boys[of_forenames]);
    tell(life, PERSON, P_SEX, girl ? "F" : "M");
    tell(life, PERSON, P_GENDER, girl ? "2" : "1");
}

static unsigned digit(char c)
{
    return (unsigned)(c - '0');
}

/* The last digits make the number; no school has a number that begins with 0. */
void write_upn(unsigned long number, const char *authority, bool temporary, cell upn)
{
    static const char letters[] = "ABCDEFGHJKLMNPQRTUVWXYZ";
    unsigned last = (unsigned)(number % 10), sum = 0;

    if (temporary)
        last = (unsigned)(number % 23);
    snprintf(upn, CELL_SIZE, "?%.3s0%07lu", authority, number / 10 % (NUMBERS / 10));
    for (unsigned i = 1; i < 12; i++)
        sum += digit(upn[i]) * (i + 1);
    sum += last * 13;
    upn[0] = letters[sum % 23];
    upn[12] = temporary ? letters[last] : (char)('0' + last);
    upn[13] = '\0';
}

static unsigned uln_remainder(const char *uln)
{
    unsigned sum = 0;

    for (unsigned i = 0; i < 9; i++)
        sum += (10 - i) * digit(uln[i]);
    return sum % 11;
}

/* Of two numbers that differ in the ninth digit only by one, at least one has a check digit. */
void write_uln(unsigned long number, cell uln)
{
    snprintf(uln, CELL_SIZE, "9%08lu", number * 2 % NUMBERS);
    if (uln_remainder(uln) == 0)
        uln[8]++;
    uln[9] = (char)('0' + 10 - uln_remainder(uln));
    uln[10] = '\0';
}

static void take_postcode(struct life *life)
{
    static const char areas[] = "AAAAAABBCD", letters[] = "ABDEFGHJLNPQRSTUWXYZ";
    unsigned area = below(&life->random, sizeof(areas) - 1);
    unsigned district = below(&life->random, 20), sector = below(&life->random, 10);
    unsigned unit = below(&life->random, 400);
    cell text = "";

    snprintf(text, sizeof(text), "Q%c%u%s%u%c%c", areas[area], district + 1,
             maybe(life, 15) ? "" : " ", sector, letters[unit / 20], letters[unit % 20]);
    tell(life, PERSON, P_POSTCODE, text);
}

static bool has_plan(const struct life *life)
{
    static const bool with_plan[PROFILE_COUNT] = {
        [ACTIVE] = true,   [ISSUED] = true,   [CEASED] = true,  [TRANSFERRED] = true,
        [APPEALED] = true, [CONCEDED] = true, [RETURNED] = true};

    return with_plan[life->profile];
}

/* Why there is no number; blank if there is one. Few persons with a plan have none. */
static const char *reason_without(struct life *life)
{
    bool plan = has_plan(life);

    if (life->unidentified)
        return "UN5";
    if (life->school_age < 4 && maybe(life, plan ? 10 : 40))
        return "UN1";
    if (life->profile == UNDECIDED && maybe(life, 10))
        return "UN8";
    if (life->profile == REFUSED && maybe(life, 8))
        return "UN10";
    if (life->age >= 16 && maybe(life, plan ? 1 : 5))
        return "UN9";
    if (maybe(life, plan ? 0 : 3))
        return maybe(life, 50) ? "UN2" : "UN3";
    return "";
}

static void take_identifiers(struct life *life)
{
    unsigned long number = (life->index * UPN_STEP + life->seed * SEED_STEP) % NUMBERS;
    const char *reason = reason_without(life);
    bool temporary = !has_plan(life) && maybe(life, 6);
    cell upn = "", uln = "";

    tell(life, PERSON, P_UNKNOWN, reason);
    if (reason[0] != '\0')
        return;
    write_upn(number, AUTHORITY, temporary, upn);
    /* Half of the numbers: they are doubled. */
    write_uln((life->index * ULN_STEP + life->seed * SEED_STEP) % (NUMBERS / 2), uln);
    bool learner = life->age >= 14 && (life->plain || maybe(life, 70));
    if (learner)
        tell(life, PERSON, P_ULN, uln);
    if (!learner || life->plain || !maybe(life, 6))
        tell(life, PERSON, P_UPN, upn);
}

void introduce(struct life *life)
{
    record_add(life->record, PERSON);
    take_name(life);
    tell_day(life, PERSON, P_BIRTH, life->birth);
    tell(life, PERSON, P_ETHNICITY, life->plain ? "WBRI" : PICK(&life->random, ethnicities));
    take_postcode(life);
    take_identifiers(life);
}
