"""The CSV files of an SSDA903 return: children with their rows, episodes and periods of care."""
import collections
import csv
import datetime
import math
import os
import re

# A column that only this table has.
TABLES = {"RNE": "episodes", "ETHNIC": "header", "REVIEW": "reviews", "DUC": "uasc", "IMMUNISATIONS": "oc2",
          "IN_TOUCH": "oc3", "DATE_INT": "ad1", "DATE_PLACED": "decisions", "MISSING": "missing",
          "SW_ID": "workers", "DOLO_START": "liberty"}
NEVER = datetime.date(9999, 12, 31)


def read_date(text):
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text or "")
    try:
        return datetime.date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


class Child:
    def __init__(self, name, number):
        self.name, self.number = name, number
        self.rows = {}

    def of(self, table):
        return self.rows.get(table, [])

    def prepare(self):
        """Episodes without short breaks, by their days."""
        header = self.of("header")
        self.born = read_date(header[0]["DOB"]) if header else None
        for row in self.of("episodes"):
            row["first"], row["last"] = read_date(row["DECOM"]), read_date(row["DEC"])
        dated = [row for row in self.of("episodes") if row["first"]]
        self.all = sorted(dated, key=lambda row: (row["first"], row["last"] or NEVER))
        self.episodes = [row for row in self.all if row["LS"] not in ("V3", "V4")]
        self.periods = []
        for row in self.episodes:
            self.add_to_period(row)

    def add_to_period(self, row):
        """A period of care goes on as long as no day lies between, and no start on the day of an end."""
        current = self.periods[-1] if self.periods else None
        until = max((r["last"] or NEVER for r in current), default=None) if current else None
        if not current or row["first"] > until or (row["RNE"] == "S" and row["first"] == until):
            self.periods.append([row])
        else:
            current.append(row)
        row["period"] = self.periods[-1]


class Return:
    def __init__(self, folder):
        self.children, self.given = {}, set()
        for name in sorted(os.listdir(folder)):
            self.read(os.path.join(folder, name))
        for child in self.children.values():
            child.prepare()

    def read(self, path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            names = [name.strip().upper() for name in reader.fieldnames]
            table = next((table for column, table in TABLES.items() if column in names), None)
            if table is None:
                return
            self.given.add(table)
            for number, row in enumerate(reader, 1):
                row = {k.strip().upper(): (v or "").strip().upper() for k, v in row.items() if k}
                row["number"] = number
                if row["CHILD"]:
                    child = self.children.setdefault(row["CHILD"], Child(row["CHILD"], len(self.children) + 1))
                    child.rows.setdefault(table, []).append(row)


Place = collections.namedtuple("Place", "east north authority")


class Directory:
    """A directory of postcodes: where each lies, in metres, and in which authority."""

    def __init__(self, path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            self.places = {row["pcd"].replace(" ", "").upper(): self.place_of(row) for row in csv.DictReader(file)}

    @staticmethod
    def place_of(row):
        east, north = row["oseast1m"], row["osnrth1m"]
        return Place(int(east) if east else None, int(north) if north else None, row["laua_upper"])

    def find(self, postcode):
        return self.places.get(postcode.replace(" ", ""))


def distance(home, place):
    """Miles of 1,609.3 metres in a straight line, to one place. None: one of both is nowhere, or one only lies in
    Northern Ireland, whose grid is another."""
    if not home or not place or home.east is None or place.east is None:
        return None
    if home.authority.startswith("N") != place.authority.startswith("N"):
        return None
    return math.floor(math.hypot(home.east - place.east, home.north - place.north) / 160.93 + 0.5) / 10
