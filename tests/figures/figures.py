"""What the independent counts of all returns need: running statval, and comparing figure by figure.

A script counts each figure from the raw files and gives it as a Figure: the records that are counted
and those among them, each by the subject it belongs to. Nothing here is shared with statval.
"""
import collections
import json
import subprocess
import sys

import days

ANY = "*"  # a band that is not counted again


class Figure:
    """Records that are counted and those of which they are a part, by subject; amounts; bands.

    What is None is not compared: the kind, and whether the figure is one of the end of the period. One that
    is not `given` must have a reason in place of its value."""

    def __init__(self, kind=None, at_end=None, given=True):
        self.kind, self.at_end, self.given = kind, at_end, given
        self.listed = None  # all breakdowns with all bands that are shown: by, then (several, {band: (counted, of)})
        self.counted = []
        self.among = []
        self.amounts = []  # (value, of) of each counted record
        self.bands = collections.defaultdict(collections.Counter)  # by, then band

    def add(self, subject, counted=True, value=0, of=1, **bands):
        """Takes a record in. `bands` maps a breakdown to the record's band, or to several."""
        self.among.append(subject)
        if not counted:
            return
        self.counted.append(subject)
        self.amounts.append((value, of))
        for by, band in bands.items():
            several = band if isinstance(band, (list, set, tuple)) else [band]
            for one in several or [None]:
                self.bands[by][one] += 1


def tenths(number, by):
    """A quotient with one place, rounded half up away from zero; None of nothing."""
    if by <= 0:
        return None
    size = (20 * abs(number) + by) // (2 * by)
    return (size if number >= 0 else -size) / 10


