/*
 * The code lists of the SSDA903 return, by collection year (code, label, first year, last year). A
 * last year of 0 means still in use.
 *
 * Source: the code sets of the children looked after return, 2022 to 2023 up to 2026 to 2027, as
 * far as public sources show them (README.md).
 */
#ifndef SSDA903_CODES_H
#define SSDA903_CODES_H

#include <statval/record.h>

/* clang-format off */
#define SEX_CODES(CODE, OF) \
    CODE(OF, 1, "Male", 2023, 2024) \
    CODE(OF, 2, "Female", 2023, 2024) \
    CODE(OF, M, "Male", 2025, 0) \
    CODE(OF, F, "Female", 2025, 0) \
    CODE(OF, U, "Unknown", 2025, 0)

#define ETHNIC_CODES(CODE, OF) \
    CODE(OF, WBRI, "White British", 2023, 0) \
    CODE(OF, WIRI, "White Irish", 2023, 0) \
    CODE(OF, WOTH, "Any other White background", 2023, 0) \
    CODE(OF, WIRT, "Traveller of Irish heritage", 2023, 0) \
    CODE(OF, WROM, "Gypsy/Roma", 2023, 0) \
    CODE(OF, MWBC, "White and Black Caribbean", 2023, 0) \
    CODE(OF, MWBA, "White and Black African", 2023, 0) \
    CODE(OF, MWAS, "White and Asian", 2023, 0) \
    CODE(OF, MOTH, "Any other mixed background", 2023, 0) \
    CODE(OF, AIND, "Indian", 2023, 0) \
    CODE(OF, APKN, "Pakistani", 2023, 0) \
    CODE(OF, ABAN, "Bangladeshi", 2023, 0) \
    CODE(OF, AOTH, "Any other Asian background", 2023, 0) \
    CODE(OF, BCRB, "Caribbean", 2023, 0) \
    CODE(OF, BAFR, "African", 2023, 0) \
    CODE(OF, BOTH, "Any other Black background", 2023, 0) \
    CODE(OF, CHNE, "Chinese", 2023, 0) \
    CODE(OF, OOTH, "Any other ethnic group", 2023, 0) \
    CODE(OF, REFU, "Refused", 2023, 0) \
    CODE(OF, NOBT, "Information not yet obtained", 2023, 0)

#define UPN_UNKNOWN_CODES(CODE, OF) \
    CODE(OF, UN1, "Not of school age, no UPN assigned yet", 2023, 0) \
    CODE(OF, UN2, "Never attended a maintained school in England", 2023, 0) \
    CODE(OF, UN3, "Educated outside England", 2023, 0) \
    CODE(OF, UN4, "Newly looked after, UPN not yet known", 2023, 0) \
    CODE(OF, UN5, "Sources disagree, UPN cannot be matched reliably", 2023, 0)

#define MOTHER_CODES(CODE, OF) \
    CODE(OF, 0, "Child is not a mother", 2023, 0) CODE(OF, 1, "Child is a mother", 2023, 0)

#define UASC_CODES(CODE, OF) \
    CODE(OF, 0, "Not UASC at any time in the year", 2023, 0) CODE(OF, 1, "UASC at some time in the year", 2023, 0)

#define RNE_CODES(CODE, OF) \
    CODE(OF, S, "Started to be looked after", 2023, 0) \
    CODE(OF, L, "Change of legal status only", 2023, 0) \
    CODE(OF, P, "Change of placement and carer only", 2023, 0) \
    CODE(OF, T, "Change of placement, same carer", 2023, 0) \
    CODE(OF, B, "Change of legal status and of placement and carer", 2023, 0) \
    CODE(OF, U, "Change of legal status and of placement, same carer", 2023, 0)

#define LS_CODES(CODE, OF) \
    CODE(OF, C1, "Interim care order", 2023, 0) \
    CODE(OF, C2, "Full care order", 2023, 0) \
    CODE(OF, D1, "Freeing order granted", 2023, 2024) \
    CODE(OF, E1, "Placement order granted", 2023, 0) \
    CODE(OF, V2, "Single period of accommodation, section 20", 2023, 0) \
    CODE(OF, V3, "Agreed series of short breaks, individual episodes recorded", 2023, 0) \
    CODE(OF, V4, "Agreed series of short breaks, agreement recorded", 2023, 0) \
    CODE(OF, L1, "Under police protection in LA accommodation", 2023, 0) \
    CODE(OF, L2, "Emergency protection order", 2023, 0) \
    CODE(OF, L3, "Child assessment order in LA accommodation", 2023, 0) \
    CODE(OF, J1, "Remanded to LA accommodation or youth detention accommodation", 2023, 0) \
    CODE(OF, J2, "Placed in LA accommodation under PACE 1984", 2023, 0) \
    CODE(OF, J3, "Youth rehabilitation order with residence or intensive fostering requirement", 2023, 0)

