/*
 * The code lists of the SEN2 return, by collection year (code, label, first year, last year). A
 * last year of 0 means still in use.
 *
 * Source: the code sets of the SEN2 person level census, 2023 to 2026, as far as public schemas,
 * readers and guides show them (README.md). Ethnicity: common basic data set of 2024.
 */
#ifndef SEN2_CODES_H
#define SEN2_CODES_H

#include <statval/record.h>

/* clang-format off */
/* Items that are answered with yes or no. */
#define YesNo_CODES(CODE, OF) \
    CODE(OF, 1, "Yes", 2023, 0) CODE(OF, 0, "No", 2023, 0)

/* Whether an officer is in post: DMO, DCO, DSCO. */
#define InPost_CODES(CODE, OF) \
    CODE(OF, Y, "In post", 2023, 0) CODE(OF, N, "Not in post", 2023, 0) CODE(OF, R, "Being recruited", 2023, 0)

#define GenderCurrent_CODES(CODE, OF) \
    CODE(OF, 0, "Not known", 2023, 2023) \
    CODE(OF, 1, "Male", 2023, 2023) \
    CODE(OF, 2, "Female", 2023, 2023) \
    CODE(OF, 9, "Not specified (indeterminate)", 2023, 2023)

#define Sex_CODES(CODE, OF) \
    CODE(OF, M, "Male", 2024, 0) \
    CODE(OF, F, "Female", 2024, 0)

