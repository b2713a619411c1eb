/* The options, one entry each. A new one needs its entry here, what it sets (option_values.c), and
 * a member of struct options. An option that means something else for another command has an entry
 * for each, with the same name and setter: everybody reads only what is true of their command. */
#include "option_table.h"

#include "option_values.h"

const struct described option_table[] = {
    {.name = "return",
     .letter = 'r',
     .argument = "RETURN",
     .commands = FOR_CHECK | FOR_SUMMARY,
     .value = VALUE_RETURN,
     .help = "the kind of return, e.g. cin (default: what the file says)",
     .more = "The root element must be that of the return all the same.",
     .set = set_return},
    {.name = "return",
     .letter = 'r',
     .argument = "RETURN",
     .commands = FOR_RULES,
     .value = VALUE_RETURN,
     .help = "only the rules of this return, e.g. cin (default: of all)",
     .set = set_return},
    {.name = "year",
     .letter = 'y',
     .argument = "YYYY",
     .commands = FOR_CHECK | FOR_SUMMARY,
     .value = VALUE_OTHER,
     .help = "the collection year, in which the period ends (default: what the file says)",
     .more = "For youth justice, whose periods are quarters, it is the year in which the "
             "financial year ends. When the header of the file has another year, that is reported "
             "as a defect.",
     .set = set_year},
    {.name = "year",
     .letter = 'y',
     .argument = "YYYY",
     .commands = FOR_RULES,
     .value = VALUE_OTHER,
     .help = "only the rules of this collection year (default: of all)",
     .set = set_year},
    {.name = "period",
     .argument = "START..END",
     .commands = FOR_CHECK | FOR_SUMMARY,
     .value = VALUE_OTHER,
     .help = "take a part of the year only, e.g. 2025-04-01..2025-11-30",
     .more = "These are the first and last day, in place of those of the collection year. A "
             "return whose header says its own period is of that one, and the option is refused, "
             "as for "
             "youth justice.",
     .set = set_period},
    {.name = "la",
     .argument = "CODE",
     .commands = FOR_CHECK | FOR_SUMMARY,
     .value = VALUE_OTHER,
     .help = "the authority that makes the return, e.g. 852 or E08000025",
     .more = "Another code in the header is reported as a defect. SSDA903 has no header: there it "
             "is the 9-character code that the postcode directory has for the authority, such as "
             "E08000025, and rules that need it are skipped without it. For youth justice it is "
             "the code of the service; rule YJ-004 compares it with the header.",
     .set = set_authority},
    {.name = "previous",
     .letter = 'p',
     .argument = "PATH",
     .commands = FOR_CHECK,
     .value = VALUE_FILE,
     .repeats = true,
     .help = "last year's submission, for rules that compare",
     .more = "It may be given in the same forms as PATH. Its records are not checked; rules that "
             "compare the two years use them. Refused where no rule of the return does, and with "
             "`--each`.",
     .set = add_previous},
    {.name = "previous",
     .letter = 'p',
     .argument = "PATH",
     .commands = FOR_SUMMARY,
     .value = VALUE_FILE,
     .repeats = true,
     .help = "last year's submission, to compare the figures with",
     .more = "It may be given in the same forms as PATH. Each figure stands beside last year's, "
             "with how many subjects came in, went out or changed.",
     .set = add_previous},
    {.name = "reference",
     .argument = "KIND=FILE",
     .commands = FOR_CHECK,
     .value = VALUE_REFERENCE,
     .words = "postcodes providers establishments gravity localcodes",
     .repeats = true,
     .help = "reference data, e.g. postcodes=postcodes.idx, providers=providers.csv",
     .more = "SSDA903 uses `postcodes` (a directory, or an index of one made with `statval "
             "reference build`), for the authority and the distance of a placement, and "
             "`providers` (a CSV file of registered providers with the columns URN, PLACE_CODES, "
             "PROVIDER_CODES, REG_END, POSTCODE and, if known, LA_CODE). SEN2 uses "
             "`establishments` (a CSV file with the column URN, such as the public register of "
             "schools). Youth justice uses `gravity` (a CSV file with the columns CJSCode, "
             "YJBOffenceCategory and YJBSeriousnessScore, one row for each offence code) and "
             "`localcodes` (a CSV file with the columns List and Code: codes of the service's "
             "own, which count as known).\n\nRules that need data which were not given are "
             "skipped and listed with the reason.",
     .set = add_reference},
    {.name = "reference",
     .argument = "KIND=FILE",
     .commands = FOR_SUMMARY,
     .value = VALUE_REFERENCE,
     .words = "population figures postcodes providers establishments gravity localcodes",
     .repeats = true,
     .help = "what to compare with, or reference data, e.g. population=people.csv",
     .more =
         "`population` gives populations for rates (a CSV file with the columns residents, day, "
         "people and source), `figures` figures from elsewhere to compare with (columns "
         "measure, period, value and source); docs/headline-figures.md describes both. The "
         "other kinds are reference data, as of statval-check(1).",
     .set = add_reference},
    {.name = "each",
     .commands = FOR_CHECK,
     .help = "check every file and folder in PATH as a submission of its own, and print a table",
     .more = "Where PATH is a folder, every file and every folder in it is a submission of its "
             "own, in the order of their names; hidden entries and those that are neither file "
             "nor folder are passed over. Any other PATH is one submission. A line tells the "
             "verdict on each as soon as it is checked, and at the end comes a table of all, in "
             "the format of `--format`: `text`, `csv` or `json`, the last two without the lines "
             "before it. What cannot be read or checked is told with the reason, and the others "
             "are checked all the same.\n\nThe table is printed also when `-o` writes a report of "
             "each, unless `--quiet` is given. The other options count for all submissions alike; "
             "`--previous`, `--accept` and `--baseline` are refused.",
     .set = set_each},
    {.name = "as-portal",
     .commands = FOR_CHECK,
     .help = "hide second-stage findings of children who have first-stage ones, as the portal does",
     .more = "Their number is reported.",
     .set = set_as_portal},
    {.name = "strict",
     .commands = FOR_CHECK,
     .help = "elements out of their order are errors, also where no source says that they must "
             "keep to it",
     .more = "This is about returns of which no source says that the department asks for the "
             "order (SEN2). Without it such a return has one query for the file.",
     .set = set_strict},
    {.name = "today",
     .argument = "DATE",
     .commands = FOR_CHECK | FOR_SUMMARY,
     .value = VALUE_OTHER,
     .help = "the day that counts as today (default: SOURCE_DATE_EPOCH, else the clock)",
     .more = "Some rules of SEN2 and youth justice ask for it.",
     .set = set_today},
    {.name = "today",
     .argument = "DATE",
     .commands = FOR_ACCEPT,
     .value = VALUE_OTHER,
     .help = "the day that the lines are of (default: SOURCE_DATE_EPOCH, else the clock)",
     .set = set_today},
    {.name = "rules",
     .argument = "LIST",
     .commands = FOR_CHECK,
     .value = VALUE_RULES,
     .help = "run these rules or groups only; * allowed, - before a name leaves it out: "
             "88*,-plausibility",
     .more = "A list of codes, or names of groups, which say how firm the ground of a rule is, "
             "with commas between; `statval rules` lists both. In SEN2 `-plausibility` leaves out "
             "what no source says that the department checks, in youth justice `-own` what is a "
             "check of statval's own. `*` stands for any text, and `-` before a name leaves it "
             "out. A list that only leaves out runs everything else. Rules that do not run are "
             "listed with the reason. The schema is checked in any case.",
     .set = set_rules},
    {.name = "accept",
     .argument = "FILE",
     .commands = FOR_CHECK,
     .value = VALUE_FILE,
     .help = "findings that are accepted, with their reasons: a CSV file (see statval accept "
             "--help)",
     .more = "They are shown as explained, and count neither for the verdict nor for the exit "
             "status. Lines that accept nothing any more are listed. What is wrong with a file "
             "cannot be accepted.",
     .set = set_accept},
    {.name = "baseline",
     .argument = "FILE",
     .commands = FOR_CHECK,
     .value = VALUE_FILE,
     .help = "an earlier report (json): says which findings are new since then",
     .more = "Each finding is marked as new or unchanged since then, and what is fixed is listed.",
     .set = set_baseline},
    {.name = "config",
     .argument = "FILE",
     .commands = FOR_CHECK | FOR_SUMMARY,
     .value = VALUE_FILE,
     .help = "read settings from this file only, not from statval.conf in the working folder, the "
             "user's own and the system's; /dev/null: none",
     .more = "docs/configuration.md describes these files.",
     .set = set_config},
    {.name = "list",
     .argument = "MEASURE",
     .commands = FOR_SUMMARY,
     .value = VALUE_OTHER,
     .help = "list the subjects behind one figure",
     .more =
         "The figure is named as the summary does. Those that are counted come first; of a share "
         "then those of which they are a part.",
     .set = set_list},
    {.name = "flag",
     .argument = "PERCENT",
     .commands = FOR_SUMMARY,
     .value = VALUE_OTHER,
     .help = "flag figures that changed by more than PERCENT since last year (default: 20)",
     .set = set_flag},
    {.name = "reason",
     .argument = "TEXT",
     .commands = FOR_ACCEPT,
     .value = VALUE_OTHER,
     .help = "why the findings are accepted; goes into the portal's note",
     .set = set_reason},
    {.name = "by",
     .argument = "NAME",
     .commands = FOR_ACCEPT,
     .value = VALUE_OTHER,
     .help = "who accepts them",
     .set = set_by},
    {.name = "expires",
     .argument = "DATE",
     .commands = FOR_ACCEPT,
     .value = VALUE_OTHER,
     .help = "the last day on which this holds (CCYY-MM-DD)",
     .set = set_expires},
    {.name = "fail-on",
     .argument = "LEVEL",
     .commands = FOR_CHECK | FOR_DIFF,
     .value = VALUE_WORDS,
     .words = FAIL_ON_WORDS,
     .help = "exit status 1 from this level on: error (default), query or never",
     .set = set_fail_on},
    {.name = "format",
     .letter = 'f',
     .argument = "FORMAT",
     .commands = FOR_CHECK,
     .value = VALUE_FORMAT,
     .help = "the format of what is printed: see below (default: text)",
     .more = "Those for build services are redacted as with `--redact`, unless `--no-redact` is "
             "given.",
     .set = set_format},
    {.name = "format",
     .letter = 'f',
     .argument = "FORMAT",
     .commands = FOR_SUMMARY | FOR_RULES | FOR_DIFF,
     .value = VALUE_FORMAT,
     .help = "the format of what is printed (default: text)",
     .set = set_format},
    {.name = "output",
     .letter = 'o',
     .argument = "FILE",
     .commands = FOR_CHECK,
     .value = VALUE_FILE,
     .repeats = true,
     .help = "write a report to FILE, in the format of its ending; - for standard output",
     .more = "The longest ending that fits counts; see FORMATS. For another one the format is that "
             "of `--format`. With `-o` nothing is printed, unless `--format` is given too. Files "
             "are readable by their owner only; all of them are written whole, or none is, and "
             "older ones are replaced.\n\nWith `--each` the name needs a `%`, which stands for the "
             "name of the submission without .xml, .zip or .csv, or with it where two would "
             "otherwise have the same name. Folders in the name must be there.",
     .set = add_output},
    {.name = "output",
     .letter = 'o',
     .argument = "FILE",
     .commands = FOR_SUMMARY | FOR_DIFF,
     .value = VALUE_FILE,
     .repeats = true,
     .help = "write to FILE, in the format of its ending; - for standard output",
     .more = "For another ending the format is that of `--format`. With `-o` nothing is printed, "
             "unless `--format` is given too. Files are readable by their owner only; all of them "
             "are written whole, or none is, and older ones are replaced.",
     .set = add_output},
    {.name = "output",
     .letter = 'o',
     .argument = "FILE",
     .commands = FOR_ACCEPT,
     .value = VALUE_FILE,
     .help = "the file of acceptances that lines are added to; it is made when there is none",
     .set = add_output},
    {.name = "output",
     .letter = 'o',
     .argument = "INDEX",
     .commands = FOR_REFERENCE,
     .value = VALUE_FILE,
     .help = "the index to write",
     .more = "It is written whole or not at all, and replaces an older one; a check that uses the "
             "older one meanwhile is not disturbed.",
     .set = add_output},
    {.name = "edition",
     .argument = "TEXT",
     .commands = FOR_REFERENCE,
     .value = VALUE_OTHER,
     .help = "what reports call this directory, e.g. \"May 2026\" (default: the name of the CSV "
             "file)",
     .more = "At most 63 bytes.",
     .set = set_edition},
    {.name = "redact",
     .commands = FOR_CHECK | FOR_SUMMARY,
     .help = "leave out values and show subjects as keyed hashes (key: STATVAL_REDACT_KEY)",
     .more = "The same key gives the same hash, so that reports can be compared. The key is the "
             "environment variable STATVAL_REDACT_KEY, or else made from random bytes when first "
             "needed and kept in `~/.config/statval/redact.key`.",
     .set = set_redact},
    {.name = "no-redact",
     .commands = FOR_CHECK,
     .help = "values and subjects also in sarif, junit, github and gitlab, which otherwise redact",
     .more = "When one report of a run is redacted, none of them names columns that are not of "
             "the return, since these may be values.",
     .set = set_no_redact},
    {.name = "jobs",
     .letter = 'j',
     .argument = "N",
     .commands = FOR_CHECK,
     .value = VALUE_OTHER,
     .help = "use N processor cores (default: all)",
     .more = "From 1 to 256. The report is the same for any number.",
     .set = set_jobs},
    {.name = "max-size",
     .argument = "MB",
     .commands = FOR_CHECK | FOR_SUMMARY,
     .value = VALUE_OTHER,
     .help = "read files up to MB megabytes (default: 512)",
     .more = "At most 4294.",
     .set = set_size_limit},
    {.name = "color",
     .argument = "WHEN",
     .commands = FOR_CHECK | FOR_SUMMARY,
     .value = VALUE_WORDS,
     .words = WHEN_WORDS,
     .help = "colours: auto (default), always or never",
     .more = "With auto there are colours on a terminal, unless NO_COLOR is set or TERM is dumb.",
     .set = set_colour},
    {.name = "progress",
     .argument = "WHEN",
     .commands = FOR_CHECK | FOR_SUMMARY | FOR_REFERENCE,
     .value = VALUE_WORDS,
     .words = WHEN_WORDS,
     .help = "progress on long runs: auto (default), always or never",
     .more = "It goes to standard error; with auto on a terminal, on long runs.",
     .set = set_progress},
    {.name = "quiet",
     .letter = 'q',
     .commands = FOR_CHECK,
     .help = "print nothing but errors; the exit status tells",
     .more = "Reports asked for with `-o` are written all the same.",
     .set = set_quiet},
    {.name = "profile",
     .commands = FOR_CHECK,
     .help = "tell on standard error how long each phase and the slowest rules took",
     .more =
         "Parsing and the schema are one pass. To tell the two apart the file is parsed once more "
         "without its schema, for which time is not counted. The times of rules are those of "
         "all cores together.",
     .set = set_profile},
    {.name = "plugin-dir",
     .argument = "DIR",
     .commands = FOR_WITH_PLUGINS,
     .value = VALUE_FOLDER,
     .repeats = true,
     .help = "load plugins from DIR too, before the installed ones",
     .more = "When two plugins handle the same return, the first counts.",
     .set = add_plugin_folder},
    {.name = "help", .letter = 'h', .commands = FOR_ALL, .help = "show this help", .set = set_help},
};
const size_t option_count = sizeof(option_table) / sizeof(option_table[0]);

_Static_assert(sizeof(option_table) / sizeof(option_table[0]) <= OPTION_COUNT_MAX,
               "raise the most");
