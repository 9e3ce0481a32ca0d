"""Plain texts: dumps of pages, a committee's report, what comes by e-mail."""

import datetime as dt

import pytest

from precedent.reading.plain import read, read_text
from precedent.resolution import DocumentKind, Kind, NoteCall, Remark, Resolution, Span
from precedent.session import Organ

DUMP = """\


General Assembly

Distr.: General
3 March 2031

Eighty-fifth session

Agenda item 99 (b)

**Lamp posts
and lanterns**

Resolution adopted by the General Assembly on 1 March 2031

*[on the report of the Second Committee ([A/85/1](#), para. 2)]*

85/7. Lamp posts and lanterns

The General Assembly,

Recalling its resolution [84/6](#) of 2 March 2030 on lamp posts,¹

Noting with great concern also that lamps go out, and that oil is

¹ Resolutions [82/1](#) and <A/83/2>.

² See *The Lamp Report* (Oz, 2030).



dear in the towns of the north-

³ A/85/9.

east,²

Light for all

1. *Requests* the Secretary-General, *inter alia*:

(a) To buy oil,³ wicks and

glass;

(b) To light the lamps;

and to report thereon;
2. Decides to go on.

*12th plenary meeting
1 March 2031*
"""


def labels(found: Resolution) -> list[str]:
    return [p.label for p in found.paragraphs]


def texts(found: Resolution) -> list[str]:
    return [p.text for p in found.paragraphs]


def test_markup_of_another_kind_is_told() -> None:
    found = read(b"<doc><x>Lamps</x></doc>")
    assert [p.text for p in found.paragraphs] == ["<doc><x>Lamps</x></doc>"]
    assert any("markup of another kind" in remark.text for remark in found.remarks)


def test_a_dump_of_pages_is_read_whole() -> None:
    found = read_text(DUMP)
    assert [(p.label, p.text, p.opening) for p in found.paragraphs] == [
        ("PP1", "Recalling its resolution 84/6 of 2 March 2030 on lamp posts,", "Recalling"),
        (
            "PP2",
            "Noting with great concern also that lamps go out, and that oil is dear in the towns of the north-east,",
            "Noting with great concern also",
        ),
        ("H1", "Light for all", ""),
        ("OP1", "Requests the Secretary-General, inter alia:", "Requests"),
        ("OP1 (a)", "To buy oil, wicks and glass;", ""),
        ("OP1 (b)", "To light the lamps;", ""),
        ("OP1 closing", "and to report thereon;", ""),
        ("OP2", "Decides to go on.", "Decides"),
    ]
    assert [p.notes for p in found.paragraphs if p.notes] == [
        (NoteCall(60, "1"),),
        (NoteCall(102, "2"),),
        (NoteCall(11, "3"),),
    ]
    assert [(n.label, n.text) for n in found.footnotes] == [
        ("FN1", "Resolutions 82/1 and A/83/2."),
        ("FN2", "See The Lamp Report (Oz, 2030)."),
        ("FN3", "A/85/9."),
    ]
    assert found.footnotes[1].italics == (Span(4, 19),)
    assert found.remarks == (Remark("PP2", "The page ends at a hyphen; it was kept."),)


def test_the_masthead_of_a_dump() -> None:
    found = read_text(DUMP)
    head = found.masthead
    assert (found.title, found.enacting) == ("Lamp posts and lanterns", "The General Assembly,")
    assert (str(head.symbol), head.kind, head.organ) == (
        "A/RES/85/7",
        DocumentKind.RESOLUTION,
        Organ.GENERAL_ASSEMBLY,
    )
    assert (head.session, head.agenda_item) == ("Eighty-fifth session", "99 (b)")
    assert (head.agenda_title, head.distribution) == ("Lamp posts and lanterns", "General")
    assert (head.date, head.adopted) == (dt.date(2031, 3, 3), dt.date(2031, 3, 1))
    assert head.report == "on the report of the Second Committee (A/85/1, para. 2)"
    assert head.meeting == "12th plenary meeting"


