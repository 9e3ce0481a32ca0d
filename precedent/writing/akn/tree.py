"""Building elements of AKN4UN."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MIXED: Final = frozenset(
    f"{{{NAMESPACE}}}{name}"
    for name in ("p", "num", "heading", "subheading", "crossHeading", "listIntroduction")
)


def legal(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def sub(parent: etree._Element, name: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    """A new last child; an attribute named with a closing underscore has none in the file."""
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    for key, value in attributes.items():
        element.set(key.rstrip("_"), legal(value))
    if text is not None:
        element.text = legal(text)
    return element


def indent(element: etree._Element, depth: int = 0) -> None:
    """Put every element on a line of its own, but nothing into lines of text, where white space counts."""
    if element.tag in _MIXED or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        indent(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth
