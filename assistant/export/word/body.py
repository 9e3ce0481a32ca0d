"""Blocks of the layout as paragraphs of Word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.export.blocks import Block, Layout, Mark, Role, lead_of
from assistant.export.breaking import Letters
from assistant.export.measured import aligned, measured, space_before, style_of
from assistant.export.paging import hanging
from assistant.export.styles import MARGIN, TAB, former_style_id, indent, style_id
from assistant.export.word.marks import Marks
from assistant.export.word.numbering import numbered
from assistant.export.word.rows import table
from assistant.export.word.text import paragraph, plain, written
from assistant.export.word.xml import differing, element, value

_PADDING = 6
"""Points, as much as the space after a paragraph."""


def body(layout: Layout, part: Part, marks: Marks) -> Iterator[BaseOxmlElement]:
    """Every block in order."""
    above, block = None, None
    # A redline says nothing to programs other than Word.
    told = {} if layout.marked else dict(_told(layout))
    for is_row, group in groupby(enumerate(layout.blocks), key=lambda one: one[1].role is Role.TABLE):
        if is_row:
            blocks = [block for _, block in group]
            yield table(blocks, part, layout.notes, marks)
            above, block = Role.TABLE, blocks[-1]
            continue
        for place, block in group:
            yield from _paragraph(block, above, layout, part, marks, told.get(place, _NOTHING))
            if block.mark not in (Mark.DELETED, Mark.WITHDRAWN):
                above = block.role
    if block is not None and (block.mark is not None or block.role is Role.TABLE):
        yield paragraph(
            "Normal"
        )  # the last paragraph stands in no table, and the mark that ends it is not tracked


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """What programs other than Word are told of a paragraph."""

    letters: Letters | None = None
    padded: bool = False
    """Below, so that the space after it hangs over no notes."""


_NOTHING = _Elsewhere()


def _told(layout: Layout) -> Iterator[tuple[int, _Elsewhere]]:
    """For each paragraph by its place. Between two of the same edges a padding is none, so only such have it."""
    blocks = layout.blocks
    measures = {place: measured(block) for place, block in enumerate(blocks) if block.role is not Role.TABLE}
    wanting = hanging(layout, measures)
    for place, it in measures.items():
        below = measures.get(place + 1)
        alike = below is not None and blocks[place + 1].role is not Role.RULE and below.left == it.left
        yield place, _Elsewhere(it.elsewhere, place in wanting and alike)


def _paragraph(
    block: Block, above: Role | None, layout: Layout, part: Part, marks: Marks, told: _Elsewhere
) -> Iterator[BaseOxmlElement]:
    """A block below one of the role `above`."""
    lead = lead_of(block)
    words = written(block.runs, part, layout.notes, marks, elsewhere=told.letters)
    runs = [*((plain(lead),) if lead else ()), *words]
    made = paragraph(
        style_id(block.role, block.level),
        *runs,
        properties=_all_properties(block, above, marks, padded=told.padded),
    )
    if block.move and block.mark is not None:
        yield from marks.moved(block.mark, block.move, made, block.by)
    else:
        yield made


def _all_properties(
    block: Block, above: Role | None, marks: Marks, *, padded: bool
) -> Iterator[BaseOxmlElement]:
    """Those of the paragraph, then what a redline says of it."""
    yield from _properties(block, above, padded=padded)
    if block.mark is not None:
        both = block.mark is Mark.WITHDRAWN
        signs = marks.withdrawn(block.by, block.gone_by) if both else (marks.of(block.mark, block.by),)
        yield element("w:rPr", None, *signs)
    if block.was is not None:
        counted = block.was.item.level if block.was.item else 0
        style = former_style_id(block.was.role, block.was.level, counted)
        former = element("w:pPr", None, value("w:pStyle", style), *_properties(block.was, above))
        yield marks.made("w:pPrChange", former)


def _properties(block: Block, above: Role | None, *, padded: bool = False) -> Iterator[BaseOxmlElement]:
    """In the order of the schema: numPr, pBdr, spacing, ind or jc."""
    if block.item is not None:
        yield numbered(block.item)
    if block.role is Role.RULE:
        yield element("w:pBdr", None, _edge("w:top", "single", size=2))
    elif padded:
        yield differing(None, element("w:pBdr", None, _edge("w:bottom", "none", space=_PADDING)))
    before = space_before(block, above)
    if before != (style_of(block.role, block.level).before or 0):
        yield element("w:spacing", {"w:before": before})
    alignment = aligned(block)
    if alignment:
        yield value("w:jc", alignment)
    if block.item is not None:
        return  # whose list says where it stands
    if block.role is Role.TITLE and block.number:
        yield element("w:ind", {"w:left": MARGIN, "w:hanging": MARGIN})
    elif block.role is Role.HEADING and block.number:
        yield element("w:ind", {"w:left": MARGIN + TAB, "w:hanging": TAB})
    elif block.role is Role.ITEM:
        left, first = indent(block.level, block.role)
        yield element("w:ind", {"w:left": left, "w:firstLine": first})


def _edge(side: str, kind: str, *, size: int = 0, space: int = 0) -> BaseOxmlElement:
    return element(side, {"w:val": kind, "w:sz": size, "w:space": space, "w:color": "auto"})