REPORT = """\
General Assembly

Report of the Third Committee

Rapporteur: Ms. Ozma **Oz** (Oz)

I. Introduction

1. The Committee met on 3 March.¹

2. It considered the item, taking into

¹ See A/C.3/85/SR.1.

account the lamps.

III. Recommendation

3. The Committee recommends the following draft:

Lamp posts

The General Assembly,

Noting the lamps,¹

1. *Decides* to light them.

¹ Resolution 84/6.

Annex

General remarks

1. Statements were made.¹
2. They were long.

¹ See <https://lamps.example/list>.
"""


def test_a_report_and_the_draft_in_it_are_counted_apart() -> None:
    found = read_text(REPORT)
    expected = ["RX1", "RH1", "R1", "R2", "RH2", "R3", "PP1", "OP1", "Annex H1", "Annex OP1", "Annex OP2"]
    assert labels(found) == expected
    assert (found.title, found.masthead.committee) == ("Lamp posts", "Third Committee")
    assert found.masthead.kind is DocumentKind.REPORT
    assert found.paragraphs[3].text == "It considered the item, taking into account the lamps."
    assert [(n.label, n.text) for n in found.footnotes] == [
        ("R FN1", "See A/C.3/85/SR.1."),
        ("FN1", "Resolution 84/6."),
        ("Annex FN1", "See https://lamps.example/list."),
    ]
    assert found.remarks == ()


def test_several_drafts_in_a_report_have_their_numbers_in_front() -> None:
    draft = (
        "Draft resolution {}\n\nLamp posts\n\nThe General Assembly,\n\nNoting lamps,\n\n1. Decides so.\n\n"
    )
    found = read_text(
        "Report of the Third Committee\n\n1. It met.\n\n" + draft.format("I") + draft.format("II")
    )
    assert labels(found) == ["R1", "I H1", "I PP1", "I OP1", "II H1", "II H2", "II X1", "II PP1", "II OP1"]


BODY = [
    "The General Assembly,",
    "Recalling its earlier resolutions on the lamp posts of the great cities and of the small towns of the plain,",
    "Noting that oil is dear,",
    "1. Requests all States to send oil, wicks and glass before the end of the year and to report thereon;",
    "2. Decides to remain seized of the matter.",
]


def wrapped(text: str, width: int = 40) -> str:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(BODY),
        "\n".join(BODY),
        "\n\n".join(map(wrapped, BODY)),
        "\n".join(map(wrapped, BODY)),
        "\n>\n".join("> " + line for line in BODY),
        "\r\n\r\n".join(BODY),
        "\n\n".join(line.replace("Decides", "_Decides_").replace("Noting", "*Noting*") for line in BODY),
    ],
)
def test_a_pasted_text_is_read_however_its_lines_are_broken(text: str) -> None:
    found = read_text(text)
    assert found.enacting == "The General Assembly,"
    assert labels(found) == ["PP1", "PP2", "OP1", "OP2"]
    assert [f"{p.number} {p.text}" if p.number else p.text for p in found.paragraphs] == BODY[1:]
    assert [p.opening for p in found.paragraphs] == ["Recalling", "Noting", "Requests", "Decides"]
    assert found.masthead.kind is DocumentKind.DRAFT
    assert found.remarks == ()


def test_a_text_without_numbers_has_operative_paragraphs_all_the_same() -> None:
    found = read_text("\n\n".join(line.lstrip("12. ") for line in BODY))
    assert [(p.kind, p.number) for p in found.paragraphs[2:]] == [(Kind.OPERATIVE, None)] * 2


