"""The catalogue of an index: its texts sorted into series."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from weakref import WeakKeyDictionary

from precedent.catalogue.joining import (
    before,
    folded,
    judged,
    outline_of,
    sorted_into_series,
    sorted_under,
    without_numbers,
)
from precedent.catalogue.series import Series, Tie
from precedent.index.protocol import Card, Outline, PrecedentIndex
from precedent.resolution import Resolution
from precedent.session import Organ
from precedent.wording import fold_title

__all__ = ["Catalogue", "Series", "Tie", "catalogue", "sorted_under"]


class Catalogue:
    """All series of an index, by the symbols of their editions and by their titles."""

    def __init__(self, series: Iterable[Series], outlines: Mapping[str, Outline]) -> None:
        self.series = tuple(series)
        self.outlines = outlines
        self._of = {card.symbol: one for one in self.series for card in one.editions}

    def of(self, symbol: str) -> Series | None:
        """The series that a text is an edition of; one that was adopted once is a series of one."""
        return self._of.get(symbol)

    def of_text(self, resolution: Resolution) -> Series | None:
        """The series of a text that the index need not hold: by its symbol, its title or its paragraphs."""
        head = resolution.masthead
        if head.symbol is not None and (own := self.of(str(head.symbol))):
            return own
        if title := folded(resolution.title):
            if same := self._titled.get((head.organ, title)):
                return same[-1]
            bare = without_numbers(resolution.title)
            if bare and (same := self._titled_without_numbers.get((head.organ, bare))):
                return max(same, key=lambda one: one.last.adopted or dt.date.min)
        return self._by_paragraphs(resolution, [one for one in self.series if one.organ is head.organ])

    def last_adopted(self, organ: Organ, by: dt.date) -> Card | None:
        """The last text that an organ had adopted by a day; None where the index has none."""
        known = self._by_day.get(organ, [])
        place = bisect_right(known, by, key=lambda card: card.adopted or dt.date.max)
        return known[place - 1] if place else None

    @cached_property
    def _by_day(self) -> Mapping[Organ | None, list[Card]]:
        """What each organ adopted, oldest first."""
        found: dict[Organ | None, list[Card]] = defaultdict(list)
        for one in self.series:
            found[one.organ] += [card for card in one.editions if card.adopted is not None]
        return {
            organ: sorted(cards, key=lambda c: c.adopted or dt.date.max) for organ, cards in found.items()
        }

    @cached_property
    def _titled(self) -> Mapping[tuple[Organ | None, str], list[Series]]:
        return self._by_title(folded)

    @cached_property
    def _titled_without_numbers(self) -> Mapping[tuple[Organ | None, str], list[Series]]:
        return self._by_title(without_numbers)

    def _by_title(self, form: Callable[[str], str]) -> Mapping[tuple[Organ | None, str], list[Series]]:
        """The series by organ and title, in a form in which titles are compared."""
        found: dict[tuple[Organ | None, str], list[Series]] = defaultdict(list)
        for one in self.series:
            for title in dict.fromkeys(map(form, one.titles)):
                found[one.organ, title].append(one)
        return dict(found)

    def _by_paragraphs(self, resolution: Resolution, series: Iterable[Series]) -> Series | None:
        """The series that a text goes on by what it recalls and has kept."""
        outline, head = outline_of(resolution), resolution.masthead
        card = Card(
            symbol=outline.symbol, organ=head.organ, session="", number="", title=resolution.title,
            adopted=head.adopted or dt.date.max, vote=None, draft_symbol=None, agenda_item=None,
        )  # fmt: skip
        outlines = {**self.outlines, outline.symbol: outline}
        names = {card.symbol: "" for one in series for card in one.editions} | {outline.symbol: ""}
        having = {symbol for wording in outline.wordings for symbol in self.wordings.get(wording, ())}
        joins = [
            (join.strength, one)
            for one in series
            for other in one.editions
            if other.symbol in having | outline.recalls
            and before(other, card)
            and (join := judged(other, card, outlines, names, aged=False))
        ]
        return max(joins, key=lambda found: found[0])[1] if joins else None

    def titled(self, words: str, organ: Organ | None = None) -> tuple[Series, ...]:
        """Series that have, or had, that title; where there is none, those with all of the words in a title."""
        wanted = folded(words)
        own = [one for one in self.series if organ in (None, one.organ)]
        if same := tuple(one for one in own if wanted in map(folded, one.names)):
            return same
        each = fold_title(words).split()
        return tuple(
            one
            for one in own
            if each and any(all(word in fold_title(title) for word in each) for title in one.names)
        )

    @cached_property
    def wordings(self) -> Mapping[int, tuple[str, ...]]:
        """Symbols of the texts that have a wording, by its fingerprint."""
        found: dict[int, list[str]] = defaultdict(list)
        for symbol, outline in self.outlines.items():
            for wording in outline.wordings:
                found[wording].append(symbol)
        return {wording: tuple(symbols) for wording, symbols in found.items()}


_MADE: WeakKeyDictionary[PrecedentIndex, tuple[tuple[int, ...], Catalogue]] = WeakKeyDictionary()
"""The last catalogue of each index, with the state that it was made of: remembered, as what a text refers to is."""


def catalogue(index: PrecedentIndex) -> Catalogue:
    """Every text of an index in its series: half a second for 2,500 texts, then at hand while the index stands."""
    stamp = index.stamp()
    known = _MADE.get(index)
    if known is not None and known[0] == stamp:
        return known[1]
    made = _made(index)
    _MADE[index] = (stamp, made)
    return made


def _circulated(card: Card) -> bool:
    """Whether a text is a draft that was circulated: it has no day of adoption, and is no edition of its series."""
    return card.adopted is None and "/L." in card.symbol


def _made(index: PrecedentIndex) -> Catalogue:
    outlines = {outline.symbol: outline for outline in index.outlines()}
    groups: dict[Organ | None, list[Card]] = defaultdict(list)
    for card in index.cards():
        if not _circulated(card):
            groups[card.organ].append(card)
    series = [one for organ in groups for one in sorted_into_series(groups[organ], outlines)]
    return Catalogue(series, outlines)
