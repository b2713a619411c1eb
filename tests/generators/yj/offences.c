/* Types of offences, all invented: the codes have the usual form, with numbers that no offence has,
 * and the scores are not those of any table in use.
 */
#include "life.h"

/* Serious violence for the indicators: the category and a score of 5 or more. */
static const struct offence_type serious_types[] = {
    {"OF99021", "VIOLENCE_AGAINST_THE_PERSON", "5", "Invented serious assault", false},
    {"OF99022", "VIOLENCE_AGAINST_THE_PERSON", "6", "Invented wounding", true},
    {"TH99031", "ROBBERY", "6", "Invented robbery", false},
    {"TH99032", "ROBBERY", "6", "Invented robbery with a knife", true},
    {"MD99041", "DRUGS", "5", "Invented supply of drugs", false}};
static const struct offence_type other_types[] = {
    {"TH99001", "THEFT_AND_HANDLING_STOLEN_GOODS", "3", "Invented theft", false},
    {"OF99001", "VIOLENCE_AGAINST_THE_PERSON", "3", "Invented assault", false},
    {"CD99001", "CRIMINAL_DAMAGE", "2", "Invented damage", false},
    {"PO99001", "PUBLIC_ORDER", "3", "Invented public order offence", false},
    {"MD99001", "DRUGS", "2", "Invented possession of drugs", false},
    {"RT99001", "MOTORING_OFFENCES", "3", "Invented driving offence", false},
    {"TH99002", "VEHICLE_THEFT_UNAUTHORISED_TAKING", "4", "Invented vehicle taking", false},
    {"PC99001", "VIOLENCE_AGAINST_THE_PERSON", "3", "Invented carrying of a blade", true},
    {"TH99003", "DOMESTIC_BURGLARY", "6", "Invented burglary of a home", false},
    {"TH99004", "NON_DOMESTIC_BURGLARY", "4", "Invented burglary of a shop", false},
    {"CD99002", "ARSON", "5", "Invented arson", false},
    {"SX99001", "SEXUAL_OFFENCES", "4", "Invented sexual offence", false},
    {"FR99001", "FRAUD_AND_FORGERY", "3", "Invented fraud", false},
    {"PO99002", "RACIALLY_AGGRAVATED", "4", "Invented aggravated offence", false},
    {"OT99001", "OTHER", "2", "Invented other offence", false},
    {"BA99001", "BREACH_OF_BAIL", "2", "Invented breach of bail", false}};
static const struct offence_type breach = {"SO99001", "BREACH_OF_STATUTORY_ORDER", "2",
                                           "Invented breach of an order", false};

const struct offence_type *offence_type(unsigned number, bool serious)
{
    if (serious && number % 4 == 1)
        return &serious_types[number / 4 % COUNT_OF(serious_types)];
    return number == BREACH_TYPE ? &breach : &other_types[number % COUNT_OF(other_types)];
}

static void write_type(const struct offence_type *type, FILE *file)
{
    fprintf(file, "%s,%s,%s\n", type->code, type->category, type->score);
}

void write_gravity(FILE *file)
{
    fputs("CJSCode,YJBOffenceCategory,YJBSeriousnessScore\n", file);
    for (unsigned i = 0; i < COUNT_OF(other_types); i++)
        write_type(&other_types[i], file);
    for (unsigned i = 0; i < COUNT_OF(serious_types); i++)
        write_type(&serious_types[i], file);
    write_type(&breach, file);
}