#define Ethnicity_CODES(CODE, OF) \
    CODE(OF, WBRI, "White - British", 2023, 0) \
    CODE(OF, WCOR, "White - Cornish", 2023, 0) \
    CODE(OF, WENG, "White - English", 2023, 0) \
    CODE(OF, WNIR, "White - Northern Irish", 2023, 0) \
    CODE(OF, WSCO, "White - Scottish", 2023, 0) \
    CODE(OF, WWEL, "White - Welsh", 2023, 0) \
    CODE(OF, WOWB, "Other White British", 2023, 0) \
    CODE(OF, WIRI, "White - Irish", 2023, 0) \
    CODE(OF, WIRT, "White - Irish Traveller", 2023, 0) \
    CODE(OF, WOTH, "Any Other White Background", 2023, 0) \
    CODE(OF, WALB, "Albanian", 2023, 0) \
    CODE(OF, WBOS, "Bosnian - Herzegovinian", 2023, 0) \
    CODE(OF, WCRO, "Croatian", 2023, 0) \
    CODE(OF, WGRE, "Greek/Greek Cypriot", 2023, 0) \
    CODE(OF, WGRK, "Greek", 2023, 0) \
    CODE(OF, WGRC, "Greek Cypriot", 2023, 0) \
    CODE(OF, WITA, "Italian", 2023, 0) \
    CODE(OF, WKOS, "Kosovan", 2023, 0) \
    CODE(OF, WPOR, "Portuguese", 2023, 0) \
    CODE(OF, WSER, "Serbian", 2023, 0) \
    CODE(OF, WTUR, "Turkish/Turkish Cypriot", 2023, 0) \
    CODE(OF, WTUK, "Turkish", 2023, 0) \
    CODE(OF, WTUC, "Turkish Cypriot", 2023, 0) \
    CODE(OF, WEUR, "White European", 2023, 0) \
    CODE(OF, WEEU, "White Eastern European", 2023, 0) \
    CODE(OF, WWEU, "White Western European", 2023, 0) \
    CODE(OF, WOTW, "White Other", 2023, 0) \
    CODE(OF, WROM, "Gypsy/Roma", 2023, 0) \
    CODE(OF, WROG, "Gypsy", 2023, 0) \
    CODE(OF, WROR, "Roma", 2023, 0) \
    CODE(OF, WROO, "Other Gypsy/Roma", 2023, 0) \
    CODE(OF, MWBC, "White and Black Caribbean", 2023, 0) \
    CODE(OF, MWBA, "White and Black African", 2023, 0) \
    CODE(OF, MWAS, "White and Asian", 2023, 0) \
    CODE(OF, MWAP, "White and Pakistani", 2023, 0) \
    CODE(OF, MWAI, "White and Indian", 2023, 0) \
    CODE(OF, MWAO, "White and Any Other Asian Background", 2023, 0) \
    CODE(OF, ABRI, "Asian - British", 2023, 0) \
    CODE(OF, AWEL, "Asian - Welsh", 2023, 0) \
    CODE(OF, MOTH, "Any Other Mixed Background", 2023, 0) \
    CODE(OF, MAOE, "Asian and Any Other Ethnic Group", 2023, 0) \
    CODE(OF, MABL, "Asian and Black", 2023, 0) \
    CODE(OF, MACH, "Asian and Chinese", 2023, 0) \
    CODE(OF, MBOE, "Black and Any Other Ethnic Group", 2023, 0) \
    CODE(OF, MBCH, "Black and Chinese", 2023, 0) \
    CODE(OF, MCOE, "Chinese and Any Other Ethnic Group", 2023, 0) \
    CODE(OF, MWOE, "White and Any Other Ethnic Group", 2023, 0) \
    CODE(OF, MWCH, "White and Chinese", 2023, 0) \
    CODE(OF, MOTM, "Other Mixed Background", 2023, 0) \
    CODE(OF, AIND, "Indian", 2023, 0) \
    CODE(OF, APKN, "Pakistani", 2023, 0) \
    CODE(OF, AMPK, "Mirpuri - Pakistani", 2023, 0) \
    CODE(OF, AKPA, "Kashmiri Pakistani", 2023, 0) \
    CODE(OF, AOPK, "Other Pakistani", 2023, 0) \
    CODE(OF, ABAN, "Bangladeshi", 2023, 0) \
    CODE(OF, AOTH, "Any Other Asian Background", 2023, 0) \
    CODE(OF, AAFR, "African Asian", 2023, 0) \
    CODE(OF, AKAO, "Kashmiri Other", 2023, 0) \
    CODE(OF, ANEP, "Nepali", 2023, 0) \
    CODE(OF, ASNL, "Sri Lankan Sinhalese", 2023, 0) \
    CODE(OF, ASLT, "Sri Lankan Tamil", 2023, 0) \
    CODE(OF, ASRO, "Sri Lankan Other", 2023, 0) \
    CODE(OF, AOTA, "Other Asian", 2023, 0) \
    CODE(OF, BBRI, "Black - British", 2023, 0) \
    CODE(OF, BWEL, "Black - Welsh", 2023, 0) \
    CODE(OF, BCRB, "Black Caribbean", 2023, 0) \
    CODE(OF, BAFR, "Black - African", 2023, 0) \
    CODE(OF, BANN, "Black - Angolan", 2023, 0) \
    CODE(OF, BCON, "Black - Congolese", 2023, 0) \
    CODE(OF, BGHA, "Black - Ghanaian", 2023, 0) \
    CODE(OF, BNGN, "Black - Nigerian", 2023, 0) \
    CODE(OF, BSLN, "Black - Sierra Leonean", 2023, 0) \
    CODE(OF, BSOM, "Black - Somali", 2023, 0) \
    CODE(OF, BSUD, "Black - Sudanese", 2023, 0) \
    CODE(OF, BAOF, "Other Black African", 2023, 0) \
    CODE(OF, BOTH, "Any Other Black Background", 2023, 0) \
    CODE(OF, BEUR, "Black European", 2023, 0) \
    CODE(OF, BNAM, "Black North American", 2023, 0) \
    CODE(OF, BOTB, "Other Black", 2023, 0) \
    CODE(OF, CHNE, "Chinese", 2023, 0) \
    CODE(OF, CHKC, "Hong Kong Chinese", 2023, 0) \
    CODE(OF, CMAL, "Malaysian Chinese", 2023, 0) \
    CODE(OF, CSNG, "Singaporean Chinese", 2023, 0) \
    CODE(OF, CTWN, "Taiwanese", 2023, 0) \
    CODE(OF, COCH, "Other Chinese", 2023, 0) \
    CODE(OF, OOTH, "Any Other Ethnic Group", 2023, 0) \
    CODE(OF, OAFG, "Afghan", 2023, 0) \
    CODE(OF, ORAB, "Arab", 2023, 0) \
    CODE(OF, OARA, "Arab Other", 2023, 0) \
    CODE(OF, OEGY, "Egyptian", 2023, 0) \
    CODE(OF, OFIL, "Filipino", 2023, 0) \
    CODE(OF, OIRN, "Iranian", 2023, 0) \
    CODE(OF, OIRQ, "Iraqi", 2023, 0) \
    CODE(OF, OJPN, "Japanese", 2023, 0) \
    CODE(OF, OKOR, "Korean", 2023, 0) \
    CODE(OF, OKRD, "Kurdish", 2023, 0) \
    CODE(OF, OLAM, "Latin/South/Central American", 2023, 0) \
    CODE(OF, OLEB, "Lebanese", 2023, 0) \
    CODE(OF, OLIB, "Libyan", 2023, 0) \
    CODE(OF, OMAL, "Malay", 2023, 0) \
    CODE(OF, OMRC, "Moroccan", 2023, 0) \
    CODE(OF, OPOL, "Polynesian", 2023, 0) \
    CODE(OF, OTHA, "Thai", 2023, 0) \
    CODE(OF, OVIE, "Vietnamese", 2023, 0) \
    CODE(OF, OYEM, "Yemeni", 2023, 0) \
    CODE(OF, OOEG, "Other Ethnic Group", 2023, 0) \
    CODE(OF, REFU, "Refused", 2023, 0) \
    CODE(OF, NOBT, "Information not yet obtained", 2023, 0)

