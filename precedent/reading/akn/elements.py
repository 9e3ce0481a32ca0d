"""The elements of the UN's XML, by what they are to a text."""

from __future__ import annotations

from typing import Final

from lxml import etree

from precedent.reading.akn.runs import local

HEADS: Final = frozenset({"heading", "subheading"})
CONTENT: Final = frozenset({"content", "intro", "p", "listIntroduction", "block", "span", "inline", "wrapUp"})
LISTS: Final = frozenset({"list", "sublist", "blockList"})
UNITS: Final = frozenset({"paragraph", "point", "item", "alinea", "indent", "clause", "subparagraph", "rule"})
DIVISIONS: Final = frozenset(
    {"section", "part", "title", "subsection", "chapter", "subpart", "division", "article"}
)
BLOCKS: Final = LISTS | {
    "embeddedStructure",
    "quotedStructure",
    "table",
    "container",
    "paragraph",
    "point",
    "item",
}
"""What cannot stand in a line of text."""

HOLDERS: Final = BLOCKS | DIVISIONS | HEADS | {"p", "attachment", "doc", "mainBody", "statement", "content"}
SILENT: Final = frozenset({"meta", "decoration", "img", "documentRef"})


def introduction(element: etree._Element) -> etree._Element | None:
    """The introduction of a list."""
    first = element[0] if local(element) in LISTS and len(element) else None
    return first if first is not None and local(first) in ("intro", "listIntroduction") else None


def is_head(content: etree._Element) -> bool:
    """Whether a paragraph holds nothing but a heading that was put in as if it were words."""
    lines = list(content)
    return bool(lines) and all(map(_holds_heads, lines))


def _holds_heads(line: etree._Element) -> bool:
    for child in line:
        if local(child) not in HEADS or (child.tail and not child.tail.isspace()):
            return False
    return len(line) > 0 and not (line.text or "").strip()
