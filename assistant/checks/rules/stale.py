"""What must change before a text is tabled again: editions, sessions, dates, documents, figures.

Judges look at each slot, the surest first: the series (the text recalls its own edition before last),
arithmetic (a session that is not ahead any more, an event that has come to pass), a later edition that the index
or the register of facts knows, and the slot's own history against the counted rates. A slot that the drafter has
already changed is not judged by history.
"""

from __future__ import annotations

import re

from assistant.checks.finding import Finding, Severity
from assistant.checks.rates import counted_rates
from assistant.checks.rule import Rule
from assistant.checks.subject import Slot, Subject
from assistant.checks.successors import (
    adoption_words,
    citation_words,
    cites_newest,
    follows_series,
    later_edition,
    next_words,
    session_words,
)
from assistant.checks.traits import fates_of, kind_of, last_day, relation_of
from precedent.references import (
    DateReference,
    DayRange,
    MonthReference,
    ParagraphReference,
    ResolutionCitation,
    SessionReference,
)
from precedent.series import Fate
from precedent.symbol import Symbol
from precedent.wording import day_words

FLAG = 0.3
"""Share of slots of a kind that were updated in the next edition, from which a slot is shown to the drafter."""

_RECURRING = "counted practice of the General Assembly, 74th to 78th sessions"

RULES = (
    Rule(
        id="stale-edition",
        title="The text recalls an edition of its own series that is not the last",
        explanation="A text adopted again and again cites the newest of its series; the older go to the footnote.",
        authority="practice of adopted texts: the newest of a series in the text, the older ones in the note",
        flagged="Recalling its resolution 112/31 of 3 December 2057, when 113/28 has been adopted",
        preferred="Recalling its resolution 113/28 of 2 December 2058",
    ),
    Rule(
        id="stale-series-note",
        title="The footnote that lists earlier resolutions lacks the one that leaves the text",
        explanation=(
            "When the text moves on to the newest of a series, the one it cited before joins the list in the note."
        ),
        authority="practice of adopted texts: the newest of a series in the text, the older ones in the note",
        flagged="Resolutions 110/14 and 111/20. (while the text no longer cites 112/31)",
        preferred="Resolutions 110/14, 111/20 and 112/31.",
    ),
    Rule(
        id="stale-citation",
        title="A resolution or decision is cited that later editions of the text replaced, or that has a successor",
        explanation=(
            "At this place each edition cited the newest of another series, or the cited text was adopted again."
        ),
        authority=_RECURRING,
        flagged="Recalling Economic and Social Council resolution 2057/7 of 24 July 2057",
        preferred="Recalling Economic and Social Council resolution 2058/9 of 23 July 2058",
    ),
    Rule(
        id="stale-session",
        title="A session is named that is no longer ahead, or that moves on with each edition",
        explanation=(
            "A report is asked for at a session still to come, and an item goes on the provisional agenda of one: "
            "986 of 986 adopted texts name a later session than their own. Other bodies' sessions count on."
        ),
        authority="arithmetic; 986 of 986 provisional agendas in adopted texts are of a later session",
        flagged="in the provisional agenda of its one hundred and fourteenth session (in a text of that session)",
        preferred="in the provisional agenda of its one hundred and fifteenth session",
    ),
    Rule(
        id="stale-tense",
        title="What the text looks forward to has come to pass by the expected adoption",
        explanation=(
            "Words about the future with a date before the expected adoption, or words about the past with one after."
        ),
        authority="arithmetic on the expected day of adoption",
        flagged="Looks forward to the conference, to be held from 3 to 6 March 2059 (adopted in December 2059)",
        preferred="Notes the holding of the conference from 3 to 6 March 2059",
    ),
    Rule(
        id="stale-date",
        title="A date that changed with each edition",
        explanation=(
            "Dates of meetings move on; dates of founding texts stand. The slot's own history tells which this is."
        ),
        authority=_RECURRING,
        flagged="held in Port Ellery from 4 to 7 May 2058",
        preferred="the dates of the last meeting of that kind",
    ),
    Rule(
        id="stale-year",
        title="A year or period that changed with each edition",
        explanation="Years of editions, deadlines and budgets move on; years of names and agendas stand.",
        authority=_RECURRING,
        flagged="its programme of work for 2058",
        preferred="its programme of work for 2059",
    ),
    Rule(
        id="stale-document",
        title="A document that changed with each edition, or of the session before",
        explanation="A report of a session is followed by the next one; its symbol goes with it.",
        authority=_RECURRING,
        flagged="Takes note of the report of the Secretary-General; footnote A/113/71.",
        preferred="the symbol of this session's report",
    ),
    Rule(
        id="stale-figure",
        title="A figure that changed with each edition, or is new and will be out of date",
        explanation="A statistic has a source and a year; the drafter looks whether a newer edition is out.",
        authority=_RECURRING,
        flagged="41 per cent of harbours had no light in 2057",
        preferred="the value of the newest edition of the source",
    ),
)

