/*
 * The code lists of the youth justice return (code, label, first year, last year). A first year of
 * 2022 means 2022 or earlier, a last year of 0 still in use.
 *
 * Source: values seen in the YJB's public reporting code (modernisation-platform-environments,
 * August 2026), published classifications of offences and disposals, and, where neither shows a
 * list, lists of statval's own (README.md says which).
 */
#ifndef YJ_CODES_H
#define YJ_CODES_H

#include <statval/record.h>

/* clang-format off */
#define Sex_CODES(CODE, OF) \
    CODE(OF, 1, "Male", 2022, 0) \
    CODE(OF, 2, "Female", 2022, 0) \
    CODE(OF, 0, "Not known", 2022, 0) \
    CODE(OF, 9, "Not specified", 2022, 0)

#define Ethnicity_CODES(CODE, OF) \
    CODE(OF, WHITE_BRITISH, "White: British", 2022, 0) \
    CODE(OF, WHITE_IRISH, "White: Irish", 2022, 0) \
    CODE(OF, WHITE_GYPSY_OR_IRISH_TRAVELLER, "White: Gypsy or Irish Traveller", 2022, 0) \
    CODE(OF, WHITE_OTHER, "White: any other background", 2022, 0) \
    CODE(OF, MIXED_WHITE_AND_BLACK_CARIBBEAN, "Mixed: White and Black Caribbean", 2022, 0) \
    CODE(OF, MIXED_WHITE_AND_BLACK_AFRICAN, "Mixed: White and Black African", 2022, 0) \
    CODE(OF, MIXED_WHITE_AND_ASIAN, "Mixed: White and Asian", 2022, 0) \
    CODE(OF, MIXED_OTHER, "Mixed: any other background", 2022, 0) \
    CODE(OF, ASIAN_INDIAN, "Asian or Asian British: Indian", 2022, 0) \
    CODE(OF, ASIAN_PAKISTANI, "Asian or Asian British: Pakistani", 2022, 0) \
    CODE(OF, ASIAN_BANGLADESHI, "Asian or Asian British: Bangladeshi", 2022, 0) \
    CODE(OF, ASIAN_OTHER, "Asian or Asian British: any other background", 2022, 0) \
    CODE(OF, BLACK_CARIBBEAN, "Black or Black British: Caribbean", 2022, 0) \
    CODE(OF, BLACK_AFRICAN, "Black or Black British: African", 2022, 0) \
    CODE(OF, BLACK_OTHER, "Black or Black British: any other background", 2022, 0) \
    CODE(OF, CHINESE, "Chinese", 2022, 0) \
    CODE(OF, ARAB, "Arab", 2022, 0) \
    CODE(OF, OTHER_ETHNIC_GROUP, "Any other ethnic group", 2022, 0) \
    CODE(OF, INFORMATION_NOT_OBTAINABLE, "Information not obtainable", 2022, 0)

#define YesNo_CODES(CODE, OF) \
    CODE(OF, YES, "Yes", 2022, 0) \
    CODE(OF, NO, "No", 2022, 0)

