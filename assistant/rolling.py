"""From an earlier edition to the draft of the next: every certain update made and recorded with its reason."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.checks import Context, Finding, Profile, Severity, check
from assistant.checks.editor import Rulebook
from assistant.draft import Draft, draft_of
from assistant.errors import AssistantError
from assistant.facts import Register, shipped_facts
from assistant.mending import take_all
from assistant.outlook import usual_day
from precedent.catalogue import Series, catalogue
from precedent.index.protocol import Card, PrecedentIndex
from precedent.resolution import DocumentKind, Masthead, Resolution
from precedent.session import LAST_ORDINAL, Organ, Session
from precedent.wording import day_words


class NoSuchSessionError(AssistantError):
    """A session was named that no organ can hold."""


class AlreadyAdoptedError(AssistantError):
    """A text was to be rolled to a session that has adopted it."""


class NothingToRollError(AssistantError):
    """A document was to be rolled forward that is no text of an organ: a report, an amendment."""


_A = {DocumentKind.REPORT: "a report", DocumentKind.AMENDMENT: "an amendment"}


ROUNDS = 3
"""An update may make another one certain (the text cites its successor, so the note must grow); it ends soon."""

FIRST_YEAR = 1946
"""Of the two organs that count by years."""

_COMMITTEE = re.compile(
    r"on the (?:report|recommendation) of the (?P<name>.+? Committee(?: \([^)]*Committee\))?)"
)


def roll(
    resolution: Resolution,
    *,
    index: PrecedentIndex,
    session: int | None = None,
    as_of: dt.date,
    facts: Register | None = None,
    profile: Profile | None = None,
) -> Draft:
    """The next edition's draft of an earlier text.

    Every paragraph remembers where it came from. What is certain (findings of severity "error" that offer words)
    is put in place and recorded; what is doubtful stays a finding.

    Args:
        resolution: the earlier text; the last edition, as a rule.
        index: earlier editions and cited texts.
        session: number (year, for the Economic and Social Council) of the session that will adopt the draft; the one
            after the text's own if None.
        as_of: the expected day of adoption.
        facts: what is known without the index; the register that comes with the program if None.
        profile: which rules are switched off; what else is set of them makes nothing more or less certain.
    """
    head = resolution.masthead
    tabled = _tabled(head, session)
    number = tabled.number
    draft = replace(
        draft_of(resolution, origin=True),
        masthead=_next_masthead(head, tabled),
        base=str(head.symbol) if head.symbol else None,
        expected_adoption=as_of,
    )
    # Adopted wording is taken over as it stands: an editor's rules are for the drafter to apply.
    context = Context(
        index, as_of, number, facts or shipped_facts(), Rulebook(), profile=(profile or Profile()).switches
    )
    if head.adopted is not None:  # the text may not be in the index: it knows best what it is an edition of
        draft = take_all(draft, _certain(resolution, context, draft))
    for _ in range(ROUNDS):
        certain = _certain(draft.resolution, context, draft)
        if not certain:
            break
        draft = take_all(draft, certain)
    return draft


def _certain(text: Resolution, context: Context, draft: Draft) -> list[Finding]:
    """Findings in a text whose words are to be put into the draft, where the draft has the same words there."""
    now = draft.resolution
    return [
        f
        for f in check(text, context)
        if f.severity is Severity.ERROR
        and f.suggestion is not None
        and f.words_certain
        and (now.text_at(f.label) or "")[f.start : f.end] == f.found
    ]


def empty_draft(organ: Organ, session: Session, title: str, **masthead: str | None) -> Draft:
    """A draft with a masthead, a title and its enacting words, and no paragraph yet."""
    head = Masthead(
        kind=DocumentKind.DRAFT,
        organ=organ,
        session=session.masthead,
        distribution="General" if organ is Organ.SECURITY_COUNCIL else "Limited",
        original_language="English",
    )
    return Draft(masthead=replace(head, **masthead), title=title, enacting=organ.enacting)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a roll will do."""

    text: Resolution
    """The earlier text."""
    session: Session
    """The session that the new edition is for."""
    as_of: dt.date
    """The day by which updates are judged."""
    remarks: tuple[str, ...] = ()
    """What may not be meant: an older edition than the last, a session in which none is due, one that is over."""


def plan(
    text: Resolution, *, index: PrecedentIndex, session: int | None, as_of: dt.date | None, today: dt.date
) -> Plan:
    """What rolling a text forward will do.

    Args:
        text: the earlier text; the last edition, as a rule.
        index: earlier editions.
        session: number (year) of the session of the new edition; if None the next one in which it is due: a biennial
            text counts on by two, one of the Human Rights Council by the three sessions of a year.
        as_of: expected day of adoption; if None today, or where that session is over the day of the year on which the
            earlier text was adopted.
        today: the day.

    Raises:
        NothingToRollError: it is a committee's report or an amendment.
        NoSuchSessionError: the organ has no such session.
        AlreadyAdoptedError: that session has adopted the text.
    """
    head = text.masthead
    if head.kind in (DocumentKind.REPORT, DocumentKind.AMENDMENT):
        raise NothingToRollError(
            f"{head.symbol or 'this text'} is {_A[head.kind]} and has no next edition: roll the resolution that came "
            f'of it forward; penholder find "{text.title or head.agenda_title or "its title"}" tells its symbol'
        )
    series = catalogue(index).of_text(text)
    tabled = _tabled(head, session, _rhythm(series, head))
    day, remarks = as_of, []
    if day is None:
        day = likely_adoption(head.adopted, tabled, today)
        if day < today:
            remarks.append(f"the {tabled} is over: updates are judged as of {day}; --as-of says another day")
    known_by = as_of or today
    editions = [c for c in series.editions if c.adopted and c.adopted <= known_by] if series else []
    _refuse_what_is_adopted(head, editions, tabled)
    return Plan(text, tabled, day, (*remarks, *_doubts(head, editions, tabled)))


