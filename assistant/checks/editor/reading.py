"""A text read through with the rules of its organ."""

from __future__ import annotations

import datetime as dt
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from assistant.checks.editor.declared import Declared, Local, Rulebook, Whole
from assistant.checks.editor.place import Hit, Place, text_of
from assistant.checks.finding import Finding
from assistant.checks.rule import Part, Rule
from precedent.language import ENGLISH, spoken
from precedent.resolution import DocumentKind, Masthead, Resolution
from precedent.session import Organ

KEPT = 8192
"""Places whose findings are kept: some twenty long texts."""


@dataclass(frozen=True, slots=True, eq=False)
class _Panel:
    """The rules that read one organ's texts; those that look at a place alone by the part they look at."""

    local: dict[Part, tuple[tuple[Rule, Local], ...]]
    whole: tuple[tuple[Rule, Whole], ...]


class _Sort(NamedTuple):
    """What decides which rules read a text."""

    organ: Organ
    committee: str | None
    adopted: bool

    @classmethod
    def of(cls, head: Masthead) -> _Sort:
        """That of a text with such a masthead."""
        return cls(head.organ or Organ.GENERAL_ASSEMBLY, head.committee, head.adopted is not None)


def read_through(
    resolution: Resolution,
    book: Rulebook,
    asked: frozenset[str] = frozenset(),
    day: dt.date | None = None,
) -> Iterator[Finding]:
    """What the rules of its organ meet in a text; in another language or an amendment those of the masthead alone.

    Args:
        resolution: the text, adopted or a draft.
        book: the rules.
        asked: ids of rules that speak only when they are asked, and are.
        day: of its adoption, as of which names are judged; the text's own if left out.
    """
    text = text_of(resolution, day)
    in_english = resolution.masthead.kind is not DocumentKind.AMENDMENT and spoken(resolution) == ENGLISH
    panel = _panel(book, _Sort.of(resolution.masthead), asked, in_english=in_english)
    for label, place in text.places:
        for rule, hit in _met(panel, place):
            yield _finding(rule, label, place.text, hit)
    words = {label: place.text for label, place in text.places}
    for rule, way in panel.whole:
        for label, hit in way.meets_in(text):
            yield _finding(rule, label, words.get(label, ""), hit)


@lru_cache(maxsize=16)
def _panel(book: Rulebook, about: _Sort, asked: frozenset[str], *, in_english: bool) -> _Panel:
    speaking = [
        each
        for each in book
        if each.rule.speaks_in(about.organ, about.committee, adopted=about.adopted)
        and (each.rule.on or each.rule.id in asked)
        and (in_english or each.rule.parts == (Part.MASTHEAD,))
    ]
    return _Panel(
        {part: tuple(_ways(speaking, part)) for part in Part},
        tuple((each.rule, way) for each in speaking for way in each.ways if isinstance(way, Whole)),
    )


def _ways(speaking: list[Declared], part: Part) -> Iterator[tuple[Rule, Local]]:
    for each in speaking:
        if each.rule.looks_at(part):
            yield from ((each.rule, way) for way in each.ways if isinstance(way, Local))


@lru_cache(maxsize=KEPT)
def _met(panel: _Panel, place: Place) -> tuple[tuple[Rule, Hit], ...]:
    """What is met in one place alone; kept, so that after an edit only what changed is looked at again.

    Of what one rule meets twice in the same words the first way of looking counts.
    """
    found: list[tuple[Rule, Hit]] = []
    taken: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for rule, way in panel.local[place.part]:
        found += ((rule, hit) for hit in way.meets(place) if _took(taken[rule.id], hit))
    return tuple(found)


def _took(spans: list[tuple[int, int]], hit: Hit) -> bool:
    """Whether a hit shares no words with those before; it then joins them. They are in order, and share none."""
    place = bisect(spans, (hit.start, hit.end))
    beside = spans[max(0, place - 1) : place + 1]
    free = not any(hit.start < end and start < hit.end for start, end in beside)
    if free:
        spans.insert(place, (hit.start, hit.end))
    return free


def _finding(rule: Rule, label: str, text: str, hit: Hit) -> Finding:
    safe = rule.safe and hit.severity is None  # where it is less sure than its rule, somebody looks
    return Finding(
        rule=rule.id,
        severity=hit.severity or rule.severity,
        label=label,
        start=hit.start,
        end=hit.end,
        found=text[hit.start : hit.end],
        message=hit.message or rule.message,
        suggestion=hit.suggestion,
        words_certain=safe,
        safe=safe,
        reason=hit.reason,
        evidence=hit.evidence,
        authority=rule.authority,
    )
