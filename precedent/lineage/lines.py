"""Where each paragraph of a text came from and what became of it, over all editions of its series.

A line is one paragraph through the editions: it first stands somewhere, stays as it was or is edited, is dropped and
may be restored. Editions are taken up one after the other, so that a draft is one more edition after the adopted ones.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rapidfuzz import fuzz

from precedent.index.protocol import Card, PrecedentIndex
from precedent.resolution import Resolution
from precedent.series import align
from precedent.session import Organ
from precedent.symbol import Symbol
from precedent.wording import fold, words

RESTORED = 75.0
"""Likeness (0 to 100) from which a paragraph is one that stood in an edition before the last."""
WITHIN = 90.0
"""Likeness (0 to 100) of a paragraph to the best part of another from which it is part of it."""
BEFORE = 80.0
"""The same, below which it was not part of it before."""
OWN_WORDS = 0.85
"""Share of its words that the other has to have as well: formulas alone make no part."""
SHORTEST = 40
"""Characters below which a paragraph is too short to be known again within another."""


class Event(StrEnum):
    """What happened to a paragraph in one edition."""

    FIRST = "in the first edition"
    """The index holds no earlier one."""
    NEW = "new"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    RESTORED = "restored"
    DROPPED = "dropped"
    ABSENT = "absent"
    """Dropped before, and not restored."""


class Bond(StrEnum):
    """How a paragraph is tied to another one."""

    SPLIT = "split from"
    MERGED = "merged into"
    TAKEN = "taken from"
    """Another series had it before."""
    MOVED = "moved to"
    """Another series took it up when it was dropped."""
    STANDS = "still stands in"
    """Another series had it before it was dropped, and has it still."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A tie to a paragraph of the same series (of the edition before, or the one that dropped it) or of another."""

    bond: Bond
    symbol: str
    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One edition as a lineage needs it."""

    symbol: str
    """Empty for a draft that has none."""
    organ: Organ | None
    texts: Mapping[str, str]
    """Words by label, paragraphs first."""
    title: str = ""
    adopted: dt.date | None = None
    vote: str | None = None

    @classmethod
    def of(cls, resolution: Resolution) -> Stage:
        """The edition that a resolution, or a draft, is."""
        head = resolution.masthead
        return cls(
            symbol=str(head.symbol or ""),
            organ=head.organ,
            texts=dict(resolution.places()),
            title=resolution.title,
            adopted=head.adopted,
            vote=head.vote,
        )

    @property
    def name(self) -> str:
        """How a reader knows it: "79/194", "draft"."""
        if not self.symbol:
            return "draft"
        try:
            return Symbol.parse(self.symbol).citation
        except ValueError:
            return self.symbol


@dataclass(frozen=True, slots=True)
class Stop:
    """A paragraph in one edition."""

    stage: int
    """Place of the edition in `Lineage.stages`."""
    label: str
    text: str
    event: Event


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph through the editions; `stops` has those in which it stands, oldest first, at least one."""

    stops: tuple[Stop, ...]
    came: Tied | None = None
    went: Tied | None = None

    @property
    def first(self) -> Stop:
        """Where it first stands."""
        return self.stops[0]

    @property
    def last(self) -> Stop:
        """Where it stands last."""
        return self.stops[-1]

    def at(self, stage: int) -> Stop | None:
        """The paragraph in an edition; None where it does not stand there."""
        return next((stop for stop in self.stops if stop.stage == stage), None)

    @property
    def unchanged_since(self) -> Stop:
        """The edition whose words the last one has, without an edition between that had others."""
        since = self.last
        for stop in reversed(self.stops[:-1]):
            if fold(stop.text) != fold(self.last.text):
                break
            since = stop
        return since

    def events(self, stages: int) -> Iterator[tuple[int, Event]]:
        """What happened in each edition from its first one on."""
        standing = {stop.stage: stop.event for stop in self.stops}
        there = False
        for stage in range(self.first.stage, stages):
            event = standing.get(stage)
            if event is None:
                event = Event.DROPPED if there else Event.ABSENT
            there = stage in standing
            yield stage, event


@dataclass(frozen=True, slots=True)
class Lineage:
    """The paragraphs of all editions of a text, each as one line."""

    stages: tuple[Stage, ...] = ()
    lines: tuple[Line, ...] = ()
    """In the order in which the paragraphs stand in the last edition, then those that were dropped, the last first."""

    def line(self, stage: int, label: str) -> Line | None:
        """The line that a paragraph of an edition is on."""
        return next(
            (line for line in self.lines if (stop := line.at(stage)) is not None and stop.label == label),
            None,
        )

    def place(self, symbol: str) -> int | None:
        """Place of the edition with that symbol; of a draft without one the empty symbol."""
        return next((place for place, stage in enumerate(self.stages) if stage.symbol == symbol), None)

    def followed_by(self, stage: Stage) -> Lineage:
        """The lineage with one edition more."""
        if not self.stages:
            lines = [Line((Stop(0, label, text, Event.FIRST),)) for label, text in stage.texts.items()]
            return Lineage((stage,), tuple(lines))
        now, before = len(self.stages), len(self.stages) - 1
        last = {stop.label: line for line in self.lines if (stop := line.at(before)) is not None}
        found = {
            later: last[earlier] for later, earlier in align(stage.texts, self.stages[before].texts).items()
        }
        found |= _restored(stage, [line for line in self.lines if line.at(before) is None], found)
        ties = _Ties(self.stages[before], stage, {label: line.last.label for label, line in found.items()})
        lines = [
            _went_on(found.get(label), Stop(now, label, text, Event.NEW), ties)
            for label, text in stage.texts.items()
        ]
        went_on = {id(line) for line in found.values()}
        left = [line for line in self.lines if id(line) not in went_on]
        left = [_left(line, ties) if line.at(before) is not None else line for line in left]
        left.sort(key=lambda line: -line.last.stage)
        return Lineage((*self.stages, stage), (*lines, *left))


