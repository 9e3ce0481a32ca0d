"""Time and citations within one text: deadlines that are over, dates of first mentions, drafts of another session."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Rule
from assistant.checks.subject import Slot, Subject
from precedent.references import DocumentReference, ResolutionCitation, YearReference
from precedent.series import references_in
from precedent.session import Organ
from precedent.wording import day_words

RULES = (
    Rule(
        id="past-deadline",
        title="A deadline is over before the expected adoption",
        explanation=(
            "Targets and deadlines are carried over from edition to edition after their year has passed. Digital "
            "texts of 2025 still ask for access “by 2020”."
        ),
        authority="arithmetic on the expected day of adoption",
        flagged="to light every harbour by 2055 (in a text of 2059)",
        preferred="to light every harbour by 2065, or what became of it",
    ),
    Rule(
        id="citation-undated",
        title="The first mention of a resolution in the text has no date",
        explanation=(
            "A resolution is cited with its date where it is first mentioned: 16,106 of 17,414 first mentions in "
            "texts of the General Assembly are, 969 of 995 in those of the Economic and Social Council. The Security "
            "Council does not date them; notes and long lists need no date."
        ),
        authority="practice of adopted texts: 92 to 97 per cent of first mentions are dated",
        flagged="in accordance with its resolution 113/28 (mentioned for the first time)",
        preferred="in accordance with its resolution 113/28 of 2 December 2058",
    ),
    Rule(
        id="draft-symbol",
        title="A report names a draft of another session",
        explanation="The symbol of a draft has the session in it; a report is about drafts of its own session.",
        authority="the symbols of the committee's documents of that session",
        flagged="draft resolution A/C.2/113/L.42 was adopted (in a report of the 114th session)",
        preferred="draft resolution A/C.2/114/L.42 was adopted",
    ),
    Rule(
        id="stale-pandemic",
        title="A paragraph on the COVID-19 pandemic",
        explanation=(
            "Paragraphs of the years of the pandemic are carried on; some still say something, others can go. Taking "
            "the suggestion takes the paragraph out."
        ),
        authority="practice of adopted texts: fewer such paragraphs with each session since the seventy-seventh",
        flagged="Expresses concern about the impact of the COVID-19 pandemic on ferries",
        preferred="no such paragraph",
        severity=Severity.INFO,
        on=False,
    ),
)

_BY = re.compile(r"\b[Bb]y (?:the end of |the year |\d{1,2} [A-Z]\w+ |[A-Z]\w+ )?$")
_DRAFT_BEFORE = re.compile(r"\bdraft (?:resolution|decision)s?\b[^.;]{0,120}$")
_PANDEMIC = re.compile(r"\bCOVID-19\b|\bcoronavirus disease\b", re.IGNORECASE)
_DATES_LEFT_OUT = 3
"""From so many citations in one paragraph on they are a list, which shares or leaves out dates."""


def judge(subject: Subject) -> Iterator[Finding]:
    """Findings of these rules over the whole text."""
    yield from _deadlines(subject)
    if subject.is_draft:
        yield from _undated(subject)
    yield from _drafts_of_others(subject)
    if "stale-pandemic" in subject.asked:
        yield from _pandemic(subject)


def _deadlines(subject: Subject) -> Iterator[Finding]:
    as_of = subject.context.as_of
    for slot in subject.slots:
        reference = slot.reference
        if (
            isinstance(reference, YearReference)
            and not (reference.quoted or reference.in_name or slot.label.startswith("FN"))
            and reference.year < as_of.year
            and _BY.search(slot.text, 0, reference.span.start)
        ):
            yield _finding(slot, 0, f"{reference.year} is over on {day_words(as_of)}")


def _undated(subject: Subject) -> Iterator[Finding]:
    if subject.organ is Organ.SECURITY_COUNCIL:
        return
    mentioned: set[str] = set()
    for label, slots in subject.by_label.items():
        cited = [(slot, slot.reference) for slot in slots if isinstance(slot.reference, ResolutionCitation)]
        if label.startswith("FN"):
            continue
        for slot, reference in cited:
            first = str(reference.symbol) not in mentioned
            mentioned.add(str(reference.symbol))
            if first and not reference.dated and not reference.quoted and len(cited) < _DATES_LEFT_OUT:
                yield _dated(slot, reference, subject)


def _dated(slot: Slot, reference: ResolutionCitation, subject: Subject) -> Finding:
    """The finding, with the date where the index or the register of facts knows it."""
    symbol = str(reference.symbol)
    fact = subject.context.facts.resolution(reference.symbol, subject.context.as_of)
    card = subject.context.index.card(symbol) or (fact.card if fact else None)
    known = day_words(card.adopted) if card is not None and card.adopted else None
    return _finding(
        slot,
        1,
        "its first mention carries the date of adoption",
        suggestion=f"{slot.words} of {known}" if known else None,
        evidence=subject.told_by(symbol) or ((symbol,) if known else ()),
    )


def _drafts_of_others(subject: Subject) -> Iterator[Finding]:
    head = subject.resolution.masthead
    value = head.session_value
    own = head.symbol.session if head.symbol is not None else str(value.number) if value is not None else ""
    for label, text in subject.resolution.places() if own.isdigit() else ():
        for reference in references_in(text, subject.organ):
            if not isinstance(reference, DocumentReference) or "/L." not in str(reference.symbol):
                continue
            session = reference.symbol.session
            if session.isdigit() and session != own and _DRAFT_BEFORE.search(text[: reference.span.start]):
                slot = Slot(label, text, reference, ())
                words = slot.words.replace(f"/{session}/", f"/{own}/")
                yield _finding(slot, 2, f"a draft of session {session}; this text is of session {own}", words)


def _pandemic(subject: Subject) -> Iterator[Finding]:
    """The paragraphs that name the pandemic; each as a whole, to be taken out."""
    places = [place for place in subject.resolution.places() if place[0].startswith(("PP", "OP"))]
    for number, (label, text) in enumerate(places):
        leads = number + 1 < len(places) and places[number + 1][0].startswith(f"{label} (")
        if _PANDEMIC.search(text):
            yield Finding(
                rule=RULES[3].id,
                severity=Severity.INFO,
                label=label,
                start=0,
                end=len(text),
                found=text,
                message="is it still needed?" + ("" if leads else " Taking the suggestion takes it out"),
                suggestion=None if leads else "",
                words_certain=False,
                authority=RULES[3].authority,
            )


def _finding(
    slot: Slot, rule: int, message: str, suggestion: str | None = None, evidence: tuple[str, ...] = ()
) -> Finding:
    return Finding(
        rule=RULES[rule].id,
        severity=Severity.WARNING,
        label=slot.label,
        start=slot.reference.span.start,
        end=slot.reference.span.end,
        found=slot.words,
        message=message,
        suggestion=suggestion,
        evidence=evidence,
        authority=RULES[rule].authority,
    )
