"""Where lines stand in the styles of a house: beside its text, where its styles leave that to the hand.

Lengths are twentieths of a point. Our own pages indent the text by `MARGIN`; a house may indent it otherwise, and then
everything that stands by it moves with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from assistant.export.styles import MARGIN, STYLES, Style
from assistant.export.word.xml import element

_TEXT = "SingleTxt"
_MOVED = ("word/numbering.xml", "word/document.xml", "word/footnotes.xml")
_AFTER_SPACING = ("ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr", "pPrChange")
_BEFORE = qn("w:before")


@dataclass(frozen=True, slots=True)
class Placing:
    """What is set by hand."""

    left: int
    right: int
    """How far the text of the house is indented."""
    beside: Mapping[str, Style]
    """Our styles whose paragraphs the house leaves at the edge of the page."""
    spaced: Mapping[str, Style]
    """Our styles whose paragraphs the house leaves without room above."""

    @property
    def names(self) -> tuple[str, ...]:
        """Of the styles that leave something to the hand."""
        return tuple(style.name for style in STYLES if style.id in self.beside.keys() | self.spaced.keys())

    def moved(self, style: etree._Element) -> etree._Element:
        """One of our own styles, beside the text of the house."""
        self._shift(style)
        return style

    def applied(self, name: str, root: etree._Element) -> None:
        """Place the paragraphs of a part of our file that still names our own styles."""
        if name not in _MOVED:
            return
        self._shift(root)
        for properties in root.iter(qn("w:pPr")):
            used = properties.find(qn("w:pStyle"))
            own = "" if used is None else used.get(qn("w:val")) or ""
            if own in self.spaced:
                self._space(properties, self.spaced[own])
            if own in self.beside:
                self._indent(properties, self.beside[own])

    def _shift(self, root: etree._Element) -> None:
        by = self.left - MARGIN
        for indent in root.iter(qn("w:ind")) if by or self.right != MARGIN else ():
            self._set(indent, "w:left", by)
            if indent.get(qn("w:right")) == str(MARGIN):
                indent.set(qn("w:right"), str(self.right))
        for tab in root.iter(qn("w:tab")) if by else ():
            self._set(tab, "w:pos", by)

    @staticmethod
    def _set(of: etree._Element, name: str, by: int) -> None:
        if (now := of.get(qn(name))) is not None:
            of.set(qn(name), str(max(0, int(now) + by)))

    def _space(self, properties: etree._Element, style: Style) -> None:
        spacing = _child(properties, "spacing", _AFTER_SPACING)
        for name, room in (("before", style.before), ("after", style.after)):
            if room is not None and spacing.get(qn(f"w:{name}")) is None:
                spacing.set(qn(f"w:{name}"), str(room))

    def _indent(self, properties: etree._Element, style: Style) -> None:
        indent = _child(properties, "ind", _AFTER_SPACING[1:])
        wanted = {"left": self.left, "right": self.right if style.right else None}
        if not {qn("w:hanging"), qn("w:firstLine")} & set(indent.keys()):
            wanted["firstLine"] = 0
        for name, width in wanted.items():
            if width is not None and indent.get(qn(f"w:{name}")) is None:
                indent.set(qn(f"w:{name}"), str(width))


def placing_of(theirs: etree._Element, ids: Mapping[str, str], named: Collection[str]) -> Placing:
    """What the styles of a house leave to the hand.

    Args:
        theirs: the part word/styles.xml.
        ids: id of each of our styles → id of the style of that name.
        named: names of those of our styles that the house has.
    """
    sheet = {style.get(qn("w:styleId")) or "": style for style in theirs.iter(qn("w:style"))}
    has = [style for style in STYLES if style.name in named]
    left = right = MARGIN
    if any(style.id == _TEXT for style in has):
        text = _said(sheet, ids[_TEXT], "ind")
        left, right = _length(text, "left"), _length(text, "right")
    beside, spaced = {}, {}
    for style in has:
        indent = _said(sheet, ids[style.id], "ind")
        first = _length(indent, "left") - _length(indent, "hanging")
        if style.id != _TEXT and style.left == MARGIN and first < left:
            beside[style.id] = style
        if style.before is not None and _BEFORE not in _said(sheet, ids[style.id], "spacing"):
            spaced[style.id] = style
    return Placing(left, right, beside, spaced)


def _length(said: Mapping[str, str], name: str) -> int:
    found = said.get(qn(f"w:{name}"), "")
    return int(found) if found.lstrip("-").isdigit() else 0


def _said(sheet: Mapping[str, etree._Element], identity: str, tag: str) -> dict[str, str]:
    """Attributes of a setting of paragraphs, by the style itself and those that it is based on."""
    said: dict[str, str] = {}
    for style in _chain(sheet, identity):
        for setting in style.iterfind(f"{qn('w:pPr')}/{qn(f'w:{tag}')}"):
            said = {str(name): str(given) for name, given in setting.items()} | said
    return said


def _chain(sheet: Mapping[str, etree._Element], identity: str) -> Iterator[etree._Element]:
    seen = set[str]()
    while identity in sheet and identity not in seen:
        seen.add(identity)
        yield sheet[identity]
        based = sheet[identity].find(qn("w:basedOn"))
        identity = "" if based is None else based.get(qn("w:val")) or ""


def _child(properties: etree._Element, tag: str, before: tuple[str, ...]) -> etree._Element:
    """A setting of a paragraph, made in its place of the schema where it is not there."""
    found = properties.find(qn(f"w:{tag}"))
    if found is None:
        found = element(f"w:{tag}")
        later = [child for child in properties if etree.QName(child).localname in before]
        if later:
            later[0].addprevious(found)
        else:
            properties.append(found)
    return found
