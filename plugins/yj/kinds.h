/*
 * What follows from a code: the tier of an outcome, the programmes that fit it, whether a programme
 * counts in the key performance indicators.
 *
 * Source: values and groups as the YJB's public reporting code reads them (August 2026); its tables
 * of outcomes and disposals are not public, so that tiers rest on the published statistics, and the
 * order of seriousness and the programmes that fit an outcome are statval's own (README.md).
 */
#ifndef YJ_KINDS_H
#define YJ_KINDS_H

#include <stdbool.h>
#include <stdint.h>

#include "codes.h"

/** Tier of an outcome; a bit, so that several can be asked for at once. */
enum tier {
    TIER_DIVERSION = 1,
    TIER_PRE_COURT = 2,
    TIER_FIRST_TIER = 4,
    TIER_COMMUNITY = 8,
    TIER_CUSTODY = 16,
    TIER_OTHER = 32,
    TIER_NOT_KNOWN = 64
};

#define POLICE_TIERS (TIER_DIVERSION | TIER_PRE_COURT)
#define COURT_TIERS (TIER_FIRST_TIER | TIER_COMMUNITY | TIER_CUSTODY)
/** Cautions and sentences. */
#define SUBSTANTIVE_TIERS (TIER_PRE_COURT | COURT_TIERS)

/** Kind of order by which the key performance indicators are broken down. */
enum order_type { ORDER_NONE, ORDER_OOCD, ORDER_YC, ORDER_YCC, ORDER_RO, ORDER_YRO, ORDER_CUST };

/** What follows from a LegalOutcome. */
struct outcome_kind {
    uint8_t tier;        /**< enum tier */
    uint8_t order_type;  /**< enum order_type */
    uint8_t rank;        /**< 1 is most serious */
    uint64_t programmes; /**< bit n: DisposalType n fits it */
};

/** What follows from a DisposalType. */
struct disposal_kind {
    int16_t counts_from;  /**< first year in which it counts in the indicators; 0: it never does */
    bool out_of_court;    /**< ends an out-of-court disposal */
    bool without_outcome; /**< needs no outcome */
    uint8_t outcome;      /**< of an out-of-court one: the LegalOutcome of that name */
};

/** Group of a remand decision; a bit. */
enum remand_group {
    REMAND_NONE = 1,
    REMAND_BAIL = 2,
    REMAND_BAIL_SUPPORT = 4,
    REMAND_RLAA = 8,   /**< to local authority accommodation */
    REMAND_SECURE = 16 /**< to custody */
};

/** Ages at which a kind of provision is possible. */
enum provision_age { AGES_ANY, AGES_SCHOOL, AGES_ABOVE };

extern const struct outcome_kind outcome_kinds[LegalOutcome_code_count];
extern const struct disposal_kind disposal_kinds[DisposalType_code_count];
extern const uint8_t remand_groups[RemandDecision_code_count];    /* enum remand_group */
extern const uint8_t provision_ages[ETEProvisionType_code_count]; /* enum provision_age */

#endif