def trace(stages: Sequence[Stage]) -> Lineage:
    """The lineage of a text whose editions are given oldest first."""
    lineage = Lineage()
    for stage in stages:
        lineage = lineage.followed_by(stage)
    return lineage


def stages(index: PrecedentIndex, cards: Sequence[Card], asked: str = "") -> list[Stage]:
    """The editions of a series out of the index.

    Later parts of a resolution ("77/291 B") are left out, unless one is asked for: they add to a text and are none of
    its editions.
    """
    wanted = [card for card in cards if card.symbol == asked or not _is_addition(card, cards)]
    found = ((card, index.document(card.symbol)) for card in wanted)
    return [
        replace(Stage.of(text), symbol=card.symbol, vote=card.vote)
        for card, text in found
        if text is not None
    ]


def _is_addition(card: Card, cards: Sequence[Card]) -> bool:
    head, _, part = card.symbol.rpartition(" ")
    return (
        part.isalpha() and len(part) == 1 and any(c.symbol in (head, f"{head} A") for c in cards if c != card)
    )


def _restored(stage: Stage, dormant: Sequence[Line], found: Mapping[str, Line]) -> dict[str, Line]:
    """Paragraphs that have no counterpart in the edition before and had one in an earlier one."""
    left = {label: text for label, text in stage.texts.items() if label not in found}
    # The number keeps apart what stood under one label in different editions; the part is still told by the label.
    earlier = {f"{line.last.label} #{place}": line for place, line in enumerate(dormant)}
    pairs = align(left, {name: line.last.text for name, line in earlier.items()}) if left and earlier else {}
    return {
        label: earlier[name]
        for label, name in pairs.items()
        if _known_again(fold(left[label]), fold(earlier[name].last.text))
    }


def _known_again(text: str, earlier: str) -> bool:
    """Whether one paragraph is another that was dropped; of a short one, a symbol in a note, the very words."""
    return text == earlier or (len(text) >= SHORTEST and fuzz.ratio(text, earlier) >= RESTORED)


def _went_on(line: Line | None, stop: Stop, ties: _Ties) -> Line:
    """A line with one stop more, or a new one."""
    if line is None:
        return Line((stop,), came=ties.split_from(stop.label, stop.text))
    if line.last.stage < stop.stage - 1:
        event = Event.RESTORED
    else:
        event = Event.UNCHANGED if fold(line.last.text) == fold(stop.text) else Event.EDITED
    return replace(line, stops=(*line.stops, replace(stop, event=event)), went=None)


def _left(line: Line, ties: _Ties) -> Line:
    return replace(line, went=ties.merged_into(line.last.label, line.last.text))


@dataclass(slots=True)
class _Ties:
    """Paragraphs of two editions that became parts of one another."""

    before: Stage
    after: Stage
    links: Mapping[str, str]
    """Label in the later edition → label in the earlier one."""
    _words: dict[str, frozenset[str]] = field(default_factory=dict)

    def split_from(self, label: str, text: str) -> Tied | None:
        """The paragraph of the edition before that had the words of a new one, and has them no longer."""
        for later, earlier in self.links.items():
            whole = self.before.texts.get(earlier, "")
            if self._part_of(text, whole, label, earlier) and not self._contains(
                self.after.texts[later], text
            ):
                return Tied(Bond.SPLIT, self.before.symbol, earlier, whole)
        return None

    def merged_into(self, label: str, text: str) -> Tied | None:
        """The paragraph of the later edition that took up the words of one that was dropped."""
        for later, whole in self.after.texts.items():
            earlier = self.before.texts.get(self.links.get(later, ""), "")
            if self._part_of(text, whole, label, later) and not self._contains(earlier, text):
                return Tied(Bond.MERGED, self.after.symbol, later, whole)
        return None

    def _part_of(self, part: str, whole: str, label: str, other: str) -> bool:
        if len(part) < SHORTEST or len(part) >= len(whole) or part_of(label) != part_of(other):
            return False
        own = self._of(part)
        return len(own & self._of(whole)) >= OWN_WORDS * len(own) and self._contains(whole, part, WITHIN)

    def _of(self, text: str) -> frozenset[str]:
        if text not in self._words:
            self._words[text] = frozenset(words(text))
        return self._words[text]

    @staticmethod
    def _contains(whole: str, part: str, least: float = BEFORE) -> bool:
        return (
            len(whole) >= len(part)
            and fuzz.partial_ratio(fold(part), fold(whole), score_cutoff=least) >= least
        )


def part_of(label: str) -> str:
    """Footnote, preamble, operative part or heading: what is compared among itself."""
    return next((part for part in ("FN", "PP", "OP", "H") if part in label), "X")
