#include "statuses.h"

const struct status_meaning status_meanings[] = {
    {STATUS_OK, FOR_CHECK, "nothing at or above --fail-on"},
    {STATUS_OK, FOR_DIFF, "nothing new at or above --fail-on"},
    {STATUS_OK, FOR_ACCEPT, "lines were added"},
    {STATUS_OK, FOR_SUMMARY, "the figures were worked out"},
    {STATUS_OK, FOR_REFERENCE, "the index was made"},
    {STATUS_OK, FOR_RULES | FOR_EXPLAIN | FOR_PLUGINS, "it was printed"},
    {STATUS_FINDINGS, FOR_CHECK, "findings at or above it"},
    {STATUS_FINDINGS, FOR_DIFF, "new findings at or above it"},
    {STATUS_USAGE, FOR_ALL & ~(FOR_DIFF | FOR_ACCEPT), "wrong usage"},
    {STATUS_USAGE, FOR_DIFF | FOR_ACCEPT, "wrong usage, or not a readable report"},
    {STATUS_INPUT, FOR_CHECK | FOR_SUMMARY, "not a readable return"},
    {STATUS_INPUT, FOR_REFERENCE, "not a readable directory of postcodes"},
    {STATUS_INSTALLATION, FOR_WITH_PLUGINS,
     "the installation is at fault: no plugin, or one without its schema"},
    {STATUS_REPORT, FOR_CHECK, "a report could not be written"},
    {STATUS_REPORT, FOR_ALL & ~FOR_CHECK, "what was asked for could not be written"},
    {STATUS_FAULT, FOR_ALL, "a fault in statval or a plugin, or too little memory"},
};
const size_t status_meaning_count = sizeof(status_meanings) / sizeof(status_meanings[0]);
