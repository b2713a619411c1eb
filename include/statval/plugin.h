/*
 * The binary interface between statval and a plugin.
 *
 * A plugin is one shared object that exports one constant, `statval_plugin_v1`, and needs no
 * symbol of the program that loads it: what it may call comes through struct sv_host. The same
 * sources can be linked into the program; the constant is then named after the plugin.
 *
 * Versions. The major number is part of the symbol's name and must be equal. The minor number
 * grows when something is added that older plugins do not have: at the end of sv_plugin, sv_rule,
 * sv_host and sv_context, or, in structs that stand in arrays (sv_field, sv_table, sv_year), in
 * place of `reserved`. A plugin with a minor number up to the host's is loaded, and the host reads
 * nothing that the plugin's minor number does not have.
 *
 * Ownership. Everything that a descriptor points at is constant and lives as long as the process.
 * Whatever a host function returns belongs to the host and lives until the end of the rule's call,
 * rows and texts until the end of the run.
 */
#ifndef STATVAL_PLUGIN_H
#define STATVAL_PLUGIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <statval/measure.h>
#include <statval/record.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SV_PLUGIN_MAGIC UINT32_C(0x53565031) /* "SVP1" */
#define SV_ABI_MAJOR 2
#define SV_ABI_MINOR 0

/** How much a finding matters. */
enum sv_severity {
    SV_ERROR, /**< blocks the return until it is corrected */
    SV_QUERY  /**< must be corrected or explained */
};

/** What a rule can need besides tables and reference data. */
enum sv_need {
    SV_NEEDS_AUTHORITY = 1, /**< the code of the authority that makes the return */
    SV_NEEDS_XML = 2        /**< a return given as XML */
};

/** What a rule is run on. */
enum sv_rule_kind {
    SV_ROW_RULE,     /**< a predicate on one record: true is a finding on that record */
    SV_FINDING_RULE, /**< looks at one record and what lies below it, makes its own findings */
    SV_PAIR_RULE,    /**< a day of one record lies within an interval of another */
    SV_RETURN_RULE,  /**< sees the whole return, makes its own findings */
    SV_FORM_RULE     /**< a finding for each defect of form that the reader saw; has no test */
};

/** Defects of form that a form rule can tell: of XML files, and of CSV files of linked tables. In
 *  XML the schema stage tells them without such a rule. */
enum sv_form_fault {
    /** An element, or a column with a value, that the year's layout does not have at that place.
     *  What stands in the element is not looked at. */
    SV_NOT_OF_RETURN = 1,
    SV_EMPTY_ITEM = 2,      /**< an element of a field without a value */
    SV_PADDED_VALUE = 4,    /**< white space around a value */
    SV_UNKNOWN_CODE = 8,    /**< a value that is not in the code list of the year */
    SV_UNREADABLE_DATE = 16 /**< a date, or date and time, that cannot be read */
};

struct sv_context;

/** Days from `first` to `last`, both inside; empty when last < first. */
struct sv_interval {
    sv_day first;
    sv_day last;
};

/** The test of a rule; the member that fits its kind is set. */
union sv_test {
    bool (*row)(const struct sv_context *ctx, const struct sv_row *row);
    void (*finding)(const struct sv_context *ctx, const struct sv_row *row);
    struct sv_interval (*pair)(const struct sv_context *ctx, const struct sv_row *other);
    void (*whole)(const struct sv_context *ctx);
};

/** The pairs that a pair rule looks at, always under one record of the rule's table. */
struct sv_pairs {
    struct sv_at day; /**< the record and its day; reported first */
    uint16_t other;   /**< table of the record whose interval is asked for */
    /** Optional: records for which this is true are left out. */
    bool (*except)(const struct sv_context *ctx, const struct sv_row *row);
};

