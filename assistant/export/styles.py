"""The styles of the document, declared here and nowhere in the text.

Names and measures are those of the Word template of the United Nations in New York, so that a text pasted into
it takes its looks; measured on published documents. Lengths are twentieths of a point, sizes
half points, `spacing` twentieths of a point between letters, `scale` the width of letters in per cent. Between
two paragraphs stands the larger of the space after the one and before the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.export.blocks import Role

FONT = "Times New Roman"
LANGUAGE = "en-GB"
MARGIN = 1267
"""Indent of the text on both sides."""
TAB = 475
TABS = (1267, 1742, 2218, 2693, 3182, 3658, 4133)
FOOT_OF_FIRST, FOOT_OF_FIRST_ADOPTED = 936, 1224
"""Height at the foot of the first page that is left for the job number and the bar code.

The Secretariat's form ends the text 86 points above the edge of the paper, and so do 36 of 44 adopted texts. Half of
the drafts are opened by hand, down to 58: of 183 pages of 28 published drafts 80 begin alike with an inch, 66 with 86
points.
"""
BELOW_TABLE = 240
"""Between a table and the text below it."""
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
    level: int | None = None
    """Of the list that counts its paragraphs."""


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
    Style(id="AgendaTitleH2", name="Agenda_Title_H2", base="H1", line=240, right=4350, outline=1, size=20),
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
    Style(
        id="HeadingThree",
        name="Text_H_4",
        following="SingleTxt",
        keep=True,
        before=240,
        after=120,
        left=MARGIN,
        right=MARGIN,
        outline=3,
        italic=True,
        spacing=3,
    ),
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
        before_elsewhere=156,
        together=True,
        line=210,
        left=MARGIN,
        right=MARGIN,
        first=-576,
        spacing=5,
        scale=104,
        size=17,
    ),
    Style(id="TableText", name="Table Text", before=40, after=40, line=200, right=43, size=17),
    Style(id="TableHead", name="Table Head", base="TableText", before=81, after=81, line=160, size=14),
    Style(id="TableTotal", name="Table Total", base="TableText", before=81, after=81, bold=True),
    Style(id="CommentText", name="annotation text", line=0, spacing=0, scale=100),
    *(
        Style(id=f"Level{level}", name=f"Sub-paragraph Level {level}", base="FirstLine", level=level)
        for level in range(1, 5)
    ),
)

_OF_ROLE = {
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
    Role.INSTRUCTION: "FirstLine",
    Role.ITEM: "FirstLine",
    Role.CLOSING: "SingleTxt",
    Role.HEADING: "HeadingTwo",
    Role.SECTION: "Section",
    Role.TABLE: "TableText",
    Role.PLAIN: "SingleTxt",
    Role.ADOPTION: "Adoption",
    Role.NOTE: "FootnoteText",
    Role.RULE: "EndRule",
}


def style_id(role: Role, level: int) -> str:
    """The style of a block; headings differ by their level, and names of parts of the higher one from the others."""
    if level == 0 and role in (Role.HEADING, Role.SECTION):
        return "HeadingOne" if role is Role.HEADING else "HeadingTwo"
    if level > 1 and role is Role.HEADING:
        return "HeadingThree"
    return _OF_ROLE[role]


_HANGING = (Role.HEADING, Role.INSTRUCTION)


def former_style_id(role: Role, level: int, counted: int) -> str:
    """The style by which a redline tells how a block was set; `counted` is the level at which a list counted it.

    Word takes that level from the block itself and passes over the one that its style names (ECMA-376 part 1, 17.9.3).
    LibreOffice, when it rejects a change, keeps the list and takes the level from the style alone.
    """
    own = style_id(role, level)
    return f"Level{counted}" if counted and own == "FirstLine" else own


def indent(level: int, of: Role) -> tuple[int, int]:
    """Left edge of the lines and what the first one is set in, in twentieths of a point; negative: it hangs.

    A paragraph and its (a) turn over at the edge of the text, (i) at its own number. In an annex a paragraph's
    number stands at the edge of the text, and so does that of a heading or an instruction, whose words hang beside it.
    What lies deeper than there are stops stands at the last one.
    """
    if level == 0:
        return (MARGIN + TAB, -TAB) if of in _HANGING else (MARGIN, 0 if of is Role.ANNEX else TAB)
    if level == 1:
        return MARGIN, TAB
    return TABS[min(level, len(TABS)) - 1], 0
