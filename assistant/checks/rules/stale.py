"""What must change before a text is tabled again: editions, sessions, dates, documents, figures.

Judges look at each slot, the surest first: the series (the text recalls its own edition before last),
arithmetic (a session that is not ahead any more, an event that has come to pass), a later edition that the index
or the register of facts knows, and all that is known of the slot's past and surroundings, weighed. A slot that the
drafter has already changed is not judged by its past.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.checks.evidence import within_rhythm
from assistant.checks.finding import Finding, Severity
from assistant.checks.rules import history
from assistant.checks.rules.updates import finding
from assistant.checks.subject import Slot, Subject
from assistant.checks.successors import (
    adoption_words,
    citation_words,
    cites_newest,
    follows_series,
    later_edition,
    means_that_act,
    session_words,
)
from assistant.checks.traits import last_day
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
    if isinstance(slot.reference, ParagraphReference):
        return None
    if not subject.tabled_again:
        return None if slot.reference.quoted else _session_due(slot, subject) or _tense(slot, subject)
    ruled = None if slot.reference.quoted else _by_rule(slot, subject)
    if slot.touched or not subject.has_precedent or (ruled is not None and ruled.severity is Severity.ERROR):
        return ruled
    stands = _set_for_this(slot, subject) or means_that_act(slot, subject) or within_rhythm(slot, subject)
    weighed = None if stands else history.judge(slot, subject)
    if ruled is None:
        return weighed
    if weighed is not None:
        told = weighed.reason.startswith(ruled.reason)
        reason = weighed.reason if told else f"{ruled.reason}; {weighed.reason}"
        return replace(
            ruled, severity=weighed.severity, words_certain=False, reason=reason, weighed=weighed.weighed
        )
    return ruled if ruled.rule == "stale-tense" else None


def _by_rule(slot: Slot, subject: Subject) -> Finding | None:
    """What arithmetic, the series, the index or the register of facts tells, the surest first."""
    return (
        _own_edition(slot, subject)
        or _session_due(slot, subject)
        or _tense(slot, subject)
        or _later_text(slot, subject)
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
    if _set_for_this(slot, subject):
        return None
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


def _set_for_this(slot: Slot, subject: Subject) -> bool:
    """Whether two editions set something for the session that will adopt the text: it may still be held in it."""
    reference = slot.reference
    return (
        isinstance(reference, SessionReference)
        and reference.organ is subject.organ
        and reference.number == subject.session
        and slot.fates[:1] == (Fate.STOOD,)
        and _DURING.search(slot.text, 0, reference.span.start) is not None
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
        reason=history.told(slot) or f"{later.symbol} was adopted on {adoption_words(later)}",
        sources=subject.told_by(later.symbol),
    )