#define CIN_CODES(CODE, OF) \
    CODE(OF, N1, "Abuse or neglect", 2023, 0) \
    CODE(OF, N2, "Child's disability", 2023, 0) \
    CODE(OF, N3, "Parental illness or disability", 2023, 0) \
    CODE(OF, N4, "Family in acute stress", 2023, 0) \
    CODE(OF, N5, "Family dysfunction", 2023, 0) \
    CODE(OF, N6, "Socially unacceptable behaviour", 2023, 0) \
    CODE(OF, N7, "Low income", 2023, 0) \
    CODE(OF, N8, "Absent parenting", 2023, 0)

#define PLACE_CODES(CODE, OF) \
    CODE(OF, A3, "Placed for adoption with consent, with current foster carer", 2023, 0) \
    CODE(OF, A4, "Placed for adoption with consent, not with current foster carer", 2023, 0) \
    CODE(OF, A5, "Placed for adoption with placement order, with current foster carer", 2023, 0) \
    CODE(OF, A6, "Placed for adoption with placement order, not with current foster carer", 2023, 0) \
    CODE(OF, H5, "Semi-independent living not under children's homes regulations; registered supported accommodation from 28/10/2023", 2023, 2024) \
    CODE(OF, K1, "Secure children's home", 2023, 0) \
    CODE(OF, K2, "Children's home under children's homes regulations", 2023, 0) \
    CODE(OF, K3, "Supported accommodation", 2025, 0) \
    CODE(OF, P1, "Placed with own parents or others with parental responsibility", 2023, 0) \
    CODE(OF, P2, "Independent living; not valid for episodes open after 28/10/2023", 2023, 2024) \
    CODE(OF, P3, "Residential employment", 2023, 0) \
    CODE(OF, R1, "Residential care home", 2023, 0) \
    CODE(OF, R2, "NHS or other medical or nursing establishment", 2023, 0) \
    CODE(OF, R3, "Family centre or mother and baby unit", 2023, 0) \
    CODE(OF, R5, "Young offender institution (youth custody)", 2023, 0) \
    CODE(OF, S1, "Residential school (not dual registered as children's home)", 2023, 0) \
    CODE(OF, T0, "Temporary placement, any type", 2023, 0) \
    CODE(OF, T1, "Temporary: in hospital", 2023, 0) \
    CODE(OF, T2, "Temporary: child on holiday", 2023, 0) \
    CODE(OF, T3, "Temporary: usual foster carers on holiday", 2023, 0) \
    CODE(OF, T4, "Temporary: seven days or less, other reason", 2023, 0) \
    CODE(OF, U1, "Foster, relative or friend, long term", 2023, 0) \
    CODE(OF, U2, "Foster, relative or friend, fostering for adoption or concurrent planning", 2023, 0) \
    CODE(OF, U3, "Foster, relative or friend, not long term and not FFA", 2023, 0) \
    CODE(OF, U4, "Foster, other carer, long term", 2023, 0) \
    CODE(OF, U5, "Foster, other carer, fostering for adoption or concurrent planning", 2023, 0) \
    CODE(OF, U6, "Foster, other carer, not long term and not FFA", 2023, 0) \
    CODE(OF, Z1, "Other placement (listed on a schedule to DfE)", 2023, 2025) \
    CODE(OF, Z11, "Other placement, subtype 1 (official label not confirmed)", 2026, 0) \
    CODE(OF, Z12, "Other placement, subtype 2 (official label not confirmed; one of the types expected under a deprivation of liberty order)", 2026, 0) \
    CODE(OF, Z13, "Other placement, subtype 3 (official label not confirmed; one of the types expected under a deprivation of liberty order)", 2026, 0) \
    CODE(OF, Z14, "Other placement, subtype 4 (official label not confirmed)", 2026, 0)

