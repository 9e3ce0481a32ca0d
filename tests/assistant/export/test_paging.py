"""Where pages end: as in Word, which keeps the space after a paragraph free above the notes."""

import io
import re
from dataclasses import replace

import pytest

from assistant.export.blocks import Block, Call, Head, Layout, Note, Role, Run
from assistant.export.layout import lay_out
from assistant.export.measured import measured
from assistant.export.paging import hanging, pages
from assistant.export.pdf import printed
from assistant.export.redline import redline
from assistant.export.styles import TAB
from assistant.export.word import word_file
from assistant.export.word.house import dressed, house_of
from precedent import office
from precedent.numbering import numbered
from precedent.reading import read_bytes
from precedent.resolution import DocumentKind, Kind, Masthead, Resolution
from precedent.session import Organ
from tests.assistant.export.made_up import DRAFT, MASTHEAD, W, part, parts, said
from tests.assistant.export.test_house import house
from tests.ooxml import faults

needs_libreoffice = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed here")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def lines(count: int, *, noted: bool) -> Layout:
    """That many paragraphs of one line, the first with a note."""
    blocks = [
        Block(role=Role.PREAMBULAR, runs=(Run(text=f"Noting lamp {number},"),), label=f"PP{number}")
        for number in range(1, count + 1)
    ]
    if noted:
        blocks[0] = replace(blocks[0], runs=(*blocks[0].runs, Run(call=Call(note=0, mark="1"))))
    notes = (Note(mark="1", counted=True, runs=(Run(text="A/81/15."),)),) if noted else ()
    head = Head(symbol="A/81/L.1", organ="General Assembly", distribution=("Distr.: Limited",))
    return Layout(head=head, blocks=tuple(blocks), notes=notes)


def hung(layout: Layout) -> frozenset[int]:
    return hanging(layout, dict(enumerate(map(measured, layout.blocks))))


def begun(layout: Layout) -> list[str]:
    """The first line of each page after the first."""
    return [page.lines[0].text for page in pages(layout)[1:]]


def test_above_notes_the_space_after_a_paragraph_has_to_fit() -> None:
    with_notes = lines(30, noted=True)
    assert begun(with_notes) == ["Noting lamp 27,"]
    assert hung(with_notes) == {26}
    # As many lines would fit without the space: what goes on is not held back by it.
    longer = replace(
        with_notes.blocks[26], runs=(Run(text="Noting that lamps of all kinds are to be kept lit " * 9),)
    )
    going_on = replace(with_notes, blocks=(*with_notes.blocks[:26], longer))
    assert hung(going_on) == frozenset()


def test_without_notes_it_hangs_over_the_edge() -> None:
    assert begun(lines(30, noted=False)) == ["Noting lamp 29,"]
    assert hung(lines(30, noted=False)) == frozenset()


def paddings(data: bytes) -> list[str]:
    """Paragraphs that other programs pad below."""
    document = part(data, "word/document.xml")
    return [
        "".join(paragraph.itertext(f"{W}t"))
        for paragraph in document.iter(f"{W}p")
        if paragraph.find(f"{W}pPr//{FALLBACK}/{W}pBdr") is not None
    ]


def test_other_programs_are_told_so_and_word_is_not() -> None:
    layout = lines(30, noted=True)
    data = word_file(layout)
    assert faults(data) == []
    assert paddings(data) == ["Noting lamp 27,"]
    document = part(data, "word/document.xml")
    assert len(list(document.iter(f"{W}pBdr"))) == len(document.findall(f".//{FALLBACK}/{W}pBdr")) == 1
    assert [p.text for p in read_bytes(data, "lamps.docx").paragraphs][26:28] == [
        *("Noting lamp 27,", "Noting lamp 28,")
    ]
    # A redline's pages hold two texts; a house has measures of its own.
    assert not paddings(word_file(redline(lines(29, noted=True), layout)))
    assert not paddings(dressed(data, house_of(house(), "house.docx")))


@needs_libreoffice
@pytest.mark.parametrize("noted", [True, False])
def test_libreoffice_ends_its_pages_there(noted: bool) -> None:
    layout = lines(90, noted=noted)
    with pytest.importorskip("pdfplumber").open(io.BytesIO(printed(word_file(layout)))) as document:
        found = [re.findall(r"Noting lamp \d+,", page.extract_text()) for page in document.pages]
    assert [page[0] for page in found[1:]] == begun(layout)


def before(layout: Layout, role: Role) -> list[str]:
    """Space before each paragraph of a role, where it says so itself."""
    document = part(word_file(layout), "word/document.xml")
    paragraphs = document.findall(f"{W}body/{W}p")
    return [
        spacing.get(f"{W}before", "")
        for paragraph, block in zip(paragraphs, layout.blocks, strict=True)
        if block.role is role
        for spacing in paragraph.findall(f"{W}pPr/{W}spacing")
    ]


def test_without_a_title_its_room_stands_above_the_enacting_words() -> None:
    council = Resolution(
        masthead=Masthead(kind=DocumentKind.DRAFT, organ=Organ.SECURITY_COUNCIL),
        enacting="The Security Council,",
        paragraphs=numbered([said(Kind.PREAMBULAR, "Recalling its resolution 2719 (2023),", "Recalling")]),
    )
    assert before(lay_out(council), Role.ENACTING) == ["240"]
    blank, enacting = pages(lay_out(council))[0].lines[1:3]
    assert (blank.text, blank.height, enacting.text) == ("", 240, "The Security Council,")
    assert before(lay_out(replace(council, title="Lamps of peace operations")), Role.ENACTING) == []
    assert before(lay_out(replace(DRAFT, paragraphs=DRAFT.paragraphs[:2])), Role.ENACTING) == []


def test_numbers_of_instructions_stand_at_the_margin_and_their_words_beside_them() -> None:
    text = "In operative paragraph 4, after “lamps”, insert “and bells, whether or not they are rung”. " * 2
    amendment = Resolution(
        masthead=replace(
            MASTHEAD,
            kind=DocumentKind.AMENDMENT,
            sponsor_line="Ruritania:* amendment to draft resolution A/81/L.15",
        ),
        title="Lighthouses",
        paragraphs=(
            said(Kind.AMENDMENT, text.strip(), number="1."),
            said(Kind.AMENDMENT, "Delete operative paragraph 9.", number="2."),
        ),
    )
    layout = lay_out(amendment)
    drawn = pages(layout)[0].lines
    first, second = (at for at, line in enumerate(drawn) if line.text.startswith(("1.", "2.")))
    turned = drawn[first + 1]
    assert drawn[first].left == drawn[second].left == turned.left - TAB
    (indent,) = part(word_file(layout), "word/numbering.xml").iterfind(
        f"{W}abstractNum/{W}lvl[@{W}ilvl='0']/{W}pPr/{W}ind"
    )
    assert (indent.get(f"{W}left"), indent.get(f"{W}hanging")) == (str(turned.left), str(TAB))
    assert '<w:jc w:val="left"/>' in parts(word_file(layout))["word/document.xml"].decode()
    alone = lay_out(replace(amendment, paragraphs=(said(Kind.AMENDMENT, text.strip()),)))
    assert measured(alone.blocks[-2]).first == TAB
    back = read_bytes(word_file(layout), "back.docx")
    assert [(p.kind, p.number) for p in back.paragraphs] == [(Kind.AMENDMENT, "1."), (Kind.AMENDMENT, "2.")]
