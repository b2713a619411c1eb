"""Works with a report as its reader does: clicks, keys, downloads, the clipboard; and looks at what
the page is like on a narrow screen, in the dark, on paper and without JavaScript.

in_browser.py STATVAL FOLDER: the folder holds the reports that in_browser.sh makes."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as tree

from browser import Browser, Failure

RULES = "[...document.querySelectorAll('details.rule')]"
SHOWN = "document.getElementById('shown').textContent"

# Elements with text of their own, and how their colour stands out from what is behind them.
CONTRAST = """
(() => {
  const channel = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const numbers = (text) => text.match(/[0-9.]+/g).map(Number);
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const colour = numbers(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !e.checkVisibility() || e.closest("script, :disabled")) continue;
    const [a, b] = [light(numbers(getComputedStyle(e).color)), light(behind(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) bad.push([e.className, e.textContent.slice(0, 30), ratio]);
  }
  return bad.slice(0, 5);
})()
"""

# What can be clicked, and is smaller than 24 by 24 pixels, other than links within a sentence.
SMALL = """
[...document.querySelectorAll("a, button, summary, input, select")].filter((e) => {
  if (!e.checkVisibility() || e.closest("p")) return false;
  const box = e.getBoundingClientRect();
  return box.width < 24 || box.height < 23.5;
}).map((e) => [e.tagName, e.textContent.slice(0, 30), e.getBoundingClientRect().height]).slice(0, 5)
"""


class Tests:
    def __init__(self, statval, folder):
        self.statval = statval
        self.folder = folder
        self.failures = 0
        self.browser = None

    def check(self, what, condition):
        if not condition:
            self.failures += 1
            print("in_browser.py: " + what, file=sys.stderr)

    def equal(self, what, got, want):
        self.check("%s: %r, not %r" % (what, got, want), got == want)

    def path(self, name):
        return os.path.join(self.folder, name)

    def report(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return json.load(file)

    def open(self, name, fragment=""):
        self.browser.errors.clear()
        self.browser.requests.clear()
        self.browser.open(self.path(name), fragment)

    def calm(self, name):
        """Nothing went wrong in the page, and nothing was asked for but the page."""
        self.equal(name + ": errors", self.browser.errors, [])
        others = [url for url in self.browser.requests
                  if url.split("#")[0].split("/")[-1] != name and not url.startswith("blob:")
                  and url != "about:blank"]
        self.equal(name + ": requests", others, [])

    def rule(self, number):
        return "%s[%d]" % (RULES, number)

    def click_rule(self, number):
        self.browser.click(self.rule(number) + ".querySelector('summary')")

    def clipboard(self):
        return self.browser.run("navigator.clipboard.readText()")

    def wait_for(self, text):
        self.browser.wait("%s.includes(%s)" % (SHOWN, json.dumps(text)))

    # The rules and their filters

    def test_rules(self):
        browser, report = self.browser, self.report("faulty.json")
        self.open("faulty.html")
        total = len(report["findings"])
        self.check("not all findings are told", ("%d findings" % total) in browser.run(SHOWN))
        self.check("a rule is open", not browser.run(RULES + ".some((e) => e.open)"))
        self.equal("rows of closed rules", browser.run(
            "document.querySelectorAll('table.findings').length"), 0)
        browser.run("document.querySelector('details.rule').id")
        self.click_rule(0)
        browser.wait(self.rule(0) + ".querySelectorAll('tbody tr').length > 0")
        first = browser.run("data.rules[0][0]")
        want = [finding for finding in report["findings"] if finding["rule"] == first]
        self.equal("rows of " + first, browser.run(
            self.rule(0) + ".querySelectorAll('tbody tr').length"), len(want))
        self.click_rule(0)
        browser.wait("document.querySelectorAll('table.findings').length === 0")
        self.test_filters(report)
        self.calm("faulty.html")

    def choose(self, name, value):
        self.browser.run("(() => { const e = document.getElementById('%s'); e.value = '%s'; "
                         "e.dispatchEvent(new Event('change')); })()" % (name, value))

    def test_filters(self, report):
        browser = self.browser
        findings = report["findings"]
        queries = [finding for finding in findings if finding["severity"] == "query"]
        self.choose("severity", "query")
        self.wait_for("%d of %d findings" % (len(queries), len(findings)))
        self.equal("rules shown", browser.run(RULES + ".filter((e) => e.checkVisibility()).length"),
                   len({finding["rule"] for finding in queries}))
        browser.click("document.getElementById('clear')")
        subject = next(finding["subject"] for finding in findings if finding["subject"])
        browser.click("document.getElementById('text')")
        browser.type(subject.lower())
        of_subject = [finding for finding in findings if finding["subject"] == subject]
        self.wait_for("%d of %d findings" % (len(of_subject), len(findings)))
        rows = self.download()
        self.equal("downloaded", sorted(row["id"] for row in rows),
                   sorted(finding["id"] for finding in of_subject))
        browser.click("document.getElementById('clear')")
        table = findings[-1]["locations"][0]["table"]
        self.choose("table", browser.run("String(data.tables.findIndex(([n]) => n === '%s'))" % table))
        of_table = [finding for finding in findings
                    if finding["locations"] and finding["locations"][0]["table"] == table]
        self.wait_for("%d of %d findings" % (len(of_table), len(findings)))
        browser.click("document.getElementById('clear')")
        self.choose("order", "most")
        counts = browser.run(RULES + ".map((e) => parseInt(e.querySelector('.count').textContent))")
        self.equal("order", counts, sorted(counts, reverse=True))

    def download(self):
        self.browser.click("document.getElementById('download')")
        self.bytes = self.browser.downloaded()
        text = self.bytes.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    # CSV as the program writes it

    def test_download(self):
        for name in ("faulty", "tables", "hostile", "known", "redacted"):
            self.open(name + ".html")
            rows = self.download()
            with open(self.path(name + ".csv"), "rb") as file:
                want = file.read()
            lines = csv.DictReader(io.StringIO(want.decode("utf-8-sig"), newline=""))
            order = lambda row: row["id"]
            self.equal(name + ": the CSV", sorted(rows, key=order), sorted(lines, key=order))
            self.equal(name + ": bytes of the CSV", len(self.bytes), len(want))
            self.check(name + ": no mark at its beginning", self.bytes.startswith(b"\xef\xbb\xbf"))
            self.calm(name + ".html")

    # One child

    def test_child(self):
        browser, report = self.browser, self.report("faulty.json")
        self.open("faulty.html")
        finding = next(finding for finding in report["findings"] if len(finding["locations"]) > 1)
        number = browser.run("data.rules.findIndex(([c]) => c === '%s')" % finding["rule"])
        self.click_rule(number)
        browser.wait(self.rule(number) + ".querySelector('tbody a')")
        link = "[...%s.querySelectorAll('tbody th a')].find((e) => e.textContent === '%s')"
        browser.click(link % (self.rule(number), finding["subject"]))
        browser.wait("document.querySelector('#child h3')")
        self.equal("the child", browser.run("document.querySelector('#child bdi').textContent"),
                   finding["subject"])
        self.check("the focus is not on the child",
                   browser.run("document.activeElement.id") == "child-title")
        self.child_has_all(finding["subject"])
        self.child_is_marked(report, finding["subject"])
        browser.run("history.back()")
        browser.wait("!location.hash.startsWith('#subject')")
        self.look_up(report)
        self.calm("faulty.html")

    def child_has_all(self, subject):
        """Every value of the child's record in the file is in the page."""
        root = tree.parse(self.path("faulty.xml")).getroot()
        child = next(child for child in root.iter("Child")
                     if child.findtext("ChildIdentifiers/LAchildID") == subject)
        values = [element.text.strip() for element in child.iter()
                  if len(element) == 0 and (element.text or "").strip()]
        shown = self.browser.run("[...document.querySelectorAll('.records .value')]"
                                 ".map((e) => e.textContent)")
        self.equal("values of " + subject, sorted(shown), sorted(values))

    def child_is_marked(self, report, subject):
        pointed = {(place["table"], place["row"], field)
                   for finding in report["findings"] if finding["subject"] == subject
                   for place in finding["locations"] for field in place["fields"]}
        self.equal("marks", self.browser.run("document.querySelectorAll('.mark').length"),
                   len(pointed))
        codes = {finding["rule"] for finding in report["findings"]
                 if finding["subject"] == subject}
        marks = self.browser.run("[...document.querySelectorAll('.marks')]"
                                 ".map((e) => e.textContent)")
        self.check("marks name no rule: %s" % marks,
                   marks and all(mark.split()[0] in codes for mark in marks))

    def look_up(self, report):
        browser = self.browser
        subject = report["findings"][-1]["subject"]
        browser.click("document.getElementById('name')")
        browser.type(subject)
        browser.wait("document.querySelectorAll('#choices a').length === 1")
        browser.click("document.querySelector('#choices a')")
        browser.wait("document.querySelector('#child bdi').textContent === '%s'" % subject)
        browser.click("document.querySelector('.wrongs a.code')")
        browser.wait("document.querySelector('details.rule[open] summary:focus')")

    # What can be copied

    def test_copy(self):
        browser, report = self.browser, self.report("faulty.json")
        self.open("faulty.html")
        most = max((rule for rule in report["rules"] if rule["status"] == "failed"),
                   key=lambda rule: rule["findings"])
        number = browser.run("data.rules.findIndex(([c]) => c === '%s')" % most["code"])
        self.click_rule(number)
        browser.wait(self.rule(number) + ".querySelector('.tools button')")
        browser.click(self.rule(number) + ".querySelector('.tools button')")
        browser.wait(self.rule(number) + ".querySelector('.said').textContent.includes('copied')")
        subjects = [finding["subject"] for finding in report["findings"]
                    if finding["rule"] == most["code"]]
        self.equal("list of children", self.clipboard().split(), list(dict.fromkeys(subjects)))
        browser.click(self.rule(number) + ".querySelectorAll('.tools button')[1]")
        browser.click(self.rule(number) + ".querySelector('.explain input')")
        browser.type('Checked, "really"; =1')
        browser.click(self.rule(number) + ".querySelectorAll('.explain input')[1]")
        browser.type("A. Officer")
        browser.click(self.rule(number) + ".querySelector('.explain button')")
        browser.wait(self.rule(number) + ".querySelector('.said').textContent.includes('line')")
        self.accepts(self.clipboard(), most)
        browser.click(self.rule(number) + ".querySelector('.accept summary')")
        browser.click(self.rule(number) + ".querySelector('.accept button')")
        browser.wait(self.rule(number) + ".querySelector('.accept .said').textContent")
        self.accepts(self.clipboard(), dict(most, findings=1))
        self.calm("faulty.html")

    def accepts(self, lines, rule):
        """The lines accept the findings when they are given to the program."""
        with open(self.path("accepted.csv"), "w", encoding="utf-8", newline="") as file:
            file.write("rule,subject,table,key,id,reason,by,on,limit,expires\r\n" + lines)
        out = subprocess.run([self.statval, "check", "--format", "json", "--accept",
                              self.path("accepted.csv"), self.path("faulty.xml")],
                             stdout=subprocess.PIPE, check=False).stdout
        report = json.loads(out)
        self.equal("explained", report["summary"]["explained"], rule["findings"])
        reasons = {finding["explained"]["reason"] for finding in report["findings"]
                   if "explained" in finding}
        self.equal("reasons", reasons, {'Checked, "really"; =1'})

    # Text that means harm

    def test_hostile(self):
        browser = self.browser
        for name in ("hostile.html", "hostile-tables.html"):
            self.open(name)
            for number in range(browser.run(RULES + ".length")):
                browser.run(self.rule(number) + ".open = true")
            browser.wait(RULES + ".every((e) => e.querySelector('tbody tr'))")
            for subject in browser.run("data.subjects.map(([n]) => n)"):
                browser.run("location.hash = '#subject-%d'" % subject)
                browser.wait("location.hash === '#subject-%d' && "
                             "document.querySelector('#child .records')" % subject)
            self.equal(name + ": what ran", browser.run("String(window.harm)"), "undefined")
            self.equal(name + ": elements from values", browser.run(
                "document.querySelectorAll('img, iframe, object, bdi *, b *').length"), 0)
            texts = browser.run("[...document.querySelectorAll('bdi')].map((e) => e.textContent)")
            self.check(name + ": the text is not shown as it is",
                       any("<script>harm=1</script>" in text for text in texts))
            self.calm(name)

    def test_redacted(self):
        browser = self.browser
        self.open("redacted.html")
        with open(self.path("redacted.html"), encoding="utf-8") as file:
            text = file.read()
        self.check("an identifier is in the page", not re.search("C1000[0-9]{3}", text))
        browser.run("location.hash = '#subject-' + data.subjects[0][0]")
        browser.wait("document.querySelector('#child .records')")
        self.equal("values", browser.run("document.querySelectorAll('#child .value').length"), 0)
        self.check("marks are gone", browser.run("document.querySelectorAll('.mark').length") > 0)
        self.click_rule(0)
        browser.wait(self.rule(0) + ".querySelector('tbody tr')")
        self.equal("lines for the acceptances", browser.run(
            "document.querySelectorAll('.accept').length"), 0)
        self.calm("redacted.html")

    # Findings without number

    def test_many(self):
        browser = self.browser
        begun = time.time()
        self.open("many.html")
        opened = time.time() - begun
        self.check("only %s" % browser.run(SHOWN), browser.run("data.findings.length") >= 50000)
        number = browser.run("rules.reduce((a, b) => a.findings.length > b.findings.length ? a : b)"
                             ".number")
        begun = time.time()
        self.click_rule(number)
        browser.wait(self.rule(number) + ".querySelectorAll('tbody tr').length === 200")
        rule = time.time() - begun
        browser.click(self.rule(number) + ".querySelectorAll('.pages button')[1]")
        browser.wait(self.rule(number) + ".querySelector('.pages').textContent.includes('201 to')")
        begun = time.time()
        browser.click("document.getElementById('text')")
        browser.type("c100001")
        self.wait_for(" of ")
        search = time.time() - begun
        print("50,000 findings: opened in %.1f s, a rule in %.2f s, searched in %.2f s"
              % (opened, rule, search))
        self.check("slow: %.1f, %.1f and %.1f s" % (opened, rule, search),
                   opened < 20 and rule < 5 and search < 5)
        self.calm("many.html")

    # For everybody

    def test_look(self):
        browser = self.browser
        for theme in ("light", "dark"):
            browser.media(prefers_color_scheme=theme)
            self.open("known.html", "#subject-1")
            browser.run(RULES + ".slice(0, 5).forEach((e) => { e.open = true; })")
            browser.run("document.querySelectorAll('details.more')"
                        ".forEach((e) => { e.open = true; })")
            browser.wait(self.rule(4) + ".querySelector('tbody tr')")
            self.equal(theme + ": contrast", browser.run(CONTRAST), [])
            self.equal(theme + ": targets", browser.run(SMALL), [])
            for width in (320, 400, 800, 1200):
                browser.size(width, 900)
                self.check("%s: %d pixels are not enough" % (theme, width), browser.run(
                    "document.documentElement.scrollWidth") <= width)
        browser.media("print")
        self.check("the filters are printed",
                   not browser.run("document.getElementById('filters').checkVisibility()"))
        browser.pdf(self.path("printed.pdf"))
        browser.media()
        self.calm("known.html")

    def test_figures(self):
        """The page of headline figures, and that of what changed."""
        browser = self.browser
        for name in ("figures.html", "changes.html"):
            for theme in ("light", "dark"):
                browser.media(prefers_color_scheme=theme)
                self.open(name)
                browser.run("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
                self.equal(name + ", " + theme + ": contrast", browser.run(CONTRAST), [])
                for width in (320, 400, 800, 1200):
                    browser.size(width, 900)
                    self.check("%s: %d pixels are not enough" % (name, width), browser.run(
                        "document.documentElement.scrollWidth") <= width)
            browser.media()
            self.calm(name)

    def test_keys(self):
        browser = self.browser
        self.open("faulty.html")
        browser.key("Tab")
        self.equal("the first stop", browser.run("document.activeElement.getAttribute('href')"),
                   "#rules")
        self.check("the focus cannot be seen", browser.run(
            "getComputedStyle(document.activeElement).outlineStyle") == "solid")
        for _ in range(60):
            if browser.run("document.activeElement.matches('.rule > summary')"):
                break
            browser.key("Tab")
        browser.key("Enter")
        browser.wait("document.activeElement.parentElement.open")
        browser.wait("document.activeElement.parentElement.querySelector('tbody tr')")
        self.calm("faulty.html")

    def test_without_scripts(self):
        self.browser.close()
        self.browser = browser = Browser(scripts=False)
        self.open("faulty.html")
        for hidden in ("#filters", "#look-up"):
            self.check(hidden + " is shown", not browser.run(
                "document.querySelector('%s').checkVisibility()" % hidden))
        self.click_rule(0)
        browser.wait(self.rule(0) + ".open")
        self.check("no findings", browser.run(
            self.rule(0) + ".querySelector('tbody tr').checkVisibility()"))
        self.equal("what the scripts make", browser.run("document.querySelectorAll('.tools').length"), 0)
        self.calm("faulty.html")

    def run(self):
        self.browser = Browser()
        self.browser.allow_clipboard()
        for name in ("rules", "download", "child", "copy", "hostile", "redacted", "many", "look", "figures",
                     "keys", "without_scripts"):
            try:
                getattr(self, "test_" + name)()
            except Failure as failure:
                self.check("%s: %s %s" % (name, failure, self.browser.errors), False)
        self.browser.close()
        return 1 if self.failures else 0


if __name__ == "__main__":
    sys.exit(Tests(*sys.argv[1:]).run())
