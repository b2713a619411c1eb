#!/usr/bin/env python3
"""The headline figures of SSDA903, counted from the CSV files without statval.

Usage: ssda903.py STATVAL GENERATOR SAMPLES: on all samples, and on generated returns.
"""
import datetime
import os
import re
import subprocess
import sys
import tempfile

from days import add_months, add_years, age_on, working_days
from figures import ANY, Check, Figure, stays
from ssda903_return import NEVER, Directory, Return, distance, read_date

NOT_IN_RETURN = ("placements_over_2_years", "visits", "plans_authorised", "initial_health_assessments",
                 "return_interviews", "supervision", "foster_carers", "need_without_plan_or_care", "remand_instances")
BY_POSTCODE = ("placements_by_place", "placed_inside", "placed_within_20_miles")  # with a directory only
AUTHORITY = "E08000099"
REASONS = "E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17".split()
ADOPTIVE = ("A3", "A4", "A5", "A6")
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
PLACEMENTS = {
    "foster placement (U1 to U6)": "U1 U2 U3 U4 U5 U6", "placed for adoption (A3 to A6)": "A3 A4 A5 A6",
    "with parents or others responsible (P1)": "P1", "secure unit or children's home (K1, K2)": "K1 K2",
    "residential school (S1)": "S1", "temporary placement (T0 to T4)": "T0 T1 T2 T3 T4",
    "other residential setting (R1 to R5)": "R1 R2 R3 R5"}
ENDS = {"adopted (E11, E12)": "E11 E12", "special guardianship (E45 to E48)": "E45 E46 E47 E48",
        "residence or child arrangements order (E41)": "E41", "returned home, planned (E4A)": "E4A",
        "returned home, not planned (E4B)": "E4B", "to others without parental responsibility (E13)": "E13",
        "independent living with support (E5)": "E5", "independent living without support (E6)": "E6",
        "stayed with carers at 18 (E17)": "E17", "adult social care (E7)": "E7",
        "another authority took over (E3)": "E3", "sentenced to custody (E9)": "E9", "remand ended (E14)": "E14",
        "found to be an adult (E15)": "E15", "moved abroad (E16)": "E16", "died (E2)": "E2", "other reason (E8)": "E8"}
STATUSES = {"interim care order (C1)": "C1", "full care order (C2)": "C2", "freeing order (D1)": "D1",
            "placement order (E1)": "E1", "voluntary agreement, section 20 (V2)": "V2",
            "detained for child protection (L1 to L3)": "L1 L2 L3", "youth justice (J1 to J3)": "J1 J2 J3"}


def age_group(born, day):
    if not born or born > day:
        return None
    age = age_on(born, day)
    bands = ((0, "under 1"), (4, "1 to 4"), (9, "5 to 9"), (15, "10 to 15"))
    return next((name for most, name in bands if age <= most), "16 or over")


def group_of(groups, code, other=None):
    return next((name for name, codes in groups.items() if code in codes.split()), other)


def times(number):
    return {1: "once", 2: "twice"}.get(number, "three times or more")


