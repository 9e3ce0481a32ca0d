"""Words that a later fact took the place of: names, mandates, programmes, plans of meetings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator

from assistant.checks.finding import Finding, Severity
from assistant.checks.pairing import range_words
from assistant.checks.phrasing import clause_after, in_whole, may_stand, none_of, places_of
from assistant.checks.rule import Rule
from assistant.checks.rules.registered import Quoted, registered
from assistant.checks.subject import Subject
from assistant.checks.traits import last_day
from assistant.facts import Mandate, Meeting, Plan, Programme, Renamed, Trust
from assistant.facts.register import AnyFact, source_symbol
from precedent.references import DayRange, MonthReference, YearReference
from precedent.resolution import Span
from precedent.wording import day_words

RULES = (
    Rule(
        id="stale-name",
        title="A thing has another name now",
        explanation=(
            "An event, a body or a programme that was renamed is called by its new name; beside a date from before, "
            "the old name stands."
        ),
        authority="the text that first uses or decides the new name",
        flagged="Looks forward to Harbour Week, to be held in May 2060 (called Lights Week since 2058)",
        preferred="Looks forward to Lights Week, to be held in May 2060",
    ),
    Rule(
        id="stale-mandate",
        title="A mandate is spoken of that a later decision took the place of",
        explanation=(
            "What a text says of a mandate, its length or its renewal is over once another text decides anew. Words "
            "that recall the earlier decision may stand; the drafter looks."
        ),
        authority="the later decision itself",
        flagged="Acknowledges the existing mandate of the Board of Pilots (which 113/40 made permanent)",
        preferred="Recalls resolution 113/40, by which the Board of Pilots was made permanent",
        severity=Severity.ERROR,
    ),
    Rule(
        id="stale-programme",
        title="A programme of action is over and another one followed it",
        explanation="Programmes run for a decade; their name is carried on in calls for what is still to be done.",
        authority="the years of the programme, and the text that adopted the next one",
        flagged="Calls for the implementation of the Harbour Programme of Action (2041–2050)",
        preferred="Calls for the implementation of the Lights Programme of Action (2051–2060)",
        severity=Severity.INFO,
    ),
    Rule(
        id="stale-plan",
        title="An event is given the days or the place that were first announced for it",
        explanation=(
            "Events are put off and moved; a text written before says where and when they were to be. The register "
            "keeps what was announced beside what was held."
        ),
        authority="the text that gives the days on which it was held, or the later announcement",
        flagged="the Pilots' Conference, to be held in Bergen from 6 to 15 June 2058 (it was held in Port Ellery)",
        preferred="the Pilots' Conference, held in Port Ellery from 6 to 16 June 2058",
        severity=Severity.ERROR,
    ),
)
_NAME, _MANDATE, _PROGRAMME, _PLAN = RULES
_DATED = 120
"""Characters after a name within which a date goes with it."""
_CLAUSE = 240


def judge(subject: Subject) -> Iterator[Finding]:
    """Findings of these rules over the whole text."""
    whole = in_whole(subject.resolution)
    yield from _renamed(subject, whole)
    yield from _mandates(subject, whole)
    yield from _programmes(subject, whole)
    yield from _moved(subject, whole)


def _named(
    kind: type[AnyFact], subject: Subject, whole: str, names: Callable[[AnyFact], Iterable[str]]
) -> list[AnyFact]:
    """The entries of a kind that may be told and whose words are somewhere in the text.

    What the text under check decides itself is not held against it: it speaks of what was and what will be.
    """
    own = subject.resolution.masthead.symbol
    return [
        fact
        for fact in subject.context.facts.known(kind, subject.context.as_of)
        if any(may_stand(name, whole) for name in names(fact))
        and (own is None or source_symbol(fact.source) != own)
    ]


def _renamed(subject: Subject, whole: str) -> Iterator[Finding]:
    known = _named(Renamed, subject, whole, lambda fact: (fact.old,))
    known = [fact for fact in known if fact.since <= subject.context.as_of]
    known.sort(key=lambda each: -len(each.old))
    for label, text in subject.resolution.places() if known else ():
        taken: list[Span] = []
        for fact in known:
            new = list(places_of(fact.new.removeprefix("the "), text))
            for span in places_of(fact.old, text):
                start, end = span.start, span.end
                if not none_of(new, start, end) or not none_of(taken, start, end):
                    continue
                taken.append(span)
                if _part_of_a_name(text, start) or _told_of_before(label, span, fact.since, subject):
                    continue
                start, words = _with_article(text, start, fact.new)
                yield registered(
                    Quoted(label, text, start, end), _NAME, fact, subject,
                    message=f"it has another name since {fact.since.year}",
                    suggestion=words,
                )  # fmt: skip


def _part_of_a_name(text: str, start: int) -> bool:
    """Whether a capital word before it makes another name of it: "Asia E-commerce Week"."""
    before = text[:start].rstrip().rsplit(" ", 1)
    return len(before) == 2 and before[1][:1].isupper() and before[1].isalpha()


def _with_article(text: str, start: int, new: str) -> tuple[int, str]:
    for article in ("the ", "The "):
        if new.startswith("the ") and text[:start].endswith(article):
            return start, new.removeprefix("the ")
    return start, new


def _told_of_before(label: str, span: Span, since: dt.date, subject: Subject) -> bool:
    """Whether a date that goes with a name is from before the change."""
    text = subject.resolution.text_at(label) or ""
    end = span.end + len(clause_after(text, span.end, _DATED))
    for slot in subject.by_label.get(label, ()):
        if span.end <= slot.reference.span.start < end:
            if isinstance(slot.reference, YearReference):
                return slot.reference.year < since.year
            day = last_day(slot)
            if day is not None:
                return day < since
    return False


def _mandates(subject: Subject, whole: str) -> Iterator[Finding]:
    context = subject.context
    for fact in _named(Mandate, subject, whole, lambda fact: (*fact.wordings, *fact.doubtful)):
        adopted = context.facts.resolution(fact.by, context.as_of)
        on = f" of {day_words(adopted.adopted)}" if adopted else ""
        for label, text in subject.resolution.places():
            certain = [s for wording in fact.wordings for s in places_of(wording, text)]
            doubtful = [s for wording in fact.doubtful for s in places_of(wording, text)]
            doubtful = [s for s in doubtful if none_of(certain, s.start, s.end)]
            for span in (*certain, *doubtful):
                sure = span in certain and fact.trust is Trust.OFFICIAL
                yield registered(
                    Quoted(label, text, span.start, span.end), _MANDATE, fact, subject,
                    message=f"{fact.now}: {fact.by}{on}",
                    severity=Severity.ERROR if sure else Severity.WARNING,
                )  # fmt: skip


def _programmes(subject: Subject, whole: str) -> Iterator[Finding]:
    context = subject.context
    for fact in _named(Programme, subject, whole, lambda fact: fact.names):
        follows = context.facts.programme(fact.followed_by, context.as_of) if fact.followed_by else None
        if follows is None or fact.last is None or fact.last >= context.as_of.year:
            continue
        for label, text in subject.resolution.places():
            if not label.startswith("OP") or any(name in text for name in follows.names):
                continue
            spans: list[Span] = []
            for name in sorted(fact.names, key=len, reverse=True):
                spans += [s for s in places_of(name, text) if none_of(spans, s.start, s.end)]
            for span in spans[:1]:
                yield registered(
                    Quoted(label, text, span.start, span.end), _PROGRAMME, follows, subject,
                    message=f"it ended in {fact.last}; the {follows.name} followed",
                    severity=Severity.INFO,
                )  # fmt: skip


def _moved(subject: Subject, whole: str) -> Iterator[Finding]:
    moved = _named(Meeting, subject, whole, lambda fact: fact.names if fact.plans else ())
    for label, text in subject.resolution.places() if moved else ():
        for meeting in moved:
            for span in (s for name in meeting.names for s in places_of(name, text)):
                clause = Span(span.end, span.end + len(clause_after(text, span.end, _CLAUSE)))
                for plan in meeting.plans:
                    yield from _planned(label, text, clause, meeting, plan, subject)


def _planned(
    label: str, text: str, clause: Span, meeting: Meeting, plan: Plan, subject: Subject
) -> Iterator[Finding]:
    """The announced place and days, where the clause after the name has them."""
    days = next(
        (
            slot
            for slot in subject.by_label.get(label, ())
            if clause.start <= slot.reference.span.start < clause.end and _announces(slot.reference, plan)
        ),
        None,
    )
    there = re.search(rf"^,?[^,]{{0,100}}\b({re.escape(plan.place)})\b", text[clause.start : clause.end])
    place = clause.start + there.start(1) if there and plan.place else -1
    elsewhere = place >= 0 and bool(meeting.place) and plan.place != meeting.place
    other_days = days is not None and (plan.first, plan.last) != (meeting.first, meeting.last)
    if not other_days and not (elsewhere and str(meeting.year) in text[clause.start : clause.end]):
        return
    sure = Severity.ERROR if meeting.trust is Trust.OFFICIAL else Severity.WARNING
    told = ", ".join(filter(None, (meeting.place, _days(meeting))))
    message = f"announced so in {plan.source}; since then: {told}"
    if elsewhere:
        yield registered(
            Quoted(label, text, place, place + len(plan.place)), _PLAN, meeting, subject,
            message=message, suggestion=meeting.place, severity=sure, words_certain=True,
        )  # fmt: skip
    if days is not None and other_days:
        span = days.reference.span
        yield registered(
            Quoted(label, text, span.start, span.end), _PLAN, meeting, subject, message=message,
            suggestion=_days(meeting) if isinstance(days.reference, DayRange) else None,
            severity=sure, words_certain=isinstance(days.reference, DayRange),
        )  # fmt: skip


def _announces(time: object, plan: Plan) -> bool:
    match time:
        case DayRange(start=first, end=last):
            return (first, last) == (plan.first, plan.last)
        case MonthReference(year=year, month=month) if plan.first and plan.last:
            whole = plan.first.day == 1 and (plan.last + dt.timedelta(days=1)).day == 1
            return whole and (plan.first.year, plan.first.month) == (year, month)
        case _:
            return False


def _days(meeting: Meeting) -> str:
    return range_words(meeting.first, meeting.last) if meeting.first and meeting.last else str(meeting.year)
