"""When a slot's words belong: against the edition that has them, and against how long such words were kept before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.evidence.piece import Piece, held_between, step_of
from assistant.checks.subject import Slot, Subject
from assistant.checks.traits import last_day
from precedent.references import (
    DateReference,
    DayRange,
    DecisionCitation,
    DocumentReference,
    Figure,
    MonthReference,
    OtherCitation,
    PeriodReference,
    Reference,
    ResolutionCitation,
    SessionReference,
    YearReference,
)
from precedent.session import Session
from precedent.symbol import Symbol

_MONTH = 30.44
_MONTHS = (-120, -60, -48, -36, -24, -18, -12, -9, -6, -3, 0, 3, 6, 9, 12, 18, 24, 36, 60)
_OLDEST = -8

LAST_COUNTED = 1000
"""Numbers below count sessions, those from here on are years."""


def place_in_time(slot: Slot, subject: Subject) -> str:
    """How far the reference lies from the edition that has it, in its own measure; empty where it tells no time."""
    reference, adopted = slot.reference, subject.base_adopted
    if adopted is None:
        return ""
    match reference:
        case SessionReference():
            told = _of_session(reference, subject, adopted)
        case DocumentReference():
            told = _of_document(reference, subject, adopted)
        case ResolutionCitation():
            told = _of_citation(reference, subject, adopted)
        case DecisionCitation():
            told = held_between((reference.symbol.year or adopted.year - 9) - adopted.year, _OLDEST, 1)
        case OtherCitation(date=day):
            told = held_between(day.year - adopted.year, _OLDEST, 1) if day else "undated"
        case Figure():
            told = reference.unit
        case YearReference(year=year):
            told = held_between(year - adopted.year, _OLDEST, 8) + (" in a name" * reference.in_name)
        case PeriodReference(first=first, last=last):
            told = f"{held_between(last - adopted.year, _OLDEST, 8)}, of {min(6, last - first)} years"
        case _:
            day = last_day(slot)
            told = f"{step_of(round((day - adopted).days / _MONTH), _MONTHS)} months" if day else ""
    return told


def _of_document(reference: DocumentReference, subject: Subject, adopted: dt.date) -> str:
    year = reference.symbol.year
    since = held_between(year - Session.on(adopted, subject.organ).opens_in, -6, 2) if year else "no year"
    return f"{_series(reference.symbol)} {since}"


def _of_session(reference: SessionReference, subject: Subject, adopted: dt.date) -> str:
    if reference.organ is subject.organ and reference.unit == "session" and subject.base_session is not None:
        return f"own session {held_between(reference.number - subject.base_session, -6, 6)}"
    if reference.words.isdigit():
        return f"of the year {held_between(reference.number - adopted.year, -5, 5)}"
    return f"{reference.unit} of another"


def _of_citation(reference: ResolutionCitation, subject: Subject, adopted: dt.date) -> str:
    symbol = str(reference.symbol)
    if symbol == subject.base_symbol:
        return "this text itself"
    earlier = [card.symbol for card in subject.before_base]
    if symbol in earlier:
        return "the edition before" if symbol == earlier[0] else "an older edition"
    whose = "own" if reference.own else "other"
    number = reference.symbol.session
    if number.isdigit() and subject.base_session and int(number) < LAST_COUNTED > subject.base_session:
        return f"{whose} {held_between(int(number) - subject.base_session, -9, 1)} sessions"
    year = reference.symbol.year
    return f"{whose} {held_between(year - adopted.year, -9, 1)} years" if year else whose


def _series(symbol: Symbol) -> str:
    """Whose documents: "A/", "A/C.", "A/HRC", "E/", "S/"."""
    parts = str(symbol).split("/")
    return parts[0] + ("/" + parts[1].rstrip("0123456789") if parts[1][:1].isalpha() else "")


def ages(slot: Slot, subject: Subject) -> Iterator[Piece]:
    """How old the words would be if they were kept, against the oldest that were kept here; and their rhythm."""
    now, base, ahead = _when(slot.reference, subject), subject.base_session, subject.session
    if now is None or base is None or ahead is None or "replaced" not in slot.fates:
        return
    seen = [base - now]
    for step in slot.steps:
        then, edition = _when(step.reference, subject), session_of_edition(step.edition)
        if then is None or edition is None:
            break
        seen.append(edition - then)
    kept = ahead - now
    beyond = held_between(kept - max(seen), -3, 4)
    yield Piece("older than was ever kept here", beyond)
    yield Piece("older than was ever kept here, last fate", f"{beyond}, {slot.fates[0]}")
    before = next((_when(s.reference, subject) for s in slot.steps if s.fate == "replaced"), None)
    if before is not None:
        rhythm = now - before
        yield Piece("rhythm and age if kept", f"{held_between(rhythm, -1, 5)}, {held_between(kept, -3, 4)}")
        due = "due" if kept >= max(rhythm, 1) else "not due"
        yield Piece("rhythm", f"{held_between(rhythm, -1, 5)}, {due}")


def within_rhythm(slot: Slot, subject: Subject) -> bool:
    """Whether a citation is of a text that is adopted every few sessions, and the next one is not due yet.

    The scale of assessments is adopted every third session; of 79 such citations 8 were updated before their time
    (74th to 77th sessions).
    """
    now, ahead = _when(slot.reference, subject), subject.session
    before = next((_when(s.reference, subject) for s in slot.steps if s.fate == "replaced"), None)
    if not isinstance(slot.reference, ResolutionCitation) or now is None or before is None or ahead is None:
        return False
    return now - before > 1 and ahead - now < now - before


def _when(reference: Reference | None, subject: Subject) -> int | None:
    """The session, or for organs that count by years the year, that a reference belongs to."""
    years = Session(subject.organ, 0).by_year
    match reference:
        case (
            ResolutionCitation(symbol=symbol)
            | DecisionCitation(symbol=symbol)
            | DocumentReference(symbol=symbol)
        ):
            if not years and symbol.session.isdigit() and int(symbol.session) < LAST_COUNTED:
                return int(symbol.session)
            day = dt.date(symbol.year, 12, 31) if symbol.year else None
        case DateReference(date=day) | DayRange(end=day):
            pass
        case MonthReference(year=year, month=month):
            day = dt.date(year, month, 15)
        case YearReference(year=year) | PeriodReference(last=year) if 1 <= year < dt.MAXYEAR:
            day = dt.date(year, 12, 31)
        case _:
            return None
    if day is None:
        return None
    return day.year if years else Session.on(day, subject.organ).number


@lru_cache(maxsize=4096)
def session_of_edition(symbol: str) -> int | None:
    """The session (or year) in an edition's symbol."""
    try:
        session = Symbol.parse(symbol).session
    except ValueError:
        return None
    return int(session) if session.isdigit() else None
