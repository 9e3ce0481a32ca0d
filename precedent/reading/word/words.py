"""The words of a paragraph of Word: stretches that are set alike, joined to one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple, TypeVar

from precedent.reading.word.revisions import Change
from precedent.resolution import Link, NoteCall, Span
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
    """A stretch of words set alike; or, without words, something that stands between them."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    call: str = ""
    """Marker of the note that is called here; then there are no words."""
    link: str = ""
    """Where the words lead."""
    change: Change | None = None
    """That put in these words, or took out those that are `gone`."""
    gone: str = ""
    """Words that stood or will stand here in the other version; then there are none."""
    opens: str = ""
    """Id of a comment on what follows; then there are no words."""
    closes: str = ""
    """Id of a comment on what stands before."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a comment is about."""

    start: int
    end: int
    comment: str


@dataclass(frozen=True, slots=True)
class Altered:
    """Words that a change put in, or the place where it took some out."""

    start: int
    end: int
    change: Change
    text: str
    spaced: tuple[bool, bool] = (False, False)
    """Whether a space before the words is of the change, and one after them."""
    whole: bool = False
    """Whether the mark that ended a paragraph went with the words."""


_Placed = TypeVar("_Placed", Span, Link, Anchor, Altered)


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they will stand in a paragraph, and what stands at them."""

    text: str = ""
    italics: tuple[Span, ...] = ()
    bold: tuple[Span, ...] = ()
    notes: tuple[NoteCall, ...] = ()
    links: tuple[Link, ...] = ()
    comments: tuple[Anchor, ...] = ()
    changes: tuple[Altered, ...] = ()
    all_bold: bool = False
    """Whether every word is bold."""

    def without(self, length: int) -> Words:
        """The same without its first characters."""
        return self._moved(self.text[length:], -length)

    def then(self, other: Words) -> Words:
        """These words, a space, and others."""
        if not self.text:
            return other
        more = other._moved(other.text, len(self.text) + 1)
        return Words(
            f"{self.text} {other.text}",
            self.italics + more.italics,
            self.bold + more.bold,
            self.notes + more.notes,
            self.links + more.links,
            self.comments + more.comments,
            self.changes + more.changes,
            all_bold=self.all_bold and other.all_bold,
        )

    def beside(self, other: Words) -> Words:
        """These words with what stands at an empty line below them at their end."""
        end = len(self.text)
        comments = tuple(replace(each, start=end, end=end) for each in other.comments)
        changes = tuple(replace(each, start=end, end=end) for each in other.changes)
        return replace(self, comments=self.comments + comments, changes=self.changes + changes)

    def _moved(self, text: str, by: int) -> Words:
        return replace(
            self,
            text=text,
            italics=_moved(self.italics, by),
            bold=_moved(self.bold, by),
            notes=tuple(replace(call, offset=max(0, call.offset + by)) for call in self.notes),
            links=_moved(self.links, by),
            comments=_moved(self.comments, by),
            changes=_moved(self.changes, by),
        )


def _moved(found: tuple[_Placed, ...], by: int) -> tuple[_Placed, ...]:
    """Spans in a text that has grown or shrunk at its beginning; those whose words are cut off go."""
    return tuple(
        replace(each, start=max(0, each.start + by), end=max(0, each.end + by))
        for each in found
        if each.end + by > 0 or each.start == each.end
    )


NO_WORDS: Final = Words()


@dataclass(slots=True)
class _Text:
    """Words as they are gathered: white space is single."""

    text: str = ""
    italics: list[Span] = field(default_factory=list)
    bold: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    calls: list[NoteCall] = field(default_factory=list)
    comments: list[Anchor] = field(default_factory=list)
    changes: list[Altered] = field(default_factory=list)
    plain: bool = False
    """Whether some words are not bold."""
    _gap: bool = False
    _gap_of: Change | None = None
    _open: dict[str, int] = field(default_factory=dict)

    def add(self, token: Token) -> None:
        if token.call:
            self.calls.append(NoteCall(len(self.text), token.call))
        elif token.opens or token.closes:
            self._comment(token)
        elif token.gone and token.change:
            self._lose(token.gone, token.change)
        else:
            self._say(token)

    def _say(self, token: Token) -> None:
        words = plain(token.text)
        if not words:
            if not self._gap and any(map(str.isspace, token.text)):
                self._gap, self._gap_of = True, token.change
            return
        before = start = len(self.text)
        spaced = token.text[0].isspace()
        on = token.change == self._gap_of or spaced or not self._gap
        gap_of = self._gap_of if self._gap else token.change
        if self.text and (self._gap or spaced):
            start += 1
            self.text += " "
            self._space(gap_of, before)
        self.text += words
        self._gap, self._gap_of = token.text[-1].isspace(), token.change
        end = len(self.text)
        if not token.bold and any(map(str.isalnum, words)):
            self.plain = True
        if token.italic:
            _lengthen(self.italics, Span(start, end), before)
        if token.bold:
            _lengthen(self.bold, Span(start, end), before)
        if token.link:
            last = self.links[-1] if self.links else None
            if last and last.end == before and last.address == token.link:
                start = self.links.pop().start
            self.links.append(Link(start, end, token.link))
        if token.change:
            ahead = start > before and gap_of == token.change
            self._gain(start, before if on else -1, token.change, ahead=ahead)

    def _space(self, change: Change | None, at: int) -> None:
        """The space at a place belongs to a change if it stands after words of it."""
        last = self.changes[-1] if self.changes else None
        if last and last.change == change and last.end == at > last.start:
            self.changes[-1] = replace(last, spaced=(last.spaced[0], True))

    def _gain(self, start: int, before: int, change: Change, *, ahead: bool) -> None:
        last = self.changes[-1] if self.changes else None
        if last and last.change == change and last.end == before > last.start:
            start, ahead = last.start, last.spaced[0]
            self.changes.pop()
        self.changes.append(Altered(start, len(self.text), change, self.text[start:], (ahead, False)))

    def _lose(self, gone: str, change: Change) -> None:
        at = self._next()
        last = self.changes[-1] if self.changes else None
        joins = last and last.change == change and last.start == last.end == at
        if last and joins and not last.text.endswith("\n"):
            gone = self.changes.pop().text + gone
        spaced = (gone[0].isspace(), gone.rstrip("\n")[-1:].isspace())
        self.changes.append(Altered(at, at, change, gone, spaced))

    def _comment(self, token: Token) -> None:
        if token.opens:
            self._open.setdefault(token.opens, self._next())
        if token.closes in self._open:
            start, end = self._open.pop(token.closes), len(self.text)
            self.comments.append(Anchor(start, max(start, end), token.closes))

    def _next(self) -> int:
        """Where the next words will begin."""
        return len(self.text) + bool(self.text and self._gap)

    def done(self) -> Words:
        end = len(self.text)
        self.comments += [Anchor(start, max(start, end), comment) for comment, start in self._open.items()]
        changes = [
            replace(
                each,
                start=min(each.start, end),
                end=min(each.end, end),
                text=text,
                whole=not each.end and each.text.endswith("\n"),
            )
            for each in self.changes
            if (text := plain(each.text))
        ]
        return Words(
            self.text,
            tuple(self.italics),
            tuple(self.bold),
            tuple(self.calls),
            tuple(self.links),
            tuple([replace(a, start=min(a.start, end), end=min(a.end, end)) for a in self.comments]),
            tuple(changes),
            all_bold=bool(self.text) and not self.plain,
        )


def _lengthen(spans: list[Span], span: Span, before: int) -> None:
    """Add a span; one that ends where the words before this one do goes on in it."""
    if spans and spans[-1].end == before:
        span = Span(spans.pop().start, span.end)
    spans.append(span)


def printed(tokens: Iterable[Token], markers: frozenset[str], stars: frozenset[str] = frozenset()) -> Words:
    """The words of one paragraph.

    Args:
        tokens: its stretches in order.
        markers: of the notes that the document has; a raised number that is one of them calls it again.
        stars: asterisks whose notes are typed below the text, so that their calls are typed as well.
    """
    tokens = list(tokens)
    if not tokens:
        return NO_WORDS
    text = _Text()
    for token in _without_commas(list(_called(tokens, markers, stars))):
        text.add(token)
    return text.done()


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
    """A comma between two marks parts them and is no word, in however many stretches it is typed."""
    parting = set[int]()
    between: list[int] | None = None
    for place, token in enumerate(tokens):
        if token.call:
            comma = "".join(tokens[at].text for at in between or ())
            parts = token.call.startswith("*") or all(tokens[at].raised for at in between or ())
            if between and parts and _COMMA.fullmatch(comma):
                parting.update(between)
            between = []
        elif token.text and between is not None:
            between.append(place)
    return (token for place, token in enumerate(tokens) if place not in parting)
