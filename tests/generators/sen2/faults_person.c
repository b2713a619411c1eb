/* Faults in what is said of the person: name, birth, identifiers. */
#include "faults.h"

static const struct fault faults[] = {
    FAULT("201", "no surname", ACTIVE, 9, "Person.0.Surname="),
    FAULT("202", "no forename", ACTIVE, 9, "Person.0.Forename="),
    FAULT("203", "no date of birth", ACTIVE, 9, "Person.0.PersonBirthDate="),
    FAULT("204", "born after the census day", ASSESSING, 3,
          "Person.0.PersonBirthDate=@CD+5 Requests.0.RequestOutcome=H Requests.0.ReceivedDate= "
          "Requests.0.RequestOutcomeDate="),
    FAULT("205", "aged 26 with a plan", ACTIVE, 26, ""),
    FAULT("206", "the year of the 25th birthday is over", ACTIVE, 26,
          "Person.0.PersonBirthDate=@DOB+200"),
    IN_YEARS(0, 2023, "207", "no gender", ACTIVE, 9, "Person.0.GenderCurrent="),
    IN_YEARS(2024, 0, "207", "no sex", ACTIVE, 9, "Person.0.Sex="),
    IN_YEARS(0, 2023, "208", "gender not specified", ACTIVE, 9, "Person.0.GenderCurrent=9"),
    IN_YEARS(0, 2023, "208", "gender not known", REFUSED, 9, "Person.0.GenderCurrent=0"),
    FAULT("209", "no ethnicity", ACTIVE, 9, "Person.0.Ethnicity="),
    FAULT("211", "no postcode", ACTIVE, 9, "Person.0.PostCode="),
    FAULT("212", "a place for a postcode", ACTIVE, 9, "Person.0.PostCode=Tolcarne"),
    FAULT("212", "half a postcode", REFUSED, 9, "Person.0.PostCode=QA1"),
    FAULT("213", "no identifier and no reason", ACTIVE, 9, "Person.0.UPN="),
    FAULT("214", "reason beside a UPN", ACTIVE, 9, "Person.0.UPNunknown=UN2"),
    FAULT("214", "reason beside a ULN", ACTIVE, 17, "Person.0.UPN= Person.0.UPNunknown=UN3"),
    FAULT("215", "short UPN", ACTIVE, 9, "Person.0.UPN=A42000012345"),
    FAULT("215", "UPN that begins with I", ACTIVE, 9, "Person.0.UPN=I420000123456"),
    FAULT("216", "wrong check letter", ACTIVE, 9, "Person.0.UPN=%BAD_UPN"),
    FAULT("217", "UPN of no authority", ACTIVE, 9, "Person.0.UPN=%FAR_UPN"),
    FAULT("218", "UPN of somebody else", ACTIVE, 9, "Person.0.UPN=&~UPN"),
    FAULT("219", "temporary UPN with a plan", ACTIVE, 9, "Person.0.UPN=%TEMPORARY_UPN"),
    FAULT("220", "ULN of eight digits", ACTIVE, 17, "Person.0.UniqueLearnerNumber=91234567"),
    FAULT("221", "wrong check digit", ACTIVE, 17, "Person.0.UniqueLearnerNumber=%BAD_ULN"),
    FAULT("221", "dummy ULN", ACTIVE, 17, "Person.0.UniqueLearnerNumber=9999999999"),
    FAULT("222", "ULN of somebody else", ACTIVE, 17, "Person.0.UniqueLearnerNumber=&~ULN"),
    FAULT("223", "ULN at nine", ACTIVE, 9, "Person.0.UniqueLearnerNumber=%ULN"),
    FAULT("224", "UN1 at nine", ACTIVE, 9, "Person.0.UPN= Person.0.UPNunknown=UN1"),
    FAULT("225", "UN8 with an old plan", ACTIVE, 9, "Person.0.UPN= Person.0.UPNunknown=UN8"),
    FAULT("225", "UN8 with a request in spring", REFUSED, 9,
          "Person.0.UPN= Person.0.UPNunknown=UN8"),
    FAULT("226", "UN9 at nine", ACTIVE, 9, "Person.0.UPN= Person.0.UPNunknown=UN9"),
    FAULT("227", "UN10 with a plan", ACTIVE, 9, "Person.0.UPN= Person.0.UPNunknown=UN10"),
    FAULT("229", "name and birth of somebody else", UNDECIDED, 9,
          "Person.0.UPN= Person.0.UniqueLearnerNumber= Person.0.UPNunknown=UN5 "
          "Person.0.Surname=&~Surname Person.0.Forename=&~Forename "
          "Person.0.PersonBirthDate=&~Birth"),
    FAULT("230", "no request", REFUSED, 9, "-Requests.0"),
};

const struct fault_list person_faults = {faults, COUNT_OF(faults)};
