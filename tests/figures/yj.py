#!/usr/bin/env python3
"""The headline figures of the youth justice return, worked out again from the files.

Nothing here is shared with statval but the lists of codes: where both say the same, two readings of the definitions agree."""
import itertools
import os
import sys
import tempfile

import yj_bands as bands
from figures import Check, Figure, stays
from yj_bands import By, by_age, by_code, by_ethnic_group, by_order_type, by_sex
from yj_groups import ACCOMMODATION, OOCD, ORDER_TYPE, PROVISION, REMAND, SERVICE, TIER
from yj_return import (DAY, NO_DAY, Order, Return, add_months, age, age_at_hearing, age_at_offence,
                       in_force, in_teens, lived_locally, of_school_age, order_of, rank, serious_violence,
                       substantive, tier, typed_orders)
from yj_returns import generated, samples

# figures that say the last day of the period instead of the period
OF_TWELVE_MONTHS = ("first_time_entrants", "custody_sentences", "reoffending_binary", "reoffending_frequency",
                    "reoffending_frequency_cohort", "sv_offences_12_months")


class Item:
    """What a figure counts: something of a child."""

    def __init__(self, child, **values):
        self.child = child
        self.__dict__.update(values)


def children_of(items):
    return [id(i.child) for i in items]


def figure(name, kind, counted=(), among=(), amounts=(), listed=None):
    """A figure with its name; the records that are counted are given by their children."""
    made = Figure(kind, name.endswith("_at_end") or name in OF_TWELVE_MONTHS)
    made.counted, made.among, made.amounts, made.listed = list(counted), list(among), list(amounts), listed or {}
    return name, made


def broken_down(by, whole, counted):
    return {b.title: (b.several, b.count(whole, counted)) for b in by}


def number(name, items, *by):
    return figure(name, "number", children_of(items), listed=broken_down(by, items, items))


def share(name, whole, counts, *by):
    counted = [i for i in whole if counts(i)]
    return figure(name, "share", children_of(counted), children_of(whole), listed=broken_down(by, whole, counted))


def ratio(name, n, d, items=(), listed=None):
    return figure(name, "ratio", children_of(items), amounts=[(n, d)], listed=listed)


def untold(named):
    """The same figures, which this submission cannot give."""
    for name, made in named:
        made.given = False
        yield name, made


def not_given(name):
    return next(untold([figure(name, "none")]))


# ---- the four long-standing measures
def entrants(ret):
    """Each child's first caution or conviction, the first of a person who has two records, given here in the year."""
    firsts = [f for f in map(first_outcome, ret.children) if f]
    persons = {}
    for n, item in enumerate(firsts):
        origin = item.child.person.text("OriginatingYOTPersonID")
        known = origin and not any(c.isspace() for c in origin) and origin.upper() != "N/A" and item.child.born
        persons.setdefault((origin, item.child.born) if known else n, []).append(item)
    kept = [min(p, key=lambda i: i.key) for p in persons.values()]
    return [i for i in kept if lived_locally(i.child, i.day) and ret.year_holds(i.day)]


def first_outcome(child):
    found = []
    for offence in child.rows("offence"):
        for outcome in filter(substantive, offence.outcomes):
            if in_force(outcome) and outcome.day("OutcomeDate") and young_enough(offence, outcome):
                found.append(outcome_item(offence, outcome))
    return min(found, key=lambda i: i.key, default=None)


def young_enough(offence, outcome):
    """10 to 17 at arrest or offence, under 18 at the first hearing, which a caution need not have."""
    heard = age_at_hearing(offence)
    in_time = tier(outcome) == "PRE_COURT" if heard is None else heard <= 17
    return in_teens(age_at_offence(offence)) and in_time


def outcome_item(offence, outcome):
    code, day = outcome.code("LegalOutcome"), outcome.day("OutcomeDate")
    return Item(offence.child, offence=offence, outcome=outcome, code=code, day=day, key=(day, rank(code)))


