"""What a paragraph has to do with other series: where it was taken from, and where it went when it was dropped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from precedent.catalogue import Catalogue
from precedent.index.protocol import Card, Match, PrecedentIndex, Query
from precedent.index.ranking import fingerprint
from precedent.lineage.lines import SHORTEST, Bond, Event, Line, Lineage, Stop, Tied, part_of
from precedent.wording import fold, likeness

SAME_WORDS = 0.85
"""Likeness (0 to 1) from which a paragraph of another series is the same paragraph."""
LOOKED_AT = 6
"""Matches of a search that are looked at."""
FORMULA = 6
"""In how many other series words may stand and still be said to come from one of them."""
_DAY = dt.timedelta(days=1)


def with_moves(lineage: Lineage, line: Line, index: PrecedentIndex, catalogue: Catalogue) -> Line:
    """The line with its ties to other series, where it has none within its own.

    Raises:
        SearchCancelledError: the search was cancelled.
    """
    own = _of_the_series(lineage, catalogue)
    came, went = line.came, line.went
    if came is None:
        came = _taken_from(lineage, line, index, own)
    if went is None and line.last.stage < len(lineage.stages) - 1:
        went = _moved_to(lineage, line, index, own)
    return replace(line, came=came, went=went)


def with_same_words(lineage: Lineage, index: PrecedentIndex, catalogue: Catalogue) -> Lineage:
    """The lineage with the ties of every line to other series that have its very words: no search, a moment in all.

    Words that stand in more than `FORMULA` other series are a formula and come from nowhere.
    """
    own = _of_the_series(lineage, catalogue)
    last = len(lineage.stages) - 1
    lines = []
    for line in lineage.lines:
        came, went = line.came, line.went
        if came is None and line.first.event is Event.NEW:
            day = lineage.stages[line.first.stage].adopted
            earlier = [card for card in _having(line.first, index, catalogue, own) if _before(card, day)]
            came = _found(Bond.TAKEN, earlier[-1:], line.first, index)
        if went is None and line.last.stage < last:
            kept = lineage.stages[line.last.stage].adopted
            cards = _having(line.last, index, catalogue, own)
            later = [card for card in cards if kept and card.adopted and card.adopted > kept]
            bond = Bond.MOVED if len(later) == len(cards) else Bond.STANDS
            went = _found(bond, later[:1], line.last, index)
        lines.append(replace(line, came=came, went=went))
    return replace(lineage, lines=tuple(lines))


def _having(stop: Stop, index: PrecedentIndex, catalogue: Catalogue, own: set[str]) -> list[Card]:
    """Texts of other series that have a paragraph's very words, oldest first."""
    if len(stop.text) < SHORTEST:
        return []
    symbols = [s for s in catalogue.wordings.get(fingerprint(stop.text), ()) if s not in own]
    if len({id(catalogue.of(symbol)) for symbol in symbols}) > FORMULA:
        return []
    cards = filter(None, map(index.card, symbols))
    return sorted(cards, key=lambda card: (card.adopted or dt.date.min, card.symbol))


def _before(card: Card, day: dt.date | None) -> bool:
    return card.adopted is not None and (day is None or card.adopted < day)


def _found(bond: Bond, cards: Iterable[Card], stop: Stop, index: PrecedentIndex) -> Tied | None:
    """The paragraph with those words in the text; none where they are those of several together."""
    for card in cards:
        text, words = index.document(card.symbol), fold(stop.text)
        for label, other in text.places() if text else ():
            if part_of(label) == part_of(stop.label) and fold(other) == words:
                return Tied(bond, card.symbol, label, other)
    return None


def _of_the_series(lineage: Lineage, catalogue: Catalogue) -> set[str]:
    own = {stage.symbol for stage in lineage.stages}
    for symbol in tuple(own):
        series = catalogue.of(symbol)
        own |= {card.symbol for card in series.editions} if series else set()
    return own


def _taken_from(lineage: Lineage, line: Line, index: PrecedentIndex, own: set[str]) -> Tied | None:
    """The last text of another series that had a paragraph before it was first here."""
    stage, text, label = lineage.stages[line.first.stage], line.first.text, line.first.label
    if len(text) < SHORTEST:
        return None
    until = stage.adopted - _DAY if stage.adopted else None
    found = _same(index.search(Query(text, limit=LOOKED_AT, until=until, plain=True)), text, label, own)
    return next((_tied(Bond.TAKEN, match) for match in found), None)


def _moved_to(lineage: Lineage, line: Line, index: PrecedentIndex, own: set[str]) -> Tied | None:
    """A text of another series that has a paragraph since it was dropped here."""
    kept, dropped = lineage.stages[line.last.stage], lineage.stages[line.last.stage + 1]
    text, label = line.last.text, line.last.label
    if len(text) < SHORTEST or kept.adopted is None:
        return None
    since = kept.adopted + _DAY
    found = tuple(
        _same(index.search(Query(text, limit=LOOKED_AT, since=since, plain=True)), text, label, own)
    )
    if not found:
        return None
    earlier = Query(text, limit=LOOKED_AT, until=kept.adopted, plain=True)
    before = tuple(_same(index.search(earlier), text, label, own))
    new = dropped.adopted is not None and not before
    return _tied(Bond.MOVED if new else Bond.STANDS, found[0])


def _same(matches: Iterable[Match], text: str, label: str, own: set[str]) -> Iterable[Match]:
    """Matches of other series that are the same paragraph, in the same part."""
    for match in matches:
        if part_of(match.label) != part_of(label) or likeness(text, match.text) < SAME_WORDS:
            continue
        if match.symbol not in own:
            yield match
        for place in match.also:
            if place.symbol not in own:
                yield replace(match, symbol=place.symbol, label=place.label)
                break


def _tied(bond: Bond, match: Match) -> Tied:
    return Tied(bond, match.symbol, match.label, match.text)
