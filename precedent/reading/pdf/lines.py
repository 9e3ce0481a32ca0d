"""The printed lines of a page: the text of it, the notes at its foot, and what is printed on every page.

A line is what stands on one baseline; a mark of a note stands above it, in small digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from precedent.reading.pdf.chunks import Chunk, Page

_SAME: Final = 5.0
"""Points between baselines that still are one line: a raised mark stands 3 to 3.5 points above its line."""
_WIDE: Final = 0.3
"""Share of the size that a gap takes where a space is meant but none printed; a space takes 0.25."""
MASTHEAD: Final = 215.0
"""Points from the head of the first page to the thick rule below the emblem."""
_TAB: Final = 9.0
"""Points of a gap that no space between words is as wide as."""
_HEAD: Final = 68.0
_FOOT: Final = 52.0
"""Points from the edges of the page within which running heads and feet stand (CONVENTIONS 1.11)."""
_NUMBER: Final = re.compile(r"[-–— ]*(?:[Pp]age )?\d{1,3}(?: ?(?:/|of) ?\d{1,3})?[-–— ]*")
_RULE: Final = re.compile(r"_{8,}")
_NOTE_SIZE: Final = 9.4
"""Notes are printed in 8.5 points, the text in 10."""
_RAISED: Final = 0.78
"""A mark of a note is smaller than this share of the line's size."""
_MARK: Final = re.compile(r"\d{1,3}|\*{1,4}")


class Part(NamedTuple):
    """A stretch of a line in one style; `raised` where it is a mark above the line."""

    text: str
    bold: bool
    italic: bool
    raised: bool = False
    link: str = ""
    """Address that it leads to when it is followed."""


@dataclass(slots=True)
class Line:
    """One line, or the part of it that stands in one column."""

    page: int
    x: float
    y: float
    right: float
    size: float
    parts: list[Part] = field(default_factory=list)
    gaps: tuple[tuple[float, float], ...] = ()
    """From where to where it is empty, as far as no space between words is as wide."""

    @property
    def text(self) -> str:
        """Its words, marks of notes included."""
        return "".join(part.text for part in self.parts).strip()

    @property
    def bold(self) -> bool:
        """Whether every word is bold; marks of notes do not count."""
        words = [part for part in self.parts if not part.raised and part.text.strip(" *,")]
        return bool(words) and all(part.bold for part in words)

    @property
    def begins_bold(self) -> bool:
        """Whether its first word is bold."""
        return next((part.bold for part in self.parts if part.text.strip()), False)

    @property
    def italic(self) -> bool:
        """Whether every word is italic."""
        words = [part for part in self.parts if not part.raised and part.text.strip()]
        return bool(words) and all(part.italic for part in words)


@dataclass(slots=True)
class Sheet:
    """What one page holds, apart by what it is for."""

    page: Page
    text: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)


def sheet(page: Page) -> Sheet:
    """The lines of a page, from top to bottom."""
    found = Sheet(page)
    below_rule = False
    lines = [line for row in _rows(page.chunks) for line in _lines(row, page) if line.text]
    first, last = _body(lines, page)
    for place, line in enumerate(lines):
        if _RULE.fullmatch(line.text):
            below_rule = True
        elif not first <= place < last:
            found.furniture.append(line.text)
        elif line.size < _NOTE_SIZE and (below_rule or _is_letter_note(line, found.notes)):
            found.notes.append(line)
        else:
            found.text.append(line)
    if not below_rule:
        _part_notes(found)
    return found


def _body(lines: Sequence[Line], page: Page) -> tuple[int, int]:
    """Which lines stand between running head and foot.

    Those set like the text beside them are text however near the edge they are: a delegation may change margins.
    """
    first, last = 0, len(lines)
    if page.number > 1:
        first = sum(line.y > page.height - _HEAD for line in lines)
        edge = min(first, last - 1)  # the last line, where a page has no more than a few at its head
        if edge > 0 and first and _goes_on(lines[edge - 1], lines[edge]):
            first = 0
    while last > first and lines[last - 1].y < _FOOT:
        last -= 1
    if (
        first < last < len(lines)
        and _goes_on(lines[last - 1], lines[last])
        and not _NUMBER.fullmatch(lines[-1].text)
    ):
        last = len(lines)
    return first, last


