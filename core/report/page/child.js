/* One child: its findings, and all its records with the fields marked that findings point at. */

const CHOICES = 24;

/* What findings point at, by "table row": their findings, and by field its value and the rules. */
function marksOf(findings) {
  const marks = new Map();
  for (const finding of findings) {
    for (const place of placesOf(finding)) {
      const key = `${place[TABLE]} ${place[ROW]}`;
      if (!marks.has(key)) marks.set(key, { findings: new Set(), fields: new Map() });
      const mark = marks.get(key);
      mark.findings.add(finding);
      for (let i = FIELDS; i < place.length; i += 2) {
        if (!mark.fields.has(place[i])) mark.fields.set(place[i], { value: place[i + 1], rules: new Set() });
        mark.fields.get(place[i]).rules.add(rules[finding[RULE]]);
      }
    }
  }
  return marks;
}

function ruleLink(rule) {
  return make("a", { href: `#${rule.severity}-${rule.code}`, class: "code" }, rule.code);
}

function wrongItem(finding) {
  const rule = rules[finding[RULE]];
  return make(
    "li",
    null,
    ruleLink(rule),
    badge(rule.severity),
    make("span", { class: "message" }, rule.message),
    make("div", { class: "remark" }, placesElement(finding), remarksOf(finding)),
  );
}

/* The cell of a value, marked with the rules that point at it. */
function valueCell(value, pointing) {
  if (!pointing) return make("td", null, value ? valueElements(value) : "");
  const all = [...pointing.rules];
  const severity = all.some((rule) => rule.severity === "error") ? "error" : "query";
  return make(
    "td",
    null,
    make("span", { class: `mark ${severity}` }, valueElements(pointing.value)),
    all.map((rule) => make("span", { class: "marks" }, `${rule.code} ${rule.severity}`)),
  );
}

/* A finding is told beside the record that it is about, which is its first; beside the others its
 * rule is named. */
function messageCell(table, row, mark) {
  const all = mark ? [...mark.findings] : [];
  const isAbout = ({ [PLACES]: first }) => first[TABLE] === table && first[ROW] === row;
  const others = new Set(all.filter((finding) => !isAbout(finding)).map((finding) => rules[finding[RULE]].code));
  const message = (finding) =>
    make("p", null, make("b", null, rules[finding[RULE]].code), " ", isolated(messageOf(finding)));
  return make(
    "td",
    { class: "messages" },
    all.filter(isAbout).map(message),
    others.size > 0 && make("p", { class: "hint" }, `Part of ${[...others].join(", ")}`),
  );
}

function recordRow(table, record, mark, fields, marked) {
  const [row, line, sheetRow, , ...values] = record;
  const place = sheetRow ? `row ${sheetRow} in Excel` : `line ${line}`;
  return make(
    "tr",
    null,
    make("th", { scope: "row" }, `${row}, ${place}`),
    marked && messageCell(table, row, mark),
    fields.map((field) => valueCell(values[field] || 0, mark && mark.fields.get(field))),
  );
}

/* Fields that have a value in some record, or that a finding points at. Values that are worked out
 * are not in the records. */
function fieldsShown(table, list, marks) {
  const numbers = [...data.tables[table][1].keys()];
  return numbers.filter((field) =>
    list.some((record) => record[4 + field] || marks(record)?.fields.has(field)),
  );
}

function recordsTable(table, list, allMarks) {
  const marks = (record) => allMarks.get(`${table} ${record[0]}`);
  const marked = list.some(marks);
  const fields = fieldsShown(table, list, marks);
  const name = data.tables[table][0].replace(/_last$/, ", last year");
  const heading = ["Record", ...(marked ? ["What is wrong"] : [])].map((text) => make("th", { scope: "col" }, text));
  const columns = fields.map((field) =>
    make("th", { scope: "col" }, data.tables[table][1][field], isDerived(table, field) && " (worked out)"),
  );
  return [
    make("h4", null, name),
    make(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": `Records of ${name}` },
      make(
        "table",
        { class: "records" },
        make("thead", null, make("tr", null, heading, columns)),
        make("tbody", null, list.map((record) => recordRow(table, record, marks(record), fields, marked))),
      ),
    ),
  ];
}

function showChild(number) {
  const findings = data.findings.filter((finding) => finding[SUBJECT] === number);
  const marks = marksOf(findings);
  const name = subjectName(number);
  const heading = make("h3", { tabindex: "-1", id: "child-title" }, `${data.noun} `, name ? isolated(name) : "without an identifier");
  byId("child").replaceChildren(
    make(
      "article",
      { class: "person", "aria-labelledby": "child-title" },
      heading,
      make("p", { class: "hint" }, count(findings.length, "finding", "findings")),
      make("ul", { class: "wrongs" }, findings.map(wrongItem)),
      data.redacted && make("p", { class: "hint" }, "Values are left out of this report."),
      recordsOf(number).flatMap(([table, ...list]) => recordsTable(table, list, marks)),
    ),
  );
  showChoices();
  heading.focus();
  heading.scrollIntoView();
}

/* Numbers of findings by subject. */
function countBySubject() {
  const counts = new Map();
  for (const finding of data.findings) counts.set(finding[SUBJECT], (counts.get(finding[SUBJECT]) || 0) + 1);
  return counts;
}

let found = [];

function showChoices() {
  const text = byId("name").value.trim().toLowerCase();
  const fitting = found.filter(({ words }) => words.includes(text));
  const chosen = location.hash;
  byId("matches").textContent =
    fitting.length > CHOICES
      ? `${count(fitting.length, data.noun, data.nouns)}; the ${CHOICES} with the most findings:`
      : `${count(fitting.length, data.noun, data.nouns)}`;
  byId("choices").replaceChildren(
    ...fitting.slice(0, CHOICES).map(({ number, findings }) => {
      const href = `#subject-${number}`;
      const link = make("a", { href, "aria-current": href === chosen && "true" });
      link.append(isolated(subjectName(number) || "(no identifier)"), ` (${grouped.format(findings)})`);
      return make("li", null, link);
    }),
  );
}

function startChildren() {
  const counts = countBySubject();
  found = data.subjects
    .map(([number, name]) => ({ number, words: (name || "").toLowerCase(), findings: counts.get(number) || 0 }))
    .sort((a, b) => b.findings - a.findings || a.number - b.number);
  byId("look-up").hidden = found.length === 0;
  byId("name").addEventListener("input", showChoices);
  showChoices();
}