def quartiles(values):
    ordered = sorted(values)
    return [ordered[max(0, (len(ordered) * quarter + 3) // 4 - 1)] for quarter in (1, 2, 3)] if ordered else None


class Check:
    """Compares what statval says with what was counted, and notes what differs."""

    def __init__(self, statval):
        self.statval = statval
        self.checks = 0
        self.failures = []
        self.seen = set()  # names of figures that some return gave, and of those that were counted
        self.own = set()
        self.where = ""

    def run(self, *arguments):
        self.where = " ".join(arguments)
        command = [self.statval, "summary", "--format", "json", *arguments]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise SystemExit(f"{self.where}: status {answer.returncode}: {answer.stderr}")
        return json.loads(answer.stdout)

    def equal(self, what, got, want):
        self.checks += 1
        if got != want:
            self.failures.append(f"{self.where}: {what}: statval says {got}, counted were {want}")

    def value(self, given, figure):
        counted, among = len(figure.counted), len(figure.among)
        total, of = (sum(part) for part in zip(*figure.amounts)) if figure.amounts else (0, 0)
        name, kind = given["name"], given["kind"]
        if kind == "number":
            self.equal(name, given["value"], counted)
        elif kind == "share":
            self.equal(name, (given["value"], given["numerator"], given["denominator"]),
                       (tenths(100 * counted, among), counted, among))
        elif kind == "sum":
            self.equal(name, given["value"], total)
        elif kind == "ratio":
            self.equal(name, (given["value"], given["numerator"], given["denominator"]), (tenths(total, of), total, of))
        elif kind == "quartiles":
            self.equal(name, (given["value"], given["denominator"]),
                       (quartiles(value for value, _ in figure.amounts), counted))
        self.equal(name + ": subjects", given["subjects"], len({s for s in figure.counted if s is not None}))

    def when(self, given, figure, period):
        first, last = (day.isoformat() for day in period)
        got = {key: given[key] for key in ("period", "as_at") if key in given}
        self.equal(given["name"] + ": when", got, {"as_at": last} if figure.at_end else {"period": [first, last]})

    def bands(self, given, figure):
        """All breakdowns, with all bands that are shown, and what the share of each is of."""
        parts = given.get("breakdowns", [])
        self.equal(given["name"] + ": breakdowns", [part["by"] for part in parts], list(figure.listed))
        for part in parts:
            what = f"{given['name']} by {part['by']}"
            several, expected = figure.listed.get(part["by"], (None, None))
            got = {band.get("code", band["label"]): (band["counted"], band.get("of")) for band in part["bands"]}
            self.equal(what + ": several", part.get("several", False), several)
            self.equal(what + ": bands named twice", len(part["bands"]), len(got))
            self.equal(what, got, expected)

    def breakdowns(self, given, figure):
        name = given["name"]
        known = {part["by"] for part in given.get("breakdowns", [])}
        self.equal(name + ": breakdowns", known, set(figure.bands) if figure.counted else known)
        for part in given.get("breakdowns", []):
            got = {band.get("code", band["label"]): band["counted"] for band in part["bands"] if band["counted"]}
            got = {None if band == "not recorded" else band: number for band, number in got.items()}
            if set(figure.bands[part["by"]]) != {ANY}:
                self.equal(f"{name} by {part['by']}", got, dict(figure.bands[part["by"]]))
            if not part.get("several"):
                self.equal(f"{name} by {part['by']}: sum", sum(got.values()), len(figure.counted))

    def figure(self, given, figure, period):
        is_given = figure is not None and figure.given
        self.equal(given["name"] + ": given", not given.get("not_given"), is_given)
        if figure is not None and figure.kind:
            self.equal(given["name"] + ": kind", given["kind"], figure.kind)
        if not is_given:
            self.equal(given["name"] + ": value", given.get("value"), None)
        elif "not_given" not in given:
            self.value(given, figure)
            if figure.at_end is not None:
                self.when(given, figure, period)
            if figure.listed is None:
                self.breakdowns(given, figure)
            else:
                self.bands(given, figure)

    def complete(self, document, counted, absent=()):
        """Gives the figures of which no record of this return counts, but those that are absent from it. Each must
        be counted in some other return: finish() tells of those that nobody counts."""
        self.own.update(counted)
        for given in document["figures"]:
            name = given["name"]
            self.seen.add(name)
            if name not in counted and name not in absent:
                counted[name] = Figure()

    def some(self, document, counted):
        """Only the figures that were counted, as `figures`."""
        given = {figure["name"]: figure for figure in document["figures"]}
        for name, figure in counted.items():
            self.own.add(name)
            self.figure(given[name], figure, None)

    def figures(self, document, counted, period=None):
        """`counted`: Figure by name; None: it is not to be given. `period`: its first and last day, of figures
        that know whether they are of its end."""
        names = [given["name"] for given in document["figures"]]
        self.equal("names of figures", sorted(names), sorted(counted))
        for given in document["figures"]:
            self.figure(given, counted.get(given["name"]), period)

    def stocks(self, document, counted):
        """`counted`: by name what stays() gives."""
        self.equal("names of stocks", sorted(s["name"] for s in document["stocks"]), sorted(counted))
        for stock in document["stocks"]:
            opening, starts, ends, closing, broken, months = counted[stock["name"]]
            got = [stock[part] for part in ("opening", "starts", "ends", "closing")]
            self.equal(stock["name"], got, [opening, starts, ends, closing])
            self.equal(stock["name"] + ": adds up", stock["adds_up"], opening + starts - ends == closing)
            whole = any(isinstance(record, tuple) for record in broken)
            rows = [(row["subject"], row["table"], row["row"]) if whole else row["row"] for row in stock["broken"]]
            self.equal(stock["name"] + ": breaks it", sorted(rows, key=str), sorted(broken, key=str))
            self.equal(stock["name"] + ": by month", stock["months"], months)

    def finish(self):
        for name in sorted(self.seen - self.own):
            self.failures.append(f"{name}: no return of this test counts it")
        for failure in self.failures[:40]:
            print(failure, file=sys.stderr)
        print(f"{self.checks} checks, {len(self.failures)} failed")
        return 1 if self.failures or not self.checks else 0


def stays(records, start, end):
    """Counts a stock: `records` are (record, first, last, unclear), last None: it goes on; both days are
    dates, `start` and `end` those of the period. A record is its row, or (subject, table, row)."""
    records = list(records)
    opening = starts = ends = closing = 0
    broken = []
    for number, first, last, unclear in records:
        before = first < start and (last is None or last >= start)
        begins = start <= first <= end
        stops = last is not None and start <= last <= end
        after = first <= end and (last is None or last > end)
        opening, starts, ends, closing = opening + before, starts + begins, ends + stops, closing + after
        if unclear or before + begins - stops != after:
            broken.append(number)
    return opening, starts, ends, closing, broken, months_of(records, start, end)


MONTHS_MAX = 24  # a stock is not followed by month over more of them


def months_of(records, start, end):
    """What begins and ends in each month of the period, and what is there when it has ended."""
    months, first = [], start
    while first <= end:
        last = min(days.add_months(first.replace(day=1), 1) - days.DAY, end)
        months.append({"month": first.isoformat()[:7],
                       "starts": sum(first <= begins <= last for _, begins, _, _ in records),
                       "ends": sum(ends is not None and first <= ends <= last for _, _, ends, _ in records),
                       "open": sum(begins <= last and (ends is None or ends > last) for _, begins, ends, _ in records)})
        first = last + days.DAY
    return months if len(months) <= MONTHS_MAX else []