#define UPNunknown_CODES(CODE, OF) \
    CODE(OF, UN1, "Under 6, no UPN assigned yet", 2023, 0) \
    CODE(OF, UN2, "Never in a state-funded school in England", 2023, 0) \
    CODE(OF, UN3, "Educated outside England", 2023, 0) \
    CODE(OF, UN5, "Name or birth date differ between sources, no match", 2023, 0) \
    CODE(OF, UN8, "New to the authority in the last week of the period", 2023, 0) \
    CODE(OF, UN9, "Young person never in a school or college of the state", 2023, 0) \
    CODE(OF, UN10, "No further action before a number was known", 2023, 0)

#define RequestSource_CODES(CODE, OF) \
    CODE(OF, 1, "Young person or parent", 2025, 0) \
    CODE(OF, 2, "School or other education setting", 2025, 0) \
    CODE(OF, 3, "Health care professionals", 2025, 0) \
    CODE(OF, 4, "Social care professionals", 2025, 0) \
    CODE(OF, 5, "Other", 2025, 0)

#define RequestOutcome_CODES(CODE, OF) \
    CODE(OF, Y, "Assessment agreed", 2023, 0) \
    CODE(OF, N, "Assessment refused", 2023, 0) \
    CODE(OF, A, "Not decided yet", 2023, 0) \
    CODE(OF, W, "Withdrawn or ended before the decision", 2023, 0) \
    CODE(OF, H, "Historical: decided before the period", 2023, 0)

#define AssessmentOutcome_CODES(CODE, OF) \
    CODE(OF, Y, "Plan to be issued", 2023, 0) \
    CODE(OF, N, "No plan to be issued", 2023, 0) \
    CODE(OF, A, "Not decided yet", 2023, 0) \
    CODE(OF, W, "Withdrawn or ended before the decision", 2023, 0) \
    CODE(OF, H, "Historical: decided before the period, or plan transferred in", 2023, 0)

/* PlanRes, Res. */
#define Residential_CODES(CODE, OF) \
    CODE(OF, A, "Residential, 38 to 51 weeks", 2023, 0) \
    CODE(OF, B, "Residential, 52 weeks", 2023, 0)

