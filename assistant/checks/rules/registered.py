"""What an entry of the register of facts makes of words that are out of date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Rule
from assistant.checks.subject import Subject
from assistant.facts import Fact, Trust
from precedent.wording import day_words


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words at [start, end) of a paragraph or footnote."""

    label: str
    text: str
    start: int
    end: int


def registered(
    quoted: Quoted, rule: Rule, fact: Fact, subject: Subject, *, said: str = "", **more: object
) -> Finding:
    """A finding that rests on an entry of the register.

    Args:
        quoted: the words that it is about.
        rule: whose finding it is.
        fact: the entry.
        subject: the text under check.
        said: what is known of the words as they stand.
        more: the message, and what else the finding has of its own.
    """
    key = fact.key[0] if isinstance(fact.key, tuple) else fact.key
    return Finding(
        rule=rule.id,
        label=quoted.label,
        start=quoted.start,
        end=quoted.end,
        found=quoted.text[quoted.start : quoted.end],
        reason="; ".join(filter(None, (said, founded(fact), overdue(fact, subject)))),
        evidence=(f"register of facts: {fact.source}",),
        authority=rule.authority,
        entry=f"{fact.kind}: {key}",
        **{"severity": rule.severity, "words_certain": False, **more},  # type: ignore[arg-type]
    )


def founded(fact: Fact) -> str:
    """Where an entry is from."""
    read = ", which was read on one page only" if fact.trust is Trust.ONE_PAGE else ""
    return f"the register of facts has it from {fact.source}{read}"


def overdue(fact: Fact, subject: Subject) -> str:
    """That somebody should look for something newer than an entry; nothing where that day is still ahead."""
    if fact.refresh is None or not fact.due(subject.context.as_of):
        return ""
    return f"the register's entry was to be refreshed by {day_words(fact.refresh)}: look for a newer one"


_OF_A_FIGURE = ("stale-figure", "stale-year", "stale-date", "stale-document", "meeting-date")
"""Rules that judge a slot by its past or its kind: where an entry of the register is about it, that says more."""
_WEIGHTIEST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Vouched:
    """Words of which the register has nothing newer, on the day of the check or since."""

    label: str
    start: int
    end: int
    fact: Fact


def absorbed(
    told: Iterable[Finding], found: Iterable[Finding], vouched: Iterable[Vouched], subject: Subject
) -> list[Finding]:
    """Both kinds of findings; what history tells of a place goes into the finding that the register makes there.

    Where the register has nothing newer, history may still doubt the words, and knows no others.
    """
    told, vouched, left = list(told), list(vouched), []
    for other in found:
        at = next((n for n, each in enumerate(told) if _same_place(each, other)), None)
        if other.rule not in _OF_A_FIGURE:
            left.append(other)
        elif at is not None:
            told[at] = _joined(told[at], other)
        else:
            newest = next((each.fact for each in vouched if _same_place(each, other)), None)
            left.append(_doubted(other, newest, subject) if newest else other)
    return [*left, *told]


def _doubted(other: Finding, newest: Fact, subject: Subject) -> Finding:
    """What history tells of words of which the register has nothing newer."""
    known = f"the register of facts has nothing newer ({newest.source})"
    return replace(
        other,
        severity=max(other.severity, Severity.WARNING, key=_WEIGHTIEST.index),
        suggestion=None,
        words_certain=False,
        reason="; ".join(filter(None, (other.reason, known, overdue(newest, subject)))),
        evidence=(*other.evidence, f"register of facts: {newest.source}"),
    )


def _same_place(one: Finding | Vouched, other: Finding) -> bool:
    return one.label == other.label and one.start < other.end and other.start < one.end


def _joined(registered: Finding, other: Finding) -> Finding:
    """The register's words with what history adds: its severity where that is graver, its reason, its places."""
    return replace(
        registered,
        severity=min(registered.severity, other.severity, key=_WEIGHTIEST.index),
        reason="; ".join(filter(None, (registered.reason, other.reason))),
        weighed=registered.weighed + other.weighed,
        evidence=registered.evidence + other.evidence,
    )
