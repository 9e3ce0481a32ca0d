"""The pages of a draft as they will about print: lines broken at the width of the page, notes at its foot.

It is measured, not printed: lines end where Word ends them (`breaking`), lines and spaces are as high as in the styles
of the Word document. Above notes Word wants the space after a paragraph as well, where one ends on the page. So 130 of
139 pages of published drafts end where they do when each begins where it did; without that space 121.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    space_before,
    style_named,
    style_of,
)
from assistant.export.styles import FOOT_OF_FIRST, FOOT_OF_FIRST_ADOPTED, MARGIN, TAB

HIGH = 13190
"""Height of the lines of a page."""
_FIRST = 11082
"""Height of those of the first page and of what is left free at its foot."""
_SIZE = 20
"""Half points of the letters of the text."""
_NOTE_RULE = 264
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
    foot = [list(_note_lines(note)) for note in layout.notes]
    return tuple(_Paging(layout, list(_drawn_blocks(layout.blocks)), foot).pages)


def hanging(layout: Layout, measures: Mapping[int, Measured]) -> frozenset[int]:
    """Places in `layout.blocks` of the paragraphs that do not end on a page for want of the space after them.

    Programs other than Word end them there, and let the space hang over the notes. `measures` are those of all blocks
    but rows, by their places.
    """
    foot = [list(_bare(measured_note(note))) for note in layout.notes]
    drawn = [
        [*_bare(measures[place])] or [Line()] if lines is None else lines
        for place, lines in enumerate(_rows(layout.blocks, on_screen=False))
    ]
    return frozenset(_Paging(layout, drawn, foot).hanging) if foot else frozenset()


class _Paging:
    """Pages filled with one block after another."""

    def __init__(self, layout: Layout, drawn: Sequence[list[Line]], foot: Sequence[list[Line]]) -> None:
        blocks = layout.blocks
        self.pages: list[Page] = []
        self.hanging: set[int] = set()
        self._foot = foot
        self._page = _Filling(_FIRST - (FOOT_OF_FIRST_ADOPTED if layout.adopted else FOOT_OF_FIRST))
        for place, block in enumerate(blocks):
            above = blocks[place - 1] if place else None
            style = style_of(block.role, block.level)
            space = _space(above, block) if above else 0
            if style.keep:
                # A heading stands with the first lines of what it heads.
                following = drawn[place + 1][:2] if drawn[place + 1 :] else []
                self._keep([*drawn[place], *following], space)
                self._put(place, drawn[place], space, 0)
            else:
                after = 0 if block.role is Role.TABLE else style.after or 0
                self._put(place, drawn[place], space, after)
        self._turn()

    def _turn(self) -> None:
        page, number = self._page, len(self.pages) + 1
        self.pages.append(Page(number=number, lines=tuple(page.lines), notes=tuple(page.notes)))
        self._page = _Filling(HIGH)

    def _keep(self, lines: Sequence[Line], space: int) -> None:
        if self._page.lines and space + _height(lines, self._page, self._foot) > self._page.room:
            self._turn()

    def _put(self, place: int, lines: Sequence[Line], space: int, after: int) -> None:
        """A block `space` below what stands above it."""
        at = 0
        while at < len(lines):
            together = _together(lines, at)
            part = lines[at : at + together]
            self._make_room(place, part, 0 if at else space, after if at + together == len(lines) else 0)
            if space and not at and self._page.lines:
                self._page.lines += [Line(height=space)]
                self._page.room -= space
            for line in part:
                _put(line, self._page, self._foot)
            at += together

    def _make_room(self, place: int, lines: Sequence[Line], space: int, after: int) -> None:
        """Turn the page where lines do not fit; above notes, the space after them has to fit too."""
        page = self._page
        if not page.lines:
            return
        left = page.room - space - _height(lines, page, self._foot)
        wanted = after if page.called or any(line.notes for line in lines) else 0
        if left < wanted:
            if left >= 0:
                self.hanging.add(place)
            self._turn()


def _together(lines: Sequence[Line], at: int) -> int:
    """How many lines of a paragraph stay with the one at `at`: its first two, and its last two."""
    rest = len(lines) - at
    if rest < 4 and not at:
        return rest
    return 2 if not at or rest == 2 else 1


def _space(above: Block, below: Block) -> int:
    """Between two blocks; rows have theirs in the height of their lines."""
    first = style_of(above.role, above.level)
    if below.role is Role.TABLE:
        return 0 if above.role is Role.TABLE else first.after or 0
    before = space_before(below, above.role)
    return before if above.role is Role.TABLE else max(first.after or 0, before)


def _height(lines: Sequence[Line], page: _Filling, foot: Sequence[list[Line]]) -> int:
    called = {note for line in lines for note in line.notes} - page.called
    notes = sum(line.height for note in called for line in foot[note])
    rule = _NOTE_RULE if called and not page.called else 0
    return sum(line.height for line in lines) + notes + rule


def _put(line: Line, page: _Filling, foot: Sequence[list[Line]]) -> None:
    page.room -= _height([line], page, foot)
    page.lines.append(line)
    for note in line.notes:
        if note not in page.called:
            page.called.add(note)
            page.notes += foot[note]


def _drawn_blocks(blocks: Sequence[Block]) -> Iterator[list[Line]]:
    """The lines of each block."""
    for block, lines in zip(blocks, _rows(blocks, on_screen=True), strict=True):
        yield _lines(block) if lines is None else lines


def _rows(blocks: Sequence[Block], *, on_screen: bool) -> Iterator[list[Line] | None]:
    """The lines of each block that is a row, None for others; rows that follow each other share their columns."""
    for is_row, group in groupby(blocks, key=lambda block: block.role is Role.TABLE):
        if is_row:
            it = grid(list(group))
            yield from (_row_lines(it, row, on_screen=on_screen) for row in it.rows)
        else:
            yield from (None for _ in group)


def _bare(it: Measured) -> Iterator[Line]:
    """Lines without their words, where only heights and notes matter."""
    height = it.style.line or 240
    for start, end in pairwise([*it.starts, len(it.words)] if it.words else ()):
        notes = tuple(note for box in it.words[start:end] if box.notes for note in box.notes)
        yield Line(height=height, notes=notes)


def _row_lines(it: Grid, row: Row, *, on_screen: bool) -> list[Line]:
    """Each cell broken in its own column; a screen has letters of one size, those of the text."""
    lines: list[list[Line]] = []
    style = style_named(row.nature.style)
    size = style.size if on_screen and style.size else _SIZE
    for cell in row.cells:
        left, wide = MARGIN + sum(it.widths[: cell.column]), it.width(cell)
        ends = cell.columns == 1 and it.figures[cell.column]
        made = measured_cell(cell.runs, row.nature.style, left, wide * size // _SIZE)
        edges = pairwise([*made.starts, len(made.words)])
        for at, (line, edge) in enumerate(zip(_drawn(made, row.block.label), edges, strict=True)):
            if at == len(lines):
                lines.append([])
            at_right = left + wide - int(made.wide(*edge)) * _SIZE // size
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
