"""Blocks of the layout as paragraphs of Word."""

from __future__ import annotations

from collections.abc import Iterator

from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.export.blocks import Block, Layout, Mark, Role, lead_of
from assistant.export.word.marks import Marks
from assistant.export.word.numbering import indent, numbered
from assistant.export.word.styles import MARGIN, OF_ROLE
from assistant.export.word.text import paragraph, plain, written
from assistant.export.word.xml import element, value

_HEADS = (Role.HEADING, Role.SECTION)


def body(layout: Layout, part: Part, marks: Marks) -> Iterator[BaseOxmlElement]:
    """Every block in order."""
    above, block = None, None
    for block in layout.blocks:
        lead = lead_of(block)
        runs = [*((plain(lead),) if lead else ()), *written(block.runs, part, layout.notes, marks)]
        made = paragraph(_style(block), *runs, properties=_all_properties(block, above, marks))
        if block.move and block.mark is not None:
            yield from marks.moved(block.mark, block.move, made, block.by)
        else:
            yield made
        if block.mark not in (Mark.DELETED, Mark.WITHDRAWN):
            above = block.role
    if (
        block is not None and block.mark is not None
    ):  # the mark that ends the last paragraph cannot be tracked
        yield paragraph("Normal")


def _all_properties(block: Block, above: Role | None, marks: Marks) -> Iterator[BaseOxmlElement]:
    """Those of the paragraph, then what a redline says of it."""
    yield from _properties(block, above)
    if block.mark is not None:
        both = block.mark is Mark.WITHDRAWN
        signs = marks.withdrawn(block.by, block.gone_by) if both else (marks.of(block.mark, block.by),)
        yield element("w:rPr", None, *signs)
    if block.was is not None:
        former = element("w:pPr", None, value("w:pStyle", _style(block.was)), *_properties(block.was, above))
        yield marks.made("w:pPrChange", former)


def _style(block: Block) -> str:
    """Headings of the higher level and names of parts differ from the others of their role."""
    if block.level == 0 and block.role in (Role.HEADING, Role.SECTION):
        return "HeadingOne" if block.role is Role.HEADING else "HeadingTwo"
    return OF_ROLE[block.role]


def _properties(block: Block, above: Role | None) -> Iterator[BaseOxmlElement]:
    """In the order of the schema: numPr, pBdr, spacing, ind."""
    if block.role in _HEADS and above in _HEADS:
        yield element("w:spacing", {"w:before": 0})
    if block.item is not None:
        yield numbered(block.item)
    elif block.role is Role.RULE:
        edge: dict[str, str | int] = {"w:val": "single", "w:sz": 2, "w:space": 0, "w:color": "auto"}
        yield element("w:pBdr", None, element("w:top", edge))
    elif block.role is Role.TITLE and block.number:
        yield element("w:ind", {"w:left": MARGIN, "w:hanging": MARGIN})
    elif block.role is Role.ITEM:
        left, first = indent(block.level, annex=False)
        yield element("w:ind", {"w:left": left, "w:firstLine": first})
