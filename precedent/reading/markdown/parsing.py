"""Markdown → a draft's paragraphs: what each block means. Lenient with what a hand wrote, and never an exception."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from precedent.reading.decoding import decode
from precedent.reading.markdown.blocks import Form, Piece, scan
from precedent.reading.markdown.comments import read_fields, read_opaque
from precedent.reading.markdown.front import KEYS, Front, masthead_of, read_front, split_front
from precedent.reading.markdown.inline import read_inline
from precedent.reading.openings import part_of
from precedent.resolution import (
    Footnote,
    Kind,
    Masthead,
    Paragraph,
    Remark,
    Resolution,
    labelled,
    marker,
    numbered,
)
from precedent.session import Organ

_SECTION = re.compile(r"annex(?: (?:[IVXLC]+|[A-Z]|\d+))?|[A-Z]|[IVXLC]+|part [\w]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a draft file and the opaque comment that stands before it."""

    comment: str | None
    paragraph: Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A draft file as it was understood: `write(p.resolution, extra_front=p.extra, comments=p.comments)` prints it."""

    front: Front
    """All of the front matter, as strings and lists of strings."""
    masthead: Masthead
    title: str
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
            enacting=self.enacting,
            paragraphs=tuple(block.paragraph for block in self.blocks),
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


@dataclass(slots=True)
class _Reader:
    title: str | None
    enacting: str | None
    section: str = ""
    parent: Kind | None = None
    operative: bool = False
    level: int = 0
    counts: Counter[tuple[str, int]] = field(default_factory=Counter)
    """Sub-paragraphs so far under the one above, by section and level, as `numbered` counts them."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    comments: list[str | None] = field(default_factory=list)
    given: dict[int, str | None] = field(default_factory=dict)
    """Numbers that stand in a comment, by place: they are kept and not counted."""
    printed: dict[int, str] = field(default_factory=dict)
    notes: list[Footnote] = field(default_factory=list)
    remarks: list[tuple[int | None, str]] = field(default_factory=list)
    """Place of a paragraph, or None for the whole document."""

    def take(self, piece: Piece) -> None:
        opaque, fields = self._comments(piece)
        if piece.form is Form.SECTION and not self._titled(piece):
            self._unplaced(opaque)
            self.section, self.parent, self.operative = read_inline(piece.source).text, None, False
        elif piece.form is Form.NOTE:
            self._unplaced(opaque)
            self._note(piece, fields.get("section", ""))
        elif piece.form is Form.EMPTY and fields.get("text") != "empty":
            self._unplaced(opaque)
        elif piece.form is not Form.SECTION and not self._enacts(piece):
            self._paragraph(piece, fields)
            self.comments.append(opaque)

    def _comments(self, piece: Piece) -> tuple[str | None, dict[str, str]]:
        opaque: str | None = None
        fields: dict[str, str] = {}
        for content in piece.comments:
            if (own := read_opaque(content)) is not None:
                self._unplaced(opaque)
                opaque = own
            elif (named := read_fields(content)) is not None:
                fields |= named
            else:
                self.remarks.append((None, f"A comment is not kept: {content.strip()}"))
        return opaque, fields

    def _unplaced(self, opaque: str | None) -> None:
        if opaque is not None:
            self.remarks.append(
                (None, f"A comment stands before no paragraph of its own and is not kept: {opaque}")
            )

    def _titled(self, piece: Piece) -> bool:
        """A first heading that names no section is the title, where the front matter has none."""
        name = read_inline(piece.source).text
        if self.title is not None or self.paragraphs or _SECTION.fullmatch(name):
            return False
        self.title = name
        return True

    def _enacts(self, piece: Piece) -> bool:
        """A first paragraph that is an organ's enacting words, where the front matter has none."""
        words = read_inline(piece.source).text
        if self.enacting is not None or self.paragraphs or piece.form is not Form.PLAIN:
            return False
        if words not in {organ.enacting for organ in Organ}:
            return False
        self.enacting = words
        return True

    def _note(self, piece: Piece, section: str) -> None:
        found = read_inline(piece.source)
        self.remarks += [(None, f"Note {piece.mark}: {lost}") for lost in found.lost]
        if not piece.mark and self.notes:
            before = self.notes[-1]
            space = " " if before.text and found.text else ""
            shift = len(before.text) + len(space)
            italics = before.italics + tuple(
                replace(s, start=s.start + shift, end=s.end + shift) for s in found.italics
            )
            self.notes[-1] = replace(before, text=before.text + space + found.text, italics=italics)
            return
        text = found.text
        if found.notes:
            text = read_inline(piece.source.replace("[^", "\\[^")).text
        self.notes.append(Footnote(marker=piece.mark, text=text, italics=found.italics, section=section))

    def _paragraph(self, piece: Piece, fields: dict[str, str]) -> None:
        place = len(self.paragraphs)
        found = read_inline(piece.source)
        self.remarks += [(place, lost[0].upper() + lost[1:] + ".") for lost in found.lost]
        closing = fields["closing"] == "yes" if "closing" in fields else piece.form is Form.CLOSING
        level = self._level(piece, fields)
        kind = self._kind(piece, fields, found.text)
        number = piece.mark if piece.form in (Form.ITEM, Form.SUB) else None
        if number and piece.form is Form.ITEM:
            number = number[:-1] + "."
        if number:
            self.printed[place] = number
        if "number" in fields:
            self.given[place] = fields["number"] or None
        self.paragraphs.append(
            Paragraph(
                kind=kind, text=found.text, number=number, level=level, italics=found.italics, notes=found.notes,
                section=self.section, closing=closing,
            )
        )  # fmt: skip
        if kind is not Kind.HEADING:
            self.level = level
            if not level and not closing:
                self.parent = kind
            self.operative |= kind is Kind.OPERATIVE
            if not closing:
                self.counts -= Counter(
                    {k: n for k, n in self.counts.items() if k[0] == self.section and k[1] > level}
                )
            self.counts[self.section, level] += 1

    def _kind(self, piece: Piece, fields: dict[str, str], text: str) -> Kind:
        natural = natural_kind(
            piece.form, section=self.section, parent=self.parent, operative=self.operative, text=text
        )
        place = len(self.paragraphs)
        if "kind" in fields:
            try:
                return Kind(fields["kind"])
            except ValueError:
                self.remarks.append((place, f"There is no kind of paragraph {fields['kind']!r}."))
        elif piece.form is Form.PLAIN and natural is Kind.OPERATIVE:
            self.remarks.append((place, "No number stands before this paragraph; it was read as operative."))
        return natural

    def _level(self, piece: Piece, fields: dict[str, str]) -> int:
        if fields.get("level", "").isdecimal():
            return int(fields["level"])
        if piece.form is Form.HEADING:
            return len(piece.mark) - 2
        if piece.form is not Form.SUB:
            return 0
        indented = piece.depth or max(1, self.level)
        if "number" in fields:
            return indented
        # A wrong indent: the mark says where it goes on.
        deeper = indented + 1 if self.level >= indented else indented
        for level in (indented, deeper, max(1, indented - 1)):
            if marker(level, self.counts[self.section, level] + 1) == piece.mark:
                return level
        return indented