def custody_sentences(ret):
    pairs = {}
    for child in ret.children:
        for offence in child.rows("offence"):
            for outcome in offence.outcomes:
                day = outcome.day("OutcomeDate")
                if (tier(outcome) == "CUSTODY" and in_force(outcome) and in_teens(age_at_hearing(offence))
                        and lived_locally(child, day) and ret.year_holds(day)):
                    pairs.setdefault((child, day), outcome_item(offence, outcome))
    return list(pairs.values())


def reoffending(ret):
    last = add_months(ret.end + DAY, -18) - DAY
    window = (add_months(last + DAY, -3), last)
    return [c for c in (followed(child, window) for child in ret.children) if c]


def followed(child, window):
    """The child's first caution, conviction or release in the window, and its reoffences."""
    starts = [p.day("StartDate") for p in child.rows("programme") if p.code("DisposalType") == "DTO_LICENCE"]
    proven = [(o, x) for o in child.rows("offence") for x in o.outcomes if substantive(x) and in_force(x)]
    starts += [x.day("OutcomeDate") for o, x in proven if tier(x) != "CUSTODY"]
    start = min((s for s in starts if s and window[0] <= s <= window[1]), default=None)
    if not in_teens(age(child.born, start)):
        return None
    again = [o for o in child.rows("offence") if reoffence(o, start)]
    return Item(child, reoffences=len(again))


def reoffence(offence, start):
    day = offence.day("OffenceDate")
    if day is None or not start < day <= add_months(start, 12):
        return False
    return any(substantive(x) and in_force(x) and x.day("OutcomeDate") and start < x.day("OutcomeDate") <= add_months(start, 18)
               for x in offence.outcomes)


def long_standing(ret):
    yield number("first_time_entrants", entrants(ret), By("first outcome", bands.TIERS.values(), lambda i: bands.TIERS[tier(i.outcome)]),
                 by_age("age at that outcome", lambda i: age(i.child.born, i.day)), by_sex(), by_ethnic_group())
    yield number("custody_sentences", custody_sentences(ret),
                 by_code("sentence (the first of the day)", "LegalOutcome", ret.year, lambda i: i.code))
    # the follow-up lasts to the end of the period: only an extract of that day or later tells of all of it
    followed_up = ret.today is not None and ret.end <= ret.today
    yield from reoffending_figures(ret) if followed_up else untold(reoffending_figures(ret))
    yield not_given("reoffending_of_period")


def reoffending_figures(ret):
    cohort = reoffending(ret)
    again = [i for i in cohort if i.reoffences]
    total = sum(i.reoffences for i in cohort)
    yield share("reoffending_binary", cohort, lambda i: i.reoffences)
    yield ratio("reoffending_frequency", total, len(again), again)
    yield ratio("reoffending_frequency_cohort", total, len(cohort), cohort)


# ---- children with an order that ended
def orders(ret, cohort):
    yield number("orders_ended", cohort, by_order_type(None), by_age("age at the start of the order", lambda o: o.start_age),
                 by_sex(), by_ethnic_group())


def verdict(rows, field):
    """Suitable where all are; nothing without rows, or where a code that cannot be read might be either."""
    codes = [r.code(field) for r in rows]
    if "UNSUITABLE" in codes or "UNKNOWN" in codes:
        return "unsuitable"
    return "suitable" if codes and set(codes) == {"SUITABLE"} else None


ENDS = (("end", Order.at_end), ("start", Order.at_start))


def homes(order, holds):
    return [r for r in order.child.rows("residence") if r.text("KPI1AccommodationSuitability")
            and holds(order, r, "Date", "KPI1EndDate")]


def home_bands(order, holds):
    groups = [ACCOMMODATION.get(r.code("KPI1AccommodationType")) for r in homes(order, holds)]
    return [bands.HOMES.get(g, bands.NOT_RECORDED) for g in groups]


