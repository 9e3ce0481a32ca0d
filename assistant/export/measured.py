"""A block with its measures: the style it is set in, the room of its lines, and where these end.

One place for the preview, which draws the lines, and the Word file, which tells other programs how to come to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from assistant.export.blocks import Block, Note, Role, Run
from assistant.export.breaking import SPACE, Box, Column, Letters, boxes, line_starts
from assistant.export.elsewhere import elsewhere
from assistant.export.styles import BELOW_TABLE, STYLES, TAB, TABS, Style, indent, style_id

WIDE = 9845
"""Twentieths of a point between the margins of the page."""
_KNOWN = {style.id: style for style in STYLES}
_HEADS = (Role.HEADING, Role.SECTION)
_MEASURES = (
    *("before", "after", "line", "left", "right", "first", "align"),
    *("spacing", "spacing_elsewhere", "scale", "size"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The lines of one paragraph. Lengths are twentieths of a point from the left edge of the content."""

    style: Style
    words: Sequence[Box]
    left: int
    first: int
    """Where the words of the first line begin, from `left`."""
    column: Column
    starts: Sequence[int]
    """Which words begin a line."""

    @property
    def letters(self) -> Letters:
        """How its letters are set in Word."""
        return Letters(self.style.scale or 100, self.style.spacing or 0)

    @property
    def elsewhere(self) -> Letters | None:
        """How programs have to set them that do not squeeze a line as Word does; None for as the style tells them."""
        letters, style = self.letters, self.style
        told = style.spacing_elsewhere
        usual = letters if told is None else Letters(letters.scale, told)
        found = elsewhere(self.words, self.starts, self.column, letters, usual)
        return None if found == usual else found

    def wide(self, start: int, end: int) -> float:
        """What words take side by side."""
        scale, spacing, size = (self.style.scale or 100) / 100, self.style.spacing or 0, self.style.size or 20
        words = self.words[start:end]
        spaces = sum(box.spaced for box in words[1:])
        whole = sum(box.natural * scale + spacing * box.letters + box.raised for box in words)
        return whole + spaces * (SPACE * size * scale + spacing)


def measured(block: Block) -> Measured:
    """A block of the page."""
    style = style_of(block.role, block.level)
    left, first = style.left or 0, style.first or 0
    if block.role is Role.HEADING and block.number:
        return _measured(block.runs, style, left + TAB, 0)
    if block.item is not None:
        left, first = indent(block.item.level, block.role)
        style = replace(style, align=aligned(block) or style.align)
    elif block.role is Role.ITEM:
        left, first = indent(block.level, block.role)
    elif block.role is Role.TITLE and block.number:
        return _measured(block.runs, style, left, 0)
    if block.number and not block.typed:
        first = next((stop for stop in TABS if stop > left + first), left + first + TAB) - left
    return _measured(block.runs, style, left, first)


def measured_note(note: Note) -> Measured:
    """A note at the foot of a page; its mark hangs left of it."""
    style = style_of(Role.NOTE, 0)
    return _measured(note.runs, style, style.left or 0, 0)


def measured_cell(runs: Sequence[Run], style: str, left: int, wide: int) -> Measured:
    """A cell of a row in a style, from `left` on as wide as its column."""
    own = style_named(style)
    return _filled(runs, own, left, Column(own.size or 20, wide, 0))


def _measured(runs: Sequence[Run], style: Style, left: int, first: int) -> Measured:
    column = Column(style.size or 20, WIDE - left - (style.right or 0), first)
    return _filled(runs, style, left, column)


def _filled(runs: Sequence[Run], style: Style, left: int, column: Column) -> Measured:
    words = boxes(runs, column.size, bold=style.bold)
    letters = Letters(style.scale or 100, style.spacing or 0)
    starts = line_starts(words, letters, column, squeezes=style.align == "both")
    return Measured(
        style=style, words=words, left=left, first=int(column.first), column=column, starts=starts
    )


def style_of(role: Role, level: int) -> Style:
    """The style of a block with what it takes from those it is based on."""
    return style_named(style_id(role, level))


def aligned(block: Block) -> str | None:
    """How the lines of a block are aligned, where that differs from its style: numbered instructions are ragged."""
    return "left" if block.role is Role.INSTRUCTION and block.item is not None else None


def space_before(block: Block, above: Role | None) -> int:
    """What stands before a block below one of the role `above`, in twentieths of a point.

    Headings close up below each other. Where there is no title, as in drafts for the Security Council, its room
    stands between the line of the sponsors and the enacting words.
    """
    own = style_of(block.role, block.level).before or 0
    if block.role in _HEADS and above in _HEADS:
        return 0
    if above is Role.TABLE:
        return own or BELOW_TABLE
    if block.role is Role.ENACTING and above is Role.SPONSORS:
        return style_of(Role.TITLE, 0).before or 0
    return own


@lru_cache(maxsize=64)
def style_named(style: str) -> Style:
    """A style by its id, with what it takes from those it is based on."""
    chain = [_KNOWN[style]]
    while chain[-1].base:
        chain.append(_KNOWN[chain[-1].base])
    known: dict[str, Any] = {name: _first(chain, name) for name in _MEASURES}
    return replace(chain[0], **known, keep=any(s.keep for s in chain), bold=any(s.bold for s in chain))


def _first(chain: Sequence[Style], name: str) -> Any:  # noqa: ANN401 - a measure of any kind
    return next((value for style in chain if (value := getattr(style, name)) is not None), None)
