/* Faults in adoption: AD1, PlacedAdoption, and the episodes that go with them. */
#include "faults.h"

#define ADOPTERS(number, sexes, status)                                                            \
    "AD1.0.NB_ADOPTR=" number " AD1.0.SEX_ADOPTR=" sexes " AD1.0.LS_ADOPTR=" status
#define ADOPTION_DETAILS                                                                           \
    "+AD1 AD1.0.DATE_INT=@CS-200 AD1.0.DATE_MATCH=@CS-100 AD1.0.FOSTER_CARE=0 " ADOPTERS(          \
        "2", "MF", "L11")
/* A decision before the one that there is; of this year's, the first row becomes the later one. */
#define EARLIER_DECISION(made, reversed, reason)                                                   \
    "+PlacedAdoption PlacedAdoption.1.DATE_PLACED=" made                                           \
    " PlacedAdoption.1.DATE_PLACED_CEASED=" reversed                                               \
    " PlacedAdoption.1.REASON_PLACED_CEASED=" reason

static const struct fault faults[] = {
    FAULT("112", ADOPTED, 3, "AD1.0.DATE_INT=30/02/2024"),
    FAULT("113", ADOPTED, 3, "AD1.0.DATE_MATCH=31/11/2024"),
    FAULT("114", ADOPTED, 3, "AD1.0.FOSTER_CARE=2"),
    FAULT("115", DECIDED, 3, "PlacedAdoption.0.DATE_PLACED=31/11/2024"),
    FAULT("116", REVERSED, 3, "PlacedAdoption.0.DATE_PLACED_CEASED=31/11/2024"),
    FAULT("117", DECIDED, 3, "PlacedAdoption.0.DATE_PLACED=@CE+10"),
    FAULT("118", REVERSED, 3,
          "PlacedAdoption.0.DATE_PLACED=@CS-30 PlacedAdoption.0.DATE_PLACED_CEASED=@CS-5 "
          "~+PlacedAdoption ~PlacedAdoption.0.DATE_PLACED=@CS-30"),
    FAULT("119", REVERSED, 3, "PlacedAdoption.0.REASON_PLACED_CEASED="),
    FAULT("120", REVERSED, 3, "PlacedAdoption.0.REASON_PLACED_CEASED=RD9"),
    FAULT("134", LEAVER, 18, ADOPTION_DETAILS),
    FAULT("151", ADOPTED, 3, "AD1.0.NB_ADOPTR="),
    FAULT("175", ADOPTED, 3, "AD1.0.NB_ADOPTR=3"),
    FAULT("176", ADOPTED, 3, "AD1.0.SEX_ADOPTR=XX"),
    FAULT("177", ADOPTED, 3, "AD1.0.LS_ADOPTR=L9"),
    FAULT("184", DECIDED, 3, "PlacedAdoption.0.DATE_PLACED=@DOB-10"),
    FAULT("187", SETTLED, 12, ADOPTION_DETAILS),
    FAULT("331", ADOPTED, 3, "AD1.0.DATE_MATCH=@Episodes.1.DECOM+5"),
    FAULT("333", ADOPTED, 3, "AD1.0.DATE_MATCH=@AD1.0.DATE_INT-5"),
    FAULT("335", ADOPTED, 3, "AD1.0.FOSTER_CARE=1"),
    FAULT("335", ADOPTED_BY_CARER, 3, "AD1.0.FOSTER_CARE=0"),
    FAULT("408", PLACED_TO_ADOPT, 3, "Episodes.2.LS=C2 Episodes.2.RNE=B"),
    FAULT("511", ADOPTED, 3, ADOPTERS("2", "F1", "L0")),
    FAULT("514", ADOPTED, 3, ADOPTERS("2", "MF", "L0")),
    FAULT("517", ADOPTED, 3, ADOPTERS("2", "MM", "L3")),
    FAULT("518", ADOPTED, 3, ADOPTERS("2", "MF", "L4")),
    FAULT("519", ADOPTED, 3, ADOPTERS("1", "F1", "L2")),
    FAULT("520", ADOPTED, 3, ADOPTERS("2", "FF", "L11")),
    FAULT("524", ADOPTED, 3, ADOPTERS("2", "MF", "L12")),
    FAULT("521", ADOPTED, 3,
          "AD1.0.DATE_INT=@Episodes.1.DECOM+2 AD1.0.DATE_MATCH=@Episodes.1.DECOM+2"),
    FAULT("522", REVERSED, 3,
          "PlacedAdoption.0.DATE_PLACED_CEASED=@PlacedAdoption.0.DATE_PLACED-3"),
    FAULT("523", ADOPTED, 3, "AD1.0.DATE_INT=@PlacedAdoption.0.DATE_PLACED+1"),
    FAULT("525", ADOPTED, 3,
          "PlacedAdoption.0.DATE_PLACED_CEASED=@CS+10 PlacedAdoption.0.REASON_PLACED_CEASED=RD4"),
    FAULT("551", PLACED_TO_ADOPT, 3,
          "-PlacedAdoption.0 -Episodes.1 Episodes.1.PLACE=A4 Episodes.0.DEC=@Episodes.1.DECOM "
          "Episodes.1.LS=C2 Episodes.0.REASON_PLACE_CHANGE=CARPL"),
    FAULT("552", PLACED_TO_ADOPT, 3,
          "PlacedAdoption.0.DATE_PLACED=@Episodes.2.DECOM+3 -Episodes.1 Episodes.1.PLACE=A4 "
          "Episodes.0.DEC=@Episodes.1.DECOM Episodes.1.LS=C2 "
          "Episodes.0.REASON_PLACE_CHANGE=CARPL"),
    FAULT("553", ORDERED, 3, "-PlacedAdoption.0"),
    FAULT("553", ORDERED, 3,
          "PlacedAdoption.0.DATE_PLACED_CEASED=@CS+90 PlacedAdoption.0.REASON_PLACED_CEASED=RD3"),
    FAULT("554", ORDERED, 3, "PlacedAdoption.0.DATE_PLACED=@Episodes.1.DECOM+3"),
    IN_YEARS(0, 2024, "556", DECIDED, 3, "Episodes.0.LS=D1"),
    FAULT("557", PLACED_TO_ADOPT, 3, "Episodes.2.DEC=@CS+200 Episodes.2.REC=E13 -OC2.0"),
    FAULT("558", ADOPTED, 3,
          EARLIER_DECISION("@CS+5", "@CS+25", "RD1") " PlacedAdoption.0.DATE_PLACED_CEASED=@CS+2 "
                                                     "PlacedAdoption.0.REASON_PLACED_CEASED=RD4"),
    FAULT("563", REVERSED, 3, "PlacedAdoption.0.DATE_PLACED="),
    FAULT("579", REVERSED, 3,
          EARLIER_DECISION("@PlacedAdoption.0.DATE_PLACED-15", "@PlacedAdoption.0.DATE_PLACED+4",
                           "RD2")),
    FAULT("583", REVERSED, 3, EARLIER_DECISION("@PlacedAdoption.0.DATE_PLACED-15", "", "")),
    FAULT("582", ADOPTED, 3, "AD1.0.DATE_MATCH=@Episodes.1.DEC"),
    FAULT("601", ADOPTED, 3, "-AD1.0"),
    FAULT("602", LEFT, 9, ADOPTION_DETAILS),
    FAULT("1003", DECIDED, 3, "PlacedAdoption.0.DATE_PLACED=@Episodes.0.DECOM-5"),
};

const struct fault_list adoption_faults = {faults, COUNT_OF(faults)};
