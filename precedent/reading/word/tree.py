"""Ways through the tree of a part of Word: past content controls, changes and forms for other programs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from precedent.reading.akn.runs import local
from precedent.reading.word.revisions import Change, Revisions, cancels
from precedent.reading.word.styles import value
from precedent.reading.word.words import Token

WORDS: Final = frozenset({"t", "delText"})
SPACES: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""What stands for white space or a hyphen."""
DEEPEST: Final = 120
"""Elements nested deeper than this are read as plain words."""
NOT_WORDS: Final = frozenset(
    {
        "pPr",
        "rPr",
        "instrText",
        "delInstrText",
        "footnoteRef",
        "endnoteRef",
        "rt",
        "sdtPr",
        "sdtEndPr",
        "tblPr",
    }
    | {"trPr", "tcPr", "tblGrid", "fldChar", "sectPr", "annotationRef", "separator", "continuationSeparator"}
    | {"Fallback", "numberingChange", "data", "ffData", "oMathParaPr", "ctrlPr"}
)
"""Elements in which no words of the text stand."""
_SYMBOLS: Final = {
    0x2A: "*",
    0xB7: "•",
    0xA7: "•",
    0xD8: "•",
    0xFC: "✓",
    0x2D: "−",
    0xB0: "°",
    0xA3: "≤",
    0xB3: "≥",
}


def symbol(part: etree._Element) -> str:
    """A character of a font of signs, as far as there is one that everyone has."""
    code = value(part, "char") or ""
    if not re.fullmatch("[0-9A-Fa-f]{1,5}", code):
        return ""
    number = int(code, 16)
    if 0xF000 <= number <= 0xF0FF:
        number -= 0xF000
        return _SYMBOLS.get(number) or (chr(number) if 0x20 < number < 0x7F else "•")
    return chr(number) if number >= 0x20 and not 0xD800 <= number <= 0xDFFF else ""


def chosen(element: etree._Element) -> etree._Element:
    """Of two forms of the same thing the first."""
    choices = [part for part in element if local(part) == "Choice"]
    fallbacks = [part for part in element if local(part) == "Fallback"]
    return next(iter(choices + fallbacks), element)


def outermost(element: etree._Element, name: str) -> list[etree._Element]:
    """Elements of a name that stand in no other of that name."""
    found = []
    for part in element:
        if local(part) == name:
            found.append(part)
        elif local(part) == "AlternateContent":
            found += outermost(chosen(part), name)
        else:
            found += outermost(part, name)
    return found


def _within(
    container: etree._Element, wanted: frozenset[str], revisions: Revisions, depth: int
) -> Iterable[etree._Element]:
    """Elements of some names, also within content controls and the like."""
    for element in container:
        name = local(element)
        if name in wanted:
            yield element
        elif name == "AlternateContent" and depth < DEEPEST:
            yield from _within(chosen(element), wanted, revisions, depth + 1)
        elif name not in NOT_WORDS and len(element) and depth < DEEPEST and revisions.keeps(element):
            yield from _within(element, wanted, revisions, depth + 1)


def blocks_of(container: etree._Element, revisions: Revisions, depth: int) -> Iterable[etree._Element]:
    """Paragraphs, tables and embedded files of a story, and where comments on some begin."""
    wanted = frozenset({"p", "tbl", "altChunk", "commentRangeStart"})
    return _within(container, wanted, revisions, depth)


def rows_of(table: etree._Element, revisions: Revisions, depth: int) -> Iterable[etree._Element]:
    """The rows of a table, also those that stand in the other version."""
    return _within(table, frozenset({"tr"}), revisions, depth)


def cells_of(row: etree._Element, revisions: Revisions, depth: int) -> Iterable[etree._Element]:
    """The cells of a row, also those that stand in the other version."""
    return _within(row, frozenset({"tc"}), revisions, depth)


def lost(element: etree._Element, change: Change | None) -> list[Token]:
    """The words that a change keeps out of the version that is read, and the comments that begin or end among them."""
    words = _words_within(element, cancels(change)) if change else ""
    gone = [Token("", gone=words, change=change)] if words else []
    marks = [mark for part in element.iter() if (mark := comment_mark(part))]
    return [*(mark for mark in marks if mark.opens), *gone, *(mark for mark in marks if not mark.opens)]


def comment_mark(part: etree._Element) -> Token | None:
    """Where the words of a comment begin or end, or, where the file names no words, its place."""
    name = local(part)
    if name not in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        return None
    identity = value(part, "id") or ""
    return Token(
        "",
        opens="" if name == "commentRangeEnd" else identity,
        closes="" if name == "commentRangeStart" else identity,
    )


def _words_within(element: etree._Element, skipped: frozenset[str]) -> str:
    """All words in an element, without those in elements of some names."""
    found: list[str] = []
    waiting = list(reversed(element))
    while waiting:
        part = waiting.pop()
        name = local(part)
        if name in WORDS:
            found.append("".join(map(str, part.itertext())))
        elif name in SPACES:
            found.append(SPACES[name])
        elif name == "sym":
            found.append(symbol(part))
        elif name == "AlternateContent":
            waiting += reversed(chosen(part))
        elif name not in NOT_WORDS and name not in skipped:
            waiting += reversed(part)
        if name == "p":
            found.append("\n")
    return "".join(found)
