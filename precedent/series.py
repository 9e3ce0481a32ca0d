"""Editions of one text over the years: which paragraph came from which, and what happened at each slot.

A series is one resolution adopted again and again under one title. Two editions are aligned paragraph by
paragraph; a slot (a date, a session, a symbol, a figure) is then followed back through the differences: it
stood, it took the place of another of its kind, it was added, or its paragraph is new.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process

from precedent.catalogue import catalogue
from precedent.index.protocol import Card, PrecedentIndex
from precedent.references import (
    DecisionCitation,
    DocumentReference,
    OtherCitation,
    Reference,
    ResolutionCitation,
    find_references,
)
from precedent.resolution import Resolution, Span
from precedent.session import Organ
from precedent.wording import Difference, differences, fold

_Texts = tuple[tuple[str, str], ...]
"""Texts by label; as it can be remembered."""

SAME_PARAGRAPH = 60.0
"""Likeness (0 to 100) from which two paragraphs of successive editions count as one paragraph reworked."""


def editions(index: PrecedentIndex, resolution: Resolution) -> tuple[Card, ...]:
    """Adopted editions of a text's series in the index, oldest first; the text itself too if it is there.

    They are those of the catalogue: by its symbol, else by its title, else by what it recalls and has kept.
    """
    series = catalogue(index).of_text(resolution)
    return series.editions if series else ()


def align(later: Mapping[str, str], earlier: Mapping[str, str]) -> dict[str, str]:
    """Label in the later edition → label of the paragraph that it came from in the earlier one.

    Identical wording is paired first, then the likest pairs above `SAME_PARAGRAPH`; each paragraph is used once.
    Preambular and operative paragraphs, and footnotes, are paired among themselves.
    """
    return dict(_aligned(tuple(later.items()), tuple(earlier.items())))


@lru_cache(maxsize=128)
def _aligned(later: _Texts, earlier: _Texts) -> tuple[tuple[str, str], ...]:
    paired: dict[str, str] = {}
    free = _grouped(earlier)
    for part, labels in _grouped(later).items():
        others = free.get(part, {})
        left = {
            label: text for label, text in labels.items() if not _take_identical(label, text, others, paired)
        }
        paired.update(_likest(left, others))
    return tuple(paired.items())


def _grouped(texts: _Texts) -> dict[str, dict[str, str]]:
    groups: dict[str, dict[str, str]] = {}
    for label, text in texts:
        part = "FN" if "FN" in label else "PP" if "PP" in label else "OP" if "OP" in label else "X"
        groups.setdefault(part, {})[label] = _folded(text)
    return groups


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return fold(text)


def _take_identical(label: str, text: str, others: dict[str, str], paired: dict[str, str]) -> bool:
    same = next((other for other, words in others.items() if words == text), None)
    if same is None:
        return False
    paired[label] = same
    del others[same]
    return True


def _likest(left: Mapping[str, str], others: Mapping[str, str]) -> list[tuple[str, str]]:
    if not left or not others:
        return []
    labels, names = list(left), list(others)
    candidates = list(others.values())
    ranked = sorted(
        (-score, abs(row - column), row, column)
        for row, text in enumerate(left.values())
        for _, score, column in process.extract(
            text, candidates, scorer=fuzz.ratio, score_cutoff=SAME_PARAGRAPH, limit=None
        )
    )
    found, rows, columns = [], set[int](), set[int]()
    for _, _, row, column in ranked:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            found.append((labels[row], names[column]))
    return found


class Fate(StrEnum):
    """What happened to a slot between two editions."""

    STOOD = "stood"
    REPLACED = "replaced"
    """Another of its kind stood here before."""
    ADDED = "added"
    """Nothing of its kind stood here before."""
    NEW_PARAGRAPH = "new paragraph"


@dataclass(frozen=True, slots=True)
class Step:
    """One edition back in the history of a slot."""

    fate: Fate
    edition: str
    """Symbol of the earlier edition."""
    label: str
    """Its paragraph there; empty where there is none."""
    words: str
    """What stood in the slot there; empty where nothing did."""
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition as the history needs it: its texts by label and the references in them."""

    symbol: str
    organ: Organ | None
    texts: Mapping[str, str]

    @classmethod
    def of(cls, resolution: Resolution) -> Edition:
        """The edition that a resolution is."""
        symbol = str(resolution.masthead.symbol or "")
        return cls(symbol, resolution.masthead.organ, dict(resolution.places()))


def histories(now: Edition, earlier: Sequence[Edition]) -> History:
    """The history of every slot of a text; `earlier` has the latest edition first."""
    links = []
    later = now
    for edition in earlier:
        links.append(align(later.texts, edition.texts))
        later = edition
    return History(now, tuple(earlier), tuple(links))


