"""AKN4UN written: what was read comes back, and what is cited is a reference."""

import datetime as dt
from dataclasses import replace

import pytest
from lxml import etree

from precedent.reading import akn as reading
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
from precedent.writing.akn import write
from tests.akn_samples import numbered, plain, text

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def again(resolution: Resolution) -> Resolution:
    return reading.read(write(resolution).encode(), "written.xml")


def one(paragraph: Paragraph, *notes: Footnote) -> Resolution:
    return Resolution(paragraphs=labelled([paragraph]), footnotes=notes)


def references(resolution: Resolution) -> dict[str, str]:
    root = etree.fromstring(write(resolution).encode())
    return {"".join(map(str, ref.itertext())): ref.get("href") or "" for ref in root.iter(f"{AKN}ref")}


def test_what_was_read_comes_back() -> None:
    found = reading.read(text(), "made-up.xml")
    assert again(found) == found


LIST = (
    "<paragraph><num>3.</num><list><intro><p>Asks:</p></intro><point><num>(a)</num><content><p>One;</p></content></point>"
    "<sublist><point><num>(i)</num><content><p>Deep;</p></content></point></sublist>"
    "<wrapUp><p>and so on;</p></wrapUp></list>"
    "</paragraph>"
)
SECTION = (
    "<section><num>{0}</num><heading>Of {0}</heading>"
    "<crossHeading refersTo='#preamble'>Noting,</crossHeading>{1}</section>"
)
ANNEX = (
    '<attachments><attachment><doc name="annex"><mainBody>'
    '<paragraph class="HCh"><content><p>Annex</p></content></paragraph>'
    f"{plain('Rules', 'H1')}{numbered('1.', 'Lit.')}{numbered('(a)', 'At dusk.')}"
    "</mainBody></doc></attachment></attachments>"
)


@pytest.mark.parametrize(
    ("body", "after"),
    [
        pytest.param(numbered("1.", "Notes it;") + LIST + numbered("4.", "Goes on."), "", id="lists"),
        pytest.param("".join(SECTION.format(m, numbered("1.", "Goes on.")) for m in ("I", "II")), "", id="parts"),
        pytest.param(numbered("1.", "Adopts it."), ANNEX, id="an annex"),
        pytest.param(
            numbered("1.", "Approves:") + "<container><table><tr><td>Oil</td><td>3</td></tr></table></container>",
            "",
            id="a table",
        ),
        pytest.param(plain("<span class='italic'>Decides</span> to go on."), "", id="one unnumbered paragraph"),
        pytest.param(
            '<paragraph class="H1"><heading>Means</heading></paragraph>'
            f"<paragraph class='H23'><subheading>Oil</subheading></paragraph>{numbered('1.', 'Lit.')}",
            "",
            id="headings",
        ),
        pytest.param(plain("<span class='italic'>Recommends</span>: <embeddedStructure>"
            f"<container><p><span class='italic'>Noting</span>,</p></container>{numbered('1.', 'Lit.')}"
            "</embeddedStructure>"), "",
            id="a text within"),
    ],
)  # fmt: skip
def test_every_shape_of_text_comes_back(body: str, after: str) -> None:
    found = reading.read(text(body, after=after), "made-up.xml")
    assert again(found) == found


def test_citations_are_references() -> None:
    words = "Recalling its resolutions 80/7 and 80/8 of 4 December 2025 and its decision 79/501,"
    paragraph = Paragraph(kind=Kind.PREAMBULAR, text=words + " see A/81/9,", notes=(NoteCall(5, "1"),))
    note = Footnote(marker="1", text="Resolution 217 A (III).")
    found = references(replace(one(paragraph, note), masthead=Masthead(organ=Organ.GENERAL_ASSEMBLY)))
    assert found["80/7"] == Symbol.parse("A/RES/80/7").link
    assert found["A/81/9"] == Symbol.parse("A/81/9").link
    assert found["217 A (III)"] == Symbol.parse("A/RES/217 A (III)").link
    assert {"80/8", "79/501"} <= set(found)


def test_italics_and_notes_within_a_citation() -> None:
    paragraph = Paragraph(
        kind=Kind.PREAMBULAR,
        text="Recalling its resolution 80/7,",
        italics=(Span(0, 27),),
        notes=(NoteCall(28, "1"),),
    )
    found = again(one(paragraph, Footnote(marker="1", text="Lit.")))
    assert (found.paragraphs[0].text, found.paragraphs[0].italics) == (paragraph.text, paragraph.italics)
    assert found.paragraphs[0].notes == paragraph.notes


def test_a_note_called_twice_stands_once() -> None:
    paragraph = Paragraph(
        kind=Kind.PREAMBULAR, text="Noting lamps, oil,", notes=(NoteCall(13, "1"), NoteCall(18, "1"))
    )
    found = again(one(paragraph, Footnote(marker="1", text="Lit.")))
    assert (len(found.footnotes), found.paragraphs[0].notes) == (1, paragraph.notes)


def test_a_note_that_nothing_calls_is_kept() -> None:
    found = again(one(Paragraph(kind=Kind.PREAMBULAR, text="Noting it,"), Footnote(marker="9", text="Lit.")))
    assert [n.text for n in found.footnotes] == ["Lit."]


def test_the_masthead_of_a_draft() -> None:
    head = Masthead(
        kind=DocumentKind.DRAFT, symbol=Symbol.parse("A/C.2/81/L.3"), organ=Organ.GENERAL_ASSEMBLY,
        committee="Second Committee",
        session="Eighty-first session", agenda_item="20 (b)", agenda_title="Lighthouses", distribution="Limited",
        date=dt.date(2026, 10, 30), original_language="English", sponsors=("Comoros", "Norway"),
        language="en", sponsor_line="Comoros and Norway:* draft resolution", sponsor_notes=(NoteCall(19, "*"),),
    )  # fmt: skip
    found = again(
        Resolution(
            masthead=head, title="Keeping", footnotes=(Footnote(marker="*", text="On behalf of all."),)
        )
    )
    assert found.masthead == head
    assert found.footnotes[0].text == "On behalf of all."


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_paragraph_comes_back(kind: Kind) -> None:
    section = "Annex" if kind is Kind.ANNEX else ""
    number = "1." if kind in (Kind.OPERATIVE, Kind.ANNEX, Kind.REPORT) else None
    found = again(one(Paragraph(kind=kind, text="Lit | at dusk", number=number, section=section)))
    assert [(p.kind, p.text, p.number) for p in found.paragraphs] == [(kind, "Lit | at dusk", number)]


def test_characters_that_xml_cannot_hold() -> None:
    found = again(one(Paragraph(kind=Kind.PREAMBULAR, text="Noting\x01 it\ud800,")))
    assert found.paragraphs[0].text == "Noting\ufffd it\ufffd,"


def test_the_same_text_gives_the_same_bytes() -> None:
    found = reading.read(text(), "made-up.xml")
    assert write(found) == write(found)