_RULE_OF = {
    "resolution": "stale-citation",
    "decision": "stale-citation",
    "other citation": "stale-citation",
    "session": "stale-session",
    "date": "stale-date",
    "day range": "stale-date",
    "day": "stale-date",
    "month": "stale-date",
    "year": "stale-year",
    "period": "stale-year",
    "document": "stale-document",
    "figure": "stale-figure",
}
_AHEAD = re.compile(
    r"\b(?:looks? forward to|looking forward to|to be (?:held|convened|organized|hosted)"
    r"|will (?:be (?:held|convened|hosted)|take place)|upcoming|forthcoming)\b[^;]*$",
    re.IGNORECASE,
)
_DURING = re.compile(r"\bduring (?:its|the) \Z")
_BEHIND = re.compile(
    r"\b(?:the holding of|the convening of|which was held|was held|were held)\b[^;]{0,120}$", re.IGNORECASE
)


def judge(slot: Slot, subject: Subject) -> Finding | None:
    """The surest finding about a slot, if any."""
    if isinstance(slot.reference, ParagraphReference) or slot.reference.quoted:
        return None
    return (
        _own_edition(slot, subject)
        or _session_due(slot, subject)
        or _tense(slot, subject)
        or _later_text(slot, subject)
        or (None if slot.touched else _history(slot, subject))
    )


def finding(
    slot: Slot, rule: str, severity: Severity, message: str, *, sources: tuple[str, ...] = (), **more: object
) -> Finding:
    """A finding that quotes a slot; `sources` bear it out beside the slot's earlier places."""
    authority = next(r.authority for r in RULES if r.id == rule)
    return Finding(
        rule=rule,
        severity=severity,
        label=slot.label,
        start=slot.reference.span.start,
        end=slot.reference.span.end,
        found=slot.words,
        message=message,
        evidence=slot.places + sources,
        authority=authority,
        **more,  # type: ignore[arg-type]
    )


def _own_edition(slot: Slot, subject: Subject) -> Finding | None:
    """Evidence of the series: the base recalls its predecessor; the next text recalls the base."""
    reference, base = slot.reference, subject.base
    if not isinstance(reference, ResolutionCitation) or base is None or not subject.before_base:
        return None
    if str(reference.symbol) != subject.before_base[0].symbol or _in_list(slot, subject):
        return None
    moved = slot.fates[:1] == (Fate.REPLACED,) or (slot.label == "PP1" and not slot.fates)
    last = later_edition(Symbol.parse(base.symbol), subject) or base
    return finding(
        slot,
        "stale-edition",
        # Where the citation did not move before, it may be one of a certain act: "in its resolution …, by which".
        Severity.ERROR if moved else Severity.WARNING,
        f"{last.symbol} is the last edition of this text",
        suggestion=citation_words(slot, last),
        reason=f"it was adopted on {adoption_words(last)}; the text cites {reference.symbol}, which it followed",
        sources=subject.told_by(last.symbol),
    )


def _in_list(slot: Slot, subject: Subject) -> bool:
    """Whether the paragraph lists editions of the series: lists grow, their items stand."""
    if slot.fates and slot.fates[0] is Fate.REPLACED:
        return False
    earlier = {card.symbol for card in subject.before_base}
    own = {
        str(r.symbol) for r in subject.references(slot.label) if isinstance(r, ResolutionCitation) and r.own
    }
    return slot.label.startswith("FN") or len(own & earlier) > 1 or len(own) > 2


def _session_due(slot: Slot, subject: Subject) -> Finding | None:
    """Arithmetic: what is asked for at a session must be asked for at a later one than this."""
    reference, session = slot.reference, subject.session
    if (
        not isinstance(reference, SessionReference)
        or session is None
        or reference.organ is not subject.organ
        or reference.unit != "session"
        or slot.label.startswith(("PP", "FN"))
        or reference.number > session
    ):
        return None
    agenda = re.search(r"provisional agenda[^;]{0,80}$", slot.text[: reference.span.start])
    asked_ahead = subject.base_session is not None and reference.number > subject.base_session
    if not agenda and not (asked_ahead and not slot.touched):
        return None
    if (
        reference.number == session
        and slot.fates[:1] == (Fate.STOOD,)
        and _DURING.search(slot.text, 0, slot.reference.span.start)
    ):
        return None  # what two editions set for that session may still be held in it
    ahead = session - (subject.base_session or session - 1)
    wanted = reference.number + ahead if asked_ahead and not slot.touched else session + 1
    return finding(
        slot,
        "stale-session",
        Severity.ERROR,
        "the session named is not ahead of the one that will adopt the text",
        suggestion=session_words(slot, max(wanted, session + 1)),
        reason=f"the text is for session {session}; {reference.words} is {reference.number}",
    )


