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

from assistant.export.word.styles import TAB, styles_xml
from assistant.export.word.xml import element, value

_EPOCH = (1980, 1, 1, 0, 0, 0)
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def empty(numbering: BaseOxmlElement, *, title: str, created: dt.datetime | None) -> WordDocument:
    """An open document without paragraphs: Letter paper, our styles, no author, and a date only if one is given."""
    parts = {
        "word/document.xml": (
            CONTENT_TYPE.WML_DOCUMENT_MAIN,
            element("w:document", None, element("w:body", None, _page())),
        ),
        "word/styles.xml": (CONTENT_TYPE.WML_STYLES, styles_xml()),
        "word/settings.xml": (CONTENT_TYPE.WML_SETTINGS, _settings()),
        "word/numbering.xml": (CONTENT_TYPE.WML_NUMBERING, numbering),
        "docProps/core.xml": (CONTENT_TYPE.OPC_CORE_PROPERTIES, _core(title, created)),
    }
    inside = {
        "styles.xml": RELATIONSHIP_TYPE.STYLES,
        "settings.xml": RELATIONSHIP_TYPE.SETTINGS,
        "numbering.xml": RELATIONSHIP_TYPE.NUMBERING,
    }
    outside = {
        "word/document.xml": RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        "docProps/core.xml": RELATIONSHIP_TYPE.CORE_PROPERTIES,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "[Content_Types].xml", _content_types({name: kind for name, (kind, _) in parts.items()})
        )
        archive.writestr("_rels/.rels", _relationships(outside))
        archive.writestr("word/_rels/document.xml.rels", _relationships(inside))
        for name, (_, root) in parts.items():
            archive.writestr(name, etree.tostring(root, encoding="UTF-8", standalone=True))
    stream.seek(0)
    return Document(stream)


def saved(document: WordDocument) -> bytes:
    """The file. Members carry no time, so that one document always gives the same bytes."""
    stream, fixed = io.BytesIO(), io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as out:
        for name in archive.namelist():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(member, archive.read(name))
    return fixed.getvalue()


def _page() -> BaseOxmlElement:
    edges = {
        "top": 1440,
        "right": 1195,
        "bottom": 1152,
        "left": 1200,
        "header": 432,
        "footer": 504,
        "gutter": 0,
    }
    return element(
        "w:sectPr",
        None,
        element("w:pgSz", {"w:w": 12240, "w:h": 15840}),
        element("w:pgMar", {f"w:{side}": width for side, width in edges.items()}),
        element("w:cols", {"w:space": 720}),
        element("w:titlePg"),
    )


def _settings() -> BaseOxmlElement:
    modern: dict[str, str | int] = {"w:name": "compatibilityMode", "w:uri": _COMPATIBILITY, "w:val": 15}
    return element(
        "w:settings",
        None,
        value("w:defaultTabStop", TAB),
        element("w:evenAndOddHeaders"),
        value("w:characterSpacingControl", "doNotCompress"),
        element("w:footnotePr", None, *(element("w:footnote", {"w:id": identity}) for identity in (-1, 0))),
        element("w:compat", None, element("w:compatSetting", modern)),
        value("w:decimalSymbol", "."),
        value("w:listSeparator", ","),
    )


def _core(title: str, created: dt.datetime | None) -> etree._Element:
    root = etree.Element(
        f"{{{_CORE}}}coreProperties",
        nsmap={"cp": _CORE, "dc": _DUBLIN, "dcterms": _TERMS, "xsi": _INSTANCE},
    )
    etree.SubElement(root, f"{{{_DUBLIN}}}title").text = title
    etree.SubElement(root, f"{{{_DUBLIN}}}creator")
    etree.SubElement(root, f"{{{_CORE}}}lastModifiedBy")
    for name in ("created", "modified") if created else ():
        stamp = etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_INSTANCE}}}type": "dcterms:W3CDTF"})
        stamp.text = f"{created:%Y-%m-%dT%H:%M:%SZ}"
    return root


def _content_types(parts: dict[str, str]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    defaults = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    for extension, kind in defaults.items():
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
