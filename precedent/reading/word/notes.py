"""The notes of a Word file: where each belongs, and what is odd about its calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from precedent.reading.word.paragraphs import without_mark
from precedent.reading.word.story import Line
from precedent.reading.word.words import Token, printed
from precedent.resolution import REPORT_PART, Footnote, Masthead, Paragraph, Remark

BREAK: Final = Token("\n")


def typed_note(mark: str, line: Line) -> Footnote:
    """A note that is typed as a paragraph: its mark, a tab, its words."""
    words = printed(line.tokens, frozenset())
    words = without_mark(words, mark)
    return Footnote(marker=mark, text=words.text, italics=words.italics)


def placed(
    notes: Sequence[Footnote], masthead: Masthead, paragraphs: Sequence[Paragraph], told: Sequence[str]
) -> tuple[tuple[Footnote, ...], list[Remark]]:
    """The notes in order; those that a report calls itself, round its draft, are the report's."""
    waiting = [(call.marker, p.section) for p in paragraphs for call in p.notes]
    called = {marker for marker, _ in waiting} | {call.marker for call in masthead.sponsor_notes}
    taken: Counter[tuple[str, str]] = Counter()
    found: list[Footnote] = []
    for note in notes:
        match = next(
            (call for call in waiting if call[0] == note.marker and not taken[call[1], call[0]]), None
        )
        section = match[1] if match and match[1] == REPORT_PART else ""
        taken[match[1] if match else section, note.marker] += 1
        found.append(replace(note, section=section))
    said = " ".join(told)
    return tuple(found), [
        Remark(note.label, f"Note {note.marker} is called nowhere.")
        for note in found
        if note.marker not in called and f"Note {note.marker} " not in said
    ]