def test_a_draft_names_its_sponsors_and_for_whom_they_speak() -> None:
    found = read_text(
        "A/C.2/85/L.3\n\nSecond Committee\n\nAgenda item 9\n\nLamps\n\nOz and Narnia:* draft resolution\n\n"
        "Lamp posts\n\n" + "\n\n".join(BODY) + "\n\n* On behalf of the States of the plain."
    )
    head = found.masthead
    assert (str(head.symbol), head.kind) == ("A/C.2/85/L.3", DocumentKind.DRAFT)
    assert (head.sponsors, head.sponsor_line) == (("Oz", "Narnia"), "Oz and Narnia: draft resolution")
    assert head.sponsor_notes == (NoteCall(14, "*"),)
    assert (head.agenda_title, found.title) == ("Lamps", "Lamp posts")
    assert [(n.label, n.text) for n in found.footnotes] == [("FN*", "On behalf of the States of the plain.")]


@pytest.mark.parametrize(
    ("source", "text", "notes"),
    [
        ("lamps,³,⁴ oil", "lamps, oil", (NoteCall(16, "3"), NoteCall(16, "4"))),
        ("12 m² of glass", "12 m² of glass", ()),
        ("a 2 * 3 * 4 grid", "a 2 * 3 * 4 grid", ()),
        (r"217 A \(III\)", "217 A (III)", ()),
    ],
)
def test_only_marks_are_taken_out(source: str, text: str, notes: tuple[NoteCall, ...]) -> None:
    found = read_text(f"The General Assembly,\n\nRecalling {source},\n\n1. Decides so.").paragraphs[0]
    assert (found.text, found.notes) == (f"Recalling {text},", notes)


def test_notes_in_brackets_are_notes_where_they_are_called() -> None:
    found = read_text(
        "The General Assembly,\n\nNoting lamps [1] and oil,\n\n1. Decides [3] so.\n\n[1] See A/85/1."
    )
    assert found.paragraphs[0].notes == (NoteCall(12, "1"),)
    assert [n.text for n in found.footnotes] == ["See A/85/1."]
    assert [r.text for r in found.remarks] == ["Note 3 is called here, but there is no such note."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The General Assembly,\n\nNoting,\n\n1. Notes;\n\n7. Decides.", "Number 7 follows number 1."),
        ("The General Assembly,\n\nNoting,\n\n1. Notes\n\n2. Decides.", "No punctuation"),
        ("The General Assembly,\n\nThe lamps go out,\n\n1. Decides.", "Its opening is not known."),
        (
            "Sundry\n\nThe General Assembly,\n\nNoting,\n\nThe General Assembly,\n\n1. Go.",
            "Enacting words stand",
        ),
        (
            "The General Assembly,\n\nNoting [this](http://x.example),\n\n1. Go.",
            "The address of a link is not kept",
        ),
        ("The General Assembly,\n\nNoting,\n\n2/18\n\n1. Go.", "Left out as printed on the pages: 2/18"),
        ("Oz\n\nLamps\n\nThe General Assembly,\n\nNoting,\n\n1. Go.", "Above the title stands also: Oz"),
    ],
)
def test_doubts_are_said(text: str, said: str) -> None:
    assert any(said in remark.text for remark in read_text(text).remarks), read_text(text).remarks


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_any_encoding_is_read(encoding: str) -> None:
    text = "The General Assembly,\r\n\r\nNoting the café – and “lamps”,\r\n\r\n1. *Decides* so.\r\n"
    found = read(text.encode(encoding), "text.txt")
    assert texts(found) == ["Noting the café – and “lamps”,", "Decides so."]
    assert bool(found.remarks) == (encoding == "cp1252")


def test_a_few_damaged_bytes_do_not_spoil_the_rest() -> None:
    data = "Noting “cafés” – and “lamps”,".encode() + b" caf\xe9,"
    found = read(data, "text.txt")
    assert texts(found) == ["Noting “cafés” – and “lamps”, café,"]
    assert found.remarks[0].text == "1 bytes are not valid UTF-8; look at the accents."


@pytest.mark.parametrize(
    "text", ["", "\n", "word", "1.", "(a)", "*", "[](", "Annex", "A\n\nB", "The General Assembly,"]
)
def test_scraps_are_read_too(text: str) -> None:
    read_text(text)
