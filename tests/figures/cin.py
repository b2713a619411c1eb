#!/usr/bin/env python3
"""The headline figures of the CIN census, counted from the raw file without statval.

Usage: cin.py STATVAL GENERATOR SAMPLES: on all samples, and on generated returns.
"""
import datetime
import os
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

from days import DAY, add_months, age_on, read_date, working_days
from figures import Check, Figure, stays


class Record:
    """An element with its values, the child it belongs to and its place among its like."""

    def __init__(self, element, child, number):
        self.element = element
        self.child = child
        self.number = number

    def text(self, name):
        found = self.element if name == "." else self.element.find(name)
        text = (found.text or "").strip() if found is not None else ""
        return text or None

    def date(self, name):
        return read_date(self.text(name))

    def flag(self, name):
        return {"true": True, "1": True, "false": False, "0": False}.get((self.text(name) or "").lower())


class Return:
    def __init__(self, path, start, end):
        self.root = ElementTree.parse(path).getroot()
        self.start, self.end = start, end
        self.counts = {}
        self.children = []
        for element in self.root.iterfind("Children/Child"):
            child = Record(element, None, len(self.children) + 1)
            child.child = child
            child.name = child.text("ChildIdentifiers/LAchildID")
            self.children.append(child)

    def below(self, record, path, kind):
        for element in record.element.iterfind(path):
            # Records are numbered in the order of the file, which is that of this walk.
            key = id(element)
            if key not in self.counts:
                self.counts[key] = len([k for k in self.counts.values() if k[0] == kind]) + 1
                self.counts[key] = (kind, self.counts[key])
            yield Record(element, record.child, self.counts[key][1])

    def within(self, date):
        return date is not None and self.start <= date <= self.end


def subject(record):
    return record.child.number


def not_in_need(episode):
    return episode.text("ReasonForClosure") in ("RC8", "RC9")


def is_need(episode):
    return episode.flag("ReferralNFA") is not True and not not_in_need(episode)


def is_open(first, last, day):
    return first is not None and first <= day and (last is None or last > day)


def duration(first, last):
    if first is None or last is None or last < first:
        return None
    if last <= add_months(first, 3):
        return "3 months or less"
    if last <= add_months(first, 6):
        return "over 3 to 6 months"
    if last < add_months(first, 12):
        return "over 6 months, under 1 year"
    return "1 year, under 2 years" if last < add_months(first, 24) else "2 years or more"


class Lists:
    """Codes that may be used in the year, as the schema of the year has them."""

    def __init__(self, samples):
        self.codes = {}
        text = open(os.path.join(samples, "../plugins/cin/codes.h"), encoding="utf-8").read()
        for name, body in re.findall(r"#define (\w+)_CODES\(CODE, OF\) \\\n((?:.*\\\n)*.*)", text):
            self.codes[name] = set(re.findall(r"CODE\(OF, (\w+),", body))

    def known(self, name, code):
        return code if code in self.codes[name] else None


