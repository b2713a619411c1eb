/* Assessments, and the work with parents and victims.
 *
 * Never two random draws in one expression: their order is not defined.
 */
#include "life.h"

static const char *const levels[] = {"MEDIUM", "LOW", "HIGH", "MEDIUM", "VERY_HIGH"};
static const char *const likelihoods[] = {"MEDIUM", "LOW", "HIGH"};
static const char *const intensities[] = {"ENHANCED", "STANDARD", "INTENSIVE"};
static const char *const answers[] = {"YES", "NO", "NO", "NO", "NOT_KNOWN"};

/* Care, concerns, and what else is asked. */
static void tell_answers(struct life *life)
{
    static const char *const risks[] = {"No", "No", "Yes", "Not assessed"};

    for (unsigned i = A_MAPPA; i < A_CARE; i++)
        if (chance(&life->random, 60))
            tell(life, ASSET, i, ANY(life, risks));
    for (unsigned i = A_CARE; i < A_COUNT; i++)
        tell(life, ASSET, i, ANY(life, answers));
}

void tell_assessment(struct life *life, const char *stage, day when, const char *programme)
{
    const char *id = make_id(life, 'A', ++life->assets);
    const char *level = ANY(life, intensities), *likelihood = ANY(life, likelihoods);
    cell score = "0.35";

    if (!life->plain)
        snprintf(score, CELL_SIZE, "0.%02u", below(&life->random, 100));
    record_add(life->record, ASSET);
    tell(life, ASSET, A_ID, id);
    tell_day(life, ASSET, A_DATE, when);
    tell(life, ASSET, A_STAGE, stage);
    tell(life, ASSET, A_HARM, ANY(life, levels));
    tell(life, ASSET, A_SAFETY, ANY(life, levels));
    tell(life, ASSET, A_LIKELIHOOD, likelihood);
    tell(life, ASSET, A_INDICATIVE_LIKELIHOOD, likelihood);
    tell(life, ASSET, A_YOGRS, record_text(life->record, score));
    tell(life, ASSET, A_LEVEL, level);
    tell(life, ASSET, A_INDICATIVE_LEVEL, level);
    if (maybe(life, 35))
        tell_answers(life);
    link(life, LINK_PA, programme, id);
}

void tell_parenting(struct life *life, day when, const char *programme)
{
    static const char *const types[] = {"VOLUNTARY", "PARENTING_CONTRACT", "PARENTING_ORDER"};
    static const char *const engagement[] = {"FULL", "PARTIAL", "NONE"};
    const char *id = make_id(life, 'G', ++life->parentings);
    unsigned missed = life->plain ? 2 : below(&life->random, 6);

    record_add(life->record, PARENTING);
    tell(life, PARENTING, N_ID, id);
    tell(life, PARENTING, N_TYPE, ANY(life, types));
    tell_day(life, PARENTING, N_START, when);
    tell_number(life, PARENTING, N_PLANNED, 8);
    tell_number(life, PARENTING, N_ATTENDED, 8 - missed);
    tell(life, PARENTING, N_ENGAGEMENT, ANY(life, engagement));
    link(life, LINK_PP, programme, id);
}

static void tell_progress(struct life *life, day when)
{
    bool asked = !maybe(life, 50), supported = !maybe(life, 60);
    day request = earlier(when + 15, life->end);

    tell(life, VICTIM, V_REQUEST, asked ? "YES" : "NO");
    if (asked) {
        tell_day(life, VICTIM, V_REQUEST_DATE, request);
        tell(life, VICTIM, V_PROVIDED, "YES");
        tell_day(life, VICTIM, V_PROVIDED_DATE, earlier(request + 20, life->end));
    }
    tell(life, VICTIM, V_SUPPORT, supported ? "YES" : "NO");
    tell(life, VICTIM, V_SUPPORTED, supported ? "YES" : "NO");
}

/* Restorative work, and how the victim saw it. */
static void tell_restoration(struct life *life, day when, bool engaged)
{
    static const char *const kinds[] = {"LETTER_OR_MESSAGE", "FACE_TO_FACE", "SHUTTLE_MEDIATION",
                                        "DIRECT_REPARATION"};
    static const char *const satisfaction[] = {"SATISFIED", "VERY_SATISFIED", "NEITHER",
                                               "DISSATISFIED"};
    day start = earlier(when + 20, life->end);

    tell(life, VICTIM, V_OFFERED, engaged ? "OFFERED_ACCEPTED" : "OFFERED_DECLINED");
    tell(life, VICTIM, V_RJ, engaged ? ANY(life, kinds) : "NONE");
    tell(life, VICTIM, V_COMMENTED, engaged ? "COMMENTED" : "NOT_ASKED");
    tell(life, VICTIM, V_SATISFACTION, engaged ? ANY(life, satisfaction) : "NOT_ASKED");
    tell(life, VICTIM, V_ENGAGED, engaged ? "YES" : "NO");
    if (engaged) {
        tell_day(life, VICTIM, V_ENGAGED_START, start);
        tell_day(life, VICTIM, V_ENGAGED_END, earlier(start + 30, life->end));
    }
}

static void tell_consent(struct life *life, day when)
{
    tell(life, VICTIM, V_CONSENT, "YES");
    tell_day(life, VICTIM, V_CONTACT, when - 10);
    tell(life, VICTIM, V_VIEW, maybe(life, 30) ? "NO" : "YES");
    tell_progress(life, when);
}

void tell_victim(struct life *life, const char *offence, day when)
{
    static const char *const types[] = {"INDIVIDUAL", "CHILD", "INDIVIDUAL", "BUSINESS",
                                        "PUBLIC_SERVICE"};
    const char *id = make_id(life, 'V', ++life->victims);
    bool consents = !maybe(life, 35);

    record_add(life->record, VICTIM);
    tell(life, VICTIM, V_ID, id);
    tell(life, VICTIM, V_VICTIM, make_id(life, 'W', life->victims));
    tell(life, VICTIM, V_TYPE, ANY(life, types));
    tell_restoration(life, when, consents && !maybe(life, 40));
    if (consents)
        tell_consent(life, when);
    else
        tell(life, VICTIM, V_CONSENT, "NO");
    link(life, LINK_OV, offence, id);
}
