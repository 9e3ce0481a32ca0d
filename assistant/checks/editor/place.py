"""The text as an editor reads it: its title, paragraphs and notes, each with all that a rule about it alone may know.

A `Place` has no label, so that what was found in it holds wherever it stands and may be kept while other
paragraphs change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, zip_longest

from assistant.checks.finding import Severity
from assistant.checks.rule import Part
from precedent.references import quoted_spans
from precedent.resolution import Kind, NoteCall, Paragraph, Resolution, Span
from precedent.session import Organ

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
    endings = _endings(resolution.paragraphs)
    prose = _prose(resolution.paragraphs)
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


def _prose(paragraphs: tuple[Paragraph, ...]) -> frozenset[str]:
    """The sections of which most operative paragraphs are sentences."""
    stops: dict[str, list[bool]] = {}
    for p in paragraphs:
        if p.kind is Kind.OPERATIVE and not p.level:
            stops.setdefault(p.section, []).append(p.text.endswith((".", ":")))
    return frozenset(section for section, each in stops.items() if sum(each) * 2 > len(each) > 2)


def _endings(paragraphs: tuple[Paragraph, ...]) -> dict[str, str]:
    """The mark that each preambular and operative paragraph ends with, by label.

    A comma in the preamble, a semicolon among the operative paragraphs, a full stop at the very end, a colon before a
    list.
    """
    found: dict[str, str] = {}
    main = [
        p
        for p in paragraphs
        if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and not p.section.startswith("Annex")
    ]
    for _, group in groupby(main, key=lambda p: p.section):
        own = list(group)
        for paragraph, following in zip_longest(own, own[1:]):
            if following is None and paragraph is not main[-1]:
                continue  # a section ends with either mark, "A" and "B" as texts of their own, "I" and "II" not
            found[paragraph.label] = _ending(paragraph, following)
    return found


def _ending(paragraph: Paragraph, following: Paragraph | None) -> str:
    if following is not None and following.kind is paragraph.kind:
        if following.level > paragraph.level:
            return ":"
        if following.level and following.number == "(i)" and paragraph.number != "(h)":
            return ""  # a list of numbers at the level of its letter
    if paragraph.kind is Kind.PREAMBULAR:
        return "" if paragraph.level else ","
    if paragraph.level and not (paragraph.number or "").startswith("("):
        return ""  # the items of an agenda or of a table of contents
    return "." if following is None else ";"
