/*
 * The records of the SSDA903 return: one list of fields per table, from which come the structs that
 * rules read, the columns of the CSV files and the elements of the XML file.
 *
 * Source: children looked after return, technical specification and XML schema 2020 to 2021
 * (version 3.3.0), with the changes of the later years as public sources show them (README.md).
 * Tables and columns have the names of the CSV files; an element that is called otherwise in XML
 * has a path. SW_EPISODE and DOLO are not official elements but statval's own.
 */
#ifndef SSDA903_RECORDS_H
#define SSDA903_RECORDS_H

#include <statval/rule.h>

#include "codes.h"

/* clang-format off */
#define TABLES_OF_CHILD(TABLE)                                                                 \
    TABLE(Header) TABLE(Episodes) TABLE(Reviews) TABLE(UASC) TABLE(OC2) TABLE(OC3) TABLE(AD1)  \
    TABLE(PlacedAdoption) TABLE(PrevPerm) TABLE(Missing) TABLE(SWEpisodes) TABLE(DoLo)

/* Whatever can be wrong with a value is told by a rule, except with identifiers and URNs, of which
 * the schema stage tells. */
#define IDENTIFIER .type = SV_TEXT, .options = SV_ANY_CASE
#define TEXT .type = SV_TEXT, .options = SV_RULE_TESTS | SV_ANY_CASE
#define DAY .type = SV_DAY_MONTH_YEAR, .options = SV_RULE_TESTS | SV_ANY_CASE
#define CODE_OF(L) .type = SV_CODE, .list = &L##_list, .options = SV_RULE_TESTS | SV_ANY_CASE
#define DERIVED .type = SV_TEXT, .options = SV_RULE_TESTS | SV_NOT_IN_CSV | SV_DERIVED

/* What the records of a child have from its HEADER, in XML. */
#define CHILD_ABOVE(FIELD, T, header) FIELD(T, CHILD, IDENTIFIER, .path = header "/CHILDID")
#define DOB_ABOVE(FIELD, T, header) FIELD(T, DOB, DAY, .path = header "/DOB")
#define BESIDE_HEADER "../HEADER"
#define IN_HEADER ".."

#define Child_FIELDS(FIELD, T)                                                                 \
    FIELD(T, CHILD, IDENTIFIER)

#define Header_FIELDS(FIELD, T)                                                                \
    FIELD(T, CHILD, IDENTIFIER, .path = "CHILDID")                                             \
    FIELD(T, SEX, CODE_OF(SEX))                                                                \
    FIELD(T, DOB, DAY)                                                                         \
    FIELD(T, ETHNIC, CODE_OF(ETHNIC))                                                          \
    FIELD(T, UPN, TEXT)                                                                        \
    FIELD(T, MOTHER, CODE_OF(MOTHER))                                                          \
    FIELD(T, MC_DOB, DAY)                                                                      \
    FIELD(T, UASC, .type = SV_CODE, .list = &UASC_list,                                        \
          .options = SV_RULE_TESTS | SV_ANY_CASE | SV_NOT_IN_CSV)

#define Episodes_FIELDS(FIELD, T)                                                              \
    CHILD_ABOVE(FIELD, T, BESIDE_HEADER)                                                       \
    FIELD(T, DECOM, DAY)                                                                       \
    FIELD(T, RNE, CODE_OF(RNE))                                                                \
    FIELD(T, LS, CODE_OF(LS))                                                                  \
    FIELD(T, CIN, CODE_OF(CIN))                                                                \
    FIELD(T, PLACE, CODE_OF(PLACE), .path = "PL")                                              \
    FIELD(T, PLACE_PROVIDER, CODE_OF(PLACE_PROVIDER))                                          \
    FIELD(T, DEC, DAY)                                                                         \
    FIELD(T, REC, CODE_OF(REC))                                                                \
    FIELD(T, REASON_PLACE_CHANGE, CODE_OF(REASON_PLACE_CHANGE))                                \
    FIELD(T, HOME_POST, TEXT)                                                                  \
    FIELD(T, PL_POST, TEXT)                                                                    \
    FIELD(T, URN, IDENTIFIER)                                                                  \
    FIELD(T, PL_LA, DERIVED)                                                                   \
    FIELD(T, PL_LOCATION, DERIVED)                                                             \
    FIELD(T, PL_DISTANCE, DERIVED)