#define PLACE_PROVIDER_CODES(CODE, OF) \
    CODE(OF, PR0, "Parents or others with parental responsibility", 2023, 0) \
    CODE(OF, PR1, "Own provision, incl. regional adoption agency hosted by own LA", 2023, 0) \
    CODE(OF, PR2, "Other LA provision, incl. regional adoption agency hosted by another LA", 2023, 0) \
    CODE(OF, PR3, "Other public provision", 2023, 0) \
    CODE(OF, PR4, "Private provision", 2023, 0) \
    CODE(OF, PR5, "Voluntary or third sector provision", 2023, 0)

#define REC_CODES(CODE, OF) \
    CODE(OF, X1, "Episode ends and a new one starts the same day", 2023, 0) \
    CODE(OF, E11, "Adopted, application unopposed", 2023, 0) \
    CODE(OF, E12, "Adopted, consent dispensed with", 2023, 0) \
    CODE(OF, E2, "Died", 2023, 0) \
    CODE(OF, E3, "Care taken over by another UK local authority", 2023, 0) \
    CODE(OF, E4A, "Returned home, planned", 2023, 0) \
    CODE(OF, E4B, "Returned home, not planned", 2023, 0) \
    CODE(OF, E13, "Left to live with parents, relatives or others with no parental responsibility", 2023, 0) \
    CODE(OF, E41, "Residence order or child arrangements order granted", 2023, 0) \
    CODE(OF, E45, "Special guardianship: former foster carer, relative or friend", 2023, 0) \
    CODE(OF, E46, "Special guardianship: former foster carer, not relative or friend", 2023, 0) \
    CODE(OF, E47, "Special guardianship: other carer, relative or friend", 2023, 0) \
    CODE(OF, E48, "Special guardianship: other carer, not relative or friend", 2023, 0) \
    CODE(OF, E5, "Independent living with formal support", 2023, 0) \
    CODE(OF, E6, "Independent living without formal support", 2023, 0) \
    CODE(OF, E7, "Transferred to residential care funded by adult social care", 2023, 0) \
    CODE(OF, E8, "Ceased for any other reason", 2023, 0) \
    CODE(OF, E9, "Sentenced to custody", 2023, 0) \
    CODE(OF, E14, "Accommodation on remand ended", 2023, 0) \
    CODE(OF, E15, "Age assessment found aged 18 or over (E5, E6, E7 not applicable)", 2023, 0) \
    CODE(OF, E16, "Moved abroad", 2023, 0) \
    CODE(OF, E17, "Aged 18 or over and stayed with current carers", 2023, 0)

#define REASON_PLACE_CHANGE_CODES(CODE, OF) \
    CODE(OF, CARPL, "Change to or carrying out of care plan", 2023, 0) \
    CODE(OF, CLOSE, "Resignation or closure of provision", 2023, 0) \
    CODE(OF, ALLEG, "Allegation (section 47)", 2023, 0) \
    CODE(OF, STAND, "Standards of care concern", 2023, 0) \
    CODE(OF, APPRR, "Approval removed", 2023, 0) \
    CODE(OF, CREQB, "Carer asks to end: child's behaviour", 2023, 0) \
    CODE(OF, CREQO, "Carer asks to end: other reason", 2023, 0) \
    CODE(OF, CHILD, "Child asks to end placement", 2023, 0) \
    CODE(OF, LAREQ, "Responsible or area authority asks to end placement", 2023, 0) \
    CODE(OF, PLACE, "Change in status of placement only", 2023, 0) \
    CODE(OF, CUSTOD, "Custody arrangement", 2023, 0) \
    CODE(OF, OTHER, "Other", 2023, 0)

#define REVIEW_CODE_CODES(CODE, OF) \
    CODE(OF, PN0, "Child under 4 at time of review", 2023, 0) \
    CODE(OF, PN1, "Attended and spoke", 2023, 0) \
    CODE(OF, PN2, "Attended, advocate spoke", 2023, 0) \
    CODE(OF, PN3, "Attended, conveyed views non-verbally", 2023, 0) \
    CODE(OF, PN4, "Attended, did not contribute", 2023, 0) \
    CODE(OF, PN5, "Did not attend, advocate briefed", 2023, 0) \
    CODE(OF, PN6, "Did not attend, views sent by other means", 2023, 0) \
    CODE(OF, PN7, "Did not attend, views not conveyed", 2023, 0)

#define SDQ_REASON_CODES(CODE, OF) \
    CODE(OF, SDQ1, "Child under 4 or over 16 at latest assessment", 2023, 0) \
    CODE(OF, SDQ2, "Carer refused", 2023, 0) \
    CODE(OF, SDQ3, "Not possible owing to severity of child's disability", 2023, 0) \
    CODE(OF, SDQ4, "Other", 2023, 0) \
    CODE(OF, SDQ5, "Child or young person refused", 2023, 0)

