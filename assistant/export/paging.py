"""The pages of a draft as they will about print: lines broken at the width of the page, notes at its foot.

It is measured, not printed: letters by the font's table of widths, lines and spaces by the styles of the Word
document. Where Word squeezes or stretches a line, a break may fall a word earlier or later; `docs/word.md` says how
far that was off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.export.blocks import Block, Layout, Note, Role, Run
from assistant.export.measures import width
from assistant.export.word.styles import MARGIN, OF_ROLE, STYLES, TAB, Style

WIDE = 9845
"""Twentieths of a point between the margins of the page."""
HIGH = 13248
_HEAD = 3000
"""Height of the table above everything on the first page."""
_NOTE_RULE = 440
"""What the line above the notes takes."""
_KNOWN = {style.id: style for style in STYLES}


@dataclass(frozen=True, slots=True)
class Printed:
    """Words on a line that look alike."""

    text: str
    italic: bool = False
    bold: bool = False
    raised: bool = False


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

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


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
    before = 0

    def turn() -> _Filling:
        found.append(Page(number=len(found) + 1, lines=tuple(page.lines), notes=tuple(page.notes)))
        return _Filling(HIGH)

    blocks = list(layout.blocks)
    for place, block in enumerate(blocks):
        style = _style(block)
        lines = _lines(block, style)
        space = max(before, style.before or 0) if page.lines else 0
        # A heading stands with the first lines of what it heads.
        following = (
            _lines(blocks[place + 1], _style(blocks[place + 1]))[:2]
            if style.keep and blocks[place + 1 :]
            else []
        )
        first = lines if style.keep or len(lines) < 4 else lines[:2]
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
        before = style.after or 0
    turn()
    return tuple(found)


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


def _style(block: Block) -> Style:
    """The style of a block with what it takes from those it is based on."""
    chain = [_KNOWN[OF_ROLE[block.role]]]
    while chain[-1].base:
        chain.append(_KNOWN[chain[-1].base])
    known: dict[str, Any] = {name: _first(chain, name) for name in _MEASURES}
    closer = _first(chain, "spacing_elsewhere")
    # Word squeezes the spaces of a justified line; letters a little closer break most lines at the same place.
    known["spacing"] = known["spacing"] if closer is None else closer
    style = replace(chain[0], **known, keep=any(s.keep for s in chain), bold=any(s.bold for s in chain))
    return (
        replace(style, left=(style.left or 0) + TAB * max(block.level - 1, 0))
        if block.role is Role.ITEM
        else style
    )


_MEASURES = ("before", "after", "line", "left", "right", "first", "align", "spacing", "scale", "size")


def _first(chain: Sequence[Style], name: str) -> Any:  # noqa: ANN401 - a measure of any kind
    return next((value for style in chain if (value := getattr(style, name)) is not None), None)


def _lines(block: Block, style: Style) -> list[Line]:
    if block.role is Role.RULE:
        return [Line(pieces=(Printed("_" * 14),), left=style.left or 0)]
    left, first = style.left or 0, style.first or 0
    number = f"{block.number}\t" if block.number and not block.typed else ""
    if block.role is Role.ITEM and number:
        first = TAB
    words = _words(block.runs, bold=style.bold)
    if number:
        words.insert(0, ([Printed(number, bold=style.bold)], ()))
    made = _broken(words, style, WIDE - left - (style.right or 0), first)
    centred = block.role is Role.SECTION
    for place, line in enumerate(made):
        at = left + (first if not place else 0)
        if style.align == "right":
            at = WIDE - (style.right or 0) - int(_measured(line.pieces, style))
        elif centred:
            at = left
        made[place] = replace(line, left=at, label=block.label, height=style.line or 240)
    return made or [Line(left=left, label=block.label)]


def _note_lines(note: Note) -> Iterator[Line]:
    block = Block(role=Role.NOTE, runs=note.runs)
    style = replace(_style(block), first=0)
    words = [([Printed(f"{note.mark} ", raised=True)], ()), *_words(note.runs, bold=False)]
    for place, line in enumerate(_broken(words, style, WIDE - 2 * MARGIN, 0)):
        yield replace(line, left=MARGIN - (0 if place else 100), label=note.label, height=style.line or 210)


_Word = tuple[list[Printed], tuple[int, ...]]
"""The pieces of a word, and the notes that are called in it."""


def _words(runs: Sequence[Run], *, bold: bool) -> list[_Word]:
    """Runs cut at their spaces; a call of a note belongs to the word before it."""
    found: list[_Word] = []
    joined = False
    for run in runs:
        if run.call is not None:
            piece = Printed(run.call.mark, raised=True)
            if found:
                found[-1] = ([*found[-1][0], piece], (*found[-1][1], run.call.note))
            else:
                found.append(([piece], (run.call.note,)))
            continue
        for place, part in enumerate(run.text.split(" ")):
            joined = joined if not place else False
            if part:
                piece = Printed(part, italic=run.italic, bold=bold and not run.roman, raised=run.raised)
                if joined and found:
                    found[-1] = ([*found[-1][0], piece], found[-1][1])
                else:
                    found.append(([piece], ()))
                joined = True
        joined = joined and not run.text.endswith(" ")
    return found


def _broken(words: Sequence[_Word], style: Style, room: float, first: int) -> list[Line]:
    lines: list[Line] = []
    pieces: list[Printed] = []
    notes: tuple[int, ...] = ()
    left = room - first
    space = width(" ", style.size or 20, style.scale or 100, style.spacing or 0)
    for word, called in words:
        broad = _measured(word, style)
        gap = space if pieces and not pieces[-1].text.endswith("\t") else 0
        if pieces and gap + broad > left:
            lines.append(Line(pieces=tuple(pieces), notes=notes))
            pieces, notes, left, gap = [], (), room, 0
        if gap:
            alike = pieces[-1].italic and word[0].italic
            pieces.append(Printed(" ", italic=alike, bold=style.bold))
        pieces += word
        notes = (*notes, *called)
        left -= gap + broad
    if pieces:
        lines.append(Line(pieces=tuple(pieces), notes=notes))
    return lines


def _measured(pieces: Sequence[Printed], style: Style) -> float:
    size, scale, spacing = style.size or 20, style.scale or 100, style.spacing or 0
    whole = 0.0
    for piece in pieces:
        if piece.text.endswith("\t"):
            whole += TAB
        else:
            small = 0.65 if piece.raised else 1
            whole += width(piece.text, size, scale, spacing, bold=piece.bold) * small
    return whole
