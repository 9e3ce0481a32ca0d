"""A small made-up draft with one of everything that a page can hold, and ways to look into a Word file."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from precedent.numbering import numbered
from precedent.resolution import (
    DocumentKind,
    Footnote,
    Kind,
    Masthead,
    NoteCall,
    Paragraph,
    Resolution,
    Span,
    labelled,
)
from precedent.session import Organ
from precedent.symbol import Symbol

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def said(kind: Kind, text: str, opening: str = "", **rest: object) -> Paragraph:
    italics = (Span(0, len(opening)),) if opening else ()
    return replace(Paragraph(kind=kind, text=text, italics=italics), **rest)  # type: ignore[arg-type]


MASTHEAD = Masthead(
    kind=DocumentKind.DRAFT,
    organ=Organ.GENERAL_ASSEMBLY,
    committee="Second Committee",
    session="Eighty-first session",
    agenda_item="15 (a)",
    agenda_title="Lighthouses and harbours: keeping the lamps lit",
    date=dt.date(2026, 10, 14),
    sponsor_line="Ruritania: draft resolution",
    sponsor_notes=(NoteCall(10, "*"),),
)
FOOTNOTES = (
    Footnote(marker="*", text="On behalf of the States that keep lighthouses."),
    Footnote(marker="1", text="Resolution 75/10."),
    Footnote(marker="2", text="Report on Lamps, 2025 (A/80/15).", italics=(Span(0, 15),)),
    Footnote(marker="3", text="A/80/62-E/2025/12."),
)
PARAGRAPHS = (
    said(
        Kind.PREAMBULAR,
        "Recalling its resolution 80/41 of 9 December 2025,",
        "Recalling",
        notes=(NoteCall(50, "1"),),
    ),
    said(Kind.PREAMBULAR, "Noting that lamps\u2011in\u2011waiting go out & on <at night>,", "Noting"),
    said(Kind.HEADING, "Lamps"),
    said(
        Kind.OPERATIVE,
        "Welcomes the report of the Keeper, and calls for:",
        "Welcomes",
        notes=(NoteCall(33, "2"), NoteCall(33, "3")),
    ),
    said(Kind.OPERATIVE, "More oil, in accordance with paragraph 2 below, namely:", level=1),
    said(Kind.OPERATIVE, "Olive oil;", level=2),
    said(Kind.OPERATIVE, "Colza oil;", level=2),
    said(Kind.OPERATIVE, "More wicks;", level=1),
    said(Kind.OPERATIVE, "all of which shall be paid for;", closing=True),
    said(Kind.OPERATIVE, "Requests the Keeper to report in 2027;", "Requests", notes=(NoteCall(38, "1"),)),
    said(Kind.OPERATIVE, "Decides to meet again:", "Decides"),
    said(Kind.OPERATIVE, "In the dark.", level=1),
    said(Kind.HEADING, "How to trim a wick", section="Annex"),
    said(Kind.ANNEX, "Take the scissors.", number="1.", section="Annex"),
    said(Kind.ANNEX, "Trim the wick.", number="2.", section="Annex"),
)
DRAFT = Resolution(
    masthead=MASTHEAD,
    title="Keeping the lamps lit in lighthouses and in harbours",
    enacting="The General Assembly,",
    paragraphs=numbered(PARAGRAPHS),
    footnotes=FOOTNOTES,
)
ADOPTED = Resolution(
    masthead=replace(
        MASTHEAD,
        kind=DocumentKind.RESOLUTION,
        symbol=Symbol.parse("A/RES/81/7"),
        committee=None,
        sponsor_line=None,
        sponsor_notes=(),
        adopted=dt.date(2026, 12, 14),
        meeting="60th plenary meeting",
        report="on the report of the Second Committee (A/81/440, para. 12)",
    ),
    title=DRAFT.title,
    enacting=DRAFT.enacting,
    paragraphs=labelled(DRAFT.paragraphs),
    footnotes=FOOTNOTES[1:],
)


def parts(word: bytes) -> dict[str, bytes]:
    """Every part of a Word file by its name."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(word: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts(word)[name])


def walked(of: etree._Element) -> str:
    """What Word shows of an element, by walking its XML. Marks of notes are not shown, a tab is a space."""
    return "".join(_walk(of))


def _walk(of: etree._Element) -> Iterator[str]:
    result = False
    for child in of:
        name = str(child.tag).rpartition("}")[2]
        if (character := child.find(f"{W}fldChar")) is not None:
            result = character.get(f"{W}fldCharType") == "separate"
        elif name == "t":
            yield child.text or ""
        elif name in ("noBreakHyphen", "softHyphen"):
            yield "-" if name == "noBreakHyphen" else ""
        elif name in ("tab", "br"):
            yield " "
        elif name not in ("pPr", "rPr", "instrText", "Fallback") and not (result or _is_mark(child)):
            yield from _walk(child)


def _is_mark(run: etree._Element) -> bool:
    style = run.find(f"{W}rPr/{W}rStyle")
    raised = style is not None and style.get(f"{W}val") == "FootnoteReference"
    return raised or run.find(f"{W}footnoteReference") is not None
