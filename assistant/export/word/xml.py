"""Elements of WordprocessingML in one line each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from assistant.export.characters import writable

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ALTERNATIVES = f"{{{_COMPATIBILITY}}}AlternateContent"
_WORD_2013 = "http://schemas.microsoft.com/office/word/2012/wordml"
_ROOTS = ("w:document", "w:footnotes")
_SPACES = {"w": nsmap["w"], "r": nsmap["r"], "mc": _COMPATIBILITY, "w15": _WORD_2013}
"""Declared once at the top of a part, not at every link."""
_PIECES = re.compile("([\t\n\r\u2011\u00ad])")
_SPECIAL = {"\t": "w:tab", "\n": "w:br", "\r": "w:br", "\u2011": "w:noBreakHyphen", "\u00ad": "w:softHyphen"}


def element(
    tag: str,
    attributes: Mapping[str, str | int] | None = None,
    *children: BaseOxmlElement | None,
    text: str | None = None,
) -> BaseOxmlElement:
    """`element("w:ind", {"w:left": 1267})`; children that are None are left out."""
    made = OxmlElement(tag, nsdecls=_SPACES if tag in _ROOTS else None)
    for name, value in (attributes or {}).items():
        made.set(qn(name) if ":" in name else name, str(value))
    made.extend(child for child in children if child is not None)
    if text is not None:
        made.text = text
        if text != text.strip():
            made.set(qn("xml:space"), "preserve")
    return cast("BaseOxmlElement", made)


def value(tag: str, of: str | int) -> BaseOxmlElement:
    """`<w:jc w:val="both"/>`."""
    return element(tag, {"w:val": of})


def differing(word: BaseOxmlElement | None, *others: BaseOxmlElement) -> BaseOxmlElement:
    """One thing (or nothing) for Word 2013 and later, others for programs that set a page in another way.

    Markup compatibility (ECMA-376 part 3): whoever does not know the namespace named takes the second branch.
    """
    root = etree.Element(ALTERNATIVES, nsmap={"mc": _COMPATIBILITY, "w15": _WORD_2013})
    choice = etree.SubElement(root, f"{{{_COMPATIBILITY}}}Choice", Requires="w15")
    if word is not None:
        choice.append(word)
    etree.SubElement(root, f"{{{_COMPATIBILITY}}}Fallback").extend(others)
    return cast("BaseOxmlElement", root)


def pieces(text: str) -> Iterator[BaseOxmlElement]:
    """Content of a run: text with tabs, line breaks, non-breaking and soft hyphens as Word has them.

    Word takes U+2011 from another font, so it has an element of its own.
    """
    for piece in _PIECES.split(writable(text)):
        if piece in _SPECIAL:
            yield element(_SPECIAL[piece])
        elif piece:
            yield element("w:t", text=piece)
