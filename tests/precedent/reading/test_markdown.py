"""The draft file: its form as it is written, and how leniently a hand-written one is read."""

import pytest

from precedent.numbering import numbered
from precedent.reading.markdown import parse, read, write
from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Remark,
    Resolution,
    Span,
)
from precedent.session import Organ


def preambular(text: str, *, opening: str = "", notes: tuple[NoteCall, ...] = ()) -> Paragraph:
    return Paragraph(kind=Kind.PREAMBULAR, text=text, italics=run(opening), notes=notes)


def operative(text: str, *, opening: str = "", level: int = 0, closing: bool = False) -> Paragraph:
    return Paragraph(kind=Kind.OPERATIVE, text=text, italics=run(opening), level=level, closing=closing)


def run(opening: str) -> tuple[Span, ...]:
    return (Span(0, len(opening)),) if opening else ()


DRAFT = Resolution(
    masthead=Masthead(
        kind=DocumentKind.DRAFT,
        organ=Organ.GENERAL_ASSEMBLY,
        agenda_item="15",
        sponsor_line="Narnia: draft resolution",
        sponsor_notes=(NoteCall(7, "*"),),
    ),
    title="Lamp posts: light for all",
    enacting="The General Assembly,",
    paragraphs=numbered(
        [
            preambular("Recalling its lamp_post [sic],", opening="Recalling", notes=(NoteCall(23, "1"),)),
            Paragraph(kind=Kind.HEADING, text="Light"),
            operative("Requests the following:", opening="Requests"),
            operative("More oil;", level=1),
            operative("Of fish;", level=2),
            operative("and no less;", closing=True),
            operative("Decides (a) to go.", opening="Decides"),
            Paragraph(kind=Kind.TABLE, text="Posts 7"),
            Paragraph(kind=Kind.ANNEX, text="Scope", number="1.", section="Annex"),
        ]
    ),
    footnotes=(Footnote(marker="1", text="See Oz Times.", italics=(Span(4, 12),)),),
)
FILE = """\
---
kind: draft resolution
organ: General Assembly
agenda_item: '15'
sponsor_line: Narnia:[^*] draft resolution
title: 'Lamp posts: light for all'
enacting: The General Assembly,
base: A/RES/79/1
---

<!-- penholder: {"id": "p1", "why": "a -%2D> b"} -->
*Recalling* its lamp\\_post[^1] \\[sic],

## Light

1. *Requests* the following:

    <!-- penholder: 100 %25 -->
    (a) More oil;

      (i) Of fish;

    and no less;

2. *Decides* (a) to go.

<!-- kind: table -->
Posts 7

# Annex

1. Scope

[^1]: See *Oz Times*.
"""


def test_the_form_of_the_file() -> None:
    comments = ['{"id": "p1", "why": "a --> b"}', None, None, "100 %"]
    assert write(DRAFT, extra_front={"base": "A/RES/79/1"}, comments=comments) == FILE
    found = parse(FILE)
    assert found.resolution == DRAFT
    assert found.comments == (*comments, None, None, None, None, None)
    assert found.extra == {"base": "A/RES/79/1"}


def test_words_like_marks_are_words() -> None:
    text = "1. # (a) - *x* _y_ <b>z</b> &amp; `c` [^1] [a](b) \\ <!-- --> 2. …"
    draft = Resolution(paragraphs=numbered([preambular(text), operative(text), operative(text, level=1)]))
    assert [p.text for p in read(write(draft).encode()).paragraphs] == [text] * 3


@pytest.mark.parametrize(
    ("start", "end", "marked"),
    [
        (0, 9, "*Recalling*, (“all”)."),
        (2, 4, "Re*ca*lling, (“all”)."),
        (9, 11, "Recalling<i>, </i>(“all”)."),
        (11, 18, "Recalling, *(“all”)*."),
        (12, 17, "Recalling, (*“all”*)."),
    ],
)
def test_italics_run_anywhere(start: int, end: int, marked: str) -> None:
    paragraph = Paragraph(kind=Kind.PREAMBULAR, text="Recalling, (“all”).", italics=(Span(start, end),))
    written = write(Resolution(paragraphs=numbered([paragraph])))
    assert written.splitlines()[-1] == marked
    assert parse(written).blocks[0].paragraph.italics == paragraph.italics


def test_a_single_operative_paragraph_is_written_with_a_number_and_read_without() -> None:
    draft = Resolution(paragraphs=numbered([preambular("Noting this,"), operative("Decides so.")]))
    assert "\n1. Decides so.\n" in write(draft)
    assert parse(write(draft)).blocks[1].paragraph.number is None


def test_a_hand_written_file_needs_no_front_matter() -> None:
    found = read(b"# A title\n\n*The General Assembly*,\n\n*Noting* this,\n\n1. *Decides* so.\n", "draft.md")
    assert (found.title, found.enacting) == ("A title", "The General Assembly,")
    assert found.masthead.kind is DocumentKind.DRAFT
    assert [(p.label, p.opening) for p in found.paragraphs] == [("PP1", "Noting"), ("OP1", "Decides")]
    assert found.remarks == ()


