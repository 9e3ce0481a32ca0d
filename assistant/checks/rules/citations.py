"""Citations held against the index and the register of facts: their date is the day of adoption."""

from __future__ import annotations

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Rule
from assistant.checks.subject import Slot, Subject
from assistant.checks.successors import adoption_words
from precedent.references import ResolutionCitation

RULES = (
    Rule(
        id="citation-date",
        title="A resolution is cited with a date that is not the day of its adoption",
        explanation=(
            "The date of a citation is the adoption date, not that of distribution. In adopted texts 32 of 3,871 "
            "citations that could be checked had a wrong date, some for years."
        ),
        authority="the day of adoption in the adopted text itself",
        flagged="its resolution 113/28 of 4 December 2058 (adopted on 2 December)",
        preferred="its resolution 113/28 of 2 December 2058",
    ),
)


def judge(slot: Slot, subject: Subject) -> Finding | None:
    """A finding where the index, or for what it does not hold the register, knows another date of adoption."""
    reference = slot.reference
    if not isinstance(reference, ResolutionCitation) or reference.date is None or reference.date_span is None:
        return None
    symbol = str(reference.symbol)
    card = subject.context.index.card(symbol)
    where = "precedent index"
    if card is None:
        # A list may share a date that is not each one's; only a date of its own is held against the register.
        fact = subject.context.facts.resolution(reference.symbol, subject.context.as_of)
        card = fact.card if fact and reference.date_span.end <= reference.span.end else None
        where = "register of facts"
    if card is None or card.adopted is None or card.adopted == reference.date:
        return None
    span = reference.date_span
    return Finding(
        rule="citation-date",
        severity=Severity.ERROR,
        label=slot.label,
        start=span.start,
        end=span.end,
        found=span.of(slot.text),
        message=f"{card.symbol} was adopted on {adoption_words(card)}",
        suggestion=adoption_words(card),
        reason=f"the adoption date in the {where} differs",
        evidence=subject.told_by(symbol) or (card.symbol,),
        authority=RULES[0].authority,
    )