class Count:
    """All figures of one return."""

    def __init__(self, folder, year, directory=None):
        self.year, self.directory = year, directory
        self.start, self.end = datetime.date(year - 1, 4, 1), datetime.date(year, 3, 31)
        self.ret = Return(folder)
        self.figures = {name: None for name in NOT_IN_RETURN}
        stocks = {"periods_of_care": 2023, "missing_incidents": 2023, "away_incidents": 2023,
                  "adoption_decisions": 2023, "social_worker_episodes": 2024, "liberty_orders": 2027}
        self.rows = {name: [] for name, since in stocks.items() if since <= year}
        for child in self.ret.children.values():
            self.count_child(child)
        self.stock = {name: stays(rows, self.start, self.end) for name, rows in self.rows.items()}

    def add(self, name, child, counted=True, **more):
        self.figures.setdefault(name, Figure()).add(child.number, counted, **more)

    def within(self, day):
        return day is not None and self.start <= day <= self.end

    def is_open(self, first, last, day):
        return first is not None and first <= day and (last is None or last > day)

    def overlaps(self, first, last):
        return first is not None and first <= self.end and (last is None or last >= self.start)

    def placement(self, code):
        if code in ("K3", "H5", "P2"):
            return "supported or independent living (K3, H5, P2)"
        if code in ("Z1", "Z11", "Z12", "Z13", "Z14", "P3"):
            return "other placement (Z1, Z11 to Z14, P3)"
        return group_of(PLACEMENTS, code)

    def count_child(self, child):
        here = [row for row in child.episodes if self.is_open(row["first"], row["last"], self.end)]
        child.now = here[-1] if here else None
        child.in_care = any(self.overlaps(row["first"], row["last"]) for row in child.episodes)
        self.count_starts(child)
        self.count_ends(child)
        if child.now:
            self.count_now(child, child.now)
        if child.in_care:
            self.add("looked_after_any_time", child,
                     **{"age at the end of the period": age_group(child.born, self.end)})
            for kind, name in (("M", "missing"), ("A", "away")):
                self.count_incidents(child, kind, name)
        self.count_leaver(child)
        self.count_decisions(child)
        for period in child.periods:
            self.count_period(period)
        for row in child.of("workers"):
            self.stay("social_worker_episodes", row, "SW_DECOM", "SW_DEC")
        if self.year >= 2027:
            self.count_liberty(child)

    def count_period(self, period):
        """Days and reasons must say the same of where it starts and ends."""
        first = period[0]["first"]
        last = None if any(row["last"] is None for row in period) else max(row["last"] for row in period)
        said = (sum(row["RNE"] == "S" and self.within(row["first"]) for row in period),
                sum(row["REC"] in REASONS and self.within(row["last"]) for row in period))
        unreadable = any(row["DEC"] and row["last"] is None for row in period)
        broken = unreadable or said != (self.within(first), self.within(last))
        self.rows["periods_of_care"].append((period[0]["number"], first, last, broken))

    def stay(self, name, row, first, last):
        begun, ended = read_date(row[first]), read_date(row[last])
        if begun:
            self.rows[name].append((row["number"], begun, ended, row[last] != "" and ended is None))

    def is_asylum_seeker(self, child):
        duc = [read_date(row["DUC"]) for row in child.of("uasc")]
        return bool(duc) and not any(day and day <= self.end for day in duc)

    def count_now(self, child, now):
        header = child.of("header")
        sex = header[0]["SEX"] if header and header[0]["SEX"] in ("M", "F", "U", "1", "2") else None
        ages = {"age at the end of the period": age_group(child.born, self.end)}
        self.add("looked_after_at_end", child, **ages, sex=ANY if self.year < 2026 else sex, ethnicity=ANY,
                 **{"category of need": ANY, "legal status": group_of(STATUSES, now["LS"])})
        seeker = self.is_asylum_seeker(child)
        if seeker:
            self.add("uasc_at_end", child, **ages, sex=ANY)
        if now["LS"] == "V2" and not seeker:
            self.add("section20_not_uasc", child)
        self.add("care_start_unknown", child, now["period"][0]["RNE"] != "S")
        self.count_placement(child, now)
        self.count_stability(child, now)
        self.count_reviews(child, now)
        year = self.has_been_12_months(child)
        if year:
            self.add("looked_after_12_months", child)
            self.count_outcomes(child)

    def settled(self, now):
        """Where the child was before a temporary placement, in the same period of care."""
        period = now["period"]
        at = period.index(now)
        before = [row for row in period[:at] if row["PLACE"] not in TEMPORARY]
        return before[-1] if now["PLACE"] in TEMPORARY and before else now

    def count_placement(self, child, now):
        row = self.settled(now)
        place, provider = row["PLACE"], row["PLACE_PROVIDER"]
        fostered = place in PLACEMENTS["foster placement (U1 to U6)"].split()
        agency = provider in ("PR4", "PR5")
        self.add("placements_at_end", child, type=self.placement(place), code=ANY, provider=ANY)
        carer = "with a relative or friend" if place in ("U1", "U2", "U3") else "with another carer"
        purpose = {"U1": "long term", "U4": "long term", "U2": "fostering for adoption or concurrent planning",
                   "U5": "fostering for adoption or concurrent planning"}.get(place, "other")
        self.add("fostered", child, fostered, carer=carer, purpose=purpose)
        self.add("agency_fostered", child, fostered and agency)
        if fostered and provider in ("PR0", "PR1", "PR2", "PR3", "PR4", "PR5"):
            self.add("agency_of_fostered", child, agency)
        self.add("in_childrens_homes", child, place in ("K1", "K2"))
        self.add("with_parents", child, place == "P1")
        if place in ("K2", "Z1", "Z11", "Z12", "Z13", "Z14") and row["URN"] in ("", "XXXXXXX"):
            self.add("without_registration", child)
        if self.directory:
            self.count_place(child, row)
        for_adoption = place in ADOPTIVE
        if for_adoption:
            self.add("placed_for_adoption", child, placement=ANY)
        if now["LS"] == "E1":
            self.add("placement_orders", child)
            if not for_adoption:
                first = next(r for r in now["period"] if r["LS"] == "E1")
                ordered = self.first_day(now["period"], first, "S L B U")
                if ordered:
                    self.add("waiting_days", child, value=(self.end - ordered).days)

    def count_place(self, child, row):
        home, place = self.directory.find(row["HOME_POST"]), self.directory.find(row["PL_POST"])
        inside = place.authority == AUTHORITY if place and place.authority else None
        miles = distance(home, place)
        near = None if miles is None else miles <= 20
        named = {True: "inside the authority", False: "outside the authority"}
        far = {True: "20 miles or less", False: "over 20 miles"}
        self.add("placements_by_place", child, **{"location": named.get(inside), "distance from home": far.get(near)})
        if inside is not None:
            self.add("placed_inside", child, inside)
        if near is not None:
            self.add("placed_within_20_miles", child, near)

    def spells(self, rows, reasons):
        """Placements: temporary ones, and the return from them to the same place, begin none."""
        found, settled, previous = [], None, None
        for row in rows:
            if row["PLACE"] in TEMPORARY:
                previous = row
                continue
            back = settled is not None and previous is not settled and self.is_same_place(settled, row)
            if settled is None or row["RNE"] == "S" or (row["RNE"] in reasons and not back):
                found.append([row])
            else:
                found[-1].append(row)
            settled = previous = row
        return found

    @staticmethod
    def is_same_place(one, other):
        return one["PLACE"] != "" and all(
            one[name].replace(" ", "") == other[name].replace(" ", "") for name in ("PLACE", "URN", "PL_POST"))

    def count_stability(self, child, now):
        for name, reasons in (("carers_3_or_more", ("P", "B")), ("placements_3_or_more", ("P", "B", "T", "U"))):
            spells = self.spells([row for row in child.episodes if row["first"] <= self.end], reasons)
            ends = [s[-1]["last"] or (spells[i + 1][0]["first"] if i + 1 < len(spells) else NEVER)
                    for i, s in enumerate(spells)]
            self.add(name, child, sum(end >= self.start for end in ends) >= 3)
        if self.year >= 2024 and "workers" in self.ret.given:
            workers = [row for row in child.of("workers")
                       if self.overlaps(read_date(row["SW_DECOM"]), read_date(row["SW_DEC"]))]
            self.add("social_workers_3_or_more", child, len(workers) >= 3)

        if child.born and add_years(child.born, 16) > self.end:
            self.count_long_term(child, now)

    def count_long_term(self, child, now):
        period = now["period"]
        long_term = period[0]["first"] <= add_months(self.end, -30)
        self.add("long_term_unknown", child, not long_term and period[0]["RNE"] != "S")
        if not long_term:
            return
        carers = self.spells(period[:period.index(now) + 1], ("P", "B"))
        since = carers[-1][0] if carers else None
        if since and since["PLACE"] in ADOPTIVE and len(carers) > 1:
            since = carers[-2][0]
        self.add("long_term_stable", child, since is not None and since["first"] <= add_years(self.end, -2))

    def is_reviewed(self, child, now):
        """Whether no gap between reviews was too long, until the end of the period."""
        days = sorted(day for day in (read_date(row["REVIEW"]) for row in child.of("reviews")) if day)
        first = now["period"][0]
        reached = self.start - datetime.timedelta(days=1)
        if first["RNE"] == "S" and first["first"] >= self.start:
            held = [day for day in days if first["first"] <= day <= self.end]
            if working_days(first["first"], held[0] if held else self.end) > 20:
                return False
            if not held:
                return True
            limit = add_months(held[0], 3)
            second = [day for day in held if held[0] < day <= limit]
            if not second:
                return limit >= self.end
            reached = second[0]
        while add_months(reached, 6) < self.end:
            later = [day for day in days if reached < day <= add_months(reached, 6)]
            if not later:
                return False
            reached = later[-1]
        return True

    def count_reviews(self, child, now):
        if "reviews" not in self.ret.given:
            return
        self.add("reviews_in_time", child, self.is_reviewed(child, now))
        for row in child.of("reviews"):
            day, code, born = read_date(row["REVIEW"]), row["REVIEW_CODE"], child.born or read_date(row["DOB"])
            known = re.fullmatch("PN[0-7]", code)
            if not self.within(day):
                continue
            self.add("reviews_held", child, participation=code if known else None)
            if known and born and add_years(born, 4) <= day:
                self.add("reviews_taken_part", child, code not in ("PN0", "PN7"))

    def has_been_12_months(self, child):
        for row in child.all:
            ends = row["last"] is not None and row["last"] >= self.start
            here = self.overlaps(row["first"], row["last"])
            if (row["LS"] in ("V3", "V4") and here) or (ends and row["REC"] != "X1") or \
                    (row["RNE"] == "S" and row["first"] > self.start):
                return False
        return any(row["first"] <= self.start for row in child.episodes if self.overlaps(row["first"], row["last"]))

    def count_outcomes(self, child):
        if "oc2" not in self.ret.given:
            return
        rows = child.of("oc2")
        row = rows[0] if rows else None
        given = ("SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK",
                 "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED")
        self.add("outcomes_given", child, row is not None and any(row[name] for name in given))
        if row is None:
            return
        born = read_date(row["DOB"])
        for item in ("HEALTH_ASSESSMENT", "TEETH_CHECK", "IMMUNISATIONS", "SUBSTANCE_MISUSE"):
            if row[item] in ("0", "1"):
                self.add(item.lower(), child, row[item] == "1")
        if row["SUBSTANCE_MISUSE"] == "1" and row["INTERVENTION_RECEIVED"] in ("0", "1"):
            self.add("intervention_received", child, row["INTERVENTION_RECEIVED"] == "1")
            self.add("intervention_refused", child,
                     row["INTERVENTION_RECEIVED"] == "0" and row["INTERVENTION_OFFERED"] == "1")
        if born:
            self.count_outcomes_by_age(child, row, born)

    def count_outcomes_by_age(self, child, row, born):
        age = age_on(born, self.end) if born <= self.end else -1
        if 10 <= age <= 17 and row["CONVICTED"] in ("0", "1"):
            self.add("convicted", child, row["CONVICTED"] == "1")
        if 0 <= age < 5 and row["HEALTH_CHECK"] in ("0", "1"):
            self.add("development_check", child, row["HEALTH_CHECK"] == "1")
        if add_years(born, 4) > self.start or add_years(born, 17) <= self.end:
            return
        score = int(row["SDQ_SCORE"]) if re.fullmatch(r"\d{1,2}", row["SDQ_SCORE"]) else 99
        self.add("sdq_recorded", child, score <= 40)
        if score <= 40:
            band = "normal (0 to 13)" if score <= 13 else "borderline (14 to 16)" if score <= 16 else \
                "cause for concern (17 to 40)"
            self.add("sdq_average", child, value=score, score=band)
            self.add("sdq_concern", child, score >= 17)

    def count_starts(self, child):
        starts = [row for row in child.episodes if row["RNE"] == "S" and self.within(row["first"])]
        for _ in starts:
            self.add("periods_starting", child)
        if not starts:
            return
        first = starts[0]
        self.add("children_starting", child, **{
            "age that day": age_group(child.born, first["first"]), "category of need": ANY, "legal status": ANY,
            "placement": self.placement(first["PLACE"]), "starts in the period": times(len(starts))})
        if child.of("uasc"):
            self.add("uasc_starting", child)

    def count_ends(self, child):
        ends = [row for row in child.episodes if self.within(row["last"]) and row["REC"] in REASONS]
        for row in ends:
            self.add("periods_ceasing", child, reason=row["REC"])
        if not ends:
            return
        last = max(enumerate(ends), key=lambda pair: (pair[1]["last"], pair[0]))[1]
        adopted, guardian = last["REC"] in ("E11", "E12"), last["REC"] in ("E45", "E46", "E47", "E48")
        self.add("children_ceasing", child, **{
            "reason": group_of(ENDS, last["REC"]), "age that day": age_group(child.born, last["last"]),
            "legal status": ANY, "placement": self.placement(last["PLACE"]),
            "duration of the period of care": ANY, "placements in the period of care": ANY,
            "ends in the period": times(len(ends))})
        self.add("ceased_adopted", child, adopted)
        self.add("ceased_guardianship", child, guardian, guardian=ANY)
        if child.born:
            self.add("ceased_at_18", child, add_years(child.born, 18) <= last["last"])
        if adopted:
            self.count_adoption(child, last)

    def count_adoption(self, child, last):
        self.add("adopted", child, **{"age that day": age_group(child.born, last["last"]), "sex": ANY})
        if child.born:
            day = last["last"]
            months = (day.year - child.born.year) * 12 + day.month - child.born.month
            self.add("adopted_age", child, value=months - (add_months(child.born, months) > day))
        if child.of("ad1"):
            self.add("adopters_known", child, **{"number of adopters": ANY, "sex of the adopters": ANY,
                                                 "legal status of the adopters": ANY, "former foster carer": ANY})
        self.count_adoption_times(child, last)

    def count_adoption_times(self, child, last):
        """Days between the steps, of those of which both are known."""
        record = (child.of("ad1") or [{}])[0]
        period = last["period"]
        decided, matched = read_date(record.get("DATE_INT")), read_date(record.get("DATE_MATCH"))
        run = self.last_run(period[:period.index(last) + 1])
        placed = self.first_day(period, run, "S P B T U")
        order = next((row for row in period if row["LS"] == "E1"), None)
        ordered = self.first_day(period, order, "S L B U")
        begun = period[0]["first"] if period[0]["RNE"] == "S" else None
        moved = placed
        if record.get("FOSTER_CARE") == "1":
            carers = self.spells(period[:period.index(last) + 1], ("P", "B"))
            moved = self.first_day(period, carers[-1][0], "S P B") if carers else None
        spans = {"care_to_decision": (begun, decided), "decision_to_match": (decided, matched),
                 "match_to_placement": (matched, placed), "placement_to_order": (placed, last["last"]),
                 "care_to_order": (begun, last["last"]), "entry_to_placement": (begun, placed),
                 "entry_to_moving_in": (begun, moved), "order_to_match": (ordered, matched)}
        for name, (first, then) in spans.items():
            if first and then:
                self.add("adoption_" + name, child, value=(then - first).days)

    @staticmethod
    def last_run(rows):
        """The first of the last unbroken run of placements for adoption."""
        first = None
        for before, row in zip([None] + rows, rows):
            if row["PLACE"] in ADOPTIVE and (before is None or before["PLACE"] not in ADOPTIVE):
                first = row
        return first

    @staticmethod
    def first_day(period, row, reasons):
        """When what an episode has began: not known of the first, unless it began with a change of that."""
        if row is None or (row is period[0] and row["RNE"] not in reasons.split()):
            return None
        return row["first"]

    def count_incidents(self, child, kind, name):
        if "missing" not in self.ret.given:
            return
        rows = [row for row in child.of("missing") if row["MISSING"] == kind]
        for row in rows:
            self.stay("missing_incidents" if kind == "M" else "away_incidents", row, "MIS_START", "MIS_END")
        rows = [row for row in rows if self.overlaps(read_date(row["MIS_START"]), read_date(row["MIS_END"]))]
        self.add("children_" + name, child, bool(rows))
        if rows:
            self.add(name + "_per_child", child, value=len(rows))
        for row in rows:
            first, last = read_date(row["MIS_START"]), read_date(row["MIS_END"])
            self.add(name, child, **{"duration": self.length(row, first, last), "age when it began": ANY,
                                     "placement when it began": ANY})
            if last is None or last > self.end:
                self.add(name + "_at_end", child)

    def length(self, row, first, last):
        if row["MIS_END"] and (last is None or last < first):
            return None
        days = ((last or self.end) - first).days
        names = ((0, "back the same day"), (1, "1 day"), (2, "2 days"), (7, "3 to 7 days"), (28, "8 to 28 days"))
        return next((name for most, name in names if days <= most), "29 days or more")

    def count_leaver(self, child):
        rows = child.of("oc3")
        row = rows[0] if rows else None
        born = read_date(row["DOB"]) if row else None
        if not born or not (row["IN_TOUCH"] or row["ACTIV"] or row["ACCOM"]) or row["IN_TOUCH"] in ("DIED", "RHOM"):
            return
        if child.all and (child.all[-1]["REC"] == "E3" or all(r["LS"] in ("V3", "V4") for r in child.all)):
            return
        for age in range(17, 26):
            if self.within(add_years(born, age)) and (age < 22 or self.year >= 2023):
                self.count_leaver_of(child, row, age)

    def count_leaver_of(self, child, row, age):
        touch = row["IN_TOUCH"] if row["IN_TOUCH"] in ("YES", "NO", "REFU", "NREQ") else None
        occupied = row["ACTIV"] in "F1 P1 F2 P2 F4 P4 F5 P5".split()
        housed = bool(re.fullmatch("[BCDEGHKTUVWYZ]1", row["ACCOM"]))
        outcome = {"contact": touch, "kind of activity": ANY, "kind of accommodation": ANY,
                   "activity": "in education, employment or training (F, P)" if occupied else
                   "not in any of them (G4 to G6)" if row["ACTIV"] in ("G4", "G5", "G6") else "not known (0, blank)",
                   "accommodation": "suitable (1)" if housed else
                   "unsuitable (2)" if re.fullmatch("[A-QS-Z]2", row["ACCOM"]) else "not known (0, R1, R2, blank)"}
        self.add("leavers", child, **{"birthday in the period": str(age) if age < 22 else "22 to 25"})
        if age >= 22:
            if touch:
                self.add("leavers_22_to_25_in_touch", child, touch == "YES")
            if touch == "YES":
                self.add("leavers_22_to_25", child, **outcome)
            return
        group = {17: "17", 18: "18"}.get(age, "19_to_21")
        self.add("leavers_" + group, child, **outcome)
        self.add(f"leavers_{group}_occupied", child, occupied)
        self.add(f"leavers_{group}_housed", child, housed)
        if touch:
            self.add(f"leavers_{group}_in_touch", child, touch == "YES")
            if age == 19:
                self.add("leavers_19_touch_and_housed", child, touch == "YES" and housed)

    def count_decisions(self, child):
        adopted = max((row["last"] for row in child.episodes if self.ends_in_adoption(child, row)), default=None)
        in_force = False
        for row in child.of("decisions"):
            made, reversed_on = read_date(row["DATE_PLACED"]), read_date(row["DATE_PLACED_CEASED"])
            if self.within(made):
                self.add("decisions_made", child)
            if self.within(reversed_on):
                self.add("decisions_reversed", child, reason=ANY)
            in_force = in_force or self.is_open(made, reversed_on, self.end)
            self.count_decision(child, row, made, reversed_on, adopted)
        placed = child.now and self.settled(child.now)["PLACE"] in ADOPTIVE
        if child.now and in_force and not placed and not adopted:
            self.add("decided_not_placed", child)

    def count_decision(self, child, row, made, reversed_on, adopted):
        if made is None:
            return
        over = min(adopted, reversed_on or NEVER) if adopted and adopted >= made else reversed_on
        unclear = row["DATE_PLACED_CEASED"] != "" and reversed_on is None
        self.rows["adoption_decisions"].append((row["number"], made, over, unclear))
        if self.is_open(made, over, self.end):
            self.add("decisions_at_end", child)

    def ends_in_adoption(self, child, row):
        """Whether the child ceased with this episode, for the last time in the period, by adoption."""
        ends = [r for r in child.episodes if self.within(r["last"]) and r["REC"] in REASONS]
        return bool(ends) and row is max(reversed(ends), key=lambda r: r["last"]) and row["REC"] in ("E11", "E12")

    def count_liberty(self, child):
        rows = child.of("liberty")
        for row in rows:
            self.stay("liberty_orders", row, "DOLO_START", "DOLO_END")
            first, last = read_date(row["DOLO_START"]), read_date(row["DOLO_END"])
            if self.overlaps(first, last):
                self.add("orders_in_force", child, placement=ANY)
            if self.within(first):
                self.add("orders_starting", child)
            if self.within(last):
                self.add("orders_ending", child)
            if self.is_open(first, last, self.end):
                self.add("orders_at_end", child)
        if any(self.overlaps(read_date(row["DOLO_START"]), read_date(row["DOLO_END"])) for row in rows):
            self.add("children_with_liberty_order", child)


