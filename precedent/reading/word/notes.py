"""The notes of a Word file: where each belongs, and what is odd about its calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from precedent.reading.word.paragraphs import without_mark
from precedent.reading.word.story import Line
from precedent.reading.word.words import Token, Words, printed
from precedent.resolution import REPORT_PART, Footnote, NoteCall, Paragraph, Remark

BREAK: Final = Token("\n")


def footnote(marker: str, words: Words) -> Footnote:
    """A note with its words."""
    return Footnote(marker=marker, text=words.text, italics=words.italics, links=words.links)


def typed_note(mark: str, line: Line) -> Words:
    """A note that is typed as a paragraph: its mark, a tab, its words."""
    return without_mark(printed(line.tokens, frozenset()), mark)


def placed(
    notes: Sequence[Footnote],
    above: Sequence[NoteCall],
    paragraphs: Sequence[Paragraph],
    told: Sequence[str],
) -> tuple[tuple[Footnote, ...], list[Remark]]:
    """The notes in order; those that a report calls itself, round its draft, are the report's.

    Args:
        notes: all of the file.
        above: the calls in the title and in the sponsors' line.
        paragraphs: those that call others.
        told: remarks in which calls are told that no place has.
    """
    waiting: dict[str, dict[str, None]] = {}
    for paragraph in paragraphs:
        for call in paragraph.notes:
            waiting.setdefault(call.marker, {})[paragraph.section] = None
    called = {*waiting, *(call.marker for call in above)}
    found: list[Footnote] = []
    for note in notes:
        sections = waiting.get(note.marker)
        section = next(iter(sections)) if sections else ""
        if sections:
            del sections[section]
        found.append(replace(note, section=section if section == REPORT_PART else ""))
    said = " ".join(told)
    return tuple(found), [
        Remark(note.label, f"Note {note.marker} is called nowhere.")
        for note in found
        if note.marker not in called and f"Note {note.marker} " not in said
    ]
