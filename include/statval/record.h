/*
 * Values, records and layouts: how a plugin describes what its return looks like.
 *
 * One X-macro list per table says everything about its fields; from it come the C struct that
 * rules read, the description that the reader fills it by, and the names that reports print:
 *
 *     #define Section47_FIELDS(FIELD, T)                       \
 *         FIELD(T, S47ActualStartDate, .type = SV_DATE)        \
 *         FIELD(T, ICPCnotRequired, .type = SV_FLAG)
 *     SV_RECORD(Section47)
 *
 * gives `struct Section47` with the members `row`, `S47ActualStartDate` and `ICPCnotRequired`, and
 * the field numbers `Section47_S47ActualStartDate` and `Section47_ICPCnotRequired`.
 */
#ifndef STATVAL_RECORD_H
#define STATVAL_RECORD_H

#include <stddef.h>
#include <stdint.h>

#include <statval/date.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * One value of a record. It knows whether it is missing, unreadable or good:
 *   missing     text == 0 and number == SV_NONE (not there, or nothing but white space)
 *   unreadable  text != 0 and number == SV_NONE (text kept, but not a value of its type)
 *   good        number != SV_NONE
 * Fields of type SV_TEXT are good when present (their number is 0).
 */
struct sv_value {
    uint32_t text;  /**< the text as written and trimmed, in the text pool; 0: none kept */
    int32_t number; /**< day, whole number, 1 or 0 of a flag, place in the code list */
};

/** What every record begins with. Rows live until the end of the run and never move. */
struct sv_row {
    const struct sv_row *parent; /**< the record it is nested in; NULL at the top */
    uint32_t number;             /**< place in its table, from 1, in document order */
    uint32_t offset;             /**< byte of the file where it begins, from 0 */
    uint32_t subject;            /**< number of its subject, from 1; 0: of no subject */
    uint16_t table;              /**< its table, as numbered by the plugin */
    uint16_t file;               /**< file of the submission, from 0 */
};

/** How the text of a field is read. Text is trimmed of white space first. */
enum sv_type {
    SV_TEXT,   /**< anything */
    SV_CODE,   /**< an entry of the field's code list, exactly as spelled there */
    SV_DATE,   /**< CCYY-MM-DD, a day that exists, years 0001 to 9999 */
    SV_NUMBER, /**< whole number with an optional sign; kept within 32 bits */
    SV_FLAG,   /**< true or 1, false or 0; letter case matters unless SV_ANY_CASE is set */
    /** DD/MM/CCYY, day and month in one or two digits, a day that exists, years 0001 to 9999 */
    SV_DAY_MONTH_YEAR,
    /** CCYY-MM-DDThh:mm:ss, perhaps with a fraction of a second, without a time zone; the number is
     *  the day */
    SV_DATE_TIME,
    /** The same, perhaps with a time zone behind it (Z, +hh:mm or -hh:mm); the number is the day as
     *  written, whatever the zone */
    SV_ZONED_DATE_TIME,
    SV_COUNT /**< like SV_NUMBER, but not negative */
};

/** One entry of a code list. `last_year` 0: still in use. */
struct sv_code {
    const char *code;
    const char *label;
    int16_t first_year;
    int16_t last_year;
};

/** A code list. The same code stands in it once; years say when it may be used. */
struct sv_code_list {
    const char *name;
    const struct sv_code *codes;
    size_t count;
};

/** Options of a field. */
enum sv_field_option {
    /** A rule reports missing and unreadable values of this field: the schema stage does not. */
    SV_RULE_TESTS = 1,
    /** The schema stage reports a record without this field, unless a rule does. */
    SV_REQUIRED = 2,
    /** a to z count as A to Z wherever the value is compared: with codes, which must be in
     * capitals, as a key, with patterns. It is shown as written. */
    SV_ANY_CASE = 4,
    /** Not a column of the CSV table. */
    SV_NOT_IN_CSV = 8,
    /** In no file: the plugin fills it in (sv_plugin.prepare). Findings that point at it show it as
     *  a derived value, apart from those of the file. */
    SV_DERIVED = 16,
    /** A code may also be written as a label: what is no letter or digit, and each change between
     *  letters and digits, parts words; the words are compared in capitals, with _ between them.
     *  "Section 226b" is SECTION_226_B. It is shown as written. */
    SV_AS_LABEL = 32
};

