"""Reads a youth justice return and forms the notions that its figures rest on, independently of statval."""
import datetime
import io
import os
import re
import xml.etree.ElementTree as ET
import zipfile

from days import DAY, add_months, age_on, read_date
from yj_groups import COUNTS, OOCD, ORDER_TYPE, RANK, TIER

BLANKS = " \t\r\n"
NO_DAY = "1900-01-01"          # written where there is no date
KPI_START = datetime.date(2023, 4, 1)

CHILD_TABLES = {"Residence": "residence", "CareStatus": "care", "ETEStatus": "ete", "SENDALN": "sendaln", "Offence": "offence",
                "Hearing": "hearing", "InterventionProgramme": "programme", "VictimIntervention": "victim"}
HEALTH_TABLES = {"MentalHealth": ("KPI4MentalHealthWellbeing", "mh"), "SubstanceMisuse": ("KPI5SubstanceMisuse", "sm")}
LINKS = {"LinkHearingOffence", "LinkOffenceInterventionProgramme", "LinkOffenceVictimIntervention"}


# ---- values
def text_of(element):
    return ((element.text or "") + "".join(k.tail or "" for k in element)).strip(BLANKS)


def parse_number(text):
    return int(text) if text and re.fullmatch(r"\+?[0-9]+|-0+", text) else None


def canonical(text):
    """The code that a text stands for: its letters and digits, in capitals."""
    return "_".join(re.findall(r"[A-Z]+|[0-9]+", re.sub("[a-z]", lambda m: m[0].upper(), text)))


class Row:
    """An element with its values, as written."""

    def __init__(self, element, child, parent=None):
        self.child, self.parent, self.values = child, parent, {}
        for k in element:
            self.values.setdefault(k.tag, text_of(k))

    def text(self, field):
        return self.values.get(field) or None

    def day(self, field):
        """None where there is no date, or none that can be read."""
        text = self.text(field)
        return None if text == NO_DAY else read_date(text)

    def no_day(self, field):
        return self.text(field) in (None, NO_DAY)

    def code(self, field):
        text = self.text(field)
        return None if text is None else canonical(text)

    def number(self, field):
        return parse_number(self.text(field))

    def truth(self, field):
        return {"true": True, "1": True, "false": False, "0": False}.get(self.text(field))


class Child:
    def __init__(self, element, parent):
        self.ret, self.tables, self.links = parent, {}, {}
        details = element.find("PersonDetails")
        self.person = Row(details if details is not None else ET.Element("PersonDetails"), self)
        self.id = self.person.text("CurrentYOTID")
        self.born = self.person.day("DateOfBirth")
        for k in element:
            if k.tag in CHILD_TABLES:
                self._add(k)
        self._add_health(element.find("Health"))
        for k in element.find("Links") if element.find("Links") is not None else ():
            if k.tag in LINKS:
                self.links.setdefault(k.tag, []).append(Row(k, self))

    def _add(self, element):
        row = Row(element, self)
        row.table = CHILD_TABLES[element.tag]
        self.ret.sizes[row.table] = row.n = self.ret.sizes.get(row.table, 0) + 1
        row.outcomes = [Row(k, self, row) for k in element if k.tag == "OffenceLegalOutcome"]
        self.tables.setdefault(CHILD_TABLES[element.tag], []).append(row)

    def _add_health(self, health):
        for box, (item, table) in HEALTH_TABLES.items():
            inside = health.find(box) if health is not None else None
            for k in inside if inside is not None else ():
                if k.tag == item:
                    self.tables.setdefault(table, []).append(Row(k, self))

    def rows(self, table):
        return self.tables.get(table, [])

    def linked(self, offence, link, field, table):
        """Rows of the table that links join to an offence; an id that stands on several rows means all of them."""
        me = offence.text("OffenceID")
        ids = {k.text(field) for k in self.links.get(link, []) if me and k.text("OffenceID") == me} - {None}
        return [row for row in self.rows(table) if row.text(field) in ids]

    def programmes_of(self, offence):
        return self.linked(offence, "LinkOffenceInterventionProgramme", "InterventionProgrammeID", "programme")

    def hearings_of(self, offence):
        return self.linked(offence, "LinkHearingOffence", "HearingID", "hearing")

    def victims_of(self, offence):
        return self.linked(offence, "LinkOffenceVictimIntervention", "VictimInterventionID", "victim")


# ---- the return
def parts_in(path):
    """The XML parts behind a path: a file, a folder or an archive."""
    if os.path.isdir(path):
        return [os.path.join(path, name) for name in sorted(os.listdir(path)) if name.endswith(".xml")]
    if path.endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            return [io.BytesIO(archive.read(name)) for name in archive.namelist()]
    return [path]


def financial_year(day):
    """The calendar year in which the financial year of a day ends."""
    return day.year + (day.month >= 4)


class Return:
    def __init__(self, path):
        roots = [ET.parse(part).getroot() for part in parts_in(path)]
        heads = [Row(root.find("Header"), None) for root in roots]
        order = sorted(range(len(roots)), key=lambda i: heads[i].number("PartNumber") or 10 ** 9)
        first = heads[order[0]]
        self.start, self.end = first.day("ReturnStartDate"), first.day("ReturnEndDate")
        self.year = financial_year(self.end)
        self.no_quarter = self.start is None or self.start > self.end
        if self.no_quarter:                                # that of the year is taken
            self.start, self.end = datetime.date(self.year - 1, 4, 1), datetime.date(self.year, 3, 31)
        # the earliest day that a part says; None: none does
        extracts = (read_date((h.text("ExtractDateTime") or "")[:10]) for h in heads)
        self.today = min(filter(None, extracts), default=None)
        self.children, self.board, self.sizes = [], [], {}
        for i in order:
            self.children += [Child(k, self) for k in roots[i] if k.tag == "Child"]
            for block in roots[i].findall("ManagementBoard"):
                self.board += [Row(k, None) for k in block if k.tag == "BoardRow"]

    def tells_of_cases(self):
        """Whether the header says the period, and the day up to which orders and offences count."""
        return not self.no_quarter and self.today is not None

    def ends_order(self, day):
        """An order that ended in the period, until the day of the extract."""
        return self.tells_of_cases() and self.holds(day) and KPI_START <= day <= self.today

    def holds(self, day):
        return day is not None and self.start <= day <= self.end

    def year_holds(self, day):
        """In the twelve months that end with the period."""
        return day is not None and add_months(self.end + DAY, -12) <= day <= self.end

    def counts(self, programme):
        return self.year >= 2024 and COUNTS.get(programme.code("DisposalType")) == "YES"


