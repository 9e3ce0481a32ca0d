"""A session and the time that the same clause gives for it, and the meeting of the register that it is.

"The eleventh session of the Board of Pilots, held in Port Ellery from 4 to 7 May 2057": the ordinal and the days
are one fact and move together. They are a pair only where nothing but a place and a word of holding stands between
them, so that a date of something else is never taken for theirs.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from assistant.checks.subject import Context, Slot
from assistant.facts import Count, Meeting
from precedent.references import (
    DateReference,
    DayRange,
    MonthReference,
    Reference,
    SessionReference,
    YearReference,
)
from precedent.wording import day_words

Time = DayRange | DateReference | MonthReference | YearReference

_HELD = (
    "held|convened|organized|hosted|scheduled|planned|postponed|took|takes|take|taking|place|meeting|meetings|met|"
    "which|was|were|is|to|be|being|will|by|the|government|of|in|at|and|on|online|virtually|virtual|informal|hybrid|"
    "format|annual|for|its|their"
)
_BETWEEN = re.compile(
    rf"(?:[,/]? ?(?:\b(?:{_HELD})\b|[A-Z][\w’.-]*|\d{{1,3}}(?=,)))*,? (?P<by>from|on|in|between) (?:early |late |mid-)?"
)
"""Words that may stand between a session and its time: of holding, and names of bodies and places."""
_LONGEST = 220
"""Characters that may stand between them."""
_ON_ITS_BEHALF = " for the "
"""Before a session: the time is that of what is done for it, "the preparatory committee for the third conference"."""
_ANOTHER_YEAR = re.compile(r",? (?:and|to) \d")


def time_of(session: SessionReference, text: str, references: tuple[Reference, ...]) -> Time | None:
    """The days, month or year that a text gives for a session; None where it gives none, or for a list of sessions."""
    if session.quoted or text[: session.span.start].endswith(_ON_ITS_BEHALF) or _listed(session, references):
        return None
    after = [r for r in references if r.span.start >= session.span.end]
    time = next((r for r in after if isinstance(r, Time) and not r.quoted), None)
    if time is None or any(isinstance(r, SessionReference) and r.span.end <= time.span.start for r in after):
        return None
    if isinstance(time, YearReference) and (time.in_name or _ANOTHER_YEAR.match(text, time.span.end)):
        return None
    words = text[session.span.end : time.span.start]
    return time if len(words) <= _LONGEST and _BETWEEN.fullmatch(words) else None


def session_of(slot: Slot, references: tuple[Reference, ...]) -> SessionReference | None:
    """The session whose time a slot is."""
    sessions = (
        r for r in references if isinstance(r, SessionReference) and r.span.end <= slot.reference.span.start
    )
    return next((s for s in sessions if time_of(s, slot.text, references) == slot.reference), None)


def _listed(session: SessionReference, references: tuple[Reference, ...]) -> bool:
    """Whether it is one of several ordinals with one noun: "tenth and eleventh sessions"."""
    others = [r for r in references if isinstance(r, SessionReference) and r is not session]
    return any(
        min(abs(r.span.end - session.span.start), abs(session.span.end - r.span.start)) <= len(", and ")
        for r in others
    )


def meetings_of(session: SessionReference, text: str, context: Context) -> tuple[Meeting, ...]:
    """The meetings of that body that the register knows on the day of the check."""
    known = context.facts.meetings_known(session.unit, context.as_of)
    return tuple(m for m in known if _named(m.names, session, text))


def ordinal_by_count(
    session: SessionReference, text: str, year: int, context: Context
) -> tuple[int, Count] | None:
    """Which meeting of that body a year has by the count of its series; None where no count is known for that year."""
    for count in context.facts.of_kind(Count):
        ordinal = count.ordinal(year) if count.unit == session.unit else None
        since = context.facts.since(count)
        told = year <= context.as_of.year or (since is not None and since <= context.as_of)
        if ordinal is not None and told and _named(count.names, session, text):
            return ordinal, count
    return None


def year_by_count(session: SessionReference, text: str, context: Context) -> int | None:
    """In which year a meeting is held by the count of its series; None where that is not known."""
    years = (
        count.year(session.number)
        for count in context.facts.of_kind(Count)
        if count.unit == session.unit and _named(count.names, session, text)
    )
    return next((year for year in years if year), None)


def _named(names: Iterable[str], session: SessionReference, text: str) -> bool:
    """Whether a session is said to be of a body."""
    body = (session.body or "").casefold()
    after = text[session.span.start :].casefold()
    reach = session.span.end - session.span.start + len(" of the ")
    return any(
        body.startswith(name) or name in after[: reach + len(name)] for name in map(str.casefold, names)
    )


def put_in_place(meeting: Meeting, time: Time, text: str) -> tuple[int, str] | None:
    """Where the words for the time of a meeting begin, and the words, in the form in which a text gives a time.

    "On 28 and 29 November" becomes "from 6 to 8 May": the word before belongs to it. None where the register does
    not have the days.
    """
    first, last, start = meeting.first, meeting.last, time.span.start
    match time:
        case YearReference():
            return start, str(meeting.year)
        case MonthReference() if first:
            return start, f"{first:%B} {first.year}"
        case DayRange() if first and last and first != last:
            words = range_words(first, last)
            by = re.search(r"\b(?:from|on) \Z", text[:start])
            wanted = "on " if " and " in words else "from "
            return (by.start(), wanted + words) if by and by[0] != wanted else (start, words)
        case _:
            return None


def range_words(first: dt.date, last: dt.date) -> str:
    """Days as text has them: "7 to 11 April 2025", "28 March to 1 April 2022", "16 and 17 December 2025"."""
    link = "and" if (last - first).days == 1 else "to"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} {link} {day_words(last)}"
    start = f"{first.day} {first:%B}" if first.year == last.year else day_words(first)
    return f"{start} {link} {day_words(last)}"
