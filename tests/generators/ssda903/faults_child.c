/* Faults in what is told once of a child: Header, UASC, PrevPerm; and in identifiers. */
#include "faults.h"

/* A second Header row of the same child, and with it a second row of another table. */
#define TWICE(flag)                                                                                \
    "+Header Header.*.ETHNIC=WBRI Header.1.UPN=UN2 Header.1.UASC=" flag                            \
    " ~Header.0.ETHNIC=WBRI ~Header.0.UPN=UN2 Header.0.UPN=UN2"
#define TWICE_NEW(flag) "+Header Header.*.ETHNIC=WBRI Header.1.UPN=UN2 Header.1.UASC=" flag

/* Without anything but a Header row. */
#define BARE "-Episodes.* -PrevPerm.* -Reviews.* -Missing.* -SWEpisodes.*"

static const struct fault faults[] = {
    FAULT("101", STARTED, 12, "Header.0.SEX=X"),
    FAULT("102", STARTED, 12, "Header.0.DOB=31/02/2013"),
    FAULT("103", STARTED, 12, "Header.0.ETHNIC=WBRX"),
    FAULT("104", UASC_STARTED, 16, "UASC.0.DUC=31/04/2028"),
    FAULT("104", UASC_STARTED, 16, "UASC.0.DUC=@CS-1"),
    GIRL("165", STARTED, 12, "Header.0.MOTHER=2"),
    FAULT("165", STARTED, 12, "Header.0.MOTHER=0"),
    GIRL("393", STARTED, 12, "Header.0.MOTHER="),
    GIRL("607", LEFT, 15, "Header.0.MOTHER="),
    FAULT("168", STARTED, 12, "Header.0.UPN=A12345"),
    FAULT("168", STARTED, 12, "Header.0.UPN=I123456789012"),
    GIRL("171", MOTHER, 16, "Header.0.MC_DOB=31/06/2020"),
    FAULT("174", STARTED, 15, "Header.0.MC_DOB=@CE-60"),
    FAULT("209", STARTED, 12, "Header.0.UPN=UN1"),
    FAULT("210", STARTED, 12, "Header.0.UPN=UN4"),
    IN_YEARS(2025, 0, "231", UASC_STARTED, 16, "Header.0.DOB=@CE-3500"),
    IN_YEARS(2025, 0, "232", STARTED, 12, "Header.0.SEX=U"),
    FAULT("301", STARTED, 1, "Header.0.DOB=@CE+5"),
    FAULT("302", STARTED, 1, "Header.0.DOB=@Episodes.0.DECOM+3"),
    FAULT("304", UASC_STARTED, 16, "UASC.0.DUC=@18+1"),
    FAULT("351", LEAVER_OLDER, 20, "Header.0.DOB=@CS-9500 ~Header.0.DOB=@CS-9500"),
    FAULT("442", STARTED, 12, "Header.0.UPN="),
    /* Two children share the number. */
    IN_YEARS(2026, 0, "444", STARTED, 12, "Header.0.UPN=A300999999999"),
    IN_YEARS(2026, 0, "444", STARTED, 12, "Header.0.UPN=A300999999999"),
    GIRL("611", MOTHER, 16, "Header.0.MC_DOB="),
    GIRL("612", STARTED, 15, "Header.0.MC_DOB=@CE-60"),
    GIRL("620", STARTED, 9, "Header.0.MOTHER=1 Header.0.MC_DOB=@CE-60"),
    GIRL("621", STARTED, 16, "Header.0.MOTHER=1 Header.0.MC_DOB=@DOB-5"),
    GIRL("625", STARTED, 16, "Header.0.MOTHER=1 Header.0.MC_DOB=@CE+5"),
    GIRL("628", LEAVER_OLDER, 20, "Header.0.MOTHER=0"),
    FAULT("630", STARTED, 12, "-PrevPerm.0"),
    FAULT("631", STARTED, 12,
          "PrevPerm.0.PREV_PERM=P9 PrevPerm.0.LA_PERM=330 PrevPerm.0.DATE_PERM=ZZ/05/2016"),
    FAULT("632", STARTED, 12,
          "PrevPerm.0.PREV_PERM=P1 PrevPerm.0.LA_PERM=330 PrevPerm.0.DATE_PERM=ZZ/13/2016"),
    FAULT("632", STARTED, 12,
          "PrevPerm.0.PREV_PERM=P1 PrevPerm.0.LA_PERM=WAL PrevPerm.0.DATE_PERM=@Episodes.0.DECOM"),
    FAULT("633", STARTED, 12,
          "PrevPerm.0.PREV_PERM=P2 PrevPerm.0.LA_PERM=000 PrevPerm.0.DATE_PERM=ZZ/ZZ/2016"),
    FAULT("634", SETTLED, 16,
          "-Episodes.1 Episodes.0.DEC= Episodes.0.REC= Episodes.0.REASON_PLACE_CHANGE= "
          "Episodes.0.DECOM=15/03/2016 ~Episodes.$.DECOM=15/03/2016"),
    FAULT("635", STARTED, 12, "PrevPerm.0.LA_PERM=330"),
    FAULT("EPI", STARTED, 12, BARE),
    FAULT("INT32", STARTED, 12, TWICE_NEW("0")),
    FAULT("INT31", ADOPTED, 3,
          "+Header Header.*.ETHNIC=WBRI Header.1.UPN=UN1 Header.1.UASC=0 ~Header.0.ETHNIC=WBRI "
          "+AD1 AD1.1.DATE_INT=@AD1.0.DATE_INT AD1.1.DATE_MATCH=@AD1.0.DATE_MATCH "
          "AD1.1.FOSTER_CARE=0 AD1.1.NB_ADOPTR=1 AD1.1.SEX_ADOPTR=F1 AD1.1.LS_ADOPTR=L0"),
    FAULT("INT33", SETTLED, 12,
          TWICE("0") " +OC2 OC2.1.SDQ_SCORE=9 OC2.1.CONVICTED=0 OC2.1.IMMUNISATIONS=1 "
                     "OC2.1.TEETH_CHECK=1 OC2.1.HEALTH_ASSESSMENT=1 OC2.1.SUBSTANCE_MISUSE=0"),
    FAULT("INT34", LEAVER, 18, TWICE("0") " +OC3 OC3.1.IN_TOUCH=NO OC3.1.ACTIV=0 OC3.1.ACCOM=0"),
    FAULT("INT35", STARTED, 12, TWICE_NEW("0") " +PrevPerm PrevPerm.1.PREV_PERM=Z1"),
    FAULT("INT36", UASC_STARTED, 16, TWICE_NEW("1") " +UASC UASC.1.DUC=@UASC.0.DUC"),

    ONE_FORM(XML_FORM, "105", STARTED, 12, "Header.0.UASC=X"),
    ONE_FORM(XML_FORM, "205C", SETTLED, 12, "+UASC UASC.0.DUC=@18"),
    ONE_FORM(XML_FORM, "303", UASC_STARTED, 16, "Header.0.UASC=0"),
    ONE_FORM(CSV_FORM, "INT01", STARTED, 12, "+AD1 AD1.0.CHILD=Z999999"),
    ONE_FORM(CSV_FORM, "INT02", STARTED, 12,
             "+PlacedAdoption PlacedAdoption.0.CHILD=Z999999 PlacedAdoption.0.DATE_PLACED=@CS+9"),
    ONE_FORM(CSV_FORM, "INT03", RETURNED, 12, "Episodes.1.CHILD=Z999998"),
    ONE_FORM(CSV_FORM, "INT04", STARTED, 12, "Missing.0.CHILD=Z999999"),
    ONE_FORM(CSV_FORM, "INT05", STARTED, 12, "+OC2 OC2.0.CHILD=Z999999"),
    ONE_FORM(CSV_FORM, "INT06", LEAVER_OLDER, 20, "OC3.0.CHILD=Z999999"),
    ONE_FORM(CSV_FORM, "INT07", SETTLED, 12, "PrevPerm.0.CHILD=Z999999"),
    ONE_FORM(CSV_FORM, "INT08", STARTED, 12, "Reviews.0.CHILD=Z999999"),
    ONE_FORM(CSV_FORM, "INT09", UASC_STARTED, 16, "UASC.0.CHILD=Z999999"),
    ONE_FORM(CSV_FORM, "INT11", ADOPTED, 3, "AD1.0.DOB=@DOB+1"),
    ONE_FORM(CSV_FORM, "INT12", DECIDED, 3, "PlacedAdoption.0.DOB=@DOB+1"),
    ONE_FORM(CSV_FORM, "INT13", STARTED, 12, "Missing.0.DOB=@DOB-30"),
    ONE_FORM(CSV_FORM, "INT14", SETTLED, 12, "OC2.0.DOB=@DOB+1"),
    ONE_FORM(CSV_FORM, "INT15", LEAVER_OLDER, 20, "OC3.0.DOB=@DOB+1"),
    ONE_FORM(CSV_FORM, "INT16", STARTED, 12, "PrevPerm.0.DOB=@DOB+1"),
    ONE_FORM(CSV_FORM, "INT17", STARTED, 12, "Reviews.0.DOB=@DOB+1"),
    ONE_FORM(CSV_FORM, "INT18", UASC_STARTED, 16, "UASC.0.DOB=@DOB+1"),
    ONE_FORM(CSV_FORM, "INT21", UASC_STARTED, 16, "UASC.0.SEX=%F"),
};

const struct fault_list child_faults = {faults, COUNT_OF(faults)};
