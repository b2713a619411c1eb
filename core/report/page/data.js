"use strict";
/* The findings and records that stand in the page as JSON; core/report/html/data.c writes them. */

const byId = (id) => document.getElementById(id);
const readJson = (id) => JSON.parse(byId(id).textContent);

const data = readJson("report-data");

/* Members of a finding. */
const RULE = 0;
const SUBJECT = 1;
const ID = 2;
const STATE = 3;
const REASON = 4;
const DETAIL = 5;
const MESSAGE = 6;
const PLACES = 7;

/* Members of a place that a finding points at; behind them fields and values take turns. */
const TABLE = 0;
const ROW = 1;
const LINE = 2;
const SHEET_ROW = 3;
const FILE = 4;
const FIELDS = 5;

/* What an earlier report says of a finding. */
const NEW = 1;
const UNCHANGED = 2;
const STATES = ["", "new", "unchanged"];

const rules = data.rules.map(([code, severity, message], number) => ({
  number,
  code,
  severity,
  message,
  stage: code === "FILE" ? "read" : code === "XSD" ? "schema" : "rules",
  words: `${code} ${message}`.toLowerCase(),
  findings: [],
}));
for (const finding of data.findings) rules[finding[RULE]].findings.push(finding);

/* Names by number; a subject may have none. */
const subjects = new Map(data.subjects);

const subjectName = (number) => subjects.get(number) || "";

const tableName = (place) => (place[TABLE] < 0 ? "" : data.tables[place[TABLE]][0]);

/* What is not of the return stands there by its name. */
const fieldName = (table, field) =>
  typeof field === "string" ? field : data.tables[table][1][field];

const isDerived = (table, field) =>
  typeof field !== "string" && data.tables[table][2].includes(field);

/* The fields of a place as [name, value, field], those of the file or those worked out. */
function pairsOf(place, derived) {
  const pairs = [];
  for (let i = FIELDS; i < place.length; i += 2) {
    if (isDerived(place[TABLE], place[i]) === derived)
      pairs.push([fieldName(place[TABLE], place[i]), place[i + 1], place[i]]);
  }
  return pairs;
}

const placesOf = (finding) => finding.slice(PLACES);

const messageOf = (finding) => finding[MESSAGE] || rules[finding[RULE]].message;

const reasonOf = (finding) => (finding[REASON] ? data.reasons[finding[REASON] - 1] : null);

/* Records by number of their subject, read when they are first asked for. */
let records = null;
function recordsOf(subject) {
  if (!records) records = new Map(readJson("report-records").map(([number, ...rest]) => [number, rest]));
  return records.get(subject) || [];
}

const grouped = new Intl.NumberFormat("en-GB");

const count = (number, one, many) => `${grouped.format(number)} ${number === 1 ? one : many}`;
