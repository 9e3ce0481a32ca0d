"""The styles of the document, declared here and nowhere in the text.

Names and measures are those of the Word template of the United Nations in New York, so that a text pasted into
it takes its looks; measured on published documents. Lengths are twentieths of a point, sizes
half points, `spacing` twentieths of a point between letters, `scale` the width of letters in per cent. Between
two paragraphs stands the larger of the space after the one and before the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.export.blocks import Role
from assistant.export.word.xml import differing, element, value

FONT = "Times New Roman"
LANGUAGE = "en-GB"
MARGIN = 1267
"""Indent of the text on both sides."""
TAB = 475
TABS = (1267, 1742, 2218, 2693, 3182, 3658, 4133)
NUMBER_END = 1022
"""Where the number of a resolution before its title ends."""
NOTE_MARK_END = 1195
"""Where the mark before a note ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One paragraph style. What is None is taken from the style it is based on."""

    id: str
    name: str
    base: str | None = "Normal"
    following: str | None = None
    keep: bool = False
    """With the next paragraph, and its own lines together."""
    tabs: tuple[tuple[str, int], ...] = ()
    before: int | None = None
    before_elsewhere: int | None = None
    """In programs other than Word, which leave no room for the printed rule above the notes."""
    together: bool = False
    """No space between two paragraphs of this style."""
    after: int | None = None
    line: int | None = None
    """Exact height of a line; 0 for what the font asks for."""
    left: int | None = None
    right: int | None = None
    first: int | None = None
    """Of the first line beside the others; negative: it hangs."""
    align: str | None = None
    outline: int | None = None
    bold: bool = False
    italic: bool = False
    spacing: int | None = None
    spacing_elsewhere: int | None = None
    """In programs other than Word. Word takes one more word into a justified line by squeezing its spaces by up
    to a fifth; letters a little closer break most lines at the same place without that."""
    scale: int | None = None
    size: int | None = None


_TEXT_TABS = tuple(("left", at) for at in TABS)
_TITLE_TABS = (("right", NUMBER_END), *_TEXT_TABS)

STYLES = (
    Style(id="Normal", name="Normal", base=None, after=0, line=240, spacing=4, scale=103, size=20),
    Style(id="Header", name="header", line=0, spacing=0, scale=100, size=17),
    Style(id="Footer", name="footer", line=0, bold=True, spacing=0, scale=103, size=17),
    Style(
        id="SingleTxt",
        name="__Single Txt",
        tabs=_TEXT_TABS,
        after=120,
        left=MARGIN,
        right=MARGIN,
        align="both",
        spacing=4,
        spacing_elsewhere=2,
    ),
    Style(id="FirstLine", name="__Single Txt First Line", base="SingleTxt", first=TAB),
    Style(id="H1", name="_ H_1", following="SingleTxt", keep=True, line=270, outline=0, bold=True, size=24),
    Style(id="HCh", name="_ H _Ch", base="H1", following="SingleTxt", line=300, spacing=-2, size=28),
    Style(
        id="H23", name="_ H_2/3", base="H1", following="SingleTxt", line=240, outline=1, spacing=2, size=20
    ),
    Style(id="HM", name="_ H __M", base="HCh", line=360, spacing=-3, scale=99, size=34),
    Style(id="XLarge", name="XLarge", base="HM", line=390, spacing=-4, scale=98, size=40),
    Style(id="Session", name="Session", base="H23"),
    Style(id="Committee", name="Committee", base="H1", right=4450),
    Style(id="AgendaItemNormal", name="Agenda_Item_Normal"),
    Style(id="AgendaTitleH2", name="Agenda_Title_H2", base="H1", line=240, right=4450, outline=1, size=20),
    Style(id="Sponsors", name="Sponsors", base="H23", before=360, left=MARGIN, right=MARGIN),
    Style(
        id="TitleHCH", name="Title_H_CH", base="HCh", tabs=_TITLE_TABS, before=360, left=MARGIN, right=MARGIN
    ),
    Style(
        id="TitleH1",
        name="Title_H1",
        base="H1",
        tabs=_TITLE_TABS,
        before=240,
        after=240,
        left=MARGIN,
        right=MARGIN,
    ),
    Style(id="Bracket", name="Origin", base="SingleTxt", before=240, after=0, align="left"),
    Style(id="HeadingOne", name="Text_H_1", base="H1", before=240, after=120, left=MARGIN, right=MARGIN),
    Style(id="HeadingTwo", name="Text_H_2/3", base="H23", before=240, after=120, left=MARGIN, right=MARGIN),
    Style(id="Section", name="Section", base="HeadingTwo", after=0),
    Style(
        id="Adoption",
        name="Adoption",
        before=240,
        together=True,
        left=MARGIN,
        right=MARGIN,
        align="right",
        italic=True,
    ),
    Style(id="EndRule", name="End Rule", before=590, line=240, left=4205, right=4205),
    Style(
        id="FootnoteText",
        name="footnote text",
        tabs=(("right", NOTE_MARK_END), ("left", MARGIN)),
        before_elsewhere=180,
        together=True,
        line=210,
        left=MARGIN,
        right=MARGIN,
        first=-576,
        spacing=5,
        scale=104,
        size=17,
    ),
    Style(id="CommentText", name="annotation text", line=0, spacing=0, scale=100),
)

OF_ROLE = {
    Role.SESSION: "Session",
    Role.COMMITTEE: "Committee",
    Role.AGENDA_ITEM: "AgendaItemNormal",
    Role.AGENDA_TITLE: "AgendaTitleH2",
    Role.SPONSORS: "Sponsors",
    Role.ORIGIN: "TitleHCH",
    Role.BRACKET: "Bracket",
    Role.TITLE: "TitleH1",
    Role.ENACTING: "FirstLine",
    Role.PREAMBULAR: "FirstLine",
    Role.OPERATIVE: "FirstLine",
    Role.ANNEX: "SingleTxt",
    Role.ITEM: "FirstLine",
    Role.CLOSING: "SingleTxt",
    Role.HEADING: "HeadingTwo",
    Role.SECTION: "Section",
    Role.TABLE: "SingleTxt",
    Role.PLAIN: "SingleTxt",
    Role.ADOPTION: "Adoption",
    Role.NOTE: "FootnoteText",
    Role.RULE: "EndRule",
}


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
    if style.tabs:
        stops = (element("w:tab", {"w:val": kind, "w:pos": at}) for kind, at in style.tabs)
        yield element("w:tabs", None, *stops)
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
