/* The findings of one rule: a table that is made when the rule is opened, a page at a time. */

const PAGE = 200;
const PLACES_SHOWN = 10;

function whereText(place) {
  const parts = [];
  if (place[TABLE] >= 0) parts.push(`${tableName(place)} ${place[ROW]}`);
  const [file, isOneOfSeveral] = data.files[place[FILE]];
  if (isOneOfSeveral || place[TABLE] < 0) parts.push(file);
  parts.push(place[SHEET_ROW] ? `row ${place[SHEET_ROW]} in Excel` : `line ${place[LINE]}`);
  return parts.join(", ");
}

const pairElement = ([name, value]) =>
  make("span", { class: "pair" }, make("b", null, name), " ", valueElements(value));

function placeElement(place) {
  const derived = pairsOf(place, true);
  return make(
    "li",
    null,
    make("span", { class: "where" }, isolated(whereText(place))),
    pairsOf(place, false).map(pairElement),
    derived.length > 0 && make("span", { class: "where" }, "worked out:"),
    derived.map(pairElement),
  );
}

function placesElement(finding) {
  const places = placesOf(finding);
  if (places.length === 0) return "The return as a whole";
  const more = places.length - PLACES_SHOWN;
  return make(
    "ul",
    { class: "places" },
    places.slice(0, PLACES_SHOWN).map(placeElement),
    more > 0 && make("li", null, `and ${grouped.format(more)} more`),
  );
}

/* Words about a finding that its rule does not say. */
function remarksOf(finding) {
  const reason = reasonOf(finding);
  return [
    finding[STATE] === NEW && make("p", null, badge("new")),
    finding[MESSAGE] && make("p", null, isolated(finding[MESSAGE])),
    finding[DETAIL] && make("p", null, isolated(finding[DETAIL])),
    reason &&
      make("p", null, badge("explained"), " ", isolated(reason[0] + (reason[1] ? ` (${reason[1]})` : ""))),
  ].filter(Boolean);
}

/* The line for the acceptances, made when it is asked for. */
function acceptElement(finding, explanation) {
  const code = make("code");
  const said = statusLine();
  const show = () => {
    code.textContent = acceptanceOf(finding, ...explanation());
  };
  const copy = () => {
    show();
    copyText(code.textContent, said, "Line");
  };
  return make(
    "details",
    { class: "accept", toggle: show },
    make("summary", null, "Line to explain it"),
    code,
    button("Copy", copy),
    said,
  );
}

function subjectElement(finding) {
  const number = finding[SUBJECT];
  if (!number) return make("i", null, "none");
  const name = subjectName(number);
  return make("a", { href: `#subject-${number}` }, name ? isolated(name) : "(no identifier)");
}

function findingRow(finding, explanation) {
  return make(
    "tr",
    null,
    make("th", { scope: "row" }, subjectElement(finding)),
    make("td", null, placesElement(finding)),
    make("td", null, remarksOf(finding), canBeExplained(finding) && acceptElement(finding, explanation)),
  );
}

function findingsTable(findings, explanation) {
  const heading = ["Records and values", "Remarks"].map((text) => make("th", { scope: "col" }, text));
  return make(
    "table",
    { class: "findings" },
    make("thead", null, make("tr", null, make("th", { scope: "col", class: "who" }, data.noun), heading)),
    make("tbody", null, findings.map((finding) => findingRow(finding, explanation))),
  );
}

/* Shows the findings from number `from` on. */
function showPage(holder, findings, from, explanation) {
  const turn = (to) => () => {
    showPage(holder, findings, to, explanation);
    holder.querySelector(".pages").focus();
  };
  const end = Math.min(from + PAGE, findings.length);
  holder.replaceChildren(findingsTable(findings.slice(from, end), explanation));
  if (findings.length <= PAGE) return;
  const earlier = button("Earlier", turn(Math.max(from - PAGE, 0)));
  const later = button("Later", turn(from + PAGE));
  earlier.disabled = from === 0;
  later.disabled = end === findings.length;
  const text = `${grouped.format(from + 1)} to ${grouped.format(end)} of ${grouped.format(findings.length)}`;
  const pages = make("div", { class: "pages", tabindex: "-1", role: "group", "aria-label": text });
  pages.append(earlier, make("span", null, text), later);
  holder.prepend(pages);
}

/* Names of all subjects of the findings, each once, one in a line. */
function namesOf(findings) {
  const names = new Set(findings.map((finding) => subjectName(finding[SUBJECT])).filter(Boolean));
  return [...names].map((name) => `${csvCell(name)}\r\n`).join("");
}

/* What can be done with those findings of a rule that the filters let through. */
function makeTools(rule) {
  const said = statusLine();
  const reason = make("input", { type: "text", autocomplete: "off" });
  const by = make("input", { type: "text", autocomplete: "off" });
  const explanation = () => [reason.value.trim(), by.value.trim()];
  const copyNames = () => copyText(namesOf(rule.shown), said, `List of ${data.nouns}`);
  const copyLines = () => {
    const lines = rule.shown.filter(canBeExplained);
    const text = lines.map((finding) => `${acceptanceOf(finding, ...explanation())}\r\n`).join("");
    copyText(text, said, count(lines.length, "line", "lines"));
  };
  const box = make(
    "div",
    { class: "explain", hidden: "" },
    make(
      "p",
      { class: "hint" },
      "A finding that is right as it is can be explained: a line with the reason goes into the file that ",
      make("code", null, "statval check --accept"),
      " is given. Without a reason a line is not taken. Lines are made for all findings of the rule that the filters show.",
    ),
    make("label", { class: "field grow" }, "Reason, as in the portal's note ", reason),
    make("label", { class: "field" }, "Your name ", by),
    button("Copy a line for each finding", copyLines),
  );
  const explain = button("Explain…", () => {
    box.hidden = !box.hidden;
    explain.setAttribute("aria-expanded", String(!box.hidden));
  });
  explain.setAttribute("aria-expanded", "false");
  const canExplain = rule.findings.some(canBeExplained);
  const copy = rule.findings.some((finding) => finding[SUBJECT]) && button(`Copy the list of ${data.nouns}`, copyNames);
  const tools = make("div", { class: "tools" }, copy, canExplain && explain, said);
  return { elements: [tools, box], explanation };
}
