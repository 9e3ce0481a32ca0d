"""Where lines end: in Word, and in programs that only stretch a line."""

import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from assistant.export import exported
from assistant.export.blocks import Call, Run
from assistant.export.breaking import Column, Letters, boxes, filled, line_starts, stretched
from assistant.export.elsewhere import elsewhere
from assistant.export.layout import lay_out
from assistant.export.measured import measured
from assistant.export.measures import Face, natural
from assistant.export.redline import redline
from assistant.export.word import word_file
from assistant.export.word.house import dressed, house_of
from precedent.numbering import numbered
from precedent.reading import read_bytes
from precedent.resolution import Kind
from tests.assistant.export.made_up import DRAFT, W, said
from tests.assistant.export.test_house import house
from tests.ooxml import faults

ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
BODY = Letters(103, 4)
COLUMN = Column(20, 7311, 475)
WORDS = st.text(
    st.sampled_from("aeinorstlmc W,.-–\u2011\u00a0éł"), min_size=1, max_size=900
)  # widths from 250 to 944
LONG = (
    "Noting with satisfaction that the keepers of lighthouses, in consultation with the harbours of the region and "
    "the voluntary guild of lamp trimmers, have agreed on a common calendar of maintenance, and expressing its "
    "appreciation to the Governments that lend boats, oil and spare wicks to stations whose supply was interrupted "
    "by the storms of the last three winters, in particular to those on remote islands and uninhabited shores;"
)
SHORTER = [said(Kind.OPERATIVE, " ".join(LONG.split(" ")[begin:])) for begin in range(0, 24, 2)]


def test_widths_are_those_of_the_font() -> None:
    assert natural("Hamburg") == 722 + 444 + 778 + 500 + 500 + 333 + 500 - 18  # r and g stand closer
    assert natural("Ägäis") == natural("Agais")
    assert natural("We", Face.BOLD) == 1000 + 444 - 55
    assert natural("漢") == 500


@given(WORDS)
def test_no_letter_is_lost_where_lines_may_end(text: str) -> None:
    made = boxes([Run(text=text)], 20)
    assert (
        "".join(" " * box.spaced + "".join(p.text for p in box.pieces) for box in made)
        == " ".join(text.split(" ")).strip(" ").replace("  ", " ")
        or "  " in text
    )
    assert "".join(p.text for box in made for p in box.pieces) == text.replace(" ", "")


@given(WORDS, st.booleans())
def test_a_line_holds_what_fits_and_no_more_than_squeezing_allows(text: str, squeezes: bool) -> None:
    words = boxes([Run(text=text)], 20)
    starts = line_starts(words, BODY, COLUMN, squeezes=squeezes)
    assert starts == sorted({*starts})
    assert starts[:1] == ([0] if words else [])
    space = 50 * 1.03 + 4
    for start, end in pairwise([*starts, len(words)] if words else []):
        line = words[start:end]
        gaps = sum(box.spaced for box in line[1:]) + sum(box.bound for box in line)
        wide = sum(box.natural * 1.03 + 4 * box.letters for box in line)
        wide += space * sum(box.spaced for box in line[1:])
        slack = 0.26 * sum(box.letters + 1 for box in line)
        if len(line) > 1:
            assert wide - slack <= COLUMN.wide + (space * gaps / 4 if squeezes else 0)


def test_word_takes_a_word_in_where_stretching_would_be_worse() -> None:
    words = boxes([Run(text=LONG)], 20)
    squeezed = line_starts(words, BODY, COLUMN, squeezes=True)
    plain = line_starts(words, BODY, COLUMN, squeezes=False)
    assert squeezed != plain
    first, same = next((a, b) for a, b in zip(squeezed, plain, strict=False) if a != b)
    assert first > same  # the line before it holds more


@given(st.lists(st.sampled_from(LONG.split(" ")), min_size=1, max_size=120))
def test_elsewhere_lines_end_as_in_word(words: list[str]) -> None:
    """The bounds against the other way of knowing: filling the lines with the setting that was found."""
    made = boxes([Run(text=" ".join(words))], 20)
    starts = line_starts(made, BODY, COLUMN, squeezes=True)
    setting = elsewhere(made, starts, COLUMN, BODY, Letters(103, 2))
    inside = Column(20, COLUMN.wide - 10, COLUMN.first)
    theirs = filled(made, setting.scale / 100, setting.spacing - 0.19, inside, stretched)
    assert setting.scale in range(101, 106)
    assert setting.spacing in range(6)
    if len(starts) < 5:  # a few lines can always be had
        assert theirs == starts or len(theirs) == len(starts)


def test_calls_and_hyphens_stay_with_their_word() -> None:
    runs = (
        Run(text="of lamps,"),
        Run(call=Call(note=0, mark="12")),
        Run(text=" well-kept – non\u2011stop ones"),
    )
    words = boxes(runs, 20)
    assert ["".join(p.text for p in box.pieces) for box in words] == [
        *("of", "lamps,12", "well-", "kept", "–", "non\u2011stop", "ones")
    ]
    assert [box.spaced for box in words] == [False, True, True, False, True, True, True]
    assert words[1].notes == (0,)


def letters_elsewhere(data: bytes, part: str = "document") -> list[str]:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(f"word/{part}.xml"))
    found = root.iterfind(f".//{W}rPr/{ALTERNATIVES}")
    return [str(etree.tostring(choice)) for choice in found]


def test_a_squeezed_paragraph_tells_other_programs_how_to_set_it() -> None:
    draft = replace(DRAFT, paragraphs=numbered([*SHORTER, *DRAFT.paragraphs]))
    data, _ = exported(draft, ".docx")
    assert faults(data) == []
    told = letters_elsewhere(data)
    assert told
    assert all("Requires" in one and "Fallback><w:spacing" in one.replace("mc:", "") for one in told)
    # A redline's lines hold words of two texts; a house has measures of its own.
    assert not letters_elsewhere(word_file(redline(lay_out(DRAFT), lay_out(draft))))
    assert not letters_elsewhere(dressed(data, house_of(house(), "house.docx")))


def test_what_it_tells_is_not_read_as_words() -> None:
    draft = replace(DRAFT, paragraphs=numbered([*SHORTER, *DRAFT.paragraphs]))
    back = read_bytes(exported(draft, ".docx")[0], "back.docx")
    texts = [paragraph.text for paragraph in back.paragraphs]
    assert texts[: len(SHORTER)] == [paragraph.text for paragraph in SHORTER]


def test_published_drafts_end_their_lines_there(shared: Path) -> None:
    """More than nine lines in ten of three texts of three committees."""
    pdfplumber = pytest.importorskip("pdfplumber")
    count = same = 0
    for name in ("A_C.1_80_L.2", "A_C.2_80_L.9", "A_C.6_80_L.11"):
        path = shared / "corpus" / "pdf" / "drafts" / f"{name}.pdf"
        with pdfplumber.open(path) as pdf:
            printed = {
                re.sub(r"^(\d+\.|\(\w+\)) ", "", line["text"]).replace(" ", "")
                for page in pdf.pages
                for line in page.extract_text_lines()
            }
        for it in map(measured, lay_out(read_bytes(path.read_bytes(), path.name)).blocks):
            if it.style.align == "both":
                for start, end in pairwise([*it.starts, len(it.words)]):
                    line = "".join(piece.text for box in it.words[start:end] for piece in box.pieces)
                    count += 1
                    same += line.replace("\u2011", "-").replace("\u00a0", "") in printed
    assert same / count > 0.9
