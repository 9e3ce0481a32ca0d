"""House style: a finished document in the styles of another one.

Any .docx will do that has the named styles (those of the United Nations' own template, or of a secretariat). Styles
go by their name; what the other document lacks is taken from ours and named. Its paper, its margins and the indent of
its text come along; its text, heads, feet, properties and everything that tells who worked on it do not.

The United Nations' own files set sponsors, titles and notes by hand: their styles leave them at the edge of the page.
Where a style does that, the paragraphs are placed by hand here too, beside the text of the house (`placing`).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.ns import nsmap, qn
from lxml import etree

from assistant.export.errors import ExportError
from assistant.export.word.package import EPOCH
from assistant.export.word.placing import Placing, placing_of
from assistant.export.word.styles import styles_xml
from assistant.export.word.xml import ALTERNATIVES
from precedent.errors import UnreadableFileError
from precedent.reading.word.package import Package

_USED = ("pStyle", "rStyle")
_REFERS = ("basedOn", "next", "link")
_PARTS = ("theme", "fontTable")
_SETTINGS = ("pgSz", "pgMar")
_LEFT_BEHIND = (qn("w:rsid"), qn("w:numPr"))
_RELATED = nsmap["r"]


@dataclass(frozen=True, slots=True)
class House:
    """What a document is dressed in."""

    styles: bytes
    """The part word/styles.xml, with ours at its end where one was lacking."""
    ids: Mapping[str, str]
    """Id of each of our styles → id of the style of that name."""
    lacks: tuple[str, ...]
    """Names of the styles that were taken from ours, but for those that say no more than a level."""
    page: Mapping[str, Mapping[str, str]]
    """Attributes of the size of the paper and of the margins; empty where the document does not say."""
    parts: Mapping[str, bytes]
    """Other parts that styles rely on, by their names in our files."""
    placing: Placing
    """What its styles leave to the hand."""


def house_of(data: bytes, name: str) -> House:
    """The styles of a Word file.

    Raises:
        ExportError: it is no Word file, is damaged, or has none of the styles at all.
    """
    if not data.startswith(b"PK"):
        raise ExportError(f"{name}: is no Word file; a template is a .docx with the named styles")
    try:
        package = Package(data, name)
        found = [
            part
            for path in package.related(package.main, "styles")
            if (part := package.part(path)) is not None
        ]
        main = package.part(package.main)
        others = {
            f"word/{'theme/theme1' if kind == 'theme' else kind}.xml": etree.tostring(_alone(part))
            for kind in _PARTS
            for path in package.related(package.main, kind)[:1]
            if (part := package.part(path)) is not None
        }
    except UnreadableFileError as problem:
        raise ExportError(f"{problem}; a template is a .docx with the named styles") from problem
    theirs = _alone(found[0]) if found else etree.Element(qn("w:styles"))
    by_name = {_name(style): style.get(qn("w:styleId")) or "" for style in theirs.iter(qn("w:style"))}
    ours = list(styles_xml().iter(qn("w:style")))
    missing = [style for style in ours if _name(style) not in by_name]
    if len(missing) == len(ours):
        wanted = ", ".join(_name(style) for style in ours[3:8])
        raise ExportError(f"{name} has none of the styles that a resolution is set in ({wanted} …)")
    ids = {style.get(qn("w:styleId")) or "": by_name.get(_name(style), "") for style in ours}
    taken = set(by_name.values())
    for style in missing:
        own = style.get(qn("w:styleId")) or ""
        ids[own] = own if own not in taken else f"Penholder{own}"
    placing = placing_of(theirs, ids, set(by_name))
    theirs.extend(placing.moved(_moved_in(style, ids)) for style in missing)
    return House(
        styles=etree.tostring(theirs, encoding="UTF-8", standalone=True),
        ids=ids,
        lacks=tuple(
            _name(style) for style in missing if style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is None
        ),
        page=_page(main),
        parts=others,
        placing=placing,
    )


def _alone(part: etree._Element) -> etree._Element:
    """A part by itself: without marks of who saved it when, and without what refers to files that do not come along.

    Numbers that a style counts go by the lists of the house, which stay behind as well.
    """
    own = deepcopy(part)
    for element in list(own.iter(etree.Element)):
        above = element.getparent()
        bound = any(etree.QName(name).namespace == _RELATED for name in element.attrib)
        if above is not None and (bound or element.tag in _LEFT_BEHIND):
            above.remove(element)
    return own


def dressed(data: bytes, house: House) -> bytes:
    """A finished document in the styles of a house."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(stream, "w") as out:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "word/styles.xml":
                content = house.styles
            elif name in house.parts:
                content = house.parts[name]
            elif name.startswith("word/") and name.endswith(".xml"):
                content = _in_styles(name, content, house)
            out.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _in_styles(name: str, content: bytes, house: House) -> bytes:
    root = etree.fromstring(content)
    house.placing.applied(name, root)
    _take_back(root)
    for used in root.iter(*(qn(f"w:{tag}") for tag in _USED)):
        own = used.get(qn("w:val")) or ""
        used.set(qn("w:val"), house.ids.get(own, own))
    for tag, attributes in house.page.items():
        for setting in root.iter(qn(f"w:{tag}")):
            for attribute, given in attributes.items():
                setting.set(attribute, given)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _take_back(root: etree._Element) -> None:
    """Letters and paddings of single paragraphs that were measured for our own page and font."""
    for properties in root.iter(qn("w:rPr"), qn("w:pPr")):
        for choice in properties.findall(ALTERNATIVES):
            properties.remove(choice)


def _moved_in(style: etree._Element, ids: Mapping[str, str]) -> etree._Element:
    moved = deepcopy(style)
    moved.attrib.pop(qn("w:default"), None)  # a house has its own
    moved.set(qn("w:styleId"), ids[style.get(qn("w:styleId")) or ""])
    for reference in moved.iter(*(qn(f"w:{tag}") for tag in _REFERS)):
        own = reference.get(qn("w:val")) or ""
        reference.set(qn("w:val"), ids.get(own, own))
    return moved


def _name(style: etree._Element) -> str:
    name = style.find(qn("w:name"))
    return (name.get(qn("w:val")) or "") if name is not None else ""


def _page(main: etree._Element | None) -> dict[str, dict[str, str]]:
    """Size of the paper and margins of the last section, heads and feet left where ours are."""
    sections = list(() if main is None else main.iter(qn("w:sectPr")))
    return {tag: dict(_settings(sections[-1], tag)) for tag in _SETTINGS if sections}


def _settings(section: etree._Element, tag: str) -> Iterator[tuple[str, str]]:
    setting = section.find(qn(f"w:{tag}"))
    for name, given in () if setting is None else setting.items():
        if name in {qn(f"w:{side}") for side in ("w", "h", "orient", "left", "right")}:
            yield name, given
