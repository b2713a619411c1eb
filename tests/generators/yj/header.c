/* What stands round the children: header, list of deleted children, and management board. */
#include "faults.h"

#include <stdlib.h>
#include <string.h>

#define SYSTEM "Invented case system"

static const char *const row_types[] = {"SENIOR_PARTNER", "DELEGATED_PARTNER", "NEW_PARTNER"};
/* By type of row; attended and not, of each sector. */
static const unsigned attendance[COUNT_OF(row_types)][2] = {{3, 1}, {2, 0}, {1, 0}};
enum { SECTORS = 6, DELETED_CHILDREN = 3 };

day quarter_start(int year, int quarter)
{
    return day_of(quarter == 4 ? year : year - 1, quarter == 4 ? 1 : quarter * 3 + 1, 1);
}

day quarter_end(int year, int quarter)
{
    return months_after(quarter_start(year, quarter), 3) - 1;
}

static void add_deleted(struct record *head)
{
    for (unsigned i = 0; i < DELETED_CHILDREN; i++) {
        cell text = "";

        snprintf(text, CELL_SIZE, "D%06u", i + 1);
        record_add(head, DELETED);
        record_set(head, DELETED, 0, record_text(head, text));
    }
}

static void add_board(struct record *head)
{
    for (unsigned i = 0; i < COUNT_OF(row_types) && record_add(head, BOARD) != NULL; i++) {
        record_set(head, BOARD, D_TYPE, row_types[i]);
        for (unsigned j = 0; j < 2 * SECTORS; j++)
            record_set_number(head, BOARD, D_SECTORS + j, attendance[i][j % 2]);
    }
}

void write_header(struct record *head, const struct circumstances *c, unsigned part, unsigned parts)
{
    cell when = "";

    record_clear(head, c->year);
    record_add(head, HEADER);
    record_set(head, HEADER, U_YOT, "X99");
    record_set_day(head, HEADER, U_START, c->start);
    record_set_day(head, HEADER, U_END, c->end);
    record_set(head, HEADER, U_SYSTEM, SYSTEM);
    record_set(head, HEADER, U_VERSION, "11.2");
    write_day(c->today, when);
    strcat(when, "T09:30:00");
    record_set(head, HEADER, U_TIME, record_text(head, when));
    record_set_number(head, HEADER, U_PART, part);
    record_set_number(head, HEADER, U_PARTS, parts);
    if (part == 1) {
        add_deleted(head);
        add_board(head);
    }
}

/* Late, or too early. */
void spoil_circumstances(struct circumstances *c)
{
    if (c->seed % HEADER_GROUPS == 0)
        c->today = c->end + 45;
    if (c->seed % HEADER_GROUPS == 1)
        c->today = c->end;
}

struct header_fault {
    unsigned group;
    enum table_id table;
    const char *rule, *name;
    unsigned row, column;
    /* A number of days after the value, if the column has days. NULL: the board is left out, of the
     * header nothing is changed. */
    const char *value;
};

static const struct header_fault faults[] = {
    {0, HEADER, "001", "not a quarter", 0, U_START, "1"},
    {0, HEADER, "007", "late", 0, U_TIME, NULL},
    {0, BOARD, "281", "doubled row of the board", 1, D_TYPE, "SENIOR_PARTNER"},
    {1, HEADER, "003", "made before the end", 0, U_TIME, NULL},
    {1, HEADER, "005", "parts missing", 0, U_PARTS, "9"},
    {1, BOARD, "282", "no entry of health", 0, D_SECTORS + 8, "0"},
    {1, BOARD, "282", "no entry of health", 0, D_SECTORS + 9, "0"},
    {2, BOARD, "283", "more new partners than partners", 2, D_SECTORS + 2, "9"},
    {3, HEADER, "002", "ends before it starts", 0, U_START, "95"},
    {3, BOARD, "280", "no board", 0, D_TYPE, NULL},
};

static void spoil_item(struct record *head, const struct header_fault *fault)
{
    struct row *row = &head->rows[fault->table][fault->row];
    day when = row->cells[fault->column] != NULL ? read_day(row->cells[fault->column]) : NO_DAY;
    cell text = "";

    if (fault->value == NULL && fault->table == BOARD)
        head->counts[BOARD] = 0;
    if (fault->value == NULL)
        return;
    if (when != NO_DAY)
        write_day(when + atoi(fault->value), text);
    else
        snprintf(text, CELL_SIZE, "%s", fault->value);
    row->cells[fault->column] = record_text(head, text);
}

/* The last part comes from another version of the case system. */
static void spoil_last_part(struct record *head, FILE *injected)
{
    const char *part = record_get(head, HEADER, U_PART), *parts = record_get(head, HEADER, U_PARTS);

    if (strcmp(part, "1") == 0 || strcmp(part, parts) != 0)
        return;
    record_set(head, HEADER, U_VERSION, "10.9");
    if (injected != NULL)
        fputs(",another version,YJ-006\n", injected);
}

void spoil_header(struct record *head, uint64_t seed, FILE *injected)
{
    spoil_last_part(head, injected);
    for (unsigned i = 0; i < COUNT_OF(faults); i++) {
        const struct header_fault *fault = &faults[i];

        if (fault->group != seed % HEADER_GROUPS || fault->row >= head->counts[fault->table])
            continue;
        spoil_item(head, fault);
        if (injected != NULL)
            fprintf(injected, ",%s,YJ-%s\n", fault->name, fault->rule);
    }
}