def accommodation(ret, cohort):
    for end, holds in ENDS:
        for wanted in ("suitable", "unsuitable"):
            by = By("accommodation at the " + end, bands.HOMES.values(), lambda o: home_bands(o, holds), "band", True)
            yield share("accommodation_%s_%s" % (wanted, end), cohort,
                        lambda o: verdict(homes(o, holds), "KPI1AccommodationSuitability") == wanted, by_order_type(), by)


def education_rows(order, holds):
    return [r for r in order.child.rows("ete") if r.text("Suitability") and holds(order, r, "StartDate", "EndDate")]


def school_age(order, end):
    return of_school_age(order.child.born, order.end if end == "end" else order.first_day)


def hours(order, holds, field):
    return sum(r.number(field) or 0 for r in education_rows(order, holds))


def offered(order, end, holds):
    """full, part or None, of the hours a week that make full time at that age."""
    school = school_age(order, end)
    got = hours(order, holds, "HoursOffered")
    if school is None or got == 0:
        return None
    return "full" if got >= (25 if school else 16) else "part"


def provision_bands(order, holds):
    groups = [PROVISION.get(r.code("ProvisionType")) for r in education_rows(order, holds)]
    return [bands.PROVISIONS.get(g, bands.NOT_RECORDED) for g in groups]


def education(ret, cohort):
    for end, holds in ENDS:
        by_school = By("school age at the " + end, bands.SCHOOL_AGES.values(),
                       lambda o: bands.SCHOOL_AGES.get(school_age(o, end), bands.NOT_RECORDED), "band")
        for wanted in ("suitable", "unsuitable"):
            yield share("ete_%s_%s" % (wanted, end), cohort, lambda o: verdict(education_rows(o, holds), "Suitability") == wanted,
                        by_order_type(), by_school)
        for wanted in ("full", "part"):
            yield share("ete_offered_%s_time_%s" % (wanted, end), cohort, lambda o: offered(o, end, holds) == wanted,
                        by_order_type(), by_school)
        yield share("ete_recorded_" + end, cohort, lambda o: education_rows(o, holds),
                    By("provision", bands.PROVISIONS.values(), lambda o: provision_bands(o, holds), "whole", True))
        whole = [o for o in cohort if hours(o, holds, "HoursOffered")]
        by_hours = By("hours offered", bands.HOURS, lambda o: bands.hours_band(hours(o, holds, "HoursOffered")), "band")
        yield share("ete_attended_" + end, whole, lambda o: bands.hours_band(hours(o, holds, "Hours"))
                    == bands.hours_band(hours(o, holds, "HoursOffered")), by_hours)


# ---- special needs, health
def needs(order):
    """Records of special needs that hold on the last day of the order."""
    rows = [r for r in order.child.rows("sendaln") if order.at_end(r, "KPI3SENDStartDate", "KPI3SENDEndDate")]
    return [r for r in rows if r.code("KPI3IdentifiedSENDALN") == "YES"]


def special_needs(ret, cohort):
    whole = [o for o in cohort if needs(o)]
    yield share("sen_with_plan", whole, lambda o: any(r.code("KPI3SENDFormalPlan") == "YES" for r in needs(o)), by_order_type())
    yield share("sen_identified", cohort, needs, by_order_type(), by_age("age at the start of the order", lambda o: o.start_age),
                by_sex(), by_ethnic_group())
    for wanted in ("suitable", "unsuitable"):
        yield share("sen_ete_" + wanted, whole, lambda o: verdict(education_rows(o, Order.at_end), "Suitability") == wanted)


HEALTH = {
    "mh": ("KPI4MH", {"GETTING_ADVICE": ("advice", "getting advice"), "GETTING_HELP": ("help", "getting help"),
                      "GETTING_ADDITIONAL_HELP": ("more_help", "getting additional help"),
                      "GETTING_RISK_SUPPORT": ("risk_support", "getting risk support")}),
    "sm": ("KPI5SM", {"TARGETED_INTERVENTION": ("targeted", "targeted intervention"),
                      "SPECIALIST_SUBSTANCE_MISUSE_TREATMENT": ("specialist", "specialist treatment"),
                      "COMPLEX_CARE": ("complex_care", "complex care")}),
}


