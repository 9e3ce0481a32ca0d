"""How the lines of a plain text are broken: by an editor at its width, by a page, or only where a paragraph ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from precedent.reading.plain.marks import SUPERSCRIPTS, ending

_WIDEST = 110
"""Characters of the longest line of a text whose lines are broken."""
_RAGGED = {"": 0.6, ",": 0.7}
"""Share of the width that a line fills at least before it is broken, where letters are of different widths and first
lines are indented; by the punctuation at its end."""
_RAGGED_CLOSED = 0.85
_ENOUGH = 6
"""Breaks within sentences that show whether lines are filled to the last character."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of one text are broken."""

    broken: bool
    """Whether a line may end within a sentence."""
    width: float
    """Characters of a full line, where lines are broken; else no line is as long."""
    exact: bool = False
    """Whether every line is filled as far as its words allow, so that any shorter one was ended on purpose."""
    each: bool = False
    """Whether every line is a paragraph of its own: nothing is broken and no blank lines stand between."""

    @classmethod
    def of(cls, lines: Sequence[str]) -> Layout:
        """What the lines of a text show of it; blank ones are empty."""
        lengths = sorted(map(len, filter(None, lines)))
        if not lengths:
            return cls(broken=False, width=float("inf"))
        common = lengths[min(len(lengths) - 1, int(len(lengths) * 0.97))]
        if common > _WIDEST:
            blank = sum(not line for line in lines[1:-1])
            return cls(broken=False, width=float("inf"), each=blank * 8 < len(lengths))
        breaks = list(_breaks(lines))
        longest = max((len(before) for before, _ in breaks), default=common)
        full = sum(len(before) + 1 + len(_first(line)) > longest for before, line in breaks)
        exact = len(breaks) >= _ENOUGH and full >= len(breaks) * 0.97
        return cls(broken=True, width=longest if exact else common, exact=exact)

    def deliberate(self, before: str, line: str) -> bool:
        """Whether a line was ended although the first word of the next one had room on it."""
        if not self.broken or (not self.exact and before[-1:] in SUPERSCRIPTS):
            return False  # some programs break a line at every number that is raised
        share = 1 if self.exact else _RAGGED.get(ending(before), _RAGGED_CLOSED)
        return len(before) + 1 + len(_first(line)) <= self.width * share

    def is_full(self, line: str) -> bool:
        """Whether a line may go on below."""
        return len(line) >= self.width * 0.75


def _breaks(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Lines that end within a sentence, each with the one that goes on."""
    for before, line in pairwise(lines):
        if before and line[:1].islower() and not ending(before):
            yield before, line


def _first(line: str) -> str:
    """What had to have room on the line before."""
    return line.split(" ", 1)[0]