/* PlanWBP, WBP. */
#define WorkBased_CODES(CODE, OF) \
    CODE(OF, A, "Apprenticeship", 2023, 0) \
    CODE(OF, T, "Traineeship", 2023, 0) \
    CODE(OF, S, "Supported internship", 2023, 0)

#define DP_CODES(CODE, OF) \
    CODE(OF, E, "Direct payment: education only", 2023, 0) \
    CODE(OF, S, "Direct payment: social care only", 2023, 0) \
    CODE(OF, H, "Direct payment: health only", 2023, 0) \
    CODE(OF, I, "Direct payment: integrated, more than one of these", 2023, 0)

#define CeaseReason_CODES(CODE, OF) \
    CODE(OF, 1, "Maximum age reached", 2023, 0) \
    CODE(OF, 2, "Needs are met without a plan", 2023, 0) \
    CODE(OF, 3, "Higher education", 2023, 0) \
    CODE(OF, 4, "Paid employment, no apprenticeship", 2023, 0) \
    CODE(OF, 5, "Transferred to another authority", 2023, 0) \
    CODE(OF, 6, "No longer wishes to take part in education or training", 2023, 0) \
    CODE(OF, 7, "Moved outside England", 2023, 0) \
    CODE(OF, 8, "Died", 2023, 0) \
    CODE(OF, 9, "Other", 2023, 0)

#define SENSettingPlan_CODES(CODE, OF) \
    CODE(OF, OLA, "Other arrangements by the LA (EOTAS, section 61)", 2023, 0) \
    CODE(OF, OPA, "Other arrangements by parents or young person, not home education", 2023, 0) \
    CODE(OF, EHE, "Elective home education", 2023, 0) \
    CODE(OF, EYP, "Early years provider without a URN", 2023, 0) \
    CODE(OF, OTH, "Other, e.g. type of setting named but no specific one", 2023, 0)

#define SENSettingPlacement_CODES(CODE, OF) \
    CODE(OF, OLA, "Other arrangements by the LA (EOTAS, section 61)", 2023, 0) \
    CODE(OF, OPA, "Other arrangements by parents or young person, not home education", 2023, 0) \
    CODE(OF, EHE, "Elective home education", 2023, 0) \
    CODE(OF, EYP, "Early years provider without a URN", 2023, 0) \
    CODE(OF, OTH, "Other", 2024, 0) \
    CODE(OF, NEET, "Not in education, employment or training, aged 16 to 25", 2023, 0) \
    CODE(OF, NIEC, "Not in education or training, notice to cease issued", 2023, 0) \
    CODE(OF, NIEO, "Not in education or training, other", 2023, 0)

/* PlacementRank, SENtypeRank. */
#define Rank_CODES(CODE, OF) \
    CODE(OF, 1, "Primary", 2023, 0) CODE(OF, 2, "Secondary", 2023, 0)

#define AttendancePattern_CODES(CODE, OF) \
    CODE(OF, FT, "Full-time", 2023, 2023) \
    CODE(OF, PT, "Part-time", 2023, 2023)

#define ReviewOutcome_CODES(CODE, OF) \
    CODE(OF, M, "Maintain the plan", 2024, 0) \
    CODE(OF, C, "Cease the plan", 2024, 0) \
    CODE(OF, A, "Amend the plan", 2024, 0)

#define SENtype_CODES(CODE, OF) \
    CODE(OF, SPLD, "Specific learning difficulty", 2023, 0) \
    CODE(OF, MLD, "Moderate learning difficulty", 2023, 0) \
    CODE(OF, SLD, "Severe learning difficulty", 2023, 0) \
    CODE(OF, PMLD, "Profound and multiple learning difficulty", 2023, 0) \
    CODE(OF, SEMH, "Social, emotional and mental health", 2023, 0) \
    CODE(OF, SLCN, "Speech, language and communication needs", 2023, 0) \
    CODE(OF, HI, "Hearing impairment", 2023, 0) \
    CODE(OF, VI, "Vision impairment", 2023, 0) \
    CODE(OF, MSI, "Multi-sensory impairment", 2023, 0) \
    CODE(OF, PD, "Physical disability", 2023, 0) \
    CODE(OF, ASD, "Autistic spectrum disorder", 2023, 0) \
    CODE(OF, DS, "Down syndrome", 2025, 0) \
    CODE(OF, OTH, "Other difficulty", 2023, 0)