/** One rule: what it is, and its test. Written with the macros of statval/rule.h. */
struct sv_rule {
    /** Official or the plugin's own. In one year a code is that of one rule, or of two: an error
     * and a query. */
    const char *code;
    const char *message; /**< what is wrong, at most 140 characters, a full sentence */
    const char *why;     /**< why it matters and how to put it right in the case system */
    const char *unit;    /**< what is counted once, e.g. "row of CINdetails" */
    const char *source;  /**< what the rule rests on */
    const char *group;   /**< name by which the rule can be chosen together with others, or NULL */
    const struct sv_at *fields; /**< fields that a finding points at, in order */
    size_t field_count;
    const uint16_t *tables; /**< further tables that it reads; those of the fields are understood */
    size_t table_count;
    const struct sv_at
        *unreadable; /**< a field whose unreadable value this rule reports; or NULL */
    /** PCRE2 pattern for matches(), or NULL. The whole text must match; letter case does not matter
     *  when a field that the rule points at is SV_ANY_CASE. */
    const char *pattern;
    const char *reference;    /**< kind of reference data that it needs; or NULL */
    const char *better_with;  /**< kind of reference data that it uses when given; or NULL */
    const char *limited;      /**< what it tests without, as a sentence for people; with it */
    const uint16_t *optional; /**< tables that it points at or reads, but can do without */
    size_t optional_count;
    const uint16_t *any_of; /**< tables of which at least one must be given; then none is needed */
    size_t any_of_count;
    uint8_t severity; /**< enum sv_severity */
    uint8_t kind;     /**< enum sv_rule_kind */
    uint8_t stage;    /**< of the department's own checks, from 1; 0: not known */
    uint8_t needs;    /**< enum sv_need */
    uint8_t forms;    /**< of a form rule: enum sv_form_fault, together */
    uint16_t table;   /**< table whose records it is run on (not of a return rule) */
    int16_t first_year;
    int16_t last_year; /**< 0: still in force */
    struct sv_pairs pairs;
    union sv_test test;
    const char *file; /**< source file and line where it is written */
    int line;
};

/** One collection year. */
struct sv_year {
    int year;
    const char *period_start; /**< CCYY-MM-DD */
    const char *period_end;
    const char *schema;      /**< name of its schema among the plugin's schema files */
    const char *notice;      /**< what every report of this year says besides; NULL: nothing */
    const void *reserved[2]; /**< 0; room for later minor versions of the interface */
};

/** One collection year as an entry of sv_plugin.years; further members may be given. */
#define SV_YEAR(year_, start, end, ...)                                                            \
    {                                                                                              \
        .year = (year_), .period_start = (start), .period_end = (end), .schema = __VA_ARGS__       \
    }

/** A schema file that the plugin carries. Includes are resolved among these by name. */
struct sv_schema_file {
    const char *name; /**< path below the folder of all schemas, with `/` */
    const unsigned char *bytes;
    size_t size;
};

/** No field at all. */
#define SV_NOWHERE                                                                                 \
    {                                                                                              \
        UINT16_MAX, UINT16_MAX                                                                     \
    }

/** How a submission of this return is recognised, and where its header says what it is. Paths are
 *  from the document down, with `/`. */
struct sv_recognition {
    const char *root;            /**< name of the document's root element */
    const char *collection_path; /**< element that names the collection; NULL: the root will do */
    const char *collection;      /**< what it says */
    struct sv_at year;           /**< field that holds the collection year, or SV_NOWHERE */
    /** Month in which a year of the return begins, when `year` is a date: the year is then the one
     *  in which the twelve months end that the date lies in. 0: `year` holds the year itself. */
    uint8_t first_month;
    struct sv_at authority;      /**< field that holds the authority's code, or SV_NOWHERE */
    const char *const *required; /**< elements without which no rule runs, as paths */
    size_t required_count;
    /** Two fields of the header that hold the first and last day of the period, which is then not
     *  that of the collection year; NULL: there are none. */
    const struct sv_at *period;
    /** Field of the header that numbers the XML files of a return, which may be several: they are
     *  read in the order of these numbers, files with the same number as given, those without a
     *  number last. NULL: in XML the return is one file. */
    const struct sv_at *part;
};

/** A group of equal values; see sv_host.repeats. */
struct sv_repeats;

/** What the postcode directory says of a postcode. */
struct sv_postcode {
    int32_t easting;       /**< in metres on the grid */
    int32_t northing;      /**< (that of Ireland is another one) */
    bool located;          /**< easting and northing are known */
    const char *authority; /**< code of the upper-tier authority, 9 characters; "": none */
};

