"""Lines as one text: words with their styles, links and the calls of notes, the breaks between the lines gone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from precedent.reading.pdf.lines import Line, Part
from precedent.resolution import Link, NoteCall, Span
from precedent.wording import plain

_STARS: Final = re.compile(r"\*+(?:\s?,?\s?\*+)*")
_RAISED: Final = re.compile(r"\d+|\*+|(?<!\w)[a-z](?!\w)")
_JOINS: Final = ("-", "/")
"""A line that ends with one of these, and no space after it, goes on in the same word."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Words as they will stand in a paragraph."""

    text: str = ""
    italics: tuple[Span, ...] = ()
    bold: tuple[Span, ...] = ()
    notes: tuple[NoteCall, ...] = ()
    links: tuple[Link, ...] = ()
    all_bold: bool = False
    """Whether every word is bold."""

    def without(self, length: int) -> Printed:
        """The same without its first characters."""
        return Printed(
            self.text[length:],
            _moved(self.italics, length),
            _moved(self.bold, length),
            tuple(NoteCall(max(0, n.offset - length), n.marker) for n in self.notes),
            tuple(
                Link(max(0, k.start - length), k.end - length, k.address)
                for k in self.links
                if k.end > length
            ),
            self.all_bold,
        )


def _moved(spans: Iterable[Span], length: int) -> tuple[Span, ...]:
    return tuple(Span(max(0, s.start - length), s.end - length) for s in spans if s.end > length)


class _Words:
    """Words as they are gathered: white space is single, a mark of a note becomes a call."""

    def __init__(self, notes: frozenset[str]) -> None:
        self._notes = notes
        self.text = ""
        self._italics: list[Span] = []
        self._bold: list[Span] = []
        self._links: list[Link] = []
        self._calls: list[NoteCall] = []
        self._plain = False
        self._gap = False

    def space(self) -> None:
        self._gap = True

    def add(self, source: str, style: Part) -> None:
        words = " ".join(source.split()) if source.isascii() else plain(source)
        if not words:
            self._gap = self._gap or bool(source)
            return
        joined = start = len(self.text)
        if self.text and (self._gap or source[0].isspace()):
            start += 1
            words = " " + words
        self.text += words
        end = len(self.text)
        self._gap = source[-1].isspace()
        if style.italic:
            self._italics.append(Span(_reach_back(self._italics, joined, start), end))
        if style.bold:
            self._bold.append(Span(_reach_back(self._bold, joined, start), end))
        elif any(map(str.isalnum, words)):
            self._plain = True
        if style.link:
            same = bool(self._links) and self._links[-1].address == style.link
            start = _reach_back(self._links, joined, start) if same else start
            self._links.append(Link(start, end, style.link))

    def part(self, part: Part) -> None:
        """Add a stretch of a line."""
        if part.raised and self._call(part.text):
            return
        if "*" not in part.text or not self._notes:
            self.add(part.text, part)
            return
        done = 0
        for stars in _STARS.finditer(part.text):
            if not set(_RAISED.findall(stars[0])) <= self._notes:
                continue
            self.add(part.text[done : stars.start()], part)
            self._call(stars[0])
            done = stars.end()
        self.add(part.text[done:], part)

    def _call(self, marks: str) -> bool:
        found = _RAISED.findall(marks)
        if not found or not set(found) <= self._notes:
            return False
        self._calls += [NoteCall(len(self.text), marker) for marker in found]
        self._gap = self._gap or marks[-1].isspace()
        return True

    def printed(self) -> Printed:
        # A mark or a space alone that is bold is an accident of typing.
        bold = tuple(span for span in self._bold if any(map(str.isalnum, span.of(self.text))))
        return Printed(
            self.text,
            tuple(self._italics),
            bold,
            tuple(self._calls),
            tuple(self._links),
            all_bold=bool(self.text) and not self._plain,
        )


def _reach_back(before: list[Span] | list[Link], joined: int, start: int) -> int:
    """Where a run begins: with the run before it, which is taken off, where nothing stands between them."""
    return before.pop().start if before and before[-1].end == joined else start


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
