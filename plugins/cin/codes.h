/*
 * The code lists of the CIN census, by collection year (code, label, first year, last year).
 *
 * Source: the code sets of the children in need census specifications 2022 to 2023 up to 2026 to
 * 2027, with labels in statval's own short words. A last year of 0 means still in use.
 */
#ifndef CIN_CODES_H
#define CIN_CODES_H

#include <statval/record.h>

/* clang-format off */
#define Collection_CODES(CODE, OF) \
    CODE(OF, CIN, "children in need census", 2017, 0)

#define SourceLevel_CODES(CODE, OF) \
    CODE(OF, L, "return made by a local authority", 2017, 0)

#define GenderCurrent_CODES(CODE, OF) \
    CODE(OF, 0, "not recorded, or unborn", 2017, 2024) \
    CODE(OF, 1, "male", 2017, 2024) \
    CODE(OF, 2, "female", 2017, 2024) \
    CODE(OF, 9, "indeterminate", 2017, 2024)

#define Sex_CODES(CODE, OF) \
    CODE(OF, F, "female", 2025, 0) \
    CODE(OF, M, "male", 2025, 0) \
    CODE(OF, U, "unknown (the only code allowed for an unborn child)", 2025, 0)

#define UPNunknown_CODES(CODE, OF) \
    CODE(OF, UN1, "under 6 and no UPN assigned yet (2025 on: only acceptable below school age)", 2017, 0) \
    CODE(OF, UN2, "never at a state-funded school in England, no UPN assigned", 2017, 0) \
    CODE(OF, UN3, "educated outside England, no UPN assigned", 2017, 0) \
    CODE(OF, UN4, "newly in need in the last week of the period, UPN not yet known", 2017, 0) \
    CODE(OF, UN5, "sources of UPNs disagree on name or birth date, no reliable match", 2017, 0) \
    CODE(OF, UN6, "not looked after and the authority cannot obtain the UPN", 2017, 0) \
    CODE(OF, UN7, "referral with no further action", 2017, 0)

#define Ethnicity_CODES(CODE, OF) \
    CODE(OF, WBRI, "White British", 2017, 0) \
    CODE(OF, WIRI, "White Irish", 2017, 0) \
    CODE(OF, WIRT, "Traveller of Irish heritage", 2017, 0) \
    CODE(OF, WROM, "Gypsy or Roma", 2017, 0) \
    CODE(OF, WOTH, "any other White background", 2017, 0) \
    CODE(OF, MWBC, "White and Black Caribbean", 2017, 0) \
    CODE(OF, MWBA, "White and Black African", 2017, 0) \
    CODE(OF, MWAS, "White and Asian", 2017, 0) \
    CODE(OF, MOTH, "any other mixed background", 2017, 0) \
    CODE(OF, AIND, "Indian", 2017, 0) \
    CODE(OF, APKN, "Pakistani", 2017, 0) \
    CODE(OF, ABAN, "Bangladeshi", 2017, 0) \
    CODE(OF, AOTH, "any other Asian background", 2017, 0) \
    CODE(OF, BCRB, "Black Caribbean", 2017, 0) \
    CODE(OF, BAFR, "Black African", 2017, 0) \
    CODE(OF, BOTH, "any other Black background", 2017, 0) \
    CODE(OF, CHNE, "Chinese", 2017, 0) \
    CODE(OF, OOTH, "any other ethnic group", 2017, 0) \
    CODE(OF, REFU, "refused", 2017, 0) \
    CODE(OF, NOBT, "not yet obtained", 2017, 0)

#define Disability_CODES(CODE, OF) \
    CODE(OF, NONE, "no disability", 2017, 0) \
    CODE(OF, MOB, "mobility", 2017, 0) \
    CODE(OF, HAND, "hand function", 2017, 0) \
    CODE(OF, PC, "personal care", 2017, 0) \
    CODE(OF, INC, "incontinence", 2017, 0) \
    CODE(OF, COMM, "communication", 2017, 0) \
    CODE(OF, LD, "learning", 2017, 0) \
    CODE(OF, HEAR, "hearing", 2017, 0) \
    CODE(OF, VIS, "vision", 2017, 0) \
    CODE(OF, BEH, "behaviour", 2017, 0) \
    CODE(OF, CON, "consciousness", 2017, 0) \
    CODE(OF, AUT, "autism", 2017, 0) \
    CODE(OF, DDA, "other disability", 2017, 0)

