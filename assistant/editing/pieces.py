"""Words with the italics and the footnote calls that lie on them: cut, joined, put in place of others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from precedent.resolution import Footnote, NoteCall, Paragraph, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """What a paragraph or a note says, free of where it stands."""

    text: str
    italics: tuple[Span, ...] = ()
    notes: tuple[NoteCall, ...] = ()

    @classmethod
    def of(cls, paragraph: Paragraph) -> Piece:
        """The words of a paragraph."""
        return cls(paragraph.text, paragraph.italics, paragraph.notes)

    def onto(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph with these words."""
        return replace(paragraph, text=self.text, italics=self.italics, notes=self.notes)

    def onto_note(self, note: Footnote) -> Footnote:
        """The footnote with these words."""
        return replace(note, text=self.text, italics=self.italics)

    def settled(self) -> Piece:
        """The same words, italics and calls in order and inside the text, no two italic runs touching."""
        size = len(self.text)
        calls = (NoteCall(min(max(c.offset, 0), size), c.marker) for c in self.notes)
        ordered = tuple(sorted(dict.fromkeys(calls), key=lambda call: call.offset))
        return Piece(self.text, joined_spans(self.italics, size), ordered)

    def cut(self, offset: int) -> tuple[Piece, Piece]:
        """The words before and after a place; a call at the place stays with the words before it."""
        before, after = self.text[:offset].rstrip(), self.text[offset:].lstrip()
        start = len(self.text) - len(after)
        first = Piece(before, self.italics, tuple(c for c in self.notes if c.offset <= offset))
        second = Piece(
            after,
            tuple(Span(s.start - start, s.end - start) for s in self.italics),
            tuple(NoteCall(c.offset - start, c.marker) for c in self.notes if c.offset > offset),
        )
        return first.settled(), second.settled()

    def joined(self, other: Piece) -> Piece:
        """These words, a space, and the other's."""
        text = " ".join(filter(None, (self.text, other.text)))
        start = len(text) - len(other.text)
        return Piece(
            text,
            (*self.italics, *(Span(s.start + start, s.end + start) for s in other.italics)),
            (*self.notes, *(NoteCall(c.offset + start, c.marker) for c in other.notes)),
        ).settled()

    def reworded(self, start: int, end: int, words: str) -> Piece:
        """Other words in place of [start, end).

        Italics and calls stay at their words: what replaces words of an italic run is italic, and a call
        among the replaced words follows the new ones.
        """
        edit = _Edit.between(self.text, start, end, words)
        return Piece(
            self.text[:start] + words + self.text[end:],
            tuple(edit.span(s) for s in self.italics),
            tuple(NoteCall(edit.call(c.offset), c.marker) for c in self.notes),
        ).settled()


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words replaced, and within them the part that really changed."""

    start: int
    end: int
    grown: int
    first: int
    last: int
    """[first, last): what is left of [start, end) without the words that old and new begin and end with."""

    @classmethod
    def between(cls, text: str, start: int, end: int, words: str) -> _Edit:
        old = text[start:end]
        shorter = min(len(old), len(words))
        head = next((i for i in range(shorter) if old[i] != words[i]), shorter)
        room = shorter - head
        tail = next((i for i in range(room) if old[-1 - i] != words[-1 - i]), room)
        return cls(start, end, len(words) - len(old), start + head, end - tail)

    def call(self, offset: int) -> int:
        """Where a call at this offset goes."""
        if offset <= self.start or (offset <= self.first and offset < self.end):
            return offset
        return max(offset, self.last) + self.grown

    def span(self, span: Span) -> Span:
        """Where an italic run goes."""
        asked = span.start <= self.start < self.end <= span.end
        changed = span.start <= self.first < self.last <= span.end
        # Words put before the opening join it: a paragraph begins with its opening.
        before_opening = self.first == self.last == span.start == 0
        if asked or changed or before_opening:
            return Span(span.start, span.end + self.grown)
        return Span(self._edge(span.start, inward=True), self._edge(span.end, inward=False))

    def _edge(self, offset: int, *, inward: bool) -> int:
        if offset < self.first or (offset == self.first and not inward):
            return offset
        if offset >= self.last:
            return offset + self.grown
        return self.last + self.grown if inward else self.first


def joined_spans(spans: Iterable[Span], size: int) -> tuple[Span, ...]:
    """Spans in order, clipped to a text of that size, those that touch made one, empty ones left out."""
    found: list[Span] = []
    for span in sorted(Span(max(s.start, 0), min(s.end, size)) for s in spans):
        if span.start >= span.end:
            continue
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