/** One field of a table. Members that are left out are 0. */
struct sv_field {
    const char *name;
    /** Elements from the record's own element down to the field, with `/` between; NULL: one
     *  element of the field's name. "." : the text of the record's own element. A path that begins
     *  with "../" leads up to an element above and down again to a field of another table, whose
     *  value the record has too: "../HEADER/DOB". The last step may have a second spelling that is
     *  read as the first and told once per file: "PostCode|Postcode". In reference data: further
     *  names of the column, with | between: "TypeOfEstablishment (name)". */
    const char *path;
    const struct sv_code_list *list; /**< of a code */
    uint16_t place;                  /**< where it stands in the record, in bytes */
    uint8_t type;                    /**< enum sv_type */
    uint8_t options;                 /**< enum sv_field_option */
    int16_t first_year;              /**< 0: from the first year on */
    int16_t last_year;               /**< 0: to the last year */
    const void *reserved[2];         /**< 0; room for later minor versions of the interface */
};

/** Options of a table. */
enum sv_table_option {
    /** A group that holds the records (the step before the last of the path) but has none gives
     *  one record with all fields missing. */
    SV_EMPTY_GROUP_IS_ROW = 1,
    /** The records belong to the subject whose name stands in their field `key`, wherever they
     *  stand in the submission; the parent table is that of the subjects. Nothing is nested in
     *  them. Records of a name that no subject has come last and have no parent. */
    SV_JOINED_BY_KEY = 2,
    /** The records are those of last year's submission; the table's name ends in `_last`. Rules
     *  that read it are skipped when that submission is not given. */
    SV_LAST_YEAR = 4,
    /** In no file: one record for each subject that the tables joined to this one name, in the
     *  order in which they first do. Its field `key` holds the name. Has no path. */
    SV_MADE_OF_KEYS = 8,
    /** May be given as a CSV file, recognised by its columns: the fields of the table. */
    SV_IN_CSV = 16,
    /** An XML file counts as giving this table only when it has a record of it. */
    SV_GIVEN_BY_RECORDS = 32,
    /** Reference data: not of the submission, but a CSV file that the user gives with --reference
     *  and the table's `kind`. Columns that are no field are left alone; fields that are not
     *  SV_REQUIRED need no column. Records are found by their field `key`. */
    SV_REFERENCE = 64,
    /** A parent record has one of these at most. Further ones are read all the same, and told: in
     *  linked CSV files by the reading, in XML by the schema, which has to allow one only. */
    SV_AT_MOST_ONE = 128
};

/** No parent table. */
#define SV_NO_PARENT UINT16_MAX

/**
 * A table of CSV files whose records have keys of their own and name their parent by its key, as
 * the department's portal exports a nested return. Such a file is recognised by its key columns,
 * needs no other, and may have columns that are no field. Letter case of headings does not matter.
 * Values may have the form of the export: CCYY-Mon-DD hh:mm:ss for dates, True and False for the
 * codes 1 and 0 of a list that has no others, NULL for a blank.
 */
struct sv_linked {
    const char *key;           /**< column that names the record */
    const char *parent_key;    /**< column that names the record above it; NULL: none */
    uint16_t parent;           /**< table of that record */
    const char *const *others; /**< further columns that say nothing; ends with NULL */
};

/** A kind of record. Members that are left out are 0. */
struct sv_table {
    const char *name;
    /**
     * Elements from the parent record's own element (or from the document) down to the record,
     * with `/` between. A step that ends in `*` may be there several times; of every other step
     * only the first counts.
     */
    const char *path;
    const struct sv_field *fields;
    uint16_t field_count; /**< at most 64 */
    uint16_t size;        /**< of the record, in bytes */
    uint16_t parent;      /**< table of the parent records, or SV_NO_PARENT */
    uint16_t options;     /**< enum sv_table_option */
    uint16_t key;         /**< field by which records are joined to subjects or looked up */
    int16_t first_year;   /**< 0: from the first year on */
    int16_t last_year;    /**< 0: to the last year */
    const char *kind;     /**< of SV_REFERENCE: name of the data, as in --reference */
    /** Of records read from XML: whether this is one, once its fields are filled; NULL: always. For
     *  records whose element holds other things too; nothing may be nested in them. Asked more than
     *  once of one record. */
    _Bool (*keep)(const struct sv_row *row);
    const struct sv_linked *linked; /**< of SV_IN_CSV: linked by keys; NULL: it is not */
    const void *reserved[2];        /**< 0; room for later minor versions of the interface */
};

