"""A precedent index in memory, for what only asks for documents and their cards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

from assistant.checks.subject import card_of
from precedent.catalogue.joining import outline_of
from precedent.index import Added, Card, Counts, Failure, Match, Outline, Place, Progress, Query, Source
from precedent.resolution import DocumentKind, Masthead, Resolution
from precedent.series import references_in
from precedent.session import Organ, Session
from precedent.symbol import Symbol
from precedent.wording import fold_title


class Shelf:
    """The texts that it was given, and nothing of search."""

    def __init__(self, *texts: Resolution) -> None:
        self.texts = {str(text.masthead.symbol): text for text in texts}

    def document(self, symbol: str) -> Resolution | None:
        return self.texts.get(symbol)

    def card(self, symbol: str) -> Card | None:
        text = self.texts.get(symbol)
        return card_of(text) if text else None

    def cards(self, organ: Organ | None = None, title: str | None = None) -> list[Card]:
        found = [
            card
            for text in self.texts.values()
            if (card := card_of(text))
            and (organ is None or text.masthead.organ is organ)
            and (title is None or fold_title(text.title) == fold_title(title))
        ]
        return sorted(found, key=lambda card: (card.adopted or dt.date.min, card.symbol))

    def outlines(self) -> list[Outline]:
        return [
            Outline(symbol, outline.wordings, outline.recalls & self.texts.keys())
            for symbol, text in self.texts.items()
            for outline in [outline_of(text)]
        ]

    def stamp(self) -> tuple[int, ...]:
        return (len(self.texts),)

    def count(self) -> Counts:
        return Counts(len(self.texts), 0)

    def search(self, query: Query) -> list[Match]:
        raise NotImplementedError

    def citing(self, symbol: str) -> list[Place]:
        return [
            Place(name, label)
            for name, text in self.texts.items()
            for label, words in text.places()
            if any(
                str(getattr(reference, "symbol", "")) == symbol
                for reference in references_in(words, text.masthead.organ)
            )
        ]

    def mentions(self, phrase: str, organ: Organ | None = None, limit: int = 50) -> list[Match]:
        raise NotImplementedError

    def add(
        self, sources: Iterable[Path | Source | Failure], progress: Callable[[Progress], None] | None = None
    ) -> Added:
        raise NotImplementedError

    def take(self, text: Resolution) -> Added:
        raise NotImplementedError

    def unmet(self, query: Query) -> tuple[str, ...]:
        raise NotImplementedError

    def interrupt(self) -> None:
        raise NotImplementedError

    def close(self) -> None:
        """Nothing is held open."""


def adopted_text(symbol: str, day: dt.date, text: Resolution) -> Resolution:
    """A text as one that was adopted under that symbol."""
    from dataclasses import replace

    parsed = Symbol.parse(symbol)
    organ = Organ.ECONOMIC_AND_SOCIAL_COUNCIL if symbol.startswith("E/") else Organ.GENERAL_ASSEMBLY
    head = Masthead(
        kind=DocumentKind.RESOLUTION,
        symbol=parsed,
        organ=organ,
        session=Session(organ, int(parsed.session)).masthead,
        adopted=day,
    )
    return replace(text, masthead=head, enacting=organ.enacting)