@dataclass(frozen=True, slots=True)
class History:
    """A text, its earlier editions (latest first) and the alignment of each with the one after it."""

    now: Edition
    earlier: tuple[Edition, ...]
    links: tuple[Mapping[str, str], ...]

    def of_slot(self, label: str, reference: Reference) -> tuple[Step, ...]:
        """What stood at the slot in each earlier edition, latest first; ends where the slot begins."""
        return _steps(self.now.texts[label], reference, tuple(self._line(label)))

    def _line(self, label: str) -> Iterator[_Ancestor]:
        """The paragraphs that one came of, latest first; without words where one has no ancestor."""
        for edition, link in zip(self.earlier, self.links, strict=True):
            previous = link.get(label)
            if previous is None:
                yield edition.symbol, "", None, edition.organ
                return
            yield edition.symbol, previous, edition.texts[previous], edition.organ
            label = previous


_Ancestor = tuple[str, str, str | None, Organ | None]
"""Symbol, label, words and organ of the paragraph that one came of."""


@lru_cache(maxsize=16384)
def _steps(text: str, reference: Reference, line: tuple[_Ancestor, ...]) -> tuple[Step, ...]:
    """A slot followed back; remembered, as an edit of one paragraph leaves the slots of all others."""
    steps: list[Step] = []
    span, kind = reference.span, type(reference)
    for symbol, label, before, organ in line:
        if before is None:
            steps.append(Step(Fate.NEW_PARAGRAPH, symbol, "", ""))
            break
        fate, place = _trace(before, text, span)
        counterpart = _counterpart(before, place, kind, organ) if place else None
        twin = _in_step(before, text, span, kind, organ)
        if twin is not None:
            counterpart, place = twin, twin.span
            same = fold(twin.text(before)) == fold(span.of(text))
            fate = Fate.STOOD if same else Fate.REPLACED
        elif fate is Fate.REPLACED and (counterpart is None or _still_listed(counterpart, before, text)):
            place = None
        if place is None:
            counterpart = _same_citation(before, text, span, kind, organ)
            fate, place = Fate.STOOD, counterpart.span if counterpart else None
        if place is None:
            steps.append(Step(Fate.ADDED, symbol, label, ""))
            break
        spot = counterpart.span if counterpart else place
        steps.append(Step(fate, symbol, label, spot.of(before), counterpart))
        text, span = before, spot
    return tuple(steps)


_LISTED = (ResolutionCitation, DecisionCitation, OtherCitation, DocumentReference)
"""What stands in lists, which grow at their end and keep their items."""


def _in_step(
    before: str, after: str, span: Span, kind: type[Reference], organ: Organ | None
) -> Reference | None:
    """The reference of that place in a paragraph whose references are of the same kinds in the same order.

    "Notes the ninth forum, held in May 2025, and looks forward to the tenth, in May 2026": what was ahead in one
    edition is past in the next, so its words stand again, one place further on.
    """
    if kind in _LISTED or before == after:
        return None
    old, new = references_in(before, organ), references_in(after, organ)
    if [type(r) for r in old] != [type(r) for r in new]:
        return None
    return next((was for was, now in zip(old, new, strict=True) if now.span == span), None)


def _still_listed(counterpart: Reference, before: str, after: str) -> bool:
    """Whether a citation that stood here stands elsewhere now: in a list that grows it is only not the last."""
    return isinstance(counterpart, _LISTED) and counterpart.text(before) in after


def _same_citation(
    before: str, after: str, span: Span, kind: type[Reference], organ: Organ | None
) -> Reference | None:
    """A citation of the same words elsewhere in the earlier text: the last of a list before the list grew."""
    if kind not in _LISTED:
        return None
    words = span.of(after)
    return next(
        (r for r in references_in(before, organ) if type(r) is kind and r.text(before) == words), None
    )


def _trace(before: str, after: str, span: Span) -> tuple[Fate, Span | None]:
    """Where the words at a span of the later text stood in the earlier one, and whether they were the same."""
    if before == after:
        return Fate.STOOD, span
    starts, ends, changed = [], [], False
    for change in differences_between(before, after):
        if change.after.end <= span.start or change.after.start >= span.end:
            continue
        if change.kind == "equal":
            shift = change.before.start - change.after.start
            starts.append(max(span.start, change.after.start) + shift)
            ends.append(min(span.end, change.after.end) + shift)
        else:
            changed = True
            if change.before.start < change.before.end:
                starts.append(change.before.start)
                ends.append(change.before.end)
    if not starts:
        return Fate.ADDED, None
    return (Fate.REPLACED if changed else Fate.STOOD), Span(min(starts), max(ends))


@lru_cache(maxsize=4096)
def differences_between(before: str, after: str) -> tuple[Difference, ...]:
    """How one paragraph became another, remembered: editions share most of their paragraphs."""
    return differences(before, after)


@lru_cache(maxsize=16384)
def references_in(text: str, organ: Organ | None) -> tuple[Reference, ...]:
    """The references of a text, remembered: editions share most of their paragraphs."""
    return find_references(text, organ)


def _counterpart(before: str, place: Span, kind: type[Reference], organ: Organ | None) -> Reference | None:
    """The reference of the same type nearest to where the slot was."""
    near = [
        r
        for r in references_in(before, organ)
        if type(r) is kind and r.span.start < place.end and r.span.end > place.start
    ]
    return min(near, key=lambda r: abs(r.span.start - place.start), default=None)