def _goes_on(above: Line, below: Line) -> bool:
    return (
        above.y - below.y < above.size * 1.3
        and abs(above.size - below.size) < 0.8
        and above.bold == below.bold
    )


def _is_letter_note(line: Line, notes: Sequence[Line]) -> bool:
    """Whether a small line is of a note to a table or a box: a raised letter begins it, wherever it stands."""
    if notes and notes[-1].page == line.page and 0 < notes[-1].y - line.y < line.size * 1.45:
        return True
    first = next((part for part in line.parts if part.text.strip()), None)
    return (
        first is not None and first.raised and len(first.text.strip()) == 1 and first.text.strip().islower()
    )


def _part_notes(found: Sheet) -> None:
    """Notes below a rule that is drawn: small print at the foot that begins with a mark."""
    place = len(found.text)
    while place and found.text[place - 1].size < _NOTE_SIZE:
        place -= 1
    while place < len(found.text) and not _begins_note(found.text[place]):
        place += 1
    found.notes += found.text[place:]
    del found.text[place:]


def _begins_note(line: Line) -> bool:
    first = next((part for part in line.parts if part.text.strip()), None)
    return first is not None and bool(
        first.text.strip().startswith("*") or (first.raised and _MARK.search(first.text))
    )


def _rows(chunks: Iterable[Chunk]) -> list[list[Chunk]]:
    """Chunks by baseline, from top to bottom, each row from left to right."""
    rows: list[list[Chunk]] = []
    base = 0.0
    for chunk in sorted(chunks, key=lambda c: -c.y):
        if rows and base - chunk.y <= _SAME:
            rows[-1].append(chunk)
        else:
            rows.append([chunk])
            base = chunk.y
    for row in rows:
        row.sort(key=lambda c: c.x)
    return rows


def _lines(row: list[Chunk], page: Page) -> list[Line]:
    """A row as one line; in the masthead the columns of it are lines of their own."""
    words = [chunk for chunk in row if not chunk.text.isspace()]
    if not words:
        return []
    groups: list[list[Chunk]] = [[]]
    for chunk in row:
        last = next((c for c in reversed(groups[-1]) if not c.text.isspace()), None)
        if (
            last
            and chunk.y > page.height - MASTHEAD
            and page.number == 1
            and not chunk.text.isspace()
            and chunk.x - last.right > 24
            and chunk.x > page.width * 0.6
        ):
            groups.append([])
        groups[-1].append(chunk)
    return [line for group in groups if (line := _line(group, page.number))]


def _line(chunks: list[Chunk], number: int) -> Line | None:
    words = [chunk for chunk in chunks if not chunk.text.isspace()]
    if not words:
        return None
    size = max(chunk.size for chunk in words)
    base = min(chunk.y for chunk in words if chunk.size >= size * 0.9)
    line = Line(number, words[0].x, base, max(c.right for c in words), size)
    end = 0.0
    gaps = []
    for chunk in chunks:
        text = chunk.text
        if text.isspace() and (not line.parts or abs(chunk.y - base) > 1):  # or of an empty line beside it
            continue
        if line.parts and text.strip() and chunk.x - end > _TAB:
            text = "\t" + text.lstrip()
            gaps.append((end, chunk.x))
        elif (
            line.parts
            and not line.parts[-1].text.endswith((" ", "\t"))
            and not -size * 0.5 < chunk.x - end <= size * _WIDE  # far back: printed over what stands there
        ):
            text = " " + text.lstrip()
        raised = chunk.size < size * _RAISED and chunk.y - base > 1.2
        if text.strip():
            end = max(end, chunk.right)
        before = line.parts[-1] if line.parts else None
        style = (chunk.bold, chunk.italic, raised, chunk.link)
        if before and not text.strip():
            line.parts[-1] = Part(before.text + text, before.bold, before.italic, before.raised, before.link)
        elif before and (before.bold, before.italic, before.raised, before.link) == style:
            line.parts[-1] = Part(before.text + text, *style)
        else:
            line.parts.append(Part(text, *style))
    line.gaps = tuple(gaps)
    return line