#define CONVICTED_CODES(CODE, OF) \
    CODE(OF, 0, "Not convicted or cautioned in the year", 2023, 0) \
    CODE(OF, 1, "Convicted, or youth caution or youth conditional caution, in the year", 2023, 0)

#define HEALTH_CHECK_CODES(CODE, OF) \
    CODE(OF, 0, "Development checks not up to date", 2023, 0) CODE(OF, 1, "Development checks up to date", 2023, 0)

#define IMMUNISATIONS_CODES(CODE, OF) \
    CODE(OF, 0, "Immunisations not up to date", 2023, 0) CODE(OF, 1, "Immunisations up to date", 2023, 0)

#define TEETH_CHECK_CODES(CODE, OF) \
    CODE(OF, 0, "Teeth not checked by a dentist in the year", 2023, 0) CODE(OF, 1, "Teeth checked by a dentist in the year", 2023, 0)

#define HEALTH_ASSESSMENT_CODES(CODE, OF) \
    CODE(OF, 0, "Annual health assessment not done", 2023, 0) CODE(OF, 1, "Annual health assessment done", 2023, 0)

#define SUBSTANCE_MISUSE_CODES(CODE, OF) \
    CODE(OF, 0, "No substance misuse problem identified", 2023, 0) CODE(OF, 1, "Substance misuse problem identified", 2023, 0)

#define INTERVENTION_RECEIVED_CODES(CODE, OF) \
    CODE(OF, 0, "No intervention received", 2023, 0) CODE(OF, 1, "Intervention received", 2023, 0)

#define INTERVENTION_OFFERED_CODES(CODE, OF) \
    CODE(OF, 0, "No intervention offered", 2023, 0) CODE(OF, 1, "Intervention offered (but not received)", 2023, 0)

#define IN_TOUCH_CODES(CODE, OF) \
    CODE(OF, YES, "In touch", 2023, 0) \
    CODE(OF, NO, "Not in touch", 2023, 0) \
    CODE(OF, DIED, "Died after leaving care", 2023, 0) \
    CODE(OF, REFU, "Refuses contact", 2023, 0) \
    CODE(OF, NREQ, "No longer requires services", 2023, 0) \
    CODE(OF, RHOM, "Returned home to parents for 6 months or more", 2023, 0)

#define ACTIV_CODES(CODE, OF) \
    CODE(OF, F1, "Higher education, full time", 2023, 0) \
    CODE(OF, P1, "Higher education, part time", 2023, 0) \
    CODE(OF, F2, "Other education, full time", 2023, 0) \
    CODE(OF, P2, "Other education, part time", 2023, 0) \
    CODE(OF, F4, "Apprenticeship, full time", 2023, 0) \
    CODE(OF, P4, "Apprenticeship, part time", 2023, 0) \
    CODE(OF, F5, "Training or employment, full time", 2023, 0) \
    CODE(OF, P5, "Training or employment, part time", 2023, 0) \
    CODE(OF, G4, "NEET: illness or disability", 2023, 0) \
    CODE(OF, G5, "NEET: other circumstances", 2023, 0) \
    CODE(OF, G6, "NEET: pregnancy or parenting", 2023, 0) \
    CODE(OF, 0, "Not known / not applicable", 2023, 0)

