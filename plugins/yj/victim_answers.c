#include "victim_answers.h"

#include <stdlib.h>

static int when_yes(struct sv_value answer, enum victim_answers bit)
{
    return is_code(answer, YesNoUnknown_YES) ? (int)bit : 0;
}

static int answers_of(const struct victim *victim)
{
    if (!is_code(victim->ConsentYJSContact, YesNoUnknown_YES))
        return VICTIM_COUNTS;
    return VICTIM_COUNTS | VICTIM_CONSENTED | when_yes(victim->EngagedRJ, VICTIM_ENGAGED) |
           when_yes(victim->ViewPrior, VICTIM_ASKED) |
           when_yes(victim->ProgressProvided, VICTIM_INFORMED) |
           when_yes(victim->AdditionalSupportProvided, VICTIM_SUPPORTED) |
           (day(victim->YJSContactDate) != SV_NONE ? VICTIM_CONTACTED : 0);
}

/* A record that counts, and the id of its victim. */
struct answer {
    const char *id;
    struct victim *victim;
};

static int compare_answers(const void *left, const void *right)
{
    const struct answer *a = left;
    const struct answer *b = right;
    int ids = strcmp(a->id, b->id);
    return ids ? ids : a->victim->row.number < b->victim->row.number ? -1 : 1;
}

void note_victims(const struct sv_context *ctx)
{
    size_t count = 0;
    FOR_EACH (ctx, victim, victim, NULL)
        count += victim_counts(victim);
    if (count == 0)
        return;
    struct answer *answers = ctx->host->keep(ctx, count * sizeof(*answers));
    count = 0;
    FOR_EACH (ctx, victim, victim, NULL) {
        if (victim_counts(victim))
            answers[count++] =
                (struct answer){text_of(ctx, victim->VictimID), (struct victim *)(uintptr_t)victim};
    }
    qsort(answers, count, sizeof(*answers), compare_answers);
    struct victim *first = NULL;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || strcmp(answers[i].id, answers[i - 1].id) != 0)
            first = answers[i].victim;
        first->answers |= (uint8_t)answers_of(answers[i].victim);
    }
}
