"""The Markdown that a filled template is written in: a paragraph, its sub-paragraphs, its notes.

Blocks stand apart by blank lines and may be broken anywhere between words: the paragraph itself,
sub-paragraphs that begin with (a), and notes `[^1]: …`. Inside a block it is the draft file's form.
"""

from __future__ import annotations

import re
from dataclasses import replace

from precedent.reading.markdown import inline
from precedent.resolution import Footnote, Kind, Paragraph

_BREAK = re.compile(r"\n\s*\n|\n(?=\s*\[\^\w+\]:)")
_NOTE = re.compile(r"\[\^(\w+)\]: ")
_LETTER = re.compile(r"\([a-z]\) ")


def escaped(text: str) -> str:
    """A text in which nothing is markup."""
    return inline.escaped(text, 0, len(text))


def paragraphs_and_notes(text: str, kind: Kind) -> tuple[tuple[Paragraph, ...], tuple[Footnote, ...]]:
    """The paragraphs of a part and the notes that they call, renumbered in the order of the calls.

    Raises:
        ValueError: there is no paragraph, or calls and notes do not match.
    """
    paragraphs: list[Paragraph] = []
    notes: dict[str, Footnote] = {}
    for block in filter(None, (" ".join(part.split()) for part in _BREAK.split(text))):
        note, letter = _NOTE.match(block), _LETTER.match(block)
        start = note or letter
        read = inline.read_inline(block[start.end() :] if start else block)
        if note:
            notes[note[1]] = Footnote(marker=note[1], text=read.text, italics=read.italics)
        else:
            level = 1 if letter else 0
            paragraphs.append(
                Paragraph(kind=kind, text=read.text, level=level, italics=read.italics, notes=read.notes)
            )
    if not paragraphs:
        raise ValueError("there is no paragraph in it")
    return _renumbered(paragraphs, notes)


def _renumbered(
    paragraphs: list[Paragraph], notes: dict[str, Footnote]
) -> tuple[tuple[Paragraph, ...], tuple[Footnote, ...]]:
    called = list(dict.fromkeys(call.marker for paragraph in paragraphs for call in paragraph.notes))
    if missing := [marker for marker in called if marker not in notes]:
        raise ValueError(f"it calls note {missing[0]}, which is not written: add a line [^{missing[0]}]: …")
    if idle := [marker for marker in notes if marker not in called]:
        raise ValueError(f"note {idle[0]} is written but never called")
    markers = {marker: str(place) for place, marker in enumerate(called, start=1)}
    return (
        tuple(
            replace(p, notes=tuple(replace(call, marker=markers[call.marker]) for call in p.notes))
            for p in paragraphs
        ),
        tuple(replace(notes[marker], marker=markers[marker]) for marker in called),
    )
