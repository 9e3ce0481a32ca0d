"""Lines as one text: words with their italics and the calls of notes, the breaks between the lines gone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from precedent.reading.akn.runs import Printed
from precedent.reading.pdf.lines import Line, Part
from precedent.resolution import NoteCall, Span
from precedent.wording import plain

_STARS: Final = re.compile(r"\*+(?:\s?,?\s?\*+)*")
_RAISED: Final = re.compile(r"\d+|\*+")
_JOINS: Final = ("-", "/")
"""A line that ends with one of these, and no space after it, goes on in the same word."""


class _Words:
    """Words as they are gathered: white space is single, a mark of a note becomes a call."""

    def __init__(self, notes: frozenset[str]) -> None:
        self._notes = notes
        self._known = ""
        self.text = ""
        self.italics: list[Span] = []
        self.calls: list[NoteCall] = []
        self.plain = False
        self._gap = False

    def space(self) -> None:
        self._gap = True

    def add(self, source: str, *, bold: bool, italic: bool) -> None:
        words = plain(source)
        if not words:
            self._gap = self._gap or bool(source)
            return
        joined = len(self.text)
        start = joined
        if self.text and (self._gap or source[0].isspace()):
            start += 1
            words = " " + words
        self.text += words
        self._gap = source[-1].isspace()
        if not bold and any(map(str.isalnum, words)):
            self.plain = True
        if italic:
            if self.italics and self.italics[-1].end == joined:
                start = self.italics.pop().start
            self.italics.append(Span(start, len(self.text)))

    def part(self, part: Part) -> None:
        """Add a stretch of a line."""
        if part.raised and self._call(part.text):
            return
        if "*" not in part.text or not self._notes:
            self.add(part.text, bold=part.bold, italic=part.italic)
            return
        done = 0
        for stars in _STARS.finditer(part.text):
            if not set(_RAISED.findall(stars[0])) <= self._notes:
                continue
            self.add(part.text[done : stars.start()], bold=part.bold, italic=part.italic)
            self._call(stars[0])
            done = stars.end()
        self.add(part.text[done:], bold=part.bold, italic=part.italic)

    def _call(self, marks: str) -> bool:
        found = _RAISED.findall(marks)
        if not found or not set(found) <= self._notes:
            return False
        self.calls += [NoteCall(len(self.text), marker) for marker in found]
        self._gap = self._gap or marks[-1].isspace()
        return True

    def printed(self) -> Printed:
        return Printed(
            self.text, tuple(self.italics), tuple(self.calls), bold=bool(self.text) and not self.plain
        )


def printed(lines: Iterable[Line], notes: frozenset[str] = frozenset()) -> Printed:
    """The words of some lines.

    Args:
        lines: from top to bottom.
        notes: markers of the notes that the document has; only those are called.
    """
    words = _Words(notes)
    for line in lines:
        last = ""
        for part in line.parts:
            words.part(part)
            last = part.text
        if not last.endswith(_JOINS) and not _dashed(words.text, last):
            words.space()
    return words.printed()


def _dashed(text: str, last: str) -> bool:
    """Whether a line ends in a dash without spaces, as between two years."""
    return last.endswith(("–", "—")) and text[-2:-1].isalnum()
