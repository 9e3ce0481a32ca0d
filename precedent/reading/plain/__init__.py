"""Reads a plain text: the dump of a page, a text pasted from a document or an e-mail.

Never refuses a text. Paragraphs that pages or lines cut are whole again, notes find their calls; every word comes
out once and in order, save the marks of links and italics, or a remark holds it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from precedent.reading.decoding import decode
from precedent.reading.plain.body import read_body
from precedent.reading.plain.building import Body
from precedent.reading.plain.head import Head, read_head
from precedent.reading.plain.letters import decoded
from precedent.reading.plain.marks import read_marks
from precedent.reading.plain.pieces import Form, Piece, bracketed, cut_up, note_text
from precedent.reading.plain.statements import date_of
from precedent.resolution import (
    REPORT_PART,
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Remark,
    Resolution,
    Span,
    labelled,
)
from precedent.session import Organ

_STARS: Final = re.compile(r"(?<=[\w,;.”])\*{1,3}(?![*\w])")
_TAG: Final = re.compile(r"\s*<[A-Za-z][\w:.-]*>")


def read(data: bytes, name: str = "") -> Resolution:  # noqa: ARG001 - the form of every reader
    """Read the bytes of a plain text; never an exception."""
    text, remarks = decode(data)
    found = read_text(text)
    return replace(found, remarks=remarks + found.remarks)


def read_text(text: str) -> Resolution:
    """Read a plain text; never an exception."""
    text, encoded = decoded(text)
    pieces, letter = cut_up(text)
    head = read_head(pieces)
    body = read_body(pieces, head.taken, kind=head.masthead.kind, part=head.part, brackets=bracketed(pieces))
    own = [Paragraph(kind=Kind.REPORT, text=line, section=REPORT_PART) for line in head.own]
    paragraphs = labelled([*own, *_instructed(body.paragraphs, head, body)])
    notes, doubts = _notes(pieces, head.masthead, paragraphs)
    remarks = [Remark("", f"Above the title stands also: {line}") for line in head.unread]
    remarks += [Remark("", words) for words in head.lost]
    remarks += [Remark("", f"Nothing stands below the heading “{name}”.") for name in body.bare]
    remarks += [Remark(paragraphs[place + len(own)].label, words) for place, words in body.doubts]
    furniture = [" ".join(piece.lines) for piece in pieces if piece.form is Form.FURNITURE]
    if furniture:
        remarks.append(Remark("", f"Left out as printed on the pages: {' · '.join(furniture)}"))
    if letter:
        remarks.append(Remark("", f"Left out as the letter round the text: {' · '.join(letter)}"))
    if tag := _TAG.match(text):
        remarks.append(
            Remark("", f"Begins with {tag[0]}: markup of another kind, whose tags are read as words.")
        )
    if encoded:
        remarks.append(
            Remark("", "Marks of a mail’s encoding (=20 and the like) were read as what they stand for.")
        )
    masthead, more = _masthead(head, body, paragraphs)
    return Resolution(
        masthead=masthead,
        title=head.title or body.title,
        enacting=body.enacting,
        paragraphs=paragraphs,
        footnotes=tuple(notes),
        remarks=(*remarks, *more, *doubts),
    )


def _instructed(paragraphs: Iterable[Paragraph], head: Head, body: Body) -> Iterable[Paragraph]:
    """Those of an amendment: what it tells to be done, and the words that it brings."""
    if head.masthead.kind is not DocumentKind.AMENDMENT or body.enacting:
        return paragraphs
    told = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.OTHER, Kind.AMENDMENT)
    return (_called(replace(p, kind=Kind.AMENDMENT)) if p.kind in told else p for p in paragraphs)


def _called(paragraph: Paragraph) -> Paragraph:
    """Asterisks behind words call the notes to what an amendment brings (A/80/L.31)."""
    while found := _STARS.search(paragraph.text):
        start, end = found.span()

        def moved(offset: int, end: int = end, by: int = end - start) -> int:
            return offset - by if offset >= end else offset

        calls = (NoteCall(moved(call.offset), call.marker) for call in paragraph.notes)
        paragraph = replace(
            paragraph,
            text=paragraph.text[:start] + paragraph.text[end:],
            italics=tuple(Span(moved(i.start), moved(i.end)) for i in paragraph.italics),
            notes=tuple(sorted((*calls, NoteCall(start, found[0])))),
        )
    return paragraph


def _masthead(head: Head, body: Body, paragraphs: tuple[Paragraph, ...]) -> tuple[Masthead, list[Remark]]:
    """The masthead with what the text below says of the adoption and of the organ."""
    found, remarks = head.masthead, []
    if head.title and body.title:
        remarks.append(Remark("", f"Another title stands in the text: {body.title}"))
    day = date_of(body.adopted)
    if body.adopted and (day is None or found.adopted not in (None, day)):
        remarks.append(Remark("", f"The note of adoption says {body.adopted}."))
    if found.meeting and body.meeting:
        remarks.append(Remark("", f"The note of adoption says {body.meeting}."))
    kinds = {p.kind for p in paragraphs}
    kind = found.kind
    if kind is DocumentKind.OTHER and kinds & {Kind.PREAMBULAR, Kind.OPERATIVE}:
        kind = DocumentKind.RESOLUTION if body.meeting or found.adopted else DocumentKind.DRAFT
    return replace(
        found,
        kind=kind,
        organ=found.organ or Organ.named(body.enacting),
        meeting=found.meeting or body.meeting or None,
        adopted=found.adopted or day,
        vote=body.vote or None,
    ), remarks


def _notes(
    pieces: list[Piece], masthead: Masthead, paragraphs: tuple[Paragraph, ...]
) -> tuple[list[Footnote], list[Remark]]:
    """Notes in order. Where numbers begin again the calls tell which part of the document a note belongs to."""
    waiting = [(call.marker, p.section, p.label) for p in paragraphs for call in p.notes]
    called = {call.marker for call in masthead.calls} | {marker for marker, _, _ in waiting}
    taken: Counter[tuple[str, str]] = Counter()
    notes: list[Footnote] = []
    remarks: list[Remark] = []
    for piece in pieces:
        if piece.form is not Form.NOTE:
            continue
        match = next(
            (call for call in waiting if call[0] == piece.mark and not taken[call[1], call[0]]), None
        )
        section = ""
        if match and (match[1] == REPORT_PART or taken["", piece.mark]):
            section = match[1]
        taken[match[1] if match else section, piece.mark] += 1
        if match and section != match[1]:
            taken[section, piece.mark] += 1
        marked = read_marks(note_text(piece))
        notes.append(Footnote(marker=piece.mark, text=marked.text, italics=marked.italics, section=section))
        remarks += [
            Remark(notes[-1].label, f"The address of a link is not kept: {address}")
            for address in marked.lost
        ]
    there = {note.marker for note in notes}
    remarks += [
        Remark(label, f"Note {marker} is called here, but there is no such note.")
        for marker, _, label in waiting
        if marker not in there
    ]
    remarks += [
        Remark(n.label, f"Note {n.marker} is called nowhere.") for n in notes if n.marker not in called
    ]
    return notes, remarks
