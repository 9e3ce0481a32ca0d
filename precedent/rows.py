"""The rows of tables: a row is one paragraph, whose cells are parted by bars."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from precedent.resolution import NoteCall, Span

BAR: Final = " | "
_BAR: Final = re.compile(r"\s?(?<!\S)\|(?!\S)\s?")


def bars(text: str) -> tuple[Span, ...]:
    """Where the bars of a row stand, each with a blank beside it."""
    return tuple(Span(*found.span()) for found in _BAR.finditer(text))


def cells(text: str) -> tuple[Span, ...]:
    """Where the words of each cell stand, between the bars; an empty cell has an empty span."""
    ends = [Span(0, 0), *bars(text), Span(len(text), len(text))]
    return tuple(Span(before.end, after.start) for before, after in pairwise(ends))


def in_cells(calls: Iterable[NoteCall], text: str) -> tuple[NoteCall, ...]:
    """Calls of notes in a row, those at a bar put at the end of the cell before it."""
    found = bars(text)
    return tuple(
        replace(call, offset=next((b.start for b in found if b.start < call.offset < b.end), call.offset))
        for call in calls
    )