class Health:
    """What one health record says of an order."""

    def __init__(self, row, order, prefix, kinds):
        start, end = row.day(prefix + "DateAttendedStart"), prefix + "DateAttendedEnd"
        known_end = row.day(end)
        self.screened = row.day(prefix + "DateScreened")
        no_need = row.text(prefix + "DateScreened") == NO_DAY
        self.in_scope = no_need or (self.screened is not None and self.screened <= order.end)
        self.treated = (start is not None and order.first_day is not None and start < order.first_day
                        and (row.no_day(end) or (known_end is not None and known_end >= order.first_day)))
        self.need = self.in_scope and (self.screened is not None or self.treated)
        self.kind = row.code(prefix + "InterventionType")
        self.real = self.kind in kinds
        self.offered = in_order(order, row.day(prefix + "DateOffered"))
        self.attended = in_order(order, start)
        self.not_offered = row.text(prefix + "DateOffered") == NO_DAY
        self.not_attended = row.text(prefix + "DateAttendedStart") == NO_DAY


def in_order(order, day):
    return None not in (day, order.begin) and order.begin <= day <= order.end


def health_rows(order, table):
    """The records of a child in need that were screened until the end of the order; none of a child that is not."""
    prefix, kinds = HEALTH[table]
    rows = [Health(r, order, prefix, kinds) for r in order.child.rows(table)]
    rows = [r for r in rows if r.in_scope]
    return rows if any(r.need for r in rows) else []


def was_offered(rows):
    return any(r.treated or (r.real and r.offered) for r in rows)


def offered_kind(rows, kind):
    return any(r.kind == kind and (r.offered or r.treated) for r in rows)


def attended_kind(rows, kind):
    return any(r.kind == kind and (r.attended or r.treated) for r in rows)


def health(table):
    kinds = HEALTH[table][1]

    def rows(order):
        return health_rows(order, table)

    def figures(ret, cohort):
        whole = [o for o in cohort if rows(o)]
        got = [o for o in whole if was_offered(rows(o))]
        by_kind = By("intervention offered", [label for _, label in kinds.values()],
                     lambda o: [kinds[k][1] for k in kinds if offered_kind(rows(o), k)], "whole", True)
        yield share(table + "_offered", whole, lambda o: was_offered(rows(o)), by_order_type(), by_kind)
        yield share(table + "_need", cohort, rows, by_order_type())
        yield share(table + "_in_treatment", whole, lambda o: any(r.treated for r in rows(o)))
        yield share(table + "_no_intervention", whole,
                    lambda o: any(r.kind == "NO_INTERVENTION" and r.not_offered for r in rows(o)))
        yield share(table + "_not_attended", got, lambda o: any(r.real and r.offered and r.not_attended for r in rows(o)))
        for kind, (short, _) in kinds.items():
            yield share("%s_attended_%s" % (table, short), [o for o in whole if offered_kind(rows(o), kind)],
                        lambda o: attended_kind(rows(o), kind))
    return figures


# ---- out-of-court disposals
def disposals(child):
    """The most serious, then latest outcome of each programme for an out-of-court disposal."""
    found = {}
    for order in typed_orders(child):
        if OOCD.get(order.programme.code("DisposalType")) == "YES" and TIER.get(order.code) in ("DIVERSION", "PRE_COURT"):
            order.completed = order.programme.truth("KPI6SuccessfullyCompleted")
            found.setdefault(order.programme, []).append(order)
    return [min(same, key=Order.key) for same in found.values()]


