"""Real numbering: one abstract list and one instance for every list of the layout."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.export.blocks import Item, List
from assistant.export.styles import TABS, indent
from assistant.export.word.xml import element, value

_FORMATS = (
    ("decimal", "%1."),
    ("lowerLetter", "(%2)"),
    ("lowerRoman", "(%3)"),
    ("lowerLetter", "%4."),
    ("lowerLetter", "%5."),
)


_OF_HEADINGS = {"A": "upperLetter", "I": "upperRoman", "1": "decimal"}


def numbering_xml(lists: Sequence[List]) -> BaseOxmlElement:
    """The part word/numbering.xml; lists count from 1, as Word's do."""
    return element(
        "w:numbering",
        None,
        *(_abstract(number, of) for number, of in enumerate(lists, 1)),
        *(_instance(number) for number in range(1, len(lists) + 1)),
    )


def numbered(item: Item) -> BaseOxmlElement:
    """What a paragraph says to be counted."""
    return element("w:numPr", None, value("w:ilvl", item.level), value("w:numId", item.list + 1))


def _instance(number: int) -> BaseOxmlElement:
    return element("w:num", {"w:numId": number}, value("w:abstractNumId", number))


def _abstract(number: int, of: List) -> BaseOxmlElement:
    levels = [
        _level(level, start, format_, text, *indent(level, of.role))
        for level, (start, (format_, text)) in enumerate(zip(of.starts, _FORMATS, strict=True))
    ]
    if of.style is not None:
        form = _OF_HEADINGS[of.style.first], f"%1{of.style.end}"
        levels[0] = _level(0, of.starts[0], *form, *indent(0, of.role))
    return element(
        "w:abstractNum",
        {"w:abstractNumId": number},
        value("w:nsid", f"{0x50480000 + number:08X}"),
        value("w:multiLevelType", "multilevel"),
        *levels,
    )


def _level(level: int, start: int, format_: str, text: str, left: int, first: int) -> BaseOxmlElement:
    tab = next(at for at in TABS if at > left + first)
    return element(
        "w:lvl",
        {"w:ilvl": level},
        value("w:start", start),
        value("w:numFmt", format_),
        value("w:suff", "tab"),
        value("w:lvlText", text),
        value("w:lvlJc", "left"),
        element(
            "w:pPr",
            None,
            element("w:tabs", None, element("w:tab", {"w:val": "num", "w:pos": tab})),
            element("w:ind", {"w:left": left, "w:hanging" if first < 0 else "w:firstLine": abs(first)}),
        ),
    )