/** What the program offers to rules. Called through the functions of statval/rule.h. */
struct sv_host {
    /** Text of a value as written, trimmed; "" when none is kept. */
    const char *(*text)(const struct sv_context *ctx, struct sv_value value);
    /** First record of `table` below `under` (NULL: of the return), in document order; or NULL. */
    const struct sv_row *(*first)(const struct sv_context *ctx, const struct sv_row *under,
                                  uint16_t table);
    /** The record after `row` that is still below `under`; or NULL. */
    const struct sv_row *(*next)(const struct sv_context *ctx, const struct sv_row *row,
                                 const struct sv_row *under);
    /** Place in the list of a text of `length` bytes, whatever its years; -1: not in it. */
    int (*code_number)(const struct sv_context *ctx, const struct sv_code_list *list,
                       const char *text, size_t length);
    /** Whether the text as a whole matches the rule's pattern; false when that cannot be told. */
    bool (*matches)(const struct sv_context *ctx, const char *text);
    /** The n-th working day strictly before `day` (n >= 1): not a Saturday, Sunday or bank holiday
     *  of England and Wales. Holidays are known from 2019 to 2028. */
    sv_day (*working_day_before)(const struct sv_context *ctx, sv_day day, int n);
    /** Check letter that fits characters 2 to 13 of a unique pupil number; 0: not of that form. */
    char (*upn_check_letter)(const char *upn);
    /** Finds records below `under` (NULL: of the return) whose present values are written alike. */
    const struct sv_repeats *(*repeats)(const struct sv_context *ctx, const struct sv_row *under,
                                        struct sv_at field);
    /** First and next record with the same value as `row`; NULL: the value is there once (first),
     *  or there are no more (next). */
    const struct sv_row *(*first_equal)(const struct sv_repeats *repeats, const struct sv_row *row);
    const struct sv_row *(*next_equal)(const struct sv_repeats *repeats, const struct sv_row *row);
    /** Whether a record below `under` has this day in `field`; those for which `except` is true
     *  (NULL: none) do not count. Sorted once for one `under`, so that asking again costs little.
     */
    bool (*has_day)(const struct sv_context *ctx, const struct sv_row *under, struct sv_at field,
                    bool (*except)(const struct sv_context *ctx, const struct sv_row *row),
                    sv_day day);
    /** Whether the table was given, perhaps without any record. */
    bool (*is_given)(const struct sv_context *ctx, uint16_t table);
    /** First record of reference data whose key is this text, letter case aside, and the next one
     *  with the same key; NULL: none. */
    const struct sv_row *(*look_up)(const struct sv_context *ctx, uint16_t table, const char *key);
    const struct sv_row *(*next_alike)(const struct sv_context *ctx, const struct sv_row *row);
    /** Whether a postcode directory was given. */
    bool (*has_postcodes)(const struct sv_context *ctx);
    /** Looks a postcode up in the directory; spaces and letter case do not matter. False when it is
     *  not in it, or there is none. */
    bool (*find_postcode)(const struct sv_context *ctx, const char *postcode,
                          struct sv_postcode *found);
    /** Memory of zeros that lives until the end of the run. For sv_plugin.prepare and
     *  prepare_subject only. */
    void *(*keep)(const struct sv_context *ctx, size_t size);
    /** A value of type SV_TEXT. For sv_plugin.prepare and prepare_subject only. */
    struct sv_value (*keep_text)(const struct sv_context *ctx, const char *text);
    /** Begins a finding of the rule that runs. False when it has as many findings on this record as
     *  are kept, so that there is no use in going on. */
    bool (*found)(const struct sv_context *ctx);
    /** Adds to the finding just begun what its message cannot say, such as which numbers are
     *  missing: a few words, at most 200 bytes. They are shown with --redact too, so that no value
     *  of a record of a subject may be in them. */
    void (*detail)(const struct sv_context *ctx, const char *text);
    /** Adds a record to the finding just begun with found(); bit n of `fields` marks field n of its
     * table. False when the finding has as many records as are kept, so that there is no use in
     * going on. */
    bool (*point)(const struct sv_context *ctx, const struct sv_row *row, uint64_t fields);
    /** Working days after `first`, up to and with `last`, as in working_day_before(); negative when
     *  `last` comes before `first`. */
    int32_t (*working_days)(const struct sv_context *ctx, sv_day first, sv_day last);
};

