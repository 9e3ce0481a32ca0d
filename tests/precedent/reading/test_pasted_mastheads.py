"""Amendments and mastheads pasted from what a PDF program copies."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

from precedent.reading import plain, read
from precedent.resolution import DocumentKind, Kind, NoteCall

PASTED = """United Nations A/81/L.30

General Assembly
Distr.: Limited
8 December 2026
Original: English

Eighty-first session
Agenda item 72 (a)
Lamps and lighthouses

Ruritania:* amendment to draft resolution A/81/L.25
Keeping the lamps lit
1.

In the fourth preambular paragraph, delete “and of the cost of
oil,”.

2.

Delete operative paragraphs 4, 6 and 9.

3.

In operative paragraph 8, after “wicks”, insert “and glass**”.

* Any changes to the list of sponsors will be told.
** See the handbook of keepers.
"""


def test_numbers_that_stand_alone_and_a_title_without_a_blank_line() -> None:
    found = plain.read(PASTED.encode())
    assert found.masthead.kind is DocumentKind.AMENDMENT
    assert (found.masthead.agenda_title, found.title) == ("Lamps and lighthouses", "Keeping the lamps lit")
    assert found.masthead.sponsor_line == "Ruritania: amendment to draft resolution A/81/L.25"
    assert [(p.kind, p.number, p.text) for p in found.paragraphs] == [
        (Kind.AMENDMENT, "1.", "In the fourth preambular paragraph, delete “and of the cost of oil,”."),
        (Kind.AMENDMENT, "2.", "Delete operative paragraphs 4, 6 and 9."),
        (Kind.AMENDMENT, "3.", "In operative paragraph 8, after “wicks”, insert “and glass”."),
    ]
    assert found.paragraphs[2].notes == (NoteCall(58, "**"),)
    assert not found.remarks


def test_a_single_instruction_with_the_words_that_it_brings() -> None:
    head = PASTED.partition("1.\n")[0]
    words = "Replace operative paragraph 2 with the following text:\nWelcomes the lamps of the north;\n"
    found = plain.read((head + words).encode())
    assert [(p.kind, p.text) for p in found.paragraphs] == [
        (Kind.AMENDMENT, "Replace operative paragraph 2 with the following text:"),
        (Kind.AMENDMENT, "Welcomes the lamps of the north;"),
    ]


@pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("name", ["A_80_L.29", "A_80_L.30", "A_80_L.31", "A_80_L.38", "A_C.2_80_L.63"])
def test_published_amendments_are_read_as_the_pdf_is(shared: Path, name: str) -> None:
    path = shared / "corpus" / "pdf" / "drafts" / f"{name}.pdf"
    pasted = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout
    found, printed = plain.read(pasted), read(path)
    assert found.masthead.kind is printed.masthead.kind is DocumentKind.AMENDMENT
    assert (found.title, found.masthead.agenda_title) == (printed.title, printed.masthead.agenda_title)
    assert [p.text for p in found.paragraphs] == [p.text for p in printed.paragraphs]
    assert [[c.marker for c in p.notes] for p in found.paragraphs] == [
        [c.marker for c in p.notes] for p in printed.paragraphs
    ]


RUN_TOGETHER = """United Nations A/C.4/81/L.2
General Assembly
Distr.: Limited
Eighty-first session
Special Political and Decolonization Committee
(Fourth Committee)
Agenda item 57
Lamps and the Harbours of Islands
that are small
{sponsors}
Report of the Keepers on lamps

The General Assembly,

Recalling its resolution 80/97 of 4 December 2025,

1. Decides to go on.
"""


@pytest.mark.parametrize(
    "sponsors",
    [
        "Austria, Cuba and Venezuela (Bolivarian Republic of): draft resolution",
        "Austria, Cuba, Guatemala, Hungary, Iceland, Ireland\nand Türkiye: revised draft resolution",
        "Draft resolution",
        "Draft resolutions submitted by the Chair of the Committee",
        "Draft resolution submitted by the Chair on the recommendation of the\nEconomic and Social Council",
    ],
)
def test_a_masthead_without_blank_lines(sponsors: str) -> None:
    found = plain.read(RUN_TOGETHER.format(sponsors=sponsors).encode())
    head = found.masthead
    assert head.kind is DocumentKind.DRAFT
    assert head.committee == "Special Political and Decolonization Committee (Fourth Committee)"
    assert head.agenda_title == "Lamps and the Harbours of Islands that are small"
    assert head.sponsor_line == sponsors.replace("\n", " ")
    assert found.title == "Report of the Keepers on lamps"


@pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("form", ["-layout", "-raw"])
@pytest.mark.parametrize("name", ["A_C.1_80_L.40", "A_C.3_80_L.12", "A_C.4_80_L.2", "A_C.6_80_L.17"])
def test_mastheads_of_published_drafts_are_read_as_in_the_pdf(shared: Path, name: str, form: str) -> None:
    path = shared / "corpus" / "pdf" / "drafts" / f"{name}.pdf"
    pasted = subprocess.run(["pdftotext", form, path, "-"], capture_output=True, check=True).stdout
    heads = [found.masthead for found in (plain.read(pasted), read(path))]
    assert heads[0].sponsor_line == heads[1].sponsor_line
    assert (heads[0].committee, heads[0].agenda_title) == (heads[1].committee, heads[1].agenda_title)
