"""Amendments: what a delegation asks to be changed in a draft that was circulated, as formal instructions.

The grammar is that of published amendment documents (A/80/L.29, A/80/L.30 and others of the eightieth session):
preambular paragraphs by spelled ordinal, operative ones by number, words in quotation marks, one numbered instruction
each and none numbered where there is one only. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.agenda import as_printed
from assistant.amending.instructions import Instruction, instructions, together
from assistant.errors import AssistantError
from assistant.sponsors import is_revised
from precedent.resolution import (
    REPORT_PART,
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
)

__all__ = ["NoAmendmentError", "amendment"]

_MOST_STARS = 3
"""Notes above the text and in it that asterisks mark (A/80/L.31); where there are more, those in it are counted."""


class NoAmendmentError(AssistantError):
    """There is nothing to be amended, or it is no draft any more."""


def amendment(base: Resolution, new: Resolution) -> Resolution:
    """The document that asks for the changes which turn a circulated draft into another text.

    Args:
        base: the draft as it was circulated.
        new: the text that is wanted; its sponsors are those of the amendment.

    Raises:
        NoAmendmentError: the base was adopted already, or nothing differs.
    """
    if base.masthead.adopted is not None or base.masthead.kind is DocumentKind.RESOLUTION:
        raise NoAmendmentError(f"{base.masthead.symbol} was adopted: what is amended is a draft (A/80/L.18)")
    if base.masthead.kind is DocumentKind.REPORT:
        base = _recommended(base)
    new = as_printed(new)
    found = together(list(instructions(base, new)))
    if not found:
        raise NoAmendmentError("the two texts are the same, so there is nothing to amend")
    head = _masthead(base, new)
    above = tuple(n for n in new.footnotes if n.marker in {call.marker for call in head.sponsor_notes})
    notes = _Notes(new.footnotes, _stars(found, head))
    paragraphs: list[Paragraph] = []
    for count, instruction in enumerate(found, 1):
        number = f"{count}." if len(found) > 1 else None
        calls = notes.counted(instruction.calls)
        paragraphs.append(Paragraph(kind=Kind.AMENDMENT, text=instruction.words, number=number, notes=calls))
        paragraphs += (replace(p, notes=notes.counted(p.notes)) for p in instruction.brought)
    return Resolution(
        masthead=head, title=base.title, paragraphs=tuple(paragraphs), footnotes=(*above, *notes.taken)
    )


def _recommended(report: Resolution) -> Resolution:
    """The draft that a committee recommends in its report, without the report round it."""
    return replace(
        report,
        paragraphs=tuple(p for p in report.paragraphs if p.section != REPORT_PART),
        footnotes=tuple(n for n in report.footnotes if n.section != REPORT_PART),
    )


def _masthead(base: Resolution, new: Resolution) -> Masthead:
    head, own = base.masthead, new.masthead
    names, colon, _ = (own.sponsor_line or "").partition(":")
    line = f"{names.strip()}:" if colon else ""
    calls = tuple(c for c in own.sponsor_notes if c.offset <= len(line))
    wanted = f"{line} amendment to {_amended(head)}".strip()
    reported = head.kind is DocumentKind.REPORT  # what a committee recommends is amended in the plenary
    return replace(
        head,
        kind=DocumentKind.AMENDMENT,
        symbol=None,
        committee=None if reported else head.committee,
        distribution=None if reported else head.distribution,
        date=None,
        sponsors=own.sponsors,
        sponsor_line=wanted[:1].upper() + wanted[1:],
        sponsor_notes=calls,
    )


def _amended(head: Masthead) -> str:
    """The draft as the line above the title names it (A/80/L.31, A/80/L.38)."""
    if head.kind is DocumentKind.REPORT:
        committee = f" by the {head.committee}" if head.committee else ""
        document = f" contained in document {head.symbol}" if head.symbol else ""
        return f"draft resolution recommended{committee} in its report{document}"
    return f"{'revised ' if is_revised(head) else ''}draft resolution {head.symbol or ''}".rstrip()


def _stars(found: Sequence[Instruction], head: Masthead) -> int:
    """How many asterisks the first note to the text has; 0 where they are counted."""
    calls = {c.marker for i in found for c in (*i.calls, *(c for p in i.brought for c in p.notes))}
    above = max((call.marker.count("*") for call in head.calls), default=0)
    return above + 1 if len(calls) + above <= _MOST_STARS else 0


class _Notes:
    """The notes that an amendment brings, in the order of their calls."""

    def __init__(self, source: Sequence[Footnote], stars: int) -> None:
        self._source = {note.marker: note for note in source if not note.marker.startswith("*")}
        self._stars = stars
        self._marks: dict[str, str] = {}
        self.taken: list[Footnote] = []

    def counted(self, calls: Sequence[NoteCall]) -> tuple[NoteCall, ...]:
        """The calls with the marks that their notes have here."""
        return tuple(
            NoteCall(call.offset, self._mark(call.marker)) for call in calls if call.marker in self._source
        )

    def _mark(self, marker: str) -> str:
        if marker not in self._marks:
            place = len(self._marks)
            self._marks[marker] = "*" * (self._stars + place) if self._stars else str(place + 1)
            self.taken.append(replace(self._source[marker], marker=self._marks[marker], section=""))
        return self._marks[marker]
