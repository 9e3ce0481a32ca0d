"""The blocks of a draft file → paragraphs: what each block means where it stands."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from precedent.headings import lead
from precedent.numbering import UNNUMBERED, marker, numbered
from precedent.reading.markdown.blocks import Form, Piece
from precedent.reading.markdown.comments import read_fields, read_opaque
from precedent.reading.markdown.inline import read_inline
from precedent.reading.openings import part_of
from precedent.resolution import (
    REPORT_PART,
    DocumentKind,
    Footnote,
    Kind,
    Paragraph,
    labelled,
)
from precedent.session import Organ

_SECTION = re.compile(r"annex(?: (?:[IVXLC]+|[A-Z]|\d+))?|[A-Z]|[IVXLC]+|part [\w]+", re.IGNORECASE)


def first_section(kind: DocumentKind) -> str:
    """The section in which a document begins: a report with what the committee says itself."""
    return REPORT_PART if kind is DocumentKind.REPORT else ""


@dataclass(slots=True)
class Body:
    """What has been read so far.

    `title` and `enacting` are those of the front matter, None where it is silent.
    """

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
        """Read one more block."""
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

    def numbered(self) -> tuple[Paragraph, ...]:
        """The paragraphs, numbered from their order save where a comment gives the number."""
        counted = numbered(self.paragraphs)
        found = [
            replace(p, number=self.given[place]) if place in self.given else p
            for place, p in enumerate(counted)
        ]
        paragraphs = labelled(found)
        for place, printed in self.printed.items():
            number = paragraphs[place].number
            if number is not None and place not in self.given and number != printed:
                self.remarks.append((place, f"Printed as {printed}, counted as {number}"))
        return paragraphs

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
        if self.title is not None or self.paragraphs or not name or _SECTION.fullmatch(name):
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
        before, start = (
            lead(piece.source) if piece.form is Form.HEADING and "number" not in fields else (None, 0)
        )
        found = read_inline(piece.source[start:])
        self.remarks += [(place, lost[0].upper() + lost[1:] + ".") for lost in found.lost]
        closing = fields["closing"] == "yes" if "closing" in fields else piece.form is Form.CLOSING
        level = self._level(piece, fields)
        kind = self._kind(piece, fields, found.text)
        number = piece.mark if piece.form in (Form.ITEM, Form.SUB) else before
        if number and piece.form is Form.ITEM:
            number = number[:-1] + "."
        if number and piece.form is not Form.HEADING:
            self.printed[place] = number
        if "number" in fields:
            self.given[place] = fields["number"] or None
        apart = not fields["number"] if "number" in fields else stands_apart(piece.form, kind, found.text)
        if apart and kind is Kind.OPERATIVE and not (level or closing):
            number = UNNUMBERED
        self.paragraphs.append(
            Paragraph(
                kind=kind,
                text=found.text,
                number=number,
                level=level,
                italics=found.italics,
                notes=found.notes,
                section=self.section,
                closing=closing,
            )
        )
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
        elif (
            piece.form is Form.PLAIN
            and natural is Kind.OPERATIVE
            and not stands_apart(piece.form, natural, text)
        ):
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

    A hand may have left out the number of an operative paragraph: after the first one a paragraph at the
    margin is preambular only if it opens like one.
    """
    own = (
        Kind.ANNEX if section.lower().startswith("annex") else Kind.REPORT if section == REPORT_PART else None
    )
    first = own or Kind.PREAMBULAR
    if form is Form.HEADING:
        return Kind.HEADING
    if form in (Form.SUB, Form.CLOSING):
        return parent or first
    if own:
        return own
    if form is Form.ITEM:
        return Kind.OPERATIVE
    part = part_of(text)
    decides = (operative and part is not Kind.PREAMBULAR) or (
        part is Kind.OPERATIVE and stands_apart(form, part, text)
    )
    return Kind.OPERATIVE if decides else first


def stands_apart(form: Form, kind: Kind, text: str) -> bool:
    """Whether an operative paragraph has no number because it leads to those below it ("Resolves that:").

    In 33 adopted texts of the General Assembly, all but four such paragraphs end in a colon.
    """
    return form is Form.PLAIN and kind is Kind.OPERATIVE and text.endswith(":")
