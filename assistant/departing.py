"""How far a paragraph departs from agreed wording: from its origin, its series, or the nearest anywhere.

Pure but for what it asks the index. A paragraph is measured alone: its sub-paragraphs are paragraphs of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.draft import Entry, digest
from precedent.index.protocol import PrecedentIndex, Query
from precedent.resolution import Paragraph, Resolution
from precedent.wording import fold

LIGHTLY = 0.85
"""Likeness (0 to 1) to agreed wording from which a paragraph is lightly edited."""
REWRITTEN = 0.6
"""The same from which it is rewritten; below it is new."""
NEAR_ENOUGH = 0.95
"""From here on nothing nearer is looked for outside the series."""
NEARER = 0.03
"""By how much likeness an older or a stranger text must be nearer than the origin, or the last edition."""
_LOOKED_AT = 4


class Degree(StrEnum):
    """How far a paragraph departs."""

    IDENTICAL = "in the words of"
    LIGHTLY = "lightly edited from"
    REWRITTEN = "rewritten from"
    NEW = "new"


MARKS = {Degree.IDENTICAL: "≡", Degree.LIGHTLY: "~", Degree.REWRITTEN: "≠", Degree.NEW: "+"}


@dataclass(frozen=True, slots=True)
class Source:
    """Agreed wording that a paragraph departs from, and what stands behind it."""

    symbol: str
    label: str
    text: str
    adopted: dt.date | None = None
    vote: str | None = None

    @property
    def name(self) -> str:
        """Symbol and label: "A/RES/79/194 OP3"."""
        return f"{self.symbol} {self.label}".strip()


@dataclass(frozen=True, slots=True)
class Departure:
    """What a paragraph departs from, and how far."""

    degree: Degree
    source: Source | None
    """The nearest agreed wording; of new wording what is still nearest, if anything is near at all."""
    likeness: float
    """0 to 1."""

    @property
    def mark(self) -> str:
        """One character for the outline."""
        return MARKS[self.degree]

    @property
    def words(self) -> str:
        """The same in words: "lightly edited from A/RES/79/194 OP3"."""
        if self.degree is Degree.NEW or self.source is None:
            return self.degree.value if self.source is None else f"new; nearest {self.source.name}"
        return f"{self.degree.value} {self.source.name}"


Document = Callable[[str], Resolution | None]
"""Reads a text by its symbol; best one that remembers."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a draft's paragraphs are measured against."""

    index: PrecedentIndex
    document: Document
    series: tuple[Resolution, ...] = ()
    """Editions of its series, the latest first."""
    own: str = ""
    """Its own symbol, where it has one: a text does not depart from itself."""
    until: dt.date | None = None
    """Day of its expected adoption: what was agreed later is no precedent."""


def depart(entry: Entry, around: Surroundings) -> Departure:
    """How far a paragraph departs from agreed wording.

    Raises:
        SearchCancelledError: the search was cancelled.
    """
    paragraph = entry.content
    if not paragraph.text.strip():
        return Departure(Degree.NEW, None, 0.0)
    best: Departure | None = None
    for sources in _places(entry, around):
        if best is not None and best.likeness >= (1.0 if sources.known else NEAR_ENOUGH):
            break
        near = _best(paragraph, sources.texts)
        if near is not None and (
            best is None or near.likeness > best.likeness + NEARER or near.likeness == 1.0
        ):
            best = near
    return best or Departure(Degree.NEW, None, 0.0)


def by_origin(entry: Entry) -> Departure:
    """What can be told without the index: whether the words are those of the origin."""
    origin = entry.origin
    if origin is None:
        return Departure(Degree.NEW, None, 0.0)
    source = Source(origin.symbol, origin.label, "")
    same = digest(entry.content.text) == origin.digest
    return Departure(Degree.IDENTICAL if same else Degree.LIGHTLY, source, 1.0 if same else LIGHTLY)


@dataclass(frozen=True, slots=True)
class _Sources:
    texts: Iterable[Source]
    known: bool = True
    """Whether they are at hand: others cost a search."""


def _places(entry: Entry, around: Surroundings) -> Iterator[_Sources]:
    """Where agreed wording is looked for: the origin, the editions of the series, the latest first, the index."""
    origin, kind = entry.origin, entry.content.kind
    if origin is not None and (text := around.document(origin.symbol)) is not None:
        words = text.text_at(origin.label)
        yield _Sources([_source(text, origin.label, words)] if words else [])
    for edition in around.series:
        yield _Sources(_source(edition, p.label, p.text) for p in edition.paragraphs if p.kind is kind)
    yield _Sources(_anywhere(entry.content, around), known=False)


def _anywhere(paragraph: Paragraph, around: Surroundings) -> Iterator[Source]:
    """The nearest of the whole index. A match has its sub-paragraphs folded in; the paragraph alone is measured."""
    query = Query(paragraph.text, limit=_LOOKED_AT, plain=True, until=around.until)
    for match in around.index.search(query):
        for symbol, label in ((match.symbol, match.label), *((p.symbol, p.label) for p in match.also[:1])):
            if symbol == around.own or (text := around.document(symbol)) is None:
                continue
            yield _source(text, label, text.text_at(label) or match.text)
            break


def _source(text: Resolution, label: str, words: str) -> Source:
    head = text.masthead
    return Source(str(head.symbol or ""), label, words, head.adopted, head.vote)


def _best(paragraph: Paragraph, sources: Iterable[Source]) -> Departure | None:
    """The likest; of equals the first."""
    from rapidfuzz.fuzz import ratio

    own = fold(paragraph.text)
    best: Source | None = None
    least = 0.0
    for source in sources:
        words = fold(source.text)
        if words == own:
            return Departure(Degree.IDENTICAL, source, 1.0)
        likeness = ratio(own, words, score_cutoff=least * 100) / 100
        if likeness > least:
            best, least = source, likeness
    return Departure(degree_of(least), best, least) if best is not None else None


def degree_of(likeness: float) -> Degree:
    """What a likeness below that of the very words amounts to."""
    if likeness >= LIGHTLY:
        return Degree.LIGHTLY
    return Degree.REWRITTEN if likeness >= REWRITTEN else Degree.NEW
