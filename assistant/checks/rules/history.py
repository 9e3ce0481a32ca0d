"""A slot judged by everything that is known of its past and its surroundings.

The pieces of evidence are weighed (`assistant.checks.evidence`); a finding says how likely an update is, and what
spoke most for it and against it.
"""

from __future__ import annotations

from assistant.checks.evidence import Scale, Verdict, gather, scale
from assistant.checks.finding import Finding, Severity
from assistant.checks.rules.updates import finding
from assistant.checks.subject import Slot, Subject
from assistant.checks.successors import citation_words, later_edition, next_words
from assistant.checks.traits import kind_of
from precedent.references import ResolutionCitation
from precedent.series import Fate

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


def judge(slot: Slot, subject: Subject) -> Finding | None:
    """A finding where the evidence says that such words were updated often enough."""
    kind = kind_of(slot)
    if kind not in _RULE_OF:
        return None
    weights = scale()
    verdict = weights.weigh(gather(slot, subject))
    words = next_words(slot, subject)
    counts_on = words is not None and _words_certain(slot, kind, subject)
    if verdict.likelihood < weights.look and not counts_on:
        return None
    return finding(
        slot,
        _RULE_OF[kind],
        _severity(subject, sure=verdict.likelihood >= weights.sure, counts_on=counts_on),
        _changed(slot),
        suggestion=words or _newest(slot, subject),
        words_certain=counts_on,
        reason="; ".join(
            filter(
                None, (told(slot), f"updated in about {verdict.likelihood * 100:.0f} of 100 cases like it")
            )
        ),
        weighed=weighed(verdict, weights),
    )


def _severity(subject: Subject, *, sure: bool, counts_on: bool) -> Severity:
    """An error where the words are certainly out of date.

    In a draft, only where the next words are known: a report's symbol that nobody has yet holds up no export.
    """
    return Severity.ERROR if counts_on or (sure and not subject.is_draft) else Severity.WARNING


_COUNTS_ON = frozenset(("session", "document", "date", "day range"))
"""Kinds whose words, once they moved by an even step twice, moved by it again in 96 of 100 updates."""


def _words_certain(slot: Slot, kind: str, subject: Subject) -> bool:
    """Whether the words that count on may be put in place unasked: not where they go with words that are unknown.

    In a note the session, the year and the symbol go together; in a paragraph a day goes with what was measured on it.
    """
    if slot.fates[:2] != (Fate.REPLACED, Fate.REPLACED):
        return False
    moved = [other for other in subject.neighbours(slot) if other.fates[:1] == (Fate.REPLACED,)]
    if slot.label.startswith("FN"):
        cites = any(kind_of(each) == "document" for each in (slot, *moved))
        return cites and all(next_words(other, subject) for other in moved)
    if kind in ("date", "day range"):
        return not any(kind_of(other) == "figure" for other in moved)
    return kind in _COUNTS_ON


def _newest(slot: Slot, subject: Subject) -> str | None:
    """A citation of the last edition of the cited text, where a later one is known."""
    reference = slot.reference
    if not isinstance(reference, ResolutionCitation):
        return None
    later = later_edition(reference.symbol, subject)
    return citation_words(slot, later) if later is not None else None


def weighed(verdict: Verdict, weights: Scale) -> tuple[str, ...]:
    """The heaviest pieces on both sides, and what their weights were learned on."""
    sides = (("for it", True, 3), ("against it", False, 2))
    told_of = (
        (side, "; ".join(map(str, verdict.heaviest(most, speaks_for=speaks_for))))
        for side, speaks_for, most in sides
    )
    lines = tuple(f"{side}: {pieces}" for side, pieces in told_of if pieces)
    return (*lines, f"learned on {weights.learned_on}")


def _changed(slot: Slot) -> str:
    """How firmly the history speaks."""
    if slot.fates[:2] == (Fate.REPLACED, Fate.REPLACED):
        return "changed with each edition"
    return "changed in the last edition" if slot.fates[:1] == (Fate.REPLACED,) else "likely to need an update"


def told(slot: Slot) -> str:
    """What happened here, in a line."""
    replaced = 0
    while replaced < len(slot.steps) and slot.fates[replaced] is Fate.REPLACED:
        replaced += 1
    if replaced:
        first = slot.steps[0]
        times = f"in each of the last {replaced} editions" if replaced > 1 else "in the last edition"
        stood = next((s for s in slot.steps[replaced:] if s.fate is Fate.STOOD), None)
        before = f"; the last one that stood was in {stood.edition}" if stood else ""
        return f"changed {times} ({first.edition} {first.label}: {first.words}){before}"
    if slot.fates[:1] == (Fate.STOOD,):
        return f"unchanged since {slot.steps[-1].edition}"
    return "new in the last edition" if slot.fates else ""
