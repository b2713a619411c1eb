/* The form of items, whatever they are: codes, dates, what does not belong, blanks. */
#include "../facts.h"

FORM_RULE(SV_UNKNOWN_CODE, .code = "LOCAL-SEN2-001", .severity = SV_ERROR, .first_year = 2023,
          .unit = "value",
          .message = "This value is not one of the codes that the item may have in this year.",
          .why =
              "The value is compared with the code list of the collection year letter by letter; "
              "small letters are not capitals. Look at how the case system maps its own entries "
              "to the codes of the return, above all after a list has changed, and correct the "
              "mapping or the entry.",
          EXPLICIT("sections 2 and 3.2."))

FORM_RULE(SV_UNREADABLE_DATE, .code = "LOCAL-SEN2-002", .severity = SV_ERROR, .first_year = 2023,
          .unit = "value", .message = "This is not a date that exists, written CCYY-MM-DD.",
          .why =
              "A date needs four digits for the year and two each for month and day, and the day "
              "must be in the calendar. Other rules cannot look at this date until it can be "
              "read. Correct the entry in the case system, or the format in which the export "
              "writes dates.",
          EXPLICIT("section 3.2."))

FORM_RULE(SV_NOT_OF_RETURN, .code = "LOCAL-SEN2-003", .severity = SV_ERROR, .first_year = 2023,
          .unit = "item",
          .message = "This item is not part of the return of this year, or not at this place.",
          .why = "Items come and go from year to year: gender became sex in 2024, and residential "
                 "and work-based placements moved into the placement. The file may have been made "
                 "with the export of another year. What the item says was not looked at.",
          EXPLICIT("sections 1.6 and 3.2."))

FORM_RULE(SV_EMPTY_ITEM | SV_PADDED_VALUE, .code = "LOCAL-SEN2-004", .severity = SV_QUERY,
          .first_year = 2023, .unit = "item",
          .message = "The item is empty, or has spaces or line breaks around its value.",
          .why = "Where there is nothing to say, the item is left out, and a value stands in its "
                 "item without anything around it. statval reads past both; another reader may "
                 "not. It is the export that wants correcting, not the record of the person.",
          PLAUSIBILITY("section 3.3, notes on XML returns."))
