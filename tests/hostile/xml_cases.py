"""XML: the classes of a conformance suite (well-formed or not, in every construct), and attacks.

A document has one child, in whose identifier a case puts its text; rule 8925 finds a plan that
ends before it begins, so that the report shows the identifier as it was read."""
from case import FINDINGS, INPUT, Case

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
MALFORMED = "not well-formed XML"
NO_CHARACTER = "there is a character that XML does not allow"
NO_UTF8 = "there is a byte that is not UTF-8"
NOTHING = "there is a character reference (&#...;) that means nothing"
UNKNOWN_ENTITY = "it uses an entity (&name;) that XML does not know"
BEGINS_NOTHING = 'there is a "<" or "&" that begins nothing'
PREFIX = "a name has a prefix (prefix:name) that is not declared"
MISMATCH = "an end tag does not match"
TOO_MUCH = "there is something after the end of the document"
CUT_OFF = "the file is cut off"
DOCTYPE = "the file has a DOCTYPE"

HEADER = """<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>999</LEA></Source></Header>"""
PLAN = """<ChildProtectionPlans><CPPstartDate>2025-06-10</CPPstartDate>
<CPPendDate>2025-06-02</CPPendDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans>"""
CHILD = """<Child><ChildIdentifiers><LAchildID>%s</LAchildID>
<PersonBirthDate>2015-04-08</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2025-05-05</CINreferralDate><ReferralSource>1A</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>false</ReferralNFA>""" + PLAN + "</CINdetails></Child>"


def document(identifier="C1", declaration=DECLARATION, before="", between="", after=""):
    return (declaration + before + "<Message>" + HEADER + "<Children>" + between +
            CHILD.replace("%s", identifier) + "</Children></Message>" + after)


def raw(identifier, declaration=DECLARATION):
    """A document with bytes in the identifier that may be no text at all."""
    head, tail = document("@@", declaration).encode().split(b"@@")
    return head + identifier + tail


def case(name, text, status, words):
    content = text if isinstance(text, bytes) else text.encode()
    return Case("xml: " + name, {"a.xml": content}, status, words,
                ["check", "--format", "json", "--rules=8925", "a.xml"])


def refused(table, place):
    """What is put into this place of a document makes it refused."""
    return [case(f"{place}: {text[:60]!a}", document(**{place: text}), INPUT, words) for text, words in table]


def read_as(table):
    """An identifier is read as another text."""
    return [case(f"{text[:40]!a} is read", document(text), FINDINGS, f'"subject": "{meant}"')
            for text, meant in table]


def told(table):
    """A stray thing between the children is well-formed; it is told of."""
    return [case(f"{text[:40]!a} is told of", document(between=text), FINDINGS, words)
            for text, words in table]


TAGS = refused([
    ("<a>", MISMATCH), ("</a>", MISMATCH), ("<a></b>", MISMATCH), ("<a></A>", MISMATCH),
    ("<a><b></a></b>", MISMATCH), ("<>", BEGINS_NOTHING), ("< a/>", BEGINS_NOTHING),
    ("<1/>", BEGINS_NOTHING), ("<-a/>", BEGINS_NOTHING), ("<.a/>", BEGINS_NOTHING), ("</>", MALFORMED),
    ("<a/", MALFORMED), ("<a /a>", MALFORMED), ("<a//>", MALFORMED), ("<a></a b='1'>", MALFORMED),
    ("</ a>", MALFORMED), ("<a<b/>/>", MALFORMED), ("<\u00d7/>", BEGINS_NOTHING),
    ("<a\u00d7/>", MALFORMED), ("<a\u037e/>", MALFORMED), ("]]>", MALFORMED), ("a ]]> b", MALFORMED),
], "between") + told([
    ("<\u00e9t\u00e9/>", "\u00e9t\u00e9"), ("<_/>", "_"), ("<a-.\u00b7/>", "a-."),
    ("<a\n/>", "a in Children is not an element"), ("<a></a\t>", "a in Children is not an element"),
])

