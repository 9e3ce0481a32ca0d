"""The words of one paragraph of the UN's XML: text, italic runs and the places where notes are called.

The text comes out as the contract wants it: one ordinary space for any run of white space, ordinary hyphens and
spaces for non-breaking ones, no soft hyphens; quotation marks and dashes as printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from lxml import etree

from precedent.resolution import Footnote, NoteCall, Span

_ORDINARY: Final = (
    *(("\u2010", "-"), ("\u2011", "-"), ("\u00a0", " ")),
    *((gone, "") for gone in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"),
)
"""What `precedent.wording.plain` replaces; here before the offsets of a paragraph are counted."""

_STYLES: Final = {"italic": 1, "bold": 2, "bold italic": 3}
_ITALIC, _BOLD = 1, 2
_TAGS: Final = {"i": _ITALIC, "b": _BOLD}
_BREAKS: Final = frozenset(
    {"p", "eol", "br", "li", "td", "th", "tr", "num", "heading", "subheading", "docType", "docTitle"}
)
_MARK: Final = "\1"
"""Stands among the words where a style begins or ends or a note is called; no file has it, see `parsing`."""
_DEEP: Final = 100
"""Elements nested deeper than this are read as plain text: no real paragraph is."""


class _Names(dict[object, str]):
    """Names without namespace, by tag: each is cut once, since a tag is looked at several times an element."""

    def __missing__(self, tag: object) -> str:
        name = tag.rpartition("}")[2] if isinstance(tag, str) else ""
        if len(self) < 1000:  # a hostile file may invent names without end
            self[tag] = name
        return name


_NAMES: Final = _Names()


def local(element: etree._Element) -> str:
    """Name of an element without its namespace; empty for comments, instructions and entities."""
    return _NAMES[element.tag]


def is_entity(element: etree._Element) -> bool:
    """Whether this is a reference to an entity, which is never resolved: its name is kept."""
    return isinstance(element, etree._Entity)  # noqa: SLF001 - the only name that the class has


@dataclass(frozen=True, slots=True)
class Printed:
    """Words as they will stand in a paragraph."""

    text: str = ""
    italics: tuple[Span, ...] = ()
    notes: tuple[NoteCall, ...] = ()
    bold: bool = False
    """Whether every word is bold."""

    def without(self, length: int) -> Printed:
        """The same without its first characters."""
        spans = (Span(max(0, s.start - length), s.end - length) for s in self.italics if s.end > length)
        calls = tuple(NoteCall(max(0, n.offset - length), n.marker) for n in self.notes)
        return Printed(self.text[length:], tuple(s for s in spans if s.start < s.end), calls, self.bold)

    def after(self, words: str) -> Printed:
        """The same with words before it."""
        move = len(words)
        return Printed(
            words + self.text,
            tuple(Span(s.start + move, s.end + move) for s in self.italics),
            tuple(NoteCall(n.offset + move, n.marker) for n in self.notes),
            self.bold,
        )

    def then(self, words: Printed) -> Printed:
        """The same with words after it."""
        more = words.after(f"{self.text} " if self.text and words.text else self.text)
        italics, calls = (*self.italics, *more.italics), (*self.notes, *more.notes)
        return Printed(more.text, italics, calls, self.bold and words.bold)


NOTHING: Final = Printed()


class Notes:
    """The footnotes of a document, in the order in which they are called."""

    def __init__(self) -> None:
        self.found: list[Footnote] = []

    def add(self, element: etree._Element, depth: int = 0) -> str:
        """Keep a note and return the mark that calls it."""
        marker = " ".join((element.get("marker") or "").split()) or str(len(self.found) + 1)
        runs = Runs(self)
        runs.add(element.text)
        for child in element:
            runs.walk(child, depth=depth)
            runs.add(child.tail)
        printed = runs.take()
        self.found.append(Footnote(marker=marker, text=printed.text, italics=printed.italics))
        return marker


_WORDS, _BREAK, _STYLED, _APART = range(4)


class _Roles(dict[object, int]):
    """What an element is to a line of words, by tag."""

    def __init__(self, apart: frozenset[str]) -> None:
        self.apart = apart

    def also(self, names: frozenset[str]) -> _Roles:
        """The same where more elements are apart."""
        return _Roles(self.apart | names)

    def __missing__(self, tag: object) -> int:
        name = _NAMES[tag]
        styled = name == "span" or name in _TAGS
        role = _BREAK if name in _BREAKS else _STYLED if styled else _WORDS
        role = _APART if name in self.apart else role
        if len(self) < 1000:  # as above
            self[tag] = role
        return role


class Runs:
    """Collects the words of one paragraph, as they stand in the file; `take` makes them what is printed."""

    __slots__ = ("_chunks", "_marks", "_roles", "notes")
    ROLES: ClassVar = _Roles(frozenset({"", "authorialNote", "noteRef"}))
    """Apart are the elements that are more than words; `apart` deals with them."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self._roles = self.ROLES
        self._chunks: list[str] = []
        self._marks: list[int | str] = []

    def take(self) -> Printed:
        """What was collected; the next words begin a new text."""
        text = squeezed("".join(self._chunks))
        printed = _printed(text, self._marks) if self._marks else Printed(text)
        self._chunks.clear()
        self._marks.clear()
        return printed

    def space(self) -> None:
        """A break of a line or a paragraph, which the text shows as one space."""
        self._chunks.append(" ")

    def add(self, chunk: str | None) -> None:
        """Add words in the style in hand."""
        if chunk:
            self._chunks.append(chunk)

    def apart(self, element: etree._Element, name: str, depth: int) -> None:
        """Deal with what is not simply words."""
        if name == "authorialNote" and depth > _DEEP:
            self.add("".join(map(str, element.itertext())))
        elif name == "authorialNote":
            self._mark(self.notes.add(element, depth + 2))
        elif name == "noteRef":
            self._mark(" ".join((element.get("marker") or "*").split()))
        elif is_entity(element):
            self.add(element.text)

    def _mark(self, mark: int | str) -> None:
        """Remember what begins here: a style, or a call with the marker of its note."""
        self._chunks.append(_MARK)
        self._marks.append(mark)

    def _begin(self, element: etree._Element, style: int) -> int:
        """The style within an element that has one, marked where it differs."""
        name = local(element)
        within = style | (_TAGS.get(name) or _STYLES.get(element.get("class") or "", 0))
        if within != style:
            self._mark(within)
        return within

    def walk(self, element: etree._Element, style: int = 0, depth: int = 0) -> None:
        """Add the words of an element and of everything in it; `depth` is that of the element."""
        chunks = self._chunks
        role = self._roles[element.tag]
        within = style
        if role == _APART:
            self.apart(element, local(element), depth)
            return
        if role == _BREAK:
            chunks.append(" ")
        elif role != _WORDS:
            within = self._begin(element, style)
        if depth > _DEEP:
            chunks.extend(map(str, element.itertext()))
        else:
            if text := element.text:
                chunks.append(text)
            for child in element:
                self.walk(child, within, depth + 1)
                if tail := child.tail:
                    chunks.append(tail)
        if role == _BREAK:
            chunks.append(" ")
        elif within != style:
            self._mark(style)