def grouped(items, key):
    """One item for each key: the child, and all the items behind it."""
    groups = {}
    for i in items:
        groups.setdefault(key(i), []).append(i)
    return [Item(g[0].child, code=getattr(g[0], "code", None), all=g) for g in groups.values()]


def out_of_court(ret, cohort):
    programmes = [d for child in ret.children for d in disposals(child)]
    children, pairs = grouped(programmes, lambda d: d.child), grouped(programmes, lambda d: (d.child, d.code))

    def by_outcome():
        return by_code("outcome", "LegalOutcome", ret.year, lambda i: i.code, "band")

    for name, wanted in (("oocd_completed", True), ("oocd_not_completed", False)):
        by = (by_sex(), by_ethnic_group()) if wanted else ()
        yield share(name, children, lambda i: any(d.completed is wanted for d in i.all), *by)
        yield share(name + "_by_outcome", pairs, lambda i: any(d.completed is wanted for d in i.all), by_outcome())
    yield share("oocd_programmes_completed", programmes, lambda d: d.completed is True, by_outcome())


# ---- children's services, management board
KNOWN = ("CARE_EXPERIENCED", "CHILD_PROTECTION_PLAN", "CHILD_IN_NEED", "EARLY_HELP_PLAN")


def services(order, holds):
    groups = [SERVICE.get(r.code("Status")) for r in order.child.rows("care") if holds(order, r, "StartDate", "EndDate")]
    return {bands.SERVICES[g] for g in groups if g in KNOWN}


def referrals(order):
    """Days on which referrals to early help began that were open on a day of the order."""
    rows = [r for r in order.child.rows("care") if SERVICE.get(r.code("Status")) == "EARLY_HELP_REFERRAL"]
    return [r.day("StartDate") for r in rows if order.during(r, "StartDate", "EndDate")]


def wider_services(ret, cohort):
    for name, holds in (("services_during", Order.during), ("services_at_start", Order.at_start)):
        by = By("service", [bands.SERVICES[s] for s in KNOWN], lambda o: services(o, holds), "whole", True)
        yield share(name, cohort, lambda o: services(o, holds), *((by_order_type(), by) if holds is Order.during else (by,)))
    yield share("early_help_before", cohort, lambda o: any(o.begin and d < o.begin for d in referrals(o)), by_order_type())
    yield share("early_help_during", cohort, lambda o: any(in_order(o, d) for d in referrals(o)), by_order_type())


SECTORS = {"ChildrensSocialCare": "children's social care", "Education": "education", "Police": "police", "Probation": "probation",
           "Health": "health", "Other": "other (not in the figure)"}


def board(ret, cohort):
    statutory = [s for s in SECTORS if s != "Other"]
    for name, kind in (("board_senior", "SENIOR_PARTNER"), ("board_delegated", "DELEGATED_PARTNER"),
                       ("board_new", "NEW_PARTNER")):
        rows = [r for r in ret.board if r.code("RowType") == kind]
        attended = {s: sum(r.number(s + "Attended") or 0 for r in rows) for s in SECTORS}
        came = {s: sum((r.number(s + "Attended") or 0) > 0 for r in rows) for s in SECTORS}
        by = {"sector that attended": (True, {SECTORS[s]: (came[s], None) for s in SECTORS})}
        # a row that stands twice counts its five sectors twice
        yield ratio(name, sum(attended[s] for s in statutory), 5 * len(rows), listed=by)
        if kind == "SENIOR_PARTNER":
            yield places(rows, statutory)


def places(rows, sectors):
    pairs = [(r.number(s + "Attended"), r.number(s + "NotAttended")) for r in rows for s in sectors]
    pairs = [p for p in pairs if None not in p]
    return ratio("board_senior_places", sum(p[0] for p in pairs), sum(sum(p) for p in pairs))


# ---- serious violence
def violence_age(offence, outcome):
    return age_at_offence(offence) if tier(outcome) == "PRE_COURT" else age_at_hearing(offence)