#define ACCOM_CODES(CODE, OF) \
    CODE(OF, B1, "With parents or relatives, suitable", 2023, 0) \
    CODE(OF, B2, "With parents or relatives, unsuitable", 2023, 0) \
    CODE(OF, C1, "Community home or other residential care, suitable", 2023, 0) \
    CODE(OF, C2, "Community home or other residential care, unsuitable", 2023, 0) \
    CODE(OF, D1, "Semi-independent, transitional accommodation, suitable", 2023, 0) \
    CODE(OF, D2, "Semi-independent, transitional accommodation, unsuitable", 2023, 0) \
    CODE(OF, E1, "Supported lodgings, suitable", 2023, 0) \
    CODE(OF, E2, "Supported lodgings, unsuitable", 2023, 0) \
    CODE(OF, G1, "Gone abroad, suitable", 2023, 0) \
    CODE(OF, G2, "Gone abroad, unsuitable", 2023, 0) \
    CODE(OF, H1, "Deported, suitable", 2023, 0) \
    CODE(OF, H2, "Deported, unsuitable", 2023, 0) \
    CODE(OF, K1, "Ordinary lodgings without formal support, suitable", 2023, 0) \
    CODE(OF, K2, "Ordinary lodgings without formal support, unsuitable", 2023, 0) \
    CODE(OF, R1, "Residence not known, suitable", 2023, 0) \
    CODE(OF, R2, "Residence not known, unsuitable", 2023, 0) \
    CODE(OF, S2, "No fixed abode or homeless, unsuitable", 2023, 0) \
    CODE(OF, T1, "Foyer or similar, suitable", 2023, 0) \
    CODE(OF, T2, "Foyer or similar, unsuitable", 2023, 0) \
    CODE(OF, U1, "Independent living, suitable", 2023, 0) \
    CODE(OF, U2, "Independent living, unsuitable", 2023, 0) \
    CODE(OF, V1, "Emergency accommodation, suitable", 2023, 0) \
    CODE(OF, V2, "Emergency accommodation, unsuitable", 2023, 0) \
    CODE(OF, W1, "Bed and breakfast, suitable", 2023, 0) \
    CODE(OF, W2, "Bed and breakfast, unsuitable", 2023, 0) \
    CODE(OF, X2, "In custody, unsuitable", 2023, 0) \
    CODE(OF, Y1, "Other accommodation, suitable", 2023, 0) \
    CODE(OF, Y2, "Other accommodation, unsuitable", 2023, 0) \
    CODE(OF, Z1, "With former foster carers, suitable", 2023, 0) \
    CODE(OF, Z2, "With former foster carers, unsuitable", 2023, 0) \
    CODE(OF, 0, "Not known / not applicable", 2023, 0)

#define FOSTER_CARE_CODES(CODE, OF) \
    CODE(OF, 0, "Not adopted by former foster carer", 2023, 0) CODE(OF, 1, "Adopted by former foster carer", 2023, 0)

#define NB_ADOPTR_CODES(CODE, OF) \
    CODE(OF, 1, "One adopter", 2023, 0) CODE(OF, 2, "Two adopters", 2023, 0)

#define SEX_ADOPTR_CODES(CODE, OF) \
    CODE(OF, M1, "Single male", 2023, 0) \
    CODE(OF, F1, "Single female", 2023, 0) \
    CODE(OF, MM, "Two males", 2023, 0) \
    CODE(OF, FF, "Two females", 2023, 0) \
    CODE(OF, MF, "Male and female", 2023, 0)

#define LS_ADOPTR_CODES(CODE, OF) \
    CODE(OF, L0, "Single adopter", 2023, 0) \
    CODE(OF, L11, "Different-gender married couple", 2023, 0) \
    CODE(OF, L12, "Same-gender married couple", 2023, 0) \
    CODE(OF, L2, "Civil partnership couple", 2023, 0) \
    CODE(OF, L3, "Different-gender unmarried couple", 2023, 0) \
    CODE(OF, L4, "Same-gender couple, not married or in civil partnership", 2023, 0)

#define REASON_PLACED_CEASED_CODES(CODE, OF) \
    CODE(OF, RD1, "Child's needs changed after the decision", 2023, 0) \
    CODE(OF, RD2, "Court did not make a placement order", 2023, 0) \
    CODE(OF, RD3, "No adopters could be found", 2023, 0) \
    CODE(OF, RD4, "Any other reason", 2023, 0)

#define PREV_PERM_CODES(CODE, OF) \
    CODE(OF, P1, "Adoption", 2023, 0) \
    CODE(OF, P2, "Special guardianship order", 2023, 0) \
    CODE(OF, P3, "Residence order or child arrangements order (live with)", 2023, 0) \
    CODE(OF, P4, "Not known", 2023, 0) \
    CODE(OF, Z1, "No previous permanence option", 2023, 0)

#define MISSING_CODES(CODE, OF) \
    CODE(OF, M, "Missing from care", 2023, 0) CODE(OF, A, "Away from placement without authorisation", 2023, 0)

