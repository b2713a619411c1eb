#!/usr/bin/env python3
"""Reads reports in the formats for build services as the services would, and compares them with the
JSON report of the same check: ci_reader.py [--fail-on-query] REPORT.json FILE... Says what is wrong
with them on standard output; the exit status is 1 then."""
import collections
import json
import re
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree

problems = []
STAGES = ("FILE", "XSD")
SINGLES = 3
LINES = 20


def check(condition, text):
    if not condition:
        problems.append(text)
    return condition


def no_controls(text, what):
    check(not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", text), f"{what}: control characters: {text!r}")


# The objects of SARIF 2.1.0 as far as they are used here: (members that must be there, those that
# may be). Others are not allowed by the standard's schema.
SHAPES = {
    "log": ({"version": str, "runs": ["run"]}, {"$schema": str}),
    "run": ({"tool": "tool"}, {"invocations": ["invocation"], "results": ["result"], "columnKind": str,
                               "properties": "bag"}),
    "tool": ({"driver": "component"}, {}),
    "component": ({"name": str}, {"version": str, "semanticVersion": str, "rules": ["descriptor"]}),
    "descriptor": ({"id": str}, {"shortDescription": "text", "help": "text", "properties": "bag",
                                 "defaultConfiguration": "configuration"}),
    "configuration": ({}, {"level": str, "enabled": bool}),
    "override": ({"configuration": "configuration", "descriptor": "reference"}, {"properties": "bag"}),
    "text": ({"text": str}, {}),
    "invocation": ({"executionSuccessful": bool}, {"toolExecutionNotifications": ["notification"],
                                                      "ruleConfigurationOverrides": ["override"]}),
    "notification": ({"message": "text"}, {"level": str, "associatedRule": "reference"}),
    "reference": ({}, {"id": str, "index": int}),
    "result": ({"message": "text"}, {"ruleId": str, "ruleIndex": int, "level": str, "locations": ["location"],
                                     "relatedLocations": ["location"], "fingerprints": "strings",
                                     "partialFingerprints": "strings", "baselineState": str,
                                     "suppressions": ["suppression"], "properties": "bag"}),
    "location": ({}, {"id": int, "physicalLocation": "physical", "logicalLocations": ["logical"],
                      "message": "text", "properties": "bag"}),
    "physical": ({"artifactLocation": "artifact"}, {"region": "region"}),
    "artifact": ({"uri": str}, {}),
    "region": ({"startLine": int}, {"startColumn": int}),
    "logical": ({}, {"name": str, "fullyQualifiedName": str, "kind": str, "properties": "bag"}),
    "suppression": ({"kind": str}, {"status": str, "justification": str}),
}
WORDS = {
    "level": ("none", "note", "warning", "error"),
    "baselineState": ("new", "unchanged", "updated", "absent"),
    "columnKind": ("utf16CodeUnits", "unicodeCodePoints"),
    "status": ("accepted", "underReview", "rejected"),
}


def check_bag(value, path):
    tags = value.get("tags", [])
    check(all(isinstance(tag, str) for tag in tags) and len(tags) == len(set(tags)), f"{path}: tags {tags}")


def check_shape(value, shape, path):
    if isinstance(shape, list):
        if check(isinstance(value, list), f"{path} is no array"):
            for number, item in enumerate(value):
                check_shape(item, shape[0], f"{path}[{number}]")
        if shape[0] in ("descriptor", "logical", "suppression") or path.endswith("relatedLocations"):
            texts = [json.dumps(item, sort_keys=True) for item in value]
            check(len(texts) == len(set(texts)), f"{path}: two are equal")
        return
    if not isinstance(shape, str):
        check(isinstance(value, shape) and (shape is bool or not isinstance(value, bool)), f"{path} is {value!r}")
        return
    if not check(isinstance(value, dict), f"{path} is no object"):
        return
    if shape == "bag":
        check_bag(value, path)
    elif shape == "strings":
        check(all(isinstance(text, str) for text in value.values()), f"{path}: not strings")
    else:
        check_members(value, shape, path)


def check_members(value, shape, path):
    must, may = SHAPES[shape]
    for name in must:
        check(name in value, f"{path} has no {name}")
    for name, member in value.items():
        if not check(name in must or name in may, f"{path}: {name} is not of the standard"):
            continue
        check_shape(member, must.get(name, may.get(name)), f"{path}.{name}")
        check(name not in WORDS or member in WORDS[name], f"{path}.{name} is {member}")
        check(name not in ("startLine", "startColumn") or member >= 1, f"{path}.{name} is {member}")


def check_uri(uri, files):
    check(re.fullmatch(r"(file://)?([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri), f"uri {uri}")
    name = urllib.parse.unquote(uri[len("file://"):] if uri.startswith("file://") else uri, errors="replace")
    check(name in files, f"uri {uri} is none of {files}")


def check_sarif_place(place, wanted):
    physical = place["physicalLocation"]
    check_uri(physical["artifactLocation"]["uri"], [re.sub("^([.]/+)+", "", wanted["file"])])
    check(physical["region"]["startLine"] == wanted["line"], f"line {physical} of {wanted}")
    logical = place.get("logicalLocations", [{"properties": {}}])[0]["properties"]
    check(logical.get("table") == wanted["table"] and logical.get("row") == wanted["row"], f"{logical} of {wanted}")
    check(logical.get("sheetRow") == wanted.get("sheet_row"), f"{logical} of {wanted}")
    names = place.get("properties", {}).get("fields", {})
    if isinstance(names, dict):
        check(names == wanted["fields"], f"fields {names} of {wanted}")
    else:
        check(sorted(names) == sorted(wanted["fields"]), f"fields {names} of {wanted}")


def check_sarif_result(result, finding, rules):
    what = f"result {finding['id']}"
    rule = rules[result["ruleIndex"]]
    check(result["ruleId"] == finding["rule"] == rule["id"], f"{what}: rule {result['ruleId']}, {rule['id']}")
    check(result["level"] == {"error": "error", "query": "warning"}[finding["severity"]], f"{what}: level")
    detail = finding.get("detail")
    text = finding["message"] + (f" ({detail})" if detail else "")
    check(result["message"]["text"] == text, f"{what}: {result['message']}")
    check(result["fingerprints"] == {"statvalFindingId/v1": finding["id"]}, f"{what}: fingerprints")
    check(result["partialFingerprints"]["statvalFindingId/v1"] == finding["id"], f"{what}: fingerprints")
    check(result.get("baselineState") == finding.get("state"), f"{what}: {result.get('baselineState')}")
    check(result["properties"].get("subject") == finding["subject"], f"{what}: subject")
    check(bool(result.get("suppressions")) == ("explained" in finding), f"{what}: suppressions")
    if "explained" in finding:
        check(finding["explained"]["reason"] in result["suppressions"][0]["justification"], f"{what}: reason")
    check(len(result["locations"]) == 1, f"{what}: {len(result['locations'])} locations")
    places = result["locations"] + result.get("relatedLocations", [])
    check(len(places) == max(1, len(finding["locations"])), f"{what}: {len(places)} places")
    for place, wanted in zip(places, finding["locations"]):
        check_sarif_place(place, wanted)


def check_sarif_overrides(run, report, rules):
    """What the configuration changed: rules are described as they were written."""
    changes = report.get("configuration")
    overrides = run["invocations"][0].get("ruleConfigurationOverrides")
    check((changes is None) == (overrides is None), "overrides")
    level = {"error": "error", "query": "warning"}
    told = sorted(str((o["descriptor"]["id"], rules[o["descriptor"]["index"]]["id"], o["configuration"].get("level"),
                   o["configuration"].get("enabled", True), o["properties"]["reason"])) for o in overrides or [])
    wanted = [(c["code"], c["code"], level[c["to"]], True, c["reason"]) for c in (changes or {}).get("severity", [])]
    wanted += [(c["code"], c["code"], None, False, c["reason"]) for c in (changes or {}).get("off", [])]
    check(told == sorted(map(str, wanted)), f"overrides: {told} of {wanted}")


def read_sarif(text, report, _):
    log = json.loads(text)
    check_shape(log, "log", "log")
    check(log["version"] == "2.1.0" and len(log["runs"]) == 1, "version or runs")
    run = log["runs"][0]
    driver = run["tool"]["driver"]
    check(driver["name"] == "statval" and driver["version"] == report["statval"], "driver")
    rules = driver["rules"]
    check([rule["id"] for rule in rules] == [rule["code"] for rule in report["rules"]] + list(STAGES), "rules")
    check_sarif_overrides(run, report, rules)
    written = {change["code"] for change in report.get("configuration", {}).get("severity", [])}
    for rule, wanted in zip(rules, report["rules"]):
        check(rule["properties"]["severity"] == wanted["severity"] or rule["id"] in written, f"severity of {rule['id']}")
        check(rule["properties"].get("group") == wanted.get("group"), f"group of {rule['id']}")
        check(len(rule["help"]["text"]) > 20 and len(rule["shortDescription"]["text"]) > 10, f"texts of {rule['id']}")
    notes = {note["associatedRule"]["id"]: note for note in run["invocations"][0]["toolExecutionNotifications"]}
    told = {rule["code"] for rule in report["rules"] if rule["status"] == "skipped" or rule.keys() & {"note", "truncated"}}
    check(set(notes) == told, f"notifications: {sorted(set(notes) ^ told)}")
    for rule in report["rules"]:
        if rule["status"] == "skipped":
            check(notes[rule["code"]]["message"]["text"].endswith(rule["reason"]), f"reason of {rule['code']}")
            check(notes[rule["code"]]["level"] == "note", f"level of {rule['code']}")
    results = [result for result in run["results"] if result.get("baselineState") != "absent"]
    absent = len(run["results"]) - len(results)
    check(absent == len(report.get("fixed", [])), f"{absent} absent")
    if check(len(results) == len(report["findings"]), f"{len(results)} results"):
        for result, finding in zip(results, report["findings"]):
            check_sarif_result(result, finding, rules)


def case_findings(report):
    """The findings of each test: of a stage, or of a rule. A code may be an error and a query in one year."""
    cases = collections.OrderedDict(((code, None), []) for code in STAGES)
    cases.update(((rule["code"], rule["severity"]), []) for rule in report["rules"])
    for finding in report["findings"]:
        code = finding["rule"]
        cases[code, None if code in STAGES else finding["severity"]].append(finding)
    return cases


def check_lines(text, count, what):
    lines = text.rstrip("\n").split("\n")
    if count > LINES:
        check(lines.pop().startswith(f"and {count - LINES} more"), f"{what}: does not say how many more")
    check(len(lines) == min(count, LINES), f"{what}: {len(lines)} lines of {count}")


def check_case(case, findings, rule, all_fail):
    what = f"test {case.get('name')}"
    failing = [f for f in findings if "explained" not in f and (all_fail or f["severity"] == "error")]
    queries = [f for f in findings if "explained" not in f and f not in failing]
    explained = [f for f in findings if "explained" in f]
    failure = case.findall("failure")
    check(len(failure) == (1 if failing else 0), f"{what}: {len(failure)} failures")
    if failure and failing:
        check(failure[0].get("message").split(" ")[0] == str(len(failing)), f"{what}: {failure[0].attrib}")
        check_lines(failure[0].text, len(failing), what)
    out = case.findtext("system-out", "")
    for group, words in ((queries, "to be corrected or explained"), (explained, "explained")):
        told = re.search(rf"^(\d+) {words}:$", out, re.M)
        check(int(told[1]) == len(group) if told else not group, f"{what}: {words}: {out[:200]}")
    skipped = case.find("skipped")
    if rule:
        check((skipped is not None) == (rule["status"] == "skipped"), f"{what}: skipped")
        check(skipped is None or skipped.get("message") == rule["reason"], f"{what}: reason")
        check("truncated" not in rule or "more findings than are recorded" in out, f"{what}: truncated")
    return bool(failing), skipped is not None


def read_junit(text, report, all_fail):
    root = ElementTree.fromstring(text)
    suites = root.findall("testsuite")
    check(root.tag == "testsuites" and len(suites) == 1, "not one testsuite")
    cases = suites[0].findall("testcase")
    wanted = case_findings(report)
    rules = {(rule["code"], rule["severity"]): rule for rule in report["rules"]}
    check([case.get("name").split(" ")[0] for case in cases] == [code for code, _ in wanted], "names of tests")
    check(all(case.get("classname") == report["submission"]["return"] for case in cases), "classname")
    ends = [check_case(case, findings, rules.get(key), all_fail)
            for case, (key, findings) in zip(cases, wanted.items())]
    counts = {"tests": len(cases), "failures": sum(end[0] for end in ends), "errors": 0,
              "skipped": sum(end[1] for end in ends)}
    for element in (root, suites[0]):
        got = {name: int(element.get(name)) for name in counts}
        check(got == counts, f"{element.tag}: {got}, not {counts}")


def unescape(text):
    return re.sub("%(25|0D|0A|3A|2C)", lambda code: chr(int(code[1], 16)), text)


def read_annotation(line):
    match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
    if not check(match, f"no annotation: {line[:200]}"):
        return None
    kind, pairs, message = match.groups()
    properties = {}
    for pair in pairs.split(","):
        name, _, value = pair.partition("=")
        check(name in ("file", "line", "col", "title") and name not in properties, f"property {pair}")
        check("\n" not in value and not re.search("%(?!25|0D|0A|3A|2C)", value), f"property {pair}")
        properties[name] = unescape(value)
    check(not re.search("%(?!25|0D|0A)", message), f"message {message[:200]}")
    return kind, properties, unescape(message)


def check_annotation(kind, properties, message, places, counts):
    code = properties["title"].split(" ")[1]
    severity = {"error": "error", "warning": "query"}[kind]
    more = re.match(r"(\d+) more findings? like this \((\d+) in all", message)
    place = (properties.get("file", "-"), int(properties.get("line", 0)))
    check(place in places[code, severity], f"{code}: {place} is not where a finding is")
    number = int(more[1]) if more else 1
    counts[code, severity] += number
    check(not more or int(more[2]) == number + SINGLES, f"{code}: {message[:60]}")
    return code, severity


def read_github(text, report, _):
    lines = text.rstrip("\n").split("\n")
    no_controls(text.replace("\n", ""), "github")
    places = collections.defaultdict(set)
    wanted = collections.Counter()
    for finding in report["findings"]:
        if "explained" in finding:
            continue
        first = finding["locations"][0] if finding["locations"] else {"file": report["submission"]["files"][0], "line": 0}
        places[finding["rule"], finding["severity"]].add((re.sub("^([.]/+)+", "", first["file"]), first["line"]))
        wanted[finding["rule"], finding["severity"]] += 1
    counts = collections.Counter()
    seen = collections.Counter()
    for line in lines[:-1]:
        annotation = read_annotation(line)
        if annotation:
            seen[check_annotation(*annotation, places, counts)] += 1
    check(counts == wanted, f"annotations: {(counts - wanted) + (wanted - counts)}")
    for key, number in wanted.items():
        check(seen[key] == min(number, SINGLES + 1), f"{key}: {seen[key]} annotations of {number}")
    kind, properties, message = read_annotation(lines[-1])
    summary = report["summary"]
    check(kind == "notice" and properties == {"title": "statval"}, "the last is no notice")
    numbers = re.search(r"(\d+) errors?, (\d+) quer(?:y|ies), (\d+) defects?", message)
    check([int(n) for n in numbers.groups()] == [summary[n] for n in ("errors", "queries", "schema")], message)


def read_gitlab(text, report, _):
    entries = json.loads(text)
    if not check(len(entries) == len(report["findings"]), f"{len(entries)} entries"):
        return
    check(len({entry["fingerprint"] for entry in entries}) == len(entries), "two fingerprints are equal")
    for entry, finding in zip(entries, report["findings"]):
        check(set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}, f"members {entry}")
        check(entry["fingerprint"] == finding["id"] and entry["check_name"] == finding["rule"], f"{entry}")
        meant = {("error", "read"): "blocker", ("error", "schema"): "major", ("error", "rules"): "major"}
        severity = "info" if "explained" in finding else meant.get((finding["severity"], finding["stage"]), "minor")
        check(entry["severity"] == severity, f"severity {entry}")
        check(entry["description"].startswith(finding["message"]), f"description {entry}")
        first = finding["locations"][0] if finding["locations"] else {"file": report["submission"]["files"][0], "line": 1}
        check(entry["location"] == {"path": re.sub("^([.]/+)+", "", first["file"]), "lines": {"begin": first["line"]}},
              f"location {entry}")


READERS = {".sarif": read_sarif, ".junit.xml": read_junit, ".github.txt": read_github, ".gitlab.json": read_gitlab}


def read(path, report, all_fail):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    reader = next(reader for ending, reader in READERS.items() if path.endswith(ending))
    reader(text, report, all_fail)
    for problem in problems[:5]:
        print(f"{path}: {problem}")
    failed = bool(problems)
    problems.clear()
    return failed


def main():
    words = sys.argv[1:]
    all_fail = words[0] == "--fail-on-query"
    with open(words[all_fail], encoding="utf-8") as file:
        report = json.load(file)
    sys.exit(any([read(path, report, all_fail) for path in words[all_fail + 1:]]))


main()
