"""A slip, the kinds of slips, and how one is planted in a whole text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.editing.pieces import Piece
from precedent.references import quoted_spans
from precedent.resolution import Footnote, Kind, NoteCall, Paragraph, Resolution, Span

TITLE = "title"
ENACTING = "enacting words"
"""Labels of what is no paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One slip that could be made: [start, end) of a place becomes other words."""

    label: str
    start: int
    end: int
    words: str
    number: str | None = None
    """Another number printed before the paragraph."""
    calls: tuple[NoteCall, ...] | None = None
    """Other calls of notes."""
    beside: tuple[str, ...] = ()
    """Labels of other places where it may as well be told."""


@dataclass(frozen=True, slots=True)
class SlipKind:
    """One kind of slip."""

    name: str
    find: Callable[[Resolution], Iterable[Slip]]
    """Every place of a text where it could be made."""


def planted(text: Resolution, slip: Slip) -> Resolution:
    """The text with the slip in it."""
    if slip.label == TITLE:
        return replace(text, title=_reworded(text.title, slip))
    if slip.label == ENACTING:
        return replace(text, enacting=_reworded(text.enacting, slip))
    return replace(
        text,
        paragraphs=tuple(_slipped(p, slip) if p.label == slip.label else p for p in text.paragraphs),
        footnotes=tuple(_slipped_note(n, slip) if n.label == slip.label else n for n in text.footnotes),
    )


def words_at(text: Resolution, label: str) -> str:
    """The words of a place."""
    return {TITLE: text.title, ENACTING: text.enacting}.get(label) or text.text_at(label) or ""


def _reworded(words: str, slip: Slip) -> str:
    return words[: slip.start] + slip.words + words[slip.end :]


def _slipped(paragraph: Paragraph, slip: Slip) -> Paragraph:
    found = Piece.of(paragraph).reworded(slip.start, slip.end, slip.words).onto(paragraph)
    if slip.calls is not None:
        found = replace(found, notes=slip.calls)
    return found if slip.number is None else replace(found, number=slip.number)


def _slipped_note(note: Footnote, slip: Slip) -> Footnote:
    return Piece(note.text, note.italics).reworded(slip.start, slip.end, slip.words).onto_note(note)


def main_paragraphs(text: Resolution) -> Iterator[Paragraph]:
    """Preambular and operative paragraphs with their sub-paragraphs; annexes have customs of their own."""
    for paragraph in text.paragraphs:
        if not paragraph.section and paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and paragraph.text:
            yield paragraph


def swapped(name: str, pattern: str, instead: str, *, notes: bool = False, fold: bool = False) -> SlipKind:
    """A kind that replaces what a pattern meets, outside quotation marks and titles in italics."""
    compiled = re.compile(pattern, re.IGNORECASE if fold else re.NOFLAG)

    def find(text: Resolution) -> Iterator[Slip]:
        places = [(p.label, p.text, italic_titles(p)) for p in main_paragraphs(text)]
        if notes:
            places = [(n.label, n.text, list(map(_pair, n.italics))) for n in text.footnotes if not n.section]
        for label, words, titles in places:
            meant = titles + [_pair(span) for span in quoted_spans(words)]
            for match in compiled.finditer(words):
                start, end = match.span("at" if "at" in compiled.groupindex else 0)
                if not any(first < end and start < last for first, last in meant):
                    yield Slip(label=label, start=start, end=end, words=match.expand(instead))

    return SlipKind(name, find)


def one_of(
    name: str, pairs: Iterable[tuple[str, str]], *, before: str = r"\b", after: str = r"\b"
) -> SlipKind:
    """A kind that replaces right words by wrong ones; a capital stays a capital."""
    wrong = dict(pairs)
    joined = "|".join(re.escape(right) for right in sorted(wrong, key=len, reverse=True))
    plain = swapped(name, rf"{before}(?:{joined}){after}", r"\g<0>", fold=True)

    def find(text: Resolution) -> Iterator[Slip]:
        for slip in plain.find(text):
            instead = wrong.get(slip.words) or wrong.get(slip.words[:1].lower() + slip.words[1:])
            if instead is not None:
                capital = slip.words[:1].isupper()
                yield replace(slip, words=instead[:1].upper() + instead[1:] if capital else instead)

    return SlipKind(name, find)


def italic_titles(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Italic runs after the opening: titles of publications."""
    opening = len(paragraph.opening)
    return [_pair(span) for span in paragraph.italics if span.start >= opening]


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