#define YesNoUnknown_CODES(CODE, OF) \
    CODE(OF, YES, "Yes", 2022, 0) \
    CODE(OF, NO, "No", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define PreferredLanguage_CODES(CODE, OF) \
    CODE(OF, ENGLISH, "English", 2022, 0) \
    CODE(OF, WELSH, "Welsh", 2022, 0) \
    CODE(OF, BRITISH_SIGN_LANGUAGE, "British Sign Language", 2022, 0) \
    CODE(OF, OTHER, "Other", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define Religion_CODES(CODE, OF) \
    CODE(OF, NO_RELIGION, "No religion", 2022, 0) \
    CODE(OF, CHRISTIAN, "Christian", 2022, 0) \
    CODE(OF, BUDDHIST, "Buddhist", 2022, 0) \
    CODE(OF, HINDU, "Hindu", 2022, 0) \
    CODE(OF, JEWISH, "Jewish", 2022, 0) \
    CODE(OF, MUSLIM, "Muslim", 2022, 0) \
    CODE(OF, SIKH, "Sikh", 2022, 0) \
    CODE(OF, OTHER, "Other", 2022, 0) \
    CODE(OF, NOT_STATED, "Not stated", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define ImmigrationStatus_CODES(CODE, OF) \
    CODE(OF, BRITISH_CITIZEN, "British citizen", 2022, 0) \
    CODE(OF, IRISH_CITIZEN, "Irish citizen", 2022, 0) \
    CODE(OF, SETTLED_STATUS, "Settled or pre-settled status", 2022, 0) \
    CODE(OF, INDEFINITE_LEAVE, "Indefinite leave to remain", 2022, 0) \
    CODE(OF, LIMITED_LEAVE, "Limited leave to remain", 2022, 0) \
    CODE(OF, ASYLUM_SEEKER, "Asylum seeker", 2022, 0) \
    CODE(OF, REFUGEE, "Refugee", 2022, 0) \
    CODE(OF, UNACCOMPANIED_ASYLUM_SEEKING_CHILD, "Unaccompanied asylum-seeking child", 2022, 0) \
    CODE(OF, NO_LEAVE, "No leave to remain", 2022, 0) \
    CODE(OF, OTHER, "Other", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define LocalOther_CODES(CODE, OF) \
    CODE(OF, LOCAL, "Lives in the area of this YJS", 2022, 0) \
    CODE(OF, OTHER, "Lives in another area", 2022, 0)

#define AccommodationType_CODES(CODE, OF) \
    CODE(OF, LIVING_WITH_PARENT_S, "Living with parent(s)", 2024, 0) \
    CODE(OF, AT_HOME, "At home", 2024, 0) \
    CODE(OF, LIVING_WITH_FAMILY_NOT_PARENTS, "Living with family (not parents)", 2024, 0) \
    CODE(OF, LIVING_WITH_FRIENDS, "Living with friends", 2024, 0) \
    CODE(OF, FOSTER_CARE_LA, "Foster care - local authority", 2024, 0) \
    CODE(OF, FOSTER_CARE_PRIVATE, "Foster care - private", 2024, 0) \
    CODE(OF, RESIDENTIAL_UNIT_LA, "Residential unit - local authority", 2024, 0) \
    CODE(OF, RESIDENTIAL_UNIT_PRIVATE, "Residential unit - private", 2024, 0) \
    CODE(OF, RESIDENTIAL_UNIT_SECURE, "Residential unit - secure", 2024, 0) \
    CODE(OF, SUPPORTED_ACCOMMODATION_SUPPORTED_LODGINGS, "Supported accommodation or lodgings", 2024, 0) \
    CODE(OF, INDEPENDENT_LIVING, "Independent living", 2024, 0) \
    CODE(OF, TEMPORARY_ACCOMMODATION, "Temporary accommodation", 2024, 0) \
    CODE(OF, BAIL_HOSTEL, "Bail hostel", 2024, 0) \
    CODE(OF, HOSPITAL, "Hospital", 2024, 0) \
    CODE(OF, TRAVELLER_SITE, "Traveller site", 2024, 0) \
    CODE(OF, OTHER, "Other", 2024, 0) \
    CODE(OF, YOI, "Young offender institution", 2024, 0) \
    CODE(OF, STC, "Secure training centre", 2024, 0) \
    CODE(OF, SCH, "Secure children's home", 2024, 0) \
    CODE(OF, SECURE_SCHOOL, "Secure school", 2025, 0) \
    CODE(OF, BED_AND_BREAKFAST, "Bed and breakfast", 2024, 0) \
    CODE(OF, NO_FIXED_ABODE, "No fixed abode", 2024, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2024, 0)

#define Suitability_CODES(CODE, OF) \
    CODE(OF, SUITABLE, "Suitable", 2022, 0) \
    CODE(OF, UNSUITABLE, "Unsuitable", 2022, 0) \
    CODE(OF, UNKNOWN, "Not known (counts as unsuitable)", 2022, 0)

#define CareStatus_CODES(CODE, OF) \
    CODE(OF, CARE_ORDER, "Care order (full or interim)", 2022, 0) \
    CODE(OF, VOLUNTARY_ACCOMMODATION, "Accommodated voluntarily", 2022, 0) \
    CODE(OF, REMAND_TO_LAA, "Looked after: remand to local authority accommodation", 2022, 0) \
    CODE(OF, REMAND_TO_YDA, "Looked after: remand to youth detention accommodation", 2022, 0) \
    CODE(OF, ELIGIBLE_CHILD, "Eligible child (16-17, still looked after)", 2022, 0) \
    CODE(OF, LOOKED_AFTER_OTHER, "Looked after, other legal status", 2022, 0) \
    CODE(OF, CHILD_PROTECTION_PLAN, "On a child protection plan", 2022, 0) \
    CODE(OF, CHILD_IN_NEED, "Child in need (England) or of care and support (Wales)", 2022, 0) \
    CODE(OF, EARLY_HELP_PLAN, "On an early help (early intervention) plan", 2022, 0) \
    CODE(OF, EARLY_HELP_REFERRAL, "Referred to or open to early help", 2022, 0) \
    CODE(OF, RELEVANT_CHILD, "Relevant child (16-17, left care)", 2022, 0) \
    CODE(OF, FORMER_RELEVANT_CHILD, "Former relevant child (care leaver 18+)", 2022, 0) \
    CODE(OF, PREVIOUSLY_LOOKED_AFTER, "Looked after in the past only", 2022, 0) \
    CODE(OF, NONE, "None of these", 2022, 0)

#define ETEProvisionType_CODES(CODE, OF) \
    CODE(OF, MAINSTREAM_SCHOOL, "Mainstream school", 2024, 0) \
    CODE(OF, SCHOOL_FULL_TIME, "School, full time", 2024, 0) \
    CODE(OF, SCHOOL_PART_TIME, "School, part time", 2024, 0) \
    CODE(OF, PUPIL_REFERRAL_UNIT, "Pupil referral unit", 2024, 0) \
    CODE(OF, ALTERNATIVE_PROVISION_PRU_FULL_TIME, "Alternative provision, PRU, full time", 2024, 0) \
    CODE(OF, ALTERNATIVE_PROVISION_PRU_PART_TIME, "Alternative provision, PRU, part time", 2024, 0) \
    CODE(OF, ALTERNATIVE_PROVISION_OTHER_FULL_TIME, "Alternative provision, other, full time", 2024, 0) \
    CODE(OF, ALTERNATIVE_PROVISION_OTHER_PART_TIME, "Alternative provision, other, part time", 2024, 0) \
    CODE(OF, ALTERNATIVE_PROVISION, "Alternative provision", 2024, 0) \
    CODE(OF, ALTERNATIVE_PROVISION_ABOVE_SCHOOL_AGE, "Alternative provision above school age", 2024, 0) \
    CODE(OF, ELECTIVELY_HOME_EDUCATED, "Electively home educated", 2024, 0) \
    CODE(OF, COLLEGE, "College", 2024, 0) \
    CODE(OF, EDUCATION_RE_ENGAGEMENT_PROGRAMME, "Education re-engagement programme", 2024, 0) \
    CODE(OF, TRAINEESHIP, "Traineeship", 2024, 0) \
    CODE(OF, TRAINING_COURSE_APPRENTICESHIP, "Training course or apprenticeship", 2024, 0) \
    CODE(OF, SUPPORTED_INTERNSHIP, "Supported internship", 2024, 0) \
    CODE(OF, MENTORING_CIRCLE, "Mentoring circle", 2024, 0) \
    CODE(OF, FULL_TIME_EMPLOYMENT, "Employment, full time", 2024, 0) \
    CODE(OF, PART_TIME_EMPLOYMENT, "Employment, part time", 2024, 0) \
    CODE(OF, EMPLOYMENT, "Employment", 2024, 0) \
    CODE(OF, SELF_EMPLOYMENT, "Self-employment", 2024, 0) \
    CODE(OF, VOLUNTARY_WORK, "Voluntary work", 2024, 0) \
    CODE(OF, UNIVERSITY, "University", 2024, 0) \
    CODE(OF, OTHER, "Other", 2024, 0) \
    CODE(OF, NONE, "No education, training or employment", 2024, 0)

#define MHInterventionType_CODES(CODE, OF) \
    CODE(OF, GETTING_ADVICE, "Getting advice", 2024, 0) \
    CODE(OF, GETTING_HELP, "Getting help", 2024, 0) \
    CODE(OF, GETTING_ADDITIONAL_HELP, "Getting additional help", 2024, 0) \
    CODE(OF, GETTING_RISK_SUPPORT, "Getting risk support", 2024, 0) \
    CODE(OF, NO_INTERVENTION, "No intervention", 2024, 0)

#define SMInterventionType_CODES(CODE, OF) \
    CODE(OF, TARGETED_INTERVENTION, "Targeted intervention", 2024, 0) \
    CODE(OF, SPECIALIST_SUBSTANCE_MISUSE_TREATMENT, "Specialist substance misuse treatment", 2024, 0) \
    CODE(OF, COMPLEX_CARE, "Complex care", 2024, 0) \
    CODE(OF, NO_INTERVENTION, "No intervention", 2024, 0)

#define TransferType_CODES(CODE, OF) \
    CODE(OF, TRANSFER_IN, "Case transferred in from another YJS", 2022, 0) \
    CODE(OF, TRANSFER_OUT, "Case transferred out to another YJS", 2022, 0) \
    CODE(OF, CARETAKING_IN_START, "This YJS starts caretaking for the home YJS", 2022, 0) \
    CODE(OF, CARETAKING_IN_END, "Caretaking for the home YJS ends", 2022, 0) \
    CODE(OF, CARETAKING_OUT_START, "Another YJS starts caretaking for this YJS", 2022, 0) \
    CODE(OF, CARETAKING_OUT_END, "Caretaking by another YJS ends", 2022, 0) \
    CODE(OF, TRANSFER_TO_PROBATION, "Case transferred to probation", 2022, 0)

#define OffenceCategory_CODES(CODE, OF) \
    CODE(OF, ARSON, "Arson", 2022, 0) \
    CODE(OF, BREACH_OF_BAIL, "Breach of bail", 2022, 0) \
    CODE(OF, BREACH_OF_CONDITIONAL_DISCHARGE, "Breach of conditional discharge", 2022, 0) \
    CODE(OF, BREACH_OF_STATUTORY_ORDER, "Breach of statutory order", 2022, 0) \
    CODE(OF, CRIMINAL_DAMAGE, "Criminal damage", 2022, 0) \
    CODE(OF, DEATH_OR_INJURY_BY_DANGEROUS_DRIVING, "Death or injury by dangerous driving", 2022, 0) \
    CODE(OF, DOMESTIC_BURGLARY, "Domestic burglary", 2022, 0) \
    CODE(OF, DRUGS, "Drugs", 2022, 0) \
    CODE(OF, FRAUD_AND_FORGERY, "Fraud and forgery", 2022, 0) \
    CODE(OF, MOTORING_OFFENCES, "Motoring offences", 2022, 0) \
    CODE(OF, NON_DOMESTIC_BURGLARY, "Non-domestic burglary", 2022, 0) \
    CODE(OF, OTHER, "Other", 2022, 0) \
    CODE(OF, PUBLIC_ORDER, "Public order", 2022, 0) \
    CODE(OF, RACIALLY_AGGRAVATED, "Racially aggravated", 2022, 0) \
    CODE(OF, ROBBERY, "Robbery", 2022, 0) \
    CODE(OF, SEXUAL_OFFENCES, "Sexual offences", 2022, 0) \
    CODE(OF, THEFT_AND_HANDLING_STOLEN_GOODS, "Theft and handling stolen goods", 2022, 0) \
    CODE(OF, VEHICLE_THEFT_UNAUTHORISED_TAKING, "Vehicle theft or unauthorised taking", 2022, 0) \
    CODE(OF, VIOLENCE_AGAINST_THE_PERSON, "Violence against the person", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define Plea_CODES(CODE, OF) \
    CODE(OF, GUILTY, "Guilty", 2022, 0) \
    CODE(OF, NOT_GUILTY, "Not guilty", 2022, 0) \
    CODE(OF, NO_PLEA, "No plea taken", 2022, 0) \
    CODE(OF, NOT_APPLICABLE, "Not applicable (no court)", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define BailStatus_CODES(CODE, OF) \
    CODE(OF, POLICE_BAIL_UNCONDITIONAL, "Police bail without conditions", 2022, 0) \
    CODE(OF, POLICE_BAIL_CONDITIONAL, "Police bail with conditions", 2022, 0) \
    CODE(OF, RELEASED_UNDER_INVESTIGATION, "Released under investigation", 2022, 0) \
    CODE(OF, PACE_TRANSFER_TO_LA, "Held by police, moved to local authority accommodation", 2022, 0) \
    CODE(OF, REFUSED, "Police bail refused", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define LegalOutcome_CODES(CODE, OF) \
    CODE(OF, COMMUNITY_RESOLUTION, "Community resolution", 2022, 0) \
    CODE(OF, COMMUNITY_RESOLUTION_POLICE_FACILITATED, "Community resolution, police led", 2022, 0) \
    CODE(OF, COMMUNITY_RESOLUTION_OTHER_AGENCY_FACILITATED, "Community resolution, other agency led", 2022, 0) \
    CODE(OF, COMMUNITY_RESOLUTION_WITH_YOT_INTERVENTION, "Community resolution with YOT intervention (older value)", 2022, 0) \
    CODE(OF, COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT, "Community resolution with YJS involvement", 2024, 0) \
    CODE(OF, NO_FURTHER_ACTION_OUTCOME_22_DEFERRED_PROSECUTION_CAUTION_WITH_YJS_INVOLVEMENT, "Outcome 22, deferred prosecution or caution, with YJS involvement", 2024, 0) \
    CODE(OF, NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT, "Outcome 22 with YJS involvement", 2024, 0) \
    CODE(OF, NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT, "Outcome 20 or 21 with YJS involvement", 2024, 0) \
    CODE(OF, OUTCOME_23, "Outcome 23", 2028, 0) \
    CODE(OF, YOUTH_DIVERSION_ORDER, "Youth diversion order", 2028, 0) \
    CODE(OF, NO_FURTHER_ACTION, "No further action", 2022, 0) \
    CODE(OF, TRIAGE, "Triage", 2022, 0) \
    CODE(OF, OTHER_INFORMAL_ACTION_YOT_INVOLVEMENT, "Other informal action, YOT involved", 2022, 0) \
    CODE(OF, OTHER_INFORMAL_ACTION_NO_YOT_INVOLVEMENT, "Other informal action, YOT not involved", 2022, 0) \
    CODE(OF, REPRIMAND, "Reprimand (to 7 Apr 2013; in 2026-27 interim carrier of Outcome 23)", 2022, 2027) \
    CODE(OF, FINAL_WARNING, "Final warning (to 7 Apr 2013)", 2022, 0) \
    CODE(OF, YOUTH_CAUTION, "Youth caution", 2022, 0) \
    CODE(OF, YOUTH_CONDITIONAL_CAUTION, "Youth conditional caution", 2022, 0) \
    CODE(OF, ABSOLUTE_DISCHARGE, "Absolute discharge", 2022, 0) \
    CODE(OF, BIND_OVER, "Bind over", 2022, 0) \
    CODE(OF, COMPENSATION_ORDER, "Compensation order", 2022, 0) \
    CODE(OF, CONDITIONAL_DISCHARGE, "Conditional discharge", 2022, 0) \
    CODE(OF, FINE, "Fine", 2022, 0) \
    CODE(OF, REFERRAL_ORDER, "Referral order", 2022, 0) \
    CODE(OF, REPARATION_ORDER, "Reparation order", 2022, 0) \
    CODE(OF, SENTENCE_DEFERRED, "Sentence deferred", 2022, 0) \
    CODE(OF, YOUTH_REHABILITATION_ORDER, "Youth rehabilitation order", 2022, 0) \
    CODE(OF, ACTION_PLAN_ORDER, "Action plan order (before YRO)", 2022, 0) \
    CODE(OF, ATTENDANCE_CENTRE_ORDER, "Attendance centre order (before YRO)", 2022, 0) \
    CODE(OF, CURFEW_ORDER, "Curfew order (before YRO)", 2022, 0) \
    CODE(OF, SUPERVISION_ORDER, "Supervision order (before YRO)", 2022, 0) \
    CODE(OF, COMMUNITY_REHABILITATION_ORDER, "Community rehabilitation order (before YRO)", 2022, 0) \
    CODE(OF, COMMUNITY_PUNISHMENT_ORDER, "Community punishment order (before YRO)", 2022, 0) \
    CODE(OF, COMMUNITY_PUNISHMENT_AND_REHABILITATION_ORDER, "Community punishment and rehabilitation order (before YRO)", 2022, 0) \
    CODE(OF, DRUG_TREATMENT_AND_TESTING_ORDER, "Drug treatment and testing order (before YRO; in 2026-27 interim carrier of youth diversion orders)", 2022, 2027) \
    CODE(OF, DETENTION_AND_TRAINING_ORDER, "Detention and training order", 2022, 0) \
    CODE(OF, SECTION_250, "Sentencing Code s250 detention", 2022, 0) \
    CODE(OF, SECTION_254, "Sentencing Code s254 extended detention", 2022, 0) \
    CODE(OF, SECTION_258, "Sentencing Code s258 detention for life", 2022, 0) \
    CODE(OF, SECTION_259, "Sentencing Code s259 detention at His Majesty's pleasure", 2022, 0) \
    CODE(OF, SECTION_90_91_DETENTION, "PCC(S)A 2000 s90 or s91 detention (to Nov 2020)", 2022, 0) \
    CODE(OF, SECTION_90_92_DETENTION, "PCC(S)A 2000 s90 to s92 detention (to Nov 2020)", 2022, 0) \
    CODE(OF, SECTION_226_LIFE, "CJA 2003 s226 detention for life (to Nov 2020)", 2022, 0) \
    CODE(OF, SECTION_226_B, "CJA 2003 s226B extended sentence (to Nov 2020)", 2022, 0) \
    CODE(OF, SECTION_228, "CJA 2003 s228 extended sentence (to 2012)", 2022, 0) \
    CODE(OF, HOSPITAL_ORDER, "Hospital or guardianship order", 2022, 0) \
    CODE(OF, CRIMINAL_BEHAVIOUR_ORDER, "Criminal behaviour order", 2022, 0) \
    CODE(OF, PARENTING_ORDER, "Parenting order", 2022, 0) \
    CODE(OF, PARENTAL_BIND_OVER, "Parental bind over", 2022, 0) \
    CODE(OF, ORDER_TO_CONTINUE, "Breach proved, order continues", 2022, 0) \
    CODE(OF, ORDER_REVOKED, "Order revoked", 2022, 0) \
    CODE(OF, WITHDRAWN_OR_DISCONTINUED, "Withdrawn or discontinued", 2022, 0) \
    CODE(OF, DISMISSED, "Dismissed", 2022, 0) \
    CODE(OF, ACQUITTED, "Acquitted", 2022, 0) \
    CODE(OF, APPEAL_ALLOWED, "Appeal against conviction allowed", 2022, 0) \
    CODE(OF, OTHER, "Other", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define MainOrOther_CODES(CODE, OF) \
    CODE(OF, MAIN, "Main outcome of the sentencing occasion", 2022, 0) \
    CODE(OF, OTHER, "Other outcome on the same occasion", 2022, 0)

#define Requirement_CODES(CODE, OF) \
    CODE(OF, SUPERVISION, "Supervision", 2022, 0) \
    CODE(OF, ACTIVITY, "Activity", 2022, 0) \
    CODE(OF, EXTENDED_ACTIVITY, "Extended activity", 2022, 0) \
    CODE(OF, INTENSIVE_SUPERVISION_AND_SURVEILLANCE, "Intensive supervision and surveillance", 2022, 0) \
    CODE(OF, INTENSIVE_FOSTERING, "Intensive fostering", 2022, 0) \
    CODE(OF, UNPAID_WORK, "Unpaid work", 2022, 0) \
    CODE(OF, PROGRAMME, "Programme", 2022, 0) \
    CODE(OF, ATTENDANCE_CENTRE, "Attendance centre", 2022, 0) \
    CODE(OF, PROHIBITED_ACTIVITY, "Prohibited activity", 2022, 0) \
    CODE(OF, CURFEW, "Curfew", 2022, 0) \
    CODE(OF, EXCLUSION, "Exclusion", 2022, 0) \
    CODE(OF, RESIDENCE, "Residence", 2022, 0) \
    CODE(OF, LOCAL_AUTHORITY_RESIDENCE, "Local authority residence", 2022, 0) \
    CODE(OF, MENTAL_HEALTH_TREATMENT, "Mental health treatment", 2022, 0) \
    CODE(OF, DRUG_TREATMENT, "Drug treatment", 2022, 0) \
    CODE(OF, DRUG_TESTING, "Drug testing", 2022, 0) \
    CODE(OF, INTOXICATING_SUBSTANCE_TREATMENT, "Intoxicating substance treatment", 2022, 0) \
    CODE(OF, EDUCATION, "Education", 2022, 0) \
    CODE(OF, ELECTRONIC_MONITORING, "Electronic compliance monitoring", 2022, 0) \
    CODE(OF, ELECTRONIC_WHEREABOUTS_MONITORING, "Electronic whereabouts monitoring", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define CourtType_CODES(CODE, OF) \
    CODE(OF, YOUTH_COURT, "Youth court", 2022, 0) \
    CODE(OF, MAGISTRATES_COURT, "Magistrates' court (not youth)", 2022, 0) \
    CODE(OF, CROWN_COURT, "Crown Court", 2022, 0) \
    CODE(OF, COURT_OF_APPEAL, "Court of Appeal or higher", 2022, 0) \
    CODE(OF, OTHER, "Other", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define RemandDecision_CODES(CODE, OF) \
    CODE(OF, UNCONDITIONAL_BAIL, "Unconditional bail", 2022, 0) \
    CODE(OF, CONDITIONAL_BAIL, "Conditional bail", 2022, 0) \
    CODE(OF, CONDITIONAL_BAIL_AND_TAG, "Conditional bail with tag", 2022, 0) \
    CODE(OF, BAIL_SUPERVISION_AND_SUPPORT, "Bail supervision and support", 2022, 0) \
    CODE(OF, BAIL_SUPERVISION_AND_SUPPORT_AND_TAG, "Bail supervision and support with tag", 2022, 0) \
    CODE(OF, ISS_BAIL, "Bail with intensive supervision and surveillance", 2022, 0) \
    CODE(OF, ISS_BAIL_AND_TAG, "Bail with intensive supervision and surveillance and tag", 2022, 0) \
    CODE(OF, REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION, "Remand to local authority accommodation", 2022, 0) \
    CODE(OF, REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_TAG, "Same, with tag", 2022, 0) \
    CODE(OF, REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_GPS_TAG, "Same, with GPS tag", 2022, 0) \
    CODE(OF, REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_RADIO_TAG, "Same, with radio-frequency tag", 2022, 0) \
    CODE(OF, REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_CURFEW, "Same, with curfew", 2022, 0) \
    CODE(OF, REMAND_TO_YOUTH_DETENTION_ACCOMMODATION, "Remand to youth detention accommodation", 2022, 0) \
    CODE(OF, COURT_ORDERED_SECURE_REMAND, "Court-ordered secure remand (to 2 Dec 2012)", 2022, 0) \
    CODE(OF, REMAND_IN_CUSTODY, "Remand in custody", 2022, 0) \
    CODE(OF, NO_REMAND, "No remand decision at this hearing", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define DisposalType_CODES(CODE, OF) \
    CODE(OF, COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT, "Community resolution with YJS involvement", 2024, 0) \
    CODE(OF, NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT, "Outcome 20 or 21 with YJS involvement", 2024, 0) \
    CODE(OF, NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT, "Outcome 22 with YJS involvement", 2024, 0) \
    CODE(OF, NO_FURTHER_ACTION_OUTCOME_22_DEFERRED_PROSECUTION_CAUTION_WITH_YJS_INVOLVEMENT, "Outcome 22, deferred prosecution or caution, with YJS involvement", 2024, 0) \
    CODE(OF, YOUTH_CAUTION, "Youth caution", 2022, 0) \
    CODE(OF, YOUTH_CONDITIONAL_CAUTION, "Youth conditional caution", 2022, 0) \
    CODE(OF, REFERRAL_ORDER, "Referral order", 2022, 0) \
    CODE(OF, YOUTH_REHABILITATION_ORDER, "Youth rehabilitation order", 2022, 0) \
    CODE(OF, DTO_CUSTODY, "Detention and training order, custody", 2022, 0) \
    CODE(OF, DTO_LICENCE, "Detention and training order, licence", 2022, 0) \
    CODE(OF, SECTION_250, "s250 detention and licence", 2022, 0) \
    CODE(OF, SECTION_254, "s254 extended sentence and licence", 2022, 0) \
    CODE(OF, SECTION_258, "s258 detention for life", 2022, 0) \
    CODE(OF, SECTION_259, "s259 detention at His Majesty's pleasure", 2022, 0) \
    CODE(OF, SECTION_90_92_DETENTION, "s90 to s92 detention and licence", 2022, 0) \
    CODE(OF, SECTION_226_B, "s226B extended sentence and licence", 2022, 0) \
    CODE(OF, SECTION_226_LIFE, "s226 detention for life", 2022, 0) \
    CODE(OF, REPARATION_ORDER, "Reparation order", 2022, 0) \
    CODE(OF, REPRIMAND, "Reprimand (in 2026-27 interim carrier of Outcome 23)", 2022, 2027) \
    CODE(OF, FINAL_WARNING, "Final warning", 2022, 0) \
    CODE(OF, DRUG_TREATMENT_AND_TESTING_ORDER, "Drug treatment and testing order (in 2026-27 interim carrier of youth diversion orders)", 2022, 2027) \
    CODE(OF, OUTCOME_23, "Outcome 23", 2028, 0) \
    CODE(OF, YOUTH_DIVERSION_ORDER, "Youth diversion order", 2028, 0) \
    CODE(OF, TRIAGE, "Triage", 2022, 0) \
    CODE(OF, PREVENTION, "Prevention programme (no offence needed)", 2022, 0) \
    CODE(OF, VOLUNTARY_SUPPORT, "Voluntary support", 2022, 0) \
    CODE(OF, BAIL_SUPERVISION_AND_SUPPORT, "Bail supervision and support", 2022, 0) \
    CODE(OF, ISS_BAIL, "Intensive supervision and surveillance on bail", 2022, 0) \
    CODE(OF, REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION, "Remand to local authority accommodation", 2022, 0) \
    CODE(OF, REMAND_TO_YOUTH_DETENTION_ACCOMMODATION, "Remand to youth detention accommodation", 2022, 0) \
    CODE(OF, OTHER, "Other", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define ParentingInterventionType_CODES(CODE, OF) \
    CODE(OF, VOLUNTARY, "Voluntary", 2022, 0) \
    CODE(OF, PARENTING_ORDER, "Under a parenting order", 2022, 0) \
    CODE(OF, PARENTING_CONTRACT, "Under a parenting contract", 2022, 0) \
    CODE(OF, OTHER, "Other", 2022, 0)

#define EngagementLevel_CODES(CODE, OF) \
    CODE(OF, FULL, "Full", 2022, 0) \
    CODE(OF, PARTIAL, "Partial", 2022, 0) \
    CODE(OF, NONE, "None", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define VictimType_CODES(CODE, OF) \
    CODE(OF, INDIVIDUAL, "Individual", 2022, 0) \
    CODE(OF, CHILD, "Individual under 18", 2022, 0) \
    CODE(OF, BUSINESS, "Business", 2022, 0) \
    CODE(OF, PUBLIC_SERVICE, "Public service or its staff", 2022, 0) \
    CODE(OF, COMMUNITY, "Community", 2022, 0) \
    CODE(OF, OTHER, "Other", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define RJOfferedStatus_CODES(CODE, OF) \
    CODE(OF, OFFERED_ACCEPTED, "Offered and accepted", 2022, 0) \
    CODE(OF, OFFERED_DECLINED, "Offered and declined", 2022, 0) \
    CODE(OF, NOT_OFFERED, "Not offered", 2022, 0) \
    CODE(OF, NOT_CONTACTABLE, "Victim could not be contacted", 2022, 0) \
    CODE(OF, NOT_KNOWN, "Not known", 2022, 0)

#define RJInterventionType_CODES(CODE, OF) \
    CODE(OF, FACE_TO_FACE, "Face-to-face meeting or conference", 2022, 0) \
    CODE(OF, SHUTTLE_MEDIATION, "Indirect mediation", 2022, 0) \
    CODE(OF, LETTER_OR_MESSAGE, "Letter or message of explanation", 2022, 0) \
    CODE(OF, DIRECT_REPARATION, "Reparation to the victim", 2022, 0) \
    CODE(OF, COMMUNITY_REPARATION, "Reparation to the community", 2022, 0) \
    CODE(OF, OTHER, "Other", 2022, 0) \
    CODE(OF, NONE, "None", 2022, 0)

#define CommentedStatus_CODES(CODE, OF) \
    CODE(OF, COMMENTED, "Victim gave comments", 2022, 0) \
    CODE(OF, DID_NOT_COMMENT, "Victim gave no comments", 2022, 0) \
    CODE(OF, NOT_ASKED, "Victim not asked", 2022, 0)

#define SatisfactionLevel_CODES(CODE, OF) \
    CODE(OF, VERY_SATISFIED, "Very satisfied", 2022, 0) \
    CODE(OF, SATISFIED, "Satisfied", 2022, 0) \
    CODE(OF, NEITHER, "Neither satisfied nor dissatisfied", 2022, 0) \
    CODE(OF, DISSATISFIED, "Dissatisfied", 2022, 0) \
    CODE(OF, VERY_DISSATISFIED, "Very dissatisfied", 2022, 0) \
    CODE(OF, NOT_ASKED, "Not asked", 2022, 0)

#define AssetPlusStage_CODES(CODE, OF) \
    CODE(OF, REFERRAL_IN_PREVENTION, "Referral in prevention", 2022, 0) \
    CODE(OF, REFERRAL_IN_OUT_OF_COURT_DISPOSAL, "Referral in out-of-court disposal", 2022, 0) \
    CODE(OF, BAIL_AND_REMAND, "Bail and remand", 2022, 0) \
    CODE(OF, PRE_SENTENCE_REPORT, "Pre-sentence report", 2022, 0) \
    CODE(OF, REFERRAL_ORDER_REPORT, "Referral order report", 2022, 0) \
    CODE(OF, ENTERING_CUSTODY, "Entering custody", 2022, 0) \
    CODE(OF, LEAVING_CUSTODY, "Leaving custody", 2022, 0) \
    CODE(OF, REVIEW, "Review", 2022, 0) \
    CODE(OF, TRANSFER, "Transfer", 2022, 0) \
    CODE(OF, CASE_CLOSURE, "Case closure", 2022, 0) \
    CODE(OF, OTHER, "Other", 2022, 0)

#define JudgementLevel_CODES(CODE, OF) \
    CODE(OF, LOW, "Low", 2022, 0) \
    CODE(OF, MEDIUM, "Medium", 2022, 0) \
    CODE(OF, HIGH, "High", 2022, 0) \
    CODE(OF, VERY_HIGH, "Very high", 2022, 0)

#define Likelihood_CODES(CODE, OF) \
    CODE(OF, LOW, "Low", 2022, 0) \
    CODE(OF, MEDIUM, "Medium", 2022, 0) \
    CODE(OF, HIGH, "High", 2022, 0)

#define InterventionLevel_CODES(CODE, OF) \
    CODE(OF, STANDARD, "Standard", 2022, 0) \
    CODE(OF, ENHANCED, "Enhanced", 2022, 0) \
    CODE(OF, INTENSIVE, "Intensive", 2022, 0)

#define BoardRow_CODES(CODE, OF) \
    CODE(OF, SENIOR_PARTNER, "Senior partner", 2024, 0) \
    CODE(OF, DELEGATED_PARTNER, "Delegated or non-senior partner", 2024, 0) \
    CODE(OF, NEW_PARTNER, "Of those attending, new partner", 2024, 0)

#define YJ_CODE_LISTS(LIST) \
    LIST(Sex) LIST(Ethnicity) LIST(YesNo) LIST(YesNoUnknown) LIST(PreferredLanguage) \
    LIST(Religion) LIST(ImmigrationStatus) LIST(LocalOther) LIST(AccommodationType) \
    LIST(Suitability) LIST(CareStatus) LIST(ETEProvisionType) LIST(MHInterventionType) \
    LIST(SMInterventionType) LIST(TransferType) LIST(OffenceCategory) LIST(Plea) \
    LIST(BailStatus) LIST(LegalOutcome) LIST(MainOrOther) LIST(Requirement) LIST(CourtType) \
    LIST(RemandDecision) LIST(DisposalType) LIST(ParentingInterventionType) \
    LIST(EngagementLevel) LIST(VictimType) LIST(RJOfferedStatus) LIST(RJInterventionType) \
    LIST(CommentedStatus) LIST(SatisfactionLevel) LIST(AssetPlusStage) LIST(JudgementLevel) \
    LIST(Likelihood) LIST(InterventionLevel) LIST(BoardRow)
/* clang-format on */

YJ_CODE_LISTS(SV_DECLARE_CODES)

#endif