class Count:
    """All figures of one return."""

    def __init__(self, ret, year, lists):
        self.ret, self.year, self.lists = ret, year, lists
        self.figures = {}
        self.stock = {"episodes_of_need": [], "protection_plans": [], "cin_plans": []}
        for name in ("contacts", "visits", "supervision", "need_without_plan_or_care"):
            self.figures[name] = None
        for child in ret.children:
            self.count_child(child)
        counted = {name: stays(rows, ret.start, ret.end) for name, rows in self.stock.items()}
        self.stock = counted

    def of(self, name):
        return self.figures.setdefault(name, Figure())

    def stay(self, name, record, first, last):
        start, end = record.date(first), record.date(last)
        if start is not None:
            self.stock[name].append((record.number, start, end, record.text(last) is not None and end is None))

    def names(self, names):
        for name in names:
            self.of(name)

    def count_child(self, child):
        episodes = list(self.ret.below(child, "CINdetails", "CINdetails"))
        referred = again = False
        for episode in episodes:
            repeated = self.count_referral(child, episode, episodes)
            referred = referred or self.ret.within(episode.date("CINreferralDate"))
            again = again or repeated
            self.count_need(child, episode)
            self.count_assessments(episode)
            self.count_plans(episode)
            self.count_cin_plans(episode)
            self.count_pre_proceedings(episode)
        self.count_conferences(child, episodes)
        if referred:
            self.of("children_rereferred").add(child.number, again)

    def count_referral(self, child, episode, episodes):
        day = episode.date("CINreferralDate")
        self.names(("referrals", "rereferrals", "rereferrals_like_transfers", "referrals_nfa", "referrals_not_in_need",
                    "referrals_bare", "referrals_13plus_cse", "children_rereferred"))
        if not self.ret.within(day):
            return False
        who = subject(episode)
        source = self.lists.known("ReferralSource", episode.text("ReferralSource"))
        self.of("referrals").add(who, source=source)
        earlier = [e for e in episodes if e.date("CINreferralDate") and e.date("CINreferralDate") < day]
        repeated = any(day <= add_months(e.date("CINreferralDate"), 12) for e in earlier)
        self.of("rereferrals").add(who, repeated)
        if repeated:
            at_once = any(e.date("CINclosureDate") and day <= e.date("CINclosureDate") + DAY for e in earlier)
            self.of("rereferrals_like_transfers").add(who, at_once)
        self.of("referrals_nfa").add(who, episode.flag("ReferralNFA") is True)
        self.of("referrals_not_in_need").add(who, not_in_need(episode))
        work = any(episode.element.find(part) is not None
                   for part in ("Assessments", "Section47", "CINPlanDates", "ChildProtectionPlans"))
        bare = not work and episode.text("DateOfInitialCPC") is None and episode.date("CINclosureDate") is not None
        self.of("referrals_bare").add(who, bare and episode.flag("ReferralNFA") is not True)
        born = child.date("ChildIdentifiers/PersonBirthDate")
        if born and age_on(born, day) >= 13:
            self.of("referrals_13plus_cse").add(who, "11A" in self.factors(episode.element.iter("AssessmentFactors")))
        return repeated

    @staticmethod
    def factors(elements):
        return {(element.text or "").strip() for element in elements}

    def age_band(self, child):
        born = child.date("ChildIdentifiers/PersonBirthDate")
        if born is None:
            return "unborn" if child.date("ChildIdentifiers/ExpectedPersonBirthDate") else None
        if born > self.ret.end:
            return "unborn"
        age = age_on(born, self.ret.end)
        bands = ((0, "under 1"), (4, "1 to 4"), (9, "5 to 9"), (15, "10 to 15"), (17, "16 and 17"))
        return next((name for most, name in bands if age <= most), "18 and over")

    def sex(self, child):
        if self.year >= 2025:
            words = {"F": "female", "M": "male", "U": "unknown or not stated"}
            return words.get(child.text("ChildIdentifiers/Sex"))
        words = {"2": "female", "1": "male", "0": "unknown or not stated", "9": "unknown or not stated"}
        return words.get(child.text("ChildIdentifiers/GenderCurrent"))

    def disabilities(self, child):
        codes = {(e.text or "").strip() for e in child.element.iterfind("ChildCharacteristics/Disabilities/Disability")}
        return {c for c in codes if self.lists.known("Disability", c) and c != "NONE"}

    def count_need(self, child, episode):
        self.names(("need_any_time", "need_starting", "need_ending", "need_at_end", "need_disabled"))
        first, last = episode.date("CINreferralDate"), episode.date("CINclosureDate")
        if not is_need(episode):
            return
        who, end = subject(episode), self.ret.end
        self.stay("episodes_of_need", episode, "CINreferralDate", "CINclosureDate")
        need = self.lists.known("PrimaryNeedCode", episode.text("PrimaryNeedCode"))
        if first and first <= end and not (last and last < self.ret.start):
            self.of("need_any_time").add(who)
        if self.ret.within(first):
            self.of("need_starting").add(who, **{"primary need": need})
        if self.ret.within(last):
            reason = self.lists.known("ReasonForClosure", episode.text("ReasonForClosure"))
            self.of("need_ending").add(who, **{"duration": duration(first, last), "reason for closure": reason})
        if is_open(first, last, end):
            ethnicity = self.lists.known("Ethnicity", child.text("ChildCharacteristics/Ethnicity"))
            self.of("need_at_end").add(who, **{"primary need": need, "duration so far": duration(first, end),
                                               "age at the end of the period": self.age_band(child),
                                               "sex": self.sex(child), "ethnicity": ethnicity})
            disabilities = self.disabilities(child)
            self.of("need_disabled").add(who, bool(disabilities), disability=disabilities)

    def days_band(self, days):
        bands = ((0, "the same day"), (10, "1 to 10 days"), (20, "11 to 20 days"), (30, "21 to 30 days"),
                 (40, "31 to 40 days"), (45, "41 to 45 days"), (50, "46 to 50 days"), (60, "51 to 60 days"))
        if days is None:
            return None
        return next((name for most, name in bands if days <= most), "61 days or more")

    def count_assessments(self, episode):
        self.names(("assessments_completed", "assessments_within_45_days", "assessments_within_20_days",
                    "assessment_days", "assessments_no_factor", "episodes_with_factors"))
        who, groups, any_done = subject(episode), set(), False
        for assessment in self.ret.below(episode, "Assessments", "Assessments"):
            first = assessment.date("AssessmentActualStartDate")
            last = assessment.date("AssessmentAuthorisationDate")
            if not self.ret.within(last):
                continue
            any_done = True
            codes = {c for c in self.factors(assessment.element.iter("AssessmentFactors"))
                     if self.lists.known("AssessmentFactors", c)}
            groups |= {int(re.match(r"\d+", code)[0]) for code in codes}
            days = working_days(first, last) if first else None
            self.of("assessments_completed").add(who, **{"working days taken": self.days_band(days)})
            self.of("assessments_within_45_days").add(who, days is not None and days <= 45)
            self.of("assessments_within_20_days").add(who, days is not None and days <= 20)
            if days is not None:
                self.of("assessment_days").add(who, value=days)
            self.of("assessments_no_factor").add(who, not codes - {"21"})
        if any_done:
            self.of("episodes_with_factors").add(who, factor={FACTOR_GROUPS[group - 1] for group in groups})

    def count_conferences(self, child, episodes):
        self.names(("s47_enquiries", "s47_no_conference", "conferences_transfer_in", "conferences", "conference_days",
                    "conferences_within_15_days", "conferences_with_plan", "conferences_all", "plans_per_conference",
                    "transfer_in_days", "conferences_domestic_abuse"))
        plans = [plan.date("CPPstartDate") for e in episodes
                 for plan in self.ret.below(e, "ChildProtectionPlans", "ChildProtectionPlans")]
        seen = set()
        for episode in episodes:
            self.count_conferences_of(episode, plans, seen)

    def count_conferences_of(self, episode, plans, seen):
        who, own = subject(episode), episode.date("DateOfInitialCPC")
        enquiries = list(self.ret.below(episode, "Section47", "Section47"))
        own_plans = self.ret.below(episode, "ChildProtectionPlans", "ChildProtectionPlans")
        started = [plan.date("CPPstartDate") for plan in own_plans]
        abuse = bool({"3A", "3B", "3C"} & self.factors(episode.element.iter("AssessmentFactors")))
        held = 0
        for enquiry in enquiries:
            held += self.count_enquiry(enquiry, plans, seen, abuse)
        if self.ret.within(own) and own not in [e.date("DateOfInitialCPC") for e in enquiries]:
            held += 1
            self.of("conferences_transfer_in").add(who, own in started)
            later = sorted(day for day in started if day and day >= own)
            if later:
                self.of("transfer_in_days").add(who, value=working_days(own, later[0]))
        if held:
            self.of("conferences_all").add(who, value=held)
        starts = sum(self.ret.within(day) for day in started)
        if held or starts:
            self.of("plans_per_conference").add(who, value=starts, of=held)

    def count_enquiry(self, enquiry, plans, seen, abuse):
        who, begun, day = subject(enquiry), enquiry.date("S47ActualStartDate"), enquiry.date("DateOfInitialCPC")
        if self.ret.within(begun):
            self.of("s47_enquiries").add(who)
            self.of("s47_no_conference").add(who, enquiry.flag("ICPCnotRequired") is True)
        if not self.ret.within(day):
            return 0
        days = working_days(begun, day) if begun else None
        bands = ((10, "10 days or less"), (15, "11 to 15 days"), (20, "16 to 20 days"))
        band = None if days is None else next((name for most, name in bands if days <= most), "21 days or more")
        self.of("conferences").add(who, **{"working days since the enquiry began": band})
        self.of("conferences_domestic_abuse").add(who, abuse)
        if days is not None:
            self.of("conference_days").add(who, value=days)
            self.of("conferences_within_15_days").add(who, days <= 15)
        if (who, day) not in seen:
            seen.add((who, day))
            self.of("conferences_with_plan").add(who, day in plans)
        return 1

    def reviewed_in_time(self, plan, reviews):
        """Each review within its limit of the one before, until the end of the period."""
        days = sorted({day for day in reviews if day and plan < day <= self.ret.end})
        if not days or days[0] > add_months(plan, 3):
            return False
        gaps = zip(days, days[1:] + [self.ret.end])
        return all(later <= add_months(day, 6) for day, later in gaps)

    def count_plans(self, episode):
        self.names(("plans_any_time", "plans_starting", "plans_repeated", "plans_ending", "plans_ending_after_2_years",
                    "plans_at_end", "plans_open_over_2_years", "plans_reviewed", "reviews_held"))
        for plan in self.ret.below(episode, "ChildProtectionPlans", "ChildProtectionPlans"):
            self.count_plan(plan)

    def count_plan(self, plan):
        who, end = subject(plan), self.ret.end
        first, last = plan.date("CPPstartDate"), plan.date("CPPendDate")
        initial = self.lists.known("CategoryOfAbuse", plan.text("InitialCategoryOfAbuse"))
        latest = self.lists.known("CategoryOfAbuse", plan.text("LatestCategoryOfAbuse"))
        categories = {"category at the start": initial, "latest category": latest}
        reviews = [read_date((e.text or "").strip()) for e in plan.element.iterfind("Reviews/CPPreviewDate")]
        self.stay("protection_plans", plan, "CPPstartDate", "CPPendDate")
        for day in reviews:
            if self.ret.within(day):
                self.of("reviews_held").add(who)
        if first and first <= end and not (last and last < self.ret.start):
            self.of("plans_any_time").add(who)
        if self.ret.within(first):
            earlier = plan.text("NumberOfPreviousCPP") or ""
            self.of("plans_starting").add(who, **categories)
            self.of("plans_repeated").add(who, bool(re.fullmatch(r"\+?\d+", earlier)) and int(earlier) >= 1)
        if self.ret.within(last):
            self.of("plans_ending").add(who, duration=duration(first, last))
            self.of("plans_ending_after_2_years").add(who, duration(first, last) == "2 years or more")
        if is_open(first, last, end):
            so_far = duration(first, end)
            self.of("plans_at_end").add(who, **categories, **{"duration so far": so_far})
            self.of("plans_open_over_2_years").add(who, so_far == "2 years or more")
            if first <= add_months(end, -3):
                self.of("plans_reviewed").add(who, self.reviewed_in_time(first, reviews))

    def count_cin_plans(self, episode):
        self.names(("cin_plans_starting", "cin_plans_ending", "cin_plans_at_end"))
        for plan in self.ret.below(episode, "CINPlanDates", "CINPlanDates"):
            first, last = plan.date("CINPlanStartDate"), plan.date("CINPlanEndDate")
            self.stay("cin_plans", plan, "CINPlanStartDate", "CINPlanEndDate")
            if self.ret.within(first):
                self.of("cin_plans_starting").add(subject(plan))
            if self.ret.within(last):
                self.of("cin_plans_ending").add(subject(plan))
            if is_open(first, last, self.ret.end):
                self.of("cin_plans_at_end").add(subject(plan))

    def count_pre_proceedings(self, episode):
        if self.year < 2027:
            return
        self.names(("pre_proceedings", "pre_proceedings_letters", "family_meetings_offered", "family_meetings_held",
                    "days_to_first_meeting", "court_applications", "days_to_court"))
        for record in self.ret.below(episode, "PreProceedingsandFGDM", "PreProceedingsandFGDM"):
            who, begun = subject(record), record.date("PPStartDate")
            self.of("family_meetings_offered").add(who, record.flag("FGDMMeetingOffer") is True)
            if record.flag("FGDMMeetingOffer") is True:
                self.of("family_meetings_held").add(who, record.flag("FGDMMeetingFac") is True)
            if not self.ret.within(begun):
                continue
            outcome = self.lists.known("PPOutcome", record.text("PPOutcome"))
            self.of("pre_proceedings").add(who, outcome=outcome)
            self.of("pre_proceedings_letters").add(who, record.date("LBPSentDate") is not None)
            self.of("court_applications").add(who, record.date("CourtAppDate") is not None)
            for name, field in (("days_to_first_meeting", "InitialPPMeetingDate"), ("days_to_court", "CourtAppDate")):
                if record.date(field):
                    self.of(name).add(who, value=(record.date(field) - begun).days)