#define SW_REASON_CODES(CODE, OF) \
    CODE(OF, MANAGE, "Managing caseloads", 2024, 0) \
    CODE(OF, FCONTA, "First contact or re-referral", 2024, 0) \
    CODE(OF, LEFTRL, "Previous social worker left role", 2024, 0) \
    CODE(OF, ORGRST, "Organisational restructure", 2024, 0) \
    CODE(OF, TSPROC, "Transfer under standard process", 2024, 0) \
    CODE(OF, ABSENC, "Absence cover or return from absence", 2024, 0) \
    CODE(OF, CHCHAN, "Child asked for change", 2024, 0) \
    CODE(OF, PCCHAN, "Parent or carer asked for change", 2024, 0) \
    CODE(OF, SWDIED, "Previous social worker died", 2024, 0) \
    CODE(OF, OTHERS, "Other reason", 2024, 0)

#define LA_PERM_CODES(CODE, OF) \
    CODE(OF, 201, "City of London", 2023, 0) \
    CODE(OF, 202, "Camden", 2023, 0) \
    CODE(OF, 203, "Greenwich", 2023, 0) \
    CODE(OF, 204, "Hackney", 2023, 0) \
    CODE(OF, 205, "Hammersmith and Fulham", 2023, 0) \
    CODE(OF, 206, "Islington", 2023, 0) \
    CODE(OF, 207, "Kensington and Chelsea", 2023, 0) \
    CODE(OF, 208, "Lambeth", 2023, 0) \
    CODE(OF, 209, "Lewisham", 2023, 0) \
    CODE(OF, 210, "Southwark", 2023, 0) \
    CODE(OF, 211, "Tower Hamlets", 2023, 0) \
    CODE(OF, 212, "Wandsworth", 2023, 0) \
    CODE(OF, 213, "Westminster", 2023, 0) \
    CODE(OF, 301, "Barking and Dagenham", 2023, 0) \
    CODE(OF, 302, "Barnet", 2023, 0) \
    CODE(OF, 303, "Bexley", 2023, 0) \
    CODE(OF, 304, "Brent", 2023, 0) \
    CODE(OF, 305, "Bromley", 2023, 0) \
    CODE(OF, 306, "Croydon", 2023, 0) \
    CODE(OF, 307, "Ealing", 2023, 0) \
    CODE(OF, 308, "Enfield", 2023, 0) \
    CODE(OF, 309, "Haringey", 2023, 0) \
    CODE(OF, 310, "Harrow", 2023, 0) \
    CODE(OF, 311, "Havering", 2023, 0) \
    CODE(OF, 312, "Hillingdon", 2023, 0) \
    CODE(OF, 313, "Hounslow", 2023, 0) \
    CODE(OF, 314, "Kingston upon Thames", 2023, 0) \
    CODE(OF, 315, "Merton", 2023, 0) \
    CODE(OF, 316, "Newham", 2023, 0) \
    CODE(OF, 317, "Redbridge", 2023, 0) \
    CODE(OF, 318, "Richmond upon Thames", 2023, 0) \
    CODE(OF, 319, "Sutton", 2023, 0) \
    CODE(OF, 320, "Waltham Forest", 2023, 0) \
    CODE(OF, 330, "Birmingham", 2023, 0) \
    CODE(OF, 331, "Coventry", 2023, 0) \
    CODE(OF, 332, "Dudley", 2023, 0) \
    CODE(OF, 333, "Sandwell", 2023, 0) \
    CODE(OF, 334, "Solihull", 2023, 0) \
    CODE(OF, 335, "Walsall", 2023, 0) \
    CODE(OF, 336, "Wolverhampton", 2023, 0) \
    CODE(OF, 340, "Knowsley", 2023, 0) \
    CODE(OF, 341, "Liverpool", 2023, 0) \
    CODE(OF, 342, "St Helens", 2023, 0) \
    CODE(OF, 343, "Sefton", 2023, 0) \
    CODE(OF, 344, "Wirral", 2023, 0) \
    CODE(OF, 350, "Bolton", 2023, 0) \
    CODE(OF, 351, "Bury", 2023, 0) \
    CODE(OF, 352, "Manchester", 2023, 0) \
    CODE(OF, 353, "Oldham", 2023, 0) \
    CODE(OF, 354, "Rochdale", 2023, 0) \
    CODE(OF, 355, "Salford", 2023, 0) \
    CODE(OF, 356, "Stockport", 2023, 0) \
    CODE(OF, 357, "Tameside", 2023, 0) \
    CODE(OF, 358, "Trafford", 2023, 0) \
    CODE(OF, 359, "Wigan", 2023, 0) \
    CODE(OF, 370, "Barnsley", 2023, 0) \
    CODE(OF, 371, "Doncaster", 2023, 0) \
    CODE(OF, 372, "Rotherham", 2023, 0) \
    CODE(OF, 373, "Sheffield", 2023, 0) \
    CODE(OF, 380, "Bradford", 2023, 0) \
    CODE(OF, 381, "Calderdale", 2023, 0) \
    CODE(OF, 382, "Kirklees", 2023, 0) \
    CODE(OF, 383, "Leeds", 2023, 0) \
    CODE(OF, 384, "Wakefield", 2023, 0) \
    CODE(OF, 390, "Gateshead", 2023, 0) \
    CODE(OF, 391, "Newcastle upon Tyne", 2023, 0) \
    CODE(OF, 392, "North Tyneside", 2023, 0) \
    CODE(OF, 393, "South Tyneside", 2023, 0) \
    CODE(OF, 394, "Sunderland", 2023, 0) \
    CODE(OF, 420, "Isles of Scilly", 2023, 0) \
    CODE(OF, 800, "Bath and North East Somerset", 2023, 0) \
    CODE(OF, 801, "Bristol", 2023, 0) \
    CODE(OF, 802, "North Somerset", 2023, 0) \
    CODE(OF, 803, "South Gloucestershire", 2023, 0) \
    CODE(OF, 805, "Hartlepool", 2023, 0) \
    CODE(OF, 806, "Middlesbrough", 2023, 0) \
    CODE(OF, 807, "Redcar and Cleveland", 2023, 0) \
    CODE(OF, 808, "Stockton-on-Tees", 2023, 0) \
    CODE(OF, 810, "Kingston upon Hull", 2023, 0) \
    CODE(OF, 811, "East Riding of Yorkshire", 2023, 0) \
    CODE(OF, 812, "North East Lincolnshire", 2023, 0) \
    CODE(OF, 813, "North Lincolnshire", 2023, 0) \
    CODE(OF, 815, "North Yorkshire", 2023, 0) \
    CODE(OF, 816, "York", 2023, 0) \
    CODE(OF, 821, "Luton", 2023, 0) \
    CODE(OF, 822, "Bedford", 2023, 0) \
    CODE(OF, 823, "Central Bedfordshire", 2023, 0) \
    CODE(OF, 825, "Buckinghamshire", 2023, 0) \
    CODE(OF, 826, "Milton Keynes", 2023, 0) \
    CODE(OF, 830, "Derbyshire", 2023, 0) \
    CODE(OF, 831, "Derby", 2023, 0) \
    CODE(OF, 835, "Dorset (to 2019)", 2023, 0) \
    CODE(OF, 836, "Poole (to 2019)", 2023, 0) \
    CODE(OF, 837, "Bournemouth (to 2019)", 2023, 0) \
    CODE(OF, 840, "Durham", 2023, 0) \
    CODE(OF, 841, "Darlington", 2023, 0) \
    CODE(OF, 845, "East Sussex", 2023, 0) \
    CODE(OF, 846, "Brighton and Hove", 2023, 0) \
    CODE(OF, 850, "Hampshire", 2023, 0) \
    CODE(OF, 851, "Portsmouth", 2023, 0) \
    CODE(OF, 852, "Southampton", 2023, 0) \
    CODE(OF, 855, "Leicestershire", 2023, 0) \
    CODE(OF, 856, "Leicester", 2023, 0) \
    CODE(OF, 857, "Rutland", 2023, 0) \
    CODE(OF, 860, "Staffordshire", 2023, 0) \
    CODE(OF, 861, "Stoke-on-Trent", 2023, 0) \
    CODE(OF, 865, "Wiltshire", 2023, 0) \
    CODE(OF, 866, "Swindon", 2023, 0) \
    CODE(OF, 867, "Bracknell Forest", 2023, 0) \
    CODE(OF, 868, "Windsor and Maidenhead", 2023, 0) \
    CODE(OF, 869, "West Berkshire", 2023, 0) \
    CODE(OF, 870, "Reading", 2023, 0) \
    CODE(OF, 871, "Slough", 2023, 0) \
    CODE(OF, 872, "Wokingham", 2023, 0) \
    CODE(OF, 873, "Cambridgeshire", 2023, 0) \
    CODE(OF, 874, "Peterborough", 2023, 0) \
    CODE(OF, 876, "Halton", 2023, 0) \
    CODE(OF, 877, "Warrington", 2023, 0) \
    CODE(OF, 878, "Devon", 2023, 0) \
    CODE(OF, 879, "Plymouth", 2023, 0) \
    CODE(OF, 880, "Torbay", 2023, 0) \
    CODE(OF, 881, "Essex", 2023, 0) \
    CODE(OF, 882, "Southend-on-Sea", 2023, 0) \
    CODE(OF, 883, "Thurrock", 2023, 0) \
    CODE(OF, 884, "Herefordshire", 2023, 0) \
    CODE(OF, 885, "Worcestershire", 2023, 0) \
    CODE(OF, 886, "Kent", 2023, 0) \
    CODE(OF, 887, "Medway", 2023, 0) \
    CODE(OF, 888, "Lancashire", 2023, 0) \
    CODE(OF, 889, "Blackburn with Darwen", 2023, 0) \
    CODE(OF, 890, "Blackpool", 2023, 0) \
    CODE(OF, 891, "Nottinghamshire", 2023, 0) \
    CODE(OF, 892, "Nottingham", 2023, 0) \
    CODE(OF, 893, "Shropshire", 2023, 0) \
    CODE(OF, 894, "Telford and Wrekin", 2023, 0) \
    CODE(OF, 895, "Cheshire East", 2023, 0) \
    CODE(OF, 896, "Cheshire West and Chester", 2023, 0) \
    CODE(OF, 908, "Cornwall", 2023, 0) \
    CODE(OF, 909, "Cumbria (to 2023)", 2023, 0) \
    CODE(OF, 916, "Gloucestershire", 2023, 0) \
    CODE(OF, 919, "Hertfordshire", 2023, 0) \
    CODE(OF, 921, "Isle of Wight", 2023, 0) \
    CODE(OF, 925, "Lincolnshire", 2023, 0) \
    CODE(OF, 926, "Norfolk", 2023, 0) \
    CODE(OF, 928, "Northamptonshire (to 2021)", 2023, 0) \
    CODE(OF, 929, "Northumberland", 2023, 0) \
    CODE(OF, 931, "Oxfordshire", 2023, 0) \
    CODE(OF, 933, "Somerset", 2023, 0) \
    CODE(OF, 935, "Suffolk", 2023, 0) \
    CODE(OF, 936, "Surrey", 2023, 0) \
    CODE(OF, 937, "Warwickshire", 2023, 0) \
    CODE(OF, 938, "West Sussex", 2023, 0) \
    CODE(OF, 838, "Dorset (from 2019)", 2023, 0) \
    CODE(OF, 839, "Bournemouth, Christchurch and Poole (from 2019)", 2023, 0) \
    CODE(OF, 940, "North Northamptonshire (from 2021)", 2023, 0) \
    CODE(OF, 941, "West Northamptonshire (from 2021)", 2023, 0) \
    CODE(OF, 942, "Cumberland (from 2023)", 2023, 0) \
    CODE(OF, 943, "Westmorland and Furness (from 2023)", 2023, 0) \
    CODE(OF, 999, "Not known", 2023, 0) \
    CODE(OF, WAL, "Wales", 2023, 0) \
    CODE(OF, SCO, "Scotland", 2023, 0) \
    CODE(OF, NIR, "Northern Ireland", 2023, 0) \
    CODE(OF, NUK, "Outside the United Kingdom", 2023, 0)

