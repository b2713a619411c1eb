/* Faults in what is said of the person, and in the forms of values. */
#include "faults.h"

static const struct fault faults[] = {
    FAULT("009", "id of another child", REFERRED, 15, "person.0.CurrentYOTID=&&CurrentYOTID"),
    FAULT("010", "a deleted child", REFERRED, 15, "person.0.CurrentYOTID=D000002"),
    FAULT("012", "PNC number of another child", REFERRED, 15, "person.0.PNCNumber=&&PNCNumber"),
    FAULT("013", "origin and birth of another child", MOVED_IN, 15,
          "person.0.OriginatingYOTPersonID=&&OriginatingYOTPersonID "
          "person.0.DateOfBirth=&&DateOfBirth"),
    FAULT("015", "ethnicity that is none", CAUTIONED, 15, "person.0.Ethnicity=MARTIAN"),
    FAULT("015", "category that is none", DISCHARGED, 15, "offence.0.YJBOffenceCategory=PIRACY"),
    FAULT("015", "stage that is none", REFERRED, 15, "assetplus.0.Stage=Some~stage"),
    FAULT("016", "outcome of later years", CAUTIONED, 15, "outcome.0.LegalOutcome=Outcome~23"),
    FAULT("017", "care in the future", CAUTIONED, 15, "care.0.StartDate=@TODAY+20"),
    FAULT("017", "arrest in the future", INVESTIGATED, 15, "offence.0.ArrestDate=@TODAY+3"),
    FAULT("018", "home before the birth", CAUTIONED, 15, "residence.0.Date=@DOB-40"),
    FAULT("018", "end of care before the birth", CAUTIONED, 15, "care.0.EndDate=@DOB-3"),
    FAULT("019", "hearing twice", DISCHARGED, 15, "%hearing.0"),
    FAULT("019", "programme twice", PREVENTED, 15, "%programme.0"),
    FAULT("019", "assessment twice", SUPERVISED, 15, "%assetplus.0"),
    FAULT("020", "a child of nine", PREVENTED, 9, ""),
    FAULT("021", "a person of 23", PREVENTED, 23, ""),
    FAULT("022", "no sex", CAUTIONED, 15, "person.0.Sex= person.0.Gender="),
    IN_YEARS(SEX_SINCE, 0, "023", "another gender", CAUTIONED, 15, "person.0.Gender=2"),
    FAULT("024", "sex not known", DISCHARGED, 15, "person.0.Sex=0"),
    FAULT("025", "ethnicity not known", REFERRED, 15,
          "person.0.Ethnicity=INFORMATION_NOT_OBTAINABLE"),
    FAULT("026", "neither religion nor nationality", SUPERVISED, 15,
          "person.0.Religion= person.0.Nationality="),
    FAULT("028", "PNC number of another form", DISCHARGED, 15, "person.0.PNCNumber=2021-A17"),
    FAULT("029", "check letter of the PNC number", SUPERVISED, 15,
          "person.0.PNCNumber=2024/2000001A"),
    FAULT("030", "no PNC number", DETAINED, 16, "person.0.PNCNumber="),
    FAULT("031", "PNC number of a small child", LICENSED, 17, "person.0.PNCNumber=2001/2000002E"),
    FAULT("033", "no originating id", MOVED_IN, 15, "person.0.OriginatingYOTPersonID="),
    FAULT("034", "originating id with a space", PREVENTED, 15,
          "person.0.OriginatingYOTPersonID=ORIG~9"),
    FAULT("034", "originating id N/A", BREACHED, 15, "person.0.OriginatingYOTPersonID=n/a"),
    IN_YEARS(SEX_SINCE, 0, "035", "gender differs without a term", BREACHED, 15,
             "person.0.GenderIdentifiedSameSexRegisteredBirth=NO"),
};

const struct fault_list person_faults = {faults, COUNT_OF(faults)};
