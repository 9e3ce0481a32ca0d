"""The words of a paragraph of Word: stretches that are set alike, joined to one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from precedent.reading.akn.runs import Printed
from precedent.resolution import NoteCall, Span
from precedent.wording import plain

_MARKS: Final = re.compile(r"\d+|\*+")
_RAISED: Final = re.compile(r"[\s,]*(?:\d+|\*+)(?:[\s,]+(?:\d+|\*+))*[\s,]*")
_UNIT: Final = re.compile(r"(?:^|[\s\d(])(?:k|c|m|d|h)?m$")
"""Before a raised 2 or 3: square or cubic metres."""
_COMMA: Final = re.compile(r"\s*,\s*")
_LONGEST: Final = 40
"""Characters that marks of notes at one place take."""
_STARS: Final = re.compile(r"\*+")


class Token(NamedTuple):
    """A stretch of words, or one call of a note."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    call: str = ""
    """Marker of the note that is called here; then there are no words."""


class _Text:
    """Words as they are gathered: white space is single."""

    def __init__(self) -> None:
        self.text = ""
        self.italics: list[Span] = []
        self.calls: list[NoteCall] = []
        self.plain = False
        self._gap = False

    def add(self, token: Token) -> None:
        words = plain(token.text)
        if not words:
            self._gap = self._gap or any(map(str.isspace, token.text))
            return
        joined = start = len(self.text)
        if self.text and (self._gap or token.text[0].isspace()):
            start += 1
            words = " " + words
        self.text += words
        self._gap = token.text[-1].isspace()
        if not token.bold and any(map(str.isalnum, words)):
            self.plain = True
        if token.italic:
            if self.italics and self.italics[-1].end == joined:
                start = self.italics.pop().start
            self.italics.append(Span(start, len(self.text)))

    def call(self, marker: str) -> None:
        self.calls.append(NoteCall(len(self.text), marker))


def printed(tokens: Iterable[Token], markers: frozenset[str], stars: frozenset[str] = frozenset()) -> Printed:
    """The words of one paragraph.

    Args:
        tokens: its stretches in order.
        markers: of the notes that the document has; a raised number that is one of them calls it again.
        stars: asterisks whose notes are typed below the text, so that their calls are typed as well.
    """
    text = _Text()
    for token in _without_commas(list(_called(tokens, markers, stars))):
        if token.call:
            text.call(token.call)
        else:
            text.add(token)
    return Printed(text.text, tuple(text.italics), tuple(text.calls), bold=bool(text.text) and not text.plain)


def _called(tokens: Iterable[Token], markers: frozenset[str], stars: frozenset[str]) -> Iterator[Token]:
    """Typed marks of notes become calls."""
    before = ""
    for token in _joined(tokens):
        if token.raised and _is_call(token, before, markers):
            yield from (Token("", call=mark) for mark in _MARKS.findall(token.text))
            yield Token(" " if token.text[-1:].isspace() else "")
        elif stars and not token.call and "*" in token.text:
            yield from _starred(token, stars)
        else:
            yield token
        before = token.text or before


def _joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """A raised mark may be typed in several stretches."""
    held: Token | None = None
    for token in tokens:
        alike = held and token.raised and not token.call and held[1:] == token[1:]
        if held and alike and len(held.text) < _LONGEST:
            held = held._replace(text=held.text + token.text)
            continue
        if held:
            yield held
            held = None
        if token.raised and not token.call:
            held = token
        else:
            yield token
    if held:
        yield held


def _is_call(token: Token, before: str, markers: frozenset[str]) -> bool:
    if not _RAISED.fullmatch(token.text.strip()) or (token.text in "23" and _UNIT.search(before[-6:])):
        return False
    return set(_MARKS.findall(token.text)) <= markers


def _starred(token: Token, stars: frozenset[str]) -> Iterator[Token]:
    done = 0
    for found in _STARS.finditer(token.text):
        if found[0] in stars:
            yield token._replace(text=token.text[done : found.start()])
            yield Token("", call=found[0])
            done = found.end()
    yield token._replace(text=token.text[done:])


def _without_commas(tokens: Sequence[Token]) -> Iterator[Token]:
    """A comma between two marks parts them and is no word."""
    shown = [token for token in tokens if token.text or token.call]
    for place, token in enumerate(shown):
        between = (
            0 < place < len(shown) - 1
            and _COMMA.fullmatch(token.text)
            and shown[place - 1].call
            and shown[place + 1].call
        )
        if between and (token.raised or shown[place + 1].call.startswith("*")):
            continue
        yield token
