"""The lines of a table as rows: which lines are of one row, and which column the words in them stand in.

Nothing is ruled between columns: where they stand shows by the rows that have most of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from precedent.reading.pdf.lines import Line, Part

STEP: Final = 1.45
"""Baselines further apart than this, measured in the size of the print, have space between them."""
_NEAR: Final = 4.0
"""Points by which words that begin in the same place may differ."""
_BAR: Final = Part("| ", bold=False, italic=False)


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands in one column of one line."""

    start: float
    end: float
    line: Line
    """With these words only."""


@dataclass(slots=True)
class _Row:
    words: list[_Words] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def slanted(self) -> bool:
        return all(line.italic for line in self.lines)

    @property
    def broad(self) -> int:
        """How many columns its fullest line has."""
        return max((1 + len(line.gaps) for line in self.lines), default=0)

    @property
    def text(self) -> str:
        return " ".join(words.line.text for words in self.words)


def rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each row, cell by cell, with bars between the cells; a head that a new page repeats is left out."""
    for table in _tables(_rows(lines)):
        columns = _columns(table)
        for row in table:
            yield list(_cells(row, columns))


def _rows(lines: Sequence[Line]) -> list[_Row]:
    found: list[_Row] = []
    spaced = _are_spaced(lines)
    for line in lines:
        if not (found and _goes_on(found[-1], line, spaced=spaced)):
            found.append(_Row())
        found[-1].lines.append(line)
        found[-1].words += _words(line)
    return found


def _are_spaced(lines: Sequence[Line]) -> bool:
    """Whether space stands between the rows, so that lines without it are of one."""
    full = [(above, line) for above, line in pairwise(lines) if line.gaps and above.page == line.page]
    return sum(not _is_close(*pair) for pair in full) * 2 > len(full)


def _is_close(above: Line, line: Line) -> bool:
    same = above.page == line.page and above.italic == line.italic
    return same and 0 < above.y - line.y < max(above.size, line.size) * STEP


def _goes_on(row: _Row, line: Line, *, spaced: bool) -> bool:
    """Whether a line is of the row above it."""
    if not _is_close(row.lines[-1], line):
        return False
    starts = [words.start for words in row.words]
    return spaced or (row.broad > 1 and not line.gaps and any(abs(line.x - x) < _NEAR for x in starts))


def _words(line: Line) -> Iterator[_Words]:
    starts = [line.x, *(end for _, end in line.gaps)]
    ends = [*(start for start, _ in line.gaps), line.right]
    for start, end, parts in zip(starts, ends, _between_gaps(line), strict=False):
        yield _Words(start, end, replace(line, parts=parts))


def _between_gaps(line: Line) -> Iterator[list[Part]]:
    held: list[Part] = []
    for part in line.parts:
        first, *more = part.text.split("\t")
        held.append(part._replace(text=first))
        for text in more:
            yield held
            held = [part._replace(text=text)]
    yield held


def _tables(found: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Rows with their own head; one that goes on on the next page repeats it there."""
    held: list[_Row] = []
    for row in found:
        head = row.slanted and bool(held) and not held[-1].slanted
        if head and row.text == held[0].text and row.lines[0].page != held[-1].lines[0].page:
            continue
        if head and row.broad > 1:
            yield held
            held = []
        held.append(row)
    if held:
        yield held


def _columns(table: Sequence[_Row]) -> list[tuple[float, float]]:
    """From where to where each column reaches, by the rows that have most."""
    counts = Counter(row.broad for row in table)
    most = max((count for count, often in counts.items() if often > 1), default=max(counts))
    found = [(words.start, words.end) for words in _fullest(table, most)[0]]
    for words in _fullest(table, most)[1:]:
        found = [
            (min(start, one.start), max(end, one.end)) for (start, end), one in zip(found, words, strict=True)
        ]
    return found


def _fullest(table: Sequence[_Row], most: int) -> list[list[_Words]]:
    return [list(_words(line)) for row in table for line in row.lines if 1 + len(line.gaps) == most]


def _cells(row: _Row, columns: Sequence[tuple[float, float]]) -> Iterator[Line]:
    places = [_column(words, columns) for words in row.words]
    across = {at for words, at in zip(row.words, places, strict=True) if _is_across(words, at, columns)}
    if len(set(places)) == 1 and across:  # it is one cell, as broad as the table
        yield from (words.line for words in row.words)
        return
    for at in range(len(columns)):
        if at:
            yield replace(row.lines[0], parts=[_BAR])
        yield from (words.line for words, place in zip(row.words, places, strict=True) if place == at)


def _column(words: _Words, columns: Sequence[tuple[float, float]]) -> int:
    """The column that words stand in: the one that they share most with, the nearest where they share with none."""
    shared = [min(words.end, end) - max(words.start, start) for start, end in columns]
    begun = [at for at, (start, _) in enumerate(columns) if words.start >= start - _NEAR and shared[at] > 0]
    return begun[-1] if begun else max(range(len(columns)), key=shared.__getitem__)


def _is_across(words: _Words, at: int, columns: Sequence[tuple[float, float]]) -> bool:
    return at + 1 < len(columns) and words.end > columns[at + 1][0] + _NEAR
