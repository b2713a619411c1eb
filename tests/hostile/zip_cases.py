"""Zip archives: made by hand where no program makes them. What is in them is a CSV table, or XML."""
import io
import struct
import zipfile

import csv_cases
import xml_cases
from case import FINDINGS, INPUT, Case

TABLE = csv_cases.table("A1").encode()
READ = '"subject": "A1"'
DAMAGED = "the zip archive is damaged"
NOT_UNPACKED = "cannot be unpacked"
LOCKED = "is locked with a password"
NESTED = "archive within an archive"


def case(name, content, status, words, options=()):
    return Case("zip: " + name, {"a.zip": content}, status, words,
                ["check", "--year", "2026", "--format", "json", "--rules=102", *options, "a.zip"])


def archive(*entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in entries:
            made.writestr(zipfile.ZipInfo(name) if isinstance(name, str) else name, content, method)
    return out.getvalue()


PLAIN = archive(("header.csv", TABLE), method=zipfile.ZIP_STORED)
END = PLAIN.rindex(b"PK\x05\x06")
CENTRAL = PLAIN.index(b"PK\x01\x02")


def patched(at, form, value, content=PLAIN):
    """The archive with another number at a place."""
    number = struct.pack("<" + form, value)
    return content[:at] + number + content[at + len(number):]


def both(local, central, form, value):
    """The number stands in the header before the file, and in the directory."""
    return patched(CENTRAL + central, form, value, patched(local, form, value))


def link(name, target):
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    return info, target


def overlapping(count, size):
    """Every entry of the directory is the same packed file."""
    packed = archive(("header.csv", b"\0" * size))
    central, end = packed.index(b"PK\x01\x02"), packed.rindex(b"PK\x05\x06")
    entry = packed[central:end]
    made = packed[:central] + entry * count + packed[end:]
    end = len(packed[:central]) + len(entry) * count
    numbers = struct.pack("<HHII", count, count, len(entry) * count, central)
    return made[:end + 8] + numbers + made[end + 20:]


HEADERS = [
    case("one file", PLAIN, FINDINGS, READ),
    case("a comment", patched(END + 20, "H", 5) + b"PK\5\6x", FINDINGS, READ),
    case("a locked file", both(6, 8, "H", 1), INPUT, LOCKED),
    case("a method that nobody knows", both(8, 10, "H", 98), INPUT, NOT_UNPACKED),
    case("a method that does not fit", both(8, 10, "H", 8), INPUT, NOT_UNPACKED),
    case("another checksum", both(14, 16, "I", 1), INPUT, NOT_UNPACKED),
    case("a directory elsewhere", patched(END + 16, "I", 0), INPUT, DAMAGED),
    case("a directory beyond the end", patched(END + 16, "I", 0xfffffff0), INPUT, DAMAGED),
    case("more files than there are", patched(END + 8, "I", 0x00020002), INPUT, DAMAGED),
    case("65,535 files that are not there", patched(END + 8, "I", 0xffffffff), INPUT, DAMAGED),
    case("a file that begins elsewhere", patched(CENTRAL + 42, "I", 5), INPUT, NOT_UNPACKED),
    case("a file that begins beyond the end", patched(CENTRAL + 42, "I", 0x7fffffff), INPUT, "a.zip"),
    case("a name that is longer than the archive", patched(CENTRAL + 28, "H", 0xffff), INPUT, DAMAGED),
    case("an extra field that is longer than the archive", patched(CENTRAL + 30, "H", 0xffff), INPUT, DAMAGED),
    case("a comment that is longer than the archive", patched(END + 20, "H", 0xffff), INPUT, DAMAGED),
    case("an archive behind other bytes", b"MZ" + PLAIN, INPUT, "not XML"),
    case("an archive behind an archive", PLAIN + PLAIN, FINDINGS, READ),
    case("nothing behind its mark", b"PK\3\4", INPUT, DAMAGED),
] + [case(f"cut off behind {at} bytes", PLAIN[:at], INPUT, DAMAGED) for at in range(4, len(PLAIN) - 1, 11)]

NAMES = [case(f"the name {name[:40]!a}", archive((name, TABLE)), FINDINGS, READ) for name in [
    "../../header.csv", "/etc/passwd", "C:\\header.csv", "con", "a" * 60_000,
    "\u202ecsv.redaeh", "a\nb.csv", "\x1b[31m.csv", "%s%n.csv", "a/../../b.csv", "//x/y.csv", " ", "a:b.csv",
]] + [
    case("a name with a sequence for the terminal, locked",
         both(6, 8, "H", 1).replace(b"header.csv", b"\x1b[31m\n.csv"), INPUT, LOCKED),
    case("a name that is no UTF-8, locked", both(6, 8, "H", 1).replace(b"header.csv", b"\xff\xfe\xe9der.csv"), INPUT, LOCKED),
    case("a name twice", archive(("header.csv", TABLE), ("HEADER.csv", TABLE)), FINDINGS, "was read from a.zip/header.csv already"),
    case("a hidden file only", archive((".header.csv", TABLE)), INPUT, "there is no file in this archive"),
    case("a folder only", archive(("a/", b"")), INPUT, "there is no file in this archive"),
    case("a symbolic link", archive(link("header.csv", "/etc/passwd")), INPUT, "its first line does not hold the columns"),
    case("a symbolic link beside a table", archive(link("a.csv", "header.csv"), ("header.csv", TABLE)), FINDINGS, READ),
]

INSIDE = [
    case("an archive in it", archive(("b.zip", PLAIN)), INPUT, NESTED),
    case("an archive in it by another name", archive(("header.csv", PLAIN)), INPUT, NESTED),
    case("an archive in an archive in it", archive(("c.zip", archive(("b.zip", PLAIN)))), INPUT, NESTED),
    case("an archive beside a table", archive(("b.zip", PLAIN), ("header.csv", TABLE)), FINDINGS, "archive within an archive"),
    case("1,001 files", archive(*((f"{i}.csv", b"x") for i in range(1001))), INPUT, "1001 files"),
    case("an empty file", archive(("header.csv", b"")), INPUT, "empty"),
    case("XML with a DOCTYPE", archive(("a.xml", xml_cases.document(before=xml_cases.bomb("")).encode())), INPUT,
         xml_cases.DOCTYPE),
    case("a table and XML that is cut off", archive(("header.csv", TABLE), ("a.xml", b"<a")), FINDINGS, "a.zip/a.xml"),
]

TOO_MUCH = "unpacks to more than 20 MB"
SMALL = ("--max-size", "20")
BOMBS = [
    case("100 MB of NULs", archive(("header.csv", b"\0" * 100_000_000)), INPUT, TOO_MUCH, SMALL),
    case("100 files of 1 MB", archive(*((f"{i}.csv", b"\0" * 1_000_000) for i in range(100))), INPUT, TOO_MUCH, SMALL),
    case("500 entries that are the same 1 MB", overlapping(500, 1_000_000), INPUT, "a.zip", SMALL),
]

CASES = HEADERS + NAMES + INSIDE + BOMBS
