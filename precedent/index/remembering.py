"""An index that remembers what it answered: a text that is checked after each edit asks the same again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import TypeVar, cast

from precedent.index.protocol import (
    Added,
    Card,
    Counts,
    Failure,
    Match,
    Outline,
    Place,
    PrecedentIndex,
    Progress,
    Query,
    Source,
)
from precedent.resolution import Resolution
from precedent.session import Organ

_Answer = TypeVar("_Answer")


class Remembering:
    """The answers of an index on single texts, kept as long as it has the same texts.

    To whatever keeps something by an index it is the index itself.
    """

    def __init__(self, index: PrecedentIndex) -> None:
        self.index = index
        self._stamp = index.stamp()
        self._answers: dict[Hashable, object] = {}

    @property
    def is_current(self) -> bool:
        """Whether the index still has the texts that it was asked about."""
        return self.index.stamp() == self._stamp

    def __eq__(self, other: object) -> bool:
        return other is self.index or (isinstance(other, Remembering) and other.index is self.index)

    def __hash__(self) -> int:
        return hash(self.index)

    def _kept(self, question: Hashable, ask: Callable[[], _Answer]) -> _Answer:
        if question not in self._answers:
            self._answers[question] = ask()
        return cast("_Answer", self._answers[question])

    def document(self, symbol: str) -> Resolution | None:
        """See `PrecedentIndex.document`."""
        return self._kept(("document", symbol), lambda: self.index.document(symbol))

    def card(self, symbol: str) -> Card | None:
        """See `PrecedentIndex.card`."""
        return self._kept(("card", symbol), lambda: self.index.card(symbol))

    def cards(self, organ: Organ | None = None, title: str | None = None) -> list[Card]:
        """See `PrecedentIndex.cards`."""
        return self._kept(("cards", organ, title), lambda: self.index.cards(organ, title))

    def citing(self, symbol: str) -> list[Place]:
        """See `PrecedentIndex.citing`."""
        return self._kept(("citing", symbol), lambda: self.index.citing(symbol))

    def count(self) -> Counts:
        """See `PrecedentIndex.count`."""
        return self._kept("count", self.index.count)

    def stamp(self) -> tuple[int, ...]:
        """See `PrecedentIndex.stamp`."""
        return self._stamp

    def outlines(self) -> list[Outline]:
        """See `PrecedentIndex.outlines`."""
        return self.index.outlines()

    def search(self, query: Query) -> list[Match]:
        """See `PrecedentIndex.search`."""
        return self.index.search(query)

    def mentions(self, phrase: str, organ: Organ | None = None, limit: int = 50) -> list[Match]:
        """See `PrecedentIndex.mentions`."""
        return self.index.mentions(phrase, organ, limit)

    def unmet(self, query: Query) -> tuple[str, ...]:
        """See `PrecedentIndex.unmet`."""
        return self.index.unmet(query)

    def interrupt(self) -> None:
        """See `PrecedentIndex.interrupt`."""
        self.index.interrupt()

    def add(
        self, sources: Iterable[Path | Source | Failure], progress: Callable[[Progress], None] | None = None
    ) -> Added:
        """See `PrecedentIndex.add`."""
        return self.index.add(sources, progress)

    def take(self, text: Resolution) -> Added:
        """See `PrecedentIndex.take`."""
        return self.index.take(text)

    def close(self) -> None:
        """See `PrecedentIndex.close`."""
        self.index.close()
