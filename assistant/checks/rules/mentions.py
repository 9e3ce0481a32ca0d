"""The dates of first mentions, from the index or the register of facts: the rule itself is data and knows neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.checks.finding import Finding
from assistant.checks.subject import Subject
from precedent.references import ResolutionCitation
from precedent.wording import day_words

FIRST_MENTION = "RF01"


def dated(findings: Iterable[Finding], subject: Subject) -> Iterator[Finding]:
    """The findings, those on first mentions with the date of adoption where it is known."""
    for finding in findings:
        yield _dated(finding, subject) if finding.rule == FIRST_MENTION else finding


def _dated(finding: Finding, subject: Subject) -> Finding:
    cited = (
        r
        for r in subject.references(finding.label)
        if isinstance(r, ResolutionCitation) and r.span.start == finding.start
    )
    reference = next(cited, None)
    if reference is None:
        return finding
    symbol = str(reference.symbol)
    fact = subject.context.facts.resolution(reference.symbol, subject.context.as_of)
    card = subject.context.index.card(symbol) or (fact.card if fact else None)
    if card is None or card.adopted is None:
        return finding
    return replace(
        finding,
        suggestion=f"{finding.found} of {day_words(card.adopted)}",
        evidence=subject.told_by(symbol) or (symbol,),
    )
