"""Time within one text: deadlines that are over, drafts of another session."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.finding import Finding, Severity
from assistant.checks.rule import Rule
from assistant.checks.subject import Slot, Subject
from precedent.references import DocumentReference, YearReference
from precedent.series import references_in
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


def judge(subject: Subject) -> Iterator[Finding]:
    """Findings of these rules over the whole text."""
    yield from _deadlines(subject)
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
                yield _finding(slot, 1, f"a draft of session {session}; this text is of session {own}", words)


def _pandemic(subject: Subject) -> Iterator[Finding]:
    """The paragraphs that name the pandemic; each as a whole, to be taken out."""
    places = [place for place in subject.resolution.places() if place[0].startswith(("PP", "OP"))]
    for number, (label, text) in enumerate(places):
        leads = number + 1 < len(places) and places[number + 1][0].startswith(f"{label} (")
        if _PANDEMIC.search(text):
            yield Finding(
                rule=RULES[2].id,
                severity=Severity.INFO,
                label=label,
                start=0,
                end=len(text),
                found=text,
                message="is it still needed?" + ("" if leads else " Taking the suggestion takes it out"),
                suggestion=None if leads else "",
                words_certain=False,
                authority=RULES[2].authority,
            )


def _finding(slot: Slot, rule: int, message: str, suggestion: str | None = None) -> Finding:
    return Finding(
        rule=RULES[rule].id,
        severity=RULES[rule].severity,
        label=slot.label,
        start=slot.reference.span.start,
        end=slot.reference.span.end,
        found=slot.words,
        message=message,
        suggestion=suggestion,
        authority=RULES[rule].authority,
    )
