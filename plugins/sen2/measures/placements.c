/* Placements as a stock: where moves are recorded, they show here. */
#include "measures.h"

#define ABOUT .section = SECTION_PLACEMENTS, .unit = "placement", .units = "placements", FROM_ITEMS

STOCK(PlacementDetail, .name = "placements", .title = "Placements", .units = "placements",
      .definition = "From the entry to the leaving date; a placement left on a day is not there "
                    "when the day has ended. A person may have several.")
{
    return stay_between(row->EntryDate, row->LeavingDate, stay);
}

MEASURE(PlacementDetail, ABOUT, .name = "placements_starting", .title = "Placements starting",
        .definition = "Placements whose entry date lies in the period.")
{
    return counted_if(in_period(ctx, row->EntryDate));
}

MEASURE(PlacementDetail, ABOUT, .name = "placements_ending", .title = "Placements ending",
        .definition = "Placements whose leaving date lies in the period.")
{
    return counted_if(in_period(ctx, row->LeavingDate));
}

MEASURE(PlacementDetail, ABOUT, .at_end = true, .name = "placements_at_end",
        .title = "Placements at the end of the period",
        .definition = "Placements entered until the last day of the period and not left until "
                      "then. A leaving date that cannot be read is none.")
{
    return counted_if(open_at(row->EntryDate, row->LeavingDate, ctx->period_end));
}
