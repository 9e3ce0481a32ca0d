"""What a draft has otherwise than the text it goes back to: the force of a verb, a request at the end that is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assistant import asked
from assistant.checks.editor.openings import opening_of
from assistant.checks.editor.place import Place, part_of
from assistant.checks.finding import Finding, Severity
from assistant.checks.force import Shift, shifts
from assistant.checks.rule import Family, Part, Rule
from assistant.checks.subject import Subject
from precedent.resolution import Kind, Paragraph, Resolution

RULES = (
    Rule(
        id="PR05",
        family=Family.PROCESS,
        severity=Severity.INFO,
        drafts=True,
        parts=(Part.PREAMBULAR, Part.OPERATIVE, Part.SUB),
        title="A verb is stronger or weaker than in the agreed wording",
        explanation=(
            "“Invites” for “Requests”, “Condemning” for “Strongly condemning”, “should” for “shall”: others will "
            "notice. Words are compared with those of the paragraph that this one comes from, on the ladders of "
            "assistant/checks/force.toml."
        ),
        authority=(
            "practice of committees, and scales of United Nations mandate work; on “takes note of” and “notes” "
            "decision 55/488 of the General Assembly"
        ),
        flagged="Encourages the pilots to row; (agreed as “Urges the pilots to row;”)",
        preferred="Urges the pilots to row;",
    ),
    Rule(
        id="ST12",
        family=Family.STRUCTURE,
        severity=Severity.WARNING,
        drafts=True,
        parts=(Part.OPERATIVE,),
        title="The last edition asked for a report or a place on an agenda, and this text does not",
        explanation=(
            "A text that is adopted again and again ends by asking for a report to a later session and by putting the "
            "item on its provisional agenda. Without them the question comes to an end."
        ),
        authority="practice of adopted texts: 3 of 279 editions of the 79th session gave up what the one before had",
        flagged="5. Decides to go on crossing. (and nothing on an agenda, as the last edition had it)",
        preferred=(
            "6. Decides to include in the provisional agenda of its one hundred and fourteenth session the item "
            "entitled “Ferries”."
        ),
    ),
)
_FORCE, _CLOSING = RULES


class _Agreed(NamedTuple):
    """The paragraph that another one comes from."""

    symbol: str
    label: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.symbol} {self.label}"


def judge(subject: Subject) -> Iterator[Finding]:
    """Findings in a draft; an adopted text has nothing before it to be held against."""
    if subject.is_draft:
        yield from _of_force(subject)
        yield from _of_closing(subject)


def _of_force(subject: Subject) -> Iterator[Finding]:
    for paragraph in subject.resolution.paragraphs:
        part = part_of(paragraph)
        if part is None or not _FORCE.looks_at(part):
            continue
        agreed = _agreed(paragraph.label, subject)
        if agreed is None or _kind(agreed.label) != _kind(paragraph.label):
            continue
        for shift in shifts(agreed.text, paragraph.text):
            yield _shifted(paragraph, part, shift, agreed, subject)


def _agreed(label: str, subject: Subject) -> _Agreed | None:
    """The paragraph that one remembers it was taken from, else the one of the base that it is likest to."""
    remembered = subject.context.origins.get(label)
    if remembered is not None:
        symbol, there = remembered
        texts = subject.texts_before.get(symbol)
        text = texts.get(there) if texts is not None else _elsewhere(symbol, there, subject)
        if text is not None:
            return _Agreed(symbol, there, text)
    came_of = subject.history.links[0].get(label) if subject.base and subject.history.links else None
    if came_of is None:
        return None
    return _Agreed(subject.base_symbol, came_of, subject.texts_before[subject.base_symbol][came_of])


def _elsewhere(symbol: str, label: str, subject: Subject) -> str | None:
    text = subject.context.index.document(symbol)
    return text.text_at(label) if text is not None else None


def _kind(label: str) -> str:
    """Whether a label is of the preamble or of the operative part: verbs of the two are not compared."""
    return "PP" if "PP" in label else "OP"


def _shifted(paragraph: Paragraph, part: Part, shift: Shift, agreed: _Agreed, subject: Subject) -> Finding:
    found = shift.span.of(paragraph.text)
    which = "stronger" if shift.stronger else "weaker"
    return Finding(
        rule=_FORCE.id,
        severity=_FORCE.severity,
        label=paragraph.label,
        start=shift.span.start,
        end=shift.span.end,
        found=found,
        message=f"{which} than agreed: “{shift.before}” in {agreed.place}, “{found}” here",
        suggestion=_back(paragraph, part, shift, subject),
        words_certain=False,
        reason=f"{which} in {shift.about}",
        evidence=(agreed.place,),
        authority=_FORCE.authority,
    )


def _back(paragraph: Paragraph, part: Part, shift: Shift, subject: Subject) -> str:
    """The words as they were agreed; of an opening with the adverb that its place has now."""
    if shift.span.start:
        return shift.before
    here = opening_of(Place(part, paragraph.text, subject.organ))
    there = opening_of(Place(part, shift.before, subject.organ))
    if here is None or there is None or here.end != shift.span.end or there.end != len(shift.before):
        return shift.before
    return there.words(here.adverb, part)


def _of_closing(subject: Subject) -> Iterator[Finding]:
    base = subject.context.index.document(subject.base_symbol) if subject.base else None
    own = [p for p in subject.resolution.paragraphs if p.kind is Kind.OPERATIVE and not p.section]
    if base is None or not own:
        return
    for label, lost in _lost(base, subject.resolution):
        yield Finding(
            rule=_CLOSING.id,
            severity=_CLOSING.severity,
            label=own[-1].label,
            start=0,
            end=0,
            found="",
            message=f"{lost} in {subject.base_symbol} {label}, and no paragraph does so here",
            evidence=(f"{subject.base_symbol} {label}",),
            authority=_CLOSING.authority,
        )


def _lost(base: Resolution, now: Resolution) -> Iterator[tuple[str, str]]:
    """What the base asked for and the text does not, with the label there."""
    reports = [each for each in asked.reports(base) if each.sessions]
    if reports and not any(asked.reports(now)):
        last = reports[-1]
        yield last.label, f"a report was asked of {last.who} to the {last.when}"
    items = list(asked.agenda_items(base))
    if items and not any(asked.agenda_items(now)):
        yield items[-1].label, f"the item was put on the agenda of the {items[-1].session}"
