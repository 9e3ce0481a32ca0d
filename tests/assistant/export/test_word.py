"""What stands in the parts of a Word file. The parts of one made-up draft are kept and read as a diff.

To take new ones after a change that was meant: `PENHOLDER_GOLDEN=write pytest tests/assistant/export`, then read
what git shows.
"""

import datetime as dt
import os
from pathlib import Path

import docx
import pytest
from lxml import etree

from assistant.export.layout import lay_out
from assistant.export.word import word_file
from tests.assistant.export.made_up import ADOPTED, DRAFT, RELATION, W, part, parts, walked

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "export"
WORD = word_file(lay_out(DRAFT))


def shown(xml: bytes) -> str:
    return etree.tostring(etree.fromstring(xml), pretty_print=True, encoding="unicode")


@pytest.mark.parametrize("name", ["document", "footnotes", "numbering", "header1", "header2"])
def test_the_parts_are_as_they_were(name: str) -> None:
    found = shown(parts(WORD)[f"word/{name}.xml"])
    kept = GOLDEN / f"{name}.xml"
    if os.environ.get("PENHOLDER_GOLDEN") == "write":
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")


def test_two_exports_are_the_same_bytes() -> None:
    assert word_file(lay_out(DRAFT)) == WORD


def test_no_one_is_named_and_no_time_is_told_unless_it_is_given() -> None:
    assert not [name for name in parts(WORD) if "custom" in name or "comment" in name or "people" in name]
    core = parts(WORD)["docProps/core.xml"].decode()
    assert "<dc:creator/>" in core
    assert "created" not in core
    when = dt.datetime(2026, 10, 14, 9, 30, tzinfo=dt.UTC)
    assert (
        "2026-10-14T09:30:00Z" in parts(word_file(lay_out(DRAFT), created=when))["docProps/core.xml"].decode()
    )


def test_python_docx_opens_it_on_letter_paper() -> None:
    import io

    document = docx.Document(io.BytesIO(WORD))
    section = document.sections[0]
    assert (section.page_width, section.page_height) == (docx.shared.Inches(8.5), docx.shared.Inches(11))
    assert document.core_properties.title == DRAFT.title


def test_every_call_has_its_note_and_ids_ascend_in_the_order_of_the_text() -> None:
    calls = [
        int(call.get(f"{W}id", "")) for call in part(WORD, "word/document.xml").iter(f"{W}footnoteReference")
    ]
    notes = part(WORD, "word/footnotes.xml").findall(f"{W}footnote")
    assert (
        calls
        == sorted(calls)
        == [int(note.get(f"{W}id", "")) for note in notes if note.get(f"{W}type") is None]
    )
    assert len(calls) == len(DRAFT.footnotes)


def test_a_note_called_again_refers_to_its_first_call() -> None:
    document = part(WORD, "word/document.xml")
    fields = [f.text for f in document.iter(f"{W}instrText")]
    marks = {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}
    assert fields == [" NOTEREF _Note2 \\h "]
    assert "_Note2" in marks


def test_links_in_a_note_belong_to_the_part_of_the_notes() -> None:
    for name in ("document", "footnotes"):
        relations = etree.fromstring(parts(WORD)[f"word/_rels/{name}.xml.rels"])
        targets = {r.get("Id"): r.get("Target") for r in relations}
        links = list(part(WORD, f"word/{name}.xml").iter(f"{W}hyperlink"))
        assert links
        assert all("undocs.org" in str(targets[link.get(f"{RELATION}id")]) for link in links)


def test_numbers_are_counted_by_word_and_not_typed() -> None:
    document = part(WORD, "word/document.xml")
    counted = [p for p in document.iter(f"{W}p") if p.find(f"{W}pPr/{W}numPr") is not None]
    assert walked(counted[0]).startswith("Welcomes")
    assert len(counted) == sum(p.number is not None for p in DRAFT.paragraphs)
    lists = part(WORD, "word/numbering.xml").findall(f"{W}num")
    used = {p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for p in counted}  # type: ignore[union-attr]
    assert used == {made.get(f"{W}numId") for made in lists}


def test_the_symbol_stands_at_the_outer_edge_and_the_first_page_has_the_masthead() -> None:
    heads = {}
    document = part(WORD, "word/document.xml")
    relations = {
        r.get("Id"): r.get("Target") for r in etree.fromstring(parts(WORD)["word/_rels/document.xml.rels"])
    }
    for reference in document.iter(f"{W}headerReference"):
        target = relations[reference.get(f"{RELATION}id")]
        cells = [walked(cell).strip() for cell in part(WORD, f"word/{target}").iter(f"{W}tc")]
        heads[reference.get(f"{W}type")] = cells
    assert heads["even"] == ["A/C.2/81/L.__", ""]
    assert heads["default"] == ["", "A/C.2/81/L.__"]
    assert heads["first"][1::2][:2] == ["United Nations", "A/C.2/81/L.__"]
    assert "General Assembly" in heads["first"]


def test_an_adopted_text_has_its_title_opposite_the_symbol() -> None:
    word = word_file(lay_out(ADOPTED))
    heads = [[walked(c).strip() for c in part(word, f"word/header{n}.xml").iter(f"{W}tc")] for n in (2, 3)]
    title = DRAFT.title.replace(" harbours", "\u00a0harbours")
    assert sorted(heads) == sorted([["A/RES/81/7", title], [title, "A/RES/81/7"]])


def test_every_style_that_is_used_is_declared() -> None:
    declared = {style.get(f"{W}styleId") for style in part(WORD, "word/styles.xml").iter(f"{W}style")}
    used = {
        element.get(f"{W}val")
        for name in parts(WORD)
        if name.startswith("word/") and name.endswith(".xml")
        for tag in ("pStyle", "rStyle", "basedOn", "next")
        for element in part(WORD, name).iter(f"{W}{tag}")
    }
    assert used <= declared
