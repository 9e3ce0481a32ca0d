"""What kind of slot a reference is, in the few words that tell how often such slots are updated."""

from __future__ import annotations

import datetime as dt

from assistant.checks.subject import Slot, Subject
from precedent.references import (
    DateReference,
    DayRange,
    DocumentReference,
    Figure,
    MonthReference,
    PeriodReference,
    ResolutionCitation,
    SessionReference,
    YearReference,
)
from precedent.session import Session

YEAR = dt.timedelta(days=366)


def kind_of(slot: Slot) -> str:
    """The type of the reference in a word or two, "session" or "day range"."""
    names = {
        "DateReference": "date",
        "DayRange": "day range",
        "DayMonth": "day",
        "MonthReference": "month",
        "YearReference": "year",
        "PeriodReference": "period",
        "SessionReference": "session",
        "DocumentReference": "document",
        "ResolutionCitation": "resolution",
        "DecisionCitation": "decision",
        "OtherCitation": "other citation",
        "Figure": "figure",
        "ParagraphReference": "paragraph",
    }
    return names[type(slot.reference).__name__]


def relation_of(slot: Slot, subject: Subject) -> str:
    """How the reference stands to the text's session, adoption or series, as "next", "recent" or "own last"."""
    reference = slot.reference
    match reference:
        case SessionReference():
            return _session_relation(reference, subject)
        case DocumentReference():
            year, session = reference.symbol.year, subject.base_adopted
            return "this session" if year is not None and session and year >= _opening(subject) else "older"
        case ResolutionCitation():
            return _citation_relation(reference, subject)
        case YearReference() if reference.quoted or reference.in_name:
            return "in a name"
        case Figure():
            return "per cent" if reference.unit == "per cent" else "other"
        case _:
            day = last_day(slot)
            return _when(day, subject) if day else ""


def fates_of(slot: Slot, subject: Subject) -> tuple[str, str]:
    """What happened in the last two steps: "replaced", "stood" …; "first" where the series has one edition."""
    if not subject.before_base:
        return "first edition", ""
    latest, earlier = ([str(f) for f in slot.fates[:2]] + ["", ""])[:2]
    return latest, earlier


def last_day(slot: Slot) -> dt.date | None:
    """The day by which a date, range, month, year or period is over; None for what is no time."""
    match slot.reference:
        case DateReference(date=day) | DayRange(end=day):
            return day
        case MonthReference(year=year, month=month):
            return dt.date(year, month, 28)
        case YearReference(year=year) | PeriodReference(last=year) if 1 <= year < dt.MAXYEAR:
            return dt.date(year, 12, 31)
        case _:
            return None


def _opening(subject: Subject) -> int:
    """The year in which the session that adopted the base opened."""
    day = subject.base_adopted
    if day is None:
        return dt.MAXYEAR
    return Session.on(day, subject.organ).opens_in


def _session_relation(reference: SessionReference, subject: Subject) -> str:
    if reference.organ is subject.organ and reference.unit == "session" and subject.base_session is not None:
        ahead = reference.number - subject.base_session
        return "next" if ahead == 1 else "this" if ahead == 0 else "later" if ahead > 1 else "past"
    if reference.words.isdigit():
        return "by year"
    return reference.unit if reference.unit in ("session", "meeting") else "other"


def _citation_relation(reference: ResolutionCitation, subject: Subject) -> str:
    symbol = str(reference.symbol)
    earlier = [card.symbol for card in subject.before_base]
    if symbol in earlier:
        return "own last" if symbol == earlier[0] else "own older"
    if reference.date is not None and subject.base_adopted is not None:
        return "recent" if subject.base_adopted - reference.date <= 2 * YEAR else "older"
    year = reference.symbol.year
    if year is not None and subject.base_adopted is not None:
        return "recent" if subject.base_adopted.year - year <= 2 else "older"
    return "older"


def _when(day: dt.date, subject: Subject) -> str:
    if day > subject.context.as_of:
        return "ahead"
    adopted = subject.base_adopted
    if adopted is None:
        return "past"
    if day > adopted:
        return "come to pass"
    return "recent" if adopted - day < YEAR else "older"
