"""The bands of the breakdowns of the youth justice figures, with the labels that statval gives them."""
import os
import re

from yj_groups import ETHNIC

CODES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "plugins", "yj", "codes.h")

ORDER_TYPES = {"OOCD": "out-of-court disposal other than cautions", "YC": "youth caution", "YCC": "youth conditional caution",
               "RO": "referral order", "YRO": "youth rehabilitation order", "CUST": "custody"}
AGES = ["under 10", "10 to 14", "15 to 17", "18 and over"]
SEXES = ["male", "female", "unknown or not stated"]
ETHNIC_GROUPS = {"WHITE": "White", "MIXED": "Mixed", "ASIAN": "Asian", "BLACK": "Black", "OTHER": "other ethnic group",
                 "NOT_KNOWN": "not known"}
HOMES = {"PARENTS": "parents", "FAMILY": "family, not parents", "FRIENDS": "friends", "FOSTER_CARE": "foster care",
         "RESIDENTIAL_UNIT": "residential unit", "SUPPORTED": "supported accommodation", "INDEPENDENT": "independent living",
         "TEMPORARY": "temporary accommodation", "OTHER": "other", "YOI": "young offender institution",
         "STC": "secure training centre", "SCH": "secure children's home", "NONE": "bed and breakfast, no fixed abode, not known"}
PROVISIONS = {"SCHOOL": "school", "PRU": "pupil referral unit", "ALTERNATIVE_PROVISION": "alternative or other provision",
              "HOME_EDUCATED": "educated at home", "COLLEGE": "college", "RE_ENGAGEMENT": "re-engagement programme",
              "TRAINEESHIP": "traineeship", "APPRENTICESHIP": "training course or apprenticeship",
              "SUPPORTED_INTERNSHIP": "supported internship", "MENTORING_CIRCLE": "mentoring circle", "EMPLOYMENT": "employment",
              "SELF_EMPLOYMENT": "self-employment", "VOLUNTARY_WORK": "voluntary work", "UNIVERSITY": "university", "NONE": "none"}
SERVICES = {"CARE_EXPERIENCED": "looked after", "CHILD_PROTECTION_PLAN": "child protection plan", "CHILD_IN_NEED": "child in need",
            "EARLY_HELP_PLAN": "early help plan", "EARLY_HELP_REFERRAL": "early help referral", "NONE": "none of these"}
TIERS = {"PRE_COURT": "pre-court (cautions)", "FIRST_TIER": "first tier", "COMMUNITY": "community", "CUSTODY": "custody"}
SCHOOL_AGES = {True: "of school age", False: "above school age"}
HOURS = ["1 to 15 hours", "16 to 24 hours", "25 hours or more"]
NOT_RECORDED = "not recorded"


def code_list(name, year):
    """The codes of a list that are of use in a year, in the order of the list."""
    with open(CODES, encoding="utf-8") as f:
        block = re.search(r"#define %s_CODES\(CODE, OF\)((?:.*\\\n)*.*\n)" % name, f.read())[1]
    codes = re.findall(r'CODE\(OF, (\w+),\s*(?:\\\s*)?"(?:[^"\\]|\\.)*",\s*(?:\\\s*)?(\d+), (\d+)\)', block)
    return [c for c, first, last in codes if int(first) <= year and (last == "0" or year <= int(last))]


def known_codes(name):
    return set(code_list(name, 2022)) | set(code_list(name, 2024)) | set(code_list(name, 2028))


def age_band(years):
    if years is None:
        return NOT_RECORDED
    return AGES[(years >= 10) + (years >= 15) + (years >= 18)]


def sex_of(child):
    code = child.person.code("Sex")
    if code is None and child.ret.year < 2023:
        code = child.person.code("Gender")
    return {"1": "male", "2": "female", "0": SEXES[2], "9": SEXES[2]}.get(code, NOT_RECORDED)


def ethnic_of(child):
    return ETHNIC_GROUPS.get(ETHNIC.get(child.person.code("Ethnicity")), NOT_RECORDED)


def hours_band(hours):
    return HOURS[(hours >= 16) + (hours >= 25)] if hours else None


class By:
    """One breakdown: the band or bands of an item, and what the share of a band is one of.

    of: None where bands have no fraction of their own, "whole" or "band"."""

    def __init__(self, title, bands, band_of, of=None, several=False):
        self.title, self.bands, self.band_of, self.of, self.several = title, list(bands), band_of, of, several

    def bands_of(self, item):
        found = self.band_of(item)
        if not self.several:
            return {found}
        return set(found) - {NOT_RECORDED} or {NOT_RECORDED}

    def count(self, whole, counted):
        """Band -> (counted, of)."""
        # a band that the list does not foresee is there for what is counted in it, or for what its share is one of
        strangers = {b for i in (whole if self.of == "band" else counted) for b in self.bands_of(i)} - set(self.bands)
        out = {}
        for key in self.bands + sorted(strangers):
            of = {None: None, "whole": len(whole)}.get(self.of, sum(key in self.bands_of(i) for i in whole))
            out[key] = (sum(key in self.bands_of(i) for i in counted), of)
        return out


def by_order_type(of="band", types=tuple(ORDER_TYPES)):
    return By("type of order", [ORDER_TYPES[t] for t in types], lambda o: ORDER_TYPES[o.type], of)


def by_age(title, years_of):
    return By(title, AGES, lambda i: age_band(years_of(i)))


def by_sex():
    return By("sex", SEXES, lambda i: sex_of(i.child))


def by_ethnic_group():
    return By("ethnic group", ETHNIC_GROUPS.values(), lambda i: ethnic_of(i.child))


def by_code(title, name, year, code_of, of=None):
    known = known_codes(name)

    def band_of(item):
        code = code_of(item)
        return code if code in known else NOT_RECORDED
    return By(title, code_list(name, year), band_of, of)
