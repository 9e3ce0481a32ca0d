"""The small parts that Word expects in every file: settings, fonts, theme, properties."""

from __future__ import annotations

import datetime as dt

from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from assistant.export.characters import writable
from assistant.export.styles import FONT, TAB
from assistant.export.word.xml import element, value

_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F497D",
    "lt2": "EEECE1",
    "accent1": "4F81BD",
    "accent2": "C0504D",
    "accent3": "9BBB59",
    "accent4": "8064A2",
    "accent5": "4BACC6",
    "accent6": "F79646",
    "hlink": "0000FF",
    "folHlink": "800080",
}


def settings_xml() -> BaseOxmlElement:
    """The part word/settings.xml: other heads on even pages, and the layout of Word 2013 and later."""
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


def fonts_xml() -> BaseOxmlElement:
    """The part word/fontTable.xml, with a font of the same widths where Times New Roman is missing."""
    font = element(
        "w:font",
        {"w:name": FONT},
        value("w:altName", "Liberation Serif"),
        value("w:charset", "00"),
        value("w:family", "roman"),
        value("w:pitch", "variable"),
    )
    return element("w:fonts", None, font)


def theme_xml() -> etree._Element:
    """The part word/theme/theme1.xml. Nothing in the text uses it."""
    a = f"{{{_DRAWING}}}"
    root = etree.Element(f"{a}theme", {"name": "Penholder"}, nsmap={"a": _DRAWING})
    elements = etree.SubElement(root, f"{a}themeElements")
    colours = etree.SubElement(elements, f"{a}clrScheme", name="Penholder")
    for name, colour in _COLOURS.items():
        etree.SubElement(etree.SubElement(colours, f"{a}{name}"), f"{a}srgbClr", val=colour)
    fonts = etree.SubElement(elements, f"{a}fontScheme", name="Penholder")
    for name in ("majorFont", "minorFont"):
        family = etree.SubElement(fonts, f"{a}{name}")
        for script in ("latin", "ea", "cs"):
            etree.SubElement(family, f"{a}{script}", typeface=FONT if script == "latin" else "")
    formats = etree.SubElement(elements, f"{a}fmtScheme", name="Penholder")
    for name, kind in (
        ("fillStyleLst", "fill"),
        ("lnStyleLst", "ln"),
        ("effectStyleLst", "effect"),
        ("bgFillStyleLst", "fill"),
    ):
        styles = etree.SubElement(formats, f"{a}{name}")
        for _ in range(3):
            _format(styles, kind)
    return root


def _format(styles: etree._Element, kind: str) -> None:
    a = f"{{{_DRAWING}}}"
    if kind == "effect":
        etree.SubElement(etree.SubElement(styles, f"{a}effectStyle"), f"{a}effectLst")
        return
    holder = styles if kind == "fill" else etree.SubElement(styles, f"{a}ln", w="9525")
    fill = etree.SubElement(holder, f"{a}solidFill")
    etree.SubElement(fill, f"{a}schemeClr", val="phClr")


def core_xml(title: str, created: dt.datetime | None) -> etree._Element:
    """The part docProps/core.xml: a title, no author, and a date only if one is given."""
    root = etree.Element(
        f"{{{_CORE}}}coreProperties",
        nsmap={"cp": _CORE, "dc": _DUBLIN, "dcterms": _TERMS, "xsi": _INSTANCE},
    )
    etree.SubElement(root, f"{{{_DUBLIN}}}title").text = writable(title)
    etree.SubElement(root, f"{{{_DUBLIN}}}creator")
    etree.SubElement(root, f"{{{_CORE}}}lastModifiedBy")
    for name in ("created", "modified") if created else ():
        stamp = etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_INSTANCE}}}type": "dcterms:W3CDTF"})
        stamp.text = f"{created:%Y-%m-%dT%H:%M:%SZ}"
    return root
