"""The text as an editor reads it: its title, paragraphs and notes, each with all that a rule about it alone may know.

A `Place` has no label, so that what was found in it holds wherever it stands and may be kept while other
paragraphs change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.editor.closing import closing_marks, in_prose
from assistant.checks.finding import Severity
from assistant.checks.rule import Part
from precedent.references import quoted_spans
from precedent.resolution import Kind, NoteCall, Paragraph, Resolution, Span
from precedent.session import Organ

MASTHEAD = "masthead"
TITLE = "title"
ENACTING = "enacting words"
"""Labels of what is no paragraph."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph, note or title, free of where it stands."""

    part: Part
    text: str
    organ: Organ
    opening: int = 0
    """How many of its characters are the opening in italics."""
    titles: tuple[Span, ...] = ()
    """Other words in italics: titles of publications."""
    notes: tuple[NoteCall, ...] = ()
    ending: str = ""
    """The mark that it ends with where it stands; empty where any may, or none."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule met in one place."""

    start: int
    end: int
    suggestion: str | None = None
    message: str = ""
    """Where it says more than the rule's own."""
    reason: str = ""
    severity: Severity | None = None
    """Where it is surer, or less sure, than the rule is as a rule."""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A whole text as rules see it."""

    resolution: Resolution
    organ: Organ
    places: tuple[tuple[str, Place], ...]
    """Every place with its label, in reading order; without what is no part of the text proper (a report)."""
    day: dt.date | None = None
    """On which it is, or is expected to be, adopted; None where only the text itself can tell."""

    def at(self, label: str) -> Place | None:
        """The place with that label."""
        return next((place for own, place in self.places if own == label), None)


@lru_cache(maxsize=4096)
def guarded(place: Place) -> tuple[Span, ...]:
    """Words that are somebody else's: between quotation marks, and titles in italics."""
    return (*quoted_spans(place.text), *place.titles)


def text_of(resolution: Resolution, day: dt.date | None = None) -> Text:
    """A resolution laid out for its rules, as of a day."""
    organ = resolution.masthead.organ or Organ.GENERAL_ASSEMBLY
    return Text(resolution, organ, tuple(_places(resolution, organ)), day)


def _places(resolution: Resolution, organ: Organ) -> Iterator[tuple[str, Place]]:
    if resolution.title:
        yield TITLE, Place(Part.TITLE, resolution.title, organ, notes=resolution.title_notes)
    if resolution.enacting:
        yield ENACTING, Place(Part.ENACTING, resolution.enacting, organ)
    prose = in_prose(resolution.paragraphs)
    endings = closing_marks(resolution.paragraphs, prose)
    for paragraph in resolution.paragraphs:
        part = part_of(paragraph)
        if part in (Part.OPERATIVE, Part.SUB) and paragraph.section in prose:
            part = Part.ANNEX  # an outcome document is prose, wherever it stands
        if part is None:
            continue
        opening = len(paragraph.opening) + len(paragraph.text) - len(paragraph.text.lstrip())
        opening = opening if paragraph.opening else 0
        yield (
            paragraph.label,
            Place(
                part,
                paragraph.text,
                organ,
                opening,
                tuple(span for span in paragraph.italics if span.start >= opening),
                paragraph.notes,
                endings.get(paragraph.label, ""),
            ),
        )
    for note in resolution.footnotes:
        if not note.section:
            yield note.label, Place(Part.NOTE, note.text, organ, titles=note.italics)


def part_of(paragraph: Paragraph) -> Part | None:
    """The part that a paragraph is of; None for what is none of the text's own (a table, a report)."""
    if paragraph.kind is Kind.ANNEX or (
        paragraph.section.startswith("Annex") and paragraph.kind is not Kind.TABLE
    ):
        return Part.ANNEX
    if paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and (paragraph.level or paragraph.closing):
        return Part.SUB
    parts = {
        Kind.PREAMBULAR: Part.PREAMBULAR,
        Kind.OPERATIVE: Part.OPERATIVE,
        Kind.HEADING: Part.HEADING,
    }
    return parts.get(paragraph.kind)
