"""Words and phrases with what should stand in their place: spelling, names, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from assistant.checks.editor.mechanisms.patterns import said
from assistant.checks.editor.place import Hit, Place, guarded

_TOKEN = re.compile(r"[^\W_]+(?:[-’'](?!s\b)[^\W_]+)*")
_PART = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A list of words and phrases; a long one costs no more than a short one.

    A word is met whole: "centre" is not in "epicentre" nor in "centre-right", which are words of their own.
    """

    instead: Mapping[str, str]
    """The words that are met, each with those to put in its place; "" where nobody can know."""
    unless: tuple[str, ...] = ()
    """Patterns of words that are meant so, as names are: what lies within one of them is left alone."""
    quoted: bool = False
    """Whether it looks within quotation marks and titles in italics too."""
    case: bool = False
    """Whether capitals and small letters differ; where they do not, the words put in begin as those found do."""
    message: str = ""
    """In the place of the rule's; `{found}` and `{instead}` stand for the words."""
    _heads: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(init=False, repr=False)
    """First word → each phrase that begins with it and what to put in its place, the longest first."""
    _unless: re.Pattern[str] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        heads: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for words, instead in self.instead.items():
            phrase = tuple(_TOKEN.findall(words if self.case else words.lower()))
            if not phrase or " ".join(phrase) != (words if self.case else words.lower()):
                raise ValueError(f"{words!r} is not made of whole words with single spaces")
            heads.setdefault(phrase[0], []).append((phrase, instead))
        ordered = {head: tuple(sorted(found, key=_longest)) for head, found in heads.items()}
        object.__setattr__(self, "_heads", ordered)
        joined = "|".join(f"(?:{each})" for each in self.unless)
        object.__setattr__(self, "_unless", re.compile(joined) if joined else None)

    def meets(self, place: Place) -> Iterator[Hit]:
        """Every phrase of the list that no exception covers; of two that begin at one word the longer."""
        read = _read(place.text, fold=not self.case)
        if self._heads.keys().isdisjoint(read.words):
            return
        meant: list[tuple[int, int]] | None = None
        done = 0
        for number, token in enumerate(read.tokens):
            start = token.start()
            if start < done:
                continue
            for phrase, instead in self._heads.get(token[0], ()):
                last = number + len(phrase) - 1
                if last >= len(read.tokens):
                    continue
                end = read.tokens[last].end()
                if read.text[start:end] != " ".join(phrase):
                    continue
                done = end
                meant = self._meant(place) if meant is None else meant
                if not any(first <= start and end <= final for first, final in meant):
                    yield self._hit(place.text, start, end, instead)
                break

    def _meant(self, place: Place) -> list[tuple[int, int]]:
        found = [match.span() for match in self._unless.finditer(place.text)] if self._unless else []
        return found if self.quoted else found + [(span.start, span.end) for span in guarded(place)]

    def _hit(self, text: str, start: int, end: int, instead: str) -> Hit:
        found = text[start:end]
        words = instead or None
        if words and not self.case:
            words = _as_written(found, words)
        return Hit(start, end, words, said(self.message, found, words))


class _Read(NamedTuple):
    """A text taken apart."""

    text: str
    """In small letters, where capitals do not count."""
    tokens: tuple[re.Match[str], ...]
    words: frozenset[str]


@lru_cache(maxsize=64)
def _read(text: str, *, fold: bool) -> _Read:
    """A text taken apart: every list of every rule looks at it before the next comes."""
    small = text.lower()
    if fold and len(small) == len(text):  # else a letter whose small form is two; none that English has
        text = small
    tokens = tuple(_TOKEN.finditer(text))
    return _Read(text, tokens, frozenset(token[0] for token in tokens))


def _longest(entry: tuple[tuple[str, ...], str]) -> int:
    return -len(entry[0])


def _as_written(found: str, words: str) -> str:
    """The words with capitals where those found have them: "Decision Making" → "Decision-Making"."""
    if len(found) > 1 and found.isupper():
        return words.upper()
    capital = words[:1].upper() + words[1:] if found[:1].isupper() else words
    parts = _PART.findall(found)
    if len(parts) == len(_PART.findall(words)) > 1 and all(part[0].isupper() for part in parts):
        return _PART.sub(lambda part: part[0][:1].upper() + part[0][1:], capital)
    return capital
