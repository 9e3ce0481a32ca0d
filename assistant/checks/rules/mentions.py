"""The first mention of a resolution in a text carries its date, later ones do not."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checks.finding import Finding
from assistant.checks.rule import Family, Part, Rule
from assistant.checks.subject import Slot, Subject
from precedent.references import ResolutionCitation
from precedent.session import Organ
from precedent.wording import day_words

_WHERE = (Part.PREAMBULAR, Part.OPERATIVE, Part.SUB)
_ORGANS = (Organ.GENERAL_ASSEMBLY, Organ.ECONOMIC_AND_SOCIAL_COUNCIL, Organ.HUMAN_RIGHTS_COUNCIL)

FIRST = Rule(
    id="RF01",
    family=Family.REFERENCES,
    organs=_ORGANS,
    parts=_WHERE,
    title="The first mention of a resolution in the text has no date",
    explanation=(
        "A resolution is cited with its date where it is first mentioned: 16,106 of 17,414 first mentions in "
        "texts of the General Assembly are, 969 of 995 in those of the Economic and Social Council. The Security "
        "Council does not date them; notes and long lists need no date."
    ),
    authority="practice of adopted texts: 90 to 97 per cent of first mentions are dated",
    message="its first mention carries the date of adoption",
    flagged="in accordance with its resolution 113/28 (mentioned for the first time)",
    preferred="in accordance with its resolution 113/28 of 2 December 2058",
)
LATER = Rule(
    id="RF02",
    family=Family.REFERENCES,
    organs=_ORGANS,
    parts=_WHERE,
    safe=True,
    title="A later mention of a resolution has its date again",
    explanation=(
        "The date stands at the first mention; after that the number is enough. 85 of 4,460 later mentions have it."
    ),
    authority="practice of adopted texts of the General Assembly",
    message="the date stands at its first mention",
    flagged="Recalling resolution 113/28 of 2 December 2058, / Mindful of resolution 113/28 of 2 December 2058,",
    preferred="Recalling resolution 113/28 of 2 December 2058, / Mindful of resolution 113/28,",
)
RULES = (FIRST, LATER)

_DATES_LEFT_OUT = 3
"""From so many citations in one paragraph on they are a list, which shares or leaves out dates."""


def judge(subject: Subject) -> Iterator[Finding]:
    """Findings over the preamble and the operative part; an annex is a text of its own."""
    if not FIRST.speaks_in(subject.organ):
        return
    mentioned: dict[str, str] = {}
    """Symbol → label of the paragraph that mentions it first."""
    for label, slots in subject.by_label.items():
        if label.startswith(("FN", "Annex")):
            continue
        cited = [(slot, slot.reference) for slot in slots if isinstance(slot.reference, ResolutionCitation)]
        for slot, reference in cited:
            symbol = str(reference.symbol)
            before = mentioned.setdefault(symbol, label)
            if before is label and symbol not in _of(cited, slot):
                if not reference.dated and not reference.quoted and len(cited) < _DATES_LEFT_OUT:
                    yield _undated(slot, reference, subject)
            elif _has_its_own_date(slot, reference, cited):
                yield _dated_again(slot, reference, before)


def _of(cited: list[tuple[Slot, ResolutionCitation]], slot: Slot) -> set[str]:
    """What the paragraph cites before a slot."""
    return {str(r.symbol) for s, r in cited if s.reference.span < slot.reference.span}


def _has_its_own_date(
    slot: Slot, reference: ResolutionCitation, cited: list[tuple[Slot, ResolutionCitation]]
) -> bool:
    """Whether the date is this citation's alone: "70/1 of 25 September 2015"."""
    date = reference.date_span
    before = [r.number_span.end for _, r in cited if r.number_span.end <= reference.number_span.start]
    listed = bool(before) and slot.text[max(before) : reference.number_span.start] in (
        " and ",
        ", ",
        ", and ",
    )
    if date is None or reference.quoted or listed:
        return False
    return slot.text[reference.number_span.end : date.start] == " of "


def _undated(slot: Slot, reference: ResolutionCitation, subject: Subject) -> Finding:
    """The finding, with the date where the index or the register of facts knows it."""
    symbol = str(reference.symbol)
    fact = subject.context.facts.resolution(reference.symbol, subject.context.as_of)
    card = subject.context.index.card(symbol) or (fact.card if fact else None)
    known = day_words(card.adopted) if card is not None and card.adopted else None
    return Finding(
        rule=FIRST.id,
        severity=FIRST.severity,
        label=slot.label,
        start=slot.reference.span.start,
        end=slot.reference.span.end,
        found=slot.words,
        message=FIRST.message,
        suggestion=f"{slot.words} of {known}" if known else None,
        evidence=subject.told_by(symbol) or ((symbol,) if known else ()),
        authority=FIRST.authority,
    )


def _dated_again(slot: Slot, reference: ResolutionCitation, before: str) -> Finding:
    span = reference.span
    number = reference.number_span.of(slot.text)
    start, end = reference.number_span.start, reference.date_span.end if reference.date_span else span.end
    return Finding(
        rule=LATER.id,
        severity=LATER.severity,
        label=slot.label,
        start=start,
        end=end,
        found=slot.text[start:end],
        message=f"{before} mentions it before; the date stands there",
        suggestion=number,
        safe=LATER.safe,
        authority=LATER.authority,
    )