#define ReferralSource_CODES(CODE, OF) \
    CODE(OF, 1A, "individual: family member, relative or carer", 2017, 0) \
    CODE(OF, 1B, "individual: acquaintance, neighbour or child minder", 2017, 0) \
    CODE(OF, 1C, "individual: self", 2017, 0) \
    CODE(OF, 1D, "individual: other, including strangers", 2017, 0) \
    CODE(OF, 2A, "schools", 2017, 0) \
    CODE(OF, 2B, "education services", 2017, 0) \
    CODE(OF, 3A, "health: general practitioner", 2017, 0) \
    CODE(OF, 3B, "health: health visitor", 2017, 0) \
    CODE(OF, 3C, "health: school nurse", 2017, 0) \
    CODE(OF, 3D, "health: other primary health services", 2017, 0) \
    CODE(OF, 3E, "health: accident and emergency", 2017, 0) \
    CODE(OF, 3F, "health: other", 2017, 0) \
    CODE(OF, 4, "housing: authority or association", 2017, 0) \
    CODE(OF, 5A, "authority services: social care", 2017, 0) \
    CODE(OF, 5B, "authority services: other internal department", 2017, 0) \
    CODE(OF, 5C, "authority services: external, another authority", 2017, 0) \
    CODE(OF, 5D, "authority services: early help", 2023, 0) \
    CODE(OF, 6, "police", 2017, 0) \
    CODE(OF, 7, "other legal agency", 2017, 0) \
    CODE(OF, 8, "other", 2017, 0) \
    CODE(OF, 9, "anonymous", 2017, 0) \
    CODE(OF, 10, "unknown", 2017, 0)

#define PrimaryNeedCode_CODES(CODE, OF) \
    CODE(OF, N1, "abuse or neglect; from 2026 also exploitation", 2017, 0) \
    CODE(OF, N2, "child's disability", 2017, 0) \
    CODE(OF, N3, "parental disability or illness", 2017, 0) \
    CODE(OF, N4, "family in acute stress", 2017, 0) \
    CODE(OF, N5, "family dysfunction", 2017, 0) \
    CODE(OF, N6, "socially unacceptable behaviour", 2017, 0) \
    CODE(OF, N7, "low income", 2017, 0) \
    CODE(OF, N8, "absent parenting", 2017, 0) \
    CODE(OF, N9, "cases other than children in need", 2017, 0) \
    CODE(OF, N0, "not stated", 2017, 0)

#define ReasonForClosure_CODES(CODE, OF) \
    CODE(OF, RC1, "adopted", 2017, 0) \
    CODE(OF, RC2, "died", 2017, 0) \
    CODE(OF, RC3, "child arrangements order", 2017, 0) \
    CODE(OF, RC4, "special guardianship order", 2017, 0) \
    CODE(OF, RC5, "transferred to another local authority", 2017, 0) \
    CODE(OF, RC6, "transferred to adult social care", 2017, 0) \
    CODE(OF, RC7, "services ceased for any other reason", 2017, 0) \
    CODE(OF, RC8, "closed after assessment, no further action", 2017, 0) \
    CODE(OF, RC9, "closed after assessment, referred to early help", 2023, 0)

