"""Citations held against the index and the register of facts: the day of adoption, and the title where it is quoted."""

from __future__ import annotations

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Family, Matter, Rule
from assistant.checks.subject import Slot, Subject
from assistant.checks.successors import adoption_words
from precedent.citations import is_wrong, quoted_title, same_title
from precedent.references import ResolutionCitation
from precedent.wording import likeness

RULES = (
    Rule(
        id="RF03",
        family=Family.REFERENCES,
        matter=Matter.DATES,
        severity=Severity.ERROR,
        title="A resolution is cited with a date that is not the day of its adoption",
        explanation=(
            "The date of a citation is the adoption date, not that of distribution. In adopted texts 32 of 3,871 "
            "citations that could be checked had a wrong date, some for years."
        ),
        authority="the day of adoption in the adopted text itself",
        flagged="its resolution 113/28 of 4 December 2058 (adopted on 2 December)",
        preferred="its resolution 113/28 of 2 December 2058",
    ),
    Rule(
        id="RF04",
        family=Family.REFERENCES,
        severity=Severity.ERROR,
        title="A resolution is cited with a title that is not its own",
        explanation=(
            "What stands in quotation marks after “entitled” is the title as it was adopted. In texts of the 75th to "
            "79th sessions 6 of 328 quoted titles that could be checked were another's or had another word."
        ),
        authority="the title in the adopted text itself",
        flagged="its resolution 113/28, entitled “Lights for harbours” (adopted as “Lights of harbours”)",
        preferred="its resolution 113/28, entitled “Lights of harbours”",
    ),
)
SLIP = 0.8
"""Likeness (0 to 1) of a quoted title to the right one from which it is certainly meant to be that."""


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
    if card is None or card.adopted is None or not is_wrong(subject.context.index, card, reference.date):
        return None
    span = reference.date_span
    return Finding(
        rule="RF03",
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


def judge_title(slot: Slot, subject: Subject) -> Finding | None:
    """A finding where the index knows another title; the register of facts has titles in short."""
    reference = slot.reference
    if not isinstance(reference, ResolutionCitation):
        return None
    span = quoted_title(slot.text, reference.number_span.end)
    if span is None:
        return None
    card = subject.context.index.card(str(reference.symbol))
    said = span.of(slot.text)
    if card is None or not card.title or same_title(said, card.title):
        return None
    return Finding(
        rule="RF04",
        severity=Severity.ERROR if likeness(said, card.title) >= SLIP else Severity.WARNING,
        label=slot.label,
        start=span.start,
        end=span.end,
        found=said,
        message=f"{card.symbol} is entitled “{card.title}”",
        suggestion=card.title,
        reason="the title in the precedent index differs",
        evidence=(card.symbol,),
        authority=RULES[1].authority,
    )