def test_lists_need_neither_blank_lines_nor_right_indents() -> None:
    lines = (
        "1. Requests:",
        "(a) oil;",
        "(b) fish:",
        "  (i) cod;",
        "  (ii) hake;",
        "(c) bread;",
        "2. Decides",
        "so.",
    )
    found = parse("\n".join(lines))
    assert [(b.paragraph.label, b.paragraph.text) for b in found.blocks] == [
        ("OP1", "Requests:"),
        ("OP1 (a)", "oil;"),
        ("OP1 (b)", "fish:"),
        ("OP1 (b) (i)", "cod;"),
        ("OP1 (b) (ii)", "hake;"),
        ("OP1 (c)", "bread;"),
        ("OP2", "Decides so."),
    ]
    assert found.remarks == ()


def test_a_wrong_number_is_counted_anew_and_said() -> None:
    found = parse("1. Notes;\n\n4. Decides;\n\nRequests more.\n")
    assert [b.paragraph.label for b in found.blocks] == ["OP1", "OP2", "OP3"]
    assert found.remarks == (
        Remark("OP3", "No number stands before this paragraph; it was read as operative."),
        Remark("OP2", "Printed as 4., counted as 2."),
    )


def test_notes_that_are_missing_or_called_nowhere_are_said() -> None:
    found = parse("Noting this,[^1]\n\n[^2]: A note\nin two lines\n\n    and a second part.\n")
    assert found.footnotes == (Footnote(marker="2", text="A note in two lines and a second part."),)
    assert found.remarks == (
        Remark("PP1", "Note 1 is called here, but there is no such note."),
        Remark("FN2", "Note 2 is called nowhere."),
    )


def test_what_the_anatomy_cannot_hold_is_said() -> None:
    found = parse("<!-- to myself -->\n**Noting** [this](http://x.example),\n")
    assert found.blocks[0].paragraph.text == "Noting this,"
    assert [r.text for r in found.remarks] == [
        "A comment is not kept: to myself",
        "Bold type is not kept.",
        "The address of a link is not kept: http://x.example.",
    ]


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("title: Lamps: all\n", "The front matter is not valid YAML; it was read line by line."),
        ("title: a\ntitle: b\n", "A line of the front matter was not understood: title: b"),
        ("a: &x [1]\nb: *x\n", "The front matter is not valid YAML; it was read line by line."),
        ("symbol: Narnia/1\n", "The front matter's symbol was not understood: Narnia/1"),
        ("date: 30 February 2025\n", "The front matter's date was not understood: 30 February 2025"),
        ("kind: poem\n", "The front matter's kind was not understood: poem"),
        ("sponsors: {a: b}\n", "The front matter's sponsors was not understood: {'a': 'b'}"),
    ],
)
def test_front_matter_that_a_hand_broke_is_read_all_the_same(front: str, said: str) -> None:
    found = parse(f"---\n{front}---\n\nNoting this,\n")
    assert said in [r.text for r in found.remarks]
    assert [b.paragraph.text for b in found.blocks] == ["Noting this,"]


def test_front_matter_holds_strings_only() -> None:
    found = parse(
        "---\ncommittee: no\nsession: 1:20\nagenda_item: 2025\ndate: 3 October 2025\n---\n"
    ).masthead
    assert (found.committee, found.session, found.agenda_item) == ("no", "1:20", "2025")
    assert str(found.date) == "2025-10-03"


def test_a_paragraph_that_is_still_empty_comes_back() -> None:
    draft = Resolution(paragraphs=numbered([preambular(""), operative(""), preambular("Noting,")]))
    assert parse(write(draft)).resolution.paragraphs == draft.paragraphs


def test_numbers_that_do_not_follow_from_the_order_are_kept() -> None:
    texts: tuple[Paragraph, ...] = (Paragraph(kind=Kind.OPERATIVE, text="A;", number="1.", label="OP1"),)
    texts += (Paragraph(kind=Kind.OPERATIVE, text="B.", number="5.", label="OP5"),)
    assert parse(write(Resolution(paragraphs=texts))).resolution.paragraphs == texts


def test_a_report_begins_with_what_the_committee_says_and_no_heading_says_so() -> None:
    own = Paragraph(kind=Kind.REPORT, text="The Committee met.", number="1.", section="R", label="R1")
    head = Paragraph(kind=Kind.HEADING, text="Action", section="R", label="RH1")
    draft = Paragraph(kind=Kind.OPERATIVE, text="Decides.", label="OP1")
    for paragraphs in ((own, head, draft), (draft, own)):
        text = Resolution(masthead=Masthead(kind=DocumentKind.REPORT), paragraphs=paragraphs)
        written = write(text)
        assert [p.section for p in parse(written).resolution.paragraphs] == [p.section for p in paragraphs]
        assert ("# R" in written) == (paragraphs[0] is draft)


def test_the_notes_of_a_report_and_of_its_draft_stay_apart() -> None:
    notes = (Footnote(marker="1", text="One.", section="R"), Footnote(marker="1", text="Two."))
    assert parse(write(Resolution(footnotes=notes))).footnotes == notes
