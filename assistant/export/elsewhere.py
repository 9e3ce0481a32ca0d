"""How letters are set that a program which never squeezes a line ends it where Word does.

LibreOffice before 24.2 only stretches the spaces of a justified line. Its lines end with Word's where the letters of
a squeezed paragraph stand a twentieth of a point or two closer, which no eye sees. What each line of a paragraph must
hold, and what it must not, bounds the space after a letter from above and from below.

Lengths are twentieths of a point.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from assistant.export.breaking import SPACE, Box, Column, Letters, filled, stretched

_LOSS = 0.19
"""What the space after a letter is less on the page than it should be: measured on 670 lines of LibreOffice 7.4."""
_EDGE = 10
"""What a line is shorter than its room."""
_SURE = 0.03
"""By how much the space after a letter may be off, that all lines still end where they should."""
_SCALES = (0, -1, 1, -2, 2)
_SPACINGS = (1, 0, -1, -2, -3, -4)


def elsewhere(
    words: Sequence[Box], starts: Sequence[int], column: Column, letters: Letters, usual: Letters
) -> Letters:
    """How to set the letters of a paragraph there, so that its lines begin with the same boxes as in Word.

    Args:
        words: the boxes of the paragraph.
        starts: which of them begin a line in Word.
        column: what the lines are filled with and how far.
        letters: how they are set in Word.
        usual: how the style sets them elsewhere.

    Returns:
        `usual` where that does; else the surest of the settings, of those with the same width of letters as in Word
        if one of these is sure enough; where none does, the one with as many lines and most of them the same.
    """
    lines = list(_spans(words, starts, column))
    if not lines:
        return usual
    least, most = _bounds(lines, usual.scale)
    if least + _SURE <= usual.spacing <= most - _SURE:
        return usual
    best, surest = 0.0, usual
    for scale in (letters.scale + by for by in _SCALES):
        least, most = _bounds(lines, scale)
        for spacing in (letters.spacing + by for by in _SPACINGS):
            margin = min(spacing - least, most - spacing)
            if margin > best:
                best, surest = margin, Letters(scale, spacing)
        if best >= _SURE:
            break
    return surest if best else _nearest(words, starts, column, letters)


def _nearest(words: Sequence[Box], starts: Sequence[int], column: Column, letters: Letters) -> Letters:
    inside = Column(column.size, column.wide - _EDGE, column.first)

    def alike(setting: Letters) -> tuple[bool, int]:
        theirs = filled(words, setting.scale / 100, setting.spacing - _LOSS, inside, stretched)
        return len(theirs) == len(starts), len({*theirs} & {*starts})

    settings = (
        Letters(letters.scale + scale, letters.spacing + spacing)
        for scale in _SCALES
        for spacing in _SPACINGS
    )
    return max(settings, key=alike)


_Span = tuple[float, int, float, float]
"""Boxes side by side: their natural width with their spaces, letters, calls, and the room they have."""


def _spans(
    words: Sequence[Box], starts: Sequence[int], column: Column
) -> Iterator[tuple[_Span, _Span | None]]:
    """Each line, and each line with the box that must not stand on it."""
    space = SPACE * column.size
    naturals = [0.0, *accumulate(box.natural + space * box.spaced for box in words)]
    letters = [0, *accumulate(box.letters + box.spaced for box in words)]
    raised = [0.0, *accumulate(box.raised for box in words)]

    def span(start: int, end: int) -> _Span:
        before = words[start].spaced  # the space where the line before ends
        natural = naturals[end] - naturals[start] - space * before
        room = column.wide - _EDGE - (0 if start else column.first)
        return natural, letters[end] - letters[start] - before, raised[end] - raised[start], room

    for start, end in pairwise([*starts, len(words)]) if words else ():
        yield span(start, end), span(start, end + 1) if end < len(words) else None


def _bounds(lines: Sequence[tuple[_Span, _Span | None]], scale: int) -> tuple[float, float]:
    """Between which spacings all lines end where they should."""
    return (
        max((_filling(longer, scale) for _, longer in lines if longer), default=-100.0),
        min(_filling(line, scale) for line, _ in lines),
    )


def _filling(span: _Span, scale: int) -> float:
    """The spacing at which boxes just fill their room."""
    natural, letters, raised, room = span
    return (room - natural * scale / 100 - raised) / (letters or 1) + _LOSS
