"""The part word/styles.xml: the styles of the document as Word has them."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.export.styles import FONT, LANGUAGE, STYLES, Style
from assistant.export.word.xml import differing, element, value


def styles_xml() -> BaseOxmlElement:
    """The part word/styles.xml."""
    return element(
        "w:styles",
        None,
        element(
            "w:docDefaults",
            None,
            element("w:rPrDefault", None, element("w:rPr", None, _font(), value("w:sz", 20), _language())),
            element("w:pPrDefault"),
        ),
        *(_paragraph_style(style) for style in STYLES),
        *_character_styles(),
    )


def _font() -> BaseOxmlElement:
    return element("w:rFonts", {f"w:{script}": FONT for script in ("ascii", "eastAsia", "hAnsi", "cs")})


def _language() -> BaseOxmlElement:
    return element("w:lang", {"w:val": LANGUAGE, "w:eastAsia": "en-US", "w:bidi": "ar-SA"})


def _paragraph_style(style: Style) -> BaseOxmlElement:
    default = {"w:default": 1} if style.base is None else {}
    built_in = style.name == style.name.lower() or style.name == "Normal"
    custom = {} if built_in else {"w:customStyle": 1}
    return element(
        "w:style",
        {"w:type": "paragraph", **default, **custom, "w:styleId": style.id},
        value("w:name", style.name),
        value("w:basedOn", style.base) if style.base else None,
        value("w:next", style.following) if style.following else None,
        element("w:qFormat"),
        element("w:pPr", None, *_paragraph_properties(style)),
        element("w:rPr", None, *_run_properties(style)),
    )


def _paragraph_properties(style: Style) -> Iterator[BaseOxmlElement]:
    """In the order of the schema."""
    if style.keep:
        yield element("w:keepNext")
        yield element("w:keepLines")
    if style.base is None:
        yield element("w:widowControl")
    yield from _stops(style)
    if style.base is None:
        yield element("w:suppressAutoHyphens")
    yield from _spacing(style)
    indent = _given(left=style.left, right=style.right)
    if style.first is not None:
        indent["w:firstLine" if style.first >= 0 else "w:hanging"] = abs(style.first)
    if indent:
        yield element("w:ind", indent)
    if style.together:
        yield element("w:contextualSpacing")
    if style.align:
        yield value("w:jc", style.align)
    if style.outline is not None:
        yield value("w:outlineLvl", style.outline)


def _stops(style: Style) -> Iterator[BaseOxmlElement]:
    if style.level is not None:
        yield element("w:numPr", None, value("w:ilvl", style.level))
    if style.tabs:
        stops = (element("w:tab", {"w:val": kind, "w:pos": at}) for kind, at in style.tabs)
        yield element("w:tabs", None, *stops)


def _spacing(style: Style) -> Iterator[BaseOxmlElement]:
    given = _given(before=style.before, after=style.after)
    if style.line is not None:
        given |= {"w:line": style.line or 240, "w:lineRule": "exact" if style.line else "auto"}
    if style.before_elsewhere is not None:
        elsewhere = {**given, "w:before": style.before_elsewhere}
        yield differing(element("w:spacing", given), element("w:spacing", elsewhere))
    elif given:
        yield element("w:spacing", given)


def _given(**measures: int | None) -> dict[str, str | int]:
    return {f"w:{name}": measure for name, measure in measures.items() if measure is not None}


def _run_properties(style: Style) -> Iterator[BaseOxmlElement]:
    if style.bold:
        yield element("w:b")
    if style.italic:
        yield element("w:i")
    if style.spacing_elsewhere is not None and style.spacing is not None:
        yield differing(value("w:spacing", style.spacing), value("w:spacing", style.spacing_elsewhere))
    elif style.spacing is not None:
        yield value("w:spacing", style.spacing)
    if style.scale is not None:
        yield value("w:w", style.scale)
    if style.base is None:
        yield value("w:kern", 14)
    if style.size is not None:
        yield value("w:sz", style.size)


def _character_styles() -> Iterator[BaseOxmlElement]:
    yield element(
        "w:style",
        {"w:type": "character", "w:default": 1, "w:styleId": "DefaultParagraphFont"},
        value("w:name", "Default Paragraph Font"),
        element("w:uiPriority", {"w:val": 1}),
        element("w:semiHidden"),
    )
    # Printed symbols are blue and not underlined.
    yield _character_style("Hyperlink", "Hyperlink", value("w:color", "0000FF"), value("w:u", "none"))
    yield _character_style(
        "FootnoteReference",
        "footnote reference",
        value("w:spacing", 5),
        value("w:w", 103),
        value("w:vertAlign", "superscript"),
    )
    yield _character_style("CommentReference", "annotation reference", value("w:sz", 16))


def _character_style(identity: str, name: str, *properties: BaseOxmlElement) -> BaseOxmlElement:
    return element(
        "w:style",
        {"w:type": "character", "w:styleId": identity},
        value("w:name", name),
        value("w:basedOn", "DefaultParagraphFont"),
        element("w:rPr", None, *properties),
    )
