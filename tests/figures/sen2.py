#!/usr/bin/env python3
"""The headline figures of SEN2, counted from the raw XML without statval.

Usage: sen2.py STATVAL GENERATOR SAMPLES: on all samples, and on generated returns.
"""
import csv
import datetime
import os
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

from days import add_years, age_on, read_date
from figures import ANY, Check, Figure, stays

CENSUS = {2023: (2023, 1, 19), 2024: (2024, 1, 18), 2025: (2025, 1, 16), 2026: (2026, 1, 15), 2027: (2027, 1, 21)}
NOT_IN_RETURN = ("appeal_outcomes", "sen_support", "attendance_attainment", "neet_without_plan", "placement_costs",
                 "advice_in_time")
BY_TYPE = ("plans_special_school", "plans_independent")  # with a register of establishments only
WEEKS_20, YEAR = 140, 365

# Settings without a URN; NIEO is parted by age.
SETTINGS = {
    "OLA": "other arrangements by the authority (OLA)", "OPA": "other arrangements by parents (OPA)",
    "EHE": "elective home education (EHE)", "OTH": "other (OTH)",
    "EYP": "early years provider, not maintained (EYP)",
    "NEET": "not in education, employment or training (NEET)", "NIEC": "notice to cease issued (NIEC)"}
# Types of the register; the first two are those of schools that are independent or not maintained.
SPECIAL_SCHOOLS = ("Other independent special school", "Non-maintained special school", "Community special school",
                   "Foundation special school", "Academy special converter", "Academy special sponsor led",
                   "Free schools special")
BY_URN = "school or college by URN, type not known"
BY_UKPRN = "provider by UKPRN"
KINDS = {BY_URN: BY_URN, BY_UKPRN: "further education", SETTINGS["EYP"]: "early years provider", None: None}


def age_group(age):
    if age is None:
        return None
    bands = ((4, "under 5"), (10, "5 to 10"), (15, "11 to 15"), (19, "16 to 19"))
    return next((name for most, name in bands if age <= most), "20 and over")


def single_age(age):
    if age is None:
        return None
    return "under 3" if age < 3 else "25 and over" if age >= 25 else str(age)


class Record:
    """An element; its place among its like in the file; the person it belongs to."""

    def __init__(self, element, person, number=0):
        self.element, self.person, self.number = element, person, number

    def text(self, name):
        found = self.element.find(name)
        return ((found.text or "").strip() or None) if found is not None else None

    def date(self, name):
        return read_date(self.text(name))

    def is_one(self, name):
        return self.text(name) == "1"


class Return:
    """Persons, requests, and what hangs on each."""

    def __init__(self, path):
        self.root = ElementTree.parse(path).getroot()
        self.numbers = {}
        self.persons = []
        for number, element in enumerate(self.root.iterfind("Persons/Person"), 1):
            person = Record(element, number, number)
            person.requests = [self.request(person, e) for e in element.iterfind("Requests")]
            self.persons.append(person)

    def make(self, kind, element, person):
        self.numbers[kind] = self.numbers.get(kind, 0) + 1
        return Record(element, person.number, self.numbers[kind])

    def request(self, person, element):
        request = self.make("Requests", element, person)
        request.assessment = request.plan = request.active = None
        for found in element.findall("Assessment")[:1]:
            request.assessment = self.make("Assessment", found, person)
            for plan in found.findall("NamedPlan")[:1]:
                request.plan = self.make("NamedPlan", plan, person)
        for found in element.findall("ActivePlans")[:1]:
            request.active = self.make("ActivePlans", found, person)
        request.placements = [self.make("PlacementDetail", e, person)
                              for e in element.iterfind("ActivePlans/PlacementDetail")]
        return request


