"""Which evidence was missing where a text was checked: what it was not held against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from assistant.checks.subject import Subject
from precedent.catalogue import catalogue
from precedent.session import Session

_A_YEAR = dt.timedelta(days=400)
"""By which an organ has adopted its yearly texts again."""


def missing(subject: Subject) -> tuple[str, ...]:
    """What is not known of a text, each in a few words; nothing where all six kinds of evidence could speak."""
    return (*_index(subject), *_register(subject))


def _index(subject: Subject) -> Iterator[str]:
    index, organ = subject.context.index, subject.organ
    if not index.count().documents:
        yield "the precedent index is empty"
        return
    if not subject.has_precedent:
        yield "the index holds no edition of this text"
    adopted = [
        card
        for series in catalogue(index).series
        if series.organ is organ
        for card in series.editions
        if card.adopted is not None and card.adopted <= subject.context.as_of
    ]
    if not adopted:
        yield f"the index holds nothing of the {organ.value}"
        return
    numbers = [int(card.session) for card in adopted if card.session.isdigit()]
    if subject.session is not None and numbers:
        if max(numbers) < subject.session - 1:
            yield (
                f"the index ends with the {Session(organ, max(numbers)).masthead.lower()}"
                if not Session(organ, 1).by_year
                else f"the index ends with the {organ.short} of {max(numbers)}"
            )
        return
    last = max(card.adopted for card in adopted if card.adopted)
    if last < subject.context.as_of - _A_YEAR:
        yield f"the index ends on {last.day} {last:%B %Y}"


def _register(subject: Subject) -> Iterator[str]:
    facts, as_of = subject.context.facts, subject.context.as_of
    if any(facts.resolution(symbol, as_of) for symbol in subject.cited):
        return
    words = " ".join(text for _, text in subject.resolution.places())
    if not any(name in words for meeting in facts.meetings.values() for name in meeting.names):
        yield "the register of facts knows none of the resolutions and meetings named"