ATTRIBUTES = refused([
    ("<a b/>", MALFORMED), ("<a b=/>", MALFORMED), ("<a b=c/>", MALFORMED), ("<a b='c/>", MALFORMED),
    ("<a b='c\"/>", MALFORMED), ("<a b='1'c='2'/>", MALFORMED), ("<a b='1' b='2'/>", MALFORMED),
    ("<a b='<'/>", BEGINS_NOTHING), ("<a b='&'/>", BEGINS_NOTHING), ("<a b='&c;'/>", UNKNOWN_ENTITY),
    ("<a b='&#0;'/>", NO_CHARACTER), ("<a b='\x01'/>", MALFORMED), ("<a 1b='c'/>", MALFORMED),
    ("<a ='c'/>", MALFORMED), ("<a 'c'/>", MALFORMED), ("<a b:='c'/>", PREFIX),
    ("<a xmlns:x='u' xmlns:y='u' x:b='1' y:b='2'/>", PREFIX),
], "between") + told([
    ("<a b='&lt;&#x9;\u00e9'/>", "a in Children is not an element"), ("<a b=\"'\" c='\"'/>", "a in Children is not an element"),
    ("<a xmlns='u'/>", "a in Children is not an element"), ("<a xmlns:x='u' x:b='1'/>", "a in Children is not an element"),
    ("<a b='" + "x" * 1_000_000 + "'/>", "a in Children is not an element"),
    ("<a " + " ".join(f"b{i}=''" for i in range(5000)) + "/>", "a in Children is not an element"),
    ("<a xml:space='preserve' xml:lang='en'/>", "a in Children is not an element"),
])

NAMESPACES = refused([
    ("<x:a/>", PREFIX), ("<a x:b='1'/>", PREFIX), ("<a xmlns:x=''/>", PREFIX),
    ("<a xmlns:xml='u'/>", PREFIX), ("<a xmlns:xmlns='u'/>", PREFIX), ("<x:a:b xmlns:x='u'/>", PREFIX),
], "between") + [
    case("an identifier with a prefix that is not declared",
         document().replace("LAchildID", "x:LAchildID"), INPUT, PREFIX),
    case("a root with a prefix that is not declared",
         document().replace("Message>", "x:Message>"), INPUT, PREFIX),
    case("a root in a namespace", document().replace("<Message>", "<Message xmlns='u'>"), INPUT,
         "stands in a namespace"),
]

COMMENTS = refused([
    ("<!-- -- -->", MALFORMED), ("<!-- --->", MALFORMED), ("<!->", MALFORMED), ("<!- x -->", MALFORMED),
    ("<! -- x -->", MALFORMED), ("<!--\x01-->", MALFORMED), ("<!-- x", CUT_OFF), ("<!-- x --", MALFORMED),
], "between") + read_as([
    ("C<!-- & < &b; <a> ]]> -->1", "C1"), ("C<!---->1", "C1"), ("C1<!-- " + "x" * 300_000 + "-->", "C1"),
    ("C<!-- \u00e9\U0001d538 -->1", "C1"),
])

CDATA = refused([
    ("<![CDATA[x]]", CUT_OFF), ("<![CDATA[", CUT_OFF), ("<![cdata[x]]>", MALFORMED),
    ("<![CDATA x]]>", MALFORMED), ("<! [CDATA[x]]>", MALFORMED), ("<![ CDATA[x]]>", MALFORMED),
    ("<![CDATA[\x01]]>", MALFORMED), ("<![CDATA[x]]>]]>", MALFORMED), ("<![INCLUDE[x]]>", MALFORMED),
], "identifier") + read_as([
    ("<![CDATA[C1]]>", "C1"), ("C<![CDATA[]]>1", "C1"), ("<![CDATA[<&]]]]><![CDATA[>]]>", "<&]]>"),
    ("<![CDATA[&lt;]]>", "&lt;"), ("<![CDATA[<![CDATA[]]>", "<![CDATA["),
]) + [
    case("CDATA as the document", DECLARATION + "<![CDATA[x]]>", INPUT, MALFORMED),
    case("CDATA behind the document", document(after="<![CDATA[x]]>"), INPUT, TOO_MUCH),
]

INSTRUCTIONS = refused([
    ("<?xml version='1.0'?>", "declaration does not stand at the very beginning"),
    ("<?XML x?>", "declaration does not stand at the very beginning"), ("<?x", MALFORMED), ("<?x ?", CUT_OFF),
    ("<??>", MALFORMED), ("<? x?>", MALFORMED), ("<?1?>", MALFORMED), ("<?x\x01?>", MALFORMED),
    ("<?x+y?>", MALFORMED),
], "between") + read_as([
    ("C<?x?>1", "C1"), ("C<?x & < <a> ]]> -- ?>1", "C1"), ("C<?xml-stylesheet href='x.xsl'?>1", "C1"),
    ("C1<?x " + "y" * 300_000 + "?>", "C1"),
])

