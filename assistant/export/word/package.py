"""An empty Word file with our styles and settings, and a way of saving that gives the same bytes each time.

python-docx's own template carries hundreds of styles and its author's page; this one has what we use.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from assistant.export.blocks import Paper
from assistant.export.word.parts import core_xml, fonts_xml, settings_xml, theme_xml
from assistant.export.word.styles import styles_xml
from assistant.export.word.xml import element

EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def empty(
    numbering: BaseOxmlElement, *, title: str, created: dt.datetime | None, paper: Paper = Paper.LETTER
) -> WordDocument:
    """An open document without paragraphs: its paper, our styles, no author, and a date only if one is given."""
    kinds, links = CONTENT_TYPE, RELATIONSHIP_TYPE
    document = element("w:document", None, element("w:body", None, _page(paper)))
    parts: dict[str, tuple[str, str, etree._Element]] = {
        "word/styles.xml": (kinds.WML_STYLES, links.STYLES, styles_xml()),
        "word/settings.xml": (kinds.WML_SETTINGS, links.SETTINGS, settings_xml()),
        "word/numbering.xml": (kinds.WML_NUMBERING, links.NUMBERING, numbering),
        "word/fontTable.xml": (kinds.WML_FONT_TABLE, links.FONT_TABLE, fonts_xml()),
        "word/theme/theme1.xml": (kinds.OFC_THEME, links.THEME, theme_xml()),
    }
    roots = {
        "word/document.xml": (kinds.WML_DOCUMENT_MAIN, links.OFFICE_DOCUMENT, document),
        "docProps/core.xml": (kinds.OPC_CORE_PROPERTIES, links.CORE_PROPERTIES, core_xml(title, created)),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "[Content_Types].xml", _content_types({name: part[0] for name, part in (roots | parts).items()})
        )
        archive.writestr("_rels/.rels", _relationships({name: part[1] for name, part in roots.items()}))
        inside = {name.removeprefix("word/"): part[1] for name, part in parts.items()}
        archive.writestr("word/_rels/document.xml.rels", _relationships(inside))
        for name, (_, _, root) in (roots | parts).items():
            archive.writestr(name, etree.tostring(root, encoding="UTF-8", standalone=True))
    stream.seek(0)
    return Document(stream)


def saved(document: WordDocument) -> bytes:
    """The file. Members carry no time, so that one document always gives the same bytes."""
    stream, fixed = io.BytesIO(), io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive, zipfile.ZipFile(fixed, "w") as out:
        for name in archive.namelist():
            out.writestr(zipfile.ZipInfo(name, EPOCH), archive.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


_SIZES = {Paper.LETTER: (12240, 15840), Paper.A4: (11906, 16838)}
_WIDE = 9845
"""Of the content; the same on both papers, so that lines break alike."""


def _page(paper: Paper) -> BaseOxmlElement:
    wide, high = _SIZES[paper]
    left = (wide - _WIDE + 5) // 2
    edges = {
        "top": 1440,
        "right": wide - _WIDE - left,
        "bottom": 1152,
        "left": left,
        "header": 432,
        "footer": 504,
        "gutter": 0,
    }
    return element(
        "w:sectPr",
        None,
        element("w:pgSz", {"w:w": wide, "w:h": high}),
        element("w:pgMar", {f"w:{side}": width for side, width in edges.items()}),
        element("w:cols", {"w:space": 720}),
        element("w:titlePg"),
    )


def _content_types(parts: dict[str, str]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for extension, kind in {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}.items():
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=kind)
    for name, kind in parts.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _relationships(targets: dict[str, str]) -> bytes:
    root = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
    for number, (target, kind) in enumerate(targets.items(), 1):
        etree.SubElement(
            root, f"{{{_RELATIONSHIPS}}}Relationship", Id=f"rId{number}", Type=kind, Target=target
        )
    return etree.tostring(root, encoding="UTF-8", standalone=True)
