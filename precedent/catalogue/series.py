"""A series: one text adopted again and again, with its rhythm."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from precedent.index.protocol import Card
from precedent.session import Organ


class Tie(StrEnum):
    """By what a text was found to be of its series."""

    TITLE = "same title"
    NUMBERED = "same title but for a number"
    RECALLED = "recalls the edition before and keeps its paragraphs"
    TEXT = "keeps most of the paragraphs"
    SUBJECT = "same subject in the catalogues"


@dataclass(frozen=True, slots=True)
class Series:
    """One text over the years; `editions` oldest first, never empty."""

    editions: tuple[Card, ...]
    ties: tuple[Tie, ...] = ()
    """How each edition was found to be of the series: by the title that its predecessors have, or otherwise."""

    @property
    def last(self) -> Card:
        """The newest edition."""
        return self.editions[-1]

    @property
    def title(self) -> str:
        """The title that it has now; of a text without one what catalogues call it, or its symbol."""
        return self.last.called or self.last.symbol

    @property
    def titles(self) -> tuple[str, ...]:
        """Every title that it has had, oldest first."""
        return tuple(dict.fromkeys(card.title for card in self.editions if card.title))

    @property
    def names(self) -> tuple[str, ...]:
        """Every title that it has had; of texts without titles what catalogues call them, and else their symbols."""
        return tuple(dict.fromkeys(card.called or card.symbol for card in self.editions))

    @property
    def organ(self) -> Organ | None:
        """Who adopts it."""
        return self.last.organ

    @property
    def sessions(self) -> tuple[int, ...]:
        """Numbers (years) of the regular sessions in which it was adopted, each once."""
        return tuple(dict.fromkeys(int(card.session) for card in self.editions if card.session.isdigit()))

    @property
    def rhythm(self) -> int | None:
        """Every how many sessions it is adopted: the gap that most editions keep; None where none is kept by most."""
        gaps = [later - earlier for earlier, later in pairwise(self.sessions)]
        if not gaps:
            return None
        # Of gaps that are as frequent the last one tells: a rhythm is changed for the future.
        counted = Counter(gaps)
        gap = max(reversed(gaps), key=counted.__getitem__)
        return gap if 2 * counted[gap] > len(gaps) or gaps[-2:] == [gap, gap] else None

    @property
    def due(self) -> int | None:
        """Session (year) in which the next edition is to be expected; None where there is no rhythm to tell."""
        return self.sessions[-1] + self.rhythm if self.rhythm else None