# ---- notions
def age(born, day):
    if born is None or day is None:
        return None
    return age_on(born, day)


def in_teens(years):
    return years is not None and 10 <= years <= 17


def of_school_age(born, day):
    """Until the last Friday of June of the school year in which the child turns 16."""
    if born is None or day is None:
        return None
    sixteenth = born.year + 16 + ((born.month, born.day) >= (9, 1))
    june = datetime.date(sixteenth, 6, 30)
    return day <= june - datetime.timedelta((june.weekday() - 4) % 7)


def tier(outcome):
    return TIER.get(outcome.code("LegalOutcome"))


def rank(code):
    return int(RANK[code])


def substantive(outcome):
    return tier(outcome) in ("PRE_COURT", "FIRST_TIER", "COMMUNITY", "CUSTODY")


def in_force(outcome):
    """Not allowed or replaced on appeal, and not the mere repetition of what an appeal left as it was."""
    code, day, of = (outcome.code("LegalOutcome"), outcome.day("OutcomeDate"), outcome.day("OutcomeDateOfAppealedOutcome"))
    if code == "APPEAL_ALLOWED":
        return False
    for other in outcome.parent.outcomes:
        if other is outcome or other.code("LegalOutcome") is None or code is None:
            continue
        same = other.code("LegalOutcome") == code
        if day and other.day("OutcomeDateOfAppealedOutcome") == day and not same:
            return False
        if of and other.day("OutcomeDate") == of and same:
            return False
    return True


def lived_locally(child, day):
    """Whether the last home before or on the day is in the area."""
    homes = [(r.day("Date"), r.code("Description")) for r in child.rows("residence") if r.day("Date") and r.code("Description")]
    homes = [h for h in homes if day is not None and h[0] <= day]
    last = max((h[0] for h in homes), default=None)
    return any(h == (last, "LOCAL") for h in homes)


def age_at_offence(offence):
    field = "ArrestDate" if offence.text("ArrestDate") else "OffenceDate"
    return age(offence.child.born, offence.day(field))


def age_at_hearing(offence):
    days = [h.day("HearingDate") for h in offence.child.hearings_of(offence)]
    return age(offence.child.born, min(filter(None, days), default=None))


def serious_violence(offence):
    return (offence.code("YJBOffenceCategory") in ("VIOLENCE_AGAINST_THE_PERSON", "ROBBERY", "DRUGS")
            and offence.number("YJBSeriousnessScore") in (5, 6, 7, 8))


# ---- orders that ended in the period
class Order:
    """An offence, an outcome of it and a programme that carries it out."""

    def __init__(self, offence, outcome, programme):
        self.child, self.offence, self.outcome, self.programme = offence.child, offence, outcome, programme
        self.licence = programme.code("DisposalType") == "DTO_LICENCE"
        self.code = outcome.code("LegalOutcome")
        if self.code in ("NOT_KNOWN", "OTHER"):            # recorded as such, but the programme tells
            self.code = programme.code("DisposalType") if OOCD.get(programme.code("DisposalType")) == "YES" else None
        self.type = ORDER_TYPE.get(self.code)
        self.begin, self.end = programme.day("StartDate"), programme.day("EndDate")
        self.first_day = outcome.day("OutcomeDate") if self.licence else self.begin
        self.start_age = age(self.child.born, self.first_day)
        # what holds "at the start" of custody is what held on the day before it
        self.ref = self.first_day - DAY if self.first_day and (self.licence or self.type == "CUST") else self.first_day

    def key(self):
        return (rank(self.code), -self.outcome.day("OutcomeDate").toordinal(),
                (self.programme.text("InterventionProgrammeID") or "").encode())

    def at_start(self, row, start, end):
        return holds_on(self.ref, row, start, end)

    def at_end(self, row, start, end):
        return holds_on(self.end, row, start, end)

    def during(self, row, start, end):
        return (None not in (row.day(start), self.ref) and row.day(start) <= self.end
                and (row.no_day(end) or (row.day(end) is not None and row.day(end) >= self.ref)))


def holds_on(day, row, start, end):
    if day is None or row.day(start) is None or row.day(start) > day:
        return False
    return row.no_day(end) or (row.day(end) is not None and row.day(end) >= day)


def ended_orders(child):
    """All that pass the conditions of the indicators but the one on the kind of outcome."""
    ret = child.ret
    for offence in child.rows("offence"):
        for programme in child.programmes_of(offence):
            end = programme.day("EndDate")
            if not ret.counts(programme) or not ret.ends_order(end):
                continue
            for outcome in offence.outcomes:
                order = Order(offence, outcome, programme)
                if in_force(outcome) and lived_locally(child, outcome.day("OutcomeDate")) and in_teens(order.start_age):
                    yield order


def typed_orders(child):
    return [o for o in ended_orders(child) if o.type]


def order_of(child):
    """The one order of the child that the indicators take."""
    return min(typed_orders(child), key=Order.key, default=None)
