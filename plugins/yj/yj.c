/* The youth justice case-level return as a plugin: years, layout, code lists, recognition. The
 * rules are in rules/. */
#include "measures/measures.h"
#include "prepare.h"
#include "schemas.h"

YJ_TABLES(SV_DESCRIBE_FIELDS)

#define ROOT "YouthJusticeReturn/"

/* A record of the child, of an offence ... */
#define OF(parent_, name) .path = name "*", .parent = TABLE_##parent_

/* clang-format off */
const struct sv_table yj_tables[] = {
    SV_DESCRIBE_TABLE(header, .path = ROOT "Header", .parent = SV_NO_PARENT)
    SV_DESCRIBE_TABLE(deleted, .path = ROOT "DeletedChildren/CurrentYOTID*", .parent = SV_NO_PARENT)
    SV_DESCRIBE_TABLE(person, .path = ROOT "Child*", .parent = SV_NO_PARENT)
    SV_DESCRIBE_TABLE(residence, OF(person, "Residence"))
    SV_DESCRIBE_TABLE(care, OF(person, "CareStatus"))
    SV_DESCRIBE_TABLE(ete, OF(person, "ETEStatus"))
    SV_DESCRIBE_TABLE(sendaln, OF(person, "SENDALN"))
    SV_DESCRIBE_TABLE(mentalhealth, OF(person, "Health/MentalHealth/KPI4MentalHealthWellbeing"))
    SV_DESCRIBE_TABLE(substance, OF(person, "Health/SubstanceMisuse/KPI5SubstanceMisuse"))
    SV_DESCRIBE_TABLE(transfer, OF(person, "Transfer"))
    SV_DESCRIBE_TABLE(offence, OF(person, "Offence"))
    SV_DESCRIBE_TABLE(policebail, OF(offence, "PoliceBail"))
    SV_DESCRIBE_TABLE(outcome, OF(offence, "OffenceLegalOutcome"))
    SV_DESCRIBE_TABLE(requirement, OF(outcome, "LORequirement"))
    SV_DESCRIBE_TABLE(hearing, OF(person, "Hearing"))
    SV_DESCRIBE_TABLE(sentenceproposal, OF(hearing, "SentenceProposal"))
    SV_DESCRIBE_TABLE(programme, OF(person, "InterventionProgramme"))
    SV_DESCRIBE_TABLE(activity, OF(programme, "Activity"))
    SV_DESCRIBE_TABLE(parenting, OF(person, "ParentingIntervention"))
    SV_DESCRIBE_TABLE(victim, OF(person, "VictimIntervention"))
    SV_DESCRIBE_TABLE(assetplus, OF(person, "AssetPlus"))
    SV_DESCRIBE_TABLE(link_ho, OF(person, "Links/LinkHearingOffence"))
    SV_DESCRIBE_TABLE(link_hp, OF(person, "Links/LinkHearingInterventionProgramme"))
    SV_DESCRIBE_TABLE(link_op, OF(person, "Links/LinkOffenceInterventionProgramme"))
    SV_DESCRIBE_TABLE(link_ov, OF(person, "Links/LinkOffenceVictimIntervention"))
    SV_DESCRIBE_TABLE(link_pa, OF(person, "Links/LinkInterventionProgrammeAsset"))
    SV_DESCRIBE_TABLE(link_pp, OF(person, "Links/LinkInterventionProgrammeParentingIntervention"))
    SV_DESCRIBE_TABLE(board, .path = ROOT "ManagementBoard/BoardRow*", .parent = SV_NO_PARENT,
                      .options = SV_EMPTY_GROUP_IS_ROW)
    SV_DESCRIBE_TABLE(gravity, .options = SV_REFERENCE, .kind = "gravity",
                      .key = gravity_CJSCode, .parent = SV_NO_PARENT)
    SV_DESCRIBE_TABLE(localcodes, .options = SV_REFERENCE, .kind = "localcodes",
                      .key = localcodes_Code, .parent = SV_NO_PARENT)
};
/* clang-format on */

#define NOTICE                                                                                     \
    .notice = "The schema of the real message is not public: this return is read in statval's "    \
              "own interchange format, version 1.0, over the items of the national system."

/* A year is named after the calendar year in which its financial year ends. */
#define FINANCIAL_YEAR(ends, starts)                                                               \
    SV_YEAR(ends, #starts "-04-01", #ends "-03-31", "yj/yj-1.0.xsd", NOTICE)

static const struct sv_year years[] = {
    FINANCIAL_YEAR(2022, 2021), FINANCIAL_YEAR(2023, 2022), FINANCIAL_YEAR(2024, 2023),
    FINANCIAL_YEAR(2025, 2024), FINANCIAL_YEAR(2026, 2025), FINANCIAL_YEAR(2027, 2026),
};

#define SECTION_TITLE(name, title) title,
static const char *const sections[] = {YJ_SECTIONS(SECTION_TITLE)};

#define LIST_ADDRESS(L) &L##_list,
static const struct sv_code_list *const lists[] = {YJ_CODE_LISTS(LIST_ADDRESS)};

static const struct sv_at period[] = {AT(header, ReturnStartDate), AT(header, ReturnEndDate)};
static const struct sv_at part = AT(header, PartNumber);

SV_EXPORT_PLUGIN(
        .id = "yj", .title = "Youth justice case-level return", .version = "0.1.0",
        .licence = "MIT",
        .authority =
            "No rule here is official: the national system's schema and rules are not public, so "
            "that all codes are statval's own (YJ). Each rule says whether it rests on published "
            "sources, on law, or is statval's own.",
        .years = years, .year_count = sizeof(years) / sizeof(years[0]), .tables = yj_tables,
        .table_count = TABLE_count, .subject = AT(person, CurrentYOTID), .subject_noun = "child",
        .subjects_noun = "children", .lists = lists, .list_count = sizeof(lists) / sizeof(lists[0]),
        .schemas = statval_schemas,
        .schema_count = sizeof(statval_schemas) / sizeof(statval_schemas[0]),
        .recognition = {.root = "YouthJusticeReturn",
                        .year = AT(header, ReturnEndDate),
                        .first_month = 4,
                        .authority = AT(header, YOTOUCode),
                        .period = period,
                        .part = &part},
        .rules = SV_RULES_START, .rules_end = SV_RULES_STOP, .prepare = prepare_yj,
        .sections = sections, .section_count = SECTION_count, SV_FIGURES);