#define Reviews_FIELDS(FIELD, T)                                                               \
    CHILD_ABOVE(FIELD, T, IN_HEADER)                                                           \
    DOB_ABOVE(FIELD, T, IN_HEADER)                                                             \
    FIELD(T, REVIEW, DAY)                                                                      \
    FIELD(T, REVIEW_CODE, CODE_OF(REVIEW_CODE))

/* The flag stands in the same HEADER as DUC: with a flag of 1, or a DUC, there is a record. */
#define UASC_FIELDS(FIELD, T)                                                                  \
    CHILD_ABOVE(FIELD, T, BESIDE_HEADER)                                                       \
    FIELD(T, SEX, CODE_OF(SEX), .path = BESIDE_HEADER "/SEX")                                  \
    DOB_ABOVE(FIELD, T, BESIDE_HEADER)                                                         \
    FIELD(T, DUC, DAY)                                                                         \
    FIELD(T, FLAG, .type = SV_CODE, .list = &UASC_list, .path = BESIDE_HEADER "/UASC",         \
          .options = SV_RULE_TESTS | SV_ANY_CASE | SV_NOT_IN_CSV)

#define OC2_FIELDS(FIELD, T)                                                                   \
    CHILD_ABOVE(FIELD, T, IN_HEADER)                                                           \
    DOB_ABOVE(FIELD, T, IN_HEADER)                                                             \
    FIELD(T, SDQ_SCORE, TEXT)                                                                  \
    FIELD(T, SDQ_REASON, CODE_OF(SDQ_REASON))                                                  \
    FIELD(T, CONVICTED, CODE_OF(CONVICTED))                                                    \
    FIELD(T, HEALTH_CHECK, CODE_OF(HEALTH_CHECK))                                              \
    FIELD(T, IMMUNISATIONS, CODE_OF(IMMUNISATIONS))                                            \
    FIELD(T, TEETH_CHECK, CODE_OF(TEETH_CHECK))                                                \
    FIELD(T, HEALTH_ASSESSMENT, CODE_OF(HEALTH_ASSESSMENT))                                    \
    FIELD(T, SUBSTANCE_MISUSE, CODE_OF(SUBSTANCE_MISUSE))                                      \
    FIELD(T, INTERVENTION_RECEIVED, CODE_OF(INTERVENTION_RECEIVED))                            \
    FIELD(T, INTERVENTION_OFFERED, CODE_OF(INTERVENTION_OFFERED))

#define OC3_FIELDS(FIELD, T)                                                                   \
    CHILD_ABOVE(FIELD, T, BESIDE_HEADER)                                                       \
    DOB_ABOVE(FIELD, T, BESIDE_HEADER)                                                         \
    FIELD(T, IN_TOUCH, CODE_OF(IN_TOUCH))                                                      \
    FIELD(T, ACTIV, CODE_OF(ACTIV))                                                            \
    FIELD(T, ACCOM, CODE_OF(ACCOM))

#define AD1_FIELDS(FIELD, T)                                                                   \
    CHILD_ABOVE(FIELD, T, BESIDE_HEADER)                                                       \
    DOB_ABOVE(FIELD, T, BESIDE_HEADER)                                                         \
    FIELD(T, DATE_INT, DAY)                                                                    \
    FIELD(T, DATE_MATCH, DAY)                                                                  \
    FIELD(T, FOSTER_CARE, CODE_OF(FOSTER_CARE))                                                \
    FIELD(T, NB_ADOPTR, CODE_OF(NB_ADOPTR))                                                    \
    FIELD(T, SEX_ADOPTR, CODE_OF(SEX_ADOPTR))                                                  \
    FIELD(T, LS_ADOPTR, CODE_OF(LS_ADOPTR))

