"""The ledger as a Word document: one table whose head stands on every page, in the styles of the drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.enum.section import WD_ORIENT
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips

from assistant.chronicle import Run, spaced
from assistant.export.ledger import COLUMNS
from assistant.export.word.marks import Marks
from assistant.export.word.notes import add_notes
from assistant.export.word.numbering import numbering_xml
from assistant.export.word.package import empty, saved
from assistant.export.word.text import field, paragraph, plain
from assistant.export.word.xml import element, value
from assistant.ledger import Ledger, Row

_WIDTHS = (1100, 2000, 1500, 1250, 1250, 6300)
"""Columns in twentieths of a point; together the width between the edges of a Letter page on its side."""
_EDGE = 1200
_SMALL = value("w:sz", 18)


def ledger_word(table: Ledger) -> bytes:
    """The file; the same ledger always gives the same bytes."""
    name = f"Sources of {table.symbol or 'the draft'}: {table.title}"
    document = empty(numbering_xml(()), title=name, created=None)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Twips(_EDGE)
    section.top_margin = section.bottom_margin = Twips(1000)
    section.different_first_page_header_footer = False
    for footer in (section.footer, section.even_page_footer):
        footer.is_linked_to_previous = False
        root = footer._element  # noqa: SLF001 - python-docx has no other way to the element of a footer
        for child in list(root):
            root.remove(child)
        root.append(paragraph("Footer", *field("PAGE", "1"), properties=(value("w:jc", "right"),)))
    page = document.element.body[-1]
    for block in _blocks(table, name):
        page.addprevious(block)
    add_notes(document.part, (), Marks())  # the settings name the separators of notes
    return saved(document)


def _blocks(table: Ledger, name: str) -> Iterator[BaseOxmlElement]:
    yield paragraph("H1", plain(name))
    if table.about:
        yield paragraph("Normal", plain(table.about))
    yield paragraph(
        "Normal",
        plain(f"{table.summary}. Words that are new are "),
        plain("underlined", *_looks("insert")),
        plain(", those that are gone "),
        plain("struck out", *_looks("delete")),
        plain("."),
        properties=(element("w:spacing", {"w:after": 160}),),
    )
    yield element(
        "w:tbl",
        None,
        element(
            "w:tblPr",
            None,
            element("w:tblW", {"w:w": sum(_WIDTHS), "w:type": "dxa"}),
            _borders(),
            element("w:tblLayout", {"w:type": "fixed"}),
            element(
                "w:tblCellMar",
                None,
                *(element(f"w:{side}", {"w:w": 70, "w:type": "dxa"}) for side in ("left", "right")),
            ),
        ),
        element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in _WIDTHS)),
        _line([[plain(name, element("w:b"), _SMALL)] for name in COLUMNS], head=True),
        *(_line(list(_cells(row))) for row in table.rows),
    )
    yield paragraph("Normal")


def _cells(row: Row) -> Iterator[list[BaseOxmlElement]]:
    yield [plain(row.label, element("w:b"), _SMALL)]
    for words in (row.source or "–", row.day or "–", row.vote or "–", row.difference):
        yield [plain(words, _SMALL)]
    yield list(_runs(row.runs))


def _runs(runs: Iterable[Run]) -> Iterator[BaseOxmlElement]:
    for run in spaced(runs):
        yield plain(run.text, *_looks(run.kind, small=True))


def _looks(kind: str, *, small: bool = False) -> Iterator[BaseOxmlElement]:
    """Marked so that neither needs its colour; properties in the order of the schema."""
    if kind == "delete":
        yield element("w:strike")
    if kind != "equal":
        yield value("w:color", "1B5E20" if kind == "insert" else "8E1B16")
    if small:
        yield _SMALL
    if kind == "insert":
        yield value("w:u", "single")


def _line(cells: list[list[BaseOxmlElement]], *, head: bool = False) -> BaseOxmlElement:
    properties = element("w:trPr", None, element("w:cantSplit"), element("w:tblHeader") if head else None)
    return element(
        "w:tr",
        None,
        properties,
        *(
            element(
                "w:tc",
                None,
                element(
                    "w:tcPr",
                    None,
                    element("w:tcW", {"w:w": width, "w:type": "dxa"}),
                    _shade() if head else None,
                ),
                paragraph("Normal", *content, properties=(_tight(),)),
            )
            for width, content in zip(_WIDTHS, cells, strict=True)
        ),
    )


def _shade() -> BaseOxmlElement:
    return element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": "E8EDF2"})


def _tight() -> BaseOxmlElement:
    return element("w:spacing", {"w:before": 30, "w:after": 30})


def _borders() -> BaseOxmlElement:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line: dict[str, str | int] = {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "9AA5B1"}
    return element("w:tblBorders", None, *(element(f"w:{side}", line) for side in sides))
