"""Rows of the layout as a table of Word, whose head stands on every page that it goes on to.

A row that came or went has its mark in its own properties, as Word has it (ECMA-376 part 1, 17.13.5), and so have its
words and the marks that end the paragraphs in its cells. Measures are those of tables in reports and in drafts of the
Fifth Committee; lengths are twentieths of a point.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.export.blocks import Block, Mark, Note
from assistant.export.grid import Cell, Grid, Nature, grid
from assistant.export.styles import MARGIN
from assistant.export.word.marks import Marks
from assistant.export.word.text import paragraph, written
from assistant.export.word.xml import element, value

_THIN, _THICK = 4, 12
"""Of rules, in eighths of a point."""
_BELOW_HEAD = 115
"""Height of the empty row below the head, which stands on every page as the head does."""
_ABOVE_TOTAL = 81
_BEFORE_FIGURES = 144


def table(blocks: Sequence[Block], part: Part, notes: tuple[Note, ...], marks: Marks) -> BaseOxmlElement:
    """Rows that follow each other, at the indent of the text."""
    it = grid(blocks)
    edge: dict[str, str | int] = {"w:w": 0, "w:type": "dxa"}
    return element(
        "w:tbl",
        None,
        element(
            "w:tblPr",
            None,
            element("w:tblW", {"w:w": sum(it.widths), "w:type": "dxa"}),
            element("w:tblInd", {"w:w": MARGIN, "w:type": "dxa"}),
            element("w:tblLayout", {"w:type": "fixed"}),
            element("w:tblCellMar", None, *(element(f"w:{side}", edge) for side in ("left", "right"))),
        ),
        element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in it.widths)),
        *(line for at in range(len(it.rows)) for line in _lines(it, at, part, notes, marks)),
    )


def _lines(it: Grid, at: int, part: Part, notes: tuple[Note, ...], marks: Marks) -> Iterator[BaseOxmlElement]:
    """A row, and below a head that stands an empty one."""
    yield _row(it, at, part, notes, marks)
    row = it.rows[at]
    if (
        row.nature is Nature.HEAD
        and row.block.mark is None
        and _nature(it, at + 1) not in (None, Nature.HEAD)
    ):
        width = element("w:tcW", {"w:w": sum(it.widths), "w:type": "dxa"})
        whole = value("w:gridSpan", len(it.widths)) if len(it.widths) > 1 else None
        high = element("w:trHeight", {"w:val": _BELOW_HEAD, "w:hRule": "exact"})
        yield element(
            "w:tr",
            None,
            element("w:trPr", None, high, element("w:tblHeader")),
            element("w:tc", None, element("w:tcPr", None, width, whole), paragraph("TableText")),
        )


def _row(it: Grid, at: int, part: Part, notes: tuple[Note, ...], marks: Marks) -> BaseOxmlElement:
    row, rules = it.rows[at], list(_rules(it, at))
    properties = [
        element("w:cantSplit"),
        *((element("w:tblHeader"),) if row.nature is Nature.HEAD else ()),
        *_marked(row.block, marks),
    ]
    return element(
        "w:tr",
        None,
        element("w:trPr", None, *properties),
        *(
            element(
                "w:tc",
                None,
                element(
                    "w:tcPr",
                    None,
                    element("w:tcW", {"w:w": it.width(cell), "w:type": "dxa"}),
                    value("w:gridSpan", cell.columns) if cell.columns > 1 else None,
                    element("w:tcBorders", None, *(_rule(*rule) for rule in rules)) if rules else None,
                    value("w:vAlign", "bottom") if row.nature is Nature.HEAD else None,
                ),
                paragraph(
                    row.nature.style,
                    *written(cell.runs, part, notes, marks),
                    properties=_properties(it, at, cell, marks),
                ),
            )
            for cell in row.cells
        ),
    )


def _properties(it: Grid, at: int, cell: Cell, marks: Marks) -> Iterator[BaseOxmlElement]:
    """In the order of the schema: spacing, ind, jc, rPr."""
    row = it.rows[at]
    below, above = _nature(it, at + 1), _nature(it, at - 1)
    if row.nature is Nature.NOTE and above is not Nature.NOTE:
        yield element("w:spacing", {"w:before": _ABOVE_TOTAL})
    elif row.nature is Nature.ORDINARY and below is Nature.TOTAL:
        yield element("w:spacing", {"w:after": _ABOVE_TOTAL})
    if cell.columns == 1 and it.figures[cell.column]:
        yield element("w:ind", {"w:left": _BEFORE_FIGURES})
        yield value("w:jc", "right")
    if row.block.mark is not None:
        yield element("w:rPr", None, *_marked(row.block, marks))
    elif row.was is not row.nature:
        yield marks.made("w:pPrChange", element("w:pPr", None, value("w:pStyle", row.was.style)))


def _marked(block: Block, marks: Marks) -> Sequence[BaseOxmlElement]:
    """What is said of a row that came, went, or did both."""
    if block.mark is Mark.WITHDRAWN:
        return marks.withdrawn(block.by, block.gone_by)
    return () if block.mark is None else (marks.of(block.mark, block.by),)


def _nature(it: Grid, at: int) -> Nature | None:
    return it.rows[at].nature if 0 <= at < len(it.rows) else None


def _rules(it: Grid, at: int) -> Iterator[tuple[str, int]]:
    """The rules above and below a row: of the head, of totals, of the whole."""
    nature, below, above = it.rows[at].nature, _nature(it, at + 1), _nature(it, at - 1)
    if nature is Nature.NOTE:
        return
    if above is None or nature is Nature.TOTAL:
        yield "top", _THIN
    if below in (None, Nature.NOTE) or (nature is Nature.HEAD and below is not Nature.HEAD):
        yield "bottom", _THICK
    elif nature is Nature.TOTAL:
        yield "bottom", _THIN


def _rule(side: str, size: int) -> BaseOxmlElement:
    return element(f"w:{side}", {"w:val": "single", "w:sz": size, "w:space": 0, "w:color": "auto"})