class Count:
    """All figures of one return."""

    def __init__(self, path, year, start, end, types=None):
        """`types`: of establishments, by URN; None: they are not given."""
        self.ret, self.year, self.start, self.end, self.types = Return(path), year, start, end, types
        self.census = datetime.date(*CENSUS[year])
        self.figures = {name: None for name in NOT_IN_RETURN + (() if types else BY_TYPE)}
        self.rows = {"plans": [], "placements": []}
        for person in self.ret.persons:
            self.add("persons_read", person)
            born = person.date("PersonBirthDate")
            for request in person.requests:
                self.count_request(person, born, request)
        self.count_authority()
        self.stock = {name: stays(rows, start, end) for name, rows in self.rows.items()}

    def add(self, name, record, counted=True, **more):
        self.figures.setdefault(name, Figure()).add(record.person if record else None, counted, **more)

    def within(self, day):
        return day is not None and self.start <= day <= self.end

    @staticmethod
    def age(born, day):
        return age_on(born, day) if born and day and born <= day else None

    def count_request(self, person, born, request):
        outcome = request.text("RequestOutcome")
        outcome = outcome if outcome in set("YNAWH") else None
        self.add("requests_read", request, outcome=outcome)
        if self.within(request.date("ReceivedDate")) and outcome != "H":
            self.count_received(born, request, outcome)
        self.count_undecided(request, outcome)
        if request.assessment:
            self.count_assessment(born, request)
        if request.plan:
            self.count_plan(person, born, request)
        for placement in request.placements:
            self.count_placement(placement)

    def count_received(self, born, request, outcome):
        received, decided = request.date("ReceivedDate"), request.date("RequestOutcomeDate")
        age = age_group(self.age(born, received))
        self.add("requests_received_in_year", request, outcome=outcome, **{"age on the day of receipt": age})
        for name, code in (("decided_to_assess", "Y"), ("decided_not_to_assess", "N"), ("decision_not_made", "A"),
                           ("withdrawn", "W")):
            self.add("requests_" + name, request, outcome == code)
        if self.year >= 2025:
            source = request.text("RequestSource")
            self.add("requests_with_source", request, source in set("12345"), source=source)
        mediation, tribunal = request.is_one("RequestMediation"), request.is_one("RequestTribunal")
        self.add("requests_rya", request, request.is_one("RYA"))
        self.add("mediation_related_request", request, mediation)
        self.add("tribunal_related_request", request, tribunal)
        self.add("tribunal_after_mediation_request", request, mediation and tribunal)
        if tribunal:
            self.add("tribunal_appeals", request, value=1)
        if outcome in ("Y", "N") and decided and decided >= received:
            days = (decided - received).days
            self.add("request_days", request, value=days)
            self.add("request_outcome_six_weeks", request, days <= 42)
        elif outcome == "A" and (self.census - received).days > 42:
            self.add("request_outcome_six_weeks", request, False)

    def count_undecided(self, request, outcome):
        received = request.date("ReceivedDate")
        if outcome == "A" and received and received <= self.census:
            self.add("requests_undecided_over_six_weeks", request, (self.census - received).days > 42)

    def is_in_year(self, request, outcome):
        day, decided = request.assessment.date("AssessmentOutcomeDate"), request.date("RequestOutcomeDate")
        if outcome == "H":
            return False
        if self.within(day):
            return True
        dateless = request.assessment.text("AssessmentOutcomeDate") is None
        return outcome in ("A", "W") and dateless and self.within(decided)

    def count_assessment(self, born, request):
        assessment = request.assessment
        outcome, day = assessment.text("AssessmentOutcome"), assessment.date("AssessmentOutcomeDate")
        outcome = outcome if outcome in set("YNAWH") else None
        received = request.date("ReceivedDate")
        if self.is_in_year(request, outcome):
            self.count_in_year(born, request, outcome)
        if outcome == "N" and self.within(day) and received and day >= received:
            self.add("outcome_decision_within_time", assessment, (day - received).days <= 112)
        open_still = outcome == "A" or (outcome == "Y" and assessment.text("AssessmentOutcomeDate") is None)
        if open_still and received and received <= self.census and not request.text("Exported"):
            self.add("assessments_open_over_20_weeks", assessment, (self.census - received).days > WEEKS_20)
        if outcome == "Y" and self.within(day) and received:
            self.count_issued(request, (day - received).days)

    def count_in_year(self, born, request, outcome):
        assessment = request.assessment
        age = age_group(self.age(born, request.date("ReceivedDate")))
        self.add("assess_in_year", assessment, outcome=outcome, **{"age on the day of receipt": age})
        for name, code in (("issued", "Y"), ("not_issued", "N"), ("withdrawn", "W")):
            self.add("assess_" + name, assessment, outcome == code)
        if outcome == "A":
            self.add("assess_not_made", assessment)
        for name, field in (("assess", "Assessment"), ("other", "Other")):
            mediation, tribunal = assessment.is_one(field + "Mediation"), assessment.is_one(field + "Tribunal")
            self.add(f"number_{name}_mediation", assessment, mediation)
            self.add(f"number_{name}_tribunal", assessment, tribunal)
            self.add(f"number_{name}_both", assessment, mediation and tribunal)
            if tribunal:
                self.add("tribunal_appeals", assessment, value=1)

    def count_issued(self, request, days):
        assessment = request.assessment
        if request.is_one("RequestMediation") or request.is_one("RequestTribunal") or \
                assessment.is_one("AssessmentMediation") or assessment.is_one("AssessmentTribunal"):
            return
        band = None
        if days >= 0:
            band = "20 weeks or less (140 days)" if days <= WEEKS_20 else \
                "over 20 weeks, under a year (141 to 364 days)" if days < YEAR else "a year or more (365 days or more)"
        for ending, exception in (("", False), ("_exc", True)):
            if exception and assessment.is_one("Week20"):
                continue
            self.add("plans_issued" + ending, assessment, **{"time taken": band})
            self.add("plans_issued_20_weeks" + ending, assessment, 0 <= days <= WEEKS_20)
            if days >= 0:
                self.add("avg_weeks_issue_plan" + ending, assessment, value=days, of=7)

    @staticmethod
    def is_open(first, last, day):
        return first is not None and first <= day and (last is None or last > day)

    def count_plan(self, person, born, request):
        plan = request.plan
        first, last = plan.date("StartDate"), plan.date("CeaseDate")
        transferred = bool(request.active and request.active.text("TransferLA"))
        self.add("plans_read", plan)
        if first:
            self.rows["plans"].append((plan.number, first, last, plan.text("CeaseDate") is not None and last is None))
        if self.is_open(first, last, self.end):
            self.add("plans_at_end", plan)
        if self.within(first):
            self.add("plans_starting", plan)
            if not transferred:
                self.count_new(born, request, first)
        if self.within(last):
            self.count_ceased(born, request, last)
        if self.is_active(plan, "StartDate", "CeaseDate"):
            self.count_maintained(person, born, request, first)

    def need(self, request):
        first = [e for e in (request.active.element.iterfind("SENneed") if request.active else [])
                 if (e.findtext("SENtypeRank") or "").strip() == "1"]
        codes = ((e.findtext("SENtype") or "").strip() for e in first)
        return next((code for code in codes if code in NEEDS), None)

    def setting(self, placement, born, day):
        if placement is None:
            return None
        if placement.text("URN"):
            return BY_URN
        if placement.text("UKPRN"):
            return BY_UKPRN
        code = placement.text("SENSetting")
        if code == "NIEO":
            age = self.age(born, day)
            school = age is not None and 5 <= self.age(born, datetime.date(self.census.year - 1, 8, 31)) <= 15
            return "not in education, compulsory school age (NIEO)" if school else \
                "not in education, other or unknown age (NIEO)"
        return SETTINGS.get(code)

    @staticmethod
    def rank(placement):
        return {"1": 1, "2": 2}.get(placement.text("PlacementRank"), 9)

    def is_active(self, record, first, last):
        """On the census day; what ends on a day that cannot be read is not."""
        clear = record.text(last) is None or record.date(last) is not None
        return clear and self.is_open(record.date(first), record.date(last), self.census)

    def is_current(self, placement):
        return self.is_active(placement, "EntryDate", "LeavingDate")

    def current(self, request):
        found = [p for p in request.placements if self.is_current(p)]
        return min(found, key=self.rank, default=None)

    def kind(self, setting):
        return KINDS.get(setting, "educated elsewhere, or not in education")

    def count_new(self, born, request, first):
        setting = self.setting(self.current(request), born, self.census)
        self.add("new_ehc_plans", request.plan, **{
            "age when the plan started": age_group(self.age(born, first)), "primary need": self.need(request),
            "kind of setting": self.kind(setting), "setting": setting})

    def last_placement(self, request):
        """The one that is open still, or was left last; of several the one of the lowest rank."""
        ends = [(p.date("LeavingDate") or datetime.date.max, p) for p in request.placements
                if p.date("EntryDate") and (p.text("LeavingDate") is None or p.date("LeavingDate"))]
        latest = max((end for end, _ in ends), default=None)
        return min((p for end, p in ends if end == latest), key=self.rank, default=None)

    def count_ceased(self, born, request, last):
        reason = request.plan.text("CeaseReason")
        setting = self.setting(self.last_placement(request), born, last)
        self.add("total_ceased", request.plan, **{
            "reason": reason if reason in set("123456789") else None,
            "age on the day of ceasing": age_group(self.age(born, last)),
            "kind of the last setting": self.kind(setting), "last setting": setting})

    def school_age(self, born):
        """On 31 August before the census; who was born between the two days is aged 0."""
        august = datetime.date(self.census.year - 1, 8, 31)
        return 0 if born and august < born <= self.census else self.age(born, august)

    def count_schools(self, plan, placement):
        kind = self.types.get(placement.text("URN"), "") if placement else ""
        self.add("plans_special_school", plan, kind in SPECIAL_SCHOOLS, setting=ANY)
        self.add("plans_independent", plan, kind in SPECIAL_SCHOOLS[:2])

    def count_maintained(self, person, born, request, first):
        plan, active = request.plan, request.active
        age = self.school_age(born)
        setting = self.setting(self.current(request), born, self.census)
        years = self.census.year - first.year
        self.add("ehcplans", plan, **{
            "age group on 31 August": age_group(age), "age on 31 August": single_age(age),
            "age when the plan started": single_age(self.age(born, first)), "sex": self.sex(person),
            "ethnicity": ANY, "primary need": self.need(request), "kind of setting": self.kind(setting),
            "setting": setting,
            "years in place": "less than a year" if years == 0 else str(years) if years < 12 else "12 or more"})
        if self.types:
            self.count_schools(plan, self.current(request))
        if age is not None:
            self.add("plans_16_and_over", plan, age >= 16)
            self.add("plans_19_and_over", plan, age >= 19)
        if request.placements:
            self.add("plans_all_placements_ended", plan, self.current(request) is None)
        if active:
            self.add("plans_transferred_in", active, bool(active.text("TransferLA")))
        self.count_provision(request)
        if self.year >= 2025:
            self.count_reviews(request, first, age)
            self.count_phases(request)

    def sex(self, person):
        if self.year >= 2024:
            return {"F": "female", "M": "male"}.get(person.text("Sex"))
        words = {"2": "female", "1": "male", "0": "not known or not specified", "9": "not known or not specified"}
        return words.get(person.text("GenderCurrent"))

    def count_provision(self, request):
        plan, payments = request.plan, request.plan.text("DP")
        self.add("personal_budget", plan, plan.is_one("PB"))
        self.add("org_arrangements", plan, plan.is_one("OA"))
        self.add("direct_payments", plan, payments in set("ESHI"),
                 **{"kind (pb_education, pb_social, pb_health, pb_integrated)": payments})
        for name, field, codes, by in (("residential", "Res", "AB", "weeks"),
                                      ("work_based_learning", "WBP", "ATS", "kind")):
            if self.year == 2023:
                code = request.active.text(field) if request.active else None
            else:
                here = [p for p in request.placements
                        if self.is_current(p) and p.text(field) in set(codes)]
                code = min(here, key=self.rank).text(field) if here else None
            self.add(name, plan, code in set(codes), **{by: code})

    def count_reviews(self, request, first, age):
        plan, active = request.plan, request.active
        if first >= self.start:
            self.add("review_not_expected", plan)
            return
        meeting = active.date("ReviewMeeting") if active else None
        decision = active.date("LastReview") if active else None
        meeting = meeting if meeting and meeting.year <= self.census.year else None
        decision = decision if decision and decision.year <= self.census.year else None
        outcome = active.text("ReviewOutcome") if active else None
        late = meeting is not None and (self.census - meeting).days > 28
        self.add("review_expected", plan, **{
            "review meeting": self.year_of(meeting) or "none",
            "decision after the review": self.year_of(decision) or (
                "none, and no meeting" if not meeting else "outstanding" if late else "not yet due"),
            "age group on 31 August": age_group(age)})
        self.add("total_review_meeting", plan, meeting is not None, outcome=outcome if outcome in set("MCA") else None)
        self.add("review_meeting_over_12_months", plan, meeting is None or add_years(meeting, 1) < self.census)
        self.add("review_completed", plan, self.within(decision))
        self.add("review_completed_prior", plan, decision is not None and decision < self.start)
        self.add("review_not_completed", plan, decision is None)
        if meeting:
            self.add("review_outstanding", plan, decision is None and late)
        if meeting and decision and decision >= meeting:
            self.add("decision_4_weeks", plan, (decision - meeting).days <= 28)

    def year_of(self, day):
        if day is None:
            return None
        names = {self.census.year: "in the census year", self.census.year - 1: "in the collection year"}
        return names.get(day.year, "earlier")

    def count_phases(self, request):
        plan = request.plan
        due, final = (request.active.date("PhaseTransfer" + part) if request.active else None
                      for part in ("DueDate", "FinalDate"))
        last, this = self.census.year - 1, self.census.year
        for name, day, year in (("due_collection_year", due, last), ("due_census_year", due, this),
                                ("final_collection_year", final, last), ("final_census_year", final, this)):
            self.add("phase_" + name, plan, day is not None and day.year == year)
        if due and due.year == last:
            self.add("phase_final_in_time", plan, final is not None and final <= due)

    def count_placement(self, placement):
        first, last = placement.date("EntryDate"), placement.date("LeavingDate")
        unclear = placement.text("LeavingDate") is not None and last is None
        if first:
            self.rows["placements"].append((placement.number, first, last, unclear))
        if self.within(first):
            self.add("placements_starting", placement)
        if self.within(last):
            self.add("placements_ending", placement)
        if self.is_open(first, last, self.end):
            self.add("placements_at_end", placement)

    def count_authority(self):
        source = self.ret.root.find("Header/Source")
        for name in ("DMO", "DCO") + (("DSCO",) if self.year >= 2025 else ()):
            answer = (source.findtext(name) or "").strip() if source is not None else ""
            self.figures.setdefault(name.lower(), Figure())
            if answer in set("YNR") and answer:
                self.add(name.lower(), None, answer=answer)