def proven_with_programme(ret, in_period):
    """One item for each offence that counts in indicator 9: its most serious, then latest outcome."""
    found = []
    for child in ret.children:
        for offence in child.rows("offence"):
            if any(ret.counts(p) for p in child.programmes_of(offence)):
                outcomes = [x for x in offence.outcomes if in_period(x.day("OutcomeDate")) and counts_as_proven(x, ret)]
                found += most_serious(offence, outcomes)
    return found


def counts_as_proven(outcome, ret):
    day, offence = outcome.day("OutcomeDate"), outcome.parent
    return (ret.tells_of_cases() and day <= ret.today and in_force(outcome) and substantive(outcome) and outcome.code("LegalOutcome") in ORDER_TYPE
            and lived_locally(offence.child, day) and in_teens(violence_age(offence, outcome)))


def most_serious(offence, outcomes):
    if not outcomes:
        return []
    items = [outcome_item(offence, x) for x in outcomes]
    best = min(items, key=lambda i: (i.key[1], -i.day.toordinal()))
    best.type = ORDER_TYPE.get(best.code)
    best.age = violence_age(offence, best.outcome)
    return [best]


def by_category(year):
    return by_code("category", "OffenceCategory", year, lambda i: i.offence.code("YJBOffenceCategory"))


def by_score(scores):
    def band_of(item):
        score = item.offence.number("YJBSeriousnessScore")
        return str(score) if score is not None and 1 <= score <= 8 else bands.NOT_RECORDED
    return By("seriousness score", [str(s) for s in scores], band_of)


def violent(item):
    return serious_violence(item.offence)


def violence(ret, cohort):
    proven = proven_with_programme(ret, ret.holds)
    year = [i for i in proven_with_programme(ret, ret.year_holds) if violent(i)]
    children = grouped(proven, lambda i: i.child)
    for c in children:
        # at the earliest offence of serious violence the child was youngest
        c.age = min((i.age for i in c.all if violent(i)), default=None)
    yield number("sv_offences", [i for i in proven if violent(i)], by_category(ret.year), by_score(range(5, 9)))
    yield share("sv_share", proven, violent, by_order_type(types=("YC", "YCC", "RO", "YRO", "CUST")))
    yield share("sv_children", children, lambda c: any(map(violent, c.all)),
                by_age("age by which the offence counts", lambda c: c.age), by_sex(), by_ethnic_group())
    yield number("sv_offences_12_months", year, by_category(ret.year), by_score(range(5, 9)))


# ---- victims
def victims_of(ret):
    """Records of victims of the offences whose order ended in the period."""
    rows = []
    for child in ret.children:
        for offence in {o.offence for o in typed_orders(child)}:
            rows += [r for r in child.victims_of(offence) if r.text("VictimID")]
    return list({id(r): r for r in rows}.values())


def victims(ret, cohort):
    rows = victims_of(ret)
    people = grouped(rows, lambda r: r.text("VictimID"))
    consented = [p for p in people if says(p, "ConsentYJSContact")]
    with_victim = {id(r.child) for r in rows}
    interventions = grouped(rows, lambda r: (r.child, r.text("VictimInterventionID")))
    engaged = [i for i in interventions if any(r.code("EngagedRJ") == "YES" for r in i.all)]
    yield share("victims_engaged", consented, lambda p: says(p, "EngagedRJ"))
    yield share("victims_consented", people, lambda p: p in consented)
    yield ratio("victims_per_child", len(people), len(cohort), people + cohort)
    yield share("children_with_victims", cohort, lambda o: id(o.child) in with_victim)
    yield ratio("victim_interventions", len(engaged), len(consented), engaged + consented)
    for name, field in (("view", "ViewPrior"), ("progress", "ProgressProvided"), ("supported", "AdditionalSupportProvided")):
        yield share("victims_" + name, consented, lambda p: says(p, field))
    yield share("victims_contacted", consented, contacted)


def contacted(victim):
    return any(r.day("YJSContactDate") and r.code("ConsentYJSContact") == "YES" for r in victim.all)