/* Local authorities in England. Cumbria (909) became 942 and 943. */
#define COUNCILS(CODE, OF) \
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
    CODE(OF, 342, "St. Helens", 2023, 0) \
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
    CODE(OF, 801, "Bristol, City of", 2023, 0) \
    CODE(OF, 802, "North Somerset", 2023, 0) \
    CODE(OF, 803, "South Gloucestershire", 2023, 0) \
    CODE(OF, 805, "Hartlepool", 2023, 0) \
    CODE(OF, 806, "Middlesbrough", 2023, 0) \
    CODE(OF, 807, "Redcar and Cleveland", 2023, 0) \
    CODE(OF, 808, "Stockton-on-Tees", 2023, 0) \
    CODE(OF, 810, "Kingston upon Hull, City of", 2023, 0) \
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
    CODE(OF, 838, "Dorset", 2023, 0) \
    CODE(OF, 839, "Bournemouth, Christchurch and Poole", 2023, 0) \
    CODE(OF, 840, "County Durham", 2023, 0) \
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
    CODE(OF, 884, "Herefordshire, County of", 2023, 0) \
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
    CODE(OF, 916, "Gloucestershire", 2023, 0) \
    CODE(OF, 919, "Hertfordshire", 2023, 0) \
    CODE(OF, 921, "Isle of Wight", 2023, 0) \
    CODE(OF, 925, "Lincolnshire", 2023, 0) \
    CODE(OF, 926, "Norfolk", 2023, 0) \
    CODE(OF, 929, "Northumberland", 2023, 0) \
    CODE(OF, 931, "Oxfordshire", 2023, 0) \
    CODE(OF, 933, "Somerset", 2023, 0) \
    CODE(OF, 935, "Suffolk", 2023, 0) \
    CODE(OF, 936, "Surrey", 2023, 0) \
    CODE(OF, 937, "Warwickshire", 2023, 0) \
    CODE(OF, 938, "West Sussex", 2023, 0) \
    CODE(OF, 940, "North Northamptonshire", 2023, 0) \
    CODE(OF, 941, "West Northamptonshire", 2023, 0) \
    CODE(OF, 942, "Cumberland", 2024, 0) \
    CODE(OF, 943, "Westmorland and Furness", 2024, 0)

/* That may make the return. */
#define LA_CODES(CODE, OF) COUNCILS(CODE, OF) CODE(OF, 909, "Cumbria", 2023, 2023)

/* From or to which a person moves: former authorities a while longer, and XXX. */
#define OtherLA_CODES(CODE, OF) \
    COUNCILS(CODE, OF) CODE(OF, 909, "Cumbria", 2023, 2024) \
    CODE(OF, XXX, "Not known, or outside the United Kingdom", 2023, 0)

#define SEN2_CODE_LISTS(LIST) \
    LIST(YesNo) LIST(InPost) LIST(GenderCurrent) LIST(Sex) LIST(Ethnicity) LIST(UPNunknown) \
    LIST(RequestSource) LIST(RequestOutcome) LIST(AssessmentOutcome) LIST(Residential) \
    LIST(WorkBased) LIST(DP) LIST(CeaseReason) LIST(SENSettingPlan) LIST(SENSettingPlacement) \
    LIST(Rank) LIST(AttendancePattern) LIST(ReviewOutcome) LIST(SENtype) LIST(LA) LIST(OtherLA)
/* clang-format on */

SEN2_CODE_LISTS(SV_DECLARE_CODES)

#endif
