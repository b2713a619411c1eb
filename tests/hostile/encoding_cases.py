"""Encodings of XML: right, labelled wrongly, damaged. Bytes are text only as the label says."""
from case import FINDINGS, INPUT
from xml_cases import MALFORMED, NO_CHARACTER, NO_UTF8, case, document

NOT_SUPPORTED = "that the file declares is not supported"
NOT_THERE = "does not exist in the encoding"


def labelled(label, identifier="C\u00e9"):
    return document(identifier, declaration=f'<?xml version="1.0" encoding="{label}"?>')


def read_as(name, content, subject):
    return case(name, content, FINDINGS, f'"subject": "{subject}"')


def refused(name, content, words):
    return case(name, content, INPUT, words)


def bytes_in(identifier, label):
    """A file with these bytes in its identifier."""
    return labelled(label, "@").encode().replace(b"@", identifier)


RIGHT = [
    read_as("ISO-8859-1", labelled("ISO-8859-1").encode("latin-1"), "C\u00e9"),
    read_as("ISO-8859-15", labelled("iso-8859-15", "C\u20ac").encode("iso-8859-15"), "C\u20ac"),
    read_as("Windows-1252", labelled("WINDOWS-1252", "C\u20ac").encode("cp1252"), "C\u20ac"),
    read_as("a control character of ISO-8859-1", bytes_in(b"C\x85", "ISO-8859-1"), "C\u0085"),
    read_as("a line with UTF-8 and a mark", b"\xef\xbb\xbf" + labelled("UTF-8").encode(), "C\u00e9"),
    read_as("UTF-16 with a mark", labelled("UTF-16").encode("utf-16"), "C\u00e9"),
    read_as("UTF-16 big end first", b"\xfe\xff" + labelled("UTF-16").encode("utf-16-be"), "C\u00e9"),
    read_as("UTF-16 without a mark", labelled("UTF-16BE").encode("utf-16-be"), "C\u00e9"),
    read_as("surrogates that belong together", labelled("UTF-16", "C\U0010fffd").encode("utf-16"), "C\U0010fffd"),
    read_as("a mark in the middle", labelled("UTF-16", "C\ufeff").encode("utf-16"), "C\ufeff"),
]

WRONG_LABELS = [
    read_as("UTF-8 that says it is ISO-8859-1", labelled("ISO-8859-1").encode(), "C\u00c3\u00a9"),
    read_as("a mark counts more than the label", b"\xef\xbb\xbf" + labelled("ISO-8859-1").encode(), "C\u00e9"),
    read_as("UTF-16 that says it is UTF-8", labelled("UTF-8").encode("utf-16"), "C\u00e9"),
    refused("ISO-8859-1 that says it is UTF-8", labelled("UTF-8").encode("latin-1"), NO_UTF8),
    refused("ISO-8859-1 that says it is ASCII", labelled("US-ASCII").encode("latin-1"), NO_UTF8),
    refused("ISO-8859-1 with a mark of UTF-8", b"\xef\xbb\xbf" + labelled("ISO-8859-1").encode("latin-1"), NO_UTF8),
    refused("ASCII that says it is UTF-16", labelled("UTF-16", "C").encode(), NOT_SUPPORTED),
    refused("ASCII that says it is UTF-32", labelled("UTF-32", "C").encode(), NOT_SUPPORTED),
    refused("a mark of UTF-16 before UTF-8", b"\xff\xfe" + labelled("UTF-8").encode(), "XML"),
    refused("two marks of UTF-8", b"\xef\xbb\xbf\xef\xbb\xbf" + labelled("UTF-8").encode(), "not XML"),
    refused("two marks of UTF-16", b"\xff\xfe" + labelled("UTF-16").encode("utf-16"), "not XML"),
    refused("UTF-32", labelled("UTF-32").encode("utf-32"), "UTF-32"),
    refused("UTF-32 without a mark", labelled("UTF-32").encode("utf-32-le"), "XML"),
    refused("UTF-32 big end first without a mark", labelled("UTF-32").encode("utf-32-be"), "not XML"),
    refused("EBCDIC", labelled("IBM037").encode("cp037"), "not XML"),
    refused("UTF-7", b"\x2b\x2f\x76\x38-" + labelled("UTF-7").encode(), "not XML"),
]

LABELS = [refused(f"the label {label[:30]!a}", document(declaration=b'<?xml version="1.0" encoding="'.decode() + label + '"?>'),
                  words) for label, words in [
    ("UTF8", NOT_SUPPORTED), ("x", NOT_SUPPORTED), ("UTF-8\0", NOT_SUPPORTED), ("UTF-8 ", NOT_SUPPORTED),
    ("UTF-8//IGNORE", NOT_SUPPORTED), ("../../x", NOT_SUPPORTED), ("ISO-2022-CN-EXT", NOT_SUPPORTED),
    ("\x1b[31m", NOT_SUPPORTED), ("\u00e9" * 100, NOT_SUPPORTED), ("A" * 30_000, NOT_SUPPORTED),
    ("%s%s%n", NOT_SUPPORTED), ("", MALFORMED),
]] + [refused("a label that is no UTF-8", b'<?xml version="1.0" encoding="\xd5TF-8"?><a/>', NOT_SUPPORTED)]


def utf_16(units):
    """A file of UTF-16 with these units, which may be no text, in its identifier."""
    head, tail = labelled("UTF-16", "@").split("@")
    return (b"\xff\xfe" + head.encode("utf-16-le") + b"".join(unit.to_bytes(2, "little") for unit in units) +
            tail.encode("utf-16-le"))


DAMAGED = [refused(f"units {[hex(unit) for unit in units]}", utf_16(units), NOT_THERE) for units in [
    [0xd800], [0xdbff, 0x41], [0xdc00], [0xdfff], [0xdc00, 0xd800], [0xd800, 0xd800, 0xdc00]]] + [
    refused("the unit 0xfffe", utf_16([0xfffe]), NO_CHARACTER),
    refused("the unit 0", utf_16([0]), NO_CHARACTER),
    refused("UTF-16 cut off within a character", utf_16([0x43])[:-1], NOT_THERE),
    refused("UTF-16 cut off within a pair", utf_16([0x43]) + b"\x00\xd8", NOT_THERE),
    refused("UTF-16 cut off", utf_16([0x43])[:-100], "the file is cut off"),
    refused("a byte in the middle of UTF-16", utf_16([0x43]).replace(b"M\0e\0s", b"M\0xe\0s", 1), NOT_THERE),
    refused("a byte that Windows-1252 does not have", bytes_in(b"C\x81", "windows-1252"), NOT_THERE),
    refused("UTF-8 cut off within a character at the end", labelled("UTF-8").encode() + b"<!-- \xc3", MALFORMED),
] + [refused(f"{cut!a} and the end", bytes_in(b"@", "UTF-8").split(b"@")[0] + cut, "line 3")
     for cut in (b"\xc3", b"\xe2\x82", b"\xf0\x9d\x94")] + [
    read_as(f"U+1D538 across the end of a piece, {before} bytes before it",
            labelled("UTF-8", "C\U0001d538").replace("<Message>", "<!--" + "x" * (65536 - 500 + before) + "--><Message>"),
            "C\U0001d538") for before in range(0, 500, 7)]

CASES = RIGHT + WRONG_LABELS + LABELS + DAMAGED