def says(victim, field):
    """In a record of the victim that says that it consented, too."""
    return any(r.code(field) == "YES" and r.code("ConsentYJSContact") == "YES" for r in victim.all)


# ---- outcomes
def sentences(ret):
    """Cautions and sentences of the period, each outcome an item."""
    found = []
    for child in ret.children:
        for offence in child.rows("offence"):
            for x in filter(substantive, offence.outcomes):
                day = x.day("OutcomeDate")
                if ret.holds(day) and in_force(x) and lived_locally(child, day) and young_enough(offence, x):
                    found.append(outcome_item(offence, x))
    return found


def diversions(ret):
    found = []
    for child in ret.children:
        for offence in child.rows("offence"):
            for x in offence.outcomes:
                day = x.day("OutcomeDate")
                if tier(x) == "DIVERSION" and ret.holds(day) and in_force(x) and lived_locally(child, day):
                    found.append(outcome_item(offence, x))
    return found


def worst(items):
    """The most serious outcome, then the latest."""
    return min(items, key=lambda i: (i.key[1], -i.day.toordinal()))


def outcomes(ret, cohort):
    all_items = sentences(ret)
    children = [worst(g.all) for g in grouped(all_items, lambda i: i.child)]
    offences = [worst(g.all) for g in grouped(all_items, lambda i: i.offence)]
    by_tier = By("most serious outcome", bands.TIERS.values(), lambda i: bands.TIERS[tier(i.outcome)])
    yield number("children_sentenced", children, by_tier,
                 by_age("age at the most serious outcome", lambda i: age(i.child.born, i.day)), by_sex(), by_ethnic_group())
    yield number("proven_offences", offences, by_category(ret.year), by_score(range(1, 9)), by_tier)
    yield share("proven_offences_sv", offences, violent, by_category(ret.year))
    timed = [i for i in offences if i.offence.day("OffenceDate") and i.offence.day("OffenceDate") <= i.day]
    yield figure("days_to_outcome", "quartiles", children_of(timed),
                 amounts=[((i.day - i.offence.day("OffenceDate")).days, 1) for i in timed])
    for name, items in (("outcome_occasions", all_items), ("diversions", diversions(ret))):
        occasions = grouped(items, lambda i: (i.child, i.day, i.code))
        yield number(name, occasions, by_code("outcome", "LegalOutcome", ret.year, lambda i: i.code))


# ---- remands
def remands(ret, cohort):
    starting = [p for child in ret.children for p in child.rows("programme")
                if (p.code("DisposalType") or "").startswith("REMAND_TO_") and ret.holds(p.day("StartDate"))]
    hearings = [h for child in ret.children for h in child.rows("hearing") if remanded(h) and ret.holds(h.day("HearingDate"))]
    yield number("remands_starting", starting,
                 by_code("kind of remand", "DisposalType", ret.year, lambda p: p.code("DisposalType")))
    yield number("remand_hearings", hearings, by_code("decision", "RemandDecision", ret.year, lambda h: h.code("RemandDecision")),
                 by_sex(), by_ethnic_group())


def long_remands(ret, cohort):
    yield number("long_remands", [Item(c) for c in ret.children if any(map(long_remand, typed_orders(c)))])


def remanded(hearing):
    return REMAND.get(hearing.code("RemandDecision")) in ("RLAA", "SECURE")


def long_remand(order):
    """A caution or sentence of the offence that is an order of the indicators, in force, came more than 27 days
    after the first remand, and no custody is in force."""
    hearings = order.child.hearings_of(order.offence)
    first = min((h.day("HearingDate") for h in hearings if remanded(h) and h.day("HearingDate")), default=None)
    effective = [x for x in order.offence.outcomes if in_force(x)]
    late = [x for x in effective if first and x.day("OutcomeDate") and (x.day("OutcomeDate") - first).days > 27]
    return (any(ORDER_TYPE.get(x.code("LegalOutcome")) in ("YC", "YCC", "RO", "YRO") for x in late)
            and not any(tier(x) == "CUSTODY" for x in effective))