FACTOR_GROUPS = (
    "alcohol (1A to 1C)", "drugs (2A to 2C)", "domestic abuse (3A to 3C)", "mental health (4A to 4C)",
    "learning disability (5A to 5C)", "physical disability (6A to 6C)", "young carer (7A)",
    "privately fostered (8B to 8F)", "unaccompanied asylum seeker (9A)", "going missing (10A)",
    "sexual exploitation (11A)", "trafficking (12A)", "gangs (13A)", "socially unacceptable behaviour (14A)",
    "self-harm (15A)", "neglect (16A)", "emotional abuse (17A)", "physical abuse (18A to 18C)",
    "sexual abuse (19A to 19C)", "other (20)", "none (21)", "female genital mutilation (22A)",
    "faith or belief (23A)", "criminal exploitation (24A)")


def check_return(check, lists, path, period=None):
    document = check.run(*(["--period", "..".join(period)] if period else []), path)
    year = document["submission"]["year"]
    start, end = (datetime.date.fromisoformat(day) for day in document["submission"]["period"])
    count = Count(Return(path, start, end), year, lists)
    check.figures(document, count.figures)
    check.stocks(document, count.stock)
    totals = {figure["name"]: figure.get("value") for figure in document["figures"]}
    for stock, names in (("episodes_of_need", "need"), ("protection_plans", "plans"), ("cin_plans", "cin_plans")):
        parts = next(s for s in document["stocks"] if s["name"] == stock)
        check.equal(names + "_starting", totals[names + "_starting"], parts["starts"])
        check.equal(names + "_at_end", totals[names + "_at_end"], parts["closing"])


