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
    *(("\u2010", "-"), ("\u2011", "-")),
    *((gone, "") for gone in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"),
)
"""What `precedent.wording.plain` replaces; here run by run, to keep the offsets. Splitting at white space does the
rest: it knows the non-breaking spaces."""

_STYLES: Final = {"italic": 1, "bold": 2, "bold italic": 3}
_ITALIC, _BOLD = 1, 2
_TAGS: Final = {"i": _ITALIC, "b": _BOLD}
_BREAKS: Final = frozenset(
    {"p", "eol", "br", "li", "td", "th", "tr", "num", "heading", "subheading", "docType", "docTitle"}
)
_DEEP: Final = 150
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


NOTHING: Final = Printed()


class Notes:
    """The footnotes of a document, in the order in which they are called."""

    def __init__(self) -> None:
        self.found: list[Footnote] = []

    def add(self, element: etree._Element) -> str:
        """Keep a note and return the mark that calls it."""
        marker = " ".join((element.get("marker") or "").split()) or str(len(self.found) + 1)
        runs = Runs(self)
        runs.add(element.text or "", 0)
        for child in element:
            runs.walk(child)
            runs.add(child.tail or "", 0)
        printed = runs.take()
        self.found.append(Footnote(marker=marker, text=printed.text, italics=printed.italics))
        return marker


class Runs:
    """Collects the words of one paragraph."""

    __slots__ = ("_gap", "_italics", "_length", "_notes", "_parts", "_plain", "_raw", "_style", "notes")
    APART: ClassVar = frozenset({"", "authorialNote", "noteRef"})
    """Names of the elements that are more than words; `apart` deals with them."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self._raw: list[str] = []
        self._style = 0
        self._clear()

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = False
        self._italics: list[Span] = []
        self._notes: list[NoteCall] = []
        self._plain = False

    def take(self) -> Printed:
        """What was collected; the next words begin a new text."""
        self._settle()
        bold = bool(self._parts) and not self._plain
        printed = Printed("".join(self._parts), tuple(self._italics), tuple(self._notes), bold)
        self._clear()
        return printed

    @property
    def empty(self) -> bool:
        """Whether nothing was collected, not even a call of a note."""
        self._settle()
        return not self._parts and not self._notes

    def space(self) -> None:
        """A break of a line or a paragraph, which the text shows as one space."""
        self._raw.append(" ")

    def add(self, chunk: str, style: int) -> None:
        """Add words in a style."""
        if style != self._style:
            self._settle()
            self._style = style
        self._raw.append(chunk)

    def _settle(self) -> None:
        """Put the words that came in one style since the last time, as they will be printed."""
        if not self._raw:
            return
        raw = ordinary("".join(self._raw))
        self._raw.clear()
        text = " ".join(raw.split())
        if not text:
            self._gap = self._gap or bool(raw)
            return
        joined = start = self._length
        if start and (self._gap or raw[0].isspace()):
            self._parts.append(" ")
            start += 1
        self._parts.append(text)
        self._length = end = start + len(text)
        if self._style & _ITALIC:
            if self._italics and self._italics[-1].end == joined:
                start = self._italics.pop().start
            self._italics.append(Span(start, end))
        if not self._style & _BOLD:
            self._plain = True
        self._gap = raw[-1].isspace()

    def append(self, words: Printed) -> None:
        """Add words that were collected apart, after a break."""
        self._settle()
        start = self._length + bool(self._parts)
        self.space()
        self.add(words.text, 0)
        self._italics += [Span(s.start + start, s.end + start) for s in words.italics]
        self._notes += [NoteCall(n.offset + start, n.marker) for n in words.notes]
        self.space()

    def apart(self, element: etree._Element, name: str, style: int) -> None:
        """Deal with what is not simply words."""
        if name == "authorialNote":
            self._call(self.notes.add(element))
        elif name == "noteRef":
            self._call(" ".join((element.get("marker") or "*").split()))
        elif is_entity(element):
            self.add(element.text or "", style)

    def _call(self, marker: str) -> None:
        self._settle()
        self._notes.append(NoteCall(self._length, marker))

    def walk(self, element: etree._Element, style: int = 0, depth: int = 0) -> None:
        """Add the words of an element and of everything in it."""
        name = _NAMES[element.tag]
        if name in self.APART:
            self.apart(element, name, style)
            return
        style |= _STYLES.get(element.get("class") or "", 0) if name == "span" else _TAGS.get(name, 0)
        if name in _BREAKS:
            self.space()
        if depth > _DEEP:
            self.add("".join(map(str, element.itertext())), style)
            return
        if text := element.text:
            self.add(text, style)
        for child in element:
            self.walk(child, style, depth + 1)
            if tail := child.tail:
                self.add(tail, style)
        if name in _BREAKS:
            self.space()


def ordinary(text: str) -> str:
    """The text with ordinary hyphens and without what is not seen."""
    if not text.isascii():
        for special, plain in _ORDINARY:  # ten times as fast as a look for any of them
            text = text.replace(special, plain)
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
