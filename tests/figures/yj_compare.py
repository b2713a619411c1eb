"""Compares the figures that `statval summary` gives with those worked out here."""
import json
import subprocess


def summary_of(statval, path):
    done = subprocess.run([statval, "summary", path, "--format", "json"], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError("statval summary %s: exit %d: %s" % (path, done.returncode, done.stderr))
    return json.loads(done.stdout)


class Comparison:
    """Collects what differs, with the place."""

    def __init__(self, path):
        self.path, self.differences, self.compared = path, [], 0

    def same(self, place, given, expected):
        self.compared += 1
        if given != expected:
            self.differences.append("%s: %s: statval has %s, expected %s" % (self.path, place, given, expected))


def compare(path, summary, ret, figures, stocks):
    c = Comparison(path)
    given = {f["name"]: f for f in summary["figures"]}
    c.same("figures", sorted(given), sorted(figures))
    c.same("figures named twice", len(summary["figures"]), len(given))
    for name in sorted(set(given) & set(figures)):
        compare_figure(c, given[name], figures[name], ret)
    c.same("stocks", [s["name"] for s in summary["stocks"]], [s.name for s in stocks])
    for got, expected in zip(summary["stocks"], stocks):
        for key, value in expected.numbers().items():
            c.same("%s, %s" % (expected.name, key), got[key], value)
    return c


def compare_figure(c, given, figure, ret):
    c.same(figure.name + ", kind", given["kind"], figure.kind)
    if figure.kind == "none":
        c.same(figure.name + ", reason", bool(given.get("not_given")), True)
        c.same(figure.name + ", value", given.get("value"), None)
        return
    for key in ("value", "numerator", "denominator"):
        # quartiles of nothing are an empty list
        c.same("%s, %s" % (figure.name, key), given.get(key) if given.get(key) != [] else None,
               getattr(figure, key))
    c.same(figure.name + ", subjects", given["subjects"], figure.subjects)
    when = {"as_at": ret.end.isoformat()} if figure.at_end else {"period": [ret.start.isoformat(), ret.end.isoformat()]}
    c.same(figure.name + ", when", {k: given[k] for k in ("period", "as_at") if k in given}, when)
    compare_breakdowns(c, given, figure)


def compare_breakdowns(c, given, figure):
    found = {b["by"]: b for b in given.get("breakdowns", [])}
    c.same(figure.name + ", breakdowns", list(found), list(figure.breakdowns))
    for title in set(found) & set(figure.breakdowns):
        several, expected = figure.breakdowns[title]
        c.same("%s by %s, several" % (figure.name, title), found[title].get("several", False), several)
        compare_bands(c, "%s by %s" % (figure.name, title), found[title]["bands"], expected)


def compare_bands(c, place, given, expected):
    got = {b.get("code", b["label"]): (b["counted"], b.get("of")) for b in given}
    c.same(place + ", bands named twice", len(given), len(got))
    for key in list(got) + [k for k in expected if k not in got]:
        # a band that the list does not foresee is only there when something in it was counted
        if key in got or expected[key][0]:
            c.same("%s, %s" % (place, key), got.get(key), expected.get(key))