def _tense(slot: Slot, subject: Subject) -> Finding | None:
    """Arithmetic: the future that is past, and the past that is future, on the expected day of adoption."""
    if not isinstance(slot.reference, DateReference | DayRange | MonthReference):
        return None
    day, as_of = last_day(slot), subject.context.as_of
    before = slot.text[: slot.reference.span.start]
    if day is None:
        return None
    if (
        day < as_of
        and _AHEAD.search(before)
        and (subject.base_adopted is None or day >= subject.base_adopted)
    ):
        return finding(
            slot, "stale-tense", Severity.WARNING, f"this will be past on {day_words(as_of)}: say what came of it",
            reason=f"the words look ahead to {slot.words}",
        )  # fmt: skip
    if day > as_of and _BEHIND.search(before) and not _AHEAD.search(before):
        return finding(
            slot, "stale-tense", Severity.WARNING, f"this is still ahead on {day_words(as_of)}",
            reason=f"the words speak of {slot.words} as past",
        )  # fmt: skip
    return None


def _later_text(slot: Slot, subject: Subject) -> Finding | None:
    """Evidence of the index and the register: the cited text has a later edition, and the slot did not stand."""
    reference = slot.reference
    if not isinstance(reference, ResolutionCitation) or (slot.fates and slot.fates[0] is not Fate.REPLACED):
        return None
    later = later_edition(reference.symbol, subject)
    if later is None or str(reference.symbol) in {c.symbol for c in subject.before_base}:
        return None
    sure = follows_series(slot, subject)
    in_index = subject.context.index.card(str(reference.symbol)) is not None
    if not sure and (slot.touched or not in_index) and not cites_newest(slot, subject):
        return None
    if (in_index and later.symbol == subject.base_symbol) or _in_list(slot, subject):
        return None
    own = subject.base_symbol in map(str, subject.editions_known(reference.symbol))
    return finding(
        slot,
        "stale-edition" if own else "stale-citation",
        Severity.ERROR if sure else Severity.WARNING,
        f"{reference.symbol} was adopted again as {later.symbol}",
        suggestion=citation_words(slot, later),
        reason=_told(slot) or f"{later.symbol} was adopted on {adoption_words(later)}",
        sources=subject.told_by(later.symbol),
    )


def _history(slot: Slot, subject: Subject) -> Finding | None:
    """The slot's own history, weighed by how often such slots were updated."""
    kind, fates = kind_of(slot), fates_of(slot, subject)
    rates = counted_rates()
    rate = rates.of(kind, relation_of(slot, subject), fates)
    if rate.share < FLAG or kind not in _RULE_OF:
        return None
    words = next_words(slot, subject)
    moved_twice = slot.fates[:2] == (Fate.REPLACED, Fate.REPLACED)
    # In a note the session goes with a symbol, which cannot be known: the one must not move without the other.
    sure = words is not None and kind == "session" and moved_twice and not slot.label.startswith("FN")
    counted = (
        f"{rate.updated:,} of {rate.counted:,} slots like this one were updated in the next edition "
        f"(General Assembly, {rates.sessions} sessions)"
    )
    return finding(
        slot,
        _RULE_OF[kind],
        Severity.ERROR if sure else Severity.WARNING,
        _changed(slot),
        suggestion=words,
        reason="; ".join(filter(None, (_told(slot), counted))),
    )


def _changed(slot: Slot) -> str:
    """How firmly the history speaks."""
    if slot.fates[:2] == (Fate.REPLACED, Fate.REPLACED):
        return "changed with each edition"
    return "changed in the last edition" if slot.fates[:1] == (Fate.REPLACED,) else "likely to need an update"


def _told(slot: Slot) -> str:
    """What happened here, in a line."""
    replaced = 0
    while replaced < len(slot.steps) and slot.fates[replaced] is Fate.REPLACED:
        replaced += 1
    if replaced:
        first = slot.steps[0]
        times = f"in each of the last {replaced} editions" if replaced > 1 else "in the last edition"
        return f"changed {times} ({first.edition} {first.label}: {first.words})"
    if slot.fates[:1] == (Fate.STOOD,):
        return f"unchanged since {slot.steps[-1].edition}"
    return "new in the last edition" if slot.fates else ""