#define AssessmentFactors_CODES(CODE, OF) \
    CODE(OF, 1A, "alcohol misuse: child", 2017, 0) \
    CODE(OF, 1B, "alcohol misuse: parent or carer", 2017, 0) \
    CODE(OF, 1C, "alcohol misuse: another person in the household", 2017, 0) \
    CODE(OF, 2A, "drug misuse: child", 2017, 0) \
    CODE(OF, 2B, "drug misuse: parent or carer", 2017, 0) \
    CODE(OF, 2C, "drug misuse: another person in the household", 2017, 0) \
    CODE(OF, 3A, "domestic abuse: child is the victim", 2017, 0) \
    CODE(OF, 3B, "domestic abuse: parent or carer is the victim", 2017, 0) \
    CODE(OF, 3C, "domestic abuse: another person in the household is the victim", 2017, 0) \
    CODE(OF, 4A, "mental health: child", 2017, 0) \
    CODE(OF, 4B, "mental health: parent or carer", 2017, 0) \
    CODE(OF, 4C, "mental health: another person in the household", 2017, 0) \
    CODE(OF, 5A, "learning disability: child", 2017, 0) \
    CODE(OF, 5B, "learning disability: parent or carer", 2017, 0) \
    CODE(OF, 5C, "learning disability: another person in the household", 2017, 0) \
    CODE(OF, 6A, "physical disability or illness: child", 2017, 0) \
    CODE(OF, 6B, "physical disability or illness: parent or carer", 2017, 0) \
    CODE(OF, 6C, "physical disability or illness: another person in the household", 2017, 0) \
    CODE(OF, 7A, "young carer", 2017, 0) \
    CODE(OF, 8B, "privately fostered: overseas child intending to return", 2017, 0) \
    CODE(OF, 8C, "privately fostered: overseas child intending to stay", 2017, 0) \
    CODE(OF, 8D, "privately fostered: UK child in an educational placement", 2017, 0) \
    CODE(OF, 8E, "privately fostered: UK child, alternative family arrangement", 2017, 0) \
    CODE(OF, 8F, "privately fostered: other", 2017, 0) \
    CODE(OF, 9A, "unaccompanied asylum-seeking child", 2017, 0) \
    CODE(OF, 10A, "going missing", 2017, 0) \
    CODE(OF, 11A, "child sexual exploitation", 2017, 0) \
    CODE(OF, 12A, "trafficking", 2017, 0) \
    CODE(OF, 13A, "gangs", 2017, 0) \
    CODE(OF, 14A, "socially unacceptable behaviour", 2017, 0) \
    CODE(OF, 15A, "self-harm", 2017, 0) \
    CODE(OF, 16A, "neglect", 2017, 0) \
    CODE(OF, 17A, "emotional abuse", 2017, 0) \
    CODE(OF, 18A, "physical abuse, perpetrator not split", 2017, 0) \
    CODE(OF, 18B, "physical abuse: child on child", 2021, 0) \
    CODE(OF, 18C, "physical abuse: adult on child", 2021, 0) \
    CODE(OF, 19A, "sexual abuse, perpetrator not split (superseded by 19B and 19C)", 2017, 0) \
    CODE(OF, 19B, "sexual abuse: child on child", 2021, 0) \
    CODE(OF, 19C, "sexual abuse: adult on child", 2021, 0) \
    CODE(OF, 20, "other", 2017, 0) \
    CODE(OF, 21, "no factors identified (must stand alone)", 2017, 0) \
    CODE(OF, 22A, "female genital mutilation", 2017, 0) \
    CODE(OF, 23A, "abuse linked to faith or belief", 2017, 0) \
    CODE(OF, 24A, "child criminal exploitation", 2022, 0)

#define CategoryOfAbuse_CODES(CODE, OF) \
    CODE(OF, NEG, "neglect", 2017, 0) \
    CODE(OF, PHY, "physical abuse", 2017, 0) \
    CODE(OF, SAB, "sexual abuse", 2017, 0) \
    CODE(OF, EMO, "emotional abuse", 2017, 0) \
    CODE(OF, MUL, "multiple (discouraged)", 2017, 0)

#define PPOutcome_CODES(CODE, OF) \
    CODE(OF, A, "outcome A (label not published)", 2027, 0) \
    CODE(OF, B, "outcome B (label not published)", 2027, 0) \
    CODE(OF, C, "outcome C (label not published)", 2027, 0)