/** What a rule is told about the run. */
struct sv_context {
    const struct sv_host *host;
    int year;            /**< collection year that the return is checked as */
    sv_day period_start; /**< first and last day of the period, both inside; an in-year check */
    sv_day period_end;   /**< has a shorter one than the collection year's */
    sv_day year_end;     /**< last day of the collection year's period, whatever the period given */
    sv_day today;        /**< the day that counts as today */
    const char *authority; /**< code of the authority that makes the return; "": not known */
    bool is_xml;           /**< the return was given as XML, perhaps with tables in CSV besides */
    bool last_is_xml;      /**< and so was last year's */
};

/** What a plugin exports. */
struct sv_plugin {
    uint32_t magic; /**< SV_PLUGIN_MAGIC */
    uint16_t abi_major;
    uint16_t abi_minor;
    uint32_t size;         /**< sizeof(struct sv_plugin) when the plugin was compiled */
    const char *id;        /**< lower case, as in --return */
    const char *title;     /**< name of the return, for people */
    const char *version;   /**< of the plugin */
    const char *licence;   /**< SPDX expression */
    const char *authority; /**< who sets the rules, and how firm they are, for people */
    const struct sv_year *years;
    size_t year_count;
    const struct sv_table *tables;
    size_t table_count;
    struct sv_at subject; /**< field that names the subject; its table has one record a subject */
    const char *subject_noun;  /**< "child", for reports */
    const char *subjects_noun; /**< "children" */
    const struct sv_code_list *const *lists;
    size_t list_count;
    const struct sv_schema_file *schemas;
    size_t schema_count;
    struct sv_recognition recognition;
    const struct sv_rule *const *rules; /**< from here up to, not including, rules_end */
    const struct sv_rule *const *rules_end;
    /** Called once when all records are there, before any rule runs; NULL: nothing to prepare. Only
     *  here and in prepare_subject may a plugin write to records: derived fields, and the further
     *  members of SV_RECORD_WITH. look_up() finds nothing yet. */
    void (*prepare)(const struct sv_context *ctx);
    /** Nobody knows that the order of elements within a record matters to the department: what
     *  stands at another place is told once per file, as a query, and not for each element. */
    bool any_order;
    /** Headline figures and stocks. NULL: there are none. */
    const char *const *sections; /**< headings under which measures are shown, in order */
    size_t section_count;
    const struct sv_measure *const *measures;
    const struct sv_measure *const *measures_end;
    const struct sv_stock *const *stocks;
    const struct sv_stock *const *stocks_end;
    /** Called after `prepare` for each subject, and with NULL for the records that belong to none,
     *  in any order and in several threads at once; NULL: nothing to prepare. It may write to this
     *  subject and to the records below it; what it writes, no other call may read. */
    void (*prepare_subject)(const struct sv_context *ctx, const struct sv_row *subject);
};

/* The build defines STATVAL_PLUGIN_ID for each plugin, and STATVAL_STATIC_PLUGINS when plugins are
 * linked into the program. */
#define SV_JOIN_(a, b) a##b
#define SV_JOIN(a, b) SV_JOIN_(a, b)

#ifdef STATVAL_STATIC_PLUGINS
#define SV_PLUGIN_SYMBOL SV_JOIN(statval_plugin_, STATVAL_PLUGIN_ID)
#else
#define SV_PLUGIN_SYMBOL statval_plugin_v1
#endif

#define SV_PLUGIN_SYMBOL_NAME "statval_plugin_v1"

/** Defines the exported descriptor: SV_EXPORT_PLUGIN(.id = "...", ...). */
#define SV_EXPORT_PLUGIN(...)                                                                      \
    extern const struct sv_plugin SV_PLUGIN_SYMBOL;                                                \
    __attribute__((visibility("default")))                                                         \
    const struct sv_plugin SV_PLUGIN_SYMBOL = {.magic = SV_PLUGIN_MAGIC,                           \
                                               .abi_major = SV_ABI_MAJOR,                          \
                                               .abi_minor = SV_ABI_MINOR,                          \
                                               .size = sizeof(struct sv_plugin),                   \
                                               __VA_ARGS__}

#ifdef __cplusplus
}
#endif
#endif
