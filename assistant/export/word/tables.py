"""Tables and marked words of the papers beside a draft: the table of sources, a history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips

from assistant.chronicle import Run, spaced
from assistant.export.word.marks import Marks
from assistant.export.word.notes import add_notes
from assistant.export.word.numbering import numbering_xml
from assistant.export.word.package import empty, saved
from assistant.export.word.text import field, paragraph, plain
from assistant.export.word.xml import element, value

SMALL = value("w:sz", 18)
_EDGE = 1200
WIDE = 13_400
"""Between the edges of a Letter page on its side, in twentieths of a point."""


def paper(name: str, blocks: Iterable[BaseOxmlElement]) -> bytes:
    """A document on Letter paper on its side, its pages counted; the same blocks always give the same bytes."""
    document = empty(numbering_xml(()), title=name, created=None)
    _on_its_side(document)
    page = document.element.body[-1]
    for block in blocks:
        page.addprevious(block)
    add_notes(document.part, (), Marks())  # the settings name the separators of notes
    return saved(document)


def _on_its_side(document: Document) -> None:
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


def table(
    widths: Sequence[int], head: Sequence[str], rows: Iterable[Sequence[Sequence[BaseOxmlElement]]]
) -> BaseOxmlElement:
    """A table whose head stands on every page; a row has the runs of each of its cells."""
    names = [[plain(name, element("w:b"), SMALL)] for name in head]
    return element(
        "w:tbl",
        None,
        element(
            "w:tblPr",
            None,
            element("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
            _borders(),
            element("w:tblLayout", {"w:type": "fixed"}),
            element(
                "w:tblCellMar",
                None,
                *(element(f"w:{side}", {"w:w": 70, "w:type": "dxa"}) for side in ("left", "right")),
            ),
        ),
        element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in widths)),
        _line(widths, names, head=True),
        *(_line(widths, cells) for cells in rows),
    )


def marked(runs: Iterable[Run], *, small: bool = True) -> Iterator[BaseOxmlElement]:
    """Words that stand, that are new and that are gone."""
    for run in spaced(runs):
        yield plain(run.text, *looks(run.kind, small=small))


def looks(kind: str, *, small: bool = False) -> Iterator[BaseOxmlElement]:
    """Marked so that neither needs its colour; properties in the order of the schema."""
    if kind == "delete":
        yield element("w:strike")
    if kind != "equal":
        yield value("w:color", "1B5E20" if kind == "insert" else "8E1B16")
    if small:
        yield SMALL
    if kind == "insert":
        yield value("w:u", "single")


def _line(
    widths: Sequence[int], cells: Sequence[Sequence[BaseOxmlElement]], *, head: bool = False
) -> BaseOxmlElement:
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
            for width, content in zip(widths, cells, strict=True)
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
