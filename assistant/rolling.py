"""From an earlier edition to the draft of the next: every certain update made and recorded with its reason."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from assistant.checks import Context, Finding, Profile, Severity, check
from assistant.checks.editor import Rulebook
from assistant.draft import Draft, draft_of
from assistant.errors import AssistantError
from assistant.facts import Register, shipped_facts
from assistant.mending import take_all
from precedent.index.protocol import PrecedentIndex
from precedent.resolution import DocumentKind, Masthead, Resolution
from precedent.session import LAST_ORDINAL, Organ, Session


class NoSuchSessionError(AssistantError):
    """A session was named that no organ can hold."""


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
        distribution="Limited",
        original_language="English",
    )
    return Draft(masthead=replace(head, **masthead), title=title, enacting=organ.enacting)  # type: ignore[arg-type]


def likely_adoption(resolution: Resolution, session: int | None, today: dt.date) -> dt.date:
    """The day by which a new edition is judged where nobody said one.

    Today, unless the session that it is rolled to is over: then the day of the year on which the earlier text was
    adopted, as far as that session had it.
    """
    tabled, adopted = _tabled(resolution.masthead, session), resolution.masthead.adopted
    try:
        first, last = tabled.days
    except ValueError:
        return today
    if tabled.kind or today <= last or adopted is None:
        return today
    autumn = dt.date(first.year, adopted.month, min(adopted.day, 28))
    day = autumn if autumn >= first else autumn.replace(year=last.year)
    return min(max(day, first), last)


def _tabled(head: Masthead, session: int | None) -> Session:
    """The session that a new edition is rolled to; a special session is resumed, not counted on."""
    organ, own = head.organ or Organ.GENERAL_ASSEMBLY, head.session_value
    if session is None and own is not None and own.kind:
        return own
    return _session(organ, session if session is not None else _own_session(head, organ) + 1)


def _session(organ: Organ, number: int) -> Session:
    session = Session(organ, number)
    first, last = (FIRST_YEAR, dt.MAXYEAR) if session.by_year else (1, LAST_ORDINAL)
    if not first <= number <= last:
        raise NoSuchSessionError(
            f"the {organ.value} has no session {number}; give the number, or the year, of one"
        )
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
