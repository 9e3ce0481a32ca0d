"""Reads a PDF as the United Nations prints it: what each line is shows by its place, its size and its style.

Paragraphs that pages cut in two are whole again, notes at the feet find their calls, running heads and feet are left
out. Every word comes out once, or a remark holds it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from precedent.errors import UnreadableFileError
from precedent.reading.pdf.blocks import blocks, column
from precedent.reading.pdf.body import Body
from precedent.reading.pdf.head import Head, edged, read_head
from precedent.reading.pdf.lines import Sheet, sheet
from precedent.reading.pdf.notes import Note, footnote, gather
from precedent.reading.pdf.pages import read_pages
from precedent.reading.plain.statements import date_of
from precedent.resolution import (
    REPORT_PART,
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    Paragraph,
    Remark,
    Resolution,
    labelled,
)
from precedent.session import Organ
from precedent.wording import plain

_PAGE: Final = re.compile(r"\d{1,3}/\d{1,3}")


def read(data: bytes, name: str = "") -> Resolution:
    """The resolution in a PDF.

    Raises:
        UnreadableFileError: damaged, locked, without a text layer, far too long; one line says what would help.
    """
    sheets = [sheet(page) for page in read_pages(data, name)]
    if not any(found.text or found.notes for found in sheets):
        raise UnreadableFileError(
            f"{name}: is a PDF without text, most likely scanned pages: recognise its text first "
            "(for example with `ocrmypdf`), or take the Word file or the XML"
        )
    return _resolution(sheets)


def _resolution(sheets: list[Sheet]) -> Resolution:
    _repeat(sheets)
    notes, loose = gather(sheets)
    markers = frozenset(note.marker for note in notes)
    edge, sheets[0].text = edged(sheets[0])
    where = column([line for found in sheets for line in found.text])
    text = blocks(sheets, where)
    head = read_head(edge, text, markers)
    kind = head.masthead.kind
    section = REPORT_PART if kind is DocumentKind.REPORT else ""
    body = Body(where, kind, markers, section, named=bool(head.title))
    for block in text[head.taken :]:
        body.take(block)
    body.done()
    paragraphs = labelled(_headed(body.paragraphs))
    footnotes, doubts = _notes(notes, head, paragraphs)
    masthead, title = _masthead(head, body, paragraphs)
    remarks = [Remark("", f"Above the title stands also: {line}") for line in head.unread]
    remarks += [Remark("", words) for words in (*head.doubts, *body.remarks)]
    remarks += [Remark("", f"Among the notes stands without a mark: {line}") for line in loose]
    remarks += [Remark("", words) for words in _doubled(head, body)]
    if scanned := _scanned(sheets):
        remarks.append(Remark("", scanned))
    furniture = _furniture(sheets, masthead, title)
    if furniture:
        remarks.append(Remark("", f"Left out as printed on the pages: {' · '.join(furniture)}"))
    return Resolution(
        masthead=masthead,
        title=title,
        title_notes=head.title_notes if head.title else (),
        enacting=body.enacting,
        paragraphs=paragraphs,
        footnotes=footnotes,
        remarks=(*remarks, *doubts),
    )


def _repeat(sheets: Sequence[Sheet]) -> None:
    """What stands above the text of the first page as on the pages after it is no text either."""
    later = {words for found in sheets[1:] for words in found.furniture}
    first = sheets[0]
    while first.text and first.text[0].text in later:
        first.furniture.append(first.text.pop(0).text)


def _scanned(sheets: Sequence[Sheet]) -> str:
    """Which pages are pictures without words; empty where none is."""
    pages = [str(s.page.number) for s in sheets if s.page.pictured and not (s.text or s.notes)]
    if not pages:
        return ""
    which = f"Page {pages[0]} is a picture" if len(pages) == 1 else f"Pages {', '.join(pages)} are pictures"
    return (
        f"{which} without words, most likely scanned: recognise the text first (for example with `ocrmypdf`)."
    )


def _furniture(sheets: Sequence[Sheet], masthead: Masthead, title: str) -> list[str]:
    """What is printed on the pages round the text, save numbers of pages and what the masthead says as well."""
    pieces = (plain(piece) for found in sheets for line in found.furniture for piece in line.split("\t"))
    told = {str(masthead.symbol), title}
    return [
        piece for piece in dict.fromkeys(pieces) if piece and piece not in told and not _PAGE.fullmatch(piece)
    ]


def _headed(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Headings of a text that has one level of them stand at the first."""
    if any(p.kind is Kind.HEADING and not p.level for p in paragraphs):
        return list(paragraphs)
    return [replace(p, level=0) if p.kind is Kind.HEADING else p for p in paragraphs]


def _masthead(head: Head, body: Body, paragraphs: Sequence[Paragraph]) -> tuple[Masthead, str]:
    found = head.masthead
    day = date_of(body.adopted)
    kind = found.kind
    if kind is DocumentKind.OTHER and any(p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) for p in paragraphs):
        kind = DocumentKind.RESOLUTION if body.meeting or found.adopted else DocumentKind.DRAFT
    elif kind is DocumentKind.DRAFT and not (found.sponsor_line or body.enacting):
        kind = DocumentKind.OTHER  # a note or a report that is distributed as a draft is
    masthead = replace(
        found,
        kind=kind,
        organ=found.organ or Organ.named(body.enacting),
        meeting=found.meeting or body.meeting or None,
        adopted=found.adopted or day,
    )
    return masthead, head.title or body.title


def _doubled(head: Head, body: Body) -> list[str]:
    """What the text says otherwise than the masthead."""
    found = []
    if head.title and body.title:
        found.append(f"Another title stands in the text: {body.title}")
    if body.adopted and (
        date_of(body.adopted) is None or head.masthead.adopted not in (None, date_of(body.adopted))
    ):
        found.append(f"The note of adoption says {body.adopted}.")
    if head.masthead.meeting and body.meeting and head.masthead.meeting != body.meeting:
        found.append(f"The note of adoption says {body.meeting}.")
    return found


def _notes(
    notes: Sequence[Note], head: Head, paragraphs: Sequence[Paragraph]
) -> tuple[tuple[Footnote, ...], list[Remark]]:
    """The notes in order; where numbers begin again the calls tell which part of a report a note belongs to."""
    waiting = [(call.marker, p.section) for p in paragraphs for call in p.notes]
    called = {marker for marker, _ in waiting} | {
        call.marker for call in (*head.masthead.calls, *head.title_notes)
    }
    taken: Counter[tuple[str, str]] = Counter()
    found: list[Footnote] = []
    for note in notes:
        match = next(
            (call for call in waiting if call[0] == note.marker and not taken[call[1], call[0]]), None
        )
        section = match[1] if match and match[1] == REPORT_PART else ""
        taken[match[1] if match else section, note.marker] += 1
        found.append(footnote(note, section))
    said = " ".join(head.doubts)
    return tuple(found), [
        Remark(note.label, f"Note {note.marker} is called nowhere.")
        for note in found
        if note.marker not in called and f"Note {note.marker} " not in said
    ]
