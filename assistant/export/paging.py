"""The pages of a draft as they will about print: lines broken at the width of the page, notes at its foot.

It is measured, not printed: lines end where Word ends them (`breaking`), lines and spaces are as high as in the styles
of the Word document. `docs/word.md` says how far that was off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from assistant.export.blocks import Block, Layout, Note, Role
from assistant.export.breaking import Printed
from assistant.export.grid import Grid, Row, grid
from assistant.export.measured import (
    WIDE,
    Measured,
    measured,
    measured_cell,
    measured_note,
    style_named,
    style_of,
)
from assistant.export.styles import BELOW_TABLE, MARGIN, TAB

HIGH = 13248
_HEAD = 3300
"""Height of the table above everything on the first page, and of what is left free at its foot."""
_SIZE = 20
"""Half points of the letters of the text."""
_NOTE_RULE = 320
"""What the line above the notes takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page; `left` in twentieths of a point from the edge of the content."""

    pieces: tuple[Printed, ...] = ()
    left: int = 0
    label: str = ""
    """Of the paragraph or note that it belongs to."""
    height: int = 240
    notes: tuple[int, ...] = ()
    """Places in `Layout.notes` of those called on it."""
    beside: tuple[Line, ...] = ()
    """Further right on the same line: the other cells of a row."""

    @property
    def text(self) -> str:
        """Its words."""
        own = "".join(piece.text for piece in self.pieces)
        return " ".join([own, *(line.text for line in self.beside)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: what stands on it, and the notes at its foot. An empty line is white space."""

    number: int
    lines: tuple[Line, ...]
    notes: tuple[Line, ...] = ()


@dataclass(slots=True)
class _Filling:
    """The page that is being filled."""

    room: float
    lines: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    called: set[int] = field(default_factory=set)


def pages(layout: Layout) -> tuple[Page, ...]:
    """The pages of a document, the table above the first one left out."""
    foot = {place: tuple(_note_lines(note)) for place, note in enumerate(layout.notes)}
    found: list[Page] = []
    page = _Filling(HIGH - _HEAD)
    above: Block | None = None

    def turn() -> _Filling:
        found.append(Page(number=len(found) + 1, lines=tuple(page.lines), notes=tuple(page.notes)))
        return _Filling(HIGH)

    blocks, drawn = list(layout.blocks), list(_drawn_blocks(layout.blocks))
    for place, block in enumerate(blocks):
        keep, lines = style_of(block.role, block.level).keep, drawn[place]
        space = _space(above, block) if above and page.lines else 0
        # A heading stands with the first lines of what it heads.
        following = drawn[place + 1][:2] if keep and blocks[place + 1 :] else []
        first = lines if keep or len(lines) < 4 else lines[:2]
        if page.lines and space + _height([*first, *following], page, foot) > page.room:
            page, space = turn(), 0
        if space:
            page.lines += [Line(height=space)]
            page.room -= space
        for at, line in enumerate(lines):
            rest = lines[at:]
            # The last two lines of a paragraph stay together.
            needed = rest[:2] if len(rest) == 2 and at else rest[:1]
            if page.lines and _height(needed, page, foot) > page.room:
                page = turn()
            _put(line, page, foot)
        above = block
    turn()
    return tuple(found)


def _space(above: Block, below: Block) -> int:
    """Between two blocks; rows have theirs in the height of their lines."""
    first, second = (style_of(block.role, block.level) for block in (above, below))
    if above.role is Role.TABLE:
        return 0 if below.role is Role.TABLE else max(BELOW_TABLE, second.before or 0)
    return max(first.after or 0, 0 if below.role is Role.TABLE else second.before or 0)


def _height(lines: Sequence[Line], page: _Filling, foot: dict[int, tuple[Line, ...]]) -> int:
    called = {note for line in lines for note in line.notes} - page.called
    notes = sum(line.height for note in called for line in foot[note])
    rule = _NOTE_RULE if called and not page.called else 0
    return sum(line.height for line in lines) + notes + rule


def _put(line: Line, page: _Filling, foot: dict[int, tuple[Line, ...]]) -> None:
    page.room -= _height([line], page, foot)
    page.lines.append(line)
    for note in line.notes:
        if note not in page.called:
            page.called.add(note)
            page.notes += foot[note]


def _drawn_blocks(blocks: Sequence[Block]) -> Iterator[list[Line]]:
    """The lines of each block; rows that follow each other share their columns."""
    for is_row, group in groupby(blocks, key=lambda block: block.role is Role.TABLE):
        if is_row:
            it = grid(list(group))
            yield from (_row_lines(it, row) for row in it.rows)
        else:
            yield from map(_lines, group)


def _row_lines(it: Grid, row: Row) -> list[Line]:
    """Each cell broken in its own column."""
    lines: list[list[Line]] = []
    style = style_named(row.nature.style)
    for cell in row.cells:
        left, wide = MARGIN + sum(it.widths[: cell.column]), it.width(cell)
        ends = cell.columns == 1 and it.figures[cell.column]
        # A screen has letters of one size, which take as many columns as those of the text.
        room = wide * (style.size or _SIZE) // _SIZE
        made = measured_cell(cell.runs, row.nature.style, left, room)
        edges = pairwise([*made.starts, len(made.words)])
        for at, (line, edge) in enumerate(zip(_drawn(made, row.block.label), edges, strict=True)):
            if at == len(lines):
                lines.append([])
            at_right = left + wide - int(made.wide(*edge)) * _SIZE // (style.size or _SIZE)
            lines[at].append(replace(line, left=at_right) if ends else line)
    drawn = [replace(first, beside=tuple(others)) for first, *others in lines] or [Line(left=MARGIN)]
    room = (style.before or 0) + (style.after or 0)
    return [replace(drawn[0], height=drawn[0].height + room), *drawn[1:]]


def _lines(block: Block) -> list[Line]:
    it = measured(block)
    if block.role is Role.RULE:
        return [Line(pieces=(Printed("_" * 14),), left=it.left)]
    number = f"{block.number}\t" if block.number and not block.typed else ""
    made = list(_drawn(it, block.label))
    if not made:
        return [Line(left=it.left, label=block.label)]
    if number:
        mark = Printed(number, bold=it.style.bold)
        at = it.left if block.role is Role.TITLE else made[0].left - TAB
        made[0] = replace(made[0], pieces=(mark, *made[0].pieces), left=at)
    return made


def _note_lines(note: Note) -> Iterator[Line]:
    for place, line in enumerate(_drawn(measured_note(note), note.label)):
        if place:
            yield line
        else:
            yield replace(
                line, pieces=(Printed(f"{note.mark} ", raised=True), *line.pieces), left=MARGIN - 100
            )


def _drawn(it: Measured, label: str) -> Iterator[Line]:
    for start, end in pairwise([*it.starts, len(it.words)] if it.words else ()):
        pieces: list[Printed] = []
        for box in it.words[start:end]:
            if box.spaced and pieces:
                alike = pieces[-1].italic and box.pieces[0].italic
                pieces.append(Printed(" ", italic=alike, bold=it.style.bold))
            pieces += box.pieces
        notes = tuple(note for box in it.words[start:end] for note in box.notes)
        left = it.left + (0 if start else it.first)
        if it.style.align == "right":
            left = WIDE - (it.style.right or 0) - int(it.wide(start, end))
        yield Line(pieces=tuple(pieces), left=left, label=label, height=it.style.line or 240, notes=notes)