DECLARATIONS = [case(f"declaration {text[:50]!a}", document(declaration=text), status, words)
                for text, status, words in [
    ("", FINDINGS, '"subject": "C1"'),
    ("<?xml version='1.0'?>", FINDINGS, '"subject": "C1"'),
    ("<?xml version='1.0' standalone='yes'?>", FINDINGS, '"subject": "C1"'),
    ("<?xml version = \"1.0\"\n encoding = 'utf-8' standalone='no' ?>", FINDINGS, '"subject": "C1"'),
    ("<?xml?>", INPUT, MALFORMED),
    ("<?xml encoding='UTF-8'?>", INPUT, MALFORMED),
    ("<?xml version='1.0' encoding=UTF-8?>", INPUT, MALFORMED),
    ("<?xml version='1.0' standalone='maybe'?>", INPUT, MALFORMED),
    ("<?xml version='1.0' standalone='yes' encoding='UTF-8'?>", INPUT, MALFORMED),
    ("<?xml version='1.0'encoding='UTF-8'?>", INPUT, MALFORMED),
    ("<?xml version='1.0' x='y'?>", INPUT, MALFORMED),
    ("<?xml version='1.0'", INPUT, MALFORMED),
    ("<?xml version='1.0'>", INPUT, MALFORMED),
    ("<?XML version='1.0'?>", INPUT, MALFORMED),
    ("<?xml version='1.0'?><?xml version='1.0'?>", INPUT, "does not stand at the very beginning"),
    ("<?xml version='1.0'" + " " * 300 + "encoding='EBCDIC'?>", INPUT, 'the encoding "EBCDIC"'),
    ("\n<?xml version='1.0'?>", INPUT, "does not stand at the very beginning"),
    ("<!-- --><?xml version='1.0'?>", INPUT, "does not stand at the very beginning"),
    ("x<?xml version='1.0'?>", INPUT, "not XML"),
    ("<?xml version='1.0' encoding='UTF-8' encoding='UTF-8'?>", INPUT, MALFORMED),
]]

ENTITIES = refused([
    ("&a;", UNKNOWN_ENTITY), ("&nbsp;", UNKNOWN_ENTITY), ("&LT;", UNKNOWN_ENTITY), ("&lt", MALFORMED),
    ("& lt;", BEGINS_NOTHING), ("&1;", BEGINS_NOTHING), ("&&amp;", BEGINS_NOTHING), ("&#60", MALFORMED),
    ("&#x;", NO_CHARACTER), ("&#;", NO_CHARACTER), ("&#X41;", NOTHING), ("&#-1;", NOTHING), ("&#1;", NO_CHARACTER),
    ("&#xD800;", NO_CHARACTER), ("&#xDFFF;", NO_CHARACTER), ("&#xFFFE;", NO_CHARACTER), ("&#xFFFF;", NO_CHARACTER),
    ("&#x110000;", NO_CHARACTER), ("&#4294967361;", NO_CHARACTER), ("&#18446744073709551681;", NO_CHARACTER),
    ("&#x1;&#x41;", NO_CHARACTER), ("%a;&b;", UNKNOWN_ENTITY),
], "identifier") + read_as([
    ("&#67;1", "C1"), ("&#x43;&#0000000049;", "C1"), ("&amp;#67;", "&#67;"), ("&#38;#67;", "&#67;"),
    ("&#60;a>", "<a>"), ("&#x1D538;", "\U0001d538"), ("&#xFFFD;", "\ufffd"), ("&#xE9;", "\u00e9"), ("%a;", "%a;"),
])


def bomb(inside):
    names = "".join(f'<!ENTITY a{i + 1} "{f"&a{i};" * 10}">' for i in range(15))
    return f'<!DOCTYPE Message [<!ENTITY a0 "aaaaaaaaaa">{names}{inside}]>'


ELSEWHERE = ["file:///etc/passwd", "secret.txt", "http://127.0.0.1:9/x", "ftp://127.0.0.1:9/x",
             "\\\\127.0.0.1\\x", "jar:file:///x!/y", "php://filter/read=x", "expect://id", "data:,x"]
