/* The children that most indicators are worked out of: those with an order ending. */
#include "measures.h"

MEASURE(person, .section = SECTION_ORDERS, CHILDREN_COUNTED, INDICATOR_OF_CASES, FROM_CODE,
        .name = "orders_ended", .title = "Children with an order that ended in the period",
        .definition =
            "Children with a programme that counts in the indicators, ended in the period and "
            "until the day of the extract, and carries out an outcome in force, made while the "
            "child lived locally. The child was 10 to 17 at its start, at the sentence for a "
            "detention and training order. Each child counts once, by the most serious outcome, "
            "then the latest.",
        .caution = "If the service also sends the template of totals for an indicator, that one "
                   "is used nationally.",
        BREAKDOWNS(BY_ORDER_TYPE(), BY_AGE_AT_START, BY_SEX, BY_ETHNIC_GROUP))
{
    return counted_if(row->order);
}
