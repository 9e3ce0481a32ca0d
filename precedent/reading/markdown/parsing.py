"""Markdown → a draft's paragraphs: what each block means.

Lenient with what a hand wrote, and never an exception.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from precedent.numbering import UNNUMBERED
from precedent.reading.decoding import decode
from precedent.reading.markdown.blocks import scan
from precedent.reading.markdown.body import Body, first_section
from precedent.reading.markdown.front import KEYS, Front, masthead_of, read_front, read_line, split_front
from precedent.resolution import (
    Footnote,
    Masthead,
    NoteCall,
    Paragraph,
    Remark,
    Resolution,
)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a draft file, as a draft has it, and the opaque comment that stands before it."""

    comment: str | None
    paragraph: Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A draft file as it was understood.

    `write(p.resolution, extra_front=p.extra, comments=p.comments)` prints it again.
    """

    front: Front
    """All of the front matter, as strings and lists of strings."""
    masthead: Masthead
    title: str
    title_notes: tuple[NoteCall, ...]
    enacting: str
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    remarks: tuple[Remark, ...]

    @property
    def resolution(self) -> Resolution:
        """The text without the comments."""
        return Resolution(
            masthead=self.masthead,
            title=self.title,
            title_notes=self.title_notes,
            enacting=self.enacting,
            paragraphs=tuple(replace(b.paragraph, number=b.paragraph.number or None) for b in self.blocks),
            footnotes=self.footnotes,
            remarks=self.remarks,
        )

    @property
    def comments(self) -> tuple[str | None, ...]:
        """The opaque comments, one a paragraph."""
        return tuple(block.comment for block in self.blocks)

    @property
    def extra(self) -> Front:
        """Front matter that is not the resolution's own."""
        return {key: value for key, value in self.front.items() if key not in KEYS}


def parse(text: str) -> Parsed:
    """Read a draft file. Total: any text is read, what is doubtful becomes a remark."""
    source, body = split_front(text)
    front, doubts = read_front(source) if source is not None else ({}, ())
    masthead, unread = masthead_of(front)
    title, calls = read_line(_string(front, "title"))
    reader = Body(title=title, enacting=_string(front, "enacting"), section=first_section(masthead.kind))
    for piece in scan(body):
        reader.take(piece)
    paragraphs = reader.numbered()
    remarks = [
        Remark("" if place is None else paragraphs[place].label, words) for place, words in reader.remarks
    ]
    return Parsed(
        front=front,
        masthead=masthead,
        title=reader.title or "",
        title_notes=calls,
        enacting=reader.enacting or "",
        blocks=tuple(
            Block(comment, replace(paragraph, number=UNNUMBERED) if read.number == UNNUMBERED else paragraph)
            for comment, paragraph, read in zip(reader.comments, paragraphs, reader.paragraphs, strict=True)
        ),
        footnotes=tuple(reader.notes),
        remarks=(
            *doubts,
            *unread,
            *remarks,
            *_notes((*masthead.calls, *calls), paragraphs, reader.notes),
        ),
    )


def read(data: bytes, name: str = "") -> Resolution:  # noqa: ARG001 - the form of every reader
    """Read the bytes of a draft file; never an exception."""
    text, remarks = decode(data)
    found = parse(text).resolution
    return replace(found, remarks=remarks + found.remarks)


def _notes(above: Iterable[NoteCall], paragraphs: Iterable[Paragraph], notes: list[Footnote]) -> list[Remark]:
    there = {note.marker for note in notes}
    called = {call.marker for call in above}
    remarks = []
    for paragraph in paragraphs:
        called |= {call.marker for call in paragraph.notes}
        missing = [call.marker for call in paragraph.notes if call.marker not in there]
        remarks += [
            Remark(paragraph.label, f"Note {m} is called here, but there is no such note.") for m in missing
        ]
    remarks += [
        Remark(note.label, f"Note {note.marker} is called nowhere.")
        for note in notes
        if note.marker not in called
    ]
    times = Counter(note.label for note in notes)
    return remarks + [
        Remark(label, f"There is more than one note {label.removeprefix('FN')}.")
        for label in sorted(label for label, count in times.items() if count > 1)
    ]


def _string(front: dict[str, Any], key: str) -> str | None:
    value = front.get(key)
    return value if isinstance(value, str) else None
