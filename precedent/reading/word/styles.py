"""The styles of a Word file: what each makes of a paragraph and how it sets its words.

Names are those of the templates of the United Nations (CONVENTIONS 1.11), in New York and Geneva, and those that Word
brings along; a style that is based on one of them is one of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from lxml import etree

from precedent.reading.akn.runs import local

_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ON: Final = ("1", "true", "on")
OFF: Final = ("0", "false", "off", "none")


class Role(Enum):
    """What a style says that a paragraph is."""

    UNKNOWN = "unknown"
    SESSION = "session"
    COMMITTEE = "committee"
    AGENDA_ITEM = "agenda item"
    AGENDA_TITLE = "agenda title"
    SPONSORS = "sponsors"
    ORIGIN = "origin"
    BRACKET = "bracket"
    TITLE = "title"
    TEXT = "text"
    FIRST_LINE = "text whose first line is set in"
    HEADING = "heading"
    SECTION = "section"
    ADOPTION = "adoption"
    NOTE = "note"


_ROLES: Final = {
    "session": Role.SESSION,
    "committee": Role.COMMITTEE,
    "agendaitemnormal": Role.AGENDA_ITEM,
    "agendatitleh2": Role.AGENDA_TITLE,
    "sponsors": Role.SPONSORS,
    "titlehch": Role.ORIGIN,
    "origin": Role.BRACKET,
    "titleh1": Role.TITLE,
    "title": Role.TITLE,
    "singletxt": Role.TEXT,
    "singletxtfirstline": Role.FIRST_LINE,
    "section": Role.SECTION,
    "adoption": Role.ADOPTION,
    "footnotetext": Role.NOTE,
    "endnotetext": Role.NOTE,
}
_RANKS: Final = {"m": 0, "ch": 1, "1": 2, "2": 3, "23": 3, "3": 3, "4": 4, "5": 5, "56": 5, "6": 5}
_HEADING: Final = re.compile(r"(?:text)?h(?P<rank>m|ch|23|56|[1-6])|heading(?P<depth>[1-9])")


@dataclass(frozen=True, slots=True)
class Look:
    """How words are set; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None

    def over(self, other: Look) -> Look:
        """This look where it says something, else the other."""
        return Look(
            *(
                mine if mine is not None else theirs
                for mine, theirs in (
                    (self.bold, other.bold),
                    (self.italic, other.italic),
                    (self.raised, other.raised),
                    (self.hidden, other.hidden),
                )
            )
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it takes from those it is based on."""

    role: Role = Role.UNKNOWN
    rank: int = 9
    """Of a heading: the lower the higher."""
    look: Look = Look()
    numbering: str = ""
    """Id of the list that counts its paragraphs."""
    level: int = 0
    first: bool = False
    """Whether the first line is set in."""
    names: tuple[str, ...] = ()
    """Its id and those of the styles that it is based on."""


class Styles:
    """The styles by their ids; one that is missing or odd is an ordinary one."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._default = ""
        for element in () if root is None else root:
            if local(element) == "style" and (identity := value(element, "styleId")):
                self._elements.setdefault(identity, element)
                if value(element, "type") == "paragraph" and value(element, "default") in ON:
                    self._default = identity

    def paragraph(self, identity: str) -> Style:
        """The style of a paragraph; the usual one where it names none."""
        return self.style(identity or self._default)

    def style(self, identity: str) -> Style:
        """A style by its id."""
        if identity not in self._known:
            self._known[identity] = self._built(identity)
        return self._known[identity]

    def _built(self, identity: str) -> Style:
        found = Style()
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while identity in self._elements and identity not in seen and len(chain) < 40:
            seen.add(identity)
            chain.append(self._elements[identity])
            identity = setting(chain[-1], "basedOn") or ""
        for element in reversed(chain):
            found = _styled(element, found)
        return replace(found, names=tuple(value(element, "styleId") or "" for element in chain))


def _styled(element: etree._Element, base: Style) -> Style:
    role, rank = base.role, base.rank
    of_text = value(element, "type") == "paragraph"
    name = re.sub(r"[\W_]", "", (setting(element, "name") or "").lower()).removesuffix("g")
    heading = _HEADING.fullmatch(name)
    properties = child(element, "pPr")
    outline = setting(properties, "outlineLvl") or ""
    if name in _ROLES:
        role = _ROLES[name]
    elif heading:
        role = Role.HEADING
        rank = _RANKS[heading["rank"]] if heading["rank"] else int(heading["depth"]) + 1
    elif role is Role.UNKNOWN and of_text and outline.isdigit() and int(outline) < 9:
        role, rank = Role.HEADING, int(outline) + 2
    numbering, level = numbered(properties)
    return Style(
        role=role,
        rank=rank,
        look=look(child(element, "rPr")).over(base.look),
        numbering=base.numbering if numbering is None else numbering,
        level=base.level if level is None else level,
        first=base.first if (first := first_line(properties)) is None else first,
    )


def numbered(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """Which list counts a paragraph, and at which level; None where nothing is said."""
    given = child(properties, "numPr")
    level = setting(given, "ilvl") or ""
    return setting(given, "numId"), int(level) if re.fullmatch(r"[0-8]", level) else None


def first_line(properties: etree._Element | None) -> bool | None:
    """Whether the first line is set in; None where nothing is said."""
    indent = child(properties, "ind")
    if indent is None:
        return None
    first = value(indent, "firstLine") or ("0" if value(indent, "hanging") else "")
    return bool(re.fullmatch(r"[1-9]\d*", first)) if first else None


def look(properties: etree._Element | None) -> Look:
    """What the properties of a run or a style say of its words."""
    raised = setting(properties, "vertAlign")
    return Look(
        _switch(properties, "b"),
        _switch(properties, "i"),
        None if raised is None else raised == "superscript",
        _switch(properties, "vanish"),
    )


def _switch(properties: etree._Element | None, name: str) -> bool | None:
    found = child(properties, name)
    return None if found is None else (value(found, "val") or "1") not in OFF


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name, in either form of the format."""
    if element is None or not len(element):
        return None
    found = element.find(f"{W}{name}")
    return element.find(f"{_STRICT}{name}") if found is None else found


def value(element: etree._Element, name: str) -> str | None:
    """An attribute, in either form of the format."""
    found = element.get(f"{W}{name}")
    return element.get(f"{_STRICT}{name}") if found is None else found


def relation(element: etree._Element, name: str = "id") -> str:
    """The id with which an element refers to another part or a place outside the file; empty where it has none."""
    return next((text for key, text in element.items() if key.endswith(f"/relationships}}{name}")), "")


def setting(element: etree._Element | None, name: str) -> str | None:
    """The value of a child that holds nothing else: `<w:jc w:val="both"/>`."""
    found = child(element, name)
    return None if found is None else value(found, "val")