def check_places(check, folder, year):
    """The figures that a directory of postcodes makes possible, which stands beside the folder of the return."""
    directory = os.path.join(os.path.dirname(folder), "postcodes.csv")
    document = check.run("--return", "ssda903", "--year", str(year), "--la", AUTHORITY,
                         "--reference", "postcodes=" + directory, folder)
    count = Count(folder, year, Directory(directory))
    check.some(document, {name: count.figures.get(name, Figure()) for name in BY_POSTCODE})


def check_return(check, folder, year):
    document = check.run("--return", "ssda903", "--year", str(year), folder)
    count = Count(folder, year)
    check.complete(document, count.figures, BY_POSTCODE)
    check.figures(document, {name: None for name in BY_POSTCODE} | count.figures)
    check.stocks(document, count.stock)


def main(statval, generator, samples):
    check = Check(statval)
    for year in range(2023, 2028):
        for kind in ("clean", "faulty"):
            folder = os.path.join(samples, f"ssda903/{year}/{kind}/this")
            check_return(check, folder, year)
            check_places(check, folder, year)
    with tempfile.TemporaryDirectory() as folder:
        for year, kind in ((2024, "clean"), (2026, "clean"), (2026, "faulty"), (2027, "faulty")):
            out = os.path.join(folder, f"{year}-{kind}")
            subprocess.run([generator, "--year", str(year), "--children", "1500", "--kind", kind, "--out", out],
                           check=True, capture_output=True)
            check_return(check, os.path.join(out, "this"), year)
            check_places(check, os.path.join(out, "this"), year)
    return check.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