NEEDS = set("SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH".split())
REVIEWS = ("review_expected", "review_not_expected", "total_review_meeting", "review_meeting_over_12_months",
           "review_completed", "review_completed_prior", "review_not_completed", "review_outstanding",
           "decision_4_weeks", "phase_due_collection_year", "phase_due_census_year", "phase_final_collection_year",
           "phase_final_census_year", "phase_final_in_time", "requests_with_source", "dsco")


def check_return(check, path):
    document = check.run(path)
    year = document["submission"]["year"]
    start, end = (datetime.date.fromisoformat(day) for day in document["submission"]["period"])
    count = Count(path, year, start, end)
    check.complete(document, count.figures, REVIEWS if year < 2025 else ())
    check.figures(document, count.figures)
    check.stocks(document, count.stock)


def check_schools(check, path):
    """The figures that a register of establishments makes possible, which stands beside the return."""
    register = os.path.join(os.path.dirname(path), "establishments.csv")
    document = check.run("--reference", "establishments=" + register, path)
    start, end = (datetime.date.fromisoformat(day) for day in document["submission"]["period"])
    with open(register, encoding="utf-8-sig", newline="") as file:
        types = {row["URN"]: row["TypeOfEstablishment (name)"] for row in csv.DictReader(file)}
    count = Count(path, document["submission"]["year"], start, end, types)
    check.some(document, {name: count.figures.get(name, Figure()) for name in BY_TYPE})


def main(statval, generator, samples):
    check = Check(statval)
    for year in range(2023, 2028):
        for kind in ("clean", "faulty"):
            path = os.path.join(samples, f"sen2/{year}/{kind}/this.xml")
            check_return(check, path)
            check_schools(check, path)
    with tempfile.TemporaryDirectory() as folder:
        for year, kind in ((2024, "clean"), (2026, "clean"), (2026, "faulty"), (2027, "faulty"), (2025, "all-wrong")):
            out = os.path.join(folder, f"{year}-{kind}")
            subprocess.run([generator, "--year", str(year), "--persons", "1500", "--kind", kind, "--out", out],
                           check=True, capture_output=True)
            check_return(check, os.path.join(out, "this.xml"))
            check_schools(check, os.path.join(out, "this.xml"))
    return check.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