def natural_kind(form: Form, *, section: str, parent: Kind | None, operative: bool, text: str) -> Kind:
    """What a block is by its form alone; the writer says so in a comment where it is something else.

    A hand may have left out the number of an operative paragraph: after the first one a paragraph at the margin is
    preambular only if it opens like one.
    """
    first = Kind.ANNEX if section.lower().startswith("annex") else Kind.PREAMBULAR
    if form is Form.HEADING:
        return Kind.HEADING
    if form in (Form.SUB, Form.CLOSING):
        return parent or first
    if first is Kind.ANNEX:
        return first
    if form is Form.ITEM:
        return Kind.OPERATIVE
    return Kind.OPERATIVE if operative and part_of(text) is not Kind.PREAMBULAR else first


def parse(text: str) -> Parsed:
    """Read a draft file. Total: any text is read, what is doubtful becomes a remark."""
    source, body = split_front(text)
    front, doubts = read_front(source) if source is not None else ({}, ())
    masthead, unread = masthead_of(front)
    reader = _Reader(title=_string(front, "title"), enacting=_string(front, "enacting"))
    for piece in scan(body):
        reader.take(piece)
    paragraphs = _numbers(reader)
    remarks = [
        Remark("" if place is None else paragraphs[place].label, words) for place, words in reader.remarks
    ]
    return Parsed(
        front=front,
        masthead=masthead,
        title=reader.title or "",
        enacting=reader.enacting or "",
        blocks=tuple(Block(c, p) for c, p in zip(reader.comments, paragraphs, strict=True)),
        footnotes=tuple(reader.notes),
        remarks=(*doubts, *unread, *remarks, *_notes(masthead, paragraphs, reader.notes)),
    )


def read(data: bytes, name: str = "") -> Resolution:  # noqa: ARG001 - the form of every reader
    """Read the bytes of a draft file; never an exception."""
    text, remarks = decode(data)
    found = parse(text).resolution
    return replace(found, remarks=remarks + found.remarks)


def _numbers(reader: _Reader) -> tuple[Paragraph, ...]:
    """Numbers from the order, save where a comment gives one; a printed number that differs is remarked on."""
    counted = numbered(reader.paragraphs)
    found = [
        replace(p, number=reader.given[place]) if place in reader.given else p
        for place, p in enumerate(counted)
    ]
    paragraphs = labelled(found)
    for place, printed in reader.printed.items():
        number = paragraphs[place].number
        if number is not None and place not in reader.given and number != printed:
            reader.remarks.append((place, f"Printed as {printed}, counted as {number}"))
    return paragraphs


def _notes(masthead: Masthead, paragraphs: Iterable[Paragraph], notes: list[Footnote]) -> list[Remark]:
    there = [note.marker for note in notes]
    called = [call.marker for call in masthead.sponsor_notes]
    remarks = []
    for paragraph in paragraphs:
        called += [call.marker for call in paragraph.notes]
        missing = [call.marker for call in paragraph.notes if call.marker not in there]
        remarks += [
            Remark(paragraph.label, f"Note {m} is called here, but there is no such note.") for m in missing
        ]
    remarks += [
        Remark(note.label, f"Note {note.marker} is called nowhere.")
        for note in notes
        if note.marker not in called
    ]
    twice = {note.label for place, note in enumerate(notes) if note.label in [n.label for n in notes[:place]]}
    return remarks + [
        Remark(label, f"There is more than one note {label.removeprefix('FN')}.") for label in sorted(twice)
    ]


def _string(front: dict[str, Any], key: str) -> str | None:
    value = front.get(key)
    return value if isinstance(value, str) else None