DOCUMENT_TYPES = refused([(text, DOCTYPE) for text in [
    bomb(""), "<!DOCTYPE Message [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>",
    f"<!DOCTYPE Message [<!ENTITY a '{'a' * 100_000}'>]>",
    "<!DOCTYPE Message [<!ENTITY % a '<!ENTITY b \"c\">'> %a;]>",
    "<!DOCTYPE Message [<!ENTITY % f SYSTEM 'secret.txt'><!ENTITY % e \"<!ENTITY x '%f;'>\"> %e;]>",
    "<!DOCTYPE Message [<!ELEMENT Message ANY><!ATTLIST Message a CDATA 'b'>]>",
    "<!DOCTYPE Message [<!NOTATION n SYSTEM 'x'><!ENTITY a SYSTEM 'x' NDATA n>]>",
    "<!DOCTYPE Message [<?x?><!-- x -->]>", "<!DOCTYPE Message PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'x'>",
] + [f"<!DOCTYPE Message SYSTEM '{uri}'>" for uri in ELSEWHERE] +
    [f"<!DOCTYPE Message [<!ENTITY a SYSTEM '{uri}'>]>" for uri in ELSEWHERE]], "before") + refused([
    ("<!DOCTYPE>", MALFORMED), ("<!doctype Message>", MALFORMED), ("<!DOCTYPEMessage>", DOCTYPE),
    ("<!ENTITY a 'b'>", MALFORMED), ("<!ELEMENT a ANY>", MALFORMED),
], "before") + refused([
    ("<!DOCTYPE Message>", MALFORMED), ("<!ENTITY a 'b'>", MALFORMED), ("<!ELEMENT a ANY>", MALFORMED),
], "between") + [
    case("a DOCTYPE behind the document", document(after="<!DOCTYPE Message>"), INPUT, TOO_MUCH),
    case("an entity of a bomb", document("&a15;", before=bomb("")), INPUT, DOCTYPE),
    case("XInclude of a file is an element like others",
         document(between="<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' "
                  "href='/etc/passwd'/>"), FINDINGS, "include in Children is not an element"),
    case("a schema elsewhere is not looked for",
         document().replace("<Message>", "<Message xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                            "xsi:noNamespaceSchemaLocation='http://127.0.0.1:9/x.xsd'>"),
         FINDINGS, '"subject": "C1"'),
]

CHARACTERS = [case(f"byte {byte:#04x}", raw(b"C" + bytes([byte])), INPUT, NO_CHARACTER)
              for byte in range(0x20) if byte not in (9, 10, 13)] + [
    case(f"{text!a} is no UTF-8", raw(b"C" + text), INPUT, NO_UTF8) for text in [
        b"\x80", b"\xbf", b"\xc0\xaf", b"\xc1\xbf", b"\xe0\x9f\xbf", b"\xf0\x8f\xbf\xbf", b"\xed\xa0\x80",
        b"\xed\xbf\xbf", b"\xed\xa0\xb4\xed\xb4\x9e", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80",
        b"\xf8\x88\x80\x80\x80", b"\xfc\x84\x80\x80\x80\x80", b"\xfe", b"\xff", b"\xc3", b"\xe2\x82",
        b"\xf0\x9d\x94", b"\xe9t\xe9"]
] + [case(f"{text!a} is no character of XML", document("C" + text), INPUT, NO_CHARACTER)
     for text in "\ufffe\uffff"] + read_as([
    ("\u00e9", "\u00e9"), ("\u0080", "\u0080"), ("\u2028", "\u2028"), ("\ufdd0", "\ufdd0"),
    ("\U0001d538\U0010fffd", "\U0001d538\U0010fffd"), ("C\ufeff1", "C\ufeff1"), ("e\u0301", "e\u0301"),
    ("\u202eC1", "\u202eC1"), (" \t\r\nC1 \n", "C1"),
])

ENDS = [case(name, content, INPUT, words) for name, content, words in [
    ("two roots", document(after="<Message/>"), TOO_MUCH), ("text behind it", document(after="x"), TOO_MUCH),
    ("a reference behind it", document(after="&#32;"), TOO_MUCH), ("NUL behind it", document(after="\0"), TOO_MUCH),
    ("an end tag behind it", document(after="</Message>"), TOO_MUCH),
    ("no root", DECLARATION + "<!-- x -->", MALFORMED), ("text before the root", document(before="x"), MALFORMED),
    ("a comment behind it that is cut off", document(after="<!-- x"), MALFORMED),
]] + [case(f"cut off behind {at} bytes", document()[:at], INPUT, CUT_OFF)
      for at in range(60, len(document()) - 1, 97)] + [
    case("a comment behind it", document(after="<!-- x --><?y?>\n"), FINDINGS, '"subject": "C1"')]

SIZES = [
    case("100,000 open elements", document(between="<a>" * 100_000), INPUT, "levels deep"),
    case("100,000 open elements with a namespace each",
         document(between="".join(f"<a xmlns:b{i}='u'>" for i in range(100_000))), INPUT, "levels deep"),
    case("a million children", document(between="<a/>" * 1_000_000), FINDINGS, "a in Children is not an element"),
    case("a million references", document("&#65;" * 1_000_000), INPUT, "longer than 64 KB"),
    case("a million empty CDATA sections", document("C1" + "<![CDATA[]]>" * 1_000_000), FINDINGS,
         '"subject": "C1"'),
    case("a million blanks", document(" " * 1_000_000 + "C1"), INPUT, "longer than 64 KB"),
    case("a name of 100,000 letters", document(between=f"<{'a' * 100_000}/>"), INPUT, MALFORMED),
    case("an end tag of a megabyte", document(between=f"<a></{'a' * 1_000_000}>"), INPUT, MALFORMED),
    case("10 MB of blanks behind it", document(after=" " * 10_000_000), FINDINGS, '"subject": "C1"'),
]

CASES = (TAGS + ATTRIBUTES + NAMESPACES + COMMENTS + CDATA + INSTRUCTIONS + DECLARATIONS + ENTITIES +
         DOCUMENT_TYPES + CHARACTERS + ENDS + SIZES)
