"""Where Word ends the lines of a paragraph.

Word fills a justified line in one of two ways. It stretches the spaces between the words that fit; or it takes the
next word too and squeezes them, by a quarter at most, where stretching would change them more than twice as much.
Measured on 4,431 justified lines of 22 published drafts, every fifth of them squeezed. The measures here were fitted
on half of the drafts and are the best for the other half as well; with them 93 lines of 100 end where the published
ones do.

Lengths are twentieths of a point.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.export.blocks import Call, Run
from assistant.export.measures import Face, natural

SQUEEZED = 0.25
"""Share of a space that Word takes from it at most."""
PREFERRED = 2
"""How many times a space would have to be stretched by what it is squeezed otherwise."""
_LOSS = 0.26
"""What the space after a letter is less on the page, where letters stand on the dots of a printer."""
_EDGE = 23
"""What a line is shorter than its room."""
_RAISED, _RAISED_LETTERS = 0.65, (1.03, 5)
"""Size of the call of a note beside the text, and how its figures are set."""
SPACE = 2.5
"""Width of a space, for each half point of the size."""
_HYPHEN = re.compile(r"(?<=\w[-–—])(?=\w)|(?<=—)(?=\w)")


@dataclass(frozen=True, slots=True)
class Printed:
    """Words on a line that look alike."""

    text: str
    italic: bool = False
    bold: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters are set: their width in per cent, and the space after each."""

    scale: int
    spacing: int


@dataclass(frozen=True, slots=True)
class Column:
    """What lines are filled with and how far: size of the letters in half points, width, what the first is set in."""

    size: int
    wide: float
    first: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What no line parts: a word, or a part of one up to its hyphen, and the calls of notes after it."""

    pieces: tuple[Printed, ...]
    natural: float
    """How wide it is as the font has it."""
    letters: int
    raised: float = 0
    """How wide the calls are, which are set in one way always."""
    bound: int = 0
    """Spaces inside it that do not break; Word squeezes and stretches them as others."""
    spaced: bool = False
    """Whether a space parts it from the box before."""
    notes: tuple[int, ...] = ()


def boxes(runs: Sequence[Run], size: int, *, bold: bool = False) -> list[Box]:
    """Runs cut where a line may end; `size` in half points."""
    made: list[Box] = []
    spaced = False
    for run in runs:
        if run.call is not None:
            _put(made, (_called(run.call, size, spaced=spaced and bool(made)),), apart=spaced)
            spaced = False
            continue
        face = Face.BOLD if bold and not run.roman else Face.ITALIC if run.italic else Face.REGULAR
        for place, word in enumerate(run.text.split(" ")):
            spaced = spaced or place > 0
            if word and spaced and made:
                made += _cut(word, face, size, run.raised, True)  # noqa: FBT003 - as below
            elif word:
                _put(made, _cut(word, face, size, run.raised, False), apart=False)  # noqa: FBT003 - as below
            spaced = spaced and not word
    return made


def _put(made: list[Box], new: Sequence[Box], *, apart: bool) -> None:
    """Boxes after others; what no space parts from the last one belongs to it."""
    if made and not apart:
        made[-1] = _joined(made[-1], new[0])
        new = new[1:]
    made.extend(new)


def _joined(one: Box, other: Box) -> Box:
    return Box(
        pieces=one.pieces + other.pieces,
        natural=one.natural + other.natural,
        letters=one.letters + other.letters,
        raised=one.raised + other.raised,
        bound=one.bound + other.bound,
        spaced=one.spaced,
        notes=one.notes + other.notes,
    )


def _called(call: Call, size: int, *, spaced: bool) -> Box:
    return Box(
        pieces=(Printed(call.mark, raised=True),),
        natural=0,
        letters=0,
        raised=_raised(call.mark, size),
        spaced=spaced,
        notes=(call.note,),
    )


def _raised(mark: str, size: int) -> float:
    scale, spacing = _RAISED_LETTERS
    return natural(mark) * _RAISED * scale / 100 * size + spacing * len(mark)


@lru_cache(maxsize=16384)
def _cut(word: str, face: Face, size: int, raised: bool, spaced: bool) -> tuple[Box, ...]:  # noqa: FBT001 - see below
    """A word at its hyphens. Words come again and again, so each is measured once; the cache knows no names."""
    look = Printed(word, italic=face is Face.ITALIC, bold=face is Face.BOLD, raised=raised)
    return tuple(
        Box(
            pieces=(replace(look, text=part),),
            natural=0 if raised else natural(part, face) * size / 100,
            letters=0 if raised else len(part),
            raised=_raised(part, size) if raised else 0,
            bound=part.count("\u00a0"),
            spaced=spaced and not place,
        )
        for place, part in enumerate(_HYPHEN.split(word))
    )


def line_starts(words: Sequence[Box], letters: Letters, column: Column, *, squeezes: bool) -> list[int]:
    """Which boxes begin a line in Word; `squeezes` where the lines are justified."""
    spacing = letters.spacing - _LOSS if letters.spacing else 0.0
    inside = Column(column.size, column.wide - _EDGE, column.first)
    return filled(words, letters.scale / 100, spacing, inside, _squeezed if squeezes else stretched)


Takes = Callable[[float, float, int, int], bool]
"""Whether a line takes one word more than fits: by how many spaces it is too wide with that word and too narrow
without, and how many spaces it has without and with."""


def filled(words: Sequence[Box], scale: float, spacing: float, column: Column, takes: Takes) -> list[int]:
    """Which boxes begin a line, where a program takes in what `takes` says; `spacing` is what is left on the page."""
    space = SPACE * column.size * scale + spacing
    starts, full, spaces, left = [0], 0.0, 0, column.wide - column.first
    for place, box in enumerate(words):
        wide = box.natural * scale + spacing * box.letters + box.raised
        if place > starts[-1]:
            gaps = spaces + box.spaced + box.bound
            whole = full + wide + space * box.spaced
            over = whole - left
            if over <= 0 or takes(over / space, (left - full) / space, spaces, gaps):
                full, spaces = whole, gaps
                continue
            starts.append(place)
            left = column.wide
        full, spaces = wide, box.bound
    return starts if words else []


def stretched(_over: float, _short: float, _spaces: int, _gaps: int) -> bool:
    """A program that takes in nothing."""
    return False


def _squeezed(over: float, short: float, spaces: int, gaps: int) -> bool:
    """Word: a quarter of each space at most, and only where stretching would change it more than twice as much."""
    if over > SQUEEZED * gaps:
        return False
    return short * gaps >= PREFERRED * over * max(spaces, 1)
