/* Persons by age, sex, ethnicity and need. */
#include "measures.h"

const char *const sen2_age_labels[24] = {
    "under 3", "3",  "4",  "5",  "6",  "7",  "8",  "9",  "10", "11", "12", "13",
    "14",      "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25 and over"};
const char *const sen2_age_group_labels[5] = {"under 5", "5 to 10", "11 to 15", "16 to 19",
                                              "20 and over"};
const char *const sen2_sex_labels[3] = {"female", "male", "not known or not specified"};

int sen2_age_group(int age)
{
    static const int ends[] = {4, 10, 15, 19};
    int group = 0;
    if (age < 0)
        return -1;
    while (group < 4 && age > ends[group])
        group++;
    return group;
}

int sen2_age_band(int age)
{
    if (age < 0)
        return -1;
    return age < 3 ? 0 : age < 25 ? age - 2 : 23;
}

int sen2_school_age(const struct sv_context *ctx, const struct Person *person)
{
    int age = age_at_school_year_start(ctx, person);
    if (age != SV_NONE)
        return age;
    return age_on(person, census_day(ctx)) == SV_NONE ? -1 : 0;
}

int sen2_sex(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct Person *person = person_of(row);
    static const int of_sex[] = {[Sex_F] = 0, [Sex_M] = 1};
    static const int of_gender[] = {
        [GenderCurrent_0] = 2, [GenderCurrent_1] = 1, [GenderCurrent_2] = 0, [GenderCurrent_9] = 2};
    if (ctx->year >= 2024)
        return readable(person->Sex) ? of_sex[person->Sex.number] : -1;
    return readable(person->GenderCurrent) ? of_gender[person->GenderCurrent.number] : -1;
}

/* The first code of each main code's group in the code list, and what it is called. */
#define MAIN_ETHNICITIES(MAIN)                                                                     \
    MAIN(WBRI, "White British")                                                                    \
    MAIN(WIRI, "White Irish")                                                                      \
    MAIN(WIRT, "Traveller of Irish heritage")                                                      \
    MAIN(WOTH, "any other White background")                                                       \
    MAIN(WROM, "Gypsy or Roma")                                                                    \
    MAIN(MWBC, "White and Black Caribbean")                                                        \
    MAIN(MWBA, "White and Black African")                                                          \
    MAIN(MWAS, "White and Asian")                                                                  \
    MAIN(MOTH, "any other mixed background")                                                       \
    MAIN(AIND, "Indian")                                                                           \
    MAIN(APKN, "Pakistani")                                                                        \
    MAIN(ABAN, "Bangladeshi")                                                                      \
    MAIN(AOTH, "any other Asian background")                                                       \
    MAIN(BCRB, "Black Caribbean")                                                                  \
    MAIN(BAFR, "Black African")                                                                    \
    MAIN(BOTH, "any other Black background")                                                       \
    MAIN(CHNE, "Chinese")                                                                          \
    MAIN(OOTH, "any other ethnic group")                                                           \
    MAIN(REFU, "unclassified: refused, or not yet obtained")

#define MAIN_LABEL(code, label) label,
#define MAIN_START(code, label) Ethnicity_##code,

const char *const sen2_ethnicity_labels[19] = {MAIN_ETHNICITIES(MAIN_LABEL)};

/* Extended codes stand behind their main code in the list, but for four without a clear one. */
int sen2_ethnicity(const struct sv_context *ctx, const struct sv_row *row)
{
    static const int starts[] = {MAIN_ETHNICITIES(MAIN_START)};
    enum { OTHER_ASIAN = 12, OTHER_BLACK = 15 };
    struct sv_value code = person_of(row)->Ethnicity;
    int band = 18;
    (void)ctx;
    if (!readable(code))
        return -1;
    if (is_either(code, Ethnicity_ABRI, Ethnicity_AWEL))
        return OTHER_ASIAN;
    if (is_either(code, Ethnicity_BBRI, Ethnicity_BWEL))
        return OTHER_BLACK;
    while (band > 0 && code.number < starts[band])
        band--;
    return band;
}

int sen2_primary_need(const struct sv_context *ctx, const struct sv_row *row)
{
    const struct ActivePlans *active = request_of(row)->active;
    if (!active)
        return -1;
    FOR_EACH (ctx, SENneed, need, active) {
        if (is_code(need->SENtypeRank, Rank_1) && readable(need->SENtype))
            return need->SENtype.number;
    }
    return -1;
}

int sen2_age_at_request(const struct sv_context *ctx, const struct sv_row *row)
{
    (void)ctx;
    return sen2_age_group(age_on(person_of(row), day_of(request_of(row)->ReceivedDate)));
}

int sen2_school_age_group(const struct sv_context *ctx, const struct sv_row *row)
{
    return sen2_age_group(sen2_school_age(ctx, person_of(row)));
}
