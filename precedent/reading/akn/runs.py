"""The words of one paragraph of the UN's XML: text, italic runs and the places where notes are called.

The text comes out as the contract wants it: one ordinary space for any run of white space, ordinary hyphens and
spaces for non-breaking ones, no soft hyphens; quotation marks and dashes as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from precedent.resolution import Footnote, NoteCall, Span

_GONE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
PLAIN: Final = str.maketrans(dict.fromkeys(_GONE) | {"\u2010": "-", "\u2011": "-"})
"""What `precedent.wording.plain` replaces; here chunk by chunk, to keep the offsets. Splitting at white space does the
rest: it knows the non-breaking spaces."""

_FOLDED: Final = re.compile(f"[{_GONE}\u2010\u2011]")
_STYLES: Final = {"italic": 1, "bold": 2, "bold italic": 3}
_ITALIC, _BOLD = 1, 2
_TAGS: Final = {"i": _ITALIC, "b": _BOLD}
_BREAKS: Final = frozenset(
    {"p", "eol", "br", "li", "td", "th", "tr", "num", "heading", "subheading", "docType", "docTitle"}
)
_SPECIAL: Final = frozenset({"", "authorialNote", "noteRef"})
_DEEP: Final = 150
"""Elements nested deeper than this are read as plain text: no real paragraph is."""

_NAMES: dict[str, str] = {}


def local(element: etree._Element) -> str:
    """Name of an element without its namespace; empty for comments, instructions and entities."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    name = _NAMES.get(tag)
    if name is None:
        name = tag.rpartition("}")[2]
        if len(_NAMES) < 1000:  # a hostile file may invent names without end
            _NAMES[tag] = name
    return name


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
    """Collects the words of one paragraph.

    `on_block` is called with an element that cannot stand inside a line of text (a table, a list, a text
    quoted with its own paragraphs); what was collected so far is then still in `take()`.
    """

    __slots__ = ("_blocks", "_gap", "_italics", "_length", "_notes", "_on_block", "_parts", "_plain", "notes")

    def __init__(
        self,
        notes: Notes,
        on_block: Callable[[etree._Element], None] | None = None,
        blocks: frozenset[str] = frozenset(),
    ) -> None:
        self.notes = notes
        self._on_block = on_block
        self._blocks = blocks
        self._clear()

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = False
        self._italics: list[tuple[int, int]] = []
        self._notes: list[NoteCall] = []
        self._plain = False

    def take(self) -> Printed:
        """What was collected; the next words begin a new text."""
        printed = Printed(
            "".join(self._parts),
            tuple(Span(start, end) for start, end in self._italics),
            tuple(self._notes),
            bold=bool(self._parts) and not self._plain,
        )
        self._clear()
        return printed

    @property
    def empty(self) -> bool:
        """Whether nothing was collected, not even a call of a note."""
        return not self._parts and not self._notes

    def space(self) -> None:
        """A break of a line or a paragraph, which the text shows as one space."""
        self._gap = True

    def add(self, chunk: str, style: int) -> None:
        """Add words in a style."""
        if not chunk.isascii() and _FOLDED.search(chunk):  # searching is ten times as fast as translating
            chunk = chunk.translate(PLAIN)
        words = chunk.split()
        if not words:
            self._gap = self._gap or bool(chunk)
            return
        start = self._length
        joined = start
        if start and (self._gap or chunk[0].isspace()):
            self._parts.append(" ")
            start += 1
        text = " ".join(words)
        self._parts.append(text)
        self._length = end = start + len(text)
        if style & _ITALIC:
            if self._italics and self._italics[-1][1] == joined:
                start = self._italics.pop()[0]
            self._italics.append((start, end))
        if not style & _BOLD:
            self._plain = True
        self._gap = chunk[-1].isspace()

    def append(self, words: Printed) -> None:
        """Add words that were collected apart, after a break."""
        start = self._length + bool(self._parts)
        self.space()
        self.add(words.text, 0)
        self._italics += [(s.start + start, s.end + start) for s in words.italics]
        self._notes += [NoteCall(n.offset + start, n.marker) for n in words.notes]
        self._gap = True

    def _other(self, element: etree._Element, name: str, style: int) -> bool:
        """Deal with what is not simply words; False where it is after all."""
        if name == "authorialNote":
            self._notes.append(NoteCall(self._length, self.notes.add(element)))
        elif name == "noteRef":
            self._notes.append(NoteCall(self._length, " ".join((element.get("marker") or "*").split())))
        elif not name:
            self.add(element.text or "" if is_entity(element) else "", style)
        elif self._on_block is not None:
            self._on_block(element)
        else:
            return False
        return True

    def walk(self, element: etree._Element, style: int = 0, depth: int = 0) -> None:
        """Add the words of an element and of everything in it."""
        name = local(element)
        if (name in _SPECIAL or name in self._blocks) and self._other(element, name, style):
            return
        style |= _STYLES.get(element.get("class") or "", 0) if name == "span" else _TAGS.get(name, 0)
        if name in _BREAKS:
            self._gap = True
        if depth > _DEEP:
            self.add("".join(map(str, element.itertext())), style)
            return
        if element.text:
            self.add(element.text, style)
        for child in element:
            self.walk(child, style, depth + 1)
            if child.tail:
                self.add(child.tail, style)
        if name in _BREAKS:
            self._gap = True


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