def _printed(text: str, marks: list[int | str]) -> Printed:
    """Words between marks as they are printed: white space at a mark is one space, and no part of an italic run."""
    parts: list[str] = []
    italics: list[Span] = []
    notes: list[NoteCall] = []
    length = style = 0
    gap = plain = False
    for piece, mark in zip(text.split(_MARK), (*marks, 0), strict=True):
        if words := piece.strip():
            joined = start = length
            if length and (gap or piece[0] == " "):
                parts.append(" ")
                start += 1
            parts.append(words)
            length = start + len(words)
            if style & _ITALIC:
                if italics and italics[-1].end == joined:
                    start = italics.pop().start
                italics.append(Span(start, length))
            plain = plain or not style & _BOLD
            gap = piece[-1] == " "
        else:
            gap = gap or bool(piece)
        if isinstance(mark, int):
            style = mark
        else:
            notes.append(NoteCall(length, mark))
    return Printed("".join(parts), tuple(italics), tuple(notes), bool(parts) and not plain)


def squeezed(text: str) -> str:
    """The text as it is printed: ordinary characters, one space for any white space, none at its ends."""
    text = text.strip()
    if not text.isascii():
        for special, plain in _ORDINARY:  # ten times as fast as a look for any of them
            text = text.replace(special, plain)
    if (
        "  " in text or not text.replace(_MARK, "").isprintable()
    ):  # all white space but the space counts as that
        return " ".join(text.split())
    return text


def printed(element: etree._Element, notes: Notes) -> Printed:
    """The words of one element."""
    runs = Runs(notes)
    runs.walk(element)
    return runs.take()


def words(element: etree._Element | None) -> str:
    """The words of one element without its notes, as one line; empty where there is no element."""
    if element is None:
        return ""
    runs = Runs(Notes())
    runs.walk(element)
    return runs.take().text