#define PlacedAdoption_FIELDS(FIELD, T)                                                        \
    CHILD_ABOVE(FIELD, T, IN_HEADER)                                                           \
    DOB_ABOVE(FIELD, T, IN_HEADER)                                                             \
    FIELD(T, DATE_PLACED, DAY)                                                                 \
    FIELD(T, DATE_PLACED_CEASED, DAY)                                                          \
    FIELD(T, REASON_PLACED_CEASED, CODE_OF(REASON_PLACED_CEASED))

#define PrevPerm_FIELDS(FIELD, T)                                                              \
    CHILD_ABOVE(FIELD, T, IN_HEADER)                                                           \
    DOB_ABOVE(FIELD, T, IN_HEADER)                                                             \
    FIELD(T, PREV_PERM, CODE_OF(PREV_PERM))                                                    \
    FIELD(T, LA_PERM, CODE_OF(LA_PERM))                                                        \
    FIELD(T, DATE_PERM, DAY)

#define Missing_FIELDS(FIELD, T)                                                               \
    CHILD_ABOVE(FIELD, T, IN_HEADER)                                                           \
    DOB_ABOVE(FIELD, T, IN_HEADER)                                                             \
    FIELD(T, MISSING, CODE_OF(MISSING))                                                        \
    FIELD(T, MIS_START, DAY)                                                                   \
    FIELD(T, MIS_END, DAY)

#define SWEpisodes_FIELDS(FIELD, T)                                                            \
    CHILD_ABOVE(FIELD, T, IN_HEADER)                                                           \
    DOB_ABOVE(FIELD, T, IN_HEADER)                                                             \
    FIELD(T, SW_ID, TEXT)                                                                      \
    FIELD(T, SW_DECOM, DAY)                                                                    \
    FIELD(T, SW_DEC, DAY)                                                                      \
    FIELD(T, SW_REASON, CODE_OF(SW_REASON))

#define DoLo_FIELDS(FIELD, T)                                                                  \
    CHILD_ABOVE(FIELD, T, IN_HEADER)                                                           \
    DOB_ABOVE(FIELD, T, IN_HEADER)                                                             \
    FIELD(T, DOLO_START, DAY)                                                                  \
    FIELD(T, DOLO_END, DAY)

/* Reference data: the list of registered providers. */
#define Providers_FIELDS(FIELD, T)                                                             \
    FIELD(T, URN, .type = SV_TEXT, .options = SV_ANY_CASE | SV_REQUIRED)                       \
    FIELD(T, LA_CODE, .type = SV_TEXT, .options = SV_ANY_CASE)                                 \
    FIELD(T, LA_NAME, .type = SV_TEXT)                                                         \
    FIELD(T, PLACE_CODES, .type = SV_TEXT, .options = SV_ANY_CASE | SV_REQUIRED)               \
    FIELD(T, PROVIDER_CODES, .type = SV_TEXT, .options = SV_ANY_CASE | SV_REQUIRED)            \
    FIELD(T, REG_END, .type = SV_DAY_MONTH_YEAR, .options = SV_REQUIRED)                       \
    FIELD(T, POSTCODE, .type = SV_TEXT, .options = SV_ANY_CASE | SV_REQUIRED)

#define TABLE_NUMBER(T) TABLE_##T,
#define TABLE_NUMBER_LAST(T) TABLE_##T##_last,
enum {
    TABLE_Child,
    TABLES_OF_CHILD(TABLE_NUMBER) TABLES_OF_CHILD(TABLE_NUMBER_LAST)
    TABLE_Providers,
    TABLE_count
};
/* clang-format on */

