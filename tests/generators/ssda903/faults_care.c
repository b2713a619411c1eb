/* Faults in the course of care: the days of episodes, why they begin and end, legal status, need.
 */
#include "faults.h"

#define LONGER(row, days) " Episodes." row ".DEC=@Episodes." row ".DECOM+" days
#define ENDED(row, days, rec) " Episodes." row ".REC=" rec LONGER(row, days)
#define BEGUN(row, from, days, rne, status)                                                        \
    " +Episodes Episodes." row ".DECOM=@Episodes." from ".DEC" days " Episodes." row ".RNE=" rne   \
    " Episodes." row ".LS=" status " Episodes." row ".HOME_POST=QA4_0PP"                           \
    " Episodes.*.CIN=N1 ~Episodes.*.CIN=N1"
/* A holiday of the carers, and the time with them after it. */
#define HOLIDAY(before, away, back)                                                                \
    ENDED(before, "20", "X1")                                                                      \
    BEGUN(away, before, "", "P", "C2")                                                             \
    PLACED_IN(away, "T3", "", "", "QB3_9EJ")                                                       \
    ENDED(away, "10", "X1") BEGUN(back, away, "", "P", "C2") WITH_CARERS(back)

static const struct fault faults[] = {
    FAULT("141", STARTED, 9, "Episodes.0.DECOM=31/06/2024"),
    FAULT("142", SETTLED, 12, "Episodes.0.DEC= Episodes.0.REC= Episodes.0.REASON_PLACE_CHANGE="),
    FAULT("143", SETTLED, 12, "Episodes.1.RNE=X"),
    FAULT("144", STARTED, 12, "Episodes.0.LS=C9"),
    FAULT("145", STARTED, 12, "Episodes.0.CIN=N9"),
    FAULT("147", BRIEF, 12, "Episodes.0.DEC=31/09/2024"),
    FAULT("148", BRIEF, 12, "Episodes.0.REC="),
    FAULT("149", BRIEF, 12, "Episodes.0.REC=E99"),
    FAULT("199", ADOPTED, 3, BEGUN("2", "1", "+20", "S", "C2") WITH_CARERS("2")),
    FAULT("334", ADOPTED, 3, "Episodes.1.RNE=S"),
    FAULT("352", BRIEF, 17, "Header.0.DOB=@Episodes.0.DECOM-6600"),
    FAULT("353", STARTED, 12, "Episodes.0.DECOM=13/10/1991"),
    FAULT("354", STARTED, 9, "Episodes.0.DECOM=@CE+5"),
    FAULT("355", BRIEF, 9, LONGER("0", "0")),
    FAULT("356", BRIEF, 9, "Episodes.0.DEC=@Episodes.0.DECOM-3"),
    FAULT("357", BRIEF, 12, "Episodes.0.RNE=P"),
    FAULT("358", STARTED, 9, "Episodes.0.LS=J1"),
    FAULT("359", STARTED, 17, "Header.0.DOB=@CE-6600"),
    FAULT("361", STARTED, 12, "Episodes.0.LS=L1"),
    FAULT("362", STARTED, 12, "Episodes.0.LS=L2"),
    FAULT("363", STARTED, 12, "Episodes.0.LS=L3"),
    FAULT("364", STARTED, 13, "Episodes.0.LS=J2"),
    FAULT("365", BREAKS, 10, LONGER("0", "18")),
    FAULT("366", BREAKS, 10, "Episodes.0.RNE=P"),
    FAULT("367", BREAKS, 10,
          LONGER("0", "13") LONGER("1", "13") LONGER("2", "13") LONGER("3", "13") LONGER("4", "13")
              LONGER("5", "13")),
    FAULT("375", TEMPORARY, 9,
          "Episodes.1.PLACE=T1" LONGER("1", "43") " Episodes.2.DECOM=@Episodes.1.DEC"),
    FAULT("376", TEMPORARY, 9, LONGER("1", "22") " Episodes.2.DECOM=@Episodes.1.DEC"),
    FAULT("377", TEMPORARY, 9,
          "Episodes.0.HOME_POST=QA4_0PP Episodes.0.LS=C2" WITH_CARERS("0") WITH_CARERS("2")
              HOLIDAY("2", "3", "4") HOLIDAY("4", "5", "6")),
    FAULT("378", STARTED, 12, "Episodes.0.LS=V2" WITH_PARENTS("0", "PR0")),
    FAULT("379", TEMPORARY, 9,
          "Episodes.1.PLACE=T4" LONGER("1", "8") " Episodes.2.DECOM=@Episodes.1.DEC"),
    FAULT("380", TEMPORARY, 9, "Episodes.1.RNE=T"),
    FAULT("381", TEMPORARY, 9, "-Episodes.2 Episodes.1.REC=E4A"),
    FAULT("382", BREAKS, 10, "Episodes.0.PLACE=T0 Episodes.0.PLACE_PROVIDER="),
    FAULT("383", TEMPORARY, 9, "Episodes.2.PLACE=U4"),
    FAULT("384", BREAKS, 10, "Episodes.0.PLACE=U4"),
    FAULT("385", LEFT, 12, "Episodes.0.DEC=@CE+3"),
    FAULT("386", ADOPTED, 3,
          "Header.0.DOB=@Episodes.1.DEC-6600 Header.0.UPN=UN2 Reviews.*.REVIEW_CODE=PN1 "
          "~Header.0.DOB=@DOB ~Header.0.UPN=UN2"),
    FAULT("387", BRIEF, 10, "Episodes.0.REC=E5"),
    FAULT("388", BRIEF, 12, "Episodes.0.REC=X1"),
    FAULT("388", SETTLED, 12, "Episodes.0.DEC=@Episodes.1.DECOM-3"),
    FAULT("389", BRIEF, 12, "Episodes.0.REC=E7"),
    FAULT("398", BREAKS, 10, "Episodes.0.HOME_POST=QA4_0PP"),
    GIRL("399", BREAKS, 10, "Header.0.MOTHER=0"),
    FAULT("407", LEFT_AT_18, 18, "Episodes.0.REC=E45"),
    FAULT("426", BREAKS, 10, "Episodes.1.LS=V4"),
    FAULT("431", RETURNED, 12, "Episodes.1.DECOM=@Episodes.0.DEC"),
    FAULT("432", RETURNED, 12, "Episodes.1.RNE=P"),
    FAULT("433", SETTLED, 12, "Episodes.1.DECOM=@Episodes.0.DEC+2"),
    FAULT("434", SETTLED, 12, "Episodes.1.RNE=L"),
    FAULT("435", SETTLED, 12, "Episodes.1.LS=V2"),
    FAULT("436", SETTLED, 12, "Episodes.1.RNE=B"),
    FAULT("437", RETURNED, 12, "Episodes.0.REC=E15"),
    IN_YEARS(0, 2024, "445", STARTED, 12, "Episodes.0.LS=D1"),
    FAULT("446", STARTED, 12, "Episodes.0.LS=E1 Episodes.0.DECOM=30/11/2005"),
    FAULT("460", BRIEF, 12, "Episodes.0.REC=E17"),
    FAULT("501", SETTLED, 12, "Episodes.1.DECOM=@Episodes.0.DEC-3"),
    FAULT("504", SETTLED, 12, "Episodes.*.CIN=N1 Episodes.1.CIN=N5 ~Episodes.*.CIN=N1"),
    FAULT("516", BRIEF, 12, "Episodes.0.REC=E45" IN_HOME("0")),
};

const struct fault_list care_faults = {faults, COUNT_OF(faults)};
