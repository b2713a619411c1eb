/* CSV: the findings as --format csv writes them, and lines for the file of acceptances. */

const CSV_COLUMNS =
  "return,year,code,severity,level,stage,subject,table,row,line,fields,values,message,note,file,state,id";

/* A cell, in quotes where it needs them. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front. */
function csvCell(value) {
  const text = String(value);
  const formula = /^[=+\-@\t\r]/.test(text);
  if (!formula && !/[,"\r\n;]/.test(text)) return text;
  return `"${formula ? "'" : ""}${text.replaceAll('"', '""')}"`;
}

const csvLine = (cells) => cells.map(csvCell).join(",");

/* What the message cannot say stands behind it in the same cell. */
function csvMessage(finding) {
  const message = messageOf(finding);
  return finding[DETAIL] ? `${message.replace(/\.$/, "")}: ${finding[DETAIL]}.` : message;
}

function csvOfFinding(finding) {
  const rule = rules[finding[RULE]];
  const places = placesOf(finding);
  const first = places[0];
  const pairs = places.flatMap((place) => [...pairsOf(place, false), ...pairsOf(place, true)]);
  const reason = reasonOf(finding);
  return csvLine([
    data.return,
    data.year,
    rule.code,
    rule.severity,
    first ? "item" : "return",
    rule.stage,
    subjectName(finding[SUBJECT]),
    first ? tableName(first) : "",
    first && first[ROW] ? first[ROW] : "",
    first ? first[LINE] : "",
    pairs.map(([name]) => name).join(" | "),
    data.redacted ? "" : pairs.map(([, value]) => value || "").join(" | "),
    csvMessage(finding),
    reason ? reason[0] : "",
    first ? data.files[first[FILE]][0] : "",
    STATES[finding[STATE]],
    finding[ID],
  ]);
}

/* With a byte-order mark, which is how Excel tells UTF-8 from Windows-1252. */
const csvOfFindings = (findings) =>
  `\ufeff${[CSV_COLUMNS, ...findings.map(csvOfFinding)].join("\r\n")}\r\n`;

/* What is wrong with a file cannot be accepted; and hashes are nobody's name. */
const canBeExplained = (finding) =>
  !data.redacted && !finding[REASON] && rules[finding[RULE]].stage !== "read";

/* The line that accepts a finding. */
function acceptanceOf(finding, reason, by) {
  const first = finding[PLACES];
  return csvLine([
    rules[finding[RULE]].code,
    subjectName(finding[SUBJECT]),
    first ? tableName(first) : "",
    "",
    finding[ID],
    reason,
    by,
    data.today,
    "",
    "",
  ]);
}