struct Child;
struct Episodes;
struct Header;
struct PlacedAdoption;
struct SWEpisodes;
struct Missing;
struct DoLo;
struct Providers;

/** Time in care without a break. */
struct period {
    sv_day start;
    sv_day end; /**< SV_NONE: still open */
    const struct Episodes *first;
    const struct Episodes *last;
};

/** Where a placement is, as the postcode directory says. */
struct placement {
    bool known;           /**< the directory has the placement's postcode */
    bool home_known;      /**< and that of the home */
    const char *la;       /**< 9-character code, or SCO, WAL, NIR, NUK; NULL: not known */
    const char *location; /**< IN or OUT; NULL: not known */
    int32_t tenths;       /**< tenths of a mile between home and placement; SV_NONE: not known */
};

/** Records in an order of their own. `what`: a record type. */
#define SEQUENCE(what)                                                                             \
    struct {                                                                                       \
        const struct what **rows;                                                                  \
        uint32_t count;                                                                            \
    }

/* One child, made from the identifiers in all tables of this and of last year's return. What
 * prepare.c notes about it, in the words of facts.h: */
SV_RECORD_WITH(Child, const struct Header *header; /* its first Header row, or NULL */
               const struct Header *header_last;   /* last year's */
               SEQUENCE(Episodes) order;           /* its episodes by start */
               SEQUENCE(Episodes) order_last;      /* last year's */
               SEQUENCE(Episodes) joint;           /* both years', each episode once */
               SEQUENCE(PlacedAdoption) decisions; /* by date */
               SEQUENCE(SWEpisodes) sw_order;      /* by start */
               SEQUENCE(Missing) missing_order;    /* by start */
               SEQUENCE(DoLo) dolo_order;          /* by start */
               SEQUENCE(DoLo) dolo_order_last;     /* last year's */
               const struct period *periods;       /* of care */
               uint32_t period_count;              /* */
               const struct Episodes *open31;      /* see looked_after_at_end() */
               const struct Episodes *started;     /* its first start in the period, see */
               const struct Episodes *ceased;      /* measures; its last end of care in it */
               bool in_care;                       /* at some time in the period */
               bool all_year;                      /* looked after for 12 months */
               int8_t uasc;                        /* 1, 0; -1: not known */
               int8_t uasc_last;)                  /* last year's */

SV_RECORD(Header)
SV_RECORD_WITH(Episodes, const struct Episodes *prev; /* in the child's order; or NULL */
               const struct Episodes *next;           /* */
               const struct period *care;             /* see measures; NULL: in none */
               struct placement placement; const struct Providers *provider;
               /* first with its real URN; or NULL */)
SV_RECORD(Reviews)
SV_RECORD(UASC)
SV_RECORD(OC2)
SV_RECORD(OC3)
SV_RECORD(AD1)
SV_RECORD(PlacedAdoption)
SV_RECORD(PrevPerm)
SV_RECORD(Missing)
SV_RECORD(SWEpisodes)
SV_RECORD(DoLo)
SV_RECORD(Providers)
TABLES_OF_CHILD(SV_RECORD_LAST)

/* What the rules rest on, which is also the name of their group. */
#define FROM_OFFICIAL_TEXT                                                                         \
    .group = "official",                                                                           \
    .source = "Official rule text, as quoted in a public validator of the SSDA903 return"
#define FROM_PUBLIC_CODE                                                                           \
    .group = "public-code",                                                                        \
    .source = "Code and title in a public validator of the SSDA903 return; official text not seen"
#define FROM_PUBLIC_CODE_RESTATED                                                                  \
    .group = "restated",                                                                           \
    .source = "Title in a public validator of the SSDA903 return; its condition is restated here"
#define FROM_INTEGRITY_CHECK                                                                       \
    .group = "integrity",                                                                          \
    .source = "Integrity check of a public validator of the SSDA903 return; not an official rule"

#endif