/* Authorities and pseudo-authorities that may stand at characters 2 to 4 of a unique pupil number. */
#define UPNauthority_CODES(CODE, OF) \
    CODE(OF, 001, "", 2017, 0) CODE(OF, 002, "", 2017, 0) CODE(OF, 003, "", 2017, 0) CODE(OF, 004, "", 2017, 0) \
    CODE(OF, 005, "", 2017, 0) CODE(OF, 201, "", 2017, 0) CODE(OF, 202, "", 2017, 0) CODE(OF, 203, "", 2017, 0) \
    CODE(OF, 204, "", 2017, 0) CODE(OF, 205, "", 2017, 0) CODE(OF, 206, "", 2017, 0) CODE(OF, 207, "", 2017, 0) \
    CODE(OF, 208, "", 2017, 0) CODE(OF, 209, "", 2017, 0) CODE(OF, 210, "", 2017, 0) CODE(OF, 211, "", 2017, 0) \
    CODE(OF, 212, "", 2017, 0) CODE(OF, 213, "", 2017, 0) CODE(OF, 301, "", 2017, 0) CODE(OF, 302, "", 2017, 0) \
    CODE(OF, 303, "", 2017, 0) CODE(OF, 304, "", 2017, 0) CODE(OF, 305, "", 2017, 0) CODE(OF, 306, "", 2017, 0) \
    CODE(OF, 307, "", 2017, 0) CODE(OF, 308, "", 2017, 0) CODE(OF, 309, "", 2017, 0) CODE(OF, 310, "", 2017, 0) \
    CODE(OF, 311, "", 2017, 0) CODE(OF, 312, "", 2017, 0) CODE(OF, 313, "", 2017, 0) CODE(OF, 314, "", 2017, 0) \
    CODE(OF, 315, "", 2017, 0) CODE(OF, 316, "", 2017, 0) CODE(OF, 317, "", 2017, 0) CODE(OF, 318, "", 2017, 0) \
    CODE(OF, 319, "", 2017, 0) CODE(OF, 320, "", 2017, 0) CODE(OF, 330, "", 2017, 0) CODE(OF, 331, "", 2017, 0) \
    CODE(OF, 332, "", 2017, 0) CODE(OF, 333, "", 2017, 0) CODE(OF, 334, "", 2017, 0) CODE(OF, 335, "", 2017, 0) \
    CODE(OF, 336, "", 2017, 0) CODE(OF, 340, "", 2017, 0) CODE(OF, 341, "", 2017, 0) CODE(OF, 342, "", 2017, 0) \
    CODE(OF, 343, "", 2017, 0) CODE(OF, 344, "", 2017, 0) CODE(OF, 350, "", 2017, 0) CODE(OF, 351, "", 2017, 0) \
    CODE(OF, 352, "", 2017, 0) CODE(OF, 353, "", 2017, 0) CODE(OF, 354, "", 2017, 0) CODE(OF, 355, "", 2017, 0) \
    CODE(OF, 356, "", 2017, 0) CODE(OF, 357, "", 2017, 0) CODE(OF, 358, "", 2017, 0) CODE(OF, 359, "", 2017, 0) \
    CODE(OF, 370, "", 2017, 0) CODE(OF, 371, "", 2017, 0) CODE(OF, 372, "", 2017, 0) CODE(OF, 373, "", 2017, 0) \
    CODE(OF, 380, "", 2017, 0) CODE(OF, 381, "", 2017, 0) CODE(OF, 382, "", 2017, 0) CODE(OF, 383, "", 2017, 0) \
    CODE(OF, 384, "", 2017, 0) CODE(OF, 390, "", 2017, 0) CODE(OF, 391, "", 2017, 0) CODE(OF, 392, "", 2017, 0) \
    CODE(OF, 393, "", 2017, 0) CODE(OF, 394, "", 2017, 0) CODE(OF, 420, "", 2017, 0) CODE(OF, 660, "", 2017, 0) \
    CODE(OF, 661, "", 2017, 0) CODE(OF, 662, "", 2017, 0) CODE(OF, 663, "", 2017, 0) CODE(OF, 664, "", 2017, 0) \
    CODE(OF, 665, "", 2017, 0) CODE(OF, 666, "", 2017, 0) CODE(OF, 667, "", 2017, 0) CODE(OF, 668, "", 2017, 0) \
    CODE(OF, 669, "", 2017, 0) CODE(OF, 670, "", 2017, 0) CODE(OF, 671, "", 2017, 0) CODE(OF, 672, "", 2017, 0) \
    CODE(OF, 673, "", 2017, 0) CODE(OF, 674, "", 2017, 0) CODE(OF, 675, "", 2017, 0) CODE(OF, 676, "", 2017, 0) \
    CODE(OF, 677, "", 2017, 0) CODE(OF, 678, "", 2017, 0) CODE(OF, 679, "", 2017, 0) CODE(OF, 680, "", 2017, 0) \
    CODE(OF, 681, "", 2017, 0) CODE(OF, 701, "", 2017, 0) CODE(OF, 702, "", 2017, 0) CODE(OF, 703, "", 2017, 0) \
    CODE(OF, 704, "", 2017, 0) CODE(OF, 705, "", 2017, 0) CODE(OF, 706, "", 2017, 0) CODE(OF, 707, "", 2017, 0) \
    CODE(OF, 708, "", 2017, 0) CODE(OF, 800, "", 2017, 0) CODE(OF, 801, "", 2017, 0) CODE(OF, 802, "", 2017, 0) \
    CODE(OF, 803, "", 2017, 0) CODE(OF, 805, "", 2017, 0) CODE(OF, 806, "", 2017, 0) CODE(OF, 807, "", 2017, 0) \
    CODE(OF, 808, "", 2017, 0) CODE(OF, 810, "", 2017, 0) CODE(OF, 811, "", 2017, 0) CODE(OF, 812, "", 2017, 0) \
    CODE(OF, 813, "", 2017, 0) CODE(OF, 815, "", 2017, 0) CODE(OF, 816, "", 2017, 0) CODE(OF, 820, "", 2017, 0) \
    CODE(OF, 821, "", 2017, 0) CODE(OF, 822, "", 2017, 0) CODE(OF, 823, "", 2017, 0) CODE(OF, 825, "", 2017, 0) \
    CODE(OF, 826, "", 2017, 0) CODE(OF, 830, "", 2017, 0) CODE(OF, 831, "", 2017, 0) CODE(OF, 835, "", 2017, 0) \
    CODE(OF, 836, "", 2017, 0) CODE(OF, 837, "", 2017, 0) CODE(OF, 838, "", 2017, 0) CODE(OF, 839, "", 2017, 0) \
    CODE(OF, 840, "", 2017, 0) CODE(OF, 841, "", 2017, 0) CODE(OF, 845, "", 2017, 0) CODE(OF, 846, "", 2017, 0) \
    CODE(OF, 850, "", 2017, 0) CODE(OF, 851, "", 2017, 0) CODE(OF, 852, "", 2017, 0) CODE(OF, 855, "", 2017, 0) \
    CODE(OF, 856, "", 2017, 0) CODE(OF, 857, "", 2017, 0) CODE(OF, 860, "", 2017, 0) CODE(OF, 861, "", 2017, 0) \
    CODE(OF, 865, "", 2017, 0) CODE(OF, 866, "", 2017, 0) CODE(OF, 867, "", 2017, 0) CODE(OF, 868, "", 2017, 0) \
    CODE(OF, 869, "", 2017, 0) CODE(OF, 870, "", 2017, 0) CODE(OF, 871, "", 2017, 0) CODE(OF, 872, "", 2017, 0) \
    CODE(OF, 873, "", 2017, 0) CODE(OF, 874, "", 2017, 0) CODE(OF, 875, "", 2017, 0) CODE(OF, 876, "", 2017, 0) \
    CODE(OF, 877, "", 2017, 0) CODE(OF, 878, "", 2017, 0) CODE(OF, 879, "", 2017, 0) CODE(OF, 880, "", 2017, 0) \
    CODE(OF, 881, "", 2017, 0) CODE(OF, 882, "", 2017, 0) CODE(OF, 883, "", 2017, 0) CODE(OF, 884, "", 2017, 0) \
    CODE(OF, 885, "", 2017, 0) CODE(OF, 886, "", 2017, 0) CODE(OF, 887, "", 2017, 0) CODE(OF, 888, "", 2017, 0) \
    CODE(OF, 889, "", 2017, 0) CODE(OF, 890, "", 2017, 0) CODE(OF, 891, "", 2017, 0) CODE(OF, 892, "", 2017, 0) \
    CODE(OF, 893, "", 2017, 0) CODE(OF, 894, "", 2017, 0) CODE(OF, 895, "", 2017, 0) CODE(OF, 896, "", 2017, 0) \
    CODE(OF, 908, "", 2017, 0) CODE(OF, 909, "", 2017, 0) CODE(OF, 916, "", 2017, 0) CODE(OF, 919, "", 2017, 0) \
    CODE(OF, 921, "", 2017, 0) CODE(OF, 925, "", 2017, 0) CODE(OF, 926, "", 2017, 0) CODE(OF, 928, "", 2017, 0) \
    CODE(OF, 929, "", 2017, 0) CODE(OF, 931, "", 2017, 0) CODE(OF, 933, "", 2017, 0) CODE(OF, 935, "", 2017, 0) \
    CODE(OF, 936, "", 2017, 0) CODE(OF, 937, "", 2017, 0) CODE(OF, 938, "", 2017, 0) CODE(OF, 940, "", 2017, 0) \
    CODE(OF, 941, "", 2017, 0) CODE(OF, 942, "", 2024, 0) CODE(OF, 943, "", 2024, 0)

#define CIN_CODE_LISTS(LIST) \
    LIST(Collection) LIST(SourceLevel) LIST(GenderCurrent) LIST(Sex) LIST(UPNunknown) \
    LIST(Ethnicity) LIST(Disability) LIST(ReferralSource) LIST(PrimaryNeedCode) \
    LIST(ReasonForClosure) LIST(AssessmentFactors) LIST(CategoryOfAbuse) LIST(PPOutcome) LIST(UPNauthority)
/* clang-format on */

CIN_CODE_LISTS(SV_DECLARE_CODES)

#endif
