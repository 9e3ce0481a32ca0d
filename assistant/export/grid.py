"""Tables as they stand on the page: rows that follow each other share one grid of columns. Pure.

Tables of the United Nations have a head in small italics, figures at the right of their columns, totals in bold, and
rules above and below the head, the totals and the whole; measured on reports and on drafts of the Fifth Committee.
Lengths are twentieths of a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile

from assistant.export.blocks import Block, Mark, Run
from assistant.export.measured import measured_cell

WIDTH = 8578
"""Of a table: from the text to the edge of the page."""
GAP = 200
"""What is left free between the words of two columns."""
_GONE, _CAME = (Mark.DELETED, Mark.WITHDRAWN), (Mark.INSERTED, Mark.WITHDRAWN)
_UNBROKEN = 1_000_000
"""A column in which no line ends."""
_LINES = 3
"""On which the name of a column of figures may stand."""
_FIGURE = re.compile(r"[-–−+(]?\d[\d\s\u00a0,.]*%?\)?|[-–—…]|\.\.\.|")
_TOTAL = re.compile(r"(?:sub-?|grand )?total\b.*|.*\btotal", re.IGNORECASE)


class Nature(StrEnum):
    """What a row is in its table."""

    HEAD = "head"
    ORDINARY = "ordinary"
    TOTAL = "total"
    NOTE = "note"
    """Below the last rule: what abbreviations mean, where figures are from."""

    @property
    def style(self) -> str:
        """Of the words in its cells."""
        return {"head": "TableHead", "total": "TableTotal"}.get(self, "TableText")


@dataclass(frozen=True, slots=True)
class Cell:
    """The runs of a cell, and how many columns it takes from which on."""

    runs: tuple[Run, ...]
    column: int
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the block that it comes from and its cells."""

    block: Block
    nature: Nature
    was: Nature
    """In a redline what it was in the base, if it stood there."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One table."""

    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    """Of its columns."""
    figures: tuple[bool, ...]
    """Which columns hold figures, which stand at the right."""

    def width(self, cell: Cell) -> int:
        """Of a cell."""
        return sum(self.widths[cell.column : cell.column + cell.columns])


def grid(blocks: Sequence[Block]) -> Grid:
    """The table that rows make which follow each other; in a redline with those of the base among them.

    A row with fewer cells than the table has columns has one that is broader: its first.
    """
    count = max(len(block.cells) for block in blocks)
    now, were = _natures(_without(blocks, _GONE)), _natures(_without(blocks, _CAME))
    rows = []
    for block in blocks:
        was = next(were) if block.mark not in _CAME else None
        nature = next(now) if block.mark not in _GONE else was or Nature.ORDINARY
        rows.append(Row(block, nature, was or nature, _cells(block, count)))
    figures = _figures(rows, count)
    return Grid(tuple(rows), _widths(rows, figures), figures)


def _without(blocks: Sequence[Block], marks: Sequence[Mark]) -> list[Block]:
    """Rows of one version of a table, and the words that they have in it as they are set there."""
    former = Mark.INSERTED in marks
    return [
        replace(
            row,
            runs=tuple(
                replace(run, italic=run.was_italic) if former and run.was_italic is not None else run
                for run in row.runs
                if run.mark not in marks
            ),
        )
        for row in blocks
        if row.mark not in marks
    ]


def _natures(blocks: Sequence[Block]) -> Iterator[Nature]:
    """What each row of one version of a table is."""
    heads = len(list(takewhile(_is_head, blocks)))
    while heads > 1 and sum(map(bool, _words(blocks[heads - 1]))) == 1:  # a part of the table begins here
        heads -= 1
    last, broad = len(blocks), any(len(block.cells) > 1 for block in blocks)
    while broad and last > heads and len(blocks[last - 1].cells) == 1:
        last -= 1
    for at, block in enumerate(blocks):
        yield Nature.HEAD if at < heads else Nature.NOTE if at >= last else _nature(block)


def _words(block: Block) -> list[str]:
    return [_said(cell) for cell in block.cells]


def _said(runs: Iterable[Run]) -> str:
    """The words of a cell, without the marks above them."""
    return "".join(run.text for run in runs if not run.raised).strip()


def _is_head(block: Block) -> bool:
    """Whether all of it is slanted, as the names of columns are."""
    words = [run for run in block.runs if not run.bar and run.text.strip()]
    return bool(words) and all(run.italic for run in words)


def _nature(block: Block) -> Nature:
    first = next(filter(None, _words(block)), "")
    return Nature.TOTAL if _TOTAL.fullmatch(first) else Nature.ORDINARY


def _cells(block: Block, count: int) -> tuple[Cell, ...]:
    first, *others = block.cells
    broad = count - len(others)
    return (Cell(first, 0, broad), *(Cell(runs, broad + at) for at, runs in enumerate(others)))


def _figures(rows: Sequence[Row], count: int) -> tuple[bool, ...]:
    """Columns in which nothing but figures stands below the head; the first names what the others count."""
    held: list[list[str]] = [[] for _ in range(count)]
    for row in rows:
        for cell in row.cells if row.nature is not Nature.HEAD else ():
            if cell.columns == 1:
                held[cell.column].append(_said(cell.runs))
    return tuple(
        at > 0 and any(words) and all(map(_FIGURE.fullmatch, words)) for at, words in enumerate(held)
    )


def _widths(rows: Sequence[Row], figures: Sequence[bool]) -> tuple[int, ...]:
    """As wide as the words ask for, where there is room; what is over goes to the words."""
    whole, least = [GAP] * len(figures), [GAP] * len(figures)
    for row in rows:
        for cell in row.cells:
            if cell.columns > 1:
                continue
            it = measured_cell(cell.runs, row.nature.style, 0, _UNBROKEN)
            at, line = cell.column, int(it.wide(0, len(it.words)))
            longest = max((int(it.wide(place, place + 1)) for place in range(len(it.words))), default=0)
            if figures[at]:  # figures stand on one line, what is above them may take some
                longest = max(longest, line // _LINES) if row.nature is Nature.HEAD else line
            whole[at], least[at] = max(whole[at], line + GAP), max(least[at], longest + GAP)
    if sum(whole) > WIDTH:
        whole = [
            narrow if figure else wide for wide, narrow, figure in zip(whole, least, figures, strict=True)
        ]
    over = WIDTH - sum(whole)
    if over < 0:
        return _narrowed(whole, least)
    loose = [0 if figure else wide for wide, figure in zip(whole, figures, strict=True)]
    return _shared(over, whole, loose if any(loose) else whole)


def _narrowed(whole: Sequence[int], least: Sequence[int]) -> tuple[int, ...]:
    """Columns that ask for no more than their share have it, those that can do with less share the rest."""
    found: dict[int, int] = {}
    while waiting := [at for at in range(len(whole)) if at not in found]:
        share = max(0, WIDTH - sum(found.values())) // len(waiting)
        settled = {at: whole[at] for at in waiting if whole[at] <= share}
        settled = settled or {at: least[at] for at in waiting if least[at] > share}
        found |= settled or dict.fromkeys(waiting, share)
    widths = [found[at] for at in range(len(whole))]
    return _shared(WIDTH, [0] * len(widths), widths) if sum(widths) > WIDTH else tuple(widths)


def _shared(room: int, given: Sequence[int], weights: Sequence[int]) -> tuple[int, ...]:
    """What columns have, and of the room that is left their shares by weight."""
    whole = sum(weights)
    return tuple(wide + room * weight // whole for wide, weight in zip(given, weights, strict=True))
