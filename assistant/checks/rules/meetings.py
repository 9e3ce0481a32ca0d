"""Sessions of other bodies with their days, held against the register of facts."""

from __future__ import annotations

from dataclasses import replace

from assistant.checks.finding import Finding, Severity
from assistant.checks.pairing import (
    Time,
    meetings_of,
    ordinal_by_count,
    put_in_place,
    session_of,
    time_of,
    year_by_count,
)
from assistant.checks.rule import Rule
from assistant.checks.rules import stale
from assistant.checks.rules.updates import finding
from assistant.checks.subject import Slot, Subject
from assistant.facts import Count, Meeting, Trust
from precedent.references import (
    DateReference,
    DayRange,
    MonthReference,
    SessionReference,
    YearReference,
)
from precedent.series import references_in
from precedent.session import ordinal_words

RULES = (
    Rule(
        id="meeting-date",
        title="A session is given days or a year that are not its own",
        explanation=(
            "The ordinal of a recurring meeting and its days are one fact. The register of facts has them as official "
            "texts gave them; a meeting that was put off is there with the days on which it was held."
        ),
        authority="the calendar of recurring meetings, as adopted texts give it",
        flagged="the eleventh session of the Board of Pilots, held from 4 to 7 May 2057 (that was the tenth)",
        preferred="the eleventh session of the Board of Pilots, held from 3 to 6 May 2058",
    ),
)


def judge(slot: Slot, subject: Subject) -> Finding | None:
    """A finding where the register knows the session otherwise; it quotes the time that the words give."""
    session = slot.reference
    if not isinstance(session, SessionReference):
        return None
    time = time_of(session, slot.text, references_in(slot.text, subject.organ))
    if time is None or left_behind(subject.slot(slot.label, slot.text, time), subject):
        return None
    known = meetings_of(session, slot.text, subject.context)
    meeting = next((m for m in known if m.ordinal == session.number), None)
    same_year = next((m for m in known if m.year == _year(time)), None)
    if meeting is not None:
        return _other_time(slot, time, meeting, same_year)
    if same_year is None:
        return _other_count(slot, time, session, subject)
    had = f"{_year(time)} had the {_ordinal(same_year)}, not the {session.words}"
    return _finding(slot, time, same_year, had)


def _other_time(slot: Slot, time: Time, meeting: Meeting, same_year: Meeting | None) -> Finding | None:
    """A finding where the register has another year or other days for the meeting."""
    which, year = _ordinal(meeting), _year(time)
    if meeting.year != year:
        told = f", {year} had the {_ordinal(same_year)}" if same_year else ""
        return _finding(slot, time, meeting, f"the {which} is that of {meeting.year}{told}")
    if _agrees(time, meeting):
        return None
    start, words = put_in_place(meeting, time, slot.text) or (time.span.start, None)
    found = _finding(slot, time, meeting, f"the register has other days for the {which}")
    return replace(found, start=start, found=slot.text[start : found.end], suggestion=words)


def _other_count(slot: Slot, time: Time, session: SessionReference, subject: Subject) -> Finding | None:
    """A finding where the register has neither the meeting nor that year's, and the count of the series another."""
    counted = ordinal_by_count(session, slot.text, _year(time), subject.context)
    if counted is None or counted[0] == session.number:
        return None
    had = f"{ordinal_words(counted[0])} {session.unit}"
    return _finding(slot, time, counted[1], f"by the count of its series {_year(time)} has the {had}")


def move(slot: Slot, subject: Subject) -> Finding | None:
    """A finding on the days of a session that moves on, where the register has those of the next one."""
    time = slot.reference
    if slot.touched or not isinstance(time, Time):
        return None
    session = session_of(slot, references_in(slot.text, subject.organ))
    known = meetings_of(session, slot.text, subject.context) if session else ()
    if session is None or not known:
        return None
    due = stale.judge(subject.slot(slot.label, slot.text, session), subject)
    if due is None or due.rule != "stale-session" or due.suggestion is None:
        return None
    following = [r for r in references_in(due.suggestion, None) if isinstance(r, SessionReference)]
    meeting = next((m for m in known if following and m.ordinal == following[0].number), None)
    put = put_in_place(meeting, time, slot.text) if meeting else None
    if meeting is None or put is None:
        return None
    start, words = put
    found = finding(
        slot,
        "stale-year" if isinstance(time, YearReference) else "stale-date",
        due.severity,
        f"the time of the {_ordinal(meeting)}" + (f", {meeting.place}" if meeting.place else ""),
        suggestion=words,
        words_certain=meeting.trust is Trust.OFFICIAL,
        reason=f"it moves on with the session: {due.reason}",
        weighed=due.weighed,
        sources=_sources(meeting),
    )
    return replace(found, start=start, found=slot.text[start : found.end], words_certain=due.words_certain)


def left_behind(slot: Slot, subject: Subject) -> Finding | None:
    """A finding on the time of a session in a draft whose ordinal was moved on, where the time is still the old one."""
    time = slot.reference
    if slot.touched or not subject.is_draft or not isinstance(time, Time):
        return None
    session = session_of(slot, references_in(slot.text, subject.organ))
    beside = subject.slot(slot.label, slot.text, session) if session else None
    if session is None or beside is None or not beside.touched:
        return None
    before = beside.based_on
    if not isinstance(before, SessionReference) or before.number == session.number:
        return None
    known = meetings_of(session, slot.text, subject.context)
    meeting = next((m for m in known if m.ordinal == session.number), None)
    start, words = (put_in_place(meeting, time, slot.text) if meeting else None) or (time.span.start, None)
    if meeting is not None and _year(time) == meeting.year and _agrees(time, meeting):
        return None
    year = meeting.year if meeting else year_by_count(session, slot.text, subject.context)
    its_year = f", that of {year}" if year and year != _year(time) else ""
    found = finding(
        slot,
        "stale-year" if isinstance(time, YearReference) else "stale-date",
        Severity.WARNING,
        f"the time of the {ordinal_words(before.number)} {before.unit}; the text now says {session.words}{its_year}",
        suggestion=words,
        reason=f"it stands as in {subject.base_symbol}, and the ordinal before it was moved on",
        sources=_sources(meeting) if meeting else (),
    )
    return replace(found, start=start, found=slot.text[start : found.end])


def _finding(slot: Slot, time: Time, fact: Meeting | Count, message: str) -> Finding:
    return Finding(
        rule="meeting-date",
        severity=Severity.WARNING,
        label=slot.label,
        start=time.span.start,
        end=time.span.end,
        found=time.text(slot.text),
        message=message,
        reason=f"{fact.series}: the register of facts has it from {fact.source}",
        evidence=_sources(fact),
        authority=RULES[0].authority,
    )


def _sources(fact: Meeting | Count) -> tuple[str, ...]:
    return (f"register of facts: {fact.source}",)


def _ordinal(meeting: Meeting) -> str:
    return f"{ordinal_words(meeting.ordinal or 1)} {meeting.unit}"


def _year(time: Time) -> int:
    match time:
        case DayRange(start=day) | DateReference(date=day):
            return day.year
        case MonthReference(year=year) | YearReference(year=year):
            return year


def _agrees(time: Time, meeting: Meeting) -> bool:
    """Whether a time of the right year may be the meeting's: one day of it and the month of it are."""
    if meeting.first is None or meeting.last is None:
        return True
    match time:
        case DayRange(start=first, end=last):
            return (first, last) == (meeting.first, meeting.last)
        case DateReference(date=day):
            return meeting.first <= day <= meeting.last
        case MonthReference(month=month):
            return meeting.first.month <= month <= meeting.last.month
        case YearReference():
            return True
