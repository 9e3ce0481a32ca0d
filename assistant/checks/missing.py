"""Which evidence was missing where a text was checked: what it was not held against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from assistant.checks.subject import Subject
from precedent.catalogue import catalogue
from precedent.session import Session
from precedent.wording import day_words

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
    last = catalogue(index).last_adopted(organ, subject.context.as_of)
    if last is None or last.adopted is None:
        yield f"the index holds nothing of the {organ.value}"
    elif subject.session is not None and last.session.isdigit():
        if int(last.session) < subject.session - 1:
            session = Session(organ, int(last.session))
            yield f"the index ends with the {f'{session.number} session' if session.by_year else session}"
    elif last.adopted < subject.context.as_of - _A_YEAR:
        yield f"the index ends on {day_words(last.adopted)}"


def _register(subject: Subject) -> Iterator[str]:
    facts, as_of = subject.context.facts, subject.context.as_of
    if any(facts.resolution(symbol, as_of) for symbol in subject.cited):
        return
    words = " ".join(text for _, text in subject.resolution.places())
    if not any(name in words for meeting in facts.meetings.values() for name in meeting.names):
        yield "the register of facts knows none of the resolutions and meetings named"
