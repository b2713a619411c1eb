"""Reads a report in HTML as a browser without JavaScript would, and says what is wrong with it."""

import base64
import hashlib
import html.parser
import json
import re
import sys

VOID = {"meta", "input", "br", "link", "img", "hr"}
# Elements of which the end may be left out in HTML; the report leaves none out.
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
NOT_IN = {"p": {"p", "ul", "ol", "div", "table", "details", "section", "dl", "h2", "h3"}}


class Page(html.parser.HTMLParser):
    """The elements of a page. What is not well-formed is in `faults`."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        with open(path, "rb") as file:
            self.bytes = file.read()
        self.text = self.bytes.decode("utf-8")
        self.faults = []
        self.open = []
        self.elements = []  # (tag, attributes, [text], ancestors)
        self.words = []
        self.feed(self.text)
        self.close()
        for tag, _ in self.open:
            self.fault("<%s> is never closed" % tag)

    def fault(self, text):
        self.faults.append("line %d: %s" % (self.getpos()[0], text))

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.fault("an attribute of <%s> is there twice" % tag)
        for above, _ in self.open:
            if tag in NOT_IN.get(above, ()):
                self.fault("<%s> in <%s>" % (tag, above))
        element = (tag, dict(attrs), [], [number for _, number in self.open])
        self.elements.append(element)
        if tag not in VOID:
            self.open.append((tag, len(self.elements) - 1))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.fault("</%s> does not close %s" % (tag, self.open[-1:]))
            return
        self.open.pop()

    def handle_data(self, text):
        for _, number in self.open:
            self.elements[number][2].append(text)
        if not self.open and text.strip():
            self.fault("text outside of all elements: %r" % text[:50])

    def handle_comment(self, text):
        self.fault("a comment: %r" % text[:50])

    def handle_decl(self, decl):
        if decl != "DOCTYPE html" or self.elements:
            self.fault("<!%s>" % decl[:50])

    def handle_pi(self, text):
        self.fault("<?%s>" % text[:50])

    def unknown_decl(self, text):
        self.fault("<![%s]>" % text[:50])

    def all(self, tag, **wanted):
        """Elements of a tag with these attributes (class_ for class)."""
        wanted = {name.rstrip("_"): value for name, value in wanted.items()}
        return [element for element in self.elements if element[0] == tag and
                all(element[1].get(name) == value for name, value in wanted.items())]

    def content(self, element):
        return "".join(element[2])

    def json(self, name):
        return json.loads(self.content(self.all("script", id=name)[0]))


def check_ids(page):
    seen = [attributes["id"] for _, attributes, _, _ in page.elements if "id" in attributes]
    if len(seen) != len(set(seen)):
        page.fault("an id is there twice")
    for tag, attributes, _, _ in page.elements:
        if tag == "a" and attributes.get("href", "")[1:] not in seen:
            page.fault("a link to nothing: %s" % attributes.get("href"))
        for name in ("for", "aria-labelledby"):
            if name in attributes and attributes[name] not in seen:
                page.fault("%s=%s names nothing" % (name, attributes[name]))
    labelled = {attributes.get("for") for tag, attributes, _, _ in page.elements if tag == "label"}
    for tag, attributes, _, _ in page.elements:
        if tag in ("input", "select") and attributes.get("id") not in labelled:
            page.fault("a field without a label: %s" % attributes)


def check_headings(page):
    levels = [HEADINGS[tag] for tag, _, _, _ in page.elements if tag in HEADINGS]
    if levels.count(1) != 1 or levels[0] != 1:
        page.fault("there is not one h1, at the beginning")
    for before, after in zip(levels, levels[1:]):
        if after > before + 1:
            page.fault("a heading of level %d below one of level %d" % (after, before))
    root = page.all("html")[0][1]
    if not root.get("lang") or not page.content(page.all("title")[0]).strip():
        page.fault("no language or no title")


def check_policy(page):
    """Nothing is loaded, nothing runs but what the policy knows by its hash."""
    policy = page.all("meta", **{"http-equiv": "Content-Security-Policy"})[0][1]["content"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    if rules.get("default-src") != "'none'" or rules.get("base-uri") != "'none'" or \
            rules.get("form-action") != "'none'" or "unsafe" in policy or ":" in policy:
        page.fault("the policy is open: %s" % policy)
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        elements = [element for element in page.all(tag) if "type" not in element[1]]
        if len(elements) != 1:
            page.fault("there is not one <%s>" % tag)
        text = page.content(elements[0]).encode("utf-8")
        digest = base64.b64encode(hashlib.sha256(text).digest()).decode("ascii")
        if rules.get(kind) != "'sha256-%s'" % digest:
            page.fault("%s has not the hash of <%s>" % (kind, tag))
        if text not in page.bytes:
            page.fault("<%s> is not in the file as it is read" % tag)
    for tag, attributes, _, _ in page.elements:
        for name, value in attributes.items():
            if name.startswith("on") or name in ("style", "src", "srcset", "action", "data"):
                page.fault("<%s %s=%s>" % (tag, name, value))
            if name == "href" and not value.startswith("#"):
                page.fault("a link that leads away: %s" % value)
        if tag in ("iframe", "object", "embed", "link", "base", "form", "img"):
            page.fault("<%s>" % tag)
    for element in page.all("script", type="application/json"):
        if re.search("[<>&\u2028\u2029]", page.content(element)):
            page.fault("JSON that is not escaped")


def numbers(page):
    """The numbers at the top, by their name."""
    names = [page.content(element) for element in page.all("dt")]
    values = [int(page.content(element).replace(",", ""))
              for element in page.all("dd", class_="number")]
    return dict(zip(names, values))


def number_of(page, one, many):
    top = numbers(page)
    return top[one] if one in top else top[many]


def rules_shown(page):
    """The rules with findings: (code, severity) with number of findings and of rows shown."""
    shown = {}
    for number, element in enumerate(page.elements):
        if element[0] != "details" or element[1].get("class") != "rule":
            continue
        severity, code = element[1]["id"].split("-", 1)
        inside = [other for other in page.elements if number in other[3]]
        count = next(page.content(other) for other in inside
                     if other[1].get("class") == "count")
        rows = sum(other[0] == "tr" for other in inside) - 1
        explained = re.search("([0-9,]+) explained", count)
        findings = int(count.split()[0].replace(",", ""))
        total = findings + int(explained.group(1).replace(",", "") if explained else 0)
        if rows != min(total, 50):
            page.fault("%s: %d rows of %d findings" % (code, rows, total))
        if (total > 50) != ("50 of " in "".join(element[2])):
            page.fault("%s: what is left out is not told" % code)
        shown[code, severity] = (findings, total)
    return shown


def rows_of(page, caption):
    """The rows of the chart or table with this caption: texts of heading and last cell."""
    for number, element in enumerate(page.elements):
        if element[0] == "caption" and page.content(element).startswith(caption):
            table = element[3][-1]
            inside = [other for other in page.elements if table in other[3]]
            heads = [page.content(other) for other in inside
                     if other[0] == "th" and other[1].get("scope") == "row"]
            cells = [page.content(other) for other in inside
                     if other[0] == "td" and other[1].get("class") == "number"]
            return list(zip(heads, cells))
    page.fault("there is no table %s" % caption)
    return []


def unpacked(page):
    """The findings that the scripts work on, in the form of the JSON report."""
    data = page.json("report-data")
    names = dict(data["subjects"])
    result = []
    for rule, subject, number, state, reason, detail, message, *places in data["findings"]:
        code, severity, text = data["rules"][rule]
        finding = {"id": number, "rule": code, "severity": severity,
                   "subject": names[subject] or None if subject else None,
                   "message": message or text, "locations": []}
        if detail:
            finding["detail"] = detail
        if state:
            finding["state"] = ["", "new", "unchanged"][state]
        if reason:
            finding["explained"] = data["reasons"][reason - 1]
        for table, row, line, sheet_row, file, *pairs in places:
            place = {"table": data["tables"][table][0] if table >= 0 else None,
                     "row": row or None, "file": data["files"][file][0], "line": line,
                     "fields": {}}
            for field, value in zip(pairs[::2], pairs[1::2]):
                derived = not isinstance(field, str) and field in data["tables"][table][2]
                name = field if isinstance(field, str) else data["tables"][table][1][field]
                place.setdefault("derived" if derived else "fields", {})[name] = value or None
            if sheet_row:
                place["sheet_row"] = sheet_row
            finding["locations"].append(place)
        result.append(finding)
    return result


def meant(report):
    """The findings of a JSON report as unpacked() gives them."""
    result = []
    for finding in report["findings"]:
        copy = {name: value for name, value in finding.items() if name != "stage"}
        if "explained" in copy:
            copy["explained"] = [copy["explained"]["reason"], copy["explained"]["by"] or ""]
        result.append(copy)
    return result


def compare(page, report):
    summary = report["summary"]
    told = (number_of(page, "error", "errors"), number_of(page, "query", "queries"),
            number_of(page, "defect of form", "defects of form"))
    if told != (summary["errors"], summary["queries"], summary["schema"]):
        page.fault("the numbers at the top are %s" % (told,))
    if "explained" in numbers(page) and numbers(page)["explained"] != summary["explained"]:
        page.fault("not %d explained" % summary["explained"])
    found = {}
    for finding in report["findings"]:
        key = (finding["rule"], finding["severity"])
        open_ones, total = found.get(key, (0, 0))
        found[key] = (open_ones + ("explained" not in finding), total + 1)
    if rules_shown(page) != found:
        page.fault("the rules with findings differ")
    for got, want in zip(unpacked(page), meant(report)):
        if got != want:
            page.fault("findings differ: %s, not %s" % (got, want))
            break
    if len(unpacked(page)) != len(report["findings"]):
        page.fault("the page has %d findings" % len(unpacked(page)))
    compare_charts(page, report)
    read = {name: int(cell.replace(",", "")) for name, cell in rows_of(page, "Rows read")
            if "(reference data)" not in name}
    if read != report["submission"]["tables"]:
        page.fault("the rows read differ")


def compare_charts(page, report):
    todo = [finding for finding in report["findings"] if "explained" not in finding]
    if not todo:
        return
    by_rule, by_table = {}, {}
    for finding in todo:
        first = finding["locations"][0]["table"] if finding["locations"] else None
        for counts, key in ((by_rule, finding["rule"]), (by_table, first or "no record")):
            counts[key] = counts.get(key, 0) + 1
    charted = [(name, int(cell.split(":")[0].replace(",", "")))
               for name, cell in rows_of(page, "By table")]
    if dict(charted) != by_table:
        page.fault("the chart of tables is %s" % charted)
    charted = [int(cell.split(":")[0].replace(",", "")) for _, cell in rows_of(page, "By rule")]
    if charted != sorted(charted, reverse=True)[:15] or charted[0] > max(by_rule.values()):
        page.fault("the chart of rules is %s" % charted)
    months = [page.content(element) for element in page.all("li")
              if re.match("[A-Z][a-z][a-z] [0-9]{4}: ", page.content(element))]
    others = next(page.content(element) for element in page.all("p")
                  if page.content(element).startswith("Besides: "))
    total = sum(int(count.replace(",", "")) for text in months
                for count in re.findall("([0-9,]+) (?:error|quer)", text)) + \
        sum(int(count.replace(",", "")) for count in re.findall("[0-9][0-9,]*", others))
    if total != len(todo) or not 1 <= len(months) <= 24:
        page.fault("the chart of months has %d of %d findings" % (total, len(todo)))


def main():
    page = Page(sys.argv[1])
    check_ids(page)
    check_headings(page)
    check_policy(page)
    if len(sys.argv) > 2:
        with open(sys.argv[2], encoding="utf-8") as file:
            compare(page, json.load(file))
    for fault in page.faults[:10]:
        print("%s: %s" % (sys.argv[1], fault), file=sys.stderr)
    return 1 if page.faults else 0


if __name__ == "__main__":
    sys.exit(main())
