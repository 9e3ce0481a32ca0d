"""The marks that a plain text carries: links, stars for italics, superscript digits that call a note.

They are taken out of the words and become spans and places. What only looks like a mark stays in the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from precedent.resolution import NoteCall, Span
from precedent.wording import plain

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_LONGEST = 500
"""Characters that a run of italics may take; beyond it a star is a star."""
_MARK = re.compile(
    rf"\\(?P<escaped>[\\`*_{{}}\[\]()#+.!<>|~-])"
    rf"|\[(?P<link>(?:\\.|[^\[\]\\])*)\]\((?P<address>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
    rf"|<(?P<bare>(?:https?://|www\.)[^<>\s]+|[A-Z][\w.]*(?:/[\w.()-]+)+)>"
    rf"|(?P<calls>[{SUPERSCRIPTS}]+(?:[,\s]{{1,2}}[{SUPERSCRIPTS}]+)*)"
    rf"|\[(?P<bracket>\d{{1,3}})\]"
    rf"|(?P<stars>\*{{1,3}})(?=[^\s*])(?P<starred>.{{1,{_LONGEST}}}?)(?<=[^\s*])(?P=stars)(?!\*)"
    rf"|(?<!\w)_(?=[^\s_])(?P<underlined>[^_]{{1,{_LONGEST}}}?)(?<=\S)_(?!\w)",
    re.DOTALL,
)
_UNIT = re.compile(r"(?:^|[\s\d(])(?:k|c|m|d|h)?m$")
_BRACKETS = re.compile(r"\[\d{1,3}\]$")
_STRIPPED = f"*_ \t\u00a0{SUPERSCRIPTS}"


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of one paragraph, what is italic in them and where notes are called."""

    text: str
    italics: tuple[Span, ...]
    notes: tuple[NoteCall, ...]
    lost: tuple[str, ...]
    """Addresses of links, which the anatomy cannot hold."""


class _Words:
    """Words as they are gathered: white space stays single although marks are taken out of it."""

    def __init__(self, *, brackets: bool) -> None:
        self.brackets = brackets
        self.text = ""
        self.italics: list[Span] = []
        self.notes: list[NoteCall] = []
        self.lost: list[str] = []

    def add(self, words: str) -> None:
        self.text += words.lstrip(" ") if not self.text or self.text.endswith(" ") else words

    def call(self, marker: str) -> None:
        self.notes.append(NoteCall(len(self.text.rstrip(" ")), marker))

    def read(self, source: str, *, italic: bool = False) -> None:
        done = 0
        for found in _MARK.finditer(source):
            self.add(source[done : found.start()])
            done = found.end()
            self._mark(found, italic=italic)
        self.add(source[done:])

    def _mark(self, found: re.Match[str], *, italic: bool) -> None:
        kind = found.lastgroup or ""
        if kind == "address":
            self._link(found["link"], found["address"], italic=italic)
        elif kind in ("starred", "underlined"):
            start = len(self.text)
            slanted = found["stars"] != "**"
            self.read(found[kind], italic=italic or slanted)
            end = len(self.text.rstrip(" "))
            if slanted and not italic and start < end:
                self.italics.append(Span(start, end))
        elif kind == "calls" and not _UNIT.search(self.text[-4:]):
            for marker in re.findall(f"[{SUPERSCRIPTS}]+", found["calls"]):
                self.call(marker.translate(_DIGITS))
        elif kind == "bracket" and self.brackets:
            self.call(found["bracket"])
        else:
            self.add(found["escaped"] or found["bare"] or found.group())

    def _link(self, words: str, address: str, *, italic: bool) -> None:
        before = len(self.text)
        self.read(words, italic=italic)
        if address.strip("#<>") not in ("", self.text[before:]):
            self.lost.append(address)


def read_marks(source: str, *, brackets: bool = False) -> Marked:
    """The words of a paragraph without their marks.

    Args:
        source: the paragraph as it stands in the file, its lines joined.
        brackets: whether `[1]` calls a note in this text.
    """
    words = _Words(brackets=brackets)
    words.read(plain(source))
    text = words.text.rstrip(" ")
    italics = tuple(Span(s.start, min(s.end, len(text))) for s in words.italics)
    return Marked(text, italics, tuple(words.notes), tuple(words.lost))


def bare(source: str) -> str:
    """A line without the marks at its ends, to see what it says."""
    return read_marks(source).text.strip("*_ ")


def number_of(superscript: str) -> str:
    """¹² → "12"."""
    return superscript.translate(_DIGITS)


def ending(source: str) -> str:
    """The punctuation that a paragraph ends with; empty where its last sentence is not closed."""
    text = source.rstrip(_STRIPPED)
    while called := _BRACKETS.search(text[-5:]):
        text = text[: called.start() - len(text[-5:])].rstrip(_STRIPPED)
    if text[-1:] in "”’\"')" and text[-2:-1] in ",;.:?!…" and len(text) > 1:
        text = text[:-1]
    return text[-1:] if text[-1:] in ",;.:?!…" else ""
