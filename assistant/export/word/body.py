"""Blocks of the layout as paragraphs of Word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.export.blocks import Block, Layout, Mark, Role, lead_of
from assistant.export.measured import measured, style_of
from assistant.export.styles import BELOW_TABLE, MARGIN, TAB, former_style_id, indent, style_id
from assistant.export.word.marks import Marks
from assistant.export.word.numbering import numbered
from assistant.export.word.rows import table
from assistant.export.word.text import paragraph, plain, written
from assistant.export.word.xml import element, value

_HEADS = (Role.HEADING, Role.SECTION)


def body(layout: Layout, part: Part, marks: Marks) -> Iterator[BaseOxmlElement]:
    """Every block in order."""
    above, block = None, None
    for is_row, group in groupby(layout.blocks, key=lambda block: block.role is Role.TABLE):
        blocks = list(group)
        if is_row:
            yield table(blocks, part, layout.notes, marks)
            above, block = Role.TABLE, blocks[-1]
            continue
        for block in blocks:
            yield from _paragraph(block, above, layout, part, marks)
            if block.mark not in (Mark.DELETED, Mark.WITHDRAWN):
                above = block.role
    if block is not None and (block.mark is not None or block.role is Role.TABLE):
        yield paragraph(
            "Normal"
        )  # the last paragraph stands in no table, and the mark that ends it is not tracked


def _paragraph(
    block: Block, above: Role | None, layout: Layout, part: Part, marks: Marks
) -> Iterator[BaseOxmlElement]:
    """A block below one of the role `above`."""
    lead = lead_of(block)
    letters = None if layout.marked else measured(block).elsewhere
    words = written(block.runs, part, layout.notes, marks, elsewhere=letters)
    runs = [*((plain(lead),) if lead else ()), *words]
    made = paragraph(
        style_id(block.role, block.level), *runs, properties=_all_properties(block, above, marks)
    )
    if block.move and block.mark is not None:
        yield from marks.moved(block.mark, block.move, made, block.by)
    else:
        yield made


def _all_properties(block: Block, above: Role | None, marks: Marks) -> Iterator[BaseOxmlElement]:
    """Those of the paragraph, then what a redline says of it."""
    yield from _properties(block, above)
    if block.mark is not None:
        both = block.mark is Mark.WITHDRAWN
        signs = marks.withdrawn(block.by, block.gone_by) if both else (marks.of(block.mark, block.by),)
        yield element("w:rPr", None, *signs)
    if block.was is not None:
        counted = block.was.item.level if block.was.item else 0
        style = former_style_id(block.was.role, block.was.level, counted)
        former = element("w:pPr", None, value("w:pStyle", style), *_properties(block.was, above))
        yield marks.made("w:pPrChange", former)


def _properties(block: Block, above: Role | None) -> Iterator[BaseOxmlElement]:
    """In the order of the schema: numPr, pBdr, spacing, ind."""
    if block.item is not None:
        yield numbered(block.item)
    if block.role is Role.RULE:
        edge: dict[str, str | int] = {"w:val": "single", "w:sz": 2, "w:space": 0, "w:color": "auto"}
        yield element("w:pBdr", None, element("w:top", edge))
    if block.role in _HEADS and above in _HEADS:
        yield element("w:spacing", {"w:before": 0})
    elif above is Role.TABLE and not style_of(block.role, block.level).before:
        yield element("w:spacing", {"w:before": BELOW_TABLE})
    if block.item is not None:
        return  # whose list says where it stands
    if block.role is Role.TITLE and block.number:
        yield element("w:ind", {"w:left": MARGIN, "w:hanging": MARGIN})
    elif block.role is Role.HEADING and block.number:
        yield element("w:ind", {"w:left": MARGIN + TAB, "w:hanging": TAB})
    elif block.role is Role.ITEM:
        left, first = indent(block.level, annex=False)
        yield element("w:ind", {"w:left": left, "w:firstLine": first})
