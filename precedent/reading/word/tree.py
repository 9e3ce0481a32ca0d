"""Ways through the tree of a part of Word: past content controls, changes and forms for other programs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from precedent.reading.akn.runs import local
from precedent.reading.word.revisions import Revisions
from precedent.reading.word.styles import child, value

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
ON: Final = ("1", "true", "on")
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
    """Paragraphs, tables and embedded files of a story."""
    return _within(container, frozenset({"p", "tbl", "altChunk"}), revisions, depth)


def rows_of(table: etree._Element, revisions: Revisions, depth: int) -> Iterable[etree._Element]:
    """The rows of a table that stand in the version that is read."""
    rows = _within(table, frozenset({"tr"}), revisions, depth)
    return (row for row in rows if revisions.keeps_part(child(row, "trPr")))


def cells_of(row: etree._Element, revisions: Revisions, depth: int) -> Iterable[etree._Element]:
    """The cells of a row that stand in the version that is read."""
    cells = _within(row, frozenset({"tc"}), revisions, depth)
    return (cell for cell in cells if revisions.keeps_part(child(cell, "tcPr")))