# ---- what begins and ends
class Stock:
    """Rows with a first and a last day; what ends on a day is not there when the day has ended."""

    def __init__(self, name, ret, rows):
        self.name, self.ret = name, ret
        self.rows = [Item(r.child, row=r, start=r.day("StartDate"), end=r.day("EndDate")) for r in rows]

    def there(self, day):
        return [i for i in self.rows if i.start and i.start <= day and (i.end is None or i.end > day)]

    def starting(self, first, last):
        return [i for i in self.rows if i.start and first <= i.start <= last]

    def ending(self, first, last):
        return [i for i in self.rows if i.start and i.end and first <= i.end <= last]

    def numbers(self):
        return stays([((i.child.id, i.row.table, i.row.n), i.start, i.end, i.end is None and not i.row.no_day("EndDate"))
                      for i in self.rows if i.start], self.ret.start, self.ret.end)


def stocks(ret):
    programmes = [p for child in ret.children for p in child.rows("programme")]
    statuses = [r for child in ret.children for r in child.rows("care") if SERVICE.get(r.code("Status"), "NONE") != "NONE"]
    return [Stock("programmes", ret, programmes), Stock("care_statuses", ret, statuses)]


def caseload(ret, cohort):
    programmes, statuses = stocks(ret)
    ended = [Item(g.child) for g in grouped(programmes.there(ret.end), lambda i: i.child)]
    for stock, name in ((programmes, "programmes"), (statuses, "care")):
        if stock is programmes:
            by = by_code("disposal", "DisposalType", ret.year, lambda i: i.row.code("DisposalType"))
        else:
            by = By("service", bands.SERVICES.values(), lambda i: bands.SERVICES[SERVICE[i.row.code("Status")]])
        yield number(name + "_starting", stock.starting(ret.start, ret.end), by)
        yield number(name + "_ending", stock.ending(ret.start, ret.end), by)
        yield number(name + "_at_end", stock.there(ret.end), by)
    yield number("children_at_end", ended, by_age("age at the end of the period", lambda i: age(i.child.born, ret.end)),
                 by_sex(), by_ethnic_group())


ELSEWHERE = ("first_time_entrants_official", "remands_looked_after", "attainment_absence", "staffing_budget")
OF_CASES = (orders, accommodation, education, special_needs, health("mh"), health("sm"), out_of_court, wider_services,
            violence, victims, long_remands)


def indicators(ret, cohort):
    of_cases = itertools.chain(*(section(ret, cohort) for section in OF_CASES))
    return itertools.chain(of_cases if ret.tells_of_cases() else untold(of_cases), board(ret, cohort))


def figures(ret):
    cohort = [o for o in map(order_of, ret.children) if o]
    sections = [long_standing(ret)]
    sections += [indicators(ret, cohort) if ret.year >= 2024 else [not_given("indicators")]]
    sections += [outcomes(ret, cohort), remands(ret, cohort), caseload(ret, cohort), map(not_given, ELSEWHERE)]
    return dict(itertools.chain(*sections))


# ---- what is checked
def check_return(check, path):
    ret, document = Return(path), check.run(path)
    check.figures(document, figures(ret), (ret.start, ret.end))
    check.stocks(document, {stock.name: stock.numbers() for stock in stocks(ret)})


def main():
    if len(sys.argv) < 4:
        sys.exit("usage: yj.py STATVAL GENERATOR SAMPLES")
    statval, generator, folder = sys.argv[1:4]
    check = Check(statval)
    with tempfile.TemporaryDirectory() as scratch:
        for path in itertools.chain(samples(os.path.join(folder, "yj")), generated(generator, scratch)):
            check_return(check, path)
    sys.exit(check.finish())


if __name__ == "__main__":
    main()
