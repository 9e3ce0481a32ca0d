"""Blocks of the layout as paragraphs of Word."""

from __future__ import annotations

from collections.abc import Iterator

from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.export.blocks import Block, Layout, Role
from assistant.export.word.numbering import indent, numbered
from assistant.export.word.styles import MARGIN, OF_ROLE
from assistant.export.word.text import paragraph, plain, written
from assistant.export.word.xml import element

_HEADS = (Role.HEADING, Role.SECTION)


def body(layout: Layout, part: Part) -> Iterator[BaseOxmlElement]:
    """Every block in order."""
    above = None
    for block in layout.blocks:
        runs = [*_typed(block), *written(block.runs, part, layout.notes)]
        yield paragraph(_style(block), *runs, properties=_properties(block, above))
        above = block.role


def _style(block: Block) -> str:
    """Headings of the higher level and names of parts differ from the others of their role."""
    if block.level == 0 and block.role in (Role.HEADING, Role.SECTION):
        return "HeadingOne" if block.role is Role.HEADING else "HeadingTwo"
    return OF_ROLE[block.role]


def _typed(block: Block) -> Iterator[BaseOxmlElement]:
    """A mark that Word does not count."""
    if block.number and block.item is None:
        lead = "\t" if block.role in (Role.TITLE, Role.NOTE) else ""
        yield plain(f"{lead}{block.number}\t")


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