def _refuse_what_is_adopted(head: Masthead, editions: Sequence[Card], tabled: Session) -> None:
    if tabled.kind or tabled.organ is Organ.SECURITY_COUNCIL:  # they adopt a text as often as it is needed
        return
    own = str(head.symbol or "")
    there = next((c for c in editions if c.session == str(tabled.number)), None)
    if there is None and (head.adopted is None or head.kind is DocumentKind.DRAFT):
        return
    symbol, day = (there.symbol, there.adopted) if there else (own, head.adopted)
    if there is None and (head.symbol is None or head.symbol.session != str(tabled.number)):
        return
    further = (
        "name a later session, or none"
        if symbol == own
        else f"penholder roll {symbol} goes on from there; what was due before is told with --as-of, a day before it"
    )
    raise AlreadyAdoptedError(
        f"the {tabled} has adopted this text already, as {symbol} on {day_words(day) if day else 'a day not known'}; "
        f"{further}"
    )


def _doubts(head: Masthead, editions: Sequence[Card], tabled: Session) -> Iterator[str]:
    last = editions[-1] if editions else None
    if last is not None and head.adopted and last.adopted and last.adopted > head.adopted:
        yield f"{last.symbol} is the last edition of this text; an older one is rolled forward"
    rhythm = Series(tuple(editions)).rhythm if editions else None
    numbers = [int(c.session) for c in editions if c.session.isdigit()]
    if rhythm and rhythm > 1 and not tabled.kind and (tabled.number - numbers[-1]) % rhythm:
        due = Session(tabled.organ, numbers[-1] + rhythm)
        yield f"this text is adopted every {rhythm} sessions, next in the {due}; it is rolled to the {tabled}"


def _rhythm(series: Series | None, head: Masthead) -> int:
    """Every how many sessions a text is adopted, as far as its editions up to this one tell; else once a year."""
    yearly = (head.organ or Organ.GENERAL_ASSEMBLY).sessions_a_year
    if series is None or head.adopted is None:
        return yearly
    known = tuple(c for c in series.editions if c.adopted and c.adopted <= head.adopted)
    return (Series(known).rhythm or yearly) if known else yearly


def likely_adoption(adopted: dt.date | None, session: Session, today: dt.date) -> dt.date:
    """The day by which a new edition is judged where nobody said one.

    Today, unless the session that it is rolled to is over: then the day of the year on which the earlier text was
    adopted, as far as that session had it.
    """
    try:
        last = session.days[1]
    except ValueError:
        return today
    if session.kind or today <= last or adopted is None:
        return today
    return usual_day(adopted, session) or today


def _tabled(head: Masthead, session: int | None, rhythm: int = 1) -> Session:
    """The session that a new edition is rolled to; a special session is resumed, not counted on."""
    organ, own = head.organ or Organ.GENERAL_ASSEMBLY, head.session_value
    if session is None and own is not None and own.kind:
        return own
    return session_of(organ, session if session is not None else _own_session(head, organ) + rhythm)


def session_of(organ: Organ, number: int) -> Session:
    """The regular session of an organ with that number, or of that year.

    Raises:
        NoSuchSessionError: the organ has no such session: the Council's are years, the Assembly's are numbers.
    """
    session = Session(organ, number)
    first, last = (FIRST_YEAR, dt.MAXYEAR) if session.by_year else (1, LAST_ORDINAL)
    if not first <= number <= last:
        how = "are years, as 2026" if session.by_year else "have numbers, as 81"
        raise NoSuchSessionError(f"the {organ.value} has no session {number}: its sessions {how}")
    return session


def _next_masthead(head: Masthead, session: Session) -> Masthead:
    """The masthead of the draft: what the Secretariat or the sponsors will give is left open.

    Agenda items are numbered anew at each session, so the number goes and the title stays.
    """
    committee = _COMMITTEE.search(head.report or "")
    return Masthead(
        kind=DocumentKind.DRAFT,
        organ=session.organ,
        committee=committee["name"] if committee else head.committee,
        session=session.masthead,
        agenda_title=head.agenda_title,
        distribution="Limited",
        original_language="English",
    )


def _own_session(head: Masthead, organ: Organ) -> int:
    """The session that adopted a text: by its symbol, else its masthead, else the day."""
    if head.symbol is not None and head.symbol.session.isdigit():
        return int(head.symbol.session)
    if head.session_value is not None:
        return head.session_value.number
    day = head.adopted or head.date
    if day is None:
        return FIRST_YEAR - 1 if Session(organ, 0).by_year else 0
    return Session.on(day, organ).number
