"""Lines as blocks: a heading, a paragraph, a row of a table; what a page cuts in two is whole again.

Where a block ends shows by the space below it; at the foot of a page by the indent of the first line of the next one,
by how far the last line reaches and by its punctuation. Positions: CONVENTIONS 1.11.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from precedent.reading.pdf.lines import Line, Sheet
from precedent.reading.pdf.tables import STEP
from precedent.session import Organ

_TABLE_SIZE: Final = 9.4
_BEGINS: Final = re.compile(r"\d{1,3}\.\s+\S|\([a-z]{1,5}\)\s+\S|[•–—-]\s+\S")
_MARKED: Final = re.compile(
    r"(?:\d{1,3}\.|\([a-z]{1,5}\)|[a-z]\.|[•▪◦‣–—-]|[\d/]+ ?[A-Z]?\.|[IVX]+\.|[A-Z]\.)\s"
)
"""A mark that stands apart before the words of a paragraph or of a title."""
_ENACTING: Final = frozenset(organ.enacting.rstrip(" ,") for organ in Organ)
_CELL: Final = 20.0
"""Points of a gap that only the columns of a table have between them."""
_MOST: Final = 4000
"""Lines of one block."""
_LEFT: Final = 123.4
_RIGHT: Final = 488.7
_FEW: Final = 8


@dataclass(slots=True)
class Block:
    """Some lines that belong together."""

    lines: list[Line] = field(default_factory=list)
    table: bool = False
    """Whether it is a table: rows that follow each other, also from page to page."""

    @property
    def size(self) -> float:
        """Of the largest print."""
        return max(line.size for line in self.lines)

    @property
    def x(self) -> float:
        """Where its first line begins."""
        return self.lines[0].x

    @property
    def bold(self) -> bool:
        """Whether it is bold throughout."""
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        """Whether it is italic throughout."""
        return all(line.italic for line in self.lines)


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands on the page."""

    left: float
    right: float


def column(lines: Sequence[Line]) -> Column:
    """The column of the text, from its lines without the masthead's."""
    lines = [line for line in lines if line.size >= _TABLE_SIZE and not line.bold] or lines
    lefts = Counter(round(line.x) for line in lines)
    often = [x for x, count in lefts.items() if count * 12 >= len(lines)]
    reach = sorted(line.right for line in lines)
    if len(lines) < _FEW:  # too few to tell, so as the United Nations prints
        return Column(min([_LEFT, *(line.x for line in lines)]), max([_RIGHT, *reach]))
    left, right = float(min(often, default=_LEFT)), reach[len(reach) * 7 // 10]
    return Column(left, max(right, _RIGHT) if abs(left - _LEFT) < 2 else right)


def blocks(sheets: Sequence[Sheet], where: Column) -> list[Block]:
    """The blocks of the text, in order."""
    found: list[Block] = []
    for sheet in sheets:
        for place, block in enumerate(_on_page(sheet.text, where)):
            if found and not place and _goes_on(found[-1], block, where):
                found[-1].lines += block.lines
            else:
                found.append(block)
    return found


def _on_page(lines: Sequence[Line], where: Column) -> Iterator[Block]:
    held = Block()
    for line in lines:
        table = _is_row(line, where)
        if held.lines and _ends(held, line, where, table=table):
            yield held
            held = Block()
        held.lines.append(line)
        held.table = held.table or table
    if held.lines:
        yield held


def _ends(held: Block, line: Line, where: Column, *, table: bool) -> bool:
    """Whether a block is whole before a line, which is or is not of a table."""
    if held.table:
        return not (table or _fills_cell(held, line))
    return table or len(held.lines) > _MOST or _parted(held, line, where)


def _is_row(line: Line, where: Column) -> bool:
    """Whether a line is set as a table is: in small print, beyond the column of the text, in columns of its own."""
    small = line.size < _TABLE_SIZE
    beyond = line.right > where.right + 20 and len(line.gaps) > 0
    return small or beyond or _has_cells(line)


def _has_cells(line: Line) -> bool:
    gaps = line.gaps[1:] if _MARKED.match(line.text) else line.gaps
    return any(end - start > _CELL for start, end in gaps)


def _fills_cell(held: Block, line: Line) -> bool:
    """Whether a line goes on in the cells of the row above it."""
    last = held.lines[-1]
    row = next((line for line in reversed(held.lines) if _has_cells(line)), last)
    return (
        _has_cells(row)
        and last.size >= _TABLE_SIZE
        and 0 < last.y - line.y < last.size * STEP
        and abs(last.size - line.size) < 0.8
        and any(abs(line.x - x) < 4 for x in (row.x, *(end for _, end in row.gaps)))
    )


def _parted(held: Block, line: Line, where: Column) -> bool:
    last = held.lines[-1]
    step = last.y - line.y
    size = max(last.size, line.size)
    if step > size * STEP or step < 0:
        return True
    if (
        abs(last.size - line.size) > 1.2
        or (held.bold and not line.begins_bold)
        or (line.bold and not last.bold)
    ):
        return True
    return _set_close(held, line, where)


def _set_close(held: Block, line: Line, where: Column) -> bool:
    """Whether a paragraph begins although no space is above it."""
    last = held.lines[-1]
    if any(found.parts[0].italic and found.text.rstrip(" ,") in _ENACTING for found in (line, last)):
        return True
    closed = last.text[-1:] in ",;:."
    if _BEGINS.match(line.text) and last.right < where.right - 12 and closed:  # a list
        return True
    if line.x < where.left + 10:
        return False
    hangs = held.x < where.left + 10 and _MARKED.match(held.lines[0].text)
    if abs(last.x - where.left) < 2.5 and not hangs:  # the first line of each paragraph is indented
        return True
    unfilled = closed and last.right < where.right - 30
    return unfilled and abs(line.x - last.x) < 2.5 and line.text[:1].isupper()


def _goes_on(before: Block, after: Block, where: Column) -> bool:
    """Whether a table or a paragraph runs from the foot of a page to the head of the next."""
    if before.table or after.table:
        return before.table and after.table
    last, first = before.lines[-1], after.lines[0]
    if abs(last.size - first.size) > 1.2 or (first.bold != last.bold and (first.bold or before.bold)):
        return False
    text = last.text.rstrip()
    if _BEGINS.match(first.text) and (first.x > where.left + 10 or text[-1:] in ";.:,"):
        return False
    hanging = len(before.lines) > 1 and abs(before.lines[-1].x - first.x) < 2.5
    filled = last.right > where.right - 30
    if hanging or abs(first.x - where.left) < 2.5:
        # A line that is not filled ends its paragraph; one that is filled may end it too.
        return filled or text[-1:] not in ";.:"
    return False