def names_of(ret, figure):
    return {ret.children[number - 1].name for number in figure.counted}


def check_previous(check, lists, before, now):
    """Who came in and went out since last year, by the names of the children."""
    document = check.run("--previous", before, now)
    counts = []
    for path, year in ((now, 2026), (before, 2025)):
        start, end = datetime.date(year - 1, 4, 1), datetime.date(year, 3, 31)
        counts.append(Count(Return(path, start, end), year, lists))
    for given in document["figures"]:
        if "before" not in given:
            continue
        this, last = (names_of(c.ret, c.figures[given["name"]]) for c in counts)
        check.equal(given["name"] + ": came in", given["before"]["added"], len(this - last))
        check.equal(given["name"] + ": went out", given["before"]["removed"], len(last - this))


def check_list(check, lists, path):
    """Who is behind a figure."""
    count = Count(Return(path, datetime.date(2025, 4, 1), datetime.date(2026, 3, 31)), 2026, lists)
    for name in ("rereferrals", "plans_at_end", "assessments_within_45_days", "need_disabled"):
        listed = check.run("--list", name, path)["listed"]["subjects"]
        figure = count.figures[name]
        names = {count.ret.children[number - 1].name for number in figure.among}
        check.equal(name + ": listed", {s["subject"] for s in listed}, names)
        check.equal(name + ": counted", {s["subject"] for s in listed if s["counted"]}, names_of(count.ret, figure))


def generate(generator, folder, year, children, faults):
    path = os.path.join(folder, f"{year}-{faults}.xml")
    command = [generator, "--year", str(year), "--children", str(children), "--faults", str(faults)]
    with open(path, "w", encoding="utf-8") as file:
        subprocess.run(command, stdout=file, check=True)
    return path


def main(statval, generator, samples):
    check, lists = Check(statval), Lists(samples)
    for year in range(2023, 2028):
        for kind in ("clean", "faulty"):
            check_return(check, lists, os.path.join(samples, f"cin/{year}/{kind}.xml"))
    check_return(check, lists, os.path.join(samples, "cin/2026/faulty.xml"), ("2025-05-01", "2025-11-30"))
    with tempfile.TemporaryDirectory() as folder:
        for year, faults in ((2024, 0), (2026, 0), (2026, 100), (2027, 40)):
            check_return(check, lists, generate(generator, folder, year, 1500, faults))
        before, now = (generate(generator, folder, year, 900 + year % 10, 0) for year in (2025, 2026))
        check_previous(check, lists, before, now)
        check_list(check, lists, now)
    return check.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
