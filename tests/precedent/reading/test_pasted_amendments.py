"""Amendments pasted from what a PDF program copies."""

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