#define SSDA903_CODE_LISTS(LIST) \
    LIST(SEX) LIST(ETHNIC) LIST(UPN_UNKNOWN) LIST(MOTHER) LIST(UASC) LIST(RNE) \
    LIST(LS) LIST(CIN) LIST(PLACE) LIST(PLACE_PROVIDER) LIST(REC) LIST(REASON_PLACE_CHANGE) \
    LIST(REVIEW_CODE) LIST(SDQ_REASON) LIST(CONVICTED) LIST(HEALTH_CHECK) LIST(IMMUNISATIONS) LIST(TEETH_CHECK) \
    LIST(HEALTH_ASSESSMENT) LIST(SUBSTANCE_MISUSE) LIST(INTERVENTION_RECEIVED) LIST(INTERVENTION_OFFERED) LIST(IN_TOUCH) LIST(ACTIV) \
    LIST(ACCOM) LIST(FOSTER_CARE) LIST(NB_ADOPTR) LIST(SEX_ADOPTR) LIST(LS_ADOPTR) LIST(REASON_PLACED_CEASED) \
    LIST(PREV_PERM) LIST(MISSING) LIST(SW_REASON) LIST(LA_PERM)
/* clang-format on */

SSDA903_CODE_LISTS(SV_DECLARE_CODES)

#endif
