"""What stands behind words: series, lineages, citations, departures. Worked out once while the index stands.

Adding texts changes all of it; the index says so by its state, and what was kept is dropped then. Safe to use from
several threads: at worst the same is worked out twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar, cast

from assistant.draft import Draft, Entry
from assistant.errors import AssistantError
from precedent.resolution import Kind, Resolution
from precedent.symbol import Symbol

if TYPE_CHECKING:
    from assistant.departing import Departure, Surroundings
    from assistant.ledger import Ledger
    from precedent.catalogue import Catalogue, Series
    from precedent.citations import Cited, Slip
    from precedent.index import Card, PrecedentIndex
    from precedent.lineage import Line, Lineage

T = TypeVar("T")

EDITIONS = 3
"""How many earlier editions a paragraph is held against."""
_DAY = dt.timedelta(days=1)


class NoSuchParagraphError(AssistantError):
    """A label that a text does not have."""


class NoSuchSeriesError(AssistantError):
    """Words that are no symbol in the index and in no title."""


@dataclass(frozen=True, slots=True)
class Cites:
    """One document that a text cites."""

    symbol: str
    card: Card | None
    """What the index knows of it."""
    places: tuple[Cited, ...]
    slips: tuple[Slip, ...]


_LARGE, _MOST = ("document", "moves"), 24
"""What is kept only so many times: whole texts, and lines through all editions of a draft as it was once."""


@dataclass(slots=True)
class Provenance:
    """What an index tells about the words of earlier texts and of drafts."""

    index: PrecedentIndex
    _stamp: tuple[int, ...] | None = None
    _kept: dict[Hashable, object] = field(default_factory=dict)

    # Series

    @property
    def catalogue(self) -> Catalogue:
        """Every text of the index in its series."""
        from precedent.catalogue import catalogue

        return catalogue(self.index)

    def series_of(self, text: Draft | Resolution) -> Series | None:
        """The series that a draft or an earlier text belongs to; None where nothing like it was adopted."""
        if isinstance(text, Draft):
            own = self.catalogue.of(text.base) if text.base else None
            return own or self.catalogue.of_text(text.resolution)
        return self.catalogue.of_text(text)

    def series(self, words: str) -> tuple[Series, ...]:
        """The series that a symbol or a title names; of a resolution the number alone will do ("77/150").

        Raises:
            NoSuchSeriesError: there is none.
        """
        for prefix in ("", "A/RES/", "E/RES/", "A/HRC/RES/", "S/RES/"):
            card = self.index.card(prefix + words.strip())
            if card is not None and (one := self.catalogue.of(card.symbol)) is not None:
                return (one,)
            if card is not None and (found := self.catalogue.titled(card.title, card.organ)):
                return found
        if not _is_symbol(words) and (found := self.catalogue.titled(words)):
            return found
        raise NoSuchSeriesError(
            f"{words}: no text of that symbol is in the precedent index, and no title has these words"
        )

    # Lineage

    def lineage(self, text: Draft | Resolution) -> Lineage:
        """The paragraphs of all editions of a text; a draft, or a text that the index lacks, is the last edition."""
        from precedent.lineage import Stage, stages, trace

        series = self.series_of(text)
        resolution = text.resolution if isinstance(text, Draft) else text
        own = str(resolution.masthead.symbol or "")
        cards = series.editions if series else ()
        held = any(card.symbol == own for card in cards)
        if not isinstance(text, Draft) and held:
            symbols = tuple(card.symbol for card in cards)
            return self._once(("lineage", symbols, own), lambda: trace(stages(self.index, cards, own)))
        day = text.expected_adoption if isinstance(text, Draft) else resolution.masthead.adopted
        cards = tuple(
            card
            for card in cards
            if card.symbol != own and (day is None or not card.adopted or card.adopted < day)
        )
        symbols = tuple(card.symbol for card in cards)
        earlier = self._once(("lineage", symbols, ""), lambda: trace(stages(self.index, cards)))
        return earlier.followed_by(replace(Stage.of(resolution), symbol=own))

    def whole(self, lineage: Lineage) -> Lineage:
        """All paragraphs, with the ties to other series that have their very words."""
        from precedent.lineage import with_same_words

        return with_same_words(lineage, self.index, self.catalogue)

    def line(self, lineage: Lineage, symbol: str, label: str) -> Line:
        """One paragraph through the editions, with its ties to other series.

        Raises:
            NoSuchParagraphError: the edition has none of that label.
        """
        from precedent.lineage import with_moves

        place = lineage.place(symbol)
        place = len(lineage.stages) - 1 if place is None else place
        line = lineage.line(place, label)
        if line is None:
            labels = list(lineage.stages[place].texts)
            raise NoSuchParagraphError(
                f"{symbol or 'the draft'} has no paragraph {label!r}; its labels are those of penholder read: "
                f"{', '.join(labels[:3])} … {', '.join(labels[-2:])}"
            )
        stages = tuple(stage.symbol for stage in lineage.stages)
        return self._once(
            ("moves", stages, line), lambda: with_moves(lineage, line, self.index, self.catalogue)
        )

    # Citations

    def cites(self, text: Draft | Resolution) -> tuple[Cites, ...]:
        """Every document that a text cites, in the order of first mention, with what is wrong about it."""
        from precedent.citations import cited_in, slips

        resolution = text.resolution if isinstance(text, Draft) else text
        places: dict[str, list[Cited]] = {}
        for cited in cited_in(resolution):
            places.setdefault(cited.symbol, []).append(cited)
        found = []
        for symbol, several in places.items():
            card = self.index.card(symbol)
            wrong = [slip for cited in several for slip in slips(self.index, cited)]
            found.append(Cites(symbol, card, tuple(several), tuple(wrong)))
        return tuple(found)

    def cited_by(self, symbol: str) -> tuple[tuple[Card, Cited], ...]:
        """Every place in the index that cites a document, newest text first."""
        from precedent.citations import cited_by

        return self._once(("cited by", symbol), lambda: tuple(cited_by(self.index, symbol)))

    # Departure

    def surroundings(self, draft: Draft) -> Surroundings:
        """What a draft's paragraphs are measured against: its series, and the index up to its adoption."""
        from assistant.departing import Surroundings

        series = self.series_of(draft)
        own = str(draft.masthead.symbol or "")
        day = draft.expected_adoption or draft.masthead.adopted
        cards = [
            card
            for card in (series.editions if series else ())
            if card.symbol != own and (day is None or card.adopted is None or card.adopted < day)
        ]
        texts = (self.document(card.symbol) for card in reversed(cards[-EDITIONS:]))
        return Surroundings(
            self.index, self.document, tuple(filter(None, texts)), own, day - _DAY if day else None
        )

    def departure(self, entry: Entry, around: Surroundings) -> Departure:
        """How far a paragraph departs from agreed wording; its words once measured are remembered.

        Raises:
            SearchCancelledError: a search beside it was cancelled, and this one with it.
        """
        from assistant.departing import depart

        content = entry.content
        edition = str(around.series[0].masthead.symbol) if around.series else ""
        key = ("departure", content.kind, content.text, entry.origin, edition, around.own, around.until)
        return self._once(key, lambda: depart(entry, around))

    def departures(self, draft: Draft) -> dict[str, Departure]:
        """How far each paragraph of a draft departs, by its id; headings are left out."""
        around = self.surroundings(draft)
        return {
            entry.id: self.departure(entry, around)
            for entry in draft.entries
            if entry.content.kind is not Kind.HEADING
        }

    def ledger(self, draft: Draft) -> Ledger:
        """The table of a draft's sources."""
        from assistant.ledger import ledger

        return ledger(draft, self.departures(draft))

    def document(self, symbol: str) -> Resolution | None:
        """A text of the index, remembered."""
        return self._once(("document", symbol), lambda: self.index.document(symbol))

    # What was worked out

    def _once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made before under that key, while the index is as it was then."""
        stamp = self.index.stamp()
        if stamp != self._stamp:
            self._stamp, self._kept = stamp, {}
        kept = self._kept
        if key not in kept:
            kept[key] = made = make()
            self._let_go(key)
            return made
        return cast("T", kept[key])

    def _let_go(self, newest: Hashable) -> None:
        """Forget the oldest of what is large, as a draft that is edited all day makes ever more of it."""
        what = newest[0] if isinstance(newest, tuple) else None
        if what in _LARGE:
            alike = [key for key in list(self._kept) if isinstance(key, tuple) and key[0] == what]
            for key in alike[:-_MOST]:
                self._kept.pop(key, None)


def _is_symbol(words: str) -> bool:
    """Whether words can only be meant as a document symbol."""
    try:
        Symbol.parse(words)
    except ValueError:
        return False
    return True
