"""Returns to check: the samples, and generated ones: without and with faults, with values swapped or drawn, with days
that just meet."""
import copy
import datetime
import itertools
import os
import random
import re
import subprocess
import xml.etree.ElementTree as ET

from yj_bands import code_list

FAULTS = {"clean": ["--children", "120"], "faulty": ["--children", "120", "--faults", "some", "--share", "60", "--each", "4"],
          "wrong": ["--children", "60", "--faults", "all"]}
KEYS = ("CurrentYOTID", "OffenceID", "HearingID", "InterventionProgrammeID", "VictimInterventionID")
LISTS = {"DisposalType": "DisposalType", "LegalOutcome": "LegalOutcome", "RemandDecision": "RemandDecision", "Status": "CareStatus",
         "KPI1AccommodationType": "AccommodationType", "KPI1AccommodationSuitability": "Suitability",
         "ProvisionType": "ETEProvisionType", "Suitability": "Suitability", "KPI4MHInterventionType": "MHInterventionType",
         "KPI5SMInterventionType": "SMInterventionType", "YJBOffenceCategory": "OffenceCategory", "Ethnicity": "Ethnicity"}
HEADERS = {"no-extract": ("ExtractDateTime", None), "unreadable-extract": ("ExtractDateTime", "yesterday"),
           "early-extract": ("ExtractDateTime", "ReturnStartDate"), "no-period": ("ReturnStartDate", None),
           "period-backwards": ("ReturnStartDate", "ExtractDateTime")}
DAYS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def samples(folder):
    for year in range(2022, 2028):
        for kind in ("clean", "faulty"):
            names = [kind + end for end in ("", ".xml", ".zip")]
            yield from (p for p in (os.path.join(folder, str(year), n) for n in names) if os.path.exists(p))


def generated(generator, folder):
    for year, (name, arguments) in itertools.product(range(2022, 2028), FAULTS.items()):
        for quarter in (1 + year % 4, 1 + (year + 2) % 4):
            path = os.path.join(folder, "%s-%d-%d.xml" % (name, year, quarter))
            with open(path, "wb") as out:
                subprocess.run([generator, "--year", str(year), "--quarter", str(quarter), "--seed", str(quarter * year),
                                *arguments], stdout=out, check=True)
            yield path
            if name == "clean":
                yield changed(path, "swapped", swap_values, (0.05, 0.3)[quarter % 2], year)
                yield changed(path, "drawn", draw_codes, (0.1, 0.4)[quarter % 2], year)
                yield changed(path, "met", make_meet, (0.3, 0.1)[quarter % 2], year)
                yield changed(path, "appealed", add_outcomes, 0.5, year)
                for fault in HEADERS:
                    yield changed(path, fault, break_header, fault, year)


def changed(path, name, change, share, seed):
    tree, target = ET.parse(path), path.replace("clean", name)
    change(tree.getroot(), random.Random(seed), share)
    tree.write(target, encoding="utf-8", xml_declaration=True)
    return target


def swap_values(root, chance, share):
    """Gives a share of the values of children that of the same element elsewhere: dates and codes that no longer fit together."""
    places = {}
    for child in root.iter("Child"):
        for box in child.iter():
            for k in box:
                if not len(k) and k.tag not in KEYS:
                    places.setdefault((box.tag, k.tag), []).append(k)
    for elements in places.values():
        values = [k.text for k in elements]
        for k in elements:
            if chance.random() < share:
                k.text = chance.choice(values)


def draw_codes(root, chance, share):
    """Gives a share of the coded values any code of their list, and of the days of health records the one that means none."""
    lists = {element: code_list(name, 2024) for element, name in LISTS.items()}
    lists.update(YJBSeriousnessScore=list("12345678"), Sex=list("0129"))
    for child in root.iter("Child"):
        for k in child.iter():
            if k.tag in lists and chance.random() < share:
                k.text = chance.choice(lists[k.tag])
            elif k.tag.endswith(("DateOffered", "DateAttendedStart", "DateScreened")) and chance.random() < share:
                k.text = "1900-01-01"


def make_meet(root, chance, share):
    """Moves days of a child to others of it or of the return, or one beside, and birthdays to years before those: the
    edges of each comparison."""
    head = [datetime.date.fromisoformat(root.find("Header/" + name).text[:10])
            for name in ("ReturnStartDate", "ReturnEndDate", "ExtractDateTime")]
    for child in root.iter("Child"):
        born = child.find("PersonDetails/DateOfBirth")
        dates = [k for k in child.iter() if k is not born and DAYS.fullmatch(k.text or "")]
        known = [datetime.date.fromisoformat(k.text) for k in dates if k.text > "1950"] + head
        for k in dates:
            if chance.random() < share:
                k.text = beside(chance.choice(known), chance, (-27, -1, 0, 0, 1, 27, 28))
        if chance.random() < 2 * share:
            day = chance.choice(known)
            years = chance.choice((10, 15, 16, 17, 18))
            born.text = beside(day.replace(year=day.year - years, day=min(day.day, 28)), chance, (-1, 0, 0, 1))
        twin(child, chance, share)


def add_outcomes(root, chance, share):
    """Gives a share of the outcomes a second one, some days later, that may replace the first on appeal, and a share of
    the hearings a remand."""
    codes = code_list("LegalOutcome", 2024)
    likely = ["YOUTH_CAUTION", "REFERRAL_ORDER", "YOUTH_REHABILITATION_ORDER", "OUTCOME_23", "DETENTION_AND_TRAINING_ORDER"]
    for offence in root.iter("Offence"):
        for place, first in reversed(list(enumerate(offence))):
            if first.tag == "OffenceLegalOutcome" and chance.random() < share:
                offence.insert(place + 1, another_outcome(first, chance, chance.choice((codes, likely, [None]))))
    for decision in root.iter("RemandDecision"):
        if chance.random() < share:
            decision.text = "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION"


def another_outcome(first, chance, codes):
    """An outcome like the first; `codes` may hold None, for the same legal outcome."""
    second = copy.deepcopy(first)
    code, made = chance.choice(codes), second.findtext("OutcomeDate", "")
    if code:
        second.find("LegalOutcome").text = code
    if DAYS.fullmatch(made):
        second.find("OutcomeDate").text = beside(datetime.date.fromisoformat(made), chance, (0, 1, 27, 28, 60))
        replaced = second.find("OutcomeDateOfAppealedOutcome")
        if replaced is None and chance.random() < 0.4:
            replaced = ET.SubElement(second, "OutcomeDateOfAppealedOutcome")
        if replaced is not None:
            replaced.text = made
    return second


def break_header(root, chance, fault):
    """Takes an item of the header away, or makes its day that of another, which makes no sense there."""
    name, source = HEADERS[fault]
    header = root.find("Header")
    item = header.find(name)
    if source is None:
        header.remove(item)
    else:
        item.text = header.findtext(source, source)[:10] + item.text[10:]


def beside(day, chance, steps):
    return (day + datetime.timedelta(chance.choice(steps))).isoformat()


def twin(child, chance, share):
    """Makes children look like one person who came from elsewhere, or nearly so."""
    origin = child.find("PersonDetails/OriginatingYOTPersonID")
    if origin is not None and chance.random() < 2 * share:
        origin.text = chance.choice(("A1", "A1", "B 2", "n/a"))
        child.find("PersonDetails/DateOfBirth").text = chance.choice(("2009-05-05", "2009-05-05", "2010-01-01"))
