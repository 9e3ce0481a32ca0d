"""The five reference dumps are read whole, and as the United Nations' own XML has them."""

import tarfile
from pathlib import Path

import pytest

from precedent.reading import akn, plain
from precedent.resolution import Kind, Resolution

COUNTS = {
    "A_RES_77_150.txt": (50, 53, 0, 0, 19),
    "second-committee-report-75.txt": (43, 46, 0, 0, 16),
    "E_RES_2023_3.txt": (10, 110, 4, 5, 15),
    "A_RES_80_118.txt": (59, 74, 2, 0, 26),
    "E_RES_2017_21.txt": (9, 66, 5, 5, 11),
}
"""Preambular, operative, sub-paragraphs, headings, footnotes of the resolution or of the draft in the report."""


@pytest.mark.parametrize("name", COUNTS)
def test_every_paragraph_and_note_of_a_dump_is_found(name: str, shared: Path) -> None:
    found = plain.read((shared / "seeds" / name).read_bytes(), name)
    main = [p for p in found.paragraphs if not p.section]
    counts = (
        sum(p.kind is Kind.PREAMBULAR for p in main),
        sum(p.kind is Kind.OPERATIVE and not p.level for p in main),
        sum(p.kind is Kind.OPERATIVE and p.level == 1 for p in main),
        sum(p.kind is Kind.HEADING for p in main),
        sum(not note.section for note in found.footnotes),
    )
    assert counts == COUNTS[name]
    assert [p.number for p in main if p.kind is Kind.OPERATIVE and not p.level] == [
        f"{number}." for number in range(1, counts[1] + 1)
    ]
    assert {call.marker for p in main for call in p.notes} == {
        n.marker for n in found.footnotes if not n.section
    }
    assert all(p.opening for p in main if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and not p.level)
    assert all(p.text[-1] in ",;.:" for p in main if p.kind is not Kind.HEADING)
    assert {r.text for r in found.remarks} <= {
        "The page ends at a hyphen; it was kept.",
        "Two pieces were read as one paragraph.",
    }


def test_the_report_counts_its_own_paragraphs_apart(shared: Path) -> None:
    name = "second-committee-report-75.txt"
    found = plain.read((shared / "seeds" / name).read_bytes(), name)
    own = [p.label for p in found.paragraphs if p.section == "R"]
    assert own == [
        "RX1",
        "RH1",
        "R1",
        "R2",
        "R3",
        "R4",
        "RH2",
        *(f"R{n}" for n in range(5, 11)),
        "RH3",
        "R11",
    ]
    assert [n.label for n in found.footnotes if n.section] == [
        "R FN1",
        "R FN2",
        "R FN3",
        "R FN4",
        "Annex FN1",
    ]


def told(found: Resolution) -> list[tuple[object, ...]]:
    """What both forms say; the dump has straight quotation marks in places, the XML a space after a stroke."""
    even = str.maketrans({"’": "'", "“": '"', "”": '"'})
    return [
        (p.label, p.kind, p.text.translate(even).replace("/ ", "/"), p.opening, [n.marker for n in p.notes])
        for p in found.paragraphs
    ]


def test_a_dump_says_what_the_xml_says(shared: Path) -> None:
    with tarfile.open(shared / "corpus" / "ecosoc-2023.tar.xz") as archive:
        member = next(m for m in archive if "E_RES_2023_3_" in m.name)
        file = archive.extractfile(member)
        assert file is not None
        official = akn.read(file.read(), member.name)
    found = plain.read((shared / "seeds" / "E_RES_2023_3.txt").read_bytes(), "E_RES_2023_3.txt")
    assert told(found) == told(official)
    assert [(n.marker, n.text) for n in found.footnotes] == [(n.marker, n.text) for n in official.footnotes]
    assert (found.title, found.enacting) == (official.title, official.enacting)
    for key in ("symbol", "organ", "session", "agenda_item", "agenda_title", "adopted", "report", "kind"):
        assert getattr(found.masthead, key) == getattr(official.masthead, key), key
