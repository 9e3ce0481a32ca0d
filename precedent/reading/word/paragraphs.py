"""What stands in a paragraph of Word once its words are settled: the mark before it and what its style says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from precedent.reading.word.story import Line
from precedent.reading.word.styles import Role
from precedent.reading.word.words import NO_WORDS, Words, printed

_AGAIN: Final = r"(?: (?:bis|ter|quater|quinquies)\.?)?"
_MARK: Final = (
    rf"\d{{1,3}}(?:\.\d{{1,3}})*\.?{_AGAIN}|\([a-z]{{1,5}}\){_AGAIN}|\(\d{{1,2}}\)|[a-z]{{1,4}}[.)]{_AGAIN}"
    rf"|[IVXLC]{{1,6}}\.?|[A-Z]\.?|[•▪◦‣·–—-]"
)
_TYPED: Final = re.compile(rf"[\t ]*(?P<mark>{_MARK})[ \u00a0]*\t")
"""A mark with a tab after it is one whatever it is."""
_SPACED: Final = re.compile(
    r"(?P<mark>\d{1,3}\.|\([a-z]{1,5}\)|\(\d{1,2}\)|[a-z]\.|(?P<bullet>[•▪◦‣–—-]))\s+(?=\S)"
)
_NOTE: Final = re.compile(r"\s*(?P<mark>\*{1,4}|\d{1,3})[ \u00a0]*\t")
_ORDERED: Final = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?(?: \w+\.?)?")


@dataclass(frozen=True, slots=True)
class Settled:
    """One line with its words as the anatomy holds them."""

    line: Line
    words: Words
    number: str | None = None
    """The mark before it, counted by Word or typed."""
    counted: bool = False
    first: Words = NO_WORDS
    """The words before the first break of the line."""
    rest: Words = NO_WORDS
    """The words after it."""

    @property
    def role(self) -> Role:
        """What its style says that it is."""
        return self.line.style.role

    @property
    def ordered(self) -> bool:
        """Whether the number is one of a paragraph, and no letter."""
        return self.number is not None and bool(_ORDERED.fullmatch(self.number))

    @property
    def indented(self) -> bool:
        """Whether its first line is set in."""
        return self.line.first or self.role is Role.FIRST_LINE or self.line.source.startswith("\t")


def note_mark(line: Line) -> str:
    """The marker of a note that is typed as a paragraph; empty for any other paragraph."""
    found = _NOTE.match(line.source)
    if not found or line.row or line.number:
        return ""
    typed = found["mark"].startswith("*") or line.style.role is Role.NOTE
    return found["mark"] if typed else ""


def settled(line: Line, markers: frozenset[str], stars: frozenset[str]) -> Settled:
    """A line with its mark taken off and its calls found."""
    words = printed(line.tokens, markers, stars)
    if line.row:
        return Settled(line, words)
    if words is NO_WORDS:
        return Settled(line, words, line.number or None, counted=bool(line.number))
    first, rest = words, NO_WORDS
    place = next((at for at, token in enumerate(line.tokens) if token.text == "\n"), None)
    if place is not None:
        first = printed(line.tokens[:place], markers, stars)
        rest = printed(line.tokens[place:], markers, stars)
    if line.number:
        return Settled(line, words, line.number, counted=True, first=first, rest=rest)
    mark = _typed(line, words)
    if mark is None:
        return Settled(line, words, first=first, rest=rest)
    return Settled(line, without_mark(words, mark), mark, first=without_mark(first, mark), rest=rest)


def _typed(line: Line, words: Words) -> str | None:
    found = _TYPED.match(line.source)
    if found is None and line.style.role not in (Role.HEADING, Role.SECTION, Role.TITLE):
        found = _SPACED.match(words.text)
        # Where the styles are those of the United Nations a point with a space after it belongs to the words.
        if found and found["bullet"] and line.style.role is not Role.UNKNOWN:
            return None
    if found is None or not words.text.startswith(found["mark"]):
        return None
    return found["mark"] if len(words.text) > len(found["mark"]) else None


def without_mark(words: Words, mark: str) -> Words:
    """Words without the mark that stands before them."""
    length = len(mark) + (words.text[len(mark) : len(mark) + 1] == " ")
    return words.without(length) if words.text.startswith(mark) else words
