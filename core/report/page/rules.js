/* The list of rules: filters, and what an opened rule shows. */

const filter = { text: "", severity: "", table: "", state: "" };

const STATE_TESTS = {
  "": () => true,
  open: (finding) => !finding[REASON],
  explained: (finding) => finding[REASON] > 0,
  new: (finding) => finding[STATE] === NEW,
  unchanged: (finding) => finding[STATE] === UNCHANGED,
};

/* Whether the filters let a finding of a rule through that they let through itself. */
function fits(finding, rule, words) {
  if (!STATE_TESTS[filter.state](finding)) return false;
  if (filter.table !== "" && (!finding[PLACES] || String(finding[PLACES][TABLE]) !== filter.table)) return false;
  return words || subjectName(finding[SUBJECT]).toLowerCase().includes(filter.text) || finding[ID] === filter.text;
}

function shownOf(rule) {
  if (filter.severity && rule.severity !== filter.severity) return [];
  const words = !filter.text || rule.words.includes(filter.text);
  return rule.findings.filter((finding) => fits(finding, rule, words));
}

function showFindings(rule) {
  if (!rule.tools) {
    rule.tools = makeTools(rule);
    rule.holder.before(...rule.tools.elements);
  }
  showPage(rule.holder, rule.shown, 0, rule.tools.explanation);
}

/* Findings of closed rules are not in the page. */
function onToggle(rule) {
  if (rule.element.open) showFindings(rule);
  else rule.holder.replaceChildren();
}

const isFiltered = () => Object.values(filter).some((value) => value !== "");

function updateRule(rule) {
  rule.shown = shownOf(rule);
  rule.element.hidden = rule.shown.length === 0;
  rule.count.textContent = isFiltered()
    ? `${grouped.format(rule.shown.length)} of ${count(rule.findings.length, "finding", "findings")}`
    : rule.countText;
  if (rule.element.open && !rule.element.hidden) showFindings(rule);
}

function update() {
  rules.forEach(updateRule);
  const shown = rules.filter((rule) => rule.shown.length > 0);
  const findings = shown.reduce((sum, rule) => sum + rule.shown.length, 0);
  const all = count(data.findings.length, "finding", "findings");
  byId("shown").textContent = isFiltered()
    ? `${grouped.format(findings)} of ${all}, in ${grouped.format(shown.length)} of ${count(rules.length, "rule", "rules")}`
    : `${all}, in ${count(rules.length, "rule", "rules")}`;
  byId("download").disabled = findings === 0;
}

/* Puts the rules into the order that is chosen; their places with the keyboard follow. */
function sortRules() {
  const most = byId("order").value === "most";
  const sorted = [...rules].sort((a, b) => (most && b.findings.length - a.findings.length) || a.number - b.number);
  byId("entries").append(...sorted.map((rule) => rule.element));
}

const FILTERS = ["text", "severity", "table", "state"];

function readFilters() {
  for (const name of FILTERS) filter[name] = byId(name).value.trim();
  filter.text = filter.text.toLowerCase();
  update();
}

function clearFilters() {
  for (const name of FILTERS) byId(name).value = "";
  readFilters();
}

function addOption(select, value, text) {
  select.append(make("option", { value }, text));
}

function fillSelects() {
  const used = new Set(data.findings.filter((finding) => finding[PLACES]).map((finding) => finding[PLACES][TABLE]));
  data.tables.forEach(([name], number) => used.has(number) && addOption(byId("table"), String(number), name));
  if (data.acceptances) {
    addOption(byId("state"), "open", "not explained");
    addOption(byId("state"), "explained", "explained");
  }
  if (data.baseline) {
    addOption(byId("state"), "new", "new");
    addOption(byId("state"), "unchanged", "unchanged");
  }
  byId("state").parentElement.hidden = byId("state").options.length === 1;
}

function downloadShown() {
  const findings = rules.flatMap((rule) => rule.shown);
  download(`${data.return}-${data.year}-findings.csv`, csvOfFindings(findings));
}

/* The page has an element for each rule already. */
function takeOver(rule, element) {
  rule.element = element;
  rule.holder = element.querySelector(".findings");
  rule.count = element.querySelector(".count");
  rule.countText = rule.count.textContent;
  rule.holder.replaceChildren();
  element.addEventListener("toggle", () => onToggle(rule));
}

function startRules() {
  const elements = document.querySelectorAll("details.rule");
  for (const rule of rules) takeOver(rule, elements[rule.number]);
  fillSelects();
  let waiting = 0;
  byId("text").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(readFilters, 150);
  });
  for (const name of FILTERS.slice(1)) byId(name).addEventListener("change", readFilters);
  byId("order").addEventListener("change", sortRules);
  byId("clear").addEventListener("click", clearFilters);
  byId("download").addEventListener("click", downloadShown);
  readFilters();
}
