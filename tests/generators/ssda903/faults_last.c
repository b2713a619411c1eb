/* Where this year's return does not agree with last year's. Most are put into last year's. */
#include "faults.h"

#define REVERSED_LAST_YEAR                                                                         \
    " ~PlacedAdoption.0.DATE_PLACED_CEASED=@CEL-20 ~PlacedAdoption.0.REASON_PLACED_CEASED=RD1"

static const struct fault faults[] = {
    FAULT("202", SETTLED, 12, "~Header.0.SEX=%F"),
    FAULT("203", SETTLED, 12, "~Header.0.DOB=@DOB+1"),
    FAULT("204", SETTLED, 12, "Header.0.ETHNIC=WBRI ~Header.0.ETHNIC=WIRI"),
    FAULT("205A", UASC_SETTLED, 16, "Header.0.UASC=0 -UASC.0"),
    FAULT("205B", UASC_SETTLED, 16, "~UASC.0.DUC=@18-30"),
    FAULT("205D", UASC_SETTLED, 16, "~Header.0.UASC=0 ~-UASC.0"),
    GIRL("207", MOTHER, 16, "Header.0.MOTHER=0 Header.0.MC_DOB= ~Header.0.MOTHER=1"),
    FAULT("208", SETTLED, 12, "~Header.0.UPN=A123456789012"),
    IN_YEARS(2026, 0, "348", LEAVER_OLDER, 20, "~OC3.0.IN_TOUCH=DIED"),
    FAULT("452", SETTLED, 12, "~Episodes.$.PL_POST=QC1_0AA"),
    FAULT("453", SETTLED, 12, "~Episodes.$.HOME_POST=QC1_0AA"),
    FAULT("502", SETTLED, 12, "~Episodes.$.DECOM=@Episodes.0.DECOM-1"),
    FAULT("503A", SETTLED, 12, "~Episodes.$.RNE=P"),
    FAULT("503B", SETTLED, 12, "~Episodes.$.LS=C1"),
    FAULT("503C", SETTLED, 12, "Episodes.*.CIN=N1 ~Episodes.*.CIN=N2"),
    FAULT("503D", SETTLED, 12, "~Episodes.$.PLACE=U4"),
    FAULT("503E", SETTLED, 12, "~Episodes.$.PLACE_PROVIDER=PR5"),
    FAULT("503F", SETTLED, 12, "~Episodes.$.URN=9900106"),
    FAULT("503G", SETTLED, 12, "~Episodes.$.HOME_POST=QD1_0AA ~Episodes.$.RNE=P"),
    FAULT("503H", SETTLED, 12, "~Episodes.$.PL_POST=QC1_0AA ~Episodes.$.RNE=P"),
    FAULT("503J", SETTLED, 12, "~Episodes.$.PL_POST=QB1_0AA ~Episodes.$.RNE=P"),
    FAULT("559", ADOPTED, 3, "~-PlacedAdoption.0"),
    FAULT("560", ADOPTED, 3, "~PlacedAdoption.0.DATE_PLACED=@PlacedAdoption.0.DATE_PLACED-3"),
    FAULT("561", ADOPTED, 3, REVERSED_LAST_YEAR),
    FAULT("584", ADOPTED, 3,
          "~PlacedAdoption.0.DATE_PLACED=@PlacedAdoption.0.DATE_PLACED+10" REVERSED_LAST_YEAR),
    FAULT("562", SETTLED, 12,
          "~Episodes.$.DEC=@CEL-3 ~Episodes.$.REC=E4A ~Episodes.$.DECOM=@Episodes.0.DECOM-1"),
    FAULT("576", SETTLED, 12, "~+Missing ~Missing.$.MISSING=M ~Missing.$.MIS_START=@CEL-4"),
    GIRL("624", MOTHER, 16, "~Header.0.MOTHER=1 ~Header.0.MC_DOB=@CS-200"),
    GIRL("626", MOTHER, 16, "Header.0.MC_DOB=@CS-50"),
    FAULT("1001", LEAVER_RECENT, 18, "~Episodes.$.REC=E12"),
    FAULT("1001", LEAVER_RECENT, 18,
          "~Episodes.0.RNE=S ~Episodes.0.DECOM=@CSL+20 ~Episodes.0.DEC=@CSL+60"),
    FAULT("1002", LEAVER_RECENT, 18, "~-Episodes.*"),
    FAULT("1010", LEAVER_RECENT, 18, "~Episodes.$.DEC= ~Episodes.$.REC="),
    FAULT("NoE", SETTLED, 12, "~-Episodes.*"),
};

const struct fault_list last_year_faults = {faults, COUNT_OF(faults)};
