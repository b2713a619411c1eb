"""CSV: tables of the SSDA903 return. Rule 102 finds children without a date of birth, so that the
report shows their names as they were read."""
from case import FINDINGS, INPUT, Case

HEADING = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
QUOTE = "A quotation mark stands where none may, or has no partner."
ROW = "M,,WBRI,A123456789012,,"


def case(name, content, status, words):
    content = content if isinstance(content, bytes) else content.encode()
    return Case("csv: " + name, {"header.csv": content}, status, words,
                ["check", "--year", "2026", "--format", "json", "--rules=102", "header.csv"])


def table(cell, heading=HEADING, end="\r\n"):
    return heading + end + cell + "," + ROW + end


def told(name, content, words):
    return case(name, content, FINDINGS, words)


CELLS = [told(f"the cell {cell[:40]!a}", table(cell), words) for cell, words in [
    ('"A1"', '"subject": "A1"'), ('"A,1"', '"subject": "A,1"'), ('"A""1"', '"subject": "A\\"1"'),
    ('"A\n1"', '"subject": "A\\n1"'), ('"A\r\n1"', '"subject": "A\\r\\n1"'), ('""""', '"subject": "\\""'),
    ('"A1', QUOTE), ('A"1', QUOTE), ('"A1"x', QUOTE), ('"', QUOTE), ('"""', QUOTE), ('"A"1"', QUOTE),
    ('A""1', QUOTE), ("A\0001", "There is a NUL byte"), ("A" * 70_000, "The cell is longer than 64 KB"),
    ('"' + "A" * 70_000 + '"', "The cell is longer than 64 KB"), ("'A1'", "\"subject\": \"'A1'\""),
    ("A\x1b[31", '"subject": "A\\u001b[31"'), ("=1+1", '"subject": "=1+1"'), ("  A1  ", '"subject": "A1"'),
    ("\u202eA1", '"subject": "\u202eA1"'), ("A\u00e9\U0001d538", '"subject": "A\u00e9\U0001d538"'),
    ("A\\", '"subject": "A\\\\"'), ("A\t1", '"subject": "A\\t1"'),
]]

ENDS = [told(f"line ends {end!a}", table("A1", end=end) + "A2," + ROW + end, '"subject": "A2"')
        for end in ("\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n\r")] + [
    told("line ends of all kinds", HEADING + f"\nA1,{ROW}\r\nA2,{ROW}\rA3,{ROW}", '"subject": "A3"'),
    told("no line end at the end", HEADING + f"\nA1,{ROW}", '"subject": "A1"'),
    told("a mark", "\ufeff" + table("A1"), '"subject": "A1"'),
    told("a mark and quotes", '\ufeff"' + HEADING.replace(",", '","') + f'"\nA1,{ROW}', '"subject": "A1"'),
    told("a million blank lines", table("A1") + "\n" * 1_000_000, '"subject": "A1"'),
    told("a line of a million commas", table("A1") + "," * 1_000_000, "more cells than a spreadsheet has columns"),
    told("Ctrl-Z at the end", table("A1") + "\x1a", "The row has fewer cells than the heading"),
]

ROWS = [
    told("a row with fewer cells", HEADING + "\nA1,M\n", "The row has fewer cells than the heading"),
    told("a row with more cells", HEADING + f"\nA1,{ROW},x\n", "The row has a value beyond the last column"),
    told("a column without a name", table("A1,x", heading=HEADING.replace("CHILD", "CHILD,")), "in a column without a name"),
    told("a column twice", table("A1,A2", heading=HEADING.replace("CHILD", "CHILD,CHILD")),
         "The column CHILD is there more than once; the first one was read."),
    told("a column a thousand times", table("A1", heading=HEADING + ",SEX" * 1000), "The column SEX is there more than once"),
    told("columns in small letters", table("A1", heading=HEADING.lower()), "The column child is not spelled"),
    told("semicolons", table("A1").replace(",", ";"), "separated by semicolons"),
    told("tabs", table("A1").replace(",", "\t"), "separated by tabs"),
    told("100,000 quotes in a row", table('"' * 100_001), QUOTE),
    told("100,000 lines with a quote each", HEADING + "\n" + f'"A1,{ROW}\n' * 100_000, QUOTE),
    told("100,000 times the same child", HEADING + "\n" + f"A1,{ROW}\n" * 100_000, '"subject": "A1"'),
]

ENCODINGS = [
    told("Windows-1252", table("A\u00e9").encode("cp1252"), "it was read as Windows-1252"),
    told("a byte that Windows-1252 does not have", table("A1").encode().replace(b"A1", b"A\x81"), "read as Windows-1252"),
    told("a mark and a byte that is no UTF-8", b"\xef\xbb\xbf" + table("A1").encode().replace(b"A1", b"A\xe9"),
         "A character is damaged"),
] + [told(f"{cut!a} among UTF-8", table("A\u00e9").encode().replace(b"\xc3\xa9", b"\xc3\xa9" + cut), "A character is damaged")
     for cut in (b"\xc3", b"\xe2\x82", b"\xf0\x9d\x94", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\xff")] + [
    case("UTF-16", table("A1").encode("utf-16"), INPUT, "not XML"),
    case("UTF-16 big end first", b"\xfe\xff" + table("A1").encode("utf-16-be"), INPUT, "not XML"),
    case("UTF-32", table("A1").encode("utf-32"), INPUT, "UTF-32"),
    told("200,000 damaged characters", b"\xef\xbb\xbf" + table("A1").encode() + b"\xff" * 200_000, "more damaged characters"),
    told("200,000 NULs", table("A1").encode() + b"\0" * 200_000, "more damaged characters"),
]

NO_TABLE = "its first line does not hold the columns"
REFUSED = [case(name, content, INPUT, words) for name, content, words in [
    ("20,000 columns", table("A1", heading=HEADING + "".join(f",X{i}" for i in range(20_000))), NO_TABLE),
    ("a column with a name of a megabyte", table("A1", heading=HEADING + "," + "X" * 1_000_000), "The nearest is Header"),
    ("a column that is not of the return", table("A1", heading=HEADING + ",X"), "The nearest is Header, but the file is with X."),
    ("nothing", "", "empty"), ("a mark", "\ufeff", "empty"), ("line ends", "\r\n" * 1000, "empty"),
    ("a word", "CHILD", NO_TABLE), ("NULs", "\0" * 10_000, NO_TABLE), ("commas", "," * 10_000, NO_TABLE),
    ("quotes", '"' * 10_000, NO_TABLE), ("a quote without a partner", '"' + table("A1"), 'The nearest is Header'),
    ("one line of 10 MB", "A" * 10_000_000, NO_TABLE), ("a title above the heading", "Children\n" + table("A1"), NO_TABLE),
    ("JSON", '{"CHILD": "A1"}', NO_TABLE), ("rows only", f"A1,{ROW}\n", NO_TABLE),
]]

CASES = CELLS + ENDS + ROWS + ENCODINGS + REFUSED
