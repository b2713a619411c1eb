"""Reads a report as a workbook as a spreadsheet would, says what is wrong with it, and compares it
with the JSON report of the same check: xlsx_reader.py REPORT.xlsx [REPORT.json]

Without a JSON report, prints the sheets as JSON: {name: [line, ...]}, each line a list of cells.
With --exported, reads the sheet of findings as a spreadsheet program wrote it as CSV.
"""

import csv
import datetime
import json
import re
import sys
import xml.etree.ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CELL_MAX = 32767
LINES_MAX = 1048576
# Parts that a plain workbook has; links, macros and whatever is embedded would be others.
PARTS = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/_rels/workbook\.xml\.rels|xl/workbook\.xml|"
                   r"xl/styles\.xml|xl/theme/theme1\.xml|xl/sharedStrings\.xml|xl/worksheets/sheet\d+\.xml|"
                   r"docProps/(app|core)\.xml")
# Elements of a cell; <f> would be a formula.
OF_SHEET = {"worksheet", "sheetPr", "pageSetUpPr", "dimension", "sheetViews", "sheetView", "pane",
            "selection", "sheetFormatPr", "cols", "col", "sheetData", "row", "c", "v", "is", "t",
            "autoFilter", "pageMargins", "pageSetup"}


def decoded(text):
    """The text of a cell: _x0041_ stands for the letter A."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match.group(1), 16)), text)


def units(text):
    """Characters as Excel counts them."""
    return len(text.encode("utf-16-le")) // 2


class Book:
    """The sheets of a workbook. What is wrong with it is in `faults`."""

    def __init__(self, path):
        self.faults = []
        self.sheets = {}
        with zipfile.ZipFile(path) as file:
            if file.testzip():
                self.faults.append("a part is damaged")
            for part in file.infolist():
                if not PARTS.fullmatch(part.filename):
                    self.faults.append("a part that should not be there: %s" % part.filename)
                if part.date_time[0] != 1980:
                    self.faults.append("%s has a time" % part.filename)
            self.read(file)

    def read(self, file):
        def parsed(name):
            return xml.etree.ElementTree.fromstring(file.read(name))

        links = {link.get("Id"): link.get("Target") for link in parsed("xl/_rels/workbook.xml.rels")}
        styles = parsed("xl/styles.xml")
        dates = {format.get("numFmtId") for format in styles.iter(MAIN + "numFmt")
                 if "yyyy" in format.get("formatCode")}
        looks = [look.get("numFmtId") in dates for look in styles.find(MAIN + "cellXfs")]
        for sheet in parsed("xl/workbook.xml").iter(MAIN + "sheet"):
            name = sheet.get("name")
            if len(name) > 31 or name in self.sheets:
                self.faults.append("the name of a sheet: %s" % name)
            self.sheets[name] = self.lines(parsed("xl/" + links[sheet.get(RELATIONS + "id")]),
                                           name, looks)

    def lines(self, sheet, name, looks):
        for element in sheet.iter():
            if element.tag.replace(MAIN, "") not in OF_SHEET:
                self.faults.append("%s: <%s>" % (name, element.tag))
        lines = []
        for row in sheet.iter(MAIN + "row"):
            number = int(row.get("r"))
            if not len(lines) < number <= LINES_MAX:
                self.faults.append("%s: line %d" % (name, number))
            lines.extend([] for _ in range(number - len(lines)))
            for cell in row:
                self.add_cell(lines[-1], cell, name, looks)
        if name != "Summary":
            self.check_table(sheet, lines, name)
        return lines

    def add_cell(self, line, cell, name, looks):
        letters = re.match("[A-Z]+", cell.get("r")).group()
        if len(letters) != 1 or ord(letters) - ord("A") < len(line):
            self.faults.append("%s: cell %s" % (name, cell.get("r")))
        line.extend([None] * (ord(letters) - ord("A") - len(line)))
        if cell.get("t") == "inlineStr":
            text = decoded(cell.find(MAIN + "is").find(MAIN + "t").text or "")
            if units(text) > CELL_MAX:
                self.faults.append("%s: a cell of %d characters" % (name, units(text)))
            line.append(text)
        elif cell.find(MAIN + "v") is not None and cell.get("t", "n") == "n":
            number = float(cell.find(MAIN + "v").text)
            is_date = looks[int(cell.get("s", "0"))]
            line.append(str(datetime.date(1899, 12, 30) + datetime.timedelta(number)) if is_date
                        else int(number))
        else:
            line.append(None)

    def check_table(self, sheet, lines, name):
        pane = sheet.find(".//" + MAIN + "pane")
        if pane is None or pane.get("state") != "frozen" or pane.get("ySplit") != "1":
            self.faults.append("%s: the headings are not frozen" % name)
        columns = sheet.find(MAIN + "cols")
        if columns is None or len(columns) != len(lines[0]):
            self.faults.append("%s: columns without a width" % name)
        filters = sheet.find(MAIN + "autoFilter")
        wanted = "A1:%s%d" % (chr(ord("A") + len(lines[0]) - 1), len(lines))
        if len(lines) > 1 and (filters is None or filters.get("ref") != wanted):
            self.faults.append("%s: the filter is not on %s" % (name, wanted))

    def table(self, name):
        """The lines of a sheet, and of those in which it goes on, by the headings."""
        result = []
        for sheet, lines in self.sheets.items():
            if re.fullmatch(re.escape(name) + "( [0-9]+)?", sheet):
                heads = lines[0]
                result += [dict(zip(heads, line + [None] * (len(heads) - len(line))))
                           for line in lines[1:]]
        return result

    def summary(self):
        """What stands behind the labels of the first sheet, in order."""
        return [(line[0], line[1]) for line in self.sheets["Summary"] if len(line) > 1]


def visible(text):
    """A text as cells show it; None: it is empty."""
    if not text:
        return None
    text = re.sub("[\x00-\x08\x0b-\x1f]", lambda match: chr(0x2400 + ord(match.group())), text)
    text = re.sub("[\x7f]", "\u2421", text)
    return re.sub("[\x80-\x9f\ufffe\uffff]", "\ufffd", text)


def same_cell(got, want):
    """Whether a cell has a text, or its beginning with a note."""
    if got == want:
        return True
    note = "\u2026 (cut off: a cell has no room for more)"
    return bool(got and want) and got.endswith(note) and len(got) > 20000 and \
        want.startswith(got[:-len(note)])


def compare_findings(book, report, noun):
    lines = book.table("Findings")
    if len(lines) != len(report["findings"]):
        book.faults.append("%d lines of %d findings" % (len(lines), len(report["findings"])))
    for line, finding in zip(lines, report["findings"]):
        place = finding["locations"][0] if finding["locations"] else {}
        fields = [pair for other in finding["locations"]
                  for pair in list(other["fields"].items()) + list(other.get("derived", {}).items())]
        values = " | ".join(value or "" for _, value in fields)
        explained = finding.get("explained", {})
        wanted = {"Rule": finding["rule"], "Severity": finding["severity"],
                  "State": finding.get("state"), "Explained": visible(explained.get("reason")),
                  "Explained by": visible(explained.get("by")), noun: visible(finding["subject"]),
                  "Table": place.get("table"), "Row": place.get("row"),
                  "Row in Excel": place.get("sheet_row"), "File": visible(place.get("file")),
                  "Line": place.get("line") or None,
                  "Fields": visible(" | ".join(name for name, _ in fields)),
                  "Values": None if report.get("redacted") else visible(values),
                  "Message": visible(finding["message"]), "Detail": visible(finding.get("detail")),
                  "Id": finding["id"]}
        for name, want in wanted.items():
            if not same_cell(line.get(name), want):
                book.faults.append("%s: %s is %r, not %r" %
                                   (finding["id"], name, line.get(name), want))
                return
        if not line["Why it matters, and what to do"]:
            book.faults.append("%s has no why" % finding["rule"])


def compare_subjects(book, report, noun):
    counts = {}
    for finding in report["findings"]:
        record = counts.setdefault(visible(finding["subject"]), {"Errors": 0, "Queries": 0,
                                                                 "Explained": 0, "Rules": []})
        if "explained" in finding:
            record["Explained"] += 1
            continue
        record["Errors" if finding["severity"] == "error" else "Queries"] += 1
        if finding["rule"] not in record["Rules"]:
            record["Rules"].append(finding["rule"])
    got = {}
    for line in book.table("By " + noun.lower()):
        name = None if line[noun] in ("(the return as a whole)", "(no identifier)") else line[noun]
        record = got.setdefault(name, {"Errors": 0, "Queries": 0, "Explained": 0, "Rules": []})
        for kind in ("Errors", "Queries", "Explained"):
            record[kind] += line[kind]
        record["Rules"] += [code for code in (line["Rules"] or "").split(", ") if code]
    for record in list(got.values()) + list(counts.values()):
        record["Rules"] = sorted(set(record["Rules"]))
    if got != counts:
        names = [name for name in counts if got.get(name) != counts[name]][:1]
        book.faults.append("By %s differs: %s" %
                           (noun, [(name, got.get(name), counts[name]) for name in names]))


def compare_rules(book, report):
    stages = {}
    for finding in report["findings"]:
        if finding["stage"] != "rules":
            key = (finding["rule"], finding["severity"])
            stages.setdefault(key, [0, 0])["explained" in finding] += 1
    lines = book.table("By rule")
    got = {(line["Rule"], line["Severity"]): [line["Findings"], line["Explained"]] for line in lines}
    wanted = {(rule["code"], rule["severity"]): [rule["findings"], rule.get("explained", 0)]
              for rule in report["rules"] if rule["status"] != "skipped"}
    if got != {**stages, **wanted} or len(got) != len(lines):
        book.faults.append("By rule differs")
    found = [line["Findings"] + line["Explained"] > 0 for line in lines]
    if found != sorted(found, reverse=True):
        book.faults.append("By rule: rules without findings stand before others")
    if not all(line["Message"] and line["Why it matters, and what to do"] for line in lines):
        book.faults.append("By rule: texts are missing")
    skipped = [(rule["code"], rule["severity"], rule["reason"]) for rule in report["rules"]
               if rule["status"] == "skipped"]
    got = [(line["Rule"], line["Severity"], line["Why it was not run"])
           for line in book.table("Not run")]
    if got != skipped:
        book.faults.append("Not run differs")


def compare_summary(book, report):
    told = dict(book.summary())
    summary, submission = report["summary"], report["submission"]
    wanted = {"Errors": summary["errors"], "Queries": summary["queries"],
              "Defects of form": summary["schema"], "Hidden": summary.get("hidden"),
              "Period from": submission["period"][0], "Period to": submission["period"][1],
              "Authority": visible(submission["la"])}
    if "stale_acceptances" in report:
        wanted["Explained"] = summary["explained"]
    if "fixed" in report:
        wanted["New"] = sum(finding["state"] == "new" for finding in report["findings"])
        wanted["Fixed"] = len(report["fixed"])
    for name, want in wanted.items():
        if told.get(name) != want:
            book.faults.append("Summary: %s is %r, not %r" % (name, told.get(name), want))
    own = [value for label, value in book.summary() if label == "this return"]
    names = ["(standard input)" if name == "-" else visible(name) for name in submission["files"]]
    if own != names:
        book.faults.append("Summary: the files are %s" % own)
    words = [cell for line in book.sheets["Summary"] for cell in line]
    for notice in submission["notices"]:
        if visible(notice) not in words:
            book.faults.append("Summary: no notice %s" % notice)
    for rule in report["rules"]:
        if "note" in rule and rule["note"] not in words:
            book.faults.append("Summary: what %s lacks is not told" % rule["code"])


def compare_others(book, report):
    read = {line["Table"]: line["Rows"] for line in book.table("Rows read")
            if line["Of"] == "this return"}
    if read != report["submission"]["tables"]:
        book.faults.append("Rows read differs")
    fixed = [(line["Id"], line["Rule"], line["Severity"], line["What was wrong"])
             for line in book.table("Fixed")]
    if fixed != [(finding["id"], finding["rule"], finding["severity"], finding["message"])
                 for finding in report.get("fixed", [])]:
        book.faults.append("Fixed differs")
    stale = [(line["Line"], line["To look at"]) for line in book.table("Acceptances")
             if line["To look at"]]
    if stale != [(line["line"], line["why"]) for line in report.get("stale_acceptances", [])]:
        book.faults.append("Acceptances differs")


def check_order(book, report, noun):
    wanted = ["Summary", "Findings", "By " + noun.lower(), "By rule", "Not run", "Rows read"]
    wanted += ["Acceptances"] if "stale_acceptances" in report else []
    wanted += ["Fixed"] if "fixed" in report else []
    got = [name for name in book.sheets if not re.fullmatch(".* [0-9]+", name)]
    if got != wanted:
        book.faults.append("the sheets are %s" % got)


class Exported:
    """The findings as a spreadsheet program shows them."""

    def __init__(self, path):
        self.faults = []
        with open(path, encoding="utf-8", newline="") as file:
            self.lines = list(csv.DictReader(file))

    def table(self, _):
        numbers = ("Row", "Row in Excel", "Line")
        return [{name: None if cell == "" else int(cell) if name in numbers else cell
                 for name, cell in line.items()} for line in self.lines]


def compare_exported(path, report):
    exported = Exported(path)
    compare_findings(exported, report, list(exported.lines[0])[6])
    for fault in exported.faults:
        print("%s: %s" % (path, fault), file=sys.stderr)
    return 1 if exported.faults else 0


def main():
    if sys.argv[1] == "--exported":
        with open(sys.argv[3], encoding="utf-8") as file:
            return compare_exported(sys.argv[2], json.load(file))
    book = Book(sys.argv[1])
    if len(sys.argv) > 2:
        with open(sys.argv[2], encoding="utf-8") as file:
            report = json.load(file)
        noun = book.sheets["Findings"][0][6]
        check_order(book, report, noun)
        compare_findings(book, report, noun)
        compare_subjects(book, report, noun)
        compare_rules(book, report)
        compare_summary(book, report)
        compare_others(book, report)
    else:
        json.dump(book.sheets, sys.stdout, ensure_ascii=False)
    for fault in book.faults[:10]:
        print("%s: %s" % (sys.argv[1], fault), file=sys.stderr)
    return 1 if book.faults else 0


if __name__ == "__main__":
    sys.exit(main())