/** A field of a table, by their numbers. */
struct sv_at {
    uint16_t table;
    uint16_t field;
};

#define SV_MEMBER(T, name, ...) struct sv_value name;
#define SV_INDEX(T, name, ...) T##_##name,
#define SV_DESCRIBE(T, name_, ...)                                                                 \
    {.name = #name_, .place = offsetof(struct T, name_), __VA_ARGS__},

/** Declares the record struct of a table and the numbers of its fields. */
#define SV_RECORD(T) SV_RECORD_WITH(T, )

/** The same, with further members that are no fields: facts that sv_plugin.prepare notes for the
 *  rules. They begin as zeros. */
#define SV_RECORD_WITH(T, ...)                                                                     \
    struct T {                                                                                     \
        struct sv_row row;                                                                         \
        T##_FIELDS(SV_MEMBER, T) __VA_ARGS__                                                       \
    };                                                                                             \
    enum { T##_FIELDS(SV_INDEX, T) T##_field_count };

/** The numbers of the fields of T_last, whose records are those of T a year ago, in the same struct
 *  T. */
#define SV_RECORD_LAST(T) enum { T##_FIELDS(SV_INDEX, T##_last) T##_last_field_count };

/** Defines the field descriptions of a table. */
#define SV_DESCRIBE_FIELDS(T)                                                                      \
    static const struct sv_field T##_fields[] = {T##_FIELDS(SV_DESCRIBE, T)};

/** The description of a table; further members may be given. */
#define SV_DESCRIBE_TABLE(T, ...)                                                                  \
    [TABLE_##T] = {.name = #T,                                                                     \
                   .fields = T##_fields,                                                           \
                   .field_count = T##_field_count,                                                 \
                   .size = sizeof(struct T),                                                       \
                   __VA_ARGS__},

/** The description of the table T_last, with the fields of T. */
#define SV_DESCRIBE_TABLE_LAST(T, ...)                                                             \
    [TABLE_##T##_last] = {.name = #T "_last",                                                      \
                          .fields = T##_fields,                                                    \
                          .field_count = T##_field_count,                                          \
                          .size = sizeof(struct T),                                                \
                          __VA_ARGS__},

/* The name of a list in the object file begins with the plugin, so that two plugins in one program
 * may both have a list of that name. */
#define SV_TEXT_OF_(id) #id
#define SV_TEXT_OF(id) SV_TEXT_OF_(id)
#define SV_LIST_SYMBOL(L) __asm__(SV_TEXT_OF(STATVAL_PLUGIN_ID) "_" #L "_list")

#define SV_CODE_NUMBER(L, code, ...) L##_##code,
#define SV_CODE_ENTRY(L, code_, ...) {#code_, __VA_ARGS__},

/** Declares a code list that is written as an X-macro of its entries (code, label, first year, last
 *  year): `NAME_list`, and the numbers `NAME_CODE` that rules compare with. */
#define SV_DECLARE_CODES(L)                                                                        \
    enum { L##_CODES(SV_CODE_NUMBER, L) L##_code_count };                                          \
    extern const struct sv_code_list L##_list SV_LIST_SYMBOL(L);

/** Defines a declared code list; once per list, at file level. */
#define SV_DEFINE_CODES(L)                                                                         \
    static const struct sv_code L##_codes[] = {L##_CODES(SV_CODE_ENTRY, L)};                       \
    const struct sv_code_list L##_list = {#L, L##_codes, L##_code_count};

#ifdef __cplusplus
}
#endif
#endif
