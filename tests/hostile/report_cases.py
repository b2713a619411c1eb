"""Reports that were not made by statval, or damaged since: given to diff, accept and --baseline."""
import json

import xml_cases
from case import FINDINGS, READ, USAGE, Case

FINDING = {"id": "0000000000000001", "stage": "rules", "rule": "8925", "severity": "error", "subject": "C1",
           "message": "m", "locations": [{"table": "ChildProtectionPlans", "row": 1, "file": "a.xml", "line": 1, "fields": {}}]}
NOT_READ = "the report cannot be read"
NO_REPORT = "no report of statval"
OTHER_FORMAT = "in a format that this version does not know"
NOTHING_IN_IT = "has no id, rule, severity or message"


def report(findings=(FINDING,), **members):
    return json.dumps({"statval": "0.1.0", "format": 1, "submission": {"return": "cin"}, "findings": findings} | members)


def with_finding(**members):
    return report([FINDING | members])


GOOD = report().encode()
COMMANDS = {
    "diff, the earlier": ["diff", "--format", "json", "r.json", "good.json"],
    "diff, the later": ["diff", "--format", "json", "good.json", "r.json"],
    "accept": ["accept", "-o", "a.csv", "--reason", "x", "r.json", "8925"],
    "baseline": ["check", "--format", "json", "--rules=8925", "--baseline", "r.json", "a.xml"],
}
FILES = {"good.json": GOOD, "a.xml": xml_cases.document().encode()}


def refused(name, content, words):
    content = content if isinstance(content, bytes) else content.encode()
    return [Case(f"report: {command}: {name}", FILES | {"r.json": content}, USAGE, words, arguments)
            for command, arguments in COMMANDS.items()]


def read(name, content, of_diff=READ):
    """It is read; what a diff finds new in it hangs on its findings."""
    files = FILES | {"r.json": content.encode()}
    return [Case(f"report: diff: {name}", files, of_diff, '"summary"', COMMANDS["diff, the later"]),
            Case(f"report: baseline: {name}", files, FINDINGS, '"fixed"', COMMANDS["baseline"])]


NO_JSON = [(content[:40], content, NOT_READ) for content in [
    "", " ", "{", "}", "[1,]", "{'a': 1}", "NaN", "nul", "\ufeff" + report(), report() + "x", report() + report(),
    report()[:-1], report()[:200], report() + "\0", "\0" * 1000, "[" * 100_000, '{"a":' * 100_000,
    "[" * 100_000 + "]" * 100_000, "\x1b[31m", '"\n"', xml_cases.document(), "1e99999", "-", "01", "0x1", "// x\n{}",
]]
NUMBERS = [(f"the number {number[:30]}", report().replace('"row": 1', '"row": ' + number), NOT_READ) for number in [
    "9" * 100_000, "1e400", "-1e400", "+1", "1.", ".1", "Infinity", "9223372036854775808"]]
STRINGS = [(f"the string {string!a}", report().replace('"C1"', string), NOT_READ) for string in [
    '"\\u0000"', '"\\ud800"', '"\\udc00"', '"\\ud800\\u0041"', '"\\x"', '"\\u00g0"', '"a\tb"', '"a']]
BYTES = [(f"the bytes {content!a}", GOOD.replace(b'"C1"', b'"' + content + b'"'), NOT_READ) for content in [
    b"\xff", b"\xc3", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"]] + [
    ("UTF-16", report().encode("utf-16"), NOT_READ), ("UTF-32", report().encode("utf-32"), NOT_READ)]
TWICE = [
    ("findings twice", report()[:-1] + ', "findings": []}', NOT_READ),
    ("an id twice in a finding", report().replace('"stage"', '"id": "2", "stage"'), NOT_READ),
]
TYPES = [(f"{content[:40]} only", content, NO_REPORT) for content in ["{}", "[]", "[{}]", '{"findings": []}']] + [
    (f"findings are {json.dumps(value)}", report(value), NO_REPORT) for value in [None, 1, "x", {}, True]] + [
    (f"the submission is {json.dumps(value)}", report(submission=value), NO_REPORT)
    for value in [None, 1, "x", [], {}, {"return": 1}, {"return": None}]] + [
    (f"the format is {json.dumps(value)}", report(format=value), OTHER_FORMAT) for value in [None, 0, 2, -1, 1.0, "1", [1], True]] + [
    (f"a finding is {json.dumps(value)}", report([value]), NOTHING_IN_IT) for value in [None, 1, "x", [], {}, True]] + [
    (f"{name} is {json.dumps(value)}", with_finding(**{name: value}), NOTHING_IN_IT)
    for name in ("id", "rule", "severity", "message") for value in (None, 1, [], {})]

ODD = [
    read("no findings", report([])), read("places are a text", with_finding(locations="x")),
    read("places are numbers", with_finding(locations=[1, 2])), read("the row is a text", with_finding(locations=[{"row": "x"}])),
    read("the row is beyond all rows", with_finding(locations=[{"table": "x", "row": 2 ** 62}])),
    read("the row is below 0", with_finding(locations=[{"table": "x", "row": -1}])),
    read("the subject is a number", with_finding(subject=1)), read("the subject is markup", with_finding(subject="<script>\x01&\"'")),
    read("the message is 1 MB", with_finding(message="x" * 1_000_000)),
    read("another id", with_finding(id="2"), FINDINGS), read("an id that is empty", with_finding(id=""), FINDINGS),
    read("an id of 1 MB", with_finding(id="x" * 1_000_000), FINDINGS),
    read("50,000 findings with one id", report([FINDING] * 50_000)),
    read("members that nobody knows", report(x={"y": [1, 2.5, None]})),
]

CASES = [made for table in (NO_JSON, NUMBERS, STRINGS, BYTES, TWICE, TYPES) for row in table for made in refused(*row)] + [
    made for cases in ODD for made in cases]
